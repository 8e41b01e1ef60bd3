"""A set is kept and its doubt is marked: separators, units, placeholders, help, side values."""

from zoneinfo import ZoneInfo

import pytest
from reading import figures, read, sets

from iron.exchange.options import ReadOptions

S3 = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE"
GENERIC = "date,exercise,weight,reps"


def strong(load="60", reps="8", rpe="", *, seconds="0", name="Squat") -> str:
    return f'{S3}\n2025-03-04 18:05:07,L,1h,"{name}",1,"{load}","{reps}",0,"{seconds}",,,"{rpe}"\n'


@pytest.mark.parametrize(
    ("cell", "load", "unit"),
    [
        ("1,000", 1000, None),
        ("1,234.5", 1234.5, None),
        ("1.234,5", 1234.5, None),
        ("1 000", 1000, None),
        ("1'000.5", 1000.5, None),
        ("82,5", 82.5, None),
        ("100 kg", 100, "kg"),
        ("225lbs", 225, "lb"),
        ("100 кг", 100, "kg"),
        ("+20", 20, None),
        ("BW+20", 20, None),
        ("BW", None, None),
        ("bodyweight", None, None),
        ("NA", None, None),
        ("n/a", None, None),
        ("null", None, None),
        ("-", None, None),
        ("—", None, None),
        ("NaN", None, None),
        ("#N/A", None, None),
    ],
)
def test_loads_are_read_as_people_write_them(cell: str, load, unit) -> None:
    for file in (strong(cell), f'{GENERIC}\n2025-03-04,Squat,"{cell}",8\n'):
        foreign = read(file)
        assert [(each.load, each.load_unit, each.reps) for each in sets(foreign)] == [(load, unit, 8)]


def test_a_comma_before_three_digits_is_a_decimal_mark_in_a_file_that_writes_commas() -> None:
    rows = "2025-03-04;Squat;82,5;8\n2025-03-04;Squat;1,125;8\n2025-03-04;Squat;1.000;8\n"
    assert [each.load for each in sets(read("date;exercise;weight;reps\n" + rows))] == [82.5, 1.125, 1000]


@pytest.mark.parametrize(
    ("cell", "rpe"),
    [("8", 8), ("8,5", 8.5), ("8+", 8), ("@8", 8), ("RPE 9", 9), ("11", None), ("hard", None)],
)
def test_a_side_value_that_cannot_be_read_costs_only_itself(cell: str, rpe) -> None:
    foreign = read(strong(rpe=cell))
    assert [(each.load, each.reps, each.rpe) for each in sets(foreign)] == [(60, 8, rpe)]


@pytest.mark.parametrize(
    ("header", "cell", "seconds"),
    [
        ("Duration (min)", "2", 120),
        ("Duration", "2", 2),
        ("Time", "0:02:00", 120),
        ("Duration", "2 min", 120),
        ("duration_s", "90", 90),
    ],
)
def test_the_unit_of_a_duration_stands_in_header_or_cell(header: str, cell: str, seconds: float) -> None:
    assert figures(read(f"date,exercise,{header}\n2025-03-04,Plank,{cell}\n"))[0][3] == seconds


def test_a_column_that_counts_sets_gives_as_many_sets() -> None:
    foreign = read("date,exercise,sets,reps,weight\n2025-03-04,Squat,3,5,100\n2025-03-04,Row,2,8,60\n")
    assert [(each.reps, each.load) for each in sets(foreign)] == [(5, 100)] * 3 + [(8, 60)] * 2


def test_a_column_that_numbers_sets_does_not() -> None:
    rows = "".join(f"2025-03-04,Squat,{n},5,100\n" for n in (1, 2, 3))
    assert read("date,exercise,sets,reps,weight\n" + rows).set_count == 3


def test_lyfta_keeps_the_length_of_the_workout_apart_from_that_of_a_set() -> None:
    foreign = read(
        'Title,Date,Duration,Exercise,"Superset id",Weight,Reps,Distance,Time,"Set Type"\n'
        'Push,2025-03-04 18:00:00,01:05:00,Bench Press,null,"1,000",8,null,null,NORMAL_SET\n'
    )
    [workout] = foreign.workouts
    assert (workout.title, workout.end.hour, workout.end.minute) == ("Push", 19, 5)
    assert figures(foreign) == [(1000, None, 8, None, None, None)]


def test_lengths_over_100_hours_are_said_once() -> None:
    rows = "".join(f"2025-03-0{day} 18:05:07,L,134h 6m,Squat,1,60,8,0,0,,,\n" for day in (4, 5, 6))
    foreign = read(f"{S3}\n{rows}")
    assert [s for s in foreign.warnings if "hours" in s] == [
        "3 workouts say they took over 100 hours; kept without an end."
    ]
    assert not any("not understood" in sentence for sentence in foreign.warnings)


def test_liftlogs_unit_nil_of_an_unloaded_set_is_no_unit() -> None:
    foreign = read(
        "SessionId,Timestamp,Exercise,Weight,WeightUnit,Reps,TargetReps,Notes\na,2026-07-15T18:05:00,Pull-up,0,nil,12,12,\n"
    )
    assert figures(foreign) == [(None, None, 12, None, None, None)]


FITBOD = "Date,Exercise,Reps,Weight(kg),Duration(s),Distance(m),Incline,Resistance,isWarmup,Note,multiplier\n"


def test_times_in_utc_are_said_and_shown_on_the_lifters_clock_when_he_says_where() -> None:
    file = FITBOD + "2025-07-05 02:30:00 +0000,Squat,5,100,0,0,0,0,false,,1\n"
    foreign = read(file)
    assert foreign.in_utc
    assert any("in UTC" in sentence for sentence in foreign.warnings)
    there = read(file, ReadOptions(zone=ZoneInfo("America/Los_Angeles")))
    [workout] = there.workouts
    assert (f"{workout.start:%Y-%m-%d %H:%M}", workout.offset, there.in_utc) == (
        "2025-07-04 19:30",
        -420,
        False,
    )


def test_an_offset_is_kept() -> None:
    [workout] = read("date,exercise,reps\n2025-07-05T20:30:00+02:00,Squat,5\n").workouts
    assert (workout.start.hour, workout.offset) == (20, 120)


def test_supersets_in_turns_become_one_entry_an_exercise() -> None:
    rows = "".join(f"2025-07-05 02:30:00 +0000,{name},5,100,0,0,0,0,false,,1\n" for name in "ABABAB")
    blocks = read(FITBOD + rows).workouts[0].blocks
    assert [(block.name, len(block.sets), block.group) for block in blocks] == [("A", 3, "A"), ("B", 3, "A")]


def test_hevy_rows_in_turns_become_one_entry_an_exercise() -> None:
    header = "title,start_time,end_time,exercise_title,superset_id,set_index,set_type,weight_kg,reps\n"
    rows = "".join(f"L,2025-03-04 18:05,,{name},0,{index},normal,60,8\n" for index in (0, 1) for name in "AB")
    blocks = read(header + rows).workouts[0].blocks
    assert [(block.name, len(block.sets), block.group) for block in blocks] == [("A", 2, "A"), ("B", 2, "A")]


def test_an_exercise_that_comes_again_later_stays_apart() -> None:
    rows = "".join(f"2025-07-05 02:30:00 +0000,{name},5,100,0,0,0,0,false,,1\n" for name in "AAABBA")
    blocks = read(FITBOD + rows).workouts[0].blocks
    assert [(block.name, len(block.sets)) for block in blocks] == [("A", 3), ("B", 2), ("A", 1)]
