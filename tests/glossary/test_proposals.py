"""Proposals as entries and as a file for review."""

from __future__ import annotations

from pathlib import Path

from qa.glossary import fmt, load, table
from qa.glossary.importers import Options, run
from qa.glossary.merge import merge
from qa.glossary.proposals import Proposal, concept, ranked, review
from qa.glossary.stats import stats, unused
from qa.glossary.table import Row

KUPIANSK = Proposal(
    "en",
    (("Kupyansk", 2), ("Kupiansk", 5)),
    documents=3,
    readers=900,
    native=(("uk", "Куп'янськ", 6), ("uk", "Купянськ", 1)),
    type="place",
    snippets=("Shelling of\nKupiansk went on.",),
)
HUSSEIN = Proposal("en", (("Hussein", 1),), documents=1, readers=20)
OTHER_HUSSEIN = Proposal("en", (("Hussein", 1),), documents=1, readers=10, native=(("ar", "حسين", 1),))


def test_a_proposal_is_an_entry() -> None:
    assert [",".join(name) for name in concept(KUPIANSK).names] == [
        "uk,Куп'янськ,preferred,,,",
        "uk,Купянськ,admitted,,,",
        "en,Kupiansk,preferred,,,",
        "en,Kupyansk,deprecated,,,seen 2 times, Kupiansk 5 times",
    ]


def test_most_readers_come_first() -> None:
    assert ranked([OTHER_HUSSEIN, HUSSEIN, KUPIANSK]) == [KUPIANSK, HUSSEIN, OTHER_HUSSEIN]


def test_a_review_file_is_a_glossary(tmp_path: Path) -> None:
    text = review([OTHER_HUSSEIN, HUSSEIN, KUPIANSK])
    path = tmp_path / "review.csv"
    path.write_text(text, encoding="utf-8")
    assert [entry.id for entry in load([path]).entries] == ["hussein", "hussein-2", "kupiansk"]
    assert fmt.canonical_text(table.read(path)) == text
    assert "# rank 1, 900 readers, 3 documents: Kupyansk 2, Kupiansk 5\n# source: Куп'янськ (uk) 6" in text
    assert "# Shelling of Kupiansk went on.\n" in text
    assert merge([], run(path, None, Options()).concepts).entries == ("hussein", "hussein-2", "kupiansk")


def test_stats_count_routes_and_what_is_missing() -> None:
    rows = [
        Row("a", "place", "en", "A", "preferred", "", "", ""),
        Row("a", "place", "en", "B", "deprecated", "", "", "Russian-based; old"),
        Row("b", "place", "uk", "Б", "preferred", "2020-01-01", "", ""),
        Row("b", "place", "en", "C", "deprecated", "", "", "Russian-based (BGN)"),
        Row("c", "person", "fr", "C", "preferred", "", "", "native"),
        Row("d", "other", "en", "D", "preferred", "", "", ""),
    ]
    found = stats(rows)
    assert (found.entries, found.rows, found.dated) == (4, 6, 1)
    assert found.routes == (("Russian-based", 2),)
    assert found.without_native == ("a",)
    assert found.langs[0] == ("en", 4)
    assert unused(rows, ["a", "d"]) == ("b", "c")
