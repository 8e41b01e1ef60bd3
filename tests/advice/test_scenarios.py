"""The rule book of advice: each scenario holds, and so do the laws that hold for all of them."""

from __future__ import annotations

import pytest
from scenario import Scenario, read_all

from iron.values.units import mass_kg

SCENARIOS = read_all()
A_ROUNDING = 0.25
"""The same load in two units, each as people say it [kg]."""


@pytest.fixture(scope="module", params=SCENARIOS, ids=lambda scenario: scenario.name)
def scenario(request) -> Scenario:
    return request.param


@pytest.fixture(scope="module")
def rows(scenario: Scenario):
    """What Iron says, worked out once for all that is asked about it."""
    return scenario.answers()


def _chosen(scenario: Scenario, rows):
    wanted = scenario.expect.get("line")
    chosen = [row for row in rows if wanted is None or wanted in row.line]
    assert chosen, f"no line {wanted} in {[row.line for row in rows]}"
    return chosen[0]


def _value(load):
    return 0.0 if load is None else load["value"]


def _kilos(load):
    return 0.0 if load is None else mass_kg(load["value"], load["unit"])


def test_a_coach_would_sign_it(scenario: Scenario, rows):
    row, expect = _chosen(scenario, rows), scenario.expect
    load, summary = _value(row.load), f"{row.rule}: {row.sentence} {row}"
    if "load" in expect:
        assert load == expect["load"], summary
    if "load_from" in expect:
        assert load >= expect["load_from"], summary
    if "load_to" in expect:
        assert load <= expect["load_to"], summary
    if "body_weight" in expect:
        assert row.body_weight is expect["body_weight"], summary
    if "sets" in expect:
        assert row.sets == expect["sets"], summary
    for end in ("reps_low", "reps_high"):
        if end in expect:
            least, most = expect[end] if isinstance(expect[end], list) else [expect[end]] * 2
            assert least <= getattr(row, end) <= most, summary
    if "chance" in expect:
        assert row.chance >= expect["chance"], summary
    if "question" in expect:
        assert (row.question or {}).get("code") == (expect["question"] or None), summary
    if "rule" in expect:
        assert row.rule in expect["rule"], summary
    for word in expect.get("words", ()):
        assert word in row.sentence, summary
    for word in expect.get("not_words", ()):
        assert word not in row.sentence, summary


def test_words_agree_with_the_load(rows):
    for row in rows:
        if row.last is None or row.rule.startswith("start-"):
            assert row.rule.startswith("start-")
            assert row.last is None or (row.load is None and not row.body_weight)
            continue
        now, last = _kilos(row.load), _kilos(row.last["load"])
        if abs(now - last) < A_ROUNDING:
            now = last
        direction = row.rule.split("-")[0]
        if "assisted" in row.exercise:
            now, last = -now, -last
        assert direction == ("stay" if now == last else "up" if now > last else "less"), row
        assert ("Stay at" in row.sentence) <= (now == last), row
        assert ("less than last time" in row.sentence) <= (now < last), row


def test_no_load_is_advised_that_will_likely_fail(rows):
    for row in rows:
        assert row.chance is None or 0.60 <= row.chance <= 0.95, row
        assert 1 <= row.reps_low <= row.reps_high, row
        assert row.sets >= 1, row


def test_the_button_and_the_sentence_name_the_same_load(rows):
    for row in rows:
        if row.load is not None:
            assert f"{row.load['value']:g} {row.load['unit']}" in row.sentence, row


def test_the_message_alone_gives_the_sentence_again(rows):
    from iron.knowledge import messages

    for row in rows:
        assert messages.render(row.message["code"], row.message["values"]) == row.sentence
