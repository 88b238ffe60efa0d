"""How many damaged sentences the flags find that need no model, and how many clean ones they report.

    python benchmarks/flags.py [TSV]

Without an argument the damage is done to the sentences in `benchmarks/data/pairs.tsv`; a TSV with the columns
`source`, `target` and, optionally, `source_lang` and `target_lang` (or the options of the same name) takes
their place. Damage: a digit of a number in the target changed, or the number left out; a phrase looped, or a
word doubled; a word replaced by one of the source in another script, or a letter by its double of another
script; the target emptied; the source copied. A clean sentence counts as reported when any rule reports it.
"""

from __future__ import annotations

import argparse
import csv
import random
import re
import time
from collections.abc import Callable
from pathlib import Path

from qa.checks import (
    mixed_script,
    number_mismatch,
    repeated_word,
    untranslated,
    wrong_language,
)
from qa.checks.api import Context
from qa.config import Config
from qa.model import Anchor, Document, Segment
from qa.names.texts.reading import NameReading
from qa.scripts import counts, scripts_of

RULES = (number_mismatch, repeated_word, mixed_script, untranslated, wrong_language)
NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
WORD = re.compile(r"[^\W\d_]{3,}")
LOOKALIKE = {
    "a": "а",
    "e": "е",
    "o": "о",
    "c": "с",
    "p": "р",
    "x": "х",
    "i": "і",
    "а": "a",
    "е": "e",
    "о": "o",
}
Pair = tuple[str, str, str | None, str | None]
Damage = Callable[[Pair, random.Random], str | None]


def changed_digit(pair: Pair, rng: random.Random) -> str | None:
    """The target with one digit of one number changed."""
    target = pair[1]
    places = [m.start() for m in re.finditer(r"\d", target)]
    if not places:
        return None
    at = rng.choice(places)
    digit = str(int(target[at]))
    return target[:at] + rng.choice([d for d in "123456789" if d != digit]) + target[at + 1 :]


def lost_number(pair: Pair, rng: random.Random) -> str | None:
    """The target with one number in digits left out (a lone 1 may stand for "a")."""
    found = [m for m in NUMBER.finditer(pair[1]) if m[0] not in ("1", "0")]
    if not found:
        return None
    m = rng.choice(found)
    return pair[1][: m.start()] + pair[1][m.end() :].lstrip()


def looped(pair: Pair, rng: random.Random) -> str | None:
    """The target with a phrase of two to four words repeated as engines do, or its last word said twice."""
    target, lang = pair[1], pair[3] or ""
    if scripts_of(lang) & {"Han", "Kana", "Thai"}:
        at = rng.randrange(max(1, len(target) - 6))
        piece = target[at : at + 4]
        return target[:at] + piece * 4 + target[at + 4 :] if piece.isalpha() else None
    words = target.split()
    if len(words) < 8:
        return None
    at, size = rng.randrange(len(words) - 6), rng.randint(2, 4)
    piece = words[at : at + size]
    if any(not w.isalpha() for w in piece):
        return None
    return " ".join(words[:at] + piece * 3 + words[at + size :])


def doubled(pair: Pair, rng: random.Random) -> str | None:
    """The target with one word of four letters or more said twice."""
    if scripts_of(pair[3]) & {"Han", "Kana", "Thai"}:
        return None
    found = list(re.finditer(r"(?<![\w'’-])[^\W\d_]{4,}(?![\w'’-])", pair[1]))
    if not found:
        return None
    m = rng.choice(found)
    return pair[1][: m.end()] + " " + m[0].lower() + pair[1][m.end() :]


def foreign_word(pair: Pair, rng: random.Random) -> str | None:
    """The target with one word of the source left in it, where the source has another script."""
    source, target, source_lang, target_lang = pair
    if scripts_of(source_lang) & scripts_of(target_lang) or "Latin" in scripts_of(source_lang):
        return None
    words = [w for w in WORD.findall(source) if not counts(w).keys() & scripts_of(target_lang)]
    places = list(WORD.finditer(target))
    if not words or not places:
        return None
    m = rng.choice(places)
    return target[: m.start()] + rng.choice(words)[:12] + target[m.end() :]


def lookalike(pair: Pair, rng: random.Random) -> str | None:
    """The target with one letter replaced by its double of another script."""
    places = [
        m.start() + i
        for m in WORD.finditer(pair[1])
        for i, c in enumerate(m[0])
        if c in LOOKALIKE and len(m[0]) > 3
    ]
    if not places:
        return None
    at = rng.choice(places)
    return pair[1][:at] + LOOKALIKE[pair[1][at]] + pair[1][at + 1 :]


def emptied(pair: Pair, rng: random.Random) -> str | None:
    """Nothing."""
    return ""


def copied(pair: Pair, rng: random.Random) -> str | None:
    """The source in place of the target."""
    return pair[0]


DAMAGE: tuple[tuple[str, Damage, tuple[str, ...]], ...] = (
    ("number: digit changed", changed_digit, ("number-mismatch",)),
    ("number: left out", lost_number, ("number-mismatch",)),
    ("repetition: phrase looped", looped, ("repeated-word",)),
    ("repetition: word doubled", doubled, ("repeated-word",)),
    ("foreign script: word", foreign_word, ("untranslated",)),
    ("foreign script: letter", lookalike, ("mixed-script",)),
    ("empty", emptied, ("untranslated",)),
    ("copied source", copied, ("untranslated",)),
)


def rules(pair: Pair, target: str) -> set[str]:
    """The rules that report a pair with this target."""
    segment = Segment("s1", target, (Anchor(0, 1, 1),), source=pair[0])
    document = Document("bench", (segment,), pair[2], pair[3])
    context = Context(document, NameReading(), Config())
    return {found.rule for module in RULES for found in module.check(context)}


def read(path: Path, source_lang: str | None, target_lang: str | None) -> list[Pair]:
    """The pairs of a TSV file."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [
        (r["source"], r["target"], r.get("source_lang") or source_lang, r.get("target_lang") or target_lang)
        for r in rows
        if r["source"] and r["target"]
    ]


def main() -> None:
    """Print both figures, kind by kind."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    here = Path(__file__).parent / "data" / "pairs.tsv"
    parser.add_argument("tsv", nargs="?", type=Path, default=here)
    parser.add_argument("--source-lang")
    parser.add_argument("--target-lang")
    parser.add_argument(
        "--show", action="store_true", help="print what was missed and what was reported wrongly"
    )
    options = parser.parse_args()
    pairs = read(options.tsv, options.source_lang, options.target_lang)
    started = time.perf_counter()
    clean = [p for p in pairs if not rules(p, p[1])]
    seconds = time.perf_counter() - started
    wrong = [p for p in pairs if p not in clean]
    print(f"clean: {len(wrong)} of {len(pairs)} reported ({len(wrong) / len(pairs):.2%}), {seconds:.1f} s")
    for p in wrong if options.show else []:
        print("  reported", rules(p, p[1]), p)
    for name, damage, expected in DAMAGE:
        rng = random.Random(name)
        hits = tries = 0
        for p in clean:
            for _ in range(3 if "digit" in name else 1):
                if (target := damage(p, rng)) is None or target == p[1]:
                    continue
                tries += 1
                found = bool(rules(p, target) & set(expected))
                hits += found
                if not found and options.show:
                    print("  missed", name, (p[0], target))
        print(f"{name:28} {hits:5} of {tries:5} found ({hits / max(tries, 1):.2%})")


if __name__ == "__main__":
    main()
