"""``iron``, or a few lines of Python, as a process: its words, its exit code, its files.

The processes are forked from one that has loaded the libraries and read the exercises and the sentences: a command
takes 0.2 s of a processor, not 1.3 s. Each has its own arguments, environment, folder and streams, and ends as any
interpreter does. What a start from nothing costs or loads is asked with ``python -m iron.cli``
(test_lifter_commands.py), and what replaces its process by another program (``iron serve``) in test_serve.py.
"""

from __future__ import annotations

import atexit
import functools
import gc
import importlib
import json
import os
import runpy
import signal
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import IO, Any, NoReturn

# Nothing that reads settings, the environment or a file of the host or of content/ when it is loaded.
LOADED = (
    "django.db.models",
    "django.db.backends.sqlite3.base",
    "django.db.migrations.executor",
    "django.template",
    "django.forms",
    "django.urls",
    "django.http",
    "django.core.management",
    "django.contrib.auth.hashers",
    "django.core.handlers.wsgi",
    "typer",
    "typer._adapters",
    "rich.console",
    "rich.table",
    "msgspec",
    "numpy",
    "pydantic",
    "platformdirs",
    "iron.cli.app",
    "iron.records.archive",
    "iron.exchange.plan",
    "iron.journal.journal",
    "iron.journal.questions",
    "iron.journal.importing",
    "iron.journal.snapshot.snapshot",
    "iron.journal.questions.today",
    "iron.journal.runs",
    "iron.journal.weeks",
    "iron.journal.advising",
    "iron.journal.view_cache",
    "iron.journal.questions.tables",
    "iron.server.opening",
    "iron.server.storage.django_store",
    "iron.training.history",
    # For `iron serve`.
    "allauth.core.ratelimit",
    "django.contrib.messages",
    "django.contrib.sessions.middleware",
    "jinja2",
    "brotli",
    "cryptography.fernet",
    "cryptography.hazmat.primitives.asymmetric.ec",
    "fido2.server",
    "granian.server",
    "http_ece",
    "jwt",
    "requests",
    "iron.journal.questions.files.activities",
    "iron.server.gateway.application",
    "iron.server.pages.templatetags.iron_static",
    "iron.server.pages.urls",
    "iron.server.run",
    "iron.server.watching.doctor",
    "iron.server.wellformed",
)
PATIENCE_S = 120
# Answers that are no exit code: those are from -64 to 255.
RUNS, GONE = -1000, -1001


def iron(*arguments: object, stdin: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    """Run ``iron`` with arguments, further variables of the environment and what it reads from its input."""
    return _run({"words": ["iron", *map(str, arguments)]}, stdin, environment)


def python(code: str, *arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run lines of Python that set Iron up in a process of their own; they must not ask what a start loads."""
    return _run({"words": ["-c", *map(str, arguments)], "code": code}, "", environment)


class Server:
    """``iron serve`` on a port, with further variables of the environment; the leader of a group of processes."""

    def __init__(self, port: int, printed: IO[bytes], **environment: str) -> None:
        self.printed = printed
        with Path(os.devnull).open("rb") as nothing:
            streams = [nothing.fileno(), printed.fileno(), printed.fileno()]
            words = {"words": ["iron", "serve", "--port", str(port)], "stays": True}
            self.pid = _ask(_request(words, environment), streams)

    def poll(self) -> int | None:
        """Its exit code, None while it runs."""
        code = _ask({"pid": self.pid, "wait": False})
        return None if code == RUNS else code

    def wait(self) -> None:
        """Wait until it has ended."""
        try:
            _ask({"pid": self.pid, "wait": True})
        except TimeoutError:
            os.kill(self.pid, signal.SIGKILL)
            raise


def _run(asked: dict[str, Any], stdin: str, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        given.write(stdin.encode())
        given.seek(0)
        code = _ask(_request(asked, environment), [given.fileno(), out.fileno(), err.fileno()])
        out.seek(0)
        err.seek(0)
        return subprocess.CompletedProcess(asked["words"], code, out.read().decode(), err.read().decode())


def _request(asked: dict[str, Any], environment: dict[str, str]) -> dict[str, Any]:
    return {**asked, "env": {**os.environ, **environment}, "cwd": str(Path.cwd())}


def _ask(asked: dict[str, Any], streams: Sequence[int] = ()) -> int:
    request, starter = json.dumps(asked).encode(), _starter()
    starter.sendall(len(request).to_bytes(4, "big"))
    socket.send_fds(starter, [request[:1]], streams)
    starter.sendall(request[1:])
    answer = starter.recv(20)
    assert answer, "the process that starts commands has ended"
    return int(answer)


@functools.cache
def _starter() -> socket.socket:
    """The process that starts commands; it ends with this one, when its end of the socket closes."""
    ours, theirs = socket.socketpair()
    ours.settimeout(PATIENCE_S)
    with theirs:
        subprocess.Popen(
            [sys.executable, __file__, str(theirs.fileno())],
            pass_fds=[theirs.fileno()],
            # One thread: what is forked has no others.
            env={**os.environ, "OPENBLAS_NUM_THREADS": "1"},
        )
    return ours


def _serve(requests: socket.socket) -> dict[str, Any] | None:
    """Fork a process for each request to run something, and answer with its exit code; with its number where it stays.

    Returns in the forked process alone: what it was asked to run.
    """
    staying: set[int] = set()
    while head := requests.recv(4):
        first, streams, _, _ = socket.recv_fds(requests, 1, 3)
        asked = json.loads(first + requests.recv(int.from_bytes(head, "big") - 1, socket.MSG_WAITALL))
        if "words" not in asked:
            requests.sendall(str(_ended(asked["pid"], asked["wait"], staying)).encode())
            continue
        pid = os.fork()
        if pid == 0:
            requests.close()
            _become(asked, streams)
            return asked
        for stream in streams:
            os.close(stream)
        staying.add(pid)
        if asked.get("stays"):
            os.setpgid(pid, pid)  # whichever of the two comes first
        requests.sendall(str(pid if asked.get("stays") else _ended(pid, True, staying)).encode())
    for pid in staying:
        os.kill(pid, signal.SIGTERM)
    os._exit(0)


def _ended(pid: int, wait: bool, staying: set[int]) -> int:
    if pid not in staying:
        return GONE
    ended, status = os.waitpid(pid, 0 if wait else os.WNOHANG)
    if not ended:
        return RUNS
    staying.remove(pid)
    return os.waitstatus_to_exitcode(status)


def _become(asked: dict[str, Any], streams: list[int]) -> None:
    for ours, stream in enumerate(streams):
        os.dup2(stream, ours)
        os.close(stream)
    os.environ.clear()
    os.environ.update(asked["env"])
    os.chdir(asked["cwd"])
    if asked.get("stays"):
        os.setpgid(0, 0)
    sys.argv = asked["words"]


def _load() -> None:
    for module in LOADED:
        __import__(module)
    from django.contrib.auth.hashers import PBKDF2PasswordHasher

    from iron.journal.content import library
    from iron.knowledge.messages import phrase

    library()
    phrase("body-weight", {})
    # A password costs half a second where it is made and where it is tried, which is its purpose and no test's.
    PBKDF2PasswordHasher.iterations = 1
    gc.collect()
    gc.freeze()  # a fork that ends would look through all that was loaded, and copy it


def _go_on_as(_program: str, words: Sequence[str]) -> None:
    """Run ``python -m MODULE WORD…`` in this process, which has loaded what the module needs, instead of exec."""
    _, _, module, *sys.argv[1:] = words
    importlib.import_module(module).main(sys.argv[1:])
    raise SystemExit


def _carry_out(asked: dict[str, Any]) -> None:
    if "code" in asked:
        exec(asked["code"], {"__name__": "__main__"})  # noqa: S102  (a test's own lines)
        return
    if "serve" in asked["words"][:2]:
        os.execv = _go_on_as  # type: ignore[assignment]
    runpy.run_module("iron.cli", run_name="__main__", alter_sys=True)


def _end(code: int) -> NoReturn:
    """End as an interpreter does, but for taking every module apart: with all that is loaded it takes 0.08 s."""
    from django.conf import settings
    from django.db import connections

    threading._shutdown()  # type: ignore[attr-defined]
    atexit._run_exitfuncs()
    if settings.configured:
        connections.close_all()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    sys.path.pop(0)  # this folder
    _load()
    asked = _serve(socket.socket(fileno=int(sys.argv[1])))
    try:
        _carry_out(asked)
    except SystemExit as end:
        if isinstance(end.code, str):
            raise
        _end(end.code or 0)
    _end(0)
