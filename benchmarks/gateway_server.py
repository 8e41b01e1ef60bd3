"""Servers of the benchmarks that push: Iron's gateway or a bare handler, each in a process of its own."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
CSRF = "a" * 32


class Parts(list):
    """The parts of a WSGI answer; granian closes them."""

    def close(self) -> None:
        """Nothing is held."""


@dataclass
class Started:
    """A server that answers: its data folder, port, process, and the pid of its worker."""

    home: str
    port: int
    process: subprocess.Popen[bytes]
    pid: str


def cookie_of(user: Any) -> str:
    """The cookies of a new session of a user, with the row of its browser that signing in makes."""
    from allauth.usersessions.models import UserSession
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY

    from iron.server.accounts.sessions import SessionStore

    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.save()
    UserSession.objects.create(
        user=user, ip="127.0.0.1", user_agent="benchmark", session_key=session.session_key
    )
    return f"iron_session={session.session_key}; csrftoken={CSRF}"


def listen(loader: Callable[..., Any], port: int, *, bare: bool) -> None:
    """Serve until a signal: a bare handler as WSGI on as many threads as Iron has for pushes, Iron's gateway as RSGI."""
    from granian.constants import Interfaces
    from granian.log import LogLevels
    from granian.server import Server

    from iron.server.gateway.application import THREADS

    Server(
        "",
        port=port,
        interface=Interfaces.WSGI if bare else Interfaces.RSGI,
        blocking_threads=THREADS["quick"] if bare else 1,
        workers=1,
        websockets=False,
        log_level=LogLevels.error,
    ).serve(target_loader=loader, wrap_loader=False)


def start(script: str, which: str, count: int, **environment: str) -> Started:
    """Run ``script --serve which port count`` on a free port, and wait until its worker wrote its pid."""
    home = tempfile.mkdtemp(prefix="iron-benchmark-")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    path = os.pathsep.join([str(HERE.parent / "tests" / "server"), str(HERE.parent / "src"), str(HERE)])
    process = subprocess.Popen(
        [sys.executable, script, "--serve", which, str(port), str(count)],
        env={**os.environ, "PYTHONPATH": path, "IRON_HOME": home, **environment},
    )
    while not Path(home, "pid").exists():
        assert process.poll() is None
        time.sleep(0.05)
    return Started(home, port, process, Path(home, "pid").read_text())
