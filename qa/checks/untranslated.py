"""Source text left in the target: nothing at all, a copy, a clause, or words in the source's script."""

from __future__ import annotations

from collections.abc import Iterator

from qa.checks.api import Context, Finding, finding, replace
from qa.checks.copies import copied
from qa.checks.foreign import Run, foreign_runs
from qa.checks.leftovers import leftovers
from qa.model import Document, RuleInfo, Segment, Severity, Span
from qa.scripts import counts, scripts_of
from qa.strings import without_code

INFO = RuleInfo(
    id="untranslated",
    category="untranslated",
    severity=Severity.MAJOR,
    summary="The target is empty, a copy of the source, or has words of the source in it.",
    help=(
        "An empty target for a source that says something; a target that repeats its source (names,"
        " numbers and titles alone may stay); a clause of the source in the midst of the target, word for word;"
        " and words in a script that the target language is not written in. Single letters, symbols, web"
        " addresses, tags and placeholders, an original in brackets after its translation (Kyiv (Київ)) or in"
        " quotation marks, and brands in Latin letters are left alone."
    ),
    flagged=("The місто was shelled.", "Das Haus ist sehr alt und klein. → Das Haus ist sehr alt und klein."),
    passed=("The city of Kyiv (Київ) was shelled.", "Volkswagen AG → Volkswagen AG"),
)

_SAMPLE = 50  # segments by which the script of a text is told
_TELLING = 12  # letters from which a sentence tells that it is not translated


def check(context: Context) -> Iterator[Finding]:
    """Report empty targets, copies, and foreign words."""
    document = context.document
    home = scripts_of(document.target_lang) or _script_of(document)
    for segment in document.segments:
        whole = Span(0, len(segment.text))
        if not segment.text.strip():
            if segment.source and any(c.isalnum() for c in segment.source):
                yield finding(INFO, segment, whole, "The target is empty, but the source says something.")
        elif copied(segment, document.source_lang, document.target_lang):
            text = "The target repeats the source: it was not translated."
            yield replace(finding(INFO, segment, whole, text), confidence=0.95)
        else:
            for span in leftovers(segment, document.source_lang, document.target_lang):
                yield replace(
                    finding(INFO, segment, span, "Left in the language of the source."), confidence=0.9
                )
            if home and not (segment.text.isascii() and "Latin" in home):
                yield from _foreign(segment, home, document.source_lang)


def _script_of(document: Document) -> frozenset[str]:
    """The script that most of a document is in, where its language is unknown."""
    found = counts(" ".join(s.text for s in document.segments[:_SAMPLE]))
    return frozenset({max(found, key=lambda s: found[s])}) if found else frozenset()


def _foreign(segment: Segment, home: frozenset[str], source_lang: str | None) -> Iterator[Finding]:
    runs = list(foreign_runs(segment, home, source_lang))
    letters = sum(counts(without_code(segment.text)).values())
    if runs and sum(r.letters for r in runs) * 2 > letters and letters >= _TELLING:
        script = runs[0].script
        # Another script than the source's is a wrong language rather than a lack of translation.
        if script in scripts_of(source_lang):
            text = f"Most of the sentence is in {script} letters: it was not translated."
            yield finding(INFO, segment, Span(0, len(segment.text)), text)
        return
    for run in runs:
        yield _finding(segment, run)


def _finding(segment: Segment, run: Run) -> Finding:
    text = f"Left in {run.script} letters."
    return replace(finding(INFO, segment, run.span, text), confidence=run.confidence)
