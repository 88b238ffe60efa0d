"""The exact bytes of every reporter for one report built by hand.

After a wanted change, `python -m tests.reporters.remake` writes the files anew; read the difference.
"""

from __future__ import annotations

import pytest

from qa.reporters import REPORTERS
from tests.reporters.remake import GOLDEN, OUTPUTS


@pytest.mark.parametrize("name", sorted(OUTPUTS))
def test_output_is_as_agreed(name: str) -> None:
    assert OUTPUTS[name]() == (GOLDEN / name).read_text("utf-8")


@pytest.mark.parametrize("reporter", sorted(REPORTERS))
def test_every_reporter_has_a_golden_file(reporter: str) -> None:
    assert any(name.startswith(f"{reporter}.") or name.endswith(f".{reporter}") for name in OUTPUTS)
