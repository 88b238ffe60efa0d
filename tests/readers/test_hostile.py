"""Files that mean harm, or are broken: each is refused with one clear line, or read without harm."""

from __future__ import annotations

import codecs
import gzip
import io
import re
from collections.abc import Iterator
from encodings.aliases import aliases
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.errors import InputError
from qa.readers import READERS, load, read_documents
from qa.readers.guess import guess
from qa.readers.load import File

from .helpers import read, texts

LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><rss>&b;</rss>'
)
FETCH = '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss>&x;</rss>'
PARAMETER = '<!DOCTYPE r [<!ENTITY % p SYSTEM "http://127.0.0.1:9/x.dtd"> %p;]><rss/>'
LATIN = "Le président a déclaré mercredi que l'armée était prête, où qu'elle fût.".encode("cp1252")
CYRILLIC = "Россия начала новое наступление на востоке страны".encode("cp1251")
WHOLE_MARKUP = ("feed", "xliff", "tmx", "newsml")

REFUSED = [
    ("text", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "-: looks like a PNG image, not text; name a text file"),
    ("text", b"%PDF-1.7", "-: looks like a PDF, not text; name a text file"),
    ("markdown", b"PK\x03\x04\x14\0", "-: looks like a ZIP archive or an Office document, not text; name"),
    ("text", b"abc\0def", "-: looks like a binary file, not text; name a text file"),
    ("text", b"a" * 70000 + b"\0", "-: looks like a binary file, not text; name a text file"),
    ("text", b"one\n" + LATIN, "-:2: is not valid UTF-8 (byte 0xE9); it looks like CP1252: "
        "convert it with `iconv -f CP1252 -t UTF-8 -`"),
    ("jsonl", CYRILLIC, "-:1: is not valid UTF-8 (byte 0xD0); it looks like CP1251: "
        "convert it with `iconv -f CP1251 -t UTF-8 -`"),
    ("text", b"caf\xc3", "-:1: is not valid UTF-8 (byte 0xC3)"),
    ("text", b"\xff\xfea\0b", "-:1: is not valid UTF-16-LE (byte 0x62); save it as UTF-8"),
    ("text", b"\x1f\x8b\x08\0broken", "-: is a broken gzip file; pack it again"),
    ("text", gzip.compress(b"x" * 100)[:-9], "-: is a broken gzip file; pack it again"),
    ("feed", '<?xml version="1.0" encoding="windows-1251"?><rss>Київ</rss>'.encode(),
        "-: declares the encoding windows-1251 but is UTF-8; correct the declaration"),
    ("feed", b'<?xml version="1.0" encoding="no-such"?><rss/>',
        "-: declares the encoding 'no-such', which is unknown; save it as UTF-8"),
    ("feed", b'<?xml version="1.0" encoding="rot13"?><rss/>',
        "-: declares the encoding 'rot13', which is unknown; save it as UTF-8"),
    ("html", b'<meta charset="punycode"><p>Kiev</p>',
        "-: declares the encoding 'punycode', which is unknown; save it as UTF-8"),
    ("feed", '<?xml version="1.0" encoding="utf-16"?><rss>Київ</rss>'.encode(),
        "-: declares the encoding utf-16 but is UTF-8; correct the declaration"),
    ("feed", b'<?xml version="1.0" encoding="utf-16"?><rss>\xe9</rss>',
        "-: declares the encoding utf-16 but is not in it; save it as UTF-8"),
    ("html", b'<meta charset="cp037"><p>Kiev</p>',
        "-: declares the encoding cp037 but is UTF-8; correct the declaration"),
    ("html", b'<meta charset="shift_jis"><p>\x81\xff</p>', "-:1: is not valid SHIFT_JIS (byte 0x81)"),
    ("feed", LAUGHS, "-:1:34: has an internal DTD, which is not read; remove it"),
    ("feed", FETCH, "-:1:34: has an internal DTD, which is not read; remove it"),
    ("feed", PARAMETER, "-:1:13: has an internal DTD, which is not read; remove it"),
    ("feed", "<rss><item>&unheard-of;</item></rss>", "-:1:12: the entity &unheard-of; is not known"),
    ("feed", "<rss>\n<item></rss>", "-:2:9: is not well-formed XML (mismatched tag)"),
    ("feed", "<rss><item>", "-:1:12: is not well-formed XML (no element found)"),
    ("xliff", "<a>" * 300, "-:1:769: elements are nested more than 256 deep"),
    ("html", "<div>" * 10_000, "-: elements are nested more than 1000 deep"),
    ("html", "<b>x" * 10_000, "-: elements are nested more than 1000 deep"),
    ("feed", "<rss><item><description>" + "&lt;div&gt;" * 2000 + "</description></item></rss>",
        "-: elements are nested more than 1000 deep"),
    ("markdown", "> " * 10_000 + "x", "-: lists or quotations are nested more than 32 deep"),
    ("markdown", "".join("  " * n + "- x\n" for n in range(60)),
        "-: lists or quotations are nested more than 32 deep"),
    ("jsonl", '{"a":' * 10_000, "-:1: the JSON is nested too deeply"),
    ("ninjs", "[" * 100_000, "-:1: the JSON is nested too deeply"),
    ("jsonl", '{"target": "a"}\n{"target" "b"}', "-:2:11: is not valid JSON (Expecting ':' delimiter)"),
    ("jsonl", '{"target": "a', "-:1:12: is not valid JSON (Unterminated string starting at)"),
    ("jsonl", '{"a": ' + "9" * 5000 + "}", "-:1: is not valid JSON ("),
    ("jsonl", '["a"]', '-:1: an object such as {"id": …, "target": …} was expected'),
    ("jsonl", '{"text": "a"}', "-:1: has no 'target'; its keys are 'text'"),
    ("jsonl", '{"target": 5}', "-:1: 'target' must be text, not int"),
    ("jsonl", '{"target": "a", "source": []}', "-:1: 'source' must be text, not list"),
    ("jsonl", '{"target": "a", "id": true}', "-:1: 'id' must be text or a number, not bool"),
    ("jsonl", '{"target": "a", "target_lang": "english"}',
        "-:1: 'english' is not a language tag; did you mean 'en'?"),
    ("jsonl", '{"target": "a", "published": "soon"}',
        "-:1: 'published' must be a date such as 2024-09-19, not 'soon'"),
    ("csv", "a,b\n1,2\n", "-:1: has no column 'target'; the columns of its first line are: a, b"),
    ("csv", "target,id,Target \na,1,b\n", "-:1: has more than one column 'target'; give the others another name"),
    ("tsv", "source\tsource\ttarget\na\tb\tc\n", "-:1: has more than one column 'source'; give the others"),
    ("csv", "source,target\n1,2\n3\n", "-:3: has 1 columns, the first line has 2"),
    ("csv", 'target\nx\n"open\nand on', "-:3:1: a quoted field does not end properly"),
    ("csv", 'target\n"a"b\n', "-:2:1: a quoted field does not end properly"),
    ("tsv", "source\ttarget\na\tb\tc\n", "-:2: has 3 columns, the first line has 2"),
    ("po", 'msgid "a"\nmsgstr b\n', '-:2: is not PO syntax (msgid "…" and msgstr "…" were expected)'),
    ("po", '"a"\n', '-:1: is not PO syntax (msgid "…" and msgstr "…" were expected)'),
    ("po", 'msgid "a"\n', "-: the last entry has no msgstr"),
    ("ninjs", '{"name": "left-pad"}', "-: is not a ninjs item: it has no 'uri', 'headline' or body; name"),
]  # fmt: skip


@pytest.mark.parametrize(("input_format", "data", "told"), REFUSED)
def test_it_is_refused_with_one_line(input_format: str, data: bytes | str, told: str) -> None:
    with pytest.raises(InputError) as caught:
        read(data, input_format)
    assert str(caught.value).startswith(told)
    assert "\n" not in str(caught.value)


HARMLESS = [
    ("feed", "<!DOCTYPE rss PUBLIC '-//x//y' 'http://127.0.0.1:9/x.dtd'><rss><item><title>caf&eacute;</title></item></rss>",
        ["café"]),
    ("html", "<p>a<script>alert('<p>b</p>')</script><p>c", ["a", "c"]),
    ("html", "<p>a<!-- <p>b", ["a"]),
    ("html", "<p>a<b c='<p>b", ["ab"]),
    ("html", "<p>a<b c", ["a"]),
    ("html", "<p>1 < 2 &amp; 3 &lt; 4 &unknown; &#xD800; &#99999999; &copy 5</p>",
        ["1 < 2 & 3 < 4 &unknown; \ufffd &#99999999; © 5"]),
    ("html", "<style>p {}</style><title>a &amp; b", ["a & b"]),
    ("html", "<?php echo '<p>x</p>' ?><p>a</p></p></div>b", ["x", "' ?>", "a", "b"]),
    ("html", "<p hidden>a</p><div aria-hidden=true><p>b</p></div><p>c</p>", ["c"]),
    ("markdown", "<script>\nx\n</script>\n\na <b onclick='x'>b</b>", ["a b"]),
    ("jsonl", '{"target": "a\\ud800b\\u0000"}', ["a\ufffdb\0"]),
    ("po", 'msgid "a"\nmsgstr "b\\xe9\\033\\q"\n', ["bé\x1bq"]),
    ("po", 'msgid "a"\nmsgstr "\\320\\232\\xd0\\xb8 \\777\\8\\19"\n', ["Ки \u01ff8\x019"]),
    ("csv", "source,target\ra,b; c; d; e\r", ["b; c; d; e"]),
]  # fmt: skip


@pytest.mark.parametrize(("input_format", "data", "wanted"), HARMLESS)
def test_it_is_read_without_harm(input_format: str, data: str, wanted: list[str]) -> None:
    assert texts(read(data, input_format)) == wanted


@pytest.mark.parametrize("input_format", READERS)
def test_an_empty_file_is_told(input_format: str) -> None:
    if input_format in WHOLE_MARKUP:
        with pytest.raises(InputError, match="is not well-formed XML"):
            read(b"", input_format)
        return
    (document,) = read(b"", input_format)
    assert not document.segments
    assert document.skipped


@pytest.mark.parametrize("input_format", READERS)
def test_a_line_without_end_is_refused(input_format: str) -> None:
    class Endless(io.RawIOBase):
        taken = 0

        def read(self, size: int = -1) -> bytes:
            self.taken += size
            return b"x" * size

    stream = Endless()
    with pytest.raises(
        InputError, match=r"is longer than 10,000,000 characters|well-formed XML|than is read of one file"
    ):
        list(read_documents("-", input_format=input_format, stdin=stream))  # type: ignore[arg-type]
    assert stream.taken < 12_000_000


def test_the_place_of_a_long_line_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(load, "MAX_LINE", 100)
    monkeypatch.setattr(load, "_CHUNK", 7)
    monkeypatch.setattr(load, "_HEAD", 7)
    for end in ("\n", "\r\n", "\r"):
        with pytest.raises(InputError, match=r"^-:4: is longer than 100 characters"):
            read(end.join(["a" * 90, "b", "", "c" * 200, "d"]))


def test_a_large_file_is_refused() -> None:
    file = File("-", io.BytesIO(b"line\n" * 1_000_000), limit=1024 * 1024)
    with pytest.raises(
        InputError, match=r"^-: is larger than 1 MiB, more than is read of one file; split it$"
    ):
        file.text()


def test_a_zip_bomb_is_refused_early() -> None:
    def zeros() -> Iterator[bytes]:
        for _ in range(200):
            yield b"line of text\n" * 80_000

    packed = io.BytesIO()
    with gzip.GzipFile(fileobj=packed, mode="wb", compresslevel=9) as out:
        for block in zeros():
            out.write(block)
    with pytest.raises(
        InputError, match=r"^-: unpacks to over 200 times its size; unpack it yourself first$"
    ):
        read(packed.getvalue())


def test_a_folder_in_place_of_a_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is a folder, a file was expected"):
        list(read_documents(str(tmp_path)))


def test_an_unknown_root_element_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text("<invoice/>", "utf-8")
    with pytest.raises(InputError, match="its root element is 'invoice', not one of html, rss"):
        list(read_documents(str(tmp_path / "a.xml")))


def test_standard_input_must_be_given() -> None:
    with pytest.raises(InputError, match=r"^-: there is no standard input to read$"):
        list(read_documents("-"))


# Texts with the encoding that each is in, and what is to be said of it: none where that cannot be known.
ENCODED = [
    ("Le président est déjà arrivé à Kiev, où il a été très bien reçu.", "cp1252", "CP1252"),
    ("Le président a déclaré: «Déjà Noël», a-t-il dit à l’armée où qu'elle fût.", "cp1252", "CP1252"),
    ("Die Gespräche über das Abkommen gehen am Montag in Brüssel weiter, heißt es.", "cp1252", "CP1252"),
    ("El señor Núñez llegó a España mañana según el ministro de educación.", "cp1252", "CP1252"),
    ("Statsministern åkte till Göteborg på lördagen för att träffa väljare.", "cp1252", "CP1252"),
    ("A eleição não será adiada, disse o ministro da Educação em São Paulo.", "cp1252", "CP1252"),
    ("The café in Kiev was full.", "cp1252", "CP1252"),
    ("“The talks” – he said – in Kiev’s centre.", "cp1252", "CP1252"),
    ("Wczoraj w Łodzi odbyło się spotkanie, które zgromadziło wielu gości.", "cp1250", "CP1250"),
    ("Prezident řekl, že příští týden pojede do Kyjeva, kde se setká s kolegou.", "cp1250", "CP1250"),
    ("Wczoraj odbyło się spotkanie, które zgromadziło ślicznych gości.", "iso8859_2", "ISO8859-2"),
    ("Prezidentas sakė, kad derybos tęsis pirmadienį Vilniuje, žinoma.", "cp1257", "CP1257"),
    ("Cumhurbaşkanı İstanbul'da yaptığı açıklamada görüşmelerin süreceğini söyledi.", "cp1254", "CP1254"),
    ("Ο πρόεδρος δήλωσε ότι οι συνομιλίες θα συνεχιστούν.", "cp1253", "CP1253"),
    ("قال الرئيس إن المحادثات ستستمر يوم الاثنين.", "cp1256", "CP1256"),
    ("Президент України виступив із заявою, Львів стояв.", "cp1251", "CP1251"),
    ("РОССИЯ НАЧАЛА НОВОЕ НАСТУПЛЕНИЕ НА ВОСТОКЕ СТРАНЫ", "cp1251", "CP1251"),
    ("Россия начала новое наступление на востоке страны", "koi8_r", "KOI8-R"),
    ("大統領は月曜日に協議が続くと述べた。", "shift_jis", "SHIFT-JIS"),
    ("大統領は月曜日に協議が続くと述べた。", "euc_jp", "EUC-JP"),
    ("总统说会谈将于周一继续进行。", "gb18030", "GB18030"),
    ("대통령은 월요일에 회담이 계속될 것이라고 말했다.", "euc_kr", "EUC-KR"),
    ("Là, à Kiev", "cp1252", None),
    ("Россия начала новое наступление на востоке страны", "cp866", None),
]


@pytest.mark.parametrize(("text", "codec", "wanted"), ENCODED)
def test_the_encoding_is_guessed_by_the_language_of_what_it_gives(
    text: str, codec: str, wanted: str | None
) -> None:
    told = (
        "save it as UTF-8"
        if wanted is None
        else f"it looks like {wanted}: convert it with `iconv -f {wanted} "
    )
    with pytest.raises(InputError, match=re.escape(f"); {told}")):
        read(text.encode(codec), "text")


@given(st.binary(max_size=80))
def test_any_bytes_have_an_encoding_or_none(data: bytes) -> None:
    found = guess(data)
    assert found is None or codecs.lookup(found)


def test_a_declared_encoding_is_used() -> None:
    xml = '<?xml version="1.0" encoding="windows-1251"?><rss><item><title>Київ</title></item></rss>'
    assert texts(read(xml.encode("cp1251"), "feed")) == ["Київ"]
    page = '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1"><p>café</p>'
    assert texts(read(page.encode("latin-1"), "html")) == ["café"]


@pytest.mark.parametrize("name", ["utf-8", "UTF8", "us-ascii", "utf-16", "utf-16le", "utf_8_sig"])
def test_a_page_that_declares_what_includes_ascii_or_cannot_be_true_is_utf_8(name: str) -> None:
    assert texts(read(f"<meta charset={name}><p>Київ</p>", "html")) == ["Київ"]


# Codecs of Python that are for something else than the text of a file.
_OF_PYTHON = (
    "charmap",
    "idna",
    "mbcs",
    "oem",
    "palmos",
    "punycode",
    "raw_unicode_escape",
    "undefined",
    "unicode_escape",
)


@pytest.mark.parametrize("name", sorted({*aliases.values(), *_OF_PYTHON, "utf_7"}))
@pytest.mark.parametrize("input_format", ["html", "feed"])
def test_whatever_is_declared_the_text_is_read_or_refused(name: str, input_format: str) -> None:
    page = {
        "html": f'<meta charset="{name}"><p>Kiev</p>',
        "feed": f'<?xml version="1.0" encoding="{name}"?><rss><item><title>Kiev</title></item></rss>',
    }[input_format]
    try:
        found = texts(read(page, input_format))
    except InputError as error:
        found = [str(error)]
    assert "declares the encoding" in found[0] or (found == ["Kiev"] and name not in (*_OF_PYTHON, "utf_7"))


def test_a_feed_is_read_as_it_comes_in() -> None:
    class Slow(io.RawIOBase):
        items = 0

        def read(self, size: int = -1) -> bytes:
            self.items += 1
            return b"<rss>" if self.items == 1 else b"<item><title>One &amp; two</title></item>\n" * 200

    stream = Slow()
    documents = read_documents("-", input_format="feed", stdin=stream)  # type: ignore[arg-type]
    assert next(documents).title == "One & two"
    assert stream.items < 10


def test_a_long_comment_takes_linear_time() -> None:
    # Expat begins an unfinished token anew with every piece; in steps of fixed size this would never end.
    comment = "<!--" + "x" * 99 + "\n" * 2 + ("y" * 99 + "\n") * 200_000 + "-->"
    assert texts(read(f"<rss>{comment}<item><title>a</title></item></rss>", "feed")) == ["a"]
