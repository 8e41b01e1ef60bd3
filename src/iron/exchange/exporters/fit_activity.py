"""A workout as a FIT activity of strength training (docs/formats.md#garmin-fit), written with Garmin's SDK."""

from __future__ import annotations

import re
import zlib
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from garmin_fit_sdk import Encoder, Profile

from iron.exchange.exporters.rows import ordered
from iron.values.units import mass_kg

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_NUMBER: Final = Profile["mesg_num"]
_MOST_KG: Final = 4095.0
"""Heaviest load that a FIT set holds: 16 bits in sixteenths of a kilogram."""
_UNKNOWN: Final = "unknown"
_LONGEST_NAME: Final = 80


def file_name(workout: Mapping[str, Any]) -> str:
    """Return a file name that says when the workout began."""
    return f"{str(workout['start'])[:16].replace(':', '')}.fit"


def write(workout: Mapping[str, Any], ident: str, names: Mapping[str, Iterable[str]]) -> bytes:
    """Write one workout: its sets with reps, load and time, rests after them, and the names of its exercises.

    FIT has no place for notes, kinds of set, RIR, setup, sides and distances of sets.

    Args:
        workout: body of kind workout.
        ident: its id; the same workout is the same activity when it is written again.
        names: what each exercise is called by id, the name that is shown first.
    """
    start = _moment(workout["start"], workout)
    end = max(start, _moment(workout.get("end", workout["start"]), workout))
    encoder = Encoder()
    encoder.write_mesg(
        {
            "mesg_num": _NUMBER["FILE_ID"],
            "type": "activity",
            "manufacturer": "development",
            "product": 0,
            "serial_number": zlib.crc32(ident.encode()) or 1,
            "time_created": start,
        }
    )
    for message in _messages(workout, names, start, end):
        encoder.write_mesg(message)
    return bytes(encoder.close())


def _messages(
    workout: Mapping[str, Any], names: Mapping[str, Iterable[str]], start: datetime, end: datetime
) -> Iterator[dict[str, Any]]:
    yield _event(start, "start")
    yield {"mesg_num": _NUMBER["RECORD"], "timestamp": start}
    yield from _exercises_and_sets(workout, names)
    yield {"mesg_num": _NUMBER["RECORD"], "timestamp": end}
    yield _event(end, "stop_all")
    seconds = (end - start).total_seconds()
    whole = {
        "timestamp": end,
        "start_time": start,
        "total_elapsed_time": seconds,
        "total_timer_time": seconds,
        "message_index": 0,
        "event_type": "stop",
        "sport": "training",
        "sub_sport": "strength_training",
    }
    yield {"mesg_num": _NUMBER["LAP"], "event": "lap", **whole}
    yield {"mesg_num": _NUMBER["SESSION"], "event": "session", "first_lap_index": 0, "num_laps": 1, **whole}
    yield {
        "mesg_num": _NUMBER["ACTIVITY"],
        "timestamp": end,
        "local_timestamp": int((end - _EPOCH).total_seconds()) + 60 * _offset(workout),
        "total_timer_time": seconds,
        "num_sessions": 1,
        "type": "manual",
        "event": "activity",
        "event_type": "stop",
    }


def _exercises_and_sets(
    workout: Mapping[str, Any], names: Mapping[str, Iterable[str]]
) -> Iterator[dict[str, Any]]:
    """A title for each exercise, then the sets and rests, which name their exercise by the number of its title."""
    entries = ordered(workout.get("entries", []))
    called = {
        entry["exercise"]: list(names.get(entry["exercise"], ())) or [entry["exercise"]] for entry in entries
    }
    movements = {exercise: _garmins(each) for exercise, each in called.items()}
    steps = {exercise: step for step, exercise in enumerate(called)}
    for exercise, step in steps.items():
        category, kind = movements[exercise]
        yield {
            "mesg_num": _NUMBER["EXERCISE_TITLE"],
            "message_index": step,
            "wkt_step_name": called[exercise][0][:_LONGEST_NAME],
            "exercise_category": category,
            **({} if kind is None else {"exercise_name": kind}),
        }
    number = 0
    for entry in entries:
        known = (steps[entry["exercise"]], movements[entry["exercise"]])
        for set_ in ordered(entry.get("sets", [])):
            for message in _set(set_, known, _moment(set_.get("done_at") or workout["start"], workout)):
                yield {**message, "message_index": number}
                number += 1


_EPOCH: Final = datetime(1989, 12, 31, tzinfo=UTC)
"""FIT counts seconds from here."""


def _event(at: datetime, kind: str) -> dict[str, Any]:
    return {
        "mesg_num": _NUMBER["EVENT"],
        "timestamp": at,
        "event": "timer",
        "event_type": kind,
        "event_group": 0,
    }


def _set(
    set_: Mapping[str, Any], known: tuple[int, tuple[str, int | None]], at: datetime
) -> Iterator[dict[str, Any]]:
    step, (category, kind) = known
    load, reps, seconds = set_.get("load"), set_.get("reps"), set_.get("duration_s")
    kilograms = None if load is None else mass_kg(load["value"], load["unit"])
    more = {
        "repetitions": None if reps is None else round(reps),
        # A FIT set holds no help: a machine that takes kilograms off has no load there.
        "weight": kilograms if kilograms is not None and 0 < kilograms <= _MOST_KG else None,
        "weight_display_unit": None if load is None else ("pound" if load["unit"] == "lb" else "kilogram"),
        "duration": seconds,
        "category_subtype": None if kind is None else [kind],
    }
    yield {
        "mesg_num": _NUMBER["SET"],
        "timestamp": at,
        "start_time": at - timedelta(seconds=seconds or 0),
        "set_type": "active",
        "category": [category],
        "wkt_step_index": step,
        **{name: value for name, value in more.items() if value is not None},
    }
    if set_.get("rest_s"):
        rest = {"set_type": "rest", "duration": set_["rest_s"], "timestamp": at, "start_time": at}
        yield {"mesg_num": _NUMBER["SET"], **rest}


def _offset(workout: Mapping[str, Any]) -> int:
    return int(workout.get("offset") or 0)


def _moment(text: str, workout: Mapping[str, Any]) -> datetime:
    """A local time in UTC; where the workout does not say its offset, local time stands for UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC) - timedelta(minutes=_offset(workout))


def _garmins(names: Iterable[str]) -> tuple[str, int | None]:
    """Garmin's category and number of an exercise whose name has exactly the same words; unknown for any other.

    A wrong movement would be worse than none: the name is written in any case.
    """
    known = _garmin_names()
    return next((known[words] for name in names if (words := _words(name)) in known), (_UNKNOWN, None))


@cache
def _garmin_names() -> dict[frozenset[str], tuple[str, int | None]]:
    categories = [name for name in Profile["types"]["exercise_category"].values() if name != _UNKNOWN]
    known: dict[frozenset[str], tuple[str, int | None]] = {}
    for category in categories:
        known.setdefault(_words(category), (category, None))
    for category in categories:
        for number, name in Profile["types"].get(f"{category}_exercise_name", {}).items():
            known.setdefault(_words(name), (category, number))
    return known


def _words(name: str) -> frozenset[str]:
    return frozenset(
        word.removesuffix("s") for word in re.findall(r"[a-z0-9]+", name.lower().replace("_", " "))
    )
