"""What holds for all tests."""

from __future__ import annotations

from hypothesis import settings

# No test asserts a time, and a law is none the less one on a machine that is busy.
settings.register_profile("qa", deadline=None, max_examples=60)
settings.load_profile("qa")
