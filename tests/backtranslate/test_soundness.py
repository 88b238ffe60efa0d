"""The probe's arithmetic, on an encoder that says what it is told to."""

import io
from types import SimpleNamespace

import numpy as np
import pytest

from qa.backtranslate.tiny11.soundness import load_probe, soundness

NETWORK = SimpleNamespace(
    ids=lambda text: [*(ord(letter) - 96 for letter in text), 0],
    encode=lambda rows: np.array([[float(i), 1.0] for row in rows for i in row], np.float32),
    pieces=SimpleNamespace(id_to_piece=lambda i: chr(i + 96) if i else "</s>"),
)


def probe(**changed):
    width, hidden = 2, 3
    rng = np.random.default_rng(1)
    shapes = {"W1": (width, hidden), "b1": hidden, "W2": (3 * hidden, hidden), "b2": hidden}
    shapes |= {"token": hidden, "token_bias": 1, "whole": 2 * hidden, "whole_bias": 1}
    return {name: rng.normal(size=shape).astype(np.float32) for name, shape in shapes.items()} | changed


def test_a_text_is_judged_alike_in_any_company():
    """Neighbours end at the sentence, so that batches cannot change a score."""
    together = soundness(NETWORK, probe(), ["abc", "z", "hello"])
    assert together == [soundness(NETWORK, probe(), [text])[0] for text in ("abc", "z", "hello")]
    assert [[token for token, _ in text] for text in together] == [
        [*text, "</s>"] for text in ("abc", "z", "hello")
    ]


@pytest.mark.parametrize("bias", [-50.0, 0.0, 50.0])
def test_numbers_are_log_probabilities(bias):
    flat = probe(token_bias=np.float32([bias]), whole_bias=np.float32([bias]))
    flat |= {name: np.zeros_like(flat[name]) for name in ("token", "whole")}
    (text,) = soundness(NETWORK, flat, ["abc"])
    assert all(number == pytest.approx(-np.logaddexp(0, bias), abs=1e-3) for _, number in text)


def test_weights_are_read_as_they_were_written():
    file = io.BytesIO()
    np.savez(file, W1=np.float16([[0.5, 1]]))
    assert load_probe(file.getvalue())["W1"].tolist() == [[0.5, 1.0]]
    assert load_probe(file.getvalue())["W1"].dtype == np.float32
