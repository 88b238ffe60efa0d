"""Listed forms in running text: which differences of dress are told, which days and which signs count."""

from __future__ import annotations

import datetime as dt

import pytest

from qa.model import Entry, Form, Glossary, Status
from qa.names import Lexicon, compile_glossary
from qa.names.listed.listed import find_listed
from qa.names.listed.typography import Place, in_title_case, typography

from .conftest import lexicon_of, unlisted_in


@pytest.mark.parametrize(
    ("lang", "right", "written", "differs"),
    [
        ("en", "Kyiv", "Kyïv", "marks"),
        ("en", "Kyiv", "KYIV", None),
        ("en", "Kharkiv", "Khar'kiv", "marks"),
        ("en", "Kievan Rus'", "Kievan Rus", None),
        ("en", "Kievan Rus'", "Kievan Rus’", None),
        ("en", "Ivano-Frankivsk", "Ivano Frankivsk", "hyphens"),
        ("en", "Ivano-Frankivsk", "Ivano‑Frankivsk", None),
        ("en", "Lwów–Warsaw school", "Lwów-Warsaw School", None),
        ("en", "Normandy Format", "Normandy format", None),
        ("en", "Nova Poshta", "Nova poshta", "capitals"),
        ("en", "Nof HaGalil", "Nof Hagalil", "capitals"),
        ("en", "Ras al-Khaimah", "Ras Al-Khaimah", "capitals"),
        ("en", "al-Bab", "Al-Bab", None),
        ("en", "Gazprom-Media", "Gazprom-media", "capitals"),
        ("en", "chicken Kiev", "Chicken Kiev", None),
        ("uk", "котлета по-київськи", "Котлета по-київськи", None),
        ("pl", "Łukaszenka", "Łukaszenką", None),
        ("pl", "Łódź", "Lódź", "marks"),
        ("pl", "Anna Kowalska", "Anną Kowalską", None),
        ("pl", "Zielona Góra", "Zieloną Gorą", "marks"),
        ("cs", "Malá", "Mala", "marks"),
        ("cs", "Musial", "Musiał", "marks"),
        ("lv", "Rīga", "Rīgā", None),
        ("hu", "Batumi", "batumi", None),
        ("fr", "Zaporijjia", "Zaporijjia", None),
        ("ru", "Киев", "Ки\u0301ев", None),
        ("ar", "الحديدة", "الح\u064fديدة", None),
        ("tr", "Harkiv", "HARKİV", None),
        ("tr", "İzmir", "İZMİR", None),
        ("tr", "İzmir", "Izmir", "marks"),
        ("de", "J.D. Vance", "J. D. Vance", None),
        ("de", "J. D. Vance", "J.\u00a0D. Vance", None),
        ("en", "J. D. Vance", "J.D. Vance", None),
        ("en", "J.D. Vance", "J. D. vance", "capitals"),
        ("he", "זלנסקי", "ז\u05b6ל\u05b6נ\u05b0ס\u05b0ק\u05b4י", None),
    ],
)
def test_differences_of_dress(lang: str, right: str, written: str, differs: str | None) -> None:
    assert (
        typography(Form(right, lang, Status.PREFERRED), written, Place(heading=False, opens=True)) == differs
    )


@pytest.mark.parametrize(
    ("right", "written", "heading", "opens", "differs"),
    [
        ("Ras al-Khaimah", "Ras Al-Khaimah", True, False, None),
        ("Nof HaGalil", "Nof Hagalil", True, False, "capitals"),
        ("al-Bab", "Al-Bab", False, False, "capitals"),
        ("Al-Bab", "al-Bab", False, True, "capitals"),
        ("eBay", "Ebay", False, True, None),
        ("eBay", "Ebay", False, False, "capitals"),
    ],
)
def test_where_a_form_stands_excuses_capitals(
    right: str, written: str, heading: bool, opens: bool, differs: str | None
) -> None:
    assert typography(Form(right, "en", Status.PREFERRED), written, Place(heading, opens)) == differs


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("Floods Hit Ras Al-Khaimah After Heavy Storms", True),
        ("Floods hit Ras Al-Khaimah after heavy storms.", False),
        ("Ras Al-Khaimah", True),
        ("FLOODS IN THE EMIRATES", True),
    ],
)
def test_a_headline_has_a_capital_on_nearly_every_word(text: str, heading: bool) -> None:
    assert in_title_case(text) is heading


FORMS = (
    Form("Bakhmut", "en", Status.PREFERRED),
    Form("Artemivsk", "en", Status.DEPRECATED, since=dt.date(2016, 2, 4)),
    Form("Bakhmut, Donetsk Oblast", "en", Status.ADMITTED),
    Form("Bakhmut (city)", "en", Status.ADMITTED),
    Form("Rus' of Bakhmut'", "en", Status.DEPRECATED),
)
INDEX = compile_glossary(Glossary((Entry("bakhmut", "place", FORMS),)))


@pytest.mark.parametrize(
    ("day", "text", "wanted"),
    [
        (None, "Artemivsk fell.", [("Artemivsk", False)]),
        (dt.date(2015, 5, 20), "Artemivsk fell.", [("Artemivsk", True)]),
        (dt.date(2022, 5, 20), "Artemivsk's mine", [("Artemivsk", False)]),
        (None, "In Bakhmut, Donetsk Oblast, and in Bakhmut.", [("Bakhmut, Donetsk Oblast", True), ("Bakhmut", True)]),
        (None, "In Bakhmut Donetsk Oblast.", [("Bakhmut Donetsk Oblast", True)]),
        (None, "In Bakhmut; Donetsk Oblast.", [("Bakhmut", True)]),
        (None, "In Bakhmut (city) today.", [("Bakhmut (city)", True)]),
        (None, "The Rus' of Bakhmut' fell.", [("Rus' of Bakhmut'", False)]),
        (None, "He calls it ‘Rus' of Bakhmut’ here.", [("Rus' of Bakhmut", False)]),
    ],
)  # fmt: skip
def test_listed_forms_and_their_spans(day: dt.date | None, text: str, wanted: list[tuple[str, bool]]) -> None:
    found = find_listed(text, Lexicon(INDEX, "en", day))
    assert [(text[item.span.start : item.span.end], item.good) for item in found] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Itamar Ben Gvir's party won.", [("Itamar Ben Gvir", False)]),
        ("Itamar Ben-Gvir's party won.", [("Itamar Ben-Gvir", True)]),
        ("It snowed in Quebec.", [("Quebec", False)]),
        ("It snowed in Québec.", [("Québec", True)]),
        ("He came to NATO.", [("NATO", False)]),
        ("NATO COUNTS BLESSINGS", [("NATO", True)]),  # in a line of capitals they tell no form
        ("IT SNOWED IN QUEBEC", [("QUEBEC", False)]),
        # Quotation marks around a form are no part of it, those in it are.
        ("He saw “Neptune” fly.", [("Neptune", True)]),
        ("He saw the film “A” and “B” twice.", [("A” and “B", True)]),
        # A mark that ends a form is a part of it, but for a point that ends the sentence when the form is replaced.
        ("The U.N. and the U.N.’s envoy met at the U.N.", [("U.N.", False), ("U.N.", False), ("U.N", False)]),
        ("The E.U. and the E.U.’s envoy met at the E.U.", [("E.U.", True)] * 3),
        # A part of a right form is right with its marks, though it may not stand without them.
        ("Erdoğan and Erdoğan’s party won.", [("Erdoğan", True), ("Erdoğan", True)]),
        ("Erdogan and Érdogan won.", [("Erdogan", False), ("Érdogan", False)]),
        ("ERDOĞAN AND ERDOGAN WON", [("ERDOĞAN", True), ("ERDOGAN", False)]),
        ("They met in Val-d’Or and in Val d’Or.", [("Val-d’Or", True), ("Val d’Or", False)]),
        ("He left Bay.", [("Bay", False)]),
    ],
)
def test_of_forms_that_differ_in_dress_the_one_counts_that_is_written(
    text: str, wanted: list[tuple[str, bool]]
) -> None:
    entries = (
        Entry("ben-gvir", "person", _forms("Itamar Ben-Gvir", "Itamar Ben Gvir")),
        Entry("neptune", "other", (Form("«Neptune»", "en", Status.PREFERRED),)),
        Entry("film", "other", (Form("“A” and “B”", "en", Status.PREFERRED),)),
        Entry("quebec", "place", _forms("Québec", "Quebec")),
        Entry("nato", "organisation", _forms("Nato", "NATO")),
        Entry("un", "organisation", _forms("UN", "U.N.")),
        Entry("erdogan", "person", _forms("Recep Tayyip Erdoğan", "Erdogan")),
        Entry("mine", "place", _forms("Mine Val-d’Or", "Val d’Or")),
        Entry("bay", "place", _forms("Hudson Bay", "Bay")),
        Entry(
            "eu", "organisation", (Form("EU", "en", Status.PREFERRED), Form("E.U.", "en", Status.ADMITTED))
        ),
    )
    found = find_listed(text, Lexicon(compile_glossary(Glossary(entries)), "en"))
    assert [(text[item.span.start : item.span.end], item.good) for item in found] == wanted


DRESSED = {
    "eu": "organisation en:EU en:E.U. es:UE",
    "orban": "person de:Orbán de:Orban en:Orban",
    "texas": "other es:Odessa,_Texas es:Odessa_(Texas)",
    "dynamo": "organisation uk:Динамо_(Київ)",
}


@pytest.mark.parametrize(("text", "good"), [("Partia Erdoğana.", True), ("Partia Erdogana.", False)])
def test_an_inflected_part_of_a_right_form_has_its_marks(text: str, good: bool) -> None:
    lexicon = lexicon_of({"erdogan": "person pl:Recep_Tayyip_Erdoğan -pl:Erdogan"}, "pl")
    assert [item.good for item in find_listed(text, lexicon)] == [good]


@pytest.mark.parametrize(
    ("lang", "text", "found"),
    [
        ("en", "The E.U. and the E.U.’s envoy met at the E.U.", []),
        ("es", "Nació en Odessa (Texas) ayer.", []),
        ("uk", "Учора «Динамо (Київ)» виграло.", []),
        # Of forms that differ in dress an inflected one may be of any that is right.
        ("de", "Orbans Partei und Orbáns Rede.", []),
        ("de", "Orbâns Partei.", ["Orbâns"]),
    ],
)
def test_a_right_form_has_no_other_dress(lang: str, text: str, found: list[str]) -> None:
    assert unlisted_in(text, lexicon_of(DRESSED, lang)) == found


def _forms(right: str, forbidden: str) -> tuple[Form, ...]:
    return (Form(right, "en", Status.PREFERRED), Form(forbidden, "en", Status.DEPRECATED))
