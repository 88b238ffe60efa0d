"""What does not count: marks in files of every format, [sic], and places where a name is no word."""

from __future__ import annotations

import io
import json
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa.model import Anchor, Document, Finding, Mark, Segment, Severity
from qa.readers import read_documents
from qa.readers.marks import MOST, Comments
from qa.suppress import _Marks, quotations, suppress
from qa.suppress.addresses import places
from tests.cli.runner import run

PLAIN = (
    "--no-default-glossary --glossary names.csv --target-lang en --no-back-translate --report none".split()
)
# A format's file in which line or entry "one" is excused and "two" is not.
MARKED = {
    "a.txt": "# qa: ignore[name-variant] the old menu\nKiev one.\n\nKiev two.\n",
    "plain.txt": "qa: ignore\n\nKiev one.\n\nKiev two.\n",
    "a.md": "<!-- qa: ignore[name-variant] the old menu -->\nKiev one.\n\nKiev two.\n",
    "above.html": (
        "<html><body>\n<!-- qa: ignore[name-variant] x -->\n\n<!-- qa: ignore[name-mixed] y -->\n<p>Kiev one.</p>\n"
        "<p>Kiev two.</p></body></html>\n"
    ),
    "above.txt": "# qa: ignore[name-variant] x\n# qa: ignore[name-mixed] y\nKiev one.\n\nKiev two.\n",
    "same.md": "Kiev one. <!-- qa: ignore[name-variant, name-mixed] the old menu -->\n\nKiev two.\n",
    "a.html": "<html><body>\n<!-- qa: ignore[name-variant] x -->\n<p>Kiev one.</p>\n<p>Kiev two.</p></body></html>\n",
    "a.rss": (
        "<rss><channel><item>\n<!--qa:ignore[name-variant] x-->\n<title>Kiev one.</title>\n"
        "<description>&lt;p&gt;Kiev two.&lt;/p&gt;</description></item></channel></rss>\n"
    ),
    "escaped.rss": (
        "<rss><channel><item><description>&lt;p&gt;Kiev one. &lt;!-- qa: ignore --&gt;&lt;/p&gt;\n"
        "&lt;p&gt;Kiev two.&lt;/p&gt;</description></item></channel></rss>\n"
    ),
    "a.xlf": (
        '<xliff version="1.2"><file source-language="uk" target-language="en" original="a" datatype="x"><body>\n'
        '<trans-unit id="1"><source>Київ один.</source>\n<!-- qa: ignore[name-variant] x -->\n'
        "<target>Kiev one.</target></trans-unit>\n"
        '<trans-unit id="2"><source>Київ два.</source>\n<target>Kiev two.</target></trans-unit>\n'
        "</body></file></xliff>\n"
    ),
    "a.tmx": (
        '<tmx version="1.4"><header srclang="uk" datatype="x" segtype="sentence" o-tmf="x" adminlang="en"'
        ' creationtool="x" creationtoolversion="1"/><body>\n'
        '<tu><tuv xml:lang="uk"><seg>Київ один.</seg></tuv><!-- qa: ignore -->\n'
        '<!-- qa: ignore[name-variant] x -->\n<tuv xml:lang="en"><seg>Kiev one.</seg></tuv></tu>\n'
        '<tu><tuv xml:lang="uk"><seg>Київ два.</seg></tuv>\n<tuv xml:lang="en"><seg>Kiev two.</seg></tuv></tu>\n'
        "</body></tmx>\n"
    ),
    "a.po": (
        'msgid ""\nmsgstr "Language: en\\n"\n\n# qa: ignore[name-variant] x\n#: place:1\nmsgid "Київ один."\n'
        'msgstr ""\n"Kiev one."\n\nmsgid "Київ два."\nmsgstr "Kiev two."\n'
    ),
    "unparted.po": (
        'msgid ""\nmsgstr "Language: en\\n"\n# qa: ignore[name-variant] x\nmsgid "Київ один."\nmsgstr ""\n"Kiev one."\n'
        'msgid "Київ два."\nmsgstr "Kiev two."\n'
    ),
    "commented.po": (
        'msgid ""\nmsgstr "Language: en\\n"\n\n# qa: ignore x\n# qa: ignore[name-mixed] y\n#: a:1\nmsgctxt "x"\n'
        'msgid "Київ один."\nmsgid_plural "Київ"\nmsgstr[0] ""\nmsgstr[1] "Kiev one."\n#: a:2\nmsgid "Київ два."\n'
        'msgstr "Kiev two."\n'
    ),
    "obsolete.po": (
        'msgid ""\nmsgstr "Language: en\\n"\n# qa: ignore\nmsgid "Київ один."\nmsgstr "Kiev one."\n# qa: ignore\n'
        '#~ msgid "x"\n#~ msgstr "y"\nmsgid "Київ два."\nmsgstr "Kiev two."\n'
    ),
    "a.jsonl": (
        '{"target": "Kiev one.\\nqa: ignore[name-variant] x"}\n{"target": "Kiev two."}\n'
    ),
}  # fmt: skip


def counted(out: str) -> tuple[list[str], list[tuple[str, str]]]:
    """Sentences of the findings that count, and (reason, sentence) of those that do not."""
    kept, left = [], []
    for document in json.loads(out)["documents"]:
        texts = {segment["id"]: segment["text"] for segment in document["segments"]}
        kept += [texts[f["segment"]] for f in document["findings"]]
        left += [(s["by"], texts[s["finding"]["segment"]]) for s in document["suppressed"]]
    return kept, left


@pytest.mark.parametrize("name", MARKED)
def test_marks_hold_in_every_format(place: Path, name: str) -> None:
    (place / name).write_text(MARKED[name], "utf-8")
    result = run(["check", name, *PLAIN, "--format", "json", "--select", "name-variant"])
    kept, left = counted(result.out)
    assert kept == ["Kiev two."]
    assert left == [("mark", "Kiev one.")]
    assert json.loads(result.out)["summary"]["suppressed"] == 1
    assert "qa: ignore" not in json.dumps([d["segments"] for d in json.loads(result.out)["documents"]])


@pytest.mark.parametrize("name", MARKED)
def test_marks_can_be_switched_off(place: Path, name: str) -> None:
    (place / name).write_text(MARKED[name], "utf-8")
    result = run(["check", name, *PLAIN, "--format", "json", "--select", "name-variant", "--no-inline"])
    assert counted(result.out) == (["Kiev one.", "Kiev two."], [])


# Units whose target has a mark among its lines: source, target, and the sentences whose “Kiev” counts or does not;
# another unit follows.
_MARK = "# qa: ignore[name-variant] x"
_TWO = "Київ упав.\nКиїв стояв."
UNITS = {
    "first": (_TWO, f"{_MARK}\nKiev fell.\nKiev stood.", ["Kiev stood.", "Kiev after."], ["Kiev fell."]),
    "second": (_TWO, f"Kiev fell.\n{_MARK}\nKiev stood.", ["Kiev fell.", "Kiev after."], ["Kiev stood."]),
    # The next line is that of the next unit.
    "last": (_TWO, f"Kiev fell.\nKiev stood.\n{_MARK}", ["Kiev fell.", "Kiev stood."], ["Kiev after."]),
    "another rule": (_TWO, "qa: ignore[name-mixed]\nKiev fell.\n.", ["Kiev fell.", "Kiev after."], []),
    "within a line": (_TWO, f"Kiev fell. {_MARK}\n.", [f"Kiev fell. {_MARK}", "Kiev after."], []),
    "in both": (f"{_MARK}\n{_TWO}", f"{_MARK}\nKiev fell.\n.", ["Kiev after."], ["Kiev fell."]),
    "no equal number": (f"{_TWO}\nКиїв", f"{_MARK}\nKiev fell,\nhe said", ["Kiev after."], ["Kiev fell, he said"]),
    "amid what cannot be parted": (
        _TWO, f"So\n{_MARK}\nKiev fell,\nKiev", ["So Kiev fell, Kiev", "Kiev after."], ["So Kiev fell, Kiev"]
    ),
    "behind what cannot be parted": (
        _TWO, f"So\nKiev fell,\nthen\n{_MARK}", ["So Kiev fell, then"], ["Kiev after."]
    ),
    "alone": (_TWO, _MARK, [], ["Kiev after."]),
}  # fmt: skip


def in_csv(source: str, target: str) -> str:
    return f'source,target\n"{source}","{target}"\n"Київ","Kiev after."\n'


@pytest.mark.parametrize("name", UNITS)
@pytest.mark.parametrize("inline", [True, False])
def test_marks_among_the_lines_of_a_unit(place: Path, name: str, inline: bool) -> None:
    source, target, counts, excused = UNITS[name]
    (place / "a.csv").write_text(in_csv(source, target), "utf-8")
    options = [*PLAIN, "--format", "json", "--select", "name-variant", "--source-lang", "uk"]
    result = run(["check", "a.csv", *options, *([] if inline else ["--no-inline"])])
    kept, left = counted(result.out)
    if inline:
        assert kept == counts
        assert left == [("mark", text) for text in excused]
    else:
        assert (sorted(kept), left) == (sorted([*counts, *excused]), [])


@given(
    st.lists(st.sampled_from(["Kiev.", "Odessa.", "", _MARK, "# qa: ignore", "x # qa: ignore"]), max_size=6),
    st.lists(st.sampled_from(["Київ.", "Одеса.", ""]), max_size=6),
    st.sampled_from(["csv", "jsonl", "po"]),
)
def test_no_line_of_a_unit_is_lost_to_a_mark(target: list[str], source: list[str], form: str) -> None:
    texts = "\n".join(source), "\n".join(target)
    one, other = (json.dumps(text, ensure_ascii=False) for text in texts)
    data = {
        "csv": 'source,target\n"{}","{}"\n'.format(*texts),
        "jsonl": f'{{"source": {one}, "target": {other}}}\n',
        "po": f"msgid {json.dumps('a' + texts[0], ensure_ascii=False)}\nmsgstr {other}\n",
    }[form]
    (doc,) = read_documents("-", input_format=form, stdin=io.BytesIO(data.encode()))
    marks = [line for line in target if line.startswith("#") and form != "po"]
    lines = [line for line in target if line and line not in marks]
    assert " ".join(s.text for s in doc.segments if s.text) == " ".join(lines)
    assert len(doc.marks) == len(marks)
    sources = " ".join(s.source for s in doc.segments if s.source)
    assert sources == " ".join(line for line in texts[0].split("\n") if line) or form == "po"
    assert doc.segments or doc.skipped


@pytest.mark.parametrize("format", ["markdown", "html", "feed", "xliff", "tmx", "newsml", "po"])
def test_what_looks_like_a_mark_is_text_where_there_are_comments(format: str) -> None:
    line = "# qa: ignore x" if format != "markdown" else "qa: ignore x"
    data = {
        "feed": f"<rss><item><title>{line}</title></item></rss>",
        "xliff": f"<xliff><file><trans-unit><source>a</source><target>{line}</target></trans-unit></file></xliff>",
        "tmx": f"<tmx><tu><tuv lang='uk'><seg>a</seg></tuv><tuv lang='en'><seg>{line}</seg></tuv></tu></tmx>",
        "newsml": f"<newsItem><contentMeta><headline>{line}</headline></contentMeta></newsItem>",
        "po": f'msgid "a"\nmsgstr "{line}"\n',
    }.get(format, line)
    (doc,) = read_documents("-", input_format=format, stdin=io.BytesIO(data.encode()))
    assert [s.text for s in doc.segments] == [line]
    assert doc.marks == ()


def test_a_mark_opposite_a_line_of_the_source_translates_nothing(place: Path) -> None:
    (place / "uk.txt").write_text("Київ упав.\n\n# qa: ignore\nКиїв стояв.\n", "utf-8")
    (place / "a.txt").write_text(
        "# qa: ignore[name-mixed]\nqa: ignore[name-mixed]\n# qa: ignore\nKyiv stood.\n", "utf-8"
    )
    (doc,) = read_documents(str(place / "a.txt"), source=str(place / "uk.txt"))
    assert [(s.text, s.source, s.line) for s in doc.segments] == [
        ("", "Київ упав.", 1),
        ("Kyiv stood.", "Київ стояв.", 4),
    ]
    assert len(doc.marks) == 3


def test_a_text_of_marks_alone_has_no_text(place: Path) -> None:
    (place / "a.txt").write_text("# qa: ignore x\n", "utf-8")
    assert "a.txt: not judged (reading): the file has no text" in run(["check", "a.txt", *PLAIN]).out


def test_lines_that_are_marks_are_told_where_they_are_not_heeded(place: Path) -> None:
    (place / "a.txt").write_text("# qa: ignore x\n" * 7 + "Kiev.\n", "utf-8")
    told = "lines that are only a `qa: ignore`, neither heeded nor judged: 7 (in line 1, 2, 3, 4, 5…)"
    assert told in run(["check", "a.txt", *PLAIN, "--no-inline"]).out
    assert "neither heeded" not in run(["check", "a.txt", *PLAIN]).out


def test_a_mark_for_another_rule_excuses_nothing(place: Path) -> None:
    (place / "a.md").write_text("Kiev one. <!-- qa: ignore[name-mixed] -->\n")
    result = run(["check", "a.md", *PLAIN])
    assert result.code == 1
    assert "suppressed" not in result.out


def test_a_mark_for_no_rule_is_told_of(place: Path) -> None:
    (place / "a.md").write_text("Kiev one. <!-- qa: ignore[name-varint] -->\n")
    assert (
        "a.md: not judged (suppression): line 1: `qa: ignore` names 'name-varint'"
        in run(["check", "a.md", *PLAIN]).out
    )


def test_suppressed_findings_are_counted_and_their_reason_kept(place: Path) -> None:
    (place / "a.md").write_text(
        "Kiev one. <!-- qa: ignore the dish -->\n\nKiev [sic] two.\n\nSee https://kiev.example/Kiev.\n"
    )
    result = run(["check", "a.md", *PLAIN, "--format", "text", "--format", "sarif=q.sarif"])
    assert result.code == 0
    assert "0 major, 0 minor, 0 neutral; 3 suppressed;" in result.out
    results = json.loads((place / "q.sarif").read_text())["runs"][0]["results"]
    assert [r["suppressions"][0]["justification"] for r in results] == [
        "`qa: ignore` in line 1: the dish", "marked [sic]", "in a web address"
    ]  # fmt: skip


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("size", [1, 2, 7, 1000])
def test_lines_are_counted_however_the_file_comes(end: str, size: int) -> None:
    lines = ["<p>", "<!-- qa: ignore -->", "", "  ", "next", "more <!-- qa: ignore[a] x --> text", "end"]
    text = end.join(lines)
    comments = Comments("html")
    for start in range(0, len(text), size):
        comments.hear(text[start : start + size])
    assert comments.marks(1, 99) == (Mark(2, 5, (), ""), Mark(6, 6, ("a",), "x"))
    assert comments.marks(3, 5) == (Mark(2, 5, (), ""),)
    assert comments.marks(7, 99) == ()


def test_a_mark_at_the_very_end_waits_for_nothing() -> None:
    comments = Comments("html")
    comments.hear("text\n<!-- qa: ignore -->")
    assert comments.marks(1, 1) == ()
    assert comments.marks(2, 2)[0].first == 2


def spans(text: str) -> list[str]:
    return [text[a:b] for (a, b), _ in places(text)]


@pytest.mark.parametrize(
    "text",
    [
        "https://kiev.example/Kiev?x=Odessa#Kiev", "www.Kiev.example", "kiev.ua/Kiev", "Kiev.com", "Europe/Kiev",
        "TZ=Europe/Kiev", "America/Argentina/Buenos_Aires", "Kiev@example.org", "#Kiev", "#Київ", "@Kiev_now", "@kiev",
        "Kiev_city", "kievCity", "CITY=Kiev", "`Kiev`", "img/Kiev.jpg", "Kiev.pdf", "C:\\docs\\Kiev.docx",
        "Kiev.final.pdf", '<a href="/news/Kiev">', '<img src="/Kiev.jpg" alt="" class="Odessa"/>', "[Lviv](/tag/Kiev)",
        "{Kiev}", "{{ Kiev|title }}", "${Kiev}", "%(Kiev)s", "{Kiev, plural, other {#}}", "{% if Kiev %}",
    ],
)  # fmt: skip
@pytest.mark.parametrize("frame", ["{}", "See {}.", "({}, twice)", "“{}”", "Text {} text"])
def test_what_is_written_for_machines(text: str, frame: str) -> None:
    whole = frame.format(text)
    found = list(places(whole))
    start = whole.index(text)
    for at in [start + i for i in range(len(text)) if text.startswith(("Kiev", "Odessa", "Київ"), i)]:
        assert any(span.start <= at and at + 4 <= span.end for span, _ in found), whole


@pytest.mark.parametrize(
    "text",
    [
        "Kiev.", "Kiev's", "Kiev-based", "Kiev/Kyiv", "in Kiev.The talks", "Kiev, Odessa and Lviv.", "km/h in Kiev",
        "Kiev (capital)", "AT&T in Kiev", "the 1 500 in Kiev", "Kiev: #1", "Asia and Kiev", "McDonald in Kiev", "Kiev…",
        "and/or Kiev", "Kiev/Odessa/Lviv", "<b>Kiev</b>", '<img src="a.jpg" alt="Kiev" class="b"/>',
        "1 < 2 in Kiev > 0", "{n, plural, one {Kiev} other {Odessa}}", "the share of Kiev (90%) and Odessa (10%)",
        "[in Kiev](/news)",
    ],
)  # fmt: skip
def test_what_is_written_for_people(text: str) -> None:
    assert not any("Kiev" in found or "Odessa" in found for found in spans(text))


@pytest.mark.parametrize("text", ["a" * 20000, "a." * 10000, "a_" * 10000, "/" * 20000, "@a" * 9000, "x=" * 9000,
                                  "aB" * 9000, "`" * 20001, "www." * 5000, "a/" * 9000, "a-" * 9000, "<a " * 9000,
                                  "<a alt=" * 3000, "{a" * 9000, "{a," * 9000, "%(" * 9000, "](" * 9000])  # fmt: skip
def test_no_text_takes_long(text: str) -> None:
    started = time.process_time()
    list(places(text))
    assert time.process_time() - started < 5  # a bound against quadratic patterns, not a measurement


def document(*texts: str, marks: tuple[Mark, ...] = (), one_line: bool = False) -> Document:
    column, segments = 1, []
    for number, text in enumerate(texts, 1):
        anchor = Anchor(0, 1, column) if one_line else Anchor(0, number, 1)
        column += len(text) + 1
        segments.append(Segment(f"s{number}", text, (anchor,)))
    return Document("a.txt", tuple(segments), target_lang="en", marks=marks)


def finding(doc: Document, number: int, text: str, rule: str = "name-variant") -> Finding:
    segment = doc.segments[number]
    start = segment.text.index(text)
    line, column = segment.position(start)
    return Finding(
        rule, "termbase", Severity.MAJOR, segment.id, "target", start, start + len(text), line, column, text, "x"
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("He wrote “Kiev” [sic].", True),
        ("Kiev (sic!) is calm.", True),
        ("Kiev is calm [sic].", False),
        ("They spelled it “Kiev”.", True),
        ("the spelling 'Kiev' is", True),
        ("Write Kyiv, not “Kiev”.", True),
        ("The yard “Kiev” was closed.", False),
        ("“Kiev is calm,” he wrote.", False),
    ],
)
def test_words_that_are_spoken_of(text: str, left: bool) -> None:
    doc = document(text)
    kept, suppressed = suppress(doc, [finding(doc, 0, "Kiev")])
    assert (bool(suppressed), bool(kept)) == (left, not left)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Kharkiv (Харків) is calm.", True),
        ("Kharkiv (Ukrainian: Харків, Russian: Харьков) is calm.", True),
        ("Kharkiv (Kharkov; in Ukrainian Харків) is calm.", True),
        ("Kharkiv [Харків] is calm.", True),
        ("We live in Харків (Kharkiv) now.", False),
        ("They (the mayor of Харків too) met.", False),
        ("They (Харків and Kyiv) met.", False),
        ("They left (Хarkiv, Харків).", True),
    ],
)
def test_an_original_in_brackets(text: str, left: bool) -> None:
    doc = document(text)
    kept, suppressed = suppress(doc, [finding(doc, 0, "Харків", "name-unlisted")])
    assert (bool(suppressed), bool(kept)) == (left, not left)


@pytest.mark.parametrize("written", ["Kharkov", "Кharkov"])
def test_what_is_no_original_counts_in_brackets(written: str) -> None:
    doc = document(f"The city ({written}) is calm.")
    assert suppress(doc, [finding(doc, 0, written)])[1] == ()


def test_rules_that_are_not_about_names_look_everywhere() -> None:
    doc = document("See https://kіev.example now.")
    kept, _ = suppress(doc, [finding(doc, 0, "kіev", "mixed-script")])
    assert len(kept) == 1


def test_quotations_are_left_alone_by_the_rules_that_ask_for_it() -> None:
    doc = document("“Kiev is calm.", "We love Kiev.", "Odessa too,” said the Kiev mayor.", one_line=True)
    found = [
        finding(doc, 0, "Kiev"),
        finding(doc, 1, "Kiev"),
        finding(doc, 2, "Odessa"),
        finding(doc, 2, "Kiev"),
    ]
    kept, left = suppress(doc, found, quotes=("name-variant",))
    assert kept == (found[3],)
    assert [s.finding for s in left] == found[:3]
    assert suppress(doc, found)[0] == tuple(found)


@pytest.mark.parametrize(
    ("texts", "quoted"),
    [
        (("He said: “Kiev is calm” and left.",), {"s1": ["Kiev is calm"]}),
        (("„Kiew“ und »Kiew«.",), {"s1": ["Kiew", "Kiew"]}),
        (("We are calm,” he said.",), {"s1": ["We are calm,"]}),
        (('A "b" c "d" e.',), {"s1": ["b", "d"]}),
        (("“Open", "and on"), {"s1": ["Open"], "s2": ["and on"]}),
        (("No marks.",), {}),
    ],
)
def test_quoted_stretches(texts: tuple[str, ...], quoted: dict[str, list[str]]) -> None:
    doc = document(*texts, one_line=True)
    by_id = {segment.id: segment.text for segment in doc.segments}
    assert {i: [by_id[i][a:b] for a, b in spans] for i, spans in quotations(doc).items()} == quoted


@settings(max_examples=200)
@given(
    texts=st.lists(st.sampled_from(["Kiev x", "“Kiev", "Kiev” y", "#Kiev", "Kiev [sic]", "https://Kiev"]), min_size=1),
    marks=st.lists(
        st.builds(Mark, st.integers(1, 6), st.integers(1, 6), st.sampled_from([(), ("name-variant",)]), st.text())
    ),
    inline=st.booleans(),
)  # fmt: skip
def test_nothing_is_lost_and_nothing_is_made(texts: list[str], marks: list[Mark], inline: bool) -> None:
    doc = document(*texts, marks=tuple(marks))
    found = [finding(doc, n, "Kiev") for n in range(len(texts))]
    kept, left = suppress(doc, found, inline=inline)
    assert sorted([*kept, *(s.finding for s in left)], key=found.index) == found
    assert all(s.reason for s in left)
    assert inline or not any(s.by in ("mark", "sic") for s in left)


@given(st.text(max_size=200))
def test_any_text_can_be_heard(text: str) -> None:
    comments = Comments("html")
    comments.hear(text)
    comments.marks(1, 10)


def test_marks_of_standard_input() -> None:
    data = io.BytesIO(b"Kiev.\n<!-- qa: ignore[x] y -->\nKiev.\n")
    (doc,) = read_documents("-", input_format="markdown", stdin=data)
    assert doc.marks == (Mark(2, 3, ("x",), "y"),)


_MARKS = st.lists(
    st.builds(lambda first, more: Mark(first, first + more, (), ""), st.integers(1, 30), st.integers(0, 9)),
    max_size=12,
)


@given(_MARKS, st.sets(st.integers(1, 40), max_size=2))
def test_marks_are_found_by_line(marks: list[Mark], lines: set[int]) -> None:
    expected = [mark for mark in marks if any(mark.first <= line <= mark.last for line in lines)]
    assert list(_Marks(marks).at(lines)) == expected


_PIECES = st.sampled_from(
    ["<!-- qa: ignore -->", "<!-- qa: ignore[a] -->", "x", "\n", "\n", "\r\n", "\r", " ", "q"]
)


@given(st.lists(_PIECES, max_size=30), st.lists(st.tuples(st.integers(1, 20), st.integers(0, 5)), max_size=6))
def test_marks_are_found_in_whatever_order_they_are_asked_for(
    pieces: list[str], asked: list[tuple[int, int]]
) -> None:
    whole = Comments("html")
    whole.hear("".join(pieces))
    everything = whole.marks(1, 2**60)
    comments = Comments("html")
    for piece in pieces:
        comments.hear(piece)
        # What is asked for on the way changes nothing of what is found later.
        comments.marks(1, 3)
    for first, more in asked:
        expected = tuple(m for m in everything if m.first <= first + more and m.last >= first)
        assert comments.marks(first, first + more) == expected


MANY = 10_000


@pytest.mark.parametrize(
    ("format", "data", "documents"),
    [
        ("feed", "<rss><channel>" + "<item><title>a</title></item>" * MANY + "</channel></rss>", MANY),
        (
            "feed",
            "<rss><channel>" + "<item><!-- qa: ignore --><title>a</title></item>" * MANY + "</channel></rss>",
            MANY,
        ),
        (
            "feed",
            "<rss><channel>"
            + "<item><!-- qa: ignore --><title>a</title></item>\n" * MANY
            + "</channel></rss>",
            MANY,
        ),
        ("text", "# qa: ignore\n" * MANY + "a", 1),
        ("html", "<!-- qa: ignore -->\n" * MANY + "<p>a</p>", 1),
    ],
    ids=["one line", "one line of marks", "marks by line", "marks alone", "comments alone"],
)
def test_many_marks_and_items_come_to_an_end(format: str, data: str, documents: int) -> None:
    read = read_documents("-", input_format=format, stdin=io.BytesIO(data.encode()))
    held = [len(document.marks) for document in read]
    assert len(held) == documents
    assert max(held) <= MOST


def test_every_finding_of_many_is_held_against_its_marks() -> None:
    texts = [f"Kiev {n}" for n in range(2000)]
    doc = document(*texts, marks=tuple(Mark(n, n, (), "") for n in range(1, MANY)))
    found = [finding(doc, n, "Kiev") for n in range(len(texts))]
    assert len(suppress(doc, found)[1]) == len(texts)
