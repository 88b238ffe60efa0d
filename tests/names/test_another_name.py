"""Spellings that are like a name on the glossary and are another name: of somebody, of another place, of two."""

from __future__ import annotations

import pytest

from qa.model import Anchor, Document, Entry, Form, Glossary, Mention, Segment, Status
from qa.names import Lexicon, compile_glossary, read_names
from qa.names.grammar.morphology import Proper
from qa.names.words.in_cyrillic import known_in_russian
from qa.names.words.likeness import likeness


def _entry(entry_id: str, kind: str, **forms: str) -> Entry:
    listed = [
        Form(text.lstrip("*"), lang, Status.DEPRECATED if text[0] == "*" else Status.PREFERRED)
        for lang, texts in forms.items()
        for text in texts.split("/")
    ]
    return Entry(entry_id, kind, tuple(listed))


INDEX = compile_glossary(
    Glossary(
        (
            _entry("assad", "person", en="Assad", ar="الأسد", ru="Асад"),
            _entry(
                "costa", "person", en="António Costa", de="António Costa", uk="Антоніу Кошта/Антоніо Кошта"
            ),
            _entry(
                "haftar",
                "person",
                en="Khalifa Haftar",
                fr="Khalifa Haftar",
                ar="خليفة حفتر",
                uk="Халіфа Хафтар",
            ),
            _entry("shakhtar", "organisation", en="Shakhtar Donetsk", uk="Шахтар", ru="Шахтёр"),
            _entry(
                "usyk",
                "person",
                en="Oleksandr Usyk/*Alexander Usik",
                uk="Олександр Усик",
                ru="Александр Усик",
            ),
            _entry("yashin", "person", en="Ilya Yashin", de="Ilja Jaschin", ru="Илья Яшин", uk="Ілля Яшин"),
            _entry("balitsky", "person", en="Balitsky", uk="Балицький", ar="باليتسكي"),
            _entry("chernihiv", "place", en="Chernihiv", uk="Чернігів", ru="Чернигов"),
            _entry("gamaleya", "person", en="Gamaleya", ru="Гамалея"),
            _entry("hebron", "place", en="Hebron/*al-Khalil", ar="الخليل"),
            _entry("horishni", "place", en="Horishni Plavni", uk="Горішні Плавні", ru="*Комсомольск"),
            _entry("khan-younis", "place", de="Chan Yunis", en="Khan Younis", ar="خان يونس"),
            _entry("krasnodar", "place", en="Krasnodar", ru="Краснодар"),
            _entry("kyiv", "place", en="Kyiv", uk="Київ", ru="Киев", pl="Kijów"),
            _entry("luhansk", "place", en="Luhansk", uk="Луганськ", ar="لوهانسك"),
            _entry("odesa", "place", en="Odesa/*Odessa", uk="Одеса"),
            _entry("peskov", "person", en="Peskov", ru="Песков"),
            _entry("podolyak", "person", en="Podolyak", ru="Подоляк", uk="Подоляк"),
            _entry("starmer", "person", en="Keir Starmer", uk="Кір Стармер"),
            _entry("johnson", "organisation", en="Johnson & Johnson", ru="Джонсон и Джонсон"),
            _entry("tel-aviv", "place", en="Tel Aviv", uk="Тель-Авів"),
            _entry("toretsk", "place", en="Toretsk", uk="Торецьк", ru="Торецк/*Дзержинск"),
            _entry(
                "tsikhanouskaya",
                "person",
                en="Tsikhanouskaya",
                be="Ціханоўская",
                ru="Тихановская",
                uk="Тихановська",
                fr="Tikhanovskaïa",
                pl="Cichanouska",
            ),
            _entry("budanov", "person", en="Budanov", uk="Буданов", ru="Буданов", ar="بودانوف"),
            _entry("zelensky", "person", en="Zelensky", uk="Зеленський", ru="Зеленский", he="זלנסקי"),
            _entry("shams", "place", en="Jebel Shams", ar="جبل شمس"),
            _entry("tamar", "person", en="Tamar", he="תמר"),
            _entry("yangli", "person", en="Yang Li", ar="يانغ لي"),
            _entry("yushchenko", "person", en="Yushchenko", uk="Ющенко", ru="Ющенко", ar="يوشينكو"),
            _entry("zinchenko", "person", en="Oleksandr Zinchenko", ru="Александр Зинченко"),
            _entry("zakharova", "person", en="Zakharova", ru="Захарова"),
        )
    )
)


def _read(text: str, lang: str, source: str | None, source_lang: str | None) -> list[Mention]:
    segment = Segment("s1", text, (Anchor(0, 1, 1),), source=source)
    names = read_names(Document("-", (segment,), source_lang, lang), Lexicon(INDEX, lang)).segments[0]
    return [m for m in names.mentions if m.suggestion is not None and m.status is not Status.PREFERRED]


@pytest.mark.parametrize(
    ("lang", "text", "found"),
    [
        # What a name begins with is no surname that comes first.
        ("de", "In Chan Junis wurde es ruhig.", ["Chan Junis > Chan Yunis"]),
        ("de", "Gestern kam Chan Junming.", []),
        ("en", "They climbed Jabal Shams on Friday.", ["Jabal Shams > Jebel Shams"]),
        # A vowel before a given name makes another one, and other syllables another Chinese.
        ("en", "Yesterday Itamar denied it.", []),
        ("en", "Yesterday Tamarr denied it.", ["Tamarr > Tamar"]),
        ("en", "Yesterday Yang Liu denied it.", []),
        ("en", "Yesterday Yangg Li denied it.", ["Yangg Li > Yang Li"]),
        # Surnames and places of the region, as a dictionary of Russian has them.
        ("en", "Yesterday Chernyshov denied it.", []),
        ("en", "They live in Krasnodon.", []),
        ("en", "They live in Krasnodarr.", ["Krasnodarr > Krasnodar"]),
        # The same in German letters.
        ("en", "Yesterday Tschernyschow denied it.", []),
        ("en", "Sergei Tikhanovsky was freed.", []),
        ("en", "He went to Komsomolsk-on-Amur.", []),
        ("en", "He went to Komsomolsk.", ["Komsomolsk > Horishni Plavni"]),
        ("en", "It is quiet in Dzerzhinsk, Nizhny Novgorod region.", []),
        ("en", "It is quiet in Dzerzhinsk in the Nizhny Novgorod region.", []),
        ("en", "It is quiet in Dzerzhinsk, Donetsk region.", ["Dzerzhinsk > Toretsk"]),
        # One name in two spellings stays one name, whatever the region.
        ("en", "It is quiet in Odessa, Rostov region.", ["Odessa > Odesa"]),
        ("en", "The mayor, Ahmad al-Khalil, spoke.", []),
        ("en", "They went to al-Khalil.", ["al-Khalil > Hebron"]),
        # An ending behind a stem that the name does not have, and forms of the neighbouring language.
        ("uk", "У Київі тихо.", ["Київі > Києві"]),
        ("uk", "У Києві тихо.", []),
        ("uk", "Київська влада мовчить.", []),
        ("uk", "Рейс до Тель-Авіва скасовано.", []),
        # A list of places is none in a region.
        ("en", "Shelling was reported in Dzerzhinsk, Belgorod region and Kursk.", ["Dzerzhinsk > Toretsk"]),
        ("ru", "Он прибыл в Київ.", ["Київ > Киев"]),
        ("ru", "Он прибыл в Киев.", []),
    ],
)
def test_what_a_text_alone_tells(lang: str, text: str, found: list[str]) -> None:
    assert [f"{m.text} > {m.suggestion}" for m in _read(text, lang, None, None)] == found


def test_a_person_beside_another_surname_is_doubted() -> None:
    (mention,) = _read("They live near Pashkov House.", "en", None, None)
    assert (mention.suggestion, mention.confidence) == ("Peskov", 0.6)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Asaad fled at night.", ["Asaad > Assad"]),
        ("The minister, Asaad al-Shaibani, was in Amman.", []),
        ("The envoy, Massad Boulos, met officials.", []),
        ("Yesterday Balytsky denied it.", ["Balytsky > Balitsky"]),
        ("They tried to enter Bilytske.", []),
        ("They tried to enter Luhanske.", []),
    ],
)
def test_given_names_and_villages_are_no_surnames(text: str, found: list[str]) -> None:
    assert [f"{m.text} > {m.suggestion}" for m in _read(text, "en", None, None)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The first lady, Olena Zelenska, spoke.", []),
        ("Then Zelenska left.", []),
        ("Then Zelenskaya left.", []),
        ("Marianna Budanova was poisoned.", []),
        # Without her given name it may be a case of his surname, carried over.
        ("The words of Budanova were clear.", ["Budanova > Budanov"]),
        ("Then Zelenskiy left.", ["Zelenskiy > Zelensky"]),
    ],
)
def test_a_womans_surname_is_no_spelling_of_a_mans(text: str, found: list[str]) -> None:
    assert [f"{m.text} > {m.suggestion}" for m in _read(text, "en", None, None)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Serhii Leshchenko called it nonsense.", []),
        ("Sergei Yushenkov was shot.", []),
        ("Viktor Yuzhenko was ill.", ["Yuzhenko > Yushchenko"]),
        # With the ending of a case it may be the name.
        ("The Gamalei centre made it.", ["Gamalei > Gamaleya"]),
    ],
)
def test_a_surname_more_than_a_slip_away_is_somebody_elses(text: str, found: list[str]) -> None:
    assert [f"{m.text} > {m.suggestion}" for m in _read(text, "en", None, None)] == found


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Sergei Tikhanovsky was freed."),
        ("fr", "Sergueï Tikhanovski est libre."),
        # Cases that a woman's surname does not have.
        ("uk", "Сергія Тихановського звільнили."),
        ("uk", "Тихановському відмовили."),
        ("pl", "Siarhieja Cichanouskiego zwolniono."),
    ],
)
def test_a_mans_surname_is_no_spelling_of_a_womans(lang: str, text: str) -> None:
    assert _read(text, lang, None, None) == []


@pytest.mark.parametrize(
    ("lang", "text", "found"),
    [
        # Another given name, or another surname, in a name that is alike as a whole.
        ("de", "Der Torwart war Lew Jaschin.", []),
        ("fr", "Son fils, Khaled Haftar, est à Minsk.", []),
        ("en", "The officer, Oleksandr Sak, resigned.", []),
        ("en", "The boxer, Oleksandr Usik, won.", ["Oleksandr Usik > Oleksandr Usyk"]),
        ("en", "The boxer, Alexander Usyk, won.", ["Alexander Usyk > Oleksandr Usyk"]),
        ("en", "The marshal, Halifa Hafter, flew to Minsk.", ["Halifa Hafter > Khalifa Haftar"]),
        ("en", "The defender, Alexander Zinchenko, moved.", ["Alexander Zinchenko > Oleksandr Zinchenko"]),
        ("en", "The coach, Anatoliy Zinchenko, moved.", []),
        # A further given name before it.
        ("de", "Der Sieger, José Antonio Kast, sprach.", []),
        ("de", "Der Präsident, Antonio Koschta, sprach.", ["Antonio Koschta > António Costa"]),
    ],
)
def test_a_full_name_is_compared_word_by_word(lang: str, text: str, found: list[str]) -> None:
    assert [f"{m.text} > {m.suggestion}" for m in _read(text, lang, None, None)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Yesterday Shakhtar won.", []),
        ("Yesterday Shakhtar Karagandy won.", []),
        ("Yesterday Shakhtyor Soligorsk won.", []),
        ("Yesterday Shakhtyor Soligorsk beat Shakhtar Donetsk.", []),
        ("Yesterday Shakhtyor won.", ["Shakhtyor > Shakhtar Donetsk"]),
    ],
)
def test_a_club_of_another_town_is_another_club(text: str, found: list[str]) -> None:
    assert [f"{m.text} > {m.suggestion}" for m in _read(text, "en", None, None)] == found


@pytest.mark.parametrize(
    ("langs", "source", "text", "found"),
    [
        ("ru-en", "Премию имени Сахарова.", "The Sakharov Prize.", []),
        ("ru-en", "Блогер Юрий Подоляка написал.", "Yuri Podolyaka wrote.", []),
        ("ru-en", "Он видел Подоляка.", "He saw Podolyaka.", ["Podolyaka > Podolyak"]),
        ("ru-en", "Он поехал в Комсомольск-на-Амуре.", "He went to Komsomolsk-on-Amur.", []),
        (
            "en-uk",
            "Keir Starmer came; Vance and Starmer spoke.",
            "Прибув Кір Стармер; Ванс і Стармер говорили.",
            [],
        ),
        (
            "ru-en",
            "«Джонсон и Джонсон» ушла.",
            "Johnson and Johnson is out.",
            ["Johnson and Johnson > Johnson & Johnson"],
        ),
        (
            "uk-en",
            "Обстріл у Торецьку.",
            "Shelling in Dzerzhinsk, Belgorod region.",
            ["Dzerzhinsk > Toretsk"],
        ),
        ("ru-uk", "В Киеве прошла встреча.", "У Киеві була зустріч.", ["Киеві > Києві"]),
    ],
)
def test_what_a_source_tells(langs: str, source: str, text: str, found: list[str]) -> None:
    source_lang, lang = langs.split("-")
    assert [f"{m.text} > {m.suggestion}" for m in _read(text, lang, source, source_lang)] == found


@pytest.mark.parametrize(
    ("latin", "known"),
    [
        ("sakharov", {"сахаров": Proper.SURNAME}),
        ("galitsky", {"галицкий": Proper.SURNAME}),
        ("zielinski", {"зелинский": Proper.SURNAME}),
        ("krasnodon", {"краснодон": Proper.PLACE}),
        ("xyz", {}),
        ("łódź", {}),
        ("a" * 400, {}),
    ],
)
def test_words_are_spelled_back(latin: str, known: dict[str, Proper]) -> None:
    found = known_in_russian(latin)
    assert {word: found.get(word) for word in known} == known
    assert known or not found


@pytest.mark.parametrize(
    ("lang", "one", "other"),
    [
        ("pl", "szczerbie", "szczerbe"),
        ("pl", "sroke", "sroce"),
        ("pl", "walesie", "walese"),
        ("lv", "dombrovskim", "dombrovski"),
    ],
)
def test_two_cases_are_one_name(lang: str, one: str, other: str) -> None:
    assert likeness(one, other, lang) is None
    assert likeness(one, other, "en") is not None


@pytest.mark.parametrize(
    ("lang", "one", "other"),
    [
        ("de", "bulgarin", "bulgaren"),
        ("de", "dschihadistin", "dschihadisten"),
        ("de", "laborantinnen", "laboranten"),
        ("cs", "litevky", "litevci"),
        ("sk", "cecenky", "cecenci"),
    ],
)
def test_a_woman_and_several_people_are_two_words(lang: str, one: str, other: str) -> None:
    assert likeness(one, other, lang) is None
