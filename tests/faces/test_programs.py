"""The programs that come with Iron can be trained: every exercise exists, a block can be made of each."""

from __future__ import annotations

from datetime import date

from iron.journal import journal
from iron.training.plan import program_files
from iron.training.plan.blocks import LEG_PRESS_DAYS, block_from, leg_press_days


def test_there_are_at_least_eight_and_a_block_can_be_made_of_each():
    found = program_files.read(journal.library())
    assert len(found) >= 8
    for name, body in found.items():
        block = block_from(name, body, date(2026, 11, 23))
        assert len(block["weeks"]) == body["weeks"] + 1


def test_no_program_has_more_than_two_leg_press_days_a_week():
    facts = journal.Journal(journal.MemoryStore()).facts
    for name, body in program_files.read(journal.library()).items():
        block = block_from(name, body, date(2026, 11, 23))
        assert leg_press_days(block["weeks"][0], facts) <= LEG_PRESS_DAYS, name


def test_the_leg_press_program_has_a_heavy_day_and_a_volume_day_with_a_finisher():
    days = program_files.read(journal.library())["leg-press-first"]["days"]
    ranges = [(slot["reps_low"], slot["reps_high"]) for day in days for slot in day["slots"]
              if slot["exercise"] == "leg-press-45"]  # fmt: skip
    assert ranges == [(8, 10), (12, 15), (20, 30)]
