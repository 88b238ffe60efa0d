"""Letter correspondences between a native spelling and its renderings, read from reviewed tables.

A table in `qa/data/letters/` has one line for each letter or letter group of a language:
`г: h=nbsd g=r gh=x`, meaning that г is rendered *h* by the routes n, b, s and d, *g* by r, *gh* by x.
`^` and `$` bind a group to the start or the end of a word. `include NAME` takes over another table first, without its
case endings and with the routes that this one has as well; what is left without any is loose. `abjad` says that short
vowels are not written, `unwritten i` that a short i is not.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from string import ascii_lowercase
from unicodedata import normalize

from qa.data import lines_of
from qa.names.script.syllables import jamo
from qa.text import fold

# What a step costs by the most regular of its routes. Loose and foreign-sound renderings are real but rarer;
# the figures order alternatives, the decision itself is made by the trained model.
_COST = {
    "k": 0.2,
    "o": 0.3,
    "x": 0.2,
    "d": 0.05,
    "f": 0.05,
    "h": 0.1,
    "p": 0.05,
    "e": 0.05,
    "i": 0.05,
    "t": 0.05,
}
_VOWELS = frozenset(
    "aeiouyаеёиоуыэюяєіїәөүұӣӯαεηιουωაეიოუաեէըիոօەێۆ"
    "ऄअआइईउऊऋऎएऐऒओऔऑऍঅআইঈউঊঋএঐওঔኧኡኢኣኤእኦ" + "".join(map(chr, range(0x1161, 0x1176)))
)

# Routes as words for the reader, by table and letter.
ROUTES = {
    "uk": {
        "n": "Ukrainian national romanization (2010)",
        "b": "BGN/PCGN romanization of Ukrainian",
        "s": "scientific transliteration of Ukrainian",
        "r": "Russian-based romanization",
    },
    "ru": {
        "b": "BGN/PCGN romanization of Russian",
        "c": "ICAO (passport) romanization of Russian",
        "g": "GOST 7.79 romanization of Russian",
        "s": "scientific transliteration of Russian",
        "n": "press romanization of Russian",
        "u": "Ukrainian-based romanization",
    },
    "be": {
        "n": "Belarusian national romanization (2007)",
        "b": "BGN/PCGN romanization of Belarusian",
        "s": "scientific transliteration of Belarusian",
        "r": "Russian-based romanization",
    },
    "bg": {
        "n": "Bulgarian national romanization (2009)",
        "b": "BGN/PCGN romanization of Bulgarian (1952)",
        "s": "scientific transliteration of Bulgarian",
    },
    "sr": {"n": "Serbian Latin spelling"},
    "mk": {"n": "Macedonian romanization of passports", "s": "scientific transliteration of Macedonian"},
    "kk": {
        "n": "press romanization of Kazakh",
        "b": "BGN/PCGN romanization of Kazakh",
        "s": "Kazakh Latin alphabet (2021)",
        "r": "Russian-based romanization",
    },
    "ky": {
        "n": "press romanization of Kyrgyz",
        "b": "BGN/PCGN romanization of Kyrgyz",
        "r": "Russian-based romanization",
    },
    "uz": {
        "n": "Uzbek Latin alphabet (1995)",
        "b": "BGN/PCGN romanization of Uzbek",
        "r": "Russian-based romanization",
    },
    "mn": {
        "n": "Mongolian national romanization (MNS 5217)",
        "b": "BGN/PCGN romanization of Mongolian",
        "r": "Russian-based romanization",
    },
    "tg": {
        "n": "press romanization of Tajik",
        "b": "BGN/PCGN romanization of Tajik",
        "r": "Russian-based romanization",
        "p": "Persian-based romanization",
    },
    "ar": {
        "s": "strict romanization (BGN/PCGN, ALA-LC) of Arabic script",
        "n": "press romanization of Arabic script",
        "g": "Egyptian romanization of Arabic",
        "p": "Persian romanization of Arabic script",
    },
    "ur": {"n": "press romanization of Urdu", "s": "scholarly romanization of Urdu"},
    "ps": {"n": "press romanization of Pashto", "b": "BGN/PCGN romanization of Pashto"},
    "ckb": {"n": "press romanization of Kurdish", "s": "Kurdish Latin alphabet"},
    "hi": {"n": "press romanization of Devanagari", "s": "scholarly romanization of Devanagari"},
    "bn": {"n": "press romanization of Bengali", "s": "scholarly romanization of Bengali"},
    "gu": {"n": "press romanization of Gujarati", "s": "scholarly romanization of Gujarati"},
    "pa": {"n": "press romanization of Punjabi", "s": "scholarly romanization of Punjabi"},
    "or": {"n": "press romanization of Odia", "s": "scholarly romanization of Odia"},
    "te": {"n": "press romanization of Telugu", "s": "scholarly romanization of Telugu"},
    "kn": {"n": "press romanization of Kannada", "s": "scholarly romanization of Kannada"},
    "ml": {"n": "press romanization of Malayalam", "s": "scholarly romanization of Malayalam"},
    "ta": {"n": "press romanization of Tamil", "s": "scholarly romanization of Tamil"},
    "am": {"n": "press romanization of Ethiopic script", "b": "BGN/PCGN romanization of Amharic"},
    "he": {"n": "press romanization of Hebrew", "s": "scholarly romanization of Hebrew"},
    "el": {
        "n": "ELOT 743 romanization of Greek",
        "b": "BGN/PCGN romanization of Greek",
        "c": "classical form",
    },
    "ka": {"n": "Georgian national romanization (2002)", "r": "Russian-based romanization"},
    "hy": {"n": "BGN/PCGN romanization of Armenian", "w": "Western Armenian romanization"},
    "ja": {"n": "Hepburn romanization of Japanese", "s": "Kunrei romanization of Japanese"},
    "kanji": {"n": "Hepburn romanization of Japanese"},
    "ko": {
        "n": "Revised Romanization of Korean",
        "b": "McCune-Reischauer romanization of Korean",
        "s": "customary spelling of Korean names",
    },
    "zh": {
        "n": "Hanyu Pinyin",
        "w": "Wade-Giles romanization of Chinese",
        "p": "postal map spelling of Chinese places",
    },
    "latin": {"n": "spelling as in the original"},
}
COMMON_ROUTES = {
    "d": "German transcription",
    "f": "French transcription",
    "e": "Spanish transcription",
    "p": "Polish transcription",
    "h": "Dutch transcription",
    "i": "Italian transcription",
    "t": "Turkish transcription",
    "x": "loose press spelling",
    "o": "respelling by sound",
    "k": "romanization with a case ending of the source",
}
_ANY = frozenset("aeiouy")
_CASE, _LOOSE = frozenset("k"), frozenset("x")


@dataclass(frozen=True, slots=True)
class Step:
    """One way to write `native` (a letter group) as `latin`, at a cost, by the routes named."""

    native: str
    latin: str
    cost: float
    routes: frozenset[str]

    @property
    def case_ending(self) -> bool:
        """Whether this is a case ending of the source and nothing else."""
        return self.routes == _CASE


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """All steps of a language, by the letter group they start with.

    `unwritten` are the vowels, in Latin letters, that have no letter; in an `abjad` any vowel may come in between.
    """

    name: str
    steps: dict[str, tuple[Step, ...]]
    unwritten: frozenset[str]
    abjad: bool


@cache
def load_table(name: str) -> Table:
    """Read a table of `qa/data/letters/`; raises KeyError or ValueError on a broken table (a packaging fault)."""
    steps: dict[str, dict[str, Step]] = {}
    unwritten = frozenset[str]()
    for line in filter(None, map(str.strip, lines_of("letters", f"{name}.txt"))):
        if line == "abjad":
            unwritten = _ANY
        elif line.startswith("unwritten "):
            unwritten = frozenset(line.removeprefix("unwritten "))
        elif line == "include ascii":
            for c in ascii_lowercase:
                steps[c] = {c: Step(c, c, 0.0, frozenset("n"))}
        elif line.startswith("include "):
            parent = load_table(line.removeprefix("include "))
            steps = {
                k: {s.latin: _taken_over(s, name) for s in v if not s.case_ending}
                for k, v in parent.steps.items()
            }
        else:
            native, _, renderings = line.partition(":")
            native = jamo(normalize("NFC", native))
            steps[native] = _renderings(native, renderings.split())
    frozen = {k: tuple(sorted(v.values(), key=lambda s: (s.cost, s.latin))) for k, v in steps.items()}
    return Table(name, frozen, unwritten, unwritten == _ANY)


def _taken_over(step: Step, name: str) -> Step:
    """A step as another language's table has it: the standards and cases of the one are none of the other."""
    routes = (step.routes & (ROUTES[name].keys() | COMMON_ROUTES.keys())) - _CASE or _LOOSE
    return Step(step.native, step.latin, _cost(routes), routes)


def _renderings(native: str, items: list[str]) -> dict[str, Step]:
    out: dict[str, Step] = {}
    for item in items:
        latin, _, routes = item.partition("=")
        latin = fold(latin)
        known = out.get(latin)
        merged = frozenset(routes) | (known.routes if known else frozenset())
        out[latin] = Step(native, latin, _cost(merged), merged)
    return out


def _cost(routes: frozenset[str]) -> float:
    return min(_COST.get(route, 0.0) for route in routes)


def is_vowel(char: str) -> bool:
    """Whether a folded letter is written for a vowel in any of the scripts with tables."""
    return char in _VOWELS
