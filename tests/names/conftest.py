"""A small glossary and the reading of one line, for the tests of names."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from qa.model import Anchor, Document, Entry, Form, Glossary, Segment, Status
from qa.names import Lexicon, NameIndex, SegmentNames, compile_glossary, read_names

# entry: type, then forms as lang:form, the first of a language preferred, "-" before a deprecated one.
ENTRIES = {
    "luhansk": "place en:Luhansk uk:Луганськ ru:Луганск ar:لوهانسك de:Luhansk fr:Louhansk pl:Ługańsk -en:Lugansk",
    "lysychansk": "place en:Lysychansk uk:Лисичанськ ru:Лисичанск ar:ليسيتشانسك de:Lyssytschansk",
    "kyiv": "place en:Kyiv uk:Київ ru:Киев ar:كييف he:קייב de:Kiew el:Κίεβο",
    "kharkiv": "place en:Kharkiv uk:Харків ru:Харьков he:חרקוב de:Charkiw ja:ハルキウ zh:哈尔科夫",
    "hostomel": "place en:Hostomel fr:Hostomel uk:Гостомель ru:Гостомель",
    "bucha": "place en:Bucha uk:Буча ru:Буча",
    "zhytomyr": "place en:Zhytomyr uk:Житомир ru:Житомир ar:جيتومير",
    "zaporizhzhia": "place en:Zaporizhzhia uk:Запоріжжя ru:Запорожье ar:زابوريجيا",
    "dovhenke": "place en:Dovhenke uk:Довгеньке ru:Долгенькое",
    "kherson": "place en:Kherson uk:Херсон ru:Херсон",
    "donetsk": "place en:Donetsk uk:Донецьк ru:Донецк",
    "belgorod": "place en:Belgorod ru:Белгород",
    "belgrade": "place en:Belgrade ru:Белград sr:Београд",
    "zelensky": "person en:Zelensky uk:Зеленський ru:Зеленский ar:زيلينسكي de:Selenskyj",
    "peskov": "person en:Peskov ru:Песков",
    "arestovych": "person en:Arestovych uk:Арестович ru:Арестович",
    "oleksandr": "person en:Oleksandr uk:Олександр",
    "chicken-kiev": "other en:chicken_Kiev",
    "gazprom-media": "organisation en:Gazprom-Media ru:Газпром-Медиа",
    "aleppo": "place en:Aleppo ar:حلب",
    "deir-ez-zor": "place en:Deir_ez-Zor ar:دير_الزور",
    "xi": "person en:Xi_Jinping zh:习近平",
}


def table(name: str) -> list[list[str]]:
    """Rows of a table of cases in `data`, without comments; cells are separated by tabs."""
    text = (Path(__file__).parent / "data" / name).read_text("utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]


def entry(key: str, text: str) -> Entry:
    kind, *forms = text.split()
    made, seen = [], set()
    for item in forms:
        lang, _, form = item.removeprefix("-").partition(":")
        status = (
            Status.DEPRECATED
            if item.startswith("-")
            else Status.ADMITTED
            if lang in seen
            else Status.PREFERRED
        )
        seen.add(lang)
        made.append(Form(form.replace("_", " "), lang, status, note="listed" if item.startswith("-") else ""))
    return Entry(key, kind, tuple(made))


@cache
def index() -> NameIndex:
    return compile_glossary(Glossary(tuple(entry(k, ENTRIES[k]) for k in sorted(ENTRIES))))


@pytest.fixture(name="index", scope="session")
def _index() -> NameIndex:
    return index()


@pytest.fixture(scope="session")
def read() -> Callable[..., SegmentNames]:
    lexicons: dict[str, Lexicon] = {}

    def reading(
        text: str, target: str = "en", source: str | None = None, source_lang: str | None = None
    ) -> SegmentNames:
        lexicon = lexicons.setdefault(target, Lexicon(index(), target))
        segment = Segment("s1", text, (Anchor(0, 1, 1),), source=source)
        return read_names(Document("text", (segment,), source_lang, target), lexicon).segments[0]

    return reading


def lexicon_of(entries: dict[str, str], lang: str = "en") -> Lexicon:
    """A lexicon of entries as `entry` takes them."""
    return Lexicon(compile_glossary(Glossary(tuple(entry(k, entries[k]) for k in sorted(entries)))), lang)


def unlisted_in(text: str, lexicon: Lexicon) -> list[str]:
    """Spellings that nobody listed, in one line without a source."""
    document = Document("text", (Segment("s1", text, (Anchor(0, 1, 1),)),), None, lexicon.target_lang)
    return [m.text for m in read_names(document, lexicon).segments[0].mentions if m.status is None]
