"""The compiled glossary as seen from one target language: entries unpacked as the text comes near them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import NamedTuple

from qa.model import Entry, Form, Status
from qa.names.grammar.inflect import MADE
from qa.names.lexicon.compile import stem_starts
from qa.names.lexicon.index import NameIndex
from qa.names.lexicon.surnames import surname
from qa.names.script.align import Native, prepare
from qa.names.script.edits import similarity
from qa.names.script.letters import load_table
from qa.names.script.romanize import romanizations
from qa.names.script.scripts import all_spelled
from qa.names.texts.forms import alternatives, bare_form, native_forms, normal, spellings, unquoted
from qa.names.texts.windows import bare_word, inner_word
from qa.names.texts.worded import parts_of, starts_small
from qa.names.words.articles import without_arabic_article, without_article
from qa.names.words.given import equivalents
from qa.names.words.ordinary import frequency

_COMMON = 4.0  # Zipf frequency from which a word says what a name is: airport, lake
_SHORTEST = 4  # letters from which it is no article


class _Spellings(NamedTuple):
    """The normal spellings of an entry in a base language: all, those without their article, and initials."""

    all: tuple[str, ...]
    bare: frozenset[str]
    initials: frozenset[str]


def _spellings_of(entry: Entry, forms: Sequence[Form]) -> _Spellings:
    """The normal spellings of an entry by its forms in one language."""
    every = dict.fromkeys(t for form in forms for t in native_forms(entry, form))
    bare = {bare_form(entry, form) for form in forms} - {""}
    words = [f.text for f in forms if len(f.text) > 1 and f.text.isalpha()]
    capitals = {normal(text) for text in words if text.isupper()}
    initials = capitals - {normal(text) for text in words if not text.isupper()}
    return _Spellings(
        tuple(every), frozenset(bare.difference(*map(alternatives, forms))), frozenset(initials)
    )


class Name:
    """One entry for one target language; everything derived from it is made once, when first needed."""

    def __init__(self, entry: Entry, target_lang: str, day: dt.date | None) -> None:
        self.entry = entry
        self.id = entry.id
        self.type = entry.type
        self.base_lang = target_lang.partition("-")[0]
        self._lang = target_lang
        self._day = day
        self._spelled_in: dict[str, _Spellings] = {}
        self._dated: dict[dt.date | None, Name] = {}

    @cached_property
    def listed(self) -> tuple[tuple[str, Form], ...]:
        """(normal spelling, form) of the target language on the day, preferred before deprecated."""
        forms = self.entry.listed_in(self._lang, self._day)
        return tuple((normal(form.text), form) for form in forms)

    @cached_property
    def good(self) -> frozenset[str]:
        """Normal spellings that may stand in a text of the target language."""
        return frozenset(n for n, f in self.listed if f.status is not Status.DEPRECATED)

    @cached_property
    def shortened(self) -> frozenset[str]:
        """Right forms, but for persons, without the common words at one end: (Flughafen) Scheremetjewo."""
        found: set[str] = set()
        for good in self.good if self.type != "person" else ():
            words = good.split(" ")
            common = [len(w) >= _SHORTEST and frequency(w, self.base_lang) >= _COMMON for w in words]
            for size in range(1, len(words)):
                if all(common[:size]) and not any(common[size:]):
                    found.add(" ".join(words[size:]))
                if all(common[-size:]) and not any(common[:-size]):
                    found.add(" ".join(words[:-size]))
        return frozenset(found)

    @cached_property
    def suggestions(self) -> tuple[str, ...]:
        """The preferred forms, without quotation marks around them; several, the newest first, if no day is known."""
        return tuple(unquoted(form.text) for _, form in self.listed if form.status is Status.PREFERRED)

    @property
    def suggestion(self) -> str | None:
        """The preferred form, the newest if no day is known; None when the target language has none."""
        return next(iter(self.suggestions), None)

    def suggested(self, spelling: str) -> str | None:
        """The form to write for a folded spelling: the preferred one, or a person's surname where only that is written.

        The surname has to be a form that may stand, and the end of the preferred one: Scholz, of Olaf Scholz.
        """
        right = self.suggestion
        if right is None or self.type != "person" or " " in spelling:
            return right
        end = normal(right).rpartition(" ")[2]
        return next((form.text for n, form in self.listed if n == end and n in self.good), right)

    def near(self, spelling: str) -> Name:
        """The name as of the days of the preferred form that is likest a spelling, where no day is known."""
        if self._day is not None or len(self.suggestions) < 2:
            return self
        forms = [form for _, form in self.listed[: len(self.suggestions)]]
        likest = max(forms, key=lambda form: similarity(normal(form.text), normal(spelling), 0.0))
        day = likest.since or likest.until
        return self._dated.get(day) or self._dated.setdefault(day, Name(self.entry, self._lang, day))

    @cached_property
    def possessive(self) -> bool:
        """Whether a form ends as a possessive does, or what its language sets apart: Lloyd's, Sotheby's, Isma'il."""
        forms = ((form.text, form.lang.partition("-")[0]) for form in self.entry.forms)
        return any(bare_word(text, lang) != inner_word(text, lang) for text, lang in forms)

    @cached_property
    def small(self) -> frozenset[str]:
        """Normal spellings of forms that start with a small letter, like "chicken Kiev"."""
        return frozenset(t for f in self.entry.forms if starts_small(f.text) for t in alternatives(f))

    def natives_in(self, base: str) -> tuple[str, ...]:
        """Normal spellings of all forms in a base language, deprecated ones too: a source may hold any."""
        return self._in(base).all

    def bare_in(self, base: str) -> frozenset[str]:
        """Normal spellings that are forms in a base language only without the article that these begin with."""
        return self._in(base).bare

    def initials_in(self, base: str) -> frozenset[str]:
        """Normal spellings of forms of one word that a base language has in capitals alone: NATO, but Finnish Nato."""
        return self._in(base).initials

    def _in(self, base: str) -> _Spellings:
        found = self._spelled_in.get(base)
        if found is None:
            forms = [f for f in self.entry.forms if f.lang.partition("-")[0] == base]
            found = self._spelled_in[base] = _spellings_of(self.entry, forms)
        return found

    @cached_property
    def bare(self) -> Mapping[str, Form]:
        """The listed forms without the article that they begin with, by their normal spelling."""
        bare = ((bare_form(self.entry, form), form) for _, form in reversed(self.listed))
        return {text: replace(form, text=without_article(form)) for text, form in bare if text}

    @cached_property
    def without_arabic_article(self) -> frozenset[str]:
        """Normal spellings of right forms without the Arabic article that they begin with, and that is not theirs."""
        forms = (form for n, form in self.listed if n in self.good)
        bare = (normal(without_arabic_article(form, self.entry.forms)) for form in forms)
        return frozenset(bare) - self.good - {""}

    @cached_property
    def spelled(self) -> tuple[tuple[str, str, Form], ...]:
        """(letters, letter table, form) of every form in any language; the target language's first, then native."""
        out: dict[tuple[str, str], Form] = {}
        mine = self.base_lang
        forms = sorted(
            self.entry.forms, key=lambda f: (f.lang.partition("-")[0] != mine, f.status != Status.PREFERRED)
        )
        for form in forms:
            base = form.lang.partition("-")[0]
            for text in spellings(self.entry, form):
                for table, letters in all_spelled(text, base):
                    out.setdefault((letters, table), form)
        return tuple((letters, table, form) for (letters, table), form in out.items())

    @cached_property
    def without_vowels(self) -> bool:
        """Whether a form is in a script that leaves out short vowels."""
        return any(load_table(table).abjad for _, table, _ in self.spelled)

    @cached_property
    def spellings(self) -> tuple[tuple[Native, Form], ...]:
        """Every form in any language, ready for alignment."""
        return tuple((prepare(letters, table), form) for letters, table, form in self.spelled)

    @cached_property
    def renderings(self) -> tuple[str, ...]:
        """Folded Latin renderings of every form, one for each regular route, for a quick first comparison."""
        out: dict[str, None] = {}
        for form in self.entry.forms:
            for text in spellings(self.entry, form):
                out.update(dict.fromkeys(romanizations(text, form.lang)))
        return tuple(out)

    @cached_property
    def equivalents(self) -> frozenset[str]:
        """Folded Latin spellings of the same given name in other languages; empty for all but given names."""
        return equivalents(self.entry) - self.good


@dataclass(eq=False)
class Lexicon:
    """Names of an index for one target language and day; compared by identity, never pickled.

    `base_lang` is the target language without its region. Threads may share a lexicon: each name is one object.
    """

    index: NameIndex
    target_lang: str
    day: dt.date | None = None
    base_lang: str = field(init=False)
    _names: dict[int, Name] = field(default_factory=dict)
    _by_id: dict[str, Name] = field(default_factory=dict)
    _surnames: dict[str, Name | None] = field(default_factory=dict)
    _by_surname: dict[str, dict[str, tuple[Name, ...]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.base_lang = self.target_lang.partition("-")[0]

    def name(self, number: int) -> Name:
        """The name with this number, unpacked when first asked for."""
        found = self._names.get(number)
        if found is None:
            new = Name(self.index.entry(number), self.target_lang, self.day)
            # First by its id, which whoever is given the name may ask for next.
            found = self._names[number] = self._by_id.setdefault(new.id, new)
        return found

    def by_id(self, entry_id: str) -> Name:
        """An unpacked name by its entry id; raises KeyError when no text has met it yet."""
        return self._by_id[entry_id]

    def surname(self, entry_id: str) -> Name | None:
        """The surname alone of an unpacked person, as a name of its own; None where there is none in this language."""
        if entry_id not in self._surnames:
            entry = surname(self.by_id(entry_id).entry)
            name = Name(entry, self.target_lang, self.day) if entry else None
            self._surnames.setdefault(entry_id, name if name and name.suggestion else None)
        return self._surnames[entry_id]

    @cached_property
    def has_makes(self) -> bool:
        """Whether there are entries that give their names to things of a make."""
        return next(self.index.of_types(MADE), None) is not None

    def by_surname(self, base: str) -> dict[str, tuple[Name, ...]]:
        """Surnames of persons listed in full, by the starts under which their last word is met in a base language.

        All persons of the glossary are unpacked for that, once in a run.
        """
        if base not in self._by_surname:
            self._by_surname[base] = _grouped(
                (start, name)
                for name in self._persons()
                for native in name.natives_in(base)
                for last in parts_of(native)[-1:]
                for start in sorted(stem_starts(last, base))
            )
        return self._by_surname[base]

    def by_characters(self, base: str) -> dict[str, tuple[Name, ...]]:
        """The same by their first two characters, for a language without spaces."""
        if base not in self._by_surname:
            self._by_surname[base] = _grouped(
                (native[:2], name) for name in self._persons() for native in name.natives_in(base)
            )
        return self._by_surname[base]

    def _persons(self) -> Iterator[Name]:
        for number in self.index.of_types({"person"}):
            name = self.surname(self.name(number).id)
            if name is not None:
                yield name


def _grouped(pairs: Iterable[tuple[str, Name]]) -> dict[str, tuple[Name, ...]]:
    """The names of each key, none twice."""
    out: dict[str, dict[str, Name]] = {}
    for key, name in pairs:
        out.setdefault(key, {})[name.id] = name
    return {key: tuple(names.values()) for key, names in out.items()}
