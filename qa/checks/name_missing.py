"""Names of the source that the target does not have."""

from __future__ import annotations

from collections.abc import Iterator

from qa.checks.api import Context, Finding, finding, replace
from qa.model import RuleInfo, Severity

INFO = RuleInfo(
    id="name-missing",
    category="omission",
    severity=Severity.MINOR,
    summary="The source names a glossary entry, the target does not.",
    help="A name that stands in the source has no rendering in the target that qa recognises. It may have been "
    "dropped, translated as a word (Песков as sand), or replaced by a pronoun, which is right in running text; "
    "so the finding is minor. In a script without capitals a common word may be meant, which is said.",
    flagged=("Херсон обстреляли утром. → The city was shelled in the morning.",),
    passed=("Херсон обстреляли утром. → Kherson was shelled in the morning.",),
    needs=("language", "source"),
)
_WORD = "; where it is an ordinary word here, that is right"


def check(context: Context) -> Iterator[Finding]:
    """Report every source name without a rendering, on the source side."""
    for segment, names in zip(context.document.segments, context.names.segments, strict=True):
        for name in names.missing:
            wanted = name.surname or preferred(context, name.entry)
            found = finding(
                INFO,
                segment,
                name.span,
                f"the source names “{name.text}” ({wanted}), the target does not{_WORD if name.common else ''}",
                side="source",
            )
            yield replace(found, entry=name.entry, suggestion=wanted, confidence=0.3 if name.common else 0.6)


def preferred(context: Context, entry_id: str) -> str | None:
    """The preferred form of an entry in the document's target language, by the document's day."""
    document = context.document
    day = document.published or context.config.day
    form = context.names.entry(entry_id).preferred_in(document.target_lang or "", day)
    return form.text if form else None
