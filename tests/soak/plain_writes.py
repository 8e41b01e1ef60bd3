"""A program that logs sets for its lifter (`POST /api/v1/sets`), with what goes wrong on the way."""

from __future__ import annotations

import asyncio
import http.client
import json
import random
import urllib.error
import urllib.request
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

ATTEMPTS = 4
FATES = ("lost", "lost", "unsent", "twice")


@dataclass(frozen=True)
class SetRequest:
    """One set for one account; the note tells it from every other set.

    Attributes:
        key: API key of the account.
        request_key: Idempotency-Key of all attempts.
        body: JSON of the request.
    """

    key: str
    request_key: str
    body: bytes


@dataclass(frozen=True)
class Outcome:
    """What the program knows at the end.

    Attributes:
        answer: JSON of the server, None where no attempt was answered.
        sent: some attempt left the program, so the set may be stored even without an answer.
        fault: a status that no program should see.
    """

    answer: dict[str, Any] | None
    sent: bool
    fault: str = ""


def set_request(dice: random.Random, key: str, request_key: str, note: str, reps: int) -> SetRequest:
    """Make a request: three of five join the workout that the phones began, others are of days before."""
    joins = dice.random() < 0.6
    start = "2026-11-22T19:05:00+01:00" if joins else f"2026-11-{dice.randrange(10, 20)}T18:00:00+01:00"
    one_set = {"reps": reps, "load": 100, "unit": "kg", "note": note}
    body = {"exercise": "leg-press-45", "sets": [one_set], "start": start}
    return SetRequest(key, request_key, json.dumps(body).encode())


async def log_set(request: SetRequest, servers: Sequence[str], dice: random.Random) -> Outcome:
    """Send a request until it is answered, at most four times, each time with the same Idempotency-Key."""
    sent = False
    for attempt in range(ATTEMPTS):
        address = servers[attempt % len(servers)]
        fate = dice.choice(FATES) if dice.random() < 0.4 else "fine"
        if fate == "unsent":
            continue
        addresses = servers[:2] if fate == "twice" else [address]
        sent = True
        answers = await asyncio.gather(*(asyncio.to_thread(_send, request, to) for to in addresses))
        faults = [f"{status} {answer}" for status, answer in answers if status not in {0, 200, 409, 503}]
        if faults:
            return Outcome(None, sent, faults[0])
        good = [answer for status, answer in answers if status == 200]
        if good and fate != "lost":
            return Outcome(good[0], sent)
    return Outcome(None, sent)


def _send(request: SetRequest, address: str) -> tuple[int, Any]:
    """One attempt; status 0 stands for no answer."""
    headers = {
        "Authorization": f"Bearer {request.key}",
        "Content-Type": "application/json",
        "Idempotency-Key": f'"{request.request_key}"',
    }
    asked = urllib.request.Request(f"{address}/api/v1/sets", data=request.body, headers=headers)
    try:
        with urllib.request.urlopen(asked, timeout=60) as response:
            return response.status, json.load(response)
    except urllib.error.HTTPError as problem:
        return problem.code, problem.read()[:300]
    except (OSError, http.client.HTTPException, ValueError):
        return 0, None
