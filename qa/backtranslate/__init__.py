"""Back-translation: backends that translate and score, and round trips over documents."""

from __future__ import annotations

from qa.backtranslate.cache import Cache
from qa.backtranslate.choice import BackendChoice, Translator
from qa.backtranslate.convert import check_convertible
from qa.backtranslate.convert import convert as convert_model
from qa.backtranslate.models import Model
from qa.backtranslate.models import find as find_model
from qa.backtranslate.plan import Plan, Plans, plan
from qa.backtranslate.protocol import Backend, BackendInfo, ScoringBackend
from qa.backtranslate.recorder import record
from qa.backtranslate.registry import BACKENDS, DEFAULT, from_here, list_backends, open_backend
from qa.backtranslate.run import Progress, round_trips
from qa.backtranslate.specs import local_path

__all__ = [
    "BACKENDS",
    "DEFAULT",
    "Backend",
    "BackendChoice",
    "BackendInfo",
    "Cache",
    "Model",
    "Plan",
    "Plans",
    "Progress",
    "ScoringBackend",
    "Translator",
    "check_convertible",
    "convert_model",
    "find_model",
    "from_here",
    "list_backends",
    "local_path",
    "open_backend",
    "plan",
    "record",
    "round_trips",
]
