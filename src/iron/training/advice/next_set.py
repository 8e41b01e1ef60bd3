"""The next set of a running workout, solved again after every set with the form that the day has shown.

The same small functions run on the phone without signal (web/src/core); spec cases keep the two alike.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from iron.training.advice.advice import CUT_LEAST, CUT_MOST, DROP_SHARE, STEP_SHARE, Advice, answered
from iron.training.strength.line_belief import LineBelief, after_set, for_today
from iron.training.strength.state import fatigue_share

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iron.training.advice.question import Did, Question

LIKELY: Final = 0.5  # the load stays while the lower end of the range is more likely than not: guess
SAFE: Final = 0.8  # a lighter load must make it as likely as docs/evidence.md#next-load asks of a first set
# Reps above the top of the range, reserve counted, before the load may rise within a workout: guess.
EASY_REPS: Final = 3.0


def next_set(question: Question, done: Sequence[Did]) -> Advice:
    """Load and reps of the next set after today's sets on the line.

    Args:
        question: today's question, as it was asked before the workout.
        done: today's working sets so far, at least one.
    """
    last = done[-1]
    today = today_belief(question, done)
    tired = fatigue_share(len(done), None)
    if len(done) >= question.to_do:
        return _answer(question, "planned-done", None, today, tired, "That was the last set planned here.")
    if last.cut:
        return _after_cut(question, last, today, tired)
    if today is None:
        lighter = [load for moved, load in question.steps() if moved < question.moved(last.load_kg) - 1e-9]
        if last.reps < question.reps_low and lighter:
            sentence = f"{lighter[-1]:g} kg: {last.reps:g} reps were short of {question.reps_low}."
            return _answer(question, "lighter", lighter[-1], today, tired, sentence)
        return _answer(question, "same", last.load_kg, today, tired, _same(question, last))
    low, high = question.reps_low, question.reps_high
    reach = today.chances(question.moved(last.load_kg), (low,), tired)[0]
    if reach < LIKELY and last.reps < high:
        return _lighter(question, last, today, tired)
    spare = last.reps + (last.rir or 0.0) - high - question.rir
    if last.rir is not None and spare >= EASY_REPS and not question.deload:
        return _heavier(question, last, today, tired)
    return _answer(question, "same", last.load_kg, today, tired, _same(question, last))


def today_belief(question: Question, done: Sequence[Did]) -> LineBelief | None:
    """What is believed about the line today, after the sets done; None without a belief."""
    if question.belief is None:
        return None
    today = for_today(question.belief)
    for position, one in enumerate(done):
        moved = question.moved(one.load_kg)
        if moved > 0 and one.reps >= 1 and not one.cut:
            today = after_set(today, moved, one.reps, one.rir, position)
    return today


def _same(question: Question, last: Did) -> str:
    return f"Stay at {last.load_kg:g} kg: {last.reps:g} reps, aim for {question.reps_low}–{question.reps_high} again."


def _after_cut(question: Question, last: Did, today: LineBelief | None, tired: float) -> Advice:
    share = 0.25 if today is None else 1.0 - math.exp(-today.cut)
    share = min(CUT_MOST, max(CUT_LEAST, share))
    load = _at_most(question, question.moved(last.load_kg) * (1.0 - share))
    sentence = f"{load:g} kg to full depth: the last set was cut short, and cut kilos do not count."
    return _answer(question, "cut", load, today, tired, sentence)


def _lighter(question: Question, last: Did, today: LineBelief, tired: float) -> Advice:
    now = question.moved(last.load_kg)
    steps = [pair for pair in question.steps() if (1.0 - DROP_SHARE) * now - 1e-9 <= pair[0] < now - 1e-9]
    safe = [load for moved, load in steps if today.chances(moved, (question.reps_low,), tired)[0] >= SAFE]
    if not steps:
        return _answer(question, "same", last.load_kg, today, tired, _same(question, last))
    load = safe[-1] if safe else steps[0][1]
    sentence = f"{load:g} kg: after {last.reps:g} with {last.load_kg:g} kg, {question.reps_low} more would be a grind."
    return _answer(question, "lighter", load, today, tired, sentence)


def _heavier(question: Question, last: Did, today: LineBelief, tired: float) -> Advice:
    now = question.moved(last.load_kg)
    up = [pair for pair in question.steps() if pair[0] > now + 1e-9]
    limit = max(now * (1.0 + STEP_SHARE), up[0][0] if up else now)
    safe = [
        load
        for moved, load in up
        if moved <= limit + 1e-9 and today.chances(moved, (question.reps_low,), tired)[0] >= SAFE
    ]
    if not safe:
        return _answer(question, "same", last.load_kg, today, tired, _same(question, last))
    sentence = f"{safe[-1]:g} kg: {last.reps:g} reps with {last.rir:g} left is more than {question.reps_high} asks for."
    return _answer(question, "heavier", safe[-1], today, tired, sentence)


def _answer(
    question: Question, rule: str, load: float | None, today: LineBelief | None, tired: float, sentence: str
) -> Advice:
    return answered(question, rule, load, today, sentence, tired)


def _at_most(question: Question, moved: float) -> float:
    steps = question.steps()
    return next(
        (load for mass, load in reversed(steps) if mass <= moved + 1e-9), steps[0][1] if steps else 0.0
    )
