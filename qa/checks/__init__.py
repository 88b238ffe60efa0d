"""The checks: one idea a file, all of them in the table below.

Adding a rule is one module with `INFO` and `check`, one line here, and one file of cases.
"""

from __future__ import annotations

from collections.abc import Iterator

from qa.checks import (
    low_agreement,
    low_fluency,
    mixed_script,
    name_lost,
    name_missing,
    name_mixed,
    name_unlisted,
    name_variant,
    name_wrong,
    number_mismatch,
    repeated_word,
    unbalanced_punctuation,
    untranslated,
    wrong_language,
)
from qa.checks.api import Context, Rule
from qa.config import Config
from qa.model import Finding, RuleInfo

RULES: tuple[Rule, ...] = (
    Rule(name_variant.INFO, name_variant.check),
    Rule(name_unlisted.INFO, name_unlisted.check),
    Rule(name_wrong.INFO, name_wrong.check),
    Rule(name_missing.INFO, name_missing.check),
    Rule(name_mixed.INFO, name_mixed.check),
    Rule(name_lost.INFO, name_lost.check),
    Rule(mixed_script.INFO, mixed_script.check),
    Rule(number_mismatch.INFO, number_mismatch.check),
    Rule(wrong_language.INFO, wrong_language.check),
    Rule(untranslated.INFO, untranslated.check),
    Rule(repeated_word.INFO, repeated_word.check),
    Rule(unbalanced_punctuation.INFO, unbalanced_punctuation.check),
    Rule(low_fluency.INFO, low_fluency.check),
    Rule(low_agreement.INFO, low_agreement.check),
)
RULE_INFOS: tuple[RuleInfo, ...] = tuple(rule.info for rule in RULES)


def run_checks(context: Context) -> Iterator[Finding]:
    """Findings of every rule that the configuration lets run."""
    wanted = (rule for rule in RULES if context.config.runs(rule.info.id))
    yield from mixed_script.one_a_name(f for rule in wanted for f in rule.check(context))


def running(rule: str, path: str, config: Config) -> RuleInfo | None:
    """The rule of an id, where it runs by the settings that hold for a file."""
    info = next((info for info in RULE_INFOS if info.id == rule), None)
    return info if info is not None and config.at(path).runs(rule) else None


__all__ = ["RULES", "RULE_INFOS", "Context", "Rule", "run_checks", "running"]
