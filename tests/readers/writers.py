"""Writes one article, a list of paragraphs, in every format the house reads."""

from __future__ import annotations

import csv
import html
import io
import json
import re
from collections.abc import Callable, Sequence
from xml.sax.saxutils import escape

Writer = Callable[[Sequence[str]], str]


def _text(paragraphs: Sequence[str]) -> str:
    return "\n\n".join(paragraphs) + "\n"


def _markdown(paragraphs: Sequence[str]) -> str:
    return "\n\n".join(re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", p) for p in paragraphs)


def _table(delimiter: str) -> Writer:
    def write(paragraphs: Sequence[str]) -> str:
        out = io.StringIO()
        writer = csv.writer(out, delimiter=delimiter)
        writer.writerow(["id", "source", "target"])
        writer.writerows([str(n), "джерело", p] for n, p in enumerate(paragraphs))
        return out.getvalue()

    return write


def _jsonl(paragraphs: Sequence[str]) -> str:
    return json.dumps({"id": "1", "target": "\n".join(paragraphs)}) + "\n"


def _body(paragraphs: Sequence[str]) -> str:
    return "\n".join(f"<p>{html.escape(p)}</p>" for p in paragraphs)


def _html(paragraphs: Sequence[str]) -> str:
    return f"<!DOCTYPE html><html><body><main>\n{_body(paragraphs)}\n</main></body></html>"


def _rss(paragraphs: Sequence[str]) -> str:
    text = escape(_body(paragraphs))
    return f'<rss version="2.0"><channel><item><description>{text}</description></item></channel></rss>'


def _atom(paragraphs: Sequence[str]) -> str:
    body = "".join(f"<p>{escape(p)}</p>" for p in paragraphs)
    return (
        '<feed xmlns="http://www.w3.org/2005/Atom"><entry><content type="xhtml">'
        f'<div xmlns="http://www.w3.org/1999/xhtml">{body}</div></content></entry></feed>'
    )


def _xliff_1(paragraphs: Sequence[str]) -> str:
    units = "".join(
        f"<trans-unit id='{n}'><source>джерело</source><target>{escape(p)}</target></trans-unit>"
        for n, p in enumerate(paragraphs)
    )
    return f"<xliff version='1.2'><file original='a'><body>{units}</body></file></xliff>"


def _xliff_2(paragraphs: Sequence[str]) -> str:
    units = "".join(
        f"<unit id='{n}'><segment><source>джерело</source><target>{escape(p)}</target></segment></unit>"
        for n, p in enumerate(paragraphs)
    )
    return f"<xliff version='2.1' srcLang='uk' trgLang='en'><file id='a'>{units}</file></xliff>"


def _tmx(paragraphs: Sequence[str]) -> str:
    units = "".join(
        f"<tu><tuv xml:lang='uk'><seg>джерело</seg></tuv><tuv xml:lang='en'><seg>{escape(p)}</seg></tuv></tu>"
        for p in paragraphs
    )
    return f"<tmx version='1.4'><header srclang='uk'/><body>{units}</body></tmx>"


def _po(paragraphs: Sequence[str]) -> str:
    escaped = (p.replace("\\", "\\\\").replace('"', '\\"') for p in paragraphs)
    return "\n".join(f'msgid "джерело {n}"\nmsgstr "{p}"\n' for n, p in enumerate(escaped))


def _newsml(paragraphs: Sequence[str]) -> str:
    body = "".join(f"<p>{escape(p)}</p>" for p in paragraphs)
    return (
        '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="a"><contentSet><inlineXML>'
        f'<html xmlns="http://www.w3.org/1999/xhtml"><body>{body}</body></html>'
        "</inlineXML></contentSet></newsItem>"
    )


def _ninjs(paragraphs: Sequence[str]) -> str:
    return json.dumps({"uri": "a", "body_xhtml": _body(paragraphs)}, ensure_ascii=False)


WRITERS: list[tuple[str, Writer]] = [
    ("text", _text),
    ("markdown", _markdown),
    ("csv", _table(",")),
    ("tsv", _table("\t")),
    ("jsonl", _jsonl),
    ("html", _html),
    ("feed", _rss),
    ("feed", _atom),
    ("xliff", _xliff_1),
    ("xliff", _xliff_2),
    ("tmx", _tmx),
    ("po", _po),
    ("newsml", _newsml),
    ("ninjs", _ninjs),
]
