"""``iron serve`` and ``iron rebuild``: the server, and what it derives."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

out = Console()


def register(app: typer.Typer) -> None:
    """Add the commands ``serve`` and ``rebuild``."""
    app.command("serve")(serve)
    app.command("rebuild")(rebuild)


def serve(
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(envvar="PORT", help="Port to listen on.")] = 8000,
    tls_cert: Annotated[Path | None, typer.Option(help="Certificate file, for HTTPS on a phone.")] = None,
    tls_key: Annotated[Path | None, typer.Option(help="Key file of the certificate.")] = None,
) -> None:
    """Migrate and serve Iron."""
    from iron.server.serve import serve as run

    run(host, port, tls_cert, tls_key)


def rebuild() -> None:
    """Derive the series tables of every lifter anew from the documents."""
    from iron.server import boot

    boot.start()
    from iron.server.storage import series

    for name, count in series.rebuild_all():
        out.print(f"{name}: {count} workouts", highlight=False)
