"""Names: compile a glossary, and read a document for the names in it."""

from qa.names.lexicon.compile import compile_glossary
from qa.names.lexicon.index import NameIndex
from qa.names.lexicon.lexicon import Lexicon
from qa.names.lexicon.store import compiled
from qa.names.read import read_names
from qa.names.texts.reading import NameReading, SegmentNames, SourceName

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
