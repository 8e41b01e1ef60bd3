"""The alarm at the end of a rest: from the switch, over this server and a push service, to the notification.

Chromium's own push service is out of reach here. The browser's subscription is a made one whose push service is this
test; what arrives there is decrypted as the browser would, and handed to the service worker by the browser's tools.
"""

from __future__ import annotations

import http.server
import json
import queue
import threading
from collections.abc import Iterator
from pathlib import Path

import http_ece
import pytest
from conftest import APP, Server, need, open_app, start_server, wait_for, wait_until
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from lent_devices import PHONE
from lifter import all_sent, log_set, open_press, sheet_closed, sign_out, sign_up, stored_sets
from playwright.sync_api import Browser, BrowserContext, Page, Response, Worker, expect

from iron.server.alarms.delivery import encoded

PASSWORD = "sled-and-rail-45"
AUTH = b"0123456789abcdef"

SUBSCRIBE = """([endpoint, p256dh, auth]) => {
  const made = () => {
    const key = localStorage.getItem('made-subscription')
    return key && {
      endpoint, options: { applicationServerKey: Uint8Array.from(atob(key), (letter) => letter.charCodeAt(0)).buffer },
      toJSON: () => ({ endpoint, keys: { p256dh, auth } }),
      unsubscribe: async () => { localStorage.removeItem('made-subscription'); return true },
    }
  }
  PushManager.prototype.getSubscription = async () => made()
  PushManager.prototype.subscribe = async function (options) {
    const key = options.applicationServerKey.replaceAll('-', '+').replaceAll('_', '/')
    localStorage.setItem('made-subscription', key)
    return made()
  }
}"""
NOTES = """async () => (await (await navigator.serviceWorker.ready).getNotifications({ tag: 'iron-rest' }))
  .map(({ title, body, actions }) => [title, body, ...actions.map(({ title }) => title)])"""
PRESS = """async (action) => {
  const [notification] = await self.registration.getNotifications({ tag: 'iron-rest' })
  const tap = new NotificationEvent('notificationclick', { notification, action })
  tap.waitUntil = () => undefined
  self.dispatchEvent(tap)
}"""


class PushService:
    """Takes messages as Google's or Mozilla's would."""

    def __init__(self) -> None:
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.received: queue.Queue[bytes] = queue.Queue()
        received = self.received

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                received.put(self.rfile.read(int(self.headers["Content-Length"])))
                self.send_response(201)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.place = f"127.0.0.1:{self.server.server_port}"

    def subscription(self) -> list[str]:
        point = self.key.public_key().public_bytes(
            serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint
        )
        return [f"http://{self.place}/send/1", encoded(point), encoded(AUTH)]

    def message(self) -> str:
        """Return the next message, as the browser reads it."""
        return http_ece.decrypt(
            self.received.get(timeout=60), private_key=self.key, auth_secret=AUTH
        ).decode()


@pytest.fixture
def push() -> Iterator[PushService]:
    service = PushService()
    yield service
    service.server.shutdown()


@pytest.fixture
def server(tmp_path: Path, push: PushService, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    need(APP.exists(), "The app is not built: run make setup.")
    monkeypatch.setenv("IRON_PUSH_HOSTS", push.place)
    running = start_server(tmp_path / "var")
    yield running
    running.kill()


@pytest.fixture
def phone(whole_browser: Browser, server: Server) -> Iterator[BrowserContext]:
    context = whole_browser.new_context(
        viewport=PHONE, has_touch=True, is_mobile=True, reduced_motion="reduce"
    )
    context.grant_permissions(["notifications"], origin=server.url)
    yield context
    context.close()


def resting(phone: BrowserContext, server: Server, push: PushService, rest: str = "1") -> Page:
    """A lifter with the alarm on, one set logged, and a rest of a second, or of another length, begun."""
    phone.add_init_script(f"({SUBSCRIBE})({json.dumps(push.subscription())})")
    page = open_app(phone, server)
    sign_up(page, server.url, "Ada", PASSWORD, server.code)
    open_press(page, server.url)
    log_set(page, "100", "10")
    page.get_by_role("button", name="Rest settings").click()
    page.get_by_label("Alarm with the screen off").check()
    expect(page.get_by_text("127.0.0.1 carries it, encrypted, and cannot read it.")).to_be_visible()
    page.get_by_label("Other rest, such as 2:45").fill(rest)
    with page.expect_response(lambda answer: answer.url.endswith("/alarms")) as alarm:
        page.get_by_role("button", name="Set", exact=True).click()
    assert alarm.value.status == 200
    page.get_by_role("button", name="Close").click()
    sheet_closed(page)
    return page


def is_taken_back(answer: Response) -> bool:
    """Whether the server answers that it held an alarm, and holds it no more."""
    return answer.url.endswith("/alarms/stop") and answer.json() == {"stopped": True}


def deliver(page: Page, server: Server, message: str) -> None:
    """Hand a message to the service worker as if it came from the push service."""
    tools = page.context.new_cdp_session(page)
    registrations: list[str] = []
    tools.on(
        "ServiceWorker.workerRegistrationUpdated",
        lambda event: registrations.extend(
            each["registrationId"] for each in event["registrations"] if each["scopeURL"].endswith("/app/")
        ),
    )
    tools.send("ServiceWorker.enable")
    wait_for(page, lambda: bool(registrations), "the browser names its service worker")
    tools.send(
        "ServiceWorker.deliverPushMessage",
        {"origin": server.url, "registrationId": registrations[0], "data": message},
    )


def app_worker(phone: BrowserContext) -> Worker:
    """The service worker of the app; the site around it has another one."""
    [worker] = [each for each in phone.service_workers if each.url.endswith("/app/sw.js")]
    return worker


def test_the_rest_ends_in_a_notification_that_logs_the_next_set(
    phone: BrowserContext, server: Server, push: PushService
):
    page = resting(phone, server, push)
    message = push.message()
    assert json.loads(message)["title"] == "Rest is over"
    assert json.loads(message)["text"] == "45° leg press, 100 × 10"

    # Nobody looks at the app, and a guide does not ring: the phone shows the notification.
    page.goto(f"{server.url}/exercises/leg-press-45/")
    deliver(page, server, message)
    page.goto(f"{server.url}/app/log")
    wait_until(page, f"({NOTES})().then((all) => all.length === 1)")
    assert page.evaluate(NOTES) == [["Rest is over", "45° leg press, 100 × 10", "Log", "+30 s"]]

    worker = app_worker(phone)
    # The tab that was looked at last is not one of the app.
    phone.new_page().goto(f"{server.url}/exercises/leg-press-45/")
    worker.evaluate(PRESS, "log")
    expect(page.get_by_text("Set logged.")).to_be_visible()
    assert [(each["load"]["value"], each["reps"]) for each in stored_sets(page)] == [(100, 10), (100, 10)]


def test_thirty_seconds_more_are_asked_of_the_server_and_shown(
    phone: BrowserContext, server: Server, push: PushService
):
    page = resting(phone, server, push)
    message = push.message()
    page.goto("about:blank")
    deliver(page, server, message)
    page.goto(f"{server.url}/app/log")
    wait_until(page, f"({NOTES})().then((all) => all.length === 1)")
    worker = app_worker(phone)
    with page.expect_response(lambda answer: answer.url.endswith("/alarms")) as alarm:
        worker.evaluate(PRESS, "later")
    assert alarm.value.status == 200
    expect(page.get_by_role("button", name="Rest 0:")).to_be_visible()


def test_no_notification_comes_while_the_lifter_looks_on(
    phone: BrowserContext, server: Server, push: PushService
):
    page = resting(phone, server, push)
    deliver(page, server, push.message())
    worker = app_worker(phone)
    # The worker has looked for windows by the time it answers this.
    worker.evaluate("() => self.clients.matchAll({ type: 'window' }).then(() => null)")
    assert page.evaluate(NOTES) == []


def test_a_rest_that_is_ended_after_a_reload_does_not_ring(
    phone: BrowserContext, server: Server, push: PushService
):
    page = resting(phone, server, push, rest="10:00")
    page.reload()
    with page.expect_response(is_taken_back):
        page.get_by_role("button", name="End the rest").click()


def test_a_rest_that_is_ended_without_signal_does_not_ring_once_there_is_signal(
    phone: BrowserContext, server: Server, push: PushService
):
    page = resting(phone, server, push, rest="10:00")
    phone.set_offline(True)
    with page.expect_event("requestfailed", lambda request: request.url.endswith("/alarms/stop")):
        page.get_by_role("button", name="End the rest").click()
    with page.expect_response(is_taken_back):
        phone.set_offline(False)


def test_an_alarm_that_a_closed_page_could_not_take_back_is_taken_back_by_the_next_start(
    phone: BrowserContext, server: Server, push: PushService
):
    page = resting(phone, server, push, rest="10:00")
    phone.set_offline(True)
    with page.expect_event("requestfailed", lambda request: request.url.endswith("/alarms/stop")):
        page.get_by_role("button", name="End the rest").click()
    page.close()
    phone.set_offline(False)
    page = phone.new_page()
    with page.expect_response(is_taken_back):
        page.goto(f"{server.url}/app/")


def test_taking_away_more_rest_than_is_left_takes_the_alarm_back(
    phone: BrowserContext, server: Server, push: PushService
):
    page = resting(phone, server, push, rest="10:00")
    less = page.get_by_role("button", name="15 seconds less")
    with page.expect_response(is_taken_back):
        less.evaluate("(button) => { for (let taps = 0; taps < 41; taps++) button.click() }")


def test_signing_out_takes_the_alarm_back(phone: BrowserContext, server: Server, push: PushService):
    page = resting(phone, server, push, rest="10:00")
    all_sent(page)
    with page.expect_response(is_taken_back):
        sign_out(page, server.url)


def test_a_rest_that_is_ended_after_the_session_ended_does_not_ring(
    phone: BrowserContext, server: Server, push: PushService
):
    page = resting(phone, server, push, rest="10:00")
    all_sent(page)
    phone.clear_cookies()
    page.reload()
    with page.expect_response(is_taken_back):
        page.get_by_role("button", name="End the rest").click()


def test_a_push_service_that_refuses_is_said_and_the_switch_stays_off(
    phone: BrowserContext, server: Server, push: PushService
):
    page = open_app(phone, server)
    page.add_init_script(
        "PushManager.prototype.subscribe = () => Promise.reject(new DOMException('no', 'AbortError'))"
    )
    sign_up(page, server.url, "Ada", PASSWORD, server.code)
    open_press(page, server.url)
    page.get_by_role("button", name="Rest settings").click()
    page.get_by_label("Alarm with the screen off").click()
    expect(page.get_by_text("The browser or its push service said no.")).to_be_visible()
    expect(page.get_by_label("Alarm with the screen off")).not_to_be_checked()


def test_without_an_account_the_settings_say_what_is_missing(
    phone: BrowserContext, server: Server, push: PushService
):
    page = open_app(phone, server)
    open_press(page, server.url)
    page.get_by_role("button", name="Rest settings").click()
    expect(page.get_by_text("An alarm with the screen off needs an account")).to_be_visible()
