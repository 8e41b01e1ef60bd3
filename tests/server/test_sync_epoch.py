"""A server that went back in time, and a browser in which somebody else signed in: refused, never mixed."""

import json

import pytest
from django.db import connection
from test_sync import Phone, _every_statement_on_a_journal_names_its_lifter, op  # noqa: F401  (a fixture)
from training_years import op_id, workout, workout_id

from iron.server.accounts import service
from iron.server.storage.django_store import DjangoStore

pytestmark = pytest.mark.django_db(transaction=True)
DEVICE = "0192f000-0000-7000-8000-00000000dddd"
TABLES = ("document", "history", "clock")


@pytest.fixture
def phone():
    return Phone("ada")


def copy_of_the_journal(phone):
    """The rows of one lifter, as a backup holds them."""
    rows = {}
    with connection.cursor() as cursor:
        for table in TABLES:
            cursor.execute(f"SELECT * FROM {table} WHERE user_id = %s", [phone.user.pk])  # noqa: S608
            rows[table] = [column[0] for column in cursor.description], cursor.fetchall()
    return rows


def put_back(phone, rows):
    """Take a lifter's rows back to what they were: what a power cut or a standby does. The epoch stays."""
    DjangoStore(phone.user.pk).forget()
    with connection.cursor() as cursor:
        for table, (columns, values) in rows.items():
            marks = ", ".join(["%s"] * len(columns))
            sql = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks}) -- user_id"  # noqa: S608
            cursor.executemany(sql, values)


def push(phone, *ops, **claim):
    return phone.post("sync/push", {"device": DEVICE, "ops": list(ops), **claim})


def titles(phone):
    return sorted(each["body"]["title"] for each in phone.get("sync/pull")[1]["docs"] if each["body"])


def titled(title):
    return {**workout(0), "title": title}


def test_push_and_pull_tell_one_epoch_and_take_it_back(phone):
    status, first = push(phone, op(1, workout(0)))
    _, page = phone.get("sync/pull?since=0")
    assert (status, first["epoch"]) == (200, page["epoch"])
    seen = page["docs"][0]["made_by"]
    assert phone.get(f"sync/pull?since=1&epoch={first['epoch']}&seen={seen}")[0] == 200
    assert push(phone, op(2, workout(1), doc=1), epoch=first["epoch"], seen=seen)[0] == 200


def test_another_epoch_is_refused_and_nothing_is_stored(phone):
    push(phone, op(1, workout(0)))
    status, answer = push(phone, op(2, workout(1), doc=1), epoch="another")
    assert (status, answer["error"]["code"]) == (409, "new_epoch")
    assert "Reload Iron" in answer["error"]["sentence"]
    status, answer = phone.get("sync/pull?since=1&epoch=another")
    assert (status, answer["error"]["code"]) == (409, "new_epoch")
    assert DjangoStore(phone.user.pk).seq() == 1


def test_a_phone_ahead_of_the_server_begins_a_new_epoch_and_every_other_phone_is_told(phone):
    push(phone, op(1, workout(0)))
    epoch = phone.get("sync/pull")[1]["epoch"]
    status, answer = phone.get(f"sync/pull?since=8&epoch={epoch}")
    assert (status, answer["error"]["code"]) == (409, "new_epoch")
    fresh = phone.get("sync/pull?since=0")[1]["epoch"]
    assert fresh != epoch
    assert phone.get(f"sync/pull?since=1&epoch={epoch}")[0] == 409
    assert phone.get(f"sync/pull?since=1&epoch={fresh}")[0] == 200


@pytest.mark.parametrize("way", ["push", "pull"])
def test_a_loss_is_noticed_although_another_phone_counted_past_it(phone, way):
    _, first = push(phone, op(1, workout(0)))
    backup = copy_of_the_journal(phone)
    _, second = push(phone, op(2, workout(1), doc=1))
    seen = second["results"][0]["doc"]["made_by"]
    put_back(phone, backup)
    push(phone, op(3, workout(2), doc=2), op(4, workout(3), doc=3))
    assert DjangoStore(phone.user.pk).seq() > 2
    if way == "push":
        status, answer = push(phone, op(5, workout(4), doc=4), epoch=first["epoch"], seen=seen)
    else:
        status, answer = phone.get(f"sync/pull?since=2&epoch={first['epoch']}&seen={seen}")
    assert (status, answer["error"]["code"]) == (409, "new_epoch")
    assert phone.get("sync/pull")[1]["epoch"] != first["epoch"]
    assert DjangoStore(phone.user.pk).get("workout", workout_id(4)) is None


def test_the_same_operation_stored_again_after_a_loss_is_another_revision(phone):
    _, first = push(phone, op(1, workout(0)))
    backup = copy_of_the_journal(phone)
    _, second = push(phone, op(2, workout(1), doc=1))
    put_back(phone, backup)
    _, again = push(phone, op(2, workout(1), doc=1))
    docs = second["results"][0]["doc"], again["results"][0]["doc"]
    assert docs[0]["seq"] == docs[1]["seq"]
    assert docs[0]["made_by"] != docs[1]["made_by"]
    assert phone.get(f"sync/pull?since=2&epoch={first['epoch']}&seen={docs[0]['made_by']}")[0] == 409


def test_a_revision_number_that_fits_by_chance_overwrites_nothing(phone):
    _, first = push(phone, op(1, titled("A")))
    backup = copy_of_the_journal(phone)
    _, mine = push(phone, op(2, {**titled("A"), "note": "mine"}, base=1))
    put_back(phone, backup)
    push(phone, op(3, {**titled("A"), "gym": "theirs"}, base=1))
    lost = mine["results"][0]["doc"]
    body = {**titled("A"), "note": "mine", "mood": 1}
    status, answer = push(
        phone, op(4, body, base=lost["rev"], base_made_by=lost["made_by"]), epoch=first["epoch"]
    )
    [result] = answer["results"]
    assert (status, result["status"], result["doc"]["rev"]) == (200, "merged", 3)
    assert (result["doc"]["body"]["gym"], result["doc"]["body"]["mood"]) == ("theirs", 1)


def test_a_client_that_knows_no_epochs_works_until_the_server_went_back_and_is_told_to_reload_then(phone):
    push(phone, op(1, titled("A")))
    assert push(phone, op(2, titled("B"), base=1))[0] == 200
    assert phone.get("sync/pull?since=1")[0] == 200
    phone.get("sync/pull?since=99&epoch=" + phone.get("sync/pull")[1]["epoch"])
    status, answer = push(phone, op(3, titled("C"), base=2))
    assert (status, answer["error"]["code"]) == (409, "new_epoch")
    assert phone.get("sync/pull?since=1")[0] == 409
    assert push(phone, op(4, workout(1), doc=1))[0] == 200, "a program that only adds goes on"
    assert "B" in titles(phone)


def test_push_pull_and_everything_else_refuse_a_browser_in_which_somebody_else_signed_in(phone):
    push(phone, op(1, workout(0)))
    eve = Phone("eve")
    mine, hers = service.account_id(phone.user), service.account_id(eve.user)

    def ask(method, path, account, **body):
        send = getattr(eve.client, method)
        headers = {"x-csrftoken": eve.client.cookies["csrftoken"].value, "iron-account": account}
        return send(f"/api/v1/{path}", headers=headers, **body)

    raw = json.dumps({"device": DEVICE, "ops": [op(2, workout(1), doc=1)]})
    pushed = ask("post", "sync/push", mine, data=raw, content_type="application/json")
    assert (pushed.status_code, pushed.json()["error"]["code"]) == (409, "other_account")
    for path in (
        "sync/pull",
        "snapshot",
        "growth/leg-press-45",
        "archive",
        f"history/workout/{workout_id(0)}",
    ):
        assert (path, ask("get", path, mine).status_code) == (path, 409)
    assert ask("delete", "me", mine).status_code == 409
    assert DjangoStore(eve.user.pk).seq() == 0
    assert ask("get", "sync/pull", hers).status_code == 200
    pushed = ask("post", "sync/push", hers, data=raw, content_type="application/json")
    assert (pushed.status_code, pushed.json()["results"][0]["op_id"]) == (200, op_id(2))
