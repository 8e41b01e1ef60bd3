"""What the load of one exercise says about another: measured lines, guesses, silence."""

from __future__ import annotations

import math

import pytest

from iron.journal.content import library
from iron.knowledge import Link, carryover_rules, exercise_json, link, read_facts
from iron.training.strength.first_load import Known, first_load

LIBRARY = library()
RULES = carryover_rules(LIBRARY)
COUNTED = {"plates", "barbell", "dumbbell", "kettlebell", "stack"}


def facts(key: str):
    return read_facts(exercise_json(LIBRARY.exercises[key], LIBRARY))


def linked(a: str, b: str) -> Link:
    result = link(RULES, facts(a), facts(b))
    assert isinstance(result, Link), result
    return result


def silent(a: str, b: str) -> str:
    result = link(RULES, facts(a), facts(b))
    assert isinstance(result, str)
    return result


def test_a_measured_line_is_used_and_names_its_study_and_its_people():
    result = linked("leg-press-45", "back-squat")
    assert (result.slope, result.kg) == (0.354, 2.235)
    assert result.basis.startswith("Measured in 60 people")
    assert result.address == "https://doi.org/10.1519/1533-4287(2004)18%3C567:PARMFT%3E2.0.CO;2"


def test_read_backwards_the_line_leads_home():
    there, back = linked("leg-press-45", "back-squat"), linked("back-squat", "leg-press-45")
    squat = there.slope * 200 + there.kg
    assert back.slope * squat + back.kg == pytest.approx(200)
    assert back.basis.endswith("Read backwards.")


def test_what_nobody_measured_is_called_a_guess_and_is_wider():
    guess = linked("hack-squat", "leg-press-45")
    assert guess.basis.startswith("A guess")
    assert guess.log_sd > linked("leg-press-45", "back-squat").log_sd


def test_exercises_for_different_muscles_say_nothing_about_each_other():
    assert "different muscles" in silent("leg-press-45", "barbell-curl")


@pytest.mark.parametrize("other", ["pull-up", "assisted-pull-up"])
def test_a_number_that_is_no_load_by_itself_says_nothing(other):
    assert "not a load that moves by itself" in silent("lat-pulldown", other)


def test_every_pair_of_loads_for_one_muscle_has_an_interval_or_says_why_not():
    loaded = [facts(key) for key, each in LIBRARY.exercises.items() if each.load_meaning in COUNTED]
    pairs = [
        (a, b) for a in loaded[::3] for b in loaded[::3] if a.id != b.id and set(a.primary) & set(b.primary)
    ]
    answers = [link(RULES, a, b) for a, b in pairs]
    links = [answer for answer in answers if isinstance(answer, Link)]
    assert len(links) > 0.9 * len(answers)
    assert all(0 < each.slope < 40 and 0.1 <= each.log_sd <= 0.5 for each in links)


def test_the_interval_is_the_line_and_its_spread_at_eighty_per_cent():
    sure = first_load(Known(200, 200, 200), 0.5, 0, 0.25, (1, 1), 2.5)
    assert sure is not None
    assert sure.kg == 100
    assert sure.low == pytest.approx(100 * math.exp(-1.2816 * 0.25), abs=0.1)
    assert sure.high == pytest.approx(100 * math.exp(1.2816 * 0.25), abs=0.1)


def test_one_begins_at_the_low_end_rounded_down_to_a_step():
    load = first_load(Known(200, 200, 200), 0.5, 0, 0.25, (1, 1), 2.5)
    assert load is not None
    assert (load.low, load.begin) == (72.6, 72.5)


def test_what_is_unsure_about_the_known_lift_makes_the_other_wider():
    sure = first_load(Known(200, 199, 201), 0.5, 0, 0.25, (1, 1), 2.5)
    unsure = first_load(Known(200, 150, 270), 0.5, 0, 0.25, (1, 1), 2.5)
    assert sure is not None
    assert unsure is not None
    assert unsure.low < sure.low
    assert unsure.high > sure.high


def test_a_pair_of_dumbbells_shares_the_load_of_the_bar():
    result = linked("bench-press", "dumbbell-bench-press")
    load = first_load(Known(100, 100, 100), result.slope, result.kg, result.log_sd, (1, 2), 2)
    assert load is not None
    assert load.kg == 41.5


def test_a_line_that_leads_below_a_step_says_nothing():
    assert first_load(Known(20, 18, 22), 1.133, -86.3, 0.2, (1, 1), 2.5) is None
