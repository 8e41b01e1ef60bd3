"""Programs trained before anybody does: three made-up lifters, and a forecast from a log."""

from __future__ import annotations

from typing import Any

import pytest
from shipped_programs import shelf, shipped_program

from iron.journal.content import library
from iron.journal.runs import facts_of
from iron.training.programs.compiling import read_program
from iron.training.programs.fold import Setting
from iron.training.programs.simulation.forecast import Known, forecast
from iron.training.programs.simulation.report import report, report_lines
from iron.training.programs.simulation.shelf import shelf_row

FACTS = facts_of(library())
MEANINGS = {ident: exercise.load_meaning for ident, exercise in library().exercises.items()}


def checked(name: str, unit: str = "kg") -> dict[str, Any]:
    return report(read_program(shipped_program(name)), FACTS, "lb" if unit == "lb" else "kg", MEANINGS)


@pytest.mark.parametrize("name", ["531-classic", "stronglifts-5x5", "nsuns-4-days", "madcow-5x5"])
def test_a_lucky_lifter_misses_no_sooner_than_an_average_one_and_he_no_sooner_than_an_unlucky_one(name: str):
    lifters = checked(name)["lifters"]
    first = [lifters[who]["first_miss"] or 1000 for who in ("lucky", "average", "unlucky")]
    assert first == sorted(first, reverse=True)


def test_every_program_on_the_shelf_is_simulated_for_at_least_its_length_or_twelve_weeks():
    for name, body in shelf().items():
        answer = report(read_program(body), FACTS, "kg", MEANINGS)
        longest = body["cycles"] * body.get("weeks", 1)
        assert answer["weeks"] >= min(12, longest), name
        assert 5 <= answer["minutes"]["shortest"] <= answer["minutes"]["longest"] <= 240, name


def test_easy_weeks_are_made_and_the_chance_falls_as_the_load_rises():
    weeks = checked("stronglifts-5x5")["lifters"]["average"]["weeks"]
    assert weeks[0]["chance"] == 1.0
    assert min(week["chance"] for week in weeks) < 0.2


def test_weeks_that_nobody_can_do_are_warned_of():
    heavy = {
        "format": 2,
        "name": "Too much",
        "cycles": 12,
        "lifts": [{"id": "squat", "exercise": "back-squat", "keeps": "1rm", "ask": "1rm"}],
        "days": [
            {"name": "A", "slots": [{"lift": "squat", "sets": [{"count": 5, "reps": 5, "percent": 105}]}]}
        ],
    }
    answer = report(read_program(heavy), FACTS, "kg", MEANINGS)
    assert answer["warnings"] == ["Weeks 1 and 2: hardly anybody makes squat."]
    impossible = {"week": 1, "after": 2, "lift": "squat"}
    assert answer["warning_messages"] == [{"code": "simulation-impossible", "values": impossible}]


def test_sets_per_muscle_stand_beside_the_range_of_the_evidence():
    muscles = {row["muscle"]: row for row in checked("nsuns-5-days")["muscles"]}
    assert muscles["chest"]["sets"] == 30.0  # 9 + 8 + 9 sets and more with full credit
    assert muscles["chest"]["range"] == "above"


def test_the_report_reads_as_sentences():
    lines = report_lines(checked("531-classic", "lb"))
    assert lines[0] == "Simulated for 26 weeks; every lifter has a 1RM of 225 lb in every lift."
    assert any(line.startswith("  Week 1: press 170 lb × 5+") for line in lines)


CLASSIC = read_program(shipped_program("531-classic"))
ASKED = {"press": 60.0, "bench": 100.0, "squat": 140.0, "deadlift": 170.0}
EXERCISES = {"press": "overhead-press", "bench": "bench-press", "squat": "back-squat", "deadlift": "deadlift"}


def forecast_with(share: float) -> dict[str, Any]:
    """The forecast of a lifter whose 1RM is a share of what he typed."""
    known = {}
    for lift, exercise in EXERCISES.items():
        k = FACTS.curve[exercise]
        ten = share * ASKED[lift] * k / (k + 9.0)
        known[exercise] = Known(ten, ten * 0.95, ten * 1.05)
    return forecast(CLASSIC, Setting("kg", ASKED, MEANINGS), known, FACTS)


def test_who_is_much_stronger_than_his_maxes_finishes_and_who_is_weaker_does_not():
    strong, weak = forecast_with(1.15), forecast_with(0.85)
    assert strong["chance"] == 1.0
    assert strong["breaks"] == []
    assert weak["chance"] < 0.2
    assert weak["scale"] is not None
    assert weak["scale"] < 1
    assert weak["scaled_chance"] >= 0.8


def test_the_same_log_gives_the_same_forecast():
    assert forecast_with(1.0) == forecast_with(1.0)


def test_a_row_of_the_shelf_says_what_the_program_asks():
    row = shelf_row("gzclp", shipped_program("gzclp"), FACTS, MEANINGS)
    assert (row["days"], row["minutes"]) == (4, 45)
    asked = {ask["lift"]: (ask["ask"], ask["optional"]) for ask in row["asks"]}
    assert asked["t1-squat"] == ("5rm", True)
    assert asked["t3-row"] == ("load", True)
