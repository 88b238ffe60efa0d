"""Random glossaries for the laws that must hold for all of them."""

from __future__ import annotations

from hypothesis import strategies as st

from qa.glossary.table import Row
from qa.glossary.values import STATUSES, TYPES, clean

LANGS = ("en", "en-GB", "uk", "ru", "ar", "de", "fr", "zh-Hant")

# Letters and signs that trip a format: other scripts, marks, separators, quotes, XML and CSV syntax.
LETTERS = "aZéñßЖіїґكفلיהあ漢한0ʼ"
SIGNS = " ,\"'-’#;<&>=+\u0301|:()"

texts = st.lists(st.sampled_from(LETTERS + SIGNS), min_size=1, max_size=10).map(
    lambda letters: clean("".join(letters)) or "x"
)
days = st.sampled_from(["0001-01-01", "1999-12-31", "2000-01-01", "2024-02-29", "2024-09-18", "2024-09-19"])
spans = st.tuples(st.just("") | days, st.just("") | days).map(
    lambda pair: tuple(sorted(pair)) if all(pair) else pair
)


@st.composite
def rows(draw: st.DrawFn) -> Row:
    """A row whose cells are all sound; several of them may contradict each other."""
    entry = draw(st.sampled_from(["kyiv", "bakhmut", "zelensky", "un", "a-b-c"]))
    since, until = draw(st.just(("", "")) | spans)
    return Row(
        entry,
        TYPES[len(entry) % len(TYPES)],
        draw(st.sampled_from(LANGS)),
        draw(texts),
        draw(st.sampled_from(STATUSES)),
        since,
        until,
        draw(st.just("") | texts),
    )


@st.composite
def glossaries(draw: st.DrawFn) -> list[Row]:
    """Rows that a glossary may hold together: no form twice in a language, one preferred form, sorted."""
    out: dict[tuple[str, str, str], Row] = {}
    preferred: set[tuple[str, str]] = set()
    for row in draw(st.lists(rows(), max_size=20)):
        if row.status == "preferred":
            if (row.entry, row.lang) in preferred:
                row = row._replace(status="admitted")
            preferred.add((row.entry, row.lang))
        out.setdefault((row.entry, row.lang, row.form), row)
    return sorted(out.values())
