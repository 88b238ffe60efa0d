"""A person listed in full whom everybody knows by the surname: the source tells another spelling of it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from qa.model import Anchor, Document, Entry, Form, Glossary, Segment, Status
from qa.names import Lexicon, compile_glossary, read_names


def _person(entry_id: str, english: str, ukrainian: str) -> Entry:
    forms = (Form(english, "en", Status.PREFERRED), Form(ukrainian, "uk", Status.PREFERRED))
    return Entry(entry_id, "person", forms)


PEOPLE = (
    _person("dovbyk", "Artem Dovbyk", "Артем Довбик"),
    _person("hegseth", "Pete Hegseth", "Піт Гегсет"),
    _person("leyen", "Ursula von der Leyen", "Урсула фон дер Ляєн"),
    _person("klychko-v", "Vitalii Klychko", "Віталій Кличко"),
    _person("klychko-w", "Volodymyr Klitschko", "Володимир Кличко"),
)
INDEX = compile_glossary(Glossary(PEOPLE))


def _read(
    source_lang: str, target_lang: str, pairs: Sequence[tuple[str, str]]
) -> tuple[list[str], list[str]]:
    segments = tuple(
        Segment(f"s{i}", target, (Anchor(0, i, i),), source=source)
        for i, (source, target) in enumerate(pairs, 1)
    )
    reading = read_names(Document("-", segments, source_lang, target_lang), Lexicon(INDEX, target_lang))
    found = [
        f"{m.text} > {m.suggestion}"
        for s in reading.segments
        for m in s.mentions
        if m.suggestion and m.status is None
    ]
    return found, [n.text for s in reading.segments for n in s.missing]


@pytest.mark.parametrize(
    ("pairs", "found"),
    [
        ([("Vance and Hegseth came.", "Прийшли Венс і Хегсет.")], ["Хегсет > Гегсет"]),
        ([("He spoke with Hegseth.", "Він говорив із Хегсетом.")], ["Хегсетом > Гегсетом"]),
        ([("He spoke with Hegseth.", "Він говорив із Гегсетом.")], []),
        ([("He saw von der Leyen.", "Він бачив фон дер Лейєн.")], ["фон дер Лейєн > фон дер Ляєн"]),
        # What is left out is not missed: nobody was introduced.
        ([("He spoke with Hegseth.", "Він говорив із міністром.")], []),
    ],
)
def test_the_source_tells_another_spelling(pairs: Sequence[tuple[str, str]], found: list[str]) -> None:
    assert _read("en", "uk", pairs) == (found, [])


@pytest.mark.parametrize(
    ("pairs", "found"),
    [
        ([("Ребров хвалить Довбика.", "Rebrov praises Dovbik.")], ["Dovbik > Dovbyk"]),
        # Somebody else of that name is in the document.
        ([("Ребров хвалить Довбика.", "Rebrov praises Dovbik."), ("Фото: Михайло Довбик.", "Photo: M. Dovbik.")], []),
        ([("Там був Гейдар Довбик.", "Heydar Dovbik was there.")], []),
        # Two who are written differently are listed.
        ([("Прийшов Кличко.", "Klichko came.")], []),
    ],
)  # fmt: skip
def test_nobody_else_is_taken_for_them(pairs: Sequence[tuple[str, str]], found: list[str]) -> None:
    assert _read("uk", "en", pairs) == (found, [])
