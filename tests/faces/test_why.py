"""`iron why` solves a stored advice again; what was changed by hand is told."""

from __future__ import annotations

import json
from datetime import date
from io import StringIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console

from iron.cli.lifter.why import show
from iron.journal.snapshot.replay import again, differences, document, replayed, sentence_of
from iron.training.history.sets import ExerciseFacts, PerformedSet
from iron.training.measured.steps import MeasuredCase, MeasuredSession, MeasuredSet
from iron.training.measured.stored import measured_from, measured_json
from iron.training.prescription.build import case_of, trained
from iron.training.prescription.model import Case, Lift, Prescription
from iron.values.errors import BadDocumentError

PRESS = ExerciseFacts("leg-press-45", ("foot_height",), 45.0, "leg_press", "plates", base_kg=55.0)
LINE = "leg-press-45|-|both|foot_height=low"
GRID = (165.0, 170.0, 175.0, 180.0, 185.0)


def case(load: float = 180.0, reps: int = 10, rir: float | None = 2.0, away: int = 7) -> Case:
    sets = [
        PerformedSet("w", "2026-11-01T18:00:00", 0, at, f"s{at}", "leg-press-45", base_kg=55.0, load_kg=load,
                     moved_kg=load + 55, reps=reps - at, rir=rir, setup={"foot_height": "low"})
        for at in range(2)
    ]  # fmt: skip
    on = date.fromordinal(date(2026, 11, 1).toordinal() + away)
    return case_of(trained(sets, PRESS), LINE, on, grid=lambda *_: GRID)


def stored(*finished: Lift) -> dict[str, Any]:
    return json.loads(json.dumps(document(case(), finished)))


def test_an_advice_before_the_first_set_replays_the_same():
    body = stored()
    assert (body["rule"], body["load_kg"]) == ("stay-more-reps", 180)
    assert differences(body, again(body)) == []


@settings(max_examples=30, deadline=None)
@given(st.floats(100, 300), st.integers(4, 20), st.sampled_from([None, 0.0, 1.5, 3.0]), st.integers(3, 60))
def test_every_advice_replays_from_its_document(load: float, reps: int, rir: float | None, away: int):
    body = json.loads(json.dumps(document(case(round(load, 1), reps, rir, away))))
    assert differences(body, again(body)) == []


def test_an_advice_after_sets_of_today_replays_with_those_sets():
    body = stored(Lift(180, 235, 5, 0, failed=True))
    assert body["rule"] == "less-set-short"
    assert differences(body, again(body)) == []


def test_a_number_changed_by_hand_is_told():
    assert differences({**stored(), "load_kg": 500.0}, again(stored())) == ["load_kg: 500.0 -> 180.0"]


def test_an_advice_without_its_case_is_refused_and_one_of_an_earlier_engine_says_so():
    with pytest.raises(BadDocumentError, match="does not hold its question"):
        again({"v": 1, "engine": 2, "rule": "up-scheme"})
    old = {"v": 1, "rule": "step-up", "inputs": {"line": LINE}, "load_kg": 180.0, "sentence": "Load 180 kg."}
    with pytest.raises(BadDocumentError, match="earlier engine"):
        again(old)
    assert sentence_of(old) == "Load 180 kg."


def test_a_replay_tells_the_answer_of_today_and_that_it_is_the_same():
    answer = replayed(stored())
    assert (answer["same"], answer["sentence"]) == (True, "Solved again: the same.")
    assert answer["replay"] == {name: stored()[name] for name in answer["replay"]}


def test_later_sets_of_the_session_are_kept_with_the_case_and_replayed_too():
    finished = [Lift(180, 235, 9, 1)]
    after: Prescription = again({**stored(), "done": [[180, 235, 9, 1, ""]]})
    row = {"id": "s2", **{k: v for k, v in document(case(), finished).items() if k not in {"inputs", "v"}}}
    answer = replayed({**stored(), "after": [row, {**row, "id": "s3", "load_kg": 400.0}]})
    assert [(each["set"], each["same"]) for each in answer["after"]] == [("s2", True), ("s3", False)]
    assert after.rule == "stay-set-same"


HOLDS = MeasuredCase(
    "duration",
    assists=False,
    sessions=tuple(
        MeasuredSession(day, (MeasuredSet(0.0, seconds),))
        for day, seconds in (("2026-03-02", 40.0), ("2026-03-05", 45.0), ("2026-03-08", 50.0))
    ),
    days_away=3,
)


def stored_hold() -> dict[str, Any]:
    """As the phone stores it (`keepMeasured`)."""
    aim = {
        "type": "aim",
        "load": None,
        "duration": {"low": 50, "high": 55},
        "distance": None,
    }
    step = {"type": "aim", "load": None, "duration": {"low": 5, "high": 5}, "distance": None}
    return {
        "v": 1, "engine": 2, "line": "plank|-|both", "on": "2026-03-11", "set": "s1",
        "measured": json.loads(json.dumps(measured_json(HOLDS))),
        "rule": "up-measured-along", "sets": 1,
        "aim": {"load_kg": 0, "duration_s": [50, 55], "distance_m": None},
        "message": {"code": "next-up-measured-along", "values": {"aim": aim, "step": step}},
    }  # fmt: skip


def test_the_advice_of_a_hold_is_solved_again_from_its_sessions():
    assert measured_from(stored_hold()["measured"]) == HOLDS
    answer = replayed(stored_hold())
    assert answer["replay"]["aim"] == {"load_kg": 0.0, "duration_s": [50.0, 55.0], "distance_m": None}
    assert (answer["same"], answer["sentence"]) == (True, "Solved again: the same.")


def test_an_aim_changed_by_hand_is_told():
    changed = {**stored_hold(), "aim": {"load_kg": 0, "duration_s": [50, 90], "distance_m": None}}
    assert replayed(changed)["same"] is False
    assert "duration_s': [50, 90]" in replayed(changed)["differences"][0]


def test_the_advice_of_a_hold_without_its_case_or_of_an_earlier_engine_cannot_be_solved():
    assert "does not hold its question" in replayed({**stored_hold(), "measured": {}})["sentence"]
    assert "earlier engine" in replayed({**stored_hold(), "engine": 1})["sentence"]


def test_why_tells_a_hold_with_what_was_done_before():
    out = StringIO()
    show(Console(file=out, width=200), stored_hold())
    assert out.getvalue().splitlines() == [
        "50–55 s next: your own steps, 5 s at a time.",
        "Rule up-measured-along · 2026-03-11 · plank|-|both",
        "2026-03-02: 40 s",
        "2026-03-05: 45 s",
        "2026-03-08: 50 s",
        "Solved again: the same.",
    ]


def test_why_tells_a_carry_with_its_load_and_distance():
    carry = MeasuredCase(
        "carry", assists=False, sessions=(MeasuredSession("2026-03-02", (MeasuredSet(24, None, 30),)),)
    )
    out = StringIO()
    show(Console(file=out, width=200), {**stored_hold(), "measured": measured_json(carry)})
    assert "2026-03-02: 24 kg over 30 m" in out.getvalue()


def test_why_is_told_in_words():
    out = StringIO()
    show(Console(file=out, width=200), stored(Lift(180, 235, 9, 1)))
    sentence = out.getvalue()
    assert "180 kg again for" in sentence
    assert "2026-11-01: 180 × 10, 180 × 9" in sentence
    assert "Today: 180 × 9" in sentence
    assert "Solved again: the same." in sentence
