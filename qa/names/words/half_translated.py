"""Names of which a text translates the end alone: *Beijing University* of 北京大学, where *Peking University* is right.

What the end says is told by the right English form: its last word, or the one before *of*.
"""

from __future__ import annotations

from collections.abc import Iterator

from qa.model import Entry, Form, Status
from qa.names.script.chinese import CHINESE, simplified
from qa.names.script.scripts import pinyin
from qa.names.words.ordinary import frequency
from qa.text import fold

_SHORTEST = 2  # characters that are left of a name
_LONGEST = 6  # characters of a name; of longer ones more is translated
_ENDS = (1, 2)  # characters that say what something is
_COMMON = 3.5  # Zipf frequency from which a word says what something is


def half_translated(text: str, form: Form, entry: Entry) -> Iterator[str]:
    """A normal Chinese form with its end in English, wherever that may begin; nothing of persons.

    What is left of a right form is none that is wrong: Baiyun Airport, of Guangzhou Baiyun International Airport.
    """
    if entry.type == "person" or form.lang.partition("-")[0] not in CHINESE:
        return
    if " " in text or not _SHORTEST < len(text) <= _LONGEST:
        return
    rights = [_words(other) for other in entry.forms if _is_right(other)]
    left = {"".join(pinyin(simplified(text[:-n]))): text[:-n] for n in _ENDS if len(text) - n >= _SHORTEST}
    shared = any(read in "".join(right) for read in left for right in rights)
    for kind in dict.fromkeys(kind for right in rights if (kind := _kind(right))):
        for read, characters in left.items():
            if not shared or [read, kind] in rights:
                yield f"{characters} {kind}"


def _is_right(form: Form) -> bool:
    return form.lang.partition("-")[0] == "en" and form.status is not Status.DEPRECATED


def _words(form: Form) -> list[str]:
    return fold(form.text).split()


def _kind(right: list[str]) -> str:
    """The word of a right form that says what something is; "" where there is none."""
    last = right[right.index("of") - 1] if "of" in right[1:] else right[-1]
    told = len(right) > 1 and last.isalpha() and frequency(last, "en") >= _COMMON
    return last if told else ""
