"""What the library answers: exercises, names, near misses."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iron.journal import content
from iron.knowledge import Library, Resolved, load, messages
from iron.values.errors import NotFoundError

GOOD = load(Path(__file__).parent / "good")
SHIPPED = content.library()


def test_a_short_file_without_a_guide_is_a_whole_exercise():
    curl = GOOD.exercise("curl")
    assert (curl.guide, curl.implements, curl.log, curl.curve_k) == (False, 2, ("load", "reps"), 35)


def test_the_leg_press_has_its_own_load_reps_curve():
    assert GOOD.exercise("press").curve_k == 45


def test_variables_split_in_the_order_of_the_file_and_numbers_never_do():
    press = GOOD.exercise("press")
    assert [variable.id for variable in press.variables] == ["toe_out", "foot_height"]
    assert press.splitting == ("foot_height",)


def test_an_exercise_may_override_a_field_of_a_shared_variable():
    toe_out = GOOD.exercise("press").variable("toe_out")
    assert toe_out is not None
    assert (toe_out.default, toe_out.unit, GOOD.variables["toe_out"].default) == (20, "deg", 15)


def test_an_unknown_exercise_is_refused_with_the_nearest_name():
    with pytest.raises(NotFoundError, match=r"no exercise “pres”.* press"):
        GOOD.exercise("pres")


@pytest.mark.parametrize(
    "name", ["press", "PRESS", "  Leg  Press 45° ", "leg press 45º", "ＢＥＩＮＰＲＥＳＳＥ"]
)
def test_a_name_is_found_whatever_its_case_spaces_width_and_degree_sign(name):
    assert GOOD.resolve(name) == Resolved("press")


def test_an_alias_carries_side_setup_and_machine():
    assert GOOD.resolve("einbeinpresse links") == Resolved(
        "press", "left", {"foot_height": "high", "toe_out": 10}
    )
    assert GOOD.resolve("Leg Press Technogym (Gelb)") == Resolved("press", machine="Technogym Gelb")


def test_a_near_miss_is_suggested_and_never_resolved():
    assert GOOD.resolve("Beinpresse alt") is None
    assert GOOD.suggest("Beinpresse alt")[0][0] == "press"


def test_nothing_like_it_suggests_nothing():
    assert GOOD.suggest("zzzz") == []


def test_a_name_inside_a_longer_one_is_suggested():
    assert SHIPPED.suggest("Leg Press Keller", 3)[0][0].startswith("leg-press")


@given(st.sampled_from([GOOD, SHIPPED]), st.data())
def test_every_name_of_every_exercise_resolves_to_it(library: Library, data):
    exercise = data.draw(st.sampled_from(list(library.exercises.values())))
    name = data.draw(st.sampled_from([exercise.id, exercise.name, *exercise.aliases]))
    resolved = library.resolve(name.upper() if name.isascii() else f" {name} ")
    assert resolved is not None
    assert resolved.exercise == exercise.id


@given(st.text(max_size=40))
def test_suggestions_are_scored_from_0_to_1_best_first_for_any_text(name):
    scores = [score for _, score in GOOD.suggest(name, 5)]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)


def test_the_wheel_or_checkout_is_found_without_a_path_and_a_wrong_path_is_refused(tmp_path):
    assert (SHIPPED.root / "exercises" / "leg-press-45.md").is_file()
    with pytest.raises(NotFoundError, match="No content/"):
        load(tmp_path)


def test_sentences_are_read_once_by_the_thread_that_asks_first(monkeypatch):
    read, others_wait = messages.FluentResource, []

    def reading(text):
        others_wait.append(messages._reading.locked())
        return read(text)

    monkeypatch.setattr(messages, "FluentResource", reading)
    messages._read.cache_clear()
    assert messages.has("body-weight")
    assert not messages.has("no-such-sentence")
    assert others_wait == [True]
