"""The folder of a site: what `iron site` wrote before may go, what anybody else put there may not."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from iron.values.errors import BadFileError, ConflictError

# Names every file of the last writing, one a line; its being there says that the folder is ours.
_LIST: Final = ".iron-site"


class SiteFolder:
    """Files of one site below one folder.

    Args:
        root: the folder; made when it is missing.

    Raises:
        ConflictError: the folder holds files that `iron site` did not write.
        BadFileError: it cannot be read or made.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self._written: set[str] = set()
        try:
            root.mkdir(parents=True, exist_ok=True)
            known = root / _LIST
            self._before = set(known.read_text(encoding="utf-8").split("\n")) if known.is_file() else set()
            foreign = not self._before and any(root.iterdir())
        except OSError as problem:
            raise _refused(root, problem) from None
        if foreign:
            raise ConflictError(
                f"{root} holds files that iron site did not write. Choose an empty folder, or a new one."
            )

    def write(self, file: str, data: bytes) -> None:
        """Write one file; one that is the same already stays untouched, so that copies stay small.

        Raises:
            BadFileError: it cannot be written.
        """
        path = self.root / file
        self._written.add(file)
        try:
            if path.is_file() and path.read_bytes() == data:
                return
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        except OSError as problem:
            raise _refused(path, problem) from None

    def finish(self) -> None:
        """Take away the files of the last writing that this one did not write, and note those of this one.

        Raises:
            BadFileError: a file cannot be taken away or written.
        """
        try:
            for file in sorted(self._before - self._written - {""}):
                path = self.root / file
                if not path.resolve().is_relative_to(self.root.resolve()):
                    continue
                path.unlink(missing_ok=True)
                _remove_empty(path.parent, self.root)
            (self.root / _LIST).write_text("\n".join(sorted(self._written)), encoding="utf-8")
        except OSError as problem:
            raise _refused(self.root, problem) from None


def _remove_empty(folder: Path, root: Path) -> None:
    while folder != root and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def _refused(path: Path, problem: OSError) -> BadFileError:
    return BadFileError(f"{path} cannot be written: {problem.strerror or problem}. Choose another place.")
