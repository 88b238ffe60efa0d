"""Which encoding bytes that are not UTF-8 may be in, or None where several would do.

charset-normalizer tells which encodings give text at all, but takes "trčs" for as good as "très". So the language of
what an encoding gives is asked for, and whether it writes with these letters.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple
from unicodedata import category

from qa.language import detect

_ANY = None
_CYRILLIC: dict[str, str | None] = dict.fromkeys(("ru", "uk", "be", "bg", "mk", "sr", "kk"), _ANY)
_CENTRAL: dict[str, str | None] = {
    "pl": "ąćęłńóśźż", "cs": "áčďéěíňóřšťúůýž", "sk": "áäčďéíĺľňóôŕšťúýž", "hu": "áéíóöőúüű", "ro": "ăâîşţ",
    "hr": "čćđšž", "sl": "čšž", "sq": "çë",
}  # fmt: skip
# The encodings met in practice, the likelier first, each with the languages that are written in it and what letters
# they have beside those of ASCII; None where they are in a script of their own.
_ENCODINGS: dict[str, dict[str, str | None]] = {
    "cp1252": {
        "en": "áàâäçéèêëíïñóôöü", "fr": "àâæçéèêëîïôœùûüÿ", "de": "äöüßéèà", "es": "áéíñóúüïç", "pt": "áâãàçéêíóôõúü",
        "it": "àèéìíòóùú", "nl": "áàäçéèêëíïóöúü", "sv": "åäöéü", "da": "æøåéö", "no": "æøåéòôö", "fi": "åäöšž",
        "ca": "àçèéíïòóúü·", "af": "áäèéêëíîïóôöúû", "is": "áðéíóúýþæö", "sq": "çë",
    },
    "cp1251": _CYRILLIC,
    "cp1250": _CENTRAL,
    "koi8_r": _CYRILLIC,
    "iso8859_2": _CENTRAL,
    "cp1256": dict.fromkeys(("ar", "fa", "ur"), _ANY),
    "cp1254": {"tr": "âçğıİîöşûü"},
    "cp1253": {"el": _ANY},
    "cp1255": {"he": _ANY},
    "cp1257": {"lt": "ąčęėįšųūž", "lv": "āčēģīķļņšūž", "et": "äöõüšž"},
    "shift_jis": {"ja": _ANY},
    "euc_jp": {"ja": _ANY},
    "gb18030": {"zh": _ANY},
    "big5": {"zh": _ANY},
    "euc_kr": {"ko": _ANY},
    "utf_16_le": dict.fromkeys(("zh", "ja", "ko"), _ANY),
    "utf_16_be": dict.fromkeys(("zh", "ja", "ko"), _ANY),
}  # fmt: skip
_ORDER = list(_ENCODINGS)
# Signs that any language may have.
_SIGNS = frozenset("\N{NO-BREAK SPACE}“”„‘’‚«»‹›–—…•·§°©®№€£¿¡")
# Of the letters and signs beyond ASCII so many may be of another language: a name, a quotation.
_STRANGE = 0.1


class _Fit(NamedTuple):
    """An encoding that bytes may be in: what is held against it, the weightiest first, its place, and the text."""

    strange: float
    chaos: float
    incoherence: float
    place: int
    text: str


def guess(data: bytes) -> str | None:
    """The encoding as `iconv` calls it, None where none is likely or two are equally so and differ."""
    best = sorted(_fitting(data))
    if not best:
        return None
    first = best[0]
    if any(fit[:3] == first[:3] and fit.text != first.text for fit in best):
        return None
    return _ORDER[first.place].replace("_", "-").upper()


def _fitting(data: bytes) -> Iterator[_Fit]:
    from charset_normalizer import from_bytes

    for match in from_bytes(data, cp_isolation=_ORDER):
        text = str(match)
        lang, _ = detect(text)
        # Encodings that give the same text are one match.
        for name in {match.encoding, *match.could_be_from_charset} & _ENCODINGS.keys():
            if lang in _ENCODINGS[name]:
                strange = _strange(text, _ENCODINGS[name][lang])
                if strange <= _STRANGE:
                    yield _Fit(strange, match.chaos, -match.coherence, _ORDER.index(name), text)


def _strange(text: str, letters: str | None) -> float:
    """The share of what is not ASCII that a language with these letters does not write."""
    beyond = [c for c in text if not c.isascii() and c not in _SIGNS]
    strange = sum(not _written(c, letters) for c in beyond)
    return strange / len(beyond) if beyond else 0.0


def _written(character: str, letters: str | None) -> bool:
    if letters is None:
        return category(character)[0] in "LMP"
    return character in letters or character.lower() in letters
