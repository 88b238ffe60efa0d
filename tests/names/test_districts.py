"""Places of East Asia with and without the unit at the end of their native forms."""

from __future__ import annotations

import pytest

from qa.model import Anchor, Document, Glossary, Segment
from qa.names import Lexicon, compile_glossary, read_names
from qa.names.words.districts import without_unit

from .conftest import entry


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("place en:Ibaraki ja:茨城県", "茨城"),
        ("place en:Yokkaichi ja:四日市", None),  # the market of the fourth is all of the name
        ("place en:Hokkaido ja:北海道", None),
        ("place en:Qinghai zh:青海省", "青海"),
        ("place en:Shashi zh:沙市", None),
        ("place en:Chungnam ko:충남도", "충남"),
        ("place en:Yeouido ko:여의도", None),
        ("place en:Ibaraki_Prefecture ja:茨城県", None),
        ("organisation en:Ibaraki ja:茨城県", None),
        ("place en:Ibaraki ru:Ибараки", None),
    ],
)
def test_the_latin_form_tells_a_unit(text: str, left: str | None) -> None:
    place = entry("place", text)
    assert without_unit(place.forms[1].text, place.forms[1], place) == left


@pytest.mark.parametrize(
    ("native", "lang", "source", "target", "found"),
    [
        ("茨城県", "ja", "茨城で地震があった。", "An earthquake hit Ibaragi.", ["Ibaragi"]),
        ("茨城県", "ja", "茨城県で地震があった。", "An earthquake hit Ibaragi.", ["Ibaragi"]),
        ("茨城県", "ja", "茨城で地震があった。", "An earthquake hit Ibaraki.", []),
        ("茨城県", "ja", "地震があった。", "An earthquake hit Ibaraki prefecture.", []),
    ],
)
def test_a_place_without_its_unit(native: str, lang: str, source: str, target: str, found: list[str]) -> None:
    glossary = Glossary((entry("ibaraki", f"place en:Ibaraki {lang}:{native}"),))
    segment = Segment("s1", target, (Anchor(0, 1, 1),), source=source)
    names = read_names(
        Document("t", (segment,), lang, "en"), Lexicon(compile_glossary(glossary), "en")
    ).segments[0]
    assert [m.text for m in names.mentions if m.status is None] == found
    assert names.missing == ()
