"""All commands by name, in the order and panels of the help; a module is imported when its command is called."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

import typer
from typer.core import TyperGroup
from typer.main import get_command

if TYPE_CHECKING:
    from typer._click import Command as ClickCommand
    from typer._click import Context, HelpFormatter

LIFTER: Final = "For a lifter"
DATA: Final = "Data in and out"
HOST: Final = "For a host"
DEVELOPER: Final = "For a developer"


@dataclass(frozen=True, slots=True)
class Command:
    """One command.

    Attributes:
        name: what is typed.
        panel: heading in the help.
        help: one line.
        place: ``module:function``, below `iron.cli`; a group of commands is a `typer.Typer`.
    """

    name: str
    panel: str
    help: str
    place: str


COMMANDS: Final = (
    Command("log", LIFTER, 'Log sets: iron log "leg press 180x12 @2 feet low; x10".', "lifter.log:log"),
    Command("undo", LIFTER, "Undo the last thing you logged.", "lifter.log:undo"),
    Command("today", LIFTER, "Today's plan and loads.", "lifter.today:today"),
    Command("next", LIFTER, "What to lift next, with the reason.", "lifter.next_load:next_loads"),
    Command("growth", LIFTER, "Strength over time, as a chart.", "lifter.growth:growth"),
    Command("volume", LIFTER, "Hard sets per muscle and week.", "lifter.volume:volume"),
    Command("records", LIFTER, "Your PRs, newest first.", "lifter.records:records"),
    Command("workouts", LIFTER, "Your workouts, newest first.", "lifter.workouts:workouts"),
    Command("show", LIFTER, "One exercise: muscles, setups, best sets, guide.", "lifter.show:show"),
    Command("body", LIFTER, "List your body weight, or log it.", "lifter.body:body"),
    Command("why", LIFTER, "Why Iron suggested a number.", "lifter.why:why"),
    Command("exercise", LIFTER, "Your own exercises: list, rename, merge.", "lifter.exercise:group"),
    Command("program", LIFTER, "Programs: check, start, forecast, share.", "lifter.program:group"),
    Command("press", LIFTER, "How hard a leg press really is.", "lifter.press:press"),
    Command("coach", LIFTER, "Lifters who share a log with you.", "lifter.coach:group"),
    Command("import", DATA, "Import your history from another app.", "lifter.imports:import_file"),
    Command("undo-import", DATA, "Undo an import.", "lifter.imports:undo_import"),
    Command("export", DATA, "Write your journal to a file.", "lifter.data:export"),
    Command("restore-journal", DATA, "Restore a journal from a file.", "lifter.data:restore_journal"),
    Command("sql", DATA, "Query your journal with SQL.", "lifter.sql:sql"),
    Command("mcp", DATA, "Let an AI assistant read the journal (MCP).", "host.assistant:mcp"),
    Command("serve", HOST, "Start the server.", "host.serve:serve"),
    Command("user", HOST, "Accounts: list, invite, disable, enable, delete, quota.", "host.users:group"),
    Command("doctor", HOST, "Find problems of this server, and how to fix them.", "host.doctor:doctor"),
    Command("key", HOST, "API keys: list, make, revoke.", "host.keys:group"),
    Command("storage", HOST, "Spread the database over several machines (Citus).", "host.storage:group"),
    Command("invite", HOST, "Make a link to sign up with.", "host.accounts:invite"),
    Command("password", HOST, "Set a new password for an account.", "host.accounts:password"),
    Command("backup", HOST, "Back up the whole server to one file.", "host.backups:backup"),
    Command("restore", HOST, "Restore a backup.", "host.backups:restore"),
    Command("check-content", DEVELOPER, "Check the exercise library.", "developer.content:check_content"),
    Command(
        "build-content",
        DEVELOPER,
        "Write the exercise library for site and app.",
        "developer.content:build_content",
    ),
    Command("site", DEVELOPER, "Write the library as a static website.", "developer.content:site"),
    Command("evaluate", DEVELOPER, "Test Iron's forecasts on a log.", "developer.evaluate:evaluate_files"),
    Command("version", DEVELOPER, "Print the version.", "version:version"),
)
_BY_NAME: Final = {command.name: command for command in COMMANDS}

EXIT_CODES: Final = (
    "Exit codes: 0 done, 2 wrong input or usage, 3 not found, 4 not allowed, 5 conflict, 6 damaged data or content, "
    "1 any other error."
)


class LazyGroup(TyperGroup):
    """The root of the command line: it knows the names, and loads a command when that is called."""

    def list_commands(self, ctx: Context) -> list[str]:  # noqa: ARG002 - Click's own signature
        """Names in the order of the help."""
        return list(_BY_NAME)

    def get_command(self, ctx: Context, cmd_name: str) -> ClickCommand | None:  # noqa: ARG002 - as above
        """Load one command; None where there is none of that name."""
        command = _BY_NAME.get(cmd_name)
        if command is None:
            return None
        module, _, attribute = command.place.partition(":")
        loaded = getattr(import_module(f"iron.cli.{module}"), attribute)
        return _compiled(loaded, cmd_name)

    def format_help(self, ctx: Context, formatter: HelpFormatter) -> None:  # noqa: ARG002 - as above
        """Write the help: one panel for each kind of reader."""
        from rich.console import Console

        Console().print(_overview(), highlight=False, soft_wrap=False)


def _compiled(loaded: Any, name: str) -> ClickCommand:
    options = {"help_option_names": ["-h", "--help"]}
    if isinstance(loaded, typer.Typer):
        loaded.info.context_settings = options
        loaded._add_completion = False  # noqa: SLF001 - the root offers it
        loaded.rich_markup_mode = None
        for each in loaded.registered_commands:
            each.context_settings = options
        made = loaded
    else:
        made = typer.Typer(add_completion=False, rich_markup_mode=None, context_settings=options)
        made.command(name, context_settings=options)(loaded)
    compiled = get_command(made)
    compiled.name = name
    return compiled


def _overview() -> Any:
    from rich.console import Group
    from rich.panel import Panel
    from rich.table import Table
    from rich.text import Text

    panels = []
    for panel in dict.fromkeys(command.panel for command in COMMANDS):
        table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
        table.add_column(style="bold cyan", no_wrap=True, min_width=15)
        table.add_column()
        for command in COMMANDS:
            if command.panel == panel:
                table.add_row(command.name, Text(command.help))
        panels.append(Panel(table, title=panel, title_align="left", border_style="dim"))
    return Group(
        Text("\nIron, the training log that knows the exercise.\n"),
        Text.assemble(("Usage: ", "yellow"), "iron COMMAND …   (iron COMMAND -h shows its help)\n"),
        *panels,
        Text(
            "Options: -h, --help · --version · --install-completion · --show-completion. Most commands accept "
            f"--json and --lifter.\n{EXIT_CODES}\nSettings: {config_place()} (docs/command-line.md).\n",
            style="dim",
        ),
    )


def config_place() -> str:
    """Where the settings file is looked for."""
    from iron.cli.config import config_file

    return str(config_file())
