"""Files that are no tables: JSON, databases, spreadsheets, archives, XML. All rows are invented."""

import ctypes
import datetime as dt
import io
import json
import sqlite3
import zipfile

import pytest
from garmin_fit_sdk import Encoder, Profile
from reading import figures, read, sets

from iron.exchange.reading import sheet_process
from iron.values.errors import BadFileError

HEVY = {
    "page": 1,
    "workouts": [
        {
            "id": "a1",
            "title": "Legs",
            "description": "ok",
            "start_time": "2026-01-02T18:05:00Z",
            "end_time": "2026-01-02T19:05:00Z",
            "exercises": [
                {
                    "title": "Leg Press (Machine)",
                    "notes": "deep",
                    "superset_id": None,
                    "sets": [
                        {"index": 0, "type": "warmup", "weight_kg": 100, "reps": 12, "rpe": None},
                        {"index": 1, "type": "failure", "weight_kg": 180.5, "reps": 8, "rpe": 9.5},
                        {"index": 2, "type": "normal", "weight_kg": None, "reps": None},
                    ],
                },
                {
                    "title": "Running",
                    "supersets_id": 0,
                    "sets": [{"type": "normal", "distance_meters": 1500, "duration_seconds": 600}],
                },
            ],
        },
        {"title": "broken", "start_time": "soon", "exercises": []},
    ],
}


def test_hevys_api_is_read_with_kinds_notes_and_what_was_left_out() -> None:
    foreign = read(json.dumps(HEVY))
    assert (foreign.format, foreign.experimental, foreign.in_utc) == ("hevy-api", True, True)
    assert figures(foreign) == [
        (100, "kg", 12, None, None, None),
        (180.5, "kg", 8, None, None, None),
        (None, None, None, 600, 1500, "m"),
    ]
    assert [(each.kind, each.failure, each.rpe) for each in sets(foreign)][:2] == [
        ("warm-up", False, None),
        ("working", True, 9.5),
    ]
    [workout] = foreign.workouts
    assert (workout.title, workout.note, [b.note for b in workout.blocks]) == ("Legs", "ok", ["deep", None])
    assert [row.reason for row in foreign.skipped] == [
        "The set has no reps, time or distance.",
        "“soon” is not a date that Iron knows.",
    ]


def test_liftosaurs_full_export_is_read() -> None:
    data = {
        "version": "1",
        "programs": [],
        "settings": {"exercises": {"x1": {"name": "My press"}}},
        "history": [
            {
                "id": 5,
                "startTime": 1767377100000,
                "endTime": 1767380700000,
                "dayName": "Day 1",
                "notes": "fine",
                "entries": [
                    {
                        "exercise": {"id": "benchPress", "equipment": "barbell"},
                        "warmupSets": [{"completedReps": 5, "weight": {"value": 45, "unit": "lb"}}],
                        "sets": [
                            {
                                "completedReps": 8,
                                "completedWeight": {"value": 135, "unit": "lb"},
                                "completedRpe": 8,
                            },
                            {"reps": 8, "weight": {"value": 135, "unit": "lb"}},
                        ],
                    },
                    {
                        "exercise": {"id": "x1"},
                        "notes": "slow",
                        "sets": [{"completedReps": 10, "completedWeight": {"value": 20, "unit": "kg"}}],
                    },
                ],
            },
            {"vtype": "progress", "startTime": 1767377100000, "entries": []},
        ],
    }
    foreign = read(json.dumps(data))
    assert [(b.name, len(b.sets)) for b in foreign.workouts[0].blocks] == [
        ("Bench Press, Barbell", 2),
        ("My press", 1),
    ]
    assert [(each.load, each.load_unit, each.reps, each.kind) for each in sets(foreign)] == [
        (45, "lb", 5, "warm-up"),
        (135, "lb", 8, "working"),
        (20, "kg", 10, "working"),
    ]


def test_wgers_rest_dump_is_read_with_its_units() -> None:
    log = {
        "session": 3,
        "date": "2026-01-02T18:05:00+01:00",
        "exercise": 73,
        "repetitions_unit": 1,
        "weight_unit": 1,
    }
    data = {
        "results": [
            {**log, "repetitions": "8.00", "weight": "80.00", "rir": "2.0"},
            {**log, "repetitions": "2", "repetitions_unit": 4, "weight": None, "rir": None},
            {**log, "repetitions": "12", "repetitions_unit": 2, "weight": "45", "weight_unit": 2, "rir": ""},
        ],
        "exerciseinfo": [{"id": 73, "translations": [{"language": 2, "name": "Bench Press"}]}],
    }
    foreign = read(json.dumps(data))
    assert [
        (each.load, each.load_unit, each.reps, each.duration_s, each.rpe, each.failure)
        for each in sets(foreign)
    ] == [
        (80, "kg", 8, None, 8, False),
        (None, None, None, 120, None, False),
        (45, "lb", 12, None, None, True),
    ]
    assert foreign.workouts[0].blocks[0].name == "Bench Press"
    assert foreign.workouts[0].offset == 60


def database(tmp_path, *statements: str) -> bytes:
    path = tmp_path / "x.db"
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()
    return path.read_bytes()


def test_a_fitnotes_backup_is_read_in_kilograms_with_comments_and_body_mass(tmp_path) -> None:
    foreign = read(
        database(
            tmp_path,
            "create table exercise(_id integer, name text)",
            "create table training_log(_id integer, exercise_id integer, date text, metric_weight integer, reps integer, unit integer, distance real, duration_seconds integer)",
            "create table Comment(owner_type_id integer, owner_id integer, comment text)",
            "create table BodyWeight(date text, body_weight_metric real)",
            "insert into exercise values (1, 'Leg Press'), (2, 'Rowing')",
            "insert into training_log values (2, 1, '2024-01-02', 180.5, 12, 0, 0, 0), (1, 1, '2024-01-02', 100, 12, 0, 0, 0), (3, 2, '2024-01-03', 0, 0, 2, 2000, 480)",
            "insert into Comment values (1, 2, 'deep')",
            "insert into BodyWeight values ('2024-01-02 07:00:00', 81.25)",
        )
    )
    assert (foreign.format, foreign.unit) == ("fitnotes-backup", "kg")
    assert figures(foreign) == [
        (100, "kg", 12, None, None, None),
        (180.5, "kg", 12, None, None, None),
        (None, None, None, 480, 2000, "m"),
    ]
    assert [each.note for each in sets(foreign)] == [None, "deep", None]
    assert [(mass.value, mass.unit) for mass in foreign.measurements] == [(81.25, "kg")]


def test_health_connect_keeps_reps_and_body_mass(tmp_path) -> None:
    foreign = read(
        database(
            tmp_path,
            "create table exercise_session_record_table(row_id integer, start_time integer, end_time integer, start_zone_offset integer, exercise_type integer, title text)",
            "create table exercise_segments_table(parent_key integer, segment_start_time integer, segment_type integer, repetitions_count integer, weight_grams real)",
            "create table weight_record_table(time integer, zone_offset integer, weight real)",
            "insert into exercise_session_record_table values (1, 1767377100000, 1767380700000, 3600, 70, 'Legs')",
            "insert into exercise_segments_table values (1, 1767377100000, 45, 12, 180000.0), (1, 1767377200000, 24, 0, null)",
            "insert into weight_record_table values (1767337200000, 3600, 81250.0)",
        )
    )
    assert figures(foreign) == [(180, "kg", 12, None, None, None)]
    assert (foreign.workouts[0].start.hour, foreign.workouts[0].title) == (19, "Legs")
    assert len(foreign.skipped) == 1
    assert foreign.measurements[0].value == 81.25


def test_apple_health_gives_body_masses_and_says_that_it_has_no_sets() -> None:
    xml = (
        '<?xml version="1.0"?>\n<!DOCTYPE HealthData [<!ELEMENT HealthData ANY>]>\n<HealthData locale="de">'
        '<Record type="HKQuantityTypeIdentifierBodyMass" unit="kg" value="81.2" startDate="2026-06-01 07:30:00 +0200"/>'
        '<Record type="HKQuantityTypeIdentifierHeartRate" unit="count/min" value="60" startDate="2026-06-01 07:30:00 +0200"/>'
        '<Workout workoutActivityType="HKWorkoutActivityTypeTraditionalStrengthTraining" duration="60"/></HealthData>'
    )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("apple_health_export/export.xml", xml)
    for data in (xml.encode(), packed.getvalue()):
        foreign = read(data)
        assert [(mass.value, mass.unit, mass.at.hour) for mass in foreign.measurements] == [(81.2, "kg", 7)]
        assert foreign.workouts == ()
        assert any("1 strength sessions hold no exercises" in sentence for sentence in foreign.warnings)


def test_entities_in_xml_are_not_expanded() -> None:
    bomb = '<?xml version="1.0"?><!DOCTYPE HealthData [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><HealthData>&b;</HealthData>'
    with pytest.raises(BadFileError):
        read(bomb)


JEFIT = (
    "### SETTING ####\n_id,mass\n1, kg\n#####\n\n### EXERCISE LOGS ####\n"
    "USERID,TIMESTAMP,logs,_id,record,mydate,eid,ename,belongsession,logTime\n"
    '1,x,"60x10,65x8,odd",5,80,2024-01-02,3,Bench Press,1704218700,1704218700\n#####\n'
)


def test_jefits_sections_are_read() -> None:
    foreign = read(JEFIT)
    assert figures(foreign) == [(60, "kg", 10, None, None, None), (65, "kg", 8, None, None, None)]
    assert [(row.column, row.value) for row in foreign.skipped] == [("logs", "odd")]


def test_a_zipped_csv_is_read() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("readme.md", "x")
        archive.writestr("log.csv", "date,exercise,weight,reps\n2025-03-04,Squat,100,5\n")
    assert figures(read(packed.getvalue())) == [(100, None, 5, None, None, None)]


def workbook() -> bytes:
    """Write the smallest XLSX: one sheet with a title row, a header and two sets."""
    cells: list[list[str | float]] = [
        ["My log"],
        ["Date", "Exercise", "Weight (kg)", "Reps"],
        [45720, "Squat", 102.5, 5],
        [45720, "Squat", 105, 3],
    ]
    rows = ""
    for number, row in enumerate(cells, 1):
        texts = "".join(
            f'<c r="{"ABCD"[place]}{number}" t="inlineStr"><is><t>{cell}</t></is></c>'
            if isinstance(cell, str)
            else f'<c r="{"ABCD"[place]}{number}"><v>{cell}</v></c>'
            for place, cell in enumerate(row)
        )
        rows += f'<row r="{number}">{texts}</row>'
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>',
        )
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        )
        archive.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets><sheet name="Log" sheetId="1" r:id="r1"/></sheets></workbook>',
        )
        archive.writestr(
            "xl/_rels/workbook.xml.rels",
            f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        )
        archive.writestr(
            "xl/worksheets/sheet1.xml", f'<worksheet xmlns="{main}"><sheetData>{rows}</sheetData></worksheet>'
        )
    return packed.getvalue()


def test_a_spreadsheet_is_read_like_a_table() -> None:
    foreign = read(workbook())
    assert figures(foreign) == [(102.5, "kg", 5, None, None, None), (105, "kg", 3, None, None, None)]
    assert foreign.workouts[0].start.date() == dt.date(2025, 3, 4)


def fit() -> bytes:
    """Write a FIT activity of two sets with Garmin's own encoder."""
    at = dt.datetime(2026, 1, 2, 18, 5, tzinfo=dt.UTC)
    number, encoder = Profile["mesg_num"], Encoder()
    encoder.write_mesg({"mesg_num": number["FILE_ID"], "type": "activity", "time_created": at})
    finished = {
        "mesg_num": number["SET"],
        "timestamp": at,
        "start_time": at,
        "set_type": "active",
        "category": ["squat"],
    }
    encoder.write_mesg(
        {**finished, "repetitions": 12, "weight": 180.0, "duration": 40.0, "category_subtype": [0]}
    )
    encoder.write_mesg(
        {"mesg_num": number["SET"], "timestamp": at, "start_time": at, "set_type": "rest", "duration": 90.0}
    )
    encoder.write_mesg({**finished, "repetitions": 8, "weight": 100.0, "category_subtype": [0xFFFF]})
    encoder.write_mesg(
        {"mesg_num": number["SESSION"], "timestamp": at, "start_time": at, "sport": "training"}
    )
    return bytes(encoder.close())


def test_a_garmin_activity_gives_sets_rests_and_garmins_own_names() -> None:
    foreign = read(fit())
    assert [(block.name, len(block.sets)) for block in foreign.workouts[0].blocks] == [
        ("leg press", 1),
        ("squat", 1),
    ]
    assert [(each.load, each.reps, each.rest_s) for each in sets(foreign)] == [(180, 12, 90), (100, 8, None)]
    assert (foreign.in_utc, foreign.experimental, foreign.rest_rows) == (True, True, 1)


@pytest.mark.parametrize("cut", [30, 100, 400])
def test_damaged_binary_files_get_a_sentence(tmp_path, cut: int) -> None:
    for data in (
        workbook(),
        database(tmp_path, "create table training_log(_id integer)", "create table exercise(_id integer)"),
    ):
        with pytest.raises(BadFileError):
            read(data[:cut])


class Kernel32:
    """What `sheet_process` calls of Windows, written down."""

    def __init__(self):
        self.calls = []

    def __getattr__(self, name):
        def call(*arguments):
            self.calls.append((name, arguments))
            return 7

        self.__dict__[name] = call
        return call


def test_on_windows_a_spreadsheet_is_read_within_the_same_limits() -> None:
    kernel32 = Kernel32()
    sheet_process.limit_on_windows(kernel32)
    names = [name for name, _ in kernel32.calls]
    assert names == [
        "CreateJobObjectW",
        "SetInformationJobObject",
        "GetCurrentProcess",
        "AssignProcessToJobObject",
    ]
    _, (job, kind, pointer, size) = kernel32.calls[1]
    limits = pointer._obj
    # Sizes of 64-bit Windows (winnt.h); 9 is JobObjectExtendedLimitInformation.
    assert (job.value, kind, size, ctypes.sizeof(limits.BasicLimitInformation)) == (7, 9, 144, 64)
    assert limits.ProcessMemoryLimit == 1024**3
    assert limits.BasicLimitInformation.PerProcessUserTimeLimit == 20 * 10_000_000
    assert limits.BasicLimitInformation.LimitFlags == 0x502
