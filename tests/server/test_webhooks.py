"""Webhooks: what they tell, how they are signed, tried again and given up, and where they may not go."""

from __future__ import annotations

import json
import socket
import threading
import time
from datetime import UTC, datetime, timedelta

import pytest
from certificates import localhost_certificate
from django.db import connection
from django.test import Client
from program_client import post, program_of
from receiver import receiving
from serving import ask, make_key, serving
from standardwebhooks import Webhook as Verifier

from iron.server.accounts import tokens
from iron.server.accounts.models import User
from iron.server.connections import sending, webhooks, worker
from iron.server.connections.models import Webhook, WebhookMessage
from iron.server.storage.django_store import DjangoStore

pytestmark = pytest.mark.django_db(transaction=True)
EVENTS = ["workout.finished", "record.set", "plan.changed"]


@pytest.fixture(autouse=True)
def _own_host(settings):
    settings.IRON_WEBHOOK_HOSTS = ["127.0.0.1"]


@pytest.fixture
def client(user):
    return program_of(user)


def log(client, load=180, days=0):
    """A finished workout of today, or of some days ago."""
    at = datetime.now(UTC) - timedelta(days=days, hours=load / 100)
    return post(client, "sets", line=f"leg press {load}x12", start=at.strftime("%Y-%m-%dT%H:%M:%SZ"))


def shown(client):
    [row] = client.get("/api/v1/webhooks").json()
    return row


def test_a_new_workout_and_its_records_are_sent_once_and_signed(client):
    log(client, 100, days=3)
    with receiving() as receiver:
        made = post(client, "webhooks", url=receiver.url + "hook?room=gym", events=EVENTS)
        logged = log(client, 120)
        worker.work(time.time())
        worker.work(time.time())
    messages = [Verifier(made["secret"]).verify(body, headers) for _, headers, body in receiver.came]
    assert [(row["type"], row["data"].get("id")) for row in messages] == [
        ("workout.finished", logged["workout"]),
        ("record.set", None),
    ]
    assert messages[0]["data"]["sets"][0]["load"] == {"value": 120.0, "unit": "kg"}
    assert messages[1]["data"]["sentence"]
    assert {path for path, *_ in receiver.came} == {"/hook?room=gym"}
    ids = [headers["webhook-id"] for _, headers, _ in receiver.came]
    assert len(set(ids)) == 2
    row = shown(client)
    assert (row["waiting"], row["problem"], row["stopped"]) == (0, "", False)
    assert row["delivered_at"] is not None


def test_a_changed_plan_is_sent_and_old_workouts_are_no_news(client, user):
    with receiving() as receiver:
        post(client, "webhooks", url=receiver.url, events=["plan.changed", "workout.finished"])
        log(client, 120, days=30)
        block = {"v": 1, "name": "Legs", "start": "2026-11-23", "program": "legs", "weeks": []}
        from iron.records.revisions import Op
        from iron.values import clock

        ident = clock.fresh_id()
        op = Op(clock.fresh_id(), "block", ident, 0, json.dumps(block).encode())
        [result] = DjangoStore(user.pk).push([op], "phone", clock.utc_now())
        assert result.error is None
        worker.work(time.time())
    [message] = [json.loads(body) for *_, body in receiver.came]
    assert message["type"] == "plan.changed"
    assert message["data"] == {
        "kind": "block",
        "id": ident,
        "deleted": False,
        "name": "Legs",
        "start": "2026-11-23",
    }


def test_events_that_were_not_asked_for_and_earlier_ones_are_not_sent(client):
    log(client, 100, days=3)
    with receiving() as receiver:
        post(client, "webhooks", url=receiver.url, events=["record.set"])
        worker.work(time.time())
        assert receiver.came == []
        log(client, 130)
        worker.work(time.time())
    assert [json.loads(body)["type"] for *_, body in receiver.came] == ["record.set"]


def test_a_failed_try_is_repeated_later_under_the_same_id(client):
    with receiving(500, 200) as receiver:
        post(client, "webhooks", url=receiver.url, events=["workout.finished"])
        log(client)
        now = time.time()
        worker.work(now)
        row = shown(client)
        assert (row["waiting"], row["problem"]) == (1, "The receiver answered 500, not 2xx.")
        worker.work(now + worker.WAITS_S[0] - 1)
        assert len(receiver.came) == 1
        worker.work(now + worker.WAITS_S[0] + 1)
    assert len({headers["webhook-id"] for _, headers, _ in receiver.came}) == 1
    assert len(receiver.came) == 2
    assert (shown(client)["waiting"], shown(client)["problem"]) == (0, "")


def test_after_the_last_try_iron_gives_up_says_so_and_goes_on_when_asked(client):
    with receiving(500) as receiver:
        made = post(client, "webhooks", url=receiver.url, events=["workout.finished"])
        log(client)
        now = time.time()
        for pause in (0, *worker.WAITS_S):
            now += pause + 1
            worker.work(now)
        assert len(receiver.came) == len(worker.WAITS_S) + 1
        row = shown(client)
        assert row["stopped"]
        assert (
            row["problem"] == "Iron gave up after 10 tries in three days. The receiver answered 500, not 2xx."
        )
        worker.work(now + 10 * 86400)
        assert len(receiver.came) == len(worker.WAITS_S) + 1
        receiver.statuses = [200]
        assert not post(client, f"webhooks/{made['webhook']['id']}/resume")["stopped"]
        worker.work(time.time() + 1)
        assert (shown(client)["waiting"], shown(client)["stopped"]) == (0, False)
    assert 74 * 3600 < sum(worker.WAITS_S) < 76 * 3600


def test_a_receiver_that_is_gone_stops_the_webhook_at_once(client):
    with receiving(410) as receiver:
        post(client, "webhooks", url=receiver.url, events=["workout.finished"])
        log(client)
        worker.work(time.time())
    assert shown(client)["stopped"]
    assert "410" in shown(client)["problem"]


def test_two_processes_never_send_a_message_at_once(client):
    with receiving() as receiver:
        post(client, "webhooks", url=receiver.url, events=["workout.finished"])
        log(client)
        receiver.hold.clear()

        def first():
            try:
                worker.work(time.time())
            finally:
                connection.close()

        thread = threading.Thread(target=first)
        thread.start()
        receiver.wait_for(1)
        worker.work(time.time())
        assert len(receiver.came) == 1
        receiver.hold.set()
        thread.join(30)
        worker.work(time.time())
        assert len(receiver.came) == 1
    assert shown(client)["waiting"] == 0


def test_a_process_that_died_leaves_its_lease_to_run_out(client):
    with receiving() as receiver:
        post(client, "webhooks", url=receiver.url, events=["workout.finished"])
        log(client)
        now = time.time()
        Webhook.objects.update(leased_until=int(now) + worker.LEASE_S)
        worker.work(now)
        assert receiver.came == []
        worker.work(now + worker.LEASE_S + 1)
        assert len(receiver.came) == 1


def test_a_redirect_is_not_followed(client):
    with receiving(302) as receiver:
        post(client, "webhooks", url=receiver.url, events=["workout.finished"])
        log(client)
        worker.work(time.time())
        assert [path for path, *_ in receiver.came] == ["/"]
    assert shown(client)["problem"] == "The receiver answered 302, not 2xx."


def test_a_slow_receiver_holds_the_worker_for_one_try_only(client, monkeypatch):
    monkeypatch.setattr(sending, "TIMEOUT_S", 0.3)
    with receiving() as receiver:
        post(client, "webhooks", url=receiver.url, events=["workout.finished"])
        log(client)
        receiver.hold.clear()
        worker.work(time.time())
        assert shown(client)["problem"].startswith("No answer")


@pytest.mark.parametrize(
    "url",
    ["", "gym", "ftp://home.example/", "https://", "https://ada:secret@home.example/", "https://home.example:99999/",
     "http://home.example/", "http://localhost/", "https://home.example/a b", "https://home.example/" + "x" * 500],
)  # fmt: skip
def test_what_is_no_address_or_not_https_is_refused(client, url):
    refused = post(client, "webhooks", 400, url=url, events=["workout.finished"])
    assert refused["where"] == "url"
    assert client.get("/api/v1/webhooks").json() == []


PRIVATE = ["127.0.0.1", "10.0.0.1", "192.168.1.5", "169.254.169.254", "100.64.0.1", "0.0.0.1", "224.0.0.1", "::1",
           "fd00::1", "fe80::1", "::ffff:10.0.0.1", "64:ff9b::a00:1", "2002:a00:1::"]  # fmt: skip


@pytest.mark.parametrize("address", PRIVATE)
def test_a_name_that_leads_into_a_private_network_is_not_called(client, settings, monkeypatch, address):
    settings.IRON_WEBHOOK_HOSTS = []
    post(client, "webhooks", url="https://home.example/", events=["workout.finished"])
    log(client)
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    public = (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("93.184.215.14", 443))
    rows = [public, (family, socket.SOCK_STREAM, 6, "", (address, 443))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: rows)
    monkeypatch.setattr(socket, "create_connection", lambda *_, **__: pytest.fail("it was called"))
    worker.work(time.time())
    assert "private network" in shown(client)["problem"]


def test_the_checked_address_is_called_and_the_name_is_not_asked_again(client, settings, monkeypatch):
    settings.IRON_WEBHOOK_HOSTS = []
    post(client, "webhooks", url="https://home.example/", events=["workout.finished"])
    log(client)
    answers = [["93.184.215.14"], ["127.0.0.1"]]
    monkeypatch.setattr(
        socket,
        "getaddrinfo",
        lambda *_, **__: [
            (socket.AF_INET, socket.SOCK_STREAM, 6, "", (answer, 443)) for answer in answers.pop(0)
        ],
    )
    called = []

    def refuse(address, timeout):
        called.append(address)
        raise ConnectionRefusedError("refused")

    monkeypatch.setattr(socket, "create_connection", refuse)
    worker.work(time.time())
    assert called == [("93.184.215.14", 443)]
    assert shown(client)["problem"] == "No answer: refused."


def test_a_network_that_the_host_allows_is_called(client, settings):
    settings.IRON_WEBHOOK_HOSTS = ["127.0.0.0/8"]
    with receiving() as receiver:
        post(client, "webhooks", url=receiver.url, events=["workout.finished"])
        log(client)
        worker.work(time.time())
        assert len(receiver.came) == 1


@pytest.fixture
def certificate(tmp_path):
    return localhost_certificate(tmp_path)


def test_https_is_called_with_a_good_certificate_alone(client, settings, monkeypatch, certificate):
    settings.IRON_WEBHOOK_HOSTS = ["localhost"]
    with receiving(certificate=certificate) as receiver:
        post(client, "webhooks", url=receiver.url, events=["workout.finished"])
        log(client)
        now = time.time()
        worker.work(now)
        assert receiver.came == []
        assert "certificate" in shown(client)["problem"]
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        worker.work(now + worker.WAITS_S[0] + 1)
        assert len(receiver.came) == 1


def test_a_test_message_arrives_and_a_deleted_webhook_gets_nothing(client):
    with receiving() as receiver:
        number = post(client, "webhooks", url=receiver.url, events=["plan.changed"])["webhook"]["id"]
        assert post(client, f"webhooks/{number}/test")["waiting"] == 1
        worker.work(time.time())
        assert json.loads(receiver.came[0][2])["type"] == "test"
        assert client.delete(f"/api/v1/webhooks/{number}").json() == {"ended": True}
        worker.work(time.time())
        assert len(receiver.came) == 1
    assert WebhookMessage.objects.count() == 0


def test_whose_webhook_it_is_not_may_not_touch_it(client, user):
    made = post(client, "webhooks", url="http://127.0.0.1:9/", events=["plan.changed"])
    other = User.objects.create_user("bob", "a long password")
    bob = Client(
        headers={"host": "localhost", "Authorization": f"Bearer {tokens.make(other, 'k', writes=True)[1]}"}
    )
    number = made["webhook"]["id"]
    post(bob, f"webhooks/{number}/test", 404)
    post(bob, f"webhooks/{number}/resume", 404)
    assert bob.delete(f"/api/v1/webhooks/{number}").status_code == 404
    assert made["secret"] not in [str(value) for row in Webhook.objects.values_list() for value in row]
    reader = Client(
        headers={"host": "localhost", "Authorization": f"Bearer {tokens.make(user, 'r', writes=False)[1]}"}
    )
    post(reader, "webhooks", 403, url="http://127.0.0.1:9/", events=["plan.changed"])


def test_at_most_ten_and_only_known_events(client, user):
    post(client, "webhooks", 400, url="http://127.0.0.1:9/", events=[])
    post(client, "webhooks", 400, url="http://127.0.0.1:9/", events=["workout.begun"])
    for _ in range(webhooks.MOST):
        post(client, "webhooks", url="http://127.0.0.1:9/", events=["plan.changed"])
    assert (
        "10 webhooks"
        in post(client, "webhooks", 400, url="http://127.0.0.1:9/", events=["plan.changed"])["detail"]
    )


def test_messages_sent_long_ago_are_deleted(client):
    with receiving() as receiver:
        post(client, "webhooks", url=receiver.url, events=["workout.finished"])
        log(client)
        worker.work(time.time())
    worker.clean(time.time())
    assert WebhookMessage.objects.count() == 1
    worker.clean(time.time() + worker.KEPT_S + 60)
    assert WebhookMessage.objects.count() == 0


def test_a_served_iron_tells_a_receiver_that_fails_first(iron_home):
    key = make_key(iron_home)
    with receiving(500, 200) as receiver, serving(iron_home, IRON_WEBHOOK_HOSTS="127.0.0.1") as port:
        sent = {"Authorization": f"Bearer {key}", "Content-Type": "application/json"}
        wanted = json.dumps({"url": receiver.url, "events": ["workout.finished"]}).encode()
        status, raw = ask(port, "/api/v1/webhooks", wanted, **sent)
        assert status == 200, raw
        made = json.loads(raw)
        receiver.hold.clear()
        status, raw = ask(port, "/api/v1/sets", b'{"line": "leg press 180x12"}', **sent)
        assert status == 200, raw
        # Who resumes has the news sent now; the second try comes by itself.
        assert ask(port, f"/api/v1/webhooks/{made['webhook']['id']}/resume", b"{}", **sent)[0] == 200
        receiver.wait_for(1)
        # The receiver has not answered yet, and the next request is answered all the same.
        assert ask(port, "/api/v1/sets", b'{"line": "leg press 180x10"}', **sent)[0] == 200
        receiver.hold.set()
        receiver.wait_for(2)
    first, second = receiver.came
    assert first[1]["webhook-id"] == second[1]["webhook-id"]
    assert Verifier(made["secret"]).verify(second[2], second[1])["type"] == "workout.finished"


def test_the_worker_keeps_no_connection_while_there_is_no_webhook(client, monkeypatch):
    closed = []
    monkeypatch.setattr(connection, "close", lambda: closed.append(1))
    assert worker.look(time.time()) == worker.IDLE_S
    assert closed == [1]
    with receiving() as receiver:
        post(client, "webhooks", url=receiver.url, events=EVENTS)
        assert worker.look(time.time()) == worker.LOOK_S
    assert closed == [1]


def test_making_trying_and_resuming_a_webhook_wakes_the_worker(client, monkeypatch):
    woken = []
    monkeypatch.setattr(worker, "wake", lambda: woken.append(1))
    made = post(client, "webhooks", url="https://example.org/", events=EVENTS)["webhook"]
    post(client, f"webhooks/{made['id']}/test")
    post(client, f"webhooks/{made['id']}/resume")
    assert len(woken) == 3
