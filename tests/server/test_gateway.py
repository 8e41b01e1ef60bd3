"""Nobody can occupy the server: slow bodies, heavy work, gone clients; and what the gateway hands to Django."""

from __future__ import annotations

import asyncio
import json
import select
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any

import pytest
from serving import ask, begin, serving
from training_years import guest

from iron.server.gateway import fairness
from iron.server.gateway.application import Gateway, _while_there
from iron.server.gateway.body import Bodies
from iron.server.gateway.fairness import Shares, client_of, network_of
from iron.server.gateway.frames import Job
from iron.server.gateway.heavy import HeavyPool
from iron.server.gateway.refusals import OverloadedError, TooManyRequestsError, TooMuchWorkError
from iron.server.gateway.rules import PLAIN, Rules


class Scope:
    """A request as granian tells it."""

    def __init__(self, method="GET", path="/", headers=(), client="192.0.2.7:5000", query=""):
        self.proto, self.http_version, self.scheme, self.authority = "http", "1.1", "http", None
        self.server, self.client, self.method, self.path, self.query_string = (
            "127.0.0.1:8000",
            client,
            method,
            path,
            query,
        )
        self.headers = dict(headers)


class Protocol:
    """The other side: sends the parts of a body, pauses for ever at None, and keeps the answer."""

    def __init__(self, *parts, leaves_after=None):
        self.parts, self.leaves_after, self.answer = list(parts), leaves_after, None

    async def __aiter__(self):
        for part in self.parts:
            if part is None:
                await asyncio.Event().wait()
            yield part

    async def client_disconnect(self):
        if self.leaves_after is None:
            await asyncio.Event().wait()
        await asyncio.sleep(self.leaves_after)

    def response_bytes(self, status, headers, body):
        self.answer = status, dict(headers), body

    @property
    def status(self):
        return self.answer and self.answer[0]

    @property
    def error(self):
        return json.loads(self.answer[2])["error"]


def echo(environ, start):
    start("200 OK", [("Content-Type", "text/plain"), ("Set-Cookie", " a=1")])
    answer = (
        environ["PATH_INFO"],
        environ["wsgi.input"].read(),
        environ.get("HTTP_X_IRON"),
        environ.get("HTTP_X_REAL_IP"),
    )
    return Closing(["|".join(map(str, answer)).encode()])


class Closing(list):
    def close(self):
        pass


def through(protocol, scope, application=echo, **settings):
    """Let a gateway answer one request."""

    async def run():
        gateway = Gateway(application, Rules(()), **settings)
        gateway.__rsgi_init__(asyncio.get_running_loop())
        await gateway.__rsgi__(scope, protocol)
        gateway.__rsgi_del__(asyncio.get_running_loop())

    asyncio.run(run())
    return protocol


def test_a_request_reaches_django_whole():
    scope = Scope("POST", "/a/ü", {"content-length": "6", "x-iron": "1", "x_real_ip": "spoofed"})
    protocol = through(Protocol(b"abc", b"def"), scope)
    status, headers, body = protocol.answer
    assert (status, headers) == (200, {"Content-Type": "text/plain", "Set-Cookie": "a=1"})
    # WSGI carries the bytes of a path as latin-1.
    assert body.decode().encode("latin-1").decode() == "/a/ü|b'abcdef'|1|None"


@pytest.mark.parametrize(
    ("parts", "length", "status", "code"),
    [
        ((b"ab", None), "4", 408, "slow_request"),
        ((b"ab",), "4", 408, "slow_request"),
        ((b"a" * 40_000, b"b" * 40_000), None, 413, "too_large"),
        ((), "70000", 413, "too_large"),
    ],
    ids=["pauses", "ends early", "longer than allowed", "announces too much"],
)
def test_a_body_that_is_slow_or_too_long_never_reaches_django(parts, length, status, code):
    headers = {"content-length": length} if length else {"transfer-encoding": "chunked"}
    protocol = through(Protocol(*parts), Scope("POST", "/x", headers), bodies=Bodies(idle_s=0.05))
    assert (protocol.status, protocol.error["code"]) == (status, code)


def test_bodies_together_have_a_bound():
    bodies = Bodies(most=100)
    with bodies.room(80, 1000), pytest.raises(OverloadedError), bodies.room(30, 1000):
        pass
    with bodies.room(100, 1000):
        pass


def test_an_address_has_a_share_of_heavy_work_and_gets_it_back():
    now = [0.0]
    shares = Shares(lambda: now[0])
    for _ in range(fairness.BURST):
        with shares.heavy("192.0.2.1"):
            pass
    with pytest.raises(TooManyRequestsError, match="computations a minute"), shares.heavy("192.0.2.1"):
        pass
    with shares.heavy("192.0.2.2"):
        pass
    now[0] = 60 / fairness.PER_MINUTE
    with shares.heavy("192.0.2.1"):
        pass


def test_an_address_may_have_a_few_computations_at_once():
    shares = Shares()
    blocks = [shares.heavy("192.0.2.1") for _ in range(fairness.AT_ONCE)]
    for block in blocks:
        block.__enter__()
    with pytest.raises(TooManyRequestsError, match="under way"), shares.heavy("192.0.2.1"):
        pass
    blocks[0].__exit__(None, None, None)
    with shares.heavy("192.0.2.1"):
        pass


def test_one_home_is_one_client_and_a_proxy_is_believed_only_where_the_host_says_so():
    assert (
        network_of("2001:db8:1:2::9") == network_of("2001:db8:1:2:ffff::1") != network_of("2001:db8:1:3::9")
    )
    assert network_of("::ffff:192.0.2.1") == "192.0.2.1"
    assert client_of("192.0.2.1:99", "203.0.113.5", 0) == "192.0.2.1"
    assert client_of("192.0.2.1:99", "6.6.6.6, 203.0.113.5", 1) == "203.0.113.5"
    assert client_of("[2001:db8::1]:99", None, 0) == "2001:db8::1"


def pool_job(path: str, body: bytes) -> Job:
    environ = {
        "REQUEST_METHOD": "POST",
        "PATH_INFO": path,
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "8000",
        "HTTP_HOST": "localhost",
        "CONTENT_TYPE": "application/json",
        "wsgi.url_scheme": "http",
    }
    return Job(environ, body)


def test_work_that_takes_too_long_or_lost_its_client_is_killed_and_the_next_is_answered(iron_home):
    async def run():
        pool = HeavyPool(limit_s=60, processes=1)

        async def idle_process():
            """A process that has started and waits for work."""
            assert (await pool.do(pool_job("/api/v1/compute", b'{"documents":[]}'))).status == 200
            return pool._idle[0][0]._process

        process = await idle_process()
        pool._limit_s = 0.2
        with pytest.raises(TooMuchWorkError, match="was stopped"):
            await pool.do(pool_job("/api/v1/compute", guest(400, 100)))
        assert await asyncio.wait_for(process.wait(), 10) < 0
        pool._limit_s = 60
        process = await idle_process()
        protocol: Any = Protocol(leaves_after=0.05)
        with pytest.raises(asyncio.CancelledError):
            await _while_there(pool.do(pool_job("/api/v1/compute", guest(400, 100))), protocol)
        assert await asyncio.wait_for(process.wait(), 10) < 0
        await idle_process()
        pool.close()

    asyncio.run(run())


def test_four_slow_bodies_and_four_computations_hold_nobody_up(iron_home):
    """Others are answered while all of them are under way; how soon is measured by benchmarks/server.py."""
    work, none = guest(400, 100), b'{"documents":[]}'
    with serving(iron_home) as port:
        slow = [begin(port, "/api/v1/compute", 1_000_000, b"{") for _ in range(2)]
        slow += [begin(port, "/api/v1/import/plan", 1_000_000, b"{") for _ in range(2)]
        # The processes that compute have started before they get more work than they could ever finish here.
        with ThreadPoolExecutor(2) as clients:
            first = list(clients.map(partial(ask, port, "/api/v1/compute"), [none, none]))
        assert [status for status, _ in first] == [200, 200]
        heavy = [begin(port, "/api/v1/compute", len(work), work) for _ in range(4)]
        assert [ask(port, "/api/v1/me")[0] for _ in range(20)] == [200] * 20
        assert select.select(heavy, [], [], 0)[0] == [], "none of the four has an answer yet"
        for connection in (*slow, *heavy):
            connection.close()
        assert ask(port, "/api/v1/compute", guest(20, 20))[0] == 200


def test_a_rule_is_found_for_every_kind_of_address():
    from iron.server.api.routes import ROUTES

    rules = Rules(ROUTES)
    assert rules.of("POST", "/api/v1/compute").lane == "heavy"
    assert rules.of("GET", "/api/v1/growth/leg-press-45").lane == "slow"
    assert rules.of("HEAD", "/api/v1/snapshot").lane == "slow"
    assert rules.of("POST", "/_allauth/browser/v1/auth/login").lane == "accounts"
    assert rules.of("GET", "/api/v1/compute") == rules.of("GET", "/exercises") == PLAIN
