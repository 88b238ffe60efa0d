"""Checks machine-translated news: names against a glossary, and fluency by back-translation.

`qa.check` is the whole of `qa check` as a function, `qa.render` writes its report in any format. Everything
is loaded when it is first used, so that `import qa` is light.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from qa.api import check, render
    from qa.errors import QaError
    from qa.model import CheckedDocument, Document, Finding, Report, Segment, Severity, Skipped, Suppressed

__version__ = "0.1.0"
__all__ = [
    "CheckedDocument",
    "Document",
    "Finding",
    "QaError",
    "Report",
    "Segment",
    "Severity",
    "Skipped",
    "Suppressed",
    "check",
    "render",
]
_FROM = {"check": "qa.api", "render": "qa.api", "QaError": "qa.errors"}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module 'qa' has no attribute {name!r}")
    return getattr(import_module(_FROM.get(name, "qa.model")), name)


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
