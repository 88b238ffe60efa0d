"""The decisions that an editor took in the HTML report, as its `decisions.json` has them.

The file comes from a browser's folder of downloads, so every part of it is looked at before it is used.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

from qa.errors import ConfigError, unread

_MOST_BYTES = 64 * 1024 * 1024
_TEXTS = ("rule", "reason", "because", "text", "side", "severity")


class Decision(NamedTuple):
    """What to do with one finding: write `suggestion` (None is by hand) where accepted, else leave it.

    `because` is what the reason means where it was chosen and not typed: "form", "right", "quote", "other" or
    "style". `text`, `entry`, `side` and `severity` are those of the finding; a file of an older report has
    them empty.
    """

    fingerprint: str
    accepted: bool
    suggestion: str | None
    rule: str = ""
    reason: str = ""
    because: str = ""
    text: str = ""
    side: str = ""
    severity: str = ""
    entry: str | None = None


class Decisions(NamedTuple):
    """The decisions of one document; `lang` is its language, "" where it is unknown."""

    document: str
    name: str
    lang: str
    decisions: tuple[Decision, ...]


def load_decisions(path: Path) -> Decisions:
    """Read a file of decisions; raises `ConfigError` with one line where it holds none."""
    data = _json(path)
    listed = data.get("decisions") if isinstance(data, dict) and data.get("schema_version") == 1 else None
    if not isinstance(listed, list):
        raise ConfigError(f"{path}: holds no decisions of schema version 1; save it from the report again")
    document, name, lang = (data.get(key, "") for key in ("document", "name", "target_lang"))
    if not all(isinstance(value, str) for value in (document, name, lang)):
        raise ConfigError(f"{path}: does not say which document it is of; save it from the report again")
    return Decisions(document, name, lang, tuple(_decision(path, n, one) for n, one in enumerate(listed, 1)))


def _json(path: Path) -> Any:
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise ConfigError(f"{path}: is larger than 64 MiB, which no decisions are; check the path")
        return json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        raise ConfigError(
            f"{path}: there is no such file; save the decisions from the report first"
        ) from None
    except OSError as error:
        raise ConfigError(f"{path}: {unread(error)}") from None
    except (ValueError, RecursionError) as error:
        raise ConfigError(
            f"{path}: is not valid JSON ({str(error)[:200]}); save it from the report again"
        ) from None


def _decision(path: Path, number: int, one: Any) -> Decision:
    if not (
        isinstance(one, dict)
        and isinstance(one.get("fingerprint"), str)
        and one.get("decision") in ("accept", "dismiss")
        and isinstance(one.get("suggestion"), str | None)
        and isinstance(one.get("entry"), str | None)
        and all(isinstance(one.get(key, ""), str) for key in _TEXTS)
    ):
        raise ConfigError(f"{path}: decision {number} is not complete; save it from the report again")
    return Decision(
        fingerprint=one["fingerprint"],
        accepted=one["decision"] == "accept",
        suggestion=one.get("suggestion"),
        entry=one.get("entry"),
        **{key: one.get(key, "") for key in _TEXTS},
    )
