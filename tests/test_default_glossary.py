"""The default glossary and its house styles, checked as data: read by the csv module, by nothing of `qa`."""

from __future__ import annotations

import csv
import datetime as dt
import io
import itertools
import re
import unicodedata
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

FOLDER = Path(__file__).parents[1] / "glossaries"
DEFAULT = FOLDER / "ukraine.csv"
STYLES = sorted((FOLDER / "styles").glob("*.csv"))
FILES = [DEFAULT, *STYLES]
HEADER = ["entry", "type", "lang", "form", "status", "from", "until", "note"]
TYPES = {"person", "place", "organisation", "event", "other"}
LATIN = {
    "az", "crh", "cs", "de", "en", "es", "et", "fi", "fr", "hu", "it", "lt", "nb", "nl", "pl", "pt", "ro", "sk", "tr",
}  # fmt: skip
SCRIPTS = {
    **dict.fromkeys(LATIN, "LATIN"),
    **dict.fromkeys(("be", "kk", "ru", "sr", "uk"), "CYRILLIC"),
    "ar": "ARABIC",
    "fa": "ARABIC",
    "he": "HEBREW",
    "hy": "ARMENIAN",
    "ka": "GEORGIAN",
    "ko": "HANGUL",
    "zh": "CJK",
}
# One name, two things: the city and the river. Every other form belongs to one entry.
SHARED = {frozenset({"dnipro", "dnipro-river"})}
FIRST, LAST = "0001-01-01", "9999-12-31"


class Row(NamedTuple):
    entry: str
    type: str
    lang: str
    form: str
    status: str
    since: str
    until: str
    note: str

    def valid(self, day: str) -> bool:
        return (self.since or FIRST) <= day <= (self.until or LAST)

    def meets(self, other: Row) -> bool:
        return (self.since or FIRST) <= (other.until or LAST) and (other.since or FIRST) <= (
            self.until or LAST
        )


def read(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file, strict=True)
    assert header == HEADER
    return [Row(*row) for row in rows]


def lay_over(base: list[Row], later: list[Row]) -> list[Row]:
    named = {(row.entry, row.lang, row.form) for row in later}
    return [row for row in base if (row.entry, row.lang, row.form) not in named] + later


@cache
def folded(form: str) -> str:
    """Small letters, Latin ones without marks: an editor who leaves out an accent means the same form."""
    out = []
    for char in unicodedata.normalize("NFC", form).casefold():
        bare = unicodedata.normalize("NFD", char)[0]
        out.append(bare if "a" <= bare <= "z" else char)
    return "".join(out).replace("’", "").replace("'", "")


def by(rows: list[Row], *columns: str) -> dict[tuple[str, ...], list[Row]]:
    out: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in rows:
        out[tuple(getattr(row, column) for column in columns)].append(row)
    return out


ROWS = read(DEFAULT)
WHOLE = {"default": ROWS, **{path.stem: lay_over(ROWS, read(path)) for path in STYLES}}
whole = pytest.mark.parametrize("rows", WHOLE.values(), ids=WHOLE.keys())
files = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)


def statuses(form: str, lang: str = "en", day: str = "", rows: list[Row] = ROWS) -> dict[str, str]:
    """What the glossary says of a form, by entry; without a day whatever it says at any time."""
    return {
        row.entry: row.status
        for row in rows
        if row.lang == lang and row.form == form and (not day or row.valid(day))
    }


def preferred(entry: str, lang: str = "en", day: str = "", rows: list[Row] = ROWS) -> list[str]:
    """The preferred forms of an entry, the earliest first."""
    found = [
        row
        for row in rows
        if (row.entry, row.lang, row.status) == (entry, lang, "preferred") and (not day or row.valid(day))
    ]
    return [row.form for row in sorted(found, key=lambda row: row.since)]


# Layout


@files
def test_bytes_are_canonical(path: Path) -> None:
    rows = sorted(read(path))
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerows([HEADER, *rows])
    assert path.read_bytes().decode("utf-8") == out.getvalue()


@files
def test_cells(path: Path) -> None:
    for row in read(path):
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", row.entry), row
        assert row.type in TYPES, row
        assert row.lang in SCRIPTS, row
        assert row.status in {"preferred", "admitted", "deprecated"}, row
        for cell in row:
            assert cell == " ".join(cell.split()), row
            assert cell == unicodedata.normalize("NFC", cell), row
        for date in filter(None, (row.since, row.until)):
            assert dt.date.fromisoformat(date).isoformat() == date, row
        assert (row.since or FIRST) <= (row.until or LAST), row
        assert row.status != "deprecated" or row.note, f"no reason given: {row}"


@files
def test_forms_are_written_in_the_script_of_their_language(path: Path) -> None:
    for row in read(path):
        names = {unicodedata.name(char) for char in row.form if char.isalpha()}
        assert names, row
        assert all(name.startswith(SCRIPTS[row.lang]) for name in names), row


@files
def test_no_invisible_characters(path: Path) -> None:
    allowed = {("fa", "\u200c")}  # the non-joiner is a letter of Persian spelling
    for row in read(path):
        for char in row.form:
            hidden = unicodedata.category(char) in {"Cc", "Cf", "Co", "Cn", "Zl", "Zp"}
            assert not hidden or (row.lang, char) in allowed, row


@whole
def test_an_entry_has_one_type_and_a_form_one_status_a_day(rows: list[Row]) -> None:
    for (entry,), group in by(rows, "entry").items():
        assert len({row.type for row in group}) == 1, entry
    for group in by(rows, "entry", "lang", "form").values():
        for one, other in itertools.combinations(group, 2):
            assert not one.meets(other), (one, other)


# What a reader of the glossary relies on


@whole
def test_one_preferred_form_an_entry_language_and_day(rows: list[Row]) -> None:
    chosen = [row for row in rows if row.status == "preferred"]
    for group in by(chosen, "entry", "lang").values():
        for one, other in itertools.combinations(group, 2):
            assert not one.meets(other), (one, other)


@whole
def test_preferred_forms_leave_no_day_out(rows: list[Row]) -> None:
    chosen = [row for row in rows if row.status == "preferred"]
    for group in by(chosen, "entry", "lang").values():
        spans = sorted((row.since or FIRST, row.until or LAST) for row in group)
        assert spans[0][0] == FIRST, group
        assert spans[-1][1] == LAST, group
        for (_, end), (start, _) in itertools.pairwise(spans):
            assert dt.date.fromisoformat(end) + dt.timedelta(days=1) == dt.date.fromisoformat(start), group


@whole
def test_a_deprecated_form_is_right_nowhere_else(rows: list[Row]) -> None:
    groups: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        groups[row.lang, folded(row.form)].append(row)
    for group in groups.values():
        for one, other in itertools.permutations(group, 2):
            if one.status == "deprecated" and other.status != "deprecated":
                assert not one.meets(other), (one, other)


@whole
def test_a_form_belongs_to_one_entry(rows: list[Row]) -> None:
    groups: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in rows:
        groups[row.lang, folded(row.form)].add(row.entry)
    for where, entries in groups.items():
        assert len(entries) == 1 or entries in SHARED, (where, entries)


def test_enough_entries_of_each_kind() -> None:
    kinds = {row.entry: row.type for row in ROWS}
    count = {kind: list(kinds.values()).count(kind) for kind in TYPES}
    assert len(kinds) >= 150
    assert count["place"] >= 100
    assert count["person"] >= 60
    assert count["organisation"] >= 30


def test_every_entry_has_the_languages_it_needs() -> None:
    for (entry, kind), group in by(ROWS, "entry", "type").items():
        have = {row.lang for row in group if row.status == "preferred"}
        need = {"en"} if kind == "other" else {"en", "de", "fr", "es"}
        if kind in {"person", "place"}:
            need |= {"uk", "ru"}
        assert need <= have, f"{entry} lacks {need - have}"


def test_most_entries_have_their_arabic_form() -> None:
    names = {row.entry for row in ROWS if row.type != "other"}
    arabic = {row.entry for row in ROWS if row.lang == "ar"}
    assert len(names & arabic) >= 0.9 * len(names)


# What the glossary must hold

CAPITALS = [
    "Cherkasy", "Chernihiv", "Chernivtsi", "Dnipro", "Donetsk", "Ivano-Frankivsk", "Kharkiv", "Kherson",
    "Khmelnytskyi", "Kropyvnytskyi", "Kyiv", "Luhansk", "Lutsk", "Lviv", "Mykolaiv", "Odesa", "Poltava",
    "Rivne", "Simferopol", "Sumy", "Ternopil", "Uzhhorod", "Vinnytsia", "Zaporizhzhia", "Zhytomyr",
]  # fmt: skip
FRONT = [
    "Avdiivka", "Bakhmut", "Berdiansk", "Borodianka", "Bucha", "Chornobaivka", "Debaltseve", "Dovhenke",
    "Enerhodar", "Horlivka", "Hostomel", "Ilovaisk", "Irpin", "Izium", "Kostiantynivka", "Kramatorsk",
    "Krynky", "Kupiansk", "Kurakhove", "Lyman", "Lysychansk", "Makiivka", "Marinka", "Mariupol",
    "Melitopol", "Myrnohrad", "Orikhiv", "Pokrovsk", "Popasna", "Robotyne", "Rubizhne", "Selydove",
    "Sievierodonetsk", "Sloviansk", "Soledar", "Sudzha", "Tokmak", "Toretsk", "Volnovakha", "Vovchansk",
    "Vuhledar", "Novohrodivka", "Olenivka", "Bilohorivka", "Mala Tokmachka", "Kakhovka dam",
]  # fmt: skip
OTHERS = [
    "Chasiv Yar", "Crimea", "Dniester", "Dnipropetrovsk Oblast", "Donbas", "Kirovohrad Oblast",
    "Nova Kakhovka", "Siverskyi Donets", "Snake Island", "Southern Bug", "Transnistria",
    "Velyka Novosilka", "Zakarpattia", "Russia", "Ukraine", "Belarus", "Moldova", "Zelensky", "Putin",
    "Lukashenko", "Lavrov", "Shoigu", "Gerasimov", "Syrskyi", "Zaluzhnyi", "Budanov", "Erdogan",
    "Verkhovna Rada", "SBU", "HUR", "FSB", "GRU", "TASS", "IAEA", "OSCE", "State Duma", "Roskomnadzor",
    "Energoatom", "Wagner Group", "JD Vance", "Marco Rubio", "Keith Kellogg", "Keir Starmer",
    "Karol Nawrocki", "Giorgia Meloni", "Pope Leo XIV", "Kirill Dmitriev", "Yuri Ushakov",
    "Mykhailo Fedorov", "Andrii Hnatov", "Lubinets", "Institute for the Study of War", "SAPO",
    "coalition of the willing", "Operation Spiderweb", "Shahed-136", "Kinzhal", "Oreshnik", "Patriot",
]  # fmt: skip


@pytest.mark.parametrize("form", [*CAPITALS, *FRONT, *OTHERS])
def test_preferred_in_english(form: str) -> None:
    assert "preferred" in statuses(form).values()


@pytest.mark.parametrize(
    ("form", "right"),
    [
        ("Lugansk", "Luhansk"),
        ("Zaporozhye", "Zaporizhzhia"),
        ("Severodonetsk", "Sievierodonetsk"),
        ("Donbass", "Donbas"),
        ("Kiev", "Kyiv"),
        ("Kharkov", "Kharkiv"),
        ("Odessa", "Odesa"),
        ("Lvov", "Lviv"),
    ],
)
def test_deprecated_in_english(form: str, right: str) -> None:
    ((entry, status),) = statuses(form).items()
    assert status == "deprecated"
    assert preferred(entry)[0] == right


@pytest.mark.parametrize(
    "form",
    [
        "Kherson", "Mariupol", "Kyiv", "Moscow", "Kremlin", "Rudenko", "Russia", "Ukraine", "Zelensky",
        "Donets", "Seversky Donets", "Zelenskyy", "Chernobyl", "Dnieper", "Novomoskovsk", "Dnipropetrovsk",
        "Hulyaipole",
    ],
)  # fmt: skip
def test_never_deprecated_in_english(form: str) -> None:
    found = statuses(form)
    assert found
    assert "deprecated" not in found.values()


@pytest.mark.parametrize(("form", "lang"), [("Selenskij", "de"), ("Jewpatoria", "de")])
def test_the_spelling_of_a_large_newsroom_is_not_wrong(form: str, lang: str) -> None:
    assert "deprecated" not in statuses(form, lang).values()


def test_a_misspelling_is_left_to_be_recognised() -> None:
    assert not [row for row in ROWS if folded(row.form) == "lyschansk"]


@pytest.mark.parametrize(
    "phrase",
    [
        "chicken Kiev",
        "Kievan Rus'",
        "Dynamo Kyiv",
        "Odessa, Texas",
        "Europe/Kiev",
        "The Great Gate of Kiev",
        "HBO's Chernobyl",
        "Kyiv Independent",
        "Kishinev pogrom",
        "cruiser Moskva",
        "Dnepr rocket",
        "Douma",
        "Irbin",
        "Khomeini",
        "Nur Otan",
        "Rammstein",
    ],
)
def test_protected_phrases(phrase: str) -> None:
    assert set(statuses(phrase).values()) == {"preferred"}


@pytest.mark.parametrize(
    "surname",
    [
        "Nikolaev", "Nikolayev", "Orekhov", "Timoshenko", "Harkov", "Baiden", "Bayden", "Koleba", "Moravetsky",
        "Witkov", "Yunian", "Olaf Schulz", "Andrei Duda",
    ],
)  # fmt: skip
def test_names_of_others_are_not_listed(surname: str) -> None:
    assert not statuses(surname)


# Renamings

BEFORE, AFTER = "2022-05-25", "2025-05-25"


@pytest.mark.parametrize(
    ("entry", "lang", "before", "after"),
    [
        ("sievierodonetsk", "uk", "Сєвєродонецьк", "Сіверськодонецьк"),
        ("sievierodonetsk", "en", "Sievierodonetsk", "Siverskodonetsk"),
        ("samar", "en", "Novomoskovsk", "Samar"),
        ("sheptytskyi", "en", "Chervonohrad", "Sheptytskyi"),
        ("berestyn", "uk", "Красноград", "Берестин"),
        ("pivdennoukrainsk", "en", "Yuzhnoukrainsk", "Pivdennoukrainsk"),
        ("zviahel", "en", "Novohrad-Volynskyi", "Zviahel"),
    ],
)
def test_renamed_during_the_war(entry: str, lang: str, before: str, after: str) -> None:
    assert preferred(entry, lang, BEFORE) == [before]
    assert preferred(entry, lang, AFTER) == [after]
    assert not statuses(after, lang, BEFORE)


def test_renamed_on_the_day() -> None:
    assert preferred("sievierodonetsk", "uk", "2024-09-25") == ["Сєвєродонецьк"]
    assert preferred("sievierodonetsk", "uk", "2024-09-26") == ["Сіверськодонецьк"]


def test_the_older_name_of_a_city_in_the_news_stays_admitted() -> None:
    assert statuses("Sievierodonetsk", day=AFTER) == {"sievierodonetsk": "admitted"}


@pytest.mark.parametrize(
    ("form", "entry", "renamed"),
    [
        ("Artemivsk", "bakhmut", "2016-02-04"),
        ("Dzerzhynsk", "toretsk", "2016-02-04"),
        ("Krasnyi Lyman", "lyman", "2016-02-04"),
        ("Illichivsk", "chornomorsk", "2016-02-04"),
        ("Krasnoarmiisk", "pokrovsk", "2016-05-12"),
        ("Dniprodzerzhynsk", "kamianske", "2016-05-19"),
    ],
)
def test_soviet_era_names_are_deprecated_from_the_renaming(form: str, entry: str, renamed: str) -> None:
    assert statuses(form, day=renamed) == {entry: "deprecated"}
    day_before = (dt.date.fromisoformat(renamed) - dt.timedelta(days=1)).isoformat()
    assert not statuses(form, day=day_before)


# House styles


def test_styles_differ_in_what_they_prefer() -> None:
    def choices(rows: list[Row]) -> frozenset[tuple[str, str, str]]:
        return frozenset((row.entry, row.lang, row.form) for row in rows if row.status == "preferred")

    assert len(STYLES) >= 3
    prefers = {name: choices(rows) for name, rows in WHOLE.items()}
    assert len(set(prefers.values())) == len(prefers)


@pytest.mark.parametrize(
    ("style", "form"),
    [("ap", "Zelenskyy"), ("reuters", "Zelenskiy"), ("bbc", "Zelensky"), ("afp", "Zelensky")],
)
def test_one_spelling_of_the_president_a_house(style: str, form: str) -> None:
    rows = WHOLE[style]
    assert preferred("zelensky", rows=rows) == [form]
    others = {"Zelensky", "Zelenskyy", "Zelenskiy"} - {form}
    assert all(statuses(other, rows=rows) == {"zelensky": "deprecated"} for other in others)


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.stem)
def test_a_style_speaks_of_entries_of_the_default_glossary(path: Path) -> None:
    kinds = {row.entry: row.type for row in ROWS}
    for row in read(path):
        assert kinds.get(row.entry) == row.type, row


def test_every_style_is_explained() -> None:
    readme = (FOLDER / "README.md").read_text("utf-8")
    assert [path.name for path in STYLES if f"`styles/{path.name}`" not in readme] == []
