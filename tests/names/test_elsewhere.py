"""A town of North America that bears the old name of a place elsewhere."""

from __future__ import annotations

import pytest

from qa.model import Anchor, Document, Entry, Form, Glossary, Segment, Status
from qa.names import Lexicon, compile_glossary, read_names

FORMS = (
    Form("Odesa", "en", Status.PREFERRED),
    Form("Odessa", "en", Status.DEPRECATED),
    Form("Одеса", "uk", Status.PREFERRED),
)
PERSON = (Form("Zelenskyy", "en", Status.PREFERRED), Form("Zelensky", "en", Status.DEPRECATED))
ENTRIES = (Entry("odesa", "place", FORMS), Entry("zelenskyy", "person", PERSON))
LEXICON = Lexicon(compile_glossary(Glossary(ENTRIES)), "en")


@pytest.mark.parametrize(
    ("source", "text", "found"),
    [
        (None, "Odessa, Texas, mourns.", []),
        (None, "A man from Odessa (Texas) won.", []),
        ("Стрілянина в Одесі, штат Флорида.", "A shooting in Odessa, Florida.", []),
        (None, "Odessa, Ukraine, mourns.", ["Odessa"]),
        # The next in a list is no state.
        (None, "He saw Odessa, Washington and Rome.", ["Odessa"]),
        (None, "Odessa mourns.", ["Odessa"]),
        # Nobody is a town.
        (None, "So said Zelensky, Virginia Woolf wrote.", ["Zelensky"]),
    ],
)
def test_a_namesake_in_north_america_has_the_old_name(
    source: str | None, text: str, found: list[str]
) -> None:
    segment = Segment("s1", text, (Anchor(0, 1, 1),), source=source)
    names = read_names(Document("-", (segment,), "uk" if source else None, "en"), LEXICON).segments[0]
    assert [m.text for m in names.mentions if m.suggestion is not None] == found
    assert names.missing == ()
