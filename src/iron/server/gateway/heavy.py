"""A small pool of processes for work that strangers may ask for: an import plan, a guest's snapshot.

A thread cannot be stopped, a process can: one whose client left, or that works too long, is killed, and the next
request gets a new one. Each runs the same Django application at a low priority, so that other requests go first.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import sys
from typing import TYPE_CHECKING, Final

import msgspec

from iron.server.gateway.frames import HEAD, HeavyAnswer, Job, read_answer
from iron.server.gateway.refusals import OverloadedError, TooMuchWorkError
from iron.server.gateway.wsgi_call import Answer

if TYPE_CHECKING:
    from asyncio.subprocess import Process
    from collections.abc import Sequence

PROCESSES: Final = 2
MOST_WAITING: Final = 16
"""Jobs that wait for a process; more are refused at once."""
LIMIT_S: Final = 30.0
"""Longest work for one request [s]: a guess, far above what a journal of ten years needs."""
IDLE_S: Final = 120.0
"""A process without work ends after this time [s], and gives its 60–80 MiB back."""
_START_S: Final = 30.0

_log = logging.getLogger("iron.heavy")
_encode: Final = msgspec.msgpack.Encoder().encode


class _Worker:
    """One process and the pipe to it."""

    def __init__(self, process: Process) -> None:
        self._process = process

    @classmethod
    async def start(cls, command: Sequence[str]) -> _Worker:
        pipe = asyncio.subprocess.PIPE
        return cls(await asyncio.create_subprocess_exec(*command, stdin=pipe, stdout=pipe))

    @property
    def alive(self) -> bool:
        return self._process.returncode is None

    async def do(self, job: Job) -> Answer:
        """Send one job and wait for its answer; EOFError where the process ended."""
        assert self._process.stdin is not None  # noqa: S101 - both were asked for as pipes
        assert self._process.stdout is not None  # noqa: S101
        raw = _encode(job)
        try:
            self._process.stdin.write(HEAD.pack(len(raw)))
            self._process.stdin.write(raw)
            await self._process.stdin.drain()
            (size,) = HEAD.unpack(await self._process.stdout.readexactly(HEAD.size))
            answer: HeavyAnswer = read_answer(await self._process.stdout.readexactly(size))
        except (ConnectionError, asyncio.IncompleteReadError):
            raise EOFError from None
        return Answer(answer.status, answer.headers, answer.body)

    def kill(self) -> None:
        with contextlib.suppress(ProcessLookupError):
            self._process.kill()


class HeavyPool:
    """Runs jobs in processes of their own, a few at a time.

    Args:
        limit_s: longest work for one job [s].
        processes: how many at a time.
        idle_s: how long a process without work is kept [s].
    """

    def __init__(self, limit_s: float = LIMIT_S, processes: int = PROCESSES, idle_s: float = IDLE_S) -> None:
        self._limit_s = limit_s
        self._idle_s = idle_s
        self._turns = asyncio.Semaphore(processes)
        self._waiting = 0
        self._idle: list[tuple[_Worker, asyncio.TimerHandle]] = []
        self._command = (sys.executable, "-m", "iron.server.gateway.heavy_worker")

    async def do(self, job: Job) -> Answer:
        """Answer one request; cancelling it kills the process that works on it.

        Raises:
            OverloadedError: too many jobs wait already.
            TooMuchWorkError: the work took longer than a request may, or its process ran out of memory.
        """
        if self._turns.locked() and self._waiting >= MOST_WAITING:
            raise OverloadedError(
                "Many people are importing or computing right now. Try again in a few seconds."
            )
        self._waiting += 1
        try:
            await self._turns.acquire()
        finally:
            self._waiting -= 1
        try:
            return await self._with_worker(job)
        finally:
            self._turns.release()

    def close(self) -> None:
        """End all processes without work; the others end when their pipe closes."""
        for worker, timer in self._idle:
            timer.cancel()
            worker.kill()
        self._idle.clear()

    async def _with_worker(self, job: Job) -> Answer:
        worker = await self._worker()
        path = job.environ["PATH_INFO"]
        try:
            async with asyncio.timeout(self._limit_s):
                answer = await worker.do(job)
        except TimeoutError:
            worker.kill()
            _log.warning("%s: stopped after %.0f s of work", path, self._limit_s)
            raise TooMuchWorkError(
                f"This took longer than {self._limit_s:.0f} seconds and was stopped. Send a part of it, such as the "
                "newest years, or sign in: a signed-in journal is computed step by step."
            ) from None
        except EOFError:
            worker.kill()
            _log.warning("%s: the process that worked on it ended, probably out of memory", path)
            raise TooMuchWorkError(
                "This needed more memory than one request may use. Send a part of it, such as the newest years."
            ) from None
        except BaseException:
            # The client left, or the server stops.
            worker.kill()
            raise
        self._keep(worker)
        return answer

    async def _worker(self) -> _Worker:
        while self._idle:
            worker, timer = self._idle.pop()
            timer.cancel()
            if worker.alive:
                return worker
        return await _Worker.start(self._command)

    def _keep(self, worker: _Worker) -> None:
        timer = asyncio.get_running_loop().call_later(self._idle_s, self._drop, worker)
        self._idle.append((worker, timer))

    def _drop(self, worker: _Worker) -> None:
        worker.kill()
        self._idle = [row for row in self._idle if row[0] is not worker]
