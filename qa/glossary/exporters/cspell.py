"""CSpell: a configuration with words to accept, and words to flag with what to write instead."""

from __future__ import annotations

import json
from collections.abc import Sequence

from qa.glossary.exporters.shapes import Export, ExportOptions, general_losses, protected, words
from qa.glossary.table import Row

# Marks beside a word in a name, which CSpell takes for no part of it.
_MARKS = ',;:!?()[]"“”„«»'


def write(rows: Sequence[Row], options: ExportOptions) -> Export:
    """Write `cspell.json`; CSpell looks at single words, so forms of several words are taken apart."""
    chosen = words(rows, options)
    parts = {word.strip(_MARKS) for form in chosen.right for word in form.split()}
    accepted = {word for word in parts if any(map(str.isalpha, word))}
    flagged, lost = [], list(chosen.lost)
    for correction in chosen.corrections:
        if " " in correction.wrong:
            lost.append(f"{correction.wrong}: CSpell flags single words only")
        elif correction.wrong in accepted:
            lost.append(f"{correction.wrong}: a word of a right name, which CSpell could not tell apart")
        elif any(protected(correction, chosen)):
            lost.append(f"{correction.wrong}: a protected phrase holds it")
        else:
            flagged.append(f"{correction.wrong}->{correction.right}")
    config = {"version": "0.2", "language": options.lang, "words": sorted(accepted), "flagWords": flagged}
    text = json.dumps(config, ensure_ascii=False, indent=2) + "\n"
    return Export((("", text.encode()),), (*general_losses(rows, options), "notes", *sorted(lost)))
