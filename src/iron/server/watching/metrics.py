"""Figures for Prometheus. Off unless asked for; then one object that the server counts in."""

from __future__ import annotations

from collections import Counter as Tally
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from iron.records.revisions import Result

_SECONDS: Final = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)


class Metrics:
    """Counters of one process, in a registry of their own.

    Routes are named as the table of routes names them: an id in an address would make a series of each document.
    """

    def __init__(self) -> None:
        # 10 ms and 3 MiB that a server without metrics does not pay.
        from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector

        self.registry = CollectorRegistry()
        ProcessCollector(registry=self.registry)
        on = self.registry
        self._requests = Counter(
            "iron_requests_total", "Requests answered", ["method", "route", "status"], registry=on
        )
        self._seconds = Histogram(
            "iron_request_seconds",
            "Time to the answer, waiting included",
            ["lane"],
            buckets=_SECONDS,
            registry=on,
        )
        self._operations = Counter(
            "iron_push_operations_total", "Operations pushed, by what became of them", ["status"], registry=on
        )
        self._pushes = Counter("iron_pushes_total", "Pushes answered", registry=on)
        self._conflicts = Counter(
            "iron_merge_conflicts_total", "Merges in which a value of one side lost", registry=on
        )
        self._waiting = Gauge(
            "iron_requests_waiting", "Requests that run or wait for a thread", ["lane"], registry=on
        )
        self._database = Gauge("iron_database_bytes", "Size of the database on its disk", registry=on)
        self._accounts = Gauge("iron_accounts", "Accounts on this server", registry=on)

    def request(self, method: str, route: str, lane: str, status: int, seconds: float) -> None:
        """Count an answered request."""
        self._requests.labels(method, route, f"{status // 100}xx" if status < 400 else str(status)).inc()
        self._seconds.labels(lane).observe(seconds)

    def push(self, results: Iterable[Result], conflicts: int) -> None:
        """Count what became of the operations of a push."""
        self._pushes.inc()
        self._conflicts.inc(conflicts)
        for status, count in Tally(result.status for result in results).items():
            self._operations.labels(status).inc(count)

    def render(self, waiting: Mapping[str, int], database_bytes: int, accounts: int) -> bytes:
        """Return everything in Prometheus' text format."""
        from prometheus_client import generate_latest

        for lane, count in waiting.items():
            self._waiting.labels(lane).set(count)
        self._database.set(database_bytes)
        self._accounts.set(accounts)
        return generate_latest(self.registry)
