"""Growth of one exercise of the signed-in lifter: what `iron growth` and `Journal.growth` answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from msgspec import UNSET, Struct, UnsetType

from iron.server.api.own_journal import local_time
from iron.server.api.snapshot_types import DistanceOut, LoadOut
from iron.server.api.tagged import tagged
from iron.values.units import MassUnit

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from iron.journal.journal import Journal


class HeadlineOut(Struct):
    """The one number of a line: the 10RM today with its 80 % interval, else the best of the newest day.

    ``unit`` is null for reps and sets; ``change`` is the value less that of the first day, null with one day.
    """

    kind: Literal["ten_rep_max", "reps", "hold", "distance", "pace", "carry", "sets"]
    value: float
    unit: str | None
    sentence: str
    low: float | UnsetType = UNSET
    high: float | UnsetType = UNSET
    start: float | UnsetType | None = UNSET
    change: float | UnsetType | None = UNSET
    basis: str | UnsetType = UNSET


class PointOut(Struct):
    """One workout at one depth; ``value`` is its 10RM-equivalent, at least that where ``at_least``."""

    date: str
    cut: bool
    sets: int
    reps: float | UnsetType = UNSET
    load: float | UnsetType = UNSET
    duration_s: float | UnsetType = UNSET
    distance_m: float | UnsetType = UNSET
    value: float | UnsetType = UNSET
    at_least: bool | UnsetType = UNSET


class GrowthRecordOut(Struct):
    """A record of a line; null is what the set does not count."""

    kind: str
    date: str
    load: LoadOut
    reps: float | None
    duration_s: float | None
    distance: DistanceOut | None


class GrowthLineOut(Struct):
    """Growth of one line; ``trend`` holds day, 10RM and the ends of its interval."""

    line: str
    machine: str | None
    side: str
    setup: dict[str, str | float | bool]
    sets: int
    first: str
    last: str
    headline: HeadlineOut
    points: list[PointOut]
    trend: list[tuple[str, float, float, float]]
    records: list[GrowthRecordOut]


class GrowthOut(Struct):
    """Growth of one exercise, the line used last first (docs/documents.md)."""

    v: int
    exercise: str
    seq: int
    at: str
    unit: MassUnit
    lines: list[GrowthLineOut]


def growth(request: HttpRequest, exercise: str) -> HttpResponse:
    """Answer growth in one exercise before a moment; 304 where nothing changed since the answer that the client has."""
    # Now is the end of this minute, so that an answer without a moment stands for a minute.
    at = local_time(request.GET.get("at") or f"{local_time(None)[:16]}:59")

    def of(journal: Journal) -> dict[str, Any]:
        lines = journal.growth(exercise, at=at, unit=request.GET.get("unit"))
        return {"v": 1, "seq": journal.store.seq(), **lines}

    return tagged(request, of, also=at)
