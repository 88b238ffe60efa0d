"""`qa fix` writes what the file would have been, had it been written right: byte for byte, in every format."""

from __future__ import annotations

from functools import cache
from gzip import decompress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa import pipeline
from qa.config import Config
from qa.fix import Fixer, fix
from qa.fix.decisions import Decision
from qa.fix.file import opened
from qa.glossary import load
from qa.model import Entry
from qa.names import NameIndex, compile_glossary
from tests.ci.article_files import FORMS, packed
from tests.ci.articles import Article, Line
from tests.ci.test_fix import GLOSSARY

# What is wrong, and what it is to read; the others are to stay.
RIGHT = {"Kiev": "Kyiv", "KIEV": "KYIV", "Kiev’s": "Kyiv’s", "Odessa": "Odesa", "Kiev-based": "Kyiv-based"}
OTHERS = [
    "calm",
    "Kyiv",
    "&",
    "<5%>",
    "—",
    "Café",
    "a_b",
    "*",
    "1.",
    "#",
    "it's",
    "Kievan",
    "(x)",
    "\\",
    "|",
    "C:\\",
]
WORDS = st.sampled_from([*RIGHT, *OTHERS])
TEXTS = st.lists(st.lists(WORDS, min_size=1, max_size=8), min_size=3, max_size=6)


@cache
def glossary() -> tuple[NameIndex, dict[str, Entry]]:
    with TemporaryDirectory() as folder:
        path = Path(folder, "names.csv")
        path.write_text(GLOSSARY, "utf-8")
        loaded = load([path])
    return compile_glossary(loaded), {entry.id: entry for entry in loaded.entries}


def fixer(decisions: dict[str, Decision] | None = None) -> Fixer:
    index, entries = glossary()
    config = Config(source_lang="uk", target_lang="en")
    return Fixer(
        lambda documents: pipeline.run(documents, index, config, lambda segmented: segmented),
        lambda entry, lang: tuple(form.text for form in entries[entry].forms_in(lang or "en")),
        decisions=decisions,
    )


def article(texts: list[list[str]]) -> Article:
    head, *body, caption = (Line(f"Рядок {n}", "In " + " ".join(words)) for n, words in enumerate(texts))
    return Article(0, "uk", head, tuple(body), caption)


def corrected(texts: list[list[str]]) -> list[list[str]]:
    return [[RIGHT.get(word, word) for word in words] for words in texts]


def bytes_of(name: str, texts: list[list[str]], end: str, codec: str) -> bytes:
    text = FORMS[name].write([article(texts)]).replace("\r\n", "\n").replace("\n", end)
    if codec == "cp1252":
        return f'<?xml version="1.0" encoding="windows-1252"?>{text}'.encode(codec)
    return text.encode(codec)


ENDS = ["\n", "\r\n", "\r"]
CODECS = ["utf-8", "utf-8-sig", "utf-16"]
# A PO file in UTF-16 is none, and the sources of bilingual files do not fit into Latin letters.
DECLARED = ["rss", "atom", "newsml"]
CASES = [(name, codec) for name in FORMS for codec in CODECS] + [(name, "cp1252") for name in DECLARED]


@pytest.mark.parametrize(("name", "codec"), CASES)
@given(texts=TEXTS, end=st.sampled_from(ENDS), gzip=st.booleans())
@settings(max_examples=6)
def test_only_what_is_wrong_is_written_anew(
    name: str, codec: str, texts: list[list[str]], end: str, gzip: bool
) -> None:
    before, after = (bytes_of(name, some, end, codec) for some in (texts, corrected(texts)))
    result = fix(packed(before) if gzip else before, "a", FORMS[name].format, fixer())
    assert (decompress(result.data) if gzip else result.data) == after
    again = fix(result.data, "a", FORMS[name].format, fixer())
    assert (again.data, again.done) == (result.data, ())


@pytest.mark.parametrize("name", FORMS)
@given(texts=TEXTS)
@settings(max_examples=5)
def test_what_an_editor_accepted_is_written_the_same_way(name: str, texts: list[list[str]]) -> None:
    # Decisions are met by their sentences, which an article seldom has twice.
    texts = [[*words, f"x{number}"] for number, words in enumerate(texts)]
    before, after = (bytes_of(name, some, "\n", "utf-8") for some in (texts, corrected(texts)))
    file = opened(before, "a", FORMS[name].format, None)
    findings = [f for one in fixer().judge(file.documents()) for f in one.findings]
    # An editor knows that there was a Kievan Rus.
    decisions = {f.fingerprint: Decision(f.text in RIGHT or f.text == "Kiev", f.suggestion) for f in findings}
    result = fix(before, "a", FORMS[name].format, fixer(decisions))
    assert result.data == after
    assert fix(result.data, "a", FORMS[name].format, fixer(decisions)).data == after
