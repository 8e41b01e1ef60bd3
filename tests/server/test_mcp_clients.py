"""The official MCP clients against a real server: connect, list, close, 20 times; and clients that misbehave."""

from __future__ import annotations

import asyncio
import json
import shutil
import socket
import subprocess

import pytest
from serving import ROOT, ask, make_key, serving

TIMES = (
    20  # more than the threads that answer, so that a connection that stays open would hold the next one up
)
TOOLS = 21
SDK = ROOT / "web" / "node_modules" / "@modelcontextprotocol" / "sdk"


@pytest.fixture(scope="module")
def server(_ready, tmp_path_factory):
    """Port and key of a server that all tests of this file share."""
    home = tmp_path_factory.mktemp("mcp") / "var"
    shutil.copytree(_ready, home)
    key = make_key(home)
    with serving(home) as port:
        yield port, key


@pytest.mark.skipif(not SDK.is_dir(), reason="the packages of web/ are not installed")
def test_the_typescript_client_connects_lists_and_closes_20_times(server):
    port, key = server
    script = ROOT / "tests" / "server" / "mcp_client.mjs"
    process = subprocess.run(
        ["node", str(script), f"http://127.0.0.1:{port}/mcp", key, str(TIMES)],
        cwd=ROOT / "web",
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert process.returncode == 0, process.stderr
    assert json.loads(process.stdout) == [TOOLS] * TIMES


def test_the_python_client_connects_lists_and_closes_20_times(server):
    port, key = server
    assert asyncio.run(_python_client(f"http://127.0.0.1:{port}/mcp", key)) == [TOOLS] * TIMES


async def _python_client(url: str, key: str) -> list[int]:
    import httpx2
    from mcp import ClientSession
    from mcp.client.streamable_http import streamable_http_client

    counts = []
    for _ in range(TIMES):
        async with (
            httpx2.AsyncClient(headers={"Authorization": f"Bearer {key}"}, timeout=60) as http,
            streamable_http_client(url, http_client=http) as (receive, send, *_),
            ClientSession(receive, send) as session,
        ):
            await session.initialize()
            counts.append(len((await session.list_tools()).tools))
    return counts


@pytest.mark.parametrize("method", ["GET", "DELETE", "PUT", "HEAD"])
def test_other_methods_are_refused_at_once_and_hold_nothing(server, method):
    port, key = server
    for _ in range(8):
        status, _ = ask(
            port, "/mcp", method=method, Authorization=f"Bearer {key}", Accept="text/event-stream"
        )
        assert status == 405
    assert ask(port, "/api/v1/me")[0] == 200


def test_clients_that_leave_or_read_slowly_hold_nothing(server):
    port, key = server
    call = json.dumps({"jsonrpc": "2.0", "id": 1, "method": "tools/list", "params": {}}).encode()
    head = (
        f"POST /mcp HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {key}\r\nContent-Type: application/json\r\n"
        f"Accept: application/json, text/event-stream\r\nContent-Length: {len(call)}\r\n\r\n"
    ).encode()
    slow = []
    for n in range(12):
        connection = socket.create_connection(("127.0.0.1", port))
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1024)
        connection.sendall(head + call[: len(call) if n % 2 else 10])
        # Half of them leave in the middle of their request, half never read the answer.
        if n % 2:
            slow.append(connection)
        else:
            connection.close()
    status, body = ask(
        port, "/mcp", call, Authorization=f"Bearer {key}", Accept="application/json, text/event-stream", Content_Type="application/json"
    )  # fmt: skip
    assert (status, len(json.loads(body)["result"]["tools"])) == (200, TOOLS)
    assert ask(port, "/api/v1/me")[0] == 200
    for connection in slow:
        connection.close()
