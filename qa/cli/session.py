"""One run of `qa check`, step by step: open what is needed, run the pipeline, put the report together."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

import qa
from qa import pipeline
from qa.backtranslate import BackendChoice, Translator
from qa.checks import RULE_INFOS
from qa.cli.console import tell
from qa.cli.progress import progress
from qa.config import Config
from qa.errors import BackendError, ConfigError, InputError
from qa.glossary import glossaries_of, load
from qa.model import CheckedDocument, Document, Entry, Report, Skipped
from qa.names import NameIndex, compiled
from qa.readers import expand, read_documents
from qa.readers.paths import told_left
from qa.segment import sentences
from qa.suppress import told
from qa.wording import counted


class Session:
    """Holds what one run needs and what came up on the way: `notes`, and the `files` that were named.

    `written` are the files that the run itself writes: an older one in a folder is none of its texts.
    """

    def __init__(self, config: Config, choice: BackendChoice, *, quiet: bool, jobs: int) -> None:
        self.config = config
        self.quiet = quiet
        self.jobs = jobs or os.cpu_count() or 1
        self.notes: list[str] = []
        self.files: list[str] = []
        self.written: Sequence[Path] = ()
        self.unread: list[Document] = []
        self._choice = choice
        self._index: NameIndex | None = None
        self._translator: Translator | None = None
        self._languages: Counter[str | None] = Counter()
        self._source_languages: Counter[str | None] = Counter()
        self._suppressed: Counter[str] = Counter()
        self._named: set[str] = set()
        self._glossaries: list[Path] = []
        self._entries: dict[str, Entry] = {}

    def open_glossaries(self, names: Sequence[str], *, default: bool) -> None:
        """Load and compile the glossaries, the default one first."""
        self._glossaries = glossaries_of(names, default=default)
        self._index = compiled(load(self._glossaries))
        pipeline.collect_seldom()

    def open_backend(self) -> None:
        """Open the backend that was asked for, or the default one where it can run."""
        watch = partial(progress, "back-translating", hidden=self.quiet)
        with _advised():
            self._translator = Translator(self._choice, self.notes, sentences, watch)

    def run(
        self,
        paths: Sequence[str],
        source: Path | None,
        input_format: str | None,
        changed: Callable[[str], bool] | None = None,
    ) -> Iterator[CheckedDocument]:
        """Read and check document by document; what cannot be read is told of and the rest goes on.

        `changed` tells which of the files are meant, where not all are.
        """
        index = self._opened_index
        found = self.find(paths, changed)
        if source is not None and len(found) > 1:
            raise ConfigError(f"--source {source} goes with one text, but {len(found)} are named")
        if changed is not None:
            found = {path: error for path, error in found.items() if error or changed(path)}
        documents = self._read(found, source, input_format)
        return self._counted(pipeline.run(documents, index, self.config, self._translate, self.jobs))

    def _counted(self, documents: Iterable[CheckedDocument]) -> Iterator[CheckedDocument]:
        for checked in documents:
            self._languages[checked.document.target_lang] += 1
            if any(segment.source for segment in checked.document.segments):
                self._source_languages[checked.document.source_lang] += 1
            self._suppressed.update(one.by for one in checked.suppressed)
            self._named.update(f.entry for f in checked.findings if f.entry)
            yield checked

    def find(
        self, paths: Sequence[str], changed: Callable[[str], bool] | None = None
    ) -> dict[str, InputError | None]:
        """Every file that the paths name, once, with the error where there is none.

        Sorted, since a shell, a hook or a `find` may name them in any order, and nothing is to depend on it.
        """
        found: dict[str, InputError | None] = {}
        left: dict[str, None] = {}
        for path in paths:
            try:
                files = expand([path], left.setdefault)
                found.update(dict.fromkeys(self._not_written(files) if os.path.isdir(path) else files))
            except InputError as error:
                found[path] = error
        found = dict(sorted(found.items()))
        self.files = [file for file, error in found.items() if error is None]
        other = self._not_written(left.keys() - found.keys())
        if files := [file for file in other if changed is None or changed(file)]:
            self.notes.append(told_left(files))
        return found

    def _not_written(self, files: Iterable[str]) -> Iterator[str]:
        written = {path.resolve() for path in self.written}
        return (file for file in files if not written or Path(file).resolve() not in written)

    def _read(
        self, found: dict[str, InputError | None], source: Path | None, input_format: str | None
    ) -> Iterator[Document]:
        for path, missing in found.items():
            try:
                if missing is not None:
                    raise missing
                yield from read_documents(
                    path,
                    input_format=input_format,
                    source=str(source) if source else None,
                    stdin=sys.stdin.buffer if path == "-" and sys.stdin is not None else None,
                    given=self.config.at(path).given,
                )
            except InputError as error:
                yield self._not_read(path, error)

    def _not_read(self, path: str, error: InputError) -> Document:
        """An empty document in place of one that cannot be read, so that no output is silent about it."""
        tell(str(error))
        # The reporters name the path themselves, but not the line.
        reason = str(error).removeprefix(f"{path}:")
        reason = f"line {reason}" if reason[:1].isdigit() else reason.lstrip()
        document = Document(path, (), skipped=(Skipped(None, "reading", reason),))
        self.unread.append(document)
        return document

    def _translate(self, documents: Iterable[Document]) -> Iterable[Document]:
        if self._translator is None:
            raise RuntimeError("a backend is chosen before a run")
        with _advised():
            return self._translator(documents)

    def judge(self, documents: Iterable[Document]) -> Iterator[CheckedDocument]:
        """Check documents that are read already, without back-translation."""
        return pipeline.run(documents, self._opened_index, self.config, lambda segmented: segmented)

    def forms(self, entry: str, lang: str | None) -> tuple[str, ...]:
        """The listed forms of a glossary entry in a language."""
        if not self._entries:
            self._entries = {one.id: one for one in load(self._glossaries).entries}
        return tuple(form.text for form in self._entries[entry].forms_in(lang or "und"))

    @property
    def _opened_index(self) -> NameIndex:
        if self._index is None:
            raise RuntimeError("glossaries are opened before a run")
        return self._index

    def head(self) -> Report:
        """The report before anything has been checked."""
        return Report("qa", qa.__version__, self._opened_index.sources, (), RULE_INFOS, self.config.fail_on)

    def report(self, seconds: float) -> Report:
        """The report of what was checked, its documents left out."""
        if self.config.target_lang is None:
            self.notes += taken("language", self._languages, "--target-lang")
        if self.config.source_lang is None:
            self.notes += taken("source language", self._source_languages, "--source-lang")
        if (note := told(self._suppressed)) is not None:
            self.notes.append(note)
        entries = self._opened_index.named(self._named)
        return replace(self.head(), notes=tuple(self.notes), seconds=seconds, entries=entries)


@contextmanager
def _advised() -> Iterator[None]:
    """Say of an error of the backend how to go on without one."""
    try:
        yield
    except BackendError as error:
        raise BackendError(f"{error}; use --no-back-translate to check names alone") from error


def taken(what: str, languages: Counter[str | None], option: str) -> Iterator[str]:
    """What to tell of the languages that the documents of a run are taken to be in, where no option says it."""
    for lang in sorted(lang for lang in languages if lang):
        count = languages[lang]
        yield f"{what} {lang} taken for {counted(count, 'document')}; {option} overrides"
