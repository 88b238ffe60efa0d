"""Small models, built once a session; every test has a cache folder of its own, and no hub to talk to."""

import shutil

import pytest


@pytest.fixture(autouse=True)
def own_cache(tmp_path, monkeypatch):
    monkeypatch.setenv("QA_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture(scope="session")
def models(tmp_path_factory):
    """Folder of a model by family, built when first asked for."""
    from tests.backtranslate import tiny

    root, made = tmp_path_factory.mktemp("models"), {}

    def folder(family):
        if family not in made:
            made[family] = getattr(tiny, family)(root / family)
        return made[family]

    return folder


@pytest.fixture
def at(monkeypatch):
    """Points the hub's client at an address."""

    def point(url):
        import huggingface_hub.constants
        import huggingface_hub.hf_api

        for module in (huggingface_hub.constants, huggingface_hub.hf_api.constants):
            monkeypatch.setattr(module, "ENDPOINT", url)
            monkeypatch.setattr(
                module, "HUGGINGFACE_CO_URL_TEMPLATE", url + "/{repo_id}/resolve/{revision}/{filename}"
            )
        monkeypatch.setattr(huggingface_hub.hf_api.api, "endpoint", url)

    return point


@pytest.fixture
def hub(models, tmp_path, at):
    folder = shutil.copytree(models("marian"), tmp_path / "served")
    (folder / "evil.py").write_text("raise SystemExit")
    (folder / "pytorch_model.bin").write_bytes(b"pickled")
    (folder / "README.md").write_text("hello")
    from tests.backtranslate.hub import NAME, Hub

    hub = Hub(NAME, folder)
    at(hub.url)
    yield hub
    hub.close()
