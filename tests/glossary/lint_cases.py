"""One case or more for each lint rule: rows that it flags, and where; rows that it lets pass."""

from __future__ import annotations

from typing import NamedTuple


class Case(NamedTuple):
    rule: str
    flagged: str
    at: tuple[int, int]
    passed: str


NATIVE = "kyiv,place,uk,Київ,preferred,,,"
GOOD = f"kyiv,place,en,Kyiv,preferred,,,\n{NATIVE}"

CASES = (
    Case("cells", "kyiv,place,en,Kyiv,preferred,,", (2, 31), GOOD),
    Case("quotes", 'kyiv,place,en,"Kyiv,preferred,,,', (2, 15), GOOD),
    Case("control", "kyiv,place,en,Kyiv\x7f,preferred,,,", (2, 19), GOOD),
    Case("too-long", f"kyiv,place,en,Kyiv,preferred,,,{'n' * 20_000}", (2, 20_001), GOOD),
    Case("entry-id", ",place,en,Kyiv,preferred,,,", (2, 1), GOOD),
    Case("type", "kyiv,town,en,Kyiv,preferred,,,", (2, 6), GOOD),
    Case("lang", "kyiv,place,e,Kyiv,preferred,,,", (2, 12), GOOD),
    # A country's code is no language.
    Case("lang", "kyiv,place,ua,Київ,preferred,,,", (2, 12), GOOD),
    Case("form", "kyiv,place,en,,preferred,,,", (2, 15), GOOD),
    Case("status", "kyiv,place,en,Kyiv,good,,,", (2, 20), GOOD),
    Case("date", "kyiv,place,en,Kyiv,preferred,2022,,", (2, 30), GOOD),
    Case("date-order", "kyiv,place,en,Kyiv,preferred,2022-02-02,2022-02-01,", (2, 41), GOOD),
    Case("note", f"kyiv,place,en,Kyiv,preferred,,,{'n' * 4001}", (2, 32), GOOD),
    Case(
        "duplicate",
        f"{GOOD}\n{NATIVE}",
        (4, 15),
        "k,place,uk,Київ,preferred,,2020-01-01,\nk,place,uk,Київ,preferred,2020-01-02,,",
    ),
    Case(
        "status-conflict",
        f"{GOOD}\nkyiv,place,uk,Київ,admitted,2022-01-01,,",
        (4, 20),
        "k,place,uk,Київ,preferred,,2020-01-01,\nk,place,uk,Київ,admitted,2020-01-02,,",
    ),
    Case("two-preferred", f"{GOOD}\nkyiv,place,en,Kyyiv,preferred,,,", (4, 21), GOOD),
    Case("type-conflict", f"{GOOD}\nkyiv,person,en,Kyyiv,admitted,,,", (4, 6), GOOD),
    Case("id-style", "Kyiv,place,uk,Київ,preferred,,,", (2, 1), GOOD),
    Case(
        "mixed-script",
        "kyiv,place,en,Kуiv,preferred,,,",
        (2, 15),
        "kyiv,place,uk,iPhone-фабрика,preferred,,,",
    ),
    Case(
        "invisible", "kyiv,place,uk,Ки\u200bїв,preferred,,,", (2, 15), "k,place,fa,می\u200cشود,preferred,,,"
    ),
    Case("formula", "kyiv,place,uk,=Київ,preferred,,,", (2, 15), f"{NATIVE}Russian-based"),
    Case("layout", "kyiv,place,uk, Київ,preferred,,,", (2, 15), GOOD),
    Case("layout", f"{NATIVE}\nkyiv,place,en,Kyiv,preferred,,,", (3, 1), GOOD),
    Case("layout", f"{GOOD}\n\n# end", (4, 1), f"# start\n{GOOD}\n# end"),
    Case("layout", f"{GOOD}\n# end  ", (1, 1), f"{GOOD}\n# end"),
    Case(
        "deprecated-is-preferred",
        "dnieper,other,en,Dnieper,preferred,,,\ndnipro,other,en,Dnieper,deprecated,,,x\n"
        "dnipro,other,en,Dnipro,preferred,,,",
        (3, 17),
        "dnieper,other,en,Dnieper,preferred,,2000-01-01,\ndnipro,other,en,Dnieper,deprecated,2000-01-02,,x\n"
        "dnipro,other,en,Dnipro,preferred,,,",
    ),
    Case(
        "rename-cycle",
        "a,other,en,One,deprecated,,,x\na,other,en,Two,preferred,,,\n"
        "b,other,en,Three,preferred,,,\nb,other,en,Two,deprecated,,,x\n"
        "c,other,en,One,preferred,,,\nc,other,en,Three,deprecated,,,x",
        (7, 12),
        "a,other,en,One,deprecated,2020-01-01,,x\na,other,en,Two,preferred,,,\n"
        "b,other,en,One,preferred,,,\nb,other,en,Two,deprecated,,2019-12-31,x",
    ),
    Case("no-preferred", "kyiv,place,uk,Київ,admitted,,,", (2, 12), GOOD),
    Case(
        "preferred-gap",
        "k,place,uk,Київ,preferred,2020-01-03,,\nk,place,uk,Кіів,preferred,,2020-01-01,",
        (2, 27),
        "k,place,uk,Київ,preferred,2020-01-02,,\nk,place,uk,Кіів,preferred,,2020-01-01,",
    ),
    Case(
        "wrong-script",
        "kyiv,place,uk,Kyiv,preferred,,,",
        (2, 15),
        "kyiv,place,uk-Latn,Kyiv,preferred,,,native",
    ),
    Case("wrong-script", "kyiv,place,ar,Київ,preferred,,,", (2, 15), "kyiv,place,ar,كييف,preferred,,,"),
    # Abbreviations and brands keep their Latin letters in other scripts.
    Case(
        "wrong-script",
        "stubb,person,uk,Stubb,preferred,,,",
        (2, 17),
        "nato,organisation,ja,NATO,preferred,,,",
    ),
    Case(
        "wrong-script", "himars,other,uk,هيمارس,preferred,,,", (2, 17), "himars,other,uk,HIMARS,preferred,,,"
    ),
    Case("foreign-letter", "kyiv,place,ru,Київ,preferred,,,", (2, 15), NATIVE),
    Case(
        "native-missing",
        "macron,person,en,Emmanuel Macron,preferred,,,",
        (2, 1),
        "macron,person,fr,Emmanuel Macron,preferred,,,native",
    ),
    Case(
        "no-reason",
        f"kyiv,place,en,Kiev,deprecated,,,\n{GOOD}",
        (2, 33),
        f"kyiv,place,en,Kiev,deprecated,,,x\n{GOOD}",
    ),
    Case(
        "form-shared",
        "a,other,en,Georgia,preferred,,,\nb,other,en,Georgia,preferred,,,",
        (3, 12),
        "a,other,en,Georgia,preferred,,,\nb,other,es,Georgia,preferred,,,",
    ),
    Case(
        "case-twin",
        "nato,other,en,NATO,preferred,,,\nnato,other,en,Nato,admitted,,,",
        (3, 15),
        "nato,other,en,NATO,preferred,,,\nnato,other,fr,Nato,preferred,,,",
    ),
    # A house may write the one and not the other.
    Case(
        "case-twin",
        "nato,other,en,NATO,deprecated,,,x\nnato,other,en,NaTO,deprecated,,,x\nnato,other,en,Nato,preferred,,,",
        (3, 15),
        "nato,other,en,NATO,deprecated,,,house style\nnato,other,en,Nato,preferred,,,",
    ),
    Case(
        "ordinary-word",
        "rivne,other,en,Level,deprecated,,,x\nrivne,other,en,Rivne,preferred,,,",
        (2, 16),
        "rivne,other,en,Level City,deprecated,,,x\nrivne,other,en,Rivne,preferred,,,",
    ),
    Case("far-date", "kyiv,place,uk,Київ,preferred,0202-02-24,,", (2, 30), GOOD),
)
