"""Compress the built app once, at build time: ``python -m iron.server.compress src/iron/server/dist/app``.

Writes ``.br`` and ``.gz`` beside each file that gets at least a twentieth smaller, and removes stale ones.
"""

from __future__ import annotations

import gzip
import sys
from pathlib import Path
from typing import Final

import brotli

from iron.values.errors import BadInputError

_ALREADY: Final = {".png", ".jpg", ".webp", ".woff2", ".br", ".gz", ".ico"}
_WORTH: Final = 0.95
_MIN_BYTES: Final = 200  # below this the header of the answer is larger than what is saved


def compress(folder: Path) -> tuple[int, int]:
    """Compress every file below a folder.

    Returns:
        The number of files compressed and the bytes saved by brotli.

    Raises:
        BadInputError: the folder does not exist.
    """
    if not folder.is_dir():
        raise BadInputError(f"There is no folder {folder}. Build the app first: make setup.")
    count = saved = 0
    for path in sorted(folder.rglob("*")):
        if path.suffix in _ALREADY or not path.is_file():
            continue
        gain = _compress_file(path)
        count += gain > 0
        saved += gain
    return count, saved


def _compress_file(path: Path) -> int:
    data = path.read_bytes()
    small = brotli.compress(data, quality=11)
    small_gz = gzip.compress(data, 9, mtime=0)
    worth = len(data) >= _MIN_BYTES and len(small) < _WORTH * len(data)
    for suffix, packed in ((".br", small), (".gz", small_gz)):
        target = path.with_name(path.name + suffix)
        if worth:
            target.write_bytes(packed)
        else:
            target.unlink(missing_ok=True)
    return len(data) - len(small) if worth else 0


def main(arguments: list[str]) -> int:
    """Compress the folder named on the command line."""
    if len(arguments) != 1:
        print("Usage: python -m iron.server.compress FOLDER", file=sys.stderr)
        return 2
    try:
        count, saved = compress(Path(arguments[0]))
    except BadInputError as error:
        print(error.sentence, file=sys.stderr)
        return 2
    print(f"{count} files compressed, {saved // 1024} KiB saved.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
