"""A word made from the name of a place stands for it in another language, and is no spelling of it."""

from __future__ import annotations

import pytest

from qa.model import Anchor, Document, Entry, Form, Glossary, Segment, Status
from qa.names import Lexicon, SegmentNames, compile_glossary, read_names

# Languages; native and preferred form; source; target; whether the name is missing there.
ROWS = """
et en | Saksamaa | Germany | Saksamaa politsei vahistas mehe. | The German police arrested a man. | no
et en | Rootsi | Sweden | Rootsi parlament vaikis. | The Swedish parliament was silent. | no
ro en | Germania | Germany | Germanii au plecat. | The Germans left. | no
ro en | Polonia | Poland | Din istoria Poloniei. | From Polish history. | no
ro en | Polonia | Poland | Din istoria Poloniei. | From the French history. | yes
nl en | Nederland | Netherlands | De bevolking van Nederland groeit. | The Dutch population grows. | no
fr en | Suède | Sweden | La Suède rejoint l’OTAN. | The Swiss join NATO. | yes
en fr | United Kingdom | Royaume-Uni | The United Kingdom coach quit. | L’entraîneur britannique est parti. | no
en fr | Moscow | Moscou | The Moscow metro stopped. | Le métro moscovite s’est arrêté. | no
en es | London | Londres | The London police came. | Llegó la policía londinense. | no
en es | London | Londres | The London police came. | Llegó la policía. | yes
en es | Russia | Rusia | Russia's Lukoil kept silent. | La rusa Lukoil guardó silencio. | no
en es | Turkey | Turquía | Turkey's Erdogan called. | El turco Erdogan llamó. | no
en es | Poland | Polonia | Poland's Sikorski agreed. | El polaco Sikorski estuvo de acuerdo. | no
en es | Turkey | Turquía | Turkey's Erdogan called. | El polaco Erdogan llamó. | yes
en it | Poland | Polonia | Poland's Sikorski agreed. | Il polacco Sikorski era d'accordo. | no
en fr | Denmark | Danemark | Denmark's parliament voted. | Le parlement danois a voté. | no
uk en | Полтавщина | Poltavshchyna | На Полтавщині відкрили музей. | A museum opened in the Poltava region. | no
uk en | Слобожанщина | Slobozhanshchyna | На Слобожанщині відкрили музей. | A museum opened on Monday. | yes
en de | Sweden | Schweden | The Sweden coach resigned. | Der schwedische Trainer trat zurück. | no
"""


def read(langs: str, native: str, preferred: str, source: str, text: str) -> SegmentNames:
    lang, target = langs.split()
    forms = (Form(preferred, target, Status.PREFERRED), Form(native, lang, Status.PREFERRED))
    lexicon = Lexicon(compile_glossary(Glossary((Entry("place", "place", forms),))), target)
    segment = Segment("s1", text, (Anchor(0, 1, 1),), source=source)
    return read_names(Document("-", (segment,), lang, target), lexicon).segments[0]


@pytest.mark.parametrize(
    ("langs", "native", "preferred", "source", "text", "missing"),
    [tuple(cell.strip() for cell in line.split("|")) for line in ROWS.strip().splitlines()],
)
def test_a_word_made_from_it_stands_for_it(
    langs: str, native: str, preferred: str, source: str, text: str, missing: str
) -> None:
    names = read(langs, native, preferred, source, text)
    assert names.source
    assert not [m for m in names.mentions if m.suggestion is not None]
    assert bool(names.missing) == (missing == "yes")


def test_a_word_of_the_source_that_is_no_form_of_the_name_is_another_word() -> None:
    source, text = "În Franța, mai ales în Franche Comte.", "In France, particularly in Franche Comte."
    names = read("ro en", "Franța", "France", source, text)
    assert [m.text for m in names.mentions] == ["France"]
