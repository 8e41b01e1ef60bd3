"""Alarms of the phone that asks: the end of a rest, also with the screen off."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iron.server.alarms import delivery, service
from iron.server.alarms.waker import WAKER
from iron.server.alarms.wire import AlarmAgain, AlarmIn, AlarmKey, AlarmSet, AlarmStop
from iron.server.api.request_handler import answer, lifter, parse, read
from iron.server.api.route import Route
from iron.server.gateway.rules import KIB
from iron.values.decoding import json_decoder

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

_MOST_BYTES: Final = 4 * KIB


_READ_ALARM: Final = json_decoder(AlarmIn)
_READ_STOP: Final = json_decoder(AlarmStop)
_READ_AGAIN: Final = json_decoder(AlarmAgain)


def key(request: HttpRequest) -> HttpResponse:
    """Say the public key of this server."""
    lifter(request)
    return answer(AlarmKey(delivery.public_key()))


def begin(request: HttpRequest) -> HttpResponse:
    """Set the alarm of a phone, in place of the one that it has."""
    user_id = lifter(request)
    asked = parse(read(request, _MOST_BYTES), _READ_ALARM)
    phone = (asked.endpoint, asked.p256dh, asked.auth)
    due = service.set_alarm(user_id, phone, asked.due_in_s, asked.title, asked.text)
    WAKER.wake()
    return answer(AlarmSet(due))


def stop(request: HttpRequest) -> HttpResponse:
    """Take back the alarm of a phone; the secret of its subscription is as good as a session."""
    asked = parse(read(request, _MOST_BYTES), _READ_STOP)
    if asked.auth:
        return answer({"stopped": service.stop_alarm_of_phone(asked.endpoint, asked.auth)})
    return answer({"stopped": service.stop_alarm(lifter(request), asked.endpoint)})


def again(request: HttpRequest) -> HttpResponse:
    """Put off an alarm that rang; the token in the notification is the permission."""
    asked = parse(read(request, _MOST_BYTES), _READ_AGAIN)
    due = service.put_off(asked.token, asked.due_in_s)
    WAKER.wake()
    return answer(AlarmSet(due))


ALARM_ROUTES: Final = (
    Route(
        "GET", "alarms", key, "The key with which a browser subscribes to alarms of this server",
        account=True, gives=AlarmKey, tokens=False,
    ),
    Route(
        "POST", "alarms", begin, "Ring one phone after some seconds, by Web Push, in place of the alarm that it has",
        account=True, takes=AlarmIn, gives=AlarmSet, tokens=False, most_bytes=_MOST_BYTES,
    ),
    Route(
        "POST", "alarms/stop", stop,
        "Take back the alarm of one phone, by its session or by the secret of its subscription",
        account=False, takes=AlarmStop, gives=dict[str, bool], tokens=False, most_bytes=_MOST_BYTES,
    ),
    Route(
        "POST", "alarms/again", again, "Put off an alarm that rang, with the token of its notification",
        account=False, takes=AlarmAgain, gives=AlarmSet, tokens=False, most_bytes=_MOST_BYTES,
    ),
)  # fmt: skip
