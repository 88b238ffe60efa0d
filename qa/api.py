"""The Python interface: `qa.check` and `qa.render`, with the values that the reports are made of.

Errors are those of `qa.errors`, each with one line to act on; nothing is printed. For many texts give them
all at once: the glossary is then compiled, and an engine loaded, once.
"""

from __future__ import annotations

import datetime as dt
import io
import os
import time
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from os import PathLike
from typing import Any

import qa
from qa import pipeline
from qa.backtranslate import BackendChoice, Translator
from qa.baseline import load as load_baseline
from qa.checks import RULE_INFOS, running
from qa.config import THRESHOLDS, Config
from qa.days import iso_day
from qa.errors import ConfigError
from qa.glossary import glossaries_of, load
from qa.language import normalise_tag
from qa.model import CheckedDocument, Document, Report, Severity, Side
from qa.names import compiled
from qa.readers import expand, read_documents
from qa.readers.paths import told_left
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
    glossary: Path | Iterable[Path] = (),
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
    date: dt.date | str | None = None,
    input_format: str | None = None,
    baseline: Path | None = None,
    jobs: int = 1,
) -> Report:
    """Check files, folders and patterns, or one `text`, and give the report that `qa check` would show.

    `text` is plain text, one paragraph a line; `source` its source text, line for line. The other arguments
    are the options of `qa check` and the keys of its settings, with the same defaults; `fail_on` None is
    "never", and a `date` may be written as YYYY-MM-DD. `report.failed` tells what the exit code would.

    Raises `qa.QaError` where something cannot be read or used. A file that cannot be read ends the call, and so does
    a backend that fails, if it was asked for; without the default one every sentence is skipped with the reason.
    """
    started = time.monotonic()
    _expect("a text", str | None, text=text, source=source, source_lang=source_lang, target_lang=target_lang)
    _expect("a text", str | None, backend=backend, fail_on=fail_on, input_format=input_format)
    _expect("True or False", bool, default_glossary=default_glossary, inline=inline)
    _expect("True, False or None", bool | None, back_translate=back_translate)
    _expect("a path", str | PathLike | None, baseline=baseline)
    _expect("a table", Mapping | None, severities=severities, thresholds=thresholds)
    config = Config(
        source_lang=normalise_tag(source_lang) if source_lang is not None else None,
        target_lang=normalise_tag(target_lang) if target_lang is not None else None,
        select=_rules("select", select),
        ignore=_rules("ignore", ignore),
        severities=_severities(severities or {}),
        thresholds=_thresholds(thresholds or {}),
        quotes=_rules("quotes", quotes),
        inline=inline,
        fail_on=None if fail_on in (None, "never") else _severity(str(fail_on)),
        day=_day(date),
    )
    known = load_baseline(os.fsdecode(baseline)) if baseline is not None else None
    notes: list[str] = []
    found = _documents(paths, text, source, input_format, config.given, notes)
    index = compiled(load(glossaries_of(_paths("glossary", glossary), default=default_glossary)))
    translate = Translator(_choice(back_translate, backend), notes, sentences)
    checked: Iterable[CheckedDocument] = pipeline.run(found, index, config, translate, _processes(jobs))
    if known is not None:
        today = dt.datetime.now(dt.UTC).date()
        checked = list(known.apply(checked, today, lambda one: running(one.rule, one.path, config)))
        notes += known.notes(today)
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
    _expect("what qa.check gives", Report, report=report)
    _expect("a text", str, format=format)
    if format not in REPORTERS:
        raise ConfigError(f"{format!r} is no format; choose one of {', '.join(REPORTERS)}")
    return REPORTERS[format](report)


def _documents(
    paths: Path | Iterable[Path],
    text: str | None,
    source: str | None,
    input_format: str | None,
    given: Collection[Side],
    notes: list[str],
) -> Iterator[Document]:
    named = _paths("paths", paths)
    if (text is None) == (not named):
        raise ConfigError("give either paths or text to check")
    if source is not None and text is None:
        raise ConfigError("source goes with text; files carry their own source")
    if text is None:
        left: dict[str, None] = {}
        files = sorted(expand(named, left.setdefault))
        if unread := left.keys() - files:
            notes.append(told_left(unread))
        return _from_files(files, input_format, given)
    stream = io.BytesIO(text.encode("utf-8", "surrogatepass"))
    other = io.BytesIO(source.encode("utf-8", "surrogatepass")) if source is not None else None
    return read_documents("-", input_format=input_format, source=other, stdin=stream, given=given)


def _expect(what: str, kind: Any, **arguments: object) -> None:
    """Raise `ConfigError` for an argument that is of another kind."""
    for name, value in arguments.items():
        if not isinstance(value, kind):
            raise _unusable(name, value, what)


def _unusable(name: str, value: object, what: str) -> ConfigError:
    return ConfigError(f"{name} = {repr(value)[:80]} cannot be used; give {what}")


def _several(name: str, value: Any, kind: Any, what: str) -> list[Any]:
    """One value or several as a list; raises `ConfigError` for one of another kind."""
    if isinstance(value, kind):
        return [value]
    # Bytes could be gone through as well, and would be told as numbers.
    if not isinstance(value, Iterable) or isinstance(value, bytes | bytearray):
        raise _unusable(name, value, f"{what}, or several")
    values = list(value)
    for one in values:
        _expect(what, kind, **{name: one})
    return values


def _paths(name: str, value: Path | Iterable[Path]) -> list[str]:
    return [os.fsdecode(path) for path in _several(name, value, str | PathLike, "a path")]


def _day(value: dt.date | str | None) -> dt.date | None:
    day = iso_day(value) if isinstance(value, str) else value
    # A moment is a date to Python, but is never before or after one.
    if (
        (day is None and value is not None)
        or isinstance(day, dt.datetime)
        or not isinstance(day, dt.date | None)
    ):
        raise _unusable("date", value, "a datetime.date, or a day written as YYYY-MM-DD")
    return day


def _processes(jobs: int) -> int:
    if not isinstance(jobs, int) or isinstance(jobs, bool) or jobs < 0:
        raise _unusable("jobs", jobs, "a number of processes; 0 is one for each core")
    return jobs or os.cpu_count() or 1


def _from_files(
    files: Iterable[str], input_format: str | None, given: Collection[Side]
) -> Iterator[Document]:
    for file in files:
        yield from read_documents(file, input_format=input_format, given=given)


def _choice(wanted: bool | None, name: str | None) -> BackendChoice:
    if wanted is False and name is not None:
        raise ConfigError(f"backend {name!r} and back_translate=False exclude each other")
    return BackendChoice(wanted, name)


def _rules(name: str, ids: str | Iterable[str]) -> tuple[str, ...]:
    known = [info.id for info in RULE_INFOS]
    found = tuple(_several(name, ids, str, "the id of a rule"))
    for rule in found:
        if rule not in known:
            raise ConfigError(f"there is no rule {rule!r}; the rules are {', '.join(known)}")
    return found


def _severity(name: str) -> Severity:
    try:
        return Severity(name)
    except ValueError:
        raise ConfigError(f"{name!r} is no severity; choose one of {', '.join(Severity)}") from None


def _severities(table: Mapping[str, str]) -> tuple[tuple[str, Severity], ...]:
    return tuple(sorted((rule, _severity(table[rule])) for rule in _rules("severities", list(table))))


def _thresholds(table: Mapping[str, float]) -> tuple[tuple[str, float], ...]:
    for name, value in table.items():
        number = isinstance(value, int | float) and not isinstance(value, bool)
        if name not in THRESHOLDS or not number or not THRESHOLDS[name][0] <= value <= THRESHOLDS[name][1]:
            shown = ", ".join(f"{name} ({low:g} to {high:g})" for name, (low, high) in THRESHOLDS.items())
            raise ConfigError(f"threshold {name!r} = {value!r} cannot be used; there are {shown}")
    return tuple(sorted(table.items()))
