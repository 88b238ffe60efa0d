"""`qa rules`: what qa looks for."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Annotated

import typer

from qa.errors import ConfigError


def rules(
    rule: Annotated[str | None, typer.Argument(help="A rule to explain with examples.")] = None,
) -> None:
    """List every rule, or explain one.

    Example: qa rules name-unlisted
    """
    from qa.checks import RULE_INFOS

    by_id = {info.id: info for info in RULE_INFOS}
    if rule is None:
        width = max(map(len, by_id))
        for info in RULE_INFOS:
            print(f"{info.id:{width}}  {info.severity:8}  {info.summary}")
        return
    if rule not in by_id:
        near = get_close_matches(rule, by_id, n=1, cutoff=0)[0]
        raise ConfigError(f"there is no rule {rule!r}: did you mean {near!r}? `qa rules` lists them all")
    info = by_id[rule]
    print(
        f"{info.id}: {info.summary}\n\nMQM category: {info.category}\nSeverity: {info.severity}\n\n{info.help}"
    )
    for title, texts in (("Found in", info.flagged), ("Not found in", info.passed)):
        if texts:
            print(f"\n{title}:")
            for text in texts:
                print(f"  {text}")
