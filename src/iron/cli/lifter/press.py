"""``iron press``: the leg-press model in the terminal, and as a stream of JSON objects."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from typing import Annotated, Any

import msgspec
import typer
from rich.console import Console
from rich.table import Table

from iron.values.errors import IronError

DRAWING_ROWS = 15
# As for every input that is not understood (iron.cli.app).
_BAD_INPUT = 2
DRAWING_COLUMNS = 46


def press(
    as_json: Annotated[
        bool,
        typer.Option("--json", help="Read JSON objects from standard input and print one answer per line."),
    ] = False,
    plates: Annotated[float, typer.Option(help="Plates [kg].")] = 150.0,
    sled: Annotated[float, typer.Option(help="Weight of the sled [kg]. The default is a guess.")] = 55.0,
    feet: Annotated[float, typer.Option(help="Height of the ankles above the hip line [m].")] = 0.15,
    depth: Annotated[float, typer.Option(help="Knee bend at the bottom [degrees].")] = 100.0,
    height: Annotated[float, typer.Option(help="Your height [m].")] = 1.78,
    mass: Annotated[float, typer.Option(help="Your mass [kg].")] = 80.0,
    angle: Annotated[float, typer.Option(help="Angle of the rail above horizontal [degrees].")] = 45.0,
) -> None:
    """Show what you really push on a leg press, with a range where a value cannot be known exactly."""
    if as_json:
        bad = run_stream()
        if bad:
            answers = "1 answer has an error" if bad == 1 else f"{bad:,} answers have errors"
            typer.echo(f"{answers}. All other answers are complete.", err=True)
            raise typer.Exit(_BAD_INPUT)
        return
    given = {"plates_kg": plates, "sled_kg": sled, "h_m": feet, "knee_bottom_deg": depth, "height_m": height}
    show(Console(), {**given, "mass_kg": mass, "alpha_deg": angle})


def stream(text: Iterator[str]) -> Iterator[bytes]:
    """Answer one JSON object, or one object a line; a bad one answers its error and the others go on."""
    from iron.mechanics.answer import answer

    for given in _objects(text):
        if isinstance(given, IronError):
            yield _error(given)
            continue
        try:
            yield msgspec.json.encode(answer(given))
        except IronError as error:
            yield _error(error)


def _error(error: IronError) -> bytes:
    return msgspec.json.encode({"error": error.sentence})


def _objects(lines: Iterator[str]) -> Iterator[Mapping[str, Any] | IronError]:
    """One object spread over several lines, or one object a line."""
    whole: list[str] = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        whole.append(line)
        try:
            value = msgspec.json.decode("".join(whole))
        except msgspec.DecodeError as error:
            if len(whole) == 1 and line.rstrip().endswith("}"):
                yield IronError(f"Line {number} is not a JSON object: {error}. Write one object a line.")
                whole.clear()
            continue
        whole.clear()
        if isinstance(value, dict):
            yield value
        else:
            yield IronError(
                f"Line {number} holds no JSON object but {type(value).__name__}. Write one object a line."
            )
    if whole:
        yield IronError("The last JSON object is cut off: its closing brace is missing.")


def show(out: Console, given: Mapping[str, Any]) -> None:
    """Print one press for a person: a picture, the forces, the bands, what may give out."""
    from iron.mechanics.answer import answer, read

    result = answer(given)
    setup = read(given)
    out.print(_drawing(setup), highlight=False, markup=False)
    out.print(
        f"Rail force {result['rail_force_n']:.0f} N, as much as {result['effective_load_kg']:.0f} kg straight up. "
        f"Stroke {result['stroke_m'] * 100:.0f} cm, {result['sled_work_j']:.0f} J into the sled, "
        f"{result['friction_work_j']:.0f} J into friction.",
        highlight=False,
    )
    table = Table(box=None, title="Share of the work, by how you steer the push", title_justify="left")
    for heading in ("joint", "along the rail", "as assumed", "toward the hip"):
        table.add_column(heading, justify="left" if heading == "joint" else "right")
    for joint, band in result["share_bands"].items():
        table.add_row(joint, *(f"{share:.0%}" for share in band))
    out.print(table)
    if any(share < 0 for band in result["share_bands"].values() for share in band):
        out.print("A share below 0 % means that this joint takes work back while the others give more.")
    muscles = Table(
        box=None, title="Share of the muscle work (a band, not a measurement)", title_justify="left"
    )
    for heading in ("muscle", "low", "middle", "high"):
        muscles.add_column(heading, justify="left" if heading == "muscle" else "right")
    for name, band in result["muscle_shares"].items():
        muscles.add_row(name.replace("_", " "), *(f"{share:.0%}" for share in band))
    out.print(muscles)
    for warning in result["warnings"]:
        out.print(warning, highlight=False)


def _drawing(setup: Any) -> str:
    """Draw trunk, thigh, shank, plate and rail at the bottom of the press, to scale, in characters."""
    import numpy as np

    from iron.mechanics import pose, sled_position_m

    legs = pose(
        setup.lifter, setup.machine, sled_position_m(setup.lifter, setup.machine, setup.knee_bottom_deg)
    )
    theta, sigma, alpha = float(legs.theta), float(legs.sigma), float(legs.alpha)
    a, b = float(setup.lifter.a), float(setup.lifter.b)
    gamma = float(legs.gamma)
    hip = np.zeros(2)
    knee = hip + a * np.array([np.cos(theta), np.sin(theta)])
    ankle = knee + b * np.array([np.cos(sigma), np.sin(sigma)])
    across = np.array([-np.sin(alpha), np.cos(alpha)])
    back = 0.6 * np.array([-np.cos(gamma), np.sin(gamma)])
    strokes = [
        (hip, back, "="),
        (hip, knee, "#"),
        (knee, ankle, "#"),
        (ankle - 0.15 * across, ankle + 0.25 * across, "%"),
    ]
    grid = [[" "] * DRAWING_COLUMNS for _ in range(DRAWING_ROWS)]
    for start, end, mark in strokes:
        for share in np.linspace(0, 1, 60):
            x, y = start + share * (end - start)
            column, row = round((x + 0.65) * 28), round(DRAWING_ROWS - 3 - y * 14)
            if 0 <= row < DRAWING_ROWS and 0 <= column < DRAWING_COLUMNS:
                grid[row][column] = mark
    return "\n".join("".join(line).rstrip() for line in grid if "".join(line).strip())


def run_stream() -> int:
    """Read standard input, write standard output, one answer a line; return how many answers are errors."""
    bad = 0
    for line in stream(iter(sys.stdin)):
        bad += line.startswith(b'{"error":')
        sys.stdout.buffer.write(line + b"\n")
        sys.stdout.buffer.flush()
    return bad
