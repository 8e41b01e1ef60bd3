"""JEFIT's export: sections of little tables under banner lines (docs/formats.md#jefit): experimental."""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING, Final

from iron.exchange.reading.cells import RowProblemError
from iron.exchange.reading.records import Records
from iron.values.errors import BadFileError

if TYPE_CHECKING:
    from iron.exchange.foreign import Foreign
    from iron.exchange.options import ReadOptions
    from iron.values.units import MassUnit

_BANNER: Final = re.compile(r"#{3,}([A-Z ]{2,80})#*")
# A section's little table has about twenty columns. A guess with a wide margin.
_MOST_COLUMNS: Final = 100
_SET: Final = re.compile(r"(-?\d+(?:\.\d+)?)\s*x\s*(\d+)")


def read(text: str, options: ReadOptions) -> Foreign:
    """Read the exercise logs; a row is an exercise with its sets in one cell (``60x10,65x8``).

    Raises:
        BadFileError: there is no section of exercise logs.
    """
    sections = _sections(text)
    logs = sections.get("EXERCISE LOGS")
    if not logs:
        raise BadFileError(
            "This JEFIT export holds no section EXERCISE LOGS. Export it again with your logs."
        )
    unit = _unit(sections)
    records = Records(options)
    for log in sorted(logs, key=lambda row: (row.get("mydate", ""), row.get("logTime", ""))):
        session = log.get("belongsession", "")
        text_ = session if session.isdecimal() and len(session) in {9, 10} else log.get("mydate", "")
        try:
            start = records.moment(text_ if text_ == log.get("mydate") else log.get("mydate"), "mydate")
        except RowProblemError as problem:
            records.count += 1
            records.skip(problem.column, problem.value, problem.reason)
            continue
        parts = [part.strip() for part in log.get("logs", "").split(",") if part.strip()]
        for part in parts:
            match_ = _SET.fullmatch(part)
            if not match_:
                records.count += 1
                records.skip("logs", part, f"“{part[:40]}” is not a load x reps.")
                continue
            records.add(session or start, start, log.get("ename"), load=match_[1], unit=unit, reps=match_[2])
    return records.foreign("jefit", "jefit-csv", unit, experimental=True)


def _sections(text: str) -> dict[str, list[dict[str, str]]]:
    sections: dict[str, list[str]] = {}
    current: list[str] = []
    for line in text.splitlines():
        if (banner := _BANNER.fullmatch(line.strip())) and (name := banner[1].strip()):
            current = sections.setdefault(name, [])
        elif set(line.strip()) <= {"#"} and line.strip():
            current = []
        else:
            current.append(line)
    result = {}
    for name, lines in sections.items():
        body = [line for line in lines if line.strip()]
        try:
            table = csv.DictReader(body)
            rows = list(table) if len(table.fieldnames or ()) <= _MOST_COLUMNS else []
        except csv.Error:
            continue
        result[name] = [
            {(key or "").strip(): value for key, value in row.items() if isinstance(value, str)}
            for row in rows
        ]
    return result


def _unit(sections: dict[str, list[dict[str, str]]]) -> MassUnit | None:
    """Return the unit of the settings; where the sets are listed in pounds too they must agree with it."""
    for row in sections.get("SETTING", ()):
        named_unit = row.get("mass", "").strip().lower()
        if named_unit in {"kg", "kgs"}:
            return "kg"
        if named_unit in {"lb", "lbs"}:
            return "lb"
    return None
