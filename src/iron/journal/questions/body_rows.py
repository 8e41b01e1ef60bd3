"""The body over time: what was measured, and the trend of the weight."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

from iron.knowledge import messages
from iron.records.documents import readable
from iron.training.history.body_trend import by_day, pace, pace_message, smoothed
from iron.values.units import MASS_UNITS, mass_in, mass_kg, shown

if TYPE_CHECKING:
    from iron.journal.journal import Journal

BODY_MASS: Final = "body_mass"
_EPOCH: Final = date(1970, 1, 1)


@dataclass(frozen=True, slots=True)
class BodyRow:
    """One measurement.

    Attributes:
        at: local time.
        what: ``body_mass``, ``body_fat`` or a girth (docs/documents.md).
        value: the number, in ``unit``.
        unit: a mass in the lifter's unit, the rest as typed.
        side: ``left`` or ``right``, None where it was not said.
        id: id of the measurement.
    """

    at: str
    what: str
    value: float
    unit: str
    side: str | None
    id: str

    def as_json(self) -> dict[str, Any]:
        """The row as JSON."""
        return {name: value for name in self.__slots__ if (value := getattr(self, name)) is not None}


@dataclass(frozen=True, slots=True)
class BodyTrend:
    """The weight of the body: smoothed today, and its change a week.

    Attributes:
        value: smoothed weight, in ``unit``; None without a measurement.
        unit: ``kg`` or ``lb``.
        per_week: change a week over the last four weeks, with ``low`` and ``high`` the ends of its 80 % interval; None
            where there are too few days.
        low: see ``per_week``.
        high: see ``per_week``.
        sentence: the trend in words.
    """

    value: float | None
    unit: str
    per_week: float | None
    low: float | None
    high: float | None
    sentence: str

    def as_json(self) -> dict[str, Any]:
        """The trend as JSON."""
        return {name: getattr(self, name) for name in self.__slots__}


def body_rows(
    journal: Journal, *, what: str | None = None, since: str = "", until: str = "", unit: str | None = None
) -> list[BodyRow]:
    """Measurements, newest first.

    Args:
        journal: whose body.
        what: one kind of measurement; all when None.
        since: first day, ``YYYY-MM-DD``.
        until: last day, itself included.
        unit: ``kg`` or ``lb`` for masses; the lifter's own when None.
    """
    shown_in = unit or journal.unit
    rows = []
    for document, body in readable(journal.store.all("measurement")):
        at = str(body.get("at", ""))
        if at < since or (until and at[: len(until)] > until) or what not in {None, body.get("what")}:
            continue
        value, own = float(body.get("value") or 0.0), str(body.get("unit", ""))
        if own in MASS_UNITS and own != shown_in:
            value, own = mass_in(mass_kg(value, own), shown_in), shown_in
        rows.append(BodyRow(at, str(body.get("what", "")), shown(value), own, body.get("side"), document.id))
    return sorted(rows, key=lambda row: (row.at, row.id), reverse=True)


def body_trend(rows: Sequence[BodyRow], on: date, unit: str) -> BodyTrend:
    """The trend of the weight on a day, from rows of `body_rows` in one unit."""
    points = by_day(
        [
            ((date.fromisoformat(row.at[:10]) - _EPOCH).days, row.value)
            for row in rows
            if row.what == BODY_MASS and row.at[:10] <= on.isoformat()
        ]
    )
    if not points:
        return BodyTrend(None, unit, None, None, None, messages.render("body-none", {}))
    line = smoothed(points)
    last = line[-1][1]
    weekly = pace(points, (on - _EPOCH).days)
    day = (_EPOCH + timedelta(days=points[-1][0])).isoformat()
    values = {
        "load": messages.load(shown(round(last, 1)), unit),
        "date": day,
        "trend": messages.render(**pace_message(weekly, unit)),
    }
    words = messages.render("body-smoothed", values)
    if weekly is None:
        return BodyTrend(shown(round(last, 1)), unit, None, None, None, words)
    numbers = (shown(weekly.per_week), shown(weekly.low), shown(weekly.high))
    return BodyTrend(shown(round(last, 1)), unit, *numbers, words)
