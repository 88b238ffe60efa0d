"""Given names that have several spellings: met beside an entry that is that very name, and nowhere else."""

from __future__ import annotations

import pytest

from qa.model import Anchor, Document, Glossary, Segment
from qa.names import Lexicon, compile_glossary, read_names

from .conftest import entry

FAMILIES = """\
person en:Steven ru:Стивен | Stephen
person en:Philip uk:Філіп | Phillip Philippe Pylyp
person en:Catherine ru:Кэтрин | Kathryn
person en:Geoffrey uk:Джеффрі | Jeffrey
person en:Shawn ru:Шон | Sean
person en:Mohammed ar:محمد | Muhammad Mohamed
person en:Khalid ar:خالد | Khaled
person en:Frederick ru:Фридрих | Friedrich
"""
CASES = [
    (line.split(" | ")[0], other) for line in FAMILIES.splitlines() for other in line.split(" | ")[1].split()
]


def _mentions(spec: str, text: str) -> list[tuple[str, bool]]:
    lexicon = Lexicon(compile_glossary(Glossary((entry("who", spec),))), "en")
    segment = Segment("s1", text, (Anchor(0, 1, 1),))
    read = read_names(Document("text", (segment,), None, "en"), lexicon)
    return [(m.text, m.confidence < 0.9) for m in read.segments[0].mentions if m.status is None]


@pytest.mark.parametrize(("spec", "other"), CASES)
def test_another_spelling_of_the_same_given_name_is_met(spec: str, other: str) -> None:
    assert [text for text, _ in _mentions(spec, f"They asked {other} to stay.")] == [other]


@pytest.mark.parametrize(("spec", "other"), CASES)
def test_it_is_somebody_elses_beside_a_full_name(spec: str, other: str) -> None:
    person, english, native = spec.split()
    full = f"{person} {english}_Brandt {native}_Брандт"
    assert _mentions(full, f"They asked {other} to stay.") == []
