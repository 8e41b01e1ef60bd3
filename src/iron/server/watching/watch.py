"""What is written down while the server works: figures, the access log, the audit log. Never anything of a journal."""

from __future__ import annotations

import json
import logging
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from iron.records.revisions import Result
    from iron.server.watching.metrics import Metrics

log = logging.getLogger("iron.health")
_access = logging.getLogger("iron.access")
_audit = logging.getLogger("iron.audit")

metrics: Metrics | None = None
"""The counters of this process, None where nobody asked for them."""
waiting: Mapping[Any, int] = {}
"""Requests that run or wait, by lane; the gateway's own."""


def start(lanes: Mapping[Any, int], *, count: bool) -> None:
    """Begin to watch a server: called once, with its queues."""
    global metrics, waiting  # noqa: PLW0603 - one server in a process
    waiting = lanes
    if count and metrics is None:
        from iron.server.watching.metrics import Metrics

        metrics = Metrics()


def request(
    method: str, path: str, route: str, lane: str, client: str, status: int, size: int, seconds: float
) -> None:
    """Note one answered request; the query is left out, it may hold what a lifter searched for."""
    if metrics is not None:
        metrics.request(method, route, lane, status, seconds)
    if _access.isEnabledFor(logging.INFO):
        _access.info(
            "%s %s %s %d %d %.1f ms",
            client,
            method,
            json.dumps(path[:200], ensure_ascii=True)[1:-1],
            status,
            size,
            seconds * 1000,
            extra={
                "fields": {
                    "client": client,
                    "method": method,
                    "path": path[:200],
                    "route": route,
                    "status": status,
                    "bytes": size,
                    "ms": round(seconds * 1000, 1),
                }
            },
        )


def push(results: Sequence[Result], conflicts: int) -> None:
    """Note what became of a push."""
    if metrics is not None:
        metrics.push(results, conflicts)


def audit(event: str, account: str, address: str = "", **more: Any) -> None:
    """Note that something was done to an account: who, what, from where.

    Args:
        event: what was done, such as ``key-made``.
        account: its name.
        address: where the request came from, empty for the command line.
        more: further facts, such as the name of a key.
    """
    fields = {"account": account, "address": address or "command line", **more}
    text = " ".join(f"{name}={json.dumps(value)}" for name, value in fields.items())
    _audit.info("%s %s", event, text, extra={"fields": {"event": event, **fields}})
