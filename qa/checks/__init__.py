"""The checks: one idea a file, all of them in the table below.

Adding a rule is one module with `INFO` and `check`, one line here, and one file of cases.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator

from qa.checks.api import Context, Rule
from qa.model import Finding, RuleInfo

_MODULES = (
    "name_variant",
    "name_unlisted",
    "name_wrong",
    "name_missing",
    "name_mixed",
    "name_lost",
)


def _load(module: str) -> Rule:
    found = importlib.import_module(f"qa.checks.{module}")
    return Rule(found.INFO, found.check)


RULES: tuple[Rule, ...] = tuple(_load(module) for module in _MODULES)
RULE_INFOS: tuple[RuleInfo, ...] = tuple(rule.info for rule in RULES)


def run_checks(context: Context) -> Iterator[Finding]:
    """Findings of every rule that the configuration lets run, in the order of `RULES`."""
    for rule in RULES:
        if context.config.runs(rule.info.id):
            yield from rule.check(context)


__all__ = ["RULES", "RULE_INFOS", "Context", "Rule", "run_checks"]
