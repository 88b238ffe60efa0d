"""Lint checks that look at one row at a time."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from qa.glossary import scripts
from qa.glossary.lines import Fault
from qa.glossary.table import Line, Row
from qa.glossary.values import KEBAB, shown

Frequency = Callable[[str, str], float]
"""How common a word is: `(word, language)` to its Zipf frequency, 0 when unknown."""

# Zipf 4 is once in 100,000 words: a word that any page of news may hold in its ordinary sense.
ORDINARY_ZIPF = 4.0

_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff]"
)
# Zero-width joiners are letters' business in these scripts: Persian می‌شود is not writable without one.
_JOINERS = {"\u200c", "\u200d"}
_JOINING = {"Arab", "Deva", "Beng", "Mlym", "Knda", "Sinh", "Taml", "Telu", "Gujr", "Guru", "Khmr", "Mong"}
# Types of entries that have their Latin letters in other scripts as well: NATO in Japanese, HIMARS in Ukrainian.
_BRANDS = frozenset({"organisation", "other"})
_FORMULA = re.compile(r"[=+@]|-(?=[^-\s])")


def row_faults(line: Line) -> Iterator[Fault]:
    """Everything to say about a row seen by itself."""
    row = line.row
    if not KEBAB.fullmatch(row.entry):
        yield line.fault(
            "entry", "id-style", f"{shown(row.entry)} is not kebab-case; use a-z, 0-9 and hyphens"
        )
    if not row.form.isascii():
        yield from _letters(line)
    elif _latin_elsewhere(row):
        yield _script_fault(line, frozenset({"Latn"}))
    if row.form[0] in "=+@-" or row.note[:1] in {"=", "+", "@", "-"}:
        yield from _formula(line)
    if row.status == "deprecated" and not row.note:
        yield line.fault(
            "note", "no-reason", f"{shown(row.form)} is deprecated without a reason; say why in the note"
        )
    for column, cell in (("from", row.since), ("until", row.until)):
        if cell and not "1500" <= cell[:4] <= "2100":
            yield line.fault(column, "far-date", f"{cell} is far from any news; correct the year")


def ordinary_word(line: Line, frequency: Frequency) -> Iterator[Fault]:
    """A deprecated form that readers meet in its ordinary sense, so that it would be flagged wrongly."""
    row = line.row
    if row.status == "deprecated" and " " not in row.form:
        zipf = frequency(row.form, row.lang)
        if zipf >= ORDINARY_ZIPF:
            message = (
                f"{shown(row.form)} is an ordinary word of {row.lang} (Zipf {zipf:.1f}); use a longer form"
            )
            yield line.fault("form", "ordinary-word", message)


def _letters(line: Line) -> Iterator[Fault]:
    row = line.row
    found = scripts.scripts(row.form)
    hidden = _INVISIBLE.search(row.form)
    if hidden and not (hidden.group() in _JOINERS and found & _JOINING):
        name = f"U+{ord(hidden.group()):04X}"
        yield line.fault("form", "invisible", f"{shown(row.form)} hides the character {name}; delete it")
    mixed = scripts.mixed_word(row.form)
    if mixed:
        names = " and ".join(sorted(mixed[1]))
        yield line.fault("form", "mixed-script", f"{shown(mixed[0])} mixes letters of {names}; type it again")
    else:
        allowed = scripts.written_in(row.lang)
        if allowed is not None and found and not found & allowed:
            yield _script_fault(line, found)
    foreign = scripts.foreign_letters(row.form, row.lang)
    if foreign:
        message = (
            f"{shown(row.form)} has {shown(foreign)}, which {row.lang} never uses; correct language or form"
        )
        yield line.fault("form", "foreign-letter", message)


def _latin_elsewhere(row: Row) -> bool:
    """Whether ASCII letters are not those of the language, and not those of an abbreviation or a brand."""
    if row.type in _BRANDS:
        return False
    allowed = scripts.written_in(row.lang)
    return allowed is not None and "Latn" not in allowed and any(c.isalpha() for c in row.form)


def _script_fault(line: Line, found: frozenset[str]) -> Fault:
    row = line.row
    allowed = " or ".join(sorted(scripts.written_in(row.lang) or ()))
    message = (
        f"{shown(row.form)} is written in {'/'.join(sorted(found))}, {row.lang} in {allowed}; correct one"
    )
    return line.fault("form", "wrong-script", message)


def _formula(line: Line) -> Iterator[Fault]:
    for column, cell in (("form", line.row.form), ("note", line.row.note)):
        if _FORMULA.match(cell):
            message = f"{shown(cell)} is a formula to a spreadsheet; remove {shown(cell[0])}"
            yield line.fault(column, "formula", message)
