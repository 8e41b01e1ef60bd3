"""Backups that the server takes by itself, where IRON_BACKUPS names a folder."""

from __future__ import annotations

import logging
import subprocess
import sys
import time
from threading import Event, Thread
from typing import TYPE_CHECKING, Final

from iron.server import backup

if TYPE_CHECKING:
    from pathlib import Path

_DAY_S: Final = 24 * 60 * 60
_LOOK_S: Final = 15 * 60
_LIMIT_S: Final = 60 * 60

_log = logging.getLogger("iron.backup")


def start(folder: Path, keep: int) -> Thread:
    """Take a backup each day, in a thread that ends with the process."""
    thread = Thread(target=_run, args=(folder, keep, Event()), name="iron-backup", daemon=True)
    thread.start()
    return thread


def is_due(folder: Path, now: float) -> bool:
    """Say whether the newest backup of a folder is a day old, or there is none."""
    newest = backup.newest_in(folder)
    return newest is None or now - newest.stat().st_mtime >= _DAY_S


def take(folder: Path, keep: int) -> bool:
    """Take a backup in a process of its own, so that the server's memory stays as it is; say whether it is good."""
    command = [sys.executable, "-m", "iron.cli", "backup", str(folder), "--keep", str(keep)]
    process = subprocess.run(command, capture_output=True, text=True, check=False, timeout=_LIMIT_S)  # noqa: S603
    output = " ".join((process.stderr if process.returncode else process.stdout).split())
    (_log.error if process.returncode else _log.info)("%s", output)
    return process.returncode == 0


def _run(folder: Path, keep: int, ended: Event) -> None:
    while not ended.wait(1):
        try:
            if is_due(folder, time.time()):
                take(folder, keep)
        except (OSError, subprocess.SubprocessError):
            _log.exception("The backup in %s failed", folder)
        if ended.wait(_LOOK_S):
            return
