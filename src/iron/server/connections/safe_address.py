"""Which addresses a webhook may reach: public ones over HTTPS, and what the host allows (IRON_WEBHOOK_HOSTS).

A lifter types the address and the server fetches it, so it could be turned against the host's own network. The name is
resolved here, every address it has is checked, and the connection goes to the checked address: a name that resolves to
another one a moment later changes nothing.
"""

from __future__ import annotations

import ipaddress
import socket
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from django.conf import settings

from iron.values.errors import BadInputError, NotAllowedError

if TYPE_CHECKING:
    from urllib.parse import SplitResult

LONGEST: Final = 500
_USUAL: Final = {"http": 80, "https": 443}
_NAT64: Final = ipaddress.IPv6Network("64:ff9b::/96")  # RFC 6052
Address = ipaddress.IPv4Address | ipaddress.IPv6Address


def checked_url(text: str) -> str:
    """Return an address as it is kept; what it resolves to is checked at each delivery.

    Raises:
        BadInputError: it is no address of a web server, or plain HTTP to a host that is not allowed.
    """
    try:
        parts = urlsplit(text)
        port = parts.port or 0
    except ValueError:
        raise BadInputError(
            f"“{text[:60]}” is not an address. Write it like https://home.example/hook.", where="url"
        ) from None
    plain = text.isascii() and text.isprintable() and " " not in text and len(text) <= LONGEST
    if (
        not plain
        or parts.scheme not in _USUAL
        or not parts.hostname
        or parts.username is not None
        or port < 0
    ):
        raise BadInputError(
            f"“{text[:60]}” is not an address. Write it like https://home.example/hook, without a password in it.",
            where="url",
        )
    if parts.scheme == "http" and not _host_allows(parts.hostname):
        raise BadInputError(
            "A webhook goes over HTTPS. Plain HTTP only reaches hosts that the host of this server allows "
            "(IRON_WEBHOOK_HOSTS).",
            where="url",
        )
    return text


def resolved(url: str) -> tuple[SplitResult, int, str]:
    """Return the parts of an address, its port, and the IP address to connect to.

    Raises:
        NotAllowedError: it leads into a private network that the host does not allow.
        OSError: the name is not known.
    """
    parts = urlsplit(checked_url(url))
    name = parts.hostname or ""
    port = parts.port or _USUAL[parts.scheme]
    rows = socket.getaddrinfo(name, port, type=socket.SOCK_STREAM)
    addresses = [ipaddress.ip_address(str(row[4][0]).partition("%")[0]) for row in rows]
    if not addresses:
        raise OSError(f"{name} has no address")
    if not _names(name):
        for address in addresses:
            if not (_is_public(address) or _in_networks(address)):
                raise NotAllowedError(
                    f"{name} is an address of a private network. The host of this server may allow it "
                    "(IRON_WEBHOOK_HOSTS).",
                    where="url",
                )
    return parts, port, str(addresses[0])


def _host_allows(name: str) -> bool:
    if _names(name):
        return True
    try:
        return _in_networks(ipaddress.ip_address(name))
    except ValueError:
        return False


def _names(name: str) -> bool:
    return name.lower().rstrip(".") in {host.lower().rstrip(".") for host in settings.IRON_WEBHOOK_HOSTS}


def _in_networks(address: Address) -> bool:
    for text in settings.IRON_WEBHOOK_HOSTS:
        try:
            network = ipaddress.ip_network(text, strict=False)
        except ValueError:
            continue
        if address in network:
            return True
    return False


def _is_public(address: Address) -> bool:
    """Whether an address is of the internet; one that carries an IPv4 address is what that one is."""
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
        if address in _NAT64:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return _is_public(inner)
    return address.is_global and not address.is_multicast
