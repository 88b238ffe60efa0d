"""Ways to damage a good English sentence, for training and measuring fluency and agreement.

Each way is a function (words, random) -> words, or None where it does not apply; `words` are split at white
space. `KINDS` lists them all; they are this project's own and follow what editors of machine translation meet:
lost and doubled words, broken order, wrong forms, wrong words, broken spelling, case and punctuation.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from functools import cache

from wordfreq import top_n_list, zipf_frequency

Words = list[str]
Damage = Callable[[Words, random.Random], Words | None]

_SHAPE = re.compile(r"^(\W*)(.*?)(\W*)$", re.DOTALL)
_PREPOSITIONS = (
    "of in on at by for from with to about under over after before between during against through".split()
)
_SWAPS: dict[str, str] = {}
for _group in (
    "he she they it",
    "him her them",
    "his her their its",
    "i me",
    "we us",
    "they them",
    "who whose",
    "he him",
    "is was are were",
    "has had have",
    "will would",
    "can could",
    "do does did",
    "a an the",
    "this these",
    "that those",
    "and but or",
    "much many",
    "less fewer",
    "its it's",
    "their there",
    "than then",
    "to for",
    "in on at",
    "of from by",
    "with without",
    "more most",
    "be been being",
    "himself herself themselves",
    "always never",
    "before after",
    "all none",
    "first last",
    "increase decrease",
    "high low",
    "good bad",
    "large small",
    "win lose",
    "new old",
    "open close",
    "north south",
    "east west",
    "above below",
):
    for _word in _group.split():
        _SWAPS[_word] = f"{_SWAPS.get(_word, '')} {_group}".strip()
_SUFFIXES = (
    "",
    "s",
    "es",
    "ed",
    "d",
    "ing",
    "ly",
    "er",
    "ment",
    "ness",
    "ion",
    "ive",
    "al",
    "ity",
    "y",
    "ful",
)
_PREFIXES = ("un", "in", "im", "dis", "non", "mis", "ir")
_LETTERS = "etaoinshrdlucmfwypvbgkjqxz"


def _split(word: str) -> tuple[str, str, str]:
    match = _SHAPE.match(word)
    return (match[1], match[2], match[3]) if match else ("", word, "")


def _like(model: str, word: str) -> str:
    return word[:1].upper() + word[1:] if model[:1].isupper() else word


def _inner(words: Words, rng: random.Random, test: Callable[[str], bool]) -> int | None:
    """Index of a random word (never the first) whose core passes `test`."""
    fit = [i for i in range(1, len(words)) if test(_split(words[i])[1])]
    return rng.choice(fit) if fit else None


def _plain(core: str) -> bool:
    return core.isalpha() and core.islower()


def _content(core: str) -> bool:
    return _plain(core) and len(core) > 3 and zipf_frequency(core, "en") < 6


def _named(core: str) -> bool:
    return core[:1].isupper() and core[1:].islower() and core.isalpha()


def _replace(words: Words, i: int, core: str) -> Words:
    before, _, after = _split(words[i])
    return [*words[:i], before + core + after, *words[i + 1 :]]


def _without(words: Words, i: int, n: int = 1) -> Words:
    """Words without `n` of them from `i`; a closing mark stays where it stood."""
    closing = _split(words[i + n - 1])[2]
    kept = [*words[:i], *words[i + n :]]
    if closing and 0 < i <= len(kept) and not _split(kept[i - 1])[2]:
        kept[i - 1] += closing
    return kept


def drop_word(words: Words, rng: random.Random) -> Words | None:
    """A word of any kind is missing."""
    i = _inner(words, rng, str.isalpha)
    return None if i is None else _without(words, i)


def drop_content(words: Words, rng: random.Random) -> Words | None:
    """A noun, verb, adjective or adverb is missing."""
    i = _inner(words, rng, _content)
    return None if i is None else _without(words, i)


def drop_name(words: Words, rng: random.Random) -> Words | None:
    """A name is missing, all of it when it has several words."""
    i = _inner(words, rng, _named)
    if i is None:
        return None
    n = 1
    while i + n < len(words) and not _split(words[i + n - 1])[2] and _named(_split(words[i + n])[1]):
        n += 1
    return _without(words, i, n)


def drop_phrase(words: Words, rng: random.Random) -> Words | None:
    """Two to six words from a preposition on are missing."""
    fit = [i for i in range(1, len(words) - 2) if words[i] in _PREPOSITIONS]
    if not fit:
        return None
    i = rng.choice(fit)
    n = 2
    while i + n < len(words) and n < 6 and not _split(words[i + n - 1])[2] and rng.random() < 0.6:
        n += 1
    return _without(words, i, n)


def truncate(words: Words, rng: random.Random) -> Words | None:
    """The end is missing."""
    if len(words) < 8:
        return None
    return words[: rng.randint(len(words) // 3, len(words) * 3 // 4)]


def repeat_words(words: Words, rng: random.Random) -> Words | None:
    """One to three words stand twice."""
    n = rng.choice((1, 1, 1, 2, 3))
    if len(words) < n + 3:
        return None
    i = rng.randint(0, len(words) - n - 1)
    again = [_split(w)[1].lower() if j == 0 and i == 0 else w for j, w in enumerate(words[i : i + n])]
    return [*words[: i + n], *again, *words[i + n :]]


def swap_words(words: Words, rng: random.Random) -> Words | None:
    """Two neighbours have changed places."""
    if len(words) < 5:
        return None
    i = rng.randint(1, len(words) - 3)
    return [*words[:i], words[i + 1], words[i], *words[i + 2 :]]


def move_word(words: Words, rng: random.Random) -> Words | None:
    """A word stands two to five places away from where it belongs."""
    if len(words) < 8:
        return None
    i = rng.randint(1, len(words) - 2)
    rest = [*words[:i], *words[i + 1 :]]
    j = min(len(rest) - 1, max(1, i + rng.choice((-5, -4, -3, -2, 2, 3, 4, 5))))
    return [*rest[:j], words[i], *rest[j:]]


def wrong_function_word(words: Words, rng: random.Random) -> Words | None:
    """A pronoun, article, preposition, auxiliary or common opposite is another one of its kind."""
    i = _inner(words, rng, lambda core: core.lower() in _SWAPS)
    if i is None:
        return None
    core = _split(words[i])[1]
    other = rng.choice([w for w in _SWAPS[core.lower()].split() if w != core.lower()])
    return _replace(words, i, _like(core, other))


def wrong_form(words: Words, rng: random.Random) -> Words | None:
    """A word stands in another form or part of speech of its family."""
    i = _inner(words, rng, _content)
    if i is None:
        return None
    core = _split(words[i])[1]
    stems = {core} | {core[: -len(s)] for s in _SUFFIXES if s and core.endswith(s) and len(core) - len(s) > 2}
    stems |= {s + "e" for s in stems if s != core} | {s[:-1] for s in stems if s.endswith("e")}
    forms = sorted({s + x for s in stems for x in _SUFFIXES} - {core})
    real = [f for f in forms if zipf_frequency(f, "en") > 2.6]
    return _replace(words, i, rng.choice(real)) if real else None


def opposite(words: Words, rng: random.Random) -> Words | None:
    """A word has gained or lost a negative prefix."""
    found = []
    for i in range(1, len(words)):
        core = _split(words[i])[1]
        if _content(core):
            found += [(i, p + core) for p in _PREFIXES if zipf_frequency(p + core, "en") > 1.8]
            found += [
                (i, core[len(p) :])
                for p in _PREFIXES
                if core.startswith(p)
                and len(core) - len(p) > 3
                and zipf_frequency(core[len(p) :], "en") > 2.8
            ]
    return _replace(words, *rng.choice(found)) if found else None


@cache
def _common() -> tuple[Sequence[str], ...]:
    """Common words in bands of frequency."""
    words = [w for w in top_n_list("en", 20000) if w.isalpha() and w.isascii() and len(w) > 2]
    return tuple(words[i : i + 1500] for i in range(200, len(words), 1500))


def wrong_word(words: Words, rng: random.Random) -> Words | None:
    """A word is another word of its frequency."""
    i = _inner(words, rng, _content)
    if i is None:
        return None
    core = _split(words[i])[1]
    band = min(
        _common(), key=lambda b: abs(zipf_frequency(b[len(b) // 2], "en") - zipf_frequency(core, "en"))
    )
    ending = next((s for s in ("ing", "ed", "ly", "s") if core.endswith(s)), "")
    fit = [w for w in rng.sample(list(band), 400) if w.endswith(ending) and w != core] or list(band)
    return _replace(words, i, rng.choice(fit))


def tense(words: Words, rng: random.Random) -> Words | None:
    """A verb group has another tense or a negation too much."""
    i = _inner(
        words, rng, lambda core: core in {"is", "was", "are", "were", "has", "have", "had", "will", "would"}
    )
    if i is None:
        return None
    core = _split(words[i])[1]
    return _replace(
        words, i, rng.choice((f"{core} not", f"will {core}", f"{core} been", f"did {core}", f"had {core}"))
    )


def question(words: Words, rng: random.Random) -> Words | None:
    """A statement has become a question."""
    if not words[-1].endswith(".") or len(words) < 4:
        return None
    lead = rng.choice(("Does", "Did", "Is", "Do", "Has"))
    first = words[0] if zipf_frequency(words[0].lower(), "en") < 5.5 else words[0][:1].lower() + words[0][1:]
    return [lead, first, *words[1:-1], words[-1][:-1] + "?"]


def spelling(words: Words, rng: random.Random) -> Words | None:
    """A letter is missing, doubled, wrong or in the wrong place."""
    i = _inner(words, rng, lambda core: core.isalpha() and len(core) > 2)
    if i is None:
        return None
    core = _split(words[i])[1]
    k = rng.randrange(len(core))
    way = rng.randrange(5)
    if way <= 1:
        broken = core[:k] + core[k + 1 :]
    elif way == 2:
        broken = core[:k] + core[k] + core[k:]
    elif way == 3:
        broken = core[:k] + rng.choice(_LETTERS) + core[k + 1 :]
    else:
        k = rng.randrange(len(core) - 1)
        broken = core[:k] + core[k + 1] + core[k] + core[k + 2 :]
    return _replace(words, i, broken) if broken != core else None


def no_word(words: Words, rng: random.Random) -> Words | None:
    """A word has become a string that is no word, put together from halves of two words."""
    i, j = _inner(words, rng, lambda c: c.isalpha() and len(c) > 4), _inner(words, rng, _content)
    if i is None or j is None or i == j:
        return None
    core, other = _split(words[i])[1], _split(words[j])[1]
    made = core[: rng.randint(2, len(core) - 2)] + other[rng.randint(1, len(other) - 2) :]
    return _replace(words, i, made) if zipf_frequency(made, "en") == 0 else None


def joined(words: Words, rng: random.Random) -> Words | None:
    """Two words run together, or one is torn apart."""
    if rng.random() < 0.5:
        i = _inner(words[:-1], rng, str.isalpha)
        if i is None or _split(words[i])[2]:
            return None
        return [*words[:i], words[i] + words[i + 1], *words[i + 2 :]]
    i = _inner(words, rng, lambda core: core.isalpha() and len(core) > 5)
    if i is None:
        return None
    k = rng.randint(2, len(words[i]) - 3)
    return [*words[:i], words[i][:k], words[i][k:], *words[i + 1 :]]


def lower_case(words: Words, rng: random.Random) -> Words | None:
    """All capitals are gone, or one is."""
    if rng.random() < 0.5:
        lowered = [w.lower() for w in words]
        return lowered if lowered != words else None
    fit = [i for i in range(len(words)) if words[i] != words[i].lower()]
    if not fit:
        return None
    i = rng.choice(fit)
    return [*words[:i], words[i].lower(), *words[i + 1 :]]


def capital(words: Words, rng: random.Random) -> Words | None:
    """A common word has a capital."""
    i = _inner(words, rng, _content)
    return None if i is None else [*words[:i], words[i].capitalize(), *words[i + 1 :]]


def punctuation(words: Words, rng: random.Random) -> Words | None:
    """A mark stands where none belongs, or one is missing."""
    if rng.random() < 0.7:
        i = rng.randrange(len(words) - 1)
        if _split(words[i])[2]:
            return None
        return [
            *words[:i],
            words[i] + rng.choice((",", ",", ".", "-", ";", ":", "'", '"', ")", " ,", " -", "!")),
            *words[i + 1 :],
        ]
    fit = [i for i in range(len(words) - 1) if _split(words[i])[2] or _split(words[i])[0]]
    if not fit:
        return [*words[:-1], words[-1].rstrip(".!?")] if words[-1][-1:] in ".!?" else None
    i = rng.choice(fit)
    return [*words[:i], _split(words[i])[1], *words[i + 1 :]]


@cache
def _foreign() -> tuple[str, ...]:
    """Words of other languages in Latin script that English does not use."""
    lists = (
        top_n_list(lang, 3000, wordlist="small") for lang in "de fr es pt it nl pl cs hu fi ro tr".split()
    )
    words = (w for words in lists for w in words if w.isalpha() and len(w) > 4)
    return tuple(dict.fromkeys(w for w in words if zipf_frequency(w, "en") < 2))


def untranslated(words: Words, rng: random.Random) -> Words | None:
    """A word is left in another language."""
    i = _inner(words, rng, _content)
    return None if i is None else _replace(words, i, rng.choice(_foreign()))


def wrong_name(words: Words, rng: random.Random) -> Words | None:
    """A name is another name."""
    names = "Kenya Boston Miller Garcia Vienna Toyota Lisbon Peru Johnson Google Congress Tokyo Anna Osaka".split()
    i = _inner(words, rng, _named)
    return None if i is None else _replace(words, i, rng.choice(names))


KINDS: tuple[Damage, ...] = (
    drop_word,
    drop_content,
    drop_name,
    drop_phrase,
    truncate,
    repeat_words,
    swap_words,
    move_word,
    wrong_function_word,
    wrong_form,
    opposite,
    wrong_word,
    tense,
    question,
    spelling,
    no_word,
    joined,
    lower_case,
    capital,
    punctuation,
    wrong_name,
    untranslated,
)


def damage(text: str, kind: Damage, rng: random.Random) -> str | None:
    """`text` with one damage of `kind`, None where it does not apply."""
    words = text.split()
    if len(words) < 5:
        return None
    done = kind(list(words), rng)
    if not done or done == words:
        return None
    return " ".join(done)
