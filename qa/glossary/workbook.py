"""Excel workbooks as rows of text, in and out; the one place that knows openpyxl."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from qa.errors import GlossaryError
from qa.glossary import files

# A workbook is a ZIP file: a few kilobytes may claim to be gigabytes of cells.
_MAX_UNPACKED = 1024 * 1024 * 1024
_MAX_ROWS = 1_000_000
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_STAMP = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")


def read(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Numbered rows of the first sheet that are not empty; formulas as the value they showed.

    Raises `GlossaryError` for what is no workbook, for one that unpacks to more than anybody fills in, and
    for XML that declares a document type, which no spreadsheet program writes.
    """
    with _opened(path) as book:
        for number, cells in enumerate(book.worksheets[0].iter_rows(values_only=True), 1):
            if number > _MAX_ROWS:
                raise GlossaryError(f"{path}: more than {_MAX_ROWS} rows; split the workbook")
            if any(cell is not None for cell in cells):
                yield number, [_text(cell) for cell in cells]


def further_sheets(path: Path) -> list[str]:
    """The names of the sheets behind the first one that hold anything; raises as `read` does."""
    with _opened(path) as book:
        return [
            sheet.title
            for sheet in book.worksheets[1:]
            if any(cell is not None for row in sheet.iter_rows(values_only=True) for cell in row)
        ]


@contextmanager
def _opened(path: Path) -> Iterator[Any]:
    """A workbook to read, and its faults as one line."""
    data = files.read_bytes(path, "an XLSX workbook")
    _guard(data, path)
    openpyxl = _library(f"{path}: reading XLSX", "; or save it as CSV UTF-8")
    try:
        yield openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    except GlossaryError:
        raise
    except Exception as error:
        # The library raises whatever a broken part of the file makes it meet.
        reason = " ".join(str(error).split()) or type(error).__name__
        raise GlossaryError(f"{path}: the workbook is broken: {reason[:200]}") from None


def write(
    title: str,
    header: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    widths: Sequence[int],
    choices: Mapping[int, Sequence[str]],
) -> bytes:
    """A workbook of text cells under a fixed header; `choices` are the words a column (0-based) may hold.

    The same rows give the same bytes: the time of writing is left out.
    """
    openpyxl = _library("writing XLSX")
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet(title)
    sheet.freeze_panes = "A2"
    letters = [chr(ord("A") + index) for index in range(len(header))]
    for letter, width in zip(letters, widths, strict=True):
        sheet.column_dimensions[letter].width = width
    bold = openpyxl.styles.Font(bold=True)
    sheet.append([_cell(openpyxl, sheet, text, bold) for text in header])
    for row in rows:
        sheet.append([_cell(openpyxl, sheet, text) if text else None for text in row])
    sheet.auto_filter.ref = f"A1:{letters[-1]}{len(rows) + 1}"
    for column, words in sorted(choices.items()):
        choice = openpyxl.worksheet.datavalidation.DataValidation(
            type="list", formula1=f'"{",".join(words)}"'
        )
        choice.add(f"{letters[column]}2:{letters[column]}{len(rows) + 1000}")
        sheet.data_validations.append(choice)
    packed = io.BytesIO()
    book.save(packed)
    return _undated(packed.getvalue())


def _library(what: str, instead: str = "") -> Any:
    try:
        import openpyxl  # type: ignore[import-untyped]
    except ImportError:
        raise GlossaryError(f"{what} needs openpyxl; run: pip install 'qa-news[glossary]'{instead}") from None
    return openpyxl


def _guard(data: bytes, path: Path) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if sum(member.file_size for member in packed.infolist()) > _MAX_UNPACKED:
                raise GlossaryError(
                    f"{path}: unpacks to more than {_MAX_UNPACKED >> 20} MB; split the workbook"
                )
            for member in packed.infolist():
                with packed.open(member) as stream:
                    if member.filename.endswith((".xml", ".rels")) and b"<!DOCTYPE" in stream.read(4096):
                        raise GlossaryError(
                            f"{path}: {member.filename} declares a DOCTYPE; refused as unsafe"
                        )
    except GlossaryError:
        raise
    except Exception as error:
        reason = " ".join(str(error).split()) or type(error).__name__
        raise GlossaryError(
            f"{path}: not an XLSX workbook ({reason[:200]}); save it as .xlsx or as CSV"
        ) from None


def _text(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, dt.datetime):
        return cell.date().isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def _cell(openpyxl: Any, sheet: Any, text: str, font: Any = None) -> Any:
    """A cell that is text whatever its text is: a name that begins with = is not a formula."""
    cell = openpyxl.cell.WriteOnlyCell(sheet, value=text)
    cell.data_type = "s"
    if font is not None:
        cell.font = font
    return cell


def _undated(data: bytes) -> bytes:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as packed,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as again,
    ):
        for member in packed.infolist():
            content = packed.read(member)
            if member.filename == "docProps/core.xml":
                content = _STAMP.sub(rb"\g<1>1980-01-01T00:00:00Z", content)
            again.writestr(zipfile.ZipInfo(member.filename, _LONG_AGO), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()
