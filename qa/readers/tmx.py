"""TMX 1.4: one document a target language."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from qa.model import Document, Skipped
from qa.readers.blocks import Block, document, language
from qa.readers.element import Element, visible
from qa.readers.load import File
from qa.readers.mapped import Mapped
from qa.readers.xmltree import records

_CODES = frozenset(("bpt", "ept", "it", "ph", "ut"))
_ANY = "*all*"


def read(file: File) -> Iterator[Document]:
    """Read translation units: the variant in the source language is the source of all others.

    Where the file does not say which language that is, the first variant of each unit is taken.
    """
    blocks: dict[tuple[str, str], list[Block]] = defaultdict(list)
    declared: str | None = None
    for record in records(file, ("header", "tu")):
        element = record.element
        if element.name == "header":
            declared = element.attributes.get("srclang")
            continue
        source_lang = element.attributes.get("srclang", declared)
        variants = [(_lang(variant), variant) for variant in element.elements("tuv")]
        if len(variants) < 2:
            continue
        source = next((v for v in variants if _same(v[0], source_lang)), variants[0])
        for lang, variant in variants:
            if variant is not source[1]:
                blocks[source[0], lang].append(Block(_text(variant), source=_text(source[1]).text))
    for (source_tag, target_tag), found in blocks.items():
        yield document(
            file,
            found,
            name=target_tag,
            source_lang=language(file, source_tag, side="source"),
            target_lang=language(file, target_tag),
        )
    if not blocks:
        yield document(file, (), skipped=(Skipped(None, "reading", "the file has no translation units"),))


def _lang(variant: Element) -> str:
    return (variant.lang or variant.attributes.get("lang") or "").strip()


def _same(lang: str, wanted: str | None) -> bool:
    """Whether a variant is in the wanted language; "en-US" is where plain "en" is wanted, and the reverse."""
    if not wanted or wanted == _ANY:
        return False
    one, other = lang.lower().replace("_", "-"), wanted.lower().replace("_", "-")
    return one == other or one.partition("-")[0] == other or one == other.partition("-")[0]


def _text(variant: Element) -> Mapped:
    segment = variant.first("seg")
    return variant.here if segment is None else visible(segment, _CODES)
