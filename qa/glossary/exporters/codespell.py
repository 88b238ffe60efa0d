"""codespell: a dictionary of wrong words and what to write instead."""

from __future__ import annotations

import re
from collections.abc import Sequence

from qa.glossary.exporters.shapes import Export, ExportOptions, general_losses, protected, words
from qa.glossary.table import Row

# What codespell takes for one word; it compares in small letters and puts capitals back itself.
_WORD = re.compile(r"[\w\-'’]+")


def write(rows: Sequence[Row], options: ExportOptions) -> Export:
    """Write a dictionary for `codespell -D -D FILE`; only single words can be in it."""
    chosen = words(rows, options)
    accepted = {word.lower() for form in chosen.right for word in _WORD.findall(form)}
    lines: dict[str, str] = {}
    lost = list(chosen.lost)
    for correction in chosen.corrections:
        low = correction.wrong.lower()
        if not _WORD.fullmatch(correction.wrong):
            lost.append(f"{correction.wrong}: codespell knows single words only")
        elif low in accepted or any(protected(correction, chosen)):
            lost.append(f"{correction.wrong}: a word of a right name, which codespell could not tell apart")
        elif "," in correction.right or lines.get(low, correction.right) != correction.right:
            lost.append(f"{correction.wrong}: its correction cannot be written in the dictionary")
        else:
            lines[low] = correction.right
    text = "".join(f"{wrong}->{right}\n" for wrong, right in sorted(lines.items()))
    return Export((("", text.encode()),), (*general_losses(rows, options), "capitals, notes", *sorted(lost)))
