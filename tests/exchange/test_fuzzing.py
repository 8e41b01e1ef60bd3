"""Every reader against damaged files: a log or one sentence comes out, never another error. A few seconds, bounded.

Hypothesis takes a good file of each format and damages it where a fuzzer would: cuts, repeats, swaps, odd bytes and
numbers. What it finds is made as small as possible and printed; `--hypothesis-seed` tries other damage.
"""

from __future__ import annotations

import gzip
import json
import sqlite3
import zipfile
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import commands
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_liftlog_backup import EXPORT, PAYLOAD, ROWS
from test_other_files import HEVY, JEFIT, fit, workbook
from test_other_formats import SAMPLES

from iron.exchange.foreign import Foreign
from iron.exchange.reading.sniff import read_file
from iron.journal.journal import Journal
from iron.records.store import MemoryStore
from iron.values import clock
from iron.values.errors import BadFileError

STRONG = (
    "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE\n"
    '2026-01-02 18:05:00,"Legs",1h 2m,"Leg Press",W,100,12,0,0,"","",\n'
    '2026-01-02 18:05:00,"Legs",1h 2m,"Leg Press",1,180,12,0,0,"deep","good",8.5\n'
    '2026-01-02 18:05:00,"Legs",1h 2m,"Leg Press",Rest Timer,0,0,0,120,"","",\n'
)
HEVY_CSV = (
    "title,start_time,end_time,description,exercise_title,superset_id,exercise_notes,set_index,set_type,weight_kg,reps,"
    'distance_km,duration_seconds,rpe\n"Legs","2 Jan 2026, 18:05","2 Jan 2026, 19:05","","Leg Press",0,"",0,normal,180,12,,,8\n'
)
HEALTH = (
    '<?xml version="1.0"?><HealthData><Record type="HKQuantityTypeIdentifierBodyMass" unit="kg" value="82.4" '
    'startDate="2026-01-02 07:00:00 +0100"/></HealthData>'
)
MIB = 1 << 20
ODD = [
    b"", b"\0", b"\xff", b"\r", b"\n", b"\t", b'"', b"'", b",", b";", b"=", b"-", b"0", b"NaN", b"1e308", b"-1", b"inf",
    b"9" * 40, b"\xef\xbb\xbf", "٣".encode(), "−".encode(), "\u202e".encode(), b"{", b"[", b"<", b"PK\x03\x04",
    b"2026-02-30", b"0000-00-00", b"1h 1m", b"\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80\x01",
]  # fmt: skip
"""Bytes that numbers, dates, texts and messages have stumbled over."""


def database(*statements: str, **values: str | int) -> bytes:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "log.db"
        connection = sqlite3.connect(file)
        for statement in statements:
            connection.execute(statement, values)
        connection.commit()
        connection.close()
        return file.read_bytes()


def packed(data: bytes) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("log.csv", data)
    return buffer.getvalue()


@cache
def seeds() -> dict[str, bytes]:
    """A good file of each format; gzip is put around what was damaged, so that the damage is reached."""
    payload = (
        "create table session(id text, active integer, payload text)",
        "insert into session values ('a', 0, :payload)",
    )
    fitnotes = (
        "create table training_log(_id integer, exercise_id integer, date text, metric_weight real, reps integer)",
        "create table exercise(_id integer, name text)",
        "insert into exercise values (1, 'Leg Press')",
        "insert into training_log values (1, 1, '2026-01-02', 180, 12)",
    )
    return {
        **{name: text.encode() for name, text in SAMPLES.items()},
        "strong": STRONG.encode(),
        "hevy": HEVY_CSV.encode(),
        "hevy-api": json.dumps(HEVY).encode(),
        "jefit": JEFIT.encode(),
        "apple-health": HEALTH.encode(),
        "fit": fit(),
        "zip": packed(STRONG.encode()),
        "fitnotes-backup": database(*fitnotes),
        "liftlog-rows": database(*ROWS),
        "liftlog-json": database(*payload, payload=json.dumps(PAYLOAD)),
        "liftlog-protobuf": gzip.decompress(EXPORT),
        "workbook": workbook(),
    }


def damaged(data: bytes, moves: list[tuple[str, int, int, bytes]]) -> bytes:
    for move, first, second, odd in moves:
        start, end = sorted((first % (len(data) + 1), second % (len(data) + 1)))
        if move == "put":
            data = data[:start] + odd + data[start:]
        elif move == "replace":
            data = data[:start] + odd + data[start + len(odd) :]
        elif move == "cut":
            data = data[:start] + data[end:]
        elif move == "repeat":
            data = data[:end] + data[start:end] * 3 + data[end:]
        else:
            lines = data.split(b"\n")
            near, far = first % len(lines), second % len(lines)
            lines[near], lines[far] = lines[far], lines[near]
            data = b"\n".join(lines)
    return data


MOVES = st.lists(
    st.tuples(
        st.sampled_from(["put", "replace", "cut", "repeat", "swap lines"]),
        st.integers(0, 20_000),
        st.integers(0, 20_000),
        st.one_of(st.sampled_from(ODD), st.binary(max_size=8)),
    ),
    min_size=1,
    max_size=4,
)
# A workbook is read by a process of its own, which takes a tenth of a second to start.
QUICK = sorted(set(seeds()) - {"workbook"})


def read_or_refuse(data: bytes) -> Foreign | None:
    try:
        return read_file(data)
    except BadFileError as problem:
        sentence = problem.sentence
    assert sentence.endswith((".", "?"))
    assert len(sentence) < 2000
    return None


@pytest.mark.parametrize("name", sorted(seeds()))
def test_the_files_that_are_damaged_below_are_good_ones(name: str) -> None:
    data = seeds()[name]
    foreign = read_file(gzip.compress(data) if name == "liftlog-protobuf" else data)
    assert foreign.set_count > 0 or foreign.measurements


@settings(max_examples=600, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(QUICK), MOVES)
def test_a_damaged_file_is_read_or_refused_with_a_sentence(
    name: str, moves: list[tuple[str, int, int, bytes]]
) -> None:
    data = damaged(seeds()[name], moves)
    foreign = read_or_refuse(gzip.compress(data) if name == "liftlog-protobuf" else data)
    if foreign is not None:
        for workout in foreign.workouts:
            # A row that only notes something about an exercise makes an entry without a set.
            assert all(block.sets or block.note for block in workout.blocks)


@settings(max_examples=150, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(QUICK), MOVES)
def test_a_damaged_file_is_stored_whole_or_not_at_all(
    name: str, moves: list[tuple[str, int, int, bytes]]
) -> None:
    data = damaged(seeds()[name], moves)
    journal = Journal(MemoryStore())
    try:
        planned = journal.plan_import(
            gzip.compress(data) if name == "liftlog-protobuf" else data,
            file_name="log",
            unit="kg",
            at="2026-11-22T18:05:00",
        )
    except BadFileError:
        return
    results = journal.commit(
        planned.documents, device="phone", at="2026-11-22T18:05:00Z", op_ids=clock.op_ids()
    )
    assert [result.error for result in results if result.error] == []


@settings(max_examples=12, suppress_health_check=list(HealthCheck))
@given(MOVES)
def test_a_damaged_workbook_is_read_or_refused_with_a_sentence(
    moves: list[tuple[str, int, int, bytes]],
) -> None:
    read_or_refuse(damaged(seeds()["workbook"], moves))


def repeated(text: str, size: int) -> bytes:
    """A table whose rows stand there again and again."""
    head, _, rows = text.encode().partition(b"\n")
    return head + b"\n" + rows * (size // len(rows) + 1)


def long_file(name: str) -> bytes:
    """A file of 1 MiB or a little more, in which rows of a good file come again and again."""
    if name == "hevy-api":
        workouts = HEVY["workouts"]
        return json.dumps({**HEVY, "workouts": workouts * (MIB // len(json.dumps(workouts)) + 1)}).encode()
    if name == "apple-health":
        start, end = HEALTH.index("<Record"), HEALTH.index("</HealthData>")
        return (HEALTH[:start] + HEALTH[start:end] * (MIB // (end - start) + 1) + HEALTH[end:]).encode()
    if name == "fitnotes-backup":
        return database(
            "create table training_log(_id integer, exercise_id integer, date text, metric_weight real, reps integer)",
            "create table exercise(_id integer, name text)",
            "insert into exercise values (1, 'Leg Press')",
            "insert into training_log with recursive n(x) as (select 1 union all select x + 1 from n where x < 40000) "
            "select x, 1, date('2016-01-01', (x / 20) || ' days'), 100 + x % 80, 5 + x % 7 from n",
        )
    if name == "liftlog-json":
        payload = json.dumps(PAYLOAD)
        return database(
            "create table session(id text, active integer, payload text)",
            "insert into session with recursive n(x) as (select 1 union all select x + 1 from n where x < :count) "
            "select 'a' || x, 0, :payload from n",
            payload=payload,
            count=MIB // len(payload) + 1,
        )
    return repeated({"strong": STRONG, "hevy": HEVY_CSV, **SAMPLES}[name], MIB)


LONG = [*SAMPLES, "strong", "hevy", "hevy-api", "apple-health", "fitnotes-backup", "liftlog-json"]


# Both files are read by a fork of a process that holds little free memory; the small one first, for what is read once a
# process (dates and words of all languages, 5 MB). Its memory in the page tables is what the system gives, and counts
# what the allocator wastes: an eighth to a third more than what Python asks for.
READ = """
import resource, sys
from pathlib import Path
from iron.exchange.reading.sniff import read_file

def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)

small, large = (Path(file).read_bytes() for file in sys.argv[1:])
read_file(small)
before = peak()
foreign = read_file(large)
print(peak() - before, foreign.set_count + len(foreign.measurements))
"""
HOLD = """
import resource, sys

def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)

before = peak()
held = [(number, float(number)) for number in range(1 << 16)]
print(peak() - before, sum(8 + sys.getsizeof(pair) + sum(map(sys.getsizeof, pair)) for pair in held))
"""


def test_the_memory_of_a_process_is_seen_to_grow_by_what_it_holds() -> None:
    """The control: without it the tests below could pass because what grows is hidden in memory that was free."""
    process = commands.python(HOLD)
    grown, held = map(int, process.stdout.split())
    assert held > 7 * MIB
    assert 0.8 * held < grown < 1.5 * held


@pytest.mark.parametrize("name", LONG)
def test_a_file_above_one_mebibyte_takes_at_most_fourteen_times_its_size_in_memory(
    name: str, tmp_path: Path
) -> None:
    """Measured on 30 November 2026: 2.8 (Apple Health) to 12.2 times (FitNotes' backup)."""
    data = long_file(name)
    assert len(data) >= MIB
    small, large = tmp_path / "small", tmp_path / "large"
    small.write_bytes(seeds()[name])
    large.write_bytes(data)
    process = commands.python(READ, small, large)
    assert process.returncode == 0, process.stderr
    grown, count = map(int, process.stdout.split())
    assert count > 1000
    assert grown <= 14 * len(data)
