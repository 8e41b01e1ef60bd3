"""What a board counts from few documents is what the whole journal says, whatever changed meanwhile."""

import itertools
import random
import uuid
from datetime import date, timedelta

import msgspec
import pytest

from iron.journal.journal import Journal
from iron.journal.weeks import last_weeks
from iron.records.revisions import Op
from iron.server.sharing.recent import RecentDocuments
from iron.server.storage.django_store import DjangoStore

USERS = itertools.count(70_000)
TODAY = date(2026, 11, 26)
BACK = timedelta(days=16)
OWN = [str(uuid.UUID(int=7_000_000 + number)) for number in range(2)]
SETTINGS = str(uuid.UUID(int=8_000_000))


def change(store, kind, ident, body):
    row = store.get(kind, ident)
    raw = None if body is None else msgspec.json.encode({"v": 1, **body})
    [result] = store.push(
        [Op(str(uuid.uuid4()), kind, ident, row.rev if row else 0, raw)], "phone", "2026-11-26T12:00:00Z"
    )
    assert result.status != "refused", result.error


def workout(rng, today):
    day = today - timedelta(days=rng.choice([0, 1, 3, 7, 8, 13, 15, 20, 40, 900]))
    sets = [
        {"id": str(number), "order": f"a{number}", "reps": 8, "kind": rng.choice(["working", "warm-up"])}
        for number in range(rng.randrange(4))
    ]
    entry = {"id": "e", "order": "a", "exercise": rng.choice(["leg-press-45", *OWN]), "sets": sets}
    zone = rng.choice([{}, {"offset": 60}, {"offset": -600}])
    return {"start": f"{day.isoformat()}T18:00:0{rng.randrange(10)}", "entries": [entry], **zone}


def random_change(store, rng, today):
    kind = rng.choice(["workout"] * 6 + ["exercise", "settings", "measurement"])
    if kind == "workout":
        ident = str(uuid.UUID(int=9_000_000 + rng.randrange(12)))
        body = None if store.get(kind, ident) and rng.random() < 0.3 else workout(rng, today)
    elif kind == "exercise":
        ident = rng.choice(OWN)
        body = {"name": f"Own {ident[-1]}", **rng.choice([{}, {"alias_of": "leg-press-45"}])}
    elif kind == "settings":
        ident = SETTINGS
        goal = {"count": rng.randrange(1, 4), "what": rng.choice(["days", "sets"])}
        body = {"week_goal": goal, "week_start": rng.choice(["monday", "sunday"])}
    else:
        ident, body = (
            str(uuid.uuid4()),
            {"at": "2026-11-26T08:00:00", "what": "mass", "value": 80, "unit": "kg"},
        )
    change(store, kind, ident, body)


@pytest.mark.parametrize("seed", range(6))
def test_the_weeks_are_those_of_the_whole_journal_after_each_change(journal_database, seed):
    rng = random.Random(seed)  # noqa: S311 - no secret
    store, today = DjangoStore(next(USERS), using=journal_database), TODAY
    documents = RecentDocuments(store, (today - BACK).isoformat())
    read_anew = 0
    for _ in range(60):
        if rng.random() < 0.2:
            today += timedelta(days=rng.randrange(-1, 5))
        for _ in range(rng.randrange(3)):
            random_change(store, rng, today)
        since = (today - BACK).isoformat()
        if not documents.bring_up(store, since):
            read_anew += 1
            documents = RecentDocuments(store, since)
        few, whole = Journal(documents), Journal(store)
        assert few.utc_offset == whole.utc_offset
        assert last_weeks(few, today, 2) == last_weeks(whole, today, 2)
    assert read_anew < 30  # most changes were taken in


def test_it_stays_small_and_a_journal_that_begins_anew_is_read_anew(journal_database):
    store = DjangoStore(next(USERS), using=journal_database)
    for number in range(30):
        day = TODAY - timedelta(days=10 * number)
        body = {"start": f"{day.isoformat()}T18:00:00", "offset": 60, "entries": []}
        change(store, "workout", str(uuid.UUID(int=9_500_000 + number)), body)
    documents = RecentDocuments(store, (TODAY - BACK).isoformat())
    assert len(list(documents.all())) == 2
    later = (TODAY + timedelta(days=60)).isoformat()
    assert documents.bring_up(store, later)
    assert len(list(documents.all())) == 1  # the newest says where the lifter is
    assert not documents.bring_up(store, TODAY.isoformat())
    store.forget()
    assert not documents.bring_up(store, later)
