"""Learning from decisions: what is no rule is left out and said, and nothing is ever written over."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.runner import run

GLOSSARY = """\
entry,type,lang,form,status,from,until,note
kyiv,place,en,Kiev,deprecated,,,
kyiv,place,en,Kyiv,preferred,,,
kyiv,place,en-GB,Kyiv,preferred,,,
odesa,place,en,Odesa,preferred,,,
"""
ADD = ["glossary", "add", "--from", "d.json", "--into", "g.csv"]


def decision(text: str, entry: str | None = "odesa", **more: object) -> dict[str, object]:
    """A correction of an unlisted form, or whatever else `more` makes of it."""
    plain = {
        "fingerprint": f"f-{text}-{len(more)}",
        "rule": "name-unlisted",
        "severity": "major",
        "side": "target",
        "text": text,
        "entry": entry,
        "decision": "accept",
        "suggestion": "Odesa" if entry == "odesa" else "Kyiv",
        "reason": "",
        "because": "",
    }
    return {**plain, **more}


def save(*decisions: dict[str, object], name: str = "d.json", **more: object) -> None:
    data = {"schema_version": 1, "document": "a.txt", "target_lang": "en", "decisions": decisions, **more}
    Path(name).write_text(json.dumps(data), "utf-8")


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("g.csv").write_text(GLOSSARY, "utf-8")


RIGHT = {"decision": "dismiss", "because": "form", "reason": "the port says so"}


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (decision("Odesssa"), "+ odesa en Odesssa: deprecated (corrected to Odesa in a.txt)"),
        (decision("Odessa", **RIGHT), "+ odesa en Odessa: admitted (the port says so, in a.txt)"),
        (
            decision("Odessa", **{**RIGHT, "because": "style"}),
            "+ odesa en Odessa: admitted (the port says so, in a.txt)",
        ),
        (
            decision("Odessa", **{**RIGHT, "because": ""}),
            "- 'Odessa': was dismissed for its place, not for its form; `qa baseline add` keeps that",
        ),
        (
            decision("Odessa", **{**RIGHT, "because": "other"}),
            "- 'Odessa': something else is meant; if it comes again, give it an entry of its own with"
            " `qa glossary add`",
        ),
        (
            decision("Odessa", suggestion="the port"),
            "- 'Odessa': was corrected by hand, so it is open whether its form or something else was wrong",
        ),
        (decision("Odessa", None), "- 'Odessa': belongs to no entry; add one with `qa glossary add`"),
        (
            decision("Odessa", "nowhere"),
            "- 'Odessa': its entry 'nowhere' is in none of the glossaries; name the one it is in with --into",
        ),
        (decision("Kiev", "kyiv", rule="name-variant"), ""),
        (decision("Odessa", rule="number-mismatch"), ""),
        (decision("Одесса", side="source"), ""),
        (decision("\u0000"), "- '\\u0000': cannot stand in a glossary as it is"),
        (decision("x" * 400), f"- '{'x' * 39}…': cannot stand in a glossary as it is"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_lessons(given: dict[str, object], told: str) -> None:
    save(given)
    result = run(ADD)
    assert (result.code, result.out) == (0, told and told + "\n")


def test_what_the_glossary_says_stays(tmp_path: Path) -> None:
    save(decision("Kiev", "kyiv", rule="name-variant", **RIGHT), decision("Odesssa"))
    result = run(ADD)
    assert result.code == 1
    new, conflict = sorted(result.out.splitlines())
    assert conflict.startswith("+ odesa en Odesssa")
    assert new.startswith("! kyiv en Kiev: ")
    assert "kyiv,place,en,Kiev,deprecated,,," in Path("g.csv").read_text("utf-8")


def test_decisions_that_contradict_each_other_teach_nothing() -> None:
    save(decision("Odessa"), name="one.json")
    save(decision("Odessa", **RIGHT), name="two.json")
    result = run(["glossary", "add", "--from", "one.json", "--from", "two.json", "--into", "g.csv"])
    assert result.out == (
        "- 'Odessa': accepted in one place and corrected in another; decide and add it by hand\n"
    )
    assert Path("g.csv").read_text("utf-8") == GLOSSARY


@pytest.mark.parametrize(
    ("lang", "entry", "wanted"),
    [("en-GB", "kyiv", "en-GB"), ("en-US", "kyiv", "en"), ("EN", "kyiv", "en"), ("en-GB", "odesa", "en")],
)
def test_the_language_is_the_one_the_entry_has(lang: str, entry: str, wanted: str) -> None:
    save(decision("Xxx", entry), target_lang=lang)
    assert run(ADD).out.startswith(f"+ {entry} {wanted} Xxx: ")


def test_without_a_language_nothing_is_learned() -> None:
    save(decision("Odessa"), target_lang="")
    assert run(ADD).out == "- 'Odessa': the language of 'a.txt' is unknown\n"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--from", "d.json", "kyiv"], "leave everything else out"),
        (["--from", "d.json", "--from", "2022-01-01"], "one day, or files"),
        (["--from", "none.json"], "no such file"),
        (["kyiv", "en=Kyjiw", "--from", "2022-13-01"], "not a day of the calendar"),
    ],
    ids=" ".join,
)
def test_what_cannot_be_meant(arguments: list[str], told: str) -> None:
    save()
    result = run(["glossary", "add", *arguments, "--into", "g.csv"])
    assert (result.code, len(result.lines)) == (2, 1)
    assert told in result.err


def test_a_first_day_still_is_one() -> None:
    result = run(
        ["glossary", "add", "odesa", "en:deprecated=Odes", "--from", "2022-01-01", "--into", "g.csv"]
    )
    assert result.code == 0
    assert "odesa,place,en,Odes,deprecated,2022-01-01,," in Path("g.csv").read_text("utf-8")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "[" * 100_000,
        '{"schema_version": 2, "decisions": []}',
        '{"schema_version": 1, "document": 7, "decisions": []}',
        '{"schema_version": 1, "decisions": [{"fingerprint": "x", "decision": "delete"}]}',
        '{"schema_version": 1, "decisions": [{"fingerprint": "x", "decision": "accept", "text": ["rm"]}]}',
        '{"schema_version": 1, "decisions": [{"fingerprint": "x", "decision": "accept", "entry": {}}]}',
        "\x00\x01",
    ],
    ids=range(9),
)
@pytest.mark.parametrize(
    "command", [ADD, ["baseline", "add", "--from", "d.json"]], ids=["glossary", "baseline"]
)
def test_files_of_strangers(command: list[str], text: str) -> None:
    Path("d.json").write_text(text)
    result = run(command)
    assert (result.code, len(result.lines)) == (2, 1)
    assert "d.json" in result.err
    assert Path("g.csv").read_text("utf-8") == GLOSSARY
    assert not Path("qa-baseline.json").exists()


def known() -> list[dict[str, str]]:
    return json.loads(Path("qa-baseline.json").read_text("utf-8"))["findings"]


def test_a_baseline_takes_reasons_and_keeps_its_own() -> None:
    quote = decision("Odessa", decision="dismiss", reason="a quotation", fingerprint="q")
    silent = decision("Odesssa", decision="dismiss", fingerprint="s")
    save(quote, silent, decision("Odeza"))
    add = ["baseline", "add", "--from", "d.json"]
    planned = run([*add, "--dry-run", "--today", "2022-07-03"])
    assert not Path("qa-baseline.json").exists()
    first = run([*add, "--today", "2022-07-03"])
    assert first.out == planned.out
    assert first.out.splitlines() == [
        "+ a.txt major name-unlisted: Odessa — a quotation",
        "- a.txt: “Odesssa” was dismissed without a reason",
    ]
    assert planned.lines == ["qa: qa-baseline.json: 1 finding would be added, 0 known already, 1 left out"]
    save({**quote, "reason": "something else"}, silent)
    second = run([*add, "--today", "2023-01-01", "--reason", "looked at", "--owner", "desk"])
    assert second.code == 0
    assert [(k["fingerprint"], k["date"], k["reason"], k["owner"]) for k in known()] == [
        ("q", "2022-07-03", "a quotation", ""),
        ("s", "2023-01-01", "looked at", "desk"),
    ]


def test_a_baseline_takes_what_is_missing_and_so_has_no_text() -> None:
    missing = decision("", decision="dismiss", rule="untranslated", fingerprint="m")
    save({**missing, "reason": "left out on purpose"}, {**missing, "fingerprint": "n"})
    result = run(["baseline", "add", "--from", "d.json"])
    assert result.out.splitlines() == [
        "+ a.txt major untranslated:  — left out on purpose",
        "- a.txt: untranslated was dismissed without a reason",
    ]
    assert [(k["fingerprint"], k["text"]) for k in known()] == [("m", "")]


def test_decisions_of_an_older_report_are_not_guessed_at() -> None:
    save(
        {
            "fingerprint": "x",
            "rule": "name-variant",
            "decision": "dismiss",
            "suggestion": None,
            "reason": "old",
        }
    )
    result = run(["baseline", "add", "--from", "d.json"])
    assert result.out == "- a.txt: name-variant has no text and severity; save the decisions again\n"
    assert not Path("qa-baseline.json").exists()


def test_decisions_in_place_of_a_baseline_are_pointed_to_it() -> None:
    save(decision("Odessa", decision="dismiss", reason="a quotation"))
    Path("a.txt").write_text("Nothing.\n")
    result = run(["check", "a.txt", "--baseline", "d.json", "--no-back-translate", "--report", "none"])
    assert (result.code, result.lines) == (
        2,
        ["qa: d.json: holds decisions; `qa baseline add --from d.json` takes them into a baseline"],
    )


def test_nothing_of_a_file_reaches_the_terminal_unseen() -> None:
    save(decision("a\x1b[31m\n", decision="dismiss", reason="b\x07", severity="major"), document="c\x1b]0;x")
    out = run(["baseline", "add", "--from", "d.json"]).out
    assert out.count("\n") == 1
    assert "\x1b" not in out
    assert "\x07" not in out


def test_the_baseline_of_the_settings_learns_and_is_shown() -> None:
    Path("qa.toml").write_text('baseline = "desk/known.json"\n', "utf-8")
    save({**decision("Odesssa", decision="dismiss", fingerprint="m"), "reason": "left on purpose"})
    added = run(["baseline", "add", "--from", "d.json", "--today", "2022-07-03"])
    assert added.lines == ["qa: desk/known.json: 1 finding added, 0 known already, 0 left out"]
    assert run(["baseline", "show", "--today", "2022-07-03"]).out.splitlines()[-1] == "1 finding (1 major)"
    assert run(["baseline", "show", "--today", "2022-07-03"]).out == run(
        ["baseline", "show", "desk/known.json", "--today", "2022-07-03"]
    ).out  # fmt: skip
    assert not Path("qa-baseline.json").exists()
