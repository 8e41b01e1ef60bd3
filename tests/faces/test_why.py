"""`iron why` solves a stored advice again; what was changed by hand is told."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import pytest

from iron.journal.snapshot.replay import again, differences, replayed
from iron.training.advice.advice import advise, document
from iron.training.advice.next_set import next_set
from iron.training.advice.question import Did, Question
from iron.values.errors import BadDocumentError


def _question() -> Question:
    last = (Did(180, 10, 2), Did(180, 9, 1))
    return Question(
        "leg-press-45|-|both|foot_height=low|stance=wide", "2026-11-22", "leg_press", 45.0, 1, 55.0, False, 3, 8, 10, 2.0,
        (170.0, 175.0, 180.0, 185.0), None, True, last=last, days_since=7, best_kg=180.0,
    )  # fmt: skip


def _stored() -> dict[str, Any]:
    question = _question()
    return document(question, advise(question))


def test_an_advice_before_the_first_set_replays_the_same():
    body = _stored()
    assert differences(body, again(body)) == []


def test_an_advice_after_sets_of_today_replays_with_those_sets():
    question, done = _question(), (Did(180, 6, 0),)
    body = {
        **document(question, next_set(question, done)),
        "done": [asdict(one) for one in done],
    }
    assert body["rule"] == "lighter"
    assert differences(body, again(body)) == []


def test_a_number_changed_by_hand_is_told():
    body = {**_stored(), "load_kg": 500.0}
    assert differences(body, again(body)) == ["load_kg: 500.0 -> 180.0"]


def test_an_advice_without_its_question_is_refused():
    with pytest.raises(BadDocumentError):
        again({"v": 1, "rule": "step-up"})


def test_a_replay_tells_the_answer_of_today_and_that_it_is_the_same():
    told = replayed(_stored())
    assert (told["same"], told["sentence"]) == (True, "Solved again: the same.")
    assert told["replay"] == {name: _stored()[name] for name in told["replay"]}


def test_a_replay_that_differs_says_what_and_one_that_cannot_be_made_says_why():
    assert replayed({**_stored(), "rir": 5.0})["differences"] == ["rir: 5.0 -> 2.0"]
    told = replayed({"v": 1, "rule": "step-up"})
    assert "replay" not in told
    assert told["sentence"] == "This advice does not hold its question, so it cannot be solved again."


def test_later_sets_that_stayed_the_same_are_kept_with_the_question_and_replayed_too():
    question, done = _question(), (Did(180, 9, 1),)
    row = {"id": "s2", "done": [asdict(one) for one in done], **asdict(next_set(question, done))}
    told = replayed({**_stored(), "after": [row, {**row, "id": "s3", "load_kg": 400.0}]})
    assert [(one["set"], one["same"]) for one in told["after"]] == [("s2", True), ("s3", False)]
