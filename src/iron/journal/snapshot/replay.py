"""A stored advice solved again from what it stores: the same, or what now differs, or why it cannot be solved.

An advice stores its case and, after sets of the day, those sets; code and values of its sentence, so that it reads in
any language. One for a hold, a carry or a run stores the sessions before it (``measured``). Advice of the engine before
(without ``engine``) keeps its numbers and its sentence and is not solved again: the rules that made it are gone.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, Final

from iron.journal.next_sets import to_next
from iron.knowledge import messages
from iron.training.measured.steps import next_step
from iron.training.measured.stored import measured_from
from iron.training.prescription.model import Prescription
from iron.training.prescription.stored import ENGINE, case_from, case_json, lift_from, lift_json
from iron.training.prescription.within import next_set
from iron.values.errors import BadDocumentError, NotFoundError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from iron.training.measured.steps import Aim
    from iron.training.prescription.model import Case, Lift

# The phone's exponentials may differ from Python's in the last digits; everything else must be equal.
_DIGITS: Final = 1e-6
_ANSWER: Final = ("rule", "load_kg", "reps_low", "reps_high", "rir", "sets")
_NO_CASE: Final = (KeyError, TypeError, ValueError, AttributeError, IndexError)
_NO_QUESTION: Final = "This advice does not hold its question, so it cannot be solved again."


def document(case: Case, done_today: Sequence[Lift] = (), *, unit: str | None = None) -> dict[str, Any]:
    """The body of an advice document: case, sets of the day, answer, and code and values of its sentence."""
    answer = next_set(case, done_today)
    shown = to_next(case, answer, {}, unit or case.unit)
    return {
        "v": 1,
        "engine": ENGINE,
        "line": case.line,
        "on": case.on,
        "inputs": case_json(case),
        **({"done": [lift_json(lift) for lift in done_today]} if done_today else {}),
        **_answer(answer),
        "chance": answer.chance,
        "message": shown.message,
    }


def again(body: Mapping[str, Any]) -> Prescription:
    """Answer the stored case again, with the sets of the day that are stored with it.

    Raises:
        BadDocumentError: the document holds no case, or one of the engine before.
    """
    _check_engine(body, "inputs")
    try:
        return next_set(case_from(body["inputs"]), [lift_from(lift) for lift in body.get("done") or ()])
    except _NO_CASE as problem:
        raise BadDocumentError(_NO_QUESTION, where="inputs") from problem


def measured_again(body: Mapping[str, Any]) -> dict[str, Any]:
    """Answer the stored case of a hold, a carry or a run again.

    Returns:
        ``rule``, ``sets`` and ``aim`` (load [kg], ends of a time [s] and of a distance [m]; None where nothing is
        known).

    Raises:
        BadDocumentError: the document holds no case, or one of the engine before.
    """
    _check_engine(body, "measured")
    try:
        step = next_step(measured_from(body["measured"]))
    except _NO_CASE as problem:
        raise BadDocumentError(_NO_QUESTION, where="measured") from problem
    return {
        "rule": step.rule,
        "sets": step.sets,
        "aim": None if step.aim is None else _aim_json(step.aim),
    }


def _aim_json(aim: Aim) -> dict[str, Any]:
    ends = {"duration_s": aim.duration_s, "distance_m": aim.distance_m}
    return {"load_kg": aim.load_kg, **{name: pair and list(pair) for name, pair in ends.items()}}


def _check_engine(body: Mapping[str, Any], case: str) -> None:
    if case in body and body.get("engine") != ENGINE:
        raise BadDocumentError(
            "This advice was made by an earlier engine. Its numbers stand as they were shown; the rules behind them "
            "are gone, so it cannot be solved again.",
            where="engine",
        )


def later(body: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The advice of the later sets of the same case, each as a body of its own."""
    stored = body.get("after")
    rows = stored if isinstance(stored, list) else []
    shared = {"inputs": body.get("inputs"), "engine": body.get("engine")}
    return [{**row, **shared} for row in rows if isinstance(row, dict)]


def sentence_of(body: Mapping[str, Any]) -> str:
    """The sentence that was shown: from its code and values, or as an older advice stored it."""
    message = body.get("message")
    if isinstance(message, dict):
        try:
            return messages.render(str(message["code"]), message["values"])
        except (KeyError, TypeError, ValueError, AttributeError, NotFoundError):
            return ""
    return str(body.get("sentence", ""))


def differences(body: Mapping[str, Any], answer: Prescription) -> list[str]:
    """What the replay answers differently, as ``name: stored -> now``; empty when all is the same."""
    return _changed(body, {**_answer(answer), "chance": answer.chance})


def _changed(body: Mapping[str, Any], answer: Mapping[str, Any]) -> list[str]:
    return [
        f"{name}: {body.get(name)} -> {now}" for name, now in answer.items() if not _same(body.get(name), now)
    ]


def replayed(body: Mapping[str, Any]) -> dict[str, Any]:
    """A stored advice beside its replay, as the API tells it.

    Returns:
        ``replay`` (absent when it cannot be solved), ``same``, ``differences`` and ``sentence``; ``after`` the same
        for each later set that the document holds.
    """
    answer = _answer_again(body)
    rows = [{"set": row.get("id"), **_answer_again(row)} for row in later(body)]
    return {**answer, **({"after": rows} if rows else {})}


def _answer(answer: Prescription) -> dict[str, Any]:
    return {name: getattr(answer, name) for name in _ANSWER}


def _same(stored: Any, now: Any) -> bool:
    if isinstance(stored, int | float) and isinstance(now, int | float):
        return math.isclose(stored, now, rel_tol=_DIGITS, abs_tol=_DIGITS)
    if isinstance(stored, dict) and isinstance(now, dict):
        return stored.keys() == now.keys() and all(_same(stored[name], now[name]) for name in now)
    if isinstance(stored, list) and isinstance(now, list):
        return len(stored) == len(now) and all(map(_same, stored, now))
    return bool(stored == now)


def _answer_again(body: Mapping[str, Any]) -> dict[str, Any]:
    try:
        if "measured" in body:
            replay = measured_again(body)
        else:
            answer = again(body)
            replay = {**_answer(answer), "chance": answer.chance}
    except BadDocumentError as problem:
        return {"same": False, "differences": [], "sentence": problem.sentence}
    changed = _changed(body, replay)
    sentence = "Solved again: the same." if not changed else "Solved again, differs: " + "; ".join(changed)
    return {"replay": replay, "same": not changed, "differences": changed, "sentence": sentence}
