"""``iron``, or a few lines of Python, as a process: its words, its exit code, its files.

The processes are forked from one that has loaded the libraries: a command takes 0.3 s of a processor, not 1.3 s.
Each has its own arguments, environment, folder and streams, and ends as any interpreter does. What a start from
nothing costs or loads is asked with ``python -m iron.cli`` (test_lifter_commands.py).
"""

from __future__ import annotations

import functools
import gc
import json
import os
import runpy
import socket
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

# Nothing that reads settings, the environment or a file when it is loaded.
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
    "iron.training.history",
)
PATIENCE_S = 120


def iron(*arguments: object, stdin: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    """Run ``iron`` with arguments, further variables of the environment and what it reads from its input."""
    return _run({"words": ["iron", *map(str, arguments)]}, stdin, environment)


def python(code: str, *arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run lines of Python that set Iron up in a process of their own; they must not ask what a start loads."""
    return _run({"words": ["-c", *map(str, arguments)], "code": code}, "", environment)


def _run(asked: dict[str, Any], stdin: str, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        given.write(stdin.encode())
        given.seek(0)
        request = {**asked, "env": {**os.environ, **environment}, "cwd": str(Path.cwd())}
        code = _ask(json.dumps(request).encode(), [given.fileno(), out.fileno(), err.fileno()])
        out.seek(0)
        err.seek(0)
        return subprocess.CompletedProcess(asked["words"], code, out.read().decode(), err.read().decode())


def _ask(request: bytes, streams: list[int]) -> int:
    starter = _starter()
    starter.sendall(len(request).to_bytes(4, "big"))
    socket.send_fds(starter, [request[:1]], streams)
    starter.sendall(request[1:])
    answer = starter.recv(8)
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


def _serve(requests: socket.socket) -> str | None:
    """Fork a process for each request and answer with its exit code.

    Returns in the forked process alone: the lines to run, None for ``iron``.
    """
    while head := requests.recv(4):
        first, streams, _, _ = socket.recv_fds(requests, 1, 3)
        rest = requests.recv(int.from_bytes(head, "big") - 1, socket.MSG_WAITALL)
        pid = os.fork()
        if pid == 0:
            requests.close()
            return _become(json.loads(first + rest), streams)
        for stream in streams:
            os.close(stream)
        requests.sendall(str(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])).encode())
    os._exit(0)


def _become(asked: dict[str, Any], streams: list[int]) -> str | None:
    for ours, stream in enumerate(streams):
        os.dup2(stream, ours)
        os.close(stream)
    os.environ.clear()
    os.environ.update(asked["env"])
    os.chdir(asked["cwd"])
    sys.argv = asked["words"]
    return asked.get("code")


if __name__ == "__main__":
    sys.path.pop(0)  # this folder
    for module in LOADED:
        __import__(module)
    gc.freeze()  # a fork that ends would look through all that was loaded, and copy it
    lines = _serve(socket.socket(fileno=int(sys.argv[1])))
    if lines is None:
        runpy.run_module("iron.cli", run_name="__main__", alter_sys=True)
    else:
        exec(lines, {"__name__": "__main__"})  # noqa: S102  (a test's own lines)
