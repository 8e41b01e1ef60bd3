"""``iron log`` and ``iron undo``: sets into the journal from a typed line, and back out."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from iron.cli.answers import print_json, say, title
from iron.cli.operations import DEVICE, offset_minutes
from iron.cli.options import AsJson, Lifter, Unit
from iron.values import clock
from iron.values.errors import BadInputError, ConflictError

if TYPE_CHECKING:
    from iron.journal.journal import Journal
    from iron.journal.set_logging.log_sets import Logged

APP = "command line"
_OLD_HOURS = 24


def log(
    line: Annotated[
        list[str],
        typer.Argument(
            metavar="LINE…",
            help='Exercise and sets, such as "leg press 180x12 @2 feet low; x10; x9". @2 means two reps in reserve. A '
            "semicolon begins the next set, which keeps load and setup; a note stands in quotes.",
        ),
    ],
    at: Annotated[
        str | None, typer.Option(help="Time: 18:30, 2026-11-27 or 2026-11-27T18:30. Default: now.")
    ] = None,
    machine: Annotated[str | None, typer.Option(help="Name of one of your machines.")] = None,
    new_machine: Annotated[
        bool, typer.Option("--new-machine", help="Create the machine if you have none of that name.")
    ] = False,
    gym: Annotated[str | None, typer.Option(help="Gym, if this starts a new workout.")] = None,
    note: Annotated[str | None, typer.Option(help="Note on the exercise.")] = None,
    rest: Annotated[float | None, typer.Option(help="Rest between sets [s].")] = None,
    unit: Unit = None,
    lifter: Lifter = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would be logged, without saving.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Log sets in the running workout, or start a new workout. `iron undo` removes the sets again."""
    from iron.journal.set_logging.log_sets import Report, plan_log
    from iron.journal.set_logging.reported import typed_line
    from iron.server.opening import open_journal
    from iron.values.units import check_mass_unit

    check_mass_unit(unit)
    moment = _moment(at)
    journal = open_journal(lifter)
    exercise, sets = typed_line(journal, " ".join(line), unit)
    offset = offset_minutes(moment)
    report = Report(exercise, sets, moment, APP, offset, machine, new_machine, gym, note, rest)
    logged = plan_log(journal, report, clock.fresh_ids())
    if not dry_run:
        results = journal.commit(logged.rows, device=DEVICE, at=clock.utc_now(), op_ids=clock.op_ids())
        for result in results:
            if result.error is not None:
                raise result.error
    _answer(journal, logged, dry_run=dry_run, as_json=as_json)


def undo(
    old: Annotated[
        bool, typer.Option("--old", help=f"Allow undoing what was logged more than {_OLD_HOURS} hours ago.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would be removed, without changing anything.")
    ] = False,
    lifter: Lifter = None,
    as_json: AsJson = False,
) -> None:
    """Undo the last thing you logged, here or in the app: the sets of the last line, or the last body weight."""
    from iron.journal.questions.set_rows import load_text
    from iron.journal.set_logging.undoing import plan_undo
    from iron.server.opening import open_journal
    from iron.values.units import mass_kg

    journal = open_journal(lifter)
    plan = plan_undo(journal)
    when = datetime.fromtimestamp(plan.at_ms / 1000, tz=UTC).astimezone()
    hours = (time.time() * 1000 - plan.at_ms) / 3_600_000
    if hours > _OLD_HOURS and not old:
        raise ConflictError(f"The last entry is from {when:%Y-%m-%d %H:%M}. Add --old to undo it anyway.")
    words = []
    for exercise, set_ in plan.sets:
        load = set_.get("load")
        weight = "" if load is None else f"{load_text(mass_kg(load['value'], load['unit']), load['unit'])} "
        amount = f"× {set_['reps']:g}" if set_.get("reps") is not None else f"{set_.get('duration_s', 0):g} s"
        words.append(f"{journal.name_of(exercise)} {weight}{amount}")
    if plan.measurement is not None:
        words.append(
            f"{plan.measurement.get('what', '')} {plan.measurement.get('value', 0):g}".replace("_", " ")
        )
    if not dry_run:
        stored = [
            *journal.commit(plan.rows, device=DEVICE, at=clock.utc_now(), op_ids=clock.op_ids()),
            *journal.delete(plan.delete, device=DEVICE, at=clock.utc_now(), op_ids=clock.op_ids()),
        ]
        for result in stored:
            if result.error is not None:
                raise result.error
    if as_json:
        print_json({"undone": words, "logged_at": when.isoformat(timespec="seconds"), "dry_run": dry_run})
        return
    verb = "Would take back" if dry_run else "Taken back"
    say(f"{verb}: {', '.join(words)} (logged {when:%Y-%m-%d %H:%M}).")


def _answer(journal: Journal, logged: Logged, *, dry_run: bool, as_json: bool) -> None:
    from iron.journal.questions.logged import logged_json, logged_lines

    if as_json:
        print_json({**logged_json(journal, logged), "stored": not dry_run})
        return
    head, *more = logged_lines(journal, logged)
    title(head)
    for text in more:
        say(text)
    if dry_run:
        say("Dry run: nothing was saved.")


def _moment(at: str | None) -> str:
    now = clock.local_now()
    if at is None:
        return now
    text = at.strip().replace(" ", "T")
    try:
        if ":" in text and "T" not in text:
            return datetime.fromisoformat(f"{now[:10]}T{text.zfill(5)}").isoformat(timespec="seconds")
        if "T" not in text:
            return datetime.fromisoformat(f"{text}T12:00:00").isoformat(timespec="seconds")
        moment = datetime.fromisoformat(text)
        if moment.tzinfo is not None:
            moment = moment.astimezone().replace(tzinfo=None)
        return moment.isoformat(timespec="seconds")
    except ValueError:
        raise BadInputError(
            f"“{at[:32]}” is not a time. Write a time like 18:30 or 2026-11-27T18:30.", where="at"
        ) from None
