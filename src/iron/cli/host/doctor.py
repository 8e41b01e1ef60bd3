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
    offline: Annotated[
        bool,
        typer.Option(
            "--offline", help="Skip the checks over the network: IRON_ORIGIN, sign-in providers, mail."
        ),
    ] = False,
    mail: Annotated[
        str | None, typer.Option("--mail", metavar="ADDRESS", help="Also send a test e-mail to this address.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Check settings, permissions, disk, database, clock, backups, proxy, TLS and mail. Exit code 6: a check failed."""
    from iron.server import boot

    boot.start()
    from iron.server.watching.doctor import examine, send_test

    findings = examine(reach=not offline)
    if mail is not None:
        findings.append(send_test(mail))
    if as_json:
        print_json([asdict(finding) for finding in findings])
    else:
        for finding in findings:
            say(f"{_SIGNS[finding.state]}{finding.what}: {finding.sentence}")
    if any(finding.state == "wrong" for finding in findings):
        raise typer.Exit(6)
