"""The template engine, set up so that nothing from outside can become markup, and the page's shell.

Every value passes through `visible` and is escaped; an undefined name is an error. Style and script are
inlined and named by their SHA-256 in a Content-Security-Policy that allows nothing else.
"""

from __future__ import annotations

import base64
import hashlib
import json
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qa.reporters.html.locale import Interface, direction
from qa.reporters.visible import visible

if TYPE_CHECKING:
    from jinja2 import Environment

_FOLDER = Path(__file__).parents[1] / "templates"
_SCRIPT_SAFE = {ord(c): f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"}


def render(template: str, scripts: tuple[str, ...], data: object, ui: Interface, **values: object) -> str:
    """Renders a template of the folder with style, scripts and the data for the scripts inlined."""
    style, script = _asset("report.css"), _bundle(scripts)
    policy = (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    )
    page = _environment().get_template(template)
    return page.render(
        ui=ui,
        policy=policy,
        style=style,
        script=script,
        data=script_data(data),
        direction=direction,
        **values,
    )


def script_data(data: object) -> str:
    """JSON that can stand inside a script element: no character in it can end the element."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    text = text.translate(_SCRIPT_SAFE)
    return text if text.isascii() else "".join(f"\\u{ord(c):04x}" if _lone(c) else c for c in text)


def _lone(char: str) -> bool:
    """Whether it is half a surrogate pair, which cannot be written as UTF-8."""
    return "\ud800" <= char <= "\udfff"


@lru_cache
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        keep_trailing_newline=True,
    )
    environment.filters["lang"] = _language_tag
    return environment


def _shown(value: Any) -> Any:
    """What a template prints: ready markup as it is, everything else with hidden characters shown."""
    return value if hasattr(value, "__html__") else visible(str(value))


def _language_tag(tag: str | None) -> str:
    """A tag fit for a `lang` attribute; empty, which means unknown, for one that is not."""
    sound = (
        tag and len(tag) <= 35 and all(p.isalnum() and p.isascii() and len(p) <= 8 for p in tag.split("-"))
    )
    return tag if tag and sound and len(tag.partition("-")[0]) in (2, 3) else ""


@lru_cache
def _asset(name: str) -> str:
    return (_FOLDER / name).read_text("utf-8")


@lru_cache
def _bundle(names: tuple[str, ...]) -> str:
    """The script files in their order, closed off from the page's globals."""
    return '(() => {\n"use strict";\n' + "\n".join(_asset(name) for name in names) + "})();\n"


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
