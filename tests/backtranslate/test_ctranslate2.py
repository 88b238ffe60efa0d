import errno
import os
import shutil

import pytest

from qa.backtranslate import open_backend, round_trips
from qa.backtranslate.convert import convert
from qa.backtranslate.models import find
from qa.errors import BackendError
from tests.backtranslate.fakes import document
from tests.backtranslate.sentences import ENGLISH, PORTUGUESE
from tests.backtranslate.test_transformers import FAMILIES


@pytest.mark.parametrize(("family", "source", "target"), FAMILIES)
def test_it_agrees_with_transformers(models, family, source, target):
    """In full precision: 8 bits are for speed, and make the numbers of an untrained model jump."""
    slow = open_backend(f"transformers:{models(family)}", threads=1)
    fast = open_backend(f"ctranslate2:{models(family)}", threads=1, compute="float32")
    assert fast.info.pairs == slow.info.pairs
    expected = slow.log_probability(ENGLISH[:4], PORTUGUESE[:4], source, target)
    for ours, theirs in zip(
        fast.log_probability(ENGLISH[:4], PORTUGUESE[:4], source, target), expected, strict=True
    ):
        assert [token for token, _ in ours] == [token for token, _ in theirs]
        assert [score for _, score in ours] == pytest.approx([score for _, score in theirs], abs=1e-4)
    ours = fast.translate(ENGLISH[:4], source, target)
    for a, b in zip(ours, slow.translate(ENGLISH[:4], source, target), strict=True):
        assert a == b


@pytest.mark.parametrize(("family", "source", "target"), FAMILIES)
def test_every_family_runs_in_8_bits(models, family, source, target):
    backend = open_backend(f"ctranslate2:{models(family)}", threads=1)
    assert "int8" in backend.info.signature
    assert len(backend.translate(ENGLISH[:2], source, target)) == 2
    assert all(backend.log_probability(ENGLISH[:2], PORTUGUESE[:2], source, target))


def test_batches_threads_and_order_change_nothing(models):
    one = open_backend(f"ctranslate2:{models('marian')}", threads=1, batch=1)
    many = open_backend(f"ctranslate2:{models('marian')}", threads=3, batch=5)
    assert many.translate(ENGLISH[::-1], "en", "de") == one.translate(ENGLISH, "en", "de")[::-1]
    assert one.translate([], "en", "de") == []
    assert one.log_probability([], [], "en", "de") == []


def test_a_text_beyond_the_model_comes_back_empty(models):
    backend = open_backend(f"ctranslate2:{models('marian')}", threads=1)
    long = " ".join(ENGLISH * 3)
    assert [bool(text) for text in backend.translate([long, ENGLISH[0]], "en", "de")] == [False, True]
    scores = backend.log_probability([long, "Yes."], ["Ja.", "Ja."], "en", "de")
    assert [bool(tokens) for tokens in scores] == [False, True]


def test_a_model_is_converted_once(models, own_cache):
    model = find(str(models("marian")))
    folder = convert(model)
    assert own_cache in folder.parents
    stamp = (folder / "model.bin").stat().st_mtime_ns
    assert convert(model) == folder
    assert (folder / "model.bin").stat().st_mtime_ns == stamp
    assert [path.name for path in folder.parent.iterdir()] == [folder.name]


def test_a_converted_folder_is_used_as_it_is(models, tmp_path):
    made = convert(find(str(models("marian"))))
    own = shutil.copytree(made, tmp_path / "mine")
    kept = own / "tokenizer"
    backend = open_backend(f"ctranslate2:{own}", threads=1)
    assert backend.info.pairs == {("en", "de")}
    # As CTranslate2's own converter leaves it: the tokenizer's files beside the weights.
    for file in kept.iterdir():
        if not (own / file.name).exists():
            file.rename(own / file.name)
    shutil.rmtree(kept)
    other = open_backend(f"ctranslate2:{own}", threads=1)
    assert other.info.pairs == {("en", "de")}
    assert other.translate(ENGLISH[:2], "en", "de") == backend.translate(ENGLISH[:2], "en", "de")


def test_two_models_make_a_round_trip(models, tmp_path):
    from tests.backtranslate import tiny

    back = tiny.marian(tmp_path / "back", ("de", "en"), seed=1)
    (doc,) = round_trips(
        [document(ENGLISH[0])], open_backend(f"ctranslate2:{models('marian')},{back}", threads=1)
    )
    assert doc.segments[0].trips[0].pivot_lang == "de"


def test_a_broken_conversion_is_one_line(models, tmp_path):
    folder = convert(find(str(models("marian"))))
    weights = folder / "model.bin"
    weights.write_bytes(weights.read_bytes()[:500])
    with pytest.raises(BackendError, match="the model cannot be loaded from") as caught:
        open_backend(f"ctranslate2:{models('marian')}", threads=1)
    assert "\n" not in str(caught.value)


def test_incomplete_weights_are_not_converted(models, tmp_path, own_cache):
    from tests.backtranslate.test_transformers import lose_a_layer

    folder = shutil.copytree(models("marian"), tmp_path / "broken-en-de")
    lose_a_layer(folder / "model.safetensors")
    with pytest.raises(BackendError, match="of its weights are missing or of another shape"):
        open_backend(f"ctranslate2:{folder}", threads=1)
    assert list((own_cache / "ctranslate2").iterdir()) == []


def test_a_cache_that_cannot_be_written_is_one_line(models, own_cache):
    own_cache.write_text("a file in the way")
    with pytest.raises(BackendError, match="the converted model cannot be kept"):
        open_backend(f"ctranslate2:{models('marian')}", threads=1)


def test_the_faster_process_wins(models, own_cache, monkeypatch):
    """Another process finishes between our look and our rename."""
    model, rename = find(str(models("marian"))), os.rename

    def late(source, target):
        shutil.copytree(source, target)
        rename(source, target)

    monkeypatch.setattr("qa.backtranslate.convert.os.rename", late)
    assert (convert(model) / "model.bin").is_file()


def test_converting_needs_torch(models, monkeypatch):
    monkeypatch.setattr("qa.backtranslate.convert.find_spec", lambda name: None if name == "torch" else name)
    with pytest.raises(BackendError, match="converting needs torch, once: pip install"):
        convert(find(str(models("marian"))))


def test_an_error_of_the_engine_is_one_line(models, monkeypatch):
    from dataclasses import replace
    from types import SimpleNamespace

    def fails(*args, **options):
        raise RuntimeError("CUDA failed with error out of memory\nmore")

    backend = open_backend(f"ctranslate2:{models('marian')}", threads=1)
    broken = replace(backend, engine=SimpleNamespace(translate_batch=fails))
    with pytest.raises(BackendError) as caught:
        broken.translate(["x"], "en", "de")
    assert str(caught.value) == "the ctranslate2 backend: CUDA failed with error out of memory"


def test_nothing_is_printed(models, capfd):
    open_backend(f"ctranslate2:{models('nllb')}", threads=1).translate(ENGLISH[:2], "en", "pt")
    assert capfd.readouterr() == ("", "")


def test_a_full_disk_is_one_line(models, monkeypatch):
    def full(*args):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("qa.backtranslate.convert._keep", full)
    with pytest.raises(BackendError, match="the converted model cannot be kept: the disk is full"):
        convert(find(str(models("marian"))))


def test_a_full_disk_in_the_middle_of_converting_is_one_line(models, monkeypatch):
    import ctranslate2.converters

    def full(*args, **options):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(ctranslate2.converters.TransformersConverter, "convert", full)
    with pytest.raises(BackendError, match="the converted model cannot be kept: the disk is full"):
        convert(find(str(models("marian"))))


def test_without_the_package_converting_says_what_to_install(models, monkeypatch):
    monkeypatch.setattr("qa.backtranslate.convert.find_spec", lambda name: None)
    with pytest.raises(BackendError, match=r"converting needs ctranslate2: .* not installed: pip install"):
        convert(find(str(models("marian"))))
