"""A hub of one model on this machine: as much of its protocol as fetching a snapshot takes."""

from __future__ import annotations

import hashlib
import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote

NAME = "someone/opus-mt-en-de"
COMMIT = "0123456789abcdef0123456789abcdef01234567"


class Hub:
    """Serves the files of a folder as the model `name`, at the revisions main and v1.0 and by commit."""

    def __init__(self, name: str, folder: Path) -> None:
        self.name, self.folder, self.asked = name, folder, []
        hub = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                hub.answer(self, body=True)

            def do_HEAD(self):
                hub.answer(self, body=False)

            def log_message(self, *args):
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def answer(self, request: BaseHTTPRequestHandler, body: bool) -> None:
        path = unquote(request.path.partition("?")[0])
        self.asked.append(path)
        headers = {"X-Repo-Commit": COMMIT}
        api, files = f"/api/models/{self.name}", f"/{self.name}/resolve/"
        if path in (api, *(f"{api}/revision/{r}" for r in ("main", "v1.0", COMMIT))):
            siblings = [{"rfilename": file.name} for file in sorted(self.folder.iterdir())]
            content = json.dumps({"id": self.name, "sha": COMMIT, "siblings": siblings}).encode()
        elif path.startswith(f"{api}/tree/"):
            content = json.dumps(
                [
                    {"type": "file", "path": file.name, "size": file.stat().st_size, "oid": _digest(file)}
                    for file in sorted(self.folder.iterdir())
                ]
            ).encode()
        elif path.startswith(files) and (self.folder / path.rpartition("/")[2]).is_file():
            file = self.folder / path.rpartition("/")[2]
            content, headers["ETag"] = file.read_bytes(), f'"{_digest(file)}"'
        else:
            code = "RevisionNotFound" if path.startswith(api) else "RepoNotFound"
            return self._send(request, 404, b"{}", {"X-Error-Code": code}, body)
        return self._send(request, 200, content, headers, body)

    @staticmethod
    def _send(request, status, content, headers, body):
        request.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(content))}.items():
            request.send_header(name, value)
        request.end_headers()
        if body:
            request.wfile.write(content)


def _digest(file: Path) -> str:
    return hashlib.sha1(file.read_bytes(), usedforsecurity=False).hexdigest()
