"""By which route a spelling came about, said in words an editor understands."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from qa.model import Form
from qa.names.align import Alignment, align
from qa.names.closeness import Closeness
from qa.names.compile import normal
from qa.names.edits import changes
from qa.names.letters import COMMON_ROUTES, ROUTES
from qa.names.lexicon import Name

LANGUAGES = {
    "ar": "Arabic", "be": "Belarusian", "bg": "Bulgarian", "cs": "Czech", "de": "German", "el": "Greek",
    "en": "English", "es": "Spanish", "fa": "Persian", "fr": "French", "he": "Hebrew", "hy": "Armenian",
    "it": "Italian", "ja": "Japanese", "ka": "Georgian", "ko": "Korean", "nl": "Dutch", "pl": "Polish",
    "pt": "Portuguese", "ru": "Russian", "sr": "Serbian", "tr": "Turkish", "uk": "Ukrainian", "zh": "Chinese",
}  # fmt: skip
# Routes in the order in which they are believed when a spelling could have come by several: the standards first.
_ORDER = "nbcsgurdfephitwxok"


class Route(NamedTuple):
    """A route's family (for categories and statistics), its description, and whether letters were changed."""

    kind: str
    text: str
    slip: bool


def describe(name: Name, spelling: str, close: Closeness, source_word: str | None = None) -> Route:
    """Describe how the folded `spelling` relates to a name that it was found close to."""
    best, form = close.best, close.form
    suggestion = name.suggestion or name.id
    if best is None:
        return Route("given-name", f"form of the given name {suggestion} in another language", False)
    if form is None and best.table.name == "latin":
        return Route("case-ending", f"{source_word} with its case ending, as the source has it", True)
    if form is None:
        return Route("case-ending", f"{source_word} with its case ending, romanized as it stands", True)
    path = align(best, spelling)
    if best.table.name != "latin" and path is not None and path.steps[-1].case_ending:
        text = f"case ending of {LANGUAGES.get(form.lang.partition('-')[0], 'the source')} carried over"
        return Route("case-ending", f"{form.text} with a {text}", True)
    if best.table.name != "latin" and path is not None and not path.edits:
        return Route("romanization", _standard(path, best.table.name, form.text, form.lang), False)
    same = _same_letters(name, spelling, form)
    if same is not None:
        return same
    if path is not None and not path.edits and best.table.name == "latin":
        return Route("respelling", f"respelling of {form.text}: {difference(form.text, spelling)}", False)
    return Route("misspelling", f"misspelling of {suggestion}: {difference(suggestion, spelling)}", True)


def _same_letters(name: Name, spelling: str, form: Form) -> Route | None:
    """A form of another language, when the spelling is exactly that."""
    if normal(form.text) != spelling:
        return None
    if normal(form.text) in name.good:
        return Route("typography", f"{form.text} written with other marks, hyphens or capitals", False)
    base = form.lang.partition("-")[0]
    return Route("other-language", f"{LANGUAGES.get(base, base)} form {form.text}", False)


def _standard(path: Alignment, table: str, native: str, lang: str) -> str:
    """The one standard that explains every letter, or the one that explains most of them."""
    routes = [step.routes for step in path.steps if step.routes]
    shared = frozenset.intersection(*routes) if routes else frozenset()
    names = {**COMMON_ROUTES, **ROUTES[table]}
    if shared:
        best = min(shared, key=_ORDER.index)
        return f"{names[best]} of {native}"
    count = Counter(route for step in routes for route in step)
    # What tells routes apart are the letters they write differently; the commonest route names the mixture.
    best = min(count, key=lambda r: (-count[r], _ORDER.index(r)))
    return f"mixed romanization of {native}, mostly {names[best]}"


def difference(right: str, spelling: str) -> str:
    """What differs between the right form and a spelling, letter by letter, in words."""
    a, b = normal(right), normal(spelling)
    if a == b:
        return "marks, hyphens or capitals differ"
    out = []
    for kind, was, now, position in changes(a, b):
        if kind == "delete":
            out.append(f"“{was}” missing{_after(a, position)}")
        elif kind == "insert":
            out.append(f"“{now}” added{_after(a, position)}")
        else:
            out.append(f"“{now}” for “{was}”")
    return ", ".join(out)


def _after(text: str, position: int) -> str:
    return f" after “{text[:position]}”" if position else " at the start"
