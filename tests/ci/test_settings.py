"""Settings from files: found, read, refused with the place, and overridden by the command line."""

from __future__ import annotations

import inspect
import json
import re
import shlex
import subprocess
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import tomlkit
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qa.checks import RULE_INFOS
from qa.cli.check import check
from qa.cli.formats import FORMATS
from qa.config import THRESHOLDS, Config, Override
from qa.errors import ConfigError
from qa.globs import matches, meant
from qa.model import Severity
from qa.readers import READERS
from qa.reporters.html import languages
from qa.settings import KEYS, find, read
from qa.settings.schema import schema
from tests.cli.runner import run

RULES = [info.id for info in RULE_INFOS]
SCHEMA = json.loads((files("qa") / "data/schema/config.schema.json").read_text("utf-8"))
BASE = """\
default-glossary = false
glossary = ["names.csv"]
target-lang = "en"
back-translate = false
report = "none"
"""


def test_the_published_schema_is_the_one_that_is_made() -> None:
    """`python -m tools.make_config_schema` writes it anew."""
    assert schema(RULES) == SCHEMA
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_every_option_of_check_can_be_set() -> None:
    options = set(inspect.signature(check).parameters) - {"ctx", "paths", "config", "today"}
    keys = {"day" if key == "date" else key.replace("-", "_") for key in KEYS} - {"quotes"}
    assert keys == options


def test_every_threshold_that_a_check_asks_for_is_in_the_table() -> None:
    asked = {
        name
        for path in (Path(__file__).parents[2] / "qa/checks").rglob("*.py")
        for name in re.findall(r"\.threshold\(\s*\"([^\"]+)\"", path.read_text("utf-8"))
    }
    assert asked == set(THRESHOLDS)


_WORDS = st.sampled_from(
    [
        "",
        "en",
        "none",
        "uk-UA",
        "2024-02-30",
        "2024-02-28",
        "major",
        "never",
        "x.csv",
        "json",
        "json=x",
        *RULES[:3],
    ]
)
_VALUES = st.one_of(
    _WORDS, st.booleans(), st.integers(-2, 3), st.floats(-1, 2), st.lists(_WORDS, max_size=2),
    st.dictionaries(st.sampled_from([*RULES[:2], *THRESHOLDS, "other"]), _WORDS | st.floats(-1, 2), max_size=2),
)  # fmt: skip
_KEYS = st.sampled_from([*KEYS, "severity", "threshold", "paths", "unknown"])
_TABLES = st.dictionaries(_KEYS, _VALUES, max_size=3)
# What the schema leaves to the reader: whether a day or a language exists.
_BEYOND = ("must be a day", "is not usable")


def test_the_values_that_are_few_are_all_there() -> None:
    assert KEYS["format"].values == FORMATS
    assert KEYS["ui-lang"].values == tuple(languages())
    assert KEYS["input-format"].values == tuple(sorted(READERS))


def refused(path: Path) -> str:
    try:
        read(path, RULES)
    except ConfigError as error:
        return str(error)
    return ""


@settings(max_examples=400, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(table=_TABLES, overrides=st.one_of(st.none(), st.lists(_TABLES, max_size=2)))
def test_reader_and_schema_agree(tmp_path: Path, table: dict[str, Any], overrides: list[Any] | None) -> None:
    data = table if overrides is None else table | {"overrides": overrides}
    path = tmp_path / "qa.toml"
    path.write_text(tomlkit.dumps(data), "utf-8")
    valid = jsonschema.Draft202012Validator(SCHEMA).is_valid(data)
    told = refused(path)
    assert "\n" not in told
    assert valid == (not told) or any(text in told for text in _BEYOND), told


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('slect = ["x"]\n', "qa.toml:1: slect is no setting here; did you mean 'select'?"),
        ('# one\n\nfail-on = "grave"\n', "qa.toml:3: fail-on must be one of neutral, minor"),
        ("jobs = -1\n", "qa.toml:1: jobs must be a whole number from 0 on"),
        ("quiet = 1\n", "qa.toml:1: quiet must be true or false"),
        ('ignore = ["name-varint"]\n', "qa.toml:1: ignore names no rule 'name-varint'; did you mean 'name-variant'?"),
        ('[severity]\nname-lost = "big"\n', "qa.toml:2: severity.name-lost must be one of neutral"),
        ('severity = {nam-lost = "minor"}\n', "qa.toml:1: severity.nam-lost is no setting here; did you mean 'name-"),
        ("[threshold]\n'name-unlisted.sure' = 2\n", "qa.toml:2: threshold.name-unlisted.sure must be a number"),
        ('[[overrides]]\nignore = []\n', "qa.toml:1: overrides.paths must be a list of patterns"),
        (
            '[[overrides]]\npaths = ["a"]\n\n[[overrides]]\npaths = ["b"]\n[overrides.severity]\nx = "minor"\n',
            "qa.toml:7: overrides.severity.x is no setting here",
        ),
        (
            '[[overrides]]\npaths = ["a"]\njobs = 1\n',
            "qa.toml:3: overrides.jobs is no setting here; write it above all tables",
        ),
        (
            '[severity]\nname-lost = "minor"\nfail-on = "minor"\n',
            "qa.toml:3: severity.fail-on is no setting here; write it above all tables",
        ),
        (
            '[[overrides]]\npaths = ["a"]\ntarget_lang = "de"\n',
            "qa.toml:3: overrides.target_lang is no setting here; did you mean 'target-lang'?",
        ),
        ('jobs = 1\nformat = ["jsn"]\n', "qa.toml:2: format must be one of text, json, sarif, "),
        ('format = ["text", "json="]\n', "qa.toml:1: format must be one of text, json, "),
        ('\nui-lang = "xx"\n', "qa.toml:2: ui-lang must be one of ar, de, en, es, fr, uk, not 'xx'"),
        ('input-format = "doc"\n', f"qa.toml:1: input-format must be one of {', '.join(sorted(READERS))}, not 'doc'"),
        ("overrides = 3\n", "qa.toml:1: overrides must be a list of tables"),
        ("target-lang = 5\n", "qa.toml:1: target-lang must be text in quotation marks"),
        ('target-lang = "no such"\n', "qa.toml:1: target-lang is not usable"),
        ('date = "2024-02-30"\n', "qa.toml:1: date must be a day"),
        ("a = \n", "qa.toml:1:5: is not valid TOML: invalid value"),
        (f"a = {'[' * 3000}{']' * 3000}\n", "qa.toml: is nested too deeply, which no settings are; correct it"),
        ("\ufeffjobs = 'x'\n", "qa.toml:1: jobs must be"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_place(place: Path, text: str, message: str) -> None:
    (place / "qa.toml").write_text(text, "utf-8")
    (place / "a.txt").write_text("Calm.\n")
    result = run(["check", "a.txt"])
    assert (result.code, result.out) == (2, "")
    assert result.lines[0].startswith(f"qa: {message}")


def test_pyproject_says_it_with_the_same_words(place: Path) -> None:
    (place / "pyproject.toml").write_text('[project]\nname = "x"\n\n[tool.qa]\n\njobs = "all"\n')
    (place / "a.txt").write_text("Calm.\n")
    assert run(["check", "a.txt"]).lines == ["qa: pyproject.toml:6: jobs must be a whole number from 0 on"]


@pytest.mark.parametrize("data", [b"\xff\xfe", b"x" * 1_100_000])
def test_files_that_are_no_settings(place: Path, data: bytes) -> None:
    (place / "x.toml").write_bytes(data)
    result = run(["check", "a.txt", "--config", "x.toml"])
    assert result.code == 2
    assert result.lines[0].startswith("qa: x.toml: is ")


def test_a_file_that_is_not_there(place: Path) -> None:
    assert run(["check", "a.txt", "--config", "none.toml"]).lines == [
        "qa: none.toml: there is no such file; check --config"
    ]


def test_the_nearest_file_is_found(place: Path) -> None:
    deep = place / "a/b"
    deep.mkdir(parents=True)
    (place / "pyproject.toml").write_text("[tool.qa]\njobs = 2\n")
    (place / "a/pyproject.toml").write_text('[project]\nname = "tool.qa"\n')
    assert find(str(deep)) == place / "pyproject.toml"
    (place / "a/qa.toml").write_text("")
    assert find(str(deep)) == place / "a/qa.toml"


def test_paths_are_relative_to_the_file(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = """
        glossary = ["g/x.csv", "guardian"]
        format = ["json", "sarif=out/q.sarif"]
        baseline = "b.json"
        report = "none"
    """
    (place / "qa.toml").write_text(text)
    (place / "sub").mkdir()
    monkeypatch.chdir(place / "sub")
    values = read(Path("../qa.toml"), RULES).values
    assert values["glossary"] == ("../g/x.csv", "guardian")
    assert values["format"] == ("json", "sarif=../out/q.sarif")
    assert (values["baseline"], values["report"]) == ("../b.json", "none")


RECORDING = """\
{"source": "en", "target": "pt", "text": "Calm.", "translation": "Calma."}
{"source": "pt", "target": "en", "text": "Calma.", "translation": "Calm."}
"""
_NAMED = 'backend = "recorded:r.jsonl"\n'
_OFF = "back-translate = false\n"


@pytest.mark.parametrize(
    ("text", "arguments", "scored"),
    [
        (_NAMED, "", True),
        (_NAMED, "--no-back-translate", False),
        (_NAMED + _OFF, "", False),
        (_NAMED + _OFF, "--back-translate", True),
        (_OFF, "--backend recorded:../r.jsonl", True),
    ],
)
def test_the_command_line_says_whether_and_the_backend_is_found_from_anywhere(
    place: Path, monkeypatch: pytest.MonkeyPatch, text: str, arguments: str, scored: bool
) -> None:
    (place / "qa.toml").write_text('target-lang = "en"\nreport = "none"\ndefault-glossary = false\n' + text)
    (place / "r.jsonl").write_text(RECORDING)
    (place / "sub").mkdir()
    (place / "sub/a.txt").write_text("Calm.\n")
    monkeypatch.chdir(place / "sub")
    result = run(["check", "a.txt", "--quiet", *arguments.split()])
    assert (result.code, result.err) == (0, "")
    assert (f"; {0 if scored else 1} not judged;") in result.out


def write(place: Path, more: str = "") -> None:
    (place / "qa.toml").write_text(BASE + more, "utf-8")
    for name in ("a.txt", "old/b.txt"):
        (place / name).parent.mkdir(exist_ok=True)
        (place / name).write_text("Shelling of Kiev went on.\n", "utf-8")


@pytest.mark.parametrize(
    ("more", "arguments", "code", "found"),
    [
        ("", "", 1, ["a.txt:1:13 major", "old/b.txt:1:13 major"]),
        ('[severity]\nname-variant = "minor"\n', "", 0, ["a.txt:1:13 minor", "old/b.txt:1:13 minor"]),
        ('fail-on = "never"\n', "", 0, ["a.txt:1:13 major", "old/b.txt:1:13 major"]),
        ('fail-on = "never"\n', "--fail-on major", 1, ["a.txt:1:13 major", "old/b.txt:1:13 major"]),
        ('ignore = ["name-variant"]\n', "", 0, []),
        ("select = []\nignore = []\n", "", 1, ["a.txt:1:13 major", "old/b.txt:1:13 major"]),
        (
            'select = ["name-mixed"]\n[[overrides]]\npaths = ["old/"]\nselect = []\n',
            "", 1, ["old/b.txt:1:13 major"],
        ),
        ('ignore = ["name-variant"]\n', "--ignore name-mixed", 1, ["a.txt:1:13 major", "old/b.txt:1:13 major"]),
        ('[[overrides]]\npaths = ["old/"]\nignore = ["name-variant"]\n', "", 1, ["a.txt:1:13 major"]),
        (
            '[[overrides]]\npaths = ["old/"]\nignore = ["name-variant"]\n',
            "--ignore name-mixed", 1, ["a.txt:1:13 major", "old/b.txt:1:13 major"],
        ),
        (
            '[[overrides]]\npaths = ["*.txt"]\n[overrides.severity]\nname-variant = "neutral"\n'
            '[[overrides]]\npaths = ["old/*"]\n[overrides.severity]\nname-variant = "critical"\n',
            "", 1, ["a.txt:1:13 neutral", "old/b.txt:1:13 critical"],
        ),
        ('format = ["github"]\n', "", 1, ["::error file=a.txt,line=1", "::error file=old/b.txt,line=1"]),
    ],
)  # fmt: skip
def test_what_holds(place: Path, more: str, arguments: str, code: int, found: list[str]) -> None:
    write(place, more)
    result = run(["check", "a.txt", "old", *shlex.split(arguments)])
    assert result.code == code, result
    lines = [line for line in result.out.splitlines() if "name-variant" in line]
    assert len(lines) == len(found)
    for line, start in zip(lines, found, strict=True):
        assert line.startswith(start)


def test_settings_of_another_folder_are_mentioned(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(place)
    monkeypatch.chdir(place / "old")
    result = run(["check", "b.txt"])
    assert result.lines[0] == "qa: settings: ../qa.toml"
    assert result.code == 1


PATTERNS = [
    ("*.txt", ["a.txt", "x/y/a.txt", "a.txt/b"], ["a.md"]),
    ("/a.txt", ["a.txt"], ["x/a.txt"]),
    ("old", ["old", "old/a", "x/old/a/b"], ["older/a"]),
    ("/old", ["old/a"], ["x/old/a"]),
    ("old/", ["old/a", "old/x/y", "x/old/a"], ["older/a", "old"]),
    ("old/*", ["old/a", "old/x/y"], ["x/old/a"]),
    ("**/old/**", ["old/a", "x/old/a/b"], ["old", "folder/a"]),
    ("news/*/en.txt", ["news/a/en.txt"], ["news/a/b/en.txt", "news/en.txt"]),
    ("news/**/en.txt", ["news/en.txt", "news/a/b/en.txt"], ["news/a/enatxt"]),
    ("news**en.txt", ["news-en.txt"], ["news/en.txt"]),
    ("[ab]?.md", ["a1.md", "x/b2.md"], ["c1.md", "a/.md"]),
    ("[!a].md", ["b.md"], ["a.md"]),
    ("[^a].md", ["b.md"], ["a.md"]),
    ("\\*.md", ["*.md"], ["a.md"]),
]
# A bracket that does not close is none, and here one may say where one is; git knows neither.
OTHERS = [("[", ["["], ["a"]), ("a[]b", ["a[]b"], ["ab"]), ("./a.txt", ["a.txt"], ["x/a.txt"])]


@pytest.mark.parametrize(("pattern", "yes", "no"), [*PATTERNS, *OTHERS])
def test_which_paths_a_pattern_means(pattern: str, yes: list[str], no: list[str]) -> None:
    assert [path for path in yes if not matches(path, pattern)] == []
    assert [path for path in no if matches(path, pattern)] == []


def test_patterns_mean_what_git_means(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "--quiet"], cwd=tmp_path, check=True)
    paths = sorted({path for _, yes, no in PATTERNS for path in (*yes, *no)})
    for pattern, _, _ in PATTERNS:
        (tmp_path / ".gitignore").write_text(pattern + "\n", "utf-8")
        asked = subprocess.run(
            ["git", "check-ignore", "--no-index", "--stdin"],
            cwd=tmp_path, input="\n".join(paths), capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert [path for path in paths if matches(path, pattern)] == asked.stdout.splitlines(), pattern


@pytest.mark.parametrize(
    ("patterns", "expected"),
    [
        (["*.md", "!b.md"], ["a.md"]),
        (["!b.md", "*.md"], ["a.md", "b.md"]),
        (["!a.md"], []),
        (["old/", "!*.txt"], []),
    ],
)
def test_a_pattern_may_take_out_what_others_mean(patterns: list[str], expected: list[str]) -> None:
    assert [path for path in ("a.md", "b.md", "old/c.txt") if meant(path, patterns)] == expected


@settings(max_examples=200)
@given(st.text("ab*?[]!/.^-\\", max_size=12), st.text("ab*[]/.\\", max_size=12))
def test_no_pattern_breaks(pattern: str, path: str) -> None:
    matches(path, pattern)


def test_a_later_override_wins_and_tables_add_up() -> None:
    config = Config(
        severities=(("name-lost", Severity.MINOR),),
        overrides=(
            Override(("*",), ignore=("name-mixed",), severities=(("name-variant", Severity.MINOR),)),
            Override(("b.txt",), ignore=(), severities=(("name-variant", Severity.CRITICAL),)),
        ),
    )
    at = config.at("b.txt")
    assert at.ignore == ()
    assert dict(at.severities) == {"name-lost": Severity.MINOR, "name-variant": Severity.CRITICAL}
    assert config.at("a.txt").ignore == ("name-mixed",)
    assert config.at("-") is config
