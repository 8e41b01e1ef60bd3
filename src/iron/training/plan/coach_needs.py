"""What a coach should look at in a log that is shared with him.

The twin is ``web/src/core/rules/plan/coach-needs.ts``; cases: ``spec/needs.json``. Who calls it reads the documents,
and finds stalls, records and the dates of programs by the rules of the lifter's own screens.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date, datetime, timedelta
from typing import Any, Final

from iron.training.plan.next_day import (
    MISSED_DAYS,
    coming_days,
    is_current,
    is_paused,
    past_days,
    planned_work,
)

DAYS: Final = 7
"""Records and absences are looked for in so many days: a guess, one training week."""

Body = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Seen:
    """What a coach can read of a log.

    Attributes:
        today: the coach's day, ``YYYY-MM-DD``.
        account: id of the coach's account, None for a link.
        sees_training: who does not see the training did not miss what is not seen.
        workouts: their bodies.
        blocks: ids and bodies.
        sessions: ``day`` (name) and ``date`` of the sessions that are still to be done, of running programs on
            weekdays.
        comments: their bodies, in the order of their ids.
        stall: ``exercise``, ``name`` and ``sentence`` of the stall that has the most to gain; None without one.
        records: ``exercise``, ``name`` and ``date`` of records.
    """

    today: str
    account: str | None
    sees_training: bool
    workouts: Sequence[Body] = ()
    blocks: Sequence[tuple[str, Body]] = ()
    sessions: Sequence[dict[str, str]] = ()
    comments: Sequence[Body] = ()
    stall: dict[str, str] | None = None
    records: Sequence[dict[str, str]] = ()


@dataclass(frozen=True, slots=True)
class Needs:
    """What needs a look.

    Attributes:
        days: since the last workout, at least 0; None where there is none.
        is_away: a training week or more without a workout, and no planned day that was missed.
        missed: ``day`` (name) and ``date`` of the newest planned day of the last six that was not done.
        pain_since: the plan is paused for pain since this day.
        stall: ``exercise``, ``name`` and ``sentence`` of the stall that has the most to gain.
        questions: answers of the lifter that are newer than the coach's last word on the same workout, the one that
            waits longest first: ``workout``, ``text``, ``at``.
        records: ``exercise`` and ``name`` of exercises with a new record in the last week, the newest first.
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


def coach_needs(seen: Seen) -> Needs:
    """Find what needs a look."""
    days = _days_since(seen)
    missed, pain_since = _plan(seen)
    missed = _newest_missed(seen, missed) if seen.sees_training else None
    return Needs(
        days,
        days is not None and days >= DAYS and missed is None,
        missed,
        pain_since,
        seen.stall if seen.sees_training else None,
        waiting_answers(seen.comments, seen.account),
        _recent_records(seen),
    )


def records_since(today: str) -> str:
    """The first day whose records are new."""
    return _before(today, DAYS - 1)


def _days_since(seen: Seen) -> int | None:
    """A lifter in a zone to the east may have trained on the coach's tomorrow: that is today."""
    if not seen.workouts:
        return None
    last = max(str(body["start"])[:10] for body in seen.workouts)
    return max(0, (date.fromisoformat(seen.today) - date.fromisoformat(last)).days)


def _plan(seen: Seen) -> tuple[dict[str, str] | None, str | None]:
    """The newest missed day of the block that is current, and since when it is paused for pain."""
    works = [work for body in seen.workouts if (work := planned_work(body))]
    blocks = [(ident, body) for ident, body in seen.blocks if body.get("weeks")]
    on = date.fromisoformat(seen.today)
    for ident, body in sorted(blocks, key=lambda row: (str(row[1]["start"]), row[0]), reverse=True):
        past = past_days(ident, body, works)
        if not is_current(body, past, on):
            continue
        missed = [row.day for row in coming_days(body, past, on) if row.when == "missed"]
        pause = body["pauses"][-1] if is_paused(body) else {}
        newest = {"day": str(missed[-1]["name"]), "date": str(missed[-1]["date"])} if missed else None
        return newest, str(pause["from"]) if pause.get("cause") == "pain" else None
    return None, None


def _newest_missed(seen: Seen, planned: dict[str, str] | None) -> dict[str, str] | None:
    """The newest day that was missed: of the block, or of a program; of one date that of the block."""
    since = _before(seen.today, MISSED_DAYS)
    missed = [planned] if planned else []
    missed += [row for row in seen.sessions if since <= row["date"] < seen.today]
    return max(missed, key=lambda row: row["date"], default=None)


def waiting_answers(comments: Iterable[Body], account: str | None) -> list[dict[str, str]]:
    """On workouts that the coach commented on: what the lifter said after his last word, one a workout."""
    newest: dict[str, dict[str, Body]] = {}
    for body in comments:
        if body.get("by") not in {None, account}:
            continue
        about = newest.setdefault(str(body["workout"]), {})
        side = "answer" if body.get("by") is None else "own"
        if side not in about or _is_after(body, about[side]):
            about[side] = body
    waiting = [
        {"workout": workout, "text": str(about["answer"]["text"]), "at": str(about["answer"]["at"])}
        for workout, about in newest.items()
        if len(about) == 2 and _is_after(about["answer"], about["own"])
    ]
    return sorted(waiting, key=lambda row: (row["at"], row["workout"]))


def _is_after(later: Body, earlier: Body) -> bool:
    """Which was said later: by UTC where both say their offset, else by the clocks."""
    if later.get("offset") is None or earlier.get("offset") is None:
        return str(later["at"]) > str(earlier["at"])
    return _moment(later) > _moment(earlier)


def _moment(body: Body) -> datetime:
    return datetime.fromisoformat(str(body["at"])) - timedelta(minutes=int(body["offset"]))


def _recent_records(seen: Seen) -> list[dict[str, str]]:
    """One an exercise: the newest first, those of one day by name."""
    since = records_since(seen.today)
    newest: dict[str, dict[str, str]] = {}
    for row in seen.records:
        before = newest.get(row["exercise"])
        if row["date"] >= since and (before is None or row["date"] > before["date"]):
            newest[row["exercise"]] = row
    by_name = sorted(newest.values(), key=lambda row: (row["name"], row["exercise"]))
    by_day = sorted(by_name, key=lambda row: row["date"], reverse=True)
    return [{"exercise": row["exercise"], "name": row["name"]} for row in by_day]


def _before(day: str, days: int) -> str:
    return (date.fromisoformat(day) - timedelta(days=days)).isoformat()
