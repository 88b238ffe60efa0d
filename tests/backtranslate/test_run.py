from dataclasses import dataclass, replace
from math import log

import pytest

from qa.backtranslate import Cache, round_trips
from qa.backtranslate.desk import PATIENCE
from qa.errors import BackendError
from tests.backtranslate.fakes import Fake, Scoring, document, info

BATCH = info().batch


def reasons(doc):
    return {(skip.segment, skip.reason) for skip in doc.skipped}


def test_a_pivot_trip_keeps_both_legs():
    (doc,) = round_trips([document("Hello there")], Fake())
    (trip,) = doc.segments[0].trips
    assert (trip.kind, trip.source_lang, trip.pivot_lang) == ("pivot", "en", "pt")
    assert (trip.pivot, trip.text) == ("<Hello there>", "<<Hello there>>")
    assert trip.signature == "fake|1"
    assert trip.log_probabilities == ()
    assert doc.skipped == ()


def test_a_source_trip_goes_once_and_scores_both_ways():
    backend = Scoring()
    (doc,) = round_trips([document(("Hello there", "Olá você"), source="pt")], backend)
    source, pivot = doc.segments[0].trips
    assert (source.kind, source.pivot, source.text) == ("source", None, "<Hello there>")
    assert dict(source.log_probabilities) == {
        "source|target": -2.6667,
        "target|source": -3.6667,
    }
    assert source.token_scores == (("Hello", -5.0), ("there", -5.0))
    assert source.source_scores == (("Olá", -3.0), ("você", -4.0))
    assert dict(pivot.log_probabilities) == {"target|pivot": -3.6667, "pivot|target": -4.3333}
    assert doc.segments[0].trip is source
    assert sorted(backend.scored) == [
        ("en", "pt", "Hello there", "<Hello there>"),
        ("en", "pt", "Hello there", "Olá você"),
        ("pt", "en", "<Hello there>", "Hello there"),
        ("pt", "en", "Olá você", "Hello there"),
    ]


def test_a_segment_without_source_still_gets_its_pivot():
    (doc,) = round_trips([document(("One", "Um"), "Two", ("Three", " "), source="pt")], Fake())
    assert [[t.kind for t in s.trips] for s in doc.segments] == [["source", "pivot"], ["pivot"], ["pivot"]]


def test_every_text_is_sent_once_over_all_documents():
    backend = Fake()
    docs = [
        document("Same words", "Other words"),
        document("Same words"),
        document(("Same words", "x"), source="pt"),
    ]
    round_trips(docs, backend)
    sent = [(source, text) for source, _, texts in backend.calls for text in texts]
    assert len(sent) == len(set(sent)) == 4


def test_the_target_language_may_be_regional():
    (doc,) = round_trips([document("Hello", lang="en-GB")], Fake())
    assert doc.segments[0].trips[0].source_lang == "en"


def test_what_cannot_be_planned_is_told_for_every_segment():
    (doc,) = round_trips([document("Hello", "World", lang="fi")], Fake())
    reason = "the fake backend translates en-pt and pt-en only; the text is in fi"
    assert reasons(doc) == {("s1", reason), ("s2", reason)}
    assert all(skip.stage == "back-translation" for skip in doc.skipped)


@pytest.mark.parametrize(
    ("text", "sent"),
    [
        ("The <b>president</b> spoke.", "The president spoke."),
        ('<p class="lead">Read the <a href="/kiev">special page</a>.</p>', "Read the special page."),
        ("One line<br/>and another, Ky<i>i</i>v", "One line and another, Kyiv"),
        ("AT&amp;T &ndash; the bank&#39;s owner", "AT&T – the bank's owner"),
        ("Talks in {city}: a < b, AT&T", "Talks in {city}: a < b, AT&T"),
    ],
)
def test_a_translator_gets_what_a_page_shows(text, sent):
    backend = Scoring()
    (doc,) = round_trips([document((text, text), source="pt")], backend)
    assert {given for _, _, texts in backend.calls for given in texts} == {sent, f"<{sent}>"}
    assert {one.strip("<>") for _, _, *pair in backend.scored for one in pair} == {sent}
    assert doc.segments[0].text == text


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("***", "there are no words to translate"),
        ("1,234.5 %", "there are no words to translate"),
        ("<b></b> &nbsp;", "there are no words to translate"),
        ("word " * 5_000, "longer than 20,000 characters"),
    ],
)
def test_what_cannot_be_translated_is_not_sent(text, reason):
    backend = Fake()
    (doc,) = round_trips([document(text, "Fine")], backend)
    assert reasons(doc) == {("s1", reason)}
    assert backend.calls[0][2] == ("Fine",)


def fails_on(bad, how):
    """Gives something wrong for texts with `bad` in them, the text in brackets for others."""

    def answer(texts):
        if how == "fewer lines" and any(bad in text for text in texts):
            return [f"<{text}>" for text in texts if bad not in text]
        if how == "error" and any(bad in text for text in texts):
            raise BackendError("the engine\nstumbled")
        if how == "bug" and any(bad in text for text in texts):
            raise IndexError
        wrong = {"nothing": "", "blank": " \n", "ten times": "ha " * 100, "no text": None}
        return [wrong.get(how) if bad in text else f"<{text}>" for text in texts]

    return answer


@pytest.mark.parametrize(
    ("how", "reason"),
    [
        ("nothing", "en-pt: the backend returned nothing"),
        ("blank", "en-pt: the backend returned nothing"),
        ("no text", "en-pt: the backend returned nothing"),
        ("ten times", "en-pt: the translation is ten times as long as the text (300 for 12)"),
        ("fewer lines", "en-pt: the backend returned 0 lines for 1"),
        ("error", "en-pt: the engine stumbled"),
        ("bug", "en-pt: IndexError"),
    ],
)
def test_a_bad_answer_costs_one_text_and_the_rest_stands(how, reason):
    texts = ["good one", "the bad text", "another good"]
    (doc,) = round_trips([document(*texts)], Fake(fails_on("bad", how)))
    assert reasons(doc) == {("s2", reason)}
    assert [bool(segment.trips) for segment in doc.segments] == [True, False, True]


def test_a_failure_of_the_second_leg_is_told_too():
    (doc,) = round_trips([document("good one", "bad one")], Fake(fails_on("<bad", "nothing")))
    assert reasons(doc) == {("s2", "pt-en: the backend returned nothing")}


def test_one_reason_for_two_trips_that_fail_on_the_same_leg():
    (doc,) = round_trips([document(("bad", "ruim"), "fine", source="pt")], Fake(fails_on("bad", "nothing")))
    assert len(doc.skipped) == 1


@pytest.mark.parametrize("how", ["error", "bug"])
@pytest.mark.parametrize("count", [1, 3 * PATIENCE])
def test_a_backend_that_can_do_nothing_ends_the_run(how, count):
    backend = Fake(fails_on("", how))
    with pytest.raises(BackendError, match=r"^the fake backend cannot go on: "):
        round_trips([document(*(f"text {n}" for n in range(count)))], backend)
    assert len(backend.calls) <= PATIENCE + 1


def test_a_backend_that_dies_on_the_way_leaves_what_it_did():
    calls = 0

    def dies(texts):
        nonlocal calls
        calls += 1
        if calls > 1:
            raise BackendError("the connection is gone")
        return [f"<{text}>" for text in texts]

    texts = [f"text number {n:03}" for n in range(3 * BATCH)]
    (doc,) = round_trips([document(*texts, ("x y", "z"), source="pt")], Fake(dies))
    assert calls <= PATIENCE + 2
    given_up = f"given up after {PATIENCE} errors in a row: the connection is gone"
    assert any(reason.endswith(given_up) for _, reason in reasons(doc))
    assert all(segment.trips or segment.id in {s for s, _ in reasons(doc)} for segment in doc.segments)


def test_nothing_is_ever_returned_for_anything():
    (doc,) = round_trips([document("one", "two")], Fake(lambda texts: []))
    assert reasons(doc) == {(s, "en-pt: the backend returned 0 lines for 1") for s in ("s1", "s2")}


def test_a_failed_score_leaves_the_trip():
    class Broken(Scoring):
        def log_probability(self, sources, targets, source, target):
            raise BackendError("no memory for that")

    (doc,) = round_trips([document("Hello")], Broken())
    assert doc.segments[0].trips[0].log_probabilities == ()
    assert reasons(doc) == {("s1", "no target|pivot and pivot|target: no memory for that")}


@pytest.mark.parametrize("tokens", [(), (("a", float("nan")),), None, 3, (("a", "b", "c"),), (("a", "b"),)])
def test_a_score_that_is_none_is_told(tokens):
    class Odd(Scoring):
        def log_probability(self, sources, targets, source, target):
            return [tokens for _ in sources]

    (doc,) = round_trips([document("Hello")], Odd())
    assert reasons(doc) == {
        ("s1", "no target|pivot and pivot|target: the backend returned no log probabilities")
    }


def sentences(text, language):
    ends = [i + 1 for i, char in enumerate(text) if char == "."]
    return list(zip([0, *ends[:-1]], ends, strict=True))


def test_sentences_are_sent_one_by_one_and_joined():
    backend = Scoring(lambda texts: [text.replace("go", "come") for text in texts])
    (doc,) = round_trips([document(("I go. You go.", "Eu vou. Vai."), source="pt")], backend, split=sentences)
    source, pivot = doc.segments[0].trips
    assert source.text == pivot.text == pivot.pivot == "I come. You come."
    assert [word for word, _ in source.token_scores] == ["I", "go.", "You", "go."]
    assert ("pt", "en", "Vai.", "You go.") in backend.scored


def test_sentences_that_do_not_match_are_scored_whole():
    backend = Scoring()
    round_trips([document(("I go. You go.", "Eu vou e tu vais."), source="pt")], backend, split=sentences)
    assert ("pt", "en", "Eu vou e tu vais.", "I go. You go.") in backend.scored


def test_a_failed_sentence_fails_its_text():
    backend = Fake(fails_on("You", "nothing"))
    (doc,) = round_trips([document("I go. You go.", "We go.")], backend, split=sentences)
    assert reasons(doc) == {("s1", "en-pt: the backend returned nothing")}


@pytest.mark.parametrize(
    "backend", [Fake(), Scoring(), Fake(lambda texts: [])], ids=["fake", "scoring", "mute"]
)
def test_progress_runs_to_its_end(backend, tmp_path):
    docs = [
        document("One", "Two", "Two", ("Three. Four.", "Tres."), source="pt"),
        document("Five", lang="fi"),
    ]
    for cache in (None, Cache(tmp_path / "c"), Cache(tmp_path / "c")):
        seen = []
        round_trips(docs, backend, cache, lambda done, total, seen=seen: seen.append((done, total)))
        assert seen == sorted(seen)
        assert len({total for _, total in seen}) == 1
        assert seen[-1][0] == seen[-1][1]


def test_no_progress_without_work():
    round_trips([document("Hi", lang="fi")], Fake(), None, lambda done, total: pytest.fail("nothing to do"))
    assert round_trips([], Fake()) == ()


def test_an_interrupt_goes_through_and_what_is_done_is_kept(tmp_path):
    calls = 0

    def interrupted(texts):
        nonlocal calls
        calls += 1
        if calls == 3:
            raise KeyboardInterrupt
        return [f"<{text}>" for text in texts]

    doc = document(*(f"text number {n:04}" for n in range(4 * BATCH)))
    with pytest.raises(KeyboardInterrupt):
        round_trips([doc], Fake(interrupted), Cache(tmp_path / "c"))
    again = Fake()
    round_trips([doc], again, Cache(tmp_path / "c"))
    first_leg = [text for source, _, texts in again.calls if source == "en" for text in texts]
    assert len(first_leg) == 2 * BATCH


def test_a_second_run_takes_everything_from_the_cache(tmp_path):
    docs = [document("One", ("Two", "Dois"), source="pt")]
    first = round_trips(docs, Scoring(), Cache(tmp_path / "c"))
    backend = Scoring(lambda texts: pytest.fail("asked again"))
    assert round_trips(docs, backend, Cache(tmp_path / "c")) == first
    assert backend.scored == []


def test_another_signature_is_another_cache(tmp_path):
    class Newer(Fake):
        @property
        def info(self):
            from dataclasses import replace

            return replace(super().info, signature="fake|2")

    round_trips([document("One")], Fake(), Cache(tmp_path / "c"))
    newer = Newer()
    round_trips([document("One")], newer, Cache(tmp_path / "c"))
    assert newer.calls


def test_failures_are_not_kept(tmp_path):
    round_trips([document("bad", "good")], Fake(fails_on("bad", "nothing")), Cache(tmp_path / "c"))
    (doc,) = round_trips([document("bad", "good")], Fake(), Cache(tmp_path / "c"))
    assert doc.skipped == ()


def test_an_engine_that_reads_tells_how_sound_a_text_is():
    @dataclass
    class Reading(Scoring):
        @property
        def info(self):
            return replace(super().info, reads=frozenset({"en"}))

        def log_probability(self, sources, targets, source, target):
            if source != target:
                return super().log_probability(sources, targets, source, target)
            assert sources == targets
            return [(("▁Hello", log(0.5)), ("▁there", log(0.75)), ("</s>", log(0.5)))] * len(targets)

    english, other = round_trips([document("Hello there"), document("Olá você", lang="pt")], Reading())
    told = dict(english.segments[0].trips[0].log_probabilities)
    assert told["target"] == pytest.approx(0, abs=1e-3)
    assert told["target:tokens"] == pytest.approx(log(3) / 2, abs=1e-3)
    assert told["target:faults"] == pytest.approx(0.75, abs=1e-3)
    assert [word for word, _ in english.segments[0].trips[0].token_scores] == ["Hello", "there"]
    assert "target" not in dict(other.segments[0].trips[0].log_probabilities)


DOCUMENTS = [
    document(("One text", "Um texto"), "bad", "Two texts", ("One text", "Um"), source="pt"),
    document("Two texts", "***", "Three"),
    document("Hei", lang="fi"),
]


@pytest.mark.parametrize("window", [1, 2, 3, 100])
def test_windows_change_nothing(monkeypatch, window):
    whole = round_trips(DOCUMENTS, Scoring(fails_on("bad", "nothing")))
    monkeypatch.setattr("qa.backtranslate.run.WINDOW", window)
    seen = []
    parts = round_trips(
        DOCUMENTS, Scoring(fails_on("bad", "nothing")), progress=lambda *told: seen.append(told)
    )
    assert parts == whole
    assert seen == sorted(seen)
    assert len({total for _, total in seen}) == 1
    assert seen[-1][0] == seen[-1][1]


def test_scores_that_fail_do_not_stop_translation(monkeypatch):
    class Broken(Scoring):
        def log_probability(self, sources, targets, source, target):
            raise BackendError("no memory for that")

    monkeypatch.setattr("qa.backtranslate.run.WINDOW", PATIENCE)
    texts = [f"text {n}" for n in range(4 * PATIENCE)]
    (doc,) = round_trips([document(*texts)], Broken())
    assert all(segment.trips for segment in doc.segments)
    assert len(doc.skipped) == len(texts)
