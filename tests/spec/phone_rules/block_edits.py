"""Edits of a block: days move, slots change, come and go, feet turn, a deload week is put in, a stall is answered.

Everything works on raw bodies, keeps unknown keys and changes nothing before the week or day that is named. The twin
is ``web/src/core/rules/plan/block-edit.ts``; cases: ``spec/blocks.json``.
"""

from __future__ import annotations

from copy import deepcopy
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

from iron.training.plan.blocks import (
    DELOAD_EASE,
    FOOT_POSITIONS,
    LEAST_WEEKS,
    MOST_RIR,
    MOST_WEEKS,
    VERSION,
    check_slot,
    halved,
    slots_of,
)
from iron.values.errors import BadDocumentError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from iron.training.strength.stalls import Cause

Block = dict[str, Any]
Message = dict[str, Any]
_FEET: Final = ("foot_height", "stance")


def move_day(block: Mapping[str, Any], day_id: str, to: date) -> Block:
    """The block with one day on another date, in the week of that date; the days there are put in order again.

    Raises:
        BadDocumentError: the block has no such day, or the date lies outside its weeks.
    """
    changed = deepcopy(dict(block))
    first = date.fromisoformat(changed["start"])
    if not first <= to < first + timedelta(weeks=len(changed["weeks"])):
        raise BadDocumentError("That date lies outside the block: choose a day of its weeks.", where="date")
    moved = next((day for week in changed["weeks"] for day in week["days"] if day["id"] == day_id), None)
    if moved is None:
        raise BadDocumentError(f"The block has no day “{day_id}”.", where="weeks")
    moved["date"] = to.isoformat()
    at = (to - first).days // 7
    for place, week in enumerate(changed["weeks"]):
        days = [day for day in week["days"] if day["id"] != day_id] + ([moved] if place == at else [])
        week["days"] = sorted(days, key=lambda day: day["date"])
    return changed


def change_slot(block: Mapping[str, Any], slot_id: str, *, ahead: bool = False, **values: Any) -> Block:
    """The block with sets, reps_low, reps_high, rir, exercise or setup of a slot changed.

    Another exercise takes its own setup and note, so those of the old one go. The low end of a range never passes the
    high one, whichever was moved.

    Args:
        block: body of the block.
        slot_id: id of the slot.
        ahead: also change the same slot (same day and place) of the later weeks; deload weeks stay halved.
        values: the new values.

    Raises:
        BadDocumentError: no such slot, or values that make no sense.
    """
    changed = deepcopy(dict(block))
    weeks = changed["weeks"]
    match_ = next(
        (at for at, week in enumerate(weeks) for slot in slots_of(week) if slot["id"] == slot_id), None
    )
    if match_ is None:
        raise BadDocumentError(f"The block has no slot “{slot_id}”.", where="weeks")
    tail = slot_id.partition("d")[2]
    for at, week in enumerate(weeks):
        for slot in slots_of(week):
            same = slot["id"] == slot_id or (ahead and at > match_ and slot["id"].partition("d")[2] == tail)
            if not same or (week.get("deload") and slot["id"] != slot_id and set(values) & {"sets", "rir"}):
                continue
            if values.get("exercise", slot["exercise"]) != slot["exercise"]:
                slot.pop("setup", None)
                slot.pop("note", None)
                slot.pop("reminder", None)
            slot.update(values)
            if slot["reps_low"] > slot["reps_high"]:
                moved, other = (
                    ("reps_low", "reps_high") if "reps_low" in values else ("reps_high", "reps_low")
                )
                slot[other] = slot[moved]
            if not slot.get("setup", True):
                del slot["setup"]
            check_slot(slot, slot_id)
    return changed


def add_slot(
    block: Mapping[str, Any], day_id: str, key: str, slot: Mapping[str, Any], *, ahead: bool = False
) -> Block:
    """The block with one more exercise at the end of a day.

    Args:
        block: body of the block.
        day_id: id of the day.
        key: makes the slot's id, the day's id, an ``s`` and this; without the letter ``d``.
        slot: ``{exercise, sets, reps_low, reps_high, rir, setup}``; a deload week eases it.
        ahead: also on the same day of the later weeks.
    """
    changed = deepcopy(dict(block))
    for week, day in _same_days(changed, day_id, ahead=ahead):
        made = {"id": f"{day['id']}s{key}", **deepcopy(dict(slot))}
        day["slots"].append(_eased(made) if week.get("deload") else made)
    return changed


def remove_slot(block: Mapping[str, Any], slot_id: str, *, ahead: bool = False) -> Block:
    """The block without a slot; a day that has no other goes with it.

    Args:
        block: body of the block.
        slot_id: id of the slot.
        ahead: also without the same slot of the later weeks.
    """
    changed = deepcopy(dict(block))
    weeks = changed["weeks"]
    match_ = next(
        (at for at, week in enumerate(weeks) if any(slot["id"] == slot_id for slot in slots_of(week))), None
    )
    if match_ is None:
        raise BadDocumentError(f"The block has no slot “{slot_id}”.", where="weeks")
    for at, week in enumerate(weeks):
        if at < match_ or (at > match_ and not ahead):
            continue
        for day in week["days"]:
            day["slots"] = [
                slot
                for slot in day["slots"]
                if slot["id"] != slot_id and not (at > match_ and _tail(slot["id"]) == _tail(slot_id))
            ]
        week["days"] = [day for day in week["days"] if day["slots"]]
    return changed


def rotate_feet(block: Mapping[str, Any], week_id: str, exercise: str | None = None) -> Block:
    """The block with the next foot position from a week on, in every slot that has one of the turn.

    Args:
        block: body of the block.
        week_id: first week that changes.
        exercise: only its slots, None for all.
    """
    changed = deepcopy(dict(block))
    for week in _from_week(changed, week_id):
        for slot in slots_of(week):
            at = _position(slot)
            if at is not None and exercise in {None, slot["exercise"]}:
                slot["setup"] = {**slot["setup"], **FOOT_POSITIONS[(at + 1) % len(FOOT_POSITIONS)]}
    return changed


def next_week(block: Mapping[str, Any], on: date) -> str | None:
    """Id of the first week that has not begun on a day, None when the block is over by then."""
    day = on.isoformat()
    return next(
        (
            week["id"]
            for week in block["weeks"]
            if week["days"] and all(planned["date"] >= day for planned in week["days"])
        ),
        None,
    )


def put_deload(block: Mapping[str, Any], on: date) -> Block:
    """The block with a deload before the first week that has not begun on a day; that week and all later ones move.

    Nothing changes where that week is a deload already. A block without such a week gets one at its end.
    """
    changed = deepcopy(dict(block))
    weeks: list[dict[str, Any]] = changed["weeks"]
    name = next_week(changed, on)
    at = next((place for place, week in enumerate(weeks) if week["id"] == name), len(weeks))
    if at < len(weeks) and weeks[at].get("deload"):
        return changed
    pattern = weeks[min(at, len(weeks) - 1)]
    if at == len(weeks) and pattern.get("deload"):
        return changed
    easy: dict[str, Any] = {"id": f"e{len(weeks)}", "days": [], "deload": True}
    for day in deepcopy(pattern["days"]):
        ident = f"{easy['id']}d{_tail(day['id'])}"
        # A day that was moved in from another week may have the number of a day that was there.
        while any(slot["id"] == ident for slot in easy["days"]):
            ident += "b"
        day["id"] = ident
        day["slots"] = [
            _eased({**slot, "id": f"{ident}s{slot['id'].rpartition('s')[2]}"}) for slot in day["slots"]
        ]
        easy["days"].append(day if at < len(weeks) else _later(day))
    for week in weeks[at:]:
        week["days"] = [_later(day) for day in week["days"]]
    weeks.insert(at, easy)
    return changed


def answer_stall(
    block: Mapping[str, Any], cause: Cause, exercise: str, on: date, ranges: Sequence[tuple[int, int]]
) -> tuple[Block, Message | None]:
    """The block after a stall was answered, and code and values of what changed; None when nothing did.

    ``plan``: sets end one rep nearer to failure and ask for what was left. ``fatigue``: a deload week. ``adaptation``:
    the next foot position, or the exercise's next rep range where feet do not turn. From the first week that has not
    begun; deload weeks keep their ease.

    Args:
        block: body of the block.
        cause: why the line stands still, see `iron.training.strength.stalls`.
        exercise: what stands still.
        on: today.
        ranges: rep ranges of the exercise, low and high, as the content orders them.
    """
    week_id = next_week(block, on)
    if week_id is None:
        return deepcopy(dict(block)), None
    if cause == "fatigue":
        changed = put_deload(block, on)
        return changed, {"code": "block-deload", "values": {}}
    changed = rotate_feet(block, week_id, exercise) if cause == "adaptation" else deepcopy(dict(block))
    if changed != dict(block):
        return changed, {"code": "block-feet", "values": {}}
    slots = [
        slot for week in _from_week(changed, week_id) if not week.get("deload") for slot in slots_of(week)
    ]
    touched = [slot for slot in slots if slot["exercise"] == exercise]
    if not touched or (cause == "adaptation" and len(ranges) < 2):
        return changed, None
    for slot in touched:
        if cause == "plan":
            slot["rir"] = max(0, slot["rir"] - 1)
            slot["reminder"] = "log-rir"
        else:
            slot["reps_low"], slot["reps_high"] = _next_range(ranges, slot["reps_low"], slot["reps_high"])
    if cause == "plan":
        return changed, {"code": "block-effort", "values": {}}
    reps = {"type": "reps", "low": touched[0]["reps_low"], "high": touched[0]["reps_high"]}
    return changed, {"code": "block-range", "values": {"reps": reps}}


def program_of(block: Mapping[str, Any], name: str) -> dict[str, Any]:
    """The program that a block becomes: its first hard week, with the reserve of the last one, without dates."""
    hard = [week for week in block["weeks"] if not week.get("deload") and week["days"]]
    if not hard:
        raise BadDocumentError(
            "A block without a hard week makes no program: add a day first.", where="weeks"
        )
    reserve = {_tail(slot["id"]): slot["rir"] for slot in slots_of(hard[-1])}
    days = [
        {
            "weekday": date.fromisoformat(day["date"]).weekday(),
            "name": day["name"],
            "slots": [_undated(slot, reserve.get(_tail(slot["id"]), slot["rir"])) for slot in day["slots"]],
        }
        for day in hard[0]["days"]
    ]
    return {"v": VERSION, "name": name, "weeks": min(MOST_WEEKS, max(LEAST_WEEKS, len(hard))), "days": days}


def _undated(slot: Mapping[str, Any], rir: float) -> dict[str, Any]:
    made = {name: value for name, value in slot.items() if name not in {"id", "setup", "reminder"}} | {
        "rir": rir
    }
    turns = _position(slot) is not None
    setup = {name: value for name, value in slot.get("setup", {}).items() if not (turns and name in _FEET)}
    return {**made, **({"rotate": True} if turns else {}), **({"setup": setup} if setup else {})}


def _position(slot: Mapping[str, Any]) -> int | None:
    """Which foot position of the turn a slot has."""
    feet = {name: slot.get("setup", {}).get(name) for name in _FEET}
    return next((at for at, position in enumerate(FOOT_POSITIONS) if position == feet), None)


def _next_range(ranges: Sequence[tuple[int, int]], low: int, high: int) -> tuple[int, int]:
    middle = (low + high) / 2
    nearest = min(range(len(ranges)), key=lambda at: abs(sum(ranges[at]) / 2 - middle))
    return ranges[(nearest + 1) % len(ranges)]


def _eased(slot: dict[str, Any]) -> dict[str, Any]:
    return {**slot, "sets": halved(slot["sets"]), "rir": min(MOST_RIR, slot["rir"] + DELOAD_EASE)}


def _later(day: Mapping[str, Any]) -> dict[str, Any]:
    return {**day, "date": (date.fromisoformat(day["date"]) + timedelta(days=7)).isoformat()}


def _tail(ident: str) -> str:
    """What an id has in common with those of other weeks: all after the first d."""
    return ident.partition("d")[2]


def _from_week(block: Block, week_id: str) -> list[dict[str, Any]]:
    weeks: list[dict[str, Any]] = block["weeks"]
    at = next((place for place, week in enumerate(weeks) if week["id"] == week_id), None)
    if at is None:
        raise BadDocumentError(f"The block has no week “{week_id}”.", where="weeks")
    return weeks[at:]


def _same_days(block: Block, day_id: str, *, ahead: bool) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """The day with its week and, ahead, the same day of the later weeks."""
    weeks = block["weeks"]
    match_ = next(
        (at for at, week in enumerate(weeks) if any(day["id"] == day_id for day in week["days"])), None
    )
    if match_ is None:
        raise BadDocumentError(f"The block has no day “{day_id}”.", where="weeks")
    return [
        (week, day)
        for at, week in enumerate(weeks)
        for day in week["days"]
        if day["id"] == day_id or (ahead and at > match_ and _tail(day["id"]) == _tail(day_id))
    ]
