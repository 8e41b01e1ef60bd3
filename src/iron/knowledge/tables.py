"""Reading TOML: a file becomes typed fields, or a list of problems with their lines."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from iron.knowledge.model import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

Path = tuple[str | int, ...]

_HEADER: Final = re.compile(r"^\s*(\[\[?)\s*([^\]]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY: Final = re.compile(r"""^\s*(?:"([^"]+)"|'([^']+)'|([\w-]+))\s*=""")
_ELEMENT: Final = re.compile(r"^\s*\{")
_TOML_LINE: Final = re.compile(r"\(at line (\d+), column \d+\)")


@dataclass(slots=True)
class File:
    """One content file while it is read: its problems and the lines of its keys.

    Attributes:
        toml: gives the TOML and the line on which it begins; asked when a problem wants to know its line.
    """

    name: str
    problems: list[Problem]
    toml: Callable[[], tuple[str, int]] | None = None
    _lines: dict[Path, int] | None = None

    def report(self, path: Path, sentence: str) -> None:
        """Note a problem at the key of this path, or at the nearest key above it."""
        self.report_at(self.line_of(path), sentence)

    def report_at(self, line: int, sentence: str) -> None:
        """Note a problem at a line."""
        self.problems.append(Problem(self.name, line, sentence))

    def line_of(self, path: Path) -> int:
        """Line of the longest part of the path that stands in the file, else 1."""
        if self._lines is None:
            self._lines = _key_lines(*self.toml()) if self.toml else {}
        while path:
            if path in self._lines:
                return self._lines[path]
            path = path[:-1]
        return 1


def read_toml(file: File, text: str, first_line: int = 1) -> dict[str, Any]:
    """Parse TOML; a syntax error becomes a problem and an empty table.

    Args:
        file: takes the problems, and the TOML for the lines of its keys.
        text: the TOML.
        first_line: line of the file on which ``text`` begins.
    """
    file.toml = lambda: (text, first_line)
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        match_ = _TOML_LINE.search(str(error))
        line = int(match_.group(1)) + first_line - 1 if match_ else first_line
        reason = _TOML_LINE.sub("", str(error)).strip()
        file.report_at(line, f"This is not TOML: {reason}.")
        return {}


def _key_lines(text: str, first_line: int) -> dict[Path, int]:
    lines: dict[Path, int] = {}
    counts: dict[Path, int] = {}
    table: Path = ()
    key: Path = ()
    for number, line in enumerate(text.splitlines(), first_line):
        header = _HEADER.match(line)
        if header and not line.startswith(" "):
            table = tuple(part.strip().strip("\"'") for part in header.group(2).split("."))
            if header.group(1) == "[[":
                lines.setdefault(table, number)
                table = _numbered(table, counts)
            key = table
        elif match_ := _KEY.match(line):
            key = (*table, match_.group(1) or match_.group(2) or match_.group(3))
        elif _ELEMENT.match(line):
            lines[_numbered(key, counts)] = number
            continue
        else:
            continue
        lines.setdefault(key, number)
    return lines


def _numbered(path: Path, counts: dict[Path, int]) -> Path:
    index = counts.get(path, 0)
    counts[path] = index + 1
    return (*path, index)


class Table:
    """A TOML table that is read field by field; what nobody read is an unknown key."""

    def __init__(self, file: File, data: dict[str, Any], path: Path = ()) -> None:
        self.file = file
        self.path = path
        self._data = data
        self._seen: set[str] = set()

    def __contains__(self, key: str) -> bool:
        return key in self._data

    def report(self, key: str, sentence: str) -> None:
        """Note a problem at this key."""
        self.file.report((*self.path, key), sentence)

    def raw(self, key: str) -> Any:
        """The value as TOML has it, or None; the key counts as known."""
        self._seen.add(key)
        return self._data.get(key)

    def text(self, key: str, *, must: bool = False) -> str:
        """A sentence or word; empty when absent."""
        value = self.raw(key)
        if isinstance(value, str) and (value.strip() or not must):
            return value
        if value is not None or must:
            self._complain(key, value, "text")
        return ""

    def choice(self, key: str, allowed: Sequence[str], *, must: bool = True) -> str:
        """One of the words allowed; empty when absent or wrong (reported)."""
        value = self.text(key, must=must)
        if value and value not in allowed:
            self.report(key, f"“{key}” is “{value}”; use one of: {', '.join(allowed)}.")
            return ""
        return value

    def number(
        self, key: str, default: float | None = None, *, low: float = -1e9, high: float = 1e9
    ) -> float:
        """A number within ``low`` to ``high``; required when there is no default."""
        value = self.raw(key)
        if value is None and default is not None:
            return default
        if isinstance(value, bool) or not isinstance(value, int | float):
            self._complain(key, value, "a number")
            return default if default is not None else 0
        if not low <= value <= high:
            self.report(key, f"“{key}” is {value:g}; it must lie from {low:g} to {high:g}.")
        return value

    def flag(self, key: str, *, default: bool = False) -> bool:
        """True or false."""
        value = self.raw(key)
        if value is None:
            return default
        if not isinstance(value, bool):
            self._complain(key, value, "true or false")
            return default
        return value

    def words(self, key: str, *, must: bool = False) -> tuple[str, ...]:
        """A list of texts."""
        value = self.raw(key)
        if value is None and not must:
            return ()
        if not isinstance(value, list) or not all(isinstance(each, str) and each.strip() for each in value):
            self._complain(key, value, "a list of texts")
            return ()
        return tuple(value)

    def numbers(self, key: str) -> tuple[float, ...]:
        """A list of numbers."""
        value = self.raw(key)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(
            isinstance(each, int | float) and not isinstance(each, bool) for each in value
        ):
            self._complain(key, value, "a list of numbers")
            return ()
        return tuple(value)

    def table(self, key: str) -> Table | None:
        """The table under this key, or None."""
        value = self.raw(key)
        if value is None:
            return None
        if not isinstance(value, dict):
            self._complain(key, value, "a table")
            return None
        return Table(self.file, value, (*self.path, key))

    def tables(self, key: str) -> Iterator[Table]:
        """The tables of a list of tables."""
        for index, value in enumerate(self._list(key)):
            if isinstance(value, dict):
                yield Table(self.file, value, (*self.path, key, index))
            else:
                self._complain(key, value, "a list of tables")

    def mixed(self, key: str) -> Iterator[str | Table]:
        """A list whose parts are words or tables."""
        for index, value in enumerate(self._list(key)):
            if isinstance(value, str):
                yield value
            elif isinstance(value, dict):
                yield Table(self.file, value, (*self.path, key, index))
            else:
                self._complain(key, value, "a list of ids or tables")

    def keys(self) -> tuple[str, ...]:
        """Every key, in the order of the file."""
        return tuple(self._data)

    def items(self) -> Iterator[tuple[str, Table]]:
        """Every sub-table with its key."""
        for key in self._data:
            if (table := self.table(key)) is not None:
                yield key, table

    def report_unused(self) -> None:
        """Report the keys that nobody asked for."""
        for key in self._data:
            if key not in self._seen:
                self.report(key, f"“{key}” is not a key that belongs here (content/README.md lists them).")

    def _list(self, key: str) -> list[Any]:
        value = self.raw(key)
        if value is None:
            return []
        if not isinstance(value, list):
            self._complain(key, value, "a list")
            return []
        return value

    def _complain(self, key: str, value: object, wanted: str) -> None:
        if value is None:
            self.report(key, f"“{key}” is missing; write {wanted}.")
        else:
            self.report(key, f"“{key}” must be {wanted}, not {value!r}.")
