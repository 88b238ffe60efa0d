"""TMX: translation units that hold names rather than sentences."""

from __future__ import annotations

from pathlib import Path

from qa.errors import GlossaryError
from qa.glossary import xml
from qa.glossary.exchange import Concept, Imported, Name, guess_statuses, sound_name
from qa.glossary.importers.options import Options
from qa.glossary.importers.reports import Drops
from qa.glossary.values import shown

_MOST_WORDS = 8
_MOST_LETTERS = 100
_MARKUP = {"bpt", "ept", "it", "ph", "ut"}
_END = (".", "?", "!", "…", "。", "؟", "،")


def read(path: Path, options: Options) -> Imported:
    """Read a translation memory of names: each unit is a concept, the first form of a language preferred.

    Units with a sentence in them are left out and counted. Inline markup is left out of the forms.
    """
    drops = Drops()
    concepts = []
    elements = xml.stream(path, frozenset({"tu"}), "a TMX file")
    root, _ = next(elements, (None, {}))
    if root is None or root.name != "tmx":
        name = shown(root.name) if root is not None else "nothing"
        raise GlossaryError(f"{path}:1:1: not TMX: the root is {name}; expected tmx")
    for unit, _attributes in elements:
        names = [name for variant in unit if variant.name == "tuv" for name in _names(variant)]
        if any(map(_is_sentence, names)):
            drops.count("unit with a sentence instead of a name")
            continue
        wanted = [name for name in map(sound_name, names) if name and options.takes(name.lang)]
        if wanted:
            concepts.append(Concept(unit.get("tuid"), "", guess_statuses(dict.fromkeys(wanted))))
        else:
            drops.add(f"line {unit.line}: unit {shown(unit.get('tuid'))} has no usable name")
    return Imported(tuple(concepts), drops.told())


def _names(variant: xml.Element) -> list[Name]:
    lang = variant.get(xml.LANG) or variant.get("lang")
    notes = "; ".join(child.text.strip() for child in variant if child.name == "note")
    segments = [child for child in variant if child.name == "seg"]
    return [Name(lang, _plain(segment), "", note=notes) for segment in segments]


def _plain(segment: xml.Element) -> str:
    """The text of a segment without what stands for markup of the original document."""
    hidden = [child.text for child in segment.walk() if child.name in _MARKUP]
    text = segment.text
    for piece in hidden:
        text = text.replace(piece, "", 1) if piece else text
    return text


def _is_sentence(name: Name) -> bool:
    words = name.form.split()
    long = len(words) > _MOST_WORDS or len(name.form) > _MOST_LETTERS
    return long or (len(words) > 3 and name.form.rstrip().endswith(_END))
