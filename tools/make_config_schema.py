"""Writes qa/data/schema/config.schema.json from the table of settings; a test tells when it is to be run."""

from __future__ import annotations

import json
from pathlib import Path

from qa.checks import RULE_INFOS
from qa.settings.schema import schema

PLACE = Path(__file__).parent.parent / "qa/data/schema/config.schema.json"


def text() -> str:
    """The schema as the file has it."""
    return json.dumps(schema([info.id for info in RULE_INFOS]), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    PLACE.write_text(text(), "utf-8")
