"""Writes what a command makes to the file or stream that was asked for, and never half of it over something else."""

from __future__ import annotations

import os
import secrets
import stat
import sys
from pathlib import Path
from typing import Final

from iron.values.errors import BadFileError, ConflictError

_STDOUT: Final = frozenset({"-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"})


def is_stdout(file: Path) -> bool:
    """Say whether a file name means the standard output."""
    return str(file) in _STDOUT


def write_output(file: Path, data: bytes, *, replace: bool = False) -> None:
    """Write bytes to a file or a stream.

    A regular file is written aside and moved into place, through symbolic links; pipes and devices are written to.

    Args:
        file: where to; ``-`` is the standard output.
        data: everything.
        replace: a file that is there may be replaced.

    Raises:
        ConflictError: there is such a file and ``replace`` was not given.
        BadFileError: it cannot be written.
    """
    try:
        if is_stdout(file):
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()
            return
        kind = _kind(file)
        if kind is not None and not stat.S_ISREG(kind):
            # A pipe, a device: what is there must stay what it is. A folder is refused by the system itself.
            with file.open("wb") as stream:
                stream.write(data)
            return
        if kind is not None and not replace:
            raise ConflictError(f"The file {file} already exists. Choose another name, or add --replace.")
        _write_aside(file.resolve(), data, replace=replace)
    except OSError as problem:
        raise BadFileError(
            f"{file} cannot be written: {problem.strerror or problem}. Choose another place."
        ) from None


def _kind(file: Path) -> int | None:
    """The mode of what a name leads to, None where nothing is."""
    try:
        return file.stat().st_mode
    except FileNotFoundError:
        return None


def _write_aside(file: Path, data: bytes, *, replace: bool) -> None:
    # A full disk leaves the copy before as it was.
    draft = file.with_name(f".{file.name}.{secrets.token_hex(4)}")
    try:
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as opened:
            opened.write(data)
            opened.flush()
            os.fsync(opened.fileno())
        if replace:
            draft.replace(file)
        else:
            _link(draft, file)
    finally:
        draft.unlink(missing_ok=True)


def _link(draft: Path, file: Path) -> None:
    """Give a draft its name, unless somebody made such a file meanwhile."""
    try:
        os.link(draft, file)
    except FileExistsError:
        raise ConflictError(
            f"The file {file} already exists. Choose another name, or add --replace."
        ) from None
    except OSError:
        # A file system without hard links.
        draft.replace(file)
