"""Abbreviations that stand before what they belong to, so that their full stop ends no sentence.

Listed is what sentencex 1.0 parts from what follows; a title before a name is the commonest case in news.
What is also a word, or ends a sentence as often as not, is left to the library. Spelt in lower case and
without the last full stop, by BCP 47 base language; "" holds for all.
"""

from __future__ import annotations

_LISTED = {
    "": "dr mr mrs ms prof st",
    "en": "ft mt vol gen lt col capt cmdr sgt brig maj adm rep sen gov rev hon messrs",
    "fr": "m mm mme mlle mgr av chap fig",
    "de": "hr fr nr abs bzw ca inkl vgl",
    "es": "d dña av avda ud uds núm pág art gral lic ing",
    "pt": "av exmo exma gen art pág núm",
    "it": "sig dott avv ing gen art pag",
    "ru": "ул просп пл стр",
    "uk": "ім вул просп пл буд стор",
    "be": "імя вул пр",
    "bg": "ул бул",
    "pl": "hab inż mgr ks gen płk ul al tj tzn np nr str św",
    "cs": "ing mgr bc mudr judr ul tj tzn např č str čl gen plk",
    "sk": "ing mgr bc mudr judr ul tj napr č str čl gen",
    "ro": "dl dna d-na d-l str nr gen",
    "nl": "dhr mw mevr ir drs nr blz d.w.z o.a z.g bijv",
    "sv": "kap kl nr t.ex bl.a d.v.s",
    "da": "kap kl nr f.eks bl.a d.v.s hr",
    "no": "kap kl nr f.eks bl.a dvs hr",
    "tr": "sn av doç yrd alb no",
    "hu": "ifj id özv",
    "el": "κα δρ καθ",
    "ar": "د أ م",
}

# These may end a sentence too; they do not where a small letter follows.
_BEFORE_SMALL = {
    "ru": "млн млрд тыс руб кв",
    "uk": "млн млрд тис грн кв",
    "be": "млн млрд тыс руб",
    "bg": "млн млрд хил лв",
    "pl": "mln mld tys zł godz",
    "cs": "mil mld tis hod",
    "sk": "mil mld tis hod",
    "de": "mio mrd art",
    "fr": "art vol",
}


def stays(word: str, base: str, small: bool) -> bool:
    """Whether the full stop after `word` (in lower case) is that of an abbreviation and ends no sentence.

    `small` says that what follows begins with a small letter: then an inner full stop ("d.w.z."), an ellipsis
    or a single letter are enough.
    """
    if small and ("." in word or (len(word) == 1 and word.isalpha())):
        return True
    return word in _SETS.get(base, _ALL) or (small and word in _SMALL_SETS.get(base, ()))


_ALL = frozenset(_LISTED[""].split())
_SETS = {lang: _ALL | frozenset(words.split()) for lang, words in _LISTED.items()}
_SMALL_SETS = {lang: frozenset(words.split()) for lang, words in _BEFORE_SMALL.items()}

# Languages in which a full stop after a number makes it an ordinal, as in "am 1. Mai".
ORDINALS = frozenset("bs cs da de et fi hr hu is lt lv no nb nn sk sl sr tr".split())
