"""A journal's file read back into a database, SQLite and PostgreSQL: the same journal, or nothing at all."""

import itertools
import random
import uuid

import msgspec
import pytest

from iron.records import archive
from iron.records.revisions import Op
from iron.server.storage.django_store import DjangoStore
from iron.values.errors import ConflictError

AT = "2026-11-22T18:05:00Z"
# Other numbers than the other files of this room: they share the databases.
USERS = itertools.count(700_000)


@pytest.fixture
def two(journal_database):
    """Two lifters' empty journals."""
    return (
        DjangoStore(next(USERS), using=journal_database),
        DjangoStore(next(USERS), using=journal_database),
    )


def op_ids(seed):
    noise = random.Random(seed)  # noqa: S311
    return (str(uuid.UUID(int=noise.getrandbits(128), version=4)) for _ in itertools.count())


def live(store, seed, steps=60):
    """Two devices write, edit and delete a few workouts, often on outdated bases."""
    dice, ids = random.Random(seed), op_ids(f"op-{seed}")  # noqa: S311
    for n in range(steps):
        doc = dice.randrange(8)
        body = {"v": 1, "start": f"2026-11-{1 + doc:02d}T18:05:00", "title": f"{n} ü", f"k{n % 3}": n}
        entry = {"id": "e", "order": "a0", "exercise": "leg-press-45", "sets": [{"id": "s", "reps": n}]}
        body["entries"] = [entry] * dice.randrange(2)
        raw = None if dice.random() < 0.15 else msgspec.json.encode(body)
        op = Op(next(ids), "workout", str(uuid.UUID(int=doc)), dice.randrange(4), raw)
        store.push([op], dice.choice(["phone", "laptop"]), f"2026-11-22T18:{n % 60:02d}:00Z")


def documents(store):
    return {each.key: each.body for each in _documents(store)}


def _documents(store):
    return archive.read(archive.write(store, owner=None, at=AT, iron="1")).documents


def revisions(store):
    return {key: store.revisions(*key) for key in documents(store)}


def put_back(data, store, seed="restore"):
    plan = archive.plan(archive.read(data), store)
    return archive.restore(store, plan, device="copy", at=AT, op_ids=op_ids(seed))


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_documents_and_history_come_back_as_they_were(two, seed):
    store, empty = two
    live(store, f"{store.user_id}-{seed}")
    put_back(archive.write(store, owner="anna", at=AT, iron="1", history=True), empty)
    assert documents(empty) == documents(store)
    assert revisions(empty) == revisions(store)


def test_without_history_each_document_begins_anew_with_the_same_body(two):
    store, empty = two
    live(store, store.user_id)
    put_back(archive.write(store, owner="anna", at=AT, iron="1"), empty)
    assert documents(empty) == documents(store)
    assert {len(rows) for rows in revisions(empty).values()} == {1}


def test_a_restore_that_fails_at_its_end_leaves_nothing_of_its_beginning(two):
    store, other = two
    live(store, store.user_id)
    data = archive.write(store, owner="anna", at=AT, iron="1", history=True)
    last = archive.read(data).history[_documents(store)[-1].key][-1]
    other.push([Op(last.op_id, "dream", str(uuid.UUID(int=99)), 0, b'{"v":1}')], "phone", AT)
    before = (documents(other), other.seq())
    with pytest.raises(ConflictError, match="Nothing was restored"):
        put_back(data, other)
    assert (documents(other), other.seq()) == before
