"""An import does a bounded amount of work: whatever the file is, what takes too long is refused with the limit named."""

import io
import json
import sqlite3
import sys
import zipfile
from typing import Any

import pytest

from iron.exchange.comparing import SameElsewhere
from iron.exchange.names import name_meanings
from iron.exchange.names.naming import MOST_LOOKED_UP, MOST_NAMES, MOST_TRIED
from iron.exchange.options import MOST_ROWS, ReadOptions
from iron.exchange.reading import roles
from iron.exchange.reading.sniff import read_file
from iron.exchange.reading.table import LINES_A_ROW, MOST_COLUMNS
from iron.journal.importing import plan_for, plan_json
from iron.values.errors import BadFileError

HEADER = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE\n"
SHORT = "Date,Workout Name,Exercise Name,Weight,Reps\n"
HEVY = "title,start_time,end_time,description,exercise_title,superset_id,set_index,set_type,weight_kg,reps\n"


def plan(text):
    data = text if isinstance(text, bytes) else text.encode()
    return plan_json(plan_for(data, "log.csv", "kg", (), "2026-11-28T10:00:00", None))


def rows(count, name):
    return HEADER + "".join(f"2024-01-01 10:00:00,A,1h,{name(n)},1,100,5,0,0,,,\n" for n in range(count))


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        (rows(MOST_NAMES + 1, lambda n: f"Exercise {n}"), f"{MOST_NAMES:,}"),
        (",".join(f"c{n}" for n in range(MOST_COLUMNS + 1)) + "\n1\n", str(MOST_COLUMNS)),
        (HEADER + "a\n" * (MOST_ROWS + 1), f"{MOST_ROWS:,}"),
        (HEADER + "\n" * (LINES_A_ROW * MOST_ROWS + 1), f"{LINES_A_ROW * MOST_ROWS:,}"),
    ],
    ids=["names", "columns", "rows", "lines"],
)
def test_too_much_is_refused_and_the_sentence_names_the_limit(text, limit):
    with pytest.raises(BadFileError, match=limit):
        plan(text)


def test_many_unknown_names_are_all_imported_and_the_first_get_near_names():
    planned = plan(rows(MOST_LOOKED_UP + 20, lambda n: f"Squatt number {n}"))
    assert len(planned["exercises"]) == MOST_LOOKED_UP + 20
    assert sum(bool(row["suggestions"]) for row in planned["exercises"]) <= MOST_LOOKED_UP


def test_a_table_of_words_in_every_column_is_asked_about_after_a_bounded_number_of_names(monkeypatch):
    tried: list[str] = []
    meaning = name_meanings.meaning

    def counted(name: str, *rest: Any) -> Any:
        tried.append(name)
        return meaning(name, *rest)

    monkeypatch.setattr(name_meanings, "meaning", counted)
    header = ",".join(f"column {n}" for n in range(MOST_COLUMNS))
    rows_of_words = (",".join(f"{n} blue {row} cat" for n in range(MOST_COLUMNS)) for row in range(30))
    asked = plan("\n".join([header, *rows_of_words]))
    assert set(asked["needs_columns"]["missing"]) == {"date", "exercise", "reps"}
    assert 1000 < len(tried) <= MOST_TRIED


@pytest.mark.parametrize(("first", "lacks"), [("2024-01-01,", []), ("", ["date"])])
def test_the_columns_of_an_unknown_table_are_gone_through_once(monkeypatch, first, lacks):
    propose, tables = roles._propose, []

    def counted(table: Any, *rest: Any) -> Any:
        tables.append(table)
        return propose(table, *rest)

    monkeypatch.setattr(roles, "_propose", counted)
    planned = plan(("When," if first else "") + "Lift,Kilos,Count\n" + f"{first}Bench Press,100,5\n" * 7)
    assert (planned["needs_columns"] or {"missing": []})["missing"] == lacks
    assert len(tables) == 1


def test_a_log_in_an_archive_may_be_as_long_as_a_plain_one():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("log.csv", HEADER.encode() + b"\n" * (64 * 1024 * 1024))
    assert len(packed.getvalue()) < 100_000
    with pytest.raises(BadFileError, match="The log in the archive has 64 MB"):
        read_file(packed.getvalue())


def calls(work, *arguments):
    """How many functions are called, those of C too: the same on every machine and under any load."""
    count = 0

    def note(_frame, event, _argument):
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        work(*arguments)
    except BadFileError:
        pass
    finally:
        sys.setprofile(before)
    return count


def read_as_a_log(text):
    read_file(text if isinstance(text, bytes) else text.encode())


def strong(n, **cells):
    values = {
        "date": "2024-01-01 10:00:00",
        "name": "Squat",
        "order": "1",
        "load": "100",
        "seconds": "0",
        "note": "",
    }
    values.update({key: value(n) for key, value in cells.items()})
    return "{date},A,1h,{name},{order},{load},5,0,{seconds},{note},,\n".format(**values)


def many(head, row):
    return lambda count: head + "".join(row(n) for n in range(count))


FILES = {
    "good rows": many(HEADER, strong),
    "empty lines": many(HEADER, lambda n: "\n"),
    "blank rows": many(HEADER, lambda n: " , ,\n"),
    "one line": many(HEADER, lambda n: "a"),
    "separators": many(HEADER, lambda n: ","),
    "quotes": many(HEADER, lambda n: '"'),
    "open quotes": many(HEADER, lambda n: '2024-01-01 10:00:00,"A,1h,Squat,1,100,5,0,0,,,\n'),
    "notes of several lines": many(HEADER, lambda n: '2024-01-01 10:00:00,A,1h,Squat,1,100,5,0,0,"a\nb",,\n'),
    "names": many(HEADER, lambda n: strong(n, name=lambda n: f"Exercise {n}")),
    "names in turns": many(SHORT, lambda n: f"2024-01-01 10:00:00,A,Exercise {n % 120},100,5\n"),
    "numbered turns": many(
        HEADER, lambda n: strong(n, name=lambda n: f"Exercise {n % 120}", order=lambda n: n // 120 + 1)
    ),
    "pairs in turns": many(SHORT, lambda n: f"2024-01-01 10:00:00,A,Exercise {n // 4 * 2 + n % 2},100,5\n"),
    "notes and rests": many(
        HEADER,
        lambda n: strong(
            n,
            name=lambda n: f"Exercise {n}",
            order=lambda n: "Rest Timer" if n % 2 else "Note",
            load=lambda n: "0",
            note=lambda n: n,
        ),
    ),
    "dates": many(
        HEADER, lambda n: strong(n, date=lambda n: f"2024-01-01 {n // 60 % 24:02}:{n % 60:02}:{n % 59:02}")
    ),
    "dates in words": many(
        HEVY,
        lambda n: f'A,"{n % 28 + 1} Jan {1990 + n // 28 % 50}, 17:{n % 60:02}",,,Squat,,1,normal,100,5\n',
    ),
    "broken dates": many(HEADER, lambda n: strong(n, date=lambda n: f"2024 no {n} date")),
    "broken cells": many(
        HEADER, lambda n: strong(n, load=lambda n: f"heavy {n}", seconds=lambda n: f"long {n}")
    ),
    "loads of two readings": many(HEADER, lambda n: strong(n, load=lambda n: f"{n % 900 + 1}.125")),
    "sets side by side": many(
        "Date,Exercise,Set 1 Weight,Set 1 Reps,Set 2 Weight,Set 2 Reps\n",
        lambda n: f'2024-01-{n % 28 + 1:02},Squat,"82,5",5,"80,125",{n % 9 + 1}\n',
    ),
    "open lists": many("", lambda n: "["),
    "JSON sets": lambda count: json.dumps(
        {
            "workouts": [
                {
                    "start_time": "2024-01-01T10:00:00Z",
                    "exercises": [{"title": "Squat", "sets": [{"reps": 5}] * count}],
                }
            ]
        }
    ),
    "JEFIT columns": lambda count: "### EXERCISE LOGS ###\n" + "," * count + "\n" + "a\n" * count,
    "body masses": lambda count: (
        "<HealthData>"
        + '<Record type="HKQuantityTypeIdentifierBodyMass" startDate="2024-01-01 10:00:00 +0100" value="80" unit="kg"/>'
        * count
        + "</HealthData>"
    ),
}


@pytest.mark.parametrize("make", FILES.values(), ids=FILES.keys())
def test_twice_as_much_is_at_most_about_twice_the_work(make):
    """Linear, told apart from quadratic, which is four times as much."""
    calls(read_as_a_log, make(50))  # words and languages are read once
    once, twice = calls(read_as_a_log, make(300)), calls(read_as_a_log, make(600))
    assert twice <= 2.3 * once + 500


@pytest.mark.parametrize(
    "cell",
    ["(" * 100_000, "1" * 100_000 + "!", "5 " * 50_000 + "x", "1," * 50_000, "9" * 100_000, '5" "' * 20_000],
    ids=["brackets", "digits and a sign", "numbers", "commas", "digits", "quotes"],
)
def test_a_cell_as_long_as_a_book_is_no_value(cell):
    """Regular expressions that go back and forth would take minutes for each of these."""
    cell = '"' + cell.replace('"', '""') + '"'
    text = HEADER + strong(0) + f"{cell},A,{cell},Squat,{cell},{cell},{cell},{cell},{cell},,,\n"
    read = read_file(text.encode())
    assert [set_.line for workout in read.workouts for block in workout.blocks for set_ in block.sets] == [2]
    table = f"Date,Exercise,Reps,{cell}\n2024-01-01,Squat,5,\n2024-01-02,Squat,{cell},\n"
    assert len(read_file(table.encode()).workouts) >= 1
    with pytest.raises(BadFileError, match="EXERCISE LOGS"):
        read_file(b"### A" + b" " * 100_000 + b"x\n")


def test_workouts_like_many_others_are_compared_with_those_of_their_days():
    def body(n):
        start = f"{2000 + n // 336}-{n // 28 % 12 + 1:02}-{n % 28 + 1:02}T10:00:00"
        return {"start": start, "entries": [{"sets": [{"reps": 5, "load": {"value": 100, "unit": "kg"}}]}]}

    def find_all(count):
        here = SameElsewhere({str(n): body(n) for n in range(count)})
        assert [here.find(body(n)) for n in range(count)] == [str(n) for n in range(count)]

    assert calls(find_all, 400) <= 2.3 * calls(find_all, 200)


ROW_LIMIT = ReadOptions(most_rows=10)


def zipped(parts):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return file.getvalue()


def workbook(sheet, shared=""):
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    return zipped(
        {
            "[Content_Types].xml": f'<Types xmlns="{package}/content-types"/>',
            "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r" '
            f'Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
            "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
            '<sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships">'
            f'<Relationship Id="r1" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/>'
            f'<Relationship Id="r2" Type="{office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
            "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{sheet}</sheetData></worksheet>',
            "xl/sharedStrings.xml": f'<sst xmlns="{main}"><si><t>{shared}</t></si></sst>',
        }
    )


def cell(place, text="x"):
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


BOOKS = {
    "the last cell of a sheet": workbook(
        f'<row r="1">{cell("A1")}</row><row r="1048576">{cell("XFD1048576")}</row>'
    ),
    "a long text in many cells": workbook(
        "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(1, 3001)), "y" * 100_000
    ),
}


@pytest.mark.parametrize("data", BOOKS.values(), ids=BOOKS.keys())
def test_a_small_workbook_that_asks_for_all_memory_is_refused(data):
    assert len(data) < 100_000
    with pytest.raises(BadFileError, match=r"too large"):
        read_file(data)


def test_other_files_have_no_more_rows_than_a_table():
    logged = {
        "start_time": "2024-01-01T10:00:00Z",
        "exercises": [{"title": "Squat", "sets": [{"reps": 5}] * 11}],
    }
    table = "".join(
        f'<row r="{n}">{cell(f"A{n}", "2024-01-01")}{cell(f"B{n}", "Squat")}{cell(f"C{n}", 5)}</row>'
        for n in range(2, 14)
    )
    head = f'<row r="1">{cell("A1", "Date")}{cell("B1", "Exercise")}{cell("C1", "Reps")}</row>'
    for data in (json.dumps({"workouts": [logged]}).encode(), workbook(head + table), backup(11)):
        assert read_file(data).set_count >= 11
        with pytest.raises(BadFileError, match="more than 10 rows"):
            read_file(data, ROW_LIMIT)


def backup(sets, further=""):
    with sqlite3.connect(":memory:") as connection:
        connection.execute("create table exercise(_id, name)")
        connection.execute(
            f"create table training_log(_id, exercise_id, date, metric_weight, reps, unit {further})"
        )
        connection.execute("insert into exercise values (1, 'Squat')")
        connection.executemany(
            "insert into training_log values (?, 1, '2024-01-01', 100, 5, 0)", [(n,) for n in range(sets)]
        )
        connection.commit()
        return connection.serialize()


def test_a_backup_whose_schema_makes_endless_texts_is_refused():
    assert read_file(backup(3)).set_count == 3
    with pytest.raises(BadFileError, match="cannot be read"):
        read_file(backup(3, ", text as (hex(zeroblob(1000000)))"))
