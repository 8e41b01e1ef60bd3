"""The plan of an import as plain values for JSON."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from iron.exchange.plan import ExerciseFound, ImportPlan

Body = dict[str, Any]


def plan_json(plan: ImportPlan) -> Body:
    """Return the plan as plain values for JSON, without its documents."""
    return {
        "format": plan.format,
        "app": plan.app,
        "file_name": plan.file_name,
        "file": plan.sha256,
        "unit": plan.unit,
        **_questions(plan),
        "workouts": plan.workouts,
        "sets": plan.sets,
        "totals": plan.totals.as_json(),
        "rest_rows": plan.rest_rows,
        "note_rows": plan.note_rows,
        "data_rows": plan.data_rows,
        "span": plan.span and list(plan.span),
        "exercises": [_exercise(found) for found in plan.exercises],
        "machines": [
            {"id": machine.id, "name": machine.name, "exercise": machine.exercise, "gym": machine.gym}
            for machine in plan.machines
        ],
        "skipped": [
            {
                "line": row.line,
                "column": row.column,
                "value": row.value,
                "reason": row.reason,
                "way_out": row.way_out,
            }
            for row in plan.skipped
        ],
        "warnings": list(plan.warnings),
        "new": plan.new,
        "unchanged": plan.unchanged,
        "changed": [asdict(workout) for workout in plan.changed],
        "same_elsewhere": [{"start": start, "id": key} for start, key in plan.same_elsewhere],
        "stay_deleted": plan.stay_deleted,
        "measurements": plan.measurements,
    }


def _questions(plan: ImportPlan) -> Body:
    """Return what has to be asked before anything is stored, and what may be said."""
    unit, order, columns = plan.needs_unit, plan.needs_date_order, plan.needs_columns
    return {
        "needs_unit": unit
        and {"sentence": unit.sentence, "suggested": unit.suggested, "reason": unit.reason},
        "needs_date_order": order
        and {
            "sentence": order.sentence,
            "example": order.example,
            "suggested": order.suggested,
            "reason": order.reason,
        },
        "needs_columns": columns
        and {
            "sentence": columns.sentence,
            "header": list(columns.header),
            "sample": [list(row) for row in columns.sample],
            "proposed": dict(columns.proposed),
            "missing": list(columns.missing),
        },
        "in_utc": plan.in_utc,
        "columns": plan.columns and dict(plan.columns),
    }


def _exercise(found: ExerciseFound) -> Body:
    return {
        "name": found.name,
        "id": found.id,
        "how": found.how,
        "sets": found.sets,
        "suggestions": [{"id": key, "score": score} for key, score in found.suggestions],
        "machine": found.machine,
        "note": found.note,
        "totals": found.totals.as_json(),
    }
