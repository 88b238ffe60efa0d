"""Days of the week: Monday is not Tuesday.

Told only where both texts name a day that the other lacks, so that a day that is left out, added, or written in a way
that is not known here says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from qa.model import Span
from qa.numbers.quantity import Quantity, Weight
from qa.numbers.side import Side
from qa.numbers.tables import table

# "В ночь на вторник" is Monday night, and by the local time it may be another day. French "et" and "est" are no zones.
SHIFTED = re.compile(
    r"night|overnight|midnight|dawn|evening|\blate\b|\bearly\b|local time|\b(?-i:GMT|UTC|E[DS]?T)\b"
    r"|ноч|ніч|світан|вечір|вечор|вечер|рассвет|місцевим|местному|\bnoc|wieczor|nad ranem|nacht|(?<!sonn)abend|ortszeit"
    r"|nuit|soir|heure locale|noche|hora local|notte|noite|gece|akşam|ليل|مساء|فجر|محلي|لیل|شب\b|ליל|ערב|रात|éjszaka"
    r"|natt|avond|[夜晚夕]|未明|凌晨|時間|时间|밤|새벽|저녁|시간",
    re.I,
)
# In Chinese 周 is a week as well: 一周一次 is once a week, 本周日程 the schedule of this week,
# 每周四十小时 forty hours a week.
NOT_BEFORE = r"(?<![一二两三四五六七八九十几数半\d])"
NOT_AFTER = r"(?![次个個些趟场場期回天年级程]|十?[一二三四五六七八九]?[个個]?小[时時])"
VARIANTS = {
    "ا": "[اأإآ]",
    "أ": "[اأإ]",
    "ي": "[يی]",
    "ی": "[يی]",
    "'": "['’ʼ]",
    "ʼ": "['’ʼ]",
    "_": r"[\s\u200c]?",
}
LONG = 6  # letters from which a name begins compounds ("Montagabend") and has endings ("maanantaina")


def other_day(one: Side, other: Side) -> Iterator[tuple[Quantity, Quantity]]:
    """The days of one text that the other lacks, each with one that stands there instead."""
    here = dict(_days(one.text, one.table.lang))
    there = dict(_days(other.text, other.table.lang)) if here else {}
    lost, added = [d for d in here if d not in there], [d for d in there if d not in here]
    shifted = bool(lost and added) and bool(SHIFTED.search(one.text) or SHIFTED.search(other.text))
    for day, instead in zip(lost, added, strict=False):
        if not (shifted and (day - instead) % 7 in (1, 6)):
            yield here[day], there[instead]


def _days(text: str, lang: str) -> Iterator[tuple[int, Quantity]]:
    pattern = _pattern(lang)
    for m in pattern.finditer(text) if pattern else ():
        name = m.lastgroup or ""
        yield int(name[1:]), Quantity(Span(*m.span(name)), m[name], ((name,),), Weight.LOOSE)


@cache
def _pattern(lang: str) -> re.Pattern[str] | None:
    """What finds the days in a text of a language; None where they are not known."""
    language = table(lang)
    if not language.weekdays:
        return None
    names = sorted(language.weekdays, key=len, reverse=True)
    end = r"(?![^\W\d_])" if language.spaced else NOT_AFTER
    days = "|".join(
        f"(?P<d{day}>"
        + "|".join(_form(n, language.compound, end) for n in names if language.weekdays[n] == day)
        + ")"
        for day in sorted(set(language.weekdays.values()))
    )
    prefixes = "|".join(map(re.escape, language.prefixes))
    start = rf"(?<![^\W\d_])(?:{prefixes})?" if language.spaced else NOT_BEFORE
    return re.compile(f"{start}(?:{days})", re.I)


def _form(name: str, compound: bool, end: str) -> str:
    stem = name.rstrip("*")
    letters = "".join(VARIANTS.get(c, re.escape(c)) for c in stem)
    return letters if name != stem or (compound and len(stem) >= LONG) else letters + end
