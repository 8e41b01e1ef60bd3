"""What the addresses of connections take and give."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct


class CalendarFeed(Struct):
    """The address for calendars that subscribe, null where it has to be made anew; days are UTC."""

    address: str | None
    made_on: str
    read_on: str | None


class CalendarOut(Struct):
    """The lifter's calendar feed, null where there is none."""

    feed: CalendarFeed | None


EventName = Literal["workout.finished", "record.set", "plan.changed"]


class WebhookIn(Struct, forbid_unknown_fields=True):
    """Where to send what; ``https`` unless the server's host allows plain HTTP there."""

    url: str
    events: list[EventName]


class WebhookOut(Struct):
    """A webhook as its lifter sees it; days are UTC, moments too.

    ``problem`` says why the newest try failed, ``stopped`` that Iron gave up, ``waiting`` how many messages wait.
    """

    id: int
    url: str
    events: list[EventName]
    made_on: str
    delivered_at: str | None
    waiting: int
    problem: str
    stopped: bool


class WebhookMade(Struct):
    """The secret that signs (Standard Webhooks), told this once, and its webhook."""

    secret: str
    webhook: WebhookOut


class AssistantOut(Struct):
    """An assistant that may use the journal; days are UTC.

    ``host`` is where it took the access to; where that was a program on the lifter's device, ``program`` is its scheme
    and ``host`` is empty.
    """

    id: int
    name: str
    host: str
    program: str | None
    writes: bool
    made_on: str
    used_on: str | None


class AssistantRequest(Struct):
    """What an assistant asks for.

    ``host`` is where the answer goes; ``local`` says that this is the lifter's own computer. Where the answer opens a
    program on the device, ``program`` is its scheme and ``host`` is empty. ``writes``: it asks to log, not only to
    read.
    """

    name: str
    host: str
    program: str | None
    local: bool
    writes: bool


class AssistantAnswer(Struct, forbid_unknown_fields=True):
    """The lifter's answer to a request that this server signed; ``writes`` allows to log, else only to read."""

    request: str
    allow: bool
    writes: bool = False


class AssistantAddress(Struct):
    """Where the browser takes the answer."""

    address: str
