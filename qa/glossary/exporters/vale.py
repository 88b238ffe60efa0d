"""Vale: a vocabulary of right and wrong names, and a substitution rule that says what to write instead."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence

from qa.glossary.exporters.shapes import (
    Correction,
    Export,
    ExportOptions,
    Words,
    general_losses,
    protected,
    words,
)
from qa.glossary.table import Row

_SPECIAL = re.compile(r"[.^$*+?()[\]{}|\\]")


def write(rows: Sequence[Row], options: ExportOptions) -> Export:
    """Write `styles/Names/Names.yml` and the vocabulary `Names`, both to be named in `.vale.ini`.

    A protected phrase (chicken Kiev) becomes a look-around in the rule, since Vale lets the rule for a word
    win over any phrase around it.
    """
    chosen = words(rows, options)
    rule = "\n".join(
        [
            "extends: substitution",
            "message: \"Write '%s' instead of '%s'.\"",
            "level: error",
            "ignorecase: false",
            "swap:" if chosen.corrections else "swap: {}",
            *(
                f"  {_quoted(_pattern(correction, chosen))}: {_quoted(correction.right)}"
                for correction in chosen.corrections
            ),
        ]
    )
    files = (
        ("styles/Names/Names.yml", rule + "\n"),
        ("styles/config/vocabularies/Names/accept.txt", _lines(map(_escaped, chosen.right))),
    )
    lost = [
        *general_losses(rows, options),
        "notes, and which forms are preferred among the right ones",
        *chosen.lost,
    ]
    return Export(tuple((path, text.encode()) for path, text in files), tuple(lost))


def _pattern(correction: Correction, chosen: Words) -> str:
    before, after = set(), set()
    for ahead, behind in protected(correction, chosen):
        if ahead:
            before.add(ahead)
        else:
            after.add(behind)
    looks = "".join(rf"(?<!{_escaped(phrase)} )" for phrase in sorted(before))
    ends = "".join(rf"(?! {_escaped(phrase)}\b)" for phrase in sorted(after))
    return looks + _escaped(correction.wrong) + ends


def _escaped(text: str) -> str:
    return _SPECIAL.sub(lambda match: "\\" + match[0], text)


def _quoted(text: str) -> str:
    """A YAML scalar in double quotes; JSON's are the same."""
    return json.dumps(text, ensure_ascii=False)


def _lines(texts: Iterator[str]) -> str:
    return "".join(f"{text}\n" for text in texts)
