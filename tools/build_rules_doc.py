"""Rebuild `docs/rules.md` from the rules themselves. Run `python tools/build_rules_doc.py`."""

from __future__ import annotations

from pathlib import Path

from qa.checks import RULE_INFOS
from qa.model import RuleInfo

OUT = Path(__file__).parent.parent / "docs" / "rules.md"


def section(info: RuleInfo) -> str:
    """One rule as Markdown."""
    lines = [
        f"## {info.id}",
        "",
        info.summary,
        "",
        f"MQM category `{info.category}`, severity `{info.severity}`.",
        "",
        info.help,
    ]
    for title, texts in (("Found in", info.flagged), ("Not found in", info.passed)):
        if texts:
            lines += ["", f"{title}:", "", *(f"- {text}" for text in texts)]
    return "\n".join(lines)


def document() -> str:
    """The whole page."""
    head = "# Rules\n\nMade by `tools/build_rules_doc.py`; `qa rules RULE` shows the same text."
    return "\n\n".join([head, *map(section, RULE_INFOS)]) + "\n"


if __name__ == "__main__":
    OUT.write_text(document(), "utf-8")
