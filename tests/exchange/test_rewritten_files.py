"""Files as spreadsheets, other languages and their owners rewrite them: the same sets come out."""

import pytest
from reading import figures, read, sets

from iron.exchange.options import ReadOptions
from iron.values.errors import BadFileError

HEADER = ["Date", "Workout Name", "Duration", "Exercise Name", "Set Order", "Weight", "Reps"]
HEADER += ["Distance", "Seconds", "Notes", "Workout Notes", "RPE"]
ROWS = [
    ["2025-01-13 18:05:00", "Legs", "1h 5m", "Squat", "W", "60", "8", "0", "0", "", "", ""],
    ["2025-01-13 18:05:00", "Legs", "1h 5m", "Squat", "1", "100", "5", "0", "0", "", "", "8"],
    ["2025-01-15 18:05:00", "Legs", "1h 5m", "Squat", "1", "102.5", "5", "0", "0", "", "", ""],
]
LOADS = [60.0, 100.0, 102.5]


def text(header=HEADER, rows=ROWS, delimiter=","):
    return "\n".join(delimiter.join(row) for row in [header, *rows]) + "\n"


def loads(file):
    return [set_.load for set_ in sets(read(file))]


@pytest.mark.parametrize(
    "above", ["My export\n", "My export,,,,,,,,,,,\n", "Strong\n2025-02-01\n\n", '"sep=,"\n']
)
def test_lines_above_the_header_are_passed_over(above):
    foreign = read(above + text())
    assert [set_.load for set_ in sets(foreign)] == LOADS
    assert not foreign.skipped
    assert sets(foreign)[0].line == above.count("\n") + 2


@pytest.mark.parametrize("codec", ["utf-32", "utf-16", "utf-8-sig"])
def test_every_unicode_file_is_read(codec):
    assert loads(text().encode(codec)) == LOADS


@pytest.mark.parametrize("end", [b"\0", b"\x1a", b"\x1a\0\0"])
def test_the_end_mark_of_an_old_program_is_no_row(end):
    assert loads(text().encode() + end) == LOADS


@pytest.mark.parametrize(
    ("codec", "name"),
    [
        ("koi8_r", "Жим лежа"),
        ("iso8859_5", "Становая тяга"),
        ("iso8859_2", "Wyciskanie leżąc"),
        ("iso2022_jp", "ベンチプレス"),
        ("euc_jp", "スクワット"),
        ("cp866", "Подтягивания"),
    ],
)
def test_national_encodings_are_recognised_by_the_words_of_lifters(codec, name):
    rows = [[*row[:3], name, *row[4:]] for row in ROWS]
    names = {
        block.name for workout in read(text(rows=rows).encode(codec)).workouts for block in workout.blocks
    }
    assert names == {name}


@pytest.mark.parametrize(
    "header",
    [
        "Date,Nom de l'entraînement,Durée,Nom de l'exercice,Ordre des séries,Poids,Rép.,Distance,Secondes,Notes,Notes,RPE",
        "Fecha,Entrenamiento,Duración,Nombre del ejercicio,Orden,Peso,Reps,Distancia,Segundos,Notas,Notas,RPE",
    ],
)
def test_a_header_in_another_language_that_shares_words_with_english_is_read_by_position(header):
    foreign = read(text(header=header.split(",")))
    assert foreign.format == "strong-s3"
    assert [set_.kind for set_ in sets(foreign)] == ["warm-up", "working", "working"]


def test_words_of_a_header_may_be_told_apart_by_capitals():
    foreign = read(text(header=[cell.title().replace(" ", "") for cell in HEADER]))
    assert foreign.format == "strong-s3"
    assert sets(foreign)[0].kind == "warm-up"


@pytest.mark.parametrize(
    ("word", "kind", "failure"),
    [
        ("SET_TYPE_WARM_UP", "warm-up", False),
        ("暖身組", "warm-up", False),
        ("Série dégressive", "drop", False),
        ("ドロップセット", "drop", False),
        ("递减组", "drop", False),
        ("드롭 세트", "drop", False),
        ("Dropsett", "drop", False),
        ("Até a falha", "working", True),
        ("Till utmattning", "working", True),
        ("Selhání", "working", True),
    ],
)
def test_kinds_of_sets_are_known_by_their_words_in_other_languages(word, kind, failure):
    rows = [[*ROWS[0][:4], word, *ROWS[0][5:]], *ROWS[1:]]
    first = sets(read(text(rows=rows)))[0]
    assert (first.kind, first.failure) == (kind, failure)


def test_a_rest_called_pausa_is_a_rest_and_no_set():
    rest = [*ROWS[1][:4], "Pausa", "0", "0", "0", "90", "", "", ""]
    read_back = sets(read(text(rows=[ROWS[0], ROWS[1], rest, ROWS[2]])))
    assert [set_.load for set_ in read_back] == LOADS
    assert read_back[1].rest_s == 90


@pytest.mark.parametrize("name", ["Pounds", "lbs", "Weight_lb", "WeightLbs"])
def test_a_load_column_may_be_named_by_its_unit_alone(name):
    header = [name if cell == "Weight" else cell for cell in HEADER]
    assert [figure[:2] for figure in figures(read(text(header=header)))] == [(load, "lb") for load in LOADS]


def test_a_column_of_row_numbers_called_number_sign_is_no_load():
    header = ["#", *[cell for cell in HEADER if cell != "Weight"]]
    rows = [[str(n), *row[:5], *row[6:]] for n, row in enumerate(ROWS)]
    assert loads(text(header=header, rows=rows)) == [None, None, None]


@pytest.mark.parametrize(
    ("dates", "starts"),
    [
        (["25. 1. 13. 오후 6:05", "25. 2. 15. 오후 6:05", "25. 2. 16. 오전 9:00"], ["2025-01-13T18:05", "2025-02-15T18:05", "2025-02-16T09:00"]),
        (["25/01/13 18:05", "25/02/15 18:05", "25/02/16 09:00"], ["2025-01-13T18:05", "2025-02-15T18:05", "2025-02-16T09:00"]),
        (["20250113 18:05", "20250215 18:05", "20250216 09:00"], ["2025-01-13T18:05", "2025-02-15T18:05", "2025-02-16T09:00"]),
        (["11/05/24 18:05", "11/08/24 18:05", "11/10/25 09:00"], ["2024-05-11T18:05", "2024-08-11T18:05", "2025-10-11T09:00"]),
        (["13/01/25 18:05", "15/02/25 18:05", "16/02/25 09:00"], ["2025-01-13T18:05", "2025-02-15T18:05", "2025-02-16T09:00"]),
        (["13 בינו׳ 2025, 18:05", "15 בפבר׳ 2025, 18:05", "16 בפבר׳ 2025, 9:00"], ["2025-01-13T18:05", "2025-02-15T18:05", "2025-02-16T09:00"]),
    ],
)  # fmt: skip
def test_short_dates_are_read_in_the_order_that_fits_the_whole_file(dates, starts):
    rows = [[date, *row[1:]] for date, row in zip(dates, ROWS, strict=True)]
    foreign = read(table_quoted(rows))
    assert [workout.start.isoformat(timespec="minutes") for workout in foreign.workouts] == starts


def table_quoted(rows):
    return "\n".join(",".join(f'"{cell}"' for cell in row) for row in [HEADER, *rows]) + "\n"


@pytest.mark.parametrize(
    "header",
    [
        "Datum,Vježba,Težina,Ponavljanja",
        "Дата,Упражнение,Тегло,Повторения",
        "Data,Exercici,Pes,Repeticions",
        "วันที่,ท่า,น้ำหนัก,ครั้ง",
        "תאריך,תרגיל,משקל,חזרות",
        "التاريخ,التمرين,الوزن,التكرارات",
    ],
)
def test_a_table_names_its_columns_in_further_languages(header):
    read_back = figures(read(f"{header}\n2025-01-13,Squat,100,5\n2025-01-14,Squat,105,4\n"))
    assert [(figure[0], figure[2]) for figure in read_back] == [(100.0, 5.0), (105.0, 4.0)]


@pytest.mark.parametrize("cell", ["3x10@60kg", "3 x 10 x 60 kg", "3 × 10 60kg"])
def test_a_column_called_sets_may_hold_whole_sets(cell):
    read_back = figures(read(f"Date,Exercise,Sets\n2025-01-13,Squat,{cell}\n"))
    assert [(figure[0], figure[1], figure[2]) for figure in read_back] == [(60.0, "kg", 10.0)] * 3


@pytest.mark.parametrize(
    ("cell", "reps", "flags"),
    [
        ("8 reps", 8.0, ()),
        ("8x", 8.0, ()),
        ("8回", 8.0, ()),
        ("8+", 8.0, ()),
        ("8-10", 8.0, ()),
        ("3x5", None, ("value_left_out",)),
    ],
)
def test_more_than_a_number_of_reps_is_said_and_never_read_as_another_number(cell, reps, flags):
    foreign = read(text(rows=[[*ROWS[1][:6], cell, *ROWS[1][7:]]]))
    assert [(set_.reps, set_.flags) for set_ in sets(foreign)] == [(reps, flags)]
    assert any("reps" in warning.casefold() for warning in foreign.warnings) == (
        cell in {"8+", "8-10", "3x5"}
    )


@pytest.mark.parametrize(("length", "minutes"), [("1h05", 65), ("1 h 05", 65), ("PT1H5M", 65), ("PT45M", 45)])
def test_lengths_of_workouts_are_read_in_french_and_in_iso_periods(length, minutes):
    workout = read(text(rows=[[*ROWS[0][:2], length, *ROWS[0][3:]]])).workouts[0]
    assert (workout.end - workout.start).total_seconds() == minutes * 60


def test_the_rows_of_a_file_are_bounded_by_who_reads_it():
    assert len(sets(read(text(), ReadOptions(most_rows=3)))) == 3
    with pytest.raises(BadFileError, match="more than 2 rows"):
        read(text(), ReadOptions(most_rows=2))
