import pytest

from qa.backtranslate.dialect import dialect_of
from qa.backtranslate.languages import FLORES, base_language, names_of
from qa.errors import BackendError

MARIAN, M2M, T5 = {"model_type": "marian"}, {"model_type": "m2m_100"}, {"model_type": "t5"}
TASKS = {
    "translation_en_to_de": {"prefix": "translate English to German: "},
    "summarization": {"prefix": "s: "},
    "x": 3,
}

CASES = [
    # name, config, vocabulary, languages, family, a pair, its prefix, its target's code
    ("opus-mt-en-de", MARIAN, {"a"}, (None, None), "marian", ("en", "de"), "", None),
    ("Helsinki-NLP/opus-mt-tc-big-ukr-eng", MARIAN, {"a"}, (None, None), "marian", ("uk", "en"), "", None),
    ("my-folder", MARIAN, {"a"}, ("eng", "deu"), "marian", ("en", "de"), "", None),
    ("opus-mt-en-ROMANCE", MARIAN, {">>pt_br<<", ">>fr<<"}, (None, None), "marian", ("en", "fr"), ">>fr<< ",
     None),
    ("opus-mt-en-zle", MARIAN, {">>ukr<<", ">>rus<<"}, ("eng", "zle"), "marian", ("en", "uk"), ">>ukr<< ",
     None),
    ("opus-mt-mul-en", MARIAN, {"a"}, (None, None), "marian", ("ar", "en"), "", None),
    ("nllb", M2M, {"eng_Latn", "arb_Arab", "zho_Hans"}, (None, None), "nllb", ("en", "ar"), "", "arb_Arab"),
    ("m2m", M2M, {"__en__", "__uk__"}, (None, None), "m2m100", ("uk", "en"), "", "__en__"),
    ("mbart", {"model_type": "mbart"}, {"en_XX", "pt_XX"}, (None, None), "mbart", ("en", "pt"), "", "pt_XX"),
    ("madlad", T5, {"<2en>", "<2iw>", "<2de>"}, (None, None), "madlad", ("en", "he"), "<2iw> ", None),
    ("t5-small", T5 | {"task_specific_params": TASKS}, {"a"}, (None, None), "t5", ("en", "de"),
     "translate English to German: ", None),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "config", "vocabulary", "languages", "family", "pair", "prefix", "code"),
    CASES,
    ids=[c[0] for c in CASES],
)
def test_how_a_model_is_told_its_languages(name, config, vocabulary, languages, family, pair, prefix, code):
    dialect = dialect_of(name, config, vocabulary, *languages)
    assert dialect.family == family
    assert pair in dialect.pairs
    assert dialect.prefix(*pair) == prefix
    assert dialect.codes.get(pair[1]) == code
    assert all(source != target for source, target in dialect.pairs)


@pytest.mark.parametrize(
    ("name", "config", "vocabulary", "reason"),
    [
        (
            "model",
            MARIAN,
            {"a"},
            "does not say which languages it translates; set source_lang and target_lang",
        ),
        ("opus-mt-en-zle", MARIAN, {"a"}, "no language pair is known for en-zle"),
        ("model", M2M, {"a"}, "the vocabulary holds no language tokens"),
        ("model", T5, {"a"}, "without <2xx> tokens or translation tasks"),
        ("model", T5 | {"task_specific_params": "none"}, {"a"}, "without <2xx> tokens or translation tasks"),
        ("bert", {"model_type": "bert"}, {"a"}, "a model of type 'bert' does not translate"),
        ("empty", {}, {"a"}, "a model of type None does not translate"),
    ],
)
def test_a_model_that_does_not_translate(name, config, vocabulary, reason):
    with pytest.raises(BackendError) as caught:
        dialect_of(name, config, vocabulary)
    assert reason in str(caught.value)


@pytest.mark.parametrize(
    ("name", "language"),
    [("en", "en"), ("eng", "en"), ("en-GB", "en"), ("pt_br", "pt"), ("pob", "pt"), ("deu_Latn", "de"),
     ("iw", "he"), ("zho", "zh"), ("cmn_Hans", "zh"), ("nob", "nb"), ("no", "no"), ("ROMANCE", None),
     ("mul", None), ("", None)],
)  # fmt: skip
def test_names_of_languages(name, language):
    assert base_language(name) == language


def test_every_name_leads_back_to_its_language():
    for language in set(FLORES) - {"no"}:
        assert {base_language(name) for name in names_of(language)} == {language}
