"""``iron export``, ``iron restore-journal``, ``iron backup`` and ``iron restore``: data out, and back in.

`iron.cli` imports this at every start, so the rest of Iron is imported by the command that needs it.
"""

from __future__ import annotations

import sys
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

if TYPE_CHECKING:
    from iron.records.store import Store

Lifter = Annotated[str | None, typer.Option(help="Whose journal; without it the owner's.")]

out = Console()


def register(app: typer.Typer) -> None:
    """Add the commands to Iron's command line."""
    app.command("export")(export)
    app.command("restore-journal")(restore_journal)
    app.command("backup")(backup)
    app.command("restore")(restore)


def export(
    file: Annotated[
        Path, typer.Argument(help="File to write, such as iron-anna.json; - is the standard output.")
    ],
    lifter: Lifter = None,
    history: Annotated[
        bool, typer.Option("--history", help="Also every revision of every document.")
    ] = False,
    table: Annotated[
        str | None,
        typer.Option(
            "--as", help="strong or hevy: the sets as the table those apps read, no copy of everything."
        ),
    ] = None,
    unit: Annotated[str, typer.Option(help="kg or lb, for a table.")] = "kg",
    replace: Annotated[bool, typer.Option("--replace", help="Replace the file if there is one.")] = False,
) -> None:
    """Write everything of one journal to one file with a checksum; restore-journal and the app read it back."""
    from iron.cli.operations import utc_now
    from iron.cli.output_file import is_stdout, write_output
    from iron.records import archive
    from iron.server.opening import open_journal

    # Beside the data on the standard output there is room for nothing else.
    say = _say_aside if is_stdout(file) else _say
    journal = open_journal(lifter)
    if table is not None:
        _, text = journal.table(table, unit)
        write_output(file, text.encode(), replace=replace)
        say(f"{file}: {max(0, text.count(chr(10)) - 1)} rows for {table.capitalize()}, in {unit}.")
        return
    name, account = _account_of(lifter)
    data = archive.write(
        journal.store, owner=name, owner_id=account, at=utc_now(), iron=version("iron-log"), history=history
    )
    write_output(file, data, replace=replace)
    found = archive.read(data)
    span = f", {found.span[0]} to {found.span[1]}" if found.span else ""
    say(f"{file}: {len(found.documents)} documents of {name}{span}, {len(data) / 1e6:.1f} MB.")


def restore_journal(
    file: Annotated[Path, typer.Argument(help="A copy that `iron export` or the app wrote.")],
    lifter: Lifter = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would happen and store nothing.")
    ] = False,
    other_lifter: Annotated[
        bool, typer.Option("--other-lifter", help="Take it although it is another lifter's copy.")
    ] = False,
) -> None:
    """Read a copy back into a journal, in one transaction; what is there and newer stays."""
    from iron.cli.operations import DEVICE, op_ids, read_file, utc_now
    from iron.records import archive
    from iron.server.opening import open_journal

    journal = open_journal(lifter)
    found = archive.read(read_file(file))
    if not other_lifter:
        try:
            archive.check_owner(found, *_account_of(lifter), empty=_is_empty(journal.store))
        except archive.OtherLifterError as problem:
            raise archive.OtherLifterError(f"{problem.sentence} (--other-lifter)") from None
    chosen = archive.plan(found, journal.store)
    span = f", {found.span[0]} to {found.span[1]}" if found.span else ""
    _say(f"{file}: a copy of {found.owner or 'a phone'} from {found.at}{span}.")
    _say(
        f"{len(chosen.new)} new, {len(chosen.back)} deleted since that come back, {len(chosen.merged)} merged, "
        f"{chosen.same} here already."
    )
    if dry_run:
        _say("Dry run: nothing was stored.")
        return
    count = archive.restore(journal.store, chosen, device=DEVICE, at=utc_now(), op_ids=op_ids())
    _say(f"{count} documents restored.")


def backup(
    to: Annotated[
        Path, typer.Argument(help="File to write, or a folder; the file is then named by its time.")
    ],
) -> None:
    """Back the whole server up into one file while it runs, secret key included, and try the file out."""
    from iron.cli.operations import utc_now
    from iron.server import backup as backups

    file, counts = backups.backup(to, at=utc_now(), iron=version("iron-log"))
    _say(
        f"{file}: {counts.get('accounts_user', 0)} accounts, {counts.get('document', 0)} documents, "
        f"{file.stat().st_size / 1e6:.1f} MB; it was unpacked and checked. Keep it private: it can sign in."
    )


def restore(
    file: Annotated[Path, typer.Argument(help="A backup that `iron backup` wrote.")],
    replace: Annotated[
        bool, typer.Option("--replace", help="Set the Iron that is there aside, under another name.")
    ] = False,
) -> None:
    """Put a backup back into IRON_HOME; stop the server first."""
    from iron.cli.operations import utc_now
    from iron.server import backup as backups

    counts = backups.restore(file, replace=replace, at=utc_now())
    _say(
        f"{counts.get('accounts_user', 0)} accounts and {counts.get('document', 0)} documents are back. "
        "Start Iron with `iron serve`."
    )


def _is_empty(store: Store) -> bool:
    return next(iter(store.all("workout")), None) is None


def _account_of(lifter: str | None) -> tuple[str, str]:
    """The account's name as it is written, and its id; call it after `open_journal`."""
    from iron.server.accounts import service

    user = service.find(lifter) if lifter else service.ensure_owner()
    return user.username, service.account_id(user)


def _say(text: str) -> None:
    out.print(text, highlight=False, markup=False, soft_wrap=True)


def _say_aside(text: str) -> None:
    print(text, file=sys.stderr)
