"""One run of `qa check`, step by step: open what is needed, run the pipeline, write and print what came out."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePath

import qa
from qa import pipeline
from qa.atomic import write_text
from qa.backtranslate import DEFAULT, Backend, Cache, list_backends, open_backend, round_trips
from qa.checks import RULE_INFOS
from qa.cli.options import BackendChoice, Format
from qa.cli.progress import progress
from qa.config import Config
from qa.errors import BackendError, InputError, QaError
from qa.glossary import default_path, load, style_path
from qa.model import CheckedDocument, Document, Report, Skipped
from qa.names import NameIndex, compiled
from qa.readers import expand, read_documents
from qa.reporters import html, json, text
from qa.segment import sentences

REPORTS = Path("reports")


class Session:
    """Holds what one run needs; `failed` says that something asked for could not be read."""

    def __init__(self, config: Config, *, quiet: bool, jobs: int) -> None:
        self.config = config
        self.quiet = quiet
        self.jobs = jobs or os.cpu_count() or 1
        self.failed = False
        self.index: NameIndex | None = None
        self.backend: Backend | None = None
        self.no_backend = "back-translation was turned off"
        self.notes: list[str] = []

    def open_glossaries(self, names: Sequence[str], *, default: bool) -> None:
        """Load and compile the glossaries, the default one first."""
        paths = [default_path()] if default else []
        for name in names:
            paths.append(Path(name) if Path(name).exists() or PurePath(name).suffix else style_path(name))
        self.index = compiled(load(paths))

    def open_backend(self, choice: BackendChoice) -> None:
        """Open the backend that was asked for, or the default one where it can run."""
        if choice.wanted is False:
            return
        if choice.name is None and choice.wanted is None:
            reason = next(i.reason for i in list_backends() if i.name == DEFAULT)
            if reason is not None:
                self.no_backend = f"no back-translation: {reason}"
                self._note(self.no_backend)
                return
        self.backend = open_backend(choice.name or DEFAULT)

    def run(
        self, paths: Sequence[str], source: Path | None, input_format: str | None
    ) -> tuple[CheckedDocument, ...]:
        """Read and check everything; a file that cannot be read is told of and the others go on."""
        if self.index is None:
            raise RuntimeError("glossaries are opened before a run")
        documents = self._read(expand(paths), source, input_format)
        return pipeline.run(documents, self.index, self.config, self._translate, self.jobs)

    def _read(
        self, paths: Sequence[str], source: Path | None, input_format: str | None
    ) -> Iterator[Document]:
        for path in paths:
            try:
                yield from read_documents(
                    path,
                    input_format=input_format,
                    source=str(source) if source else None,
                    stdin=sys.stdin.buffer if path == "-" else None,
                )
            except InputError as error:
                self._tell(error)

    def _translate(self, documents: Sequence[Document]) -> Sequence[Document]:
        if self.backend is None:
            return [_without(d, self.no_backend) for d in documents]
        with progress("back-translating", hidden=self.quiet) as tick:
            cache = Cache()
            try:
                done = round_trips(documents, self.backend, cache, tick, sentences)
            except BackendError as error:
                raise BackendError(f"{error}; use --no-back-translate to check names alone") from None
            finally:
                cache.close()
        for note in cache.notes:
            self._note(note)
        return done

    def report(self, checked: tuple[CheckedDocument, ...], seconds: float) -> Report:
        """The report of what was checked."""
        if self.index is None:
            raise RuntimeError("glossaries are opened before a run")
        if self.config.target_lang is None:
            for lang in sorted({c.document.target_lang or "" for c in checked} - {""}):
                count = sum(c.document.target_lang == lang for c in checked)
                self._note(
                    f"language {lang} taken for {count} document{'s' * (count != 1)}; --target-lang overrides"
                )
        return Report(
            "qa",
            qa.__version__,
            self.index.sources,
            checked,
            RULE_INFOS,
            self.config.fail_on,
            tuple(self.notes),
            seconds,
        )

    def write_reports(self, report: Report, wanted: str | None, ui_lang: str) -> None:
        """Write the HTML page of a document, or a page for each and an index of them."""
        if wanted == "none" or not report.documents:
            return
        if len(report.documents) == 1:
            path = Path(wanted) if wanted else REPORTS / f"{_stem(report.documents[0])}.html"
            page = html.render_document(report, report.documents[0], ui_lang=ui_lang)
            write_text(path, page, parents=True)
            self._note(f"report: {path}")
            return
        index = Path(wanted) if wanted else REPORTS / "index.html"
        names = _page_names(report.documents)
        folder = index.with_suffix("")
        for checked, name in zip(report.documents, names, strict=True):
            write_text(folder / name, html.render_document(report, checked, ui_lang=ui_lang), parents=True)
        links = [f"{folder.name}/{name}" for name in names]
        write_text(index, html.render_index(report, links, ui_lang=ui_lang), parents=True)
        self._note(f"report: {index}")

    def print(self, report: Report, form: Format, output: Path | None) -> None:
        """Put the chosen format on stdout or into a file."""
        if form is Format.JSON:
            shown = json.render(report)
        else:
            shown = text.render(report, colour=output is None and _colourful())
        if output is not None:
            write_text(output, shown, parents=True)
        else:
            sys.stdout.write(shown)
            sys.stdout.flush()

    def _tell(self, error: QaError) -> None:
        self.failed = True
        print("qa: " + " ".join(str(error).split()), file=sys.stderr)

    def _note(self, note: str) -> None:
        self.notes.append(note)
        if not self.quiet:
            print(f"qa: {note}", file=sys.stderr)


def _without(document: Document, reason: str) -> Document:
    from dataclasses import replace

    told = tuple(Skipped(s.id, "back-translation", reason) for s in document.segments)
    return replace(document, skipped=(*document.skipped, *told))


def _stem(checked: CheckedDocument) -> str:
    path = checked.document.path
    return "stdin" if path == "-" else PurePath(path).name.removesuffix(PurePath(path).suffix) or "report"


def _page_names(documents: Sequence[CheckedDocument]) -> list[str]:
    """One file name a document: its stem, numbered where several share it."""
    names: dict[str, int] = {}
    out = []
    for checked in documents:
        stem = _stem(checked)
        names[stem] = names.get(stem, 0) + 1
        out.append(f"{stem}.html" if names[stem] == 1 else f"{stem}-{names[stem]}.html")
    return out


def _colourful() -> bool:
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ
