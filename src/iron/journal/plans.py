"""What plans and programs ask of the next session: by line, for `Journal.next` and the day's plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from iron.records.documents import readable
from iron.training.history.lines import UNKNOWN, line_key, parse_key
from iron.training.plan.blocks import wanted
from iron.training.plan.next_day import coming_week, done_days, is_current
from iron.training.prescription.model import Wanted
from iron.values.units import mass_kg, shown

if TYPE_CHECKING:
    from iron.journal.journal import Journal

_PROGRAM_RIR: Final = 1.0
"""Reserve where a program's set does not say: its reps are meant to be hard (guess)."""


def line_of(journal: Journal, exercise: str, setup: Mapping[str, Any]) -> str:
    """The line used last that fits a setup; the line of the setup itself where none does."""
    exercise = journal.merged.target(exercise).exercise
    studied = journal.view.exercises.get(exercise)
    facts = journal.view.facts_of(exercise)
    used = sorted(studied.lines, key=lambda key: studied.lines[key][-1], reverse=True) if studied else []
    for key in used:
        values = dict(parse_key(key).setup)
        if all(
            values.get(name, UNKNOWN) == str(value)
            for name, value in setup.items()
            if name in facts.splitting
        ):
            return key
    return line_key(exercise, None, "both", setup, facts.splitting)


def planned_lines(journal: Journal, at: str) -> dict[str, Wanted]:
    """What the running block and the running program ask for, by line key; a program speaks before a block.

    Args:
        journal: whose plans.
        at: the moment; workouts before it count as done.
    """
    return {**_of_blocks(journal, at), **_of_runs(journal, date.fromisoformat(at[:10]))}


def current_blocks(journal: Journal, at: str) -> Iterator[tuple[str, Mapping[str, Any], set[str]]]:
    """The blocks that are not over, the newest start first: id, body and the days that were done before a moment."""
    stored = [(doc.id, body) for doc, body in readable(journal.store.all("block")) if body.get("weeks")]
    on = date.fromisoformat(at[:10])
    for ident, body in sorted(stored, key=lambda row: (str(row[1]["start"]), row[0]), reverse=True):
        past_days = done_days(ident, body, journal.view.works_before(at))
        if is_current(body, past_days, on):
            yield ident, body, past_days


def _of_blocks(journal: Journal, at: str) -> dict[str, Wanted]:
    wanted_by_line: dict[str, Wanted] = {}
    for _, body, past_days in current_blocks(journal, at):
        for coming in coming_week(body, past_days, date.fromisoformat(at[:10])):
            for slot in coming.day["slots"]:
                line = line_of(journal, str(slot["exercise"]), slot.get("setup") or {})
                wanted_by_line.setdefault(line, wanted(slot, deload=coming.deload))
    return wanted_by_line


def _of_runs(journal: Journal, on: date) -> dict[str, Wanted]:
    from iron.journal.runs import coming_slots

    wanted_by_line: dict[str, Wanted] = {}
    for slot in coming_slots(journal, on):
        asked = wanted_of(slot["sets"])
        if asked is not None:
            line = line_of(journal, str(slot["exercise"]), slot.get("setup") or {})
            wanted_by_line.setdefault(line, asked)
    return wanted_by_line


def wanted_of(sets: list[dict[str, Any]]) -> Wanted | None:
    """The top set of a program's slot, and how many sets it has; None where it counts no reps."""
    counted = [
        each for each in sets if each.get("reps") and not each.get("optional") and not each.get("seconds")
    ]
    if not counted:
        return None
    top = max(counted, key=lambda each: each["load"] or 0.0)
    load = None if top["load"] is None else shown(mass_kg(float(top["load"]), top["unit"]))
    low, rir = int(top["reps"]), top.get("rir")
    high = max(low, int(top.get("reps_high") or low))
    reserve = _PROGRAM_RIR if rir is None else float(rir)
    return Wanted(len(counted), low, high, reserve, load_kg=load, rir_stated=rir is not None)
