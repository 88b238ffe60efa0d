"""Suggestions in the case of the word that they stand for, and what inflected forms wear."""

from __future__ import annotations

import pytest

from qa.model import Anchor, Document, Entry, Form, Glossary, Segment, Status
from qa.names import Lexicon, compile_glossary, read_names
from qa.names.grammar.dress import other_dress
from qa.names.grammar.in_case import in_case, nominatives
from qa.names.script.greek import stress, stressed_at

from .conftest import index, table


@pytest.mark.parametrize(("lang", "right", "word", "wanted"), [tuple(row) for row in table("in_case.tsv")])
def test_the_right_name_takes_the_case_of_the_word(lang: str, right: str, word: str, wanted: str) -> None:
    assert in_case(right, word, lang) == (None if wanted == "." else wanted)


@pytest.mark.parametrize(
    ("lang", "right", "written", "wanted"),
    [
        ("lv", "Džo Baidens", "Joe Bidena", "Džo Baidena"),
        ("lt", "Joe Bidenas", "Džo Baideno", "Joe Bideno"),
        ("fi", "Volodymyr Zelenskyi", "Vladimir Selenskin", "Volodymyr Zelenskyin"),
        ("hu", "Volodimir Zelenszkij", "Vladimir Zelenskijjel", "Volodimir Zelenszkijjel"),
    ],
)
def test_a_given_name_that_takes_no_ending_stays(lang: str, right: str, written: str, wanted: str) -> None:
    assert in_case(right, written, lang, person=True) == wanted


@pytest.mark.parametrize(
    ("lang", "text", "slip"),
    [
        ("ru", "Жители Лисячанска уехали.", "Лисичанска: “я” for “и”"),
        ("ru", "Шли бои под Донецьком.", "Донецком: “ь” added after “донец”"),
        ("uk", "Мешканці Лісичанська виїхали.", "Лисичанська: “і” for “и”"),
        ("uk", "У Київі тихо.", "Києві: “ї” for “є”"),
    ],
)
def test_the_ending_of_a_case_is_no_slip(lang: str, text: str, slip: str) -> None:
    document = Document("text", (Segment("s1", text, (Anchor(0, 1, 1),)),), None, lang)
    (mention,) = read_names(document, Lexicon(index(), lang)).segments[0].mentions
    assert mention.route == f"misspelling of {slip}"


@pytest.mark.parametrize(
    ("word", "number", "stressed"),
    [
        ("χάρκοβου", 1, "χαρκόβου"),
        ("τέμπών", 0, "τεμπών"),
        ("ιμαλάιων", 1, "ιμαλαΐων"),
        ("γάιδαρου", 1, "γαϊδάρου"),
        ("κούβα", 0, "κουβά"),
        ("κούβα", 5, "κούβα"),
    ],
)
def test_a_greek_stress_moves(word: str, number: int, stressed: str) -> None:
    assert stressed_at(word, number) == stressed
    assert stress(stressed) == (number if stressed != word else stress(word))


@pytest.mark.parametrize(
    ("lang", "right", "word", "nominative"),
    [
        ("hu", "Harkiv", "harkovban", "harkov"),
        ("fi", "Harkova", "harkivassa", "harkiva"),
        ("uk", "Одеса", "одесси", "одесса"),
        ("tr", "Lviv", "lvovdan", "lvov"),
    ],
)
def test_an_ending_of_the_name_may_be_taken_off_a_word(
    lang: str, right: str, word: str, nominative: str
) -> None:
    assert nominative in nominatives(right, word, lang)


@pytest.mark.parametrize(
    ("lang", "form", "written", "kind", "right"),
    [
        ("uk", "Знам'янка", "Знамянкою", "marks", "Знам'янкою"),
        ("uk", "Івано-Франківськ", "Івано Франківська", "hyphens", "Івано-Франківська"),
        ("pl", "Zełenski", "Zelenskiego", "marks", "Zełenskiego"),
        ("pl", "Erdoğan", "Erdogana", "marks", "Erdoğana"),
        ("fi", "Kuldīga", "Kuldigassa", "marks", "Kuldīgassa"),
        ("fi", "Zahlé", "Zahlesta", "marks", "Zahlésta"),
        ("de", "José", "Joses", "marks", "Josés"),
        ("cs", "Dvořák", "Dvorákovy", "marks", "Dvořákovy"),
        ("pl", "Gitanas Nausėda", "Gitanasem Nausedą", "marks", "Gitanasem Nausėdą"),
        ("uk", "Знам'янка Друга", "Знамянки Другої", "marks", "Знам'янки Другої"),
    ],
)
def test_an_inflected_form_is_dressed_as_the_name(
    lang: str, form: str, written: str, kind: str, right: str
) -> None:
    assert other_dress(form, written, lang) == (kind, right)


@pytest.mark.parametrize(
    ("lang", "form", "written"),
    [
        ("uk", "Знам'янка", "Знам’янки"),
        ("uk", "Івано-Франківськ", "Івано‑Франківська"),
        ("pl", "Kraków", "Krakowa"),
        ("pl", "Łódź", "Łodzi"),
        ("el", "Κίεβο", "Κιέβου"),
        ("pl", "Zełenski", "ZELENSKIEGO"),
        ("hu", "Odessza", "Odesszában"),
        ("pl", "Gitanas Nausėda", "Gitanasem Nausėdą"),
        ("lt", "Šimonytė", "Šimonytei"),
        ("pl", "Paweł", "Pawle"),
        ("pl", "Marhaneć", "Marhańcu"),
        ("pl", "Gniezno", "Gnieźnie"),
        ("pl", "Święta", "Świąt"),
        ("sk", "Košice", "Košíc"),
        ("sk", "Medzilaborce", "Medzilaboriec"),
    ],
)
def test_what_an_ending_changes_is_no_other_dress(lang: str, form: str, written: str) -> None:
    assert other_dress(form, written, lang) is None


@pytest.mark.parametrize(
    ("lang", "form", "written", "right"),
    [
        ("de", "Rom", "Römer", None),
        ("de", "Trump", "Trump’sche", None),
        ("fr", "Kiev", "Kiévienne", None),
        ("fr", "Suède", "Suédois", None),
        ("fr", "Israël", "Israéliens", None),
        ("cs", "Dvořák", "Dvorákův", "Dvořákův"),
        ("uk", "Знам'янка", "Знамянський", "Знам'янський"),
    ],
)
def test_a_word_made_from_a_name_may_take_other_marks(
    lang: str, form: str, written: str, right: str | None
) -> None:
    found = other_dress(form, written, lang, derived=True)
    assert (found and found.right) == right


FORMS = "en:Kharkiv uk:Харків ru:Харьков pl:Charków de:Charkiw cs:Charkov -uk:Харьков tr:Harkiv hu:Harkiv fi:Harkova"


@pytest.mark.parametrize(
    ("lang", "text", "source", "wanted"),
    [
        ("ru", "Над Харковом тихо.", "It is calm over Kharkiv.", [("Харковом", "Харьковом")]),
        ("uk", "Над Харьковом тихо.", None, [("Харьковом", "Харковом")]),
        ("pl", "W Harkowie jest cicho.", None, [("Harkowie", "Charkowie")]),
        ("pl", "Kharkiv milczy.", "Kharkiv is silent.", [("Kharkiv", "Charków")]),
        ("pl", "Harkiv milczy.", "Kharkiv is silent.", [("Harkiv", "Charków")]),
        ("hu", "Harkovban csend van.", "It is calm in Kharkiv.", [("Harkovban", "Harkivban")]),
        ("tr", "Harkovdan haber yok.", "No news from Kharkiv.", [("Harkovdan", "Harkiv")]),
        ("de", "Kharkivs Rat schwieg.", "The council of Kharkiv was silent.", [("Kharkivs", "Charkiws")]),
    ],
)
def test_findings_suggest_it(lang: str, text: str, source: str | None, wanted: list[tuple[str, str]]) -> None:
    forms = (
        Form(form, tag.lstrip("-"), Status.DEPRECATED if tag.startswith("-") else Status.PREFERRED)
        for tag, form in (item.split(":") for item in FORMS.split())
    )
    lexicon = Lexicon(compile_glossary(Glossary((Entry("kharkiv", "place", tuple(forms)),))), lang)
    segment = Segment("s1", text, (Anchor(0, 1, 1),), source=source)
    names = read_names(Document("-", (segment,), "en" if source else None, lang), lexicon).segments[0]
    assert [(m.text, m.suggestion) for m in names.mentions if m.suggestion] == wanted


@pytest.mark.parametrize(
    ("lang", "kind", "name", "text"),
    [
        ("de", "place", "Rumänien", "Die Rumänen und eine Rumänin, ein Rumäne, sagten ab."),
        ("de", "place", "Türkei", "Eine Türkin half den Türken."),
        ("de", "place", "Slowakei", "Die Slowakin gewann."),
        ("de", "person", "Trump", "Es sind die Trump’schen Zölle."),
        ("fr", "place", "Géorgie", "Les Géorgiens ont voté."),
        ("fr", "place", "Kiev", "Les Kiéviens dorment dans le métro."),
        ("fr", "person", "Macron", "La Macronie se divise."),
        ("pl", "place", "Chorwacja", "Chorwatów pokonano, Chorwatka wygrała."),
        ("cs", "place", "Maďarsko", "Maďarka zvítězila."),
        ("el", "place", "Φινλανδία", "Οι Φινλανδοί ψήφισαν."),
        ("he", "place", "הונגריה", "שחקן הונגרי זכה."),
        ("hu", "place", "Szlovákia", "Szlovákok ezrei vonultak fel."),
        ("fi", "place", "Slovakia", "Slovakit äänestivät."),
        ("ru", "place", "Румыния", "Румынка победила."),
        ("uk", "place", "Запоріжжя", "Запоріжці сплять у метро."),
        ("uk", "person", "Путін", "Путін мовчить. Путінова війна триває, Путінів режим стоїть."),
    ],
)
def test_nothing_is_said_of_a_word_made_from_a_name(lang: str, kind: str, name: str, text: str) -> None:
    entry = Entry("entry", kind, (Form(name, lang, Status.PREFERRED),))
    segment = Segment("s1", text, (Anchor(0, 1, 1),))
    lexicon = Lexicon(compile_glossary(Glossary((entry,))), lang)
    names = read_names(Document("-", (segment,), None, lang), lexicon).segments[0]
    assert [m for m in names.mentions if m.suggestion] == []


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("cs", "Ukrajinci bojují."),
        ("pl", "Ukraińcy walczą."),
        ("uk", "Українці воюють."),
        ("uk", "Українські війська воюють."),
        ("ru", "Украинцы воюют."),
        ("de", "Die Ukrainer kämpfen."),
    ],
)
def test_the_name_of_a_people_asks_for_no_country(lang: str, text: str) -> None:
    forms = {
        "en": "Ukraine",
        "cs": "Ukrajina",
        "pl": "Ukraina",
        "uk": "Україна",
        "ru": "Украина",
        "de": "Ukraine",
    }
    entry = Entry("ukraine", "place", tuple(Form(form, tag, Status.PREFERRED) for tag, form in forms.items()))
    segment = Segment("s1", text, (Anchor(0, 1, 1),), source="Ukrainians are fighting.")
    lexicon = Lexicon(compile_glossary(Glossary((entry,))), lang)
    names = read_names(Document("-", (segment,), "en", lang), lexicon).segments[0]
    assert [m for m in names.mentions if m.suggestion] == []
    assert names.missing == ()


@pytest.mark.parametrize(
    ("lang", "text", "wanted"),
    [
        ("hu", "Kharkivban csend van.", [("Kharkivban", "Harkivban")]),
        ("fi", "Kharkivissa on hiljaista.", [("Kharkivissa", "Harkovassa")]),
        ("pl", "Harkivowi pomagają.", [("Harkivowi", "Charkowowi")]),
        ("hu", "Harkivban csend van.", []),
        ("hu", "Horvátban csend van.", []),
        ("fi", "Harjavallassa on hiljaista.", []),
        ("pl", "Harcerzowi pomagają.", []),
    ],
)
def test_a_long_ending_does_not_hide_a_name(lang: str, text: str, wanted: list[tuple[str, str]]) -> None:
    test_findings_suggest_it(lang, text, None, wanted)
