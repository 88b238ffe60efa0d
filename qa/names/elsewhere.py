"""Places of one name on both sides of the ocean: Odessa, Texas, is not Odesa.

Towns of North America were named after towns of Europe and Asia, by the forms of their time. There they stand.
"""

from __future__ import annotations

import re

from qa.model import Mention

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


def elsewhere(text: str, mention: Mention) -> bool:
    """Whether a form that a place's entry does not prefer is the name of a town in North America; a slip is not."""
    return (
        mention.suggestion is not None
        and mention.kind != "misspelling"
        and _BEHIND.match(text, mention.span.end) is not None
    )
