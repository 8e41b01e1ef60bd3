"""The MCP face: an assistant reads the journal and the library over standard input and output. It writes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from mcp.server import MCPServer

from iron.journal import Journal
from iron.knowledge import exercise_json
from iron.opening import open_journal
from iron.training.lines import what_changed

MOST_WORKOUTS = 100

INSTRUCTIONS = (
    "A strength-training journal. Sets are compared only on one line: exercise, machine, side and the technique "
    "variables that split. Capacity is a 10RM-equivalent in kg with an 80 % interval. Say the interval."
)


@dataclass(frozen=True)
class Tools:
    """What an assistant may ask; the docstrings are what it reads."""

    journal: Journal

    def find_exercise(self, name: str) -> dict[str, Any]:
        """Find an exercise by any name; near misses are offered with a score and never taken."""
        library = self.journal.library
        found = library.resolve(name)
        near = [] if found else library.suggest(name)
        return {
            "exercise": found.exercise if found else None,
            "near": [{"id": ident, "score": round(score, 2)} for ident, score in near],
        }

    def exercise_guide(self, exercise: str) -> dict[str, Any]:
        """The facts and the guide of a library exercise: variables, faults, claims with grades and sources."""
        library = self.journal.library
        return exercise_json(library.exercise(exercise), library)

    def workouts(self, since: str = "", limit: int = 10) -> list[dict[str, Any]]:
        """The newest workouts, newest first, from a date (YYYY-MM-DD) on."""
        bodies = [{"id": doc.id, **doc.read()} for doc in self.journal.store.all("workout")]
        bodies.sort(key=lambda body: str(body.get("start", "")), reverse=True)
        fresh = [body for body in bodies if str(body.get("start", "")) >= since]
        return fresh[: max(1, min(limit, MOST_WORKOUTS))]

    def exercise_lines(self, exercise: str) -> list[dict[str, Any]]:
        """The lines of an exercise with their capacity today, and what changed against the line with most sets."""
        lines = self.journal.lines(exercise)
        return [
            {
                "line": line.key,
                "sets": len(line.sets),
                "last": line.sets[-1].start[:10],
                "capacity": _capacity(line.capacity(date.today())),  # noqa: DTZ011 - the lifter's own day
                "against_the_first": what_changed(lines[0].key, line.key) if line is not lines[0] else "",
            }
            for line in lines
        ]

    def line_records(self, exercise: str, line: str) -> list[dict[str, Any]]:
        """The records of one line; cut depth, warm-ups and flagged loads make none."""
        chosen = next((one for one in self.journal.lines(exercise) if one.key == line), None)
        if chosen is None:
            return []
        return [{name: getattr(record, name) for name in record.__slots__} for record in chosen.records()]


def server(lifter: str | None) -> MCPServer[Any]:
    """Build the server for one lifter's journal.

    Args:
        lifter: account name; the owner's journal when None.
    """
    tools = Tools(open_journal(lifter))
    face: MCPServer[Any] = MCPServer("iron", instructions=INSTRUCTIONS)
    for tool in (
        tools.find_exercise,
        tools.exercise_guide,
        tools.workouts,
        tools.exercise_lines,
        tools.line_records,
    ):
        face.tool()(tool)
    return face


def _capacity(told: Any) -> dict[str, Any]:
    return {"kg": told.kg, "low": told.low, "high": told.high, "basis": told.basis}


def run(lifter: str | None) -> None:
    """Serve over standard input and output until the other side closes."""
    server(lifter).run("stdio")
