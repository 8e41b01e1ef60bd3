import math
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from iron.training.forecast.evaluate import Log, brzycki_reps, epley_reps, evaluate, logs_from, table
from iron.training.forecast.forecast import Forecaster, session_of
from iron.training.forecast.intention import Session
from iron.training.history.sets import ExerciseFacts

sys.path.insert(0, str(Path(__file__).parent.parent.parent / "benchmarks"))
import forecast_engine


def days(*sessions: tuple[list[float], list[int]]) -> list[Session]:
    return [Session(739000 + 4 * at, tuple(loads), tuple(reps)) for at, (loads, reps) in enumerate(sessions)]


def taught(*sessions: tuple[list[float], list[int]]) -> Forecaster:
    engine = Forecaster(35.0)
    for day in days(*sessions):
        engine.learn(day)
    return engine


def history(*sessions: tuple[list[float], list[int]]) -> list[dict]:
    return [
        {
            "date": (date(2026, 1, 1) + timedelta(days=4 * at)).isoformat(),
            "sets": [
                {"load": load, "reps": reps, "rpe": None} for load, reps in zip(loads, rep_list, strict=True)
            ],
        }
        for at, (loads, rep_list) in enumerate(sessions)
    ]


STRAIGHT = ([100.0] * 3, [8, 8, 8])
HEAVY, LIGHT = ([100.0] * 3, [5, 5, 5]), ([70.0] * 3, [12, 12, 12])


def test_who_always_does_three_by_eight_will_do_three_by_eight():
    result = taught(*[STRAIGHT] * 8).reps([100.0] * 3)
    assert [forecast.reps for forecast in result] == [8, 8, 8]
    assert all(forecast.high - forecast.low <= 1 for forecast in result)


def test_heavy_and_light_days_in_turn_are_told_apart_by_their_load():
    engine = taught(*[HEAVY, LIGHT] * 6)
    assert [forecast.reps for forecast in engine.reps([100.0] * 3)] == [5, 5, 5]
    assert [forecast.reps for forecast in engine.reps([70.0] * 3)] == [12, 12, 12]


def test_a_bad_first_set_lowers_the_forecast_of_the_second():
    engine = taught(*[STRAIGHT] * 6, ([100.0] * 3, [6, 6, 5]), *[STRAIGHT] * 2, ([100.0] * 3, [5, 5, 5]))
    assert engine.next_reps([100.0, 100.0], [5]).reps < engine.next_reps([100.0, 100.0], [8]).reps


def test_without_history_the_interval_is_wide():
    (forecast,) = Forecaster(35.0).reps([100.0])
    assert forecast.high - forecast.low >= 8


def test_the_interval_narrows_as_a_habit_is_seen():
    few, many = taught(STRAIGHT).reps([100.0])[0], taught(*[STRAIGHT] * 12).reps([100.0])[0]
    assert few.high - few.low > many.high - many.low


def test_the_load_for_known_reps_is_the_one_used_for_them():
    assert taught(*[HEAVY, LIGHT] * 6).loads([12, 12, 12]) == [70.0] * 3
    assert taught(*[HEAVY, LIGHT] * 6).loads([5, 5, 5]) == [100.0] * 3


def test_nothing_of_a_session_leaks_into_its_own_forecast():
    engine = taught(*[STRAIGHT] * 6)
    before = [forecast.reps for forecast in engine.reps([100.0] * 3)]
    engine.learn(days(([100.0] * 3, [12, 12, 12]))[0])
    assert before == [8, 8, 8]


def test_warm_ups_below_seven_tenths_of_the_heaviest_load_are_left_out():
    assert session_of(1, [(40, 10), (100, 8), (0, 8), (100, 400), (math.nan, 5)]) == Session(1, (100,), (8,))


@settings(max_examples=25)
@given(
    st.lists(
        st.tuples(st.sampled_from([60.0, 62.5, 65.0, 70.0, 80.0]), st.integers(1, 20)),
        min_size=3,
        max_size=10,
    )
)
@example([(60.0, 10), (70.0, 5), (60.0, 6), (60.0, 15)])  # a tie that float dust once decided
def test_pounds_and_kilograms_forecast_the_same_reps(sets: list[tuple[float, int]]):
    kilograms = [([load, load], [reps, max(1, reps - 1)]) for load, reps in sets]
    pounds = [([load / 0.45359237 for load in loads], reps) for loads, reps in kilograms]
    reps = [forecast.reps for forecast in taught(*kilograms).reps([65.0, 70.0])]
    assert reps == [
        forecast.reps for forecast in taught(*pounds).reps([65.0 / 0.45359237, 70.0 / 0.45359237])
    ]


ODD_NUMBERS = st.one_of(
    st.floats(allow_nan=True, allow_infinity=True),
    st.sampled_from([None, 0, -20.0, 400, 10**400, "8", "eight", True, 1e-300, 1e300, math.nan]),
    st.integers(1, 15),
)
ODD_SETS = st.lists(
    st.one_of(
        st.fixed_dictionaries({"load": ODD_NUMBERS, "reps": ODD_NUMBERS}, optional={"rpe": ODD_NUMBERS}),
        st.sampled_from([{}, {"load": 100.0}, {"reps": 8}, None, {"load": 100.0, "reps": 8, "rpe": 0}]),
    ),
    max_size=5,
)
ODD_DATES = st.sampled_from(["2026-01-01", "2026-01-01", "2025-12-31", "", None, "soon", 7])
ODD_HISTORY = st.lists(
    st.one_of(
        st.fixed_dictionaries({"date": ODD_DATES, "sets": ODD_SETS}),
        st.sampled_from([{}, {"date": "2026-01-01"}, {"sets": None}, None]),
    ),
    max_size=6,
)
ODD_META = st.sampled_from(
    [
        None,
        {},
        {"family": None},
        {"family": "moon lift", "days_since_last": None},
        {"days_since_last": math.nan},
    ]
)


@settings(max_examples=150)
@given(
    ODD_HISTORY,
    st.lists(ODD_NUMBERS, max_size=4),
    ODD_SETS,
    st.lists(ODD_NUMBERS, max_size=4),
    ODD_META,
)
def test_whatever_is_asked_the_answer_is_a_number_inside_its_interval(history_, loads, sets_done, reps, meta):
    forecasts = forecast_engine.predict(history_, loads, meta)
    assert len(forecasts) == len(loads)
    for load in loads or [100.0]:
        forecasts.append(forecast_engine.predict_in(history_, sets_done, load, meta))
    assert all(0 <= forecast["lo"] <= forecast["reps"] <= forecast["hi"] <= 60 for forecast in forecasts)
    guessed = forecast_engine.predict_load(history_, reps, meta)
    assert len(guessed) == len(reps)
    assert all(math.isfinite(load) and load > 0 for load in guessed)


def test_without_any_usable_set_each_load_is_the_documented_guess():
    assert forecast_engine.predict_load([], [8, 8], {}) == [20.0, 20.0]
    chin_ups = [{"date": "2026-01-01", "sets": [{"load": 0, "reps": 8}]}]
    assert forecast_engine.predict_load(chin_ups, [8], {}) == [20.0]


def test_one_set_of_history_is_enough_for_an_answer_and_its_interval_is_wide():
    once = history(([100.0], [8]))
    (forecast,) = forecast_engine.predict(once, [100.0], {})
    assert forecast["reps"] == 8
    assert forecast["hi"] - forecast["lo"] >= 3
    assert forecast_engine.predict_load(once, [8], {}) == [100.0]


def test_a_history_that_shrinks_or_is_replaced_is_answered_as_if_it_were_new():
    log = history(*[HEAVY, LIGHT] * 4)
    changed = [log[0], *history(STRAIGHT, *[LIGHT] * 6)[1:]]
    for asked in (log, log[:5], changed, log):
        forecasts = forecast_engine.predict(asked, [100.0, 70.0], {})
        forecast_engine._cache.clear()
        assert forecast_engine.predict(asked, [100.0, 70.0], {}) == forecasts


def test_the_first_set_of_a_session_is_forecast_from_its_load_alone():
    engine = taught(*[([80.0, 100.0, 100.0], [5, 8, 8])] * 8)
    assert engine.next_reps([80.0], []).reps == 5
    assert engine.next_reps([100.0], []).reps == 8


def test_a_growing_history_and_a_fresh_one_answer_alike():
    log = history(*[HEAVY, LIGHT] * 4)
    meta = {"family": "bench_press", "exercise": "Bench", "days_since_last": 4}
    step_by_step = [forecast_engine.predict(log[:n], [100.0] * 3, meta) for n in range(1, len(log) + 1)][-1]
    forecast_engine._cache.clear()
    assert forecast_engine.predict(log, [100.0] * 3, meta) == step_by_step


def test_two_lifters_with_the_same_exercise_do_not_share_a_cache():
    first, other = history(*[HEAVY] * 6), history(*[LIGHT] * 6)
    forecast_engine.predict(first, [100.0], {"exercise": "Squat"})
    assert forecast_engine.predict(other, [70.0], {"exercise": "Squat"})[0]["reps"] == 12


def test_dates_out_of_order_are_put_in_order():
    log = history(*[HEAVY] * 4, *[LIGHT] * 2)
    assert forecast_engine.predict(log[::-1], [100.0], {}) == forecast_engine.predict(log, [100.0], {})


def test_formulas_are_the_textbooks():
    (session,) = days(([100.0], [10]))
    assert epley_reps([session], 100.0) == 10
    assert brzycki_reps([session], 100.0) == 10
    assert epley_reps([session], 120.0) == 3


def test_a_log_is_scored_from_the_sixth_session_beside_paper():
    accuracy = evaluate(
        [
            Log("Press", "leg_press", tuple(days(*[HEAVY, LIGHT] * 5))),
            Log("Once", "squat", tuple(days(HEAVY))),
        ]
    )
    assert (accuracy.series, accuracy.sessions) == (1, 5)
    scores = {(score.model, score.subset): score for score in accuracy.reps}
    assert scores["Iron, ahead", "all sets"].sets == 15
    assert scores["same as last time", "leg press"].mae == pytest.approx(7.0)
    assert scores["Iron, ahead", "leg press"].mae < 1.0
    assert {score.model for score in accuracy.loads} == {"Iron", "same load as last time"}


def test_an_empty_log_has_no_scores():
    assert evaluate([]).reps == ()


def test_logs_come_from_workout_documents_by_the_name_of_the_file():
    def body(start: str, name: str, exercise: str, kind: str = "working") -> dict:
        return {
            "start": start,
            "entries": [
                {
                    "exercise": exercise,
                    "sets": [
                        {
                            "kind": kind,
                            "load": {"value": 100, "unit": "lb"},
                            "reps": 8,
                            "source": {"name": name},
                        }
                    ],
                }
            ],
        }

    workouts = [
        ("b", body("2026-01-02T18:00:00", "Press old", "press")),
        ("a", body("2026-01-01T18:00:00", "Press old", "press")),
        ("c", body("2026-01-03T18:00:00", "Press new", "press")),
        ("d", body("2026-01-03T18:00:00", "Dips", "dips")),
        ("e", body("2026-01-04T18:00:00", "Press new", "press", "warm-up")),
    ]
    facts = {
        "press": ExerciseFacts("press", family="leg_press"),
        "dips": ExerciseFacts("dips", load_meaning="assistance"),
    }
    result = logs_from(workouts, facts)
    assert [(log.name, log.family, len(log.sessions)) for log in result] == [
        ("Press new", "leg_press", 1),
        ("Press old", "leg_press", 2),
    ]
    assert result[1].sessions[0].day < result[1].sessions[1].day
    assert result[0].sessions[0].loads == (100,)


def test_the_table_has_a_line_for_every_score():
    accuracy = evaluate([Log("Press", "leg_press", tuple(days(*[HEAVY, LIGHT] * 5)))])
    assert len(table(accuracy)) == len(accuracy.reps) + len(accuracy.loads) + len(accuracy.gains) + 8


def test_the_gain_over_paper_comes_with_an_interval_that_holds_it():
    accuracy = evaluate(
        [Log(f"Press {n}", "leg_press", tuple(days(*[HEAVY, LIGHT] * (4 + n)))) for n in range(4)]
    )
    gains = {(gain.model, gain.subset): gain for gain in accuracy.gains}
    ahead = gains["Iron, ahead", "leg press"]
    assert ahead.low <= ahead.mean <= ahead.high < 0
    scores = {(score.model, score.subset): score.mae for score in accuracy.reps}
    difference = scores["Iron, ahead", "leg press"] - scores["same as last time", "leg press"]
    assert ahead.mean == pytest.approx(difference)
