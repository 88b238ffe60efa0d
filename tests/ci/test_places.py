"""Where people work: the hook, the action's script and the GitLab job run as their users run them."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import tomlkit
import yaml
from junitparser import JUnitXml

from qa.cli.formats import FORMATS
from qa.readers import READERS
from tests.cli.runner import run

ROOT = Path(__file__).parents[2]
HOOKS = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())}
ACTION = yaml.safe_load((ROOT / "action.yml").read_text())
GITLAB = yaml.safe_load((ROOT / "ci/gitlab.yml").read_text())
SUFFIXES = {suffix for reader in READERS.values() for suffix in reader.suffixes}
SETTINGS = 'default-glossary = false\nglossary = ["names.csv"]\ntarget-lang = "en"\n'


@pytest.fixture
def articles(place: Path) -> Path:
    """A folder with settings, a bad article and a good one."""
    (place / "qa.toml").write_text(SETTINGS)
    (place / "articles").mkdir()
    (place / "articles/bad one.txt").write_text("Shelling of Kiev went on.\n")
    (place / "articles/good.md").write_text("Calm in Kyiv.\n")
    return place


def execute(command: list[str], **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command with the `qa` of this Python on the path, and nothing of GitHub in the environment."""
    clean = {key: value for key, value in os.environ.items() if not key.startswith(("GITHUB_", "QA_"))}
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    cache = {"QA_CACHE_DIR": os.environ["QA_CACHE_DIR"]}
    return subprocess.run(
        command, capture_output=True, text=True, env=clean | cache | {"PATH": path} | environment, encoding="utf-8"
    )  # fmt: skip


def hook(name: str, *files: str) -> subprocess.CompletedProcess[str]:
    """What pre-commit does: the entry, split as a shell does, with the names of the files that fit."""
    chosen = [file for file in files if re.search(HOOKS[name]["files"], file)]
    return execute([*shlex.split(HOOKS[name]["entry"]), *chosen])


def test_the_hook_fails_on_a_finding_and_passes_without(articles: Path) -> None:
    done = hook("qa", "articles/bad one.txt", "articles/good.md", "logo.png", "names.csv")
    assert done.returncode == 1
    assert "articles/bad one.txt:1:13 major name-variant" in done.stdout
    assert hook("qa", "articles/good.md").returncode == 0
    assert not (articles / "reports").exists()


def test_the_hook_that_corrects(articles: Path) -> None:
    assert hook("qa-fix", "articles/bad one.txt", "articles/good.md").returncode == 0
    assert (articles / "articles/bad one.txt").read_text() == "Shelling of Kyiv went on.\n"
    assert hook("qa", "articles/bad one.txt").returncode == 0


def test_the_hook_for_glossaries(articles: Path) -> None:
    (articles / "glossaries").mkdir()
    (articles / "glossaries/names.csv").write_bytes((articles / "names.csv").read_bytes())
    done = hook("qa-glossary", "glossaries/names.csv", "articles/good.md")
    assert "Traceback" not in done.stderr
    assert done.returncode in (0, 1)
    (articles / "glossaries/names.csv").write_text("entry\n")
    assert hook("qa-glossary", "glossaries/names.csv").returncode != 0


def test_hooks_take_what_is_read_and_is_nothing_else() -> None:
    ambiguous = {".csv", ".tsv", ".tab", ".json"}
    for name in ("qa", "qa-fix"):
        taken = {suffix for suffix in SUFFIXES if re.search(HOOKS[name]["files"], f"a{suffix}")}
        assert taken == SUFFIXES - ambiguous


def test_hooks_are_complete() -> None:
    for one in HOOKS.values():
        assert {"id", "name", "description", "entry", "language", "files"} <= set(one)
        assert one["language"] == "python"
        re.compile(one["files"])


def action(**inputs: str) -> subprocess.CompletedProcess[str]:
    """The script as the step of the action runs it, with the defaults of action.yml where nothing is given."""
    step = next(step for step in ACTION["runs"]["steps"] if step.get("id") == "check")
    names = {
        variable: found[1]
        for variable, value in step["env"].items()
        if (found := re.fullmatch(r"\$\{\{ inputs\.([\w-]+) \}\}", value))
    }
    values = {
        variable: inputs.pop(name, ACTION["inputs"][name]["default"]) for variable, name in names.items()
    }
    return execute(["bash", "-e", "-c", step["run"]], QA_SOURCE=str(ROOT), **values, **inputs)


def test_the_script_of_the_action(articles: Path) -> None:
    outputs = {"GITHUB_STEP_SUMMARY": "summary.md", "GITHUB_OUTPUT": "output"}
    done = action(paths="articles", sarif="qa.sarif", **outputs)
    assert done.returncode == 1, done.stderr
    assert "::error file=articles/bad one.txt,line=1,col=13" in done.stdout
    assert (articles / "summary.md").read_text().startswith("### qa: failed")
    assert (articles / "output").read_text() == "exit-code=1\nsarif=qa.sarif\n"
    assert '"version": "2.1.0"' in (articles / "qa.sarif").read_text()


def test_paths_and_arguments_are_lines_and_never_code(articles: Path) -> None:
    done = action(
        paths="articles/bad one.txt\r\n\n  \narticles/good.md\n",
        args="--fail-on\ncritical\n--no-back-translate",
    )
    assert done.returncode == 0, done.stderr
    assert "2 documents" in done.stdout
    done = action(paths="$(touch owned)\n`touch owned`\n; touch owned\n--output=owned")
    assert done.returncode == 2
    assert not (articles / "owned").exists()


def test_a_check_that_cannot_run_says_so(articles: Path) -> None:
    done = action(paths="none.txt", GITHUB_OUTPUT="output")
    assert done.returncode == 2
    assert "none.txt: there is no such file or folder" in done.stderr
    assert (articles / "output").read_text() == "exit-code=2\n"


def test_only_the_lines_that_a_pull_request_changes(
    articles: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    def git(*arguments: str) -> None:
        identity = ("-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false")
        subprocess.run(["git", *identity, *arguments], check=True, capture_output=True)

    origin = tmp_path_factory.mktemp("origin")
    git("init", "-q", "--bare", "-b", "main", str(origin))
    git("init", "-q", "-b", "main")
    git("add", ".")
    git("commit", "-q", "-m", "one")
    git("remote", "add", "origin", str(origin))
    git("push", "-q", "origin", "main")
    git("checkout", "-q", "-b", "work")
    (articles / "articles/good.md").write_text("Calm in Kyiv.\n\nCalm in Kiev.\n")
    git("commit", "-q", "-am", "two")
    done = action(paths="articles", **{"changed-only": "true"}, GITHUB_BASE_REF="main")
    assert done.returncode == 1, done.stderr
    assert re.findall(r"file=([^,]+),line=(\d+)", done.stdout) == [("articles/good.md", "3")]


def test_a_checkout_with_its_history_keeps_it(
    articles: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    def git(*arguments: str) -> str:
        identity = ("-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false")
        done = subprocess.run(["git", *identity, *arguments], check=True, capture_output=True, text=True)
        return done.stdout.strip()

    origin = tmp_path_factory.mktemp("origin")
    git("init", "-q", "--bare", "-b", "main", str(origin))
    git("init", "-q", "-b", "main")
    git("add", ".")
    git("commit", "-q", "-m", "one")
    git("remote", "add", "origin", str(origin))
    git("checkout", "-q", "-b", "work")
    (articles / "articles/good.md").write_text("Calm in Kyiv.\n\nCalm in Kiev.\n")
    git("commit", "-q", "-am", "two")
    git("checkout", "-q", "main")
    # The base goes on meanwhile; what it changed is nothing of the branch.
    (articles / "articles/bad one.txt").write_text("Shelling of Kiev went on and on.\n")
    git("commit", "-q", "-am", "three")
    git("push", "-q", "origin", "main")
    git("checkout", "-q", "work")
    done = action(paths="articles", **{"changed-only": "true"}, GITHUB_BASE_REF="main")
    assert re.findall(r"file=([^,]+),line=(\d+)", done.stdout) == [("articles/good.md", "3")]
    assert git("rev-parse", "--is-shallow-repository") == "false"


@pytest.mark.parametrize(
    ("extras", "what"), [("", ""), ("formats", "[formats]"), ("embedded,formats", "[embedded,formats]")]
)
def test_the_action_installs_extras_or_none(tmp_path: Path, extras: str, what: str) -> None:
    step = next(step for step in ACTION["runs"]["steps"] if "pip install" in step.get("run", ""))
    fake = tmp_path / "python"
    fake.write_text('#!/bin/sh\nfor word; do echo "$word"; done\n')
    fake.chmod(0o755)
    path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-e", "-c", step["run"]],
        env=os.environ | {"PATH": path, "QA_SOURCE": "/a b", "QA_EXTRAS": extras},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.splitlines()[-1] == f"/a b{what}"


def test_the_action_names_what_it_uses() -> None:
    uses = re.findall(r"inputs\.([\w-]+)", (ROOT / "action.yml").read_text())
    assert set(uses) == set(ACTION["inputs"])
    assert (ROOT / "ci/action.sh").stat().st_mode & 0o111


def test_the_job_for_gitlab(articles: Path) -> None:
    job = GITLAB["qa"]
    (articles / "articles/bad one.txt").rename(articles / "articles/bad.txt")
    variables = job["variables"] | {"QA_PATHS": "articles/bad.txt articles/good.md"}
    done = execute(["bash", "-e", "-c", "\n".join(job["script"])], **variables)
    assert done.returncode == 1, done.stderr
    assert "articles/bad.txt:1:13 major" in done.stdout
    assert [suite.failures for suite in JUnitXml.fromfile(job["artifacts"]["reports"]["junit"])] == [1, 0]
    assert all((articles / path).exists() for path in job["artifacts"]["paths"])


def test_the_container_file_copies_what_is_there() -> None:
    lines = (ROOT / "Containerfile").read_text().splitlines()
    copied = [line.split()[1:-1] for line in lines if line.startswith("COPY ") and "--from" not in line]
    for name in (name for names in copied for name in names):
        assert (ROOT / name).exists(), name
    extras = re.search(r"'\.\[([\w,]+)\]'", "\n".join(lines))
    known = tomlkit.loads((ROOT / "pyproject.toml").read_text())["project"]["optional-dependencies"]
    assert extras
    assert set(extras[1].split(",")) <= set(known)


def test_settings_that_init_writes_work(place: Path) -> None:
    result = run(
        ["init", "--source-lang", "AR", "--target-lang", "en", "--glossary", "house/names.csv", "--schema"]
    )
    assert (result.code, result.lines) == (
        0, ["qa: qa.schema.json: written", "qa: house/names.csv: written", "qa: qa.toml: written"]
    )  # fmt: skip
    text = (place / "qa.toml").read_text()
    assert tomlkit.loads(text)["source-lang"] == "ar"
    (place / "a.txt").write_text("Shelling of Kiev went on.\n")
    checked = run(["check", "a.txt", "--no-back-translate", "--report", "none"])
    assert (checked.code, checked.err) == (1, "")
    # What stands there as a comment works as well.
    open_text = re.sub(r"^# (?=[\w\[-]+( = |\]))", "", text, flags=re.M)
    (place / "qa.toml").write_text(open_text)
    run(["baseline", "create", "a.txt", "--no-back-translate"])
    checked = run(["check", "a.txt", "--no-back-translate", "--report", "none"])
    assert (checked.code, checked.err) == (0, "")


def test_init_writes_nothing_over(place: Path) -> None:
    (place / "qa.toml").write_text("mine")
    assert run(["init"]).lines == ["qa: qa.toml: is there already; edit it, or remove it first"]
    (place / "qa.toml").unlink()
    before = (place / "names.csv").read_bytes()
    assert run(["init"]).lines[0] == "qa: names.csv: is there already and stays as it is"
    assert (place / "names.csv").read_bytes() == before


def test_the_schema_comes_beside_settings_that_are_there(place: Path) -> None:
    (place / "qa.toml").write_text("quiet = true\n")
    told = "qa: qa.toml: stays as it is; `#:schema ./qa.schema.json` in its first line tells editors of the schema"
    assert run(["init", "--schema"]) == (0, "", f"qa: qa.schema.json: written\n{told}\n")
    assert (place / "qa.toml").read_text() == "quiet = true\n"
    assert json.loads((place / "qa.schema.json").read_text("utf-8"))["title"] == "qa settings"
    (place / "qa.schema.json").write_text("mine")
    assert run(["init", "--schema"]).lines[0] == "qa: qa.schema.json: is there already and stays as it is"
    assert (place / "qa.schema.json").read_text() == "mine"


@pytest.mark.parametrize("arguments", [["--glossary", 'a"b.csv'], ["--target-lang", "no such"], ["none/x\0"]])
def test_init_with_what_cannot_be_meant(place: Path, arguments: list[str]) -> None:
    result = run(["init", *arguments])
    assert (result.code, len(result.lines)) == (2, 1)
    assert not (place / "qa.toml").exists()


def test_the_page_on_ci_tells_every_format() -> None:
    page = (ROOT / "docs/ci.md").read_text("utf-8")
    assert all(f"| `{name}` |" in page for name in FORMATS)
