"""Compares language detectors on short news segments: `python benchmarks/language_detection.py`.

lingua-language-detector and py3langid are only needed here. Each line is one detector: how many segments of
ten languages it gets right, of other languages, and of four sentences at once, and the time each takes.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from pathlib import Path

from qa.language import detect

DATA = Path(__file__).parent.parent / "tests" / "data" / "languages.tsv"
MAIN = ("en", "de", "fr", "es", "pt", "pl", "tr", "ru", "uk", "ar")


def detectors() -> dict[str, Callable[[str], str | None]]:
    import py3langid
    from langdetect import DetectorFactory, LangDetectException
    from langdetect import detect as langdetect
    from lingua import LanguageDetectorBuilder

    DetectorFactory.seed = 0
    lingua = LanguageDetectorBuilder.from_all_languages().build()

    def alone(text: str) -> str | None:
        try:
            return str(langdetect(text)).partition("-")[0]
        except LangDetectException:
            return None

    def all_of_lingua(text: str) -> str | None:
        found = lingua.detect_language_of(text)
        return found.iso_code_639_1.name.lower() if found else None

    return {
        "qa.language": lambda text: detect(text)[0],
        "langdetect alone": alone,
        "lingua": all_of_lingua,
        "py3langid": lambda text: str(py3langid.classify(text)[0]),
    }


def main() -> None:
    rows = [line.split("\t") for line in DATA.read_text("utf-8").splitlines()]
    texts: dict[str, list[str]] = {}
    for lang, text in rows:
        texts.setdefault(lang, []).append(text)
    rng = random.Random(0)
    paragraphs = [(lang, " ".join(rng.sample(texts[lang], 4))) for lang in MAIN for _ in range(10)]
    groups = {
        "short, 10 languages": [(lang, text) for lang, text in rows if lang in MAIN],
        "short, others": [(lang, text) for lang, text in rows if lang not in MAIN],
        "four sentences": paragraphs,
    }
    for name, ask in detectors().items():
        ask("The first call loads the model.")
        told = []
        for group, items in groups.items():
            started = time.perf_counter()
            answers = [(ask(text), lang) for lang, text in items]
            spent = (time.perf_counter() - started) / len(items) * 1000
            right, none = sum(a == b for a, b in answers), sum(a is None for a, _ in answers)
            told.append(f"{group}: {right}/{len(items)} right, {none} unsaid, {spent:.1f} ms each")
        print(f"{name:18} " + "; ".join(told))


if __name__ == "__main__":
    main()
