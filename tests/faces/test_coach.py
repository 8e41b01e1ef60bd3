"""The snapshot tells the phone what a next session needs: the belief of yesterday, advice, stalls."""

from __future__ import annotations

from typing import Any

from iron.journal.content import library
from iron.journal.snapshot.snapshot import snapshot

KEY = "leg-press-45|-|both|foot_height=low|stance=wide"


def _workout(number: int, day: str, load: float, *reps: int) -> tuple[str, str, dict[str, Any]]:
    sets = [
        {
            "id": f"s{number}{at}",
            "order": f"a{at}",
            "load": {"value": load, "unit": "kg"},
            "reps": count,
            "rir": 1,
            "setup": {"foot_height": "low", "stance": "wide"},
        }
        for at, count in enumerate(reps)
    ]
    entry = {"id": f"e{number}", "order": "a0", "exercise": "leg-press-45", "sets": sets}
    return "workout", f"w{number}", {"v": 1, "start": f"{day}T18:00:00", "entries": [entry]}


def _line(*rows: tuple[str, str, dict[str, Any]], at: str = "2026-11-22T20:00:00") -> dict[str, Any]:
    line: dict[str, Any] = snapshot(rows, at, library())["lines"][KEY]
    return line


def test_advice_takes_the_exercise_own_range_nearest_to_the_last_reps():
    line = _line(_workout(1, "2026-11-15", 180, 13, 13, 12))
    assert (line["next"]["reps_low"], line["next"]["reps_high"], line["next"]["sets"]) == (12, 15, 3)


def test_advised_loads_are_loads_of_the_machine():
    machine = {"v": 1, "name": "Old", "exercise": "leg-press-45", "unit": "kg", "stack": [150, 180, 210]}
    row = _workout(1, "2026-11-15", 180, 10, 10)
    row[2]["entries"][0]["machine"] = {"id": "m1", "name": "Old", "base_kg": 0}
    lines = snapshot([row, ("machine", "m1", machine)], "2026-11-22T20:00:00", library())["lines"]
    assert next(iter(lines.values()))["next"]["load"]["value"] in {150, 180, 210}


def test_after_five_hard_weeks_a_deload_is_offered_and_after_a_deload_it_is_not():
    mondays = ("2026-10-12", "2026-10-19", "2026-10-26", "2026-11-02", "2026-11-09")
    reps = (10,) * 11  # eleven sets: the week is in the band
    rows = [_workout(at, day, 180 + at, *reps) for at, day in enumerate((*mondays, "2026-11-16"))]
    answer = snapshot(rows, "2026-11-22T20:00:00", library())
    assert answer["deload"]["message"] == {"code": "deload-weeks", "values": {"weeks": 5}}
    assert answer["deload"]["sentence"].startswith(
        "5 hard weeks are done. A lighter week helps: half the sets"
    )
    rows[3][2]["entries"][0]["plan"] = {"deload": True}
    assert "deload" not in snapshot(rows, "2026-11-22T20:00:00", library())


def test_after_a_deload_the_advice_is_for_as_many_sets_as_before_it():
    easy = _workout(2, "2026-11-17", 160, 8)
    easy[2]["entries"][0]["plan"] = {"deload": True}
    line = _line(_workout(1, "2026-11-10", 180, 10, 10, 10), easy)
    assert line["next"]["sets"] == 3
    # From the hard week's 180, at most a step more; not from the easy week's 160.
    assert 180 <= line["next"]["load"]["value"] <= 190
