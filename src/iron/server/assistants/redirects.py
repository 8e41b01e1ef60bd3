"""Where an OAuth client may send its user back to: HTTPS, or a program on the lifter's own machine.

A program listens on a port of its machine, or it has a scheme of its own, such as ``cursor:``, which the system opens
(RFC 8252, 7.1). Another program may claim the same scheme: what it could catch is a code, which PKCE makes useless.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import SplitResult, urlencode, urlsplit, urlunsplit

from iron.values.errors import BadInputError

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST: Final = 10
_LONGEST: Final = 1000
_LOOPBACK: Final = frozenset({"127.0.0.1", "::1", "localhost"})
_WEB: Final = frozenset({"http", "https"})
_SCHEME: Final = re.compile(r"[a-z][a-z0-9+.-]{1,49}")
# What a browser runs or opens itself.
_BROWSERS: Final = frozenset(
    {"about", "blob", "cid", "content", "data", "dav", "feed", "file", "filesystem", "ftp", "gopher", "intent",
     "jar", "javascript", "livescript", "mhtml", "mid", "resource", "vbscript", "view-source", "wasm", "ws", "wss",
     "wyciwyg"}
)  # fmt: skip
# What web pages and extensions may register themselves for (MDN, Navigator.registerProtocolHandler; Firefox's schema of
# protocol_handlers): the code would leave the machine.
_PAGES: Final = frozenset(
    {"bitcoin", "dat", "dweb", "ftps", "geo", "im", "ipfs", "ipns", "irc", "ircs", "magnet", "mailto", "matrix",
     "mms", "news", "nntp", "openpgp4fpr", "sftp", "sip", "sips", "sms", "smsto", "ssb", "ssh", "tel", "urn",
     "webcal", "wtai", "xmpp"}
)  # fmt: skip
# What systems open with programs of their own. A choice, not a list of anybody's.
_SYSTEMS: Final = frozenset(
    {"afp", "android-app", "callto", "facetime", "facetime-audio", "help", "itms", "itms-apps", "itms-services",
     "ldap", "ldaps", "maps", "market", "nfs", "openssh", "rdp", "res", "shell", "smb", "telnet", "vnc", "x-man-page"}
)  # fmt: skip
_PREFIXES: Final = (
    "web+",
    "ext+",
    "ms-",
    "search-ms",
    "chrome",
    "edge",
    "moz-",
    "safari-",
    "opera",
    "brave",
    "x-apple",
)


def is_loopback(address: str) -> bool:
    """Whether a web address is one of the machine that opens it."""
    parts = urlsplit(address)
    return parts.scheme in _WEB and parts.hostname in _LOOPBACK


def program(address: str) -> str | None:
    """The scheme that opens a program on the lifter's device, such as ``cursor``; None for a web address."""
    scheme = urlsplit(address).scheme
    return None if scheme in _WEB else scheme


def host(address: str) -> str:
    """The host of a web address; empty where a program's own scheme is meant."""
    return "" if program(address) else urlsplit(address).hostname or ""


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
        plain = parts.port != 0 and not (parts.fragment or parts.username or parts.password)
    except ValueError:
        parts, plain = SplitResult("", "", "", "", ""), False
    if not (plain and _is_safe(parts) and address.isascii() and address.isprintable() and " " not in address):
        raise BadInputError(
            f"“{address[:80]}” cannot be a redirect address. Use https, http on 127.0.0.1, [::1] or localhost, or the "
            "own scheme of a program, without a name, a password or a fragment.",
            where="redirect_uris",
        )
    if len(address) > _LONGEST:
        raise BadInputError(f"A redirect address has at most {_LONGEST} letters.", where="redirect_uris")


def _is_safe(parts: SplitResult) -> bool:
    if parts.scheme in _WEB:
        return bool(parts.hostname) and (parts.scheme == "https" or parts.hostname in _LOOPBACK)
    is_own = _SCHEME.fullmatch(parts.scheme) and parts.scheme not in _BROWSERS | _PAGES | _SYSTEMS
    return bool(is_own and not parts.scheme.startswith(_PREFIXES) and (parts.netloc or parts.path.strip("/")))


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
    return (
        first.scheme in _WEB and first.hostname in _LOOPBACK and _without_port(first) == _without_port(second)
    )


def _without_port(parts: SplitResult) -> str:
    host = parts.netloc
    name, colon, port = host.rpartition(":")
    return urlunsplit(parts._replace(netloc=name if colon and port.isdecimal() else host))


def with_answer(address: str, **answer: str | None) -> str:
    """Return a redirect address with the members of an answer in its query."""
    added = urlencode({name: value for name, value in answer.items() if value is not None})
    # Put behind it as text: taken apart and joined again, an address of a program's own scheme may come out otherwise.
    joint = "" if address.endswith(("?", "&")) else "&" if "?" in address else "?"
    return f"{address}{joint}{added}"
