"""Small models, built once a session; every test has a cache folder of its own, and no hub to talk to."""

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
