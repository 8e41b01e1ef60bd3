"""``iron import`` and ``iron undo-import``: a dry run first, then one transaction."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import msgspec
import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from iron.cli.operations import DEVICE, read_file
from iron.records.documents import readable
from iron.values import clock
from iron.values.errors import BadFileError

if TYPE_CHECKING:
    from iron.exchange.plan import Answers, Document, ExerciseFound, ImportPlan
    from iron.journal.journal import Journal

MOST_ROWS = 12
"""Rows of a table before the rest is counted."""

out = Console()


def import_file(
    file: Annotated[
        Path, typer.Argument(help="CSV from Strong or Hevy, or an export of another app that Iron knows.")
    ],
    unit: Annotated[str | None, typer.Option(help="kg or lb, if the file does not say.")] = None,
    date_order: Annotated[
        str | None, typer.Option(help="dmy or mdy, if the order of day and month is not clear.")
    ] = None,
    zone: Annotated[
        str | None,
        typer.Option(help="Time zone where you trained, such as Europe/Berlin, for a file in UTC."),
    ] = None,
    column: Annotated[
        list[str] | None,
        typer.Option(help="Meaning of a column in an unknown table, such as exercise=Lift. Remembered."),
    ] = None,
    mapped: Annotated[
        list[str] | None,
        typer.Option(
            "--map",
            help='Exercise for a name in the file, such as "Beinpresse alt=leg-press-45". Remembered.',
        ),
    ] = None,
    update: Annotated[
        bool,
        typer.Option("--update", help="Update workouts that were changed in the file since the last import."),
    ] = False,
    keep_doubles: Annotated[
        bool,
        typer.Option("--keep-doubles", help="Also import workouts that you already have from another app."),
    ] = False,
    lifter: Annotated[
        str | None, typer.Option(help="Account name of the lifter. Default: the owner.")
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would happen, without saving.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Import your history: first a preview, then all or nothing. Importing the same file again adds nothing."""
    given = ImportOptions(
        unit, date_order, zone, column or [], mapped or [], update=update, keep_doubles=keep_doubles
    )
    run(file, given, lifter, dry_run=dry_run, as_json=as_json)


@dataclass(slots=True)
class ImportOptions:
    """What was said about the file on the command line, as typed."""

    unit: str | None
    date_order: str | None
    zone: str | None
    columns: list[str]
    mapped: list[str]
    update: bool
    keep_doubles: bool

    def answers(self, journal: Journal) -> Answers:
        """Return the checked answers."""
        from iron.exchange.answers import answers_of, choices_of, pairs
        from iron.exchange.options import MOST_ROWS_AT_HOME

        columns = pairs(self.columns, "column")
        library = journal.library
        choices = choices_of(pairs(self.mapped, "map"), journal.facts, library.resolve, library.suggest)
        answers = answers_of(
            date_order=self.date_order,
            zone=self.zone,
            columns=columns,
            choices=choices,
            update=self.update,
            keep_doubles=self.keep_doubles,
        )
        # This machine is the lifter's own: only the size of the file bounds its rows.
        return replace(answers, options=replace(answers.options, most_rows=MOST_ROWS_AT_HOME))


def run(file: Path, given: ImportOptions, lifter: str | None, *, dry_run: bool, as_json: bool) -> None:
    """Plan the import, show it and, unless it is a dry run, store it.

    Raises:
        BadFileError: the file cannot be read, is no log, or leaves a question open and nobody can be asked.
    """
    from iron.exchange.plan_view import plan_json
    from iron.server.opening import open_journal

    journal = open_journal(lifter)
    data = read_file(file)

    def plan_again() -> ImportPlan:
        answers = given.answers(journal)
        with _progress(f"Reading {file.name}", "rows") as report:
            answers = replace(answers, options=replace(answers.options, progress=report))
            return journal.plan_import(
                data, file_name=file.name, unit=given.unit, at=clock.local_now(), answers=answers
            )

    plan = plan_again()
    can_ask = not as_json and sys.stdin.isatty()
    while _ask(plan, given, can_ask=can_ask, dry_run=dry_run):
        plan = plan_again()
    if not as_json:
        show(plan)
        if can_ask and not dry_run and not given.update and any(not each.edited for each in plan.changed):
            given.update = typer.confirm("Take these changes from the file?", default=False)
            plan = plan_again() if given.update else plan
    stored = 0
    if not dry_run and plan.documents:
        with _progress("Storing", "documents") as report:
            rows = _watched(plan.documents, report)
            with _without_collector():
                stored = journal.commit_all(rows, device=DEVICE, at=clock.utc_now(), op_ids=clock.op_ids())
    if as_json:
        answer: dict[str, Any] = {**plan_json(plan), "stored": stored, "dry_run": dry_run}
        sys.stdout.write(msgspec.json.encode(answer).decode() + "\n")
        return
    _say_end(plan, dry_run=dry_run)


@contextmanager
def _progress(what: str, counted: str) -> Iterator[Callable[[int, int], None]]:
    """Show how far long work has come, on a terminal only."""
    console = Console(stderr=True)
    with Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn(f"{{task.completed:,.0f}} of {{task.total:,.0f}} {counted}"),
        TimeRemainingColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    ) as shown:
        task = shown.add_task(f"{what} …", total=0)
        yield lambda number, of: shown.update(task, completed=number, total=of)


@contextmanager
def _without_collector() -> Iterator[None]:
    """Store without Python's search for cycles: documents have none, and it walks through all that was read."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _watched(documents: Sequence[Document], report: Callable[[int, int], None]) -> Iterator[Document]:
    for number, document in enumerate(documents, 1):
        yield document
        if not number % 100:
            report(number, len(documents))


def _ask(plan: ImportPlan, given: ImportOptions, *, can_ask: bool, dry_run: bool) -> bool:
    """Ask what the file leaves open; True where an answer came and the file has to be read again.

    A dry run goes on without an answer: it shows the question.

    Raises:
        BadFileError: nobody can be asked, or the columns of the table are unknown.
    """
    if plan.needs_columns:
        raise BadFileError(plan.needs_columns.sentence)
    if order := plan.needs_date_order:
        if can_ask:
            given.date_order = typer.prompt(f"{order.sentence} (dmy or mdy)", default=order.suggested)
            return True
        if not dry_run:
            raise BadFileError(f"{order.sentence} Run it again with --date-order dmy or mdy. {order.reason}")
    if unit := plan.needs_unit:
        if can_ask:
            given.unit = typer.prompt(f"{unit.sentence} (kg or lb)", default=unit.suggested)
            return True
        if not dry_run:
            raise BadFileError(
                f"{unit.sentence} Run it again with --unit {unit.suggested or 'kg'} ({unit.reason})"
            )
    if plan.in_utc and given.zone is None and can_ask and plan.new:
        given.zone = typer.prompt(
            "The file has its times in UTC. In which time zone did you train (for example Europe/Berlin)?",
            default="UTC",
        )
        return True
    return False


def undo_import(
    import_id: Annotated[
        str | None, typer.Argument(help="Id of the import. Without an id, the imports are listed.")
    ] = None,
    lifter: Annotated[
        str | None, typer.Option(help="Account name of the lifter. Default: the owner.")
    ] = None,
) -> None:
    """Undo an import: workouts that you did not change since are deleted, changed workouts are kept and listed."""
    from iron.records.committing import count_taken
    from iron.server.opening import open_journal

    journal = open_journal(lifter)
    if import_id is None:
        for document, body in readable(journal.store.all("import")):
            state = ", taken back" if body.get("taken_back") else ""
            out.print(
                f"{document.id}  {body.get('at', '')}  {body.get('file_name', '')}: "
                f"{body.get('workouts', 0)} workouts, {body.get('sets', 0)} sets{state}",
                highlight=False,
                soft_wrap=True,
            )
        return
    plan = journal.plan_take_back(import_id)
    stored = journal.store.get("import", import_id)
    if stored is not None and stored.read().get("taken_back"):
        out.print(
            "This import is already undone. You can import the same file again.",
            highlight=False,
            soft_wrap=True,
        )
        return
    now = clock.utc_now()
    with journal.store.together():
        count_taken(journal.delete(plan.delete, device=DEVICE, at=now, op_ids=clock.op_ids()))
        journal.commit_all(
            [("import", import_id, plan.import_body)], device=DEVICE, at=now, op_ids=clock.op_ids()
        )
    out.print(f"{len(plan.delete)} documents removed.", highlight=False)
    for _, _, reason in plan.kept:
        out.print(f"Kept: {reason}", highlight=False, markup=False, soft_wrap=True)


def show(plan: ImportPlan) -> None:
    """Print the dry run for a person."""
    span = f", {plan.span[0][:10]} to {plan.span[1][:10]}" if plan.span else ""
    out.print(
        f"{plan.file_name}: {plan.format}, {plan.workouts} workouts, {plan.sets} sets{span}, unit {plan.unit}.",
        highlight=False,
        soft_wrap=True,
    )
    if plan.rest_rows:
        out.print(
            f"{plan.rest_rows} rest-timer rows are kept as rest times, not counted as sets.", highlight=False
        )
    _show_totals(plan)
    _table("Exercises", [_exercise_row(row) for row in plan.exercises])
    _table(
        "Machines proposed",
        [(machine.name, machine.exercise, machine.gym or "") for machine in plan.machines],
    )
    _table(
        "Not understood",
        [
            (f"line {r.line}, {r.column}", r.value[:40], f"{r.reason} {r.way_out}".strip())
            for r in plan.skipped
        ],
    )
    notes = [row.note for row in plan.exercises if row.note]
    for sentence in (*plan.warnings, *notes):
        out.print(f"• {sentence}", highlight=False, markup=False, soft_wrap=True)


def _show_totals(plan: ImportPlan) -> None:
    """Print the check sums, to compare with the old app."""
    totals = plan.totals.as_json()
    volume = totals["volume_kg"]
    kinds = (
        f"{totals['warm_ups']:,} warm-ups, {totals['drops']:,} drop sets, {totals['failures']:,} to failure, "
        f"{totals['rated']:,} with RPE"
    )
    parts = [
        f"{totals['sets']:,} sets ({kinds})",
        f"{totals['reps']:,.10g} reps",
        f"volume {volume:,.10g} kg" if volume is not None else "volume unknown without a unit",
    ]
    if totals["distance_m"]:
        parts.append(f"{totals['distance_m']:,.10g} m")
    if totals["duration_s"]:
        parts.append(f"{totals['duration_s']:,.10g} s of timed sets")
    out.print(f"Totals to compare with the old app: {', '.join(parts)}.", highlight=False, soft_wrap=True)


def _exercise_row(row: ExerciseFound) -> tuple[str, str, str, str]:
    totals = row.totals.as_json()
    how = {"composed": " (read from its words: check it)", "chosen": " (your choice)"}.get(row.how, "")
    volume = totals["volume_kg"]
    return (
        row.name,
        (row.id or "new, your own") + how,
        f"{row.sets:,} sets, {totals['reps']:,.10g} reps",
        f"{volume:,.0f} kg" if volume else "",
    )


def _table(title: str, rows: Sequence[tuple[str, ...]]) -> None:
    if not rows:
        return
    table = Table(title=f"{title} ({len(rows)})", title_justify="left", show_header=False, box=None)
    for row in rows[:MOST_ROWS]:
        table.add_row(*row)
    out.print(table)
    if len(rows) > MOST_ROWS:
        out.print(f"  … and {len(rows) - MOST_ROWS} more (--json lists all)", highlight=False)


def _say_end(plan: ImportPlan, *, dry_run: bool) -> None:
    if dry_run and (question := plan.needs_unit or plan.needs_date_order):
        out.print(
            f"Dry run: nothing was saved. One question is open: {question.sentence} {question.reason}",
            highlight=False,
            soft_wrap=True,
        )
        return
    deleted = f" {plan.stay_deleted} that you deleted are not imported again." if plan.stay_deleted else ""
    if not plan.documents:
        every = "" if plan.stay_deleted else "all "
        message = f"Nothing new: {every}{plan.unchanged} workouts are already in your journal.{deleted}"
    elif dry_run:
        message = f"Dry run: {plan.new} workouts would be added. Nothing was saved.{deleted}"
    else:
        message = f"{plan.new} workouts added, {plan.unchanged} were already there.{deleted}"
    out.print(message, highlight=False, soft_wrap=True)
