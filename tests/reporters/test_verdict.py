"""Publish, review or hold: findings decide, then the share of weak sentences."""

from __future__ import annotations

from dataclasses import replace

import pytest

from qa.model import Anchor, Band, CheckedDocument, Document, Finding, Score, Segment, Severity, Skipped
from qa.reporters.verdict import Level, judge


def checked(bands: str, severities: str = "", axis: str = "fluency") -> CheckedDocument:
    """One sentence a letter: ok, review, poor, no band, unscored; one finding a letter: c, M, m, n."""
    kinds = {"o": Band.OK, "r": Band.REVIEW, "p": Band.POOR, "n": None}
    segments = tuple(
        Segment(str(i), "text", (Anchor(0, 1, 1),), **{axis: None if b == "u" else Score(50, kinds[b], "")})
        for i, b in enumerate(bands)
    )
    levels = {"c": Severity.CRITICAL, "M": Severity.MAJOR, "m": Severity.MINOR, "n": Severity.NEUTRAL}
    findings = tuple(Finding("x", "x", levels[s], "0", "target", 0, 1, 1, 1, "t", "") for s in severities)
    return CheckedDocument(Document("a", segments), findings)


@pytest.mark.parametrize(
    ("bands", "severities", "level"),
    [
        ("ooo", "c", Level.HOLD),
        ("ooo", "nmM", Level.HOLD),
        ("ooo", "m", Level.REVIEW),
        ("ooo", "n", Level.PUBLISH),
        ("ooo", "", Level.PUBLISH),
        ("", "", Level.REVIEW),
        ("uuu", "", Level.PUBLISH),
        ("nnn", "", Level.PUBLISH),
        # One weak sentence is what good text has; three of five are not.
        ("r", "", Level.PUBLISH),
        ("pooo", "", Level.PUBLISH),
        ("p", "", Level.REVIEW),
        ("roooo", "", Level.PUBLISH),
        ("rrroo", "", Level.REVIEW),
        ("ppooo", "", Level.REVIEW),
        # A hundred sentences: ten weak ones are usual, sixteen come by chance in less than a twentieth.
        ("r" * 15 + "o" * 85, "", Level.PUBLISH),
        ("r" * 16 + "o" * 84, "", Level.REVIEW),
        ("p" * 5 + "o" * 95, "", Level.PUBLISH),
        ("p" * 6 + "o" * 94, "", Level.REVIEW),
    ],
)
@pytest.mark.parametrize("axis", ["fluency", "agreement"])
def test_level(bands: str, severities: str, level: Level, axis: str) -> None:
    assert judge(checked(bands, severities, axis)).level is level


@pytest.mark.parametrize(
    ("skipped", "severities", "level"),
    [
        (Skipped(None, "language", "und"), "", Level.REVIEW),
        (Skipped(None, "language", "und"), "M", Level.HOLD),
        (Skipped(None, "reading", "obsolete entries: 1"), "", Level.PUBLISH),
        (Skipped("0", "back-translation", "off"), "", Level.PUBLISH),
    ],
)
def test_a_text_whose_language_is_not_known_is_never_published(
    skipped: Skipped, severities: str, level: Level
) -> None:
    one = checked("ooo", severities)
    assert judge(replace(one, document=replace(one.document, skipped=(skipped,)))).level is level


def test_what_was_not_judged_is_counted() -> None:
    verdict = judge(checked("oruunp"))
    assert (verdict.sentences, verdict.unjudged) == (6, 3)


def test_a_weakness_says_what_is_usual() -> None:
    (weakness,) = judge(checked("rrpoo")).weaknesses
    assert (weakness.axis, weakness.weak, weakness.judged, weakness.expected) == ("fluency", 3, 5, 0.5)
