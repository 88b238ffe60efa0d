"""Formats of translation units and news items, case by case."""

from __future__ import annotations

import io

import pytest

from qa.errors import InputError
from qa.model import Side
from qa.readers import READERS, read_documents

from .helpers import read, texts

XLIFF = "<xliff version='1.2'><file source-language='uk' target-language='en'><body>{}</body></file></xliff>"
UNIT = "<trans-unit><source>один</source>{}</trans-unit>"
SEGMENTED = "<seg-source><mrk mtype='seg' mid='1'>один</mrk> <mrk mtype='seg' mid='2'>два</mrk></seg-source>"


@pytest.mark.parametrize(
    ("target", "wanted"),
    [
        ("<target>one</target>", [("one", "один")]),
        ("<target/>", [("", "один")]),
        ("", [("", "один")]),
        ("<target>o<x id='1'/>n<bpt>&lt;b&gt;</bpt>e<ept/></target>", [("one", "один")]),
        ("<target>a <g>b <mrk mtype='term'>c</mrk></g></target>", [("a b c", "один")]),
        ("<target>a<ph>&lt;img alt=\"<sub>b</sub>\"&gt;</ph> c</target>", [("a c", "один"), ("b", None)]),
        ("<target>a\n   b\t c</target>", [("a b c", "один")]),
        ("<target><mrk mtype='seg' mid='1'>a</mrk> and <mrk mtype='seg' mid='2'>b</mrk></target>",
            [("a and b", "один")]),
        # Nobody can tell which sentence of the source belongs to which segment.
        ("<target><g><mrk mtype='seg' mid='1'>a</mrk></g> <mrk mtype='seg' mid='2'>b</mrk></target>",
            [("a b", "один")]),
        (SEGMENTED + "<target><g><mrk mtype='seg' mid='2'>two</mrk></g> <mrk mtype='seg' mid='1'>one</mrk></target>",
            [("two", "два"), ("one", "один")]),
        # What a tool leaves out of the target is not translated yet.
        (SEGMENTED + "<target><mrk mtype='seg' mid='2'>two</mrk></target>", [("two", "два"), ("", "один")]),
        (SEGMENTED + "<target><mrk mtype='seg' mid='1'>one</mrk> <mrk mtype='seg' mid='2'/></target>",
            [("one", "один"), ("", "два")]),
        (SEGMENTED + "<target><mrk mtype='seg' mid='1'>one</mrk> <mrk mtype='seg' mid='2'>two</mrk>"
            " <mrk mtype='seg' mid='3'>three</mrk></target>", [("one", "один"), ("two", "два"), ("three", None)]),
        # Tracked changes of Trados.
        ("<target>in <mrk mtype='x-sdl-deleted'>Kiev<x id='1'/></mrk><mrk mtype='x-sdl-added'>Kyiv</mrk></target>",
            [("in Kyiv", "один")]),
        ("<alt-trans><target>x</target></alt-trans><target>one</target>", [("one", "один")]),
    ],
)  # fmt: skip
def test_xliff_targets(target: str, wanted: list[tuple[str, str | None]]) -> None:
    (document,) = read(XLIFF.format(UNIT.format(target)), "xliff")
    assert [(s.text, s.source) for s in document.segments] == wanted
    assert (document.source_lang, document.target_lang) == ("uk", "en")


@pytest.mark.parametrize(
    ("group", "unit", "read_"), [("no", "", 0), ("no", "translate='yes'", 1), ("yes", "", 1)]
)
def test_the_nearest_translate_decides(group: str, unit: str, read_: int) -> None:
    units = f"<group translate='{group}'><trans-unit {unit}><source>a</source><target>b</target></trans-unit></group>"
    (document,) = read(XLIFF.format(units), "xliff")
    assert len(document.segments) == read_
    assert len(document.skipped) == 1 - read_


@pytest.mark.parametrize(
    ("header", "unit", "wanted"),
    [
        ("srclang='en'", "", [("de", "Eins", "One"), ("fr", "Un", "One")]),
        ("srclang='EN-us'", "", [("de", "Eins", "One"), ("fr", "Un", "One")]),
        ("srclang='*all*'", "", [("en", "One", "Eins"), ("fr", "Un", "Eins")]),
        ("srclang='en'", "srclang='fr'", [("de", "Eins", "Un"), ("en", "One", "Un")]),
    ],
)
def test_tmx_languages(header: str, unit: str, wanted: list[tuple[str, str, str]]) -> None:
    variants = "".join(
        f"<tuv xml:lang='{lang}'><seg>{text}</seg></tuv>"
        for lang, text in (("de", "Eins"), ("en", "One"), ("fr", "Un"))
    )
    documents = read(f"<tmx><header {header}/><body><tu {unit}>{variants}</tu></body></tmx>", "tmx")
    assert [(d.target_lang, s.text, s.source) for d in documents for s in d.segments] == wanted


@pytest.mark.parametrize(
    ("file", "wanted"),
    [("", ("uk", "de")), ("target-language='en'", ("uk", "en")), ("source-language='ru'", ("ru", "de"))],
)
@pytest.mark.parametrize(
    "unit",
    [
        "<trans-unit id='1'><source xml:lang='uk'>a</source><target xml:lang='de'>b</target>"
        "<alt-trans><target xml:lang='fr'>c</target></alt-trans></trans-unit>",
        "<unit id='1'><segment><source xml:lang='uk'>a</source><target xml:lang='de'>b</target></segment></unit>",
    ],
)
def test_a_unit_of_xliff_says_its_languages_where_the_file_does_not(
    unit: str, file: str, wanted: tuple[str, str]
) -> None:
    other = "<trans-unit id='0'><source>x</source><alt-trans><target xml:lang='fr'>y</target></alt-trans></trans-unit>"
    (document,) = read(f"<xliff><file {file}>{other}{unit}</file></xliff>", "xliff")
    assert (document.source_lang, document.target_lang) == wanted


@pytest.mark.parametrize(
    ("summary", "content", "wanted"),
    [
        ("One two.", "", ["One two."]),
        ("One two…", "&lt;p&gt;One two three.&lt;/p&gt;", ["One two three."]),
        ("One two [...]", "&lt;p&gt;One&lt;/p&gt;&lt;p&gt;two three.&lt;/p&gt;", ["One", "two three."]),
        ("Zero.", "&lt;p&gt;One two three.&lt;/p&gt;", ["Zero.", "One two three."]),
        (
            "&lt;p&gt;One two…&lt;/p&gt;&lt;p&gt;The post A appeared first on B.&lt;/p&gt;",
            "&lt;p&gt;One two three.&lt;/p&gt;",
            ["The post A appeared first on B.", "One two three."],
        ),
        ("", "One &amp;amp; two", ["One & two"]),
        ("AT&amp;T and &amp;lt;b&amp;gt;", "", ["AT&T and <b>"]),
    ],
)
def test_a_summary_is_read_unless_it_repeats_the_text(summary: str, content: str, wanted: list[str]) -> None:
    full = f"<content:encoded>{content}</content:encoded>" if content else ""
    item = f"<item><description>{summary}</description>{full}</item>"
    feed = f"<rss xmlns:content='http://purl.org/rss/1.0/modules/content/'>{item}</rss>"
    assert texts(read(feed, "feed")) == wanted


def test_a_feed_of_rss_1_has_its_items_beside_the_channel() -> None:
    feed = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
      xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Paper</title><dc:language>uk</dc:language></channel>
      <item rdf:about="x"><title>Міст закрили</title><dc:date>2022-05-30</dc:date></item></rdf:RDF>"""
    (document,) = read(feed, "feed")
    assert (document.title, document.target_lang, str(document.published)) == (
        "Міст закрили",
        "uk",
        "2022-05-30",
    )


def test_an_item_may_be_in_a_language_of_its_own() -> None:
    feed = """<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xml:lang="en"><channel>
      <language>en</language><item><title>One</title></item>
      <item><title>Один</title><dc:language>uk</dc:language></item>
      <item xml:lang="de"><title>Eins</title><dc:language/></item></channel></rss>"""
    assert [d.target_lang for d in read(feed, "feed")] == ["en", "uk", "de"]


def test_a_list_of_ninjs_items_is_read() -> None:
    items = (
        '[{"uri": "a", "headline": "One"}, {"uri": "b", "body_html": "<h2>Two</h2>three", "body_text": "no"}]'
    )
    documents = read(items, "ninjs")
    assert [(d.name, texts([d]), d.title) for d in documents] == [
        ("a", ["One"], "One"),
        ("b", ["Two", "three"], "Two"),
    ]


@pytest.mark.parametrize(
    ("of", "lang", "read_", "left"),
    [
        ("en", "de", ["One", "Four"], 2),
        ("en-GB", "EN-us", ["One", "Two", "Three", "Four"], 0),
        # One language in several tags, and what is no tag.
        ("de", "ger", ["One", "Two", "Three", "Four"], 0),
        ("no", "nb-NO", ["One", "Two", "Three", "Four"], 0),
        ("en", "english text", ["One", "Two", "Three", "Four"], 0),
        # Who does not say the language of the item says nothing about the others.
        ("", "de", ["One", "Two", "Three", "Four"], 0),
    ],
)
def test_what_newsml_says_in_another_language_is_no_text_of_the_item(
    of: str, lang: str, read_: list[str], left: int
) -> None:
    (document,) = read(
        f"""<newsItem><contentMeta>{of and f'<language tag="{of}"/>'}<headline>One</headline>
        <headline xml:lang="{lang}">Two</headline><description xml:lang="{lang}" role="drol:caption">Three</description>
        </contentMeta><contentSet><inlineData contenttype="text/plain">Four</inlineData></contentSet></newsItem>""",
        "newsml",
    )
    assert texts([document]) == read_
    told = [f"headlines and descriptions in other languages: {left}"] if left else []
    assert [skipped.reason for skipped in document.skipped] == told


def test_a_picture_has_its_description_as_caption() -> None:
    (document,) = read('{"uri": "p", "type": "picture", "description_text": "A bridge"}', "ninjs")
    assert [(s.text, s.part) for s in document.segments] == [("A bridge", "caption")]


def test_places_in_markup_inside_json() -> None:
    file = '{"uri": "a", "body_xhtml": "<p>Caf\\u00e9 &amp; \\"bar\\"<\\/p>\\n<p>Two</p>"}'
    one, two = read(file, "ninjs")[0].segments
    assert (one.text, two.text) == ('Café & "bar"', "Two")
    for segment, offset, there in [(one, 3, "\\u00e9"), (one, 5, "&amp;"), (one, 8, "bar"), (two, 0, "Two")]:
        assert file[segment.position(offset)[1] - 1 :].startswith(there)


def test_a_unit_of_several_lines_is_parted_when_its_source_is() -> None:
    line = '{"target": "One.\\n\\nTwo.", "source": "Раз.\\nДва."}\n{"target": "One.\\nTwo.", "source": "Раз і два."}'
    documents = read(line, "jsonl")
    assert [[(s.text, s.source) for s in d.segments] for d in documents] == [
        [("One.", "Раз."), ("Two.", "Два.")],
        [("One. Two.", "Раз і два.")],
    ]


@pytest.mark.parametrize(
    ("locale", "wanted"),
    [
        ("uk", "uk"), ("pt_BR", "pt-BR"), ("sr@latin", "sr-Latn"), ("sr_RS@latin", "sr-Latn-RS"),
        ("uz_UZ@Cyrillic", "uz-Cyrl-UZ"), ("ca@valencia", "ca"), ("zh_Hant_TW", "zh-Hant-TW"),
    ],
)  # fmt: skip
def test_a_locale_of_gettext_is_a_language_tag(locale: str, wanted: str) -> None:
    (document,) = read(f'msgid ""\nmsgstr "Language: {locale}\\n"\n\nmsgid "a"\nmsgstr "b"\n', "po")
    assert document.target_lang == wanted


def test_only_an_entry_without_context_is_the_header_of_a_catalogue() -> None:
    one = 'msgctxt "x"\nmsgid ""\nmsgstr "Language: de"\n\n'
    (document,) = read(one + 'msgid ""\nmsgstr "Language: uk\\n"\n', "po")
    assert (document.target_lang, texts([document])) == ("uk", ["Language: de"])


def test_a_catalogue_of_poedit_names_the_language_of_its_messages() -> None:
    header = 'msgid ""\nmsgstr "Language: uk\\nX-Source-Language: en_GB\\n"\n\n'
    (document,) = read(header + 'msgid "a"\nmsgstr "b"\n', "po")
    assert (document.source_lang, document.target_lang) == ("en-GB", "uk")


def test_a_letter_that_po_writes_as_bytes_stands_where_they_begin() -> None:
    (segment,) = read('msgid "a"\nmsgstr "In \\320\\232\\303\\251."\n', "po")[0].segments
    assert [segment.text, *(segment.position(at)[1] for at in range(len(segment.text)))] == [
        "In Кé.", 9, 10, 11, 12, 20, 28
    ]  # fmt: skip


# Files with a label for the language of one side that is none, by format.
LABELLED = [
    ("html", "<html lang='{}'><p>Kiev.</p>", "target"),
    ("markdown", "---\nlang: {}\n---\n\nKiev.\n", "target"),
    (
        "feed",
        "<rss><channel><language>{}</language><item><title>Kiev.</title></item></channel></rss>",
        "target",
    ),
    ("po", 'msgid ""\nmsgstr "Language: {}\\n"\n\nmsgid "a"\nmsgstr "Kiev."\n', "target"),
    ("po", 'msgid ""\nmsgstr "X-Source-Language: {}\\n"\n\nmsgid "a"\nmsgstr "Kiev."\n', "source"),
    ("ninjs", '{{"headline": "Kiev.", "language": "{}"}}', "target"),
    (
        "newsml",
        "<newsItem xml:lang='{}'><contentMeta><headline>Kiev.</headline></contentMeta></newsItem>",
        "target",
    ),
    ("jsonl", '{{"target": "Kiev.", "target_lang": "{}"}}', "target"),
    ("jsonl", '{{"target": "Kiev.", "source": "a", "source_lang": "{}"}}', "source"),
    (
        "xliff",
        "<xliff><file target-language='{}'>" + UNIT.format("<target>Kiev.</target>") + "</file></xliff>",
        "target",
    ),
    (
        "xliff",
        "<xliff><file source-language='{}'>" + UNIT.format("<target>Kiev.</target>") + "</file></xliff>",
        "source",
    ),
    (
        "tmx",
        "<tmx><tu><tuv lang='uk'><seg>a</seg></tuv><tuv lang='{}'><seg>Kiev.</seg></tuv></tu></tmx>",
        "target",
    ),
    (
        "tmx",
        "<tmx><tu><tuv lang='{}'><seg>a</seg></tuv><tuv lang='en'><seg>Kiev.</seg></tuv></tu></tmx>",
        "source",
    ),
]


@pytest.mark.parametrize(("form", "data", "side"), LABELLED)
@pytest.mark.parametrize("label", ["English", "en_US.UTF-8"])
def test_a_wrong_label_is_refused_unless_the_language_is_given(
    form: str, data: str, side: Side, label: str
) -> None:
    stream = data.format(label).encode()
    (document,) = read_documents("-", input_format=form, stdin=io.BytesIO(stream), given=[side])
    assert [s.text for s in document.segments] == ["Kiev."]
    assert (document.source_lang if side == "source" else document.target_lang) is None
    other: Side = "source" if side == "target" else "target"
    with pytest.raises(InputError, match="is not a language tag"):
        list(read_documents("-", input_format=form, stdin=io.BytesIO(stream), given=[other]))


def test_a_sound_label_is_kept_where_the_language_is_given() -> None:
    stream = io.BytesIO(b'{"target": "Kiev.", "target_lang": "EN_gb"}')
    (document,) = read_documents("-", input_format="jsonl", stdin=stream, given=["target"])
    assert document.target_lang == "en-GB"


# Files that hold nothing, with the reason that is told.
NOTHING = [
    ("text", "", "the file is empty"),
    ("text", "\n \n", "the file has no text"),
    ("markdown", "---\nlang: en\n---\n", "the file has no text"),
    ("csv", "source,target\n", "the file has no text"),
    ("tsv", "target\n \n", "the file has no text"),
    ("jsonl", "\n\n", "the file is empty"),
    ("jsonl", '{"target": ""}', "the item has no text"),
    ("html", "<title></title><script>x</script>", "the file has no text"),
    ("feed", "<rss><channel/></rss>", "the feed has no items"),
    ("xliff", "<xliff><file/></xliff>", "the file has no translation units"),
    ("tmx", "<tmx><body/></tmx>", "the file has no translation units"),
    ("tmx", "<tmx><tu><tuv lang='en'><seg>a</seg></tuv></tu></tmx>", "the file has no translation units"),
    ("po", 'msgid ""\nmsgstr "Language: en\\n"\n', "the file has no text"),
    ("po", "# nothing\n", "the file has no text"),
    ("newsml", "<newsMessage/>", "the file has no news items"),
    ("ninjs", "[]", "the list has no items"),
    ("ninjs", '[{"uri": "a"}]', "the item has no text"),
]


@pytest.mark.parametrize(("form", "data", "reason"), NOTHING)
def test_a_file_that_holds_nothing_says_so(form: str, data: str, reason: str) -> None:
    (document,) = read(data, form)
    assert document.segments == ()
    assert [s.reason for s in document.skipped] == [reason]


def test_every_format_has_a_file_that_holds_nothing() -> None:
    assert {form for form, _, _ in NOTHING} == set(READERS)
