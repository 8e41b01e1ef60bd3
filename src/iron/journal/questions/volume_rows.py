"""Weekly volume for each muscle: hard sets, counted by what an exercise gives a muscle."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, cast

from iron.training.history import volume

if TYPE_CHECKING:
    from iron.journal.journal import Journal


@dataclass(frozen=True, slots=True)
class VolumeRow:
    """One muscle in one week.

    Attributes:
        week: first day of the week.
        muscle: id of the muscle.
        name: name of the muscle.
        sets: fractional hard sets.
        low: the same with the lower ends of the bands.
        high: the same with the upper ends.
        standing: ``below``, ``within`` or ``above`` the band of 10 to 20 sets.
        most_in_session: most fractional sets in one workout.
    """

    week: date
    muscle: str
    name: str
    sets: float
    low: float
    high: float
    standing: str
    most_in_session: float

    def as_json(self) -> dict[str, Any]:
        """The row as JSON."""
        return {name: getattr(self, name) for name in self.__slots__} | {"week": self.week.isoformat()}


def volume_rows(
    journal: Journal, *, since: str = "", until: str = "", muscle: str | None = None
) -> list[VolumeRow]:
    """Hard sets for each muscle and week, newest week first, then the most sets first.

    Args:
        journal: whose volume.
        since: first day, ``YYYY-MM-DD``; the week that holds it is told whole.
        until: last day, itself included.
        muscle: id or name of one muscle; all when None.
    """
    start = cast("volume.WeekStart", journal.settings.get("week_start", "monday"))
    names = {ident: each.name for ident, each in journal.library.muscles.items()}
    first = volume.week_of(date.fromisoformat(since[:10]), start).isoformat() if len(since) >= 10 else since
    sets = [
        set_
        for set_ in journal.sets
        if set_.start[:10] >= first and (not until or set_.start[: len(until)] <= until)
    ]
    wanted = None if muscle is None else muscle_id(journal, muscle)
    rows = [
        VolumeRow(
            week.week,
            week.muscle,
            names.get(week.muscle, week.muscle),
            week.sets,
            week.low,
            week.high,
            week.standing,
            week.most_in_session,
        )
        for week in volume.muscle_weeks(sets, journal.facts, start)
        if wanted is None or week.muscle == wanted
    ]
    return sorted(rows, key=lambda row: (-row.week.toordinal(), -row.sets, row.muscle))


def muscle_id(journal: Journal, words: str) -> str:
    """The id of a muscle, from its id or name in any case.

    Raises:
        NotFoundError: there is no such muscle; the sentence lists all.
    """
    from iron.values.errors import NotFoundError
    from iron.values.ids import fold

    for ident, each in journal.library.muscles.items():
        if fold(words) in {fold(ident), fold(each.name)}:
            return ident
    known = ", ".join(each.name for each in journal.library.muscles.values())
    raise NotFoundError(f"Iron knows no muscle “{words[:40]}”. It knows: {known}.", where="muscle")
