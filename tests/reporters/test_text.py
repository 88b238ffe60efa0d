"""The lines a terminal and an editor's problem matcher read."""

from __future__ import annotations

import re
from dataclasses import replace

from qa.model import Report
from qa.reporters import text
from tests.reporters.sample import sample_report


def test_every_finding_is_one_line_in_the_agreed_form() -> None:
    lines = text.render(sample_report()).splitlines()
    form = re.compile(r"articles/grain\.en\.txt:\d+:\d+ (critical|major|minor|neutral) [a-z-]+: .+")
    assert [bool(form.fullmatch(line)) for line in lines] == [True] * 7 + [False] * 5


def test_colour_changes_nothing_but_colour() -> None:
    coloured = text.render(sample_report(), colour=True)
    assert re.sub("\x1b\\[[0-9;]*m", "", coloured) == text.render(sample_report())


def test_the_same_reason_is_said_once() -> None:
    report = sample_report()
    checked = report.documents[0]
    skipped = (checked.skipped[0],) * 3
    report = replace(
        report, documents=(replace(checked, document=replace(checked.document, skipped=skipped)),)
    )
    assert "articles/grain.en.txt: not judged (fluency): shorter than five words (3 times)\n" in text.render(
        report
    )


def test_an_empty_report_has_a_summary() -> None:
    empty = Report("qa", "1", (), (), (), None)
    assert text.render(empty) == (
        "0 documents, 0 sentences, 0 words: 0 critical, 0 major, 0 minor, 0 neutral; 0 not judged\n"
    )


def test_several_documents_count_their_verdicts() -> None:
    report = sample_report()
    clean = replace(report.documents[0], findings=())
    report = replace(report, documents=(report.documents[0], clean, clean))
    assert text.render(report).endswith("; hold 1, review 2\n")
