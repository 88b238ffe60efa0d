"""Strings that try to become script, markup, style, an address, a template or a terminal command."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

from qa.model import (
    Anchor,
    Band,
    CheckedDocument,
    Document,
    Entry,
    Finding,
    Form,
    GlossarySource,
    Report,
    RoundTrip,
    RuleInfo,
    Score,
    Segment,
    Severity,
    Skipped,
    Status,
    Suppressed,
)

_RUN = "window.pwned=1"

_WAYS_OUT = (
    "{}",
    '">{}',
    "'>{}",
    "--></title></style></textarea></script>{}",
    '"}}]}}</script>{}',
    "\\u003c/script\\u003e{}",
    "<![CDATA[{}]]>",
    "&lt;{}&#62;",
    "\u2028{}\u2029",
    "\x00{}\x00",
)

_SCRIPTS = (
    f"<script>{_RUN}</script>",
    f"<ScRiPt>{_RUN}</sCrIpT>",
    f"<img src=x onerror={_RUN}>",
    f"<svg/onload={_RUN}>",
    f"<svg><script>{_RUN}</script></svg>",
    f"<math><mtext><table><mglyph><style><img src=x onerror={_RUN}>",
    f"<iframe srcdoc='<script>parent.{_RUN}</script>'>",
    f"<details open ontoggle={_RUN}>",
    f"<body onload={_RUN}>",
    f"<input autofocus onfocus={_RUN}>",
    "<script src=data:text/javascript,window.pwned=1></script>",
    "<object data='javascript:window.pwned=1'>",
    "<base href='https://evil.example/'>",
    "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
    "<link rel=stylesheet href=https://evil.example/a.css>",
    "<style>@import 'https://evil.example/a.css';*{display:none}</style>",
    "<form action=https://evil.example><button autofocus>",
    "<template><script>window.pwned=1</script></template>",
)

_ATTRIBUTES = tuple(
    f"{quote} {attribute} x={quote}"
    for quote, attribute in product(
        ('"', "'", "`", ""),
        (
            f"onmouseover={_RUN}",
            f"onfocus={_RUN} autofocus tabindex=1",
            f"style=animation-name:x onanimationstart={_RUN}",
            "style=background:url(https://evil.example/p)",
            "srcdoc=<script>parent.window.pwned=1</script>",
            "href=javascript:window.pwned=1",
        ),
    )
)

_ADDRESSES = (
    "javascript:window.pwned=1",
    "JaVaScRiPt:window.pwned=1//",
    "java\tscript:window.pwned=1",
    "java\nscript:window.pwned=1",
    "\x01javascript:window.pwned=1",
    "data:text/html,<script>window.pwned=1</script>",
    "vbscript:window.pwned=1",
    "//evil.example/p.js",
    "https://evil.example/\"onload='window.pwned=1'",
    "https://[::1/",
    "file:///etc/passwd",
    "blob:https://evil.example/1",
    "../../../../etc/passwd",
)

_STYLES = (
    "</style><script>window.pwned=1</script>",
    "expression(window.pwned=1)",
    "*{background:url(javascript:window.pwned=1)}",
    "@import url(https://evil.example/a.css);",
    "x:x;}body{display:none}",
    "url('https://evil.example/p')",
    "\\3c script\\3e",
)

_CHARACTERS = (
    "\x00\x01\x07\x08\x0b\x0c\r\x1b\x7f\x80\x85\x9b\u061c\u200b\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d"
    "\u202e\u2060\u2066\u2067\u2068\u2069\ufeff\ufff9\ufffe\U000e0041\ud800\udfff"
)

_HIDDEN = (
    *(f"left{character}right" for character in _CHARACTERS),
    "\x1b[2J\x1b]0;owned\x07",
    "\x9b31mred",
    "\u202eelif.exe\u202c",
    "user\u2066 // admin\u2069",
    "a" + "\u0300" * 400,
    "\U0001f468\u200d\U0001f469\u200d\U0001f467",
    "ﷺ" * 40,
)

_TEMPLATES = (
    "{{ 7*7 }}",
    "{{ ''.__class__.__mro__ }}",
    "{{ cycler.__init__.__globals__ }}",
    "{{ ui.texts }}",
    "{{ undefined_name }}",
    "{% for x in y %}",
    "{% include '/etc/passwd' %}",
    "{# comment",
    "{{",
    "}}",
    "%}",
    "{% raw %}",
    "{n} {total} {0} {title.__class__}",
    "%s %n %(x)s",
    "${window.pwned=1}",
    "`${window.pwned=1}`",
    "#{window.pwned=1}",
    "<%= window.pwned=1 %>",
    "$& $1 $` $'",
)

_ODD = (
    "__proto__",
    "constructor",
    "toString",
    "null",
    "undefined",
    "NaN",
    "",
    " ",
    "\n",
    "\t",
    "\\",
    '"',
    "'",
    "<",
    ">",
    "&",
    "&amp;",
    "&#x202e;",
    "]]>",
    "<!--",
    "-->",
    "</script>",
    "</script ",
    "<!--<script>",
    "</template>",
    "</p></main></body></html>",
    "x" * 5000,
    "<" * 500,
    "🇺🇦 Київ كييف קייב 基辅",
)

STRINGS = (
    *(way.format(script) for way, script in product(_WAYS_OUT, _SCRIPTS)),
    *_ATTRIBUTES,
    *_ADDRESSES,
    *_STYLES,
    *_HIDDEN,
    *_TEMPLATES,
    *_ODD,
)


def hostile_report(*texts: str) -> Report:
    """A report with strings in every field that can hold one.

    Each string has a sentence of its own with scores, round trips and four findings; the fields of the
    document and of the report hold all strings, one a line.
    """
    all_of_them = "\n".join(texts)
    score = Score(12.5, Band.POOR, all_of_them)
    document = Document(
        path=all_of_them,
        segments=tuple(_segment(text) for text in texts),
        source_lang=all_of_them,
        target_lang=all_of_them,
        name=all_of_them,
        title=all_of_them,
        url=all_of_them,
        skipped=tuple(Skipped(id_, text, text) for text in texts for id_ in (text, None)),
        fluency=score,
        agreement=score,
        outlet=all_of_them,
    )
    findings = tuple(finding for text in texts for finding in _findings(text))
    return Report(
        tool=all_of_them,
        version=all_of_them,
        glossaries=(GlossarySource(all_of_them, all_of_them, 1),),
        documents=(CheckedDocument(document, findings, tuple(_suppressed(f) for f in findings[::4])),),
        rules=tuple(RuleInfo(text, text, Severity.MAJOR, text, text, (text,), (text,)) for text in texts),
        fail_on=None,
        notes=texts,
        entries=tuple(_entry(text, all_of_them) for text in texts),
    )


def _entry(text: str, lang: str) -> Entry:
    """An entry with a name in other letters, and one that is allowed beside it."""
    return Entry(
        text,
        text,
        (
            Form(f"я{text}", lang, Status.PREFERRED, note=text),
            Form(f"ю{text}", lang, Status.ADMITTED, note=f"~{text}"),
        ),
    )


def _suppressed(finding: Finding) -> Suppressed:
    return Suppressed(replace(finding, fingerprint=f"{finding.fingerprint} known"), "mark", finding.text)


def _segment(text: str) -> Segment:
    score = Score(12.5, Band.POOR, text, ((text, 1.0),), (text,))
    trips = (
        RoundTrip("pivot", text, text, text, text, text, ((text, -1.0),), ((text, -9.0), (text, -0.1))),
        RoundTrip("source", text, text, text, text),
    )
    return Segment(text, text, (Anchor(0, 1, 1),), text, "body", trips, score, score)


def _findings(text: str) -> tuple[Finding, ...]:
    """On the whole sentence, on its beginning, on the source, and on a place without width."""
    finding = Finding(
        rule=text, category=text, severity=Severity.MAJOR, segment=text, side="target", start=0,
        end=len(text), line=1, column=1, text=text, explanation=text, entry=text, suggestion=text,
        route=text, evidence=(f"~{text}",), fingerprint=text,
    )  # fmt: skip
    return (
        finding,
        replace(finding, rule="name-variant", end=min(3, len(text)), text=text[:3]),
        replace(finding, side="source", suggestion=None),
        replace(finding, start=len(text), text=""),
    )
