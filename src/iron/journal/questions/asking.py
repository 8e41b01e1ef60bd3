"""The questions of the library's public API, as `Journal` has them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any, cast

from iron.journal.questions.rows import AskableRows, Rows, frame
from iron.values.errors import BadInputError
from iron.values.units import check_mass_unit

if TYPE_CHECKING:
    import polars as pl
    from matplotlib.figure import Figure

    from iron.journal.journal import Journal
    from iron.journal.questions.body_rows import BodyRow
    from iron.journal.questions.record_rows import RecordRow
    from iron.journal.questions.stall_rows import StallRow
    from iron.journal.questions.volume_rows import VolumeRow
    from iron.journal.questions.workout_rows import WorkoutRow
    from iron.training.history.sets import PerformedSet

Day = date | datetime | str


@dataclass(frozen=True, slots=True)
class ExerciseRow:
    """An exercise that was trained.

    Attributes:
        id: id of the library or of the lifter's own.
        name: its name.
        sets: how many sets.
        workouts: how many workouts.
        first: first day.
        last: last day.
    """

    id: str
    name: str
    sets: int
    workouts: int
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class ForecastRow:
    """A set of the log beside what was forecast before its session was learnt.

    Attributes:
        exercise: name of the exercise in the log.
        date: day of the session.
        set: number of the set, from 1.
        load: load as written in the log.
        reps: reps done.
        expected: median of the forecast.
        low: 10th percentile.
        high: 90th percentile.
    """

    exercise: str
    date: date
    set: int
    load: float
    reps: int
    expected: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class ChanceRow:
    """A set that was done, and the chance that was believed before its workout.

    Attributes:
        exercise: id of the exercise.
        date: day of the workout.
        load_kg: load as counted [kg].
        reps: reps done.
        chance: believed chance of at least these reps [0, 1].
    """

    exercise: str
    date: date
    load_kg: float
    reps: float
    chance: float


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One exercise of one workout beside its plan.

    Attributes:
        date: day of the workout.
        workout: id of the workout.
        exercise: id of the exercise.
        name: name of the exercise.
        planned: working sets that were planned, None where only the reps were.
        done: working sets done.
        in_range: working sets within the planned reps, None where no reps were planned.
    """

    date: date
    workout: str
    exercise: str
    name: str
    planned: int | None
    done: int
    in_range: int | None


def day_text(day: Day | None, where: str) -> str:
    """A day as text that compares with the start of a workout; empty for None.

    Raises:
        BadInputError: it is no day.
    """
    if day is None or day == "":
        return ""
    if isinstance(day, datetime | date):
        return day.isoformat()[:10]
    try:
        return date.fromisoformat(day[:10]).isoformat()
    except ValueError:
        raise BadInputError(f"“{day[:32]}” is not a date. Write it like 2026-11-28.", where=where) from None


class Questions:
    """What a journal answers, as `Journal` offers it: every answer is rows that become a frame or a table."""

    @property
    def _journal(self) -> Journal:
        return cast("Journal", self)

    @cached_property
    def exercises(self) -> Rows[ExerciseRow]:
        """Every exercise that was trained, the one with the most sets first."""
        return exercises(self._journal)

    @cached_property
    def workouts(self) -> AskableRows[WorkoutRow]:
        """Every workout, newest first. Called, only some: ``since``, ``until``, ``exercise``, ``limit``, ``unit``."""
        return workouts(self._journal)

    @cached_property
    def body(self) -> AskableRows[BodyRow]:
        """Every measurement of the body, newest first. Called, only some: ``what``, ``since``, ``until``, ``unit``."""
        return body(self._journal)

    def records(
        self,
        exercise: str | None = None,
        *,
        since: Day | None = None,
        until: Day | None = None,
        unit: str | None = None,
    ) -> Rows[RecordRow]:
        """Records, newest first; warm-ups, cut depth and doubtful loads make none.

        Args:
            exercise: id or name of one exercise; all when None.
            since: first day.
            until: last day, itself included.
            unit: ``kg`` or ``lb``; the lifter's own when None.
        """
        from iron.journal.questions.record_rows import record_rows

        check_mass_unit(unit)
        chosen = None if exercise is None else self.exercise_id(exercise)
        days = {"since": day_text(since, "since"), "until": day_text(until, "until")}
        return Rows(record_rows(self._journal, exercise=chosen, **days, unit=unit))

    def volume(
        self,
        muscle: str | None = None,
        *,
        since: Day | None = None,
        until: Day | None = None,
    ) -> Rows[VolumeRow]:
        """Hard sets for each muscle and week with their bands, newest week first.

        Args:
            muscle: id or name of one muscle; all when None.
            since: first day; its week is told whole.
            until: last day, itself included.
        """
        from iron.journal.questions.volume_rows import volume_rows

        days = {"since": day_text(since, "since"), "until": day_text(until, "until")}
        return Rows(volume_rows(self._journal, **days, muscle=muscle))

    def stalls(self, on: Day | None = None) -> Rows[StallRow]:
        """Lines that are stalled on a day (of the newest set when None), the one with the most to gain first."""
        return stalls(self._journal, on)

    def forecasts(self) -> Rows[ForecastRow]:
        """Every set from the sixth session of an exercise on, beside its forecast (docs/accuracy.md)."""
        return forecasts(self._journal)

    def chances(self) -> Rows[ChanceRow]:
        """Every set that was done beside the chance that was believed before its workout: what a calibration needs."""
        return chances(self._journal)

    def adherence(self) -> Rows[PlanRow]:
        """What was done beside what was planned, exercise by exercise, oldest first; without a plan there is no row."""
        return adherence(self._journal)

    def to_frame(self, kind: str = "polars", *, unit: str | None = None) -> pl.DataFrame:
        """Every set as one row of a data frame, oldest first, with a column for each variable of the setup.

        Args:
            kind: ``polars``, or ``pandas``.
            unit: ``kg`` or ``lb``; the lifter's own when None.
        """
        from iron.journal.questions.tables import tidy_sets

        check_mass_unit(unit)
        made: pl.DataFrame = frame(tidy_sets(self._journal, unit=unit), kind)
        return made

    def plot_calibration(self) -> Figure:
        """A chart of the chances believed before sets that were then done; needs matplotlib (``iron-log[plots]``)."""
        from iron.journal.questions.files.plots import calibration_plot

        return calibration_plot(self._journal)

    def plot_volume(self, muscle: str) -> Figure:
        """A chart of the hard sets of a muscle, week by week; needs matplotlib (``iron-log[plots]``)."""
        from iron.journal.questions.files.plots import volume_plot

        return volume_plot(self._journal, muscle)

    def exercise_id(self, words: str) -> str:
        """The id of an exercise, from its id or any of its names, the lifter's own first.

        Raises:
            NotFoundError: nobody knows it; the sentence offers the nearest names.
        """
        return exercise_id(self._journal, words)

    def __repr__(self) -> str:
        count = sum(1 for _ in self._journal.store.all("workout"))
        return f"Journal({count} workouts)"

    def _repr_html_(self) -> str:
        """The exercises of the journal as a table for a notebook."""
        return self.exercises._repr_html_()


def exercises(journal: Journal) -> Rows[ExerciseRow]:
    """Every exercise that was trained, the one with the most sets first."""
    counts = Counter(set_.exercise for set_ in journal.sets)
    workouts: dict[str, dict[str, date]] = {}
    for set_ in journal.sets:
        workouts.setdefault(set_.exercise, {})[set_.workout] = set_.date
    return Rows(
        ExerciseRow(
            ident,
            journal.name_of(ident),
            count,
            len(workouts[ident]),
            min(workouts[ident].values()),
            max(workouts[ident].values()),
        )
        for ident, count in counts.most_common()
    )


def workouts(journal: Journal) -> AskableRows[WorkoutRow]:
    """Every workout, newest first; called with filters only those."""
    from iron.journal.questions.workout_rows import workout_rows

    def ask(
        *,
        since: Day | None = None,
        until: Day | None = None,
        exercise: str | None = None,
        limit: int | None = None,
        unit: str | None = None,
    ) -> Rows[WorkoutRow]:
        check_mass_unit(unit)
        days = {"since": day_text(since, "since"), "until": day_text(until, "until")}
        chosen = None if exercise is None else exercise_id(journal, exercise)
        return Rows(workout_rows(journal, **days, exercise=chosen, limit=limit, unit=unit))

    return _askable(workout_rows(journal), ask)


def body(journal: Journal) -> AskableRows[BodyRow]:
    """Every measurement of the body, newest first; called with filters only those."""
    from iron.journal.questions.body_rows import body_rows

    def ask(
        *,
        what: str | None = None,
        since: Day | None = None,
        until: Day | None = None,
        unit: str | None = None,
    ) -> Rows[BodyRow]:
        check_mass_unit(unit)
        days = {"since": day_text(since, "since"), "until": day_text(until, "until")}
        return Rows(body_rows(journal, what=what, **days, unit=unit))

    return _askable(body_rows(journal), ask)


def forecasts(journal: Journal) -> Rows[ForecastRow]:
    """Every set from the sixth session of an exercise on, beside its forecast (docs/accuracy.md)."""
    from iron.records.documents import readable
    from iron.training.forecast.evaluate import evaluate, logs_from

    bodies = ((document.id, each) for document, each in readable(journal.store.all("workout")))
    scored = evaluate(logs_from(bodies, journal.facts)).rows
    return Rows(
        ForecastRow(row.exercise, date.fromisoformat(row.day), row.place, row.load, row.reps, *row.ahead)
        for row in scored
    )


def chances(journal: Journal) -> Rows[ChanceRow]:
    """Every set that was done beside the chance that was believed before its workout."""
    from iron.journal import denials

    return Rows(
        ChanceRow(row.exercise, row.day, row.load_kg, row.reps, row.chance)
        for row in denials.called(journal.view)
    )


def adherence(journal: Journal) -> Rows[PlanRow]:
    """Every entry of a workout that had a plan or a rep target."""
    entries: dict[tuple[str, int], list[PerformedSet]] = {}
    for set_ in journal.sets:
        if set_.kind == "working" and (set_.planned is not None or set_.aim is not None):
            entries.setdefault((set_.workout, set_.entry), []).append(set_)
    rows = []
    for sets in entries.values():
        first = sets[0]
        aims = [set_ for set_ in sets if set_.aim is not None]
        met = sum(set_.aim[0] <= (set_.reps or 0) <= set_.aim[1] for set_ in aims if set_.aim is not None)
        name = journal.name_of(first.exercise)
        rows.append(
            PlanRow(
                first.date,
                first.workout,
                first.exercise,
                name,
                first.planned,
                len(sets),
                met if aims else None,
            )
        )
    return Rows(rows)


def stalls(journal: Journal, on: Day | None) -> Rows[StallRow]:
    """What is stalled on a day, that of the newest set when None."""
    from iron.journal.questions.stall_rows import stalls_of

    day = day_text(on, "on")
    if not day and not journal.sets:
        return Rows()
    return Rows(stalls_of(journal, date.fromisoformat(day) if day else journal.sets[-1].date))


def exercise_id(journal: Journal, words: str) -> str:
    """The id of an exercise, from its id or any of its names."""
    from iron.journal.questions.finding import find_exercise

    return find_exercise(journal, words).exercise


def _askable(rows: Iterable[Any], ask: Callable[..., Rows[Any]]) -> AskableRows[Any]:
    made: AskableRows[Any] = AskableRows(rows)
    made.ask = ask
    return made
