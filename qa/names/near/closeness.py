"""How close a stretch of target text is to a name: the best of all its spellings, by alignment."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from qa.model import Form
from qa.names.lexicon.lexicon import Name
from qa.names.script.align import Native, distance, prepare
from qa.names.script.cyrillic import taken_over
from qa.names.script.edits import edits
from qa.names.script.romanize import in_latin
from qa.names.script.scripts import spelled
from qa.names.script.writing import EAST_ASIAN

FAR_COST = 9.0
# Letter tables of one script: what one of its languages writes may stand in a text of another as it is.
_CYRILLIC = frozenset({"be", "bg", "mk", "ru", "sr", "uk"})


@dataclass(frozen=True, slots=True)
class Closeness:
    """`native` and `latin` are the cheapest alignments, a letter, to a form in another script and to a Latin one.

    `best` is the spelling that comes closest; `form` the glossary's form behind it, None for the word of the source
    text itself (a case ending carried over). Both are None when nothing is within the limit; an equivalent given
    name in another language has a form and no spelling.
    """

    cost: float
    native: float
    latin: float
    best: Native | None
    form: Form | None

    @property
    def found(self) -> bool:
        """Whether anything is within the limit."""
        return self.cost < FAR_COST


EQUIVALENT = 0.05  # cost a letter of another language's form of the same given name
FAR = Closeness(FAR_COST, FAR_COST, FAR_COST, None, None)


@lru_cache(maxsize=32768)
def closeness(name: Name, normal: str, limit: float, extra: Native | None = None) -> Closeness:
    """Closeness of a folded stretch to a name, `limit` the largest cost a letter that is of interest.

    A stretch in Latin letters is aligned with the name's native forms; a stretch in another script is itself
    the native side, aligned with the name's Latin forms. `extra` is the word of the source, made ready.
    """
    native = latin = FAR_COST
    best: Native | None = None
    best_form: Form | None = None
    for spelling, form, cost in _costs(name, normal, limit, extra):
        if cost > limit:
            continue
        if cost < min(native, latin):
            best, best_form = spelling, form
        if spelling.table.name == "latin":
            latin = min(latin, cost)
        else:
            native = min(native, cost)
    if normal in name.equivalents and min(native, latin) > EQUIVALENT:
        return Closeness(EQUIVALENT, native, latin, None, best_form or name.entry.forms[0])
    return Closeness(min(native, latin), native, latin, best, best_form) if best else FAR


def with_vowels(name: Name, normal: str, limit: float) -> Closeness:
    """Closeness of a folded stretch to the forms of a name in scripts that write every vowel."""
    near = ((s, form, cost) for s, form, cost in _costs(name, normal, limit, None) if not s.table.abjad)
    spelling, form, cost = min(near, key=lambda found: found[2], default=(None, None, FAR_COST))
    if spelling is None or cost > limit:
        return FAR
    latin = spelling.table.name == "latin"
    return Closeness(cost, FAR_COST if latin else cost, cost if latin else FAR_COST, spelling, form)


def within(name: Name, normal: str, limit: float) -> bool:
    """Whether a stretch is no farther from a name than `limit` a letter; ends with the first form that is near."""
    if normal in name.equivalents:
        return True
    return any(cost <= limit for _, _, cost in _costs(name, normal, limit, None))


def _costs(
    name: Name, normal: str, limit: float, extra: Native | None
) -> Iterator[tuple[Native, Form | None, float]]:
    """Spellings with their cost a letter: the stretch's, the shorter side's where characters are syllables."""
    script, letters = spelled(normal, name.base_lang) or (None, normal)
    syllables = script in EAST_ASIAN
    length = size = max(len(in_latin(normal, name.base_lang) if syllables else normal), 1)
    # Who brings a name into Cyrillic has a choice of letters: Хьюз, Г’юз. What else has several words is translated.
    by_sound = script in _CYRILLIC and extra is not None and extra.table.name not in _CYRILLIC
    by_sound = by_sound and (name.type == "person" or " " not in letters)
    for form_letters, table, form in name.spelled:
        if syllables:
            size = max(min(len(letters) if script == table else length, len(form_letters)), 1)
        elif script == "latin" and _far_in_length(form_letters, letters, limit * size):
            continue
        # Forms are made ready as they are needed: most candidates are told from the first one.
        native = prepare(form_letters, table)
        if script == "latin":
            yield native, form, _cost(native, letters, limit * size) / size
        elif script is not None and table == "latin":
            yield native, form, distance(prepare(letters, script), form_letters, limit * size) / size
        elif script == table or {script, table} <= _CYRILLIC:
            cost = _letters_apart(form_letters, letters, (table, script or ""), int(limit * size) + 1)
            if by_sound and table in _CYRILLIC:
                written = in_latin(form_letters, table)
                cost = min(cost, distance(prepare(letters, script), written, limit * size))
            yield native, form, cost / size
        elif script is not None and syllables:
            # キエフ is made from Киев.
            written = in_latin(form_letters, table)
            yield native, form, distance(prepare(letters, script), written, limit * size) / size
    if extra is None:
        return
    own = extra.table.name
    if script != own and {script, own} <= _CYRILLIC and letters in taken_over(extra.text, own, script or ""):
        yield extra, None, 0.0
    elif (script == "latin") != (own == "latin"):
        yield extra, None, _as_it_stands(extra, script, letters, limit * length) / length
    elif script == "latin" and letters == extra.text:
        yield extra, None, 0.0


def _letters_apart(form: str, letters: str, tables: tuple[str, str], most: int) -> float:
    """Letters that differ between a form and a stretch, both in Cyrillic, by their tables: as it is, or taken over."""
    return min(edits(text, letters, most) for text in (form, *taken_over(form, *tables)))


def _as_it_stands(word: Native, script: str | None, letters: str, limit: float) -> float:
    """Alignment cost of a stretch with the word of the source, one of which is in Latin letters."""
    if script == "latin":
        return limit + 1 if _far_in_length(word.text, letters, limit) else _cost(word, letters, limit)
    return distance(prepare(letters, script), word.text, limit) if script is not None else limit + 1


def _far_in_length(form: str, latin: str, limit: float) -> bool:
    """Whether so many letters more or less cannot be dealt with at the cost."""
    return abs(len(form) - len(latin)) > limit + max(len(latin) * 0.5, 3)


def _cost(spelling: Native, normal: str, limit: float) -> float:
    """Alignment cost; two Latin spellings are also compared letter by letter, where a swap is one error."""
    cost = distance(spelling, normal, limit)
    if spelling.table.name == "latin":
        cost = min(cost, edits(spelling.text, normal, int(limit) + 1))
    return cost
