"""What a coach should look at in a log that is shared with him: the rules of the app's list of lifters.

The app reads its copy on the phone (``web/src/data/journal/lifters/needs.ts``), the command line the server's
documents. Missed days, records and stalls are those of the lifter's own screens.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from iron.journal.plans import current_blocks
from iron.journal.questions.record_rows import record_rows
from iron.journal.runs import missed_session
from iron.journal.snapshot.snapshot import snapshot_of
from iron.records.documents import bodies
from iron.training.history.lines import parse_key
from iron.training.plan.next_day import coming_days, is_paused

if TYPE_CHECKING:
    from collections.abc import Mapping

    from iron.journal.journal import Journal

DAYS: Final = 7
"""Records and absences are looked for in so many days: one training week."""


@dataclass(frozen=True, slots=True)
class Needs:
    """What needs a look.

    Attributes:
        days: since the last workout; None where there is none.
        is_away: a training week or more without a workout, and no planned day that was missed.
        missed: name and date of the newest planned day of the last week that was not done.
        pain_since: the plan is paused for pain since this day.
        stall: exercise, its name and the sentence of the stall that has the most to gain.
        questions: answers of the lifter that are newer than the coach's last word on the same workout.
        records: exercises with a new record in the last week, and their names.
    """

    days: int | None
    is_away: bool
    missed: dict[str, str] | None = None
    pain_since: str | None = None
    stall: dict[str, str] | None = None
    questions: list[dict[str, str]] = field(default_factory=list)
    records: list[dict[str, str]] = field(default_factory=list)

    @property
    def count(self) -> int:
        """How many things need a look."""
        single = (self.is_away, self.missed, self.pain_since, self.stall, self.records)
        return sum(map(bool, single)) + len(self.questions)

    def as_json(self) -> dict[str, Any]:
        """Return the needs for JSON."""
        return asdict(self)


def needs(journal: Journal, account: str, at: str, *, sees_training: bool) -> Needs:
    """Find what needs a look.

    Args:
        journal: what the lifter shares.
        account: id of the coach's account.
        at: now, local, ``YYYY-MM-DDTHH:MM:SS``.
        sees_training: who does not see the training did not miss what is not seen.
    """
    on = date.fromisoformat(at[:10])
    starts = [str(body["start"])[:10] for body in bodies(journal.store.all("workout"))]
    days = (on - date.fromisoformat(max(starts))).days if starts else None
    missed, pain_since = _plan(journal, at)
    if missed is None:
        missed = missed_session(journal, on, DAYS)
    if not sees_training:
        missed = None
    return Needs(
        days,
        days is not None and days >= DAYS and missed is None,
        {"day": missed[0], "date": missed[1]} if missed else None,
        pain_since,
        _stall(journal, at) if sees_training else None,
        _questions(journal, account),
        _records(journal, (on - timedelta(days=DAYS - 1)).isoformat()),
    )


def _plan(journal: Journal, at: str) -> tuple[tuple[str, str] | None, str | None]:
    """The newest missed day of the block that is current, and since when it is paused for pain."""
    for _, body, past_days in current_blocks(journal, at):
        coming = coming_days(body, past_days, date.fromisoformat(at[:10]))
        missed = [(str(row.day["name"]), str(row.day["date"])) for row in coming if row.when == "missed"]
        pause = body["pauses"][-1] if is_paused(body) else {}
        return missed[-1] if missed else None, pause.get("from") if pause.get("cause") == "pain" else None
    return None, None


def _stall(journal: Journal, at: str) -> dict[str, str] | None:
    for line, row in snapshot_of(journal.view, at)["lines"].items():
        if "stall" in row:
            exercise = parse_key(line).exercise
            return {
                "exercise": exercise,
                "name": journal.name_of(exercise),
                "sentence": row["stall"]["sentence"],
            }
    return None


def _questions(journal: Journal, account: str) -> list[dict[str, str]]:
    """On workouts that the coach commented on: what the lifter said after his last word, one a workout."""
    newest: dict[str, dict[str, Mapping[str, Any]]] = {}
    for body in bodies(journal.store.all("comment")):
        if body.get("by") not in {None, account}:
            continue
        about = newest.setdefault(str(body["workout"]), {})
        side = "answer" if body.get("by") is None else "own"
        if side not in about or _is_after(body, about[side]):
            about[side] = body
    return [
        {"workout": workout, "text": about["answer"]["text"], "at": about["answer"]["at"]}
        for workout, about in newest.items()
        if len(about) == 2 and _is_after(about["answer"], about["own"])
    ]


def _is_after(later: Mapping[str, Any], earlier: Mapping[str, Any]) -> bool:
    """Which was said later: by UTC where both say their offset, else by the clocks."""
    if later.get("offset") is None or earlier.get("offset") is None:
        return str(later["at"]) > str(earlier["at"])
    return _moment(later) > _moment(earlier)


def _moment(body: Mapping[str, Any]) -> datetime:
    return datetime.fromisoformat(str(body["at"])) - timedelta(minutes=int(body["offset"]))


def _records(journal: Journal, since: str) -> list[dict[str, str]]:
    names = {row.exercise: row.name for row in record_rows(journal, since=since)}
    return [{"exercise": exercise, "name": name} for exercise, name in names.items()]
