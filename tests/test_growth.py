"""Growth workout by workout says what the rules of the training room say of all sets at once."""

from __future__ import annotations

from dataclasses import replace
from statistics import mean

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from iron.journal.body_mass import BodyMass
from iron.journal.growth import Worked, grow
from iron.records.series import series_of
from iron.training.history import bests, lines, volume
from iron.training.history.sets import ExerciseFacts, from_workout
from iron.training.strength import capacity
from iron.training.strength.curve import family_k, load_share
from iron.values.units import shown

PRESS = ExerciseFacts("press", splitting=("feet",), curve_k=45, base_kg=55)
FACTS = (
    PRESS,
    replace(PRESS, load_meaning="assistance", base_kg=0),
    replace(PRESS, load_meaning="added", base_kg=0),
    replace(PRESS, implements=2, base_kg=0),
)
LOW = "press|-|both|feet=low"

SETS = st.fixed_dictionaries(
    {"load": st.sampled_from([20, 40, 40.5, 60]).map(lambda kg: {"value": kg, "unit": "kg"})},
    optional={
        "kind": st.sampled_from(["warm-up", "working", "drop"]),
        "reps": st.sampled_from([0, 5, 7, 8, 8.5, 12, 25]),
        "rir": st.sampled_from([0, 1.5, 4, 6]),
        "side": st.sampled_from(["both", "left"]),
        "setup": st.sampled_from([{"feet": "low"}, {"feet": 15}, {"feet": 15.0}, {}]),
        "depth": st.fixed_dictionaries(
            {},
            optional={
                "value": st.sampled_from([70, 95, 100]),
                "how": st.sampled_from(["knee_angle", "stop"]),
                "class": st.sampled_from(["full", "cut"]),
            },
        ),
        "faults": st.sampled_from([["cut_range"], []]),
        "flags": st.sampled_from([["load_over_1000"], []]),
    },
)
ENTRIES = st.fixed_dictionaries(
    {"exercise": st.just("press"), "sets": st.lists(SETS, min_size=1, max_size=4)},
    optional={"machine": st.sampled_from([{"id": "red", "base_kg": 50}, {"id": "blue"}])},
)
LOGS = st.lists(st.lists(ENTRIES, min_size=1, max_size=2), min_size=1, max_size=7)
MASS = BodyMass(("2026-01-01T00:00:00",), (80.0,))


def body(day, entries):
    for n, entry in enumerate(entries):
        entry["id"], entry["order"] = f"entry {n}", f"a{n}"
        for m, one in enumerate(entry["sets"]):
            one["id"], one["order"] = f"set {day} {n} {m}", f"a{m}"
    return {"v": 1, "start": f"2026-02-{day:02}T18:00:00", "entries": entries}


def worked(bodies):
    return [Worked(f"workout {day}", one["start"], series_of(one)["press"]) for day, one in bodies.items()]


def log(*workouts):
    return {day: body(day, [{"exercise": "press", "sets": sets}]) for day, sets in enumerate(workouts, 1)}


def lift(kg, reps, **more):
    return {"load": {"value": kg, "unit": "kg"}, "reps": reps, "setup": {"feet": "low"}, **more}


@settings(max_examples=150, deadline=None)
@given(LOGS, st.sampled_from(FACTS), st.sampled_from([{}, {LOW: 100.0}, {LOW: 80.0}]))
def test_lines_bests_and_records_are_those_of_the_training_room(entries, facts, references):
    bodies = {day: body(day, one) for day, one in enumerate(entries, 1)}
    told = {line["key"]: line for line in grow(worked(bodies), facts, MASS, references).told()}
    performed = [
        one
        for day, raw in bodies.items()
        for one in from_workout(raw, {"press": facts}, workout_id=f"workout {day}", body_mass_kg=80.0)
    ]
    expected = {
        key: lines.classify_depth(group, references.get(key))
        for key, group in lines.by_line(performed, facts).items()
        if any(one.kind != "warm-up" for one in group)
    }
    assert told.keys() == expected.keys()
    for key, sets in expected.items():
        line = told[key]
        assert line["sets"] == len(sets)
        assert [
            (r["low"], r["best"].load_kg, r["best"].reps, r["best"].start) for r in line["rep_bests"]
        ] == [(r.low, r.load_kg, r.reps, r.start) for r in bests.rep_bests(sets, facts)]
        assert [(r.load_kg, r.reps, r.start) for r in line["reps_at_load"]] == [
            (r.load_kg, r.reps, r.start) for r in bests.reps_at_load(sets, facts)
        ]
        assert [(r.kind, r.start, r.sentence) for r in line["records"]] == [
            (r.kind, r.start, r.sentence) for r in bests.records(sets, facts)
        ]
        assert shown(sum(point.volume_kg for point in line["points"])) == volume.volume_load_kg(
            sets, {"press": facts}
        )
        assert [point.kg for point in line["points"]] == points(sets, facts, "full")
        assert [point.cut_kg for point in line["points"]] == points(sets, facts, "cut")


def points(sets, facts, depth):
    """The point of each workout that has sets which may speak: mean of the measured, else the best."""
    found = []
    for workout in dict.fromkeys(one.workout for one in sets if one.counts):
        tens = []
        for one in sets:
            if one.workout != workout or not one.counts or one.kind != "working" or one.moved_kg is None:
                continue
            if one.depth_class == depth:
                ten = one.moved_kg / load_share(
                    one.reps + (one.rir or 0), family_k(facts.family, facts.curve_k)
                )
                tens.append((one.rir, capacity.counted_kg(ten, facts, one.base_kg, 80.0)))
        known = [kg for rir, kg in tens if rir is not None and rir <= 4]
        best = (min if facts.load_meaning == "assistance" else max)((kg for _, kg in tens), default=None)
        found.append(shown(mean(known)) if known else best if best is None else shown(best))
    return found


@settings(max_examples=60, deadline=None)
@given(LOGS, LOGS)
def test_a_workout_taken_in_later_tells_the_same_as_all_at_once(before, after):
    bodies = {day: body(day, one) for day, one in enumerate([*before, *after], 1)}
    rows = worked(bodies)
    growth = grow(rows[: len(before)], PRESS, MASS)
    assert all(growth.take(row) for row in rows[len(before) :])
    assert growth.told() == grow(rows, PRESS, MASS).told()


def test_a_point_is_the_mean_of_what_was_measured_and_else_a_lower_bound():
    # (100 + 55) × (45 + 12 − 1) / (45 + 9) − 55 = 105.74; ten reps with two left are twelve.
    [line] = grow(
        worked(log([lift(100, 10, rir=2), lift(100, 12, rir=0)], [lift(100, 12)])), PRESS, MASS
    ).told()
    assert [(point.kg, point.at_least) for point in line["points"]] == [(105.74, False), (105.74, True)]


def test_a_workout_before_the_newest_one_asks_for_a_new_start():
    first, second = worked(log([lift(100, 10)], [lift(105, 10)]))
    growth = grow([second], PRESS, MASS)
    assert not growth.take(first)


def test_the_answer_is_json_without_what_a_point_does_not_have():
    [line] = grow(worked(log([lift(100, 12, rir=0)])), PRESS, MASS).told()
    [point] = msgspec.json.decode(msgspec.json.encode(line))["points"]
    assert point == {
        "workout": "workout 1", "start": "2026-02-01T18:00:00", "sets": 1, "volume_kg": 1200.0, "kg": 105.74
    }  # fmt: skip
