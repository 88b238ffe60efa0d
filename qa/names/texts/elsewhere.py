"""Places of one name: Odessa, Texas, is not Odesa, and Dzerzhinsk in the Nizhny Novgorod region is not Toretsk.

Towns of North America were named after towns of Europe and Asia, by the forms of their time. There they stand. Names of
Soviet days were given to many towns, and taken back from some.
"""

from __future__ import annotations

import re

from qa.model import Mention
from qa.names.script.edits import similarity
from qa.text import fold

# States and provinces, as news names them behind a comma; those that are cities or countries as well may be the next in
# a list: Kiev, Washington and Moscow.
_STATES = (
    "Alabama|Alaska|Alberta|Arizona|Arkansas|British Columbia|California|Colorado|Connecticut|Delaware|Florida|Hawaii"
    "|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Manitoba|Maryland|Massachusetts|Michigan|Minnesota"
    "|Mississippi|Missouri|Montana|Nebraska|Nevada|New Brunswick|New Hampshire|New Jersey|New Mexico"
    "|North Carolina|North Dakota|Nova Scotia|Ohio|Oklahoma|Ontario|Oregon|Pennsylvania|Rhode Island"
    "|Saskatchewan|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|West Virginia"
    "|Wisconsin|Wyoming"
)
# As other languages write them, without their endings; Джорджия is a country's name as well.
_OTHERWISE = (
    "[CK]al[ií]f[oó]rni|Carolin[ae] d|Dakota d|Fl[oó]rid|Floryd|Lo?uisian|Mis+is+ip+i|Mis+uri|N(?:ovo|uevo) M[eé]xico"
    "|Nouveau-Mexique|N(?:ov|uev)a Jersey|Oreg[oó]n|Pen+s[iy]l[vw][aâ]ni|Te[jx]as|Teksas|Virg[ií]ni"
    "|Айдахо|Алабам|Аляск|Ар[иі]зон|Арканзас|Вайом[иі]нг|Вермонт|В[иі]рд?ж[иі]н[иі]|В[иі]сконс[иі]н|Делавер|Делавэр"
    "|[ИІ]лл?[иі]нойс|[ИІ]нд[иі]ан|Кал[иі]форн[иі]|Канзас|Кентукк[иі]|Колорадо|Лу[иї]з[иі]ан|Массачусетс|Меріленд"
    "|Мэриленд|М[иі]ннесот|М[иі]сс[иі]с[иі]п[иі]|М[иі]ссур[иі]|М[иі]ч[иі]ган|Монтан|Небраск|Невад|Нью-Джерс[иі]"
    "|Нью-Мекс[иі]ко|Огайо|Оклахом|Онтар[иі]о|Орегон|Пенс[иі]льван|Саскачеван|Теннесс[иі]|Техас|Флор[иі]д|Юта"
)
# What may stand between a comma or bracket and the state, or before the word for a state and behind it.
_SMALL = (
    r"(?:(?:the(?=\s(?:US\s)?state)|au|dans|de|del|di|do|du|el|em|en|im|in|na|nel|no|nello|of|v|w|в|у|US|USA|"
    r"американськ\w+|американск\w+|estado|État|stato|state|stan|stanie|stát|státě|Bundesstaat|US-Bundesstaat|штат\w*)\s"
    r"|[dl][’'])"
)
_STATE = r"(?:[Ee]stado|État|stato|state|stan|stanie|stát[eě]?|(?:US-)?Bundesstaat|штат\w*)\s"
# Behind the state nothing goes on that it could begin: California Governor, Virginia Woolf, Kansas City.
_GOES_ON = r"(?=[^\w\s-]|\s+[^\W\dA-ZА-ЯЄІЇҐ_]|\s*\Z)"
_BEHIND = re.compile(
    rf"(?:(?:,\s|\s\(){_SMALL}{{0,5}}|\s{_SMALL}{{0,3}}{_STATE}{_SMALL}{{0,2}})"
    rf"(?:(?:{_STATES})\b|(?:{_OTHERWISE})\w{{0,3}}(?:\s(?:Norte|Nord|Sur|Sul|Sud))?){_GOES_ON}"
)
_REGIONS = (
    "Altai|Amur|Arkhangelsk|Astrakhan|Belgorod|Bryansk|Chelyabinsk|Irkutsk|Ivanovo|Kaluga|Kemerovo|Khabarovsk|Kirov"
    "|Kostroma|Krasnodar|Krasnoyarsk|Kurgan|Kursk|Leningrad|Lipetsk|Moscow|Murmansk|(?:Nizhny )?Novgorod|Novosibirsk"
    "|Omsk|Orenburg|Oryol|Penza|Perm|Primorsky|Pskov|Rostov|Ryazan|Sakhalin|Samara|Saratov|Smolensk|Stavropol"
    "|Sverdlovsk|Tambov|Tomsk|Tula|Tver|Tyumen|Ulyanovsk|Vladimir|Volgograd|Vologda|Voronezh|Yaroslavl"
)
_IN_RUSSIA = re.compile(
    rf"(?:,\s|\s\(|,?\sin\s)(?:the\s|Russia[’']s\s)?(?:{_REGIONS})\s(?:[Rr]egion|[Oo]blast|[Kk]rai|[Tt]erritory)\b"
    r"(?!,? and\b)"  # a list of places
)
# A state whose name many languages have for a country as well, behind the word that tells.
_STATE_BEFORE = re.compile(
    r"(?:\b(?:[Ss]tate of|[Ee]stado d[ae]|État de|[Ss]tato della|[Ss]tatului?|[Ss]tatul american)|ولاية)\s\Z"
)
_ALSO_COUNTRY = re.compile(r"(?:G[eé][oó]rgi[ae]|جورجيا)\b")
_WORDS_BEFORE = 20  # letters in which such a word stands
_ALIKE = 0.5  # likeness from which two forms are one name, and neither a new one


def in_america(text: str, end: int) -> bool:
    """Whether behind a town that ends at a place of a text stands a state of North America: Одесса, штат Техас."""
    return _BEHIND.match(text, end) is not None


def is_state(text: str, start: int) -> bool:
    """Whether a name at a place of a text is a state's that is a country's as well: the US state of Georgia."""
    before = max(0, start - _WORDS_BEFORE)
    return (
        _ALSO_COUNTRY.match(text, start) is not None and _STATE_BEFORE.search(text, before, start) is not None
    )


def elsewhere(text: str, mention: Mention, asked: bool = False) -> bool:
    """Whether a form that a place's entry does not prefer is the name of another town; a slip is not.

    A name that a place gave up is borne by towns of Russia still, unless the source has `asked` for the entry.
    """
    if mention.suggestion is None or mention.kind == "misspelling":
        return False
    if in_america(text, mention.span.end):
        return True
    alike = similarity(fold(mention.text), fold(mention.suggestion), _ALIKE) > 0.0
    return not asked and not alike and _IN_RUSSIA.match(text, mention.span.end) is not None
