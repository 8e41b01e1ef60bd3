"""Where each key of a TOML text stands: a map from key path to line.

No TOML reader of Python tells positions. The text was already read by one, so this scanner may take its syntax for
granted: it only follows headers, keys, brackets and strings.
"""

from __future__ import annotations

import re
from typing import Final

_HEADER: Final = re.compile(r"\s*(\[\[?)\s*([^\]]+?)\s*\]\]?")
_KEY: Final = re.compile(
    r"""\s*((?:"[^"\n]*"|'[^'\n]*'|[A-Za-z0-9_-]+)(?:\s*\.\s*(?:"[^"\n]*"|[A-Za-z0-9_-]+))*)\s*="""
)


def positions(text: str) -> dict[str, int]:
    """Lines (from 1) of every table, key and array element, by path such as ``days[1].slots[0].sets[2].reps``."""
    scanner = _Scanner(text)
    scanner.run()
    return scanner.lines


def line_of(text: str, where: str) -> int:
    """The line of a key path; where the key is not in the text, that of the nearest table around it."""
    lines = positions(text)
    path = where
    while path:
        if path in lines:
            return lines[path]
        cut = max(path.rfind("."), path.rfind("["))
        path = path[:cut] if cut > 0 else ""
    return 1


class _Scanner:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.line = 1
        self.lines: dict[str, int] = {}
        self.counts: dict[str, int] = {}

    def run(self) -> None:
        table = ""
        while self.at < len(self.text):
            self._skip_blank()
            if self.at >= len(self.text):
                return
            header = _HEADER.match(self.text, self.at) if self.text[self.at] == "[" else None
            if header:
                table = self._header(header.group(1) == "[[", header.group(2))
                self._move(header.end())
            else:
                self._pair(table)

    def _header(self, array: bool, name: str) -> str:  # noqa: FBT001
        parts = [part.strip().strip("\"'") for part in name.split(".")]
        path = ""
        for place, part in enumerate(parts):
            path = f"{path}.{part}" if path else part
            if place == len(parts) - 1 and array:
                self.counts[path] = self.counts.get(path, -1) + 1
                self.lines.setdefault(path, self.line)
            if path in self.counts:
                path = f"{path}[{self.counts[path]}]"
        self.lines.setdefault(path, self.line)
        return path

    def _pair(self, table: str) -> None:
        key = _KEY.match(self.text, self.at)
        if key is None:
            self._move(self.at + 1)
            return
        name = ".".join(part.strip().strip("\"'") for part in key.group(1).split("."))
        path = f"{table}.{name}" if table else name
        self._move(key.start(1))
        self.lines.setdefault(path, self.line)
        self._move(key.end())
        self._value(path)

    def _value(self, path: str) -> None:
        self._skip_space()
        char = self.text[self.at : self.at + 1]
        if char == "[":
            self._array(path)
        elif char == "{":
            self._inline(path)
        elif char in {'"', "'"}:
            self._string(char)
        else:
            while self.at < len(self.text) and self.text[self.at] not in ",]}#\n":
                self.at += 1

    def _array(self, path: str) -> None:
        self._move(self.at + 1)
        place = 0
        while self.at < len(self.text):
            self._skip_blank()
            if self.text[self.at : self.at + 1] in {"]", ""}:
                self._move(self.at + 1)
                return
            if self.text[self.at] == ",":
                self._move(self.at + 1)
                continue
            element = f"{path}[{place}]"
            self.lines.setdefault(element, self.line)
            self._value(element)
            place += 1

    def _inline(self, path: str) -> None:
        self._move(self.at + 1)
        while self.at < len(self.text):
            self._skip_blank()
            if self.text[self.at : self.at + 1] in {"}", ""}:
                self._move(self.at + 1)
                return
            if self.text[self.at] == ",":
                self._move(self.at + 1)
                continue
            self._pair(path)

    def _string(self, quote: str) -> None:
        long = self.text.startswith(quote * 3, self.at)
        end = quote * 3 if long else quote
        at = self.at + len(end)
        while at < len(self.text) and not self.text.startswith(end, at):
            at += 2 if self.text[at] == "\\" and quote == '"' else 1
        self._move(min(len(self.text), at + len(end)))

    def _skip_space(self) -> None:
        while self.at < len(self.text) and self.text[self.at] in " \t":
            self.at += 1

    def _skip_blank(self) -> None:
        while self.at < len(self.text):
            if self.text[self.at] == "#":
                end = self.text.find("\n", self.at)
                self.at = len(self.text) if end < 0 else end
            elif self.text[self.at] in " \t\r\n":
                self._move(self.at + 1)
            else:
                return

    def _move(self, to: int) -> None:
        self.line += self.text.count("\n", self.at, to)
        self.at = to
