"""``iron exercise``: own exercises are listed, renamed, merged and taken out again, each refusal in one sentence."""

from __future__ import annotations

import json

import pytest
from test_command_line import iron, strong  # noqa: F401  (a fixture)

from iron.journal.content import library
from iron.records.own_exercises import edits
from iron.values.errors import ConflictError, IronError, NotFoundError

A = "0192f000-0000-7000-8000-00000000000a"
B = "0192f000-0000-7000-8000-00000000000b"
PRESS = "leg-press-45"
MINE = {A: {"v": 1, "name": "Deadmill", "names": ["Mill"]}, B: {"v": 1, "name": "Sled walk"}}


def exercises(home):
    return json.loads(iron(home, "exercise", "list", "--json").stdout)["exercises"]


def test_an_imported_name_is_listed_renamed_merged_and_taken_out_again(tmp_path, strong):  # noqa: F811
    home = tmp_path / "var"
    iron(home, "import", str(strong), "--unit", "kg")
    [mill] = exercises(home)
    assert (mill["name"], mill["workouts"], mill["sets"], mill["counts_as"]) == ("Deadmill", 1, 1, None)

    assert "is now named" in iron(home, "exercise", "rename", "deadmill", "Sled walk").stdout
    assert (
        "is merged into 45° leg press"
        in iron(
            home, "exercise", "merge", "Deadmill", "leg press 45", "--side", "left", "--setup", "stance=wide"
        ).stdout
    )
    [walk] = exercises(home)
    assert (walk["name"], walk["names"], walk["counts_as"]) == ("Sled walk", ["Deadmill"], PRESS)

    refused = iron(home, "exercise", "delete", "Sled walk")
    assert refused.returncode == 5
    assert "is in 1 workout" in refused.stderr
    assert "is a separate exercise again" in iron(home, "exercise", "unmerge", "Sled walk").stdout
    assert exercises(home)[0]["counts_as"] is None
    assert "nothing to take back" in iron(home, "exercise", "unmerge", "Sled walk").stderr


@pytest.mark.parametrize("words", [A, "deadmill", " MILL "])
def test_an_exercise_answers_to_its_id_and_to_every_name(words):
    assert edits.find(MINE, words) == A


def test_a_name_that_two_bear_asks_for_the_id():
    twins = {**MINE, B: {"v": 1, "name": "deadmill"}}
    with pytest.raises(ConflictError, match=f"Give the id: {A}, {B}"):
        edits.find(twins, "Deadmill")


@pytest.mark.parametrize(
    ("merged", "target", "sentence"),
    [
        ({}, A, "“Deadmill” cannot be merged into itself"),
        ({}, "0192f000-0000-7000-8000-0000000000ff", "it is unknown or was deleted"),
        ({}, "leg-press-4", "it is unknown or was deleted"),
        (
            {B: {"v": 1, "name": "Sled walk", "alias_of": A}},
            B,
            "“Sled walk” is already merged into “Deadmill”",
        ),
    ],
)
def test_a_merge_that_makes_no_sense_is_refused_in_one_sentence(merged, target, sentence):
    with pytest.raises(IronError, match=sentence):
        edits.merged_into({**MINE, **merged}, library(), A, target, {})


def test_a_merge_says_only_what_was_given_and_a_second_one_forgets_the_first():
    first = edits.merged_into(MINE, library(), A, PRESS, {"machine": None, "side": "left", "setup": {}})
    assert first == {**MINE[A], "alias_of": PRESS, "alias_with": {"side": "left"}}
    second = edits.merged_into({**MINE, A: first}, library(), A, B, {})
    assert second == {**MINE[A], "alias_of": B}
    assert edits.unmerged({A: second}, A) == MINE[A]


def test_the_old_name_stays_as_a_further_name_and_an_old_name_can_come_back():
    renamed = edits.renamed(MINE, A, "Mill")
    assert renamed == {"v": 1, "name": "Mill", "names": ["Deadmill"]}
    assert edits.renamed({A: renamed}, A, "Deadmill")["names"] == ["Mill"]


def test_a_name_that_another_one_has_is_refused_unless_that_one_is_merged_away():
    with pytest.raises(ConflictError, match="You already have an exercise named “Sled walk”"):
        edits.renamed(MINE, A, "sled WALK")
    gone = {**MINE, B: {**MINE[B], "alias_of": PRESS}}
    assert edits.renamed(gone, A, "Sled walk")["name"] == "Sled walk"


def test_what_something_counts_as_is_not_deleted():
    with pytest.raises(ConflictError, match="“Sled walk” is merged into “Deadmill”"):
        edits.check_deletable({**MINE, B: {**MINE[B], "alias_of": A}}, A, [])


def test_what_no_list_knows_names_what_there_is():
    with pytest.raises(NotFoundError, match=r"Yours: Deadmill, Sled walk\."):
        edits.find(MINE, "Zercher")
    with pytest.raises(NotFoundError, match="Did you mean"):
        edits.target_of(MINE, library(), "leg pres 45")


def test_library_names_that_look_alike_come_with_a_score_and_nothing_is_taken():
    rows = edits.overview({A: {"v": 1, "name": "Leg Press Technogym"}}, library(), [])
    assert rows[0]["counts_as"] is None
    assert rows[0]["looks_like"][0]["id"] == PRESS
    assert 0.6 <= rows[0]["looks_like"][0]["score"] <= 1
