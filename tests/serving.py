"""A real server as a process, for tests: on a free port of 127.0.0.1, stopped at the end."""

from __future__ import annotations

import os
import signal
import socket
import ssl
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import commands

ROOT = Path(__file__).resolve().parents[1]

ADA = """
from iron.server.accounts.models import User
ada = User.objects.create_user("ada", "a long password", is_owner={is_owner})
"""

# For clients of plain HTTP: to read the authorities of TLS takes 25 ms a client.
NO_TLS = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def run(code: str, home: Path, **environment: str) -> str:
    """Run Python on a data folder, in a process in which Django is set up; what it prints."""
    booted = "from iron.server import boot\nboot.start()\n"
    finished = commands.python(booted + code, IRON_HOME=str(home), **environment)
    assert finished.returncode == 0, finished.stderr
    return finished.stdout.strip()


def make_account(home: Path, *, is_owner: bool = False) -> None:
    """Make the account of ada with a password, as the server's owner or as nobody's."""
    run(ADA.format(is_owner=is_owner), home)


def make_key(home: Path) -> str:
    """Make the account of ada and return a key of it that may write."""
    key = "from iron.server.accounts import tokens\nprint(tokens.make(ada, 'test', writes=True)[1])"
    return run(ADA.format(is_owner=False) + key, home)


@contextmanager
def serving(home: Path, printed: list[str] | None = None, **environment: str) -> Iterator[int]:
    """Serve a data folder and give the port; what the server printed is in ``printed`` at the end."""
    port = free_port()
    with tempfile.TemporaryFile() as output:
        server = commands.Server(port, output, IRON_HOME=str(home), **environment)
        try:
            wait_for(port, server)
            yield port
        finally:
            os.kill(server.pid, signal.SIGINT)
            server.wait()
            if printed is not None:
                printed.append(_printed_by(server))


def wait_for(port: int, process: subprocess.Popen | commands.Server, path: str = "/api/v1/me") -> None:
    """Wait until a server answers."""
    for _ in range(1200):
        try:
            ask(port, path)
        except OSError:
            assert process.poll() is None, _printed_by(process)
            time.sleep(0.05)
        else:
            return
    raise AssertionError("the server did not answer within a minute")


def _printed_by(process: subprocess.Popen | commands.Server) -> str:
    if isinstance(process, commands.Server):
        process.printed.seek(0)
        return process.printed.read().decode()
    return process.stdout.read() if process.stdout else ""


def ask(
    port: int, path: str, body: bytes | None = None, method: str | None = None, **headers: str
) -> tuple[int, bytes]:
    """Send one request and return status and body, whatever the status."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    request = urllib.request.Request(f"http://127.0.0.1:{port}{path}", body, named, method=method)
    try:
        with urllib.request.urlopen(request, timeout=60) as response:
            return response.status, response.read()
    except urllib.error.HTTPError as problem:
        return problem.code, problem.read()


def begin(port: int, path: str, announced: int, sent: bytes) -> socket.socket:
    """Begin a POST that announces more than it sends."""
    connection = socket.create_connection(("127.0.0.1", port))
    head = f"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {announced}\r\n\r\n"
    connection.sendall(head.encode() + sent)
    return connection
