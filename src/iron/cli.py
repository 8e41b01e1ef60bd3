"""The command line: one more face on the journal. Every command answers with a sentence or, with --json, one object."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import msgspec
import typer
from rich.console import Console

from iron import cli_data, cli_evaluate, cli_exercise, cli_next, cli_program, cli_why
from iron.errors import BadContentError, IronError

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    # Rich's own markup would swallow the units: “Plates [kg]”.
    rich_markup_mode="markdown",
    help="Iron, the training log that knows the exercise.",
)
out = Console()
err = Console(stderr=True)

EXIT_BAD_INPUT = 2


def main() -> None:
    """Run the command line; an Iron error becomes its sentence on standard error and exit code 2."""
    try:
        app()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except IronError as error:
        where = f" ({error.where})" if error.where else ""
        err.print(f"{error.sentence}{where}", style="bold red", markup=False, highlight=False, soft_wrap=True)
        raise SystemExit(EXIT_BAD_INPUT) from None


@app.command()
def serve(
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(envvar="PORT", help="Port to listen on.")] = 8000,
    tls_cert: Annotated[Path | None, typer.Option(help="Certificate file, for HTTPS on a phone.")] = None,
    tls_key: Annotated[Path | None, typer.Option(help="Key file of the certificate.")] = None,
) -> None:
    """Migrate and serve Iron."""
    from iron.server.serve import serve as run

    run(host, port, tls_cert, tls_key)


@app.command("check-content")
def check_content(
    root: Annotated[Path | None, typer.Option(help="Folder to check instead of Iron's own content.")] = None,
    report: Annotated[bool, typer.Option("--report", help="Print coverage as well.")] = False,
) -> None:
    """Check every file of the exercise library and print all problems at once."""
    from iron import knowledge

    library = knowledge.load(root)
    problems = knowledge.examine(library)
    if problems:
        raise BadContentError([str(problem) for problem in problems])
    guides = [exercise for exercise in library.exercises.values() if exercise.guide]
    out.print(
        f"{len(library.exercises)} exercises, {len(guides)} with a guide: no problems.", highlight=False
    )
    if report:
        from iron.cli_report import print_coverage

        print_coverage(out, library)


@app.command("build-content")
def build_content(
    to: Annotated[Path, typer.Option("--out", help="Folder to write the JSON files to.")],
) -> None:
    """Write one index and one JSON per exercise, and the demo lifter, for site and app."""
    from iron import demo, knowledge, programs
    from iron.cli_changes import changes
    from iron.mechanics import telling

    library = knowledge.load()
    dated = changes(library.root, to / "changed.json")
    knowledge.build(library, to)
    (to / "programs.json").write_bytes(msgspec.json.encode(programs.read(library)))
    (to / "programs").mkdir(exist_ok=True)
    for ident, body in programs.read_shelf(library).items():
        (to / "programs" / f"{ident}.json").write_bytes(msgspec.json.encode(body))
    (to / "changed.json").write_bytes(msgspec.json.encode(dated))
    (to / "press.json").write_bytes(msgspec.json.encode({"v": 1, "sentences": telling.told()}))
    (to / "demo.json").write_bytes(msgspec.json.encode(demo.as_json_object()))
    out.print(f"{len(library.exercises)} exercises written.", highlight=False)


@app.command("import")
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
    from iron import cli_import

    cli_import.run(file, unit, lifter, dry_run=dry_run, as_json=as_json)


@app.command("take-back")
def take_back(
    import_id: Annotated[
        str | None, typer.Argument(help="Id of the import; without it the list of imports.")
    ] = None,
    lifter: Annotated[str | None, typer.Option(help="Whose journal; without it the owner's.")] = None,
) -> None:
    """Take an import back: what was not touched since is deleted, what was is listed."""
    from iron import cli_import

    cli_import.take_back(import_id, lifter)


@app.command()
def password(
    name: Annotated[str, typer.Argument(help="Account name.")],
    *,
    lost_phone: Annotated[
        bool, typer.Option("--lost-phone", help="Remove authenticator, passkeys and recovery codes too.")
    ] = False,
) -> None:
    """Give an account a new password, without mail."""
    from iron.server import boot

    boot.start()
    from iron.server.accounts import service

    service.find(name)
    first = typer.prompt("New password", hide_input=True, confirmation_prompt=True)
    service.set_password(name, first)
    out.print(f"{name} has a new password; sessions of the old one are signed out.", highlight=False)
    if lost_phone:
        gone = service.drop_second_factors(name)
        out.print(
            f"{gone} second steps and passkeys removed: the password alone signs in now.", highlight=False
        )


@app.command()
def invite() -> None:
    """Print a link with which one more person can sign up, once, within 14 days."""
    from iron.server import boot

    boot.start()
    from django.conf import settings

    from iron.server.accounts import service

    link = settings.IRON_ORIGIN + service.make_invitation()
    out.print(link, highlight=False, markup=False, soft_wrap=True)
    if not settings.IRON_ORIGIN:
        # Standard output stays the link alone, for scripts.
        err.print(
            f"Put your server's address before it, such as http://localhost:8000{link[:10]}…",
            highlight=False,
            markup=False,
            soft_wrap=True,
        )


@app.command()
def rebuild() -> None:
    """Derive the series tables of every lifter anew from the documents."""
    from iron.server import boot

    boot.start()
    from iron.server.storage import series

    for name, count in series.rebuild_all():
        out.print(f"{name}: {count} workouts", highlight=False)


@app.command("mcp")
def mcp_face(
    lifter: Annotated[str | None, typer.Option(help="Whose journal; without it the owner's.")] = None,
) -> None:
    """Let an assistant read the journal over MCP (standard input and output); it writes nothing."""
    try:
        from iron import mcp
    except ModuleNotFoundError:
        raise IronError(
            "The MCP face needs one more package. In Iron's folder: .venv/bin/pip install -e '.[mcp]'"
        ) from None

    mcp.run(lifter)


@app.command()
def press(
    as_json: Annotated[
        bool, typer.Option("--json", help="Objects from standard input, one answer a line.")
    ] = False,
    plates: Annotated[float, typer.Option(help="Plates [kg].")] = 150.0,
    sled: Annotated[float, typer.Option(help="Sled [kg]; a guess until you weigh it.")] = 55.0,
    feet: Annotated[float, typer.Option(help="Ankles above the line through the hip [m].")] = 0.15,
    depth: Annotated[float, typer.Option(help="Knee bend at the bottom [degrees].")] = 100.0,
    height: Annotated[float, typer.Option(help="Your height [m].")] = 1.78,
    mass: Annotated[float, typer.Option(help="Your mass [kg].")] = 80.0,
    angle: Annotated[float, typer.Option(help="Rail above horizontal [degrees].")] = 45.0,
) -> None:
    """Say what these kilos really push on a leg press, with bands where nobody can know."""
    from iron import cli_press

    if as_json:
        cli_press.run_stream()
        return
    given = {"plates_kg": plates, "sled_kg": sled, "h_m": feet, "knee_bottom_deg": depth, "height_m": height}
    cli_press.show(out, {**given, "mass_kg": mass, "alpha_deg": angle})


@app.command()
def version() -> None:
    """Print the version."""
    from importlib.metadata import version as installed

    out.print(installed("iron-log"), highlight=False)


cli_data.register(app)
cli_evaluate.register(app)
cli_exercise.register(app)
cli_next.register(app)
cli_why.register(app)
cli_program.register(app)

if __name__ == "__main__":
    main()
