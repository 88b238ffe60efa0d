"""Back-translation: backends that translate and score, and round trips over documents."""

from __future__ import annotations

from qa.backtranslate.cache import Cache
from qa.backtranslate.plan import Plan, Plans, plan
from qa.backtranslate.protocol import Backend, BackendInfo, ScoringBackend
from qa.backtranslate.recorder import record
from qa.backtranslate.registry import BACKENDS, DEFAULT, list_backends, open_backend
from qa.backtranslate.run import Progress, round_trips

__all__ = [
    "BACKENDS",
    "DEFAULT",
    "Backend",
    "BackendInfo",
    "Cache",
    "Plan",
    "Plans",
    "Progress",
    "ScoringBackend",
    "list_backends",
    "open_backend",
    "plan",
    "record",
    "round_trips",
]
