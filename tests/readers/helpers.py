"""Reads bytes or example files, and looks at files the way an editor counts lines and columns."""

from __future__ import annotations

import io
import re
from pathlib import Path

from qa.model import Document
from qa.readers import format_of, read_documents

DATA = Path(__file__).parent / "data"
EXAMPLES = sorted(p for p in DATA.iterdir() if p.suffix != ".expected")


def read(data: bytes | str, input_format: str = "text") -> list[Document]:
    raw = data.encode() if isinstance(data, str) else data
    return list(read_documents("-", input_format=input_format, stdin=io.BytesIO(raw)))


def texts(documents: list[Document]) -> list[str]:
    return [segment.text for document in documents for segment in document.segments]


def lines_of(text: str) -> list[str]:
    return re.split(r"\r\n|\r|\n", text.removeprefix("\ufeff"))


def table(documents: list[Document]) -> str:
    """Everything a reader says of a file, one fact a line."""
    out = []
    for d in documents:
        out.append(f"# {d.name} | {d.source_lang} > {d.target_lang} | {d.title} | {d.url} | {d.published}")
        out += [f"  skipped in {s.stage}: {s.reason}" for s in d.skipped]
        for s in d.segments:
            source = "" if s.source is None else f" <= {s.source}"
            out.append(f"{s.line}:{s.column} {s.part}: {s.text!r}{source}")
    return "\n".join(out) + "\n"


def example_format(path: Path) -> str:
    return format_of(str(path))
