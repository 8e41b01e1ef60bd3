"""A snapshot that goes on from an earlier one says the same as one made from nothing."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from iron.journal.journal import library
from iron.journal.snapshot.snapshot import snapshot

EXERCISES = st.sampled_from(["leg-press-45", "bench-press"])
SETS = st.lists(
    st.fixed_dictionaries(
        {
            "reps": st.integers(5, 12),
            "load": st.sampled_from([80, 90]).map(lambda kg: {"value": kg, "unit": "kg"}),
        },
        optional={"rir": st.integers(0, 5), "depth": st.just({"value": 80, "how": "knee_angle"})},
    ),
    min_size=1,
    max_size=3,
)
# A journal is day -> (exercise, sets); one follows another: workouts come, change and go.
JOURNALS = st.lists(
    st.dictionaries(st.integers(1, 9), st.tuples(EXERCISES, SETS), min_size=0, max_size=6),
    min_size=2,
    max_size=3,
)


def rows(journal):
    for day, (exercise, sets) in journal.items():
        numbered = [{**one, "id": f"set {n}", "order": f"a{n}"} for n, one in enumerate(sets)]
        entry = {"id": "entry", "order": "a0", "exercise": exercise, "sets": numbered}
        yield "workout", f"workout {day}", {"v": 1, "start": f"2026-03-{day:02}T18:00:00", "entries": [entry]}


@settings(max_examples=60, deadline=None)
@given(JOURNALS, st.integers(1, 12))
def test_whatever_changed_in_between_the_answer_is_that_of_a_new_start(journals, day):
    fits = {}
    for journal in journals:
        at = f"2026-03-{day:02}T23:00:00"
        assert snapshot(rows(journal), at, library(), fits) == snapshot(rows(journal), at, library())


def test_one_more_set_in_the_newest_workout_is_taken_in_once():
    one = {"load": {"value": 100, "unit": "kg"}, "reps": 10, "rir": 2}
    fits = {}
    for sets in ([one], [one, one], [one, one, one]):
        journal = {1: ("leg-press-45", [one]), 2: ("leg-press-45", sets)}
        [line] = snapshot(rows(journal), "2026-03-02T23:00:00", library(), fits)["lines"].values()
        assert (line["sets"], len(line["trend"])) == (1 + len(sets), 2)
