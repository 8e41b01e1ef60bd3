"""The MCP face: an assistant reads the journal and the library over standard input and output. It writes nothing."""

from __future__ import annotations

from datetime import date
from typing import Any

from mcp.server import MCPServer

from iron.cli_import import open_journal
from iron.knowledge import exercise_json
from iron.training.lines import what_changed

MOST_WORKOUTS = 100


def server(lifter: str | None) -> MCPServer[Any]:
    """Build the server for one lifter's journal.

    Args:
        lifter: account name; the owner's journal when None.
    """
    journal = open_journal(lifter)
    face: MCPServer[Any] = MCPServer(
        "iron",
        instructions=(
            "A strength-training journal. Sets are compared only on one line: exercise, machine, side and the "
            "technique variables that split. Capacity is a 10RM-equivalent in kg with an 80 % interval. Say the interval."
        ),
    )

    @face.tool()
    def find_exercise(name: str) -> dict[str, Any]:
        """Find an exercise by any name; near misses are offered with a score and never taken."""
        found = journal.library.resolve(name)
        near = [] if found else journal.library.suggest(name)
        return {
            "exercise": found.exercise if found else None,
            "near": [{"id": ident, "score": round(score, 2)} for ident, score in near],
        }

    @face.tool()
    def exercise_guide(exercise: str) -> dict[str, Any]:
        """The facts and the guide of a library exercise: variables, faults, claims with grades and sources."""
        return exercise_json(journal.library.exercise(exercise), journal.library)

    @face.tool()
    def workouts(since: str = "", limit: int = 10) -> list[dict[str, Any]]:
        """The newest workouts, newest first, from a date (YYYY-MM-DD) on."""
        bodies = [{"id": doc.id, **doc.read()} for doc in journal.store.all("workout")]
        bodies.sort(key=lambda body: str(body.get("start", "")), reverse=True)
        return [body for body in bodies if str(body.get("start", "")) >= since][: max(1, min(limit, MOST_WORKOUTS))]

    @face.tool()
    def exercise_lines(exercise: str) -> list[dict[str, Any]]:
        """The lines of an exercise with their capacity today, and what changed against the line with most sets."""
        lines = journal.lines(exercise)
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

    @face.tool()
    def line_records(exercise: str, line: str) -> list[dict[str, Any]]:
        """The records of one line; cut depth, warm-ups and flagged loads make none."""
        chosen = next((one for one in journal.lines(exercise) if one.key == line), None)
        if chosen is None:
            return []
        return [{name: getattr(record, name) for name in record.__slots__} for record in chosen.records()]

    return face


def _capacity(told: Any) -> dict[str, Any]:
    return {"kg": told.kg, "low": told.low, "high": told.high, "basis": told.basis}


def run(lifter: str | None) -> None:
    """Serve over standard input and output until the other side closes."""
    server(lifter).run("stdio")
