"""What was translated and scored before, kept on disk: a second run costs no translation.

One SQLite file, which any number of `qa` processes may share: write-ahead log, a busy timeout, one
transaction a batch, so that neither Ctrl-C nor a crash loses what was done. A cache is never worth a failed
run: whatever is wrong with it is noted (`notes`) and the run goes on without it.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import time
from collections.abc import Iterator, Mapping, Sequence
from hashlib import blake2b
from itertools import islice
from pathlib import Path

FILE = "backtranslate-1.sqlite"  # the number is that of the table's shape
LIMIT = 512 * 2**20
_BUSY_SECONDS = 20
_RETRY_SECONDS = 0.02
# "Last used" is kept to the hour, so that a warm run writes next to nothing.
_HOUR = 3600
# SQLite allows 999 variables in a statement in its oldest builds.
_AT_ONCE = 500
# What each row costs in the file beside its value: key, stamp and index.
_OVERHEAD = 100
_BYTES_USED = (
    "SELECT (page_count - freelist_count) * page_size"
    " FROM pragma_page_count, pragma_freelist_count, pragma_page_size"
)
_OLDEST = "SELECT key, length(CAST(value AS BLOB)) FROM entry ORDER BY used, rowid"
_TABLE = "CREATE TABLE IF NOT EXISTS entry (key BLOB PRIMARY KEY, value TEXT NOT NULL, used INTEGER NOT NULL)"


def folder() -> Path:
    """Where caches live: `QA_CACHE_DIR`, or `qa` in the XDG cache folder."""
    if chosen := os.environ.get("QA_CACHE_DIR"):
        return Path(chosen)
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "qa"


def key(signature: str, source: str, target: str, *texts: str) -> bytes:
    """Key of one result: backend signature, direction, and the text or the pair of texts."""
    digest = blake2b(digest_size=24)
    for part in (signature, source, target, *texts):
        raw = part.encode("utf-8", "surrogatepass")
        digest.update(len(raw).to_bytes(8, "big") + raw)
    return digest.digest()


class Cache:
    """A bounded store of strings under keys made by `key`; the least lately used go first."""

    def __init__(self, path: Path | None = None, limit: int = LIMIT) -> None:
        """Open or create the file at `path` (by default in `folder()`), to hold about `limit` bytes."""
        self.path = path or folder() / FILE
        self.limit = limit
        self.notes: tuple[str, ...] = ()
        self._db: sqlite3.Connection | None = None
        self._writable = True
        with self._guard("opened"):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._db = self._connect()

    def get(self, keys: Sequence[bytes]) -> dict[bytes, str]:
        """Look up many keys; the missing ones are left out. Marks what was found as used."""
        found: dict[bytes, str] = {}
        stale: list[bytes] = []
        hour = int(time.time()) // _HOUR
        with self._guard("read"):
            for some in _chunks(keys):
                marks = ",".join("?" * len(some))
                rows = self._rows(f"SELECT key, value, used FROM entry WHERE key IN ({marks})", some)  # noqa: S608
                for name, value, used in rows:
                    found[name] = value
                    if used != hour:
                        stale.append(name)
        if stale and self._writable:
            with self._guard("written"):
                self._write("UPDATE entry SET used = ? WHERE key = ?", [(hour, name) for name in stale])
        return found

    def put(self, items: Mapping[bytes, str]) -> None:
        """Store results in one transaction; once it returns they survive a crash of the process."""
        if not items or not self._writable:
            return
        hour = int(time.time()) // _HOUR
        rows = [(name, value, hour) for name, value in items.items()]
        with self._guard("written"):
            self._write("INSERT OR REPLACE INTO entry VALUES (?, ?, ?)", rows)
            self._trim()

    def close(self) -> None:
        """Close the file; the cache is empty and takes nothing from then on."""
        if self._db is not None:
            with contextlib.suppress(sqlite3.Error):
                self._db.close()
        self._db = None

    def _connect(self) -> sqlite3.Connection:
        # Where two processes make the file at once, SQLite tells one that it is busy without waiting.
        deadline = time.monotonic() + _BUSY_SECONDS
        while True:
            db = sqlite3.connect(self.path, timeout=_BUSY_SECONDS, isolation_level=None)
            try:
                db.execute("PRAGMA journal_mode = WAL")
                # Safe against a crash of the process in WAL mode; only a power cut may lose the last batch.
                db.execute("PRAGMA synchronous = NORMAL")
                db.execute(_TABLE)
                db.execute("SELECT key, value, used FROM entry LIMIT 1").fetchall()
                return db
            except sqlite3.Error as error:
                db.close()
                busy = getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_BUSY
                if not busy or time.monotonic() >= deadline:
                    raise
            time.sleep(_RETRY_SECONDS)

    def _rows(self, statement: str, values: Sequence[object]) -> list[tuple[bytes, str, int]]:
        return self._db.execute(statement, values).fetchall() if self._db else []

    def _write(self, statement: str, rows: Sequence[tuple[object, ...]]) -> None:
        if self._db is None:
            return
        self._db.execute("BEGIN IMMEDIATE")
        try:
            self._db.executemany(statement, rows)
            self._db.execute("COMMIT")
        except BaseException:
            with contextlib.suppress(sqlite3.Error):
                self._db.execute("ROLLBACK")
            raise

    def _trim(self) -> None:
        """Once the limit is passed, drop the least lately used rows down to nine tenths of it."""
        if self._db is None:
            return
        (total,) = self._db.execute(_BYTES_USED).fetchone()
        if total <= self.limit:
            return
        excess, gone = total - self.limit * 9 // 10, []
        for name, size in self._db.execute(_OLDEST):
            if excess <= 0:
                break
            gone.append((name,))
            excess -= size + _OVERHEAD
        self._write("DELETE FROM entry WHERE key = ?", gone)

    @contextlib.contextmanager
    def _guard(self, done: str) -> Iterator[None]:
        """Turn every trouble with the file into a note, and go on with less of a cache or none."""
        try:
            yield
        except (OSError, sqlite3.Error) as error:
            code = getattr(error, "sqlite_errorcode", None)
            if code is not None and code & 0xFF in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
                self._set_aside(error)
            elif done == "written":
                self._writable = False
                self._note(f"the cache {self.path} cannot be written ({error}); new results are not kept")
            else:
                self.close()
                self._note(f"the cache {self.path} cannot be {done} ({error}); going on without it")

    def _set_aside(self, error: Exception) -> None:
        """Keep a broken file for whoever wants to look at it, and start a new one in its place."""
        self.close()
        broken = self.path.with_name(f"{self.path.name}.broken")
        try:
            os.replace(self.path, broken)
            for rest in ("-wal", "-shm"):
                self.path.with_name(self.path.name + rest).unlink(missing_ok=True)
            self._db = self._connect()
        except (OSError, sqlite3.Error) as second:
            self._note(f"the cache {self.path} is broken ({error}; {second}); going on without it")
        else:
            self._note(f"the cache {self.path} was broken ({error}); it was set aside as {broken.name}")

    def _note(self, note: str) -> None:
        self.notes = (*self.notes, note)


def _chunks(keys: Sequence[bytes]) -> Iterator[list[bytes]]:
    unique = iter(dict.fromkeys(keys))
    while some := list(islice(unique, _AT_ONCE)):
        yield some
