"""The signals that end a program, for whoever takes them in another way, or gives that back."""

from __future__ import annotations

import signal

# Of a program that nobody interrupts; SIGHUP comes where a terminal is closed. Windows has only the first.
ENDING = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))
