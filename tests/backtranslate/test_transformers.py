import json
import shutil

import pytest
import torch

from qa.backtranslate import open_backend, round_trips
from qa.errors import BackendError
from tests.backtranslate.fakes import document
from tests.backtranslate.sentences import ENGLISH, PORTUGUESE

FAMILIES = [
    ("marian", "en", "de"),
    ("m2m100", "en", "pt"),
    ("nllb", "pt", "en"),
    ("madlad", "en", "he"),
    ("t5", "en", "de"),
]


def load(folder, **options):
    return open_backend(f"transformers:{folder}", threads=1, **options)


@pytest.mark.parametrize(("family", "source", "target"), FAMILIES)
def test_every_family_translates_and_scores(models, family, source, target):
    backend = load(models(family))
    assert (source, target) in backend.info.pairs
    texts = backend.translate(ENGLISH[:3], source, target)
    assert len(texts) == 3
    assert not any(mark in text for text in texts for mark in ("</s>", "<pad>", "__", "_Latn"))
    scores = backend.log_probability(ENGLISH[:3], PORTUGUESE[:3], source, target)
    assert [tokens[-1][0] for tokens in scores] == ["</s>"] * 3


@pytest.mark.parametrize(("family", "source", "target"), FAMILIES)
def test_scores_are_the_models_own_loss(models, family, source, target):
    """The loss is taken one sentence at a time; ours is computed in batches with padding."""
    backend = load(models(family), batch=5)
    scores = backend.log_probability(ENGLISH, PORTUGUESE, source, target)
    given = backend.reader.read(ENGLISH, source, target)
    labels = backend.reader.write(PORTUGUESE, source, target)
    for tokens, ids, wanted in zip(scores, given, labels, strict=True):
        if tokens:
            with torch.no_grad():
                loss = backend.model(input_ids=torch.tensor([ids]), labels=torch.tensor([wanted])).loss.item()
            assert -sum(s for _, s in tokens) / len(tokens) == pytest.approx(loss, abs=1e-4)


def test_batches_and_their_order_change_nothing(models):
    folder = models("marian")
    one = load(folder, batch=1)
    many = load(folder, batch=4)
    expected = one.translate(ENGLISH[:6], "en", "de")
    assert many.translate(ENGLISH[:6], "en", "de") == expected
    assert many.translate(ENGLISH[5::-1], "en", "de") == expected[::-1]
    assert one.translate([], "en", "de") == []
    assert one.log_probability([], [], "en", "de") == []


def test_greedy_output_is_that_of_generate(models):
    backend = load(models("marian"))
    ids = backend.reader.read(ENGLISH[:1], "en", "de")
    most = backend.reader.room(ids[0]) + 1
    output = backend.model.generate(torch.tensor(ids), num_beams=1, do_sample=False, max_new_tokens=most)
    expected = backend.reader.tokenizer.batch_decode(output, skip_special_tokens=True)
    assert backend.translate(ENGLISH[:1], "en", "de") == expected


def test_a_wider_beam_finds_likelier_translations(models):
    folder = models("t5")
    greedy, beam = load(folder), load(folder, beam=4)
    assert greedy.info.signature != beam.info.signature
    assert greedy.translate(ENGLISH[:3], "en", "de") != beam.translate(ENGLISH[:3], "en", "de")


def test_a_text_beyond_the_model_comes_back_empty(models):
    backend = load(models("marian"))
    long = " ".join(ENGLISH * 3)
    assert [bool(text) for text in backend.translate([long, ENGLISH[0]], "en", "de")] == [False, True]
    assert [
        bool(t) for t in backend.log_probability([ENGLISH[0], ENGLISH[0]], [long, "Ja."], "en", "de")
    ] == [False, True]


@pytest.mark.parametrize("family", ["marian", "m2m100", "nllb", "madlad"])
def test_marks_spelled_out_in_a_text_do_not_steer_the_model(models, family):
    backend = load(models(family))
    source, target = next((a, b) for f, a, b in FAMILIES if f == family)
    plain = backend.reader.read(["word"], source, target)[0]
    special = [i for i in plain if backend.reader.tokens([i])[0] in backend.reader.marks]
    for mark in ("</s>", "<pad>", "__de__", "deu_Latn", "<2de>", ">>de<<"):
        ids = backend.reader.read([f"{mark} word"], source, target)[0]
        found = [i for i in ids if backend.reader.tokens([i])[0] in backend.reader.marks - {"<unk>"}]
        assert found == [i for i in special if backend.reader.tokens([i])[0] != "<unk>"]
    assert backend.reader.read(["\ud800 lone"], source, target)


def test_two_models_make_a_round_trip(models, tmp_path):
    there = models("marian")
    from tests.backtranslate import tiny

    back = tiny.marian(tmp_path / "back", ("deu", "eng"), seed=1)
    backend = open_backend(f"transformers:{there},{back}", threads=1)
    assert backend.info.pairs == {("en", "de"), ("de", "en")}
    assert "marian@" in backend.info.signature
    assert "back@" in backend.info.signature
    (doc,) = round_trips([document(ENGLISH[0])], backend)
    (trip,) = doc.segments[0].trips
    assert trip.pivot_lang == "de"
    assert dict(trip.log_probabilities)["target|pivot"] < 0
    with pytest.raises(BackendError, match="has no model for en-uk"):
        backend.translate(["x"], "en", "uk")


def test_the_signature_tells_weights_apart(models, tmp_path):
    from tests.backtranslate import tiny

    first = load(models("marian")).info.signature
    assert load(models("marian")).info.signature == first
    other = tiny.marian(tmp_path / "marian", seed=3)
    assert load(other).info.signature != first


def halved_until(limit, error):
    """A `generate` that fails with `error` for more than `limit` texts."""

    def generate(self, prompts, first):
        if len(prompts) > limit:
            raise error
        return [f"{len(prompts)}" for _ in prompts]

    return generate


@pytest.mark.parametrize(
    "error",
    [
        MemoryError(),
        torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2 GiB\nlong advice"),
        RuntimeError("[enforce fail] DefaultCPUAllocator: can't allocate memory: you tried"),
    ],
    ids=["python", "cuda", "cpu"],
)
def test_memory_that_runs_out_halves_the_batch(models, monkeypatch, error):
    from qa.backtranslate.transformers_backend import Transformers

    backend = load(models("marian"))
    monkeypatch.setattr(Transformers, "_generate", halved_until(2, error))
    assert backend.translate(ENGLISH[:8], "en", "de") == ["2"] * 8
    monkeypatch.setattr(Transformers, "_generate", halved_until(0, error))
    with pytest.raises(BackendError, match=r"^out of memory on cpu with a single text; take a smaller model"):
        backend.translate(ENGLISH[:8], "en", "de")


@pytest.mark.parametrize("error", [MemoryError(), RuntimeError("CUDA out of memory.\nadvice")])
def test_memory_that_runs_out_while_loading_is_one_line(models, monkeypatch, error):
    import transformers

    def fails(*args, **options):
        raise error

    monkeypatch.setattr(transformers.AutoModelForSeq2SeqLM, "from_pretrained", fails)
    with pytest.raises(BackendError, match=r"out of memory while loading; take a smaller model$"):
        load(models("marian"))


def test_an_error_inside_the_model_is_one_line(models, monkeypatch):
    from qa.backtranslate.transformers_backend import Transformers

    backend = load(models("marian"))
    monkeypatch.setattr(Transformers, "_generate", halved_until(0, IndexError("index out of range\nin self")))
    with pytest.raises(BackendError) as caught:
        backend.translate(["x"], "en", "de")
    assert str(caught.value) == "the transformers backend: index out of range"


def truncate(path):
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def lose_a_layer(path):
    from safetensors.torch import load_file, save_file

    kept = {name: weights for name, weights in load_file(path).items() if "fc1" not in name}
    save_file(kept, path, metadata={"format": "pt"})


def grow(path):
    config = json.loads(path.read_text())
    path.write_text(json.dumps(config | {"d_model": 32}))


BROKEN = [
    ("config.json", lambda path: path.write_text("{"), "the model's folder is broken|cannot be loaded"),
    ("config.json", lambda path: path.write_text("{}"), "cannot be loaded|does not translate"),
    ("config.json", lambda path: path.unlink(), "not a model folder, there is no config.json in it"),
    ("config.json", grow, "cannot be loaded"),
    ("model.safetensors", truncate, "cannot be loaded"),
    ("model.safetensors", lambda path: path.write_bytes(b"\0" * 99), "cannot be loaded"),
    ("model.safetensors", lambda path: path.unlink(), "cannot be loaded"),
    ("model.safetensors", lose_a_layer, "of its weights are missing or of another shape, first model."),
    ("source.spm", lambda path: path.write_bytes(b"no vocabulary"), "cannot be loaded"),
    ("vocab.json", lambda path: path.write_text("[]"), "cannot be loaded"),
]


@pytest.mark.parametrize(
    ("file", "damage", "reason"), BROKEN, ids=[f"{f}-{n}" for n, (f, _, _) in enumerate(BROKEN)]
)
def test_a_broken_folder_is_one_line(models, tmp_path, file, damage, reason):
    folder = shutil.copytree(models("marian"), tmp_path / "broken-en-de")
    damage(folder / file)
    with pytest.raises(BackendError, match=reason) as caught:
        load(folder)
    assert "\n" not in str(caught.value)
    assert "broken-en-de" in str(caught.value)


def test_nothing_is_printed(models, capfd, recwarn):
    load(models("m2m100")).translate(ENGLISH[:2], "en", "pt")
    assert capfd.readouterr() == ("", "")
    assert [str(w.message) for w in recwarn] == []


def test_code_in_a_models_folder_is_never_run(models, tmp_path):
    folder = shutil.copytree(models("marian"), tmp_path / "evil-en-de")
    config = json.loads((folder / "config.json").read_text())
    config |= {
        "auto_map": {"AutoModelForSeq2SeqLM": "evil.Evil", "AutoConfig": "evil.Evil"},
        "model_type": "evil",
    }
    (folder / "config.json").write_text(json.dumps(config))
    (folder / "evil.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'w')\nclass Evil: pass\n")
    with pytest.raises(BackendError):
        load(folder)
    assert not (tmp_path / "ran").exists()
