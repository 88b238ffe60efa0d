"""A person listed in full whom everybody knows by the surname: the source tells another spelling of it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from qa.model import Anchor, Document, Entry, Form, Glossary, Segment, Status
from qa.names import Lexicon, NameIndex, compile_glossary, read_names


def _person(entry_id: str, name: str, native: str, lang: str = "uk", target: str = "en") -> Entry:
    forms = (Form(name, target, Status.PREFERRED), Form(native, lang, Status.PREFERRED))
    return Entry(entry_id, "person", forms)


PEOPLE = (
    _person("dovbyk", "Artem Dovbyk", "Артем Довбик"),
    _person("hegseth", "Pete Hegseth", "Піт Гегсет"),
    _person("leyen", "Ursula von der Leyen", "Урсула фон дер Ляєн"),
    _person("klychko-v", "Vitalii Klychko", "Віталій Кличко"),
    _person("klychko-w", "Volodymyr Klitschko", "Володимир Кличко"),
)
UNCASED = (
    _person("netanyahu", "Benjamin Netanyahu", "بنيامين نتنياهو", "ar"),
    _person("sisi", "Abdel Fattah el-Sisi", "عبد الفتاح السيسي", "ar"),
    _person("saied", "Kais Saied", "قيس سعيد", "ar"),
    _person("abbas", "Mahmoud Abbas", "محمود عباس", "ar"),
    _person("sudani", "Mohammed Shia al-Sudani", "محمد شياع السوداني", "ar"),
    _person("smotrich", "Bezalel Smotrich", "בצלאל סמוטריץ'", "he"),
    _person("araghchi", "Abbas Araghchi", "عباس عراقچی", "fa"),
    _person("munir", "Asim Munir", "आसिम मुनीर", "hi"),
    _person("kobakhidze", "Irakli Kobakhidze", "ირაკლი კობახიძე", "ka"),
)
INDEX = compile_glossary(Glossary((*PEOPLE, *UNCASED)))


def _read(
    source_lang: str, target_lang: str, pairs: Sequence[tuple[str, str]], index: NameIndex = INDEX
) -> tuple[list[str], list[str]]:
    segments = tuple(
        Segment(f"s{i}", target, (Anchor(0, i, i),), source=source)
        for i, (source, target) in enumerate(pairs, 1)
    )
    reading = read_names(Document("-", segments, source_lang, target_lang), Lexicon(index, target_lang))
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
        # A word of one letter is no initial but in capitals inside a sentence, or with a point.
        ([("Прийшли Ребров і Довбик.", "Rebrov and Dovbik came.")], ["Dovbik > Dovbyk"]),
        ([("Він говорив з Довбиком.", "He spoke with Dovbik.")], ["Dovbik > Dovbyk"]),
        ([("І Довбик прийшов.", "And Dovbik came.")], ["Dovbik > Dovbyk"]),
        ([("Фото зробив М. Довбик.", "The photo is by M. Dovbik.")], []),
        # Somebody else of that name is in the document.
        ([("Ребров хвалить Довбика.", "Rebrov praises Dovbik."), ("Фото: Михайло Довбик.", "Photo: M. Dovbik.")], []),
        ([("Там був Гейдар Довбик.", "Heydar Dovbik was there.")], []),
        # Two who are written differently are listed.
        ([("Прийшов Кличко.", "Klichko came.")], []),
    ],
)  # fmt: skip
def test_nobody_else_is_taken_for_them(pairs: Sequence[tuple[str, str]], found: list[str]) -> None:
    assert _read("uk", "en", pairs) == (found, [])


@pytest.mark.parametrize(
    ("lang", "source", "target", "found"),
    [
        (
            "ar",
            "نفت حكومة نتنياهو التقارير",
            "The government of Natanyahu denied it.",
            ["Natanyahu > Netanyahu"],
        ),
        ("ar", "وفي القاهرة التقى السيسي الوزير", "In Cairo El-Sissi met him.", ["El-Sissi > el-Sisi"]),
        ("ar", "وفي القاهرة التقى السيسي الوزير", "In Cairo el-Sisi met him.", []),
        ("ar", "نفت حكومة نتنياهو التقارير", "The government denied it.", []),
        ("he", "לסמוטריץ' אין תוכנית", "Smotritch has no plan.", ["Smotritch > Smotrich"]),
        ("fa", "عراقچی گفت", "Araqchi said.", ["Araqchi > Araghchi"]),
        ("hi", "मुनीर ने कहा", "Muneer said.", ["Muneer > Munir"]),
        ("ka", "კობახიძემ განაცხადა", "Kobahidze said.", ["Kobahidze > Kobakhidze"]),
        # A given name, an ordinary word, and what is made from a country's name.
        ("ar", "كان سعيد هناك", "Said was there.", []),
        # Not Mahmoud Abbas, but Abbas Araghchi, who has no form in Arabic and so is met as without a source.
        ("ar", "وقال عباس عراقجي", "Abas Araqchi said.", ["Abas Araqchi > Abbas Araghchi"]),
        ("ar", "قال الجيش السوداني", "The Sudanese army said.", []),
    ],
)
def test_a_surname_without_capitals(lang: str, source: str, target: str, found: list[str]) -> None:
    assert _read(lang, "en", [(source, target)]) == (found, [])


@pytest.mark.parametrize(
    ("pairs", "found"),
    [
        # Everybody writes the name, which makes it no ordinary word.
        (
            [
                ("قال بنيامين نتنياهو", "Benjamin Netanjahu sagte."),
                ("قال نتنياهو", "Der Premier Netanyahu sprach."),
            ],
            ["Netanyahu > Netanjahu"],
        ),
        # An article that goes with the surname is written again.
        (
            [("وفي القاهرة التقى السيسي الوزير", "In Kairo traf Präsident El-Sissi ihn.")],
            ["El-Sissi > al-Sisi"],
        ),
    ],
)
def test_a_surname_without_capitals_where_words_have_cases(
    pairs: Sequence[tuple[str, str]], found: list[str]
) -> None:
    people = (
        _person("netanyahu", "Benjamin Netanjahu", "بنيامين نتنياهو", "ar", "de"),
        _person("sisi", "Abdel Fattah al-Sisi", "عبد الفتاح السيسي", "ar", "de"),
    )
    assert _read("ar", "de", pairs, compile_glossary(Glossary(people))) == (found, [])


@pytest.mark.parametrize("given", ["Сергія", "Івана", "Олександра", "Ігоря", "Андрія"])
def test_a_given_name_in_any_case_makes_it_somebody_else(given: str) -> None:
    pairs = [
        ("Артем Довбик забив.", "Artem Dovbyk scored."),
        (f"Музей скульптора {given} Довбика відкрили.", "The museum of the sculptor Dowbyk opened."),
    ]
    assert _read("uk", "en", pairs) == ([], [])


@pytest.mark.parametrize(
    ("lang", "native", "name", "source", "text", "found"),
    [
        (
            "ka",
            "ირაკლი კობახიძე",
            "Irakli Kobakhidze",
            "კობახიძეს თქმით, კი.",
            "So Kobakhidzes said.",
            "Kobakhidzes",
        ),
        ("ka", "მაია სანდუ", "Maia Sandu", "სანდუს თქმით, კი.", "So Sandus said.", "Sandus"),
        (
            "lv",
            "Evika Siliņa",
            "Evika Silina",
            "To teica Siliņas padomnieks.",
            "An aide of Silinas said.",
            "Silinas",
        ),
        # Several of a family are so in the source as well, and a possessive is English.
        ("ka", "მაია სანდუ", "Maia Sandu", "სანდუები წავიდნენ.", "The Sandus left.", ""),
        ("ka", "მაია სანდუ", "Maia Sandu", "სანდუს თქმით, კი.", "So Sandu's aide said.", ""),
        ("es", "Maia Sandu", "Maia Sandu", "Los Sandus se fueron.", "The Sandus left.", ""),
    ],
)
def test_the_case_of_a_surname_is_no_plural(
    lang: str, native: str, name: str, source: str, text: str, found: str
) -> None:
    index = compile_glossary(Glossary((_person("somebody", name, native, lang),)))
    surname = name.split()[1]
    expected = [f"{found} > {surname}"] if found else []
    assert _read(lang, "en", [(native, name), (source, text)], index) == (expected, [])


@pytest.mark.parametrize(
    ("pairs", "mixed"),
    [
        # Somebody else of the surname is written in another way, wherever the surname alone stands.
        ([("Довбик забив.", "Dovbyk scored."), ("Лікар Андрій Довбик.", "Doctor Andrii Dowbyk.")], []),
        (
            [
                ("Лікар Андрій Довбик.", "Doctor Andrii Dowbyk."),
                ("Лікар Андрій Довбик.", "Doctor Andrii Dowbyk."),
                ("Довбик забив.", "Dovbyk scored."),
            ],
            [],
        ),
        # Nobody of the glossary is called so.
        (
            [("Ковтун забив.", "Kovtun scored."), ("Лікар Андрій Ковтун.", "Doctor Andrii Kowtun.")],
            ["Kowtun"],
        ),
    ],
)
def test_somebody_else_of_the_surname_is_no_drift(pairs: Sequence[tuple[str, str]], mixed: list[str]) -> None:
    segments = tuple(Segment(f"s{i}", t, (Anchor(0, i, i),), source=s) for i, (s, t) in enumerate(pairs, 1))
    reading = read_names(Document("-", segments, "uk", "en"), Lexicon(INDEX, "en"))
    assert [d.text for d in reading.drift] == mixed


@pytest.mark.parametrize(
    ("langs", "native", "name", "source", "text", "found"),
    [
        (
            "en-lv",
            "Joe Biden",
            "Džo Baidens",
            "Biden's envoy came.",
            "Ieradās Bidena sūtnis.",
            "Bidena > Baidena",
        ),
        ("en-lv", "Joe Biden", "Džo Baidens", "Biden's envoy came.", "Ieradās Baidena sūtnis.", ""),
        (
            "ru-pl",
            "Дмитрий Песков",
            "Dmitrij Pieskow",
            "Песков прибыл.",
            "Przybycie Peskowa.",
            "Peskowa > Pieskowa",
        ),
        # A woman's surname beside a man's, as the source has it.
        ("ru-pl", "Дмитрий Песков", "Dmitrij Pieskow", "Пескова прибыла.", "Peskowa przybyła.", ""),
        # A German noun put together with another one is no given name.
        (
            "de-pl",
            "Maria Sacharowa",
            "Maria Zacharowa",
            "Auch Kremlsprecherin Sacharowa kam.",
            "Przybyła Sacharowa.",
            "Sacharowa > Zacharowa",
        ),
        (
            "de-pl",
            "Maria Sacharowa",
            "Maria Zacharowa",
            "Auch Luiselotte Sacharowa kam.",
            "Przybyła Sacharowa.",
            "",
        ),
    ],
)
def test_a_surname_in_a_case_or_behind_a_noun(
    langs: str, native: str, name: str, source: str, text: str, found: str
) -> None:
    lang, target = langs.split("-")
    index = compile_glossary(Glossary((_person("somebody", name, native, lang, target),)))
    assert _read(lang, target, [(source, text)], index) == ([found] if found else [], [])
