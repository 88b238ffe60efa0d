"""What differs between the right form of a name and a spelling of it, letter by letter, in words."""

from __future__ import annotations

from qa.names.script.edits import changes
from qa.names.texts.forms import normal

MOST_PLACES = 3  # places up to which differences are worth telling one by one
MOST_LETTERS = 0.5  # share of the letters up to which a spelling differs, and is none of another name


def difference(right: str, spelling: str) -> str | None:
    """The letters of a folded spelling that differ; None where so many do that a list of them says nothing."""
    a, b = normal(right), normal(spelling)
    if a == b:
        return "marks, hyphens or capitals differ"
    found = list(changes(a, b))
    if len(found) > MOST_PLACES or sum(
        max(len(was), len(now)) for _, was, now, _ in found
    ) > MOST_LETTERS * len(a):
        return None
    shown = _as_written(right, a)
    return ", ".join(_told(kind, len(was), now, at, shown) for kind, was, now, at in found)


def differing(right: str, spelling: str) -> str:
    """A right form with the letters of a spelling that differ, as far as they can be told."""
    letters = difference(right, spelling)
    return f"{right}: {letters}" if letters else right


def _as_written(right: str, folded: str) -> str:
    """The right form in small letters with its marks, where these are one for one those it is compared by."""
    return right.lower() if len(right) == len(folded) == len(right.lower()) else folded


def _told(kind: str, length: int, now: str, at: int, right: str) -> str:
    was = right[at : at + length]
    if kind == "replace":
        return f"“{now}” for “{was}”"
    place = f"after “{right[:at].lstrip()}”" if at else "at the start"
    letters, what = (was, "missing") if kind == "delete" else (now, "added")
    return f"“{letters.strip() or letters}” {what} {place}"
