"""JSON lists of `{sourceSpelling, correctSpelling, incorrectSpellings}`, as SpellingUkraine keeps them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from qa.errors import GlossaryError
from qa.glossary import files
from qa.glossary.exchange import Concept, Imported, Name, sound_name, type_of
from qa.glossary.importers.options import Options
from qa.glossary.importers.reports import Drops


def read(path: Path, options: Options) -> Imported:
    """Read a list of spellings: source language Ukrainian and target English unless `constants` say so.

    `constants` may hold `source-lang` and `lang`. An item may name its `category` or `type`, and its `id`.
    """
    data = load_json(path, "a JSON list of spellings")
    if isinstance(data, dict):
        data = next((value for value in data.values() if isinstance(value, list)), None)
    if not isinstance(data, list):
        raise GlossaryError(f"{path}:1:1: expected a list of objects with sourceSpelling and correctSpelling")
    native, lang = options.constants.get("source-lang", "uk"), options.constants.get("lang", "en")
    drops = Drops()
    found = []
    for number, item in enumerate(data, 1):
        concept = _concept(item, native, lang) if isinstance(item, dict) else None
        if concept:
            found.append(concept)
        else:
            drops.add(f"item {number}: no object with sourceSpelling and correctSpelling")
    return Imported(tuple(found), drops.told())


def _concept(item: dict[str, Any], native: str, lang: str) -> Concept | None:
    right = _texts([item.get("correctSpelling")])
    if not right:
        return None
    given = [Name(native, form, "preferred") for form in _texts([item.get("sourceSpelling")])]
    given += [Name(lang, form, "preferred") for form in right]
    for key, status in (("relatedSpellings", "admitted"), ("incorrectSpellings", "deprecated")):
        listed = item.get(key)
        note = "incorrect spelling" if status == "deprecated" else ""
        given += [
            Name(lang, form, status, note=note)
            for form in _texts(listed if isinstance(listed, list) else [])
            if form not in right
        ]
    names = tuple(dict.fromkeys(filter(None, map(sound_name, given))))
    kind = next(iter(_texts([item.get("category"), item.get("type")])), "")
    name = next(iter(_texts([item.get("id")])), "")
    return Concept(name, type_of(kind), names) if names else None


def _texts(values: Sequence[Any]) -> list[str]:
    return [value for value in values if isinstance(value, str) and value.strip()]


def load_json(path: Path, expected: str) -> Any:
    """The value in a JSON file; raises `GlossaryError` with the place of what is broken."""
    text = files.decode(files.read_bytes(path, expected), path)
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise GlossaryError(f"{path}:{error.lineno}:{error.colno}: not JSON: {error.msg}") from None
    except (RecursionError, ValueError) as error:
        raise GlossaryError(f"{path}: not usable JSON: {error}") from None
