"""Surnames that stand for persons whom the glossary lists in full."""

from __future__ import annotations

from functools import cache

import pytest

from qa.model import Anchor, Document, Entry, Form, Segment, Status
from qa.names import Lexicon, SegmentNames, read_names
from qa.names.lexicon.surnames import surname

from .conftest import lexicon_of

ENTRIES = {
    "kostenko": "person en:Roman_Kostenko uk:Роман_Костенко ru:Роман_Костенко",
    "hrynevych": "person en:Liliia_Hrynevych uk:Лілія_Гриневич",
    "tkachenko": "person en:Oleksandr_Tkachenko uk:Олександр_Ткаченко",
    "belov": "person en:Nikita_Belov uk:Нікіта_Бєлов ru:Никита_Белов",
    "usupashvili": "person en:Giorgi_Usupashvili ka:გიორგი_უსუფაშვილი",
    "assad": "person en:Bashar_al-Assad en:Assad ar:بشار_الأسد",
    "jumblatt": "person en:Walid_Jumblatt ar:وليد_جنبلاط",
    "sharett": "person en:Moshe_Sharett he:משה_שרת",
    "feijoo": "person en:Alberto_Núñez_Feijóo es:Alberto_Núñez_Feijóo",
    "petterson": "person en:Ana_Petterson sv:Ana_Peterson",
    "scholz": "person en:Olaf_Scholz en:Scholz -en:Scholtz -en:Olaf_Scholtz de:Olaf_Scholz ru:Олаф_Шольц ru:Шольц",
    "merz": "person en:Friedrich_Merz -en:Mertz de:Friedrich_Merz",
    "szijjarto": "person en:Péter_Szijjártó hu:Szijjártó_Péter",
    "magyar": "person en:Péter_Magyar hu:Magyar_Péter",
    "trump": "person en:Donald_Trump hu:Donald_Trump",
    "putin": "person en:Vladimir_Putin uk:Володимир_Путін ru:Владимир_Путин",
    "sarkozy": "person en:Nicolas_Sarkozy fr:Nicolas_Sarkozy",
    "brown": "person en:Gordon_Brown",
    "may": "person en:Theresa_May",
    "francis": "person en:Pope_Francis fr:pape_François uk:Папа_Франциск es:papa_Francisco",
    "charles": "person en:King_Charles es:rey_Carlos",
    "dobrindt": "person en:Alexander_Dobrindt de:Alexander_Dobrindt uk:Александер_Добріндт",
}
# Language of the source; what names the person in full; the source and the target later; what is found there.
WITH_SOURCE = """
uk | Roman Kostenko agreed. | Роман Костенко погодився. | Костенко пішов. | [Kostienko] left. | Kostenko
uk | Roman Kostenko agreed. | Роман Костенко погодився. | Бачили Костенка. | They saw [Kostenka]. | Kostenko
uk | Roman Kostenko agreed. | Роман Костенко погодився. | Костенко пішов. | Kostenko left. |
uk | Liliia Hrynevych agreed. | Лілія Гриневич погодилася. | Гриневич пішла. | [Grinevich] left. | Hrynevych
uk | Liliia Hrynevych agreed. | Лілія Гриневич погодилася. | Лілія Гриневич пішла. | [Grinevich] left. | Hrynevych
uk | Liliia Hrynevych agreed. | Лілія Гриневич погодилася. | Лілія Гриневич пішла. | Hrynevych left. |
uk | Nikita Belov agreed. | Нікіта Бєлов погодився. | Олена Бєлова пішла. | Olena Bielova left. |
uk | Nikita Belov agreed. | Нікіта Бєлов погодився. | Бєлової не було. | Bielova was not there. |
ka | Giorgi Usupashvili agreed. | გიორგი უსუფაშვილი დათანხმდა. | უსუფაშვილმა უარყო. | [Usupashvil] denied. | Usupashvili
ar | Walid Jumblatt agreed. | وافق وليد جنبلاط. | رفض جنبلاط. | [Junblat] refused. | Jumblatt
es | Alberto Núñez Feijóo agreed. | Alberto Núñez Feijóo aceptó. | Feijóo salió. | [Feijoo] left. | Feijóo
sv | Ana Petterson agreed. | Ana Peterson höll med. | Peterson gick. | [Peterson] left. | Petterson
hu | Péter Szijjártó agreed. | Szijjártó Péter beleegyezett. | Szijjártó elment. | [Szijarto] left. | Szijjártó
hu | Péter Szijjártó agreed. | Szijjártó Péter eljött. | Szijjártóval ment. | He left with [Szijjartoval]. | Szijjártó
hu | Péter Szijjártó agreed. | Szijjártó Péter beleegyezett. | Szijjártó Katalin elment. | Katalin Szijarto left. |
hu | Péter Szijjártó agreed. | Szijjártó Péter beleegyezett. | Nagy Péter elment. | Peter Nagy left. |
hu | Donald Trump agreed. | Donald Trump beleegyezett. | Trump elment. | [Tromp] left. | Trump
uk | Vladimir Putin agreed. | Володимир Путін погодився. | Путін пішов. | [Puttin] left. | Putin
ru | Vladimir Putin agreed. | Владимир Путин согласился. | Видели Путина. | They saw [Puttin]. | Putin
fr | Nicolas Sarkozy agreed. | Nicolas Sarkozy a accepté. | On a vu Sarkozy. | They saw [Sarkosi]. | Sarkozy
he | Moshe Sharett agreed. | משה שרת הסכים. | שרת סירב. | [Sharet] refused. | Sharett
fr | Pope Francis agreed. | Le pape François accepte. | Puis François est parti. | Then [Francois] left. | Francis
fr | Pope Francis agreed. | Le pape François accepte. | François Hollande refuse. | François Hollande refused. |
fr | Pope Francis agreed. | Le pape François accepte. | On a vu François Fillon. | They saw François Fillon. |
fr | Pope Francis agreed. | Le pape François accepte. | Mgr François-Xavier Bustillo. | Mgr François-Xavier Bustillo. |
es | Pope Francis agreed. | El papa Francisco aceptó. | Francisco Camps no. | Not Francisco Camps. |
es | Pope Francis agreed. | El papa Francisco aceptó. | Y Francisco Camps y Francisco. | Francisco Camps and Francis. |
es | King Charles agreed. | El rey Carlos aceptó. | Ganó Carlos Alcaraz. | Carlos Alcaraz won. |
"""
ALONE = """
Roman Kostenko agreed. | Then [Kostienko] left. | Kostenko
Liliia Hrynevych agreed. | Then [Grinevich] left, and Grinevich’s friends. | Hrynevych Hrynevych
Roman Kostenko agreed. | Then Kostenko left, and Kostenko's friends. |
Roman Kostenko agreed. | Then Mykola Kostienko left, and so did Vera Kostienko. |
Nikita Belov agreed. | Ms Bielova was not there. |
Alberto Núñez Feijóo agreed. | Then [Feijoo] left. | Feijóo
Somebody else agreed. | Then Kostienko left. |
Bashar al-Assad agreed. | Then [Asaad] left. | Assad
Bashar al-Assad agreed. | Then Asaad al-Shaibani left. |
"""


@cache
def lexicon(target: str = "en") -> Lexicon:
    return lexicon_of(ENTRIES, target)


def rows(table: str) -> list[tuple[str, ...]]:
    return [tuple(cell.strip() for cell in line.split("|")) for line in table.strip().splitlines()]


def reading(lang: str | None, *lines: tuple[str, str | None]) -> tuple[SegmentNames, ...]:
    segments = tuple(
        Segment(f"s{n}", text, (Anchor(0, n, 1),), source=source) for n, (text, source) in enumerate(lines, 1)
    )
    return read_names(Document("text", segments, lang, "en"), lexicon()).segments


def found(names: SegmentNames) -> list[tuple[str, str | None]]:
    return [(m.text, m.suggestion) for m in names.mentions if m.status is None]


@pytest.mark.parametrize(("lang", "full", "full_source", "source", "target", "wanted"), rows(WITH_SOURCE))
def test_the_source_asks_for_the_surname(
    lang: str, full: str, full_source: str, source: str, target: str, wanted: str
) -> None:
    text = target.replace("[", "").replace("]", "")
    names = reading(lang, (full, full_source), (text, source))[1]
    marked = [part.partition("]")[0] for part in target.split("[")[1:]]
    assert found(names) == list(zip(marked, wanted.split(), strict=True))
    assert names.missing == ()


@pytest.mark.parametrize(("full", "target", "wanted"), rows(ALONE))
def test_without_a_source_the_full_name_is_the_evidence(full: str, target: str, wanted: str) -> None:
    text = target.replace("[", "").replace("]", "")
    assert [
        suggestion for _, suggestion in found(reading(None, (full, None), (text, None))[1])
    ] == wanted.split()


LOST = """
uk | Роман Костенко погодився. | Костенко пішов. | Kostenko
uk | Володимир Путін погодився. | Путін пішов. | Putin
ru | Владимир Путин согласился. | Видели Путина. | Putin
ru | Владимир Путин согласился. | Путина началась. |
fr | Nicolas Sarkozy a accepté. | Hier, Sarkozy est parti. | Sarkozy
en | Gordon Brown agreed. | We saw Brown there. | Brown
en | Theresa May agreed. | We saw it in May there. |
"""


@pytest.mark.parametrize(("lang", "full", "source", "missing"), rows(LOST))
def test_a_lost_surname_is_missing(lang: str, full: str, source: str, missing: str) -> None:
    names = reading(lang, ("They agreed.", full), ("He left.", source))[1]
    assert [n.surname for n in names.missing] == missing.split()


@pytest.mark.parametrize(
    ("source", "missing"),
    [
        ("„Építünk” – mondta Magyar.", ["Magyar"]),
        ("Magyar szerint építenek.", []),
        ("A magyar szó szép.", []),
        ("Magyar Szó És Magyar Szívek", []),
    ],
)
def test_an_ordinary_word_is_a_surname_where_only_names_have_a_capital(
    source: str, missing: list[str]
) -> None:
    full = ("Péter Magyar agreed.", "Magyar Péter beleegyezett.")
    names = reading("hu", full, ("We build, he said.", source))[1]
    assert [n.surname for n in names.missing] == missing


def test_another_person_in_the_place_of_one_is_wrong() -> None:
    full = (
        "Roman Kostenko and Oleksandr Tkachenko agreed.",
        "Роман Костенко та Олександр Ткаченко погодилися.",
    )
    names = reading("uk", full, ("Tkachenko left.", "Костенко пішов."))[1]
    assert [(m.text, n.text) for m, n in names.wrong] == [("Tkachenko", "Костенко")]
    assert names.missing == ()


def test_a_right_surname_is_a_right_mention() -> None:
    names = reading(None, ("Roman Kostenko agreed. Then Kostenko left.", None))[0]
    assert [(m.text, m.status) for m in names.mentions] == [
        ("Roman Kostenko", Status.PREFERRED),
        ("Kostenko", Status.PREFERRED),
    ]


SHORT = """
Ursula von der Leyen | von der Leyen
Marine Le Pen | Le Pen
Alexander Van der Bellen | Van der Bellen
Itamar Ben Gvir | Ben Gvir
Ben Affleck | Affleck
Mohammed bin Salman | bin Salman
Abdel Fattah al-Burhan | al-Burhan Burhan
Ahmed Al Sharaa | Sharaa
Charles III |
Robert Downey Jr. |
Madonna |
Queen Anna |
"""


@pytest.mark.parametrize(("full", "short"), rows(SHORT))
def test_what_the_surname_is(full: str, short: str) -> None:
    made = surname(Entry("x", "person", (Form(full, "en", Status.PREFERRED),)))
    texts = [f.text for f in made.forms] if made else []
    assert " ".join(texts) == short


HUNGARIAN = """
hu:Szijjártó_Péter en:Péter_Szijjártó | Szijjártó Szijjártó
hu:Szijjártó_Péter | Szijjártó
hu:Szijjártó_Péter uk:Петер_Сіярто | Szijjártó Сіярто
hu:Donald_Trump en:Donald_Trump | Trump Trump
hu:Lars_Løkke_Rasmussen en:Lars_Løkke_Rasmussen | Rasmussen Rasmussen
"""


@pytest.mark.parametrize(("forms", "short"), rows(HUNGARIAN))
def test_hungarians_put_the_surname_first(forms: str, short: str) -> None:
    listed = (form.partition(":") for form in forms.split())
    made = surname(
        Entry(
            "x", "person", tuple(Form(f.replace("_", " "), lang, Status.PREFERRED) for lang, _, f in listed)
        )
    )
    assert made is not None
    assert " ".join(f.text for f in made.forms) == short


@pytest.mark.parametrize(
    ("lang", "full", "source", "target", "found"),
    [
        ("he", "איתמר בן גביר", "בן גביר עזב.", "Ben Gwir left.", [("Ben Gwir", "Ben Gvir")]),
        ("he", "איתמר בן גביר", "בן גביר עזב.", "Ben Gvir left.", []),
        ("uk", "Марін Ле Пен", "Ле Пен пішла.", "Lepen left.", [("Lepen", "Le Pen")]),
        ("uk", "Марін Ле Пен", "Ле Пен пішла.", "Le Pen left.", []),
    ],
)
def test_a_particle_with_a_capital_stays_with_the_surname(
    lang: str, full: str, source: str, target: str, found: list[tuple[str, str]]
) -> None:
    entries = {
        "gvir": "person en:Itamar_Ben_Gvir he:איתמר_בן_גביר",
        "pen": "person en:Marine_Le_Pen uk:Марін_Ле_Пен",
    }
    right = {"he": "Itamar Ben Gvir", "uk": "Marine Le Pen"}[lang]
    pairs = [(right, full), (target, source)]
    segments = tuple(Segment(f"s{n}", t, (Anchor(0, n, 1),), source=s) for n, (t, s) in enumerate(pairs))
    names = read_names(Document("text", segments, lang, "en"), lexicon_of(entries)).segments[1]
    assert [(m.text, m.suggestion) for m in names.mentions if m.suggestion] == found
    assert names.missing == ()


@pytest.mark.parametrize(
    ("full", "native", "shorts"),
    [
        ("Soufiane El Bakkali", "سفيان البقالي", ["El Bakkali", "Bakkali"]),
        ("Soufiane el-Bakkali", "سفيان البقالي", ["el-Bakkali", "Bakkali"]),
        ("An Nguyen", "آن نغوين", ["Nguyen"]),
        ("Mohamed An Nguyen", "محمد آن نغوين", ["Nguyen"]),
    ],
)
def test_an_arabic_article_with_a_capital_stays_with_the_surname(
    full: str, native: str, shorts: list[str]
) -> None:
    forms = (Form(full, "en", Status.PREFERRED), Form(native, "ar", Status.PREFERRED))
    made = surname(Entry("x", "person", forms))
    assert made is not None
    assert [f.text for f in made.forms if f.lang == "en"] == shorts


def test_small_letters_of_a_script_without_capitals_are_no_particles() -> None:
    forms = (
        Form("Irakli Giorgi Abashidze", "en", Status.PREFERRED),
        Form("ირაკლი გიორგი აბაშიძე", "ka", Status.PREFERRED),
    )
    made = surname(Entry("x", "person", forms))
    assert made is not None
    assert [f.text for f in made.forms] == ["Abashidze", "აბაშიძე"]


def test_places_have_no_surname() -> None:
    assert surname(Entry("x", "place", (Form("Bila Tserkva", "en", Status.PREFERRED),))) is None


@pytest.mark.parametrize(
    ("text", "found", "suggested"),
    [
        ("Chancellor Scholtz left.", "Scholtz", "Scholz"),
        ("Chancellor Sholz left.", "Sholz", "Scholz"),
        ("Chancellor Olaf Scholtz left.", "Olaf Scholtz", "Olaf Scholz"),
        ("Chancellor Olaf Sholz left.", "Olaf Sholz", "Olaf Scholz"),
        # The surname alone is no form that may stand.
        ("Chancellor Mertz left.", "Mertz", "Friedrich Merz"),
    ],
)
def test_who_is_called_by_the_surname_stays_so(text: str, found: str, suggested: str) -> None:
    document = Document("text", (Segment("s1", text, (Anchor(0, 1, 1),)),), None, "en")
    (mention,) = read_names(document, lexicon_of(ENTRIES)).segments[0].mentions
    assert (mention.text, mention.suggestion) == (found, suggested)
