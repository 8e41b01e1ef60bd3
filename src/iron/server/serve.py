"""Start Iron: check what was asked for, then become the server (``iron.server.run``)."""

from __future__ import annotations

import ipaddress
import os
import socket
import sys
from typing import TYPE_CHECKING, Final, NoReturn

from iron.server import content
from iron.server.home import make_home
from iron.values.errors import BadInputError

if TYPE_CHECKING:
    from pathlib import Path

_LOOPBACK: Final = {"127.0.0.1", "::1", "localhost"}


def serve(
    host: str = "127.0.0.1",
    port: int = 8000,
    tls_cert: Path | None = None,
    tls_key: Path | None = None,
    *,
    open_message: bool = True,
) -> NoReturn:
    """Migrate and serve until interrupted. Replaces the calling process, which keeps its id.

    Args:
        host: address to listen on; 0.0.0.0 lets phones on the same network in.
        port: port to listen on.
        tls_cert: certificate file (PEM); with ``tls_key`` Iron speaks HTTPS.
        tls_key: key file (PEM) of the certificate.
        open_message: print the steps and the address.

    Raises:
        BadInputError: the port is taken or one of the TLS files is missing.
        BadContentError: the exercise library is broken and IRON_SKIP_BROKEN is not 1.
    """
    secure = _check_tls(tls_cert, tls_key)
    _check_port(host, port)
    for line in content.vet(memory=make_home() / "content.good"):
        print(line, file=sys.stderr, flush=True)
    names = _names(host)
    _set_environment(names, secure=secure)
    lines = _lines(names, port, secure=secure) if open_message else []
    files = [str(file) for file in (tls_cert, tls_key) if file is not None]
    sys.stdout.flush()
    # glibc gives every thread a heap of its own; two for all are enough here and spare 3 MiB.
    os.environ.setdefault("MALLOC_ARENA_MAX", "2")
    # The same process goes on as another program: what the command line loaded (17 MiB) is not carried along.
    os.execv(  # noqa: S606
        sys.executable,
        [sys.executable, "-m", "iron.server.run", host, str(port), str(len(files)), *files, *lines],
    )


def _check_tls(tls_cert: Path | None, tls_key: Path | None) -> bool:
    if tls_cert is None and tls_key is None:
        return False
    if tls_cert is None or tls_key is None:
        raise BadInputError("HTTPS needs both files: --tls-cert CERTIFICATE and --tls-key KEY.")
    for file in (tls_cert, tls_key):
        if not file.is_file():
            raise BadInputError(f"There is no file {file}. Give the certificate and its key as PEM files.")
    return True


def _check_port(host: str, port: int) -> None:
    # granian reports a taken port with a trace; a sentence is kinder.
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise BadInputError(
                f"Iron cannot listen on {host} port {port}: {error.strerror or error}. "
                "Stop what uses it, or choose another port: PORT=8001."
            ) from None


def _names(host: str) -> list[str]:
    """The names by which browsers reach this address, best first."""
    if host in _LOOPBACK:
        return ["localhost"]
    if not _is_any(host):
        return [host]
    local = socket.gethostname().partition(".")[0]
    return ["localhost", *_own_addresses(), f"{local}.local", local]


def _is_any(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_unspecified
    except ValueError:
        return False


def _own_addresses() -> list[str]:
    # Connecting a datagram socket sends nothing; it only asks the kernel which address it would send from.
    # 192.0.2.1 is reserved for documentation (RFC 5737), so it is nobody's.
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
        except OSError:
            return []
        return [str(probe.getsockname()[0])]


def _set_environment(names: list[str], *, secure: bool) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "iron.server.settings")
    known = [name for name in os.environ.get("IRON_HOSTS", "").split(",") if name]
    os.environ["IRON_HOSTS"] = ",".join([*known, *names])
    if secure:
        os.environ["IRON_TLS"] = "1"


def _lines(names: list[str], port: int, *, secure: bool) -> list[str]:
    scheme = "https" if secure else "http"
    lines = [f"Iron is at {scheme}://{_host(names[0])}:{port}"]
    lines += [f"On this network: {scheme}://{_host(name)}:{port}" for name in names[1:2]]
    if len(names) > 1 and not secure:
        lines.append("A phone needs HTTPS for offline use and passkeys: docs/hosting.md shows how.")
    return [*lines, "Ctrl-C stops it."]


def _host(name: str) -> str:
    return f"[{name}]" if ":" in name else name
