"""Places in a text that are written for machines, where a name is no word: addresses, identifiers, placeholders.

What stands there must not be changed, however the name is spelled: `https://kiev.example`, `Europe/Kiev`, `{Kiev}`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from qa.model import Span
from qa.strings import placeholders, tags


class Place(NamedTuple):
    """A stretch of text and what it is, in words that go after "in"."""

    span: Span
    what: str


# Endings by which a host without "www." is told from a full stop without a space after it.
_ENDINGS = "com|org|net|info|edu|gov|mil|int|eu|ua|ru|by|uk|us|de|fr|es|it|pl|tv|me|io|co|news|media|online|press|today"
_AREAS = (
    "Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Brazil|Canada|Chile|Etc|Europe|Indian|Mexico"
    "|Pacific|US"
)
_FILES = (
    "txt|csv|tsv|json|xml|html?|md|pdf|docx?|xlsx?|pptx?|odt|png|jpe?g|gif|svg|webp|mp3|mp4|avi|zip|gz|py|js"
)
# A trailing full stop, comma or closing mark belongs to the sentence.
_END = r"(?<![.,;:!?)\]}»”’\"'])"

_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (what, re.compile(pattern, flags))
    for what, pattern, flags in (
        (
            "a web address",
            rf"(?<![\w])(?:[a-z][a-z0-9+.-]{{1,15}}://|www\.)[^\s<>«»“”]{{1,2000}}{_END}",
            re.I,
        ),
        ("an e-mail address", r"(?<![\w.+-])[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,8}[\w-]{1,63}", 0),
        (
            "a web address",
            rf"(?<![\w@.-])(?:[a-z0-9-]{{1,63}}\.)*[A-Za-z0-9-]{{1,63}}\.(?:{_ENDINGS})(?![\w-])(?:[/?#:][^\s<>«»“”]*{_END})?",
            0,
        ),
        ("a web address", r"(?<=\]\()[^\s()]{0,1000}[/#.][^\s()]{0,1000}(?=[\s)])", 0),
        ("a handle", r"(?<![\w@])@\w[\w.]{0,63}", 0),
        ("a hashtag", r"(?<![\w&])[#＃](?=\w*[^\W\d])\w{1,100}", 0),
        ("an identifier", rf"(?<![\w/])(?:{_AREAS})/[A-Z][\w+-]{{1,40}}(?:/[A-Z][\w+-]{{1,40}})?", 0),
        ("an identifier", r"(?<!\w)(?:[^\W_]{1,64}_+){1,8}[^\W_]{0,64}(?!\w)", 0),
        ("an identifier", r"(?<![\w.])[a-z]{1,32}(?:[A-Z][a-z0-9]{1,32}){1,6}(?!\w)", 0),
        ("an identifier", r"(?<!\w)[A-Z_]{2,32}=[^\s,;]{1,200}", 0),
        (
            "a file name",
            rf"(?<![\w/\\])(?:[\w.~-]{{0,64}}[/\\]){{0,16}}[\w-]{{1,64}}(?:\.[\w-]{{1,64}}){{0,4}}\.(?:{_FILES})(?!\w)",
            0,
        ),
        ("code", r"`[^`\n]{1,200}`", 0),
    )
)
# What no place can do without: most sentences have none of it.
_HINT = re.compile(r"[/@#＃_=`<{%]|\.\w|[a-z][A-Z]")


def places(text: str) -> Iterator[Place]:
    """The places of a text, in no particular order; they may overlap."""
    if not _HINT.search(text):
        return
    for what, pattern in _PATTERNS:
        for found in pattern.finditer(text):
            yield Place(Span(*found.span()), what)
    yield from (Place(span, "a tag") for span in tags(text))
    yield from (Place(span, "a placeholder") for span in placeholders(text))
