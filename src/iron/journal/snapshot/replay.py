"""A stored advice solved again from what it stores: the same, or what now differs, or why it cannot be solved."""

from __future__ import annotations

import math
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Final

from iron.training.advice.advice import Advice, replay
from iron.training.advice.next_set import next_set
from iron.training.advice.question import Did, question_from
from iron.values.errors import BadDocumentError

if TYPE_CHECKING:
    from collections.abc import Mapping

# The phone's exponentials may differ from Python's in the last digits; everything else must be equal.
_DIGITS: Final = 1e-6
_ANSWER: Final = (
    "rule",
    "load_kg",
    "reps_low",
    "reps_high",
    "rir",
    "sets",
    "low_reps",
    "high_reps",
    "sentence",
)


def again(body: Mapping[str, Any]) -> Advice:
    """Answer the stored question again; the next set where sets of the day are stored with it.

    Raises:
        BadDocumentError: the document does not hold a question.
    """
    try:
        done = body.get("done")
        if done:
            return next_set(question_from(body["inputs"]), [Did(**one) for one in done])
        return replay(body)
    except (KeyError, TypeError, ValueError, AttributeError) as problem:
        raise BadDocumentError(
            "This advice does not hold its question, so it cannot be solved again.", where="inputs"
        ) from problem


def later(body: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The advice of the later sets of the same question, each as a body of its own."""
    stored = body.get("after")
    rows = stored if isinstance(stored, list) else []
    return [{**row, "inputs": body.get("inputs")} for row in rows if isinstance(row, dict)]


def differences(body: Mapping[str, Any], answer: Advice) -> list[str]:
    """What the replay answers differently, as ``name: stored -> now``; empty when all is the same."""
    found = [
        f"{name}: {body.get(name)} -> {getattr(answer, name)}"
        for name in _ANSWER
        if body.get(name) != getattr(answer, name)
    ]
    stored, now = body.get("chance"), answer.chance
    same = stored is now or (
        stored is not None and now is not None and math.isclose(stored, now, rel_tol=_DIGITS, abs_tol=_DIGITS)
    )
    return found if same else [*found, f"chance: {stored} -> {now}"]


def replayed(body: Mapping[str, Any]) -> dict[str, Any]:
    """A stored advice beside its replay, as the API tells it.

    Returns:
        ``replay`` (absent when it cannot be solved), ``same``, ``differences`` and ``sentence``; ``after`` the same
        for each later set that the document holds.
    """
    told = _told(body)
    rows = [{"set": row.get("id"), **_told(row)} for row in later(body)]
    return {**told, **({"after": rows} if rows else {})}


def _told(body: Mapping[str, Any]) -> dict[str, Any]:
    try:
        answer = again(body)
    except BadDocumentError as problem:
        return {"same": False, "differences": [], "sentence": problem.sentence}
    changed = differences(body, answer)
    said = "Solved again: the same." if not changed else "Solved again, differs: " + "; ".join(changed)
    return {"replay": asdict(answer), "same": not changed, "differences": changed, "sentence": said}
