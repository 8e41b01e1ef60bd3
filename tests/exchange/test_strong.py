"""Strong's four layouts, as invented rows in the shapes that real files have."""

from datetime import datetime

import pytest

from iron.exchange.reading.sniff import read_file

S1 = b"""Date,Workout Name,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes
2018-03-04 18:05:07,"Legs","Leg Press",1,180,12,0,0,"","felt good"
2018-03-04 18:05:07,"Legs","Leg Press",2,180,10,0,0,,
"""
S2 = b"""Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;RPE;Distance;Distance Unit;Seconds;Notes;Workout Notes
2022-03-04 18:05:07;Legs;Leg Press;W;100.0;lbs;12;;;;0;low feet;"one
two"
2022-03-04 18:05:07;Legs;Leg Press;1;400.0;lbs;10;8.5;;;0;;
2022-03-04 18:05:07;Legs;Running;1;;;;;3.1;mi.;1500;;
"""
S3 = b"""Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE
2025-03-04 18:05:07,"Legs",1h 12m,"Leg Press",W,100.0,12,0,0,"deep","",
2025-03-04 18:05:07,"Legs",1h 12m,"Leg Press",1,180.0,12,0,0,,,8
2025-03-04 18:05:07,"Legs",1h 12m,"Leg Press",Rest Timer,0,0,0,150,,,
2025-03-04 18:05:07,"Legs",1h 12m,"Leg Press",F,180.0,9,0,0,,,
2025-03-04 18:05:07,"Legs",1h 12m,"Leg Press",D,120.0,8,0,0,,,
2025-03-04 18:05:07,"Legs",1h 12m,"Leg Press",Note,0,0,0,0,"knees fine",,
2025-03-04 18:05:07,"Legs",1h 12m,"Plank",1,0,0,0,60,,,
"""
S4 = b""""Workout #";"Date";"Workout Name";"Duration (sec)";"Exercise Name";"Set Order";"Weight (kg)";"Reps";"RPE";"Distance (meters)";"Seconds";"Notes";"Workout Notes"
"1";"2025-03-04 18:05:07";"Legs";"4320";"Leg Press";"1";"180";"12";"8";"";"";"";"n"
"1";"2025-03-04 18:05:07";"Legs";"4320";"Rowing";"1";"";"";"";"2000";"480";"";"n"
"""


def read(data: bytes):
    return read_file(data)


def sets(foreign):
    return [each for workout in foreign.workouts for block in workout.blocks for each in block.sets]


@pytest.mark.parametrize(
    ("data", "name"), [(S1, "strong-s1"), (S2, "strong-s2"), (S3, "strong-s3"), (S4, "strong-s4")]
)
def test_every_layout_is_known_by_its_header(data: bytes, name: str) -> None:
    assert read(data).format == name


def test_s1_has_no_unit_and_no_duration() -> None:
    foreign = read(S1)
    [workout] = foreign.workouts
    assert (workout.start, workout.end, workout.note) == (datetime(2018, 3, 4, 18, 5, 7), None, "felt good")
    assert [(each.load, each.load_unit, each.reps) for each in sets(foreign)] == [
        (180, None, 12),
        (180, None, 10),
    ]


def test_s2_carries_its_unit_on_every_row_and_keeps_line_breaks_of_notes() -> None:
    foreign = read(S2)
    [workout] = foreign.workouts
    warm_up, working, run = sets(foreign)
    assert workout.note == "one\ntwo"
    assert (warm_up.kind, warm_up.load, warm_up.load_unit) == ("warm-up", 100, "lb")
    assert (working.rpe, working.line) == (8.5, 4)
    assert (run.distance, run.distance_unit, run.duration_s, run.reps, run.load) == (
        3.1,
        "mi",
        1500,
        None,
        None,
    )


def test_s2_without_its_header_is_read_by_position_and_says_so() -> None:
    foreign = read(S2.split(b"\n", 1)[1])
    assert foreign.format == "strong-s2"
    assert foreign.data_rows == 3
    assert [each.line for each in sets(foreign)] == [1, 3, 4]
    assert "Line 1" in foreign.warnings[0]
    assert "header line is missing" in foreign.warnings[0]


def test_s3_without_its_header_is_read_by_position() -> None:
    assert read(S3.split(b"\n", 1)[1]).set_count == 5


def test_letters_are_kinds_and_a_failure_flag_is_kept_as_a_flag() -> None:
    warm_up, working, failed, drop, plank = sets(read(S3))
    assert [warm_up.kind, working.kind, failed.kind, drop.kind] == ["warm-up", "working", "working", "drop"]
    assert (failed.failure, failed.rpe, working.failure) == (True, None, False)
    assert (plank.duration_s, plank.reps, plank.load) == (60, None, None)


def test_a_rest_timer_row_is_the_rest_of_the_set_above_and_a_note_row_a_note() -> None:
    foreign = read(S3)
    assert [each.rest_s for each in sets(foreign)] == [None, 150, None, None, None]
    assert foreign.workouts[0].blocks[0].note == "deep\nknees fine"
    assert (foreign.rest_rows, foreign.note_rows, foreign.set_count, foreign.data_rows) == (1, 1, 5, 7)


def test_s4_states_its_unit_in_the_header_and_distances_in_metres() -> None:
    foreign = read(S4)
    assert foreign.unit == "kg"
    assert foreign.workouts[0].end == datetime(2025, 3, 4, 19, 17, 7)
    assert (sets(foreign)[1].distance, sets(foreign)[1].distance_unit) == (2000, "m")
    assert read(S4.replace(b"Weight (kg)", b"Weight (lbs)")).unit == "lb"


@pytest.mark.parametrize(
    ("header", "duration"),
    [
        (
            "Datum,Workout-Name,Dauer,Name der Übung,Reihenfolge festlegen,Gewicht,Wiederh.,Entfernung,Sekunden,Notizen,Workout-Notizen,RPE",
            "1h 13min",
        ),
        ("日期,锻炼名称,时长,运动名称,设置顺序,重量,次,距离,秒,备注,锻炼备注,RPE", "1小时13分钟"),
        ("a,b,c,d,e,f,g,h,i,j,k,RPE", "1h 13m"),
    ],
)
def test_a_header_in_any_language_is_read_by_position(header: str, duration: str) -> None:
    row = f'2023-03-04 18:05:07,"Beine",{duration},"Leg Press",1,44.09245243697551,12,0,0,,,'
    foreign = read(f"{header}\n{row}\n".encode())
    assert foreign.format == "strong-s3"
    assert foreign.workouts[0].end == datetime(2023, 3, 4, 19, 18, 7)
    assert sets(foreign)[0].load == 44.09245243697551
    assert "by their position" in foreign.warnings[0]


def s3(*rows: str) -> bytes:
    return S3.split(b"\n")[0] + b"\n" + "\n".join(rows).encode() + b"\n"


def row(
    order: str = "1",
    *,
    name: str = "Leg Press",
    load: str = "180",
    reps: str = "12",
    date: str = "2025-03-04 18:05:07",
    title: str = "Legs",
    seconds: str = "0",
    rpe: str = "",
) -> str:
    return f'{date},"{title}",1h,"{name}",{order},{load},{reps},0,{seconds},,,{rpe}'


def block_sizes(*rows: str) -> list[tuple[str, int]]:
    return [(block.name, len(block.sets)) for block in read(s3(*rows)).workouts[0].blocks]


def test_the_same_exercise_twice_in_a_workout_stays_two_blocks() -> None:
    assert block_sizes(row("1"), row("2"), row("1"), row("2")) == [("Leg Press", 2), ("Leg Press", 2)]
    assert block_sizes(row("1"), row("1", name="Squat"), row("1")) == [
        ("Leg Press", 1),
        ("Squat", 1),
        ("Leg Press", 1),
    ]


def test_warm_ups_before_a_number_that_falls_lead_the_new_block() -> None:
    assert block_sizes(row("W"), row("1"), row("2"), row("W"), row("1")) == [
        ("Leg Press", 3),
        ("Leg Press", 2),
    ]


def test_a_drop_set_does_not_begin_a_block() -> None:
    assert block_sizes(row("1"), row("2"), row("D"), row("D"), row("3")) == [("Leg Press", 5)]


def test_equal_rows_are_all_kept() -> None:
    assert read(s3(row("1"), row("2"), row("2"), row("2"))).set_count == 4


def test_zero_reps_with_a_load_are_kept_as_zero() -> None:
    assert sets(read(s3(row(reps="0"))))[0].reps == 0


def test_two_workouts_of_one_day_and_two_titles_of_one_start_stay_apart() -> None:
    foreign = read(s3(row(), row(date="2025-03-04 07:00:00"), row(title="Arms")))
    assert [(workout.start.hour, workout.title) for workout in foreign.workouts] == [
        (7, "Legs"),
        (18, "Legs"),
        (18, "Arms"),
    ]


def test_a_workout_may_cross_midnight() -> None:
    foreign = read(s3(row(date="2025-03-04 23:30:00")))
    assert foreign.workouts[0].end == datetime(2025, 3, 5, 0, 30)


@pytest.mark.parametrize(
    ("bad", "column", "value"),
    [
        (row(date="1970-01-01 00:00:00"), "Date", "1970-01-01 00:00:00"),
        (row(date="2070-01-01 00:00:00"), "Date", "2070-01-01 00:00:00"),
        (row(date="soon"), "Date", "soon"),
        (row(reps="-5"), "Reps", "-5"),
        (row(load="heavy"), "Weight", "heavy"),
        (row(load="1_000"), "Weight", "1_000"),
        (row(name=""), "Exercise Name", ""),
    ],
)
def test_a_bad_row_is_skipped_with_its_reason_and_the_rest_is_read(bad: str, column: str, value: str) -> None:
    foreign = read(s3(row("1"), bad, row("2")))
    [skipped] = foreign.skipped
    assert (skipped.line, skipped.column, skipped.value) == (3, column, value)
    assert skipped.reason.endswith(".")
    assert foreign.set_count == 2


@pytest.mark.parametrize(
    ("doubtful", "load", "reps", "seconds"),
    [
        (row(reps="5000"), 180, None, None),
        (row(load="1e308"), None, 12, None),
        (row(load="nan"), None, 12, None),
        (row(load="NA"), None, 12, None),
        (row(seconds="999999"), 180, 12, None),
        (row("X"), 180, 12, None),
        (row(date="20250304"), 180, 12, None),
    ],
)
def test_a_value_that_cannot_be_right_costs_only_itself(doubtful, load, reps, seconds) -> None:
    foreign = read(s3(row("1"), doubtful, row("2")))
    assert foreign.skipped == ()
    assert foreign.set_count == 3
    working = next(each for each in sets(foreign) if each.line == 3)
    assert (working.load, working.reps, working.duration_s) == (load, reps, seconds)


def test_float_dust_goes_and_real_decimals_stay() -> None:
    foreign = read(
        s3(
            row("1", load="185.00000000000003"),
            row("2", load="76.80000305175781"),
            row("3", load="44.09245243697551"),
            row("4", load="82,5").replace("82,5", '"82,5"'),
        )
    )
    assert [each.load for each in sets(foreign)] == [185, 76.8, 44.09245243697551, 82.5]


def test_rpe_outside_its_scale_is_dropped_with_a_warning_and_the_set_stays() -> None:
    foreign = read(s3(row("1", rpe="0"), row("2", rpe="15"), row("3", rpe="9.5")))
    assert [each.rpe for each in sets(foreign)] == [None, None, 9.5]
    assert any("RPE 15" in sentence for sentence in foreign.warnings)


def test_a_quote_left_open_hides_no_other_row() -> None:
    broken = row("2").replace('"Legs"', '"Legs')
    foreign = read(s3(row("1"), broken, row("3"), row("4")))
    assert [each.line for each in sets(foreign)] == [2, 4, 5]
    assert [skipped.line for skipped in foreign.skipped] == [3]
