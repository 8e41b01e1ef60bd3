"""An import does a bounded amount of work: whatever the file is, what takes too long is refused with the limit named."""

from __future__ import annotations

import time

import pytest

from iron.exchange.names.naming import MOST_LOOKED_UP, MOST_NAMES
from iron.exchange.options import MOST_ROWS
from iron.exchange.reading.table import LINES_A_ROW, MOST_COLUMNS
from iron.journal.importing import plan_for, plan_json
from iron.values.errors import BadFileError

HEADER = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE\n"


def plan(text):
    return plan_json(plan_for(text.encode(), "log.csv", "kg", (), "2026-11-28T10:00:00", None))


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
    told = plan(rows(MOST_LOOKED_UP + 20, lambda n: f"Squatt number {n}"))
    assert len(told["exercises"]) == MOST_LOOKED_UP + 20
    assert sum(bool(row["suggestions"]) for row in told["exercises"]) <= MOST_LOOKED_UP


@pytest.mark.parametrize("size", [1 << 18])
@pytest.mark.parametrize(
    "make",
    [
        lambda size: HEADER + "\n" * size,
        lambda size: HEADER + " \n" * (size // 2),
        lambda size: HEADER + "a" * size,
        lambda size: HEADER + "," * size,
        lambda size: "[" * size,
        lambda size: HEADER + '"' + "a" * size,
    ],
    ids=["empty lines", "blank lines", "one line", "commas", "brackets", "open quote"],
)
def test_twice_as_much_takes_at_most_about_twice_as_long(make, size):
    """Linear, told apart from quadratic (4 times) by the best of three."""

    def cpu(text):
        best = 9e9
        for _ in range(3):
            began = time.process_time()
            with pytest.raises(BadFileError):
                plan(text)
            best = min(best, time.process_time() - began)
        return best

    once, twice = cpu(make(size)), cpu(make(2 * size))
    assert twice < 3.2 * once + 0.02
