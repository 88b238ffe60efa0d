"""Names of a feed that no entry covers, grouped by what they name, as proposals for new entries.

Spellings are one name when the source has one word for them, or, where there is no source, when the letters that
differ are ones that orthographies write for one another. A word that the source writes small is no name.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from qa.glossary.proposals import Proposal, ranked
from qa.model import Document
from qa.names.lexicon.index import NameIndex
from qa.names.lexicon.keys import spelling_keys
from qa.names.lexicon.lexicon import Lexicon
from qa.names.near.nominatives import lemmas
from qa.names.proposals.counterparts import Counterpart, Source
from qa.names.proposals.mined import SNIPPETS, Mined, mine
from qa.names.read import read_names
from qa.names.script.align import distance, prepare
from qa.names.words.capitalised import a_place
from qa.names.words.likeness import likeness, related
from qa.names.words.ordinary import Known, frequency, known
from qa.text import fold, level

LEAST = 2  # times that a name is met before it is proposed
HEADLINE = 4  # readers of a headline for each reader of the text below it
NATIVES = 3  # native forms of a proposal
ONE_WORD = 0.4  # cost a letter up to which two spellings of one word of the dictionary are one name
RESPELLED = 0.04  # cost a letter up to which two spellings differ in no sound
A_NAME = 0.5  # share of a counterpart's uses with a capital from which it is a name in the source
EVERYDAY = 5.0  # Zipf frequency from which a word that no list of names has is none
PERSON = 0.2  # share of a name's uses behind a given name from which it names a person


@dataclass(slots=True)
class _Group:
    """Spellings of one thing, the most frequent first, with what the source has for them."""

    head: Mined
    members: list[Mined] = field(default_factory=list)
    native: Counter[str] = field(default_factory=Counter)


def suggest(documents: Sequence[Document], index: NameIndex, *, least: int = LEAST) -> list[Proposal]:
    """Proposals for the names in documents that no entry of the index covers, most readers first.

    Documents are segmented and carry their languages; names are only found in scripts that have capitals.
    `least` is how often a name has to be met.
    """
    by_langs: dict[tuple[str, str], list[Document]] = defaultdict(list)
    for document in documents:
        target, source = (
            (lang or "").partition("-")[0] for lang in (document.target_lang, document.source_lang)
        )
        if target:
            by_langs[target, source].append(document)
    return ranked(
        proposal
        for (target, source), group in sorted(by_langs.items())
        for proposal in _in_languages(group, target, source, index, least)
    )


def covered(document: Document, lexicon: Lexicon) -> list[list[tuple[int, int]]]:
    """Spans of every segment that name an entry, in whatever form."""
    if not len(lexicon.index):
        return [[] for _ in document.segments]
    return [[tuple(m.span) for m in names.mentions] for names in read_names(document, lexicon).segments]  # type: ignore[misc]


def _in_languages(
    documents: Sequence[Document], lang: str, source_lang: str, index: NameIndex, least: int
) -> Iterable[Proposal]:
    lexicon = Lexicon(index, lang)
    found = mine(documents, lang, [covered(document, lexicon) for document in documents])
    source = Source(source_lang) if source_lang else None
    counterparts: dict[str, Counterpart | None] = {}
    if source is not None:
        for document in documents:
            for segment in document.segments:
                if segment.source:
                    source.read(segment.source)
        for name in found:
            counterparts[name.normal] = source.counterpart(name.normal, _sources(name, documents))
    kept = [
        name
        for name in found
        if (c.capital >= A_NAME if (c := counterparts.get(name.normal)) else not _everyday(name.normal, lang))
    ]
    for group in _grouped(kept, counterparts, lang, source_lang):
        if group.head.count + sum(m.count for m in group.members) >= least:
            yield _proposal(group, lang, source_lang)


def _everyday(normal: str, lang: str) -> bool:
    """Whether a word is too common for a name that is on no list: OK, God, Mr, TV."""
    listed = bool(known(normal)) or a_place(normal, lang)
    return not listed and frequency(normal, lang) >= EVERYDAY


def _sources(name: Mined, documents: Sequence[Document]) -> list[str]:
    found = (documents[number].segments[place].source for number, place in name.places)
    return [sentence for sentence in found if sentence]


def _grouped(
    names: Sequence[Mined], counterparts: dict[str, Counterpart | None], lang: str, source_lang: str
) -> list[_Group]:
    """Groups of spellings; each spelling joins the most frequent one that it is a spelling of."""
    groups: list[_Group] = []
    by_native: dict[str, _Group] = {}
    by_lemma: dict[tuple[str, ...], _Group] = {}
    by_key: dict[int, list[_Group]] = defaultdict(list)
    for name in sorted(names, key=lambda n: (-n.count, n.normal)):
        counterpart = counterparts.get(name.normal)
        # A translation is a guess from the company of words: it never brings spellings together.
        native = counterpart.form if counterpart is not None and counterpart.by_letters else ""
        group = by_native.get(level(native)) if native else None
        if group is None and native:
            group = _same_lemma(name, native, by_lemma, source_lang, lang)
        if group is None:
            group = _alike(name, native, by_key, lang)
        if group is None:
            group = _Group(name)
            groups.append(group)
            if " " not in name.normal:
                for key in spelling_keys(name.normal):
                    by_key[key].append(group)
        else:
            group.members.append(name)
        if counterpart is not None:
            group.native[counterpart.form] += counterpart.count
        if native:
            by_native.setdefault(level(native), group)
            by_lemma.setdefault(_lemma(native, source_lang), group)
    return groups


def _lemma(native: str, lang: str) -> tuple[str, ...]:
    """A native form with every word as one of the dictionary."""
    return tuple(lemmas(fold(word), lang)[0] for word in native.split())


def _same_lemma(
    name: Mined, native: str, by_lemma: dict[tuple[str, ...], _Group], source_lang: str, lang: str
) -> _Group | None:
    """The group of the same dictionary word, unless it is the name of a man and this one of a woman."""
    group = by_lemma.get(_lemma(native, source_lang))
    if group is None or related(group.head.normal, name.normal, lang):
        return None
    cost = distance(prepare(group.head.normal, "latin"), name.normal, 99.0)
    return group if cost <= ONE_WORD * max(len(name.normal), len(group.head.normal)) else None


def _alike(name: Mined, native: str, by_key: dict[int, list[_Group]], lang: str) -> _Group | None:
    """The first group whose head is written like a name, unless the source tells the two apart."""
    if " " in name.normal:
        return None
    near = {id(group): group for key in spelling_keys(name.normal) for group in by_key.get(key, ())}
    for group in sorted(near.values(), key=lambda g: (-g.head.count, g.head.normal)):
        if native and group.native:
            continue
        head = group.head.normal
        if _respelled(head, name.normal) or (
            likeness(head, name.normal, lang) is not None and not _two_names(group.head, name)
        ):
            return group
    return None


def _respelled(a: str, b: str) -> bool:
    """Whether two spellings differ in nothing but how a sound is written: Zelensky, Zelenskyy."""
    cost = min(distance(prepare(a, "latin"), b, 9.0), distance(prepare(b, "latin"), a, 9.0))
    return cost <= RESPELLED * max(len(a), len(b))


def _two_names(a: Mined, b: Mined) -> bool:
    """Whether both spellings are well known, so that they are rather two names than one."""
    return bool(known(a.normal)) and bool(known(b.normal))


def _proposal(group: _Group, lang: str, source_lang: str) -> Proposal:
    members = [group.head, *group.members]
    spellings: Counter[str] = Counter()
    for member in members:
        spellings[_usual(member)] += member.count
    documents = {number for member in members for number, _ in member.places}
    copied = {member.normal for member in members}
    headlines = {number for member in members for number in member.headlines}
    return Proposal(
        lang,
        tuple(sorted(spellings.items(), key=lambda s: (-s[1], s[0]))),
        documents=len(documents),
        readers=len(documents) + HEADLINE * len(headlines),
        # A name that the source writes in the letters of the target has no native form.
        native=tuple(
            (source_lang, form, n)
            for form, n in sorted(group.native.items(), key=lambda f: (-f[1], f[0]))[:NATIVES]
            if fold(form) not in copied
        ),
        type=_type(members),
        snippets=tuple(s for member in members for s in member.snippets[:SNIPPETS])[:SNIPPETS],
    )


def _usual(name: Mined) -> str:
    """The way a spelling is mostly written; capitals throughout only where nothing else is met."""
    return min(name.written, key=lambda w: (w.isupper() and len(w) > 4, -name.written[w], w))


def _type(members: Sequence[Mined]) -> str:
    persons, count = sum(m.persons for m in members), sum(m.count for m in members)
    if persons >= PERSON * count:
        return "person"
    return "place" if known(members[0].normal) == Known.PLACE else ""
