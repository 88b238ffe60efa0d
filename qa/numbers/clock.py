"""Times of day: 17:00 is 5 p.m., 17 Uhr, and "at 17" where the other side gives the hour alone."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from qa.numbers.quantity import Atom, Quantity
from qa.numbers.side import Side

# Words that say which half of the day is meant; without one of them 5 is not 17.
HALF_DAY = re.compile(
    r"(?<![^\W\d_])[ap]\.?\s?m\b|noon|midday|midnight|morning|evening|night"
    r"|вечор|вечер|ранк|утр[ао]|дня\b|ноч[иі]|опівноч|полуноч"
    r"|wieczor|rano|nocy|południ|večer|ráno|odpoledne|noci|akşam|sabah|gece|öğle"
    r"|uhr|abend|morgen|nacht|mittag|avond|ochtend|middag|soir|matin|nuit|midi"
    r"|tarde|noche|mañana|noite|manhã|sera|mattin|notte|pomeriggio"
    r"|مساء|صباح|ظهر|ليل|ערב|בוקר|צהריים|לילה|शाम|सुबह|रात"
    r"|[午晚早夜朝夕]|凌晨|傍晚|오전|오후|저녁|아침|밤",
    re.I,
)
# "Half past five", "halb sechs": the minutes are words, and the hour may be the next one.
PART_OF_HOUR = re.compile(
    r"half past|quarter (?:to|past)|\bhalb\b|viertel|et demie|et quart|y media|y cuarto|e mezz|e meia"
    r"|пол[оу]вин|чверт|четверт|\bпів|wpół|kwadrans|\bpůl\b|čtvrt|buçuk|çeyrek|[半刻]|نصف|ربع|וחצי|רבע"
    # The letter with a dot below is one sign or two.
    r"|\bhalf (?:een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf)\b|kwart (?:over|voor)"
    r"|\bpuoli (?:yh|ka|ko|ne|vii|kuu|se)|\bfél |negyed|și (?:jumătate|un sfert)|και (?:μισή|τέταρτο)|παρά τέταρτο|rưỡi"
    r"|setengah (?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|se)|و ن[یي]م|pool (?:üks|ühe|ka|kol|nel|vii|kuu|seit)"
    r"|\bpus(?:ę \w+ių|\w+os)\b|quarts d|\bpola \w|\bpol (?:\w+ih|dveh|treh)\b"
    r"|반|halv\b|सा(?:\u095d|\u0922\u093c)े|सवा|पौने",
    re.I,
)
HALF, WHOLE = 720, 1440


def same_time(atom: Atom, here: Side, there: Side) -> bool:
    """Whether a time (or a bare hour) of one side has its like on the other."""
    halves = _halves(here.text) or _halves(there.text)
    cycle = HALF if halves else WHOLE
    times = {int(a[1:]) for a in there.atoms if isinstance(a, str) and a[0] == "t"}
    if isinstance(atom, Decimal):
        hour = atom <= 24 and atom == atom.to_integral_value()
        return hour and any((t - int(atom) * 60) % cycle == 0 for t in times)
    if atom[0] != "t":
        return False
    minutes = int(atom[1:])
    hours = {Decimal(h) for h in range(25) if (h * 60 - minutes) % cycle == 0}
    return (
        any((t - minutes) % cycle == 0 for t in times)
        or not hours.isdisjoint(there.atoms)
        or (minutes % 60 > 0 and PART_OF_HOUR.search(there.text) is not None)
    )


@lru_cache(maxsize=8)
def _halves(text: str) -> bool:
    return HALF_DAY.search(text) is not None


def part_of_hour(one: Quantity, here: Side, there: Side) -> bool:
    """Whether an hour may differ because both sides tell the time by parts of the hour."""
    hour = one.value is not None and one.value <= 12
    return hour and bool(PART_OF_HOUR.search(here.text) and PART_OF_HOUR.search(there.text))
