"""Text as a format writes it. What each format needs is known; whether it was enough, reading back tells."""

from __future__ import annotations

import json
import re
from html import escape


def written(text: str, format: str, source: str) -> str:
    """A piece of text as it may stand in a file of a format; `source` is what the file holds already."""
    return _WAYS.get(format, _plain)(text, source)


def _plain(text: str, _: str) -> str:
    return text


def _markup(text: str, _: str) -> str:
    return escape(text, quote=False)


def _json(text: str, source: str) -> str:
    # A file that keeps to ASCII goes on so.
    return json.dumps(text, ensure_ascii=source.isascii())[1:-1]


def _po(text: str, _: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')


def _cell(text: str, _: str) -> str:
    return text.replace('"', '""')


def _markdown(text: str, _: str) -> str:
    return re.sub(r"([\\`*_\[\]<>&])", r"\\\1", text)


_WAYS = {
    **dict.fromkeys(("html", "feed", "xliff", "tmx", "newsml"), _markup),
    **dict.fromkeys(("jsonl", "ninjs"), _json),
    **dict.fromkeys(("csv", "tsv"), _cell),
    "po": _po,
    "markdown": _markdown,
}
