"""Reviewed data that travels with the package.

A list is a text, each line of which is a fact; one that begins with # is for whoever reads the list. Many have a name
before what is listed: `de: montag dienstag`.
"""

from __future__ import annotations

from importlib import resources


def text_of(folder: str, name: str) -> str:
    """A file of data as it is."""
    return resources.files("qa.data").joinpath(folder, name).read_text("utf-8")


def lines_of(folder: str, name: str) -> list[str]:
    """The facts of a list."""
    return [line for line in text_of(folder, name).splitlines() if not line.startswith("#")]


def named_lines(folder: str, name: str) -> list[tuple[str, str]]:
    """The names in a list, each with what stands behind it."""
    parts = (line.partition(": ") for line in lines_of(folder, name))
    return [(named, listed) for named, _, listed in parts]
