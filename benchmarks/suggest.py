"""How well `suggest` finds the names of a feed: figures for a folder of texts.

Usage: python benchmarks/suggest.py TEXT… [--source FILE --source-lang uk] [--target-lang en]
           [--gold ENTITIES.tsv --pair uk-en --forms FORMS.tsv] [--top 50]

The texts are translations of one source, line by line, where --source is given. Prints the proposals at the top, to
be read. With gold tables (`pair`, `entity`, `name_part`; `pair`, `entity`, `form`, `verdict`, `count`) it also prints
how many of the entities met three times or more are proposed, under any of their right or variant forms.
"""

from __future__ import annotations

import argparse
import csv
import time
from collections import Counter, defaultdict
from dataclasses import replace
from pathlib import Path

from qa.glossary.proposals import Proposal
from qa.model import Document, Glossary
from qa.names import compile_glossary
from qa.names.proposals.suggest import suggest
from qa.readers import read_documents
from qa.segment import split
from qa.text import fold

OFTEN = 3
RIGHT = ("preferred", "variant", "misspelling")


def documents(paths: list[str], source: str | None, source_lang: str | None, lang: str) -> list[Document]:
    """Read and cut the texts."""
    found = (d for path in paths for d in read_documents(path, source=source))
    return [split(replace(d, target_lang=lang, source_lang=source_lang)) for d in found]


def table(path: Path, pair: str) -> list[dict[str, str]]:
    """Rows of a table of names that belong to a language pair."""
    with path.open(encoding="utf-8", newline="") as file:
        return [
            row for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE) if row["pair"] == pair
        ]


def recall(proposals: list[Proposal], entities: Path, forms: Path, pair: str) -> None:
    """Print how many of the entities are proposed, and how well their forms are brought together."""
    part = {row["entity"]: row["name_part"] for row in table(entities, pair)}
    counts: Counter[str] = Counter()
    written: dict[str, dict[str, int]] = defaultdict(dict)
    for row in table(forms, pair):
        if row["verdict"] in RIGHT:
            counts[row["entity"]] += int(row["count"])
            written[row["entity"]][fold(row["form"])] = int(row["count"])
    where = {fold(form): n for n, p in enumerate(proposals) for form, _ in p.spellings}
    for title, kept in (("all", set(part)), ("without given names", {e for e in part if part[e] != "given"})):
        often = [e for e in sorted(kept) if counts[e] >= OFTEN]
        found = [e for e in often if any(form in where for form in written[e])]
        together = [len({where[f] for f in written[e] if f in where}) == 1 for e in found]
        print(
            f"{title}: {len(found)} of {len(often)} entities proposed ({len(found) / max(1, len(often)):.1%});"
            f" {sum(together)} of them in one proposal"
        )
        print("  not proposed:", ", ".join(sorted(set(often) - set(found))[:60]))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("texts", nargs="+")
    parser.add_argument("--source")
    parser.add_argument("--source-lang")
    parser.add_argument("--target-lang", default="en")
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--forms", type=Path)
    parser.add_argument("--pair", default="uk-en")
    parser.add_argument("--top", type=int, default=50)
    args = parser.parse_args()
    read = documents(args.texts, args.source, args.source_lang, args.target_lang)
    start = time.process_time()
    proposals = suggest(read, compile_glossary(Glossary(())))
    words = sum(len(s.text.split()) for d in read for s in d.segments)
    print(
        f"{len(read)} texts, {words} words: {len(proposals)} proposals in {time.process_time() - start:.1f} s"
    )
    for number, proposal in enumerate(proposals[: args.top], 1):
        native = ", ".join(f"{form} {count}" for _, form, count in proposal.native)
        spellings = ", ".join(f"{form} {count}" for form, count in proposal.spellings[:8])
        print(f"{number:4} {proposal.type or '-':7} {spellings}  [{native}]")
    if args.gold and args.forms:
        recall(proposals, args.gold, args.forms, args.pair)


if __name__ == "__main__":
    main()
