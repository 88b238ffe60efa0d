"""A spelling held against every form of a name, letter by letter, for a reader to follow."""

from __future__ import annotations

from qa.model import Form
from qa.names.explain.explanation import Aligned, Letters
from qa.names.lexicon.lexicon import Name
from qa.names.script.align import Native, align, prepare
from qa.names.script.edits import edits
from qa.names.script.letters import COMMON_ROUTES, ROUTES
from qa.names.script.scripts import spelled


def aligned(name: Name, folded: str) -> tuple[Aligned, ...]:
    """Every form of a name aligned with a folded spelling, the closest first.

    Forms whose script has no table are left out, as they are where names are recognised.
    """
    script, letters = spelled(folded, name.base_lang) or (None, folded)
    out = []
    for spelling, form in name.spellings:
        made: tuple[Native, str] | None = None
        if script == "latin":
            made = spelling, letters
        elif script is not None and spelling.table.name == "latin":
            made = prepare(letters, script), spelling.text
        if made is not None:
            out.append(_letters(form, *made, len(folded)))
        elif script == spelling.table.name:
            changed = edits(spelling.text, letters, len(letters) + len(spelling.text))
            out.append(_compared(form, script, changed, len(folded)))
    return tuple(sorted(out, key=lambda a: (a.per_letter, a.lang, a.form)))


def _letters(form: Form, native: Native, latin: str, size: int) -> Aligned:
    table = native.table.name
    path = align(native, latin)
    if path is None:
        raise RuntimeError("an alignment without a limit always exists")
    steps = tuple(Letters(s.native, s.latin, s.cost, tuple(_routes(s.routes, table))) for s in path.steps)
    if table == "latin":
        changed = edits(native.text, latin, len(native.text) + len(latin))
        if changed < path.cost:
            # A swap of neighbours is one error where the alignment sees two.
            return _compared(form, table, changed, size)
    return Aligned(
        form.lang, form.text, form.status.value, table, path.cost, path.cost / size, path.edits, steps
    )


def _compared(form: Form, table: str, changed: float, size: int) -> Aligned:
    return Aligned(form.lang, form.text, form.status.value, table, changed, changed / size, int(changed), ())


def _routes(routes: frozenset[str], table: str) -> list[str]:
    names = {**COMMON_ROUTES, **ROUTES[table]}
    return [names[route] for route in sorted(routes) if route in names]
