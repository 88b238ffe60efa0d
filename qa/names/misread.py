"""Names whose characters were read otherwise than they are: Araya for 新谷, which is Niiya.

Most kanji have several readings in Japanese, and which of them a name has is known or guessed. Where the source asks
for a name, a stretch that puts together readings of its characters, one after the other, is that name wrongly read.
"""

from __future__ import annotations

from collections.abc import Iterator

from qa.names.candidates import EXACT
from qa.names.closeness import FAR, Closeness
from qa.names.lexicon import Name
from qa.names.nearness import COMMON
from qa.names.ordinary import frequency
from qa.names.parted import parts
from qa.names.reading import SourceName
from qa.names.script.align import Native, distance, prepare
from qa.names.script.chinese import simplified, surname_readings
from qa.names.script.scripts import pinyin
from qa.names.windows import Window

TABLE = "kanji"
_SHORTEST = 3  # letters of a stretch that may be a reading


def misread(source: SourceName, name: Name, window: Window, lang: str) -> Closeness:
    """How close a stretch comes to some reading of a name that a source in `lang` asks for; far in most languages."""
    letters = window.normal
    if lang != "ja" or len(letters) < _SHORTEST or not letters.isascii():
        return FAR
    if frequency(letters, name.base_lang) >= COMMON:
        return FAR
    found = [(distance(native, letters, EXACT), native) for native in _natives(source, name)]
    cost, native = min(found, key=lambda f: f[0], default=(EXACT + 1, None))
    if native is None or cost > EXACT:
        return FAR
    return Closeness(cost / len(letters), cost / len(letters), FAR.latin, native, None)


def wrongly_read(character: str, letters: str, close: Closeness) -> bool:
    """Whether a stretch reads a Chinese character otherwise than as the surname: Dan for 单, which is Shan.

    Many persons bear a surname of one character, so its regular reading may be another person's.
    """
    surname = simplified(character)
    read = surname_readings().get(surname) or pinyin(surname)[0]
    return letters != read and close.cost * len(letters) <= EXACT


def _natives(source: SourceName, name: Name) -> Iterator[Native]:
    """The forms in kanji that stand in the source, a person's in both orders."""
    for form in name.natives_in("ja"):
        if form in source.native:
            person = parts(form, "ja") if name.type == "person" else None
            orders = (
                (f"{person.family} {person.given}", f"{person.given} {person.family}") if person else (form,)
            )
            yield from (prepare(_repeated(order), TABLE) for order in orders)


def _repeated(form: str) -> str:
    """A form with characters for the signs that repeat them."""
    out = ""
    for character in form:
        out += out[-1] if character == "々" and out else character
    return out
