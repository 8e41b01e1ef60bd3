"""Start Iron: migrate, say where it is, serve it with granian.

One worker process with a few threads: SQLite has one writer at a time anyway, and a second process would cost as
much memory as the first.
"""

from __future__ import annotations

import ipaddress
import os
import socket
import subprocess
import sys
from pathlib import Path
from typing import Final

from iron.errors import BadInputError, IronError

THREADS: Final = 4

_LOOPBACK: Final = {"127.0.0.1", "::1", "localhost"}


def serve(
    host: str = "127.0.0.1",
    port: int = 8000,
    tls_cert: Path | None = None,
    tls_key: Path | None = None,
    *,
    open_message: bool = True,
) -> None:
    """Migrate and serve until interrupted.

    Args:
        host: address to listen on; 0.0.0.0 lets phones on the same network in.
        port: port to listen on.
        tls_cert: certificate file (PEM); with ``tls_key`` Iron speaks HTTPS.
        tls_key: key file (PEM) of the certificate.
        open_message: print the steps and the address.

    Raises:
        BadInputError: the port is taken or one of the TLS files is missing.
        IronError: the database cannot be prepared.
    """
    secure = _check_tls(tls_cert, tls_key)
    _check_port(host, port)
    names = _names(host)
    _set_environment(names, secure=secure)
    prepared = subprocess.run(
        [sys.executable, "-m", "iron.server.boot"],
        check=False,
        stdout=None if open_message else subprocess.DEVNULL,
    )
    if prepared.returncode:
        raise IronError("Iron did not start: the database could not be prepared. The reason stands above.")
    if open_message:
        _tell(names, port, secure=secure)
    _run(host, port, tls_cert, tls_key)


def _run(host: str, port: int, tls_cert: Path | None, tls_key: Path | None) -> None:
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    Granian(
        "iron.server.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=THREADS,
        # Threads keep their database connection; the longest life that granian allows saves reopening it.
        blocking_threads_idle_timeout=600,
        log_level=LogLevels.warning,
        ssl_cert=tls_cert,
        ssl_key=tls_key,
        workers_kill_timeout=5,
        process_name=None,
    ).serve()


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


def _tell(names: list[str], port: int, *, secure: bool) -> None:
    scheme = "https" if secure else "http"
    print(f"Iron is at {scheme}://{_host(names[0])}:{port}", flush=True)
    for name in names[1:2]:
        print(f"On this network: {scheme}://{_host(name)}:{port}", flush=True)
    if len(names) > 1 and not secure:
        print("A phone needs HTTPS for offline use and passkeys: docs/hosting.md shows how.", flush=True)
    print("Ctrl-C stops it.", flush=True)


def _host(name: str) -> str:
    return f"[{name}]" if ":" in name else name
