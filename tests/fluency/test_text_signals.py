"""Signals that need no model: overlap, repeats, figures, letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.fluency.charmodel import WINDOW, letter_bits, worst_window
from qa.fluency.diff import changed_words
from qa.fluency.figures import exchanged, figures
from qa.fluency.overlap import chrf, word_f1
from qa.fluency.repeats import loops, repeats

LANGUAGES = {
    "en": (
        "The ministry said on Tuesday that talks would go on.",
        "Thx mnstry sqid om Tuzsdqy thbt tolkz wuold og un.",
    ),
    "de": (
        "Die Regierung teilte am Dienstag mit, dass die Gespräche weitergehen.",
        "Dxe Rgierunq telite om Dinestog mjt.",
    ),
    "fr": (
        "Le ministre a déclaré mardi que les discussions continuent.",
        "Lq minstrie u dclaré mqrdi qae lzs discusins.",
    ),
    "es": (
        "El ministro dijo el martes que las conversaciones continuarán.",
        "Ql mnistro djio el mqrtes qeu los convrsacoines.",
    ),
    "pt": (
        "O ministro disse na terça-feira que as conversas continuarão.",
        "Q mnistro dises nu teçra-fiera qeu os cnoversas.",
    ),
    "ru": (
        "Министр заявил во вторник, что переговоры продолжатся.",
        "Минсъртр зыавил ов втонрик, чоту преогворы.",
    ),
    "uk": (
        "Міністр заявив у вівторок, що переговори триватимуть.",
        "Мінсіртр зяаивв ю віоврток, щоу пеергвоори.",
    ),
    "ar": ("قال الوزير يوم الثلاثاء إن المحادثات ستستمر", "قلا اوزلير ويم اثللاثثء نإ امحلادتثا ستتسرم"),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_good_words_have_fewer_bits_a_letter_than_broken_ones(language):
    good, broken = (letter_bits(text, language) for text in LANGUAGES[language])
    assert sum(good) / len(good) + 1 < sum(broken) / len(broken)
    assert worst_window(good) < worst_window(broken)


def test_letters_of_a_language_without_a_list_have_no_bits():
    assert letter_bits("Whatever it says", "xx") == []
    assert worst_window([]) == 0.0


def test_the_worst_window_finds_one_broken_word_in_a_long_sentence():
    text = "The president of the country said that he would not stand in the next election"
    broken = text.replace("country", "cqxntzv")
    assert worst_window(letter_bits(broken, "en")) > worst_window(letter_bits(text, "en")) + 1


@given(st.lists(st.floats(0, 20), min_size=1, max_size=60))
def test_the_worst_window_lies_between_mean_and_maximum(bits):
    found = worst_window(bits)
    assert found <= max(bits) + 1e-9
    if len(bits) % WINDOW == 0:
        assert found >= sum(bits) / len(bits) - 1e-9


@given(st.text(max_size=80), st.text(max_size=80))
def test_changed_words_are_words_of_the_target(target, back):
    assert changed_words(target, target) == ()
    assert all(word in target for word in changed_words(target, back))


@pytest.mark.parametrize(
    ("target", "back", "words"),
    [
        ("The house is big.", "The home is big.", ("house",)),
        ("The “house” is big – really.", 'The "house" is big - really.', ()),
        ("It’s over", "It's over.", ()),
        ("The Well-Known house.", "A well-known home!", ("The", "house")),
        ("", "Anything", ()),
        ("Gone entirely", "", ("Gone", "entirely")),
    ],
)
def test_words_that_came_back_differently(target, back, words):
    assert changed_words(target, back) == words


@pytest.mark.parametrize(
    ("text", "count", "loop"),
    [
        ("The house is big.", 0, False),
        ("The the house is big.", 1, False),
        ("He said he said that it was over.", 1, False),
        ("He had had enough, and that that mattered.", 0, False),
        ("It rose by 10 10 times.", 0, False),
        ("The city the city the city was hit.", 1, True),
        ("No no no no, they said.", 0, False),
        ("Well, well, well.", 1, False),
        ("", 0, False),
    ],
)
def test_repeats_and_loops(text, count, loop):
    assert (repeats(text), loops(text)) == (count, loop)


@pytest.mark.parametrize(
    ("lang", "source", "target", "lost", "new"),
    [
        ("pt", "Em 2014 morreram 1.200 pessoas.", "In 2014, 1,200 people died.", "", ""),
        ("pt", "Em 2014 morreram 1.200 pessoas.", "In 2015, 1,200 people died.", "2014", "2015"),
        ("pt", "Em 2014 morreram 1.200 pessoas.", "In 2015, 1,300 people died.", "1.200 2014", "1,300 2015"),
        ("pt", "A taxa é de 4,25%.", "The rate is 4.52%.", "4,25", "4.52"),
        ("pt", "Três pessoas", "3 people", "", ""),
        ("ar", "قتل ١٢ شخصا", "12 people were killed", "", ""),
        ("ar", "قتل ١٢ شخصا", "13 people were killed", "١٢", "13"),
        ("pt", "Um plano para 20 mil casas.", "A plan for 20,000 homes.", "", ""),
        ("pt", "3,2 milhões de euros", "3,200,000 euros", "", ""),
        ("pt", "Um plano para 20 mil casas.", "A plan for 30,000 homes.", "20", "30,000"),
        ("pt", "Um plano para 20 casas.", "A plan for 200 homes.", "20", "200"),
        ("pt", "das 15h30 às 20h", "from 3:30 p.m. to 8 p.m.", "", ""),
        ("pt", "das 15h30 às 20h", "from 3:30 p.m. to 9 p.m.", "20", "9"),
        ("pt", "nos anos 80", "in the 1980s", "", ""),
        ("pt", "na época 2023/24", "in the 2023-2024 season", "", ""),
        ("pt", "a 60 quilómetros da costa", "37 miles off the coast", "", ""),
        ("pt", "subiu para 1,90 euros", "rose to €1.9", "", ""),
        ("pt", "a partir de 1º de janeiro", "from 4 January", "1", "4"),
    ],
)
def test_exchanged_figures(lang, source, target, lost, new):
    assert exchanged(source, target, lang, "en") == (tuple(lost.split()), tuple(new.split()))


def test_separators_of_thousands_do_not_count():
    assert figures("9,000 and 9.000 and 9 000 and 9000") == {"9000": 4}


@given(st.text(max_size=60))
def test_a_text_agrees_with_itself(text):
    assert word_f1(text, text) == 100.0
    assert exchanged(text, text, "en", "en") == ((), ())


def test_typography_does_not_lower_chrf():
    assert chrf("“It’s over” – he said…", '"It\'s over" - he said...') == 100.0
    assert chrf("completely other", "The house is big.") < 20
