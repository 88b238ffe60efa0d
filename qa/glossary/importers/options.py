"""What a user can say about an import."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from qa.glossary.values import canonical_lang

Aliases = Literal["admitted", "deprecated", "skip"]


@dataclass(frozen=True, slots=True)
class Options:
    """Settings of an import; each importer uses those that concern it.

    `mapping` is from field or `lang[:status]` to a column, `constants` give fields that no column holds.
    `langs` are the languages to take, all if empty. `aliases` is the status of other names that a source
    gives without one. `countries` (ISO 3166 alpha-2) and `min_population` choose places.
    """

    mapping: dict[str, str] = field(default_factory=dict)
    constants: dict[str, str] = field(default_factory=dict)
    langs: tuple[str, ...] = ()
    aliases: Aliases = "admitted"
    countries: tuple[str, ...] = ()
    min_population: int = 0

    def takes(self, lang: str) -> bool:
        """Whether names in a language are wanted, however its tag is written; `en` also takes `en-GB`."""
        tag = canonical_lang(lang.strip().replace("_", "-"))
        return not self.langs or tag in self.langs or tag.partition("-")[0] in self.langs
