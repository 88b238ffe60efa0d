"""Loading glossaries: what comes out, and the one line that says why nothing did."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.errors import GlossaryError
from qa.glossary import load
from qa.glossary.lines import HEADER
from qa.model import Form, Status

BASE = """\
lysychansk,place,en,Lysychansk,preferred,,,
lysychansk,place,en,Lisichansk,deprecated,,,Russian-based
lysychansk,place,uk,Лисичанськ,preferred,,,
sievierodonetsk,place,en,Sievierodonetsk,preferred,,2024-09-18,
sievierodonetsk,place,en,Sievierodonetsk,admitted,2024-09-19,,name before the renaming
sievierodonetsk,place,en,Siverskodonetsk,preferred,2024-09-19,,
"""


def write(folder: Path, body: str, name: str = "g.csv", header: str = HEADER) -> Path:
    path = folder / name
    path.write_text(f"{header}\n{body}", encoding="utf-8")
    return path


def forms(path: Path | list[Path], lang: str = "en") -> list[tuple[str, str, str, str]]:
    paths = path if isinstance(path, list) else [path]
    return [
        (f.text, f.status.value, str(f.since or ""), str(f.until or ""))
        for e in load(paths).entries
        for f in e.forms
        if f.lang == lang
    ]


def test_entries_are_sorted_and_sources_are_told(tmp_path: Path) -> None:
    path = write(tmp_path, BASE)
    glossary = load([path])
    assert [e.id for e in glossary.entries] == ["lysychansk", "sievierodonetsk"]
    assert glossary.entries[0].forms[0] == Form("Lysychansk", "en", Status.PREFERRED)
    assert glossary.entries[1].forms[1].since == dt.date(2024, 9, 19)
    (source,) = glossary.sources
    assert source.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert (source.path, source.entries) == (path.as_posix(), 2)


@given(st.permutations(BASE.splitlines()))
def test_the_order_of_rows_changes_nothing(tmp_path_factory: pytest.TempPathFactory, rows: list[str]) -> None:
    folder = tmp_path_factory.mktemp("order")
    shuffled = load([write(folder, "\n".join(rows), "shuffled.csv")])
    assert shuffled.entries == load([write(folder, BASE, "sorted.csv")]).entries


def test_comments_blank_lines_byte_order_mark_and_crlf_are_no_rows(tmp_path: Path) -> None:
    path = tmp_path / "g.csv"
    body = f"# about\n{HEADER}\n# rows\n\n,,,,,,,\nkyiv,place,en,Kyiv,preferred,,,\n# end,,,,,,,\n"
    path.write_bytes(b"\xef\xbb\xbf" + body.replace("\n", "\r\n").encode())
    assert forms(path) == [("Kyiv", "preferred", "", "")]


def test_cells_are_cleaned(tmp_path: Path) -> None:
    path = write(tmp_path, "kyiv , place,EN-gb,  Kyiv   city,preferred,,,\nkyiv,place,uk,Київ,preferred,,,\n")
    assert forms(path, "en-GB") == [("Kyiv city", "preferred", "", "")]
    assert forms(path, "uk") == [("Київ", "preferred", "", "")]


OVERLAYS = [
    # A new preferred form: the old one is then admitted.
    (
        "lysychansk,place,en,Lisitchansk,preferred,,,",
        [("Lisitchansk", "preferred", "", ""), ("Lysychansk", "admitted", "", "")],
    ),
    # Only for some days: the old one stays preferred on the others.
    (
        "lysychansk,place,en,Lisitchansk,preferred,2020-01-01,2020-12-31,",
        [
            ("Lisitchansk", "preferred", "2020-01-01", "2020-12-31"),
            ("Lysychansk", "preferred", "", "2019-12-31"),
            ("Lysychansk", "preferred", "2021-01-01", ""),
            ("Lysychansk", "admitted", "2020-01-01", "2020-12-31"),
        ],
    ),
    # The overlay says what the old one becomes.
    (
        "lysychansk,place,en,Lisitchansk,preferred,,,\nlysychansk,place,en,Lysychansk,deprecated,,,style",
        [("Lisitchansk", "preferred", "", ""), ("Lysychansk", "deprecated", "", "")],
    ),
    # The overlay prefers a form that the base deprecates.
    (
        "lysychansk,place,en,Lisichansk,preferred,,,",
        [("Lisichansk", "preferred", "", ""), ("Lysychansk", "admitted", "", "")],
    ),
]


@pytest.mark.parametrize(("overlay", "wanted"), OVERLAYS)
def test_a_later_glossary_replaces_rows(
    tmp_path: Path, overlay: str, wanted: list[tuple[str, str, str, str]]
) -> None:
    paths = [write(tmp_path, BASE), write(tmp_path, overlay, "style.csv")]
    found = [
        f for f in forms(paths) if f[0] in {"Lysychansk", "Lisitchansk"} or "Lisichansk,preferred" in overlay
    ]
    assert [f for f in found if "donetsk" not in f[0]] == wanted


def test_a_dated_pair_gives_way_on_every_day(tmp_path: Path) -> None:
    style = write(tmp_path, "sievierodonetsk,place,en,Severodonetsk,preferred,,,\n", "style.csv")
    assert ("Siverskodonetsk", "admitted", "2024-09-19", "") in forms([write(tmp_path, BASE), style])
    assert sum(f[1] == "preferred" for f in forms([write(tmp_path, BASE), style])) == 2


BROKEN = [
    (
        "kyiv,place,en,Kyiv,prefered,,,",
        2,
        20,
        "status 'prefered'; expected one of preferred, admitted, deprecated",
    ),
    ("kyiv,town,en,Kyiv,preferred,,,", 2, 6, "type 'town'; expected one of person, place"),
    ("kyiv,place,english,Kyiv,preferred,,,", 2, 12, "'english' is not a language tag"),
    ("kyiv,place,en_GB,Kyiv,preferred,,,", 2, 12, "'en_GB' has an underscore; expected en-GB"),
    ("kyiv,place,en,,preferred,,,", 2, 15, "the form is empty"),
    (",place,en,Kyiv,preferred,,,", 2, 1, "the entry is empty"),
    ("kyiv city,place,en,Kyiv,preferred,,,", 2, 1, "'kyiv city' is not an id"),
    ("kyiv,place,en,Kyiv,preferred,24-02-2022,,", 2, 30, "'24-02-2022' is not a date; expected YYYY-MM-DD"),
    ("kyiv,place,en,Kyiv,preferred,2023-02-29,,", 2, 30, "'2023-02-29' is not a day of the calendar"),
    ("kyiv,place,en,Kyiv,preferred,2023-02-02,2022-01-01,", 2, 41, "ends on 2022-01-01, before it begins"),
    ("kyiv,place,en,Kyiv,preferred,,", 2, 31, "7 cells; expected 8"),
    ("kyiv,place,en,Kyiv,preferred,,,why, not", 2, 36, "9 cells; expected 8"),
    ('kyiv,place,en,"Kyiv,preferred,,,', 2, 15, "the quotes of this line do not match"),
    ("kyiv,place,en,Ky\x07iv,preferred,,,", 2, 17, "control character U+0007"),
    ('"kyiv",place,"en","Ky,iv",prefered,,,', 2, 27, "status 'prefered'"),
    (f"kyiv,place,en,{'K' * 301},preferred,,,", 2, 15, "the form has 301 characters"),
    ("k,place,en,Kyiv,preferred,,,\nk,place,en,Kyiv,preferred,,,", 3, 12, "already on line 2"),
    (
        "k,place,en,Kyiv,preferred,,,\nk,place,en,Kyiv,admitted,,,",
        3,
        17,
        "admitted here and preferred on line 2",
    ),
    (
        "k,place,en,Kyiv,preferred,,,\nk,place,en,Kiev,preferred,2020-01-01,,",
        3,
        17,
        "a second preferred form",
    ),
    ("k,place,en,Kyiv,preferred,,,\nk,person,uk,Київ,preferred,,,", 3, 3, "expected one type an entry"),
]


@pytest.mark.parametrize(("body", "line", "column", "expected"), BROKEN)
def test_a_broken_row_is_one_line_with_its_place(
    tmp_path: Path, body: str, line: int, column: int, expected: str
) -> None:
    path = write(tmp_path, body + "\n")
    with pytest.raises(GlossaryError) as caught:
        load([path])
    message = str(caught.value)
    assert message.startswith(f"{path.as_posix()}:{line}:{column}: ")
    assert expected in message
    assert "\n" not in message


FILES = [
    (b"", ":1:1: the file has no header"),
    (b"\n\n", ":1:1: the file has no header"),
    (b"entry;type;lang;form;status;from;until;note\n", "separated by semicolons"),
    (b"entry\ttype\tlang\tform\tstatus\tfrom\tuntil\tnote\n", "separated by tabs"),
    (b"name,type\n", ":1:1: the header is 'name,type'; expected entry,type"),
    (HEADER.encode("utf-16"), "UTF-16"),
    (HEADER.encode() + b"\nkyiv,place,en,Kiew\xe9,preferred,,,\n", ":2:19: byte 0xe9 is not UTF-8"),
    (b"\x00\x01\x02\x03", ":1:1: the header is"),
]


@pytest.mark.parametrize(("data", "expected"), FILES)
def test_a_file_that_is_no_glossary(tmp_path: Path, data: bytes, expected: str) -> None:
    path = tmp_path / "g.csv"
    path.write_bytes(data)
    with pytest.raises(GlossaryError, match=re.escape(expected)):
        load([path])


def test_several_faults_are_counted(tmp_path: Path) -> None:
    path = write(tmp_path, "kyiv,town,en,Kyiv,prefered,,,\nx\n")
    with pytest.raises(GlossaryError, match=r"and 2 more; run `qa glossary lint .*g\.csv`"):
        load([path])


@pytest.mark.parametrize("name", ["missing.csv", ".", "x\0y"])
def test_a_path_that_cannot_be_read(tmp_path: Path, name: str) -> None:
    with pytest.raises(GlossaryError):
        load([tmp_path / name])
