"""What `qa fix` writes reads right where it stands, or nothing is written; and no correction calls for another."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qa import pipeline
from qa.config import Config
from qa.fix import Fixer, fix
from qa.glossary import default_path, load
from qa.model import Anchor, CheckedDocument, Document, Entry, Finding, Form, Glossary, Segment, Status
from qa.names import NameIndex, compile_glossary

CASES = tomllib.loads((Path(__file__).parent / "fitting.toml").read_text("utf-8"))["case"]


def index_of(case: dict[str, Any]) -> tuple[NameIndex, tuple[Form, ...]]:
    preferred, *deprecated = case["glossary"]
    forms = (
        Form(preferred, case["lang"], Status.PREFERRED),
        *(Form(text, case["lang"], Status.DEPRECATED) for text in deprecated),
    )
    native = [Form(case["native"][1], case["native"][0], Status.PREFERRED)] if "native" in case else []
    return compile_glossary(Glossary((Entry("it", "place", (*forms, *native)),))), forms


def checked_by(case: dict[str, Any], text: str) -> CheckedDocument:
    """A sentence checked by the glossary of a case."""
    config = Config(select=("name-variant", "name-unlisted"))
    segment = Segment("s1", text, (Anchor(0, 1, 1),), case.get("source"))
    source_lang = (case.get("native") or [None])[0]
    document = Document("a.txt", (segment,), source_lang, case["lang"])
    return pipeline.check_document(document, index_of(case)[0], config)


def fixed(case: dict[str, Any], text: str, tmp_path: Path) -> tuple[str, list[str]]:
    """The text after `qa fix`, and the reasons for what was left."""
    index, forms = index_of(case)
    config = Config(target_lang=case["lang"], source_lang=(case.get("native") or [None])[0])
    source = None
    if "source" in case:
        (tmp_path / "source.txt").write_text(case["source"], "utf-8")
        source = str(tmp_path / "source.txt")
    judge = Fixer(
        lambda documents: pipeline.run(documents, index, config, lambda segmented: segmented),
        lambda *_: tuple(form.text for form in forms),
    )
    result = fix(text.encode(), "a.txt", "text", judge, source)
    return result.data.decode(), [left.reason for left in result.left]


def sentences(kind: str) -> list[Any]:
    return [
        pytest.param(case, item, id=f"{case['lang']}: {item[0] if kind == 'fixed' else item}")
        for case in CASES
        for item in case.get(kind, ())
    ]


@pytest.mark.parametrize(("case", "item"), sentences("fixed"))
def test_it_reads_right(case: dict[str, Any], item: list[str], tmp_path: Path) -> None:
    assert fixed(case, item[0], tmp_path) == (item[1], [])


@pytest.mark.parametrize(("case", "item"), sentences("fixed"))
def test_a_suggestion_can_be_put_over_its_word_as_it_stands(case: dict[str, Any], item: list[str]) -> None:
    """The page of a report puts suggestions into a text without knowing its language."""
    text = item[0]
    for one in reversed(checked_by(case, text).findings):
        text, _, _ = applied(text, one)
    assert text == item[1]


@pytest.mark.parametrize(("case", "text"), sentences("right"))
def test_what_is_right_has_no_finding(case: dict[str, Any], text: str, tmp_path: Path) -> None:
    assert fixed(case, text, tmp_path) == (text, [])


@pytest.mark.parametrize(("case", "text"), sentences("left"))
def test_what_is_uncertain_is_left_with_a_reason(case: dict[str, Any], text: str, tmp_path: Path) -> None:
    after, reasons = fixed(case, text, tmp_path)
    assert after == text
    assert reasons


@cache
def default_index() -> NameIndex:
    return compile_glossary(load([default_path()]))


@cache
def deprecated(lang: str) -> tuple[str, ...]:
    forms = (form for entry in load([default_path()]).entries for form in entry.forms if form.lang == lang)
    return tuple(sorted({form.text for form in forms if form.status is Status.DEPRECATED}))


def checked(text: str, lang: str) -> CheckedDocument:
    config = Config(select=("name-variant", "name-unlisted"))
    document = Document("a.txt", (Segment("s1", text, (Anchor(0, 1, 1),)),), None, lang)
    return pipeline.check_document(document, default_index(), config)


def applied(text: str, one: Finding) -> tuple[str, int, int]:
    """A text with the suggestion of one finding in its place, and where that now stands."""
    assert one.suggestion is not None
    end = one.start + len(one.suggestion)
    return text[: one.start] + one.suggestion + text[one.end :], one.start, end


FRAMES = st.sampled_from(
    [
        "In {}.",
        "{} fell.",
        "the {} road",
        "a {}-based man",
        "{}’s and {}",
        "Al-{} and al {}",
        "({}), “{}”",
        "The {}.",
    ]
)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lang=st.sampled_from(["en", "de", "fr", "es"]), frame=FRAMES, data=st.data())
def test_a_suggestion_in_its_place_has_no_finding(lang: str, frame: str, data: st.DataObject) -> None:
    text = frame.replace("{}", data.draw(st.sampled_from(deprecated(lang))))
    for one in checked(text, lang).findings:
        if one.suggestion is not None:
            after, start, end = applied(text, one)
            again = checked(after, lang).findings
            assert [f.text for f in again if f.start < end and start < f.end] == []
