"""A surname that may stand alone does not hide a misspelling of the whole name."""

from __future__ import annotations

import pytest

from qa.model import Anchor, Document, Entry, Form, Glossary, Segment, Status
from qa.names import Lexicon, compile_glossary, read_names


def _person(lang: str, full: str, surname: str, source: str, native: str) -> Entry:
    forms = (
        Form(full, lang, Status.PREFERRED),
        Form(surname, lang, Status.ADMITTED),
        Form(native, source, Status.PREFERRED),
    )
    return Entry(full, "person", forms)


ZELENSKY = _person("en", "Volodymyr Zelensky", "Zelensky", "uk", "Володимир Зеленський")
MERKEL = _person("ru", "Ангела Меркель", "Меркель", "en", "Angela Merkel")
MACRON = _person("ru", "Эммануэль Макрон", "Макрон", "en", "Emmanuel Macron")
ARRIVED, NONE, MACRON_GONE = (
    "Володимир Зеленський прибув.",
    "There was no Angela Merkel.",
    "Emmanuel Macron is gone.",
)
# Entry, source, target, and the misspelling of the whole name.
CASES = [
    (ZELENSKY, ARRIVED, "Ukraine's leader Vladimir Zelensky arrived.", ["Vladimir Zelensky"]),
    (ZELENSKY, ARRIVED, "Ukraine's leader Volodimir Zelensky arrived.", ["Volodimir Zelensky"]),
    (ZELENSKY, None, "Ukraine's leader Volodimir Zelensky arrived.", ["Volodimir Zelensky"]),
    (MERKEL, NONE, "Не было Анжелы Меркель.", ["Анжелы Меркель"]),
    # The right name, the surname alone, what somebody is, initials, a name between, and somebody else.
    (ZELENSKY, ARRIVED, "Ukraine's leader Volodymyr Zelensky arrived.", []),
    (ZELENSKY, ARRIVED, "Ukraine's leader Zelensky arrived.", []),
    (ZELENSKY, ARRIVED, "President Zelensky arrived.", []),
    (ZELENSKY, ARRIVED, "Mr Zelensky arrived.", []),
    (ZELENSKY, ARRIVED, "V. Zelensky arrived.", []),
    (ZELENSKY, ARRIVED, "Volodymyr Oleksandrovych Zelensky arrived.", []),
    (ZELENSKY, None, "Olena Zelensky arrived.", []),
    # Cases of the given name before a surname that has none, and of both.
    (MERKEL, NONE, "Не было Ангелы Меркель.", []),
    (MACRON, MACRON_GONE, "Нет Эммануэля Макрона.", []),
]


@pytest.mark.parametrize(("entry", "source", "target", "found"), CASES)
def test_a_misspelled_given_name_is_found_before_a_listed_surname(
    entry: Entry, source: str | None, target: str, found: list[str]
) -> None:
    lang, other = entry.forms[0].lang, entry.forms[-1].lang
    lexicon = Lexicon(compile_glossary(Glossary((entry,))), lang)
    segment = Segment("s1", target, (Anchor(0, 1, 1),), source=source)
    names = read_names(Document("t", (segment,), other if source else None, lang), lexicon).segments[0]
    assert [m.text for m in names.mentions if m.status is None] == found
    assert (names.missing, names.wrong) == ((), ())
