"""By which route a spelling came about, said in words an editor understands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from qa.model import Form
from qa.names.lexicon.lexicon import Name
from qa.names.near.closeness import Closeness
from qa.names.script.align import Alignment, align, prepare
from qa.names.script.cyrillic import taken_over
from qa.names.script.letters import COMMON_ROUTES, ROUTES
from qa.names.texts.difference import difference, differing
from qa.names.texts.forms import bare_form, normal
from qa.names.texts.lookalikes import looks_like
from qa.names.words.articles import without_article
from qa.text import is_small

LANGUAGES = {
    "am": "Amharic", "ar": "Arabic", "az": "Azerbaijani", "be": "Belarusian", "bg": "Bulgarian", "bn": "Bengali",
    "bs": "Bosnian", "ca": "Catalan", "ckb": "Kurdish", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek",
    "en": "English", "es": "Spanish", "et": "Estonian", "fa": "Persian", "fi": "Finnish", "fr": "French",
    "gu": "Gujarati", "he": "Hebrew", "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian", "hy": "Armenian",
    "id": "Indonesian", "it": "Italian", "ja": "Japanese", "ka": "Georgian", "kk": "Kazakh", "kn": "Kannada",
    "ko": "Korean", "ky": "Kyrgyz", "lt": "Lithuanian", "lv": "Latvian", "mk": "Macedonian", "ml": "Malayalam",
    "mn": "Mongolian", "mr": "Marathi", "nb": "Norwegian", "ne": "Nepali", "nl": "Dutch", "nn": "Norwegian",
    "no": "Norwegian", "or": "Odia", "pa": "Punjabi", "pl": "Polish", "ps": "Pashto", "pt": "Portuguese",
    "ro": "Romanian", "ru": "Russian", "sk": "Slovak", "sl": "Slovenian", "sq": "Albanian", "sr": "Serbian", "sv":
    "Swedish", "ta": "Tamil", "te": "Telugu", "tg": "Tajik", "ti": "Tigrinya", "tr": "Turkish", "uk": "Ukrainian",
    "ur": "Urdu", "uz": "Uzbek", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip
# Routes in the order in which they are believed when a spelling could have come by several: the standards first.
_ORDER = "nbcsgurdfephitwxok"

DISTANT = 0.3  # cost a letter from which a spelling is no slip of anything


class Route(NamedTuple):
    """A route's family (for categories and statistics), and its description."""

    kind: str
    text: str


def describe(
    name: Name,
    spelling: str,
    close: Closeness,
    source_word: str | None = None,
    cased: tuple[str, str] | None = None,
) -> Route:
    """Describe how the folded `spelling` relates to a name that it was found close to.

    `cased` are the right name in the case of the text and the folded word there, so that an ending is no slip.
    """
    best, form = close.best, close.form
    suggestion = name.suggestion or name.id
    if best is None:
        return Route("given-name", f"form of the given name {suggestion} in another language")
    if form is None and best.table.name == "latin" and best.text == spelling:
        return Route("case-ending", f"{source_word} with its case ending, as the source has it")
    if form is None and source_word is not None and is_small(source_word):
        return Route("case-ending", f"{source_word}, made from the name, carried over as an adjective")
    if form is None and looks_like(spelling.upper(), best.text.upper()):
        return Route("other-language", f"{source_word} in look-alike letters of another script")
    if form is None and best.table.name == "latin":
        return Route("case-ending", f"{source_word} with its case ending, taken over")
    if form is None and best.table.name == "kanji":
        return Route("reading", f"another reading of {source_word}")
    if spelling in taken_over(best.text, best.table.name, name.base_lang):
        if form is None:
            return Route("case-ending", f"{source_word} with its case ending, letter by letter")
        if spelling != best.text:
            letters = LANGUAGES[name.base_lang]
            return Route("other-language", f"{_told(form)} letter by letter in {letters}")
    path = align(best, spelling)
    if form is None:
        slips = "as it stands" if path is not None and not path.edits else "with slips"
        return Route("case-ending", f"{source_word} with its case ending, romanized {slips}")
    native = best.table.name != "latin"
    if all(best.text != letters for letters, _, _ in name.spelled):
        return Route("case-ending", _carried_over(form))
    if native and path is not None and path.steps[-1].case_ending:
        return Route("case-ending", _carried_over(form))
    if native and path is not None and not path.edits:
        standard = _by_one_standard(name, spelling, close) or _mixed(path, best.table.name, form)
        return Route("romanization", standard)
    same = _same_letters(spelling, name, [form] if cased else [form, *name.entry.forms])
    if same is not None:
        return same
    if not native and path is not None and not path.edits:
        bare = best.text != spelling and best.text == bare_form(name.entry, form)
        written = without_article(form) if bare else form.text
        return Route("respelling", f"respelling of {differing(written, spelling)}")
    return Route("misspelling", _slip(*(cased or (suggestion, spelling)), close, form))


def _slip(suggestion: str, spelling: str, close: Closeness, form: Form) -> str:
    """What a spelling with wrong letters is a slip of: the right form, or the form that it comes close to."""
    if difference(suggestion, spelling) is not None:
        return f"misspelling of {differing(suggestion, spelling)}"
    best = close.best
    if best is None or best.table.abjad or close.cost > DISTANT:
        # Likeness to a form without vowels is no romanization of it.
        return f"distant rendering of {suggestion}"
    if best.table.name != "latin":
        return f"romanization of {_told(form)} with slips"
    return f"misspelling of {differing(form.text, spelling)}"


def _carried_over(form: Form) -> str:
    return f"{form.text} with a case ending of {_language(form) or 'the source'} carried over"


def _language(form: Form) -> str | None:
    return LANGUAGES.get(form.lang.partition("-")[0])


def _told(form: Form) -> str:
    """A form with its language."""
    language = _language(form)
    return f"{form.text} ({language})" if language else form.text


def _same_letters(spelling: str, name: Name, forms: Sequence[Form]) -> Route | None:
    """A form of another language, when the spelling is exactly that.

    The first of `forms` is the closest; a word left in its own script comes as close to a Latin one of the others.
    """
    same = [form for form in forms if normal(form.text) == spelling]
    if not same:
        return None
    if spelling in name.good:
        return Route("typography", f"{same[0].text} written with other marks, hyphens or capitals")
    told = same[:1] if same[0] is forms[0] else same
    bases = dict.fromkeys(form.lang.partition("-")[0] for form in told)
    languages = " and ".join(LANGUAGES.get(base, base) for base in bases)
    return Route("other-language", f"{languages} form {same[0].text}")


def _by_one_standard(name: Name, spelling: str, close: Closeness) -> str | None:
    """The one standard that explains every letter, with the first form that it does so for; the closest comes first."""
    for letters, table, form in sorted(name.spelled, key=lambda found: found[2] != close.form):
        native = prepare(letters, table)
        if table == "latin" or (native.table.abjad and form != close.form):
            continue
        path = align(native, spelling)
        if path is None or path.edits or path.steps[-1].case_ending:
            continue
        routes = [step.routes for step in path.steps if step.routes]
        shared = frozenset.intersection(*routes) if routes else frozenset()
        if shared:
            return _of(_names(table)[min(shared, key=_ORDER.index)], form)
    return None


def _mixed(path: Alignment, table: str, form: Form) -> str:
    """The standard that explains most letters, where none explains all."""
    count = Counter(route for step in path.steps for route in step.routes or ())
    # What tells routes apart are the letters they write differently; the commonest route names the mixture.
    best = min(count, key=lambda r: (-count[r], _ORDER.index(r)))
    standard = _names(table)[best].partition(" of ")[0]
    told = form.text if (_language(form) or "") in standard else _told(form)
    return f"mixed romanization of {told}, mostly {standard}"


def _names(table: str) -> dict[str, str]:
    """What the routes of a letter table are called."""
    return {**COMMON_ROUTES, **ROUTES[table]}


def _of(standard: str, form: Form) -> str:
    """A standard with the form that it is applied to; one that is made for a language names that with the form."""
    bare, of, _ = standard.partition(" of ")
    return f"{bare} of {_told(form)}" if of else f"{standard} of {form.text}"
