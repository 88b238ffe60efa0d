"""What stands behind the name of a backend: a path on this machine, or the id of a model on the hub."""

from __future__ import annotations

import os

# How a path begins that cannot be taken for an id.
PLAIN_PATH = (".", "/")


def local_path(spec: str) -> str:
    """A spec as a path, with the folder that `~` stands for; at the home of nobody it stays as it is."""
    # Not the method of a path, which raises an error for a user that nobody knows.
    return os.path.expanduser(spec)
