"""Broken files on the whole way: checked, told of in every format, corrected, and corrected again."""

from __future__ import annotations

import json
import os
from functools import cache
from xml.etree import ElementTree

import pytest

from qa import pipeline
from qa.checks import RULE_INFOS
from qa.config import Config
from qa.errors import InputError
from qa.fix import Fixer, fix
from qa.glossary import load
from qa.model import Document, Entry, Report
from qa.names import NameIndex, compile_glossary
from qa.readers import READERS
from qa.reporters import REPORTERS
from tests.ci.article_files import FORMS
from tests.ci.articles import GLOSSARY, articles
from tests.readers.helpers import EXAMPLES, example_format, read
from tests.readers.mutations import mutate
from tests.readers.reshape import reshape
from tests.readers.test_fuzz import not_forever

FILES = int(os.environ.get("QA_FUZZ_FILES", "2000")) // 25
CONFIG = Config(source_lang="uk", target_lang="en")


@cache
def glossary() -> tuple[NameIndex, dict[str, Entry]]:
    loaded = load([GLOSSARY])
    return compile_glossary(loaded), {entry.id: entry for entry in loaded.entries}


def fixer() -> Fixer:
    index, entries = glossary()
    return Fixer(
        lambda documents: pipeline.run(documents, index, CONFIG, lambda segmented: segmented),
        lambda entry, lang: tuple(form.text for form in entries[entry].forms_in(lang or "en")),
    )


def originals(name: str) -> list[bytes]:
    examples = [path.read_bytes() for path in EXAMPLES if example_format(path) == name]
    forms = [form for form in FORMS.values() if form.format == name]
    return examples + [form.write([article]).encode() for form in forms for article in articles()[:6]]


@pytest.mark.parametrize("name", READERS)
def test_the_whole_way(name: str) -> None:
    chosen = originals(name)
    for seed in range(FILES):
        original = chosen[seed // 2 % len(chosen)]
        data = mutate(original, seed) if seed % 2 else reshape(original, name, seed)
        with not_forever(seed):
            try:
                report = reported(read(data, name))
                once = fix(data, "-", name, fixer())
            except InputError:
                continue
            check_outputs(report)
            twice = fix(once.data, "-", name, fixer())
            assert (twice.data, twice.done) == (once.data, ()), seed


def reported(documents: list[Document]) -> Report:
    index, _ = glossary()
    checked = tuple(pipeline.run(documents, index, CONFIG, lambda segmented: segmented))
    return Report("qa", "1", index.sources, checked, RULE_INFOS, CONFIG.fail_on)


def check_outputs(report: Report) -> None:
    """Every format can be written and encoded, and those with a syntax keep to it."""
    for form, render in REPORTERS.items():
        text = render(report).encode().decode()
        if form in ("json", "sarif"):
            json.loads(text)
        elif form == "junit":
            ElementTree.fromstring(text)  # noqa: S314 (it is our own)
