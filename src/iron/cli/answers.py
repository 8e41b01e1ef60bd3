"""How commands answer: sentences and tables for a person, or JSON for a program."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from typing import Any, Final

from rich.console import Console
from rich.table import Table

from iron.values.errors import BadInputError

out = Console()

_AGO: Final = re.compile(r"(\d{1,4})\s*([dwmy])")
_DAYS: Final = {"d": 1, "w": 7, "m": 30, "y": 365}


def say(text: str) -> None:
    """Print a line for a person, without colours of its own."""
    out.print(text, highlight=False, markup=False, soft_wrap=True)


def title(text: str) -> None:
    """Print a heading."""
    out.print(text, style="bold", highlight=False, markup=False, soft_wrap=True)


def print_json(value: Any) -> None:
    """Print one JSON value: loads are ``{"value", "unit"}``, days ``YYYY-MM-DD``, what is not known absent or null."""
    print(json.dumps(value, ensure_ascii=False))


def table(headings: list[str], rows: list[list[str]], *, right: tuple[int, ...] = ()) -> None:
    """Print a table; columns whose numbers are in ``right`` are set to the right."""
    made = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    for number, heading in enumerate(headings):
        made.add_column(heading, justify="right" if number in right else "left", overflow="fold")
    for row in rows:
        made.add_row(*[_escaped(cell) for cell in row])
    out.print(made)


def _escaped(text: str) -> Any:
    from rich.text import Text

    return Text(text)


def day(text: str | None, where: str, today: date) -> str:
    """A day that somebody typed, ``YYYY-MM-DD``; empty for none.

    Args:
        text: ``2026-11-01``, ``2026-11``, ``today``, ``yesterday``, or ``30d``, ``12w``, ``6m``, ``2y`` ago.
        where: name of the option.
        today: the day.

    Raises:
        BadInputError: it is no day.
    """
    if text is None:
        return ""
    written = text.strip().lower()
    if written in {"today", "yesterday"}:
        return (today - timedelta(days=written == "yesterday")).isoformat()
    if ago := _AGO.fullmatch(written):
        return (today - timedelta(days=int(ago[1]) * _DAYS[ago[2]])).isoformat()
    try:
        if re.fullmatch(r"\d{4}-\d{2}", written):
            date.fromisoformat(f"{written}-01")
            return written
        return date.fromisoformat(written).isoformat()
    except ValueError:
        raise BadInputError(
            f"“{text[:32]}” is not a day. Write a day like 2026-11-28, yesterday, or 30d ago.", where=where
        ) from None
