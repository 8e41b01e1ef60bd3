"""The last weeks of a journal, as the app's overview counts them."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from iron.records.documents import readable
from iron.training.history.sets import from_workout
from iron.training.history.volume import week_of
from iron.training.history.weeks import TrainingWeek, is_reached, training_weeks

if TYPE_CHECKING:
    from datetime import date

    from iron.journal.journal import Journal
    from iron.training.history.volume import WeekStart

__all__ = ["TrainingWeek", "last_weeks"]


def last_weeks(journal: Journal, until: date, count: int) -> list[tuple[TrainingWeek, bool | None]]:
    """The last weeks up to that of a day, newest first, each with whether it reached the lifter's goal.

    Weeks begin where the lifter begins his. The goal is the one that he has now; None where he has none.
    """
    start: WeekStart = journal.settings.get("week_start") or "monday"
    goal = journal.settings.get("week_goal")
    since = (week_of(until, start) - timedelta(days=7 * (count - 1))).isoformat()
    sets = [
        set_
        for document, body in readable(journal.store.all("workout"))
        if str(body.get("start", "")) >= since
        for set_ in from_workout(journal.merged.workout(body), journal.facts, workout_id=document.id)
    ]
    weeks = training_weeks(sets, until, count, start)
    return [(week, is_reached(week, goal) if goal else None) for week in reversed(weeks)]
