"""Blocks: a program becomes a dated block of weeks > days > slots, with a deload week and foot positions in turn.

A program is a plain text file (TOML) that a coach can write; its shape and the block's are in docs/training.md. A
block is a document: edits change the block, never the program; the phone makes them
(`web/src/core/rules/plan/block-edit.ts`). Everything here works on raw JSON bodies and keeps keys that it does not
know.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final, TypeGuard

from iron.training.history.sets import PerformedSet
from iron.training.history.volume import credit_of
from iron.training.prescription.model import Wanted
from iron.values.errors import BadDocumentError
from iron.values.units import shown

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from iron.training.history.sets import ExerciseFacts

VERSION: Final = 1
LEAST_WEEKS: Final = 4  # issue 5: mesocycles of 4-6 weeks
MOST_WEEKS: Final = 6
DELOAD_AFTER: Final = 5  # docs/evidence.md#deload: offered after 4-6 accumulation weeks, default 5
# RIR falls over a block and never below zero: half a rep a week (guess after the wave of
# docs/evidence.md#wave-of-a-block).
RIR_FALL: Final = 0.5
DELOAD_EASE: Final = 3.0  # docs/evidence.md#deload: a deload week leaves three reps more
MOST_RIR: Final = 5.0
# Foot positions of the leg press in the order in which blocks take them; rotation is for tolerance and interest,
# not for regional growth (docs/evidence.md#depth-and-feet: the evidence is not compelling).
FOOT_POSITIONS: Final[tuple[Mapping[str, str], ...]] = (
    {"foot_height": "middle", "stance": "shoulder"},
    {"foot_height": "low", "stance": "narrow"},
    {"foot_height": "high", "stance": "wide"},
)


def block_from(
    program_id: str,
    program: Mapping[str, Any],
    start: date,
    *,
    number: int = 0,
    weeks: int | None = None,
    positions: Sequence[Mapping[str, str]] = FOOT_POSITIONS,
) -> dict[str, Any]:
    """Make a dated block from a program.

    Args:
        program_id: id of the program (content file or document).
        program: its body: ``name``, ``weeks``, ``days`` of ``{weekday, name, slots}``.
        start: any day of the first week; the block starts on that week's Monday.
        number: how many blocks of this program came before; rotates the foot positions.
        weeks: accumulation weeks, 4 to 6; None takes the program's. The deload week comes after them.
        positions: setups that slots marked ``rotate`` take in turn.

    Returns:
        The body of a ``block`` document.

    Raises:
        BadDocumentError: the program breaks the shape of docs/training.md; ``where`` names the place.
    """
    check_program(program)
    count = weeks if weeks is not None else int(program.get("weeks", DELOAD_AFTER))
    if not LEAST_WEEKS <= count <= MOST_WEEKS:
        raise BadDocumentError(
            f"A block has 4 to 6 weeks before its deload, not {count}: choose a length.", where="weeks"
        )
    monday = start - timedelta(days=start.weekday())
    setup = dict(positions[number % len(positions)]) if positions else {}
    planned = [_week(program, monday, at, setup, deload=False, of=count) for at in range(count)]
    planned.append(_week(program, monday, count, setup, deload=True, of=count))
    return {
        "v": VERSION,
        "name": program["name"] if number == 0 else f"{program['name']} {number + 1}",
        "program": program_id,
        "start": monday.isoformat(),
        "weeks": planned,
    }


def check_program(program: Mapping[str, Any]) -> None:
    """Raise BadDocumentError with the place of the first thing that is not a program."""
    if not isinstance(program.get("name"), str) or not program["name"]:
        raise BadDocumentError("A program needs a name.", where="name")
    weeks = program.get("weeks", DELOAD_AFTER)
    if not _whole(weeks) or not LEAST_WEEKS <= weeks <= MOST_WEEKS:
        raise BadDocumentError("A program has 4 to 6 weeks before its deload.", where="weeks")
    days = program.get("days")
    if not isinstance(days, list) or not days:
        raise BadDocumentError("A program needs at least one day.", where="days")
    for at, day in enumerate(days):
        where = f"days[{at}]"
        weekday = day.get("weekday", at)
        if not _whole(weekday) or not 0 <= weekday <= 6:
            raise BadDocumentError("A weekday counts from 0 (Monday) to 6.", where=f"{where}.weekday")
        slots = day.get("slots")
        if not isinstance(slots, list) or not slots:
            raise BadDocumentError("A day needs at least one exercise.", where=f"{where}.slots")
        for place, slot in enumerate(slots):
            check_slot(slot, f"{where}.slots[{place}]")


def check_slot(slot: Mapping[str, Any], where: str) -> None:
    """Raise BadDocumentError with a sentence where a slot cannot be trained; `where` is its key path."""
    if not isinstance(slot.get("exercise"), str) or not slot["exercise"]:
        raise BadDocumentError("A slot needs an exercise.", where=f"{where}.exercise")
    low, high = slot.get("reps_low"), slot.get("reps_high")
    if not (_whole(low) and _whole(high) and 1 <= low <= high <= 100):
        raise BadDocumentError(
            "A slot needs reps_low and reps_high, 1 to 100, low first.", where=f"{where}.reps_low"
        )
    sets = slot.get("sets")
    if not _whole(sets) or not 1 <= sets <= 20:
        raise BadDocumentError("A slot has 1 to 20 sets.", where=f"{where}.sets")
    rir = slot.get("rir", 2)
    if isinstance(rir, bool) or not isinstance(rir, int | float) or not 0 <= rir <= MOST_RIR:
        raise BadDocumentError("Reps in reserve go from 0 to 5.", where=f"{where}.rir")


def _whole(value: Any) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool)


def _week(
    program: Mapping[str, Any], monday: date, at: int, setup: Mapping[str, str], *, deload: bool, of: int
) -> dict[str, Any]:
    first = monday + timedelta(weeks=at)
    days = []
    for number, day in enumerate(program["days"]):
        weekday = int(day.get("weekday", number))
        slots = [
            _slot(slot, f"w{at}d{number}s{place}", at, setup, deload=deload, of=of)
            for place, slot in enumerate(day["slots"])
        ]
        days.append(
            {
                "id": f"w{at}d{number}",
                "date": (first + timedelta(days=weekday)).isoformat(),
                "name": day.get("name", f"Day {number + 1}"),
                "slots": slots,
            }
        )
    week: dict[str, Any] = {"id": f"w{at}", "days": days}
    if deload:
        week["deload"] = True
    return week


def _slot(
    slot: Mapping[str, Any], ident: str, at: int, setup: Mapping[str, str], *, deload: bool, of: int
) -> dict[str, Any]:
    rir = float(slot.get("rir", 2))
    # The program's RIR is the last week's; earlier weeks leave more, a deload week three more
    # (docs/evidence.md#deload).
    eased = min(MOST_RIR, rir + DELOAD_EASE) if deload else rir + min(1.0, RIR_FALL * (of - 1 - at))
    made: dict[str, Any] = {
        "id": ident,
        "exercise": slot["exercise"],
        "sets": halved(slot["sets"]) if deload else slot["sets"],
        "reps_low": slot["reps_low"],
        "reps_high": slot["reps_high"],
        "rir": int(eased) if float(eased).is_integer() else eased,
    }
    chosen = {**(setup if slot.get("rotate") else {}), **slot.get("setup", {})}
    if chosen:
        made["setup"] = chosen
    if slot.get("note"):
        made["note"] = slot["note"]
    return made


def halved(sets: int) -> int:
    """Sets of a slot in a deload week: half of them, at least one."""
    return max(1, -(-sets // 2))


def slots_of(week: Mapping[str, Any]) -> list[dict[str, Any]]:
    """All slots of a week, day by day."""
    return [slot for day in week["days"] for slot in day["slots"]]


def wanted(slot: Mapping[str, Any], *, deload: bool = False) -> Wanted:
    """What a slot asks for; the sets of a deload slot are halved already, so advice must not halve them again."""
    sets = slot["sets"] * 2 if deload else slot["sets"]
    return Wanted(sets, slot["reps_low"], slot["reps_high"], float(slot["rir"]), deload)


def planned_sets(
    week: Mapping[str, Any], facts: Mapping[str, ExerciseFacts]
) -> dict[str, tuple[float, float, float]]:
    """Fractional sets that a week of a block plans for each muscle: default, low and high end of the bands."""
    loads: dict[str, list[float]] = {}
    for slot in slots_of(week):
        known = facts.get(slot["exercise"])
        stands = PerformedSet("", "", 0, 0, "", slot["exercise"], setup=slot.get("setup", {}))
        for credit in known.muscles if known else ():
            total = loads.setdefault(credit.muscle, [0.0, 0.0, 0.0])
            for at, share in enumerate((credit_of(stands, credit), credit.low, credit.high)):
                total[at] += slot["sets"] * share
    return {muscle: (shown(a), shown(b), shown(c)) for muscle, (a, b, c) in sorted(loads.items())}
