"""What the pages show, computed from the report: pieces of the article, names, pictures, trends."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from qa.model import (
    Anchor,
    Band,
    CheckedDocument,
    Document,
    Finding,
    Report,
    Score,
    Segment,
    Severity,
    Skipped,
)
from qa.reporters import html
from qa.reporters.html import article, cards, overview, plots, sentences, trends
from qa.reporters.html.locale import interface
from qa.reporters.html.search import places
from qa.reporters.html.skipped import grouped
from qa.reporters.html.template import _language_tag
from qa.reporters.verdict import judge
from tests.reporters.sample import sample_report


def segment(id_: str, text: str, line: int = 1, column: int = 1, **more) -> Segment:
    return Segment(id_, text, (Anchor(0, line, column),), **more)


def finding(start: int, end: int, severity: Severity = Severity.MAJOR, segment: str = "s", **more) -> Finding:
    more = {"rule": "r", "side": "target", "text": "t", "explanation": "", **more}
    return Finding(
        category="c", severity=severity, segment=segment, start=start, end=end, line=1, column=1, **more
    )


@pytest.mark.parametrize(
    ("findings", "pieces"),
    [
        ([], [("0123456789", ())]),
        ([(2, 4)], [("01", ()), ("23", (0,)), ("456789", ())]),
        ([(0, 4), (2, 6)], [("01", (0,)), ("23", (0, 1)), ("45", (1,)), ("6789", ())]),
        ([(0, 6), (2, 4)], [("01", (0,)), ("23", (1, 0)), ("45", (0,)), ("6789", ())]),
        ([(2, 4), (2, 4)], [("01", ()), ("23", (0, 1)), ("456789", ())]),
        ([(0, 10)], [("0123456789", (0,))]),
        ([(3, 3)], [("0123456789", ())]),
    ],
)
def test_pieces(findings: list[tuple[int, int]], pieces: list[tuple[str, tuple[int, ...]]]) -> None:
    document = Document("a", (segment("s", "0123456789"),))
    ((sentence,),) = article.paragraphs(document, [finding(*span) for span in findings])
    assert [(piece.text, piece.findings) for piece in sentence.pieces] == pieces
    assert sum(len(piece.starts) for piece in sentence.pieces) + len(sentence.flags) == len(findings)
    assert sum(len(piece.ends) for piece in sentence.pieces) + len(sentence.flags) == len(findings)


def test_findings_without_a_narrow_place_become_flags() -> None:
    text = "A sentence that is longer than any single name would be."
    document = Document("a", (segment("s", text),))
    findings = [finding(0, len(text)), finding(3, 3), finding(0, 4, side="source")]
    ((sentence,),) = article.paragraphs(document, findings)
    assert sentence.flags == (0, 1, 2)


def test_paragraphs_follow_lines_and_parts() -> None:
    document = Document(
        "a",
        (
            segment("1", "Head", 1, 1, part="headline"),
            segment("2", "One.", 1, 6),
            segment("3", "Two.", 1, 11),
            segment("4", "三。", 3, 1),
            segment("5", "四。", 3, 3),
            segment("6", "Last.", 4, 1),
        ),
    )
    groups = article.paragraphs(document, [])
    assert [[(s.gap, s.segment.text) for s in group] for group in groups] == [
        [("", "Head")],
        [("\n", "One."), (" ", "Two.")],
        [("\n\n", "三。"), ("", "四。")],
        [("\n", "Last.")],
    ]


def test_names_at_a_glance() -> None:
    checked = sample_report().documents[0]
    names = overview.names(checked.findings, checked.document.segments)
    assert [(n.right, [(f.text, f.count, f.source) for f in n.forms], n.severity) for n in names] == [
        ("Mykolaiv", [("Mikolaiv", 1, False)], Severity.CRITICAL),
        ("Odesa", [("Odessa", 2, False)], Severity.MAJOR),
        (None, [("المساء", 1, True)], Severity.MAJOR),
        (None, [("the ministry", 1, False)], Severity.NEUTRAL),
    ]


def test_the_right_form_is_counted_where_it_stands_already() -> None:
    segments = (segment("s", "Kiev, Kyiv, Kyivan and Kyiv."),)
    found = finding(0, 4, text="Kiev", suggestion="Kyiv", entry="kyiv", rule="name-variant")
    (name,) = overview.names([found], segments)
    assert name.already == 2


@pytest.mark.parametrize(
    ("routes", "wanted"),
    [
        (("misspelling", "from Russian"), [("Nikolaev", "misspelling"), ("Mikolaiv", "from Russian")]),
        (("misspelling", "misspelling"), [("", "misspelling")]),
        (("misspelling", None), [("", "misspelling")]),
        ((None, None), [("", "why")]),
    ],
)
def test_each_form_of_a_name_has_its_own_route(
    routes: tuple[str | None, str | None], wanted: list[tuple[str, str]]
) -> None:
    segments = (segment("s", "Nikolaev and Mikolaiv, Nikolaev."),)
    places = [(0, 8, "Nikolaev", routes[0]), (13, 21, "Mikolaiv", routes[1]), (23, 31, "Nikolaev", routes[0])]
    found = [
        finding(
            a,
            b,
            text=text,
            suggestion="Mykolaiv",
            entry="mykolaiv",
            rule="name-variant",
            route=route,
            explanation="why",
        )
        for a, b, text, route in places
    ]
    (name,) = overview.names(found, segments)
    assert list(name.whys) == wanted


def test_the_right_form_is_none_of_those_to_replace() -> None:
    segments = (segment("s", "Kiev, Kyiv."),)
    found = finding(0, 4, text="Kiev", suggestion="Kyiv", entry="kyiv", rule="name-variant")
    lost = finding(6, 10, text="Kyiv", suggestion=None, entry="kyiv", rule="name-lost")
    (name,) = overview.names([found, lost], segments)
    assert ([form.text for form in name.forms], name.right, name.already) == (["Kiev"], "Kyiv", 1)


@pytest.mark.parametrize(
    ("word", "text", "wanted"),
    [
        ("Kyiv", "Kyiv Kyivan xKyiv Kyiv", [0, 18]),
        ("aa", "aaa aa", [4]),
        ("x", "", []),
        ("N.", "N. N.N.", [0, 5]),
    ],
)
def test_whole_words_are_found(word: str, text: str, wanted: list[int]) -> None:
    assert list(places(word, text)) == wanted


@pytest.mark.parametrize("mirrored", [False, True])
def test_the_strip_covers_its_whole_width(mirrored: bool) -> None:
    checked = sample_report().documents[0]
    cells = plots.strip(checked.document, checked.findings, mirrored)
    assert math.isclose(sum(cell.width for cell in cells), plots.STRIP_WIDTH, abs_tol=0.1)
    edge = max(cells, key=lambda c: c.x) if mirrored else min(cells, key=lambda c: c.x)
    assert edge.number == 1
    assert [cell.severity for cell in cells] == [
        Severity.MAJOR, Severity.MAJOR, Severity.CRITICAL, Severity.MINOR, None,
    ]  # fmt: skip


def test_lanes_draw_what_is_calm_in_one_go() -> None:
    checked = sample_report().documents[0]
    findings, fluency, agreement = plots.lanes(plots.strip(checked.document, checked.findings, False))
    assert [cell.number for cell, _ in findings.trouble] == [1, 2, 3, 4]
    assert [colour for colour, _ in findings.calm] == ["clear"]
    assert [(cell.number, value) for cell, value in fluency.trouble] == [(2, "review"), (4, "poor")]
    assert dict(fluency.calm)["unjudged"].count("M") == 2
    assert agreement.axis == "agreement"
    unscored = Document("a", (segment("s", "text"),))
    assert [lane.axis for lane in plots.lanes(plots.strip(unscored, (), False))] == ["findings"]
    assert plots.lanes(()) == ()


def test_what_was_not_judged_is_said_once_for_each_reason() -> None:
    skipped = [
        *(Skipped(f"s{n}", "fluency", "no backend") for n in (1, 2, 3, 5)),
        Skipped(None, "agreement", "no source"),
        Skipped("gone", "fluency", "no backend"),
        Skipped("s2", "fluency", "too short"),
    ]
    numbers = {f"s{n}": n for n in range(1, 6)}
    assert [(g.stage, g.reason, g.count, g.ranges, g.others) for g in grouped(skipped, numbers)] == [
        ("agreement", "no source", 0, (), ()),
        ("fluency", "no backend", 5, ((1, 3), (5, 5)), ("gone",)),
        ("fluency", "too short", 1, ((2, 2),), ()),
    ]


def test_a_card_shows_the_word_of_the_source() -> None:
    checked = sample_report().documents[0]
    entries = {entry.id: entry for entry in sample_report().entries}
    shown = cards.cards(checked.document, checked.findings, {}, entries)
    assert [(c.source[1] if c.source else None) for c in shown] == [
        "أوديسا", None, None, None, "ميكولايف", "المساء", None,
    ]  # fmt: skip
    assert ["".join(c.source) for c in shown if c.source][1] == "إلى ميكولايف ثم خيرسون في المساء"
    assert [[form.lang for form in c.forms] for c in shown[:2]] == [["ar", "uk", "ru"]] * 2
    assert [form.text for form in shown[4].admitted] == ["Mykolayiv"]


def test_the_signature_of_a_score_is_no_evidence() -> None:
    found = finding(0, 4, evidence=("It reads oddly.", "signature chrF2|x", "said"), explanation="said so")
    document = Document("a", (segment("s", "text"),))
    (card,) = cards.cards(document, [found], {}, {})
    assert (card.evidence, card.signature, card.source) == (("It reads oddly.",), "chrF2|x", None)


def test_the_histogram_stacks_bands() -> None:
    scores = [Score(s, b, "") for s, b in ((0, Band.POOR), (81, Band.OK), (84.9, Band.REVIEW), (100, None))]
    drawn = plots.histogram(scores)
    assert drawn is not None
    assert [(bar.x, bar.y, bar.height, bar.band) for bar in drawn.bars] == [
        (0, 0.5, 0.5, Band.POOR),
        (16, 0.5, 0.5, Band.REVIEW),
        (16, 0.0, 0.5, Band.OK),
        (19, 0.5, 0.5, None),
    ]
    assert (drawn.scored, drawn.tallest, drawn.median) == (4, 2, 81)
    assert plots.histogram([]) is None


@pytest.mark.parametrize(
    ("tokens", "wanted"),
    [
        ([], []),
        ([("▁Sev", -0.1), ("ersk", -5.0), ("y", -0.1), ("▁is", -0.2)], ["Seversky"]),
        ([("plain", -4.0), ("words", -9.0)], ["words", "plain"]),
        ([("▁sure", -0.01)], []),
    ],
)
def test_shaky_words(tokens: list[tuple[str, float]], wanted: list[str]) -> None:
    assert [word for word, _ in sentences.shaky_words(tokens)] == wanted


@pytest.mark.parametrize(
    ("document", "wanted"),
    [
        (Document("a/b.txt", (), url="https://www.Paper.example/x"), "paper.example"),
        (Document("a/b.txt", (), url="https://a.example/", outlet="The Paper"), "The Paper"),
        (Document("a/b.txt", ()), "a"),
        (Document("b.txt", ()), ""),
        (Document("c\\d\\b.txt", (), url="https://[::1/"), "c/d"),
    ],
)
def test_outlets(document: Document, wanted: str) -> None:
    assert trends.outlet(document) == wanted


def test_names_over_a_feed() -> None:
    def checked(number: int, text: str) -> CheckedDocument:
        at = text.find("Kiev")
        found = finding(at, at + 4, text="Kiev", suggestion="Kyiv", entry="kyiv", rule="name-variant")
        document = Document("x", (segment("s", text),), url=f"https://{number % 2}.example/")
        return CheckedDocument(document, (found,) if at >= 0 else ())

    feed = [
        checked(n, text) for n, text in enumerate(["In Kiev.", "Kiev and Kyiv.", "No name.", "Kyiv, Kyiv."])
    ]
    (name,) = trends.feed_names(feed)
    assert (name.right, name.count, name.share) == ("Kyiv", 2, 0.6)
    assert (name.early, name.late, name.documents) == (0.0, 1.0, (0, 1))
    assert name.drift == ((0, 1), (1, 1), (0, 0), (2, 0))
    assert [(f.text, f.count, f.documents, f.outlets, f.first) for f in name.forms] == [
        ("Kiev", 2, 2, (("0.example", 1), ("1.example", 1)), (0, 0))
    ]


def test_a_long_feed_is_cut_into_even_steps() -> None:
    feed = [CheckedDocument(Document(str(n), ()), ()) for n in range(1000)]
    steps = trends.timeline(feed)
    assert len(steps) == trends.BUCKETS
    assert sorted(n for step in steps for n in step) == list(range(1000))
    assert {len(step) for step in steps} <= {33, 34}


@pytest.mark.parametrize(
    ("tag", "wanted"),
    [
        ("en", "en"),
        ("pt-BR", "pt-BR"),
        ("zh-Hant-TW", "zh-Hant-TW"),
        (None, ""),
        ("", ""),
        ("x y", ""),
        ("english", ""),
    ],
)
def test_only_sound_tags_become_languages(tag: str | None, wanted: str) -> None:
    assert _language_tag(tag) == wanted


def test_the_seconds_leave_no_trace_on_a_page() -> None:
    report = sample_report()
    assert html.render(report) == html.render(replace(report, seconds=99.0))


def test_a_report_of_many_documents_is_an_index() -> None:
    report = sample_report()
    several = replace(report, documents=report.documents * 2)
    assert html.render(several) == html.render_index(several)
    assert "At a glance" in html.render(Report("qa", "1", (), (), (), None))


def test_the_first_screen_says_what_was_not_judged() -> None:
    checked = sample_report().documents[0]
    said = overview.reasons(judge(checked), checked, interface("en"))
    assert said == (
        ("4 findings are critical or major.", False),
        ("Most often: Name variant (2).", False),
        ("2 findings are minor.", False),
        ("2 of 3 sentences read weakly; good text has about 0.3.", False),
        ("1 check of the whole document did not run.", True),
        ("The fluency of 2 of 5 sentences was not judged.", True),
    )


def test_the_first_screen_says_that_names_were_not_judged() -> None:
    good = Segment("s1", "text", (Anchor(0, 1, 1),), fluency=Score(90, Band.OK, ""))
    checked = CheckedDocument(Document("a", (good,), skipped=(Skipped(None, "language", "x"),)), ())
    said = [text for text, _ in overview.reasons(judge(checked), checked, interface("en"))]
    assert said[0] == "Names were not judged, since the language of the text is not known."
    assert "Nothing was found that stands against publishing." not in said


@pytest.mark.parametrize(
    ("findings", "segments", "wanted"),
    [
        ([], 0, ["There is no sentence to judge."]),
        (
            [],
            1,
            [
                "Nothing was found that stands against publishing.",
                "The fluency of every sentence was judged.",
            ],
        ),
        (
            [finding(0, 1, Severity.NEUTRAL)],
            1,
            ["Only 1 neutral hint was found.", "The fluency of every sentence was judged."],
        ),
    ],
)
def test_reasons_of_calm_documents(findings: list[Finding], segments: int, wanted: list[str]) -> None:
    good = tuple(segment("s", "text", fluency=Score(90, Band.OK, "")) for _ in range(segments))
    checked = CheckedDocument(Document("a", good), tuple(findings))
    assert [text for text, _ in overview.reasons(judge(checked), checked, interface("en"))] == wanted
