"""What an export is made of, and the view of a glossary that the checkers of other tools can use."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from qa.glossary.table import Row


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """Settings of an export; each format uses those that concern it.

    `lang` is the language of word lists. `day` (ISO) chooses the forms of a day; without it those that have
    no end are taken. `dialect` and `style` are of TBX.
    """

    lang: str = "en"
    day: str = ""
    dialect: Literal["basic", "min", "core"] = "basic"
    style: Literal["dca", "dct"] = "dca"
    title: str = "Glossary"


@dataclass(frozen=True, slots=True)
class Export:
    """Files by their path below the output, one file under `""`; and what they do not hold."""

    files: tuple[tuple[str, bytes], ...]
    lost: tuple[str, ...] = ()


class Correction(NamedTuple):
    """A form to avoid, the form to write instead, and the reason."""

    wrong: str
    right: str
    note: str
    entry: str


@dataclass(frozen=True, slots=True)
class Words:
    """The forms of one language on one day: which are right, and which have to be corrected to which.

    `phrases` are the right forms of several words, each under every word that it holds.
    """

    right: tuple[str, ...]
    corrections: tuple[Correction, ...]
    lost: tuple[str, ...]
    phrases: Mapping[str, Sequence[Sequence[str]]]


def words(rows: Iterable[Row], options: ExportOptions) -> Words:
    """Choose what a word list can say of a glossary.

    A form that one entry deprecates and another uses, or that two entries correct differently, is left out:
    a list without context would be wrong about one of them.
    """
    chosen = [row for row in rows if _speaks(row, options)]
    right = sorted({row.form for row in chosen if row.status != "deprecated"})
    known = set(right)
    preferred = {
        row.entry: row.form for row in chosen if row.status == "preferred" and row.lang == options.lang
    }
    preferred = {row.entry: row.form for row in chosen if row.status == "preferred"} | preferred
    wrong: dict[str, list[Correction]] = defaultdict(list)
    lost = []
    for row in chosen:
        if row.status == "deprecated" and row.entry in preferred:
            wrong[row.form].append(Correction(row.form, preferred[row.entry], row.note, row.entry))
        elif row.status == "deprecated":
            lost.append(f"{row.form}: {row.entry} has no preferred form in {options.lang} to write instead")
    corrections = []
    for form, group in sorted(wrong.items()):
        if len({correction.right for correction in group}) > 1:
            lost.append(
                f"{form}: corrected to {' or '.join(sorted({c.right for c in group}))}; a list cannot choose"
            )
        elif form in known:
            lost.append(f"{form}: deprecated for {group[0].entry}, right for another entry")
        else:
            corrections.append(group[0])
    return Words(tuple(right), tuple(corrections), tuple(sorted(lost)), _by_word(right))


def _by_word(right: Iterable[str]) -> dict[str, list[list[str]]]:
    by_word: dict[str, list[list[str]]] = defaultdict(list)
    for parts in map(str.split, right):
        for word in set(parts) if len(parts) > 1 else ():
            by_word[word].append(parts)
    return dict(by_word)


def _speaks(row: Row, options: ExportOptions) -> bool:
    if row.lang not in {options.lang, options.lang.partition("-")[0]}:
        return False
    if options.day:
        return row.since <= options.day and (not row.until or options.day <= row.until)
    return not row.until


def protected(correction: Correction, chosen: Words) -> Iterator[tuple[str, str]]:
    """Right phrases that contain a wrong form as whole words, as what stands before and after it."""
    target = correction.wrong.split()
    for parts in chosen.phrases.get(target[0], ()):
        for start in range(len(parts) - len(target) + 1):
            if parts[start : start + len(target)] == target and len(parts) > len(target):
                yield " ".join(parts[:start]), " ".join(parts[start + len(target) :])


def general_losses(rows: Sequence[Row], options: ExportOptions) -> list[str]:
    """What no word list holds: other languages, days, notes."""
    others = sorted({row.lang for row in rows} - {options.lang, options.lang.partition("-")[0]})
    lost = []
    if others:
        lost.append(f"forms in other languages: {', '.join(others)}")
    dated = sum(bool(row.since or row.until) for row in rows)
    if dated:
        day = options.day or "days without an end"
        lost.append(f"the days of {dated} dated rows (the list is that of {day})")
    return lost
