"""ninjs 1.x, 2.x and 3.x, the news format of the IPTC in JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from qa.model import Document, Part, Skipped
from qa.readers.blocks import Block, date, document, language
from qa.readers.flow import from_html
from qa.readers.jsontext import Located, Parsed, parse
from qa.readers.load import File
from qa.readers.mapped import whole
from qa.readers.plain import EMPTY

_DATES = (
    "firstcreated",
    "firstCreated",
    "contentcreated",
    "contentCreated",
    "versioncreated",
    "versionCreated",
)
_LIKE_ITEM = re.compile(r'"(?:headlines?|bodies|body_\w{1,9})"\s*:')
_PICTURES = ("picture", "video", "graphic", "photo")


def read(file: File) -> Iterator[Document]:
    """Read one item, or a list of items: headline, body, and the descriptions of associated pictures.

    Raises `qa.errors.InputError` when the JSON is no ninjs item.
    """
    text = whole(file.text())
    if not text.text.strip():
        yield document(file, (), skipped=(EMPTY,))
        return
    parsed = parse(file, text)
    items = parsed.value if isinstance(parsed.value, list) else [parsed.value]
    for number, item in enumerate(items, 1):
        if not isinstance(item, dict) or not _is_item(item):
            raise file.error(
                "is not a ninjs item: it has no 'uri', 'headline' or body; name another input format"
            )
        yield _Item(file, parsed, item).document(number)
    if not items:
        yield document(file, (), skipped=(Skipped(None, "reading", "the list has no items"),))


def has_items(file: File) -> bool:
    """Whether a JSON file holds items, or nothing; where it is no JSON, whether it has what looks like some."""
    text = file.text()
    if not text.strip():
        return True
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return bool(_LIKE_ITEM.search(text))
    items = value if isinstance(value, list) else [value]
    return any(isinstance(item, dict) and _is_item(item) for item in items)


def _is_item(item: dict[str, Any]) -> bool:
    keys = {key.partition("_")[0] for key in item}
    return bool(keys & {"uri", "headline", "headlines", "body", "bodies"})


class _Item:
    """One item, looked at key by key; what has the wrong type is passed over, as consumers of ninjs do."""

    def __init__(self, file: File, parsed: Parsed, item: dict[str, Any]) -> None:
        self._file, self._parsed, self._item = file, parsed, item

    def document(self, number: int) -> Document:
        body = list(self._bodies())
        known = {block.text.text for block in body}
        headlines = [b for b in self._texts("headline", "headlines", "headline") if b.text.text not in known]
        first = next((b for b in [*headlines, *body] if b.part == "headline"), None)
        return document(
            self._file,
            [*headlines, *body, *self._captions()],
            name=str(self._item.get("uri") or ""),
            place=f"item {number}",
            target_lang=language(self._file, _string(self._item.get("language"))),
            title=first.text.text if first else None,
            url=_string(self._item.get("url")),
            published=next((d for d in (date(_string(self._item.get(key))) for key in _DATES) if d), None),
        )

    def _bodies(self) -> Iterator[Block]:
        """The body; XHTML is preferred to HTML and plain text, which say the same."""
        for kind in ("xhtml", "html"):
            if isinstance(value := self._item.get(f"body_{kind}"), Located):
                yield from self._html(value)
                return
        if isinstance(self._item.get("body_text"), Located):
            yield from self._texts("body_text", "", "body")
            return
        for value, content_type in _values(self._item.get("bodies")):
            if "html" in content_type:
                yield from self._html(value)
                return
        yield from self._texts("", "bodies", "body")

    def _html(self, value: Located) -> Iterator[Block]:
        return (found.block for found in from_html(self._file, self._parsed.mapped(value)).found)

    def _texts(
        self, key: str, plural: str, part: Part, item: dict[str, Any] | None = None
    ) -> Iterator[Block]:
        """The lines of a text field of ninjs 1, or of the first of the list that ninjs 2 has in its place."""
        item = self._item if item is None else item
        single = item.get(key)
        values = [single] if isinstance(single, Located) else [v for v, _ in _values(item.get(plural))][:1]
        for value in values:
            yield from (Block(line, part) for line in self._parsed.mapped(value).lines())

    def _captions(self) -> Iterator[Block]:
        found = self._item.get("associations")
        others = found.values() if isinstance(found, dict) else found if isinstance(found, list) else ()
        own = [self._item] if self._item.get("type") in _PICTURES else []
        for item in (*own, *others):
            if isinstance(item, dict) and (item in own or item.get("type") in _PICTURES):
                yield from self._texts("description_text", "descriptions", "caption", item)


def _values(found: Any) -> Iterator[tuple[Located, str]]:
    """The (value, content type) pairs of a list as ninjs 2 and 3 have it."""
    for entry in found if isinstance(found, list) else ():
        if isinstance(entry, dict) and isinstance(value := entry.get("value"), Located):
            yield value, str(entry.get("contenttype") or entry.get("contentType") or "")


def _string(value: Any) -> str | None:
    return str(value) if isinstance(value, str) else None
