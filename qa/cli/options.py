"""Options as values: what the user wrote becomes a `Config`, or one clear line."""

from __future__ import annotations

import datetime as dt
from difflib import get_close_matches
from enum import StrEnum
from typing import NamedTuple

from qa.config import Config
from qa.errors import ConfigError
from qa.model import Severity


class Format(StrEnum):
    """Formats that stdout can carry."""

    TEXT = "text"
    JSON = "json"


class Gate(StrEnum):
    """Severities that can fail a check."""

    NEUTRAL = "neutral"
    MINOR = "minor"
    MAJOR = "major"
    CRITICAL = "critical"
    NEVER = "never"


class BackendChoice(NamedTuple):
    """What the user said about back-translation; None is nothing."""

    wanted: bool | None
    name: str | None


def fail_on_from(gate: Gate) -> Severity | None:
    """The severity of a gate, None for never."""
    return None if gate is Gate.NEVER else Severity(gate.value)


def config_from(
    source_lang: str | None,
    target_lang: str | None,
    select: str,
    ignore: str,
    day: str | None,
    fail_on: Severity | None,
) -> Config:
    """Check the options and make a `Config` of them; raises `ConfigError`."""
    from qa.language import normalise_tag

    return Config(
        source_lang=normalise_tag(source_lang) if source_lang else None,
        target_lang=normalise_tag(target_lang) if target_lang else None,
        select=rule_ids(select),
        ignore=rule_ids(ignore),
        fail_on=fail_on,
        day=_day(day),
    )


def rule_ids(text: str) -> tuple[str, ...]:
    """Rule ids of a list separated by commas; an unknown one raises `ConfigError`."""
    from qa.checks import RULE_INFOS

    known = [info.id for info in RULE_INFOS]
    ids = tuple(part.strip() for part in text.split(",") if part.strip())
    for rule in ids:
        if rule not in known:
            near = get_close_matches(rule, known, n=1, cutoff=0)[0]
            raise ConfigError(f"there is no rule {rule!r}: did you mean {near!r}? `qa rules` lists them all")
    return ids


def _day(text: str | None) -> dt.date | None:
    if text is None:
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise ConfigError(f"--date {text!r} is no day: write it as YYYY-MM-DD") from None
