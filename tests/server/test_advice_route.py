"""GET /api/v1/advice/<id>: the stored advice and its replay, or the sentence why there is none."""

from __future__ import annotations

from dataclasses import replace

import pytest
from test_sync import Phone, _every_statement_on_a_journal_names_its_lifter  # noqa: F401  (a fixture for all)
from training_years import op_id, workout_id

from iron.training.advice.advice import advise, document
from iron.training.advice.question import Did, Question

pytestmark = pytest.mark.django_db(transaction=True)

IDENT = workout_id(7)
QUESTION = Question(
    "leg-press-45|-|both|foot_height=low|stance=wide", "2026-11-22", "leg_press", 45.0, 1, 55.0, False, 3, 8, 10, 2.0,
    (170.0, 175.0, 180.0, 185.0), None, True, last=(Did(180, 10, 2), Did(180, 9, 1)), days_since=7, best_kg=180.0,
)  # fmt: skip


def stored(body) -> Phone:
    phone = Phone("ada")
    what = {"op_id": op_id(1), "kind": "advice", "id": IDENT, "base": 0, "body": body}
    [result] = phone.push(what)
    assert result["status"] == "applied", result
    return phone


def test_an_advice_is_answered_with_its_replay():
    body = document(QUESTION, advise(QUESTION))
    status, told = stored(body).get(f"advice/{IDENT}")
    assert (status, told["id"], told["same"], told["sentence"]) == (
        200,
        IDENT,
        True,
        "Solved again: the same.",
    )
    assert told["body"]["inputs"]["line"] == QUESTION.line
    assert told["replay"]["load_kg"] == told["body"]["load_kg"] == 180


def test_an_advice_that_cannot_be_solved_again_says_why():
    status, told = stored({"v": 1, "rule": "step-up"}).get(f"advice/{IDENT}")
    assert (status, told["same"]) == (200, False)
    assert told["sentence"] == "This advice does not hold its question, so it cannot be solved again."


def test_an_advice_changed_by_hand_says_what_differs():
    wrong = {**document(QUESTION, advise(QUESTION)), "load_kg": 300.0}
    assert stored(wrong).get(f"advice/{IDENT}")[1]["differences"] == ["load_kg: 300.0 -> 180.0"]


def test_another_lifter_and_a_guest_see_nothing():
    stored(document(QUESTION, advise(replace(QUESTION, rir=1.0))))
    status, told = Phone("bob").get(f"advice/{IDENT}")
    assert (status, told["error"]["code"]) == (404, "not_found")
    assert Phone().get(f"advice/{IDENT}")[0] == 401
