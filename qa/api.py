"""The Python interface: `qa.check` and `qa.render`, with the values that the reports are made of.

Errors are those of `qa.errors`, each with one line to act on; nothing is printed. For many texts give them
all at once: the glossary is then compiled, and an engine loaded, once.
"""

from __future__ import annotations

import datetime as dt
import io
import time
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from os import PathLike, fspath

import qa
from qa import pipeline
from qa.backtranslate import DEFAULT, Backend, Cache, list_backends, open_backend, round_trips
from qa.baseline import load as load_baseline
from qa.checks import RULE_INFOS
from qa.config import THRESHOLDS, Config
from qa.errors import ConfigError
from qa.glossary import default_path, load, style_path
from qa.language import normalise_tag
from qa.model import CheckedDocument, Document, Report, Severity, Side
from qa.names import compiled
from qa.readers import expand, read_documents
from qa.readers.load import File
from qa.readers.plain import read_aligned
from qa.reporters import REPORTERS
from qa.segment import sentences
from qa.suppress import told

Path = str | PathLike[str]


def check(
    paths: Path | Iterable[Path] = (),
    *,
    text: str | None = None,
    source: str | None = None,
    source_lang: str | None = None,
    target_lang: str | None = None,
    glossary: Sequence[Path] = (),
    default_glossary: bool = True,
    back_translate: bool | None = None,
    backend: str | None = None,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    severities: Mapping[str, str] | None = None,
    thresholds: Mapping[str, float] | None = None,
    quotes: Sequence[str] = (),
    inline: bool = True,
    fail_on: str | None = "major",
    date: dt.date | None = None,
    input_format: str | None = None,
    baseline: Path | None = None,
    jobs: int = 1,
) -> Report:
    """Check files, folders and patterns, or one `text`, and give the report that `qa check` would show.

    `text` is plain text, one paragraph a line; `source` its source text, line for line. The other arguments
    are the options of `qa check` and the keys of its settings, with the same defaults; `fail_on` None is
    "never". `report.failed` tells what the exit code would.

    Raises `qa.QaError` where something cannot be read or used. A file that cannot be read ends the call.
    """
    started = time.monotonic()
    config = Config(
        source_lang=normalise_tag(source_lang) if source_lang is not None else None,
        target_lang=normalise_tag(target_lang) if target_lang is not None else None,
        select=_rules(select),
        ignore=_rules(ignore),
        severities=_severities(severities or {}),
        thresholds=_thresholds(thresholds or {}),
        quotes=_rules(quotes),
        inline=inline,
        fail_on=None if fail_on in (None, "never") else _severity(str(fail_on)),
        day=date,
    )
    known = load_baseline(fspath(baseline)) if baseline is not None else None
    found = _documents(paths, text, source, input_format, config.given)
    index = compiled(
        load(
            [
                *([default_path()] if default_glossary else []),
                *(style_path(fspath(name)) for name in glossary),
            ]
        )
    )
    engine, reason = _backend(back_translate, backend)
    notes: list[str] = []
    translate = partial(_translated, engine=engine, reason=reason, notes=notes)
    checked: Iterable[CheckedDocument] = pipeline.run(found, index, config, translate, jobs)
    if known is not None:
        today = dt.datetime.now(dt.UTC).date()
        checked = list(known.apply(checked, today))
        notes += known.notes([i.id for i in RULE_INFOS if config.runs(i.id)], today)
    documents = tuple(checked)
    if (note := told(Counter(one.by for document in documents for one in document.suppressed))) is not None:
        notes.append(note)
    return Report(
        tool="qa",
        version=qa.__version__,
        glossaries=index.sources,
        documents=documents,
        rules=RULE_INFOS,
        fail_on=config.fail_on,
        notes=tuple(notes),
        seconds=time.monotonic() - started,
        entries=index.named({f.entry for checked in documents for f in checked.findings if f.entry}),
    )


def render(report: Report, format: str = "text") -> str:
    """A report as text, json, sarif, junit, github, markdown, mqm or html; raises `qa.QaError` for others."""
    if format not in REPORTERS:
        raise ConfigError(f"{format!r} is no format; choose one of {', '.join(REPORTERS)}")
    return REPORTERS[format](report)


def _documents(
    paths: Path | Iterable[Path],
    text: str | None,
    source: str | None,
    input_format: str | None,
    given: Collection[Side],
) -> Iterator[Document]:
    named = [paths] if isinstance(paths, (str, PathLike)) else list(paths)
    if (text is None) == (not named):
        raise ConfigError("give either paths or text to check")
    if source is not None and text is None:
        raise ConfigError("source goes with text; files carry their own source")
    if text is None:
        return _from_files(sorted(expand([fspath(path) for path in named])), input_format, given)
    stream = io.BytesIO(text.encode("utf-8", "surrogatepass"))
    if source is None:
        return read_documents("-", input_format=input_format, stdin=stream, given=given)
    other = io.BytesIO(source.encode("utf-8", "surrogatepass"))
    return read_aligned(File("-", stream), File("-", other))


def _from_files(
    files: Iterable[str], input_format: str | None, given: Collection[Side]
) -> Iterator[Document]:
    for file in files:
        yield from read_documents(file, input_format=input_format, given=given)


def _backend(wanted: bool | None, name: str | None) -> tuple[Backend | None, str]:
    """The engine to use, or None and the reason why there is none."""
    if wanted is False:
        if name is not None:
            raise ConfigError(f"backend {name!r} and back_translate=False exclude each other")
        return None, "back-translation was turned off"
    if wanted is None and name is None:
        reason = next(info.reason for info in list_backends() if info.name == DEFAULT)
        if reason is not None:
            return None, f"no back-translation: {reason}"
    return open_backend(name or DEFAULT), ""


def _translated(
    documents: Iterable[Document], *, engine: Backend | None, reason: str, notes: list[str]
) -> Iterable[Document]:
    if engine is None:
        return (pipeline.without_trips(document, reason) for document in documents)
    cache = Cache()
    try:
        return round_trips(list(documents), engine, cache, None, sentences)
    finally:
        notes += cache.notes
        cache.close()


def _rules(ids: Sequence[str]) -> tuple[str, ...]:
    known = [info.id for info in RULE_INFOS]
    for rule in (ids := (ids,) if isinstance(ids, str) else tuple(ids)):
        if rule not in known:
            raise ConfigError(f"there is no rule {rule!r}; the rules are {', '.join(known)}")
    return ids


def _severity(name: str) -> Severity:
    try:
        return Severity(name)
    except ValueError:
        raise ConfigError(f"{name!r} is no severity; choose one of {', '.join(Severity)}") from None


def _severities(table: Mapping[str, str]) -> tuple[tuple[str, Severity], ...]:
    return tuple(sorted((rule, _severity(table[rule])) for rule in _rules(list(table))))


def _thresholds(table: Mapping[str, float]) -> tuple[tuple[str, float], ...]:
    for name, value in table.items():
        if name not in THRESHOLDS or not THRESHOLDS[name][0] <= value <= THRESHOLDS[name][1]:
            shown = ", ".join(f"{name} ({low:g} to {high:g})" for name, (low, high) in THRESHOLDS.items())
            raise ConfigError(f"threshold {name!r} = {value!r} cannot be used; there are {shown}")
    return tuple(sorted(table.items()))
