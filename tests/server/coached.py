"""A lifter whose log has a stall, a record, an open question and a training week: for lists of a coach."""

from __future__ import annotations

import json
import uuid
from datetime import date, timedelta

from iron.records.revisions import Op
from iron.server.accounts.service import account_id
from iron.server.sharing import shares
from iron.server.storage.django_store import DjangoStore
from iron.values import clock

AT = "2026-11-22T18:05:00Z"


def put(user, kind, body, ident=None, base=0):
    """Store a document, a new one or the next revision; returns its id."""
    ident = ident or clock.fresh_id()
    raw = json.dumps({"v": 1, **body}).encode()
    [result] = DjangoStore(user.pk).push([Op(str(uuid.uuid4()), kind, ident, base, raw)], "phone", AT)
    assert result.status == "applied", result.error
    return ident


def entry(number, exercise, load, reps):
    """One exercise of a workout: three sets that left one rep."""
    sets = [
        {
            "id": f"{exercise}-{number}-{at}",
            "order": f"a{at}",
            "load": {"value": load, "unit": "kg"},
            "reps": reps,
            "rir": 1,
        }
        for at in range(3)
    ]
    return {"id": f"{exercise}-{number}", "order": exercise[0], "exercise": exercise, "sets": sets}


def train(user, until: date, weeks: int = 16) -> list[str]:
    """Twice a week up to a day: the bench press stands still, the leg press grows."""
    idents = []
    for number in range(2 * weeks):
        day = until - timedelta(days=(2 * weeks - 1 - number) * 7 // 2)
        entries = [
            entry(number, "bench-press", 80, 8 - number % 2),
            entry(number, "leg-press-45", 100 + 5 * number, 10),
        ]
        body = {"start": f"{day}T18:00:00", "end": f"{day}T19:00:00", "offset": 0, "entries": entries}
        idents.append(put(user, "workout", body))
    return idents


def coached(owner, coach, until: date, parts=("training",)):
    """Training up to a day, shared and accepted, with an answer that waits for the coach; returns the share."""
    workouts = train(owner, until)
    about = {"workout": workouts[-1], "offset": 0}
    author = {"by": account_id(coach), "author": coach.username}
    put(owner, "comment", {**about, **author, "text": "Pause on the chest?", "at": f"{until}T20:00:00"})
    put(owner, "comment", {**about, "text": "One second, or longer?", "at": f"{until}T20:30:00"})
    return shares.accept(coach.pk, shares.give_account(owner, coach.username, list(parts), None).share_id)
