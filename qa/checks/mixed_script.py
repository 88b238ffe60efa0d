"""Look-alike letters of another script inside a word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from qa.checks.api import Context, Finding, finding, replace
from qa.model import RuleInfo, Severity
from qa.names.texts.lookalikes import mixed_words, sounds_like

INFO = RuleInfo(
    id="mixed-script",
    category="spelling",
    severity=Severity.MAJOR,
    summary="Look-alike letters of another script stand inside a word.",
    help=(
        "A Latin word with a Cyrillic or Greek letter in it looks right on the screen, but no search,"
        " index or screen reader finds it. The suggestion is the word with every letter of its main"
        " script, and for a name that the glossary writes in another way, that. Compounds of two scripts"
        " (X-подібний, PR-служба), units (µm, kΩ) and words joined from two whole parts (ITшник, VIPы) are"
        " left alone."
    ),
    flagged=("The city of Kуiv is calm.",),
    passed=("The city of Kyiv is calm.",),
)
# Rules that may have something to say of the same word.
NAMES = frozenset({"name-variant", "name-unlisted"})


def check(context: Context) -> Iterator[Finding]:
    """Report every word in which look-alikes of another script stand."""
    lang = context.document.target_lang
    for segment, names in zip(context.document.segments, context.names.segments, strict=True):
        for word in mixed_words(segment.text, lang):
            found = finding(INFO, segment, word.span, word.letters)
            heard = [
                m.form for m in names.mentions if m.span == word.span and sounds_like(word, m.form, lang)
            ]
            plain = heard[0] if heard else word.plain
            yield replace(found, suggestion=plain, confidence=0.99 if plain else 0.8)


def one_a_name(found: Iterable[Finding]) -> Iterator[Finding]:
    """The findings of all rules, with one for a name that is written wrongly and in letters of two scripts."""
    findings = list(found)
    mixed = [f for f in findings if f.rule == INFO.id]
    if not mixed:
        yield from findings
        return
    told: set[int] = set()
    for one in findings:
        if one.rule not in NAMES:
            continue
        inside = [m for m in mixed if m.segment == one.segment and one.start <= m.start and m.end <= one.end]
        if inside:
            told |= {id(one), *map(id, inside)}
            letters = "; ".join(m.explanation for m in inside)
            yield replace(
                one, rule=INFO.id, category=INFO.category, severity=INFO.severity,
                explanation=f"{letters}; {one.explanation}", confidence=max(one.confidence, inside[0].confidence),
            )  # fmt: skip
    yield from (f for f in findings if id(f) not in told)
