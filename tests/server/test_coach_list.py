"""``iron coach list`` and ``GET /api/v1/lifters``: who shares a log with me, and what of it needs me."""

import json
from datetime import date, timedelta

import msgspec
import pytest
from coached import coached, put, train
from django.test import Client
from typer.testing import CliRunner

from iron.cli import app
from iron.server.accounts import service, tokens
from iron.server.accounts.models import User
from iron.server.api.sharing.shapes import LiftersOut
from iron.server.sharing import shares
from iron.server.sharing.models import Share
from iron.values import clock

pytestmark = pytest.mark.django_db(transaction=True)


def run(*words):
    answered = CliRunner().invoke(app, ["coach", "list", *words])
    assert answered.exception is None, answered.exception
    return answered.stdout


def rows(*words):
    return json.loads(run("--lifter", "bert", "--json", *words))


@pytest.fixture
def anna(db):
    return User.objects.create_user("anna")


@pytest.fixture
def bert(db):
    return User.objects.create_user("bert")


@pytest.fixture
def today():
    return date.fromisoformat(clock.today().isoformat())


def test_stall_record_and_question_are_listed_with_what_to_look_at(anna, bert, today):
    coached(anna, bert, today)
    [row] = rows()
    needs = row["needs"]
    assert (row["owner"], row["state"], row["parts"]) == ("anna", "active", ["training"])
    assert (needs["days"], needs["is_away"], needs["missed"], needs["pain_since"]) == (0, False, None, None)
    assert needs["stall"]["exercise"] == "bench-press"
    assert needs["stall"]["name"] == "Bench press"
    assert needs["stall"]["sentence"].startswith("No best for ")
    assert [record["exercise"] for record in needs["records"]] == ["leg-press-45"]
    assert [question["text"] for question in needs["questions"]] == ["One second, or longer?"]
    shown = run("--lifter", "bert")
    for line in (
        "anna: training",
        "Stalled: ",
        "New record: ",
        "Waiting for your answer",
        "One second, or longer?",
    ):
        assert line in shown


def test_a_week_without_a_workout_is_told_and_who_needs_more_comes_first(anna, bert, today):
    cleo = User.objects.create_user("cleo")
    coached(anna, bert, today)
    train(cleo, today - timedelta(days=30), weeks=1)
    shares.accept(bert.pk, shares.give_account(cleo, "bert", ["training"], None).share_id)
    first, second = rows()
    assert (first["owner"], second["owner"], second["needs"]["is_away"]) == ("anna", "cleo", True)
    assert "No workout for 30 days" in run("--lifter", "bert")


def test_an_invitation_waits_and_shows_nothing_of_the_log(anna, bert, today):
    train(anna, today)
    shares.give_account(anna, "bert", ["training"], 30)
    [row] = rows()
    assert (row["state"], row["needs"]) == ("waiting", None)
    assert "wants to share a log with you" in run("--lifter", "bert")


def test_a_former_coach_a_disabled_one_and_a_stranger_list_nothing(anna, bert, today):
    share = coached(anna, bert, today)
    User.objects.create_user("eve")
    assert "Nobody shares a log with you" in run("--lifter", "eve")
    User.objects.filter(pk=bert.pk).update(is_active=False)
    assert rows()[0]["needs"] is None
    User.objects.filter(pk=bert.pk).update(is_active=True)
    shares.end(anna.pk, share.share_id)
    assert rows() == []


def test_who_is_lent_plans_alone_learns_nothing_of_the_training(anna, bert, today):
    coached(anna, bert, today, parts=("plans",))
    needs = rows()[0]["needs"]
    assert (needs["days"], needs["stall"], needs["records"], needs["questions"]) == (None, None, [], [])


def test_a_missed_day_and_a_pause_for_pain_of_the_plan_are_told(anna, bert, today):
    monday = today - timedelta(days=today.weekday() + 7)
    day = {"id": "d1", "name": "Legs", "date": (today - timedelta(days=2)).isoformat(), "slots": []}
    block = {
        "name": "Base",
        "start": monday.isoformat(),
        "weeks": [{"id": f"w{n}", "days": [day] if n == 1 else []} for n in range(4)],
    }
    ident = put(anna, "block", block)
    train(anna, today - timedelta(days=9), weeks=1)
    shares.accept(bert.pk, shares.give_account(anna, "bert", ["training", "plans"], None).share_id)
    needs = rows()[0]["needs"]
    assert (needs["missed"], needs["is_away"]) == ({"day": "Legs", "date": day["date"]}, False)
    put(
        anna,
        "block",
        {**block, "pauses": [{"id": "p1", "from": today.isoformat(), "cause": "pain"}]},
        ident,
        base=1,
    )
    needs = rows()[0]["needs"]
    assert (needs["missed"], needs["pain_since"], needs["is_away"]) == (None, today.isoformat(), True)


def test_the_owner_is_asked_about_when_nobody_is_named(anna, today):
    owner = service.ensure_owner()
    coached(anna, owner, today)
    assert json.loads(run("--json"))[0]["owner"] == "anna"
    assert Share.objects.get(user_id=anna.pk).read_at is not None


def asked(client, **query):
    answered = client.get("/api/v1/lifters", query)
    assert answered.status_code == 200, answered.content
    return answered.json()["lifters"]


def session_of(user):
    client = Client(headers={"host": "localhost"})
    client.force_login(user)
    return client


def key_of(user):
    _, key = tokens.make(user, "laptop", writes=False)
    return Client(headers={"host": "localhost", "Authorization": f"Bearer {key}"})


@pytest.mark.parametrize("client_of", [session_of, key_of])
def test_the_api_answers_the_list_of_the_command_line_to_session_and_key(anna, bert, today, client_of):
    cleo = User.objects.create_user("cleo")
    coached(anna, bert, today)
    train(cleo, today, weeks=1)
    shares.give_account(cleo, "bert", ["training"], 30)
    answered = asked(client_of(bert), at=clock.local_now())
    assert answered == rows()
    assert [(row["owner"], row["state"], row["needs"] is None) for row in answered] == [
        ("anna", "active", False),
        ("cleo", "waiting", True),
    ]
    strictly = msgspec.convert({"lifters": answered}, LiftersOut)
    assert msgspec.to_builtins(strictly) == {"lifters": answered}


@pytest.mark.parametrize("client_of", [session_of, key_of])
def test_the_api_lists_nothing_of_a_log_to_its_owner_a_stranger_and_a_former_coach(
    anna, bert, today, client_of
):
    share = coached(anna, bert, today)
    assert asked(client_of(anna)) == []
    assert asked(client_of(User.objects.create_user("eve"))) == []
    assert len(asked(client_of(bert))) == 1
    User.objects.filter(pk=anna.pk).update(is_active=False)
    assert [row["needs"] for row in asked(client_of(bert))] == [None]
    User.objects.filter(pk=anna.pk).update(is_active=True)
    shares.end(anna.pk, share.share_id)
    assert asked(client_of(bert)) == []


def test_the_list_is_refused_without_an_account_and_at_a_time_that_is_none(bert):
    nobody = Client(headers={"host": "localhost"}).get("/api/v1/lifters")
    assert (nobody.status_code, nobody.json()["error"]["code"]) == (401, "signed_out")
    wrong = session_of(bert).get("/api/v1/lifters?at=yesterday")
    assert (wrong.status_code, wrong.json()["error"]["where"]) == (400, "at")
