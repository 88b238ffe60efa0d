"""What the commands of `qa glossary` that read texts share: glossaries, settings, and documents as they are cut."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qa.config import Config
    from qa.model import Document
    from qa.names import NameIndex


def index_of(glossaries: Sequence[str] | None, *, default: bool) -> NameIndex:
    """The compiled glossaries, the default one first, each laid over the ones before it."""
    from qa.glossary import glossaries_of, load
    from qa.names import compiled

    return compiled(load(glossaries_of(glossaries or [], default=default)))


def lang_of(tag: str) -> str:
    """A language tag in its usual spelling; raises `ConfigError` for what is none."""
    from qa.language import normalise_tag

    return normalise_tag(tag)


def names_config(
    target: str | None, source: str | None, day: str | None = None, further: Sequence[str] = ()
) -> Config:
    """Settings under which only the rules that a glossary decides run, and `further` ones."""
    from qa.checks import RULE_INFOS
    from qa.cli.options import Gate, config_from

    rules = [rule.id for rule in RULE_INFOS if rule.id.startswith("name-")]
    return config_from(source, target, ",".join([*rules, *further]), "", day, Gate.MAJOR)


def documents_of(
    paths: Sequence[str], config: Config, source: Path | None = None, input_format: str | None = None
) -> Iterator[Document]:
    """The documents of all paths, cut into sentences and with their languages; `source` goes with each file.

    What of them cannot be judged is told, as when the language of one is not known.
    """
    from qa.cli.console import tell
    from qa.pipeline import in_languages
    from qa.readers import expand, read_documents
    from qa.reporters.text import not_judged
    from qa.segment import split

    for path in dict.fromkeys(expand(list(paths))):
        found = read_documents(
            path,
            input_format=input_format,
            source=str(source) if source else None,
            given=config.at(path).given,
        )
        for document in found:
            placed = in_languages(document, config)
            for line in not_judged(placed):
                tell(line)
            yield split(placed)
