"""Growth and snapshot of an account follow a merge and its taking back."""

from __future__ import annotations

import copy

import pytest
from test_sync import Phone, _every_statement_on_a_journal_names_its_lifter  # noqa: F401  (a fixture for all)
from training_years import op_id, workout, workout_id

pytestmark = pytest.mark.django_db(transaction=True)

OWN = "0192f000-0000-7000-8000-00000000000a"
OTHER = "0192f000-0000-7000-8000-00000000000b"
PRESS = "leg-press-45"
RED = {"id": "0192f000-0000-7000-8000-0000000000c1", "name": "Red", "base_kg": 40}
BODY = {"v": 1, "name": "Leg press Technogym", "load_meaning": "plates"}


@pytest.fixture
def phone():
    return Phone("ada")


@pytest.fixture
def ops():
    return iter(range(1000))


def push(phone, ops, kind, key, base, body):
    [result] = phone.push({"op_id": op_id(next(ops)), "kind": kind, "id": key, "base": base, "body": body})
    assert result["status"] == "applied", result


def logged(number, *exercises):
    body = workout(number)
    [entry] = [each for each in body["entries"] if each["exercise"] == PRESS][:1]
    body["entries"] = []
    for n, exercise in enumerate(exercises):
        single = {**copy.deepcopy(entry), "id": f"e{n}", "order": f"a{n}", "exercise": exercise}
        single.pop("machine", None)
        for m, made in enumerate(single["sets"]):
            made["id"] = f"s{n}-{m}"
            made["load"]["value"] += 10 * n + number
        body["entries"].append(single)
    return body


def growth_points(phone, exercise):
    return {
        key: value
        for key, value in phone.get(f"growth/{exercise}?at=2027-01-01T00:00:00")[1].items()
        if key != "seq"
    }


def everything(phone):
    return (
        growth_points(phone, OWN),
        growth_points(phone, PRESS),
        phone.get("snapshot?at=2026-11-22T20:00:00")[1],
    )


def test_growth_of_the_merged_is_that_of_sets_logged_as_the_press_and_taking_it_back_gives_both_back(
    phone, ops
):
    push(phone, ops, "exercise", OWN, 0, BODY)
    days = [(0, (OWN,)), (1, (PRESS, OWN)), (2, (OWN, PRESS)), (3, (PRESS,))]
    for number, exercises in days:
        push(phone, ops, "workout", workout_id(number), 0, logged(number, *exercises))
    before = everything(phone)

    push(phone, ops, "exercise", OWN, 1, {**BODY, "alias_of": PRESS})
    merged = everything(phone)
    assert merged[0] == merged[1]

    plain = Phone("bob")
    for number, exercises in days:
        push(plain, ops, "workout", workout_id(number), 0, logged(number, *[PRESS] * len(exercises)))
    assert merged[1] == growth_points(plain, PRESS)
    assert merged[2] == plain.get("snapshot?at=2026-11-22T20:00:00")[1]

    push(phone, ops, "exercise", OWN, 2, BODY)
    assert everything(phone) == before


def test_a_machine_said_by_the_merge_makes_a_line_of_its_own(phone, ops):
    push(phone, ops, "exercise", OWN, 0, {**BODY, "alias_of": PRESS, "alias_with": {"machine": RED}})
    push(phone, ops, "workout", workout_id(0), 0, logged(0, OWN))
    push(phone, ops, "workout", workout_id(1), 0, logged(1, PRESS))
    keys = {line["line"].split("|")[1]: line["sets"] for line in growth_points(phone, PRESS)["lines"]}
    assert set(keys) == {RED["id"], "-"}
    push(phone, ops, "workout", workout_id(2), 0, logged(2, OWN))
    later = {line["line"].split("|")[1]: line["sets"] for line in growth_points(phone, PRESS)["lines"]}
    assert later == {RED["id"]: 2 * keys[RED["id"]], "-": keys["-"]}


def test_two_devices_that_merged_in_opposite_directions_get_one_answer(phone, ops):
    push(phone, ops, "exercise", OWN, 0, {**BODY, "alias_of": OTHER})
    push(phone, ops, "exercise", OTHER, 0, {**BODY, "name": "Other", "alias_of": OWN})
    push(phone, ops, "workout", workout_id(0), 0, logged(0, OWN, OTHER))
    assert growth_points(phone, OWN) == growth_points(phone, OTHER)
    assert growth_points(phone, OWN)["exercise"] == OWN


def test_a_merge_into_itself_is_refused_and_nothing_is_stored(phone, ops):
    push(phone, ops, "exercise", OWN, 0, BODY)
    body = {**BODY, "alias_of": OWN}
    [result] = phone.push({"op_id": op_id(999), "kind": "exercise", "id": OWN, "base": 1, "body": body})
    assert result["status"] == "refused"
    assert result["error"]["sentence"].startswith("“Leg press Technogym” cannot be merged into itself")
    assert phone.get("sync/pull?since=0")[1]["docs"][0]["body"] == BODY
