import pytest
from test_sync import Phone, _every_statement_on_a_journal_names_its_lifter  # noqa: F401  (a fixture for all)
from training_years import op_id, ops, workout, workout_id

from iron.journal.journal import Journal
from iron.records.store import MemoryStore

pytestmark = pytest.mark.django_db(transaction=True)

AT = "2027-01-01T12:00:00"
PRESS = f"growth/leg-press-45?at={AT}"


@pytest.fixture
def phone():
    return Phone("ada")


def push(phone, number, body, base=0, kind="workout", key=None):
    what = {"op_id": op_id(number * 10 + base), "kind": kind, "id": key or workout_id(number), "base": base}
    [result] = phone.push({**what, "delete": True} if body is None else {**what, "body": body})
    assert result["status"] == "applied", result


def test_growth_needs_an_account_a_known_exercise_a_unit_and_a_time(phone):
    assert Phone().get(PRESS)[0] == 401
    status, answer = phone.get("growth/leg-press-46")
    assert (status, answer["error"]["code"]) == (404, "not_found")
    status, answer = phone.get("growth/leg-press-45?unit=stone")
    assert (status, answer["error"]["where"]) == (400, "unit")
    status, answer = phone.get("growth/leg-press-45?at=yesterday")
    assert (status, answer["error"]["where"]) == (400, "at")


def test_nothing_logged_has_no_lines(phone):
    assert phone.get(PRESS)[1] == {
        "v": 1,
        "exercise": "leg-press-45",
        "seq": 0,
        "at": AT,
        "unit": "kg",
        "lines": [],
    }


def test_the_api_answers_what_the_library_and_the_command_line_answer(phone):
    store = MemoryStore()
    store.push(ops(12), "phone", "2026-11-22T18:05:00Z")
    for number in range(12):
        push(phone, number, workout(number))
    for unit in ("kg", "lb"):
        answer = phone.get(f"{PRESS}&unit={unit}")[1]
        expected = Journal(store).growth("leg-press-45", at=AT, unit=unit)
        assert answer == {"v": 1, "seq": 12, **expected}
    assert len(answer["lines"][0]["points"]) == 12


def test_growth_shows_every_workout_of_a_long_history():
    store = MemoryStore()
    store.push(ops(100), "phone", "2026-11-22T18:05:00Z")
    [line] = Journal(store).growth("leg-press-45", at=AT, unit="kg")["lines"]
    first = workout(0)["start"][:10]
    assert (len(line["points"]), line["first"], line["points"][0]["date"]) == (100, first, first)
    assert len(line["trend"]) == 100
    [earlier] = Journal(store).growth("leg-press-45", at=workout(99)["start"], unit="kg")["lines"]
    assert earlier["points"] == line["points"][:99]
    assert earlier["trend"] == line["trend"][:99]


@pytest.mark.parametrize("change", ["edit", "delete", "an older workout", "settings", "the time asked for"])
def test_the_next_answer_follows_every_change(phone, change):
    push(phone, 5, workout(5))
    push(phone, 6, workout(6))
    before = phone.get(PRESS)[1]
    asked = PRESS
    if change == "edit":
        body = workout(5)
        body["entries"][0]["sets"][0]["reps"] = 30
        push(phone, 5, body, base=1)
    elif change == "delete":
        push(phone, 5, None, base=1)
    elif change == "an older workout":
        push(phone, 1, workout(1))
    elif change == "settings":
        references = {"v": 1, "reference_depth": {before["lines"][0]["line"]: 150}}
        push(phone, 9, references, kind="settings", key="00000000-0000-7000-8000-000000000001")
    else:
        asked = f"growth/leg-press-45?at={workout(6)['start']}"
    assert phone.get(asked)[1]["lines"] != before["lines"]


def test_two_lifters_do_not_see_each_other(phone):
    push(phone, 0, workout(0))
    assert Phone("bob").get(PRESS)[1]["lines"] == []


def test_what_did_not_change_is_not_sent_again(phone):
    push(phone, 0, workout(0))
    tag = phone.client.get(f"/api/v1/{PRESS}").headers["ETag"]
    assert phone.client.get(f"/api/v1/{PRESS}", headers={"if-none-match": tag}).status_code == 304
    push(phone, 1, workout(1))
    assert phone.client.get(f"/api/v1/{PRESS}", headers={"if-none-match": tag}).status_code == 200
