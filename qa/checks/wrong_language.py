"""Sentences in another language than the target's."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from qa.checks.api import Context, Finding, finding, replace
from qa.checks.copies import copied
from qa.checks.leftovers import leftovers
from qa.function_words import alike, small_words, telling, words
from qa.model import RuleInfo, Segment, Severity, Span
from qa.scripts import counts, scripts_of
from qa.strings import without_code
from qa.text import ascii_runs

INFO = RuleInfo(
    id="wrong-language",
    category="untranslated",
    severity=Severity.MAJOR,
    summary="A sentence is in another language than the target language.",
    help=(
        "First the letters: a sentence mostly in a script that the target language is not written in."
        " Then the small words (of, and, the): a sentence of some length that has those of another"
        " language and hardly any of the target's, where langdetect says the same. Short sentences, names,"
        " quotations and languages that are hard to tell apart (Czech and Slovak, Danish and Norwegian)"
        " are not judged. A sentence copied from the source, or the half of one, is reported as untranslated."
    ),
    flagged=("Der Präsident hat am Montag in einer Rede gesagt, dass die Lage sehr ernst ist.",),
    passed=("The president said on Monday in a speech that the situation is very serious.",),
)
MIN_LETTERS = 40
MIN_WORDS = 7
# A third of a good sentence are small words; that one in ten is another language's alone says much.
MUCH = 0.1
MIN_HITS = 3
MIN_PROBABILITY = 0.9
# Letters that a language does not have, and letters that nearly every sentence of it has.
TELLTALE = {
    "uk": ("ыэёъ", "іїєґ"), "ru": ("іїєґў", "ыэёъ"), "be": ("щъи", "ўі"), "bg": ("ыэёіїє", "ъ"),
    "mk": ("йщъыьэюяіїє", "јљњќѓѕ"), "sr": ("йщъыьэюяіїє", "јљњђћ"),
    "zh": ("のはをがにでとたるしてい", ""),
    "ja": ("们说这为时经发动开关门问间东车马长书话让设该总统势严实现进过还员业产两务边", "のはをがにでとたるしてい"),
}  # fmt: skip
# No sentence of so many letters is without the letters of its own in these: Russian may well be without ы and э.
NEVER_WITHOUT = frozenset(["uk", "be"])
MANY_LETTERS = 60
# Characters of Chinese and Japanese that say as much as `MIN_LETTERS` letters.
MIN_SIGNS = 12
QUOTED = re.compile(
    r"[«“„\"「『][^«»“”„\"」』]{1,400}[»”“\"」』]|\([^()]{1,200}\)|https?://\S+|(?<!\S)[^\s@]{1,64}@\S+"
)


def check(context: Context) -> Iterator[Finding]:
    """Report every sentence that is in another language, but for those copied from the source."""
    document = context.document
    target = document.target_lang
    if not target:
        return
    latin = "Latin" in scripts_of(target)
    for segment in document.segments:
        found = None
        if not (latin and segment.text.isascii()):
            found = _script(segment, target, document.source_lang) or _letters(segment, target)
        found = found or _words(segment, target)
        if found and not _from_source(segment, document.source_lang, target):
            text, confidence = found
            whole = finding(INFO, segment, Span(0, len(segment.text)), text)
            yield replace(whole, confidence=confidence)


def _from_source(segment: Segment, source: str | None, target: str) -> bool:
    """Whether the source itself stands there, which is the business of `untranslated`."""
    return copied(segment, source, target) or next(leftovers(segment, source, target), None) is not None


def _script(segment: Segment, target: str, source: str | None) -> tuple[str, float] | None:
    found = counts(without_code(segment.text))
    letters = sum(found.values())
    home = scripts_of(target)
    foreign = {script: n for script, n in found.items() if script not in home}
    if letters < 12 or not foreign or sum(foreign.values()) * 2 < letters:
        return None
    script = max(foreign, key=lambda s: foreign[s])
    # The source's own script is the business of `untranslated`; Latin names are at home everywhere.
    if script in scripts_of(source) or (script == "Latin" and foreign[script] < MIN_LETTERS):
        return None
    return f"The sentence is written in {script} letters.", 0.95


def _letters(segment: Segment, target: str) -> tuple[str, float] | None:
    """Neighbours in one script are told by letters of their own: Russian in a Ukrainian text by ы and э."""
    base = target.partition("-")[0]
    strange, own = TELLTALE.get(base, ("", ""))
    least = MIN_SIGNS if "Han" in scripts_of(base) else MIN_LETTERS
    if not strange or len(segment.text) < least:
        return None
    text = QUOTED.sub(" ", segment.text).casefold()
    if len(text) < least or any(c in text for c in own):
        return None
    lacking = base in NEVER_WITHOUT and sum(map(str.isalpha, text)) >= MANY_LETTERS
    return _confirmed(text, target, "") if lacking or sum(map(text.count, strange)) >= MIN_HITS else None


def _words(segment: Segment, target: str) -> tuple[str, float] | None:
    if len(segment.text) < MIN_LETTERS or not small_words(target):
        return None
    text = segment.text
    strange = telling(target)
    if text.isascii() and sum(map(strange.__contains__, ascii_runs(text))) < MIN_HITS:
        return None
    found = words(text)
    if len(found) < MIN_WORDS or sum(map(strange.__contains__, found)) < max(MIN_HITS, MUCH * len(found)):
        return None
    text = QUOTED.sub(" ", text)
    found = words(text)
    if len(found) < MIN_WORDS or sum(map(len, found)) < MIN_LETTERS:
        return None
    other, most = _most_votes(found, strange)
    own = sum(w in small_words(target) and w not in small_words(other) for w in found)
    if most < max(MIN_HITS, MUCH * len(found)) or own * 4 > most:
        return None
    return _confirmed(text, target, other)


def _most_votes(found: Sequence[str], strange: Mapping[str, Sequence[str]]) -> tuple[str, int]:
    """The language that most of some words are small words of, and how many are."""
    votes = Counter(lang for word in found for lang in strange.get(word, ()))
    return max(votes.items(), key=lambda v: (v[1], v[0]), default=("", 0))


def _confirmed(text: str, target: str, other: str) -> tuple[str, float] | None:
    from qa.language import detect

    lang, probability = detect(text)
    base = target.partition("-")[0]
    if lang is None or lang == base or probability < MIN_PROBABILITY:
        return None
    if alike(base, lang):
        return None
    # Small words and letter statistics must agree, or name two languages that are hard to tell apart.
    if other and lang != other and not alike(lang, other):
        return None
    return f"The sentence is in another language ({lang}) than the target ({base}).", round(
        probability * 0.95, 2
    )
