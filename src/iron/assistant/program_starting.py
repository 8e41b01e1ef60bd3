"""A program that an assistant starts: the document to store, and its first week in words."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from datetime import date
from typing import TYPE_CHECKING, Any

from iron.records.documents import check_body
from iron.values.errors import BadInputError, NotFoundError

if TYPE_CHECKING:
    from iron.journal.journal import Journal


def planned(
    journal: Journal, program: str, start: str, weeks: int | None, maxes: Mapping[str, float], unit: str
) -> tuple[tuple[str, dict[str, Any]], dict[str, Any]]:
    """Kind and body of the document, and what to show.

    Args:
        journal: whose plan.
        program: id of a program that Iron brings.
        start: first day, ``YYYY-MM-DD``.
        weeks: weeks of a block before its deload, 4 to 6; the program's own when None.
        maxes: what a run asks for, by lift.
        unit: ``kg`` or ``lb`` of a run.

    Raises:
        NotFoundError: there is no such program.
        BadInputError: a date, a length or a max cannot be taken.
    """
    from iron.journal.content import programs
    from iron.training.programs.checks.reading import is_format_2

    try:
        day = date.fromisoformat(start)
    except ValueError:
        raise BadInputError(
            f"“{start[:32]}” is not a date. Write it like 2026-11-30.", where="start"
        ) from None
    every = programs()
    body = deepcopy(every.get(program))  # it becomes the lifter's own
    if body is None:
        raise NotFoundError(
            f"There is no program “{program[:40]}”. program_list names them: {', '.join(sorted(every))[:400]}.",
            where="program",
        )
    if is_format_2(body):
        return _run(journal, program, body, day, maxes, unit)
    return _block(journal, program, body, day, weeks)


def _block(
    journal: Journal, program: str, body: Mapping[str, Any], start: date, weeks: int | None
) -> tuple[tuple[str, dict[str, Any]], dict[str, Any]]:
    from iron.records.documents import bodies
    from iron.training.plan.blocks import block_from

    before = sum(each.get("program") == program for each in bodies(journal.store.all("block")))
    block = block_from(program, body, start, number=before, weeks=weeks)
    check_body("block", block)
    days = [
        f"{day['date']} {day['name']}: "
        + ", ".join(
            f"{journal.name_of(slot['exercise'])} {slot['sets']} × {slot['reps_low']}–{slot['reps_high']}"
            for slot in day["slots"]
        )
        for day in block["weeks"][0]["days"]
    ]
    return ("block", block), {"name": block["name"], "weeks": len(block["weeks"]), "first_week": days}


def _run(
    journal: Journal, program: str, body: dict[str, Any], start: date, maxes: Mapping[str, float], unit: str
) -> tuple[tuple[str, dict[str, Any]], dict[str, Any]]:
    from iron.journal.runs import run_json, surroundings
    from iron.training.programs.compiling import read_program
    from iron.training.programs.replay import check_answered
    from iron.training.programs.showing import day_lines

    read = read_program(body)
    unknown = sorted(maxes.keys() - read.lifts.keys())
    if unknown:
        known = ", ".join(read.lifts)
        raise BadInputError(
            f"The program has no lift “{unknown[0][:40]}”. It asks for: {known}.", where="maxes"
        )
    asked = {lift: float(value) for lift, value in maxes.items()}
    check_answered(read, asked)
    run = {"v": 1, "name": read.name, "program": program, "text": body, "start": start.isoformat(), "unit": unit,
           "asked": asked}  # fmt: skip
    check_body("run", run)
    shown = run_json("new", run, [], surroundings(journal))
    return ("run", run), {"name": read.name, "first_session": day_lines(shown["next"])}
