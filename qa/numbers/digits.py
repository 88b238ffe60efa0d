"""Numbers written in digits of any script: what a run of digits and marks may stand for.

"1,234" is a thousand in one country and little more than one in the next; "24.02" a day or a decimal. Every
reading that makes sense is kept, since a changed digit changes all of them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from qa.model import Span
from qa.numbers.quantity import Reading

MAX_DIGITS = 30
# "24.02.22" is of 2022, "09.11.89" of 1989.
CENTURY, SHORT_YEARS = 2000, 50
# Same length, so that offsets stay: digits of every script, full-width and Arabic marks.
TRANSLATED = {c: ord(str(unicodedata.decimal(chr(c)))) for c in range(128, 0x20000) if chr(c).isdecimal()} | {
    ord("٫"): ord("."), ord("٬"): ord(","), ord("．"): ord("."), ord("，"): ord(","), ord("："): ord(":"),
    ord("／"): ord("/"), ord("⁄"): ord("/"), ord("’"): ord("'"),
}  # fmt: skip
SPACES = " \u00a0\u202f\u2009"

# A space groups digits only by three, from the left end on; other marks join whatever stands beside them.
CLUSTER = re.compile(
    rf"(?<![\d.,]\d)(?P<spaced>\d{{1,3}}(?:[{SPACES}]\d{{3}})+(?!\d)(?:[.,]\d+)?(?![.,:/]?\d))"
    # "4: 20 p.m.", as translators' tokens are joined again.
    rf"|(?P<apart>\d{{1,2}}:[{SPACES}](?:00|[0-5]\d(?=[{SPACES}]?[ap]\.?[{SPACES}]?m\b))(?![.,:]?\d))"
    r"|\d{4}[-–]\d{2}[-–]\d{2}(?!\d)|\d{1,2}-\d{1,2}-\d{4}(?!\d)"
    r"|\d+(?:[.,:/']\d+)*"
)
SPLIT = re.compile(r"[.,:/'–-]")
PHONE = re.compile(
    rf"\+\d[\d{SPACES}()\-–]{{6,}}\d|(?<!\d)\(?0\d{{1,4}}\)?(?:[{SPACES}\-]?\d{{2,4}}){{2,4}}(?!\d)"
)
GROUPED = re.compile(r"\d{1,3}(?:([.,'])\d{3})(?:\1\d{3})*(?:(?!\1)[.,]\d+)?")
INDIAN = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?")
DECIMAL = re.compile(r"\d+[.,]\d+")


@dataclass(frozen=True, slots=True)
class Cluster:
    """Digits with the marks between them, and the values they may stand for, the likeliest first."""

    span: Span
    text: str
    readings: tuple[Reading, ...]


def to_ascii(text: str) -> str:
    """The text with ASCII digits and marks in place of those of other scripts, of the same length."""
    return text if text.isascii() else text.translate(TRANSLATED)


def clusters(text: str) -> Iterator[Cluster]:
    """Every number in digits of a text that went through `to_ascii`; telephone numbers whole."""
    phones = list(PHONE.finditer(text)) if len(text) > 7 else []
    at = 0
    for phone in phones:
        yield from _plain(text, at, phone.start())
        digits = "".join(c for c in phone[0] if c.isdigit())
        if len(digits) > MAX_DIGITS or len(digits) < 7:
            yield from _plain(text, phone.start(), phone.end())
        else:
            yield Cluster(Span(*phone.span()), phone[0], ((f"#{digits}",),))
        at = phone.end()
    yield from _plain(text, at, len(text))


def _plain(text: str, start: int, end: int) -> Iterator[Cluster]:
    for m in CLUSTER.finditer(text, start, end):
        plain = m[0][: m[0].index(":") + 1] + m[0][-2:] if m["apart"] else m[0]
        if readings := tuple(_spaced(plain) if m["spaced"] else _readings(plain)):
            yield Cluster(Span(*m.span()), m[0], readings)


def _spaced(text: str) -> Iterator[Reading]:
    joined = re.sub(rf"[{SPACES}]", "", text)
    yield from _readings(joined)
    yield tuple(Decimal(p) for p in re.findall(r"\d+", text))


def _readings(text: str) -> Iterator[Reading]:
    parts = SPLIT.split(text)
    if sum(map(len, parts)) > MAX_DIGITS:
        yield (f"#{text}",)
        return
    values = tuple(Decimal(p) for p in parts)
    if len(parts) == 1:
        yield values
        return
    marks = set(re.sub(r"\d", "", text))
    if marks <= set(".,'"):
        yield from _amounts(text, parts)
    yield from _times(text, parts)
    if marks == {"/"} and len(parts) == 2:
        yield from _fraction(parts, values)
    decimal = len(parts) == 2 and marks <= set(".,") and not _dateish(parts)
    if not decimal and not ("," in marks and len(marks) == 1 and _grouped_only(text)):
        yield values
    if (
        marks in ({"."}, {"/"})
        and [*map(len, parts[1:])] == [2, 2]
        and (_dateish(parts) or _dateish(parts[1::-1]))
    ):
        yield (*values[:2], values[2] + (CENTURY if values[2] < SHORT_YEARS else CENTURY - 100))


def _grouped_only(text: str) -> bool:
    return bool(GROUPED.fullmatch(text) or INDIAN.fullmatch(text))


def _amounts(text: str, parts: list[str]) -> Iterator[Reading]:
    if GROUPED.fullmatch(text) and not (parts[0] == "0" and len(parts) == 2):
        head, mark, tail = text, "", ""
        used = re.findall(r"[.,']", text)
        if len(set(used)) == 2:
            mark = used[-1]
            head, _, tail = text.rpartition(mark)
        yield (Decimal(re.sub(r"[.,']", "", head) + ("." + tail if mark else "")),)
    elif INDIAN.fullmatch(text):
        yield (Decimal(text.replace(",", "")),)
    if DECIMAL.fullmatch(text):
        yield (Decimal(text.replace(",", ".")),)


def _times(text: str, parts: list[str]) -> Iterator[Reading]:
    clock = ":" in text or ("." in text and len(parts) == 2)
    if clock and len(parts[1]) == 2 and int(parts[0]) <= 24 and int(parts[1]) < 60:
        yield (f"t{int(parts[0]) * 60 + int(parts[1])}",)


def _fraction(parts: list[str], values: tuple[Decimal, ...]) -> Iterator[Reading]:
    # "1/3" may be "a third", "2021/22" the season of two years.
    if values[0] == 1 and values[1]:
        yield (values[1],)
    if len(parts[0]) == 4 and len(parts[1]) == 2:
        yield (values[0], Decimal(parts[0][:2] + parts[1]))


def _dateish(parts: list[str]) -> bool:
    day, month = int(parts[0]), int(parts[1])
    return len(parts[1]) == 2 and 1 <= day <= 31 and 1 <= month <= 12
