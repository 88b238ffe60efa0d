"""The half of the day: 3:20 in the morning is not 3:20 p.m., and 20:00 is not 8 a.m."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qa.numbers.digits import to_ascii
from qa.numbers.quantity import Quantity
from qa.numbers.side import Side

# Words right behind a time that leave no doubt: "night" is in both halves, and "3 дня" are three days.
MORNING = r"a\.?[\s\u00a0]?m\b|in the morning|утра\b|ранку\b|morgens|du matin|de la mañana|da manhã|del mattino|rano\b"
EVENING = (
    r"p\.?[\s\u00a0]?m\b|in the (?:afternoon|evening)|вечера\b|вечора\b|nachmittags\b|abends\b|du soir"
    r"|de l['’]après-midi|de la tarde|da tarde|di sera|del pomeriggio|po południu|wieczorem"
)
HOURS = r"(?:[\s\u00a0]?(?:uhr|heures?|h|horas?|год(?:ин[иіу])?|час(?:а|ов)?)\b)?(?:-[йтїаи]{1,2}\b)?"
TIME = re.compile(
    r"(?<![\d.,:/-])(?P<hour>[01]?\d|2[0-3])(?:[:.h](?P<minutes>[0-5]\d))?(?![\d.,:]?\d)"
    rf"{HOURS}[\s\u00a0]?(?:(?P<am>{MORNING})|(?P<pm>{EVENING}))?",
    re.I,
)
NOON = 12


def halves(side: Side) -> Iterator[tuple[tuple[int, int], bool, Quantity]]:
    """The times of a text beyond doubt: hour and minutes on a dial, whether it is after noon, the quantity."""
    starts = {q.span.start: q for q in side.quantities}
    for m in TIME.finditer(to_ascii(side.text)):
        hour, minutes, one = int(m["hour"]), int(m["minutes"] or 0), starts.get(m.start())
        late = bool(m["minutes"]) and hour > NOON
        # A nought before the hour ("04:00") is for a clock of twenty-four hours.
        early = bool(m["minutes"] and m["hour"][0] == "0")
        if one is not None and (m["am"] or m["pm"] or late or early):
            yield (hour % NOON, minutes), bool(m["pm"] or late), one


def other_half(here: Side, there: Side) -> Iterator[tuple[Quantity, Quantity]]:
    """The times that stand in both texts, each time in the other half of the day."""
    ours, theirs = list(halves(here)), list(halves(there))
    for dial, late, one in ours:
        same = [(after, other) for at, after, other in theirs if at == dial]
        if (
            same
            and all(after != late for after, _ in same)
            and all(half == late for at, half, _ in ours if at == dial)
        ):
            yield one, same[0][1]
