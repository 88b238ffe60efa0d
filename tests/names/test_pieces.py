"""Names rendered into Chinese, Japanese and Korean, where words do not end with a name."""

from __future__ import annotations

from functools import cache

import pytest

from qa.model import Anchor, Document, Segment
from qa.names import Lexicon, read_names
from qa.names.rendering.pieces import pieces

from .conftest import lexicon_of, table

ENTRIES = {
    "bucha": "place en:Bucha uk:Буча ru:Буча zh:布查 ja:ブチャ ko:부차",
    "kherson": "place en:Kherson uk:Херсон zh:赫尔松 ja:ヘルソン ko:헤르손",
    "mykolaiv": "place en:Mykolaiv uk:Миколаїв ru:Николаев zh:尼古拉耶夫 ja:ミコライウ ko:미콜라이우",
    "truss": "person en:Liz_Truss zh:特拉斯 ja:トラス ko:트러스",
    "yoshida": "person en:Shigeru_Yoshida zh:吉田茂 ja:吉田茂",
}


@cache
def lexicon(target: str) -> Lexicon:
    return lexicon_of(ENTRIES, target)


@pytest.mark.parametrize(("target", "source", "marked", "expected"), table("into_east_asian.tsv"))
def test_names_in_a_target(target: str, source: str, marked: str, expected: str) -> None:
    segment = Segment("s1", marked.replace("[", "").replace("]", ""), (Anchor(0, 1, 1),), source=source)
    names = read_names(Document("t", (segment,), "en", target), lexicon(target)).segments[0]
    found = [(m.text, m.suggestion) for m in names.mentions if m.status is None]
    lost = [lexicon(target).by_id(n.entry).suggestion for n in names.missing]
    if expected.startswith("-"):
        assert (found, lost) == ([], [expected[1:]])
    else:
        spelling = marked.partition("[")[2].partition("]")[0]
        assert (found, lost) == ([(spelling, expected)] if expected else [], [])


def test_most_languages_need_no_pieces() -> None:
    assert pieces("Kherson was calm.", [lexicon("en").name(1)], "en") == []
