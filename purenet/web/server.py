"""The server of the page: on this machine, for this page, and for nobody else.

Any web site open in the same browser can send requests to a server on this
machine, and any program on it can connect. So a request is only answered if

- it was sent to a name of this machine (Host), by this page (Origin), which a
  browser that can say so (Sec-Fetch-Site) says too;
- its path begins with the token that only the page's address has; but for the one
  request by which a browser is led there (invitation);
- it asks for one of the files, or one of the questions, that the pages have;
- it is whole within ten seconds, and no longer than its question may be.

Connections beyond a number are not kept waiting: the one that has been
silent longest is closed. So slow ones cannot keep the page out.
"""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import socket
import socketserver
import sys
import threading
import time
from collections.abc import Iterator
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Callable, Union

from purenet.console.programs import sentence
from purenet.web.asked import answered
from purenet.web.invitation import Invitation, leading_to
from purenet.web.pages import JSON, Pages
from purenet.words import say

_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; "
    "style-src 'self'; img-src 'self' blob:; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",
}
_SENTENCE = '<!DOCTYPE html><meta charset="utf-8"><title>purenet</title><p>{}</p>'
LONGEST = 300_000  # bytes of a question
# A photo has up to 1.07 MB, and two are kept.
LONGEST_FOR = {"draw/load": 8_000_000, "draw/read": 1_100_000, "draw/keep": 3_000_000}
SECONDS = 10.0  # for a request to be whole
LINES = "application/x-ndjson"  # pieces of an answer, each a line of JSON
_Body = Union[bytes, "Iterator[bytes]"]
WAITING = 32  # connections whose request is not whole yet


class PageServer(ThreadingHTTPServer):
    """The server; address: what the addresses of its pages begin with."""

    daemon_threads = True
    request_queue_size = 128
    allow_reuse_address = os.name == "posix"  # elsewhere it would share a port

    def __init__(self, port: int, pages: Pages) -> None:
        self.pages = pages
        self.token = secrets.token_urlsafe(16)
        self.invitation: Invitation | None = None
        self._waiting: dict[socket.socket, float] = {}
        self._lock = threading.Lock()
        super().__init__(("127.0.0.1", port), _Handler)
        self.port = int(self.server_address[1])
        self.address = f"http://127.0.0.1:{self.port}/{self.token}/"
        self.hosts = {f"{name}:{self.port}" for name in ("127.0.0.1", "localhost")}

    def invite(self, start: str) -> Path:
        """Return a file that leads a browser to a page, once; or raise OSError."""
        invitation = Invitation(self.address.replace(self.token + "/", ""))
        icon = f"/{self.token}/shared/icon.svg"
        leads = leading_to(f"/{self.token}/{start}", icon).encode()
        self.pages.files[""] = ("text/html", lambda: leads)
        self.invitation = invitation
        return invitation.file

    def server_close(self) -> None:
        """Listen no more, and take back the file that leads here."""
        super().server_close()
        if self.invitation:
            self.invitation.withdraw()

    def server_bind(self) -> None:
        """Bind without asking for this machine's name, which can take long."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = "localhost", self.server_address[1]

    def process_request(self, request: Any, client_address: Any) -> None:
        """Answer in a thread; silent ones make room, if too many are waiting."""
        self.await_request(request)
        super().process_request(request, client_address)

    def await_request(self, request: socket.socket) -> None:
        """Note that a connection is about to send a request, or may be."""
        with self._lock:
            if len(self._waiting) >= WAITING:
                self._drop(next(iter(self._waiting)))
            self._waiting[request] = time.monotonic()

    def whole(self, request: socket.socket) -> None:
        """Note that a connection's request has come, so that it is kept."""
        with self._lock:
            self._waiting.pop(request, None)

    def shutdown_request(self, request: Any) -> None:
        """Close a connection, for which nobody waits any more."""
        self.whole(request)
        super().shutdown_request(request)

    def service_actions(self) -> None:
        """Twice a second: close what is too slow, see whether the page is open."""
        now = time.monotonic()
        with self._lock:
            for request, since in list(self._waiting.items()):
                if now - since > SECONDS:
                    self._drop(request)
        self.pages.training.look()

    def _drop(self, request: socket.socket) -> None:
        del self._waiting[request]  # the thread that was reading ends by itself
        with contextlib.suppress(OSError):
            request.shutdown(socket.SHUT_RDWR)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing where the other side has gone."""
        if not isinstance(sys.exc_info()[1], OSError):
            super().handle_error(request, client_address)


class _Refused(Exception):
    """A request that is not answered: the status, and the reason."""


class _Handler(BaseHTTPRequestHandler):
    server: PageServer
    protocol_version = "HTTP/1.1"  # the next request on the same connection
    server_version, sys_version = "purenet", ""
    timeout = SECONDS
    wbufsize = -1  # an answer goes out in one piece

    def finish(self) -> None:
        with self.rfile:  # closed also where the other side has gone before
            super().finish()

    def do_GET(self) -> None:
        self._send_or_refuse(self._file)

    def do_POST(self) -> None:
        self._send_or_refuse(self._answer)

    def _send_or_refuse(self, find: Callable[[str], tuple[str, _Body]]) -> None:
        """Send what `find` returns for what is asked for: its kind, its bytes."""
        try:
            kind, body = find(self._asked_for())
        except _Refused as refused:
            status, reason = refused.args
            self.close_connection = True  # what it still sends is not read
            if "text/html" in (self.headers.get("Accept") or ""):  # somebody reads it
                page = _SENTENCE.format(escape(reason)).encode("utf-8")
                self._send(status, "text/html; charset=utf-8", page)
            else:
                self._send(status, JSON, json.dumps({"error": reason}).encode())
        else:
            self._send(200, kind, body)

    def _asked_for(self) -> str:
        hosts = self.server.hosts
        if self._only("Host") not in hosts:
            raise _Refused(403, say("this server is for this machine only"))
        invitation = self.server.invitation
        if invitation and invitation.taken(self.path):  # from its file: cross-site
            return ""
        origins = {None, *(f"http://{host}" for host in hosts)}
        own = self._only("Sec-Fetch-Site") in (None, "same-origin", "none")
        if self._only("Origin") not in origins or not own:
            raise _Refused(403, say("this server answers its own page only"))
        path = self.path.split("?")[0].encode("utf-8", "replace")
        start = f"/{self.server.token}/".encode()
        if not secrets.compare_digest(path[: len(start)], start):
            raise _Refused(403, say("open the address that the program has printed"))
        return path[len(start) :].decode("utf-8", "replace")

    def _only(self, name: str) -> str | None:
        """Return what a header says; None without it. Refuse two lines of it."""
        lines = self.headers.get_all(name, [])
        if len(lines) > 1:
            raise _Refused(400, say("a request has one line {}", name))
        return lines[0] if lines else None

    def _file(self, name: str) -> tuple[str, bytes]:
        if "Content-Length" in self.headers or "Transfer-Encoding" in self.headers:
            raise _Refused(400, say("only a question has a body"))
        if name not in self.server.pages.files:
            raise _Refused(404, say("there is no such page here"))
        kind, read = self.server.pages.files[name]
        try:
            return kind + "; charset=utf-8", read()
        except OSError as error:
            raise _Refused(404, sentence(error)) from error

    def _answer(self, name: str) -> tuple[str, _Body]:
        body = self.rfile.read(self._length(LONGEST_FOR.get(name, LONGEST)))
        self.server.whole(self.connection)
        try:
            answer = answered(self.server.pages.questions, name, json.loads(body))
        except RecursionError:
            raise _Refused(400, say("the question is nested too deeply")) from None
        except ValueError as error:  # JSON's errors are such, too
            raise _Refused(400, str(error)) from error
        if isinstance(answer, dict):
            return JSON, json.dumps(answer).encode()
        return LINES, (json.dumps(piece).encode() + b"\n" for piece in answer)

    def _length(self, longest: int) -> int:
        text = self._only("Content-Length") or ""
        digits = text.isascii() and text.isdigit()
        if "Transfer-Encoding" in self.headers or not digits:
            raise _Refused(411, say("a question says how long it is"))
        if len(text) > 12 or int(text) > longest:
            raise _Refused(413, say("a question here has up to {:,} bytes", longest))
        return int(text)

    def _send(self, status: int, kind: str, body: _Body) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        if isinstance(body, bytes):
            self.send_header("Content-Length", str(len(body)))
        else:
            self.send_header("Transfer-Encoding", "chunked")
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        if isinstance(body, bytes):
            self.wfile.write(body)
        else:
            for piece in body:
                self.wfile.write(b"%x\r\n%b\r\n" % (len(piece), piece))
                self.wfile.flush()
            self.wfile.write(b"0\r\n\r\n")
        self.wfile.flush()
        if not self.close_connection:
            self.server.await_request(self.connection)

    def end_headers(self) -> None:
        for name, value in _HEADERS.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """Keep the terminal for the address."""


def opened(port: int, pages: Pages) -> PageServer:
    """Return a server on this port, or the next that is free, or any; else OSError."""
    for candidate in range(port, port + 20):
        with contextlib.suppress(OSError, OverflowError):
            return PageServer(candidate, pages)
    return PageServer(0, pages)
