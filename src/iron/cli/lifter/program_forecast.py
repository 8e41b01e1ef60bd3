"""``iron program forecast FILE``: twelve weeks of a program from one's own log."""

from __future__ import annotations

import json
from typing import Any

from rich.console import Console

_out = Console()


def run(
    body: dict[str, Any], maxes: list[str], unit: str | None, lifter: str | None, *, as_json: bool
) -> None:
    """Print the forecast, in the unit of the journal where none is named."""
    from iron.cli.lifter.program_runs import numbers
    from iron.journal.runs import forecast_of
    from iron.server.opening import open_journal
    from iron.training.programs.compiling import read_program
    from iron.training.programs.showing import forecast_lines
    from iron.values.errors import BadFileError

    if "format" not in body:
        raise BadFileError("A program of format 1 has no rules to forecast. Use format = 2.")
    program = read_program(body)
    journal = open_journal(lifter)
    answer = forecast_of(journal, program, numbers(maxes, program), unit or journal.unit)
    text = json.dumps(answer, ensure_ascii=False) if as_json else "\n".join(forecast_lines(answer))
    _out.print(text, highlight=False, markup=False, soft_wrap=True)
