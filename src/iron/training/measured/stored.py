"""A measured case as JSON: what an advice for a hold, a carry or a run stores, so that it can be answered again.

Sets are written short, ``[load, seconds, metres]``, null for what was not recorded.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from iron.training.measured.steps import MeasuredCase, MeasuredSession, MeasuredSet

if TYPE_CHECKING:
    from collections.abc import Mapping


def measured_json(case: MeasuredCase) -> dict[str, Any]:
    """The case as JSON values, ready to be stored."""
    values = asdict(case)
    values["sessions"] = [
        {
            "day": session.day,
            "sets": [[set_.load_kg, set_.duration_s, set_.distance_m] for set_ in session.sets],
            **({"deload": True} if session.deload else {}),
        }
        for session in case.sessions
    ]
    return values


def measured_from(stored: Mapping[str, Any]) -> MeasuredCase:
    """The case that `measured_json` wrote.

    Raises:
        KeyError, TypeError, ValueError: it is none.
    """
    sessions = tuple(
        MeasuredSession(
            session["day"],
            tuple(MeasuredSet(load, seconds, metres) for load, seconds, metres in session["sets"]),
            session.get("deload", False),
        )
        for session in stored["sessions"]
    )
    return MeasuredCase(**{**stored, "sessions": sessions})
