import errno

import pytest

from qa.backtranslate import open_backend
from qa.backtranslate.models import find, pull
from qa.errors import BackendError
from tests.backtranslate.hub import COMMIT, NAME
from tests.backtranslate.sentences import ENGLISH


def test_a_model_is_fetched_pinned_and_without_code(hub, own_cache):
    seen = []
    model = pull(NAME, "v1.0", lambda done, total: seen.append((done, total)))
    assert (model.name, model.version) == (NAME, COMMIT)
    assert own_cache in model.folder.parents
    fetched = {path.name for path in model.folder.iterdir()}
    assert {"config.json", "model.safetensors", "source.spm", "vocab.json"} <= fetched
    assert not {"evil.py", "pytorch_model.bin", "README.md"} & fetched
    assert seen[-1][0] == seen[-1][1] > 100_000
    assert all(0 <= done <= total for done, total in seen)


def test_pickled_weights_only_where_there_are_no_others(hub):
    (hub.folder / "model.safetensors").unlink()
    assert (pull(NAME).folder / "pytorch_model.bin").is_file()


def test_a_pinned_model_is_not_asked_for_again(hub):
    first = find(f"{NAME}@{COMMIT}")
    asked = len(hub.asked)
    assert find(f"{NAME}@{COMMIT}") == first
    assert len(hub.asked) == asked


def test_a_fetched_model_runs_and_runs_again_without_the_hub(hub, at):
    assert pull(NAME).version == COMMIT
    backend = open_backend(f"transformers:{NAME}@{COMMIT}", threads=1)
    assert backend.info.pairs == {("en", "de")}
    assert f"{NAME}@{COMMIT}" in backend.info.signature
    text = backend.translate(ENGLISH[:1], "en", "de")
    at("http://127.0.0.1:9")
    for spec in (f"{NAME}@{COMMIT}", f"{NAME}"):
        again = open_backend(f"transformers:{spec}", threads=1)
        assert again.info.signature == backend.info.signature
        assert again.translate(ENGLISH[:1], "en", "de") == text


def test_a_hub_that_cannot_be_reached_is_one_line(at):
    at("http://127.0.0.1:9")
    with pytest.raises(BackendError) as caught:
        pull(NAME)
    reason = "the hub cannot be reached, and the model is not in the cache; try again, or give a local folder"
    assert str(caught.value) == f"{NAME}: {reason}"


@pytest.mark.parametrize(
    ("spec", "reason"),
    [
        (f"{NAME}@v9", "the hub has no such revision of this model"),
        ("someone/else", "no such model folder, and the hub has no such model"),
        ("./nowhere", "no such model folder"),
        ("~/nowhere/at/all", "no such model folder"),
        ("a b/c", "no such model folder"),
        ("../../etc/passwd", "no such model folder"),
        ("a/b/c", "no such model folder"),
        ("a/..", "the model cannot be fetched|no such model"),
    ],
)
def test_a_model_that_is_nowhere_is_one_line(hub, spec, reason):
    with pytest.raises(BackendError, match=reason) as caught:
        find(spec)
    assert "\n" not in str(caught.value)
    assert str(caught.value).startswith(spec.partition("@")[0])


def test_a_snapshot_without_configuration_is_no_model(hub):
    (hub.folder / "config.json").unlink()
    with pytest.raises(BackendError, match=r"not a translation model, there is no config\.json in it"):
        pull(NAME)


def test_a_full_disk_is_one_line(hub, own_cache):
    own_cache.write_text("a file in the way of the cache")
    with pytest.raises(BackendError, match="the model cannot be fetched: ") as caught:
        pull(NAME)
    assert "\n" not in str(caught.value)


def test_a_disk_that_fills_up_while_fetching_is_one_line(hub, own_cache, monkeypatch):
    import huggingface_hub

    def full(*args, **options):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(huggingface_hub, "snapshot_download", full)
    with pytest.raises(BackendError) as caught:
        pull(NAME)
    place = own_cache / "models"
    assert str(caught.value) == f"{NAME}: the disk is full: there is no room for the model in {place}"


def test_nothing_is_printed_while_fetching(hub, capfd):
    pull(NAME)
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("text", ["{", "[" * 100_000])
def test_a_model_whose_settings_are_broken(tmp_path, text):
    (tmp_path / "config.json").write_text(text)
    with pytest.raises(BackendError, match="the model's folder is broken: "):
        find(str(tmp_path)).read_json("config.json")
