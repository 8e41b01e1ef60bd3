"""What an assistant may ask of a journal, over standard input (`iron mcp`) and over HTTP (`/mcp`). It speaks MCP."""

from __future__ import annotations

import functools
import re
import secrets
import time
from dataclasses import dataclass
from datetime import UTC, date, datetime
from importlib.metadata import version
from typing import TYPE_CHECKING, Any, ClassVar, Final, Literal

from asgiref.sync import sync_to_async
from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ToolError

from iron.journal.journal import Journal
from iron.journal.runs import runs
from iron.knowledge import exercise_json
from iron.records.documents import bodies, check_body, readable
from iron.records.own_exercises import edits
from iron.training.history.lines import what_changed
from iron.values.errors import BadInputError, ConflictError, IronError, NotFoundError
from iron.values.ids import uuid7
from iron.values.ordering import n_keys_between

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

MOST_WORKOUTS = 100
MOST_SETS = 50
_DATE: Final = re.compile(r"\d{4}-\d{2}(-\d{2})?")

INSTRUCTIONS = (
    "A strength-training journal. Sets are compared only on one line: exercise, machine, side and the technique "
    "variables that split. Capacity is a 10RM-equivalent in kg with an 80 % interval. Say the interval."
)


@dataclass(frozen=True)
class SetIn:
    """One set: load as the lifter counts it (one dumbbell, plates without the sled), reps, reps left, setup."""

    # A misspelt name, such as weight, must not be dropped in silence.
    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}

    reps: float | None = None
    load: float | None = None
    unit: Literal["kg", "lb"] = "kg"
    rir: float | None = None
    duration_s: float | None = None
    setup: dict[str, str | float] | None = None


@dataclass(frozen=True)
class Tools:
    """What an assistant may ask; the docstrings are what it reads."""

    journal: Journal

    def find_exercise(self, name: str) -> dict[str, Any]:
        """Find an exercise by any name, the lifter's own first; near misses are offered and never taken."""
        library = self.journal.library
        found = library.resolve(name)
        exercise = self._own(name) or (found.exercise if found else None)
        near = [] if exercise else library.suggest(name)
        return {
            "exercise": exercise,
            "near": [{"id": ident, "score": round(score, 2)} for ident, score in near],
        }

    def exercise_guide(self, exercise: str) -> dict[str, Any]:
        """The facts and the guide of a library exercise: variables, faults, claims with grades and sources."""
        library = self.journal.library
        return exercise_json(library.exercise(exercise), library)

    def own_exercises(self) -> list[dict[str, Any]]:
        """The lifter's own exercises: names, history, what each counts as, and library names that look alike."""
        journal = self.journal
        return edits.overview(journal.own, journal.library, bodies(journal.store.all("workout")))

    def workouts(self, since: str = "", limit: int = 10) -> list[dict[str, Any]]:
        """The newest workouts, newest first, from a date (YYYY-MM-DD) on."""
        found = [{"id": doc.id, **body} for doc, body in readable(self.journal.store.all("workout"))]
        found.sort(key=lambda body: str(body.get("start", "")), reverse=True)
        if since and not _DATE.match(since):
            raise BadInputError(f"“{since}” is no date. Write it like 2026-11-22.", where="since")
        fresh = [body for body in found if str(body.get("start", "")) >= since]
        return [self._named(body) for body in fresh[: max(1, min(limit, MOST_WORKOUTS))]]

    def exercise_lines(self, exercise: str) -> list[dict[str, Any]]:
        """The lines of an exercise with their capacity today, and what changed against the line with most sets."""
        lines = self.journal.lines(exercise)
        return [
            {
                "line": line.key,
                "sets": len(line.sets),
                "last": line.sets[-1].start[:10],
                "capacity": _capacity(line.capacity(_today())),
                "against_the_first": what_changed(lines[0].key, line.key) if line is not lines[0] else "",
            }
            for line in lines
        ]

    def line_records(self, exercise: str, line: str) -> list[dict[str, Any]]:
        """The records of one line; cut depth, warm-ups and flagged loads make none."""
        mine = {one.key: one for one in self.journal.lines(exercise)}
        chosen = mine.get(line)
        if chosen is None:
            known = ", ".join(mine) or "none yet"
            raise NotFoundError(f"There is no line “{line}” of {exercise}. Its lines: {known}.", where="line")
        return [{name: getattr(record, name) for name in record.__slots__} for record in chosen.records()]

    def _must_know(self, exercise: str) -> None:
        if exercise not in self.journal.facts:
            raise NotFoundError(
                f"There is no exercise “{exercise}”. Ask find_exercise for its id.", where="exercise"
            )

    def _own(self, name: str) -> str | None:
        try:
            return self.journal.merged.target(edits.find(self.journal.own, name)).exercise
        except (NotFoundError, ConflictError):
            return None

    def _named(self, body: dict[str, Any]) -> dict[str, Any]:
        """A workout with its merged exercises read as what they count as, and names beside the ids."""
        read = dict(self.journal.merged.workout(body))
        read["entries"] = [
            {"name": self.journal.name_of(str(entry.get("exercise", ""))), **entry}
            for entry in read.get("entries", ())
        ]
        return read

    def what_next(self, exercise: str) -> list[dict[str, Any]]:
        """What to lift next, line by line: load, reps, RIR, chance, the reason, and a question for the lifter."""
        self._must_know(exercise)
        return [row.as_json() for row in self.journal.next(exercise)]

    def programs(self) -> list[dict[str, Any]]:
        """Programs that are running: next session with targets, training maxes, stages, and why each number changed."""
        return runs(self.journal)

    def log_sets(
        self,
        exercise: str,
        sets: list[SetIn],
        start: str,
        confirmed: bool = False,  # noqa: FBT001, FBT002 - a tool's arguments come by name
    ) -> dict[str, Any]:
        """Write a finished workout of one exercise. Show the lifter what it would be; then call with confirmed=true.

        ``exercise`` is an id that find_exercise gave, ``start`` the local time (YYYY-MM-DDTHH:MM:SS).
        """
        if not 1 <= len(sets) <= MOST_SETS:
            raise BadInputError(f"Give 1 to {MOST_SETS} sets.", where="sets")
        self._must_know(exercise)
        orders = n_keys_between(None, None, len(sets))
        done = [_set(one, order) for one, order in zip(sets, orders, strict=True)]
        # What is merged is logged as what it counts as from now on.
        counted = self.journal.merged.target(exercise).exercise
        entry = {"id": _new_id(), "order": "a0", "exercise": counted, "sets": done}
        body = {"v": 1, "start": start, "end": start, "entries": [entry], "source": {"app": "assistant"}}
        check_body("workout", body)
        if not confirmed:
            return {"stored": False, "would_store": body}
        ident, at = _new_id(), datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
        (result,) = self.journal.commit(
            [("workout", ident, body)], device="assistant", at=at, op_ids=[_new_id()]
        )
        if result.error:
            raise result.error
        return {"stored": True, "workout": ident}


def face(journal: Journal, *, writes: bool = False) -> MCPServer[Any]:
    """Build the MCP server of one journal.

    Args:
        journal: whose journal.
        writes: offer the tool that logs sets; else every tool only reads.
    """
    tools = Tools(journal)
    offered: list[Callable[..., Any]] = [
        tools.find_exercise,
        tools.exercise_guide,
        tools.own_exercises,
        tools.workouts,
        tools.exercise_lines,
        tools.line_records,
        tools.what_next,
        tools.programs,
    ]
    if writes:
        offered.append(tools.log_sets)
    made: MCPServer[Any] = MCPServer("iron", instructions=INSTRUCTIONS, version=version("iron-log"))
    for tool in offered:
        made.tool()(_off_the_loop(tool))
    return made


def _off_the_loop(tool: Callable[..., Any]) -> Callable[..., Awaitable[Any]]:
    """A database connection belongs to a thread, and Django refuses one that runs an event loop."""

    @functools.wraps(tool)
    async def call(*args: Any, **kwargs: Any) -> Any:
        try:
            return await sync_to_async(tool)(*args, **kwargs)
        except IronError as problem:
            raise ToolError(problem.sentence) from problem

    return call


def _set(one: SetIn, order: str) -> dict[str, Any]:
    load = None if one.load is None else {"value": one.load, "unit": one.unit}
    told = {"load": load, "reps": one.reps, "rir": one.rir, "duration_s": one.duration_s, "setup": one.setup}
    return {
        "id": _new_id(),
        "order": order,
        **{name: value for name, value in told.items() if value is not None},
    }


def _new_id() -> str:
    return uuid7(time.time_ns() // 1_000_000, secrets.token_bytes(10))


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the lifter's own day


def _capacity(told: Any) -> dict[str, Any]:
    return {"kg": told.kg, "low": told.low, "high": told.high, "basis": told.basis}
