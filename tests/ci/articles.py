"""Fifty short articles with their sources, made from sentences of our own and names of the glossary.

Names stand beside a noun ("місто Київ"), so that their listed forms fit in the source. Every article has some
of the flaws that checks look for, chosen by its number, and some characters that formats have to escape.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from qa.glossary import load
from qa.model import Entry, Status

GLOSSARY = Path(__file__).parents[2] / "glossaries" / "ukraine.csv"
COUNT = 50


class Line(NamedTuple):
    """A line of the source and its translation."""

    source: str
    target: str


class Article(NamedTuple):
    """An article: its lines are headline, paragraphs, and the caption of a picture at the end."""

    number: int
    lang: str
    headline: Line
    paragraphs: tuple[Line, ...]
    caption: Line

    @property
    def lines(self) -> tuple[Line, ...]:
        """All lines in the order of reading."""
        return (self.headline, *self.paragraphs, self.caption)


# {a} and {b} are places, {p} is a person, {n} is a number that takes the same plural in every sentence.
_NUMBERS = (12, 15, 18, 25, 30, 36, 40, 48, 60, 75)
_HEADLINES = {
    "uk": (
        ("Місто {a} знову під обстрілом", "{a} under fire again"),
        ("Потяги між містами {a} та {b} запізнюються", "Trains between {a} and {b} run late"),
        ("{p}: зустріч у місті {a}", "{p}: a meeting in {a}"),
        ("Місто {a}: без світла {n} будинків", "{n} homes without power in {a}"),
    ),
    "ar": (
        ("انقطاع الكهرباء عن مدينة {a}", "Power cut in {a}"),
        ("{p} في مدينة {a}", "{p} in {a}"),
        ("قتال قرب مدينة {a}", "Fighting near {a}"),
    ),
}
_PARAGRAPHS = {
    "uk": (
        ("Вночі місто {a} обстріляли {n} разів.", "The city of {a} was shelled {n} times during the night."),
        ("{p} приїхав уранці. Місто {a} ще спало.", "{p} came in the morning. {a} was still asleep."),
        (
            "Дорога з міста {a} до міста {b} закрита до неділі.",
            "The road from {a} to {b} is closed until Sunday.",
        ),
        ("У місті {a} відкрили школу на {n} учнів.", "A school for {n} pupils was opened in {a}."),
        ("«Ми лишаємося в місті {a}», — сказав пекар.", "“We are staying in {a},” a baker said."),
        ("До міста {a} привезли {n} тонн зерна & олії.", "Some {n} tonnes of grain & oil reached {a}."),
        ("Ціни в місті {a} зросли <на {n}%>.", "Prices in {a} rose <by {n}%>."),
        ("{p} говорив коротко. Запитань не було.", "{p} spoke briefly. There were no questions."),
        (
            "Лікарня міста {a} просить крові. Черга довга.",
            "The hospital in {a} asks for blood. The queue is long.",
        ),
        ("Між містами {a} і {b} — {n} кілометрів.", "It is {n} kilometres from {a} to {b}."),
        ("Музей міста {a} показав 🖼️ мозаїку.", "The museum of {a} showed a 🖼️ mosaic."),
        ("Мер міста {a} подякував рятувальникам.", "{a}'s mayor thanked the rescuers."),
        (
            "Річка біля міста {a} піднялася; мости закрито.",
            "The river near {a} rose; the bridges are closed.",
        ),
        ("Театр міста {b} їде до міста {a}.", "The theatre of {b} is travelling to {a}."),
        ("На вокзалі міста {a} був {p}.", "At the station of {a} there was {p}."),
        ("Сніг у місті {a} тане, [пише пошта].", "Snow in {a} is melting, [the post writes]."),
    ),
    "ar": (
        ("قصفت مدينة {a} {n} مرة خلال الليل.", "The city of {a} was shelled {n} times during the night."),
        ("وصل {p} صباحا. كانت مدينة {a} هادئة.", "{p} arrived in the morning. {a} was calm."),
        ("الطريق بين مدينة {a} ومدينة {b} مغلق.", "The road between {a} and {b} is closed."),
        ("تحتاج مدينة {a} إلى {n} طنا من القمح & الزيت.", "{a} needs {n} tonnes of wheat & oil."),
        ("التقى {p} سكان مدينة {a}.", "{p} met residents of {a}."),
        ("فتحت مدرسة جديدة في مدينة {a}.", "A new school was opened in {a}."),
        ("غادر السكان مدينة {b} إلى مدينة {a}.", "Residents left {b} for {a}."),
        ("ارتفعت الأسعار في مدينة {a} <{n}%>.", "Prices in {a} rose <{n}%>."),
    ),
}
_CAPTIONS = {
    "uk": (
        ("Ринок у місті {a}. Фото: пошта", "The market in {a}. Photo: the post"),
        ("{p} біля мосту", "{p} by the bridge"),
    ),
    "ar": (("سوق في مدينة {a}", "A market in {a}"), ("{p} قرب الجسر", "{p} by the bridge")),
}


def articles() -> tuple[Article, ...]:
    """The fifty articles, always the same."""
    entries = load([GLOSSARY]).entries
    return tuple(_article(number, entries) for number in range(COUNT))


def _article(number: int, entries: Sequence[Entry]) -> Article:
    rng = random.Random(number)
    lang = "ar" if number % 3 == 2 else "uk"
    desk = _Desk(rng, lang, [e for e in entries if _usable(e, lang)])
    chosen = rng.sample(_PARAGRAPHS[lang], rng.randint(2, 5))
    body = [desk.line(pair) for pair in chosen]
    body[-1] = _flawed(number, body[-1])
    headline, caption = (desk.line(rng.choice(pairs[lang])) for pairs in (_HEADLINES, _CAPTIONS))
    return Article(number, lang, headline, tuple(body), caption)


def _usable(entry: Entry, lang: str) -> bool:
    """Whether an entry has forms for both sides that hold on every day."""
    if entry.type not in ("place", "person"):
        return False
    return all(
        any(f.status is Status.PREFERRED and not f.since and not f.until for f in entry.forms_in(of))
        for of in (lang, "en")
    )


class _Desk:
    """Fills in sentences: the source by the glossary, the translation as a careless machine would."""

    def __init__(self, rng: random.Random, lang: str, entries: Sequence[Entry]) -> None:
        self._rng, self._lang = rng, lang
        places = rng.sample([e for e in entries if e.type == "place"], 3)
        self._people = rng.sample([e for e in entries if e.type == "person"], 1)
        self._places, self._other = places[:2], places[2]

    def line(self, pair: tuple[str, str]) -> Line:
        """A pair with names and numbers."""
        source, target = pair
        number = self._rng.choice(_NUMBERS)
        slots = {"a": self._places[0], "b": self._places[1], "p": self._people[0]}
        left: dict[str, object] = {key: self._form(entry, self._lang) for key, entry in slots.items()}
        right: dict[str, object] = {key: self._written(entry) for key, entry in slots.items()}
        wrong = number + 1 if self._rng.random() < 0.1 else number
        return Line(source.format(n=number, **left), target.format(n=wrong, **right))

    def _written(self, entry: Entry) -> str:
        """A name as it might be written: right, deprecated, with a letter too few, or another one."""
        right = self._form(entry, "en")
        how = self._rng.random()
        old = [f.text for f in entry.forms_in("en") if f.status is Status.DEPRECATED]
        if how < 0.35 and old:
            return self._rng.choice(old)
        if how < 0.45 and len(right) > 6:
            at = self._rng.randrange(2, len(right) - 2)
            return right[:at] + right[at + 1 :]
        return self._form(self._other, "en") if how < 0.5 and entry.type == "place" else right

    @staticmethod
    def _form(entry: Entry, lang: str) -> str:
        return next(f.text for f in entry.forms_in(lang) if f.status is Status.PREFERRED)


def _flawed(number: int, line: Line) -> Line:
    """The line with one more flaw, or none."""
    target = line.target
    flaws = (
        target,
        f"{target} It was the the third time.",
        target.replace("o", "о", 1),  # the second one is Cyrillic
        f"“{target}",
        line.source,
        "The city was calm.",
        f"{target} Pozdnyakovka is calm; Pozdniakovka, too, was quiet.",
        f"{target} It cost $5 * 2 = `10`, “they” said… \\o/ #1 ~ _maybe_",
    )
    return Line(line.source, flaws[number % len(flaws)])
