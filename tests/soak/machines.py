"""Processes of the fault runner: servers that are killed, a database that is put back, phones that die between taps."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

import commands  # noqa: E402
from postgres import binaries  # noqa: E402

_STARTING_S = 60


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Servers:
    """Two ``iron serve`` on one database.

    Args:
        home: data folder.
        database: PostgreSQL address, None for SQLite.
    """

    def __init__(self, home: Path, database: str | None = None) -> None:
        self.home = home
        self.database = database
        self.ports = [free_port(), free_port()]
        self.running: list[commands.Server | None] = [None, None]
        self.kills = 0

    @property
    def addresses(self) -> list[str]:
        """Where they listen."""
        return [f"http://127.0.0.1:{port}" for port in self.ports]

    def environment(self) -> dict[str, str]:
        """What an ``iron`` command needs to work on this database."""
        more = {}
        if self.database:
            # The client programs of the PostgreSQL that runs, before others of this machine.
            path = os.pathsep.join([str(binaries()), os.environ["PATH"]])
            more = {"IRON_DATABASE_URL": self.database, "PATH": path}
        return {**os.environ, "IRON_HOME": str(self.home), "PYTHONPATH": str(ROOT / "src"), **more}

    def start(self, n: int) -> None:
        """Start one of them; it may take a moment until it listens."""
        with (self.home.parent / f"server-{n}.log").open("ab") as log:
            self.running[n] = commands.Server(self.ports[n], log, **self.environment())

    def kill(self, n: int, how: int = signal.SIGKILL) -> None:
        """End one of them and all its processes."""
        process = self.running[n]
        if process is None:
            return
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, how)
        process.wait()
        self.running[n] = None
        self.kills += 1

    async def ready(self) -> None:
        """Wait until both answer; start again what ended by itself."""
        for n, address in enumerate(self.addresses):
            for _ in range(_STARTING_S * 10):
                process = self.running[n]
                if process is None or process.poll() is not None:
                    self.start(n)
                if await asyncio.to_thread(_answers, address):
                    break
                await asyncio.sleep(0.1)
            else:
                raise TimeoutError(f"{address} did not answer within a minute")

    def command(self, *arguments: str) -> str:
        """Run an ``iron`` command, or a script of this folder, on the same database."""
        process = subprocess.run(
            [sys.executable, *arguments], env=self.environment(), capture_output=True, text=True, check=True
        )
        return process.stdout

    def stop(self) -> None:
        """End both."""
        for n in (0, 1):
            self.kill(n)


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(f"{address}/api/v1/me", timeout=5) as response:
            return response.status == 200
    except OSError:
        return False


def build_phone(to: Path) -> Path:
    """Bundle the phone's TypeScript for Node."""
    web = ROOT / "web"
    subprocess.run(
        [str(web / "node_modules/.bin/vite"), "build", "--config", "soak/vite.config.ts", "--outDir", str(to), "--logLevel", "error"],
        cwd=web, check=True,
    )  # fmt: skip
    return to / "phone.js"


class Phone:
    """One browser: a Node process with the app's own store, whose databases outlive it."""

    def __init__(self, script: Path, folder: Path) -> None:
        self.script, self.folder = script, folder
        folder.mkdir(parents=True, exist_ok=True)
        self.process: asyncio.subprocess.Process | None = None
        self._waiting: dict[int, asyncio.Future[Any]] = {}
        self._reader: asyncio.Task[None] | None = None
        self._count = 0
        self.kills = 0

    async def start(self) -> None:
        """Start it where it is not running."""
        if self.process is not None:
            return
        node = shutil.which("node") or "node"
        self.process = await asyncio.create_subprocess_exec(
            node, str(self.script), str(self.folder),
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, limit=1 << 26,
        )  # fmt: skip
        ready = self._expect(0)
        self._reader = asyncio.create_task(self._read(self.process))
        await ready

    def _expect(self, n: int) -> asyncio.Future[Any]:
        self._waiting[n] = asyncio.get_running_loop().create_future()
        return self._waiting[n]

    async def _read(self, process: asyncio.subprocess.Process) -> None:
        assert process.stdout
        async for line in process.stdout:
            answer = json.loads(line)
            future = self._waiting.pop(answer["n"], None)
            if future and not future.done():
                future.set_result(answer["value"])
        for future in self._waiting.values():
            if not future.done():
                future.set_result("killed")
        self._waiting.clear()

    async def ask(self, do: str, **more: Any) -> Any:
        """Send a command and return its answer; ``killed`` when the phone died over it."""
        if self.process is None or self.process.stdin is None:
            return "killed"
        self._count += 1
        future = self._expect(self._count)
        command = {"n": self._count, "do": do, "fates": [], "tabs": 1, "full": 0, "guest": False, **more}
        try:
            self.process.stdin.write(json.dumps(command).encode() + b"\n")
            await self.process.stdin.drain()
        except (BrokenPipeError, ConnectionResetError):
            return "killed"
        return await future

    async def kill(self) -> None:
        """End it in the middle of whatever it does."""
        process, self.process = self.process, None
        if process is None:
            return
        # What is asked from now on is answered at once; what was asked before, by the end of the reader.
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        await process.wait()
        if self._reader:
            await self._reader
        self.kills += 1
