"""The template engine, set up so that nothing from outside can become markup, and the page's shell.

Every value passes through `visible` and is escaped; an undefined name is an error. Style and script are
inlined and named by their SHA-256 in a Content-Security-Policy that allows nothing else.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
import sys
from contextlib import suppress
from functools import lru_cache
from importlib.util import cache_from_source
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qa.reporters.html.locale import Interface, direction
from qa.reporters.visible import visible

if TYPE_CHECKING:
    from jinja2 import BytecodeCache, Environment
    from jinja2.bccache import Bucket

_FOLDER = Path(__file__).parents[1] / "templates"
_SCRIPT_SAFE = {ord(c): f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"}
# Half a surrogate pair cannot be written as UTF-8.
_LONE = re.compile("[\ud800-\udfff]")


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
        t=ui.texts,
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
    return _LONE.sub(lambda half: f"\\u{ord(half[0]):04x}", text.translate(_SCRIPT_SAFE))


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
        bytecode_cache=_compiled(),
    )
    environment.filters["lang"] = _language_tag
    return environment


def _compiled() -> BytecodeCache:
    """Keeps compiled templates where Python keeps compiled modules, and as far as it may keep any.

    Compiling takes longer than writing a page. The folder is as trustworthy as the program itself, which a
    cache of the user's would not be. File names tell by what the template was compiled.
    """
    import jinja2

    class Compiled(jinja2.FileSystemBytecodeCache):
        def load_bytecode(self, bucket: Bucket) -> None:
            with suppress(OSError):
                super().load_bytecode(bucket)

        def dump_bytecode(self, bucket: Bucket) -> None:
            if not sys.dont_write_bytecode:
                with suppress(OSError):
                    Path(self.directory).mkdir(parents=True, exist_ok=True)
                    super().dump_bytecode(bucket)

    made_by = hashlib.sha256(getattr(jinja2, "__version__", "").encode())
    for module in ("html/template.py", "visible.py"):
        with suppress(OSError):  # in a frozen program
            made_by.update((_FOLDER.parent / module).read_bytes())
    folder = Path(cache_from_source(__file__)).parent
    return Compiled(str(folder), f"%s.{made_by.hexdigest()[:12]}.compiled")


def _shown(value: Any) -> Any:
    """What a template prints: ready markup as it is, everything else with hidden characters shown."""
    if type(value) is str:
        return visible(value)
    return value if hasattr(value, "__html__") else visible(str(value))


@lru_cache(1024)
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


@lru_cache
def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
