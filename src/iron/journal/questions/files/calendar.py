"""The planned days of a lifter as an iCalendar text (RFC 5545), for calendars and home automation.

A planned day has a date and no time, so it is an all-day event that blocks nothing. A day that was done is marked, and
has the time of its workout where the workout says its offset from UTC.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from icalendar import Calendar, Event

from iron.records.documents import readable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from iron.journal.journal import Journal

PAST_DAYS: Final = 180
"""So far back planned days are told; a choice."""
DONE_MARK: Final = "✓ "


@dataclass(frozen=True, slots=True)
class PlannedDay:
    """One day of a plan.

    Attributes:
        id: the same for the same day at every reading.
        on: its date; that of the workout where it was done.
        name: name of plan and day.
        exercises: a line for each: name and target.
        workout: start and end [UTC] of the workout, its date where nobody knows the offset, None where it was not done.
    """

    id: str
    on: date
    name: str
    exercises: tuple[str, ...]
    workout: tuple[datetime, datetime] | date | None = None


def planned_days(journal: Journal, at: str) -> list[PlannedDay]:
    """The dated days of every block, and the next session of a program that names its weekdays; oldest first.

    Skipped days and those after the end of a block are left out unless they were done.

    Args:
        journal: whose plans.
        at: now, local, ``YYYY-MM-DDTHH:MM:SS``.
    """
    on = date.fromisoformat(at[:10])
    rows = [*_of_blocks(journal), *_of_runs(journal, on)]
    return sorted((row for row in rows if (on - row.on).days <= PAST_DAYS), key=lambda row: (row.on, row.id))


def calendar_text(journal: Journal, at: str, *, address: str = "") -> str:
    """The planned days as an iCalendar text.

    Args:
        journal: whose plans.
        at: now, local, ``YYYY-MM-DDTHH:MM:SS``; days are read against it.
        address: where the plan can be seen, empty for nowhere.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Iron//Planned training//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    # RFC 7986, and what Apple and Google read instead.
    calendar.add("name", "Training")
    calendar.add("x-wr-calname", "Training")
    calendar.add("refresh-interval", timedelta(hours=1), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT1H")
    # No clock down here: the day of the reading says when the text was made, and keeps it the same all day.
    stamp = datetime.fromisoformat(f"{at[:10]}T00:00:00").replace(tzinfo=UTC)
    for day in planned_days(journal, at):
        calendar.add_component(_event(day, stamp, address))
    return str(calendar.to_ical(), "utf-8")


def _event(day: PlannedDay, stamp: datetime, address: str) -> Event:
    event = Event()
    event.add("uid", f"{day.id}@iron-log")
    event.add("dtstamp", stamp)
    event.add("summary", f"{DONE_MARK if day.workout else ''}{day.name}")
    if isinstance(day.workout, tuple):
        event.add("dtstart", day.workout[0])
        event.add("dtend", day.workout[1])
    else:
        event.add("dtstart", day.on)
        event.add("dtend", day.on + timedelta(days=1))
        # An all-day event without a time of its own must not show its day as busy.
        event.add("transp", "TRANSPARENT")
    if day.exercises:
        event.add("description", "\n".join(day.exercises))
    if day.workout:
        event.add("categories", ["Done"])
    if address:
        event.add("url", address)
    return event


def _of_blocks(journal: Journal) -> Iterator[PlannedDay]:
    from iron.training.plan import blocks

    workouts = _workouts_by_day(journal)
    for document, body in readable(journal.store.all("block")):
        for week in body.get("weeks") or ():
            for day in week["days"]:
                workout = workouts.get((document.id, day["id"]))
                ended = body.get("ended")
                if workout is None and (day.get("skipped") or (ended and day["date"] >= ended)):
                    continue
                on, when = (date.fromisoformat(day["date"]), None) if workout is None else _when(workout)
                asked = [
                    (slot, blocks.wanted(slot, deload=bool(week.get("deload")))) for slot in day["slots"]
                ]
                exercises = tuple(_slot(journal, slot, wanted) for slot, wanted in asked)
                name = f"{body.get('name', 'Plan')}, {day['name']}"
                yield PlannedDay(f"{document.id}-{day['id']}", on, name, exercises, when)


def _slot(journal: Journal, slot: Mapping[str, Any], wanted: Any) -> str:
    low, high = wanted.reps_low, wanted.reps_high
    reps = f"{low}" if low == high else f"{low}–{high}"
    name = journal.name_of(str(slot["exercise"]))
    return f"{name}: {wanted.sets} × {reps}, {wanted.rir:g} in reserve"


def _workouts_by_day(journal: Journal) -> dict[tuple[str, str], Mapping[str, Any]]:
    """The workouts that say which day of a block they were, by block and day."""
    workouts: dict[tuple[str, str], Mapping[str, Any]] = {}
    for _, body in readable(journal.store.all("workout")):
        place = body.get("block")
        if place:
            workouts[str(place.get("id")), str(place.get("day"))] = body
    return workouts


def _when(workout: Mapping[str, Any]) -> tuple[date, tuple[datetime, datetime] | date]:
    """Day of a workout, and its time in UTC where its offset is known."""
    start = datetime.fromisoformat(str(workout["start"]))
    offset = workout.get("offset")
    if not isinstance(offset, int):
        return start.date(), start.date()
    # A running workout has no end yet.
    end = datetime.fromisoformat(str(workout.get("end") or workout["start"]))
    shift = timedelta(minutes=offset)
    return start.date(), ((start - shift).replace(tzinfo=UTC), (max(start, end) - shift).replace(tzinfo=UTC))


def _of_runs(journal: Journal, on: date) -> Iterator[PlannedDay]:
    from iron.journal.runs import runs
    from iron.training.programs.showing import sets_words

    for run in runs(journal):
        upcoming = run["next"]
        planned = upcoming and upcoming.get("planned")
        if upcoming is None or planned is None:
            continue
        day = max(on, date.fromisoformat(planned))  # a missed session is one of today
        exercises = tuple(f"{slot['name']}: {sets_words(slot['sets'])}" for slot in upcoming["targets"])
        place = f"c{upcoming['cycle']}w{upcoming['week']}-{run['sessions']}"
        yield PlannedDay(f"{run['id']}-{place}", day, f"{run['name']}, {upcoming['day']}", exercises)
