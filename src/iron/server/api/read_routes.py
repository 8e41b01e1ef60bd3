"""The plain reads in the route table: their filters and pages."""

from __future__ import annotations

from typing import Any, Final

from iron.server.api import reads, wire
from iron.server.api.route import Parameter, Route

_UNIT: Final = Parameter(
    "unit", {"type": "string", "enum": ["kg", "lb"]}, "kg or lb; the lifter's own if absent"
)
_EXERCISE: Final = Parameter(
    "exercise",
    {"type": "string", "minLength": 1, "maxLength": 200},
    "one exercise, by its id or any of its names",
)
_DAY: Final = {"type": "string", "pattern": reads.DAY_PATTERN}
_SPAN: Final = (
    Parameter("since", _DAY, "first day, YYYY-MM-DD"),
    Parameter("until", _DAY, "last day, itself included"),
)
_PAGE: Final = (
    Parameter(
        "limit",
        {"type": "integer", "minimum": 1, "maximum": reads.MOST},
        f"rows of a page, {reads.DEFAULT} if absent",
    ),
    Parameter(
        "offset",
        {"type": "integer", "minimum": 0, "maximum": reads.LAST},
        "rows before the page: `next` of the last one",
    ),
)


def _read(path: str, view: Any, about: str, gives: Any, *filters: Parameter) -> Route:
    return Route("GET", path, view, about, account=True, gives=gives, query=(*filters, *_PAGE), lane="slow")


_AT: Final = Parameter(
    "at",
    {"type": "string", "pattern": wire.AT_PATTERN},
    "only what was started before it counts; now if absent",
)


READ_ROUTES: Final = (
    Route(
        "GET",
        "today",
        reads.today,
        "Today: what is planned with its loads, what was done, what rested longest without a plan",
        account=True,
        gives=reads.TodayOut,
        query=(_AT, _UNIT),
        lane="slow",
    ),
    _read(
        "sets",
        reads.sets,
        "Sets, newest first, with their line",
        reads.SetsOut,
        _EXERCISE,
        *_SPAN,
        Parameter("kind", {"type": "string", "enum": list(reads.KINDS)}, "one kind of set"),
        _UNIT,
    ),
    _read(
        "workouts",
        reads.workouts,
        "Workouts with their sets, newest first",
        reads.WorkoutsOut,
        _EXERCISE,
        *_SPAN,
        _UNIT,
    ),
    _read(
        "records",
        reads.records,
        "Records of every line, newest first",
        reads.RecordsOut,
        _EXERCISE,
        *_SPAN,
        _UNIT,
    ),
    _read(
        "volume",
        reads.volume,
        "Hard sets by week and muscle, newest week first",
        reads.VolumePage,
        Parameter(
            "muscle", {"type": "string", "minLength": 1, "maxLength": 64}, "one muscle, by its id or name"
        ),
        *_SPAN,
    ),
    _read(
        "body",
        reads.body,
        "Measurements of the body, newest first",
        reads.BodyPage,
        Parameter("what", {"type": "string", "minLength": 1, "maxLength": 64}, "one kind, such as body_mass"),
        *_SPAN,
        _UNIT,
    ),
    _read(
        "next",
        reads.next_loads,
        "What to lift next on every line, the line used last first",
        reads.NextPage,
        _EXERCISE,
        _AT,
        _UNIT,
    ),
)
