"""`qa models`: what it prints, and that nothing that goes wrong takes more than a line."""

import errno
import shutil

import pytest

from tests.backtranslate.hub import COMMIT, NAME
from tests.cli.runner import run


def test_pull_prints_the_backend_pinned_and_fetches_once(hub):
    result = run(["models", "pull", NAME])
    assert (result.code, result.out, result.err) == (0, f"transformers:{NAME}@{COMMIT}\n", "")
    asked = len(hub.asked)
    again = run(["models", "pull", f"{NAME}@{COMMIT}"])
    assert (again.code, again.out) == (0, result.out)
    assert len(hub.asked) == asked


def test_what_pull_prints_is_a_backend(hub):
    from qa.backtranslate import open_backend

    name = run(["models", "pull", NAME]).out.strip()
    assert open_backend(name, threads=1).info.pairs == {("en", "de")}


def test_convert_fetches_converts_and_prints_the_backend(hub, own_cache):
    result = run(["models", "convert", NAME])
    assert (result.code, result.out) == (0, f"ctranslate2:{NAME}@{COMMIT}\n")
    assert [line.partition(" ")[2][:10] for line in result.lines] == ["converting", "converted "]
    (made,) = (own_cache / "ctranslate2").iterdir()
    stamp = (made / "model.bin").stat().st_mtime_ns
    again = run(["models", "convert", f"{NAME}@{COMMIT}", "--quiet"])
    assert (again.code, again.out, again.err) == (0, result.out, "")
    assert (made / "model.bin").stat().st_mtime_ns == stamp


def test_what_cannot_be_converted_is_not_fetched(hub, monkeypatch):
    result = run(["models", "convert", NAME, "--compute", "int3"])
    assert (result.code, len(result.lines)) == (2, 1)
    monkeypatch.setattr("qa.backtranslate.convert.missing", lambda: "ctranslate2 not installed")
    result = run(["models", "convert", NAME])
    assert result.lines == [f"qa: {NAME}: converting needs ctranslate2: ctranslate2 not installed"]
    assert hub.asked == []


def test_the_help_names_every_precision():
    from qa.backtranslate.convert import COMPUTE

    shown = " ".join(run(["models", "convert", "--help"]).out.split())
    assert all(precision in shown for precision in COMPUTE)


def test_convert_into_a_folder(models, tmp_path):
    from qa.backtranslate import open_backend

    made = tmp_path / "deep" / "en-de"
    result = run(["models", "convert", str(models("marian")), "--output", str(made), "--compute", "float32"])
    assert (result.code, result.out) == (0, f"ctranslate2:{made}\n")
    backend = open_backend(result.out.strip(), threads=1, compute="float32")
    assert backend.info.pairs == {("en", "de")}


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["pull", f"{NAME}@v9"], f"{NAME}: the hub has no such revision of this model"),
        (["pull", "someone/else"], "someone/else: no such model folder, and the hub has no such model"),
        (["pull", "./nowhere"], "./nowhere: no such model folder, and not an id"),
        (["pull", "{folder}"], "is a folder on this machine already; use it as --backend transformers:"),
        (["convert", "./nowhere"], "./nowhere: no such model folder"),
        (["convert", "{folder}", "--output", "{folder}"], "is there already; name a new folder"),
        (["convert", "{folder}", "--compute", "int3"], "compute: expected one of int8, int8_float16"),
    ],
)
def test_what_goes_wrong_is_one_line(hub, models, arguments, told):
    result = run(["models", *(one.format(folder=models("marian")) for one in arguments), "-q"])
    assert (result.code, result.out) == (2, "")
    assert len(result.lines) == 1
    assert told in result.err


def test_a_hub_that_cannot_be_reached_is_one_line(at):
    at("http://127.0.0.1:9")
    for command in ("pull", "convert"):
        result = run(["models", command, NAME])
        assert (result.code, len(result.lines)) == (2, 1)
        assert "the hub cannot be reached, and the model is not in the cache" in result.err


def test_a_full_disk_leaves_no_half_of_a_model(models, tmp_path, monkeypatch):
    def full(*args):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("qa.backtranslate.convert._keep", full)
    made = tmp_path / "new" / "en-de"
    result = run(["models", "convert", str(models("marian")), "--output", str(made), "-q"])
    assert result.lines == [f"qa: {made}: the converted model cannot be kept: the disk is full"]
    assert list(made.parent.iterdir()) == []


def test_a_corrupt_model_is_one_line(models, tmp_path):
    folder = shutil.copytree(models("marian"), tmp_path / "broken-en-de")
    weights = folder / "model.safetensors"
    weights.write_bytes(weights.read_bytes()[:500])
    result = run(["models", "convert", str(folder), "-q"])
    assert (result.code, len(result.lines)) == (2, 1)
    assert "the model cannot be loaded from" in result.err
