"""A place whose name is somebody's surname: behind a given name the source does not ask for the place."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from qa.model import Anchor, Document, Entry, Form, Glossary, Segment, Span, Status
from qa.names import Lexicon, compile_glossary, read_names
from qa.names.texts.given_before import begins_somebody, is_surname, of_somebody

SOMEBODY = """
en | The actor Alexander [Milan] played.
en | Alexander [Milan] played.
en | Critics praised Jack [London] again.
de | Die Richterin Ursula [Berlin] ging.
uk | Актор Олександр [Київ] зіграв.
en | Mr. [Kiev] came with Mrs [London].
en | He met Mrs [London].
en | The actor Raf [London] played.
en | The actor RAF [LONDON] played.
de | Das gefiel Herrn [Berlin].
fr | Le bureau de M. [Paris].
ru | Письмо госпоже [Москве].
ru | Боец по прозвищу [Москва] ушёл.
uk | Боєць на псевдо [Київ] пішов.
"""
A_PLACE = """
en | They crowned Miss [London].
en | The MS [London] sank.
de | Die Frau aus [Berlin] ging.
fr | À 100 m [Paris] commence.
ru | Прозвище [Москвы] знали все.
uk | Псевдоуряд [Донецька] пішов.
en | In [London] it rained.
en | The River [Derwent] broke its banks.
en | A crew from RAF [London] came.
en | Will [Moscow] attack?
en | Protests in Paris, [London] and Rome.
ru | Пал [Лисичанск].
de | Von [Köln] nach Bonn.
hu | Gyurcsány Ferenc [Párizsba] ment.
ar | زار محمد [دمشق] أمس
zh | 他在[伦敦]。
"""


def rows(table: str) -> list[tuple[str, str]]:
    lines = (line.partition(" | ") for line in table.strip().splitlines())
    return [(lang, marked) for lang, _, marked in lines]


def judged(marked: str, lang: str, judge: Callable[[str, Span, str], bool] = of_somebody) -> bool:
    before, _, rest = marked.partition("[")
    name, _, after = rest.partition("]")
    return judge(before + name + after, Span(len(before), len(before) + len(name)), lang)


@pytest.mark.parametrize(("lang", "marked"), rows(SOMEBODY))
def test_behind_a_given_name_it_is_a_surname(lang: str, marked: str) -> None:
    assert judged(marked, lang)


@pytest.mark.parametrize(("lang", "marked"), rows(A_PLACE))
def test_elsewhere_it_is_the_place(lang: str, marked: str) -> None:
    assert not judged(marked, lang)


@pytest.mark.parametrize(
    ("lang", "place", "source", "text"),
    [
        ("de", "Wien", "Die Richterin Ursula Wiener ging.", "Judge Ursula Wiener left."),
        ("tr", "İzmir", "Bakan Mehmet İzmirli konuştu.", "Minister Mehmet İzmirli spoke."),
        ("fr", "Londres", "L’acteur Serge Londres a joué.", "Actor Serge Londres played."),
        ("is", "Björgvin", "Björgvin Skúli Sigurðsson talar.", "Björgvin Skúli Sigurðsson speaks."),
        ("ru", "Николаев", "Депутат Николаев выступил.", "Deputy Nikolaev spoke."),
        ("bg", "Сърница", "Дойде Зорница Христова.", "Zornitsa Hristova came."),
    ],
)
def test_nothing_is_said_of_it(lang: str, place: str, source: str, text: str) -> None:
    forms = (Form("Elsewhere", "en", Status.PREFERRED), Form(place, lang, Status.PREFERRED))
    lexicon = Lexicon(compile_glossary(Glossary((Entry("place", "place", forms),))), "en")
    segment = Segment("s1", text, (Anchor(0, 1, 1),), source=source)
    names = read_names(Document("-", (segment,), lang, "en"), lexicon).segments[0]
    assert (names.mentions, names.missing) == ((), ())


GIVEN = """
en | He met [Eden] Goldfarb.
en | [Vratislav] Mynar is a teacher.
en | He met [Eden] Cohen.
is | [Björgvin] Páll Gústavsson ver mark.
"""
A_CITY = """
en | He lives in [Odessa] Oblast.
en | He lives in [Eden].
en | They crossed the [Eden] River.
en | They met in [Victoria] Park.
en | In [Eden] people spoke.
en | In [Eden], Goldfarb spoke.
en | In [Milan] Paris lost.
"""


@pytest.mark.parametrize(("lang", "marked"), rows(GIVEN))
def test_before_a_surname_it_is_a_given_name(lang: str, marked: str) -> None:
    assert judged(marked, lang, begins_somebody)


@pytest.mark.parametrize(("lang", "marked"), rows(A_CITY))
def test_before_anything_else_it_is_the_place(lang: str, marked: str) -> None:
    assert not judged(marked, lang, begins_somebody)


SURNAME = """
ru | Депутат [Николаев] выступил против.
ru | Письмо депутату [Николаеву] вернулось.
ru | Об этом сообщила [Иванова].
ru | Вчера [Калинина] обыграла соперницу.
ru | Суд оштрафовал [Иванова] на сто рублей.
ru | По словам [Орлова], погода хорошая.
uk | Про це повідомила [Іванова].
uk | Депутат [Ніколаєв] виступив проти.
"""
NO_SURNAME = """
ru | Мэр [Львова] уволен.
ru | Убийство мэра [Львова] раскрыто.
ru | Жительница [Ростова] выиграла дело.
ru | Администрация [Иванова] объявила конкурс.
ru | Он приехал из села [Иванова].
ru | Это касается [Львова].
ru | Он покинул [Львов].
ru | Журналистка [Львова] приехала.
ru | Ракета достигла [Николаева].
ru | Фехтовальщица из [Николаева] Ольга Харлан выиграла.
uk | Гімнастка з [Покровська] Дарія Коваленко виграла.
uk | На думку [Хмельницького] це зайве.
uk | Мер [Хмельницького] продав авто.
uk | Суддя [Ростова] пішла.
uk | Дійшли до острова [Ґаліндез].
en | Deputy [Lincoln] spoke.
"""


@pytest.mark.parametrize(("lang", "marked"), rows(SURNAME))
def test_the_words_beside_it_tell_a_surname(lang: str, marked: str) -> None:
    assert judged(marked, lang, is_surname)


@pytest.mark.parametrize(("lang", "marked"), rows(NO_SURNAME))
def test_what_may_be_said_of_a_place_tells_none(lang: str, marked: str) -> None:
    assert not judged(marked, lang, is_surname)


@pytest.mark.parametrize(
    ("source", "text", "found"),
    [
        (None, "Sergei Lvov resigned.", []),
        (None, "Mr Lvov and Mrs. Lvov resigned.", []),
        (None, "Miss Lvov is a contest.", ["Lvov"]),
        (None, "MR LVOV RESIGNED", []),
        (None, "A fighter nicknamed Lvov left.", []),
        (None, "A fighter with the nickname of “Lvov” left.", []),
        # A place has nicknames and other names itself.
        (None, "The nickname of Lvov is Lion City.", ["Lvov"]),
        (None, "The city, alias Lvov, is old.", ["Lvov"]),
        ("Министр Львов ушёл.", "Minister Lvov left.", []),
        ("Министр ушёл из Львова.", "The minister left Lvov.", ["Lvov"]),
        # In the same sentence stands the place.
        ("Министр Львов уехал во Львов.", "Minister Lvov went to Lvov.", ["Lvov", "Lvov"]),
        (None, "Minister Lvov left.", ["Lvov"]),
        # Many given names are words.
        (None, "Will Lvov fall?", ["Lvov"]),
        (None, "Mark Lvov on the map.", ["Lvov"]),
        (None, "Grant Lvov a truce.", ["Lvov"]),
    ],
)
def test_a_deprecated_form_that_is_a_surname_may_stand(
    source: str | None, text: str, found: list[str]
) -> None:
    forms = (
        Form("Lviv", "en", Status.PREFERRED),
        Form("Lvov", "en", Status.DEPRECATED),
        Form("Львов", "ru", Status.PREFERRED),
    )
    lexicon = Lexicon(compile_glossary(Glossary((Entry("lviv", "place", forms),))), "en")
    segment = Segment("s1", text, (Anchor(0, 1, 1),), source=source)
    names = read_names(Document("-", (segment,), "ru" if source else None, "en"), lexicon).segments[0]
    assert [m.text for m in names.mentions] == found
