"""Look-alike letters of another script inside a word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from qa.checks.api import Context, Finding, finding, replace
from qa.checks.scripts import SCRIPTS, scripts_of
from qa.model import RuleInfo, Severity, Span

INFO = RuleInfo(
    id="mixed-script",
    category="spelling",
    severity=Severity.MAJOR,
    summary="Look-alike letters of another script stand inside a word.",
    help=(
        "A Latin word with a Cyrillic or Greek letter in it looks right on the screen, but no search,"
        " index or screen reader finds it. The suggestion is the word with every letter of its main"
        " script. Compounds of two scripts (X-подібний, PR-служба), units (µm, kΩ) and words joined from"
        " two whole parts (ITшник, VIPы) are left alone."
    ),
    flagged=("The city of Kуiv is calm.",),
    passed=("The city of Kyiv is calm.",),
)
# Letter by letter what looks the same to the eye; Unicode's confusables hold far more.
PAIRS = {
    ("Cyrillic", "Latin"): dict(
        zip("АаВСсЕеНІіЈјКкМОоРрЅѕТХхУуЇїһԁԛԝ", "AaBCcEeHIiJjKkMOoPpSsTXxYyÏïhdqw", strict=True)
    ),
    ("Greek", "Latin"): dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧανοριυ", "ABEZHIKMNOPTYXavopiu", strict=True)),
    ("Greek", "Cyrillic"): dict(zip("ΑΒΕΗΙΚΜΟΡΤΧαορκ", "АВЕНІКМОРТХаорк", strict=True)),
}
ALIKE = PAIRS | {
    ("Latin", "Cyrillic"): {latin: cyr for cyr, latin in PAIRS["Cyrillic", "Latin"].items()},
    ("Latin", "Greek"): {latin: greek for greek, latin in PAIRS["Greek", "Latin"].items()},
    ("Cyrillic", "Greek"): {cyr: greek for greek, cyr in PAIRS["Greek", "Cyrillic"].items()},
}
_L, _G, _C = (SCRIPTS[s] for s in ("Latin", "Greek", "Cyrillic"))
# A word with letters of at least two of the three scripts: the cheap test that nearly every word fails.
MIXED = re.compile(
    rf"(?<![{_L}{_G}{_C}])[{_L}{_G}{_C}]*?(?:[{_L}][{_G}{_C}]|[{_G}][{_L}{_C}]|[{_C}][{_L}{_G}])[{_L}{_G}{_C}]*"
)
CLASS = {script: re.compile(f"[{SCRIPTS[script]}]") for script in ("Latin", "Greek", "Cyrillic")}
# Greek letters that stand for a prefix or quantity: µm, kΩ, Δt, πr.
UNIT = re.compile(r"[kMGmµμn]?[ΩΩ]|[μµ][A-Za-z]{1,4}|[ΔΣΩαβγδθλμπρσφω][A-Za-z]{1,2}|[A-Za-z]{1,2}[αβγδΔΩ]")


def check(context: Context) -> Iterator[Finding]:
    """Report every word in which look-alikes of another script stand."""
    home = scripts_of(context.document.target_lang)
    for segment in context.document.segments:
        if segment.text.isascii():
            continue
        for m in MIXED.finditer(segment.text):
            if UNIT.fullmatch(m[0]):
                continue
            if judged := _judge(m[0], home):
                main, suggestion, odd = judged
                text = f"{_listed(odd)} in a {main} word."
                found = finding(INFO, segment, Span(*m.span()), text)
                yield replace(found, suggestion=suggestion, confidence=0.99 if suggestion else 0.8)


def _judge(word: str, home: frozenset[str]) -> tuple[str, str | None, list[tuple[str, str]]] | None:
    """Main script, the word in it (None where a letter has no like), odd letters with their script."""
    scripts = [next(s for s, c in CLASS.items() if c.match(letter)) for letter in word]
    main = max(sorted(set(scripts)), key=lambda s: (scripts.count(s), s in home))
    odd = [(letter, s) for letter, s in zip(word, scripts, strict=True) if s != main]
    like = [ALIKE[s, main].get(letter) for letter, s in odd]
    if not any(like):
        return None
    if _joined(scripts) and (None in like or len(odd) > 2 or _abbreviation(word, len(odd))):
        return None
    if None in like:
        return main, None, odd
    fixed = "".join(
        letter if s == main else ALIKE[s, main][letter] for letter, s in zip(word, scripts, strict=True)
    )
    return main, fixed, odd


def _joined(scripts: list[str]) -> bool:
    """Whether a word changes its script once, as words joined from whole parts do ("VIPы")."""
    return sum(a != b for a, b in pairwise(scripts)) == 1


def _abbreviation(word: str, length: int) -> bool:
    """Whether a word is capitals of one script and a small ending of another ("ITшник")."""
    return length > 1 and word[:length].isupper() and word[length:].islower()


def _listed(odd: list[tuple[str, str]]) -> str:
    """The odd letters in words: "Cyrillic у (U+0443)"."""
    shown = [f"{script} {letter} (U+{ord(letter):04X})" for letter, script in dict.fromkeys(odd)]
    return ", ".join(shown[:4]) + (" …" if len(shown) > 4 else "")
