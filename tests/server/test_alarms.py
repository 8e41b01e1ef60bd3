"""The alarm at the end of a rest: set by the phone, sent by this server, read by that phone alone."""

from __future__ import annotations

import http.server
import json
import queue
import threading
import time
from dataclasses import dataclass, field
from email.message import Message

import http_ece
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from django.core.cache import cache
from py_vapid import Vapid02
from test_own_data import Phone

from iron.server import home
from iron.server.accounts import service as accounts
from iron.server.alarms import delivery, service, waker
from iron.server.alarms.models import Alarm

pytestmark = pytest.mark.django_db


@dataclass
class Subscription:
    """What a browser makes when it subscribes: an address, a key pair and a secret."""

    endpoint: str
    key: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))
    auth: bytes = b"0123456789abcdef"

    def body(self, due_in_s: float = 90, text: str = "Bench press, 85 kg × 8") -> dict:
        point = self.key.public_key().public_bytes(
            serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint
        )
        return {
            "endpoint": self.endpoint,
            "p256dh": delivery.encoded(point),
            "auth": delivery.encoded(self.auth),
            "due_in_s": due_in_s,
            "title": "Rest is over",
            "text": text,
        }

    def read(self, raw: bytes) -> dict:
        """Decrypt a message as the browser does."""
        return json.loads(http_ece.decrypt(raw, private_key=self.key, auth_secret=self.auth))


class PushService:
    """A push service on this machine: what it was sent, and the status that it answers next."""

    def __init__(self) -> None:
        self.received: queue.Queue[tuple[str, Message, bytes]] = queue.Queue()
        self.status = 201
        service = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                service.received.put((self.path, self.headers, body))
                self.send_response(service.status)
                if service.status == 307:
                    self.send_header("Location", "/elsewhere")
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()
        self.place = f"127.0.0.1:{self.server.server_port}"


@pytest.fixture
def push_service(settings):
    running = PushService()
    settings.IRON_PUSH_HOSTS = frozenset({running.place})
    yield running
    running.server.shutdown()


@pytest.fixture(autouse=True)
def _own_key(tmp_path, monkeypatch):
    cache.clear()
    monkeypatch.setenv("IRON_HOME", str(tmp_path))
    delivery.server_key.cache_clear()
    yield
    delivery.server_key.cache_clear()


@pytest.fixture
def anna():
    return Phone().sign_up("anna", accounts.owner_code())


@pytest.fixture
def browser(push_service):
    return Subscription(f"http://{push_service.place}/send/anna")


def ring_at(moment: float) -> int:
    """Do what the waiting thread does at a moment; return how many alarms it sent."""
    taken = service.take_due(moment)
    for alarm in taken:
        waker.ring(alarm)
    return len(taken)


def test_an_alarm_rings_when_it_is_due_and_once(anna, browser, push_service):
    answer = anna.send("POST", "/api/v1/alarms", browser.body(due_in_s=90))
    assert answer.status_code == 200, answer.content
    due = answer.json()["due"]
    assert 89 < due - time.time() <= 90
    assert ring_at(due - 1) == 0
    assert ring_at(due) == 1
    assert ring_at(due) == 0
    _, _, raw = push_service.received.get_nowait()
    message = browser.read(raw)
    assert (message["title"], message["text"]) == ("Rest is over", "Bench press, 85 kg × 8")
    assert b"Bench" not in raw


def test_the_message_is_signed_with_the_key_that_the_phone_was_told(anna, browser, push_service):
    key = anna.client.get("/api/v1/alarms").json()["key"]
    anna.send("POST", "/api/v1/alarms", browser.body(due_in_s=0))
    ring_at(time.time())
    _, headers, _ = push_service.received.get_nowait()
    assert headers["Authorization"].endswith(f",k={key}")
    assert Vapid02.verify(headers["Authorization"])
    assert (headers["Content-Encoding"], headers["TTL"]) == ("aes128gcm", "60")
    assert (home.home() / "push.key").stat().st_mode & 0o777 == 0o600


def test_a_new_alarm_takes_the_place_of_the_old_one(anna, browser, push_service):
    anna.send("POST", "/api/v1/alarms", browser.body(due_in_s=60, text="set 2"))
    anna.send("POST", "/api/v1/alarms", browser.body(due_in_s=120, text="set 3"))
    assert ring_at(time.time() + 61) == 0
    assert ring_at(time.time() + 121) == 1
    assert browser.read(push_service.received.get_nowait()[2])["text"] == "set 3"


def test_a_stopped_alarm_does_not_ring(anna, browser):
    anna.send("POST", "/api/v1/alarms", browser.body())
    stop = {"endpoint": browser.endpoint}
    assert anna.send("POST", "/api/v1/alarms/stop", stop).json() == {"stopped": True}
    assert anna.send("POST", "/api/v1/alarms/stop", stop).json() == {"stopped": False}
    assert ring_at(time.time() + 91) == 0


def test_a_notification_puts_its_alarm_off_without_a_sign_in(anna, browser, push_service):
    anna.send("POST", "/api/v1/alarms", browser.body(due_in_s=0))
    ring_at(time.time())
    token = browser.read(push_service.received.get_nowait()[2])["token"]
    stranger = Phone()
    answer = stranger.client.post(
        "/api/v1/alarms/again", {"token": token, "due_in_s": 30}, content_type="application/json"
    )
    assert answer.status_code == 200, answer.content
    assert ring_at(time.time() + 31) == 1
    assert browser.read(push_service.received.get_nowait()[2])["text"] == "Bench press, 85 kg × 8"


def test_a_made_up_token_puts_nothing_off():
    answer = Phone().client.post(
        "/api/v1/alarms/again", {"token": "eyJ4IjoxfQ:1x:zz", "due_in_s": 30}, content_type="application/json"
    )
    assert answer.status_code == 403
    assert Alarm.objects.count() == 0


def test_nobody_stops_the_alarm_of_another_account(anna, browser):
    anna.send("POST", "/api/v1/alarms", browser.body())
    ben = Phone().sign_up("ben", accounts.make_invitation().rpartition("/")[2])
    assert ben.send("POST", "/api/v1/alarms/stop", {"endpoint": browser.endpoint}).json() == {
        "stopped": False
    }
    assert Alarm.objects.get().user.username == "anna"


def test_a_phone_whose_session_has_ended_stops_its_alarm_with_the_secret_of_its_subscription(anna, browser):
    anna.send("POST", "/api/v1/alarms", browser.body())
    stranger = Phone()
    guess = {"endpoint": browser.endpoint, "auth": "A" * 22}
    assert stranger.send("POST", "/api/v1/alarms/stop", guess).json() == {"stopped": False}
    nothing = stranger.send("POST", "/api/v1/alarms/stop", {"endpoint": browser.endpoint})
    assert nothing.status_code == 401
    secret = {"endpoint": browser.endpoint, "auth": browser.body()["auth"]}
    assert stranger.send("POST", "/api/v1/alarms/stop", secret).json() == {"stopped": True}
    assert ring_at(time.time() + 91) == 0


def test_alarms_need_an_account(browser):
    assert Phone().send("POST", "/api/v1/alarms", browser.body()).status_code == 401
    assert Phone().client.get("/api/v1/alarms").status_code == 401


@pytest.mark.parametrize(
    "endpoint",
    [
        "https://192.168.1.1/admin",
        "http://fcm.googleapis.com/send/1",
        "https://fcm.googleapis.com.evil.example/send",
        "https://evilfcm.googleapis.com/send",
        "https://user@fcm.googleapis.com/send",
        "https://fcm.googleapis.com:8443/send",
        "file:///etc/passwd",
        "https://[::1/",
        "",
    ],
)
def test_only_push_services_are_called(anna, browser, endpoint):
    answer = anna.send("POST", "/api/v1/alarms", {**browser.body(), "endpoint": endpoint})
    assert answer.status_code == 400
    assert Alarm.objects.count() == 0


@pytest.mark.parametrize(
    "endpoint",
    [
        "https://fcm.googleapis.com/fcm/send/abc",
        "https://updates.push.services.mozilla.com/wpush/v2/abc",
        "https://web.push.apple.com/abc",
        "https://wns2-am3p.notify.windows.com/w/?token=abc",
    ],
)
def test_the_push_services_of_the_browsers_are_known(anna, browser, endpoint):
    assert anna.send("POST", "/api/v1/alarms", {**browser.body(), "endpoint": endpoint}).status_code == 200


@pytest.mark.parametrize(
    "change",
    [
        {"due_in_s": -1},
        {"due_in_s": 7201},
        {"p256dh": "AAAA"},
        {"p256dh": "BA" + "A" * 85},
        {"auth": "not base64url!"},
        {"colour": "red"},
    ],
)
def test_a_bad_alarm_is_refused_with_a_sentence(anna, browser, change):
    answer = anna.send("POST", "/api/v1/alarms", {**browser.body(), **change})
    assert answer.status_code == 400
    assert answer.json()["error"]["sentence"].endswith(".")
    assert Alarm.objects.count() == 0


def test_a_push_service_that_refuses_or_redirects_is_logged_without_the_address(
    anna, browser, push_service, caplog
):
    for status in (410, 307):
        push_service.status = status
        anna.send("POST", "/api/v1/alarms", browser.body(due_in_s=0))
        assert ring_at(time.time()) == 1
        assert f"answered {status}" in caplog.text
    assert push_service.received.qsize() == 2
    assert "/send/anna" not in caplog.text


def test_an_alarm_from_before_a_long_stop_of_the_server_is_dropped(anna, browser):
    anna.send("POST", "/api/v1/alarms", browser.body(due_in_s=10))
    assert ring_at(time.time() + 600) == 0
    assert Alarm.objects.count() == 0


def test_an_alarm_that_is_set_anew_while_it_is_taken_stays(anna, browser):
    anna.send("POST", "/api/v1/alarms", browser.body(due_in_s=0))
    seen = Alarm.objects.get()
    anna.send("POST", "/api/v1/alarms", browser.body(due_in_s=50))
    assert service._taken([seen]) == []
    assert Alarm.objects.count() == 1


def test_a_key_that_is_none_is_said(settings):
    settings.IRON_PUSH_KEY = "rubbish"
    with pytest.raises(Exception, match="is not a key for alarms"):
        delivery.server_key()


@pytest.mark.django_db(transaction=True)
def test_the_waiting_thread_rings_by_itself(anna, browser, push_service):
    running = waker.Waker()
    running.start()
    anna.send("POST", "/api/v1/alarms", browser.body(due_in_s=0))
    running.wake()
    _, _, raw = push_service.received.get(timeout=60)
    assert browser.read(raw)["title"] == "Rest is over"
