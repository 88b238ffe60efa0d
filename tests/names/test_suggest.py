"""Names that no entry covers: what is proposed, how spellings come together, what is left alone."""

from __future__ import annotations

from qa.glossary.proposals import Proposal
from qa.model import Anchor, Document, Entry, Form, Glossary, Segment, Status
from qa.names import compile_glossary
from qa.names.coverage import coverage
from qa.names.proposals.suggest import suggest
from qa.names.words.capitalised import made_from_place, names_nobody

EMPTY = compile_glossary(Glossary(()))
PAIRS = [
    (
        "The mayor of Vyshneve met residents of Babyn Yar on Monday.",
        "Мер Вишневого зустрів мешканців Бабиного Яру в понеділок.",
    ),
    (
        "People left Vishneve in March, said Pavlo Tkachuk.",
        "Люди покинули Вишневе у березні, сказав Павло Ткачук.",
    ),
    (
        "Later Tkachuk and the Russian officials came to Vyshneve.",
        "Згодом Ткачук і російські чиновники приїхали до Вишневого.",
    ),
    (
        "The monument at Babyn Yar was restored, Tkachuk said.",
        "Пам'ятник у Бабиному Яру відновили, сказав Ткачук.",
    ),
    (
        "A road to Vyshneve and Babyn Yar is closed in March.",
        "Дорогу до Вишневого й Бабиного Яру закрито у березні.",
    ),
]


def document(path: str, lines: list[tuple[str, str]], source: bool = True, lang: str = "en") -> Document:
    segments = tuple(
        Segment(f"s{n}", text, (Anchor(0, n, 1),), source=native if source else None)
        for n, (text, native) in enumerate(lines, 1)
    )
    return Document(path, segments, "uk" if source else None, lang)


def by_head(proposals: list[Proposal]) -> dict[str, Proposal]:
    return {p.spellings[0][0]: p for p in proposals}


def test_spellings_come_together_by_the_word_of_the_source() -> None:
    found = by_head(suggest([document("a.txt", PAIRS)], EMPTY))
    assert found["Vyshneve"].spellings == (("Vyshneve", 3), ("Vishneve", 1))
    assert ("uk", "Вишневе") in {(lang, form) for lang, form, _ in found["Vyshneve"].native}
    assert found["Babyn Yar"].spellings == (("Babyn Yar", 3),)
    assert found["Tkachuk"].spellings == (("Tkachuk", 3),)
    assert found["Tkachuk"].type == "person"
    assert found["Tkachuk"].native[0][:2] == ("uk", "Ткачук")


def test_of_two_dictionary_forms_the_one_that_the_sources_hold_is_proposed() -> None:
    # Germaniya and germanium share most of their cases in Russian.
    lines = [
        ("Talks in Germany went on.", "Переговоры в Германии продолжались."),
        ("He left Germany on Monday.", "Он уехал из Германии в понедельник."),
        ("Then Germany agreed.", "Затем Германия согласилась."),
    ]
    segments = tuple(
        Segment(f"s{n}", text, (Anchor(0, n, 1),), source=s) for n, (text, s) in enumerate(lines)
    )
    found = by_head(suggest([Document("a.txt", segments, "ru", "en")], EMPTY))
    assert found["Germany"].native == (("ru", "Германия", 3),)


def test_days_months_and_peoples_are_no_names() -> None:
    for source in (True, False):
        heads = by_head(suggest([document("a.txt", PAIRS, source)], EMPTY, least=1))
        assert not {"Monday", "March", "Russian", "People", "The", "Later"} & set(heads)


def test_everyday_words_that_are_always_written_large_are_no_names() -> None:
    lines = [("Mr Tkachuk watched TV in Kyiv.", ""), ("“God, OK,” Mr Tkachuk said in Kyiv.", "")] * 3
    heads = by_head(suggest([document("a.txt", lines, False)], EMPTY))
    assert {"Tkachuk", "Kyiv"} <= set(heads)
    assert not {"Mr", "TV", "God", "OK"} & set(heads)


def test_a_name_that_is_covered_is_not_proposed() -> None:
    entry = Entry(
        "tkachuk", "person", (Form("Tkachuk", "en", Status.PREFERRED), Form("Ткачук", "uk", Status.PREFERRED))
    )
    index = compile_glossary(Glossary((entry,)))
    assert "Tkachuk" not in by_head(suggest([document("a.txt", PAIRS)], index))
    found = coverage([document("a.txt", PAIRS)], index)
    assert (found.entries["tkachuk"], found.statuses["preferred"], found.segments) == (3, 3, 5)


def test_most_readers_come_first() -> None:
    feed = [document(f"{n}.txt", PAIRS if n else PAIRS * 5, source=False) for n in range(3)]
    other = document(
        "x.txt", [("They went to Zarichne and Zarichne is far, Zarichne.", "")] * 20, source=False
    )
    found = suggest([*feed, other], EMPTY)
    assert [p.documents for p in found] == sorted((p.documents for p in found), reverse=True)
    assert found[-1].spellings[0][0] == "Zarichne"


def test_without_a_source_only_likeness_counts() -> None:
    lines = [
        ("He saw Arestovych.", ""),
        ("They saw Arestovych.", ""),
        ("We saw Arestovich.", ""),
        ("We saw Arestova.", ""),
    ]
    found = by_head(suggest([document("a.txt", lines, source=False)], EMPTY, least=1))
    assert found["Arestovych"].spellings == (("Arestovych", 2), ("Arestovich", 1))
    assert "Arestova" in found


def test_an_elided_article_is_no_part_of_a_name() -> None:
    lines = [
        ("Le maire d'Oboukhiv parle.", ""),
        ("L’Oboukhiv des cartes.", ""),
        ("À Oboukhiv, O'Neill attend O'Neill.", ""),
    ]
    found = by_head(suggest([document("a.txt", lines, False, "fr")], EMPTY))
    assert found["Oboukhiv"].count == 3
    assert found["O'Neill"].count == 2


def test_a_script_without_capitals_and_an_unknown_language_give_nothing() -> None:
    assert suggest([document("a.txt", [("قال الرئيس في المدينة", "")], False, "ar")], EMPTY) == []
    assert suggest([Document("a.txt", (Segment("s1", "In Vyshneve.", (Anchor(0, 1, 1),)),))], EMPTY) == []
    assert suggest([], EMPTY) == []


def test_lists_are_asked_by_language() -> None:
    assert names_nobody("monday", "en")
    assert names_nobody("russians", "en")
    assert names_nobody("dienstag", "de")
    assert not names_nobody("dienstag", "en")
    assert made_from_place("africans", "en")
    assert not made_from_place("moscow", "en")
