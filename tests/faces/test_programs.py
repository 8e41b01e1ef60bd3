"""The programs that come with Iron can be trained: every exercise exists, a block can be made of each."""

from __future__ import annotations

from datetime import date

from iron.journal.content import library
from iron.journal.journal import Journal
from iron.records.store import MemoryStore
from iron.training.plan import program_files
from iron.training.plan.blocks import block_from


def test_there_are_at_least_eight_and_a_block_can_be_made_of_each():
    programs = program_files.read(library())
    assert len(programs) >= 8
    for name, body in programs.items():
        block = block_from(name, body, date(2026, 11, 23))
        assert len(block["weeks"]) == body["weeks"] + 1


def test_no_program_has_more_than_two_leg_press_days_a_week():
    facts = Journal(MemoryStore()).facts
    for name, body in program_files.read(library()).items():
        block = block_from(name, body, date(2026, 11, 23))
        days = [
            day
            for day in block["weeks"][0]["days"]
            if any(facts[slot["exercise"]].family == "leg_press" for slot in day["slots"])
        ]
        assert len(days) <= 2, name


def test_the_leg_press_program_has_a_heavy_day_and_a_volume_day_with_a_finisher():
    days = program_files.read(library())["leg-press-first"]["days"]
    ranges = [(slot["reps_low"], slot["reps_high"]) for day in days for slot in day["slots"]
              if slot["exercise"] == "leg-press-45"]  # fmt: skip
    assert ranges == [(8, 10), (12, 15), (20, 30)]
