"""Reads poses.toml: the movements that are drawn, and what is wrong with them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from iron.knowledge.figures.body import LENGTHS, LIMBS, SEGMENTS, VIEWS, Pose
from iron.knowledge.figures.movement import FRAMES, LINKS, LOADS, RIDERS, Link, Movement, Rider
from iron.knowledge.reading import read_text
from iron.knowledge.tables import File, Table, read_toml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iron.knowledge.figures.body import Point
    from iron.knowledge.library import Library
    from iron.knowledge.model import Problem

    Points = tuple[Point, ...]

_FILE: Final = "poses.toml"
_JOINTS: Final = tuple(dict.fromkeys(joint for ends in SEGMENTS.values() for joint in ends))
_STANDING: Final = Pose(
    {"foot": 0, "shank": 90, "thigh": 90, "trunk": 90, "arm": -90, "forearm": -90}, "ankle", (0.0, 0.045)
)
# From the front a foot points at the reader.
_FACING: Final = replace(_STANDING, toward={"foot": 70}, directions={**_STANDING.directions, "foot": -40})


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
        movement = _movement(table)
        if movement is not None:
            movements[key] = movement
    return movements


def _movement(table: Table) -> Movement | None:
    view = table.choice("view", VIEWS, must=False) or "side"
    start = _pose(table, "start", _FACING if view == "front" else _STANDING)
    end = _pose(table, "end", start or _STANDING)
    movement = Movement(
        says=table.text("says", must=True),
        view=view,
        start=start or _STANDING,
        end=end or _STANDING,
        load=table.choice("load", tuple(LOADS), must=False) or "none",
        held=table.choice("held", tuple(FRAMES), must=False) or "hand",
        off=_point(table, "off"),
        both=table.flag("both", default=view == "front"),
        props=_lines(table, "props"),
        pads=_lines(table, "pads"),
        links=tuple(_links(table)),
        riders=tuple(_riders(table)),
        floor=table.flag("floor", default=True),
    )
    table.report_unused()
    if start is not None and end is not None and start.joint != end.joint:
        table.report("end", f"The joint that stays is {end.joint}, at the start {start.joint}; name one.")
        return None
    return None if start is None or end is None else movement


def _pose(table: Table, key: str, before: Pose) -> Pose | None:
    """A pose: what it does not say is as in ``before``."""
    inner = table.table(key)
    if inner is None:
        table.report(key, f"“{key}” is missing: the direction of every segment, joint and place.")
        return None
    pose = Pose(
        {
            segment: inner.number(segment, before.directions[segment], low=-360, high=360)
            for segment in LENGTHS
        },
        inner.choice("joint", _JOINTS, must=False) or before.joint,
        _point(inner, "place") if "place" in inner else before.place,
        _angles(inner, "toward", before.toward, tuple(LENGTHS), 90),
        _angles(inner, "far", before.far, LIMBS, 360),
        _angles(inner, "far_toward", before.far_toward, LIMBS, 90),
        inner.number("head", low=-360, high=360) if "head" in inner else before.head,
        inner.number("bend", before.bend, low=-60, high=90),
        inner.number("shrug", before.shrug, low=0, high=0.1),
        inner.number("handle", low=-360, high=360) if "handle" in inner else before.handle,
    )
    inner.report_unused()
    return pose


def _angles(table: Table, key: str, before: Any, segments: tuple[str, ...], most: float) -> dict[str, float]:
    inner = table.table(key)
    if inner is None:
        return dict(before)
    angles = {
        segment: inner.number(segment, low=-most, high=most) for segment in segments if segment in inner
    }
    inner.report_unused()
    return {**before, **angles}


def _links(table: Table) -> Iterator[Link]:
    for each in table.tables("links"):
        yield Link(
            each.choice("kind", LINKS),
            _point(each, "from"),
            each.choice("to", tuple(FRAMES), must=False) or "hand",
            _point(each, "off"),
            each.flag("both"),
        )
        each.report_unused()


def _riders(table: Table) -> Iterator[Rider]:
    for each in table.tables("riders"):
        line = _points(each.raw("line"))
        if not line:
            each.report("line", "“line” is a list of points as seen from the joint: [[0, 0.1], [0, -0.1]].")
        yield Rider(
            each.choice("to", tuple(FRAMES)) or "hand",
            each.choice("kind", RIDERS),
            each.flag("turns"),
            line or ((0.0, 0.0),),
        )
        each.report_unused()


def _lines(table: Table, key: str) -> tuple[Points, ...]:
    value = table.raw(key)
    lines = [_points(line) for line in value] if isinstance(value, list) else []
    if (value is not None and not isinstance(value, list)) or any(len(line) < 2 for line in lines):
        table.report(key, f"A line of “{key}” is two points or more: [[0, 0], [0.5, 0]].")
        return ()
    return tuple(lines)


def _points(value: Any) -> Points:
    """Points of a line; none where one of them is not two numbers."""
    points = [_pair(each) for each in value] if isinstance(value, list) else []
    return () if None in points else tuple(point for point in points if point is not None)


def _point(table: Table, key: str) -> Point:
    """A point under this key, (0, 0) where it is absent."""
    value = table.raw(key)
    point = (0.0, 0.0) if value is None else _pair(value)
    if point is None:
        table.report(key, f"“{key}” is two numbers in body heights, forward and up.")
    return point or (0.0, 0.0)


def _pair(value: Any) -> Point | None:
    if isinstance(value, list) and len(value) == 2 and all(isinstance(each, int | float) for each in value):
        return float(value[0]), float(value[1])
    return None
