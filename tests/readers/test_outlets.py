"""Items of a feed say from which outlet they come: RSS in an element, Atom by the title of the other feed."""

from __future__ import annotations

import pytest

from tests.readers.helpers import read

RSS = "<rss version='2.0'><channel><item><title>Kyiv</title>{}</item></channel></rss>"
ATOM = "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>Kyiv</title>{}</entry></feed>"


@pytest.mark.parametrize(
    ("feed", "wanted"),
    [
        (RSS.format("<source url='https://a.example/f'> The\n Paper </source>"), "The Paper"),
        (RSS.format(""), ""),
        (RSS.format("<source url='https://a.example/f'/>"), ""),
        (RSS.format(f"<source>{'x' * 1000}</source>"), "x" * 100),
        (ATOM.format("<source><id>urn:x</id><title>The Paper</title></source>"), "The Paper"),
        (ATOM.format("<source><id>urn:x</id></source>"), ""),
    ],
    ids=["rss", "none", "empty", "long", "atom", "atom without a title"],
)
def test_outlets(feed: str, wanted: str) -> None:
    (document,) = read(feed, "feed")
    assert (document.title, document.outlet) == ("Kyiv", wanted)
