"""Every rule on texts it must flag and texts it must pass; a rule without cases fails."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from qa.checks import RULE_INFOS
from qa.config import Config
from qa.glossary import default_path, load
from qa.model import Anchor, Band, Document, Finding, RoundTrip, Score, Segment
from qa.names import NameIndex, compile_glossary
from qa.pipeline import check_document
from qa.segment import split
from tools.build_rules_doc import OUT, document

CASES = Path(__file__).parent / "cases"
# These rules judge scores, not texts; their cases are in this file.
BY_SCORE = {"low-fluency", "low-agreement"}


@cache
def index() -> NameIndex:
    return compile_glossary(load([default_path()]))


def cases() -> list[Any]:
    out = []
    for path in sorted(CASES.glob("*.toml")):
        for kind, items in tomllib.loads(path.read_text("utf-8")).items():
            out += [
                pytest.param(path.stem, kind, item, id=f"{path.stem}: {item['text'][:40]}") for item in items
            ]
    return out


def check(rule: str, item: dict[str, Any]) -> list[str]:
    return [f.text for f in findings(rule, item)]


def findings(rule: str, item: dict[str, Any]) -> tuple[Finding, ...]:
    lang = item.get("lang", "en")
    trips = (RoundTrip("pivot", lang, "pt", item["back"], "by hand"),) if "back" in item else ()
    block = Segment("b1", item["text"], (Anchor(0, 1, 1),), source=item.get("source"), trips=trips)
    text = split(Document("case", (block,), item.get("source_lang"), lang))
    return check_document(text, index(), Config(select=(rule,))).findings


@pytest.mark.parametrize(("rule", "kind", "item"), cases())
def test_case(rule: str, kind: str, item: dict[str, Any]) -> None:
    assert check(rule, item) == (item["found"] if kind == "flag" else [])


@pytest.mark.parametrize(
    ("source", "text", "suggestion"),
    [
        ("Es sind 25 Menschen.", "They are 52 people.", "25"),
        ("Der Zug fährt um 20.15 Uhr ab.", "The train leaves at 20.45.", "20.15"),
        ("Der Zug fährt um 20.15 Uhr ab.", "The train leaves at 8.15 a.m.", None),
    ],
)
def test_a_number_is_suggested_where_it_fits(source: str, text: str, suggestion: str | None) -> None:
    item = {"source_lang": "de", "source": source, "text": text}
    assert [f.suggestion for f in findings("number-mismatch", item)] == [suggestion]


@pytest.mark.parametrize("info", RULE_INFOS, ids=lambda info: info.id)
def test_every_rule_has_cases_and_a_text(info: Any) -> None:
    assert info.help
    if info.id not in BY_SCORE:
        assert info.flagged
        assert info.passed
        kinds = tomllib.loads((CASES / f"{info.id}.toml").read_text("utf-8"))
        assert kinds["flag"]
        assert kinds["pass"]


@pytest.mark.parametrize(("rule", "field"), [("low-fluency", "fluency"), ("low-agreement", "agreement")])
@pytest.mark.parametrize(("band", "found"), [(Band.POOR, 1), (Band.REVIEW, 0), (Band.OK, 0), (None, 0)])
def test_scores(rule: str, field: str, band: Band | None, found: int) -> None:
    from qa.checks import RULES
    from qa.checks.api import Context
    from qa.names import NameReading

    score = Score(12.0, band, "by hand", (), ("half of it came back differently",))
    segment = Segment("s1", "A text.", (Anchor(0, 1, 1),), source="Текст.", **{field: score})
    run = next(r.check for r in RULES if r.info.id == rule)
    context = Context(Document("case", (segment,), "ru", "en"), NameReading((), ()), Config())
    assert len(list(run(context))) == found


def test_the_page_of_rules_is_current() -> None:
    assert OUT.read_text("utf-8") == document()
