"""A mention of a name in a spelling that nobody listed, however it came to be recognised."""

from __future__ import annotations

from collections.abc import Iterable

from qa.model import Mention, Span, Status
from qa.names.grammar.in_case import in_case
from qa.names.grammar.inflect import MADE, is_several, makes
from qa.names.lexicon.lexicon import Name
from qa.names.near.candidates import EXACT
from qa.names.near.closeness import Closeness, with_vowels
from qa.names.near.nearness import DEMANDED
from qa.names.near.recognise import Recognition
from qa.names.near.routes import describe
from qa.names.script.edits import similarity
from qa.names.texts.forms import normal
from qa.names.texts.windows import SETTING_APART, Window, is_set_apart, overlaps
from qa.names.words.articles import arabic_article_too_many, with_article
from qa.text import has_capitals

_ALIKE = 0.5  # share of the letters that initials have in common with those written for them


def unlisted(
    text: str,
    window: Window,
    name: Name,
    close: Closeness,
    confidence: float,
    *,
    source: str = "",
    nearby: bool = False,
) -> Mention:
    """The mention of a name in a stretch of text, told by the form that it comes close to.

    An article that the suggestion brings is taken in with it, and so is one that it has not where the source
    asks for the name (Al-Qahira, for Cairo); with its article the form may be right (the Hague).

    `source` is the word of the source that demands the name, if any; `nearby` says that a right form around is
    what tells it.
    """
    name = name.near(window.normal)
    found = Span(window.start, window.end)
    span = with_article(text, found, name.suggestion or "", name.base_lang)
    if source and name.type == "place" and span == found:
        listed = (form for _, form in name.listed)
        span = arabic_article_too_many(text, found, name.entry.forms, listed, name.base_lang) or found
    written = text[span.start : span.end]
    right = next((f for n, f in name.listed if n == normal(written)), None) if span != found else None
    if right is not None and right.status is not Status.DEPRECATED:
        return Mention(span, written, name.id, right.text, right.status, "listed", right.note, 1.0)
    whole = text[window.start : window.end]
    # Where the article goes with the name, it is written again: el-Sissi, al-Sisi.
    wanted = name.suggested(window.normal) if span == found else name.suggestion
    wanted = _initials(name, whole) or wanted
    # An ending that is set apart stays as it is.
    apart = name.base_lang in SETTING_APART or is_set_apart(text, window.end)
    fitting = wanted if apart else _fitting(wanted, name, window, close, whole)
    if fitting == written:
        return Mention(span, written, name.id, fitting, Status.PREFERRED, "inflected", "", 1.0)
    if close.best is not None and close.best.table.abjad and (not source or has_capitals(source)):
        # A source that writes its vowels is not read by way of one that does not, nor is what they tell as well.
        told = with_vowels(
            name, window.normal, DEMANDED if source else close.cost + EXACT / len(window.normal)
        )
        close = told if told.found else close
    cased = (fitting, normal(whole)) if fitting and fitting != name.suggestion else None
    route = describe(name, window.normal, close, source, cased)
    return Mention(
        span=span,
        text=written,
        entry=name.id,
        form=close.form.text if close.form else source,
        status=None,
        kind=route.kind,
        route=f"{route.text}; {name.suggestion} stands nearby" if nearby else route.text,
        confidence=confidence,
        suggestion=fitting,
        evidence=(f"the source has {source}",) if source else (),
    )


def _initials(name: Name, written: str) -> str | None:
    """The right initials that a word in capitals is like, where the preferred form has several words: LPD, of LDP."""
    if not written.isupper() or " " in written or " " not in (name.suggestion or ""):
        return None
    right = (form.text for n, form in name.listed if n in name.initials_in(name.base_lang) and n in name.good)
    alike = [(similarity(normal(text), normal(written), _ALIKE), text) for text in right]
    likest = max(alike, key=lambda found: found[0], default=(0.0, None))
    return likest[1] if likest[0] else None


def _fitting(right: str | None, name: Name, window: Window, close: Closeness, written: str) -> str | None:
    """The form to write in the case of a spelling that stands for it; as it is where the case is not known."""
    lang = name.base_lang
    if right is None or _nominative(name, window, close, written):
        return right
    fitting = in_case(right, written, lang, name.type in MADE, name.type == "person")
    if fitting is None and window.normal in makes(written, lang):
        several = right + written[len(window.normal) :]
        return several if is_several(normal(right), normal(several), lang) else right
    return fitting or right


def _nominative(name: Name, window: Window, close: Closeness, written: str) -> bool:
    """Whether a spelling is a form of another language, or its regular romanization, taken over as it stands."""
    plain = normal(written)
    if any(normal(form.text) == plain for form in name.entry.forms):
        return True
    if close.best is None or close.form is None or window.normal != plain:
        return False
    regular = close.cost * len(plain) <= EXACT and close.form.lang.partition("-")[0] != name.base_lang
    # In other letters a case ending looks like the ending of another language: Харкова, and Finnish Harkova.
    return regular and (plain.isascii() or close.best.table.name != "latin")


def likeliest(text: str, found: Iterable[tuple[Recognition, Window]]) -> list[Mention]:
    """Mentions of what was recognised in a text, the most probable first, none overlapping."""
    order = sorted(found, key=lambda f: (-f[0].probability, f[1].start - f[1].end, f[1].start))
    out: list[Mention] = []
    for best, window in order:
        if not overlaps(window.start, window.end, out):
            out.append(unlisted(text, window, best.name, best.closeness, round(best.probability, 4)))
    return out
