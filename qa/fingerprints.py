"""Names for findings that stay the same when other lines of a file change, and the order findings stand in."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from qa.globs import placed
from qa.model import Document, Finding


def place(finding: Finding) -> tuple[int, int, str, int, str]:
    """What findings of a document are sorted by."""
    return finding.line, finding.column, finding.rule, finding.start, finding.text


def with_fingerprints(document: Document, findings: Iterable[Finding], root: str) -> tuple[Finding, ...]:
    """Name each finding by its text and its sentence, so that edits elsewhere keep the name.

    The file counts by its place as seen from `root`, so that it may be named from any folder; an item of it by the
    name that it has in the file, but not by its number there.
    """
    where = placed(document.path, root)
    texts = {s.id: s.text for s in document.segments}
    seen: Counter[tuple[str, ...]] = Counter()
    out = []
    for finding in findings:
        key = (
            where,
            "" if document.numbered else document.name,
            finding.rule,
            finding.side,
            finding.text,
            texts.get(finding.segment, ""),
        )
        data = "\0".join((*key, str(seen[key])))
        seen[key] += 1
        out.append(
            replace(
                finding, fingerprint=hashlib.sha256(data.encode("utf-8", "surrogatepass")).hexdigest()[:32]
            )
        )
    return tuple(out)
