"""Names of one Cyrillic alphabet letter by letter in another: Ukrainian Косів, in Russian Косив.

A translation that does not know a name takes it over so, and gives it the endings of its own adjectives.
"""

from __future__ import annotations

import re
from functools import lru_cache

# (letters of the one language, of the other) in the order in which they are replaced; \b ends a word.
_STEPS = {
    ("uk", "ru"): (
        (r"(?<=[сцз])ьк", "к"), (r"ць\b", "ц"), (r"ці\b", "цы"), ("ьо", "ё"), ("[ії]", "и"), ("є", "е"),
        (r"(?<=[сцз]к)а\b", "ая"), (r"(?<=[сцз]к)е\b", "ое"), (r"(?<![гкхжчшщ])ий\b", "ый"),
    ),
    ("be", "ru"): (
        ("і", "и"), ("ў", "в"), (r"(?<=[сцз]к)и\b", "ий"),
    ),
}  # fmt: skip
# What may be written otherwise as well, in the letters of the first: и by its sound, a place as an adjective.
_CHOICES = {("uk", "ru"): (("и(?!й)", "ы"), (r"(?<=[бвдзлмнпрст])е\b", "ое"))}


@lru_cache(maxsize=16384)
def taken_over(text: str, table: str, other: str) -> tuple[str, ...]:
    """A folded form in the letters of one table as a text in those of another may have it; nothing where none is known.

    Both are tables of Cyrillic letters.
    """
    steps = _STEPS.get((table, other), ())
    choices = _CHOICES.get((table, other), ())
    forms = [text, *(re.sub(letters, others, text) for letters, others in choices)] if steps else []
    for letters, others in steps:
        forms = [re.sub(letters, others, form) for form in forms]
    return tuple(dict.fromkeys(forms))
