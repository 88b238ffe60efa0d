"""One glossary entry in the place of another."""

from __future__ import annotations

from collections.abc import Iterator

from qa.checks.api import Context, Finding, finding, replace
from qa.checks.name_missing import preferred
from qa.model import RuleInfo, Severity
from qa.names.words.articles import with_article

INFO = RuleInfo(
    id="name-wrong",
    category="entity",
    severity=Severity.MAJOR,
    summary="The target names another entry where the source names this one.",
    help="The source names an entry that the target lacks, and the target names one of the same kind that the source "
    "lacks. Somebody or some place has been mistaken for another. Compare with the source before changing it.",
    flagged=("Белгород обстреляли. → Belgrade was shelled.",),
    passed=("Белгород обстреляли. → Belgorod was shelled.",),
    needs=("language", "source"),
)


def check(context: Context) -> Iterator[Finding]:
    """Report every mention that stands in another name's place."""
    lang = (context.document.target_lang or "").partition("-")[0]
    for segment, names in zip(context.document.segments, context.names.segments, strict=True):
        for mention, source in names.wrong:
            wanted = source.surname or preferred(context, source.entry)
            explanation = f"“{mention.text}” stands where the source names “{source.text}” ({wanted})"
            span = with_article(segment.text, mention.span, wanted or "", lang)
            yield replace(
                finding(INFO, segment, span, explanation),
                entry=source.entry,
                suggestion=wanted,
                confidence=0.8,
                evidence=(f"the source has {source.text}", f"the source does not name {mention.form}"),
            )
