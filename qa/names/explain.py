"""How the decision about one spelling comes about, told by the functions that make it.

Nothing is decided here: the spelling is read as a text of its own, and every step of that reading is written down.
"""

from __future__ import annotations

from qa.model import Anchor, Document, Form, Segment, Status
from qa.names.align import Native, align, distance, prepare
from qa.names.closeness import Closeness, closeness
from qa.names.compile import normal
from qa.names.edits import edits
from qa.names.evidence import DEMANDED, DEMANDED_COMMON
from qa.names.explanation import Aligned, Candidate, Explanation, Feature, Hit, Letters, Threshold
from qa.names.letters import COMMON_ROUTES, ROUTES, table_name
from qa.names.lexicon import Lexicon, Name
from qa.names.listed import typography
from qa.names.ordinary import Known, frequency, known
from qa.names.read import NEARBY, RECOGNISED, UNSUPPORTED, read_names
from qa.names.reading import SegmentNames, SourceName
from qa.names.recognise import (
    DERIVED,
    FEATURES,
    GIVEN_NAME,
    LIMIT,
    candidates,
    derived,
    features,
    probability,
    weights,
)
from qa.names.romanize import romanizations
from qa.names.routes import describe
from qa.names.source import find_names
from qa.names.windows import bare_length

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
    """Explain what is found in `written`, a name as it would stand in a text of the lexicon's target language.

    `source` is the sentence it translates; both may be of any length, but a name is what makes sense.
    """
    written = written.strip()
    bare = written[: bare_length(written)]
    folded = normal(bare)
    lang = lexicon.base_lang
    segment = Segment("s1", written, (Anchor(0, 1, 1),), source=source)
    document = Document("-", (segment,), source_lang, lexicon.target_lang)
    names = read_names(document, lexicon).segments[0]
    near = [_candidate(lexicon.name(n), folded, close, lexicon) for n, close in _near(lexicon, folded)]
    near += [c for c in _demanded(names, near, folded, lexicon) if c is not None]
    latin = romanizations(folded, lang)
    lists = known(latin[0] if latin else folded)
    return Explanation(
        written=written,
        target_lang=lexicon.target_lang,
        day=lexicon.day,
        folded=folded,
        latin=latin[:2],
        hits=tuple(_hits(lexicon, written)),
        candidates=tuple(near),
        frequency=frequency(folded, lang),
        lists=tuple(name for flag, name in _LISTS if flag & lists),
        source=names.source,
        missing=names.missing,
        thresholds=_thresholds(source is not None),
        mentions=names.mentions,
        verdict=tuple(_verdict(names, near, written, bool(source))),
    )


def _near(lexicon: Lexicon, folded: str) -> list[tuple[int, Closeness]]:
    return candidates(lexicon, folded)[:SHOWN] if folded else []


def _demanded(
    names: SegmentNames, near: list[Candidate], folded: str, lexicon: Lexicon
) -> list[Candidate | None]:
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
    text = found.text[: bare_length(found.text)]
    if len(found.text) < len(written):
        match = "part of a longer text"
    elif text == form.text:
        match = "as listed"
    elif normal(text) == found.native:
        dress = typography(form, text)
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
    final, why = _adjusted(name, folded, model)
    route = describe(name, folded, close)
    return Candidate(
        entry=name.id,
        type=name.type,
        preferred=name.suggestion,
        cost=close.cost,
        kind=route.kind,
        route=route.text,
        model=model,
        probability=final,
        adjustment=why,
        features=tuple(
            Feature(feature, MEANINGS.get(feature, feature), value, weight, value * weight)
            for feature, value, weight in zip(FEATURES, vector, weights(), strict=True)
        ),
        forms=tuple(sorted(_aligned(name, folded), key=lambda a: (a.per_letter, a.lang, a.form))),
    )


def _adjusted(name: Name, folded: str, model: float) -> tuple[float, str | None]:
    if folded in name.equivalents:
        least = max(model, GIVEN_NAME)
        return least, f"the same given name in another language: at least {GIVEN_NAME}"
    if derived(name, folded):
        return model * DERIVED, f"a word made from the name of a place: {DERIVED} of it"
    return model, None


def _aligned(name: Name, folded: str) -> list[Aligned]:
    script = table_name(name.base_lang, folded)
    out = []
    for spelling, form in name.spellings:
        made: tuple[Native, str] | None = None
        if script == "latin":
            made = spelling, folded
        elif script is not None and spelling.table.name == "latin":
            made = prepare(folded, script), spelling.text
        if made is not None:
            out.append(_letters(form, *made, len(folded)))
        elif script == spelling.table.name:
            changed = edits(spelling.text, folded, len(folded) + len(spelling.text))
            out.append(_compared(form, script, changed, len(folded)))
    return out


def _letters(form: Form, native: Native, latin: str, size: int) -> Aligned:
    table = native.table.name
    path = align(native, latin)
    if path is None:
        raise RuntimeError("an alignment without a limit always exists")
    steps = tuple(Letters(s.native, s.latin, s.cost, tuple(_routes(s.routes, table))) for s in path.steps)
    cost = distance(native, latin, path.cost)
    if table == "latin":
        changed = edits(native.text, latin, len(native.text) + len(latin))
        if changed < cost:
            # A swap of neighbours is one error where the alignment sees two.
            return _compared(form, table, changed, size)
    return Aligned(form.lang, form.text, form.status.value, table, cost, cost / size, path.edits, steps)


def _compared(form: Form, table: str, changed: float, size: int) -> Aligned:
    return Aligned(form.lang, form.text, form.status.value, table, changed, changed / size, int(changed), ())


def _routes(routes: frozenset[str], table: str) -> list[str]:
    names = {**COMMON_ROUTES, **ROUTES[table]}
    return [names[route] for route in sorted(routes) if route in names]


def _thresholds(with_source: bool) -> tuple[Threshold, ...]:
    found = [
        Threshold("candidate", LIMIT, "cost a letter beyond which an entry is not looked at"),
        Threshold("recognised", RECOGNISED, "probability from which a spelling is recognised"),
        Threshold("nearby", NEARBY, "the same where the entry is named rightly close by"),
    ]
    if with_source:
        found += [
            Threshold("unsupported", UNSUPPORTED, "the same where the source does not name the entry"),
            Threshold("demanded", DEMANDED, "cost a letter up to which it renders what the source names"),
            Threshold("demanded-common", DEMANDED_COMMON, "the same for an ordinary word"),
        ]
    return tuple(found)


def _verdict(names: SegmentNames, near: list[Candidate], written: str, with_source: bool) -> list[str]:
    out = []
    for mention in names.mentions:
        because = f"; {'; '.join(mention.evidence)}" if mention.evidence else ""
        if mention.status is Status.DEPRECATED:
            note = f" ({mention.route})" if mention.route else ""
            out.append(
                f"“{mention.text}” is a deprecated form of {mention.entry}{note}; write {mention.suggestion}"
            )
        elif mention.status is not None:
            out.append(f"“{mention.text}” is right: {mention.status.value} for {mention.entry}")
        else:
            out.append(
                f"“{mention.text}” stands for {mention.suggestion} ({mention.entry}): {mention.route}{because};"
                f" confidence {mention.confidence:.2f}"
            )
    for mention, instead in names.wrong:
        out.append(f"“{mention.text}” stands where the source names “{instead.text}” ({instead.entry})")
    out += [f"the source names “{n.text}” ({n.entry}), “{written}” does not" for n in names.missing]
    return out or [_silent(near, written, with_source)]


def _silent(near: list[Candidate], written: str, with_source: bool) -> str:
    """Why nothing is said about a spelling."""
    if written[:1].islower():
        return f"nothing: “{written}” begins with a small letter, and no form that does is listed"
    if not near:
        return f"nothing: no entry comes near “{written}”"
    best = max(near, key=lambda c: c.probability)
    if best.preferred is None:
        return f"nothing: nearest is {best.entry}, which has no preferred form in this language"
    needed = UNSUPPORTED if with_source else RECOGNISED
    if best.probability < needed:
        said = "" if not with_source else ", as the source does not name it"
        return f"nothing: {best.entry} has probability {best.probability:.2f}, below {needed}{said}"
    return f"nothing: {best.entry} comes near “{written}”, but a longer name or another rule goes first"
