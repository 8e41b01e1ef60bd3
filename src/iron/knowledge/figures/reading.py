"""Reads poses.toml: the movements that are drawn, and what is wrong with them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from iron.knowledge.figures.body import LENGTHS, SEGMENTS, Pose
from iron.knowledge.figures.drawing import HOLDS, LOADS, Movement
from iron.knowledge.reading import read_text
from iron.knowledge.tables import File, Table, read_toml

if TYPE_CHECKING:
    from iron.knowledge.figures.body import Point
    from iron.knowledge.library import Library
    from iron.knowledge.model import Problem

_FILE: Final = "poses.toml"
_JOINTS: Final = tuple(dict.fromkeys(joint for ends in SEGMENTS.values() for joint in ends))


def read_movements(library: Library, problems: list[Problem]) -> dict[str, Movement]:
    """Every movement of poses.toml by exercise; the file may be absent."""
    if not (library.root / _FILE).is_file():
        return {}
    text = read_text(library.root, _FILE, problems)
    if text is None:
        return {}
    file = File(_FILE, problems)
    movements = {}
    for key, table in Table(file, read_toml(file, text)).items():
        if key not in library.exercises:
            file.report((key,), f"There is no exercise “{key}” to draw.")
        start, end = _pose(table, "start"), _pose(table, "end")
        movement = Movement(
            says=table.text("says", must=True),
            start=start or _STANDING,
            end=end or _STANDING,
            load=table.choice("load", tuple(LOADS)),
            held=table.choice("held", HOLDS),
            props=_props(table),
        )
        table.report_unused()
        if start is not None and end is not None and start.joint != end.joint:
            table.report("end", f"The joint that stays is {end.joint}, at the start {start.joint}; name one.")
        elif start is not None and end is not None:
            movements[key] = movement
    return movements


_STANDING: Final = Pose(dict.fromkeys(LENGTHS, 90.0), "ankle", (0.0, 0.0))


def _pose(table: Table, key: str) -> Pose | None:
    inner = table.table(key)
    if inner is None:
        table.report(key, f"“{key}” is missing: the direction of every segment, joint and place.")
        return None
    directions = {segment: inner.number(segment, low=-360, high=360) for segment in LENGTHS}
    joint = inner.choice("joint", _JOINTS)
    place = _point(inner.raw("place"))
    head = inner.number("head", low=-360, high=360) if "head" in inner else None
    if place is None:
        inner.report("place", "“place” is where the joint is: two numbers in body heights, forward and up.")
    inner.report_unused()
    return None if place is None or joint not in _JOINTS else Pose(directions, joint, place, head)


def _props(table: Table) -> tuple[tuple[Point, Point], ...]:
    lines = table.raw("props")
    props = []
    for line in lines if isinstance(lines, list) else []:
        ends = [_point(each) for each in line] if isinstance(line, list) else []
        start, end = ends if len(ends) == 2 else (None, None)
        if start is None or end is None:
            table.report("props", "A line of “props” is two points: [[0, 0], [0.5, 0]].")
            return ()
        props.append((start, end))
    return tuple(props)


def _point(value: Any) -> Point | None:
    if isinstance(value, list) and len(value) == 2 and all(isinstance(each, int | float) for each in value):
        return float(value[0]), float(value[1])
    return None
