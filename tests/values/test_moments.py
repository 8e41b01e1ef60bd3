import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iron.values.moments import in_time_order

# Name, wall time, minutes east of UTC; oldest first.
CASES = {
    "one zone": [("a", "2026-11-22T18:00:00", 60), ("b", "2026-11-23T18:00:00", 60)],
    "no zone known": [("a", "2026-11-22T18:00:00", None), ("b", "2026-11-22T19:00:00", None)],
    "the autumn hour": [("a", "2026-10-25T02:50:00", 120), ("b", "2026-10-25T02:10:00", 60)],
    "Tokyo to Los Angeles": [("a", "2026-11-22T18:00:00", 540), ("b", "2026-11-22T08:00:00", -480)],
    "an import stands in the zone of the one before": [
        ("a", "2026-11-22T18:00:00", 540),
        ("b", "2026-11-22T19:00:00", None),
        ("c", "2026-11-22T12:00:00", -480),
    ],
}


def ordered(rows):
    return [name for name, *_ in in_time_order(rows, lambda r: r[1], lambda r: r[2], lambda r: r[0])]


@pytest.mark.parametrize("rows", CASES.values(), ids=CASES.keys())
def test_workouts_stand_in_the_order_in_which_they_were_done(rows):
    for shuffled in itertools.permutations(rows):
        assert ordered(shuffled) == [name for name, *_ in rows]


@given(
    st.lists(
        st.tuples(
            st.uuids().map(str),
            st.datetimes().map(lambda at: at.isoformat(timespec="seconds")),
            st.one_of(st.none(), st.integers(-720, 840)),
        ),
        unique_by=lambda row: row[0],
        max_size=8,
    ),
    st.randoms(use_true_random=False),
)
def test_the_order_does_not_depend_on_the_order_they_come_in_and_keeps_all(rows, dice):
    shuffled = list(rows)
    dice.shuffle(shuffled)
    assert ordered(shuffled) == ordered(rows)
    assert sorted(ordered(rows)) == sorted(name for name, *_ in rows)
