"""Options that many commands share, so that they read alike everywhere."""

from __future__ import annotations

from typing import Annotated

import typer

Lifter = Annotated[str | None, typer.Option(help="Account name of the lifter. Default: the owner.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Unit = Annotated[str | None, typer.Option(help="kg or lb. Default: the lifter's setting.")]
Since = Annotated[
    str | None,
    typer.Option(help="First day: a date such as 2026-11-01, or 30d, 12w, 6m or 2y for “that long ago”."),
]
Until = Annotated[str | None, typer.Option(help="Last day (included).")]
ExerciseName = Annotated[str, typer.Argument(metavar="EXERCISE", help="Name or id of the exercise.")]
At = Annotated[
    str | None, typer.Option(help="Answer as of this day (YYYY-MM-DD) or time: later sets are left out.")
]
BodyMass = Annotated[float | None, typer.Option("--body-mass", help="Body weight [kg], if the log has none.")]
