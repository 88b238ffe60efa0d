"""How the decision about one spelling comes about, told by the functions that make it.

Nothing is decided here: the spelling is read as a text of its own, and each step of that is written down.
"""

from __future__ import annotations

from qa.model import Anchor, Document, Form, Segment
from qa.names.alone.unasked import NEARBY, UNSUPPORTED, tells_apart
from qa.names.explain.explanation import Candidate, Explanation, Feature, Hit, Threshold
from qa.names.explain.letterwise import aligned
from qa.names.explain.verdict import verdict
from qa.names.lexicon.lexicon import Lexicon, Name
from qa.names.listed.source import find_names
from qa.names.listed.typography import Place, typography
from qa.names.near.candidates import LIMIT, candidates
from qa.names.near.closeness import Closeness, closeness
from qa.names.near.nearness import DEMANDED, DEMANDED_COMMON
from qa.names.near.recognise import (
    FEATURES,
    RECOGNISED,
    SLIP,
    adjusted,
    features,
    probability,
    recognise,
    weights,
)
from qa.names.near.routes import describe
from qa.names.read import read_names
from qa.names.script.romanize import romanizations
from qa.names.texts.forms import normal
from qa.names.texts.lookalikes import plain
from qa.names.texts.reading import SegmentNames, SourceName
from qa.names.texts.windows import bare_length
from qa.names.words.ordinary import Known, frequency, known

SHOWN = 4  # candidates that are explained, as many as are weighed
MEANINGS = {
    "bias": "before any evidence",
    "native": "cost a letter to the native form",
    "latin": "cost a letter to a Latin form",
    "exact": "a regular romanization",
    "abjad": "vowels are not written in the native form",
    "common_exact": "an ordinary word, though a regular romanization",
    "common_inexact": "an ordinary word",
    "person": "somebody's given name or surname",
    "person_inexact": "the same, and no regular romanization",
    "surname": "ends as surnames do",
    "place": "another place",
    "place_inexact": "the same, and no regular romanization",
    "length": "length of the spelling",
    "edits": "cost in letters",
    "same_start": "starts as the name does",
    "same_end": "ends as the name does",
}
_LISTS = ((Known.GIVEN, "given names"), (Known.SURNAME, "surnames"), (Known.PLACE, "places"))


def explain(
    lexicon: Lexicon, written: str, source: str | None = None, source_lang: str | None = None
) -> Explanation:
    """Explain what is found in `written`, a name as it would stand in a text of the target language.

    `source` is the sentence it translates. Both may be of any length, but a name is what makes sense.
    """
    written = written.strip()
    seen = plain(written, lexicon.target_lang)
    folded = normal(seen[: bare_length(seen, lexicon.base_lang)])
    lang = lexicon.base_lang
    segment = Segment("s1", written, (Anchor(0, 1, 1),), source=source)
    document = Document("-", (segment,), source_lang, lexicon.target_lang)
    names = read_names(document, lexicon).segments[0]
    near = [_candidate(lexicon.name(n), folded, close, lexicon) for n, close in _near(lexicon, folded)]
    near += _demanded(names, near, folded, lexicon)
    latin = romanizations(folded, lang)
    lists = known(latin[0] if latin else folded)
    needed = _needed(lexicon, folded, source or "", (source_lang or "").partition("-")[0])
    return Explanation(
        written=written,
        target_lang=lexicon.target_lang,
        day=lexicon.day,
        folded=folded,
        latin=latin[:2],
        hits=tuple(_hits(lexicon, seen)),
        candidates=tuple(near),
        frequency=frequency(folded, lang),
        lists=tuple(name for flag, name in _LISTS if flag & lists),
        source=names.source,
        missing=names.missing,
        thresholds=_thresholds(source is not None),
        mentions=names.mentions,
        verdict=tuple(verdict(names, near, written, lexicon.target_lang, needed == UNSUPPORTED, needed)),
    )


def _near(lexicon: Lexicon, folded: str) -> list[tuple[int, Closeness]]:
    return candidates(lexicon, folded)[:SHOWN] if folded else []


def _demanded(names: SegmentNames, near: list[Candidate], folded: str, lexicon: Lexicon) -> list[Candidate]:
    """Entries that the source names and that are too far away to be candidates on their own."""
    known_ids = {c.entry for c in near}
    wanted = dict.fromkeys(n.entry for n in names.source if n.entry not in known_ids)
    return [
        _candidate(name, folded, close, lexicon)
        for name in map(lexicon.by_id, wanted)
        if (close := closeness(name, folded, 1.0)).found
    ]


def _hits(lexicon: Lexicon, written: str) -> list[Hit]:
    out = []
    for found in find_names(written, lexicon.base_lang, lexicon):
        name = lexicon.by_id(found.entry)
        for form in name.entry.forms_in(lexicon.target_lang):
            if normal(form.text) == found.native:
                out.append(_hit(name, form, found, written, lexicon))
    return sorted(out, key=lambda hit: (not hit.valid, hit.match, hit.entry, hit.form))


def _hit(name: Name, form: Form, found: SourceName, written: str, lexicon: Lexicon) -> Hit:
    text = found.text[: bare_length(found.text, lexicon.base_lang)]
    if len(found.text) < len(written):
        match = "part of a longer text"
    elif text == form.text:
        match = "as listed"
    elif normal(text) == found.native:
        dress = typography(form, text, Place(heading=True, opens=True))
        match = f"with other {dress}" if dress else "as listed"
    else:
        match = "inflected"
    return Hit(
        name.id,
        name.type,
        form.lang,
        form.text,
        form.status.value,
        form.since,
        form.until,
        form.note,
        form.valid_on(lexicon.day),
        match,
    )


def _candidate(name: Name, folded: str, close: Closeness, lexicon: Lexicon) -> Candidate:
    vector = features(name, folded, close, lexicon.base_lang)
    model = probability(vector)
    final, why = adjusted(name, folded, close, model)
    told = name.near(folded)
    route = describe(told, folded, close)
    return Candidate(
        entry=name.id,
        type=name.type,
        preferred=told.suggestion,
        cost=close.cost,
        kind=route.kind,
        route=route.text,
        model=model,
        probability=final,
        adjustment="; ".join(why) or None,
        features=tuple(
            Feature(feature, MEANINGS.get(feature, feature), value, weight, value * weight)
            for feature, value, weight in zip(FEATURES, vector, weights(), strict=True)
        ),
        forms=aligned(name, folded),
    )


def _thresholds(with_source: bool) -> tuple[Threshold, ...]:
    found = [
        Threshold("candidate", LIMIT, "cost a letter beyond which an entry is not looked at"),
        Threshold("recognised", RECOGNISED, "probability from which a spelling is recognised"),
        Threshold("slip", SLIP, "the same for a spelling that no route explains letter by letter"),
        Threshold("nearby", NEARBY, "the same where the entry is named rightly close by"),
    ]
    if with_source:
        found += [
            Threshold(
                "unsupported", UNSUPPORTED, "the same where the source could name the entry and does not"
            ),
            Threshold("demanded", DEMANDED, "cost a letter up to which it renders what the source names"),
            Threshold("demanded-common", DEMANDED_COMMON, "the same for an ordinary word"),
        ]
    return tuple(found)


def _needed(lexicon: Lexicon, folded: str, source: str, base: str) -> float:
    """The probability that the likeliest entry has to reach, away from everything else in a text."""
    best = recognise(lexicon, folded) if folded else None
    if best is None:
        return RECOGNISED
    if tells_apart(source, base, best.name, folded):
        return UNSUPPORTED
    return RECOGNISED if best.regular else SLIP
