"""What was logged, told back: the sets, the line, whether it is new, records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from iron.journal.questions.set_rows import line_words, load_text, machine_names, setup_words
from iron.knowledge import messages
from iron.training.history.set_records import record_message
from iron.training.history.sets import ExerciseFacts
from iron.values.units import mass_kg

if TYPE_CHECKING:
    from collections.abc import Mapping

    from iron.journal.journal import Journal
    from iron.journal.set_logging.log_sets import Logged


def logged_json(journal: Journal, logged: Logged) -> dict[str, Any]:
    """What was logged as JSON."""
    return {
        "workout": logged.workout,
        "new_workout": logged.is_new,
        "exercise": logged.exercise,
        "name": journal.name_of(logged.exercise),
        "sets": list(logged.sets),
        "line": logged.line,
        "new_line": logged.new_line,
        "records": _records(journal, logged),
    }


def logged_lines(journal: Journal, logged: Logged) -> list[str]:
    """What was logged in sentences, the exercise first."""
    machines = machine_names(journal) | {
        str(row[1]): str(row[2].get("name", "")) for row in logged.rows if row[0] == "machine"
    }
    line = line_words(journal, logged.line, machines)
    name = journal.name_of(logged.exercise)
    text = [f"{name} ({line})" if line != "all sets" else name]
    text += [f"  {_set(journal, logged.exercise, set_)}" for set_ in logged.sets]
    text.append("A new workout." if logged.is_new else "Added to the workout of today.")
    if logged.new_line:
        text.append(logged.new_line)
    return [*text, *(f"Record. {words}" for words in _records(journal, logged))]


def _records(journal: Journal, logged: Logged) -> list[str]:
    facts = journal.facts.get(logged.exercise, ExerciseFacts(logged.exercise))
    units = [str(set_["load"]["unit"]) for set_ in logged.sets if set_.get("load")]
    unit = units[-1] if units else journal.unit
    return [messages.render(**record_message(record, facts.load_meaning, unit)) for record in logged.records]


def _set(journal: Journal, exercise: str, set_: Mapping[str, Any]) -> str:
    load = set_.get("load")
    parts = [] if load is None else [load_text(mass_kg(load["value"], load["unit"]), load["unit"])]
    parts += [f"× {set_['reps']:g}"] if set_.get("reps") is not None else []
    parts += [f"{set_['duration_s']:g} s"] if set_.get("duration_s") is not None else []
    if set_.get("distance"):
        parts.append(f"{set_['distance']['value']:g} {set_['distance']['unit']}")
    words = " ".join(parts)
    if set_.get("failure"):
        words += " to failure"
    elif set_.get("rir") is not None:
        words += f" @{set_['rir']:g}"
    more = [str(set_["kind"])] if set_.get("kind", "working") != "working" else []
    more += [str(set_["side"])] if set_.get("side", "both") != "both" else []
    more += setup_words(journal, exercise, set_.get("setup") or {})
    more += [f"“{set_['note']}”"] if set_.get("note") else []
    return ", ".join([words, *more])
