"""Turns a parsed TOML table into settings, and says where in the file a wrong one stands."""

from __future__ import annotations

import datetime as dt
import os
import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from qa.config import THRESHOLDS, Override
from qa.days import iso_day
from qa.errors import ConfigError, QaError
from qa.language import normalise_tag
from qa.model import Severity
from qa.settings.keys import KEYS, SEVERITIES, TABLES, Settings, with_file
from qa.settings.lines import line_of

_ALIKE = 0.5  # likeness from which one word may be meant by another


class Table:
    """Turns one parsed table into settings; knows where in the file each key stands."""

    def __init__(
        self, shown: str, text: str, prefix: tuple[str, ...], rules: tuple[str, ...], root: str
    ) -> None:
        self._shown, self._text, self._prefix = shown, text, prefix
        self._rules, self._root = rules, root

    def settings(self, data: dict[str, Any]) -> Settings:
        """Every setting of the table; raises `ConfigError` at the first that is wrong."""
        known = (*KEYS, *TABLES, "overrides")
        where = self._prefix
        self._known(data, known, where)
        overrides = data.get("overrides", [])
        if not isinstance(overrides, list) or not all(isinstance(o, dict) for o in overrides):
            raise self._error(("overrides",), where, "must be a list of tables: [[overrides]]")
        return Settings(
            path=self._shown,
            root=self._root,
            values={key: self._value(key, value, where) for key, value in data.items() if key in KEYS},
            severities=self._severities(data.get("severity", {}), where),
            thresholds=self._thresholds(data.get("threshold", {}), where),
            overrides=tuple(self._override(o, (*where, f"overrides#{n}")) for n, o in enumerate(overrides)),
        )

    def _override(self, data: dict[str, Any], where: tuple[str, ...]) -> Override:
        allowed = [key for key, spec in KEYS.items() if spec.override]
        self._known(data, ("paths", *allowed, *TABLES), where)
        paths = data.get("paths")
        if not paths or not isinstance(paths, list) or not all(isinstance(p, str) and p for p in paths):
            raise self._error(("paths",), where, 'must be a list of patterns such as ["archive/**"]')
        values = {key: self._value(key, value, where) for key, value in data.items() if key in KEYS}
        return Override(
            paths=tuple(paths),
            source_lang=values.get("source-lang"),
            target_lang=values.get("target-lang"),
            select=values.get("select"),
            ignore=values.get("ignore"),
            severities=self._severities(data.get("severity", {}), where),
            thresholds=self._thresholds(data.get("threshold", {}), where),
            quotes=values.get("quotes"),
            inline=values.get("inline"),
            day=values.get("date"),
        )

    def _value(self, key: str, value: Any, where: tuple[str, ...]) -> Any:
        spec = KEYS[key]
        check = getattr(self, f"_as_{spec.type}")
        made = check(key, value, where)
        several = spec.type == "texts"
        for one in (made if several else (made,)) if spec.values else ():
            if not (re.search(with_file(spec.values), one) if several else one in spec.values):
                told = f"must be one of {', '.join(spec.values)}{', or NAME=FILE' * several}, not {one!r}"
                raise self._error((key,), where, told)
        return self._rebased(key, made) if spec.path else made

    def _as_text(self, key: str, value: Any, where: tuple[str, ...]) -> str:
        if isinstance(value, str) and value:
            return value
        raise self._error((key,), where, "must be text in quotation marks")

    def _as_texts(self, key: str, value: Any, where: tuple[str, ...]) -> tuple[str, ...]:
        if isinstance(value, list) and all(isinstance(item, str) and item for item in value):
            return tuple(value)
        raise self._error((key,), where, 'must be a list of texts such as ["…", "…"]')

    def _as_flag(self, key: str, value: Any, where: tuple[str, ...]) -> bool:
        if isinstance(value, bool):
            return value
        raise self._error((key,), where, "must be true or false")

    def _as_count(self, key: str, value: Any, where: tuple[str, ...]) -> int:
        if isinstance(value, float) and value.is_integer():
            value = int(value)  # 2.0 is a whole number to JSON Schema, which checks settings in an editor
        if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
            return value
        raise self._error((key,), where, "must be a whole number from 0 on")

    def _as_day(self, key: str, value: Any, where: tuple[str, ...]) -> dt.date:
        if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
            return value
        if isinstance(value, str) and (day := iso_day(value)) is not None:
            return day
        raise self._error((key,), where, "must be a day written as YYYY-MM-DD")

    def _as_language(self, key: str, value: Any, where: tuple[str, ...]) -> str:
        tag = self._as_text(key, value, where)
        try:
            return normalise_tag(tag)
        except QaError as error:
            raise self._error((key,), where, f"is not usable: {error}") from None

    def _as_rules(self, key: str, value: Any, where: tuple[str, ...]) -> tuple[str, ...]:
        ids = self._as_texts(key, value, where)
        for rule in ids:
            if rule not in self._rules:
                raise self._error((key,), where, f"names no rule {rule!r}{_near(rule, self._rules)}")
        return ids

    def _severities(self, table: Any, where: tuple[str, ...]) -> tuple[tuple[str, Severity], ...]:
        for rule, value in self._table("severity", table, self._rules, where):
            if value not in SEVERITIES:
                told = f"must be one of {', '.join(SEVERITIES)}, not {value!r}"
                raise self._error(("severity", rule), where, told)
        return tuple(sorted((rule, Severity(value)) for rule, value in table.items()))

    def _thresholds(self, table: Any, where: tuple[str, ...]) -> tuple[tuple[str, float], ...]:
        for name, value in self._table("threshold", table, tuple(THRESHOLDS), where):
            low, high = THRESHOLDS[name]
            number = isinstance(value, (int, float)) and not isinstance(value, bool)
            if not number or not low <= value <= high:
                raise self._error(("threshold", name), where, f"must be a number from {low:g} to {high:g}")
        return tuple(sorted((name, float(value)) for name, value in table.items()))

    def _table(
        self, name: str, table: Any, known: tuple[str, ...], where: tuple[str, ...]
    ) -> Iterator[tuple[str, Any]]:
        if not isinstance(table, dict):
            raise self._error((name,), where, f"must be a table: [{'.'.join((*self._prefix, name))}]")
        self._known(table, known, (*where, name))
        yield from table.items()

    def _known(self, table: Mapping[str, Any], known: tuple[str, ...], where: tuple[str, ...]) -> None:
        for key in table:
            if key not in known:
                hint = "; write it above all tables" if key in KEYS else _near(key, known)
                raise self._error((key,), where, f"is no setting here{hint}")

    def _rebased(self, key: str, value: Any) -> Any:
        if isinstance(value, tuple):
            return tuple(self._rebased(key, item) for item in value)
        name, equals, path = value.partition("=") if key == "format" else ("", "", value)
        # A house style has a name and no path, and neither has "none".
        bare = key in ("glossary", "report") and not re.search(r"[./\\]", path)
        if not path or bare or self._root == "." or os.path.isabs(path):
            return value
        if key == "format" and not equals:
            return value
        return f"{name}{equals}{os.path.normpath(os.path.join(self._root, path)).replace(os.sep, '/')}"

    def _error(self, key: tuple[str, ...], where: tuple[str, ...], message: str) -> ConfigError:
        path = (*where, *key)
        line = line_of(self._text, path)
        shown = ".".join(part.partition("#")[0] for part in path[len(self._prefix) :])
        place = f"{self._shown}:{line}" if line else self._shown
        return ConfigError("".join(c if c.isprintable() else " " for c in f"{place}: {shown} {message}"))


def _near(word: str, known: tuple[str, ...]) -> str:
    near = get_close_matches(word, known, n=1, cutoff=_ALIKE)
    return f"; did you mean {near[0]!r}?" if near else ""
