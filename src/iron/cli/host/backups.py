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
        Path,
        typer.Argument(help="File to write, or a folder. In a folder, the file is named by date and time."),
    ],
    *,
    keep: Annotated[
        int | None,
        typer.Option(
            min=1,
            help="In a folder: how many backups to keep. Older ones are deleted after a successful backup.",
        ),
    ] = None,
) -> None:
    """Back up the whole running server to one file, including its secret key, and check the file."""
    from iron.server import backup as backups
    from iron.values import clock

    file, counts = backups.backup(to, at=clock.utc_now(), iron=version("iron-log"))
    _say(
        f"{file}: {counts.get('accounts_user', 0)} accounts, {counts.get('document', 0)} documents, "
        f"{file.stat().st_size / 1e6:.1f} MB, checked. Keep the file private: it contains the keys of the server."
    )
    if keep is not None and to.is_dir():
        gone = backups.rotate(to, keep)
        _say(
            f"{len(gone)} older backups deleted; at most {keep} are kept."
            if gone
            else "No older backup to delete."
        )


def restore(
    file: Annotated[Path, typer.Argument(help="A file from `iron backup`.")],
    replace: Annotated[
        bool, typer.Option("--replace", help="Move the existing data aside, under another name.")
    ] = False,
) -> None:
    """Restore a backup into IRON_HOME. Stop the server first."""
    from iron.server import backup as backups
    from iron.values import clock

    counts = backups.restore(file, replace=replace, at=clock.utc_now())
    _say(
        f"{counts.get('accounts_user', 0)} accounts and {counts.get('document', 0)} documents restored. "
        "Start Iron with `iron serve`."
    )


def _say(text: str) -> None:
    out.print(text, highlight=False, markup=False, soft_wrap=True)
