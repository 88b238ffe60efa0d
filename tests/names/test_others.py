"""A name that the translation lost is not found in an unrelated word."""

from __future__ import annotations

import pytest

from qa.model import Anchor, Document, Entry, Form, Glossary, Segment, Status
from qa.names import Lexicon, SegmentNames, compile_glossary, read_names

# Language, type, native form, preferred form, source, target without the name or with an adjective made from it.
LOST = """
ar | place | صيدا | Sidon | وصل سامي إلى صيدا. | Sami arrived at the sea.
ar | person | ميقاتي | Mikati | التقى ميقاتي وفدا من الكويت. | He met a Kuwaiti delegation.
ar | organisation | كتائب | Kataeb | أعلنت كتائب موقفها في طرابلس. | The battalions spoke in Tripoli Castle.
fa | person | قالیباف | Ghalibaf | قالیباف با الکسی میلر دیدار کرد. | The weaver met Alexei Miller.
he | place | חולון | Holon | אלון מזרחי גר בחולון. | Alon Mizrahi lives there.
he | person | גנץ | Gantz | גנץ נפגש עם נשיא קניה. | He met the president of Kenya.
ja | person | 上田 | Ueda | 上田氏は神田に住む。 | He lives in Kanda.
ja | place | 広島 | Hiroshima | 広島で小島氏が話した。 | Kojima spoke in the city.
ja | place | 三島市 | Mishima | 三島市とサントドミンゴで会った。 | They met in Santo Domingo.
ja | person | 三田 | Mita | 三田氏はサンタクルーズに住む。 | He lives in Santa Cruz.
zh | person | 单 | Shan | 单桂珍和丹·布朗见面。 | She met Dan Brown.
zh | person | 乐 | Yue | 乐先生看世界报。 | He reads Le Monde.
hu | place | Szeged | Szeged | Szegedi Márta szegedi lakos. | Ms Szegedi is a local.
ja | place | 馬毛島 | Mageshima | 鹿児島県では馬毛島の工事が続く。 | Building goes on in Kagoshima.
ko | person | 추 | Chu | 완도군은 추가 예산을 세웠다. | Wando set aside extra money.
ko | person | 이 | Lee | 그는 정상이라고 했다. | He said that it was normal.
zh | place | 郴州 | Chenzhou | 郴州和郑州下雨。 | It rained in Zhengzhou.
zh | place | 神木 | Shenmu | 陕西神木下雨。 | It rained in Shaanxi.
uk | place | Полтава | Poltava | Музей на вулиці Полтавській зачинено. | The museum in Poltavska Street is closed.
uk | place | Суми | Sumy | Селище Сумське тихе. | The village of Sumske is quiet.
ru | person | Ушаков | Ushakov | Ушаков принял Уиткоффа. | He received Witkoff.
"""
# The same, and the spelling in brackets that stands for the name.
KEPT = """
ar | place | صيدا | Sidon | وصل سامي إلى صيدا. | Sami arrived at [Saida].
ko | place | 영암 | Yeongam | 전남 영암에서 숨졌다. | He died in [Yongam] in Jeonnam.
fa | person | قالیباف | Ghalibaf | قالیباف با الکسی میلر دیدار کرد. | [Qalibaf] met Alexei Miller.
he | place | חולון | Holon | אלון מזרחי גר בחולון. | Alon Mizrahi lives in [Cholon].
he | person | ניר ברקת | Nir Barkat | ניר ברקת נפגש עם מנכ״ל ברקת. | [Nir Bareket] met the head of Barkat.
"""


def rows(table: str) -> list[tuple[str, ...]]:
    return [tuple(cell.strip() for cell in line.split("|")) for line in table.strip().splitlines()]


def read(lang: str, kind: str, native: str, preferred: str, source: str, target: str) -> SegmentNames:
    forms = (Form(preferred, "en", Status.PREFERRED), Form(native, lang, Status.PREFERRED))
    entries = (
        Entry("barkat", "organisation", (Form("Barkat", "en", Status.PREFERRED),)),
        Entry("name", kind, forms),
    )
    lexicon = Lexicon(compile_glossary(Glossary(entries)), "en")
    segment = Segment("s1", target, (Anchor(0, 1, 1),), source=source)
    return read_names(Document("-", (segment,), lang, "en"), lexicon).segments[0]


@pytest.mark.parametrize(("lang", "kind", "native", "preferred", "source", "target"), rows(LOST))
def test_a_lost_name_is_not_found_elsewhere(
    lang: str, kind: str, native: str, preferred: str, source: str, target: str
) -> None:
    names = read(lang, kind, native, preferred, source, target)
    assert [m.text for m in names.mentions if m.status is None] == []


@pytest.mark.parametrize(("lang", "kind", "native", "preferred", "source", "marked"), rows(KEPT))
def test_a_spelling_of_it_is(
    lang: str, kind: str, native: str, preferred: str, source: str, marked: str
) -> None:
    names = read(lang, kind, native, preferred, source, marked.replace("[", "").replace("]", ""))
    wanted = marked.partition("[")[2].partition("]")[0]
    assert [(m.text, m.suggestion) for m in names.mentions if m.status is None] == [(wanted, preferred)]


def test_the_source_word_as_it_stands_is_told_in_a_target_of_another_script() -> None:
    forms = (Form("Olomouc", "cs", Status.PREFERRED), Form("Оломоуць", "uk", Status.PREFERRED))
    lexicon = Lexicon(compile_glossary(Glossary((Entry("olomouc", "place", forms),))), "uk")
    segment = Segment("s1", "Він був у Оломоуці і в Оломоучі.", (Anchor(0, 1, 1),), source="Byl v Olomouci.")
    names = read_names(Document("-", (segment,), "cs", "uk"), lexicon).segments[0]
    assert names.missing == ()
