"""Remakes qa/data/known/capitalised.txt: days, months, languages, peoples, and countries, from CLDR through Babel.

Usage: python tools/make_capitalised.py

The former begin with a capital in many languages and name nobody. CLDR is under the Unicode licence (Unicode-3.0).
"""

from __future__ import annotations

from pathlib import Path

from babel import Locale

from qa.text import fold, words

LANGS = "be bg ca cs da de el en es et fi fr hr hu hy is it ka lt lv mk nb nl pl pt ro ru sk sl sq sr sv tr uk".split()
OUTPUT = Path(__file__).parent.parent / "qa" / "data" / "known" / "capitalised.txt"


def main() -> None:
    """Write the list."""
    lines = [
        "# Days, months, languages, peoples, countries and continents of CLDR; made by tools/make_capitalised.py."
    ]
    for lang in LANGS:
        locale = Locale.parse(lang)
        named = [name for kind in (locale.months, locale.days) for name in kind["format"]["wide"].values()]
        named += [
            name for kind in (locale.months, locale.days) for name in kind["stand-alone"]["wide"].values()
        ]
        named += [name for tag, name in locale.languages.items() if len(tag) == 2 or "_" in tag]
        found = {fold(word.text) for name in named for word in words(name) if not word.text[0].islower()}
        places = {fold(name) for name in locale.territories.values() if name.isalpha()}
        lines.append(f"{lang}: {' '.join(sorted(w for w in found - places if len(w) > 2))}")
        lines.append(f"{lang} places: {' '.join(sorted(places))}")
    OUTPUT.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
