"""Which language a text is in, and what is a language tag."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from qa.errors import ConfigError
from qa.language import detect, is_no_language, normalise_tag

ROWS = [
    tuple(line.split("\t"))
    for line in (Path(__file__).parent / "data" / "languages.tsv").read_text("utf-8").splitlines()
]
LANGS = sorted({lang for lang, _ in ROWS})
# Short headlines made of names: the first is taken for Dutch, the second for none.
KNOWN_WRONG = {
    "Ministers meet in Brussels over gas prices",
    "Selenskyj dankt Macron in Paris",
}


@pytest.mark.parametrize("lang", LANGS)
def test_a_few_sentences_tell_their_language(lang: str) -> None:
    assert detect(" ".join(text for other, text in ROWS if other == lang))[0] == lang


@pytest.mark.parametrize(("lang", "text"), ROWS)
def test_a_short_segment_tells_its_language(lang: str, text: str) -> None:
    assert (detect(text)[0] == lang) is (text not in KNOWN_WRONG)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Kiev and Kharkov were hit. Zelenskiy spoke."),
        ("en", "Kiev and Kharkov. Lugansk and Odessa."),
        ("en", "Russia strikes Odessa, Nikolaev and Zaporozhye"),
        ("en", "Kiev, the capital. He said: Odessa is near Nikolaev."),
        ("en", "Zelenskiy visits Kharkov after missile strike"),
        ("fr", "Poutine et Loukachenko à Minsk"),
        ("fr", "Kharkov et Odessa bombardées"),
        ("pt", "Hospital reabre após obras"),
        # What is right already stays, with and without a list of small words.
        ("es", "Miles de personas huyeron de Járkov."),
        ("af", "Die president het gesê dat die mense in Kaapstad nie water het nie."),
        ("sw", "Rais alisema kuwa hali ni mbaya katika mji mkuu."),
        ("lv", "Prezidents paziņoja, ka Kijiva turas."),
    ],
)
def test_small_words_outweigh_the_letters_of_names(lang: str, text: str) -> None:
    assert detect(text)[0] == lang


@pytest.mark.parametrize(
    "text",
    [
        "Budanov: Kremlin plans new offensive near Kupyansk",
        "Putin, Lukashenko meet in Minsk",
        "Macron appelle Zelensky",
    ],
)
def test_what_could_be_any_language_is_none(text: str) -> None:
    assert detect(text) == (None, 0.0)


@pytest.mark.parametrize(
    "text", ["", "   ", "1234 5678 ...", "Donbass", "destroy everything", "Київ", "https://a.example/b"]
)
def test_too_little_text_tells_nothing(text: str) -> None:
    assert detect(text) == (None, 0.0)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("zh", "乌克兰总统泽连斯基"),
        ("zh", "烏克蘭總統澤倫斯基"),
        ("mk", "Владата во Скопје денес расправа за буџетот што беше предложен"),
        ("uk", "Газета «Российские новости» вийшла з новою обкладинкою в Києві"),
        ("en", "The Київ council said on Monday that it would rebuild the bridge"),
        ("ur", "وزیر اعظم نے کہا ہے کہ پل بند ہے"),
    ],
)
def test_the_letters_of_most_of_the_text_count(lang: str, text: str) -> None:
    assert detect(text)[0] == lang


def test_the_answer_is_always_the_same() -> None:
    code = "from qa.language import detect; print(detect('Parlamento vota o orçamento na sexta-feira'))"
    answers = {
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
        for _ in range(3)
    }
    assert len(answers) == 1


@pytest.mark.parametrize(
    ("tag", "wanted"),
    [
        ("en", "en"),
        ("EN_gb", "en-GB"),
        (" pt-br ", "pt-BR"),
        ("ger", "de"),
        ("iw", "he"),
        ("zh-hant-tw", "zh-Hant-TW"),
        ("sr-Latn", "sr-Latn"),
    ],
)
def test_a_tag_gets_its_usual_spelling(tag: str, wanted: str) -> None:
    assert normalise_tag(tag) == wanted


@pytest.mark.parametrize(
    ("tag", "hint"),
    [
        ("english", "did you mean 'en'?"),
        ("Ukranian", "did you mean 'uk'?"),
        ("ua", "did you mean 'uk'?"),
        ("jp", "did you mean 'ja'?"),
        ("deutsch", "did you mean 'de'?"),
        ("zz", "use a BCP 47 tag such as 'en', 'uk' or 'pt-BR'"),
        ("", "use a BCP 47 tag such as"),
        ("e n", "use a BCP 47 tag such as"),
        ("en-", "use a BCP 47 tag such as"),
        ("x" * 500, "use a BCP 47 tag such as"),
    ],
)
def test_what_is_no_language_is_told_with_the_nearest(tag: str, hint: str) -> None:
    with pytest.raises(ConfigError) as caught:
        normalise_tag(tag)
    assert "is not a language tag; " in str(caught.value)
    assert hint in str(caught.value)
    assert len(str(caught.value)) < 160


@pytest.mark.parametrize(
    ("tag", "none"),
    [
        *(
            (tag, True)
            for tag in ("und", "und-Latn", "mul", "zxx", "mis", "x-foo", "X-Foo", "qaa", "qtz-Cyrl")
        ),
        *((tag, False) for tag in ("en", "en-GB", "que", "qu", "uk", "xal", "xh", "mun")),
    ],
)
def test_some_tags_say_no_language(tag: str, none: bool) -> None:
    assert is_no_language(tag) is none
