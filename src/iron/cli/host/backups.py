"""``iron backup`` and ``iron restore``: the whole server in one file, and back."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

out = Console()


def backup(
    to: Annotated[
        Path, typer.Argument(help="File to write, or a folder; the file is then named by its time.")
    ],
    *,
    keep: Annotated[
        int | None, typer.Option(min=1, help="In a folder: keep so many, delete the oldest after a good one.")
    ] = None,
) -> None:
    """Back the whole server up into one file while it runs, secret key included, and try the file out."""
    from iron.server import backup as backups
    from iron.values import clock

    file, counts = backups.backup(to, at=clock.utc_now(), iron=version("iron-log"))
    _say(
        f"{file}: {counts.get('accounts_user', 0)} accounts, {counts.get('document', 0)} documents, "
        f"{file.stat().st_size / 1e6:.1f} MB; it was unpacked and checked. Keep it private: it can sign in."
    )
    if keep is not None and to.is_dir():
        gone = backups.rotate(to, keep)
        _say(
            f"{len(gone)} older backups deleted, {keep} stay at most."
            if gone
            else "No older backup to delete."
        )


def restore(
    file: Annotated[Path, typer.Argument(help="A backup that `iron backup` wrote.")],
    replace: Annotated[
        bool, typer.Option("--replace", help="Set the Iron that is there aside, under another name.")
    ] = False,
) -> None:
    """Put a backup back into IRON_HOME; stop the server first."""
    from iron.server import backup as backups
    from iron.values import clock

    counts = backups.restore(file, replace=replace, at=clock.utc_now())
    _say(
        f"{counts.get('accounts_user', 0)} accounts and {counts.get('document', 0)} documents are back. "
        "Start Iron with `iron serve`."
    )


def _say(text: str) -> None:
    out.print(text, highlight=False, markup=False, soft_wrap=True)
