"""The rules of `qa glossary lint`: ids, levels, and what to do about each."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Level(StrEnum):
    """Whether a rule's findings must be corrected, or deserve a look."""

    ERROR = "error"
    WARNING = "warning"


class LintRule(NamedTuple):
    """A rule as `qa glossary rules` lists it."""

    id: str
    level: Level
    summary: str
    advice: str


_E, _W = Level.ERROR, Level.WARNING

RULES: tuple[LintRule, ...] = (
    # A file with one of these cannot be used.
    LintRule("encoding", _E, "the file is not UTF-8", "save it as 'CSV UTF-8'"),
    LintRule("header", _E, "the first line does not name the columns", "copy the header from the message"),
    LintRule("quotes", _E, "quotes that do not close on their line", "close them; a quote inside is doubled"),
    LintRule("control", _E, "a control character", "delete it"),
    LintRule("too-long", _E, "a line too long to be a row", "shorten the note"),
    LintRule("cells", _E, "more or fewer than eight cells", "add commas, or quote a cell that has one"),
    LintRule("entry-id", _E, "the entry is empty or is no id", "write words joined by hyphens"),
    LintRule("type", _E, "an unknown type", "use person, place, organisation, event or other"),
    LintRule("lang", _E, "not a BCP 47 language tag", "write a tag such as en, uk or en-GB"),
    LintRule("form", _E, "the form is empty or too long", "write the name as this language writes it"),
    LintRule("status", _E, "an unknown status", "use preferred, admitted or deprecated"),
    LintRule("date", _E, "a date that is no day of the calendar", "write YYYY-MM-DD, or nothing for always"),
    LintRule("date-order", _E, "a form that ends before it begins", "exchange or correct the dates"),
    LintRule("note", _E, "a note too long to be read", "shorten it"),
    LintRule("duplicate", _E, "the same form twice for the same days", "delete one of the rows"),
    LintRule("status-conflict", _E, "one form with two statuses on one day", "keep one, or give them dates"),
    LintRule("two-preferred", _E, "two preferred forms on one day", "make one admitted, or give them dates"),
    LintRule("type-conflict", _E, "one entry with two types", "give all its rows one type"),
    # These let a file be used, and mislead whoever uses it.
    LintRule("id-style", _E, "an entry id that is not kebab-case", "use a-z, 0-9 and hyphens only"),
    LintRule("mixed-script", _E, "look-alike letters of two scripts in one word", "type the word again"),
    LintRule("invisible", _E, "an invisible character in a form", "delete it"),
    LintRule("formula", _E, "a cell that a spreadsheet would run as a formula", "remove the sign in front"),
    LintRule("layout", _E, "not in canonical layout", "run qa glossary fmt"),
    LintRule("deprecated-is-preferred", _E, "a deprecated form that another entry prefers",
             "drop the row, give it dates, or use a longer form"),
    LintRule("rename-cycle", _E, "renamings that lead in a circle", "decide which form is right on each day"),
    LintRule("no-preferred", _E, "forms of a language without a preferred one", "add the preferred form"),
    # These are worth a look.
    LintRule("preferred-gap", _W, "days without a preferred form between two that have one", "close the gap"),
    LintRule("wrong-script", _W, "a form in a script its language is not written in", "correct the language"),
    LintRule("foreign-letter", _W, "a letter that the language never uses", "correct one of the two"),
    LintRule("native-missing", _W, "an entry without a native form",
             "add the form of its own language; if that is already there, write 'native' in its note"),
    LintRule("no-reason", _W, "a deprecated form without a note", "say why, e.g. 'Russian-based'"),
    LintRule("form-shared", _W, "one form under two entries", "make one of them longer, or give them dates"),
    LintRule("case-twin", _W, "two right forms, or two wrong ones, that differ in capitals only", "keep one"),
    LintRule("ordinary-word", _W, "a deprecated form that is an ordinary word of its language",
             "drop it, or use a longer form"),
    LintRule("far-date", _W, "a date outside 1500 to 2100", "correct the year"),
)  # fmt: skip

BY_ID = {rule.id: rule for rule in RULES}
