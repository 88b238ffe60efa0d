"""Letter correspondences between a native spelling and its renderings, read from reviewed tables.

A table in `qa/data/letters/` has one line for each letter or letter group of a language:
`г: h=nbsd g=r gh=x`, meaning that г is rendered *h* by the routes n, b, s and d, *g* by r, *gh* by x.
`^` and `$` bind a group to the start or the end of a word. `include NAME` takes over another table first, with the
routes that this one has as well; what is left without any is loose. `abjad` says that short vowels are not written.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources
from string import ascii_lowercase
from unicodedata import normalize

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
_VOWELS = frozenset("aeiouyаеёиоуыэюяєіїαεηιουωაეიოუաեէըիոօ" + "".join(map(chr, range(0x1161, 0x1176))))

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
    "ar": {
        "s": "strict romanization (BGN/PCGN, ALA-LC) of Arabic script",
        "n": "press romanization of Arabic script",
        "g": "Egyptian romanization of Arabic",
        "p": "Persian romanization of Arabic script",
    },
    "he": {"n": "press romanization of Hebrew", "s": "scholarly romanization of Hebrew"},
    "el": {
        "n": "ELOT 743 romanization of Greek",
        "b": "BGN/PCGN romanization of Greek",
        "c": "classical form",
    },
    "ka": {"n": "Georgian national romanization (2002)", "r": "Russian-based romanization"},
    "hy": {"n": "BGN/PCGN romanization of Armenian", "w": "Western Armenian romanization"},
    "ja": {"n": "Hepburn romanization of Japanese", "s": "Kunrei romanization of Japanese"},
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
_CASE, _LOOSE = frozenset("k"), frozenset("x")
# Languages written with another language's table.
_TABLE_OF = {
    "mk": "sr", "fa": "ar", "ps": "ar", "ur": "ar", "ckb": "ar", "yi": "he", "kk": "ru", "ky": "ru", "tg": "ru",
    "mn": "ru", "rue": "uk", "yue": "zh", "wuu": "zh",
}  # fmt: skip


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
    """All steps of a language, by the letter group they start with; `longest` bounds a group's length."""

    name: str
    steps: dict[str, tuple[Step, ...]]
    longest: int
    abjad: bool


def table_name(lang: str, text: str) -> str | None:
    """Name of the table for a native form: by language, for Latin letters "latin", else by script."""
    base = lang.partition("-")[0]
    if all(ord(c) < 0x250 or not c.isalpha() for c in text):
        return "latin"
    name = _TABLE_OF.get(base, base)
    if name in ROUTES and name != "latin":
        return name
    return _by_script(text)


def _by_script(text: str) -> str | None:
    for char in text:
        code = ord(char)
        for low, high, name in (
            (0x370, 0x3FF, "el"), (0x400, 0x52F, "ru"), (0x530, 0x58F, "hy"), (0x590, 0x5FF, "he"),
            (0x600, 0x77F, "ar"), (0x10A0, 0x10FF, "ka"), (0x1100, 0x11FF, "ko"), (0xAC00, 0xD7A3, "ko"),
            (0x3041, 0x30FF, "ja"),
        ):  # fmt: skip
            if low <= code <= high:
                return name
    return None


def apart(text: str) -> str:
    """Text with Korean syllables taken apart into their letters; all else stays as it is."""
    return "".join(normalize("NFD", c) if "가" <= c <= "힣" else c for c in text)


@cache
def load_table(name: str) -> Table:
    """Read a table of `qa/data/letters/`; raises KeyError or ValueError on a broken table (a packaging fault)."""
    lines = resources.files("qa.data").joinpath("letters", f"{name}.txt").read_text("utf-8").splitlines()
    steps: dict[str, dict[str, Step]] = {}
    abjad = False
    for line in lines:
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        if line == "abjad":
            abjad = True
        elif line == "include ascii":
            for c in ascii_lowercase:
                steps[c] = {c: Step(c, c, 0.0, frozenset("n"))}
        elif line.startswith("include "):
            parent = load_table(line.removeprefix("include "))
            steps = {k: {s.latin: _taken_over(s, name) for s in v} for k, v in parent.steps.items()}
        else:
            native, _, renderings = line.partition(":")
            native = apart(native)
            steps[native] = _renderings(native, renderings.split())
    frozen = {k: tuple(sorted(v.values(), key=lambda s: (s.cost, s.latin))) for k, v in steps.items()}
    return Table(name, frozen, max(map(len, frozen)), abjad)


def _taken_over(step: Step, name: str) -> Step:
    """A step as another language's table has it: the standards of the one language are none of the other."""
    routes = step.routes & (ROUTES[name].keys() | COMMON_ROUTES.keys()) or _LOOSE
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
