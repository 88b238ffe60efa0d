"""A right name of the target that stands in the place of another, which the source has."""

from __future__ import annotations

from collections.abc import Sequence

from qa.model import Mention
from qa.names.asked.demand import Demand, demanded
from qa.names.lexicon.lexicon import Lexicon, Name
from qa.names.script.edits import similarity
from qa.names.texts.forms import normal
from qa.names.texts.given_before import begins_somebody
from qa.names.texts.others import Others

ALIKE = 0.6  # likeness from which two names of different kinds may be mistaken for one another


def displaced(
    text: str,
    mentions: Sequence[Mention],
    unmet: Sequence[Demand],
    demands: Sequence[Demand],
    source: str,
    lang: str,
    lexicon: Lexicon,
) -> list[tuple[Mention, Demand]]:
    """Pair each unmet demand with a right form of an entry that the source does not name, one to one.

    `text` is the target, `source` its source in the language `lang`. Where some other word of it says what the form
    says, the form stands for that, in an inflection that no table has; a given name before a surname is somebody's. Nor
    is the place strange that a name of the source is called after, which the target says by it: Chernobyl's plant.
    """
    named = {e for d in demands for e in d.entries}
    longer = [good for d in demands if d not in unmet for n in d.names for good in demanded(n, lexicon).good]
    held = {word for good in longer if " " in good for word in good.split()}
    strangers = [
        m
        for m in mentions
        if m.entry not in named
        and m.status is not None
        and normal(m.text) not in held
        and not _begins_somebody(text, m, lexicon)
        and not _in_one_kanji(m, source, lang, lexicon)
    ]
    out = []
    for demand in unmet:
        name = lexicon.by_id(demand.names[0].entry)
        likely = (m for m in strangers if demand.certain and _interchangeable(name, m, lexicon))
        others = Others(source, demand.names[0].span, lang, demand.names[0].native)
        match = next((m for m in likely if not others.say(m.text, lexicon.base_lang)), None)
        if match is not None:
            strangers.remove(match)
            out.append((match, demand))
    return out


def _begins_somebody(text: str, mention: Mention, lexicon: Lexicon) -> bool:
    """Whether a right form is a person's given name and has somebody's surname behind it: Marie Anna Morenová."""
    if lexicon.by_id(mention.entry).type != "person":
        return False
    return begins_somebody(text, mention.span, lexicon.base_lang)


def _in_one_kanji(mention: Mention, source: str, lang: str, lexicon: Lexicon) -> bool:
    """Whether a source may have a Japanese name of one character, of which nobody knows whether it is a word: 蓮."""
    return lang == "ja" and any(
        len(native) == 1 and native in source for native in lexicon.by_id(mention.entry).natives_in(lang)
    )


def _interchangeable(name: Name, stranger: Mention, lexicon: Lexicon) -> bool:
    """Whether one may stand for the other by mistake: two people, two places, or two names that look alike."""
    other = lexicon.by_id(stranger.entry)
    if name.type == other.type and name.type in ("person", "place"):
        return True
    written = normal(stranger.text)
    return any(similarity(latin, written, ALIKE) > 0 for latin in name.renderings)
