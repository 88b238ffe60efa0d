"""Who is known by a given name alone is not whoever bears it beside a surname, elsewhere in a feed."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from qa.model import Anchor, Document, Entry, Form, Glossary, Segment, Status
from qa.names import Lexicon, compile_glossary, read_names

BETWEEN = [("Ранок був тихий.", "The morning was quiet.")] * 13  # another article
MARYNA = ("Потім Марина пішла.", "Then Maryna left.")
AGAIN = ("Мати каже, що Марина спала.", "The mother says that Maryna slept.")
SOMEBODY = ("Там була Марина Овсяннікова.", "Marina Ovsyannikova was there.")
LISTED = ("Були Марина, Овсяннікова та Олена.", "Marina, Ovsyannikova and Olena were there.")
WITH_PARTICLES = ("Там була Марина фон дер Ляєн.", "Marina von der Leyen was there.")
WITH_ANOTHER = ("Там була Марина Коваль.", "Marina Koval was there.")


def _entry(entry_id: str, kind: str, english: str, native: str) -> Entry:
    return Entry(
        entry_id, kind, (Form(english, "en", Status.PREFERRED), Form(native, "uk", Status.PREFERRED))
    )


ENTRIES = (
    _entry("maryna", "person", "Maryna", "Марина"),
    _entry("ovsyannikova", "person", "Ovsyannikova", "Овсяннікова"),
    _entry("leyen", "person", "von der Leyen", "фон дер Ляєн"),
    _entry("olena", "person", "Olena", "Олена"),
)


@pytest.mark.parametrize(
    ("pairs", "found"),
    [
        ([MARYNA, AGAIN, *BETWEEN, SOMEBODY], []),
        # In the same article it may be the same person.
        ([MARYNA, AGAIN, SOMEBODY], ["Marina"]),
        # Who is named in full first is known in full.
        ([SOMEBODY, *BETWEEN, MARYNA, AGAIN], ["Marina"]),
        # Once alone is not mostly.
        ([MARYNA, *BETWEEN, SOMEBODY], ["Marina"]),
        # Only a surname that has an entry of its own tells another person.
        ([MARYNA, AGAIN, *BETWEEN, WITH_ANOTHER], ["Marina"]),
        # Alone, the name is asked for as ever.
        ([MARYNA, AGAIN, *BETWEEN, ("Потім Марина пішла.", "Then Marina left.")], ["Marina"]),
        # A list of people is nobody's name in full.
        ([MARYNA, AGAIN, *BETWEEN, LISTED], ["Marina"]),
        # A surname may begin small.
        ([MARYNA, AGAIN, *BETWEEN, WITH_PARTICLES], []),
    ],
)
def test_a_given_name_beside_anothers_surname_is_somebody_elses(
    pairs: Sequence[tuple[str, str]], found: list[str]
) -> None:
    lexicon = Lexicon(compile_glossary(Glossary(ENTRIES)), "en")
    segments = tuple(
        Segment(f"s{i}", target, (Anchor(0, i, i),), source=source)
        for i, (source, target) in enumerate(pairs, 1)
    )
    reading = read_names(Document("-", segments, "uk", "en"), lexicon)
    assert [m.text for s in reading.segments for m in s.mentions if m.suggestion is not None] == found
    assert not any(s.missing for s in reading.segments)
