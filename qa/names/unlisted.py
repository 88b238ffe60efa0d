"""A mention of a name in a spelling that nobody listed, however it came to be recognised."""

from __future__ import annotations

from qa.model import Mention, Span
from qa.names.closeness import Closeness
from qa.names.lexicon import Name
from qa.names.routes import describe
from qa.names.windows import Window


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

    `source` is the word of the source that demands the name, if any; `nearby` says that a right form around is
    what tells it.
    """
    route = describe(name, window.normal, close, source)
    return Mention(
        span=Span(window.start, window.end),
        text=text[window.start : window.end],
        entry=name.id,
        form=close.form.text if close.form else source,
        status=None,
        kind=route.kind,
        route=f"{route.text}; {name.suggestion} stands nearby" if nearby else route.text,
        confidence=confidence,
        suggestion=name.suggestion,
        evidence=(f"the source has {source}",) if source else (),
    )
