"""Options as values: what the user wrote becomes a `Config`, or one clear line."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import TYPE_CHECKING

from qa.errors import ConfigError

# `qa --help` needs the two lists of choices below and nothing else of the house.
if TYPE_CHECKING:
    from qa.backtranslate import BackendChoice
    from qa.config import Config


class Gate(StrEnum):
    """Severities that can fail a check."""

    NEUTRAL = "neutral"
    MINOR = "minor"
    MAJOR = "major"
    CRITICAL = "critical"
    NEVER = "never"


def backend_from(wanted: bool | None, name: str | None) -> BackendChoice:
    """The choice of a backend; raises `ConfigError` for one that is named and turned off."""
    if wanted is False and name is not None:
        raise ConfigError(f"--backend {name} and --no-back-translate exclude each other; leave one out")
    from qa.backtranslate import BackendChoice

    return BackendChoice(wanted, name)


def config_from(
    source_lang: str | None,
    target_lang: str | None,
    select: str | None,
    ignore: str,
    day: str | None,
    fail_on: Gate,
) -> Config:
    """Check the options and make a `Config` of them; raises `ConfigError`."""
    from qa.config import Config
    from qa.language import normalise_tag
    from qa.model import Severity

    return Config(
        source_lang=normalise_tag(source_lang) if source_lang is not None else None,
        target_lang=normalise_tag(target_lang) if target_lang is not None else None,
        select=selected(select),
        ignore=rule_ids(ignore),
        fail_on=None if fail_on is Gate.NEVER else Severity(fail_on.value),
        day=calendar_day(day, "--date"),
    )


def selected(text: str | None) -> tuple[str, ...]:
    """Rule ids of `--select`, none where it is not given; raises `ConfigError` where it names none."""
    ids = rule_ids(text or "")
    if text is not None and not ids:
        raise ConfigError("--select names no rule; leave it out for every rule, or see `qa rules`")
    return ids


def rule_ids(text: str) -> tuple[str, ...]:
    """Rule ids of a list separated by commas; an unknown one raises `ConfigError`."""
    ids = tuple(part.strip() for part in text.split(",") if part.strip())
    if ids:
        from qa.checks import RULE_INFOS

        known = [info.id for info in RULE_INFOS]
        for rule in ids:
            if rule not in known:
                raise no_such_rule(rule, known)
    return ids


def no_such_rule(rule: str, known: list[str]) -> ConfigError:
    """The error for a rule nobody knows, with the nearest one that is."""
    from difflib import get_close_matches

    near = get_close_matches(rule, known, n=1, cutoff=0)[0]
    return ConfigError(f"there is no rule {rule!r}: did you mean {near!r}? `qa rules` lists them all")


def interface(lang: str) -> str:
    """A language of the report's own texts; raises `ConfigError` for one that is not there."""
    from qa.reporters.html import languages

    if lang not in languages():
        raise ConfigError(f"--ui-lang {lang!r}: the report speaks {', '.join(languages())}")
    return lang


def calendar_day(text: str | None, option: str) -> dt.date | None:
    """The day that an option gives, None where it is not given."""
    if text is None:
        return None
    from qa.days import NO_DAY, iso_day

    if (day := iso_day(text)) is None:
        raise ConfigError(f"{option} {text!r} {NO_DAY}")
    return day
