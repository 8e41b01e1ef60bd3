"""``iron doctor``: what is wrong with this installation, and the cure."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from iron.cli.answers import print_json, say
from iron.cli.options import AsJson

_SIGNS = {"ok": "ok     ", "warning": "look   ", "wrong": "WRONG  "}


def doctor(
    *,
    offline: Annotated[bool, typer.Option("--offline", help="Do not ask the server at IRON_ORIGIN.")] = False,
    as_json: AsJson = False,
) -> None:
    """Look at settings, permissions, disk, database, clock, backups, proxy and TLS; exit code 6 if one is wrong."""
    from iron.server import boot

    boot.start()
    from iron.server.watching.doctor import examine

    findings = examine(reach=not offline)
    if as_json:
        print_json([asdict(finding) for finding in findings])
    else:
        for finding in findings:
            say(f"{_SIGNS[finding.state]}{finding.what}: {finding.sentence}")
    if any(finding.state == "wrong" for finding in findings):
        raise typer.Exit(6)
