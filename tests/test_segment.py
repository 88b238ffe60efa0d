"""Sentences, with the place of each in the file, and with its source where both sides agree."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa import segment
from qa.model import Anchor, Document, Segment
from qa.readers import read_documents
from qa.segment import sentences, split

SEED = Path(__file__).parent.parent / "seeds" / "ukraine-offensive.en.txt"

# A bar stands where a sentence ends.
CASES = [
    ("en", "Lt. Gen. Mark Schwartz and Maj. Gen. Ihor Konashenkov spoke.| Others did not."),
    ("en", "J. K. Rowling, J.R.R. Tolkien and George H. W. Bush were there.| So was W. E. B. Du Bois."),
    ("en", "He lives in the U.S.| He works for the U.S. Army.| The U.N. Security Council met."),
    (
        "en",
        "Prime Minister Keir Starmer met U.S. President Joe Biden in Washington, D.C. on Friday.| He left.",
    ),
    ("en", "Sen. Bernie Sanders, I-Vt., and Rep. Nancy Pelosi, D-Calif., voted.| The bill passed."),
    ("en", "Mt. Everest is high.| Ft. Bragg is a base.| And I also met Ms. Lena."),
    ("en", '"We will not give up," said President Zelensky.| "We will win."| He was applauded.'),
    ("en", 'He said: "Stop it! Go away!"| Then he left.'),
    ("en", "“Is this the end?” he asked.| “No.”"),
    ("en", "Passports... is a flagrant violation.| Next."),
    ("en", "Jan. 6, Feb. 24, Sept. 11 and Dec. 25 are dates.| No. 10 Downing St. is a house."),
    ("en", "It cost $3.5 million... a lot.| Yes… maybe."),
    ("en", "destroy everything"),
    ("fr", "M. Macron a rencontré MM. Poutine et Zelensky à St. Moritz.| Mme Le Pen n'y était pas."),
    ("fr", "« C'est fini », a dit M. Scholz.| Il est parti."),
    ("de", "Dr. Müller und Prof. Schmidt kamen am 24. Februar 2022 u. a. nach Kiew.| „Gut“, sagte sie."),
    ("de", "Am 1. Mai, im 19. Jahrhundert, auf S. 5, Nr. 7, Abs. 2."),
    ("es", "El Sr. Pérez vio al Dr. Ruiz en EE.UU. ayer.| D. Juan no fue.| ¿Por qué?| No sé."),
    ("pt", "O Sr. Silva e a Sra. Souza foram à Av. Paulista.| O Dr. Costa não foi."),
    ("ru", "А. С. Пушкин жил в г. Москве, на ул. Ленина, д. 5.| Это 5 млн. руб. и 3 тыс. человек.| Да."),
    ("uk", "О. В. Бондар і м. Київ, вул. Хрещатик, буд. 5.| Кінець."),
    ("uk", "Голова О.В. Бондар і В. О. Коваль пішли.| О. П. Лис ні.| «Так», — сказав він."),
    ("pl", "Prof. dr hab. Jan Nowak, ul. Długa 5, tj. blisko.| W 2022 r. była wojna."),
    ("cs", "Prof. Novák a Ing. Svoboda, č. 5, tj. dnes, šli.| Dne 24. února 2022 byla válka."),
    ("ro", "Dl. Popescu și dna. Ionescu, str. Mare nr. 5, au plecat.| D-na. Pop nu."),
    ("tr", "Sn. Erdoğan ve Dr. Yılmaz geldi.| 24. gün bitti.| Prof. Kaya gitti."),
    ("nl", "Dhr. Jansen en mw. De Vries, o.a. in St. Petersburg, d.w.z. daar.| Einde."),
    ("sv", "Dr. Svensson, t.ex. i kap. 5, bl.a. kom.| Kl. 5 gick han."),
    ("ar", "قال د. محمد إن أ. خالد حضر.| ثم غادر!"),
    ("zh", "他说。|我们走了！|是吗？"),
    ("ja", "彼は言った。|「行こう。」|そして去った。"),
    ("hi", "वह गया।| वह आया।"),
    # Rules that are not for them leave other texts alone.
    ("en", "he came.| he left.| it was over."),
    ("en", "You can't.| You're right."),
    ("en", "Everything is fine with us.| we heated the stove with firewood."),
    ("de", "Er wurde am Freitag 125.| Sie blüht."),
    ("en", "It was 24.| He knew."),
    ("xx", "Hello there.| Another one."),
    ("pt-BR", "Olá.| Tudo bem?"),
    (None, "Hello there.| Another one."),
]


@pytest.mark.parametrize(("lang", "marked"), CASES, ids=range(len(CASES)))
def test_sentences_end_where_a_reader_would_end_them(lang: str | None, marked: str) -> None:
    text = marked.replace("|", "")
    assert [text[a:b] for a, b in sentences(text, lang)] == [s.strip() for s in marked.split("|")]


def test_the_seed_article_has_its_sentences() -> None:
    (document,) = read_documents(str(SEED))
    parts = split(document).segments
    assert len(parts) == 26
    assert [p.id for p in parts] == [f"s{n}" for n in range(1, 27)]
    heading = next(p for p in parts if p.text == "destroy everything")
    assert (heading.line, heading.column) == (14, 1)
    # Its line begins with a no-break space.
    cities = next(p for p in parts if p.text.startswith("The cities on the front line"))
    assert (cities.line, cities.column) == (26, 2)


def block(text: str, source: str | None = None) -> Document:
    return Document("a.txt", (Segment("b1", text, (Anchor(0, 3, 5),), source),), "uk", "en")


@pytest.mark.parametrize(
    ("text", "source", "wanted"),
    [
        ("One. Two.", "Раз. Два.", [("One.", "Раз."), ("Two.", "Два.")]),
        ("One. Two.", "Раз і два.", [("One. Two.", "Раз і два.")]),
        ("One and two.", "Раз. Два.", [("One and two.", "Раз. Два.")]),
        ("", "Раз. Два.", [("", "Раз. Два.")]),
        ("One. Two.", None, [("One.", None), ("Two.", None)]),
    ],
)
def test_both_sides_are_paired_when_they_agree(
    text: str, source: str | None, wanted: list[tuple[str, str | None]]
) -> None:
    assert [(s.text, s.source) for s in split(block(text, source)).segments] == wanted


TEXTS = st.text(st.characters(exclude_categories=("Cs",)) | st.sampled_from(". ! ? … \" ' “ ” « » \n a A"))


@given(TEXTS, st.sampled_from(["en", "de", "ru", "ja", "ar", "xx"]))
def test_sentences_cover_the_text_in_order(text: str, lang: str) -> None:
    spans = sentences(text, lang)
    end = 0
    for span in spans:
        assert not text[end : span.start].strip()
        assert text[span.start : span.end] == text[span.start : span.end].strip() != ""
        end = span.end
    assert not text[end:].strip()


@given(TEXTS)
def test_every_code_point_keeps_its_place(text: str) -> None:
    whole = block(text).segments[0]
    places = {}
    for part in split(block(text)).segments:
        for offset, character in enumerate(part.text):
            places[part.position(offset)] = character
    for offset, character in enumerate(text):
        if not character.isspace():
            assert places[whole.position(offset)] == character


def test_a_very_long_text_is_split_as_a_short_one() -> None:
    text = "The quick brown fox jumps over the lazy dog. " * 500
    assert len(sentences(text, "en")) == 500


def test_a_text_without_any_end_is_cut_at_blanks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(segment, "_WINDOW", 20)
    text = "word " * 10 + "x" * 50
    pieces = [text[a:b] for a, b in sentences(text, "en")]
    assert all(len(piece) <= 20 for piece in pieces)
    assert "".join(pieces).replace(" ", "") == text.replace(" ", "")
