"""Inflected forms of names, language by language."""

from __future__ import annotations

import pytest

from qa.names.inflect import Inflection, inflection
from qa.text import fold

INFLECTED = {
    "uk": "Київ Києва|Києву|Києві|Києвом; Харків Харкова|Харкові; Буча Бучі|Бучу|Бучею; Рівне Рівного|Рівному; "
    "Запоріжжя Запоріжжі|Запоріжжям; Зеленський Зеленського|Зеленським; Донецьк Донецька|Донецьку; "
    "Прага Празі|Прагу; Суми Сумах|Сум; Пльзень Пльзні; Попова Попової; Бєлгород Бєлґорода",
    "ru": "Киев Киева|Киеву|Киеве|Киевом; Песков Пескова|Песковым; Мария Марии|Марию; Горький Горького|Горьком; "
    "Казань Казани|Казанью; Елец Ельца|Ельце; Черкассы Черкассах|Черкасс",
    "be": "Мінск Мінска|Мінску; Гомель Гомеля",
    "pl": "Kijów Kijowa|Kijowie; Warszawa Warszawy|Warszawie|Warszawą; Charków Charkowa",
    "cs": "Praha Prahy|Praze|Prahou; Kyjev Kyjeva|Kyjevě",
    "de": "Kiew Kiews; Luhansk Luhansks",
    "tr": "Kiev Kiev'de|Kiev'den|Kiev'in",
    "fi": "Kiova Kiovan|Kiovassa|Kiovasta|Kiovaan; Helsinki Helsingin|Helsingissä",
    "hu": "Kijev Kijevben|Kijevből|Kijevet",
    "et": "Tallinn Tallinna|Tallinnas|Tallinnast; Narva Narvas|Narvat; Kiiev Kiievi|Kiievisse; Pärnu Pärnusse; "
    "Karis Karise; Zelenskõi Zelenskõiga",
    "lv": "Rīga Rīgas|Rīgai|Rīgu|Rīgā; Daugavpils Daugavpilī; Rinkēvičs Rinkēviča|Rinkēviču; Siliņa Siliņas",
    "az": "Bakı Bakıda|Bakını|Bakının; Gəncə Gəncədən|Gəncəyə; Əliyev Əliyevin|Əliyevlə",
    "ar": "كييف وكييف|بكييف|لكييف",
    "he": "קייב בקייב|לקייב|וקייב",
    "el": "Κίεβο Κίεβου; Αθήνα Αθήνας|Αθήνων",
    "en": "Kharkiv Kharkivs; Ukraine Ukraines; Donbas Donbases; Canada Canadas",
}
INHABITANTS = {
    "en": "Ukraine Ukrainian|Ukrainians; Chile Chileans; Rome Romans; London Londoners; Israel Israeli",
    "de": "Köln Kölner|Kölnerin; Wien Wienern; München Münchner",
    "tr": "İzmir İzmirli; Diyarbakır Diyarbakırlı",
    "az": "Bakı Bakılı",
    "fi": "Kiova Kiovalainen",
    "et": "Tartu Tartlased",
}
OTHERS = {
    "uk": "Коля Колесо; Донець Донецьк; Віра Вірить; Лев Левада",
    "ru": "Герман Германия; Герман Германии; Вера Верить; Край Краска; Питер Питерская",
    "en": "Donbas Donbass; Zaluzhny Zaluzhnyi; Niger Nigeria; Mali Malta; Austria Australia; Peskov Pskov",
    "pl": "Kijów Kijek; Praga Pracownik",
    "ar": "كييف كيف",
}


def pairs(table: dict[str, str]) -> list[tuple[str, str, str]]:
    out = []
    for lang, text in table.items():
        for item in text.split("; "):
            name, forms = item.split(" ")
            out += [(lang, name, form) for form in forms.split("|")]
    return out


@pytest.mark.parametrize(("lang", "name", "word"), pairs(INFLECTED))
def test_inflected_forms_are_the_name(lang: str, name: str, word: str) -> None:
    assert inflection(fold(name), fold(word), lang) >= Inflection.INFLECTED


@pytest.mark.parametrize(("lang", "name", "word"), pairs(OTHERS))
def test_other_words_are_not(lang: str, name: str, word: str) -> None:
    assert inflection(fold(name), fold(word), lang) < Inflection.INFLECTED


@pytest.mark.parametrize(("lang", "name", "word"), pairs(INHABITANTS))
def test_inhabitants_are_only_derived(lang: str, name: str, word: str) -> None:
    assert inflection(fold(name), fold(word), lang) is Inflection.DERIVED


def test_adjectives_are_only_derived() -> None:
    assert inflection("харків", "харківський", "uk") is Inflection.DERIVED
    assert inflection("луганськ", "луганської", "uk") is Inflection.DERIVED
    assert inflection("киев", "киевский", "ru") is Inflection.DERIVED
