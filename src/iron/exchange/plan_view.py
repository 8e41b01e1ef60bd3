"""The plan of an import as plain values for JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from iron.exchange.comparing import ChangedWorkout
    from iron.exchange.foreign import Skipped
    from iron.exchange.plan import ColumnQuestion, ExerciseFound, ImportPlan
    from iron.exchange.plan_answer import (
        ChangedAnswer,
        ColumnsAnswer,
        DateAnswer,
        ExerciseAnswer,
        PlanAnswer,
        SkippedAnswer,
        UnitAnswer,
    )
    from iron.exchange.reading.date_order import DateQuestion
    from iron.exchange.units_asked import UnitQuestion


def plan_json(plan: ImportPlan) -> PlanAnswer:
    """Return the plan as plain values for JSON, without its documents."""
    return {
        "format": plan.format,
        "app": plan.app,
        "file_name": plan.file_name,
        "file": plan.sha256,
        "unit": plan.unit,
        "needs_unit": _unit(plan.needs_unit),
        "needs_date_order": _date_order(plan.needs_date_order),
        "needs_columns": _columns(plan.needs_columns),
        "in_utc": plan.in_utc,
        "columns": None if plan.columns is None else dict(plan.columns),
        "workouts": plan.workouts,
        "sets": plan.sets,
        "totals": plan.totals.as_json(),
        "rest_rows": plan.rest_rows,
        "note_rows": plan.note_rows,
        "data_rows": plan.data_rows,
        "span": plan.span,
        "exercises": [_exercise(exercise) for exercise in plan.exercises],
        "machines": [
            {"id": machine.id, "name": machine.name, "exercise": machine.exercise, "gym": machine.gym}
            for machine in plan.machines
        ],
        "skipped": [_skipped(row) for row in plan.skipped],
        "warnings": list(plan.warnings),
        "new": plan.new,
        "unchanged": plan.unchanged,
        "changed": [_changed(workout) for workout in plan.changed],
        "same_elsewhere": [{"start": start, "id": key} for start, key in plan.same_elsewhere],
        "stay_deleted": plan.stay_deleted,
        "measurements": plan.measurements,
    }


def _unit(question: UnitQuestion | None) -> UnitAnswer | None:
    if question is None:
        return None
    return {"sentence": question.sentence, "suggested": question.suggested, "reason": question.reason}


def _date_order(question: DateQuestion | None) -> DateAnswer | None:
    if question is None:
        return None
    return {
        "sentence": question.sentence,
        "example": question.example,
        "suggested": question.suggested,
        "reason": question.reason,
    }


def _columns(question: ColumnQuestion | None) -> ColumnsAnswer | None:
    if question is None:
        return None
    return {
        "sentence": question.sentence,
        "header": list(question.header),
        "sample": [list(row) for row in question.sample],
        "proposed": dict(question.proposed),
        "missing": list(question.missing),
    }


def _exercise(exercise: ExerciseFound) -> ExerciseAnswer:
    return {
        "name": exercise.name,
        "id": exercise.id,
        "how": exercise.how,
        "sets": exercise.sets,
        "suggestions": [{"id": key, "score": score} for key, score in exercise.suggestions],
        "machine": exercise.machine,
        "note": exercise.note,
        "totals": exercise.totals.as_json(),
    }


def _skipped(row: Skipped) -> SkippedAnswer:
    return {
        "line": row.line,
        "column": row.column,
        "value": row.value,
        "reason": row.reason,
        "way_out": row.way_out,
    }


def _changed(workout: ChangedWorkout) -> ChangedAnswer:
    return {
        "id": workout.id,
        "start": workout.start,
        "title": workout.title,
        "what": workout.what,
        "sets_here": workout.sets_here,
        "sets_file": workout.sets_file,
        "edited": workout.edited,
    }
