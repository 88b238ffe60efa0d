"""Whether a stretch of text that nobody listed is a rendering of a glossary name: a small logistic model.

The features are few and readable; the weights are data in `qa/data/names/recogniser.json`, remade by
`python tools/train_names.py` from GeoNames.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import cache, lru_cache

from qa.data import text_of
from qa.names.grammar.surnames import OV, OVA, SKAYA, SKY
from qa.names.lexicon.keys import skeletons
from qa.names.lexicon.lexicon import Lexicon, Name
from qa.names.near.abjad import most_probable, vowels_guessed
from qa.names.near.candidates import EXACT, LIMIT, WHOLE_EDIT, candidates, nothing_near
from qa.names.near.cased import CASE_ENDING, is_cased, may_be_cased
from qa.names.near.closeness import Closeness
from qa.names.near.namesake import another_person, with_vowel_before
from qa.names.script.romanize import in_latin, romanizations
from qa.names.words.given import is_shared_in_latin
from qa.names.words.ordinary import frequency, frequency_together, of_person, of_place

GIVEN_NAME = 0.25  # probability that an equivalent given name in another language is this entry's bearer
MOST_EDITS = 2.2  # cost of the letters beyond which two names are two names
# The weights are trained with these; of two that fit, the first counts.
_MORE_SURNAMES = "skii enko yuk iuk uk in ina yn yna ich ych yan ian shvili dze"
_SURNAMES = (*SKY, *SKAYA, *OV, *OVA, *_MORE_SURNAMES.split())
DERIVED = 0.3  # what is left of the probability when the word is one made from the name
_SUFFIXES = frozenset("y i iy ii yi aya aia oye oe ov ova ev eva in ina enko ets er ers an".split())
RECOGNISED = 0.2  # probability from which a spelling is recognised without the source
SLIP = 0.5  # the same for a spelling that no route explains letter by letter
WEAKEST = 0.1  # probability of a recognition below which nothing is of interest
# Zipf frequency from which a word counts as ordinary. Names of the news are frequent themselves ("Kiev" has 3.5),
# so a regular romanization is doubted only when the word is really common.
COMMON_EXACT, COMMON_INEXACT = 3.8, 2.0
FEATURES = (
    "bias", "native", "latin", "exact", "abjad", "common_exact", "common_inexact", "person", "person_inexact",
    "surname", "place", "place_inexact", "length", "edits", "same_start", "same_end",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Recognition:
    """A candidate entry for a stretch of text, with its closeness and the probability that it is the name."""

    name: Name
    closeness: Closeness
    probability: float
    length: int
    exact: bool = False
    attested: bool = False  # a spelling known of the same given name

    @property
    def regular(self) -> bool:
        """Whether renderings of letters explain the spelling, without a slip."""
        if self.attested or self.closeness.best is None:
            return True
        return self.edits < WHOLE_EDIT and not vowels_guessed(self.closeness)

    @property
    def edits(self) -> float:
        """Cost of the letters between the spelling and the nearest form."""
        return self.closeness.cost * self.length


def features(name: Name, normal: str, close: Closeness, lang: str) -> tuple[float, ...]:
    """The feature vector of a candidate, in the order of `FEATURES`."""
    native, latin = min(close.native, LIMIT), min(close.latin, LIMIT)
    # Where short vowels are not written, any vowel fits: that is likeness, no regular romanization.
    abjad = vowels_guessed(close)
    exact = min(close.native, close.latin) * len(normal) <= EXACT and not abjad
    together = frequency_together if _is_written_alike(normal, close) else frequency
    zipf = together(normal, lang)
    written = in_latin(normal, lang)
    # A name of a person is no evidence against its being a person's name in another romanization or language.
    other_person = not (name.type == "person" and (exact or normal in name.equivalents))
    person = other_person and of_person(written)
    # Letter by letter a form of the entry itself, a place on a list is that place: Лиеге, for Liege.
    place = of_place(written) and (written == normal or not _is_form(written, close))
    spelled = close.best.text if close.best else ""
    start = any(a[:1] == b[:1] for a in skeletons(written) for b in _starts(name, lang))
    return (
        1.0,
        native,
        latin,
        float(exact),
        float(abjad),
        max(0.0, zipf - COMMON_EXACT) * exact,
        max(0.0, zipf - COMMON_INEXACT) * (not exact),
        float(person),
        float(person and not exact),
        float(not exact and name.type != "person" and ends_as_surname(written, name, lang)),
        float(place),
        float(place and not exact),
        math.log(len(normal)),
        min(native, latin) * len(normal),
        float(start),
        float(bool(spelled) and any(normal[-1:] == n[-1:] for n in name.good)),
    )


def _is_form(written: str, close: Closeness) -> bool:
    """Whether folded Latin letters are those of the glossary's form that comes closest."""
    return close.form is not None and close.best is not None and close.best.text == written


def _is_written_alike(normal: str, close: Closeness) -> bool:
    """Whether a stretch has the words of the spelling that comes closest, and no letter of them is changed.

    Then all its words are those of the name (Beit Alpha), and together hardly anything else. A changed word makes
    another name (Sumo Association, beside Shogi Association), and there the rarest word counts.
    """
    words = close.best.text.count(" ") if close.best else -1
    return close.cost * len(normal) < WHOLE_EDIT and normal.count(" ") == words


def ends_as_surname(written: str, name: Name, lang: str) -> bool:
    """Whether a stretch in folded Latin letters ends as surnames do and the name itself does not."""
    ending = next((e for e in _SURNAMES if written.endswith(e)), None)
    return ending is not None and not any(
        latin.endswith(ending) for good in name.good for latin in romanizations(good, lang)[:1]
    )


def _starts(name: Name, lang: str) -> tuple[str, ...]:
    return tuple(
        s for good in sorted(name.good) for latin in romanizations(good, lang)[:1] for s in skeletons(latin)
    )


@cache
def weights() -> tuple[float, ...]:
    """The trained weights, in the order of `FEATURES`."""
    data = json.loads(text_of("names", "recogniser.json"))
    return tuple(data["weights"][f] for f in FEATURES)


@cache
def _weight() -> dict[str, float]:
    return dict(zip(FEATURES, weights(), strict=True))


@cache
def _at_best() -> float:
    """What all that may speak for an entry adds to the bias of the model, beyond what `WEAKEST` asks for."""
    weight = _weight()
    helpful = sum(max(0.0, weight[f]) for f in ("same_start", "same_end", "surname", "abjad"))
    return weight["bias"] + helpful + math.log(1 / WEAKEST - 1)


def probability(vector: tuple[float, ...]) -> float:
    """Logistic model over a feature vector."""
    z = sum(w * x for w, x in zip(weights(), vector, strict=True))
    return 1.0 / (1.0 + math.exp(-max(-60.0, min(60.0, z))))


@lru_cache(maxsize=16384)
def reach(normal: str, lang: str) -> float:
    """Cost a letter beyond which no entry at all is probable for a stretch, however much else speaks for the entry.

    So a word that is known for something else is hardly compared with anything.
    """
    weight = _weight()
    size, zipf = len(normal), frequency_together(normal, lang)
    written = in_latin(normal, lang)
    exact = inexact = _at_best() + weight["length"] * math.log(size)
    exact += weight["exact"] + weight["common_exact"] * max(0.0, zipf - COMMON_EXACT)
    inexact += weight["common_inexact"] * max(0.0, zipf - COMMON_INEXACT)
    if of_person(written):
        inexact += weight["person"] + weight["person_inexact"]
    if of_place(written):
        exact += weight["place"]
        inexact += weight["place"] + weight["place_inexact"]
    slope = -(weight["native"] + weight["latin"] + weight["edits"] * size)
    farthest = max(inexact / slope, EXACT / size if exact > 0 else 0.0)
    return min(LIMIT, MOST_EDITS / size, farthest)


def derived(name: Name, normal: str) -> bool:
    """Whether the stretch is a word made from the name of a place, as surnames and names of districts are."""
    if name.type != "place":
        return False
    # A last letter twice is a habit of spelling: Al-Hayy, beside Al-Hay.
    return any(
        normal.startswith(r) and normal[len(r) :] in _SUFFIXES and normal[len(r) :] != r[-1:]
        for r in name.renderings
    )


def adjusted(name: Name, normal: str, close: Closeness, model: float) -> tuple[float, tuple[str, ...]]:
    """What is made of the model's probability where something else is known, and why."""
    final, why = model, []
    if normal in name.equivalents:
        final = max(final, GIVEN_NAME)
        why.append(f"the same given name in another language: at least {GIVEN_NAME}")
    elif final < GIVEN_NAME and is_cased(name, normal, close):
        final = GIVEN_NAME
        why.append(f"the given name with a case ending carried over: at least {GIVEN_NAME}")
    elif derived(name, normal):
        final *= DERIVED
        why.append(f"a word made from the name of a place: {DERIVED} of it")
    if final >= WEAKEST and another_person(name, normal):
        final = 0.0
        why.append("another given name beside the surname: none")
    elif final >= WEAKEST and with_vowel_before(name, normal):
        final = 0.0
        why.append("somebody else's name, with a vowel before it or without: none")
    if min(close.native, close.latin) * len(normal) > MOST_EDITS and normal not in name.equivalents:
        final = 0.0
        why.append(f"more than {MOST_EDITS} letters differ: none")
    if vowels_guessed(close):
        most, because = most_probable(name, normal, close)
        if final > most:
            final = most
            why.append(f"{because}: at most {most}")
    return final, tuple(why)


def assess(name: Name, normal: str, close: Closeness, lang: str) -> Recognition:
    """What speaks for a folded stretch of text being a name that it comes close to."""
    p, _ = adjusted(name, normal, close, probability(features(name, normal, close, lang)))
    exact, attested = close.cost * len(normal) <= EXACT, normal in name.equivalents
    return Recognition(name, close, p, len(normal), exact, attested)


@lru_cache(maxsize=32768)
def recognise(lexicon: Lexicon, normal: str) -> Recognition | None:
    """The most probable entry that nobody listed this spelling of; None when nothing is near."""
    if nothing_near(lexicon, normal):
        return None
    lang = lexicon.base_lang
    best: Recognition | None = None
    limit = LIMIT if is_shared_in_latin(normal) else reach(normal, lang)
    if limit * len(normal) < CASE_ENDING and may_be_cased(normal, lang):
        limit = CASE_ENDING / len(normal)
    for number, close in candidates(lexicon, normal, limit) if limit > 0 else ():
        name = lexicon.name(number)
        found = assess(name, normal, close, lang)
        if best is None or found.probability > best.probability:
            best = found
    # An entry without a form in the target language still tells that this is no misspelling of another.
    if best is None or best.name.suggestion is None:
        return None
    if best.name.type == "place" or normal in best.name.good or normal in best.name.without_arabic_article:
        return best
    # A part of a right form is no misspelling of the whole, though the native form may be no more than the part.
    return None if any(f" {normal} " in f" {good} " for good in best.name.good) else best
