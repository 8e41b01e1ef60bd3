"""The checker of programs of format 2: every mistake is one sentence with its line, its key and what to do."""

from __future__ import annotations

import pytest
from spec_cases.program_checks import GOOD, KNOWN

from iron.training.programs.checks.reading import read_toml, sentences


def problems_in(text: str) -> list[str]:
    return [sentence for _, sentence in sentences(text, read_toml(text), KNOWN)]


def test_a_good_program_has_no_problem():
    assert problems_in(GOOD) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("cycles = 6\n", "", "Line 1, cycles: A program needs the key cycles: it says after how many rounds"),
        ("cycles = 6", "cycles = 100000", "Line 4, cycles: write a whole number from 1 to 200, not 100000."),
        (
            "weeks = 2\ncycles = 6",
            "weeks = 52\ncycles = 200",
            "Line 4, cycles: 200 rounds of 52 weeks never end",
        ),
        ('"back-squat"', '"bakc-squat"', "Line 12, exercise: There is no exercise “bakc-squat”"),
        ('"push-up", "dip"', '"push-up", "dap"', "Line 19, ladder: There is no exercise “dap”"),
        (
            'lift = "squat"\nweeks',
            'lift = "sqat"\nweeks',
            "Line 25, lift: There is no lift “sqat”: add it under [[lifts]].",
        ),
        ('["heavy", "light"]', '["heavy", "lihgt"]', "Line 26, weeks: There is no scheme “lihgt”"),
        ('["heavy", "light"]', '["heavy"]', "Line 26, weeks: The program has 2 weeks, this list has 1"),
        (
            "{ count = 3, reps = [5, 8] }",
            "{ count = 3, reps = 5, kg = -5 }",
            "Line 30, kg: write a number from 0 to 1000, not -5.",
        ),
        (
            "{ count = 3, reps = [5, 8] }",
            "{ count = 200, reps = 5 }",
            "Line 30, count: write a whole number from 1 to 20, not 200.",
        ),
        (
            "{ count = 3, reps = [5, 8] }",
            "{ count = 20, reps = 5 }, { count = 20, reps = 5 }",
            "Line 30, sets: There are 40 sets: a slot has at most 30.",
        ),
        (
            "{ count = 3, reps = [5, 8] }",
            "{ count = 3, reps = 5, percent = 80 }",
            "Line 30, percent: A percentage of nothing: “push” has no lift that keeps",
        ),
        (
            "{ count = 3, reps = [5, 8] }",
            '{ reps = 5, percent = 90, of = "set 3" }',
            "Line 30, of: A percentage of nothing: set 3 is not an earlier set of this slot.",
        ),
        (
            "{ count = 3, reps = [5, 8] }",
            '{ reps = 5, percent = 90, of = "bench" }',
            "Line 30, of: A percentage of nothing: “bench” is neither a lift nor “set 1”.",
        ),
        (
            "when = { made = false }",
            "when = { made = true }",
            "Line 41, when: “Missed” and “Made” can hold at the same time",
        ),
        (
            "when = { made = false }",
            "when = { failed = 3, made = true }",
            "Line 41, failed: A session is made or failed",
        ),
        (
            "when = { made = false }",
            "when = { set = 9, reps_at_least = 5 }",
            "Line 41, set: The longest of these slots has 4 sets, so there is no set 9.",
        ),
        (
            "then = { deload = 10 }",
            'then = { rung = "next" }',
            "Line 42, rung: The lift “squat” has no ladder: give it one.",
        ),
        ("then = { deload = 10 }", "then = { sets = 1 }", "Line 42, most: One set more each time never ends"),
        ("then = { deload = 10 }", "then = { }", "Line 42, then: The rule changes nothing"),
        (
            "then = { deload = 10 }",
            "then = { shrink = 10 }",
            "Line 42, shrink: “shrink” is not a key of then.",
        ),
        (
            'lifts = ["squat"]\nwhen = { made = true }',
            'lifts = ["bench"]\nwhen = { made = true }',
            "Line 34, lifts: There is no lift “bench”",
        ),
    ],
)
def test_each_mistake_is_told_with_line_key_and_cure(old: str, new: str, expected: str):
    assert old in GOOD
    result = problems_in(GOOD.replace(old, new))
    assert any(sentence.startswith(expected) for sentence in result), result


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("{ made = true }", "{ made = false }"),
        ("{ topped = true }", "{ failed = 3 }"),
        ("{ week = 1 }", "{ week = 2 }"),
        ('{ set = "amrap", reps_at_most = 4 }', '{ set = "amrap", reps_at_least = 5 }'),
        ("{ sum_at_most = 20 }", "{ sum_at_least = 21 }"),
    ],
)
def test_rules_whose_conditions_exclude_each_other_do_not_fight(first: str, second: str):
    text = GOOD.replace("when = { made = true }", f"when = {first}").replace(
        "when = { made = false }", f"when = {second}"
    )
    assert problems_in(text) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("{ made = true }", '{ set = "amrap", reps_at_least = 10 }'),
        ("{ week = 1 }", "{ made = true }"),
        ("{ failed = 2 }", "{ failed = 3 }"),
        ('{ set = "amrap", reps_at_least = 5 }', '{ set = "amrap", reps_at_least = 8 }'),
    ],
)
def test_rules_that_can_hold_together_fight(first: str, second: str):
    text = GOOD.replace("when = { made = true }", f"when = {first}").replace(
        "when = { made = false }", f"when = {second}"
    )
    assert len(problems_in(text)) == 1
    assert "can hold at the same time" in problems_in(text)[0]


def test_a_text_that_is_no_toml_says_its_line():
    with pytest.raises(Exception, match="Line 4: this is not TOML"):
        read_toml(GOOD.replace("cycles = 6", "cycles = "))
