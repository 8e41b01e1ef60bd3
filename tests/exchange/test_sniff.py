"""Files that are no log: a sentence that says what, where and what to do."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iron.exchange.reading.sniff import read_file
from iron.values.errors import BadFileError

HEADER = (
    "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE"
)
ROW = '2025-03-04 18:05:07,"Füße",1h 12m,"Leg Press",1,180,12,0,0,,,'
GOOD = f"{HEADER}\n{ROW}\n{ROW}\n"


def read(data: bytes):
    return read_file(data)


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_is_read_with_and_without_a_mark(codec: str) -> None:
    foreign = read(GOOD.encode(codec))
    assert foreign.workouts[0].title == "Füße"
    assert foreign.warnings == ()


def test_windows_text_is_read_with_a_warning_that_names_the_line() -> None:
    foreign = read(GOOD.encode("cp1252"))
    assert foreign.workouts[0].title == "Füße"
    assert foreign.warnings[0].startswith("Line 2: the file is not UTF-8")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_line_end_is_read(end: str) -> None:
    assert read(GOOD.replace("\n", end).encode()).set_count == 2


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b" \n\n ", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (HEADER.encode(), "header but no rows"),
        (HEADER.encode() + b"\n\n,,,,,,,,,,,\n", "header but no rows"),
        (b"hello world", "does not know this file"),
        (b"Dear diary,\ntoday I lifted.\n", "does not know this file"),
        (b"Date;Weight (kg)\n2025-01-01;80\n", "body measurements"),
        (b"SQLite format 3\0" + b"\0" * 90, "database"),
        (b"PK\x03\x04" + b"\0" * 90, "ZIP"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"\x0e\x10\x00\x00\x00\x00\x00\x00.FIT" + b"\0" * 90, "Garmin"),
        (bytes(range(256)) * 10, "binary"),
        (GOOD.encode() + b"x\0y", "binary"),
        (b"x" * 10_000_000, "Line 1 alone has 10.0 MB"),
        (GOOD.encode() + b'"' + b"x" * 900_000, "middle of line 4"),
        (GOOD.encode()[:-30], "middle of line 3: 3 of 12"),
        ("日期,锻".encode()[:-1], "inside a letter"),
        (b'{"history": [], "version": 1}', "JSON"),
        (b'<?xml version="1.0"?><HealthData locale="de">', "Apple Health"),
        (b"<html><body>log in</body></html>", "web page"),
        (b"### EXERCISE LOGS ####\n1,2\n", "JEFIT"),
        (b"Name,Sex,Event,Equipment,TotalKg\nA,M,SBD,Raw,500\n", "OpenPowerlifting"),
    ],
)
def test_a_file_that_is_no_log_gets_a_sentence(data: bytes, words: str) -> None:
    with pytest.raises(BadFileError) as caught:
        read(data)
    assert words in caught.value.sentence
    assert caught.value.sentence.endswith(".")


def test_a_file_larger_than_any_log_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("iron.exchange.reading.containers.MAX_BYTES", 1_000_000)
    with pytest.raises(BadFileError, match="MB; a training log has at most"):
        read(b"x\n" * 1_000_000)


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused_and_never_crash(data: bytes) -> None:
    with contextlib.suppress(BadFileError):
        foreign = read(data)
        assert (
            foreign.set_count + foreign.rest_rows + foreign.note_rows + len(foreign.skipped)
            == foreign.data_rows
        )


@given(st.integers(0, len(GOOD.encode())), st.binary(max_size=6))
def test_a_log_with_any_damage_is_read_or_refused_and_counts_its_rows(place: int, damage: bytes) -> None:
    good = GOOD.encode()
    try:
        foreign = read(good[:place] + damage + good[place + len(damage) :])
    except BadFileError:
        return
    assert (
        foreign.set_count + foreign.rest_rows + foreign.note_rows + len(foreign.skipped) == foreign.data_rows
    )
