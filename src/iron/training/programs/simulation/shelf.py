"""The shelf of programs: what one must know to choose one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from iron.training.programs.compiling import read_program
from iron.training.programs.fold import Fold
from iron.training.programs.model import Place, Program
from iron.training.programs.simulation.simulate import Facts, minutes_of, setting_for

if TYPE_CHECKING:
    from collections.abc import Mapping

_SHOWN_KEYS: Final = ("name", "note", "goal", "level", "evidence", "equipment", "unknown")


def shelf_row(
    ident: str, body: Mapping[str, Any], facts: Facts, meanings: Mapping[str, str]
) -> dict[str, Any]:
    """A program on the shelf: ``{"id", "name", …, "days", "minutes", "asks": [{"lift", "exercise", "ask", "name"}]}``.

    ``minutes`` is the mean of a round's sessions, ``days`` those a week; an ask that may stay empty is ``optional``.
    """
    program = read_program(body)
    return {
        "id": ident,
        **{key: body[key] for key in _SHOWN_KEYS if key in body},
        "days": program.days_per_week,
        "minutes": _minutes(program, facts, meanings),
        "asks": [
            {
                "lift": lift.id,
                "exercise": lift.exercise,
                "ask": lift.ask,
                "name": lift.name,
                "optional": lift.keeps == "load" or lift.start is not None,
            }
            for lift in program.lifts.values()
            if lift.keeps
        ],
    }


def _minutes(program: Program, facts: Facts, meanings: Mapping[str, str]) -> int:
    fold = Fold(program, setting_for(program, facts, "kg", meanings))
    every = [minutes_of(fold.targets(Place(1, week, day))) for week, day in program.order]
    return 5 * round(sum(every) / len(every) / 5)
