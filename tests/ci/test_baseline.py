"""Baselines: known findings pass, new ones fail, and what is mended does not stay excused."""

from __future__ import annotations

import datetime as dt
import json
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.baseline import Baseline, Known, load, save
from qa.checks import running
from qa.config import Config
from qa.errors import ConfigError
from qa.model import (
    Anchor,
    Band,
    CheckedDocument,
    Document,
    Finding,
    RoundTrip,
    RuleInfo,
    Score,
    Segment,
    Severity,
)
from tests.cli.runner import Result, run

PLAIN = [
    *("--no-default-glossary", "--glossary", "names.csv", "--target-lang", "en"),
    *("--no-back-translate", "--report", "none"),
]  # fmt: skip
CREATE = ["baseline", "create", *PLAIN, "--today", "2026-01-01"]


@pytest.fixture
def article(place: Path) -> Path:
    (place / "a.txt").write_text("Shelling of Kiev went on.\n\nCalm in Lviv.\n\nKiev sleeps.\n", "utf-8")
    return place


def check(*arguments: str, today: str = "2026-01-11") -> Result:
    return run(["check", *PLAIN, "--baseline", "qa-baseline.json", "--today", today, *arguments])


def entries(place: Path) -> list[dict[str, str]]:
    return json.loads((place / "qa-baseline.json").read_text())["findings"]


def test_known_findings_pass_and_new_ones_fail(article: Path) -> None:
    made = run([*CREATE, "a.txt", "--owner", "desk", "--reason", "old copy"])
    assert (made.code, made.lines) == (0, ["qa: qa-baseline.json: 2 findings, 2 of them new"])
    result = check("a.txt")
    assert result.code == 0
    assert "0 critical, 0 major, 0 minor, 0 neutral; 2 suppressed;" in result.out
    assert "note: baseline qa-baseline.json: 2 findings (2 major) known, the oldest for 10 days" in result.out
    assert "(since 2026-01-01, desk)" in result.out
    (article / "a.txt").write_text("New words.\n\nA talk in Kiev.\n\n" + (article / "a.txt").read_text())
    result = check("a.txt")
    assert result.code == 1
    assert [line.split(" ")[0] for line in result.out.splitlines() if "name-variant" in line] == [
        "a.txt:3:11"
    ]


def test_the_reason_reaches_every_reader(article: Path) -> None:
    run([*CREATE, "a.txt", "--owner", "desk", "--reason", "old copy"])
    check("a.txt", "--format", "sarif=q.sarif")
    results = json.loads((article / "q.sarif").read_text())["runs"][0]["results"]
    assert [result["suppressions"] for result in results] == [
        [{"kind": "external", "justification": "known since 2026-01-01 (10 days), desk: old copy"}]
    ] * 2


def test_what_is_mended_is_stale_until_it_is_pruned(article: Path) -> None:
    run([*CREATE, "a.txt"])
    (article / "a.txt").write_text("Shelling of Kyiv went on.\n\nKiev sleeps.\n")
    result = check("a.txt")
    assert result.code == 0
    assert "1 stale, the first 'Kiev' in a.txt; `qa baseline prune` removes them" in result.out
    assert run(["baseline", "prune", *PLAIN, "a.txt"]).lines == ["qa: qa-baseline.json: 1 removed, 1 left"]
    assert "stale" not in check("a.txt").out
    assert len(entries(article)) == 1


def test_only_what_was_looked_at_is_pruned(article: Path) -> None:
    (article / "b.txt").write_text("Kiev too.\n")
    (article / "c.txt").write_text("Kiev three.\n")
    run([*CREATE, "a.txt", "b.txt", "c.txt"])
    (article / "c.txt").unlink()
    (article / "a.txt").write_text("Calm.\n")
    assert run(["baseline", "prune", *PLAIN, "a.txt", "--ignore", "name-variant"]).lines == [
        "qa: qa-baseline.json: 0 removed, 4 left"
    ]
    assert run(["baseline", "prune", *PLAIN, "a.txt"]).lines == ["qa: qa-baseline.json: 3 removed, 1 left"]
    assert [entry["path"] for entry in entries(article)] == ["b.txt"]


def recorded(*pairs: tuple[str, str]) -> list[str]:
    """Options for a back-translation that gives for each sentence what stands beside it."""
    lines = [
        {"source": source, "target": target, "text": text, "translation": translation}
        for number, (english, back) in enumerate(pairs)
        for source, target, text, translation in (
            ("en", "pt", english, f"Frase {number}."), ("pt", "en", f"Frase {number}.", back)
        )
    ]  # fmt: skip
    Path("rec.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    return [*PLAIN[:-3], *PLAIN[-2:], "--backend", "recorded:rec.jsonl"]


def test_a_rule_that_needs_a_back_translation_runs_only_with_one(article: Path) -> None:
    (article / "a.txt").write_text("Talks in Kyiv.\n\nCalm in Kyiv.\n")
    options = recorded(("Talks in Kyiv.", "Talks."), ("Calm in Kyiv.", "Calm in Kiev."))
    assert run(["baseline", "create", *options, "a.txt"]).code == 0
    assert [entry["rule"] for entry in entries(article)] == ["name-lost"]
    (article / "a.txt").write_text("It was calm.\n\nCalm in Kyiv.\n")
    assert "stale" not in check("a.txt").out
    assert run(["baseline", "prune", *PLAIN, "a.txt"]).lines == ["qa: qa-baseline.json: 0 removed, 1 left"]
    assert run(["baseline", "create", *PLAIN, "a.txt"]).lines == [
        "qa: qa-baseline.json: 1 finding, 0 of them new"
    ]
    # A sentence that has the name comes without its back-translation, so that it may still be lost.
    options = recorded(("It was calm.", "It was calm."))
    assert run(["baseline", "prune", *options, "a.txt"]).lines[-1] == (
        "qa: qa-baseline.json: 0 removed, 1 left"
    )
    options = recorded(("It was calm.", "It was calm."), ("Calm in Kyiv.", "Calm in Kiev."))
    assert run(["baseline", "prune", *options, "a.txt"]).lines[-1] == (
        "qa: qa-baseline.json: 1 removed, 0 left"
    )


def rule_of(known: Known) -> RuleInfo:
    """The rule of an entry, as the settings that run all of them give it; one by itself where there is none."""
    found = running(known.rule, known.path, Config())
    return found or RuleInfo(known.rule, "c", Severity.MAJOR, "s", "h")


POOR = Score(5.0, Band.POOR, "by hand")
TRIP = RoundTrip("pivot", "en", "pt", "Something.", "by hand")


@pytest.mark.parametrize(
    ("rule", "judged"),
    [
        ("low-fluency", {"fluency": POOR}),
        ("low-agreement", {"agreement": POOR}),
        ("name-lost", {"trips": (TRIP,)}),
        ("name-missing", {"source": "Київ."}),
        ("name-wrong", {"source": "Київ."}),
        ("number-mismatch", {"source": "Київ."}),
    ],
)
@pytest.mark.parametrize("text", ["A text.", "Another one."])
def test_an_entry_is_stale_where_its_sentence_was_judged(
    rule: str, judged: dict[str, Any], text: str, place: Path
) -> None:
    def stale(*segments: Segment) -> bool:
        known = Known("p", rule, text, "f", Severity.MINOR, dt.date(2026, 1, 1))
        baseline = Baseline("b", (known,))
        list(baseline.apply([CheckedDocument(Document("p", segments), ())], known.date, rule_of))
        return baseline.stale() == (known,)

    (place / "p").touch()
    without = Segment("s1", "A text.", (Anchor(0, 1, 1),))
    assert not stale(without)
    assert stale(replace(without, **judged))
    other = Segment("s2", "And more.", (Anchor(0, 1, 1),), **judged)
    assert stale(without, other) is (text != without.text)


@pytest.mark.parametrize(
    ("target", "source", "mended"),
    [
        ("German arrived.", "Приїхав Герман.", "Herman arrived."),
        ("Das Haus ist sehr alt und klein.", "Das Haus ist sehr alt und klein.", "The house is old."),
    ],
)
def test_what_rests_on_a_source_is_judged_with_one(
    place: Path, target: str, source: str, mended: str
) -> None:
    Path("herman.csv").write_text(
        "entry,type,lang,form,status,from,until,note\nherman,person,en,Herman,preferred,,,\n"
        "herman,person,uk,Герман,preferred,,,\n",
        "utf-8",
    )
    options = [*PLAIN, "--glossary", "herman.csv"]
    pair = ["--source", "s.txt", "--source-lang", "de" if target == source else "uk"]
    Path("t.txt").write_text(target + "\n", "utf-8")
    Path("s.txt").write_text(source + "\n", "utf-8")
    assert run(["baseline", "create", *options, *pair, "t.txt"]).code == 0
    count = len(entries(place))
    assert count
    kept = run(["baseline", "prune", *options, "t.txt", "--ignore", "wrong-language"]).lines[-1]
    assert kept == f"qa: qa-baseline.json: 0 removed, {count} left"
    Path("t.txt").write_text(mended + "\n", "utf-8")
    assert run(["baseline", "prune", *options, *pair, "t.txt"]).lines[-1] == (
        f"qa: qa-baseline.json: {count} removed, 0 left"
    )


def test_without_a_language_only_names_are_not_judged(place: Path) -> None:
    Path("t.txt").write_text("He saw the the town of Kiev.\n")
    run([*CREATE, "t.txt"])
    assert sorted(entry["rule"] for entry in entries(place)) == ["name-variant", "repeated-word"]
    Path("t.txt").write_text("He saw the town of Kyiv.\n")
    assert run(["baseline", "prune", *PLAIN, "--target-lang", "und", "t.txt"]).lines[-1] == (
        "qa: qa-baseline.json: 1 removed, 1 left"
    )
    assert [entry["rule"] for entry in entries(place)] == ["name-variant"]


@pytest.mark.parametrize("rule", ["low-fluency", "low-agreement"])
def test_a_score_without_a_band_judges_nothing(rule: str) -> None:
    raw = Score(5.0, None, "by hand")
    segment = Segment("s1", "Words.", (Anchor(0, 1, 1),), fluency=raw, agreement=raw)
    known = Known("p", rule, "A text.", "f", Severity.MINOR, dt.date(2026, 1, 1))
    baseline = Baseline("b", (known,))
    list(baseline.apply([CheckedDocument(Document("p", (segment,)), ())], known.date, rule_of))
    assert baseline.stale() == ()


@pytest.mark.parametrize(
    "text", [b"", b"\x00", b"12 345\n"], ids=["empty", "not to be read", "in no language"]
)
def test_what_cannot_be_judged_is_not_called_stale(article: Path, text: bytes) -> None:
    run([*CREATE, "a.txt"])
    (article / "a.txt").write_bytes(text)
    options = [option for option in PLAIN if option not in ("--target-lang", "en")]
    assert "stale" not in run(["check", *options, "--baseline", "qa-baseline.json", "a.txt"]).out
    run(["baseline", "create", *options, "a.txt"])
    assert len(entries(article)) == 2


def test_an_item_that_cannot_be_read_keeps_the_entries_of_its_file(article: Path) -> None:
    lines = [json.dumps({"id": str(n), "target": f"{n} people in Kiev slept."}) for n in (3, 4, 5)]
    (article / "a.jsonl").write_text("\n".join(lines))
    run([*CREATE, "a.jsonl"])
    (article / "a.jsonl").write_text("\n".join([lines[0], "{", lines[2]]))
    assert "stale" not in check("a.jsonl").out
    (article / "a.jsonl").write_text("\n".join([lines[0], '{"id": "4", "target": ""}', lines[2]]))
    assert "1 stale" in check("a.jsonl").out


def test_settings_of_a_file_say_which_of_its_rules_run(article: Path) -> None:
    run([*CREATE, "a.txt"])
    (article / "a.txt").write_text("Calm.\n")
    (article / "qa.toml").write_text('[[overrides]]\npaths = ["a.txt"]\nignore = ["name-variant"]\n')
    assert "stale" not in check("a.txt").out
    (article / "qa.toml").write_text(
        'ignore = ["name-variant"]\n[[overrides]]\npaths = ["a.txt"]\nignore = []\n'
    )
    assert "2 stale" in check("a.txt").out


def test_what_another_file_may_have_to_do_with_is_kept_till_all_are_seen(article: Path) -> None:
    day = dt.date(2026, 1, 1)
    entries = [
        Known(path, rule, "x", f"{path}{rule}", Severity.MINOR, day)
        for path in ("a.txt", "b.txt")
        for rule in ("name-mixed", "name-variant")
    ]
    (article / "b.txt").write_text("Calm.\n")
    (article / "a.txt").write_text("Calm.\n")
    save("qa-baseline.json", entries)
    assert run(["baseline", "prune", *PLAIN, "a.txt"]).lines == ["qa: qa-baseline.json: 1 removed, 3 left"]
    assert run(["baseline", "prune", *PLAIN, "a.txt", "b.txt"]).lines == [
        "qa: qa-baseline.json: 3 removed, 0 left"
    ]


def test_it_holds_in_whatever_folder_and_way_a_text_is_named(
    article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = (
        'default-glossary = false\nglossary = ["names.csv"]\ntarget-lang = "en"\nback-translate = false\n'
    )
    (article / "qa.toml").write_text(settings + 'report = "none"\nbaseline = "lists/known.json"\n')
    (article / "sub").mkdir()
    (article / "sub/b.txt").write_text("Kiev too.\n")
    assert run(["baseline", "create", "a.txt", "sub", "--today", "2026-01-01"]).code == 0
    listed = json.loads((article / "lists/known.json").read_text())["findings"]
    assert {entry["path"] for entry in listed} == {"../a.txt", "../sub/b.txt"}
    assert run(["check", str(article / "a.txt"), "./sub/../sub/b.txt"]).code == 0
    monkeypatch.chdir(article / "sub")
    for paths in (["b.txt", "../a.txt"], [str(article / "sub")], [".."]):
        result = run(["check", *paths])
        assert result.code == 0, result.out
        assert "stale" not in result.out
    (article / "sub/b.txt").write_text("Calm.\n")
    assert run(["baseline", "prune", "b.txt"]).lines[-1] == "qa: ../lists/known.json: 1 removed, 2 left"
    assert run(["baseline", "create", "../a.txt"]).lines[-1] == (
        "qa: ../lists/known.json: 2 findings, 0 of them new"
    )


def test_nothing_is_pruned_when_a_file_cannot_be_read(article: Path) -> None:
    run([*CREATE, "a.txt"])
    (article / "a.txt").write_bytes(b"\x00")
    result = run(["baseline", "prune", *PLAIN, "a.txt"])
    assert (result.code, len(entries(article))) == (2, 2)


def test_created_anew_it_keeps_dates_and_owners(article: Path) -> None:
    run([*CREATE, "a.txt", "--owner", "desk"])
    (article / "b.txt").write_text("Kiev too.\n")
    (article / "a.txt").write_text("Kiev sleeps.\n\nKiev wakes.\n")
    made = run(["baseline", "create", *PLAIN, "a.txt", "b.txt", "--today", "2026-02-01", "--owner", "you"])
    assert made.lines == ["qa: qa-baseline.json: 3 findings, 2 of them new"]
    assert [(e["path"], e["date"], e["owner"]) for e in entries(article)] == [
        ("a.txt", "2026-01-01", "desk"), ("a.txt", "2026-02-01", "you"), ("b.txt", "2026-02-01", "you")
    ] or sorted((e["path"], e["date"], e["owner"]) for e in entries(article)) == [
        ("a.txt", "2026-01-01", "desk"), ("a.txt", "2026-02-01", "you"), ("b.txt", "2026-02-01", "you")
    ]  # fmt: skip


def test_an_excused_finding_is_not_stale(article: Path) -> None:
    run([*CREATE, "a.txt"])
    (article / "a.txt").write_text("Shelling of Kiev went on.\n\n# qa: ignore\nKiev sleeps.\n")
    assert "stale" not in check("a.txt").out


def test_show_lists_the_oldest_first(article: Path) -> None:
    run([*CREATE, "a.txt", "--owner", "desk", "--reason", "old copy"])
    result = run(["baseline", "show", "--today", "2026-01-02"])
    assert result.out == (
        "2026-01-01 (1 day) a.txt major name-variant: Kiev [desk] old copy\n"
        "2026-01-01 (1 day) a.txt major name-variant: Kiev [desk] old copy\n"
        "2 findings (2 major)\n"
    )


def test_the_day_may_come_from_the_environment(article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    run(["baseline", "create", *PLAIN, "a.txt"])
    assert {entry["date"] for entry in entries(article)} == {"2026-01-01"}
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    result = run(["baseline", "show"])
    assert (result.code, "SOURCE_DATE_EPOCH='soon' is no day" in result.err) == (2, True)


@pytest.mark.parametrize("day", ["20260101", "2026-W01-4", "tomorrow"])
def test_a_day_is_written_in_one_way(article: Path, day: str) -> None:
    run(["baseline", "create", *PLAIN, "a.txt"])
    result = run(["baseline", "show", "--today", day])
    assert (result.code, f"--today {day!r} is no day: write it as YYYY-MM-DD" in result.err) == (2, True)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "is not valid JSON"),
        ("[" * 100_000, "is not valid JSON"),
        ("[]", "is no baseline of schema version 1"),
        ('{"schema_version": 1, "findings": [{}]}', "entry 1 is not complete"),
        ("\xff", "is no"),
    ],
)
def test_files_that_are_no_baseline(article: Path, text: str, message: str) -> None:
    (article / "qa-baseline.json").write_text(text, "latin-1" if text == "\xff" else "utf-8")
    result = check("a.txt")
    assert (result.code, len(result.lines)) == (2, 1)
    assert message in result.lines[0] or "cannot be read" in result.lines[0]


def test_a_baseline_that_is_not_there_is_told_of(article: Path) -> None:
    assert check("a.txt").lines == [
        "qa: qa-baseline.json: there is no such baseline; make it with `qa baseline create`"
    ]


def test_a_wrong_day_or_severity(article: Path) -> None:
    run([*CREATE, "a.txt"])
    text = (article / "qa-baseline.json").read_text()
    (article / "qa-baseline.json").write_text(text.replace("2026-01-01", "soon"))
    assert "entry 1: 'soon' is no day: write it as YYYY-MM-DD" in check("a.txt").lines[0]


_TEXT = st.text(st.characters(codec="utf-8"), max_size=10)
_PATH = st.from_regex(r"(\.\./)?[a-zю][a-zю0-9 ]{0,6}(/[a-zю0-9]{1,5}){0,2}", fullmatch=True)
_KNOWN = st.builds(
    Known,
    _PATH,
    _TEXT,
    _TEXT,
    _TEXT,
    st.sampled_from(Severity),
    st.dates(),
    reason=_TEXT,
    owner=_TEXT,
    sourced=st.booleans(),
)


@given(st.lists(_KNOWN, max_size=5))
def test_what_is_saved_comes_back(tmp_path_factory: pytest.TempPathFactory, known: list[Known]) -> None:
    path = str(tmp_path_factory.getbasetemp() / "b.json")
    save(path, known)
    assert load(path).known == tuple(sorted(known))
    before = Path(path).read_bytes()
    save(path, reversed(load(path).known))
    assert Path(path).read_bytes() == before


@given(st.lists(st.sampled_from("abcdef"), unique=True), st.sets(st.sampled_from("abcdef")))
def test_every_finding_counts_or_is_known(found: list[str], known: set[str]) -> None:
    day = dt.date(2026, 1, 1)
    findings = tuple(
        Finding("r", "c", Severity.MAJOR, "s1", "target", 0, 1, 1, 1, "x", "y", fingerprint=f) for f in found
    )
    baseline = Baseline("b", tuple(Known("p", "r", "x", f, Severity.MAJOR, day) for f in sorted(known)))
    (checked,) = baseline.apply([CheckedDocument(Document("p", ()), findings)], day, rule_of)
    assert {f.fingerprint for f in checked.findings} == set(found) - known
    assert {s.finding.fingerprint for s in checked.suppressed} == set(found) & known
    assert {k.fingerprint for k in baseline.stale()} == known - set(found)
    unrun = Baseline("b", baseline.known)
    list(unrun.apply([CheckedDocument(Document("p", ()), findings)], day, lambda _: None))
    assert unrun.stale() == ()


def test_an_interrupted_save_leaves_the_old_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "b.json"
    save(str(path), [])
    before = path.read_bytes()

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(Exception, match="the disk is full"):
        save(str(path), [Known("p", "r", "t", "f", Severity.MINOR, dt.date(2026, 1, 1))])
    assert path.read_bytes() == before


def test_errors_are_config_errors() -> None:
    with pytest.raises(ConfigError):
        load("/dev/null")


def test_what_cannot_be_read_makes_no_baseline(article: Path) -> None:
    result = run([*CREATE, "b.txt"])
    assert (result.code, result.lines) == (2, ["qa: b.txt: there is no such file or folder; check the path"])
    assert not Path("qa-baseline.json").exists()
