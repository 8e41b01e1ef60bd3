"""Comparing two exercises, and “leg press or squat?”. Both read the content that ships."""

from __future__ import annotations

from functools import cache
from itertools import product

import pytest

from iron.journal.content import library
from iron.knowledge import (
    choose,
    choosing_rules,
    compare,
    exercise_json,
    index_json,
    read_answers,
    read_facts,
    read_names,
)
from iron.knowledge.rendering import whole
from iron.values.errors import BadInputError

LIBRARY = library()


@cache
def rules():
    return choosing_rules(LIBRARY)


@cache
def names():
    return read_names(index_json(LIBRARY, ""))


def places(**sentence: str):
    return choose(rules(), read_answers(rules(), sentence))


def order(**sentence: str) -> list[str]:
    return [each.exercise for each in places(**sentence)]


def facts(key: str):
    return read_facts(exercise_json(LIBRARY.exercises[key], LIBRARY))


def side_by_side(a: str, b: str):
    return compare(facts(a), facts(b), names())


def test_every_combination_of_answers_has_an_ordered_list_and_reasons():
    asks = [[(ask.id, value.id) for value in ask.values] for ask in rules().questions]
    assert [ask.id for ask in rules().questions] == ["aim", "experience", "limit", "equipment", "time"]
    for answers in product(*asks):
        choice = choose(rules(), dict(answers))
        assert choice, answers
        assert choice[0].reasons, answers
        spoken = [each.points for each in choice if any(reason.question == "aim" for reason in each.reasons)]
        assert spoken == sorted(spoken, reverse=True)


def test_an_exercise_of_which_no_guide_speaks_for_the_aim_comes_last():
    assert order(aim="jump", equipment="machines")[-1] == "belt-squat"


def test_every_reason_is_a_claim_of_the_guide_that_it_names_and_carries_its_grade():
    for place in places(experience="new", limit="back", time="short"):
        for reason in place.reasons:
            claim = LIBRARY.exercises[reason.exercise].claims[reason.claim]
            assert (reason.text, reason.grade) == (whole(claim.text), claim.grade)


def test_a_squat_is_first_for_strength_and_jump_when_nothing_hurts():
    assert order(aim="strength")[0] == "back-squat"
    assert order(aim="jump")[0] == "back-squat"


def test_a_tender_back_puts_the_press_above_the_squat():
    choice = order(aim="growth", limit="back")
    assert choice.index("leg-press-45") < choice.index("back-squat")


def test_a_beginner_with_dumbbells_starts_with_the_goblet_squat_when_jumping_is_not_the_aim():
    assert set(order(equipment="dumbbells")) == {"goblet-squat", "bulgarian-split-squat"}
    assert "back-squat" not in order(equipment="machines")


def test_contested_claims_are_shown_and_weigh_nothing():
    barbell = {each.exercise: each for each in places(limit="back", equipment="barbell")}
    plain = {each.exercise: each for each in places(equipment="barbell")}
    assert any(reason.grade == "contested" for reason in barbell["front-squat"].reasons)
    assert barbell["front-squat"].points == plain["front-squat"].points


def test_an_answer_that_is_not_offered_is_refused_in_one_sentence():
    with pytest.raises(BadInputError, match="“fame” is not an answer for aim"):
        read_answers(rules(), {"aim": "fame"})


def test_swapping_the_press_for_the_squat_says_what_changes():
    choice = side_by_side("leg-press-45", "back-squat")
    assert choice.a.load == "the plates, without the sled or lever"
    assert choice.b.load == "bar and plates together"
    assert not choice.same_load
    assert choice.muscles[0].muscle == "quads"
    assert any("bar and plates together instead of the plates" in each for each in choice.changes)
    assert any("about 85 % instead of 0 %" in each for each in choice.changes)
    assert any("quads" in each for each in choice.shared)


def test_a_muscle_that_only_one_exercise_names_stands_with_an_empty_place():
    rows = {row.muscle: row for row in side_by_side("leg-press-45", "back-squat").muscles}
    assert rows["spinal_erectors"].a is None
    assert rows["spinal_erectors"].b is not None


def test_more_is_sure_only_where_the_bands_do_not_overlap():
    changes = side_by_side("leg-press-45", "leg-extension").changes
    assert "Less for glutes, adductors." in changes
    assert "Perhaps less for calves (soleus)." in changes


def test_what_is_gained_one_way_is_lost_the_other_way():
    there = side_by_side("leg-press-45", "back-squat")
    back = side_by_side("back-squat", "leg-press-45")
    assert [(row.muscle, row.a, row.b) for row in there.muscles] == [
        (r.muscle, r.b, r.a) for r in back.muscles
    ]
    assert {each for each in there.changes if each.startswith("Perhaps more")} == {
        each.replace("Perhaps less", "Perhaps more")
        for each in back.changes
        if each.startswith("Perhaps less")
    }


def test_an_exercise_compared_with_itself_changes_nothing():
    assert side_by_side("back-squat", "back-squat").changes == ()


def test_skill_and_time_to_set_up_are_told_as_opinion_and_only_where_they_differ():
    choice = side_by_side("leg-press-45", "back-squat")
    assert (choice.a.skill, choice.b.skill) == ("little: a session", "much: months")
    assert choice.b.cost == "much: a rack and plates"
    assert "It asks for more skill, much instead of little: our opinion." in choice.changes
    assert not [each for each in side_by_side("back-squat", "front-squat").changes if "skill" in each]
