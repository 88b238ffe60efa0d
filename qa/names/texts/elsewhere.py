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
# Behind the state nothing goes on that it could begin: California Governor, Virginia Woolf, Kansas City.
_BEHIND = re.compile(rf"(?:,\s|\s\()(?:{_STATES})\b(?=[^\w\s-]|\s+[a-z]|\s*\Z)")
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
_ALIKE = 0.5  # likeness from which two forms are one name, and neither a new one


def elsewhere(text: str, mention: Mention, asked: bool = False) -> bool:
    """Whether a form that a place's entry does not prefer is the name of another town; a slip is not.

    A name that a place gave up is borne by towns of Russia still, unless the source has `asked` for the entry.
    """
    if mention.suggestion is None or mention.kind == "misspelling":
        return False
    if _BEHIND.match(text, mention.span.end) is not None:
        return True
    alike = similarity(fold(mention.text), fold(mention.suggestion), _ALIKE) > 0.0
    return not asked and not alike and _IN_RUSSIA.match(text, mention.span.end) is not None
