"""A snapshot that goes on from an earlier one says the same as one made from nothing."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from iron.journal.content import library
from iron.journal.growth.growing import growth_of
from iron.journal.snapshot.snapshot import snapshot, snapshot_of
from iron.journal.view import View

EXERCISES = st.sampled_from(["leg-press-45", "bench-press"])
SETS = st.lists(
    st.fixed_dictionaries(
        {
            "reps": st.integers(5, 12),
            "load": st.sampled_from([80, 90]).map(lambda kg: {"value": kg, "unit": "kg"}),
        },
        optional={
            "rir": st.integers(0, 5),
            "depth": st.sampled_from([95, 80]).map(lambda deg: {"value": deg, "how": "knee_angle"}),
        },
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


# Without a measured depth a line is drawn on workout by workout; 800 kg is a typing error until it comes again.
TYPED = st.lists(
    st.fixed_dictionaries(
        {
            "reps": st.integers(0, 12),
            "load": st.sampled_from([80, 90, 100, 800]).map(lambda kg: {"value": kg, "unit": "kg"}),
        },
        optional={"rir": st.integers(0, 5), "kind": st.just("warm-up"), "failure": st.booleans()},
    ),
    min_size=1,
    max_size=3,
)
# Day and part of the day: two workouts of one day are judged together.
HALVES = st.tuples(st.integers(1, 9), st.sampled_from([8, 18]))
BUSY_JOURNALS = st.lists(
    st.dictionaries(HALVES, st.tuples(EXERCISES, TYPED), min_size=0, max_size=8), min_size=2, max_size=4
)


def busy_rows(journal, offsets=(60,)):
    for number, ((day, hour), (exercise, sets)) in enumerate(journal.items()):
        numbered = [{**each, "id": f"set {n}", "order": f"a{n}"} for n, each in enumerate(sets)]
        entry = {"id": "entry", "order": "a0", "exercise": exercise, "sets": numbered}
        start, offset = f"2026-03-{day:02}T{hour:02}:00:00", offsets[number % len(offsets)]
        yield (
            "workout",
            f"workout {day} {hour}",
            {"v": 1, "start": start, "offset": offset, "entries": [entry]},
        )


def rows(journal):
    for day, (exercise, sets) in journal.items():
        numbered = [{**each, "id": f"set {n}", "order": f"a{n}"} for n, each in enumerate(sets)]
        entry = {"id": "entry", "order": "a0", "exercise": exercise, "sets": numbered}
        yield "workout", f"workout {day}", {"v": 1, "start": f"2026-03-{day:02}T18:00:00", "entries": [entry]}


def changes(before, after, rows=rows):
    """What a store tells of the documents that changed, deleted ones without a body."""
    old, new = ({row[1]: row for row in rows(journal)} for journal in (before, after))
    yield from (row for ident, row in new.items() if old.get(ident) != row)
    yield from (("workout", ident, None) for ident in old if ident not in new)


@settings(max_examples=40)
@given(JOURNALS, EXERCISES)
def test_whatever_changed_in_between_growth_is_that_of_a_new_start(journals, exercise):
    at = "2026-03-12T23:00:00"
    view, before = View.of((), library()), {}
    for journal in journals:
        assert view.apply(changes(before, journal))
        fresh = growth_of(View.of(rows(journal), library()), exercise, at)
        assert growth_of(view, exercise, at) == fresh
        before = journal


@settings(max_examples=40)
@given(BUSY_JOURNALS, EXERCISES, st.sampled_from([(60,), (60, -300)]), st.sampled_from(["kg", "lb"]))
def test_growth_goes_on_over_typing_errors_two_workouts_a_day_and_other_zones(
    journals, exercise, offsets, unit
):
    def answer(journal):
        return busy_rows(journal, offsets)

    at = "2026-03-12T23:00:00"
    view, before = View.of((), library()), {}
    for journal in journals:
        assert view.apply(changes(before, journal, answer))
        fresh = View.of(answer(journal), library())
        assert growth_of(view, exercise, at, unit) == growth_of(fresh, exercise, at, unit)
        assert snapshot_of(view, at) == snapshot_of(fresh, at)
        before = journal


@settings(max_examples=40)
@given(BUSY_JOURNALS, EXERCISES, st.integers(1, 12))
def test_growth_of_a_day_is_the_growth_of_what_was_there_by_then(journals, exercise, day):
    at = f"2026-03-{day:02}T12:00:00"
    journal = journals[0]
    earlier = {when: what for when, what in journal.items() if f"2026-03-{when[0]:02}T{when[1]:02}" < at[:13]}
    whole, part = (View.of(busy_rows(each), library()) for each in (journal, earlier))
    assert growth_of(whole, exercise, at) == growth_of(part, exercise, at)


def measured(day, kilos):
    body = {"v": 1, "at": f"2026-03-{day:02}T07:00:00", "what": "body_mass", "value": kilos, "unit": "kg"}
    return "measurement", f"mass {day}", body


@settings(max_examples=40)
@given(JOURNALS, st.integers(1, 12))
def test_whatever_changed_in_between_the_answer_is_that_of_a_new_start(journals, day):
    at = f"2026-03-{day:02}T23:00:00"
    view, before = View.of((), library()), {}
    for journal in journals:
        assert view.apply(changes(before, journal))
        assert snapshot_of(view, at) == snapshot(rows(journal), at, library())
        before = journal


def test_one_more_set_in_the_newest_workout_is_taken_in_once():
    logged_set = {"load": {"value": 100, "unit": "kg"}, "reps": 10, "rir": 2}
    view, before = View.of((), library()), {}
    for sets in ([logged_set], [logged_set, logged_set], [logged_set, logged_set, logged_set]):
        journal = {1: ("leg-press-45", [logged_set]), 2: ("leg-press-45", sets)}
        view.apply(changes(before, journal))
        [line] = snapshot_of(view, "2026-03-02T23:00:00")["lines"].values()
        assert (line["sets"], len(line["trend"])) == (1 + len(sets), 2)
        before = journal


def test_a_body_mass_that_comes_later_counts_as_if_it_had_always_been_there():
    pulls = {day: ("pull-up", [{"reps": 8, "load": {"value": 5, "unit": "kg"}}]) for day in (1, 4, 7)}
    at = "2026-03-08T20:00:00"
    view = View.of(rows(pulls), library())
    assert [line["capacity"]["kg"] for line in snapshot_of(view, at)["lines"].values()] == [None]
    view.apply([measured(5, 80)])
    assert snapshot_of(view, at) == snapshot([*rows(pulls), measured(5, 80)], at, library())


def test_an_own_exercise_that_changed_asks_for_a_new_start():
    assert not View.of((), library()).apply([("exercise", "x", {"v": 1, "name": "Mine"})])
