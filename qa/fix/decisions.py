"""The decisions that an editor took in the HTML report, as its `decisions.json` has them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

from qa.errors import ConfigError

_MOST_BYTES = 64 * 1024 * 1024


class Decision(NamedTuple):
    """What to do with a finding: write `text` (None is by hand), or leave it."""

    accepted: bool
    text: str | None


def load_decisions(path: Path) -> dict[str, Decision]:
    """Decisions by fingerprint; raises `ConfigError` with one line where the file holds none."""
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise ConfigError(f"{path}: is larger than 64 MiB, which no decisions are; check the path")
        data = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        raise ConfigError(
            f"{path}: there is no such file; save the decisions from the report first"
        ) from None
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read ({error.strerror or error})") from None
    except (ValueError, RecursionError) as error:
        raise ConfigError(
            f"{path}: is not valid JSON ({str(error)[:200]}); save it from the report again"
        ) from None
    listed = data.get("decisions") if isinstance(data, dict) and data.get("schema_version") == 1 else None
    if not isinstance(listed, list):
        raise ConfigError(f"{path}: holds no decisions of schema version 1; save it from the report again")
    found: dict[str, Decision] = {}
    for number, one in enumerate(listed, 1):
        if not (
            isinstance(one, dict)
            and isinstance(one.get("fingerprint"), str)
            and one.get("decision") in ("accept", "dismiss")
            and isinstance(one.get("suggestion"), str | None)
        ):
            raise ConfigError(f"{path}: decision {number} is not complete; save it from the report again")
        found[one["fingerprint"]] = Decision(one["decision"] == "accept", one["suggestion"])
    return found
