"""Keeps one address from taking the whole server: how much heavy work it may ask for, and how many slow bodies."""

from __future__ import annotations

import ipaddress
import time
from collections import OrderedDict
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from iron.server.gateway.refusals import TooManyRequestsError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# Guesses: an import takes two or three plans, a guest's phone asks for a snapshot after each workout, and a gym's
# lifters may share one address.
BURST: Final = 40
"""Heavy requests that an address may send at once after a quiet time."""
PER_MINUTE: Final = 40
"""Heavy requests a minute that an address may go on with."""
AT_ONCE: Final = 6
"""Heavy requests of one address that may run or wait at the same time."""
BODIES_AT_ONCE: Final = 64
"""Bodies of one address that may be on their way at the same time."""
_MOST_ADDRESSES: Final = 10_000


@dataclass(slots=True)
class _Share:
    tokens: float
    at: float
    running: int = 0
    bodies: int = 0


class Shares:
    """What each address has used. In memory: it protects this process, and a restart may forget it."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._shares: OrderedDict[str, _Share] = OrderedDict()

    @contextmanager
    def heavy(self, client: str) -> Iterator[None]:
        """Count one heavy request of an address while the block runs.

        Raises:
            TooManyRequestsError: the address asked for more than its share.
        """
        share = self._of(client)
        if share.running >= AT_ONCE:
            raise TooManyRequestsError(
                f"{AT_ONCE} computations of this address are under way. Wait for one of them, then try again."
            )
        if share.tokens < 1:
            raise TooManyRequestsError(
                f"This address asked for more than {PER_MINUTE} computations a minute. Try again in half a minute."
            )
        share.tokens -= 1
        share.running += 1
        try:
            yield
        finally:
            share.running -= 1

    @contextmanager
    def body(self, client: str) -> Iterator[None]:
        """Count one body of an address while it is read.

        Raises:
            TooManyRequestsError: too many of them are on their way.
        """
        share = self._of(client)
        if share.bodies >= BODIES_AT_ONCE:
            raise TooManyRequestsError(
                f"{BODIES_AT_ONCE} requests of this address are still being sent. Finish one of them first."
            )
        share.bodies += 1
        try:
            yield
        finally:
            share.bodies -= 1

    def _of(self, client: str) -> _Share:
        key, now = network_of(client), self._clock()
        share = self._shares.pop(key, None) or _Share(BURST, now)
        share.tokens = min(BURST, share.tokens + (now - share.at) * PER_MINUTE / 60)
        share.at = now
        self._shares[key] = share
        if len(self._shares) > _MOST_ADDRESSES:
            self._forget_idle()
        return share

    def _forget_idle(self) -> None:
        """Drop the oldest that nothing of is under way; one that is dropped starts with a full share again."""
        for key, share in list(self._shares.items())[: _MOST_ADDRESSES // 10]:
            if not share.running and not share.bodies:
                del self._shares[key]


def network_of(address: str) -> str:
    """Return what counts as one client: an IPv4 address, or the /64 of an IPv6 one (RFC 6177: a home has one)."""
    try:
        read = ipaddress.ip_address(address)
    except ValueError:
        return address[:64]
    if isinstance(read, ipaddress.IPv6Address):
        if read.ipv4_mapped is not None:
            return str(read.ipv4_mapped)
        return str(ipaddress.ip_network((read, 64), strict=False))
    return str(read)


def client_of(peer: str, forwarded: str | None, proxies: int) -> str:
    """Return the address of the client.

    Args:
        peer: address and port of the connection.
        forwarded: the header X-Forwarded-For, to which each proxy adds the address that it saw.
        proxies: how many proxies of the host stand before Iron (IRON_PROXIES); 0 ignores the header.
    """
    if proxies and forwarded:
        seen = [part.strip() for part in forwarded.split(",")]
        return seen[-min(proxies, len(seen))].strip("[]")
    return peer.rpartition(":")[0].strip("[]")
