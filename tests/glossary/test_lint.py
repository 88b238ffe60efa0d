"""What lint says, and that every rule has a case that shows it."""

from __future__ import annotations

import pytest

from qa.glossary.lines import HEADER
from qa.glossary.lint import RULES, Level, lint
from qa.glossary.table import parse

from .lint_cases import CASES, GOOD, Case

# These are about a whole file and have their bytes below.
FILES = [
    ("encoding", b"\xff\xfeE\x00", (1, 1)),
    ("encoding", f"{HEADER}\nkyiv,place,uk,".encode() + b"\xca\xe8\xbf\xe2,preferred,,,\n", (2, 15)),
    ("header", b"name;type\n", (1, 1)),
    ("header", b"", (1, 1)),
    ("layout", b"\xef\xbb\xbf" + f"{HEADER}\n{GOOD}\n".encode(), (1, 1)),
    ("layout", f"{HEADER}\n{GOOD}\n".replace("\n", "\r\n").encode(), (1, 1)),
    ("layout", f"{HEADER}\n{GOOD}".encode(), (1, 1)),
]


def frequency(word: str, _lang: str) -> float:
    return {"Level": 4.8}.get(word, 0.0)


def found(body: str) -> list[tuple[str, int, int]]:
    table = parse(f"{HEADER}\n{body}\n".encode(), "g.csv")
    return [(f.rule, f.line, f.column) for f in lint(table, frequency=frequency)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_a_rule_flags_and_lets_pass(case: Case) -> None:
    assert (case.rule, *case.at) in found(case.flagged)
    assert [f for f in found(case.passed) if f[0] == case.rule] == []


@pytest.mark.parametrize(("rule", "data", "at"), FILES)
def test_a_whole_file(rule: str, data: bytes, at: tuple[int, int]) -> None:
    assert [(f.rule, f.line, f.column) for f in lint(parse(data, "g.csv"))] == [(rule, *at)]


def test_every_rule_has_a_case_and_every_case_a_rule() -> None:
    assert {rule.id for rule in RULES} == {case.rule for case in CASES} | {rule for rule, _, _ in FILES}


def test_rules_say_what_to_do() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)
    assert all(rule.summary and rule.advice for rule in RULES)


def test_a_good_file_has_no_findings() -> None:
    assert found(GOOD) == []


def test_messages_are_one_line_and_say_the_level() -> None:
    table = parse(f"{HEADER}\nkyiv,place,en,Kiev,deprecated,,,\n".encode(), "g.csv")
    findings = lint(table)
    assert [(f.rule, f.level) for f in findings] == [
        ("native-missing", Level.WARNING),
        ("no-preferred", Level.ERROR),
        ("no-reason", Level.WARNING),
    ]
    assert all("\n" not in f.message and f.path == "g.csv" for f in findings)


def test_a_house_style_is_judged_on_its_base() -> None:
    base = [line.row for line in parse(f"{HEADER}\n{GOOD}\n".encode(), "base.csv").lines]
    style = parse(f"{HEADER}\nkyiv,place,en,Kiev,preferred,,,\n".encode(), "style.csv")
    assert [f.rule for f in lint(style)] == ["native-missing"]
    assert lint(style, base=base) == ()
    wrong = parse(
        f"{HEADER}\nriga,other,en,Kyiv,deprecated,,,x\nriga,other,en,Riga,preferred,,,\n".encode(), "s.csv"
    )
    assert [(f.rule, f.line) for f in lint(wrong, base=base)] == [("deprecated-is-preferred", 2)]
