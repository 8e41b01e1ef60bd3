"""The calendar of planned days: what it holds, its secret address, and who may read it."""

from __future__ import annotations

from datetime import UTC, date, datetime

import msgspec
import pytest
from django.test import Client
from icalendar import Calendar

from iron.records.revisions import Op
from iron.server.accounts import tokens
from iron.server.accounts.models import User
from iron.server.connections import calendar_page
from iron.server.connections.models import CalendarLink
from iron.server.storage.django_store import DjangoStore
from iron.training.plan import blocks
from iron.values import clock

pytestmark = pytest.mark.django_db(transaction=True)
PROGRAM = {
    "name": "Legs",
    "days": [
        {"weekday": 0, "name": "Press", "slots": [{"exercise": "leg-press-45", "sets": 3, "reps_low": 8, "reps_high": 12}]},
        {"weekday": 3, "name": "Curl", "slots": [{"exercise": "seated-leg-curl", "sets": 2, "reps_low": 10, "reps_high": 10, "rir": 1}]},
    ],
}  # fmt: skip
BLOCK = "0192f000-0000-7000-8000-00000000b10c"


@pytest.fixture(autouse=True)
def _fresh_limits():
    calendar_page._read_at.clear()


@pytest.fixture
def browser(user):
    client = Client(headers={"host": "localhost"})
    client.force_login(user)
    return client


def store(user, kind, ident, body):
    op = Op(clock.fresh_id(), kind, ident, 0, msgspec.json.encode(body))
    [result] = DjangoStore(user.pk).push([op], "phone", "2026-11-22T18:05:00Z")
    assert result.error is None


def plan(user, **more):
    monday = date.fromisoformat(clock.utc_now()[:10])
    block = blocks.block_from("legs", PROGRAM, monday)
    store(user, "block", BLOCK, {**block, **more})
    return block


def path_of(browser):
    address = browser.post("/api/v1/calendar").json()["feed"]["address"]
    assert address.startswith("http://localhost/calendar/")
    return address.removeprefix("http://localhost")


def events(path):
    answered = Client(headers={"host": "localhost"}).get(path)
    assert answered.status_code == 200, answered.content
    assert answered.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert not answered.cookies
    return {str(event["uid"]): event for event in Calendar.from_ical(answered.content).walk("VEVENT")}


def test_planned_days_are_all_day_events_with_exercises_and_targets(browser, user):
    block = plan(user)
    listed = events(path_of(browser))
    assert len(listed) == len(block["weeks"]) * 2
    press, curl = listed[f"{BLOCK}-w0d0@iron-log"], listed[f"{BLOCK}-w0d1@iron-log"]
    assert str(press["summary"]) == "Legs, Press"
    first = date.fromisoformat(block["weeks"][0]["days"][0]["date"])
    assert press["dtstart"].dt == first
    assert (press["dtend"].dt - press["dtstart"].dt).days == 1
    assert press["transp"] == "TRANSPARENT"
    assert str(press["description"]) == "45° leg press: 3 × 8–12, 3 in reserve"
    assert str(curl["description"]) == "Seated leg curl: 2 × 10, 2 in reserve"
    assert str(press["url"]) == "http://localhost/app/plan"


def test_a_done_day_is_marked_and_has_the_time_of_its_workout(browser, user):
    plan(user)
    workout = {"v": 1, "start": "2026-11-24T18:00:00", "end": "2026-11-24T19:05:00", "entries": []}
    store(user, "workout", clock.fresh_id(), {**workout, "offset": 60, "block": {"id": BLOCK, "day": "w0d0"}})
    store(user, "workout", clock.fresh_id(), {**workout, "block": {"id": BLOCK, "day": "w0d1"}})
    listed = events(path_of(browser))
    timed, dated = listed[f"{BLOCK}-w0d0@iron-log"], listed[f"{BLOCK}-w0d1@iron-log"]
    assert str(timed["summary"]) == "✓ Legs, Press"
    assert timed["dtstart"].dt == datetime(2026, 11, 24, 17, 0, tzinfo=UTC)
    assert timed["dtend"].dt == datetime(2026, 11, 24, 18, 5, tzinfo=UTC)
    assert dated["dtstart"].dt == date(2026, 11, 24), "nobody knows the offset: a day and no time"
    assert not str(listed[f"{BLOCK}-w1d0@iron-log"]["summary"]).startswith("✓")


def test_skipped_days_and_days_after_the_end_are_left_out(browser, user):
    block = plan(user)
    block["weeks"][0]["days"][1]["skipped"] = True
    ended = block["weeks"][2]["days"][0]["date"]
    store(user, "block", "0192f000-0000-7000-8000-00000000b10d", {**block, "ended": ended})
    listed = {
        uid for uid in events(path_of(browser)) if uid.startswith("0192f000-0000-7000-8000-00000000b10d")
    }
    assert {uid.partition("@")[0][-4:] for uid in listed} == {"w0d0", "w1d0", "w1d1"}


def test_nothing_but_planned_days_is_told(browser, user):
    plan(user)
    secret = {"v": 1, "start": "2026-11-24T18:00:00", "note": "my knee hurts", "entries": []}
    store(user, "workout", clock.fresh_id(), secret)
    text = Client(headers={"host": "localhost"}).get(path_of(browser)).content.decode()
    assert "knee" not in text
    assert "ada" not in text


def test_an_address_is_shown_again_replaced_and_ended(browser, user):
    assert browser.get("/api/v1/calendar").json() == {"feed": None}
    first = path_of(browser)
    shown = browser.get("/api/v1/calendar").json()["feed"]
    assert shown["address"].endswith(first)
    assert shown["read_on"] is None
    assert events(first) == {}
    assert browser.get("/api/v1/calendar").json()["feed"]["read_on"] == clock.utc_now()[:10]
    second = path_of(browser)
    guest = Client(headers={"host": "localhost"})
    assert guest.get(first).status_code == 404
    assert guest.get(second).status_code == 200
    assert browser.delete("/api/v1/calendar").json() == {"ended": True}
    assert guest.get(second).status_code == 404
    assert browser.delete("/api/v1/calendar").status_code == 404


def test_the_database_does_not_hold_the_token(browser, user):
    token = path_of(browser).removeprefix("/calendar/").removesuffix(".ics")
    row = CalendarLink.objects.values_list().get()
    assert token not in [str(value) for value in row]


def test_a_changed_secret_key_says_that_the_address_is_gone(browser, user, settings):
    path_of(browser)
    settings.SECRET_KEY = "another"
    again = Client(headers={"host": "localhost"})
    again.force_login(user)
    assert again.get("/api/v1/calendar").json()["feed"]["address"] is None


def test_a_disabled_account_has_no_calendar(browser, user):
    path = path_of(browser)
    User.objects.filter(pk=user.pk).update(is_active=False)
    assert Client(headers={"host": "localhost"}).get(path).status_code == 404


def test_no_key_touches_the_address(user):
    _, key = tokens.make(user, "script", writes=True)
    program = Client(headers={"host": "localhost", "Authorization": f"Bearer {key}"})
    assert [program.get("/api/v1/calendar").status_code, program.post("/api/v1/calendar").status_code] == [
        403,
        403,
    ]


def test_nothing_new_is_a_304_until_the_plan_changes(browser, user):
    path = path_of(browser)
    guest = Client(headers={"host": "localhost"})
    tag = guest.get(path).headers["ETag"]
    assert guest.get(path, headers={"If-None-Match": tag}).status_code == 304
    plan(user)
    assert guest.get(path, headers={"If-None-Match": tag}).status_code == 200


def test_a_client_that_asks_too_often_waits(browser):
    path = path_of(browser)
    guest = Client(headers={"host": "localhost"})
    statuses = [guest.get(path).status_code for _ in range(calendar_page.PER_MINUTE + 1)]
    assert statuses == [200] * calendar_page.PER_MINUTE + [429]
    assert guest.get(path, REMOTE_ADDR="198.51.100.7").status_code == 200


@pytest.mark.parametrize("token", ["x", "0" * 64, "é", "%00", "a" * 5000])
def test_what_is_no_address_is_a_404(token):
    assert Client(headers={"host": "localhost"}).get(f"/calendar/{token}.ics").status_code == 404
