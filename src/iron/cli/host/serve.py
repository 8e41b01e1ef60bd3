"""``iron serve``: the server."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def serve(
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(envvar="PORT", help="Port to listen on.")] = 8000,
    tls_cert: Annotated[Path | None, typer.Option(help="Certificate file, for HTTPS.")] = None,
    tls_key: Annotated[Path | None, typer.Option(help="Key file of the certificate.")] = None,
) -> None:
    """Update the database and start the server."""
    from iron.server.serve import serve as run

    run(host, port, tls_cert, tls_key)
