"""Options that many commands share, so that they read alike everywhere."""

from __future__ import annotations

from typing import Annotated

import typer

Lifter = Annotated[str | None, typer.Option(help="Whose journal; without it the owner's.")]
AsJson = Annotated[bool, typer.Option("--json", help="Answer with JSON.")]
Unit = Annotated[str | None, typer.Option(help="kg or lb; without it the lifter's own.")]
Since = Annotated[str | None, typer.Option(help="First day: 2026-11-01, or 30d, 12w, 6m, 2y ago.")]
Until = Annotated[str | None, typer.Option(help="Last day, itself included.")]
ExerciseName = Annotated[str, typer.Argument(metavar="EXERCISE", help="Its id or any of its names.")]
At = Annotated[str | None, typer.Option(help="Day or moment, YYYY-MM-DD; only what came before is known.")]
BodyMass = Annotated[
    float | None, typer.Option("--body-mass", help="Body mass [kg], where the log has none.")
]
