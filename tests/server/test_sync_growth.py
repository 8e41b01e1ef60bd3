import pytest
from test_sync import Phone, _every_statement_on_a_journal_names_its_lifter  # noqa: F401  (a fixture for all)
from training_years import op_id, workout, workout_id

from iron.server.api import growth

pytestmark = pytest.mark.django_db(transaction=True)

PRESS = "growth/leg-press-45"


@pytest.fixture
def phone():
    growth._kept.clear()
    return Phone("ada")


def push(phone, number, body, base=0, kind="workout", key=None):
    what = {"op_id": op_id(number * 10 + base), "kind": kind, "id": key or workout_id(number), "base": base}
    [result] = phone.push({**what, "delete": True} if body is None else {**what, "body": body})
    assert result["status"] == "applied", result


def afresh(phone):
    growth._kept.clear()
    return phone.get(PRESS)[1]


def test_growth_needs_an_account_and_a_known_exercise(phone):
    assert Phone().get(PRESS)[0] == 401
    status, told = phone.get("growth/leg-press-46")
    assert (status, told["error"]["code"]) == (404, "not_found")


def test_nothing_logged_has_no_lines(phone):
    assert phone.get(PRESS) == (200, {"v": 1, "exercise": "leg-press-45", "seq": 0, "lines": []})


def test_a_workout_is_a_point_and_the_next_one_is_added_to_what_was_kept(phone):
    push(phone, 0, workout(0))
    assert len(phone.get(PRESS)[1]["lines"][0]["points"]) == 1
    [kept] = growth._kept.values()
    push(phone, 1, workout(1))
    told = phone.get(PRESS)[1]
    assert len(told["lines"][0]["points"]) == 2
    assert [one.growth for one in growth._kept.values()] == [kept.growth]  # taken further, not read again
    assert told == afresh(phone)


@pytest.mark.parametrize("change", ["edit", "delete", "an older workout", "a body mass", "settings"])
def test_what_growth_stands_on_and_is_changed_is_read_again(phone, change):
    push(phone, 5, workout(5))
    push(phone, 6, workout(6))
    before = phone.get(PRESS)[1]
    if change == "edit":
        body = workout(5)
        body["entries"][0]["sets"][0]["reps"] = 30
        push(phone, 5, body, base=1)
    elif change == "delete":
        push(phone, 5, None, base=1)
    elif change == "an older workout":
        push(phone, 1, workout(1))
    elif change == "a body mass":
        mass = {"v": 1, "at": "2026-01-01T07:00:00", "what": "body_mass", "value": 80, "unit": "kg"}
        push(phone, 9, mass, kind="measurement")
    else:
        key = before["lines"][0]["key"]
        references = {"v": 1, "reference_depth": {key: 150}}
        push(phone, 9, references, kind="settings", key="00000000-0000-7000-8000-000000000001")
    told = phone.get(PRESS)[1]
    assert told == afresh(phone)
    assert (told["lines"] == before["lines"]) == (change == "a body mass")  # a press does not move the body


def test_two_lifters_do_not_see_each_other(phone):
    push(phone, 0, workout(0))
    phone.get(PRESS)
    assert Phone("bob").get(PRESS)[1]["lines"] == []


def test_what_did_not_change_is_not_sent_again(phone):
    push(phone, 0, workout(0))
    tag = phone.client.get(f"/api/v1/{PRESS}").headers["ETag"]
    assert phone.client.get(f"/api/v1/{PRESS}", headers={"if-none-match": tag}).status_code == 304
