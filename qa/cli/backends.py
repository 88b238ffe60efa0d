"""`qa backends`: what can translate here."""

from __future__ import annotations

_MOST_PAIRS = 6


def backends() -> None:
    """List back-translation backends, their language pairs, and whether each can run here.

    Example: qa backends
    """
    from qa.backtranslate import list_backends

    for info in list_backends():
        state = "can run here" if info.reason is None else f"cannot run here: {info.reason}"
        print(f"{info.name}: {info.summary}")
        print(f"  pairs: {_pairs(info.pairs)}\n  {state}\n  signature: {info.signature}")


def _pairs(pairs: frozenset[tuple[str, str]] | None) -> str:
    if pairs is None:
        return "as the model has them"
    shown = [f"{a}→{b}" for a, b in sorted(pairs)]
    return ", ".join(shown[:_MOST_PAIRS]) + (
        f" and {len(shown) - _MOST_PAIRS} more" if len(shown) > _MOST_PAIRS else ""
    )
