"""What an import brings: concepts with their names, before anybody knows which entries they are."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from qa.glossary import scripts, values

_NOT_SLUG = re.compile(r"[^a-z0-9]+")
# Letters that do not come apart into a base letter and marks.
_SPECIAL = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th"}
)
_TYPE_WORDS = {
    "person": "person people human politician name-of-person anthroponym",
    "place": "place places location city town country region river geography toponym settlement",
    "organisation": "organisation organization organisations organizations institution company agency party",
    "event": "event events war battle",
}
_TYPES = {word: kind for kind, words in _TYPE_WORDS.items() for word in words.split()} | {"other": "other"}


class Name(NamedTuple):
    """One name of a concept; the fields are those of a glossary row."""

    lang: str
    form: str
    status: str
    since: str = ""
    until: str = ""
    note: str = ""


class Concept(NamedTuple):
    """A thing with names. `id` is how its source calls it, `""` if it does not; `type` `""` is unknown.

    With `own` the id is that of a glossary entry and means the same there, whatever the forms.
    """

    id: str
    type: str
    names: tuple[Name, ...]
    own: bool = False


@dataclass(frozen=True, slots=True)
class Imported:
    """Concepts in the order of their source, what was left behind and why, and whom to thank."""

    concepts: tuple[Concept, ...]
    dropped: tuple[str, ...] = ()
    attribution: str = ""


def slug(text: str) -> str:
    """A kebab-case id from a name in Latin letters; `""` if it has none."""
    bare = unicodedata.normalize("NFD", text.lower().translate(_SPECIAL))
    plain = "".join(c for c in bare if not unicodedata.combining(c) and c not in "'’ʼ‘ʻ`´")
    return _NOT_SLUG.sub("-", plain).strip("-")[: values.MAX_ENTRY - 10].strip("-")


def entry_id(concept: Concept) -> str:
    """The id a new entry gets: its own, or one that an editor can read off its English or Latin name."""
    if _kept(concept.id) if concept.own else _speaking(concept.id):
        return concept.id
    latin = sorted(
        (name.lang.partition("-")[0] != "en", values.STATUSES.index(name.status), position, slug(name.form))
        for position, name in enumerate(concept.names)
        if scripts.scripts(name.form) == {"Latn"}
    )
    for *_, word in latin:
        if word:
            return word
    named = slug(concept.id)
    if named:
        return named
    digest = hashlib.sha256("\0".join(name.form for name in concept.names).encode()).hexdigest()
    return f"entry-{digest[:8]}"


def _kept(name: str) -> bool:
    """Whether an id is written into a glossary, and read from it again, as it is."""
    lost = values.CONTROL.search(name) or name.startswith("#") or values.clean(name) != name
    return values.possible_id(name) and not lost


def _speaking(name: str) -> bool:
    """Whether an id is kebab-case and a name, not a database's count such as c12, q1899 or 42-7."""
    return bool(values.KEBAB.fullmatch(name)) and not re.fullmatch(
        r"([a-z]{0,3}-?)?[0-9]+([.-][0-9]+)*", name
    )


def type_of(word: str) -> str:
    """The type of entry that a subject field, category or class means; `""` if none can be told."""
    return _TYPES.get(word.strip().lower(), "")


def sound_name(name: Name) -> Name | None:
    """A name as a glossary may hold it, None if it cannot: no form, no language, too long, odd characters."""
    if name_fault(name):
        return None
    note = values.clean(printable(name.note))[: values.MAX_NOTE]
    return name._replace(lang=_lang(name), form=_form(name), note=note)


def name_fault(name: Name) -> str:
    """Why a glossary cannot hold a name, "" if it can."""
    form, lang = _form(name), _lang(name)
    if not form:
        return "there is no name"
    if len(form) > values.MAX_FORM:
        return f"it is longer than {values.MAX_FORM} characters"
    if not lang:
        return "no language is told"
    fault = values.lang_fault(lang) or values.date_fault(name.since) or values.date_fault(name.until)
    if not fault and name.until and name.since > name.until:
        return "it ends before it begins"
    return fault or ""


def _form(name: Name) -> str:
    return values.clean(printable(name.form))


def _lang(name: Name) -> str:
    return values.canonical_lang(name.lang.strip().replace("_", "-"))


def printable(text: str) -> str:
    """A text without the characters a glossary line cannot hold; line breaks become spaces."""
    return values.CONTROL.sub(" ", text)


def guess_statuses(names: Iterable[Name]) -> tuple[Name, ...]:
    """Give a status to names that have none (`""`): the first of a language is preferred, others admitted.

    In a language in which some name is already preferred, those without a status are admitted. The same name
    told again, with another note say, keeps its status unless that is deprecated, which contradicts it.
    """
    listed = list(names)
    taken = {name.lang for name in listed if name.status == "preferred"}
    known = {
        (name.lang, name.form): name.status
        for name in reversed(listed)
        if name.status in {"preferred", "admitted"}
    }
    out = []
    for name in listed:
        if not name.status:
            guess = "admitted" if name.lang in taken else "preferred"
            name = name._replace(status=known.setdefault((name.lang, name.form), guess))
            taken.add(name.lang)
        out.append(name)
    return tuple(out)
