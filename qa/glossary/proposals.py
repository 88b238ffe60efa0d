"""Names met in texts that no entry covers, as proposals an editor accepts, changes or drops."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from qa.glossary.exchange import Concept, Name, entry_id, sound_name
from qa.glossary.fmt import text_of
from qa.glossary.table import Row


@dataclass(frozen=True, slots=True)
class Proposal:
    """One thing that texts name and the glossary does not.

    `spellings` are its forms in `lang` with how often each stands in the texts, `native` the forms of the
    source texts as (language, form, count). `readers` is how many readers would see it: the sum over
    documents where the feed tells, else the number of documents. `snippets` show it in its sentences.
    `preferred` is the spelling that an editor chose, else the most frequent one is.
    """

    lang: str
    spellings: tuple[tuple[str, int], ...]
    documents: int
    readers: int
    native: tuple[tuple[str, str, int], ...] = ()
    type: str = ""
    snippets: tuple[str, ...] = ()
    preferred: str = ""

    @property
    def count(self) -> int:
        """How often it stands in the texts, in all spellings."""
        return sum(count for _, count in self.spellings)


def ranked(proposals: Iterable[Proposal]) -> list[Proposal]:
    """Proposals, those that most readers would see first; ties by count, then by spelling."""
    return sorted(proposals, key=lambda p: (-p.readers, -p.count, p.spellings))


def concept(proposal: Proposal) -> Concept:
    """The entry that a proposal makes.

    The chosen, else the most frequent spelling is preferred and the others deprecated, with their counts as notes:
    it is what the texts suggest, and an editor decides. Of a language's native forms the most frequent is
    preferred, the others admitted, since cases and contexts of the source cannot be wrong.
    """
    names = []
    seen: set[str] = set()
    for lang, form, _count in sorted(proposal.native, key=lambda name: (-name[2], name[:2])):
        names.append(Name(lang, form, "admitted" if lang in seen else "preferred"))
        seen.add(lang)
    spellings = sorted(proposal.spellings, key=lambda s: (s[0] != proposal.preferred, -s[1], s[0]))
    for position, (form, count) in enumerate(spellings):
        note = f"seen {count} times, {spellings[0][0]} {spellings[0][1]} times" if position else ""
        names.append(Name(proposal.lang, form, "deprecated" if position else "preferred", note=note))
    return Concept("", proposal.type, tuple(filter(None, map(sound_name, names))))


def review(proposals: Sequence[Proposal], *, default_type: str = "other") -> str:
    """A glossary file of proposals for review, each with its evidence as comments above its first row.

    Ids are unique within the file. The file can be corrected by hand and imported like any other; `fmt`
    keeps the comments with their rows.
    """
    lines: list[tuple[Row, tuple[str, ...]]] = []
    taken: set[str] = set()
    for rank, proposal in enumerate(ranked(proposals), 1):
        made = concept(proposal)
        entry = wanted = entry_id(made)
        number = 2
        while entry in taken:
            entry, number = f"{wanted}-{number}", number + 1
        taken.add(entry)
        rows = sorted(Row(entry, proposal.type or default_type, *name) for name in made.names)
        lines += [(row, _evidence(proposal, rank) if row is rows[0] else ()) for row in rows]
    return text_of(
        sorted(lines, key=lambda line: line[0]), ("# Proposals; correct them and import this file.",), ()
    )


def _evidence(proposal: Proposal, rank: int) -> tuple[str, ...]:
    spellings = ", ".join(f"{form} {count}" for form, count in proposal.spellings)
    source = ", ".join(f"{form} ({lang}) {count}" for lang, form, count in proposal.native)
    told = [f"rank {rank}, {proposal.readers} readers, {proposal.documents} documents: {spellings}"]
    told += [f"source: {source}"] if source else []
    return tuple("# " + " ".join(line.split()) for line in (*told, *proposal.snippets))
