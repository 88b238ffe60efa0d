"""Forms to which numbers and signs belong: met with them, and only so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.model import Anchor, Document, Entry, Form, Glossary, Segment, Status
from qa.names import Lexicon, compile_glossary, read_names
from qa.names.texts.forms import normal
from qa.names.texts.worded import parts_of, signs_of

FORMS = """
AT&T|Disney+|C++|24 Kanal|Channel 24|Su-35|BM-21|9/11 Fund|3M|20 Minutes|7-Eleven|Ke$ha|E.ON|P!nk|Toys “R” Us|M16|No. 5
H&M|S&P 500|R+V|1+1 Media|Rada 5 TV|Formula 1|Boeing 737 MAX|Area 51|Radio 4.5|Agenda 2030|Tu-22M3
A/B Street|Batumi 24/7
"""


def listed(form: str, text: str) -> list[str]:
    """What is met of an entry with one deprecated form, in a text without a source."""
    forms = (Form("Zzyzx", "en", Status.PREFERRED), Form(form, "en", Status.DEPRECATED))
    lexicon = Lexicon(compile_glossary(Glossary((Entry("e", "organisation", forms),))), "en")
    document = Document("text", (Segment("s1", text, (Anchor(0, 1, 1),)),), None, "en")
    return [m.text for m in read_names(document, lexicon).segments[0].mentions if m.status]


@pytest.mark.parametrize("form", FORMS.replace("\n", "|").strip("|").split("|"))
@pytest.mark.parametrize("text", ["He told {} on Monday.", "{} said so.", "They saw (“{}”), and left."])
def test_a_listed_form_is_met_as_it_stands(form: str, text: str) -> None:
    assert listed(form, text.format(form)) == [form]


@pytest.mark.parametrize(
    ("form", "text", "found"),
    [
        ("Channel 24", "He told Channel on Monday.", []),
        ("Channel 24", "He told Channel 25 on Monday.", []),
        ("Channel 24", "He told Channel 240 on Monday.", []),
        ("Channel 24", "He saw Channel. 24 people came.", []),
        ("Channel 24", "He told Channel-24 on Monday.", ["Channel-24"]),
        ("Channel 24", "He told “Channel” 24 on Monday.", ["Channel” 24"]),
        ("Channel 24", "On Channel 24,000 people watched.", []),
        ("Channel 24", "On Channel 24.5 it was louder.", []),
        ("Channel 24", "Channel's 24 reporters left.", []),
        ("Channel 24", "The Channel 24-hour service ended.", []),
        ("24 Kanal", "At 19:24 Kanal said so.", []),
        ("24 Kanal", "He told Kanal on Monday.", []),
        ("24 Kanal", "He told 124 Kanal on Monday.", []),
        ("Disney+", "He told Disney on Monday.", []),
        ("F-16", "Two F-16s flew.", ["F-16"]),
        ("AT&T", "He told AT and T on Monday.", []),
        ("S&P 500", "The S&P fell.", []),
        ("Yahoo!", "He told Yahoo on Monday.", ["Yahoo"]),
        ("Rada 5 TV", "He told Rada TV on Monday.", []),
        ("'s-Hertogenbosch", "Trains to 's-Hertogenbosch stopped.", ["s-Hertogenbosch"]),
    ],
)
def test_only_what_belongs_to_it_makes_it_so(form: str, text: str, found: list[str]) -> None:
    assert listed(form, text) == found


WORD = st.text("abcdefgilmnoprstuvz", min_size=3, max_size=7).map(str.title)
NUMBER = st.integers(1, 9999).map(str)


@given(
    st.lists(WORD | NUMBER, min_size=1, max_size=4).filter(lambda parts: not all(map(str.isdecimal, parts)))
)
def test_words_and_numbers_are_met_in_any_order(parts: list[str]) -> None:
    form = " ".join(parts)
    assert listed(form, f"Yesterday {form} was named.") == [form]


@given(st.text(max_size=30))
def test_nothing_of_a_form_is_lost(text: str) -> None:
    form = normal(text)
    parts, signs = parts_of(form), signs_of(form)
    assert len(signs) == len(parts) + 1
    at = 0
    for part in parts:
        at = form.index(part, at) + len(part)
