"""How forms are met by their first words: whatever inflects a name leads to it, and nothing else has to be unpacked."""

from __future__ import annotations

import pytest

from qa.model import Entry, Form, Glossary, Status
from qa.names.grammar.inflect import Inflection, inflection, paradigm
from qa.names.lexicon.compile import compile_glossary
from qa.names.lexicon.lexicon import Lexicon
from qa.names.listed.source import candidates_at, openings_at

NAMES = {
    "en": ("Normandy", "Kazakh", "Kyiv", "Dnipro", "Essex", "Danish"),
    "de": ("Charkiw", "Odessa", "Lwiw"),
    "pl": ("Lwów", "Odessa", "Charków"),
    "cs": ("Kyjev", "Oděsa", "Záporoží"),
    "fi": ("Kiova", "Harkova", "Odessa"),
    "hu": ("Harkiv", "Ogyessza"),
    "tr": ("Harkiv", "Odesa"),
    "uk": ("Київ", "Одеса", "Луганськ"),
    "ru": ("Киев", "Одесса", "Луганск"),
    "ar": ("بغداد", "دمشق"),
    "he": ("חיפה", "חברון"),
}


def _lexicon(lang: str, *names: str) -> Lexicon:
    entries = tuple(
        Entry(f"e{n}", "place", (Form(name, lang, Status.PREFERRED),)) for n, name in enumerate(names)
    )
    return Lexicon(compile_glossary(Glossary(entries)), lang)


@pytest.mark.parametrize("lang", NAMES)
def test_every_inflected_form_of_the_tables_leads_to_its_name(lang: str) -> None:
    for name in NAMES[lang]:
        lexicon = _lexicon(lang, name)
        folded = lexicon.name(0).natives_in(lang)[0]
        words = {stem + ending for stem, endings, _ in paradigm(folded, lang) for ending in endings}
        words = {word for word in words if inflection(folded, word, lang) != Inflection.NONE}
        assert words
        for word in sorted(words):
            assert candidates_at(word, "", lang, lexicon) == ((0, folded),), word


def test_names_that_share_a_first_word_are_told_apart_by_the_second() -> None:
    lexicon = _lexicon("en", "San Diego", "San Jose", "San Juan", "San")
    assert set(openings_at("san", "en", lexicon.index)) == {"d", "j", ""}
    assert [native for _, native in candidates_at("san", "diego", "en", lexicon)] == ["san", "san diego"]
    assert [native for _, native in candidates_at("san", "", "en", lexicon)] == ["san"]


def test_a_second_word_may_begin_with_anything_where_prefixes_change_it() -> None:
    lexicon = _lexicon("ar", "دير الزور")
    assert set(openings_at("دير", "ar", lexicon.index)) == {" "}
    assert [native for _, native in candidates_at("دير", "زور", "ar", lexicon)] == ["دير الزور"]
