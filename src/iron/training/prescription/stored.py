"""A case as JSON: what an advice stores, so that it can be answered again, and what shared test cases hold.

Sets are written short, ``[load, moved, reps, reserve, marks]`` with ``c`` for cut depth, ``f`` for a failed
rep and ``s`` for a load that the lifter confirmed: a session is a few hundred bytes.
"""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any, Final

from iron.training.prescription.model import Case, Doubt, Lift, LineSession, Wanted
from iron.training.strength.line_belief import LineBelief

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ENGINE: Final = 2
"""Version of the rules that a stored advice names."""


def case_json(case: Case) -> dict[str, Any]:
    """The case as JSON values, ready to be stored."""
    values = asdict(replace(case, sessions=()))
    values["sessions"] = [_session_json(session) for session in case.sessions]
    return values


def case_from(stored: Mapping[str, Any]) -> Case:
    """The case that `case_json` wrote.

    Raises:
        KeyError, TypeError, ValueError: it is none.
    """
    given: dict[str, Any] = dict(stored)
    belief, wanted, doubt = given["belief"], given["wanted"], given["doubt"]
    given["belief"] = (
        None if belief is None else LineBelief(**{name: _tuple(value) for name, value in belief.items()})
    )
    given["wanted"] = None if wanted is None else Wanted(**wanted)
    given["doubt"] = None if doubt is None else Doubt(**doubt)
    given["sessions"] = tuple(_session(session) for session in given["sessions"])
    given["grid"] = tuple(given["grid"])
    given["other_unit"] = tuple(given.get("other_unit") or ())
    given["ranges"] = tuple(tuple(range_) for range_ in given["ranges"])
    return Case(**given)


def lift_json(lift: Lift) -> list[Any]:
    """A set, written short."""
    return [lift.load_kg, lift.moved_kg, lift.reps, lift.rir, _marks(lift)]


def lift_from(stored: Sequence[Any]) -> Lift:
    """The set that `lift_json` wrote."""
    load, moved, reps, rir, marks = stored
    return Lift(load, moved, reps, rir, "c" in marks, "f" in marks, "s" in marks)


def _marks(lift: Lift) -> str:
    return "".join(
        mark for mark, applies in (("c", lift.cut), ("f", lift.failed), ("s", lift.sure)) if applies
    )


def _session_json(session: LineSession) -> dict[str, Any]:
    values: dict[str, Any] = {"day": session.day, "sets": [lift_json(lift) for lift in session.sets]}
    if session.planned is not None:
        values["planned"] = session.planned
    if session.aim is not None:
        values["aim"] = list(session.aim)
    if session.deload:
        values["deload"] = True
    if session.cause is not None:
        values["cause"] = session.cause
    if session.apart:
        values["apart"] = session.apart
    return values


def _session(stored: Mapping[str, Any]) -> LineSession:
    aim = stored.get("aim")
    return LineSession(
        stored["day"],
        tuple(lift_from(row) for row in stored["sets"]),
        stored.get("planned"),
        None if aim is None else (aim[0], aim[1]),
        stored.get("deload", False),
        stored.get("cause"),
        stored.get("apart", 0),
    )


def _tuple(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
