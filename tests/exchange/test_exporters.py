"""What goes out as Strong or Hevy CSV comes back in as the same training."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iron.exchange import KnownDocuments, MachineWords, plan_import
from iron.exchange.exporters import hevy_csv, strong_csv
from iron.exchange.reading.sniff import read_file

WORKOUT = {
    "v": 1,
    "start": "2025-03-04T18:05:07",
    "end": "2025-03-04T19:17:07",
    "title": "Legs, heavy",
    "note": "good\nday",
    "entries": [
        {
            "id": "e1",
            "order": "a1",
            "exercise": "leg-press-45",
            "group": "A",
            "note": "low feet",
            "sets": [
                {
                    "id": "s2",
                    "order": "a1",
                    "load": {"value": 180, "unit": "kg"},
                    "reps": 12,
                    "rir": 1.5,
                    "rest_s": 150,
                },
                {
                    "id": "s1",
                    "order": "a0",
                    "kind": "warm-up",
                    "load": {"value": 100, "unit": "kg"},
                    "reps": 12,
                },
                {"id": "s3", "order": "a2", "kind": "drop", "load": {"value": 100, "unit": "lb"}, "reps": 8},
                {"id": "s4", "order": "a3", "load": {"value": 180, "unit": "kg"}, "reps": 7, "failure": True},
            ],
        },
        {
            "id": "e0",
            "order": "a0",
            "exercise": "rowing",
            "sets": [{"id": "s5", "distance": {"value": 400, "unit": "m"}, "duration_s": 90}],
        },
    ],
}
NAMES = {"leg-press-45": "Leg Press"}


def test_strong_s3_says_what_strong_says() -> None:
    assert strong_csv.write([WORKOUT], unit="kg", names=NAMES).splitlines() == [
        "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE",
        '2025-03-04 18:05:07,"Legs, heavy",1h 12m,rowing,1,0,0,0.4,90,,good\\nday,',
        '2025-03-04 18:05:07,"Legs, heavy",1h 12m,Leg Press,W,100,12,0,0,low feet,,',
        '2025-03-04 18:05:07,"Legs, heavy",1h 12m,Leg Press,1,180,12,0,0,,,8.5',
        '2025-03-04 18:05:07,"Legs, heavy",1h 12m,Leg Press,Rest Timer,0,0,0,150,,,',
        '2025-03-04 18:05:07,"Legs, heavy",1h 12m,Leg Press,D,45.359237,8,0,0,,,',
        '2025-03-04 18:05:07,"Legs, heavy",1h 12m,Leg Press,F,180,7,0,0,,,',
    ]
    assert strong_csv.file_name("kg") == "strong_kg.csv"


def test_hevy_says_what_hevy_says() -> None:
    lines = hevy_csv.write([{**WORKOUT, "note": "good"}], unit="lb", names=NAMES).splitlines()
    assert lines[0].endswith("set_index,set_type,weight_lbs,reps,distance_miles,duration_seconds,rpe")
    assert (
        lines[4]
        == '"Legs, heavy","4 Mar 2025, 18:05","4 Mar 2025, 19:17",good,Leg Press,0,low feet,2,dropset,100,8,,,'
    )


SETS = st.fixed_dictionaries(
    {"reps": st.integers(1, 30)},
    optional={
        "kind": st.sampled_from(["warm-up", "drop"]),
        "load": st.builds(
            lambda value, unit: {"value": value, "unit": unit},
            st.sampled_from([2.5, 20, 44.09245243697551, 180]),
            st.sampled_from(["kg", "lb"]),
        ),
        "rir": st.sampled_from([0, 0.5, 2, 4]),
        "duration_s": st.sampled_from([30, 90]),
        "rest_s": st.integers(10, 300),
    },
)


@pytest.mark.parametrize("writer", [strong_csv, hevy_csv])
@given(
    st.lists(
        st.tuples(st.sampled_from(["leg-press-45", "squat"]), st.lists(SETS, min_size=1, max_size=5)),
        min_size=1,
        max_size=5,
    ),
    st.sampled_from(["kg", "lb"]),
)
def test_what_was_written_reads_back_as_the_same_sets(writer, entries, unit) -> None:
    body = {
        "start": "2025-03-04T18:05:00",
        "end": "2025-03-04T19:05:00",
        "title": "Legs",
        "entries": [
            {
                "id": str(number),
                "order": f"a{number}",
                "exercise": exercise,
                "sets": [{"id": str(place), "order": f"a{place}", **each} for place, each in enumerate(sets)],
            }
            for number, (exercise, sets) in enumerate(entries)
        ],
    }
    data = writer.write([body], unit=unit, names={}).encode()
    [workout] = read_file(data).workouts
    read = [each for block in workout.blocks for each in block.sets]
    sent = [each for _, sets in entries for each in sets]
    assert [(each.kind, each.reps, each.duration_s) for each in read] == [
        (each.get("kind", "working"), each["reps"], each.get("duration_s")) for each in sent
    ]
    assert [None if each.rpe is None else 10 - each.rpe for each in read] == [
        each.get("rir") for each in sent
    ]
    for each, source in zip(read, sent, strict=True):
        load = source.get("load")
        if load is not None and load["unit"] == unit:
            assert each.load == load["value"]


@pytest.mark.parametrize("writer", [strong_csv, hevy_csv])
@pytest.mark.parametrize(
    "typed", ['=HYPERLINK("http://x","y")', "@SUM(1)", "+1", "-2+3", "- left knee", "＝1", "'twas", "-"]
)
def test_no_text_that_was_typed_is_a_formula_and_all_of_it_reads_back(writer, typed) -> None:
    five_reps = {"id": "1", "order": "a1", "reps": 5, "load": {"value": 20, "unit": "kg"}}
    entry = {"id": "e", "order": "a1", "exercise": "own", "note": typed, "sets": [five_reps]}
    body = {"start": "2025-03-04T18:05:00", "title": typed, "note": typed, "entries": [entry]}
    written = writer.write([body], unit="kg", names={"own": typed})
    for cell in (cell for row in csv.reader(io.StringIO(written)) for cell in row):
        assert not cell.startswith(("=", "+", "-", "@", "＝"))
    [workout] = read_file(written.encode()).workouts
    assert (workout.title, workout.note) == (typed, typed)
    assert [(block.name, block.note) for block in workout.blocks] == [(typed, typed)]


def test_an_imported_file_goes_out_with_the_names_it_came_with() -> None:
    line = "2025-03-04 18:05:07,Legs,1h,Leg Press Keller,1,44.09245243697551,12,0,0,,,"
    data = (",".join(strong_csv.HEADER) + "\n" + line + "\n").encode()
    plan = plan_import(
        data,
        file_name="s.csv",
        unit="lb",
        resolve=lambda _: None,
        machine_words=MachineWords(),
        known=KnownDocuments(),
        at="2026-01-01T00:00:00",
    )
    workouts = [body for kind, _, body in plan.documents if kind == "workout"]
    assert strong_csv.write(workouts, unit="lb", names={}).splitlines()[1] == line
