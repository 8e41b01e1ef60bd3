"""Cases of the program checker: each mistake with its line, key and sentence, as Python says it today."""

from __future__ import annotations

from typing import Any

from iron.training.programs.checks.reading import read_toml, sentences

KNOWN = {"back-squat", "bench-press", "push-up", "dip"}
GOOD = """format = 2
name = "Squats"
weeks = 2
cycles = 6

[schemes]
heavy = [{ count = 3, reps = 5, percent = 80 }, { reps = 5, percent = 60, amrap = true }]
light = [{ count = 3, reps = 8, percent = 60 }]

[[lifts]]
id = "squat"
exercise = "back-squat"
keeps = "training max"
ask = "1rm"
take = 90

[[lifts]]
id = "push"
ladder = ["push-up", "dip"]

[[days]]
name = "A"

[[days.slots]]
lift = "squat"
weeks = ["heavy", "light"]

[[days.slots]]
lift = "push"
sets = [{ count = 3, reps = [5, 8] }]

[[rules]]
name = "Made"
lifts = ["squat"]
when = { made = true }
then = { add = { kg = 2.5, lb = 5 } }

[[rules]]
name = "Missed"
lifts = ["squat"]
when = { made = false }
then = { deload = 10 }
"""
_SETS = "{ count = 3, reps = [5, 8] }"
_WHEN = "when = { made = false }"
_THEN = "then = { deload = 10 }"
CHANGES = (
    ("cycles = 6\n", ""),
    ("format = 2", "format = 3"),
    ("cycles = 6", "cycles = 100000"),
    ("weeks = 2\ncycles = 6", "weeks = 52\ncycles = 200"),
    ("weeks = 2\n", "weeks = 3\n"),
    ('"back-squat"', '"bakc-squat"'),
    ('"push-up", "dip"', '"push-up", "dap"'),
    ('id = "push"', 'id = "squat"'),
    ('keeps = "training max"\n', ""),
    ('lift = "squat"\nweeks', 'lift = "sqat"\nweeks'),
    ('["heavy", "light"]', '["heavy", "lihgt"]'),
    ('["heavy", "light"]', '["heavy"]'),
    (_SETS, "{ count = 3, reps = 5, kg = -5 }"),
    (_SETS, "{ count = 200, reps = 5 }"),
    (_SETS, "{ count = 20, reps = 5 }, { count = 20, reps = 5 }"),
    (_SETS, "{ count = 3, reps = 5, percent = 80 }"),
    (_SETS, '{ reps = 5, percent = 90, of = "set 3" }'),
    (_SETS, '{ reps = 5, percent = 90, of = "bench" }'),
    (_SETS, "{ reps = 5, seconds = 30 }"),
    (_SETS, "{ reps = 5, cap = 8 }"),
    (_SETS, "{ reps = [8, 5] }"),
    (_SETS, '{ reps = 5, kind = "giant" }'),
    (_WHEN, "when = { made = true }"),
    (_WHEN, "when = { failed = 3, made = true }"),
    (_WHEN, "when = { set = 9, reps_at_least = 5 }"),
    (_WHEN, "when = { week = 3 }"),
    (_WHEN, "when = { stage = 2 }"),
    (_WHEN, 'when = { question = "pump", answer = ["good"] }'),
    (_WHEN, 'when = { set = "amrap", reps_at_least = 9, reps_at_most = 3 }'),
    (_WHEN, "when = { sum_at_least = 20 }"),
    (_THEN, 'then = { rung = "next" }'),
    (_THEN, "then = { sets = 1 }"),
    (_THEN, "then = { }"),
    (_THEN, "then = { shrink = 10 }"),
    (_THEN, 'then = { test = "5rm" }'),
    (_THEN, "then = { table = [{ reps = [1, 5], add = { kg = 5 } }, { reps = [5], add_percent = 2 }] }"),
    (_THEN, "then = { add = { stone = 1 } }"),
    (_SETS, "{ reps = 5, minutes = 10 }"),
    (_SETS, '{ reps = 5, kind = "emom", minutes = 10, rest = 30 }'),
    (_SETS, '{ count = 20, reps = 5, kind = "emom", minutes = 1 }'),
    (_SETS, '{ reps = 5, kind = "emom", minutes = 31 }'),
    (_SETS, '{ reps = 5, kind = "emom", minutes = 10 }'),
    ('lift = "push"\n', 'lift = "push"\nrotate = true\nsetups = [{ grip = "wide" }, { grip = "close" }]\n'),
    ('lift = "push"\n', 'lift = "push"\nsetups = [{ grip = "wide" }]\n'),
    ('lift = "push"\n', 'lift = "push"\nsetups = [{ grip = "wide" }, { grip = [1] }]\n'),
    ('lift = "push"\n', 'lift = "push"\nalternatives = ["bench-press", "dap"]\n'),
    ('exercise = "back-squat"\n', 'exercise = "back-squat"\nalternatives = ["back-squat"]\n'),
    ('name = "A"\n', 'name = "A"\nweekday = 2\n'),
    ("weeks = 2\ncycles", 'weeks = 2\nschedule = "weekdays"\ncycles'),
    ("weeks = 2\ncycles", "weeks = 2\nmuscle_limits = { quads = 18 }\ncycles"),
    ('name = "A"\n', 'name = "A"\nmovd = 1\n'),
    ("take = 90", "take = 900"),
)


def cases() -> list[dict[str, Any]]:
    """The good program, and each mistake put into it."""
    texts = [GOOD, *(GOOD.replace(old, new) for old, new in CHANGES)]
    return [{"in": [text, sorted(KNOWN)], "out": _sentences(text)} for text in texts]


def _sentences(text: str) -> list[dict[str, Any]]:
    result = sentences(text, read_toml(text), KNOWN)
    return [{"where": problem.where, "sentence": sentence} for problem, sentence in result]
