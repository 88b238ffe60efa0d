"""Target languages other than English: their own spelling habits, their endings, and their scripts."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

import pytest

from qa.model import Anchor, Document, Entry, Form, Glossary, Segment, Status
from qa.names import Lexicon, NameIndex, compile_glossary, read_names
from qa.names.texts.windows import joins, windows
from qa.text import fold

from .conftest import lexicon_of, table

LATIN = {
    "de": "Am Montag war {} wieder zu hören.",
    "fr": "On a parlé de {} lundi soir.",
    "es": "Se habló de {} el lunes.",
    "pl": "Mówiono o „{}” w poniedziałek.",
    "cs": "V pondělí se mluvilo o {} dlouho.",
    "nl": "Maandag sprak men over {} in het parlement.",
    "pt": "Falou-se de {} na segunda.",
    "it": "Si è parlato di {} lunedì.",
    "tr": "Pazartesi günü {} konuşuldu.",
    "fi": "Maanantaina puhuttiin: {} oli hiljaa.",
    "hu": "Hétfőn {} volt a téma.",
    "en": "People spoke about {} on Monday.",
}
# A form of another language that is an inflected form of the right one, but for its marks.
INFLECTED = {
    ("pl", "Záporoží"),
    ("cs", "Zaporoże"),
    ("cs", "Lukašenka"),
    ("cs", "Lukasenka"),
}


@cache
def world() -> dict[str, tuple[str, dict[str, str]]]:
    return {
        entry: (kind, dict(form.split(":", 1) for form in forms.split(" ")))
        for entry, kind, forms in table("world.tsv")
    }


@cache
def index() -> NameIndex:
    entries = (
        Entry(entry, kind, tuple(Form(text, lang, Status.PREFERRED) for lang, text in forms.items()))
        for entry, (kind, forms) in sorted(world().items())
    )
    return compile_glossary(Glossary(tuple(entries)))


@cache
def lexicon(lang: str) -> Lexicon:
    return Lexicon(index(), lang)


def flagged(text: str, lang: str, source: str | None = None, source_lang: str | None = None) -> list[str]:
    segment = Segment("s1", text, (Anchor(0, 1, 1),), source=source)
    names = read_names(Document("-", (segment,), source_lang, lang), lexicon(lang)).segments[0]
    return [f"{m.text}>{m.suggestion}" for m in names.mentions if m.suggestion is not None]


def foreign() -> list[tuple[str, str, str, str]]:
    """(target language, entry, right form, the form of another language that is spelled otherwise)."""
    out = {}
    for lang in LATIN:
        for entry, (_, forms) in world().items():
            for other in LATIN:
                form = forms[other]
                if fold(form) != fold(forms[lang]) and (lang, form) not in INFLECTED:
                    out[lang, entry, forms[lang], form] = None
    return list(out)


@pytest.mark.parametrize(("lang", "entry", "right", "form"), foreign())
def test_the_form_of_another_language_is_found(lang: str, entry: str, right: str, form: str) -> None:
    text = LATIN[lang].format(form)
    assert flagged(text, lang) == [f"{form}>{right}"]
    assert flagged(text, lang, world()[entry][1]["uk"], "uk") == [f"{form}>{right}"]


@pytest.mark.parametrize("lang", LATIN)
def test_the_own_form_is_silent(lang: str) -> None:
    for _, forms in world().values():
        text = LATIN[lang].format(forms[lang])
        assert flagged(text, lang) == []
        assert flagged(text, lang, forms["uk"], "uk") == []


@pytest.mark.parametrize(("lang", "marked"), [tuple(row) for row in table("inflected.tsv")])
def test_inflected_names_are_no_alarm(lang: str, marked: str) -> None:
    found = flagged(re.sub(r"[\[\]]", "", marked), lang)
    assert [f.partition(">")[0] for f in found] == re.findall(r"\[(.+?)\]", marked)


@pytest.mark.parametrize(
    ("lang", "marked", "source", "source_lang"), [tuple(r) for r in table("scripts.tsv")]
)
def test_other_scripts_are_read_with_a_source(lang: str, marked: str, source: str, source_lang: str) -> None:
    found = flagged(re.sub(r"[\[\]]", "", marked), lang, source, source_lang)
    assert [f.partition(">")[0] for f in found] == re.findall(r"\[(.+?)\]", marked)


@pytest.mark.parametrize("lang", ["ru", "uk", "ar", "el", "he"])
def test_the_own_form_of_another_script_is_silent_alone(lang: str) -> None:
    for _, forms in world().values():
        assert flagged(forms[lang], lang) == []
    assert sum("[" in row[1] for row in table("scripts.tsv") if row[0] == lang) >= 5


def test_languages_that_inflect_are_covered() -> None:
    silent = Counter(lang for lang, text in table("inflected.tsv") if "[" not in text)
    alarms = Counter(lang for lang, text in table("inflected.tsv") if "[" in text)
    assert all(silent[lang] >= 5 and alarms[lang] >= 3 for lang in "ru uk pl cs de tr fi hu".split())


@pytest.mark.parametrize(
    ("text", "source", "found"),
    [
        ("პუტინის გეგმა ხარკივში.", "Putin's plan in Kharkiv.", []),
        ("პუტინთან შეხვდა.", "He met Putin.", []),
        ("პუტინი ხარკოვიდან ჩავიდა.", "Putin came from Kharkiv.", ["ხარკოვიდან > ხარკივიდან"]),
        ("პუტენმა თქვა.", "Putin said.", ["პუტენმა > პუტინმა"]),
    ],
)
def test_georgian_has_no_capitals_to_tell_a_name_by(text: str, source: str, found: list[str]) -> None:
    entries = {
        "putin": "person ka:ვლადიმირ_პუტინი en:Vladimir_Putin",
        "kharkiv": "place ka:ხარკივი en:Kharkiv",
    }
    pairs = [("ვლადიმირ პუტინი მოვიდა.", "Vladimir Putin came."), (text, source)]
    segments = tuple(Segment(f"s{n}", t, (Anchor(0, n, 1),), source=s) for n, (t, s) in enumerate(pairs))
    names = read_names(Document("-", segments, "en", "ka"), lexicon_of(entries, "ka")).segments[1]
    assert [f"{m.text} > {m.suggestion}" for m in names.mentions if m.suggestion] == found
    assert names.missing == ()


APART = {
    "marseille": "place en:Marseille et:Marseille fi:Marseille pl:Marseille",
    "bordeaux": "place en:Bordeaux et:Bordeaux fi:Bordeaux pl:Bordeaux",
    "greene": "person en:Greene et:Greene fi:Greene pl:Greene",
    "wilde": "person en:Wilde et:Wilde fi:Wilde pl:Wilde",
    "ismail": "person en:Isma'il et:Isma'il fi:Isma'il pl:Isma'il",
    "xi": "person en:Xi et:Xi fi:Xi pl:Xi",
    "xian": "place en:Xi'an et:Xi'an fi:Xi'an pl:Xi'an",
}


@pytest.mark.parametrize(
    ("lang", "text", "source", "found"),
    [
        ("et", "Marseille'is ja Bordeaux's sadas.", "It rained in Marseille and Bordeaux.", []),
        ("et", "Greene’i ja Wilde'ita ei alustatud.", "Nobody began without Greene and Wilde.", []),
        ("et", "Isma'il kohtus Xi'anis Xiga.", "Isma'il met Xi in Xi'an.", []),
        ("et", "Isma'ili ja Xi'ani teed.", "The ways of Isma'il and Xi'an.", []),
        ("et", "Marceille'is sadas.", "It rained in Marseille.", ["Marceille > Marseille"]),
        ("et", "Räägiti Grene'ist.", "They spoke of Greene.", ["Grene > Greene"]),
        ("fi", "Hän asui Bordeaux’ssa.", "He lived in Bordeaux.", []),
        ("fi", "Bordaux'ssa satoi.", "It rained in Bordeaux.", ["Bordaux > Bordeaux"]),
        ("pl", "Książki Greene'a i Wilde’owi.", "Books of Greene and for Wilde.", []),
        ("pl", "Mówił o Grene'em.", "He spoke of Greene.", ["Grene > Greene"]),
    ],
)
def test_an_ending_may_be_set_apart_from_some_names(
    lang: str, text: str, source: str, found: list[str]
) -> None:
    for asked in (source, None):
        segments = (Segment("s1", text, (Anchor(0, 1, 1),), source=asked),)
        names = read_names(Document("-", segments, "en", lang), lexicon_of(APART, lang)).segments[0]
        flags = [f"{m.text} > {m.suggestion}" for m in names.mentions if m.suggestion]
        assert flags == found or (asked is None and not flags)
        assert names.missing == ()


@pytest.mark.parametrize("lang", ["nb", "nn", "no"])
def test_norwegian_is_known_by_each_of_its_tags(lang: str) -> None:
    assert joins(windows("Bergen og Voss", 3, lang=lang)[2], ["bergen"], lang)
    lexicon = lexicon_of({"trondheim": f"place en:Trondheim {lang}:Tråante"})
    segment = Segment("s1", "The mayor of Tråante spoke.", (Anchor(0, 1, 1),))
    mentions = read_names(Document("t", (segment,), None, "en"), lexicon).segments[0].mentions
    assert [(m.text, m.route) for m in mentions] == [("Tråante", "Norwegian form Tråante")]
