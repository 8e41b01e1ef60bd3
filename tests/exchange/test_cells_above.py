"""Lists that write a day or an exercise once, above the sets that belong to it."""

from iron.exchange.reading.sniff import read_file

HEADER = "Date,Exercise,Weight (kg),Reps\n"


def read(*rows):
    foreign = read_file((HEADER + "\n".join(rows) + "\n").encode())
    sets = [
        (workout.start.isoformat()[:10], block.name, set_.load, set_.reps)
        for workout in foreign.workouts
        for block in workout.blocks
        for set_ in block.sets
    ]
    return sets, [(row.line, row.reason) for row in foreign.skipped]


def test_a_blank_date_and_exercise_are_those_of_the_row_above():
    sets, skipped = read(
        "2024-03-01,Squat,100,5", ",,105,4", ",Bench press,80,8", "2024-03-03,Deadlift,140,5", ",,150,3"
    )
    assert skipped == []
    assert sets == [
        ("2024-03-01", "Squat", 100, 5),
        ("2024-03-01", "Squat", 105, 4),
        ("2024-03-01", "Bench press", 80, 8),
        ("2024-03-03", "Deadlift", 140, 5),
        ("2024-03-03", "Deadlift", 150, 3),
    ]


def test_a_day_and_an_exercise_may_stand_on_rows_of_their_own():
    sets, skipped = read(
        "2024-03-01,,,", ",Squat,,", ",,100,5", ",,100,4", "2024-03-03,,,", ",Deadlift,140,3"
    )
    assert sets == [
        ("2024-03-01", "Squat", 100, 5),
        ("2024-03-01", "Squat", 100, 4),
        ("2024-03-03", "Deadlift", 140, 3),
    ]
    assert [line for line, _ in skipped] == [2, 3, 6]


def test_a_single_row_without_a_date_is_not_guessed():
    rows = ["2024-03-01,Squat,100,5"] * 5
    sets, skipped = read(*rows, ",Squat,100,5", "2024-03-03,Squat,100,5")
    assert len(sets) == 6
    assert skipped == [(7, "“” is not a date that Iron knows.")]


def test_below_a_date_that_cannot_be_read_no_older_date_is_taken():
    sets, skipped = read("2024-03-01,Squat,100,5", ",,100,5", "2024-13-45,Squat,100,5", ",,100,5")
    assert [day for day, *_ in sets] == ["2024-03-01", "2024-03-01"]
    assert [line for line, _ in skipped] == [4, 5]


def test_an_exercise_goes_on_only_within_its_day():
    sets, skipped = read(
        "2024-03-01,Squat,100,5", "2024-03-01,,100,4", "2024-03-03,,60,8", "2024-03-03,Row,60,8"
    )
    assert [name for _, name, *_ in sets] == ["Squat", "Squat", "Row"]
    assert [line for line, _ in skipped] == [4]
