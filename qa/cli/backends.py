"""`qa backends`: what can translate here."""

from __future__ import annotations

from collections.abc import Collection

from qa.cli.console import emit

_MOST_PAIRS = 6


def backends() -> None:
    """List back-translation backends, their language pairs, and whether each can run here.

    Example: qa backends
    """
    from qa.backtranslate import list_backends

    emit(
        "".join(
            f"{info.name}: {info.summary}\n"
            f"  pairs: {_pairs(info.pairs)}\n"
            f"  {'can run here' if info.reason is None else f'cannot run here: {info.reason}'}\n"
            f"  signature: {info.signature}\n"
            for info in list_backends()
        )
    )


def _pairs(pairs: Collection[tuple[str, str]] | None) -> str:
    if pairs is None:
        return "as the model has them"
    if not pairs:
        return "as the file has them"
    shown = [f"{a}→{b}" for a, b in sorted(pairs)]
    more = len(shown) - _MOST_PAIRS
    return ", ".join(shown[:_MOST_PAIRS]) + (f" and {more} more" if more > 0 else "")
