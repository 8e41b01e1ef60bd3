"""Tools that write: sets, body weight, a program, and taking the last report back."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, ClassVar, Final, Literal

from iron.assistant import answers
from iron.journal.questions.logged import logged_json, logged_lines
from iron.journal.questions.set_rows import rows_of_workout, set_words
from iron.journal.set_logging.log_sets import Logged, Report, plan_log
from iron.journal.set_logging.reported import MOST_SETS, local_moment, sets_of_exercise
from iron.journal.set_logging.undoing import plan_undo
from iron.records.documents import readable
from iron.values import clock

if TYPE_CHECKING:
    from iron.journal.journal import Journal

DEVICE: Final = "assistant"
APP: Final = "assistant"
_KEYED: Final = MOST_SETS + 10


@dataclass(frozen=True)
class SetIn:
    """One set: load as the lifter counts it (one dumbbell, plates without the sled), reps, reps in reserve, setup."""

    # A misspelt name, such as weight, must not be dropped in silence.
    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}

    reps: float | None = None
    load: float | None = None
    unit: Literal["kg", "lb"] | None = None
    rir: float | None = None
    failure: bool | None = None
    duration_s: float | None = None
    distance_m: float | None = None
    side: Literal["both", "left", "right"] | None = None
    kind: Literal["working", "warm-up", "drop", "rest-pause"] | None = None
    setup: dict[str, str | float] | None = None
    depth: Literal["full", "cut"] | None = None
    rest_s: float | None = None
    note: str | None = None


@dataclass(frozen=True)
class WritingTools:
    """Tools that change the journal; the docstrings are what an assistant reads."""

    journal: Journal

    def log_sets(
        self,
        exercise: str,
        sets: list[SetIn] | None = None,
        line: str = "",
        start: str = "",
        machine: str = "",
        new_machine: bool = False,  # noqa: FBT001, FBT002 - a tool's arguments come by name
        gym: str = "",
        note: str = "",
        rest_s: float | None = None,
        request_id: str = "",
        confirmed: bool = False,  # noqa: FBT001, FBT002 - as above
    ) -> dict[str, Any]:
        """Log sets; they join the workout that runs or the visit of the last report. Show first; then confirmed=true.

        Give ``sets``, or ``line`` as lifters write: "180x12 @2 feet low; x10; x9". Without a unit the lifter's own
        counts. ``start`` is the local time (YYYY-MM-DDTHH:MM:SS), now when empty. ``machine`` is one of the lifter's;
        new_machine=true adds it. The same ``request_id`` again logs nothing twice. The answer says the sets, the line,
        whether it is new, and records.
        """
        journal = self.journal
        if request_id and (before := self._logged_before(request_id)):
            return before
        ident = journal.exercise_id(exercise)
        moment, offset = local_moment(start) if start else (clock.local_now(), None)
        read = sets_of_exercise(
            journal, ident, None if sets is None else [asdict(set_) for set_ in sets], line
        )
        words = (value or None for value in (machine, gym, note))
        machine_, gym_, note_ = words
        report = Report(ident, read, moment, APP, offset, machine_, new_machine, gym_, note_, rest_s)
        logged = plan_log(journal, report, answers.ids_of(request_id or None))
        if not confirmed:
            return {
                **_summary(journal, logged),
                "stored": False,
                "next": "Show this, then call with confirmed=true.",
            }
        self._store(logged.rows)
        return {**_summary(journal, logged), "stored": True}

    def undo(self, confirmed: bool = False) -> dict[str, Any]:  # noqa: FBT001, FBT002 - as above
        """Take back what was logged last, also by the app: the sets of the last report, or the last body weight.

        Show the lifter what would go; then call with confirmed=true.
        """
        plan = plan_undo(self.journal)
        when = datetime.fromtimestamp(plan.at_ms / 1000, tz=UTC).isoformat(timespec="seconds")
        words = [f"{self.journal.name_of(exercise)}: {_short(set_)}" for exercise, set_ in plan.sets] or [
            f"{plan.measurement['value']:g} {plan.measurement['unit']}" if plan.measurement else ""
        ]
        answer = {"takes_back": words, "logged_at": when}
        if not confirmed:
            return {**answer, "done": False, "next": "Show this, then call with confirmed=true."}
        self._store(plan.rows)
        deleted = self.journal.delete(plan.delete, device=DEVICE, at=clock.utc_now(), op_ids=clock.op_ids())
        for result in deleted:
            if result.error:
                raise result.error
        return {**answer, "done": True}

    def log_body(
        self, weight: float, unit: Literal["kg", "lb"] | None = None, day: str = ""
    ) -> dict[str, Any]:
        """Log the body weight of today, or of a day (YYYY-MM-DD)."""
        moment = f"{date.fromisoformat(day).isoformat()}T12:00:00" if day else clock.local_now()
        unit_in_use = unit or self.journal.unit
        body = {"v": 1, "at": moment, "what": "body_mass", "value": weight, "unit": unit_in_use}
        self._store([("measurement", clock.fresh_id(), body)])
        return {"stored": True, "logged": f"{weight:g} {unit_in_use} on {moment[:10]}"}

    def program_start(
        self,
        program: str,
        start: str = "",
        weeks: int | None = None,
        maxes: dict[str, float] | None = None,
        unit: Literal["kg", "lb"] | None = None,
        confirmed: bool = False,  # noqa: FBT001, FBT002 - as above
    ) -> dict[str, Any]:
        """Start a program of program_list: a dated block (``weeks`` 4 to 6 and a lighter one), or a run with ``maxes``.

        Show the lifter the first week; then call with confirmed=true.
        """
        from iron.assistant.program_starting import planned

        row, answer = planned(
            self.journal,
            program,
            start or answers.next_monday().isoformat(),
            weeks,
            maxes or {},
            unit or self.journal.unit,
        )
        if not confirmed:
            return {**answer, "stored": False, "next": "Show this, then call with confirmed=true."}
        kind, body = row
        self._store([(kind, clock.fresh_id(), body)])
        return {**answer, "stored": True}

    def _logged_before(self, request_id: str) -> dict[str, Any] | None:
        """The answer to a request that was stored before; None for a new one."""
        tails = tuple(answers.tails_of(request_id, _KEYED))
        first = [tail.encode() for tail in tails[:3]]
        for document in self.journal.store.all("workout"):
            named = document.id.endswith(tails[:3])
            if not named and not any(tail in (document.body or b"") for tail in first):
                continue
            [(_, body)] = list(readable([document])) or [(document, {})]
            rows = [
                row
                for row in rows_of_workout(self.journal, document.id, body, None, self.journal.unit)
                if row.id.endswith(tails)
            ]
            words = [f"{row.name}: {set_words(self.journal, row)}" for row in rows]
            return {"stored": True, "already": True, "workout": document.id, "logged": words}
        return None

    def _store(self, rows: Any) -> None:
        results = self.journal.commit(rows, device=DEVICE, at=clock.utc_now(), op_ids=clock.op_ids())
        for result in results:
            if result.error:
                raise result.error


def _summary(journal: Journal, logged: Logged) -> dict[str, Any]:
    answer = logged_json(journal, logged)
    keys = ("workout", "new_workout", "exercise", "line", "new_line", "records")
    return {"logged": logged_lines(journal, logged), **{key: answer[key] for key in keys}}


def _short(set_: Any) -> str:
    load = set_.get("load")
    weight = "" if load is None else f"{load['value']:g} {load['unit']} "
    return (
        f"{weight}× {set_['reps']:g}"
        if set_.get("reps") is not None
        else f"{weight}{set_.get('duration_s', 0):g} s"
    )
