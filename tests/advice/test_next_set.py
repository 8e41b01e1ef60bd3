"""The next set of a running workout comes from the engine of the first one and keeps the same laws."""

from __future__ import annotations

import functools
import itertools
from dataclasses import replace
from datetime import date, timedelta

import pytest
from test_laws import asked

from iron.training.prescription.model import Case, Lift, LineSession
from iron.training.prescription.pattern_sets import pattern_sets
from iron.training.prescription.rules import prescribe
from iron.training.prescription.within import next_set

opening_of = functools.cache(prescribe)


def lifts_at(case, reps: float, rir: float | None = None, count: int = 1, **more) -> list[Lift]:
    load = opening_of(case).load_kg or 0.0
    return [Lift(load, case.moved(load), reps, rir, **more)] * count


@functools.cache
def cases() -> list[Case]:
    """Histories of every kind with a load to begin with."""
    return [case for seed in range(120) if opening_of(case := asked(seed)).load_kg]


def test_before_the_first_set_it_is_the_same_answer():
    for case in cases():
        opening, pattern = opening_of(case), pattern_sets(case, opening_of(case))
        builds_up = pattern is not None and pattern.sets[0][0] != opening.load_kg
        first = next_set(case, [])
        whole = opening if pattern is None else replace(opening, sets=len(pattern.sets))
        assert first.rule.endswith("set-first") if builds_up else first == whole, first


def test_a_day_with_back_offs_counts_all_its_sets_before_the_first_as_after_it():
    counted = 0
    for case in cases():
        loads = sorted(case.grid)
        if case.on_body or case.assists or len(loads) < 8:
            continue
        top, back = loads[-1], loads[len(loads) // 2]
        sets = (Lift(top, case.moved(top), 5, 1.0), *[Lift(back, case.moved(back), 8, 3.0)] * 3)
        days = [(date.fromisoformat(case.on) - timedelta(days=ago)).isoformat() for ago in (21, 14, 7)]
        backed = replace(case, belief=None, sessions=tuple(LineSession(day, sets) for day in days))
        opening = prescribe(backed)
        if (pattern := pattern_sets(backed, opening)) is None:
            continue
        counted += 1
        assert (pattern.kind, len(pattern.sets), opening.sets) == ("back-offs", 4, 1)
        assert next_set(backed, []).sets == 4
        finished = Lift(opening.load_kg, backed.moved(opening.load_kg), opening.reps_low, 2.0)
        assert next_set(backed, [finished]).sets == 4
    assert counted > 20


def test_a_typing_error_of_today_is_asked_about_and_steers_nothing():
    for case in cases():
        good = lifts_at(case, opening_of(case).reps_high)
        slip = replace(good[0], load_kg=good[0].load_kg * 10 + 300, moved_kg=good[0].moved_kg * 10 + 300)
        if not case.sessions:
            continue
        with_it, without = next_set(case, [*good, slip]), next_set(case, good)
        assert replace(with_it, question=None) == replace(without, question=None)
        assert with_it.question[0] == "check-load"
        assert with_it.question[1]["load"] == slip.load_kg
        # Confirmed, it counts.
        assert next_set(case, [*good, replace(slip, sure=True)]).values["from"] == slip.load_kg


@pytest.mark.parametrize("reps", [1, 3, 6, 10, 20])
def test_no_set_is_advised_that_will_likely_fail_and_words_agree_with_the_load(reps):
    for case in cases():
        for rir in (None, 0.0, 2.0, 4.0):
            sets = lifts_at(case, reps, rir)
            answer = next_set(case, sets)
            where = (reps, rir, answer)
            assert answer.chance is None or 0.60 <= answer.chance <= 0.95, where
            assert 1 <= answer.reps_low <= answer.reps_high, where
            is_doubted = answer.question is not None and answer.question[0] == "check-load"
            if answer.load_kg is not None and not is_doubted:
                now, before = case.moved(answer.load_kg), sets[-1].moved_kg
                direction = "stay" if now == before else "up" if now > before else "less"
                assert answer.rule.startswith(direction), where


def test_more_reps_never_lead_to_less_load():
    for case in cases():
        loads = [next_set(case, lifts_at(case, reps, 1.0)).load_kg or 0.0 for reps in (3, 6, 9, 12, 15)]
        moved = [case.moved(load) for load in loads]
        assert all(after >= before - 1e-9 for before, after in itertools.pairwise(moved)), (case.line, loads)


def test_a_set_short_of_its_reps_brings_less_load_or_fewer_reps():
    for case in cases():
        opening = opening_of(case)
        if opening.reps_low < 4:
            continue
        answer = next_set(case, lifts_at(case, opening.reps_low - 2, 0.0, failed=True))
        lighter = answer.load_kg is None or case.moved(answer.load_kg) < case.moved(opening.load_kg)
        done_sets = answer.rule.endswith("set-enough") or "pattern" in answer.rule
        assert lighter or answer.reps_low < opening.reps_low or done_sets, answer


def test_an_unmarked_light_set_does_not_count():
    for case in cases():
        opening = opening_of(case)
        light = Lift(opening.load_kg / 3, case.moved(opening.load_kg / 3), 5.0)
        if light.moved_kg < 0.6 * case.moved(opening.load_kg):
            assert next_set(case, [light]) == next_set(case, [])


def test_a_cut_set_is_answered_with_less_load():
    for case in cases():
        answer = next_set(case, lifts_at(case, 10, 1.0, cut=True))
        lightest = case.moved(case.steps()[0])
        moved = case.moved(answer.load_kg) if answer.load_kg is not None else 0.0
        assert moved <= max(lightest, 0.81 * case.moved(opening_of(case).load_kg)), answer


def test_after_the_last_set_the_sets_are_enough():
    for case in cases():
        opening = opening_of(case)
        sets = lifts_at(case, opening.reps_high, opening.rir, count=opening.sets + 3)
        assert next_set(case, sets).rule.endswith("set-enough")


def test_a_first_set_far_above_the_loads_known_is_followed_by_one_near_it():
    """200 kg for 5 on a line without history: the next set is a little lighter, not the 20 kg that a guess began with."""
    fresh = [replace(case, sessions=()) for case in cases() if case.grid and not case.on_body]
    assert len(fresh) > 50
    for case in fresh:
        top = max(case.grid) * 4
        answer = next_set(case, [Lift(top, case.moved(top), 5, None)])
        assert answer.load_kg >= 0.75 * top, (case.grid, answer)


def test_on_the_first_day_the_lifter_who_does_more_reps_goes_on_with_them():
    case = replace(
        asked(0), sessions=(), wanted=None, belief=None, grid=tuple(range(20, 205, 5)), meaning="total",
        ranges=((3, 6, 1.0, 3.0), (6, 10, 1.0, 3.0)),
    )  # fmt: skip
    eights = next_set(case, [Lift(60.0, case.moved(60.0), 8.0)])
    assert (eights.load_kg, eights.reps_low, eights.reps_high) == (60.0, 6, 10)
    twelves = next_set(case, [Lift(60.0, case.moved(60.0), 12.0)])
    assert (twelves.reps_low, twelves.reps_high) == (10, 14)


def test_on_the_first_day_four_reps_were_too_heavy():
    # A lift is met in a range of five reps or more: the next set comes down to it.
    case = replace(
        asked(0), sessions=(), wanted=None, belief=None, grid=tuple(range(20, 205, 5)), meaning="total",
        ranges=((3, 6, 1.0, 3.0), (6, 10, 1.0, 3.0)),
    )  # fmt: skip
    fours = next_set(case, [Lift(60.0, case.moved(60.0), 4.0)])
    assert (fours.load_kg, fours.reps_low, fours.reps_high) == (55.0, 6, 10)
