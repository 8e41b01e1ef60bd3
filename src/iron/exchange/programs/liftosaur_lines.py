"""The lines of a Liftosaur program: exercises with their sets, by week and day.

The same as ``web/src/core/rules/programs/files/liftosaur-lines.ts``. Syntax: Liftosaur's public documentation
(github.com/astashov/liftosaur, llms/liftoscript.md, read 2026-11-28). Scripts are found and left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Leave = Callable[[str, str], None]

_MOST_LINES: Final = 4000
_JOINED: Final = "\x01"  # stands for a line end inside of what is one line for the reader
_SET: Final = re.compile(r"(\d{1,2})x(\d{1,3})(?:-(\d{1,3}))?(\+)?")
_SECTION: Final = re.compile(r"(warmup|progress|update|used|id|superset)\s*:\s*([\s\S]*)")
_HEAD: Final = re.compile(r"(?:([^:/\[\]]+):\s*)?([^/\[\]]+?)\s*(?:\[([^\]]*)\])?")
_REUSE: Final = re.compile(r"\.\.\.\s*([^\[\]]+?)\s*(?:\[([^\]]*)\])?")
_NUMBER: Final = re.compile(r"(\d+(?:\.\d+)?)(kg|lb|%)\+?")
_RPE: Final = re.compile(r"@(\d+(?:\.\d+)?)\+?")
_TIMER: Final = re.compile(r"(\d+)s(?:(\+)?\|(\d+s|\?))?")


@dataclass(frozen=True, slots=True)
class Left:
    """What could not be taken over: line from 1, what it is, and why."""

    line: int
    what: str
    why: str


@dataclass(frozen=True, slots=True)
class SetLine:
    """Sets of a line; a load is ``mass`` with ``unit`` or ``percent`` of the 1RM, None where it says none."""

    count: int = 1
    low: int = 1
    high: int = 1
    amrap: bool = False
    extras: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class Line:
    """An exercise of a day as it is written."""

    line: int
    week: int
    day: int
    key: str = ""
    label: str = ""
    name: str = ""
    first: int = 0
    last: int = 0
    order: int = 0
    sets: list[SetLine] | None = None
    extras: dict[str, Any] = field(default_factory=dict)
    reuse: tuple[str, int | None, int | None] | None = None
    is_template: bool = False
    progress: str = ""
    has_no_warm_up: bool = False
    group: str = ""
    note: str = ""

    @property
    def full(self) -> str:
        """Label and name."""
        return f"{self.label}: {self.name}" if self.label else self.name


@dataclass(slots=True)
class Lines:
    """A whole text: title and address of its head, names of days by week and day, its lines."""

    title: str
    address: str
    days: dict[tuple[int, int], str]
    weeks: int
    lines: list[Line]
    left: list[Left]


def key_of(text: str) -> str:
    """The name by which a line is found: label and exercise, without case and double spaces."""
    return re.sub(r"\s+", " ", text.lower()).strip()


def read_lines(text: str) -> Lines:
    """Read a text."""
    lines = Lines(_head(text, "name"), _head(text, "url"), {}, 1, [], [])
    week = day = 0
    notes: list[str] = []
    for line, bare in _logical(text):
        heading = re.fullmatch(r"(#{1,2})\s+(.*)", bare)
        if heading:
            if heading.group(1) == "#":
                week, day = week + 1, 0
            else:
                week, day = max(1, week), day + 1
                lines.days[week, day] = heading.group(2)[:60]
            notes = []
        elif bare.startswith("//"):
            if not bare.startswith("///"):
                notes.append(bare[2:].strip())
        elif "/" in bare:
            if len(lines.lines) < _MOST_LINES:
                place = Line(line, max(1, week), max(1, day))
                lines.lines.append(_exercise(bare, place, " ".join(notes), lines.left))
            notes = []
        elif bare:
            lines.left.append(Left(line, bare[:60], "This is not an exercise with sets."))
    lines.weeks = max(1, week)
    return lines


def _logical(text: str) -> Iterator[tuple[int, str]]:
    """The lines that count, scripts taken out and continued lines joined; only the block of a Markdown file."""
    block = re.search(r"```liftoscript[^\n]*\n([\s\S]*?)```", text)
    before = text[: block.start(1)].count("\n") if block else 0
    body = (
        block.group(1)
        if block
        else re.sub(r"\A---\n[\s\S]*?\n---\n", lambda match: "\n" * match.group().count("\n"), text)
    )
    body = re.sub(
        r"\{~[\s\S]*?(?:~\}|\Z)", lambda match: "{script}" + _JOINED * match.group().count("\n"), body
    )
    body = re.sub(r"\\\r?\n", _JOINED, body)
    line = before + 1
    for raw in body.split("\n"):
        yield line, raw.replace(_JOINED, " ").strip()
        line += 1 + raw.count(_JOINED)


def _head(text: str, key: str) -> str:
    head = re.match(r"---\n([\s\S]*?)\n---", text)
    match_ = re.search(rf'^{key}:\s*"?([^"\n]*)"?\s*$', head.group(1), re.MULTILINE) if head else None
    return match_.group(1).strip() if match_ else ""


def _exercise(bare: str, line: Line, note: str, left: list[Left]) -> Line:
    head, *sections = split(bare, "/")
    match = _HEAD.fullmatch(head)
    label, name, brackets = (
        (match.group(1) or "", match.group(2), match.group(3) or "") if match else ("", "", "")
    )
    weeks = re.search(r"(\d+)\s*-\s*(\d+)", brackets)
    order = re.match(r"\s*(\d+)\s*(?:,|$)", brackets)
    line.label, line.name = label.strip(), name
    line.key = key_of(line.full)
    line.first = int(weeks.group(1)) if weeks else line.week
    line.last = int(weeks.group(2)) if weeks else line.week
    line.order = int(order.group(1)) if order else 0
    line.note = re.sub(r"[*_`\[\]{}]", "", note)[:500]

    def leave(what: str, why: str) -> None:
        left.append(Left(line.line, f"{line.full}: {what}", why))

    for section in sections:
        _section(section, line, leave)
    return line


def _section(section: str, line: Line, leave: Leave) -> None:
    match = _SECTION.fullmatch(section)
    word, rest = match.groups() if match else ("", "")
    if word == "used":
        line.is_template = True
    elif word == "progress":
        line.progress = rest
    elif word == "superset":
        line.group = rest[:8]
    elif word == "warmup":
        line.has_no_warm_up = rest == "none"
        if rest != "none":
            leave("warm-up sets", "Iron plans its own warm-up to the first working set.")
    elif word == "update":
        leave("update", "Scripts are not taken over.")
    elif word == "id":
        leave("id", "Tags are for scripts, which are not taken over.")
    elif section.startswith("..."):
        line.reuse = _reuse(section)
    else:
        _sets(section, line, leave)


def _reuse(section: str) -> tuple[str, int | None, int | None]:
    match = _REUSE.fullmatch(section)
    key, brackets = (match.group(1), match.group(2) or "") if match else ("", "")
    numbers = [int(part) if part.strip().isdigit() else None for part in brackets.split(":")]
    week, day = numbers[:2] if ":" in brackets else (None, numbers[0])
    return key_of(key), week, day


def _sets(section: str, line: Line, leave: Leave) -> None:
    is_current = section.startswith("!")
    items = [_item(item, leave) for item in split(section.removeprefix("!"), ",")]
    sets = [replace(set_, extras=named) for set_, named in items if set_]
    if not sets:
        for _, named in items:
            line.extras.update(named)
        return
    if line.sets:
        leave("set variation", "Only scripts move between them: the current one is taken.")
    if not line.sets or is_current:
        line.sets = sets


def _item(item: str, leave: Leave) -> tuple[SetLine | None, dict[str, Any]]:
    """One item between commas: sets by reps, load, effort, timers in any order."""
    named: dict[str, Any] = {}
    set_ = None
    for word in re.sub(r"\([^)]*\)", " ", item).split():
        sets = _SET.fullmatch(word)
        if sets:
            low, high = int(sets.group(2)), int(sets.group(3) or sets.group(2))
            set_ = SetLine(int(sets.group(1)), low, high, sets.group(4) == "+")
        elif not _word(word, named):
            leave(f"“{word[:40]}”", "Iron does not know this word.")
    return set_, named


def _word(word: str, named: dict[str, Any]) -> bool:
    if word in {"?+", "auto"}:
        return True
    if number := _NUMBER.fullmatch(word):
        if number.group(2) == "%":
            named["percent"] = number_of(number.group(1))
        else:
            named["mass"] = (number_of(number.group(1)), number.group(2))
        return True
    if rpe := _RPE.fullmatch(word):
        named["rpe"] = number_of(rpe.group(1))
        return True
    timer = _TIMER.fullmatch(word)
    if timer is None:
        return False
    if timer.group(3) is None:
        named["rest"] = int(timer.group(1))
    else:
        named |= {"seconds": int(timer.group(1)), "is_open_timer": timer.group(2) == "+"}
        if timer.group(3) != "?":
            named["rest"] = int(timer.group(3)[:-1])
    return True


def number_of(text: str) -> float:
    """A number, whole where it is whole."""
    value = float(text)
    return int(value) if value.is_integer() else value


def split(text: str, mark: str) -> list[str]:
    """Parts between a mark, outside of brackets of any kind."""
    parts = [""]
    depth = 0
    for char in text:
        if char in "([{":
            depth += 1
        elif char in ")]}":
            depth = max(0, depth - 1)
        if char == mark and depth == 0:
            parts.append("")
        else:
            parts[-1] += char
    return [part.strip() for part in parts]
