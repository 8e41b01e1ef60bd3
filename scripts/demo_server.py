"""An Iron of its own for scripts that take pictures: a free port, an empty home, stopped at the end."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
CHROMIUM = os.environ.get("IRON_CHROMIUM", "/usr/bin/chromium")


@contextmanager
def demo_server() -> Iterator[str]:
    """Start Iron on a free port of this machine and yield its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with tempfile.TemporaryDirectory() as home:
        server = subprocess.Popen(
            [sys.executable, "-m", "iron.cli", "serve", "--port", str(port)],
            env={**os.environ, "IRON_HOME": home},
            stdout=subprocess.DEVNULL,
        )
        try:
            _wait_for(f"http://localhost:{port}/api/v1/me")
            yield f"http://localhost:{port}"
        finally:
            server.terminate()
            server.wait(timeout=10)


def _wait_for(address: str) -> None:
    for _ in range(600):
        try:
            urllib.request.urlopen(address, timeout=2).close()  # noqa: S310 - our own loopback address
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise SystemExit(f"{address} does not answer.")
