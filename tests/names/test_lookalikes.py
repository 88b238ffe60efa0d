"""A name in letters of two scripts is read as it looks, and has one finding with the right suggestion."""

from __future__ import annotations

import pytest

from qa.config import Config
from qa.fix.adapt import adapt
from qa.model import Anchor, Document, Entry, Form, Glossary, Segment, Status
from qa.names import compile_glossary
from qa.names.texts.lookalikes import plain
from qa.pipeline import check_document

PREFERRED, DEPRECATED = Status.PREFERRED, Status.DEPRECATED
INDEX = compile_glossary(
    Glossary(
        (
            Entry("d", "place", (Form("Дукованы", "ru", PREFERRED), Form("Dukovany", "en", PREFERRED))),
            Entry(
                "k",
                "place",
                (
                    Form("Kyiv", "en", PREFERRED),
                    Form("Kiev", "en", DEPRECATED),
                    Form("Київ", "uk", PREFERRED),
                    Form("Киев", "ru", PREFERRED),
                ),
            ),
            Entry(
                "b", "organisation", (Form("Бі-бі-сі", "uk", PREFERRED), Form("BBC", "en", PREFERRED))
            ),
            Entry("o", "place", (Form("Одесса", "ru", PREFERRED),)),
            Entry(
                "z",
                "person",
                (
                    Form("Volodymyr Zelenskyy", "en", PREFERRED),
                    Form("Володимир Зеленський", "uk", PREFERRED),
                ),
            ),
        )
    )
)  # fmt: skip
# (text, language, source, what is found with its suggestion)
CASES = [
    ("АЭС Дукованy работает.", "ru", None, [("mixed-script", "Дукованy", "Дукованы")]),
    ("Мы едем в Одессy.", "ru", None, [("mixed-script", "Одессy", "Одессу")]),
    ("Мы едем в Киeв.", "ru", None, [("mixed-script", "Киeв", "Киев")]),
    ("In Kуiv.", "en", "У Києві.", [("mixed-script", "Kуiv", "Kyiv")]),
    ("In Kiеv’s streets.", "en", None, [("mixed-script", "Kiеv", "Kyiv")]),
    ("In Kiеv.", "en", "У Києві.", [("mixed-script", "Kiеv", "Kyiv")]),
    ("In Kyyіv.", "en", "У Києві.", [("mixed-script", "Kyyіv", "Kyiv")]),
    (
        "Vоlodymyr Zelensky spoke.",
        "en",
        "Володимир Зеленський говорив.",
        [("mixed-script", "Vоlodymyr Zelensky", "Volodymyr Zelenskyy")],
    ),
    ("A Tаble in Kiev.", "en", None, [("mixed-script", "Tаble", "Table"), ("name-variant", "Kiev", "Kyiv")]),
]


# In Cyrillic letters ВВС is the air force as well, so that only the source tells.
@pytest.mark.parametrize(
    ("text", "source", "expected"),
    [
        ("Повідомляє ВВС.", "The BBC reports.", [("name-unlisted", "ВВС", "Бі-бі-сі")]),
        ("ВВС України збили ракету, повідомляє Бі-бі-сі.", "The Air Force hit it, the BBC reports.", []),
        ("ВВС України збили ракету.", None, []),
    ],
)
def test_capitals_of_another_script_stand_for_those_of_the_source(
    text: str, source: str | None, expected: list[tuple[str, str, str]]
) -> None:
    document = Document(
        "case", (Segment("s1", text, (Anchor(0, 1, 1),), source),), "en" if source else None, "uk"
    )
    checked = check_document(document, INDEX, Config())
    assert [(f.rule, f.text, f.suggestion) for f in checked.findings] == expected


@pytest.mark.parametrize(("text", "lang", "source", "expected"), CASES)
def test_one_finding(
    text: str, lang: str, source: str | None, expected: list[tuple[str, str, str | None]]
) -> None:
    document = Document(
        "case", (Segment("s1", text, (Anchor(0, 1, 1),), source),), "uk" if source else None, lang
    )
    checked = check_document(document, INDEX, Config())
    assert [(f.rule, f.text, f.suggestion) for f in checked.findings] == expected


def test_it_is_written_as_the_name_is() -> None:
    document = Document("case", (Segment("s1", "In Kiеvs.", (Anchor(0, 1, 1),)),), None, "en")
    one = check_document(document, INDEX, Config()).findings[0]
    assert adapt(one, ("Kyiv", "Kiev"), "en", "In ").text == "Kyivs"


@pytest.mark.parametrize("text", ["In Kуiv", "ПРОГРАММА X-подібний", "Київ", "5 kΩ µm", "VIPы"])
def test_nothing_moves(text: str) -> None:
    assert len(plain(text, "en")) == len(text)
    assert plain(plain(text, "en"), "en") == plain(text, "en")
