"""A column that a file lacks is absent: nothing is read from another one in its place."""

import pytest
from reading import figures, read, sets

S0 = "Date,Workout Name,Exercise Name,Set Order,kg,Reps,km,Seconds,Notes"


def test_old_strong_files_name_their_columns_kg_and_km() -> None:
    foreign = read(
        f"{S0}\n2016-02-03 07:00:00,A,Squat (Barbell),1,100.0,5,0.0,0,\n"
        "2016-02-03 07:00:00,A,Squat (Barbell),3,105.0,5,0.0,0,12\n"
        "2016-02-03 07:00:00,A,Squat (Barbell),4,102.5,5,0.0,0,felt ok\n"
    )
    assert figures(foreign) == [(load, "kg", 5, None, None, None) for load in (100, 105, 102.5)]
    assert (foreign.format, foreign.unit, foreign.skipped) == ("strong-s0", "kg", ())
    assert foreign.workouts[0].blocks[0].note == "12\nfelt ok"


def test_old_strong_files_name_their_columns_lb_and_mi() -> None:
    header = S0.replace("kg", "lb").replace("km", "mi")
    foreign = read(
        f"{header}\n2016-02-03 07:00:00,A,Running,1,0,0,3.1,1500,\n2016-02-03 07:00:00,A,Squat,1,225,5,0,0,\n"
    )
    assert figures(foreign) == [(None, None, None, 1500, 3.1, "mi"), (225, "lb", 5, None, None, None)]


@pytest.mark.parametrize(("word", "unit"), [("meters", "m"), ("miles", "mi"), ("km", "km")])
def test_the_unit_of_a_distance_stands_in_its_header(word: str, unit: str) -> None:
    foreign = read(
        f'"Workout #";"Date";"Workout Name";"Duration (sec)";"Exercise Name";"Set Order";"Weight (kg)";"Reps";"RPE";"Distance ({word})";"Seconds";"Notes";"Workout Notes"\n'
        '"1";"2025-03-04 18:05:07";"Legs";"3600";"Running";"1";"";"";"";"5";"1500";"";"tired"\n'
    )
    assert figures(foreign) == [(None, None, None, 1500, 5, unit)]
    assert foreign.workouts[0].note == "tired"
    assert foreign.workouts[0].end.hour == 19


@pytest.mark.parametrize("lacking", ["Weight", "Reps", "Distance", "Seconds", "Notes", "RPE"])
def test_a_strong_file_without_one_column_lacks_only_that(lacking: str) -> None:
    cells = {
        "Date": "2025-03-04 18:05:07",
        "Workout Name": "Legs",
        "Exercise Name": "Row",
        "Set Order": "1",
        "Weight": "50",
        "Reps": "12",
        "Distance": "3",
        "Seconds": "40",
        "Notes": "ok",
        "RPE": "8",
    }
    del cells[lacking]
    [only_set] = sets(read(",".join(cells) + "\n" + ",".join(cells.values()) + "\n"))
    sentence = {
        "Weight": only_set.load,
        "Reps": only_set.reps,
        "Distance": only_set.distance,
        "Seconds": only_set.duration_s,
        "RPE": only_set.rpe,
    }
    assert (
        sentence == {"Weight": 50, "Reps": 12, "Distance": 3, "Seconds": 40, "RPE": 8, lacking: None}
        if lacking != "Notes"
        else sentence
    )


HEVY = [
    "title",
    "start_time",
    "end_time",
    "exercise_title",
    "set_index",
    "set_type",
    "weight_kg",
    "reps",
    "distance_km",
    "duration_seconds",
    "rpe",
]
CELLS = ["Legs", "2025-03-04 18:05", "", "Row", "0", "normal", "50", "12", "", "", ""]


@pytest.mark.parametrize(
    "lacking", ["weight_kg", "reps", "distance_km", "duration_seconds", "rpe", "set_type", "title"]
)
def test_an_unnamed_index_column_is_no_column_of_hevy(lacking: str) -> None:
    place = HEVY.index(lacking)
    header = ["", *HEVY[:place], *HEVY[place + 1 :]]
    row = ["7", *CELLS[:place], *CELLS[place + 1 :]]
    [only_set] = sets(read(",".join(header) + "\n" + ",".join(row) + "\n"))
    assert (only_set.distance, only_set.duration_s, only_set.rpe) == (None, None, None)
    assert only_set.load == (None if lacking == "weight_kg" else 50)
    assert only_set.reps == (None if lacking == "reps" else 12)


def test_shuffled_fitnotes_columns_and_an_index_column_lose_no_name_with_a_comma() -> None:
    foreign = read(
        ",Date,Category,Exercise,Weight,Weight Unit,Reps,Distance,Distance Unit,Time\n"
        "0,2024-01-02,Shoulders,Overhead Press (Each Side, Dumbbells),20.0,kgs,8,,,\n"
        "1,2024-01-02,Shoulders,Press,20.0,kgs,8,,,\n"
    )
    assert [block.name for block in foreign.workouts[0].blocks] == [
        "Overhead Press (Each Side, Dumbbells)",
        "Press",
    ]
    assert foreign.skipped == ()
