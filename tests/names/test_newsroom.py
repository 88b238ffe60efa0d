"""What an editor meets between two lines of one article: the glossary is the house's, the rest is not."""

from __future__ import annotations

import pytest

from qa.model import Anchor, Document, Entry, Form, Glossary, Segment, Status
from qa.names import Lexicon, compile_glossary, read_names

from .conftest import table


def _entries(text: str, source: str, target: str) -> tuple[Entry, ...]:
    out = []
    for number, entry in enumerate(text.split("; ")):
        kind, _, forms = entry.partition(": ")
        native, *others = forms.split(" / ")
        listed = [Form(native, source, Status.PREFERRED)]
        listed += (
            Form(form.lstrip("*"), target, Status.DEPRECATED if form[0] == "*" else Status.PREFERRED)
            for form in others
        )
        out.append(Entry(f"entry-{number}", kind, tuple(listed)))
    return tuple(out)


@pytest.mark.parametrize(
    ("langs", "entries", "source", "target", "found"), [tuple(row) for row in table("newsroom.tsv")]
)
def test_what_stands_beside_a_name_tells(
    langs: str, entries: str, source: str, target: str, found: str
) -> None:
    source_lang, target_lang = langs.split("-")
    lexicon = Lexicon(compile_glossary(Glossary(_entries(entries, source_lang, target_lang))), target_lang)
    segment = Segment("s1", target, (Anchor(0, 1, 1),), source=source)
    names = read_names(Document("-", (segment,), source_lang, target_lang), lexicon).segments[0]
    told = [
        f"{m.text} > {m.suggestion}"
        for m in names.mentions
        if m.suggestion is not None and m.status in (None, Status.DEPRECATED)
    ]
    told += [f"-{name.text}" for name in names.missing]
    assert told == [item for item in found.split("; ") if item]
    assert names.wrong == ()
