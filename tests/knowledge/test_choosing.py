"""Comparing two exercises, and “leg press or squat?”. Both read the content that ships."""

from __future__ import annotations

from itertools import product
from typing import get_args

import pytest

from iron.errors import BadInputError, NotFoundError
from iron.knowledge import Answers, choose, compare, load, read_answers
from iron.knowledge.choosing import Aim, Equipment, Experience, Limit, Time

LIBRARY = load()


def order(**said: str) -> list[str]:
    return [each.exercise for each in choose(LIBRARY, read_answers(said))]


def test_every_combination_of_answers_has_an_ordered_list_and_reasons():
    for answers in product(*map(get_args, (Aim, Experience, Limit, Equipment, Time))):
        found = choose(LIBRARY, Answers(*answers))
        assert found, answers
        assert found[0].reasons, answers
        spoken = [each.points for each in found if any(reason.question == "aim" for reason in each.reasons)]
        assert spoken == sorted(spoken, reverse=True)


def test_an_exercise_of_which_no_guide_speaks_for_the_aim_comes_last():
    assert order(aim="jump", equipment="machines")[-1] == "belt-squat"


def test_every_reason_is_a_claim_of_the_guide_that_it_names_and_carries_its_grade():
    for place in choose(LIBRARY, Answers("growth", "new", "back", "everything", "short")):
        for reason in place.reasons:
            assert LIBRARY.exercises[reason.guide].claims[reason.claim.id] is reason.claim


def test_a_squat_is_first_for_strength_and_jump_when_nothing_hurts():
    assert order(aim="strength")[0] == "back-squat"
    assert order(aim="jump")[0] == "back-squat"


def test_a_tender_back_puts_the_press_above_the_squat():
    found = order(aim="growth", limit="back")
    assert found.index("leg-press-45") < found.index("back-squat")


def test_a_beginner_with_dumbbells_starts_with_the_goblet_squat_when_jumping_is_not_the_aim():
    assert set(order(equipment="dumbbells")) == {"goblet-squat", "bulgarian-split-squat"}
    assert "back-squat" not in order(equipment="machines")


def test_contested_claims_are_shown_and_weigh_nothing():
    barbell = {each.exercise: each for each in choose(LIBRARY, Answers(limit="back", equipment="barbell"))}
    plain = {each.exercise: each for each in choose(LIBRARY, Answers(equipment="barbell"))}
    assert any(reason.claim.grade == "contested" for reason in barbell["front-squat"].reasons)
    assert barbell["front-squat"].points == plain["front-squat"].points


def test_an_answer_that_is_not_offered_is_refused_in_one_sentence():
    with pytest.raises(BadInputError, match="“fame” is no answer for aim"):
        read_answers({"aim": "fame"})


def test_swapping_the_press_for_the_squat_says_what_changes():
    found = compare(LIBRARY, "leg-press-45", "back-squat")
    assert found.a.load == "the plates, without the sled or lever"
    assert found.b.load == "bar and plates together"
    assert not found.same_load
    assert found.muscles[0].muscle == "quads"
    assert any("bar and plates together instead of the plates" in each for each in found.changes)
    assert any("about 85 % instead of 0 %" in each for each in found.changes)
    assert any("quads" in each for each in found.shared)


def test_a_muscle_that_only_one_exercise_names_stands_with_an_empty_place():
    rows = {row.muscle: row for row in compare(LIBRARY, "leg-press-45", "back-squat").muscles}
    assert rows["spinal_erectors"].a is None
    assert rows["spinal_erectors"].b is not None


def test_more_is_sure_only_where_the_bands_do_not_overlap():
    changes = compare(LIBRARY, "leg-press-45", "leg-extension").changes
    assert "Less for adductors, glutes." in changes
    assert "Perhaps less for calves (soleus)." in changes


def test_what_is_gained_one_way_is_lost_the_other_way():
    there = compare(LIBRARY, "leg-press-45", "back-squat")
    back = compare(LIBRARY, "back-squat", "leg-press-45")
    assert [(row.muscle, row.a, row.b) for row in there.muscles] == [
        (r.muscle, r.b, r.a) for r in back.muscles
    ]
    assert {each for each in there.changes if each.startswith("Perhaps more")} == {
        each.replace("Perhaps less", "Perhaps more")
        for each in back.changes
        if each.startswith("Perhaps less")
    }


def test_an_exercise_compared_with_itself_changes_nothing():
    assert compare(LIBRARY, "back-squat", "back-squat").changes == ()


def test_an_unknown_exercise_is_named():
    with pytest.raises(NotFoundError, match="leg-pres-45"):
        compare(LIBRARY, "leg-pres-45", "back-squat")
