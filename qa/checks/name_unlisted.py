"""Renderings of glossary entries that nobody listed: other romanizations, foreign forms, misspellings."""

from __future__ import annotations

from collections.abc import Iterator

from qa.checks.api import Context, Finding, finding, replace
from qa.model import Mention, RuleInfo, Severity
from qa.names.texts.shape import shaped

INFO = RuleInfo(
    id="name-unlisted",
    category="transliteration",
    severity=Severity.MAJOR,
    summary="A form of a glossary name that nobody listed: another romanization, or a misspelling.",
    help="The spelling is not in the glossary, but it is recognised as a rendering of an entry: by the letters of its "
    "native form, by the source text, or by its likeness to the preferred form. The route says how it came about. "
    "Where recognition is not certain the finding is minor, and so is a slip in a person's name without a source: "
    "surnames one letter apart are common. If the spelling is right, add it to the glossary as an "
    "admitted form, or as a form of an entry of its own.",
    flagged=("The opposite city of Lyschansk fell.",),
    passed=("The opposite city of Lysychansk fell.",),
    needs=("language",),
)
SURE = 0.9  # confidence from which a recognition without source evidence is major
OTHER = (
    0.85  # the most confidence in a slip that may be somebody else's surname; nothing is corrected at that
)
# Kinds of routes that may name what is to be written themselves.
_OF_THE_NAME = frozenset({"misspelling", "respelling", "typography", "given-name"})
# Kinds that are never certain to be wrong.
_DOUBTED = frozenset({"typography", "given-name", "wording"})
_CATEGORIES = dict.fromkeys(("misspelling", "case-ending", "typography"), "spelling") | {
    "wording": "termbase"
}


def check(context: Context) -> Iterator[Finding]:
    """Report every mention by a form that is not listed."""
    sure = context.config.threshold("name-unlisted.sure", SURE)
    lang = context.document.target_lang
    for segment, names in zip(context.document.segments, context.names.segments, strict=True):
        for mention in names.mentions:
            if mention.status is not None:
                continue
            found = finding(INFO, segment, mention.span, _explain(mention))
            other = not mention.evidence and _somebody_else(mention, context)
            likely = mention.confidence >= sure and not other
            certain = (mention.evidence or likely) and mention.kind not in _DOUBTED
            yield replace(
                found,
                category=_CATEGORIES.get(mention.kind, INFO.category),
                severity=INFO.severity if certain else Severity.MINOR,
                entry=mention.entry,
                suggestion=shaped(mention, lang, segment.text[: mention.span.start]),
                confidence=round(min(mention.confidence, OTHER) if other else mention.confidence, 3),
                route=mention.route,
                evidence=mention.evidence,
            )


def _somebody_else(mention: Mention, context: Context) -> bool:
    """Whether another person may be meant: surnames one letter apart are as common as slips."""
    return mention.kind == "misspelling" and context.names.entry(mention.entry).type == "person"


def _explain(mention: Mention) -> str:
    because = f"; {'; '.join(mention.evidence)}" if mention.evidence else ""
    if mention.kind in _OF_THE_NAME and mention.suggestion and mention.suggestion in mention.route:
        return f"“{mention.text}” is {'' if mention.kind == 'typography' else 'a '}{mention.route}{because}"
    return f"“{mention.text}” stands for {mention.suggestion}: {mention.route}{because}"
