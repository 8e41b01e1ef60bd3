"""``iron export`` and ``iron restore-journal``: a journal out, and back in."""

from __future__ import annotations

import sys
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from iron.values import clock

if TYPE_CHECKING:
    from iron.journal.journal import Journal
    from iron.server.accounts.models import User

Lifter = Annotated[str | None, typer.Option(help="Account name of the lifter. Default: the owner.")]

out = Console()


def export(
    file: Annotated[
        Path, typer.Argument(help="File to write, such as iron-anna.json, or - for standard output.")
    ],
    lifter: Lifter = None,
    history: Annotated[bool, typer.Option("--history", help="Include all older versions.")] = False,
    table: Annotated[
        str | None,
        typer.Option(
            "--as",
            help="strong or hevy: the table those apps read; csv or parquet: every set as a tidy row; html: a diary to "
            "print; ics: the planned days for a calendar; fit: strength activities for watches and their sites, the "
            "newest workout in a .fit file, each workout in a .zip. None of them is a copy of everything.",
        ),
    ] = None,
    unit: Annotated[
        str | None, typer.Option(help="kg or lb, for a table. Default: the lifter's setting.")
    ] = None,
    replace: Annotated[bool, typer.Option("--replace", help="Overwrite the file if it exists.")] = False,
) -> None:
    """Write a whole journal to one file. `iron restore-journal` and the app can read the file back."""
    from iron.cli.output_file import is_stdout, write_output
    from iron.journal import copies
    from iron.server.opening import open_journal
    from iron.values.units import check_mass_unit

    # Beside the data on the standard output there is room for nothing else.
    say = _say_aside if is_stdout(file) else _say
    journal = open_journal(lifter)
    if table is not None:
        check_mass_unit(unit)
        chosen = unit or journal.unit
        data, sentence = _fit(journal, file) if table == "fit" else _table(journal, table, chosen)
        write_output(file, data, replace=replace)
        say(f"{file}: {sentence}")
        return
    user = _account_of(lifter)
    from iron.server.accounts import by_mail, service

    data = copies.write_copy(
        journal,
        owner=user.username,
        owner_id=service.account_id(user),
        email=by_mail.confirmed_address(user.pk),
        at=clock.utc_now(),
        iron=version("iron-log"),
        history=history,
    )
    write_output(file, data, replace=replace)
    say(f"{file}: {_contents_of(data, user.username)}")


def _contents_of(data: bytes, owner: str) -> str:
    """A sentence that says what a copy holds, as it is read back."""
    from iron.journal import copies

    copy = copies.read_copy(data)
    span = f", {copy.span[0]} to {copy.span[1]}" if copy.span else ""
    return f"{len(copy.documents)} documents of {owner}{span}, {len(data) / 1e6:.1f} MB."


def _table(journal: Journal, form: str, unit: str) -> tuple[bytes, str]:
    """The journal in another form, and a sentence that says what it holds and what it leaves out."""
    from iron.journal.questions import tables

    if form in {"csv", "parquet"}:
        rows = tables.tidy_table(journal, unit=unit)
        data = tables.csv_text(rows).encode() if form == "csv" else tables.parquet(rows)
        return data, f"{len(rows):,} sets as tidy rows, in {unit}."
    if form == "html":
        from iron.journal.questions.files.diary import diary

        return diary(journal, unit=unit).encode(), "a diary to print on A4."
    if form == "ics":
        from iron.journal.questions.files.calendar import calendar_text, planned_days

        now = clock.local_now()
        return calendar_text(journal, now).encode(), f"{len(planned_days(journal, now))} planned days."
    _, text = journal.table(form, unit)
    lost = journal.left_out(form)
    losses = f" This format leaves out: {', '.join(lost)}. The JSON copy has everything." if lost else ""
    return (
        text.encode(),
        f"{max(0, text.count(chr(10)) - 1)} rows for {form.capitalize()}, in {unit}.{losses}",
    )


def _fit(journal: Journal, file: Path) -> tuple[bytes, str]:
    """FIT activities: the newest workout, or all of them as a ZIP where the name of the file says so."""
    from iron.journal.questions.files.activities import activities_archive, newest_activity

    lost = journal.left_out("fit")
    losses = (
        f" This format leaves out (counted over all workouts): {', '.join(lost)}. The JSON copy has everything."
        if lost
        else ""
    )
    if file.suffix.lower() != ".zip":
        name, data = newest_activity(journal)
        return data, f"the newest workout ({name}) as a FIT activity.{losses}"
    data, count = activities_archive(journal)
    return data, f"{count:,} FIT {'activity' if count == 1 else 'activities'}.{losses}"


def restore_journal(
    file: Annotated[Path, typer.Argument(help="A file from `iron export`, or a copy saved in the app.")],
    lifter: Lifter = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would happen, without saving.")
    ] = False,
    other_lifter: Annotated[
        bool, typer.Option("--other-lifter", help="Restore the copy even if it belongs to another lifter.")
    ] = False,
) -> None:
    """Restore a journal from a copy. Newer data in the journal is kept."""
    from iron.cli.operations import DEVICE, read_file
    from iron.journal import copies
    from iron.server.opening import open_journal

    journal = open_journal(lifter)
    copy = copies.read_copy(read_file(file))
    if not other_lifter:
        try:
            user = _account_of(lifter)
            from iron.server.accounts import service  # Django is set up now

            copies.check_owner(journal, copy, user.username, service.account_id(user))
        except copies.OtherLifterError as problem:
            raise copies.OtherLifterError(f"{problem.sentence} (--other-lifter)") from None
    chosen = copies.plan_restore(journal, copy)
    span = f", {copy.span[0]} to {copy.span[1]}" if copy.span else ""
    _say(f"{file}: a copy of {copy.owner or 'a phone'} from {copy.at}{span}.")
    _say(
        f"{len(chosen.new)} new, {len(chosen.back)} deleted since and restored, {len(chosen.merged)} merged, "
        f"{chosen.same} already here."
    )
    if dry_run:
        _say("Dry run: nothing was saved.")
        return
    count = copies.restore_copy(journal, chosen, device=DEVICE, at=clock.utc_now(), op_ids=clock.op_ids())
    _say(f"{count} documents restored.")


def _account_of(lifter: str | None) -> User:
    """The account of a journal."""
    from iron.server import boot

    boot.start()
    from iron.server.accounts import service

    return service.find(lifter) if lifter else service.ensure_owner()


def _say(text: str) -> None:
    out.print(text, highlight=False, markup=False, soft_wrap=True)


def _say_aside(text: str) -> None:
    print(text, file=sys.stderr)
