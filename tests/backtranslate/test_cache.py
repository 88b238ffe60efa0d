import os
import sqlite3
import subprocess
import sys

import pytest

from qa.backtranslate import Cache, round_trips
from qa.backtranslate.cache import FILE, folder, key
from tests.backtranslate.fakes import Fake, document


def keys(count, tag=""):
    return [key("engine", "en", "pt", f"{tag}{n}") for n in range(count)]


def test_what_was_put_is_there_after_opening_again(tmp_path):
    cache = Cache(tmp_path / "c")
    cache.put({key("a", "en", "pt", "one"): "um", key("a", "en", "pt", "two"): "dois"})
    cache.close()
    found = Cache(tmp_path / "c").get([key("a", "en", "pt", "two"), key("a", "en", "pt", "three")])
    assert found == {key("a", "en", "pt", "two"): "dois"}


def test_keys_tell_signature_direction_and_texts_apart():
    asked = [("s", "en", "pt", "a"), ("t", "en", "pt", "a"), ("s", "pt", "en", "a"), ("s", "en", "pt", "b")]
    asked += [
        ("s", "en", "pt", "a", "b"),
        ("s", "en", "pt", "ab"),
        ("s", "enp", "t", "a"),
        ("s", "en", "pt", "\ud800"),
    ]
    assert len({key(*one) for one in asked}) == len(asked)


def test_many_keys_at_once(tmp_path):
    cache = Cache(tmp_path / "c")
    many = keys(2_500)
    cache.put(dict.fromkeys(many, "x"))
    assert cache.get(many + many) == dict.fromkeys(many, "x")


def test_the_folder_follows_the_environment(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    monkeypatch.delenv("QA_CACHE_DIR", raising=False)
    assert folder() == tmp_path / "xdg" / "qa"
    monkeypatch.setenv("QA_CACHE_DIR", str(tmp_path / "own"))
    Cache().put({b"k": "v"})
    assert (tmp_path / "own" / FILE).is_file()


def test_the_cache_stays_within_its_limit_and_forgets_the_least_used(tmp_path, monkeypatch):
    cache, clock = Cache(tmp_path / "c", limit=400_000), iter(range(10_000))
    monkeypatch.setattr("qa.backtranslate.cache.time.time", lambda: next(clock) * 3_600.0)
    precious = keys(10, "precious")
    cache.put(dict.fromkeys(precious, "p" * 200))
    for batch in range(60):
        cache.put(dict.fromkeys(keys(50, f"{batch}-"), "x" * 200))
        assert len(cache.get(precious)) == 10
    assert cache.get(keys(50, "0-")) == {}
    assert len(cache.get(keys(50, "59-"))) == 50
    assert cache.notes == ()
    cache.close()
    assert (tmp_path / "c").stat().st_size <= 440_000


WORKER = """
import sys
from pathlib import Path
from qa.backtranslate import Cache
from qa.backtranslate.cache import key
cache = Cache(Path(sys.argv[1]))
for n in range(150):
    for text in (f"{sys.argv[2]}{n}", str(n)):
        cache.put({key("e", "en", "pt", text): text})
    cache.get([key("e", "en", "pt", str(m)) for m in range(n)])
sys.exit(len(cache.notes))
"""


def test_processes_share_a_cache(tmp_path):
    command = [sys.executable, "-c", WORKER, str(tmp_path / "c")]
    workers = [subprocess.Popen([*command, name]) for name in "ab"]
    assert [worker.wait(timeout=120) for worker in workers] == [0, 0]
    cache = Cache(tmp_path / "c")
    wanted = {key("e", "en", "pt", f"{name}{n}"): f"{name}{n}" for name in ("a", "b", "") for n in range(150)}
    assert cache.get(list(wanted)) == wanted


CRASH = """
import os, sys
from pathlib import Path
from qa.backtranslate import Cache
cache = Cache(Path(sys.argv[1]))
cache.put({b"kept": "yes"})
os.kill(os.getpid(), 9)
"""


def test_a_crash_loses_nothing_that_was_put(tmp_path):
    subprocess.run([sys.executable, "-c", CRASH, str(tmp_path / "c")], check=False)
    assert Cache(tmp_path / "c").get([b"kept"]) == {b"kept": "yes"}


@pytest.mark.parametrize(
    "damage", [b"no database at all" * 500, b"SQLite format 3\0" + b"\xff" * 8_000, b"x" * 600]
)
def test_a_broken_file_is_set_aside(tmp_path, damage):
    path = tmp_path / "c"
    path.write_bytes(damage)
    cache = Cache(path)
    cache.put({b"k": "v"})
    assert cache.get([b"k"]) == {b"k": "v"}
    assert len(cache.notes) == 1
    assert "set aside as c.broken" in cache.notes[0]
    assert (tmp_path / "c.broken").read_bytes() == damage


def test_damage_inside_the_file_is_found_on_reading(tmp_path):
    path = tmp_path / "c"
    cache = Cache(path)
    cache.put(dict.fromkeys(keys(2_000), "x" * 300))
    cache.close()
    whole = path.read_bytes()
    path.write_bytes(whole[:8_192] + os.urandom(400_000) + whole[408_192:])
    cache = Cache(path)
    assert len(cache.get(keys(2_000))) < 2_000
    assert "set aside" in cache.notes[0]
    cache.put({b"k": "v"})
    assert cache.get([b"k"]) == {b"k": "v"}


def test_another_table_of_that_name_is_no_cache(tmp_path):
    db = sqlite3.connect(tmp_path / "c")
    db.execute("CREATE TABLE entry (something TEXT)")
    db.close()
    cache = Cache(tmp_path / "c")
    assert cache.get([b"k"]) == {}
    assert "going on without it" in cache.notes[0]


def test_a_folder_that_cannot_be_made_means_no_cache(tmp_path):
    (tmp_path / "file").write_text("in the way")
    for path in (tmp_path / "file" / "c", tmp_path):
        cache = Cache(path)
        cache.put({b"k": "v"})
        assert cache.get([b"k"]) == {}
        assert len(cache.notes) == 1
        assert "cannot be opened" in cache.notes[0]
        assert "\n" not in cache.notes[0]


@pytest.mark.parametrize(
    ("pragma", "reason"),
    [
        ("query_only = ON", "attempt to write a readonly database"),
        ("max_page_count = 1", "database or disk is full"),
    ],
)
def test_a_cache_that_cannot_be_written_is_still_read(tmp_path, pragma, reason):
    cache = Cache(tmp_path / "c")
    cache.put({b"old": "there"})
    cache._db.execute(f"PRAGMA {pragma}")
    for batch in range(100):
        cache.put(dict.fromkeys(keys(20, str(batch)), "x" * 1_000))
    assert cache.get([b"old"]) == {b"old": "there"}
    assert len(cache.notes) == 1
    assert reason in cache.notes[0]
    assert "new results are not kept" in cache.notes[0]


def test_a_locked_cache_is_told_and_the_run_goes_on(tmp_path, monkeypatch):
    monkeypatch.setattr("qa.backtranslate.cache._BUSY_SECONDS", 0.05)
    cache = Cache(tmp_path / "c")
    other = sqlite3.connect(tmp_path / "c", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    (doc,) = round_trips([document("Hello")], Fake(), cache)
    other.execute("ROLLBACK")
    assert doc.segments[0].trips
    assert "database is locked" in cache.notes[0]


def test_an_entry_of_another_shape_counts_as_missing(tmp_path):
    cache = Cache(tmp_path / "c")
    round_trips([document("Hello")], Fake(), cache)
    cache._db.execute("UPDATE entry SET value = ' '")
    backend = Fake()
    (doc,) = round_trips([document("Hello")], backend, cache)
    assert doc.segments[0].trips[0].text == "<<Hello>>"
    assert backend.calls


def test_a_closed_cache_is_empty(tmp_path):
    cache = Cache(tmp_path / "c")
    cache.close()
    cache.put({b"k": "v"})
    assert cache.get([b"k"]) == {}
    cache.close()
