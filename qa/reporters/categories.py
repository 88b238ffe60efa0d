"""The MQM categories that qa uses, by id, with their names and their nearest ITS 2.0 issue type.

Names are those of MQM Core and MQM Full; the types are the values of `locQualityIssueType` in ITS 2.0. The
mapping between the two is our reading of both, there is no published table.
"""

from __future__ import annotations

from typing import NamedTuple


class Category(NamedTuple):
    """The dimension and the name of an MQM error type, and an ITS issue type."""

    dimension: str
    name: str
    its: str


CATEGORIES: dict[str, Category] = {
    "termbase": Category("Terminology", "Inconsistent with terminology resource", "terminology"),
    "term-inconsistency": Category("Terminology", "Inconsistent use of terminology", "inconsistent-entities"),
    "transliteration": Category("Linguistic conventions", "Transliteration", "inconsistent-entities"),
    "spelling": Category("Linguistic conventions", "Spelling", "misspelling"),
    "grammar": Category("Linguistic conventions", "Grammar", "grammar"),
    "punctuation": Category("Linguistic conventions", "Punctuation", "typographical"),
    "fluency": Category("Linguistic conventions", "Fluency", "uncategorized"),
    "mistranslation": Category("Accuracy", "Mistranslation", "mistranslation"),
    "entity": Category("Accuracy", "Entity", "inconsistent-entities"),
    "omission": Category("Accuracy", "Omission", "omission"),
    "untranslated": Category("Accuracy", "Untranslated", "untranslated"),
}


def category(id_: str) -> Category:
    """The category of an id; one that is not in the table stands for itself."""
    return CATEGORIES.get(id_, Category(id_, id_, "other"))
