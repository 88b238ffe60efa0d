"""`qa rules`: what qa looks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from qa.cli.console import emit
from qa.cli.options import no_such_rule

if TYPE_CHECKING:
    from qa.model import RuleInfo


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
        emit("".join(f"{i.id:{width}}  {i.severity:8}  {i.summary}\n" for i in RULE_INFOS))
    elif rule in by_id:
        emit(_explained(by_id[rule]))
    else:
        raise no_such_rule(rule, list(by_id))


def _explained(info: RuleInfo) -> str:
    parts = [
        f"{info.id}: {info.summary}",
        f"MQM category: {info.category}\nSeverity: {info.severity}",
        info.help,
    ]
    for title, texts in (("Found in", info.flagged), ("Not found in", info.passed)):
        if texts:
            parts.append("\n".join([f"{title}:", *(f"  {text}" for text in texts)]))
    return "\n\n".join(parts) + "\n"
