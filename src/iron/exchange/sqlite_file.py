"""SQLite files of other apps: opened for reading only, with limits on what they may ask for."""

from __future__ import annotations

import sqlite3
import tempfile
from contextlib import closing, contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from iron.values.errors import BadFileError

if TYPE_CHECKING:
    from collections.abc import Iterator

MAGIC: Final = b"SQLite format 3\0"
# Bytes of one value, and how much one file may work: a million rows take some 100 million instructions. Guesses.
_LONGEST: Final = 1_000_000
_STEP: Final = 10_000
_MOST_STEPS: Final = 50_000
_BROKEN: Final = "The database cannot be read. Make the backup again in the app and choose that file."


@dataclass(frozen=True, slots=True)
class Database:
    """An open database.

    Attributes:
        connection: closed at the end of `opened`.
        tables: names of its tables.
    """

    connection: sqlite3.Connection
    tables: frozenset[str]

    def rows(self, query: str) -> Iterator[dict[str, Any]]:
        """Run a query; each row by the names of its columns."""
        for row in self.connection.execute(query):
            yield dict(row)


@contextmanager
def opened(data: bytes) -> Iterator[Database]:
    """Open a database until the block ends.

    Raises:
        BadFileError: it is broken, or asks for more than a log needs; also for what the block meets.
    """
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "log.db"
        file.write_bytes(data)
        # Closed before the folder goes: Windows deletes no file that is open.
        with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
            try:
                connection.row_factory = sqlite3.Row
                connection.text_factory = _text
                connection.execute("pragma trusted_schema=off")
                # A few bytes of a schema can ask for any amount of text or of work.
                connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST)
                steps = count(1)
                connection.set_progress_handler(lambda: next(steps) > _MOST_STEPS, _STEP)
                names = connection.execute("select name from sqlite_master where type='table'")
                yield Database(connection, frozenset(row[0] for row in names))
            except (sqlite3.Error, ValueError, OverflowError, TypeError):
                raise BadFileError(_BROKEN) from None


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")
