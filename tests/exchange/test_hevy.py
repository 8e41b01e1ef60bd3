"""Hevy's CSV: columns by name, months in the app's language."""

from datetime import datetime

import pytest

from iron.exchange.reading.sniff import read_file
from iron.values.errors import BadFileError

HEADER = '"title","start_time","end_time","description","exercise_title","superset_id","exercise_notes","set_index","set_type","weight_kg","reps","distance_km","duration_seconds","rpe"'


def row(
    index="0",
    *,
    start="3 Mar 2025, 18:05",
    end="3 Mar 2025, 19:10",
    name="Leg Press (Machine)",
    superset="",
    kind="normal",
    load="180",
    reps="12",
    distance="",
    seconds="",
    rpe="",
) -> str:
    return f'"Legs","{start}","{end}","with @anna","{name}",{superset},"low\\nfeet",{index},"{kind}",{load},{reps},{distance},{seconds},{rpe}'


def read(*rows: str, header: str = HEADER):
    return read_file("\n".join([header, *rows, ""]).encode())


def sets(foreign):
    return [each for workout in foreign.workouts for block in workout.blocks for each in block.sets]


def test_a_row_becomes_a_set_with_all_it_says() -> None:
    foreign = read(row(kind="failure", rpe="9.5"))
    [workout] = foreign.workouts
    [block] = workout.blocks
    [single] = block.sets
    assert (foreign.format, foreign.unit) == ("hevy-csv", "kg")
    assert (workout.start, workout.end) == (datetime(2025, 3, 3, 18, 5), datetime(2025, 3, 3, 19, 10))
    assert (workout.title, workout.note, block.note) == ("Legs", "with @anna", "low\nfeet")
    assert (single.load, single.load_unit, single.reps, single.rpe, single.failure, single.kind) == (
        180,
        "kg",
        12,
        9.5,
        True,
        "working",
    )


def test_pounds_and_miles_are_named_by_their_columns() -> None:
    header = HEADER.replace("weight_kg", "weight_lbs").replace("distance_km", "distance_miles")
    only_set = sets(read(row(distance="1.5", seconds="600", reps=""), header=header))[0]
    assert (
        only_set.load_unit,
        only_set.distance,
        only_set.distance_unit,
        only_set.duration_s,
        only_set.reps,
    ) == (
        "lb",
        1.5,
        "mi",
        600,
        None,
    )


def test_a_subset_of_the_columns_in_any_order_is_enough() -> None:
    foreign = read('12,"Squat",0,"3 Mar 2025, 18:05"', header="reps,exercise_title,set_index,start_time")
    assert [(each.reps, each.load) for each in sets(foreign)] == [(12, None)]
    assert foreign.workouts[0].end is None


@pytest.mark.parametrize(
    ("month", "number"),
    [("Abr", 4), ("abr.", 4), ("Dez", 12), ("DEZ", 12), ("Set", 9), ("Fev", 2), ("Out", 10)],
)
def test_portuguese_months_are_read_and_said(month: str, number: int) -> None:
    foreign = read(row(start=f"3 {month} 2025, 18:05", end=""), row("1", start="1 Fev 2024, 10:00", end=""))
    assert foreign.workouts[1].start.month == number
    assert foreign.warnings == (
        f"Dates were read as Portuguese: “3 {month} 2025, 18:05” is 2025-{number:02}-03.",
    )


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("3 Mär 2025, 18:05", (3, 3)),
        ("3. März 2025, 18:05", (3, 3)),
        ("14 févr. 2025, 18:05", (14, 2)),
        ("2 août 2025, 18:05", (2, 8)),
        ("5 ene 2025, 18:05", (5, 1)),
        ("5 de enero de 2025, 18:05", (5, 1)),
        ("7 mrt 2025, 18:05", (7, 3)),
        ("9 янв. 2025, 18:05", (9, 1)),
    ],
)
def test_months_of_other_languages_are_read(date: str, expected: tuple[int, int]) -> None:
    start = read(row(start=date, end="")).workouts[0].start
    assert (start.day, start.month) == expected


def test_a_file_in_two_languages_is_read_because_lifters_change_their_phone() -> None:
    foreign = read(
        row(start="3 Feb 2025, 18:05", end=""),
        row(start="3 Abr 2025, 18:05", end=""),
        row(start="3 Dez 2025, 18:05", end=""),
    )
    assert [workout.start.month for workout in foreign.workouts] == [2, 4, 12]


def test_an_unknown_month_is_a_skipped_row_that_asks_for_the_language() -> None:
    foreign = read(row(), row("1", start="31 Foo 2025, 10:00"))
    [skipped] = foreign.skipped
    assert (skipped.line, skipped.column) == (3, "start_time")
    assert "“31 Foo 2025, 10:00” is not a date" in skipped.reason
    assert "set the app to English" in skipped.way_out


def test_when_no_row_can_be_read_the_file_is_refused_with_the_first_reason() -> None:
    with pytest.raises(BadFileError, match="Foo"):
        read(row(start="31 Foo 2025, 10:00"))


def test_a_set_index_that_falls_begins_a_block_and_a_gap_does_not() -> None:
    foreign = read(row("0"), row("2"), row("3"), row("0"), row("1"))
    assert [len(block.sets) for block in foreign.workouts[0].blocks] == [3, 2]


def test_supersets_get_letters() -> None:
    foreign = read(
        row(superset="0"), row(superset="0", name="Squat"), row(superset="1", name="Row"), row(name="Curl")
    )
    assert [block.group for block in foreign.workouts[0].blocks] == ["A", "A", "B", None]


@pytest.mark.parametrize(
    ("kind", "ours"),
    [
        ("warmup", "warm-up"),
        ("dropset", "drop"),
        ("drop", "drop"),
        ("normal", "working"),
        ("failure", "working"),
    ],
)
def test_set_types_become_kinds(kind: str, ours: str) -> None:
    assert sets(read(row(kind=kind)))[0].kind == ours


def test_an_unknown_set_type_is_kept_as_working_with_a_warning() -> None:
    foreign = read(row(kind="zigzag"))
    assert sets(foreign)[0].kind == "working"
    assert "“zigzag”" in foreign.warnings[0]


def test_newest_first_is_sorted_by_start() -> None:
    foreign = read(row(start="9 Mar 2025, 18:05", end=""), row(start="3 Mar 2025, 18:05", end=""))
    assert [workout.start.day for workout in foreign.workouts] == [3, 9]


def test_the_body_measurement_file_is_named_for_what_it_is() -> None:
    with pytest.raises(BadFileError, match="body-measurement"):
        read("2025-01-01,80,15", header="date,weight_kg,fat_percent")
