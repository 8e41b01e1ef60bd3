"""The server's own program: ``python -m iron.server.run``, started by ``iron.server.serve``.

A small parent and one worker, an event loop with a few threads (`iron.server.gateway`): SQLite has one writer at a
time anyway, and a second worker would cost as much memory as the first.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from functools import partial
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any

from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server import Server

from iron.values.errors import IronError

if TYPE_CHECKING:
    from multiprocessing.synchronize import Event


def run(host: str, port: int, tls: list[Path], lines: list[str]) -> None:
    """Serve until interrupted.

    Args:
        host: address to listen on.
        port: port to listen on.
        tls: certificate and key, or nothing.
        lines: printed when everything is ready; without any the start is silent.
    """
    cert, key = tls or (None, None)
    server = Server(
        "iron.server.gateway.application:gateway",
        address=host,
        port=port,
        interface=Interfaces.RSGI,
        workers=1,
        websockets=False,
        log_level=LogLevels.error,
        ssl_cert=cert,
        ssl_key=key,
        # A worker that crashed is started again; one that crashes twice within 5.5 s ends the server.
        respawn_failed_workers=True,
        # An idle connection of a phone must not hold up the stop; a push takes milliseconds.
        workers_kill_timeout=2,
    )
    origin = f"{'https' if tls else 'http'}://localhost:{port}"
    refused = multiprocessing.Event()
    server.serve(target_loader=partial(_application, lines, origin, refused), wrap_loader=False)
    if refused.is_set():
        raise SystemExit(1)
    if lines:
        print("Iron has stopped.", flush=True)


def _application(lines: list[str], origin: str, refused: Event) -> Any:
    """Prepare the database and hand the application to granian; runs in the worker.

    Only the worker loads Django: its parent stays small and a start loads it once.

    Args:
        lines: printed when everything is ready.
        origin: where the server is, for what it prepares.
        refused: set where a setting or the database is wrong, so that the server ends.
    """
    from iron.server import boot

    try:
        boot.start(_step if lines else None)
        with boot.explained():
            notices = boot.notices()
    except IronError as error:
        print(error.sentence, file=sys.stderr, flush=True)
        refused.set()
        # As Ctrl-C does: granian starts a worker that ends by itself again, and the sentence would come seven times.
        # Its answer ends this process at once; the handler that came with the fork would let it wait to be killed.
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        os.kill(os.getppid(), signal.SIGINT)
        signal.pause()
        raise SystemExit(1) from None
    from django.conf import settings
    from django.db import connection

    from iron.server.alarms.waker import WAKER
    from iron.server.connections import worker
    from iron.server.gateway.application import gateway
    from iron.server.pages.views import prepare
    from iron.server.watching import schedule

    application = gateway()

    # Beside the first requests: nobody waits for it, and it touches no database.
    Thread(target=prepare, args=[origin], daemon=True).start()
    if settings.IRON_BACKUPS is not None:
        schedule.start(settings.IRON_BACKUPS, settings.IRON_BACKUPS_KEEP)
    worker.start()
    WAKER.start()
    # The worker's threads open their own; closing this one also folds SQLite's log into the database.
    connection.close()
    if lines:
        for line in (*notices, *lines):
            print(line, flush=True)
    return application


def _step(line: str) -> None:
    print(line, flush=True)


def main(arguments: list[str]) -> None:
    """Read HOST PORT NUMBER-OF-TLS-FILES FILE… LINE…, as ``iron.server.serve`` writes them."""
    host, port, count, *rest = arguments
    files = int(count)
    run(host, int(port), [Path(file) for file in rest[:files]], rest[files:])


if __name__ == "__main__":
    main(sys.argv[1:])
