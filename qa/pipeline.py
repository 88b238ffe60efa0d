"""read → segment → score → check → report: the one way a text takes through the house."""

from __future__ import annotations

import datetime as dt
import gc
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from functools import lru_cache, partial
from itertools import chain, count, islice
from multiprocessing import get_context
from multiprocessing.context import BaseContext

from qa.checks import RULE_INFOS, Context, run_checks
from qa.config import Config
from qa.errors import QaError
from qa.feed import Checked, through, with_severity
from qa.fingerprints import place, with_fingerprints
from qa.fluency import score_document
from qa.language import NOT_TOLD, detect, is_no_language
from qa.model import CheckedDocument, Document, Skipped
from qa.names import Lexicon, NameIndex, read_names
from qa.segment import split
from qa.signals import ENDING
from qa.strings import without_code
from qa.suppress import left_out, suppress, unknown_rules

Translate = Callable[[Iterable[Document]], Iterable[Document]]
_CHUNK = 8
# So many chunks a process may be on their way: enough that none has to wait, few enough for any feed.
_AHEAD = 4
# Objects made before the collector looks for rings of them. There are hardly any, and the words that are remembered
# are many: looked through as often as Python does by itself, they take an eighth of the time.
_COLLECTED_AFTER = 10_000
_FEW = 0.1  # of the names of a glossary: in a language in which fewer have a form, they are hardly judged


def run(
    documents: Iterable[Document], index: NameIndex, config: Config, translate: Translate, jobs: int = 1
) -> Iterator[CheckedDocument]:
    """Check documents as they were read; `translate` fills in their round trips, `jobs` are processes.

    Nothing is read before it is asked for: without a backend that wants to see all documents at once, memory
    does not grow with their number.
    """
    segmented = (split(in_languages(document, config)) for document in documents)
    return check_documents(translate(segmented), index, config, jobs)


def check_documents(
    documents: Iterable[Document], index: NameIndex, config: Config, jobs: int = 1
) -> Iterator[CheckedDocument]:
    """Check documents in order, on as many processes as `jobs` says, and their names against one another."""
    coming = iter(documents)
    first = list(islice(coming, 2 if jobs > 1 else 0))
    documents = chain(first, coming)
    if len(first) < 2:
        return through(map(partial(_check, index=index, config=config), documents), config)
    return through(_in_processes(documents, index, config, jobs), config)


def _in_processes(
    documents: Iterable[Document], index: NameIndex, config: Config, jobs: int
) -> Iterator[Checked]:
    pool = ProcessPoolExecutor(jobs, _way_to_start(), initializer=_start, initargs=(index, config))
    waiting: deque[Future[list[Checked]]] = deque()
    try:
        for chunk in _chunks(documents, jobs):
            waiting.append(pool.submit(_check_here, chunk))
            if len(waiting) > jobs * _AHEAD:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    except BrokenProcessPool:
        raise QaError("a worker process was ended, mostly for want of memory; use fewer --jobs") from None
    finally:
        pool.shutdown(cancel_futures=True)


def _chunks(documents: Iterable[Document], jobs: int) -> Iterator[list[Document]]:
    """Single documents at first, so that a few are spread evenly; then several at a time."""
    coming = iter(documents)
    for number in count():
        chunk = list(islice(coming, 1 if number < jobs * _AHEAD else _CHUNK))
        if not chunk:
            return
        yield chunk


def _way_to_start() -> BaseContext:
    """Fork where it is safe: the workers then share the compiled glossary. Beside other threads it is not."""
    try:
        alone = len(os.listdir("/proc/self/task")) == 1
    except OSError:
        alone = False
    return get_context("fork" if alone else "spawn")


_here: tuple[NameIndex, Config] | None = None


def collect_seldom() -> None:
    """Let the collector of this process pass over what there is now, and look at what comes less often.

    For a process that does nothing but check; the glossary and the models are loaded by then.
    """
    gc.freeze()
    gc.set_threshold(_COLLECTED_AFTER)


def _start(index: NameIndex, config: Config) -> None:
    global _here
    _here = (index, config)
    collect_seldom()
    # An interrupt reaches every process of a terminal; the first one ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # A forked worker has the first one's way to end, which puts away what is not its own.
    for sent in ENDING:
        if signal.getsignal(sent) is not signal.SIG_IGN:
            signal.signal(sent, signal.SIG_DFL)


def _check_here(documents: Sequence[Document]) -> list[Checked]:
    if _here is None:
        raise RuntimeError("the worker was not started with a glossary")
    return [_check(document, *_here) for document in documents]


def check_document(document: Document, index: NameIndex, config: Config) -> CheckedDocument:
    """Score and check one segmented document: a pure function of the three, all of them picklable."""
    return _check(document, index, config).document


def _check(document: Document, index: NameIndex, config: Config) -> Checked:
    config = config.at(document.path)
    try:
        scored = score_document(document)
        day = scored.published or config.day
        lexicon = _lexicon(index, scored.target_lang or "und", index.since(day) if day else None)
        context = Context(scored, read_names(scored, lexicon), config)
        found = (with_severity(f, config) for f in run_checks(context))
        named = with_fingerprints(scored, sorted(found, key=place), config.root)
        kept, suppressed = suppress(scored, named, inline=config.inline, quotes=config.quotes)
        told = _with_unnamed(_with_unheeded(scored, config), index)
        checked = CheckedDocument(told, kept, suppressed)
        return Checked(checked, context.names.uncovered)
    except Exception as error:
        error.add_note(f"while checking {document.path}")
        raise


def _with_unheeded(document: Document, config: Config) -> Document:
    """The document with what is to be told of its marks: those that would do nothing, or were not to."""
    if not document.marks:
        return document
    unknown = unknown_rules(document, [info.id for info in RULE_INFOS])
    left = () if config.inline else left_out(document)
    return replace(document, skipped=(*document.skipped, *unknown, *left))


def _with_unnamed(document: Document, index: NameIndex) -> Document:
    """The document with what is to be told of its languages: those in which the glossary has hardly a form."""
    target, source = document.target_lang, document.source_lang
    if not document.segments or target is None or is_no_language(target):
        return document
    told = _hardly_any(target, index, "not judged")
    if told is None and source is not None and any(s.source for s in document.segments):
        told = _hardly_any(source, index, "judged without the source")
    return document if told is None else replace(document, skipped=(*document.skipped, told))


def _hardly_any(lang: str, index: NameIndex, so: str) -> Skipped | None:
    """What is told of a language in which few names of the glossary have a form."""
    found = index.langs.get(lang.partition("-")[0].lower(), 0)
    if found >= _FEW * len(index):
        return None
    some = (
        f"only {found} of the {len(index)} names of the glossary have a form in {lang}; the others were {so}"
    )
    none = f"no name of the glossary has a form in {lang}, so they were {so}"
    return Skipped(None, "names", some if found else none)


@lru_cache(maxsize=16)
def _lexicon(index: NameIndex, target_lang: str, day: dt.date | None) -> Lexicon:
    return Lexicon(index, target_lang, day)


def in_languages(document: Document, config: Config) -> Document:
    """The document with its languages: as configured, else as the file says, else as detected."""
    config = config.at(document.path)
    named = config.target_lang or document.target_lang
    target, skipped = named, document.skipped
    if target is None and document.segments:
        target, _ = detect(without_code("\n".join(s.text for s in document.segments)))
        if target is None:
            skipped = (*skipped, Skipped(None, "language", NOT_TOLD))
    elif target is not None and document.segments and is_no_language(target):
        reason = f"{target!r} says no language, so only names with forms in it were judged; name one with --target-lang"
        skipped = (*skipped, Skipped(None, "language", reason))
    source = config.source_lang or document.source_lang
    sources = "\n".join(s.source for s in document.segments if s.source) if source is None else ""
    if any(map(str.isalpha, sources)):
        source, _ = detect(without_code(sources))
        if named is None and source == target:
            # Nobody translates into the same language, so one of the two is not what it looks like.
            source = None
        if source is None and target is not None:
            reason = "the language of the source could not be told, so no name was compared with it"
            skipped = (*skipped, Skipped(None, "language", f"{reason}; name it with --source-lang"))
    return replace(document, source_lang=source, target_lang=target, skipped=skipped)
