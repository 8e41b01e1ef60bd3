"""How much each address of the server may take in, and who answers it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from iron.server.api.route import Route

Lane = Literal["quick", "slow", "accounts", "heavy"]
"""Who answers: threads for what takes milliseconds, for what may take seconds, for password hashes; or a process of
its own that can be stopped, for work that strangers may ask for."""

KIB: Final = 1024
MIB: Final = 1024 * KIB
_API: Final = "/api/v1/"


@dataclass(frozen=True, slots=True)
class Rule:
    """What holds for an address: its lane, the bytes of body that it takes, and its name in figures."""

    lane: Lane
    most_bytes: int
    name: str


UNLOGGED: Final = "calendar"
"""Name of the rule whose addresses are secret: they are not logged."""

# Pages, files of the app and reads take no body; a wrong one is short.
PLAIN: Final = Rule("quick", 64 * KIB, "page")
_PREFIXES: Final[tuple[tuple[str, Rule], ...]] = (
    ("/_allauth/", Rule("accounts", 64 * KIB, "_allauth")),
    ("/mcp", Rule("slow", MIB, "mcp")),
    *((path, Rule("slow", 64 * KIB, "oauth")) for path in ("/authorize", "/token", "/register", "/revoke")),
    ("/calendar/", Rule("slow", 64 * KIB, UNLOGGED)),
)


class Rules:
    """Finds the rule of a request from the table of routes."""

    def __init__(self, routes: Iterable[Route]) -> None:
        self._exact: dict[tuple[str, str], Rule] = {}
        self._below: list[tuple[str, str, Rule]] = []
        for route in routes:
            rule = Rule(route.lane, route.most_bytes, route.path)
            fixed, more, _ = route.path.partition("<")
            if more:
                self._below.append((route.method, _API + fixed, rule))
            else:
                self._exact[route.method, _API + fixed] = rule

    def of(self, method: str, path: str) -> Rule:
        """Return the rule of a request."""
        method = "GET" if method == "HEAD" else method
        if path.startswith(_API):
            if (rule := self._exact.get((method, path))) is not None:
                return rule
            below = (rule for its, start, rule in self._below if its == method and path.startswith(start))
            return next(below, PLAIN)
        return next((rule for start, rule in _PREFIXES if path.startswith(start)), PLAIN)
