"""Deprecated forms of glossary entries."""

from __future__ import annotations

from collections.abc import Iterator

from qa.checks.api import Context, Finding, finding, replace
from qa.model import Mention, RuleInfo, Severity, Status
from qa.names.texts.shape import shaped

INFO = RuleInfo(
    id="name-variant",
    category="termbase",
    severity=Severity.MAJOR,
    summary="A form that the glossary deprecates.",
    help="The glossary lists this spelling as deprecated. Write the preferred form. What is made from it (Kievan) is "
    "to be made from the preferred form; where the two end otherwise (Молдавия, Молдова), the finding is minor and "
    "suggests nothing. A fixed phrase in which the old form is right (chicken Kiev) belongs into the glossary as an "
    "entry of its own: the longest match wins. Nothing is said where the source, or a given name or “Mr” before it, "
    "tells that it is a surname (Sergei Lvov).",
    flagged=("The Lugansk region is under fire.",),
    passed=("The Luhansk region is under fire.", "He ordered chicken Kiev.", "Sergei Lvov resigned."),
    needs=("language",),
)


def check(context: Context) -> Iterator[Finding]:
    """Report every mention by a deprecated form."""
    lang = context.document.target_lang
    for segment, names in zip(context.document.segments, context.names.segments, strict=True):
        for mention in names.mentions:
            if mention.status is Status.DEPRECATED:
                yield replace(
                    finding(INFO, segment, mention.span, _explain(mention)),
                    severity=Severity.MINOR if _made_otherwise(mention) else INFO.severity,
                    entry=mention.entry,
                    suggestion=shaped(mention, lang, segment.text[: mention.span.start]),
                    route=mention.route or None,
                    evidence=mention.evidence,
                )


def _made_otherwise(mention: Mention) -> bool:
    """Whether nobody can say what the preferred form makes in place of a word: Moldavian may be right of Moldova."""
    return mention.kind == "derived" and mention.suggestion is None


def _explain(mention: Mention) -> str:
    route = f" ({mention.route})" if mention.route else ""
    if mention.kind == "derived":
        return f"“{mention.text}” is made from the deprecated form {mention.form}{route}"
    return f"“{mention.text}” is a deprecated form{route}"
