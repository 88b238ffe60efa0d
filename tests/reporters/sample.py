"""A report built by hand that uses every field of the model at least once; the golden files show it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from qa.model import (
    Anchor,
    Band,
    CheckedDocument,
    Document,
    Entry,
    Finding,
    Form,
    GlossarySource,
    Part,
    Report,
    RoundTrip,
    RuleInfo,
    Score,
    Segment,
    Severity,
    Skipped,
    Status,
    Suppressed,
)

RULES = (
    RuleInfo(
        "name-variant",
        "termbase",
        Severity.MAJOR,
        "A deprecated form of a glossary name.",
        "The glossary lists this form as one not to be used. Write the preferred form.",
        ("the port of Odessa",),
        ("the port of Odesa",),
    ),
    RuleInfo(
        "name-unlisted",
        "transliteration",
        Severity.MAJOR,
        "A form of a glossary name that nobody listed.",
        "The form is close to a name of the glossary, or comes out of its native form another way.",
    ),
    RuleInfo("name-missing", "omission", Severity.MAJOR, "A name of the source is missing.", "Look it up."),
    RuleInfo("repeated-word", "grammar", Severity.MINOR, "A word stands there twice.", "Delete one of them."),
    RuleInfo("low-fluency", "fluency", Severity.MINOR, "The sentence reads badly.", "Read it aloud."),
    RuleInfo("name-lost", "entity", Severity.NEUTRAL, "A name did not come back.", "Only a hint."),
)

FLUENCY = "round-trip|en-pt-en|test:1|chrF2|calibration:1"
AGREEMENT = "agreement|en-ar|test:1|chrF2"


def fluency(score: float, band: Band | None, *reasons: str) -> Score:
    return Score(score, band, FLUENCY, (("chrf", round(score * 0.9, 2)), ("word_f1", score / 100)), reasons)


def trip(text: str, pivot: str, tokens: Sequence[tuple[str, float]] = ()) -> RoundTrip:
    return RoundTrip(
        "pivot", "en", "pt", text, "test:1|en-pt-en", pivot, (("target|pivot", -0.71),), tuple(tokens)
    )


def segment(
    number: int, line: int, column: int, text: str, part: Part = "body", source: str | None = None
) -> Segment:
    return Segment(f"s{number}", text, (Anchor(0, line, column),), source, part)


def finding(segment: Segment, rule: str, severity: Severity, text: str, explanation: str, **more) -> Finding:
    """A finding on the first place of `text`; `at` gives another."""
    side = more.pop("side", "target")
    within = segment.text if side == "target" else segment.source or ""
    start = more.pop("at", None) or within.index(text)
    line, column = segment.position(start) if side == "target" else (segment.line, start + 1)
    return Finding(
        rule=rule,
        category=more.pop("category", next((r.category for r in RULES if r.id == rule), "other")),
        severity=severity,
        segment=segment.id,
        side=side,
        start=start,
        end=start + len(text),
        line=line,
        column=column,
        text=text,
        explanation=explanation,
        fingerprint=f"{rule}-{segment.id}-{start}",
        **more,
    )


def _segments() -> tuple[Segment, ...]:
    headline = segment(
        1, 1, 1, "Grain ships leave Odessa as talks go on", "headline", "سفن الحبوب تغادر أوديسا"
    )
    first = segment(2, 3, 1, "Three ships left the port of Odessa on Friday, the the ministry said.")
    second = segment(
        3, 3, 71, "They head for Mikolaiv and later for Kherson.", source="إلى ميكولايف ثم خيرسون في المساء"
    )
    third = segment(4, 4, 1, "For the captain is of the wheat much hope been.")
    caption = segment(5, 6, 1, "A ship near Zmiinyi Island", "caption")
    return (
        replace(
            headline,
            fluency=fluency(88.0, Band.OK),
            trips=(trip("Grain ships leave Odessa as talks go on", "Navios de grãos deixam Odessa"),),
        ),
        replace(
            first,
            fluency=fluency(71.5, Band.REVIEW, "Two words came back differently."),
            trips=(
                trip(
                    "Three ships left the harbour of Odessa on Friday, said the ministry.",
                    "Três navios deixaram o porto",
                ),
            ),
        ),
        replace(
            second,
            fluency=fluency(79.25, None),
            agreement=Score(
                55.5, Band.REVIEW, AGREEMENT, (("chrf", 55.5),), ("The evening of the source is missing.",)
            ),
            trips=(
                trip("They go to Mykolaiv and then to Kherson.", "Eles vão para Mykolaiv"),
                RoundTrip(
                    "source",
                    "en",
                    "ar",
                    "إلى ميكولايف ثم خيرسون",
                    "test:1|en-ar",
                    None,
                    (("source|target", -1.5),),
                ),
            ),
        ),
        replace(
            third,
            fluency=fluency(
                23.75,
                Band.POOR,
                "Rare sequence of words: “of the wheat much”.",
                "Half of the words came back differently.",
            ),
            trips=(
                trip(
                    "The captain had much hope for wheat.",
                    "O capitão tinha muita esperança",
                    (("▁For", -0.4), ("▁the", -0.1), ("▁wh", -4.2), ("eat", -0.2), ("▁been", -6.9)),
                ),
            ),
        ),
        caption,
    )


def _findings(segments: tuple[Segment, ...]) -> tuple[Finding, ...]:
    headline, first, second, third, _ = segments
    odesa = {
        "entry": "odesa",
        "suggestion": "Odesa",
        "route": "Russian-based romanization (BGN/PCGN) of Одесса",
        "evidence": ("ru Одесса → Odessa (BGN/PCGN)", "uk Одеса → Odesa (KMU 2010)"),
    }
    listed = "“Odessa” is a deprecated form of Odesa: Russian-based romanization of Одесса"
    return (
        finding(headline, "name-variant", Severity.MAJOR, "Odessa", listed, **odesa),
        finding(first, "name-variant", Severity.MAJOR, "Odessa", listed, **odesa),
        finding(
            first, "repeated-word", Severity.MINOR, "the the", "“the” stands there twice", suggestion="the"
        ),
        finding(
            first,
            "name-lost",
            Severity.NEUTRAL,
            "the ministry",
            "The name moved on the way back",
            confidence=0.4,
            at=51,
        ),
        finding(
            second,
            "name-unlisted",
            Severity.CRITICAL,
            "Mikolaiv",
            "“Mikolaiv” is a misspelling of Mykolaiv",
            category="spelling",
            entry="mykolaiv",
            suggestion="Mykolaiv",
            confidence=0.93,
            route="misspelling",
            evidence=("One letter differs.",),
        ),
        finding(
            second,
            "name-missing",
            Severity.MAJOR,
            "المساء",
            "The source names the evening, the target does not",
            side="source",
            entry="evening",
        ),
        finding(
            third,
            "low-fluency",
            Severity.MINOR,
            third.text,
            "Fluency 24 of 100: worse than 98 of 100 good sentences",
        ),
    )


def _suppressed(segments: tuple[Segment, ...]) -> tuple[Suppressed, ...]:
    caption, first = segments[4], segments[1]
    island = finding(
        caption,
        "name-unlisted",
        Severity.MAJOR,
        "Zmiinyi",
        "“Zmiinyi” is listed by nobody",
        entry="snake-island",
    )
    old = finding(first, "low-fluency", Severity.MINOR, "Three ships", "Stiff")
    return (
        Suppressed(island, "mark", "qa: ignore on line 6: the house style is open"),
        Suppressed(old, "baseline", "known since 2022-08-01 (4 days), desk: to be edited"),
    )


def _entry(id_: str, *forms: tuple[str, str, Status, str]) -> Entry:
    return Entry(
        id_, "place", tuple(Form(text, lang, status, note=note) for lang, text, status, note in forms)
    )


ENTRIES = (
    _entry(
        "mykolaiv",
        ("ar", "ميكولايف", Status.PREFERRED, ""),
        ("en", "Mykolaiv", Status.PREFERRED, ""),
        ("en", "Mykolayiv", Status.ADMITTED, "BGN/PCGN 2019"),
        ("uk", "Миколаїв", Status.PREFERRED, ""),
    ),
    _entry(
        "odesa",
        ("ar", "أوديسا", Status.PREFERRED, ""),
        ("en", "Odesa", Status.PREFERRED, ""),
        ("en", "Odessa", Status.DEPRECATED, "Russian-based romanization"),
        ("ru", "Одесса", Status.PREFERRED, ""),
        ("uk", "Одеса", Status.PREFERRED, ""),
    ),
)


def sample_report() -> Report:
    """One document with every feature."""
    segments = _segments()
    document = Document(
        "articles/grain.en.txt",
        segments,
        "ar",
        "en",
        title="Grain ships leave Odessa as talks go on",
        url="https://news.example/grain?id=1&lang=en",
        published=dt.date(2022, 8, 5),
        skipped=(
            Skipped("s5", "fluency", "shorter than five words"),
            Skipped("s5", "agreement", "no source"),
            Skipped(None, "name-lost", "no glossary for Portuguese"),
        ),
        fluency=fluency(71.5, Band.REVIEW),
        agreement=Score(55.5, None, AGREEMENT),
    )
    return Report(
        tool="qa",
        version="1.2.3",
        glossaries=(GlossarySource("glossaries/ukraine.csv", "0123456789abcdef" * 4, 152),),
        documents=(CheckedDocument(document, _findings(segments), _suppressed(segments)),),
        rules=RULES,
        fail_on=Severity.MAJOR,
        notes=("Target language detected: en",),
        seconds=1.2345,
        entries=ENTRIES,
    )
