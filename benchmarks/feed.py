"""A feed of many short articles in one process start: time, and memory against the length of the feed.

Usage: python benchmarks/feed.py [--articles 10000] [--short 1000] [--jobs 1,2]

Writes an RSS feed of made-up articles of about 60 words, with names of the default glossary in right and in
deprecated forms, and checks it without back-translation in a process of its own for each format, once as long
as `--short` and once as long as `--articles`. Prints seconds, articles a second and the peak of resident
memory of the process (and of its largest worker), and whether the bytes depend on the number of processes.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape

from wordfreq import iter_wordlist, word_frequency

NAMES = [
    "Kyiv",
    "Kiev",
    "Odesa",
    "Odessa",
    "Luhansk",
    "Lugansk",
    "Kharkiv",
    "Kharkov",
    "Lviv",
    "Zelenskyy",
    "Donbas",
]
FORMATS = ("text", "json", "sarif", "junit", "github", "markdown", "mqm")
# The peak of this process is taken from its own memory map: what getrusage tells begins with that of the
# process that started it.
RUN = """
import re, resource, sys
from qa.cli import main
try:
    main(sys.argv[1:])
finally:
    own = int(re.search(r"VmHWM:\\s+(\\d+) kB", open("/proc/self/status").read())[1])
    use = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    print(own, use[1].ru_maxrss, sum(u.ru_utime + u.ru_stime for u in use), file=open("peak", "w"))
"""


def write_feed(path: Path, articles: int) -> None:
    """An RSS feed; the same number gives the same bytes."""
    rng = random.Random(articles)
    vocabulary = [w for w, _ in zip(iter_wordlist("en"), range(20_000), strict=False) if w.isalpha()]
    weights = [word_frequency(w, "en") for w in vocabulary]
    with path.open("w", encoding="utf-8") as out:
        out.write('<rss version="2.0"><channel><language>en</language>\n')
        for number in range(articles):
            words = rng.choices(vocabulary, weights, k=60)
            for place in rng.sample(range(60), 3):
                words[place] = rng.choice(NAMES)
            text = " ".join(words[:20]).capitalize() + ". " + " ".join(words[20:]).capitalize() + "."
            out.write(
                f"<item><guid>{number}</guid><title>Item {number}: {rng.choice(NAMES)}</title>"
                f"<description>{escape(f'<p>{text}</p>')}</description></item>\n"
            )
        out.write("</channel></rss>\n")


class Run(NamedTuple):
    """What one run took; peaks are MiB, of the process and of its largest worker."""

    seconds: float
    cpu: float
    peak: float
    worker: float
    digest: str


def check(folder: Path, feed: str, form: str, jobs: int) -> Run:
    """Check one feed in a process of its own; the digest leaves the seconds out."""
    arguments = ["check", feed, "--no-back-translate", "--report", "none", "--quiet", "--fail-on", "never"]
    started = time.perf_counter()
    subprocess.run(
        [sys.executable, "-c", RUN, *arguments, "--format", f"{form}=out", "--jobs", str(jobs)],
        cwd=folder, check=True, env=os.environ | {"QA_CACHE_DIR": str(folder / "cache")},
    )  # fmt: skip
    seconds = time.perf_counter() - started
    peak, worker, cpu = map(float, (folder / "peak").read_text().split())
    lines = (line for line in (folder / "out").read_bytes().splitlines() if b'"seconds"' not in line)
    digest = hashlib.sha256(b"\n".join(lines)).hexdigest()[:12]
    return Run(seconds, cpu, peak / 1024, worker / 1024, digest)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--short", type=int, default=1_000)
    parser.add_argument("--jobs", default="1,2")
    parser.add_argument("--formats", default=",".join(FORMATS))
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for feed, articles in (("short.rss", options.short), ("long.rss", options.articles)):
            write_feed(folder / feed, articles)
        # The first run of a glossary compiles it; that is not what is measured here.
        check(folder, "short.rss", "text", 1)
        for form in options.formats.split(","):
            hashes = set()
            for jobs in map(int, options.jobs.split(",")):
                short = check(folder, "short.rss", form, jobs)
                long = check(folder, "long.rss", form, jobs)
                hashes.add(long.digest)
                size = (folder / "out").stat().st_size / 1024 / 1024
                print(
                    f"{form:9} jobs {jobs}: {options.articles} articles in {long.seconds:.1f} s"
                    f" ({long.cpu:.1f} s of processor time), output {size:.1f} MiB;"
                    f" peak {short.peak:.0f} MiB for {options.short}, {long.peak:.0f} MiB for"
                    f" {options.articles}; largest worker {short.worker:.0f} and {long.worker:.0f} MiB",
                    flush=True,
                )
            print(f"{form:9} same bytes with any number of processes: {len(hashes) == 1}")


if __name__ == "__main__":
    main()
