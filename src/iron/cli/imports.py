"""``iron import`` and ``iron take-back``: a dry run first, then one transaction.

`iron.cli` imports this at every start, so the rest of Iron is imported by the command that needs it.
"""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import msgspec
import typer
from rich.console import Console
from rich.table import Table

from iron.cli.operations import DEVICE, op_ids, read_file, utc_now
from iron.values.errors import BadFileError, ConflictError

if TYPE_CHECKING:
    from iron.exchange.plan import ImportPlan
    from iron.records.revisions import Result

MOST_ROWS = 12
"""Rows of a table before the rest is counted."""

out = Console()


def register(app: typer.Typer) -> None:
    """Add the commands ``import`` and ``take-back``."""
    app.command("import")(import_file)
    app.command("take-back")(take_back)


def import_file(
    file: Annotated[Path, typer.Argument(help="Strong or Hevy CSV, or another log that Iron knows.")],
    unit: Annotated[str | None, typer.Option(help="kg or lb, where the file does not say.")] = None,
    lifter: Annotated[str | None, typer.Option(help="Whose journal; without it the owner's.")] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would happen and store nothing.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Answer with one JSON object.")] = False,
) -> None:
    """Bring a history in: a dry run first, then one transaction. Importing the same file again adds nothing."""
    from iron.exchange.plan import plan_json
    from iron.server.opening import open_journal

    journal = open_journal(lifter)
    data = read_file(file)
    plan = journal.plan_import(data, file_name=file.name, unit=unit, at=_local_now())
    if plan.needs_unit:
        if as_json or not sys.stdin.isatty():
            raise BadFileError(
                f"{plan.needs_unit.sentence} Run it again with --unit {plan.needs_unit.suggested or 'kg'}"
                f" ({plan.needs_unit.reason})"
            )
        unit = typer.prompt(plan.needs_unit.sentence + " (kg or lb)", default=plan.needs_unit.suggested)
        plan = journal.plan_import(data, file_name=file.name, unit=unit, at=_local_now())
    if not as_json:
        show(plan)
    stored = 0
    if not dry_run and plan.documents:
        stored = _checked(journal.commit(plan.documents, device=DEVICE, at=utc_now(), op_ids=op_ids()))
    if as_json:
        answer: dict[str, Any] = {**plan_json(plan), "stored": stored, "dry_run": dry_run}
        sys.stdout.write(msgspec.json.encode(answer).decode() + "\n")
        return
    _say_end(plan, dry_run=dry_run)


def take_back(
    import_id: Annotated[
        str | None, typer.Argument(help="Id of the import; without it the list of imports.")
    ] = None,
    lifter: Annotated[str | None, typer.Option(help="Whose journal; without it the owner's.")] = None,
) -> None:
    """Take an import back: what was not touched since is deleted, what was is listed."""
    from iron.server.opening import open_journal

    journal = open_journal(lifter)
    if import_id is None:
        for document in journal.store.all("import"):
            body = document.read()
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
            "This import was taken back before; nothing was changed. The same file can come in again.",
            highlight=False,
            soft_wrap=True,
        )
        return
    now = utc_now()
    _checked(journal.delete(plan.delete, device=DEVICE, at=now, op_ids=op_ids()))
    _checked(
        journal.commit([("import", import_id, plan.import_body)], device=DEVICE, at=now, op_ids=op_ids())
    )
    out.print(f"{len(plan.delete)} documents taken back.", highlight=False)
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
    _table("Exercises", [(row.name, row.id or "new, your own", str(row.sets)) for row in plan.exercises])
    _table(
        "Machines proposed",
        [(machine.name, machine.exercise, machine.gym or "") for machine in plan.machines],
    )
    _table("Not understood", [(f"line {r.line}, {r.column}", r.value[:40], r.reason) for r in plan.skipped])
    notes = [row.note for row in plan.exercises if row.note]
    for sentence in (*plan.warnings, *notes):
        out.print(f"• {sentence}", highlight=False, markup=False, soft_wrap=True)


def _table(title: str, rows: list[tuple[str, str, str]]) -> None:
    if not rows:
        return
    table = Table(title=f"{title} ({len(rows)})", title_justify="left", show_header=False, box=None)
    for row in rows[:MOST_ROWS]:
        table.add_row(*row)
    out.print(table)
    if len(rows) > MOST_ROWS:
        out.print(f"  … and {len(rows) - MOST_ROWS} more (all of them with --json)", highlight=False)


def _say_end(plan: ImportPlan, *, dry_run: bool) -> None:
    deleted = f" {plan.stay_deleted} that you deleted stay deleted." if plan.stay_deleted else ""
    if not plan.documents:
        every = "" if plan.stay_deleted else "all "
        said = f"Nothing new: {every}{plan.unchanged} workouts are in your journal already.{deleted}"
    elif dry_run:
        said = f"Dry run: {plan.new} workouts would be added. Nothing was stored.{deleted}"
    else:
        said = f"{plan.new} workouts added, {plan.unchanged} were there already.{deleted}"
    out.print(said, highlight=False, soft_wrap=True)


def _checked(results: list[Result]) -> int:
    for result in results:
        if result.status == "refused" and result.error is not None:
            raise ConflictError(result.error.sentence, where=result.error.where)
    return len(results)


def _local_now() -> str:
    return datetime.now().isoformat(timespec="seconds")  # noqa: DTZ005 - local wall time is what a log keeps
