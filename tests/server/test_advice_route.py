"""GET /api/v1/advice/<id>: the stored advice and its replay, or the sentence why there is none."""

from __future__ import annotations

import json
from datetime import date

import pytest
from test_sync import Phone, _every_statement_on_a_journal_names_its_lifter  # noqa: F401  (a fixture for all)
from training_years import op_id, workout_id

from iron.journal.snapshot.replay import document
from iron.training.history.sets import ExerciseFacts, PerformedSet
from iron.training.prescription.build import case_of, trained

pytestmark = pytest.mark.django_db(transaction=True)

IDENT = workout_id(7)
LINE = "leg-press-45|-|both|foot_height=low"


def advice() -> dict:
    facts = ExerciseFacts("leg-press-45", ("foot_height",), 45.0, "leg_press", "plates", base_kg=55.0)
    sets = [
        PerformedSet("w", "2026-11-15T18:00:00", 0, at, f"s{at}", "leg-press-45", base_kg=55.0, load_kg=180.0,
                     moved_kg=235.0, reps=10 - at, rir=2.0, setup={"foot_height": "low"})
        for at in range(2)
    ]  # fmt: skip
    return json.loads(json.dumps(document(case_of(trained(sets, facts), LINE, date(2026, 11, 22)))))


def stored(body) -> Phone:
    phone = Phone("ada")
    what = {"op_id": op_id(1), "kind": "advice", "id": IDENT, "base": 0, "body": body}
    [result] = phone.push(what)
    assert result["status"] == "applied", result
    return phone


def test_an_advice_is_answered_with_its_replay():
    status, answer = stored(advice()).get(f"advice/{IDENT}")
    assert (status, answer["id"], answer["same"], answer["sentence"]) == (
        200,
        IDENT,
        True,
        "Solved again: the same.",
    )
    assert answer["body"]["inputs"]["line"] == LINE
    assert answer["replay"]["load_kg"] == answer["body"]["load_kg"] == 180


def test_an_advice_that_did_not_change_is_not_sent_again():
    phone = stored(advice())
    address = f"/api/v1/advice/{IDENT}"
    tag = phone.client.get(address).headers["ETag"]
    assert phone.client.get(address, headers={"If-None-Match": tag}).status_code == 304
    phone.push(
        {"op_id": op_id(2), "kind": "advice", "id": IDENT, "base": 1, "body": {"v": 1, "rule": "up-scheme"}}
    )
    assert phone.client.get(address, headers={"If-None-Match": tag}).status_code == 200


def test_an_advice_that_cannot_be_solved_again_says_why():
    status, answer = stored({"v": 1, "engine": 2, "rule": "up-scheme"}).get(f"advice/{IDENT}")
    assert (status, answer["same"]) == (200, False)
    assert answer["sentence"] == "This advice does not hold its question, so it cannot be solved again."


def test_an_advice_changed_by_hand_says_what_differs():
    wrong = {**advice(), "load_kg": 300.0}
    assert stored(wrong).get(f"advice/{IDENT}")[1]["differences"] == ["load_kg: 300.0 -> 180.0"]


def test_another_lifter_and_a_guest_see_nothing():
    stored(advice())
    status, answer = Phone("bob").get(f"advice/{IDENT}")
    assert (status, answer["error"]["code"]) == (404, "not_found")
    assert Phone().get(f"advice/{IDENT}")[0] == 401
