"""Today: what a plan asks for with the loads, what was done, and what comes next without a plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

from iron.journal.plans import current_blocks, line_of, wanted_of
from iron.journal.questions.workout_rows import workout_rows
from iron.journal.snapshot.snapshot import next_loads
from iron.knowledge import messages
from iron.training.plan.blocks import wanted as asked_of
from iron.training.plan.next_day import coming_days

if TYPE_CHECKING:
    from iron.journal.journal import Journal
    from iron.journal.next_sets import Next
    from iron.training.prescription.model import Wanted

# Without a plan: the exercises of the last four weeks that rested longest, as many as a usual day holds; guesses.
_RECENT_DAYS: Final = 28
_OFFERED: Final = 6


def today_json(journal: Journal, at: str, *, unit: str | None = None) -> dict[str, Any]:
    """The day as JSON: ``planned`` sessions, ``done`` in words, one ``sentence`` and its ``messages``.

    A planned day that was done does not come again: what comes next is told with its date (``when``: ``today``,
    ``missed``, ``ahead``, or ``waiting`` for the next one of a sequence or a program).

    Args:
        journal: whose day.
        at: now, local, ``YYYY-MM-DDTHH:MM:SS``.
        unit: ``kg`` or ``lb``; the lifter's own when None.
    """
    on = at[:10]
    planned = [*_of_block(journal, at, unit), *_of_runs(journal, at, unit)]
    results = [
        f"{row.start[11:16]} {', '.join(row.exercises)}: {row.working_sets} working sets"
        for row in reversed(workout_rows(journal, since=on, until=on, unit=unit))
    ]
    parts = _day_messages(planned, on)
    if not planned:
        planned = _rested(journal, at, unit)
        code = "today-rested" if planned else "today-nothing"
        parts = [{"code": code, "values": {"date": on}}]
    sentence = " ".join(messages.render(**part) for part in parts)
    return {"date": on, "sentence": sentence, "messages": parts, "planned": planned, "done": results}


def _day_messages(planned: list[dict[str, Any]], on: str) -> list[dict[str, Any]]:
    """Codes and values of what is planned now, was missed, and comes."""
    now = [each["name"] for each in planned if each["when"] in {"today", "waiting"}]
    parts = [{"code": "today-planned", "values": {"date": on, "names": ", ".join(now)}}] if now else []
    late = [each for each in planned if each["when"] == "missed"]
    parts += [
        {"code": "today-missed", "values": {"name": each["name"], "date": each["date"]}} for each in late
    ]
    ahead = [each for each in planned if each["when"] == "ahead"]
    if ahead and not parts:
        parts.append({"code": "today-no-more", "values": {"date": on}})
    parts += [
        {"code": "today-ahead", "values": {"name": each["name"], "date": each["date"]}} for each in ahead
    ]
    return parts


def _of_block(journal: Journal, at: str, unit: str | None) -> Iterator[dict[str, Any]]:
    """The next day of the current block."""
    ident, body, past_days = next(current_blocks(journal, at), ("", {}, set()))
    coming = coming_days(body, past_days, date.fromisoformat(at[:10])) if body else []
    for row in coming[:1]:
        slots = row.day["slots"]
        yield {
            "name": f"{body.get('name', 'Block')}, {row.day['name']}",
            "when": row.when,
            "date": row.day["date"],
            "block": {"id": ident, "day": row.day["id"]},
            "exercises": [
                _next_row(journal, _advised(journal, slot, asked_of(slot, deload=row.deload), at, unit))
                for slot in slots
            ],
        }


def _advised(journal: Journal, slot: Mapping[str, Any], wanted: Wanted, at: str, unit: str | None) -> Next:
    """What the engine says for one exercise of a planned day."""
    exercise, view = journal.merged.target(str(slot["exercise"])).exercise, journal.view
    line = line_of(journal, exercise, slot.get("setup") or {})
    [result] = next_loads(view, exercise, at, unit=unit, wanted={line: wanted}, lines=[line])
    return result


def _of_runs(journal: Journal, at: str, unit: str | None) -> Iterator[dict[str, Any]]:
    from iron.journal.runs import runs

    for run in runs(journal):
        upcoming = run["next"]
        if upcoming is None or run["start"] > at[:10]:
            continue
        rows = [_target_row(journal, slot, at, unit) for slot in upcoming["targets"]]
        yield {
            "name": f"{run['name']}, {upcoming['day']}",
            "when": "waiting",
            "date": None,
            "run": run["id"],
            "exercises": rows,
        }


def _target_row(journal: Journal, slot: Mapping[str, Any], at: str, unit: str | None) -> dict[str, Any]:
    """One exercise of a program's session: its targets, with the engine's load where it names none."""
    from iron.training.programs.showing import sets_words

    row = {
        "exercise": slot["exercise"],
        "name": slot["name"],
        "words": sets_words(slot["sets"]),
    }
    wanted = wanted_of(slot["sets"])
    if wanted is None or wanted.load_kg is not None:
        return row
    advised = _advised(journal, slot, wanted, at, unit)
    return {
        **row,
        "line": advised.line,
        "load": advised.load,
        "words": f"{row['words']} with {_weight(advised)}",
        "sentence": advised.sentence,
    }


def _rested(journal: Journal, at: str, unit: str | None) -> list[dict[str, Any]]:
    since = (date.fromisoformat(at[:10]) - timedelta(days=_RECENT_DAYS)).isoformat()
    # `Journal.next` tells the line used last first.
    rows = [row for row in journal.next(at=at, unit=unit) if row.last and since <= row.last["date"] < at[:10]]
    first: dict[str, Next] = {}
    for row in rows:
        first.setdefault(row.exercise, row)
    chosen = list(reversed(first.values()))[:_OFFERED]
    if not chosen:
        return []
    offered = [_next_row(journal, row) for row in chosen]
    return [{"name": "No plan", "when": "today", "date": at[:10], "exercises": offered}]


def _weight(row: Next) -> str:
    """The load as it is said: "62.5 kg", "body weight + 5 kg", "10 kg of help"; a hold or a run as a whole."""
    if row.reps_low is None:
        return row.aim_words or "what you can repeat"
    if row.message["values"].get("load") is None:
        return "a load of your choice"
    return messages.render("brief-load", row.message["values"])


def _next_row(journal: Journal, row: Next) -> dict[str, Any]:
    reps = f"{row.reps_low}" if row.reps_low == row.reps_high else f"{row.reps_low}–{row.reps_high}"
    words = f"{row.sets} × {_weight(row)}"
    if row.reps_low is not None:
        words = f"{row.sets} × {reps} with {_weight(row)}, {row.rir:g} in reserve"
    name = journal.name_of(row.exercise)
    return {
        "exercise": row.exercise,
        "name": f"{name}, {row.machine}" if row.machine else name,
        "line": row.line,
        "load": row.load,
        "sets": row.sets,
        "reps_low": row.reps_low,
        "reps_high": row.reps_high,
        "rir": row.rir,
        "aim": row.aim,
        "words": words,
        "sentence": row.sentence,
    }
