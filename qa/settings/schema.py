"""The JSON Schema of the settings, made from the same table that the reader goes by.

`tools/make_config_schema.py` writes it to qa/data/schema/config.schema.json, where editors find it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from qa.config import THRESHOLDS
from qa.settings.keys import KEYS, SEVERITIES, Key, with_file

ID = "urn:qa-news:schema:config:1"
_DAY = r"^\d{4}-\d{2}-\d{2}$"


def schema(rules: Sequence[str]) -> dict[str, Any]:
    """The schema of `qa.toml`, and of `[tool.qa]` in pyproject.toml; `rules` are the ids that exist."""
    tables = {"severity": _severity(rules), "threshold": _threshold()}
    properties = {key: _property(spec, rules) for key, spec in KEYS.items()}
    override = {key: properties[key] for key, spec in KEYS.items() if spec.override}
    paths = {"type": "array", "items": {"type": "string", "minLength": 1}, "minItems": 1}
    overrides = {
        "type": "array",
        "description": "Settings for some paths; a later one wins.",
        "items": _object({"paths": paths, **override, **tables}) | {"required": ["paths"]},
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": ID,
        "title": "qa settings",
        "description": "Settings of qa: qa.toml, or [tool.qa] in pyproject.toml.",
        **_object({**properties, **tables, "overrides": overrides}),
    }


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _property(spec: Key, rules: Sequence[str]) -> dict[str, Any]:
    text: dict[str, Any] = {"type": "string", "minLength": 1}
    kinds: dict[str, dict[str, Any]] = {
        "text": text,
        "texts": {"type": "array", "items": text},
        "rules": {"type": "array", "items": {"enum": list(rules)}},
        "flag": {"type": "boolean"},
        "count": {"type": "integer", "minimum": 0},
        "day": {"type": "string", "pattern": _DAY, "format": "date"},
        "language": text,
    }
    if spec.values and spec.type == "texts":
        kinds["texts"] = {"type": "array", "items": {"type": "string", "pattern": with_file(spec.values)}}
    elif spec.values:
        kinds[spec.type] = {"enum": list(spec.values)}
    return kinds[spec.type] | {"description": spec.help}


def _severity(rules: Sequence[str]) -> dict[str, Any]:
    one = {"enum": list(SEVERITIES)}
    return _object(dict.fromkeys(rules, one)) | {"description": "Severity by rule."}


def _threshold() -> dict[str, Any]:
    numbers = {
        name: {"type": "number", "minimum": low, "maximum": high} for name, (low, high) in THRESHOLDS.items()
    }
    return _object(numbers) | {"description": "The numbers that checks go by."}
