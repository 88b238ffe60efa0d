"""Where results go: the HTML report and the chosen formats, never over what is read and never over one another."""

from __future__ import annotations

import errno
import gc
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from tempfile import TemporaryFile

from qa.atomic import open_stream, write_text
from qa.cli.formats import Target
from qa.cli.places import Place, keep_apart, texts
from qa.cli.stream import Stream
from qa.errors import OutputError
from qa.model import CheckedDocument, Report
from qa.reporters import Totals, html

REPORTS = Path("reports")
NONE = "none"
_Page = tuple[Path, CheckedDocument | None]  # None is the index


class Sink:
    """Takes the documents one after the other and passes them on to every format.

    Nothing is written before the first document that has text. Documents are held only for the HTML
    report, whose index shows them all.
    """

    def __init__(self, outputs: Outputs, streams: Sequence[Stream], head: Report) -> None:
        self._outputs, self._streams, self._head = outputs, streams, head
        self._early: list[CheckedDocument] = []
        self._held: list[CheckedDocument] = []
        self._started = False
        self.documents = 0
        self.totals = Totals()

    def add(self, checked: CheckedDocument) -> None:
        """Pass a document on."""
        self.documents += 1
        self._early.append(checked)
        if checked.document.segments or self._started:
            self._start()

    def _start(self) -> None:
        self._started = True
        for checked in self._early:
            for stream in self._streams:
                stream.add(checked, self.totals)
            self.totals = self.totals.plus(checked)
            if self._outputs.report != NONE:
                self._held.append(checked)
        self._early.clear()

    def finish(self, report: Report, inputs: Iterable[str]) -> Path | None:
        """Write the ends, put the files in their places; gives the path of the HTML report."""
        self._start()
        written = None
        if self._held:
            written = self._outputs.write_pages(replace(report, documents=tuple(self._held)), inputs)
        for stream in self._streams:
            stream.finish(report, self.totals)
        return written


@dataclass(frozen=True, slots=True)
class Outputs:
    """What the user asked to be written: `report` is a path, "none", or None for the usual place.

    `inputs` is what the run reads beside its texts.
    """

    report: str | None
    targets: tuple[Target, ...]
    ui_lang: str
    inputs: tuple[Place, ...] = ()

    def check(self) -> None:
        """Raise `OutputError` now for a place that cannot be written later, after the work is done."""
        if self.report != NONE:
            _check_report(self.report)
        for path in self.files:
            _check_place(path)
        keep_apart(self.inputs, self._foreseen())

    def _formats(self) -> list[Place]:
        return [Place(target.path, f"the format {target.format}") for target in self.targets if target.path]

    def _foreseen(self) -> list[Place]:
        """The files that are known before any text is."""
        if self.report is None or self.report == NONE or _is_folder(self.report):
            return self._formats()
        return [*self._formats(), _page_place(Path(self.report))]

    @property
    def stdout(self) -> str | None:
        """The format that standard output carries."""
        return next((target.format for target in self.targets if target.path is None), None)

    @property
    def files(self) -> list[Path]:
        """The files that formats are written to."""
        return [target.path for target in self.targets if target.path is not None]

    @contextmanager
    def writing(self, head: Report, inputs: Sequence[str]) -> Iterator[Sink]:
        """Take documents while they are being checked; what is not finished leaves no file behind."""
        keep_apart(texts(inputs), self._foreseen())
        streams: list[Stream] = []
        try:
            for target in self.targets:
                streams.append(Stream.open(target, head))
            yield Sink(self, streams, head)
        finally:
            for stream in streams:
                stream.discard()

    def write_pages(self, report: Report, inputs: Iterable[str]) -> Path | None:
        """Write the HTML report; gives the path of its first page, None where there is none."""
        inputs = list(inputs)
        pages = list(self._pages(report, inputs)) if self.report != NONE else []
        new = [*self._formats(), *(_page_place(path) for path, _ in pages)]
        keep_apart([*self.inputs, *texts(inputs)], new)
        # What was checked stays to the end: going through it in search of garbage takes longer than writing.
        gc.freeze()
        try:
            for place, (path, checked) in enumerate(pages):
                text = self._index(report, pages) if checked is None else self._page(report, pages, place)
                # A page can be made anew at any time.
                write_text(path, text, parents=True, durable=False)
        finally:
            gc.unfreeze()
        return pages[-1][0] if pages else None

    def _page(self, report: Report, pages: Sequence[_Page], place: int) -> str:
        checked = pages[place][1]
        return html.render_document(report, checked, self.ui_lang, _way(pages, place)) if checked else ""

    def _index(self, report: Report, pages: Sequence[_Page]) -> str:
        # Two equal documents are two documents: pages belong to objects, not to values.
        links = {id(of): f"{path.parent.name}/{path.name}" for path, of in pages if of is not None}
        return html.render_index(report, [links.get(id(c)) for c in report.documents], self.ui_lang)

    def _pages(self, report: Report, inputs: Sequence[str]) -> Iterator[_Page]:
        """The page of the only document; or a page for each, and their index (None) at the end."""
        documents = report.documents
        where = _named(self.report, "index.html" if len(documents) > 1 else f"{stem(documents[0])}.html")
        if len(documents) == 1:
            yield where, documents[0]
            return
        folder = _beside(where.with_suffix(""), inputs)
        read = [checked for checked in documents if checked.document.segments]
        yield from zip((folder / name for name in page_names(read)), read, strict=True)
        yield where, None


def _way(pages: Sequence[_Page], place: int) -> html.Way | None:
    """From one of several pages back to their index, which comes last, and on to its neighbours."""
    home, of = pages[-1]
    if of is not None:
        return None
    before = pages[place - 1][0].name if place else None
    after = pages[place + 1][0].name if place + 2 < len(pages) else None
    return html.Way(f"../{home.name}", before, after)


def _beside(folder: Path, inputs: Iterable[str]) -> Path:
    """A folder for pages in which no text lies that is checked: the next run would take pages for texts."""
    taken = {parent for path in inputs for parent in Path(path).resolve().parents}
    return folder.with_name(f"{folder.name}-pages") if folder.resolve() in taken else folder


def stem(checked: CheckedDocument) -> str:
    """The name of a document's page without its suffix."""
    path = checked.document.path
    return "stdin" if path == "-" else PurePath(path).stem or "report"


def page_names(documents: Sequence[CheckedDocument]) -> list[str]:
    """A file name for each page, numbered where several documents share one, also on disks blind to case."""
    taken: set[str] = set()
    names = []
    for checked in documents:
        name = base = stem(checked)
        number = 1
        while name.casefold() in taken:
            number += 1
            name = f"{base}-{number}"
        taken.add(name.casefold())
        names.append(f"{name}.html")
    return names


def _named(report: str | None, name: str) -> Path:
    """The page's path: as named, or `name` in the folder that was named."""
    if report is None:
        return REPORTS / name
    return Path(report) / name if _is_folder(report) else Path(report)


def _is_folder(report: str) -> bool:
    path = Path(report)
    return report.endswith(("/", os.sep)) or path.is_dir() or not path.suffix


def _page_place(path: Path) -> Place:
    return Place(path, "the HTML report")


def _check_report(report: str | None) -> None:
    """Raise `OutputError` for a report that cannot be written, or whose folder is a file."""
    if report == "":
        raise OutputError("--report is empty; name a file, a folder or none, or leave it out")
    path = Path(report) if report else REPORTS / "index.html"
    _check_place(path)
    if report and _is_folder(report) and path.exists() and not path.is_dir():
        raise OutputError(
            f"{report}: is a file, and no folder for reports; name a file that ends in .html, or --report none"
        )


def _check_place(path: Path) -> None:
    """Find out whether a file could be written at `path`, its missing folders made, and leave nothing there.

    A temporary file is tried, because permissions alone say little: they bind no administrator, and a file
    system may be read-only.
    """
    try:
        if (descriptor := open_stream(path)) is not None:
            os.fstat(descriptor)
            return
        there = next(folder for folder in (path, *path.parents) if folder.exists())
        if not there.is_dir() and there != path:
            raise NotADirectoryError(errno.ENOTDIR, f"{there} is a file, not a folder")
        if not there.is_dir() and not os.access(there, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        if there.is_dir() or there.is_file():
            with TemporaryFile(dir=there if there.is_dir() else there.parent):
                pass
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise OutputError(
            f"{path}: cannot be written: {reason}; choose another place, or --report none"
        ) from None
