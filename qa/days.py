"""Days as people write them: YYYY-MM-DD, and in no other way."""

from __future__ import annotations

import datetime as dt

NO_DAY = "is no day: write it as YYYY-MM-DD"


def iso_day(text: str) -> dt.date | None:
    """A day written as YYYY-MM-DD, None where it is none."""
    try:
        day = dt.date.fromisoformat(text)
    except ValueError:
        return None
    # Python also reads 20220630 and 2022-W26-4, which nobody means here.
    return day if day.isoformat() == text else None
