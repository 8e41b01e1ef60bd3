"""Where an OAuth client may send its user back to: HTTPS, or a program on the lifter's own machine."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import SplitResult, urlencode, urlsplit, urlunsplit

from iron.values.errors import BadInputError

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST: Final = 10
_LONGEST: Final = 1000
_LOOPBACK: Final = frozenset({"127.0.0.1", "::1", "localhost"})


def is_loopback(address: str) -> bool:
    """Whether an address is one of the machine that opens it."""
    return urlsplit(address).hostname in _LOOPBACK


def check(addresses: Iterable[str]) -> list[str]:
    """Return redirect addresses that a client may register.

    Raises:
        BadInputError: one of them may not be used, there is none, or there are more than ten.
    """
    listed = list(dict.fromkeys(addresses))
    if not 1 <= len(listed) <= MOST:
        raise BadInputError(f"Register 1 to {MOST} redirect addresses.", where="redirect_uris")
    for address in listed:
        _check(address)
    return listed


def _check(address: str) -> None:
    try:
        parts = urlsplit(address)
        is_safe = parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _LOOPBACK)
        plain = parts.port != 0 and not (parts.fragment or parts.username or parts.password)
    except ValueError:
        is_safe = plain = False
    if not (is_safe and plain and parts.hostname and address.isascii() and address.isprintable()):
        raise BadInputError(
            f"“{address[:80]}” cannot be a redirect address. Use https, or http on 127.0.0.1, [::1] or localhost, "
            "without a name, a password or a fragment.",
            where="redirect_uris",
        )
    if len(address) > _LONGEST:
        raise BadInputError(f"A redirect address has at most {_LONGEST} letters.", where="redirect_uris")


def allows(registered: Iterable[str], asked: str) -> bool:
    """Whether a request may use a redirect address: it is a registered one, letter by letter.

    Only the port of a loopback address is free, because a program on a computer listens where it can (RFC 8252, 7.3).
    """
    return any(asked == address or _same_loopback(address, asked) for address in registered)


def _same_loopback(registered: str, asked: str) -> bool:
    try:
        first, second = urlsplit(registered), urlsplit(asked)
        _ = second.port
    except ValueError:
        return False
    return first.hostname in _LOOPBACK and _without_port(first) == _without_port(second)


def _without_port(parts: SplitResult) -> str:
    host = parts.netloc
    name, colon, port = host.rpartition(":")
    return urlunsplit(parts._replace(netloc=name if colon and port.isdecimal() else host))


def with_answer(address: str, **answer: str | None) -> str:
    """Return a redirect address with the members of an answer in its query."""
    parts = urlsplit(address)
    added = urlencode({name: value for name, value in answer.items() if value is not None})
    return urlunsplit(parts._replace(query="&".join(filter(None, (parts.query, added)))))
