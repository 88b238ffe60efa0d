"""Names: compile a glossary, and read a document for the names in it."""

from qa.names.compile import compile_glossary
from qa.names.index import NameIndex
from qa.names.lexicon import Lexicon
from qa.names.read import read_names
from qa.names.reading import NameReading, SegmentNames, SourceName
from qa.names.store import compiled

__all__ = [
    "Lexicon",
    "NameIndex",
    "NameReading",
    "SegmentNames",
    "SourceName",
    "compile_glossary",
    "compiled",
    "read_names",
]
