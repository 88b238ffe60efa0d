"""Writes articles in every format that is read, with their sources where the format has room for them."""

from __future__ import annotations

import csv
import gzip
import html
import io
import json
import re
from collections.abc import Callable, Sequence
from typing import NamedTuple
from xml.sax.saxutils import escape

from tests.ci.articles import Article, Line

XHTML = "http://www.w3.org/1999/xhtml"


class Form(NamedTuple):
    """A way to write articles: the input format, the writer, and whether it carries sources.

    `many` says that one file may hold several articles, each a document of its own.
    """

    format: str
    write: Callable[[Sequence[Article]], str]
    bilingual: bool = False
    many: bool = False


def _text(articles: Sequence[Article]) -> str:
    return "\n\n".join(line.target for article in articles for line in article.lines) + "\n"


def sources(article: Article) -> str:
    """The source text that goes with the plain text of an article, line for line."""
    return "\n\n".join(line.source for line in article.lines) + "\n"


def _markdown(articles: Sequence[Article]) -> str:
    (article,) = articles
    head, *body, caption = (re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", line.target) for line in article.lines)
    return "\n\n".join([f"# {head}", *body, f"![{caption}](market.jpg)"]) + "\n"


def _table(delimiter: str, columns: Sequence[str]) -> Callable[[Sequence[Article]], str]:
    def write(articles: Sequence[Article]) -> str:
        out = io.StringIO()
        writer = csv.DictWriter(out, columns, delimiter=delimiter, extrasaction="ignore")
        writer.writeheader()
        for line in (line for article in articles for line in article.lines):
            writer.writerow({"source": line.source, "target": line.target})
        return out.getvalue()

    return write


def _jsonl(bilingual: bool) -> Callable[[Sequence[Article]], str]:
    def write(articles: Sequence[Article]) -> str:
        out = ""
        for article in articles:
            item: dict[str, str] = {"id": f"a{article.number}", "target_lang": "en"}
            item["target"] = "\n".join(line.target for line in article.lines)
            if bilingual:
                item |= {"source_lang": article.lang}
                item["source"] = "\n".join(line.source for line in article.lines)
            # Half of the articles have everything outside ASCII escaped.
            out += json.dumps(item, ensure_ascii=article.number % 2 == 0) + "\n"
        return out

    return write


def _page(article: Article) -> str:
    body = "\n".join(f"<p>{html.escape(line.target)}</p>" for line in article.paragraphs)
    caption = (
        f"<figure><img src='m.jpg'/><figcaption>{html.escape(article.caption.target)}</figcaption></figure>"
    )
    return f"<h1>{html.escape(article.headline.target)}</h1>\n{body}\n{caption}"


def _html(articles: Sequence[Article]) -> str:
    (article,) = articles
    return f"<!DOCTYPE html><html lang='en'><body><main>{_page(article)}</main></body></html>\n"


def _rss(articles: Sequence[Article]) -> str:
    items = ""
    for article in articles:
        body = "".join(f"<p>{html.escape(line.target)}</p>" for line in article.paragraphs)
        items += (
            f"<item><guid>a{article.number}</guid><title>{escape(html.escape(article.headline.target))}</title>\n"
            f"<description>{escape(body)}</description>\n<media:content><media:description>"
            f"{escape(html.escape(article.caption.target))}</media:description></media:content></item>\n"
        )
    return (
        f'<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel>{items}</channel></rss>\n'
    )


def _atom(articles: Sequence[Article]) -> str:
    entries = ""
    for article in articles:
        body = "".join(f"<p>{escape(line.target)}</p>" for line in (*article.paragraphs, article.caption))
        entries += (
            f"<entry><id>a{article.number}</id><title>{escape(article.headline.target)}</title>\n"
            f'<content type="xhtml"><div xmlns="{XHTML}">{body}</div></content></entry>\n'
        ).replace("<title>", '<title type="text">')
    return f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">{entries}</feed>\n'


def _newsml(articles: Sequence[Article]) -> str:
    items = ""
    for article in articles:
        body = "".join(f"<p>{escape(line.target)}</p>" for line in article.paragraphs)
        items += (
            f'<newsItem guid="a{article.number}"><contentSet><inlineXML><html xmlns="{XHTML}"><body>\n'
            f"<h1>{escape(article.headline.target)}</h1>{body}<figure><figcaption>"
            f"{escape(article.caption.target)}</figcaption></figure></body></html></inlineXML></contentSet></newsItem>\n"
        )
    return (
        f'<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>{items}</itemSet></newsMessage>\n'
    )


def _ninjs(version: int) -> Callable[[Sequence[Article]], str]:
    def write(articles: Sequence[Article]) -> str:
        items = []
        for article in articles:
            head, caption = article.headline.target, article.caption.target
            body = "".join(f"<p>{html.escape(line.target)}</p>" for line in article.paragraphs)
            item: dict[str, object] = {"uri": f"urn:a{article.number}", "language": "en"}
            if version == 1:
                item |= {"headline": head, "body_xhtml": f"<div>{body}</div>"}
                item["associations"] = {"m": {"type": "picture", "description_text": caption}}
            else:
                item |= {"headlines": [{"value": head}]}
                item["bodies"] = [{"contentType": "text/html", "value": body}]
                item["associations"] = [{"type": "picture", "descriptions": [{"value": caption}]}]
            items.append(item)
        return json.dumps(items, ensure_ascii=version == 2, indent=1)

    return write


def _xliff_1(articles: Sequence[Article]) -> str:
    def unit(number: int, line: Line) -> str:
        # The inline codes are no text; every other target stands inside one that is.
        target = f"<x id='1'/>{escape(line.target)}"
        target = f"<g id='2'>{target}</g>" if number % 2 else target
        source = f"<source>{escape(line.source)}</source>"
        return f"<trans-unit id='{number}'>{source}<target>{target}</target></trans-unit>\n"

    files = "".join(
        f"<file original='a{article.number}' source-language='{article.lang}' target-language='en'"
        f" datatype='plaintext'><body>{''.join(unit(n, line) for n, line in enumerate(article.lines))}</body></file>"
        for article in articles
    )
    return f"<xliff version='1.2' xmlns='urn:oasis:names:tc:xliff:document:1.2'>{files}</xliff>\n"


def _xliff_2(version: str) -> Callable[[Sequence[Article]], str]:
    def unit(number: int, line: Line) -> str:
        target = f"<ph id='1'/>{escape(line.target)}<sc id='2'/><ec startRef='2'/>"
        target = f"<pc id='3'>{target}</pc>" if number % 2 else target
        return (
            f"<unit id='u{number}'><segment><source>{escape(line.source)}</source>\n"
            f"<target>{target}</target></segment></unit>\n"
        )

    def write(articles: Sequence[Article]) -> str:
        # The language of the source stands at the root, so that a file has articles of one language only.
        files = "".join(
            f"<file id='a{article.number}'>{''.join(unit(n, line) for n, line in enumerate(article.lines))}</file>"
            for article in articles
        )
        return (
            f"<xliff version='{version}' srcLang='{articles[0].lang}' trgLang='en'"
            f" xmlns='urn:oasis:names:tc:xliff:document:2.0'>{files}</xliff>\n"
        )

    return write


def _tmx(articles: Sequence[Article]) -> str:
    (article,) = articles
    units = "".join(
        f"<tu><tuv xml:lang='{article.lang}'><seg>{escape(line.source)}</seg></tuv>\n"
        f"<tuv xml:lang='en'><seg><bpt i='1'>&lt;b></bpt>{escape(line.target)}<ept i='1'>&lt;/b></ept>"
        f"</seg></tuv></tu>\n"
        for line in article.lines
    )
    return f"<tmx version='1.4'><header srclang='{article.lang}'/><body>{units}</body></tmx>\n"


def _po(articles: Sequence[Article]) -> str:
    (article,) = articles

    def quoted(text: str) -> str:
        escaped = text.replace("\\", "\\\\").replace('"', '\\"')
        words = escaped.split(" ")
        # Half of the strings go on over two lines, cut at a blank.
        at = len(" ".join(words[: len(words) // 2])) + 1
        return (
            f'""\n"{escaped[:at]}"\n"{escaped[at:]}"' if len(words) % 2 and len(words) > 1 else f'"{escaped}"'
        )

    entries = (f"msgid {quoted(line.source)}\nmsgstr {quoted(line.target)}\n" for line in article.lines)
    return 'msgid ""\nmsgstr "Language: en\\n"\n\n' + "\n".join(entries)


FORMS: dict[str, Form] = {
    "text": Form("text", _text),
    "markdown": Form("markdown", _markdown),
    "html": Form("html", _html),
    "rss": Form("feed", _rss, many=True),
    "atom": Form("feed", _atom, many=True),
    "newsml": Form("newsml", _newsml, many=True),
    "ninjs-1": Form("ninjs", _ninjs(1), many=True),
    "ninjs-2": Form("ninjs", _ninjs(2), many=True),
    "jsonl-target": Form("jsonl", _jsonl(False), many=True),
    "csv-target": Form("csv", _table(";", ["id", "target"])),
    "tsv-target": Form("tsv", _table("\t", ["target"])),
    "csv": Form("csv", _table(",", ["source", "target"]), bilingual=True),
    "tsv": Form("tsv", _table("\t", ["target", "source"]), bilingual=True),
    "jsonl": Form("jsonl", _jsonl(True), bilingual=True, many=True),
    "xliff-1.2": Form("xliff", _xliff_1, bilingual=True, many=True),
    "xliff-2.0": Form("xliff", _xliff_2("2.0"), bilingual=True),
    "xliff-2.1": Form("xliff", _xliff_2("2.1"), bilingual=True),
    "tmx": Form("tmx", _tmx, bilingual=True),
    "po": Form("po", _po, bilingual=True),
}


def packed(data: bytes) -> bytes:
    """A file as gzip packs it, the same on every day."""
    return gzip.compress(data, mtime=0)
