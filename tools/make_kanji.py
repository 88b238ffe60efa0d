"""Write `qa/data/letters/kanji.txt`: how kanji are read, from the dictionary of Sudachi (the extra `japanese`).

`python -m tools.make_kanji` writes the file anew. The dictionary has readings of words. What a character is read as in
them is told by the rest of the word: 新井 is アライ, 井 by itself イ, so 新 is also read アラ. A reading counts that
the character has by itself, or that a few words have; three rounds find nearly all of them. Two characters may be read
together, as neither is by itself: 大和 is ヤマト, also in 大和田 and other words.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from sudachipy import Dictionary

from qa.names.script.romanize import by_routes

TARGET = Path(__file__).parent.parent / "qa" / "data" / "letters" / "kanji.txt"
HEAD = """\
# Kanji as they are read in Japanese words and names, in Hepburn romanization with long vowels written or unwritten.
# From the dictionary of Sudachi; made by tools/make_kanji.py.
"""
ROUNDS = 3
FEW = 2  # words that have a reading, from which it counts
LONGEST_WORD, LONGEST_READING = 3, 4
PAIR = 2  # characters that are read together
KANJI = re.compile("[一-鿿]+")
KANA = re.compile("[ァ-ヺー]+")
# What belongs to the sound before it, so that no reading begins with it and none ends before it.
BEHIND = frozenset("ァィゥェォャュョッーン")
LONG = re.compile("(?<=[オコソトノホモヨロゴゾドボポョ])[ウオ]|(?<=[ウクスツヌフムユルグズブプュ])ウ")
# Kana that stand among kanji in names.
AMONG = {"ヶ": ("ガ", "カ", "ケ"), "ケ": ("ガ", "カ", "ケ"), "ノ": ("ノ",), "ツ": ("ツ",), "ガ": ("ガ",)}

Piece = tuple[str, str]
Known = dict[str, set[str]]


def words() -> tuple[Known, list[Piece]]:
    """Readings of single characters, and (characters, reading) of the words of two and three."""
    single: Known = defaultdict(set)
    several: set[Piece] = set()
    for morpheme in Dictionary(dict="small").entries():
        surface, reading = morpheme.surface(), morpheme.reading_form()
        if KANJI.fullmatch(surface) and KANA.fullmatch(reading):
            if len(surface) == 1:
                single[surface].add(reading)
            elif len(surface) <= LONGEST_WORD:
                several.add((surface, reading))
    return single, sorted(several)


def cut(
    surface: str, reading: str, known: Known, unknown: bool = False
) -> Iterator[tuple[list[Piece], bool]]:
    """Every way to share out a reading among characters, at most one of them in a way that is not known."""
    if not surface:
        if not reading:
            yield [], unknown
        return
    most = min(len(reading) - len(surface) + 1, LONGEST_READING)
    for size in range(1, most + 1):
        piece, rest = reading[:size], reading[size:]
        if piece[0] in BEHIND or rest[:1] in BEHIND - set("ッン"):
            continue
        new = piece not in known.get(surface[0], ())
        if not (new and unknown):
            for behind, met in cut(surface[1:], rest, known, unknown or new):
                yield [(surface[0], piece), *behind], met


def counted(several: Iterable[Piece], known: Known) -> Counter[Piece]:
    """In how many words a character has a reading; a word that can be cut in several ways is shared out."""
    count: Counter[Piece] = Counter()
    for surface, reading in several:
        ways = list(cut(surface, reading, known))
        best = [pieces for pieces, new in ways if not new] or [pieces for pieces, _ in ways]
        for pieces in best:
            for piece in pieces:
                count[piece] += 1 / len(best)  # type: ignore[assignment]
    return count


def together(several: Iterable[Piece], known: Known) -> Known:
    """Readings of two characters that no readings of theirs make up, where a few longer words have them as well."""
    odd: Known = defaultdict(set)
    longer: list[Piece] = []
    for surface, reading in several:
        if len(surface) > PAIR:
            longer.append((surface, reading))
        elif all(new for _, new in cut(surface, reading, known)):
            odd[surface].add(reading)
    count: Counter[Piece] = Counter()
    for surface, reading in longer:
        for pair, single in ((surface[:PAIR], surface[PAIR:]), (surface[-PAIR:], surface[:-PAIR])):
            for whole in odd.get(pair, ()):
                ends = ((whole, rest) for rest in known.get(single, ()))
                if reading in {"".join(end if surface.startswith(pair) else end[::-1]) for end in ends}:
                    count[pair, whole] += 1
    found: Known = defaultdict(set)
    for (pair, whole), times in count.items():
        if times >= FEW:
            found[pair].add(whole)
    return found


def in_letters(readings: Iterable[str]) -> list[str]:
    """Readings in Latin letters, without those that end in half a consonant."""
    spelled = (r for reading in sorted(readings) for r in (reading, LONG.sub("", reading)))
    return sorted({latin for reading in spelled if reading[-1:] != "ッ" for latin in in_hepburn(reading)})


def in_hepburn(reading: str) -> Iterator[str]:
    """A reading in Hepburn; a nasal at its end is m before b, m and p: Shinjuku, Shimbashi."""
    latin = "n".join(by_routes(part, "ja")[0] if part else "" for part in reading.split("ン"))
    yield latin
    if latin.endswith("n"):
        yield f"{latin[:-1]}m"


def table() -> str:
    """The file: one character a line, or two that are read together, with the readings."""
    single, several = words()
    known: Known = {character: set(readings) for character, readings in single.items()}
    for _ in range(ROUNDS):
        for (character, reading), times in counted(several, known).items():
            if times >= FEW:
                known.setdefault(character, set()).add(reading)
    all_readings = {**known, **together(several, known), **AMONG}
    rows = {characters: in_letters(readings) for characters, readings in sorted(all_readings.items())}
    lines = (
        f"{characters}: " + " ".join(f"{r}=n" for r in readings) for characters, readings in rows.items()
    )
    return HEAD + "".join(f"{line}\n" for line in lines)


def main() -> None:
    """Write the file."""
    TARGET.write_text(table(), "utf-8")


if __name__ == "__main__":
    main()
