"""Workouts as FIT activities: what Iron's own reader of FIT gets back, and what Garmin's SDK says of the file."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from garmin_fit_sdk import Decoder, Stream
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import read

from iron.exchange.exporters import fit_activity

IDENT = "018f0000-0000-7000-8000-0000000000a1"
NAMES = {"leg-press-45": ("45° leg press", "Leg press"), "own": ("Grandpa’s sled",), "plank": ("Plank",)}


def set_(number: int, **more: Any) -> dict[str, Any]:
    return {"id": f"s{number}", "order": f"a{number}", **more}


def kilograms(value: float) -> dict[str, Any]:
    return {"value": value, "unit": "kg"}


WORKOUT = {
    "v": 1,
    "start": "2026-01-02T18:05:00",
    "end": "2026-01-02T19:00:00",
    "offset": 60,
    "entries": [
        {"id": "e1", "order": "a1", "exercise": "plank", "sets": [set_(1, duration_s=60.5)]},
        {
            "id": "e0",
            "order": "a0",
            "exercise": "leg-press-45",
            "sets": [
                set_(2, load=kilograms(182.5), reps=8, done_at="2026-01-02T18:12:00"),
                set_(1, load=kilograms(180), reps=12, rest_s=120, done_at="2026-01-02T18:08:00"),
            ],
        },
        {
            "id": "e2",
            "order": "a2",
            "exercise": "own",
            "sets": [set_(1, load={"value": 90, "unit": "lb"}, reps=20)],
        },
        {
            "id": "e3",
            "order": "a3",
            "exercise": "leg-press-45",
            "sets": [set_(1, load=kilograms(100), reps=15)],
        },
    ],
}


def messages(workout: dict[str, Any]) -> dict[str, Any]:
    """What Garmin's SDK reads, after it has checked the file."""
    data = fit_activity.write(workout, IDENT, NAMES)
    decoder = Decoder(Stream.from_byte_array(bytearray(data)))
    assert decoder.is_fit()
    assert decoder.check_integrity()
    read_messages, errors = Decoder(Stream.from_byte_array(bytearray(data))).read()
    assert errors == []
    return dict(read_messages)


def test_irons_own_reader_gets_back_sets_rests_names_and_the_start() -> None:
    foreign = read(fit_activity.write(WORKOUT, IDENT, NAMES))
    [workout] = foreign.workouts
    assert workout.start.replace(tzinfo=None) == datetime(2026, 1, 2, 17, 5)  # UTC, as FIT has it
    blocks = [(block.name, [(each.load, each.load_unit, each.reps, each.duration_s, each.rest_s) for each in block.sets])
              for block in workout.blocks]  # fmt: skip
    assert blocks == [
        ("45° leg press", [(180, "kg", 12, None, 120), (182.5, "kg", 8, None, None)]),
        ("Plank", [(None, None, None, 60.5, None)]),
        ("Grandpa’s sled", [(40.8125, "kg", 20, None, None)]),  # 90 lb in sixteenths of a kilogram
        ("45° leg press", [(100, "kg", 15, None, None)]),
    ]


def test_the_file_has_every_message_that_an_activity_needs() -> None:
    result = messages(WORKOUT)
    assert {"file_id_mesgs", "event_mesgs", "record_mesgs", "set_mesgs", "lap_mesgs", "session_mesgs", "activity_mesgs"} <= set(result)  # fmt: skip
    [session] = result["session_mesgs"]
    assert (session["sport"], session["sub_sport"], session["total_timer_time"]) == (
        "training",
        "strength_training",
        3300,
    )
    assert session["start_time"] == datetime(2026, 1, 2, 17, 5, tzinfo=UTC)
    first = result["set_mesgs"][0]
    assert (first["timestamp"], first["category"], first["category_subtype"]) == (
        datetime(2026, 1, 2, 17, 8, tzinfo=UTC),
        "squat",
        0,
    )
    assert [row.get("weight_display_unit") for row in result["set_mesgs"] if row["set_type"] == "active"] == [
        "kilogram",
        "kilogram",
        None,
        "pound",
        "kilogram",
    ]


def test_only_a_name_with_exactly_garmins_words_gets_garmins_movement() -> None:
    titles = {
        row["wkt_step_name"]: row["exercise_category"] for row in messages(WORKOUT)["exercise_title_mesgs"]
    }
    assert titles == {"45° leg press": "squat", "Plank": "plank", "Grandpa’s sled": "unknown"}
    press = {"x": ("Calf raise on leg press",)}
    workout = {**WORKOUT, "entries": [{"id": "e", "order": "a", "exercise": "x", "sets": [set_(1, reps=5)]}]}
    data = fit_activity.write(workout, IDENT, press)
    rows, _ = Decoder(Stream.from_byte_array(bytearray(data))).read()
    assert rows["set_mesgs"][0]["category"] == "unknown"


def test_the_same_workout_is_the_same_file_and_another_one_is_not() -> None:
    assert fit_activity.write(WORKOUT, IDENT, NAMES) == fit_activity.write(WORKOUT, IDENT, NAMES)
    other = fit_activity.write(WORKOUT, "018f0000-0000-7000-8000-0000000000a2", NAMES)
    assert other != fit_activity.write(WORKOUT, IDENT, NAMES)


@pytest.mark.parametrize(
    "load", [{"value": -20, "unit": "kg"}, {"value": 0, "unit": "kg"}, {"value": 9000, "unit": "kg"}]
)
def test_help_and_loads_beyond_the_format_are_left_out_and_the_set_stays(load) -> None:
    workout = {
        **WORKOUT,
        "entries": [{"id": "e", "order": "a", "exercise": "own", "sets": [set_(1, load=load, reps=5)]}],
    }
    [row] = messages(workout)["set_mesgs"]
    assert (row.get("weight"), row["repetitions"]) == (None, 5)


def test_an_open_workout_without_an_offset_ends_where_it_began() -> None:
    workout = {key: value for key, value in WORKOUT.items() if key not in {"end", "offset"}}
    [session] = messages(workout)["session_mesgs"]
    assert (session["start_time"], session["total_elapsed_time"]) == (
        datetime(2026, 1, 2, 18, 5, tzinfo=UTC),
        0,
    )


LOADS = st.integers(1, 16 * 600).map(lambda sixteenths: sixteenths / 16)


@settings(max_examples=60)
@given(st.lists(st.tuples(LOADS, st.integers(1, 100), st.integers(0, 600)), min_size=1, max_size=12))
def test_every_load_count_and_rest_comes_back(rows: list[tuple[float, int, int]]) -> None:
    sets = [
        set_(n, load=kilograms(load), reps=reps, **({"rest_s": rest} if rest else {}))
        for n, (load, reps, rest) in enumerate(rows)
    ]
    # Order keys are compared as texts.
    for number, each in enumerate(sets):
        each["order"] = f"a{number:02}"
    workout = {**WORKOUT, "entries": [{"id": "e", "order": "a", "exercise": "own", "sets": sets}]}
    [block] = read(fit_activity.write(workout, IDENT, NAMES)).workouts[0].blocks
    assert [(item.load, item.reps, item.rest_s or 0) for item in block.sets] == [
        (round(load, 4), reps, rest) for load, reps, rest in rows
    ]
