"""Write `qa/data/names/simplified.txt`: traditional Chinese characters with their simplified ones, from wordfreq.

`python -m tools.make_simplified` writes the file anew.
"""

from __future__ import annotations

import gzip
from importlib import resources
from pathlib import Path

import msgpack

TARGET = Path(__file__).parent.parent / "qa" / "data" / "names" / "simplified.txt"


def main() -> None:
    """Write one pair of characters a line, by the code of the first."""
    packed = resources.files("wordfreq").joinpath("data", "_chinese_mapping.msgpack.gz").read_bytes()
    mapping: dict[int, str] = msgpack.loads(gzip.decompress(packed), strict_map_key=False)
    pairs = sorted((chr(code), simple) for code, simple in mapping.items())
    TARGET.write_text("".join(f"{a}{b}\n" for a, b in pairs if len(b) == 1 and a != b), "utf-8")


if __name__ == "__main__":
    main()
