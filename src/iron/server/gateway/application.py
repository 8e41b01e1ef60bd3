"""The application that granian serves: reads bodies, shares work out to threads and processes, answers.

Granian could call Django by itself (WSGI), but then a thread waits for each slow body, and four of them stop a server
of four threads. Here an event loop waits, and a thread is taken when the whole request is there (docs/decisions.md).
"""

from __future__ import annotations

import asyncio
import gc
import logging
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, Final

import msgspec

from iron.server import problems
from iron.server.gateway.body import Bodies, announced
from iron.server.gateway.fairness import Shares, client_of
from iron.server.gateway.frames import Job
from iron.server.gateway.heavy import HeavyPool
from iron.server.gateway.refusals import OverloadedError, RetryLaterError
from iron.server.gateway.rules import UNLOGGED, Lane, Rule, Rules
from iron.server.gateway.wsgi_call import Answer, call, headers_of, strings_of
from iron.server.watching import watch
from iron.values.errors import IronError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from granian._granian import RSGIHTTPProtocol
    from granian.rsgi import Scope

THREADS: Final[dict[Lane, int]] = {"quick": 8, "slow": 2, "accounts": 2}
"""Threads by lane. While one push is flushed to the disk, seven others can come together for the next flush
(`iron.server.storage.group_commit`)."""
MOST_WAITING: Final = 512
"""Requests that wait for a thread of one lane; more are refused at once."""

_log = logging.getLogger("iron.gateway")


class Gateway:
    """One server.

    Args:
        application: Django's WSGI application.
        rules: lane and size of each address.
        proxies: how many proxies of the host stand before Iron.
        pool: processes for heavy work; made with the event loop when None.
        bodies: the bodies in memory.
    """

    def __init__(
        self,
        application: Callable[..., Iterable[bytes]],
        rules: Rules,
        proxies: int = 0,
        *,
        pool: Callable[[], HeavyPool] = HeavyPool,
        bodies: Bodies | None = None,
    ) -> None:
        self._application = application
        self._rules = rules
        self._proxies = proxies
        self._make_pool = pool
        self._bodies = bodies or Bodies()
        self._shares = Shares()
        self._threads = {lane: ThreadPoolExecutor(count, f"iron-{lane}") for lane, count in THREADS.items()}
        self.waiting = dict.fromkeys(THREADS, 0)
        self._pool: HeavyPool | None = None

    def __rsgi_init__(self, loop: asyncio.AbstractEventLoop) -> None:
        """Called by granian when its event loop is there."""
        self._loop = loop

    def __rsgi_del__(self, _loop: asyncio.AbstractEventLoop) -> None:
        """Called by granian when it stops: what runs is finished, what waits is not begun."""
        if self._pool is not None:
            self._pool.close()
        for threads in self._threads.values():
            threads.shutdown(wait=False, cancel_futures=True)

    async def __rsgi__(self, scope: Scope, protocol: Any) -> None:
        """Answer one request."""
        if scope.proto != "http":
            protocol.close(403)
            return
        began = time.perf_counter()
        headers = headers_of(scope)
        rule = self._rules.of(scope.method, scope.path)
        try:
            answer = await self._answer(scope, protocol, headers, rule)
        except IronError as problem:
            answer = refusal(problem)
        except asyncio.CancelledError:
            # The client left: there is nobody to answer.
            return
        except Exception:  # noqa: BLE001 - the last line of defence: it is logged, and the client is told
            _log.exception("%s %s failed outside Django", scope.method, scope.path)
            answer = refusal(IronError("Iron broke while answering. Try again in a minute."))
        client = client_of(scope.client, headers.get("x-forwarded-for"), self._proxies)
        spent = time.perf_counter() - began
        path = "/calendar/…" if rule.name == UNLOGGED else scope.path
        watch.request(
            scope.method, path, rule.name, rule.lane, client, answer.status, len(answer.body), spent
        )
        if answer.file is not None:
            protocol.response_file(answer.status, answer.headers, answer.file)
        else:
            protocol.response_bytes(answer.status, answer.headers, answer.body)

    async def _answer(
        self, scope: Scope, protocol: RSGIHTTPProtocol, headers: dict[str, str], rule: Rule
    ) -> Answer:
        strings = strings_of(scope, headers, client_of(scope.client, None, 0))
        has_body, length = announced(headers)
        if not has_body and rule.lane == "quick":
            return await self._in_thread("quick", strings, b"")
        client = client_of(scope.client, headers.get("x-forwarded-for"), self._proxies)
        with self._bodies.room(length if has_body else 0, rule.most_bytes):
            body = b""
            if has_body:
                with self._shares.body(client):
                    body = await self._bodies.read(protocol, length, rule.most_bytes)
            if rule.lane == "heavy":
                return await self._heavy(client, strings, body, protocol)
            if rule.lane == "slow":
                return await _while_there(self._in_thread("slow", strings, body), protocol)
            return await self._in_thread(rule.lane, strings, body)

    async def _in_thread(self, lane: Lane, strings: dict[str, str], body: bytes) -> Answer:
        if self.waiting[lane] >= MOST_WAITING:
            raise OverloadedError(
                "More requests wait than the server will get to soon. Try again in a few seconds."
            )
        self.waiting[lane] += 1
        try:
            return await self._loop.run_in_executor(
                self._threads[lane], call, self._application, strings, body
            )
        finally:
            self.waiting[lane] -= 1

    async def _heavy(
        self, client: str, strings: dict[str, str], body: bytes, protocol: RSGIHTTPProtocol
    ) -> Answer:
        if self._pool is None:
            self._pool = self._make_pool()
        with self._shares.heavy(client):
            return await _while_there(self._pool.do(Job(strings, body)), protocol)


async def _while_there(work: Any, protocol: RSGIHTTPProtocol) -> Answer:
    """Wait for work and stop it when its client leaves.

    Raises:
        CancelledError: the client left.
    """
    working = asyncio.ensure_future(work)
    leaving = asyncio.ensure_future(protocol.client_disconnect())
    try:
        await asyncio.wait({working, leaving}, return_when=asyncio.FIRST_COMPLETED)
        if not working.done():
            working.cancel()
        answer: Answer = await working
        return answer
    finally:
        leaving.cancel()


def refusal(problem: IronError) -> Answer:
    """Answer with an error in the API's shape."""
    body = msgspec.json.encode(
        problems.details(problem.status, problem.code, problem.sentence, problem.where)
    )
    headers = [
        ("content-type", problems.MEDIA_TYPE),
        ("cache-control", "private, no-store"),
        ("x-content-type-options", "nosniff"),
    ]
    if isinstance(problem, RetryLaterError):
        headers.append(("retry-after", str(problem.retry_s)))
    return Answer(problem.status, headers, body)


def gateway() -> Gateway:
    """Return the gateway of this server; Django is set up."""
    from django.conf import settings

    from iron.server.api.routes import ROUTES
    from iron.server.wsgi import application

    made = Gateway(application, Rules(ROUTES), settings.IRON_PROXIES)
    watch.start(made.waiting, count=settings.IRON_METRICS)
    # What is loaded by now stays until the end: the collector does not walk it again with every push.
    gc.collect()
    gc.freeze()
    return made
