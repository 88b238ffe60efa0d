"""Every script's names as its romanizations and the press spell them: near the native form, letter by letter."""

from __future__ import annotations

import pytest

from qa.names.script.align import distance, prepare
from qa.names.script.letters import ROUTES
from qa.names.script.scripts import all_spelled
from qa.names.texts.forms import normal
from qa.text import fold

from .conftest import table

ROWS = [(lang, form, s) for lang, form, found in table("romanizations.tsv") for s in found.split("|")]
NEAR = 0.1  # cost a letter; that of one changed letter in six is 0.17


def cost(lang: str, native: str, spelling: str) -> float:
    latin = normal(spelling)
    found = [
        distance(prepare(letters, name), latin, 9.0) for name, letters in all_spelled(fold(native), lang)
    ]
    return min(found) / len(latin)


@pytest.mark.parametrize(("lang", "native", "spelling"), ROWS)
def test_a_spelling_is_near_its_native_form(lang: str, native: str, spelling: str) -> None:
    assert cost(lang, native, spelling) <= NEAR


@pytest.mark.parametrize(("lang", "native", "spelling"), ROWS)
def test_and_nearer_than_to_any_other_form_of_the_language(lang: str, native: str, spelling: str) -> None:
    others = {n for other, n, _ in ROWS if other == lang and n != native}
    own = cost(lang, native, spelling)
    assert all(own < cost(lang, other, spelling) for other in others)


def test_every_table_of_a_language_has_names() -> None:
    tables = set(ROUTES) - {"kanji", "latin"}
    assert {lang for lang, _, _ in ROWS} >= tables
    for lang in tables:
        assert len({native for other, native, _ in ROWS if other == lang}) >= 5, lang
