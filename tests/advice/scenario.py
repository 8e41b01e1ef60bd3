"""Reads the rule book of advice: one TOML file a scenario, with a history, a day and what a coach would expect.

A line of history is a day and its sets: ``2026-01-05 W40x5 60x8@2 60x8f 60xfail #plan4:8-10 foot_height=low``.
``W`` marks a warm-up, ``D`` a drop set, ``@`` reps in reserve, ``f`` a failed rep, ``c`` cut depth; ``x12`` is body
weight. ``#plan4:8-10`` plans four sets of 8 to 10, ``#deload`` an easy week, ``#m:Name`` a machine, ``#only`` a word
that is left out.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from iron.journal.journal import Journal
from iron.records.store import MemoryStore

FOLDER = Path(__file__).parent / "scenarios"
_SET = re.compile(r"^([WD]?)(\d+(?:\.\d+)?)?x(\d+)(?:@(\d+(?:\.5)?))?([fc]*)$")


@dataclass(frozen=True)
class Scenario:
    """One file of the rule book."""

    name: str
    given: dict[str, Any]

    @property
    def expect(self) -> dict[str, Any]:
        expected: dict[str, Any] = self.given["expect"]
        return expected

    def journal(self) -> Journal:
        """The history as a journal in memory."""
        store = MemoryStore()
        journal = Journal(store)
        rows = list(self.rows())
        ids = (f"00000000-0000-7000-8000-{number:012x}" for number in range(1, len(rows) + 1))
        journal.commit(
            rows, device="00000000-0000-7000-8000-000000000000", at="2030-01-01T00:00:00Z", op_ids=ids
        )
        return journal

    def answers(self) -> list[Any]:
        """What Iron says about the exercise on the day."""
        given = self.given
        return self.journal().next(
            given["exercise"], at=given["at"], unit=given.get("show"), body_mass_kg=given.get("body_mass")
        )

    def rows(self) -> Any:
        unit = self.given.get("unit", "kg")
        number = 0
        for exercise, lines in self.histories():
            for line in lines:
                number += 1
                yield "workout", _ident(number), _workout(number, exercise, line, unit)
        yield from self.given.get("documents", ())

    def histories(self) -> Any:
        given = self.given
        yield given["exercise"], given.get("history", [])
        for more in given.get("series", ()):
            yield more.get("exercise", given["exercise"]), _series(more)
        for more in given.get("also", ()):
            yield more["exercise"], more["history"]


def read_all() -> list[Scenario]:
    """Every scenario, by name."""
    return [
        Scenario(path.stem, tomllib.loads(path.read_text(encoding="utf-8")))
        for path in sorted(FOLDER.glob("*.toml"))
    ]


def _series(given: dict[str, Any]) -> list[str]:
    """A series of sessions: a load that grows by a step, the same sets every time."""
    day, lines = date.fromisoformat(str(given["start"])), []
    every = given.get("every", [7])
    for number in range(given["count"]):
        load = given["load"] + given.get("step", 0) * number
        lines.append(f"{day} " + given["sets"].replace("$", f"{load:g}"))
        day += timedelta(days=every[number % len(every)])
    return lines


def _ident(number: int) -> str:
    return f"00000000-0000-7000-9000-{number:012x}"


def _workout(number: int, exercise: str, line: str, unit: str) -> dict[str, Any]:
    day, *tokens = line.split()
    entry: dict[str, Any] = {"id": f"e{number}", "order": "a0", "exercise": exercise, "sets": []}
    body: dict[str, Any] = {"v": 1, "start": f"{day}T18:00:00" if len(day) == 10 else day, "entries": [entry]}
    body["end"] = body["start"]
    setup = dict(token.split("=") for token in tokens if "=" in token)
    target = None
    for token in tokens:
        if match := re.match(r"#plan(\d+):(\d+)-(\d+)$", token):
            sets, low, high = (int(group) for group in match.groups())
            entry["plan"] = {"sets": sets, "reps_low": low, "reps_high": high, "rir": 2}
            target = {"reps_low": low, "reps_high": high}
        elif token == "#deload":
            entry["plan"] = {**entry.get("plan", {}), "deload": True}
        elif token.startswith("#m:"):
            entry["machine"] = {"id": f"machine-{token[3:].lower()}", "name": token[3:]}
        elif token.startswith("#gym:"):
            body["gym"] = token[5:]
    for token in tokens:
        if "=" in token or token.startswith("#"):
            continue
        match = _SET.match(token)
        assert match, f"{line}: {token}"
        kind, load, reps, rir, marks = match.groups()
        result: dict[str, Any] = {
            "id": f"s{number}-{len(entry['sets'])}",
            "order": f"a{len(entry['sets']):02}",
        }
        if kind:
            result["kind"] = {"W": "warm-up", "D": "drop"}[kind]
        if load:
            result["load"] = {"value": float(load), "unit": unit}
        result["reps"] = int(reps)
        if rir:
            result["rir"] = float(rir)
        if "f" in marks:
            result["failure"], result["rir"] = True, 0
        if "c" in marks:
            result["faults"] = ["cut_range"]
        if setup:
            result["setup"] = setup
        if target and not kind:
            result["target"] = target
        entry["sets"].append(result)
    return body
