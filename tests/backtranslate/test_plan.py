import pytest

from qa.backtranslate.plan import base, plan
from tests.backtranslate.fakes import EN_PT, info

ONE_WAY = frozenset({("en", "de")})
MANY = frozenset(
    (a, b) for a in ("en", "uk", "de", "ar", "fr") for b in ("en", "uk", "de", "ar", "fr") if a != b
)

CASES = [
    # target, source, pairs, kind>pivot of every trip
    ("en", None, EN_PT, ["pivot>pt"]),
    ("pt", None, EN_PT, ["pivot>en"]),
    ("en", "pt", EN_PT, ["source>pt", "pivot>pt"]),
    ("en-GB", "pt-BR", EN_PT, ["source>pt", "pivot>pt"]),
    ("PT_br", "EN", EN_PT, ["source>en", "pivot>en"]),
    ("en", "uk", EN_PT, ["pivot>pt"]),
    ("en", "en-US", EN_PT, ["pivot>pt"]),
    ("ar", "uk", EN_PT, []),
    ("en", "uk", None, ["source>uk", "pivot>de"]),
    ("fr", "uk", None, ["source>uk", "pivot>en"]),
    ("fr", None, None, ["pivot>en"]),
    ("en", "ar", MANY, ["source>ar", "pivot>de"]),
    ("uk", "ar", MANY, ["source>ar", "pivot>en"]),
    ("en", None, ONE_WAY, []),
    ("en", "de", ONE_WAY, ["source>de"]),
    ("de", "en", ONE_WAY, []),
    (None, "en", EN_PT, []),
    ("", None, None, []),
]


@pytest.mark.parametrize(("target", "source", "pairs", "trips"), CASES)
def test_plan(target, source, pairs, trips):
    plans = plan(target, source, info(pairs))
    assert [f"{p.kind}>{p.pivot_lang}" for p in plans.trips] == trips
    assert (plans.reason is None) == bool(trips)
    for trip in plans.trips:
        assert trip.source_lang == base(target)
        assert trip.legs[0] == (trip.source_lang, trip.pivot_lang)
        assert (trip.legs[1:] == ((trip.pivot_lang, trip.source_lang),)) == (trip.kind == "pivot")


@pytest.mark.parametrize(
    ("target", "source", "pairs", "scores"),
    [
        ("en", None, EN_PT, ["target|pivot pt>en", "pivot|target en>pt"]),
        (
            "en",
            "pt",
            EN_PT,
            ["source|target en>pt", "target|source pt>en", "target|pivot pt>en", "pivot|target en>pt"],
        ),
        ("en", "de", ONE_WAY, ["source|target en>de"]),
    ],
)
def test_scores(target, source, pairs, scores):
    named = []
    for trip in plan(target, source, info(pairs)).trips:
        named += [f"{name} {'>'.join(trip.direction(given, wanted))}" for name, given, wanted in trip.scores]
    assert named == scores


@pytest.mark.parametrize(
    ("target", "source", "pairs", "reason"),
    [
        ("ar", None, EN_PT, "the fake backend translates en-pt and pt-en only; the text is in ar"),
        ("ar", "uk", MANY - {("ar", "uk"), ("ar", "en")}, None),
        ("ka", "uk", EN_PT, "the fake backend translates en-pt and pt-en only; the text is in ka, its source in uk"),
        ("ka", None, MANY, "the fake backend translates between 5 languages only; the text is in ka"),
        ("en", None, frozenset(), "the fake backend translates nothing only; the text is in en"),
        (None, None, None, "the language of the text is not known"),
    ],
)  # fmt: skip
def test_reason(target, source, pairs, reason):
    assert plan(target, source, info(pairs)).reason == reason
