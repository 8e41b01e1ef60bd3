"""Several phones, one server, everything that can go wrong on the way: all end alike and nothing pushed is lost."""

import itertools
import uuid

import msgspec
import pytest
from devices import Device
from django.db import connections
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule, run_state_machine_as_test

from iron.server.storage.django_store import DjangoStore

USERS = itertools.count(1_000_000)
DOCUMENTS = st.sampled_from([("workout", "w1"), ("workout", "w2"), ("machine", "m1")])
DEVICES = st.integers(0, 2)
EXERCISES = st.sampled_from(["leg-press-45", "hack-squat"])
SETS = st.sampled_from(["s1", "s2", "s3"])
# What a server stamps and what a phone's wrong clock writes: nothing may depend on them.
TIMES = st.sampled_from(["1970-01-01T00:00:00", "2026-11-22T18:05:00", "2069-12-31T23:59:59"])


class KilledError(Exception):
    """The server process died here."""


def killed_at(statement):
    """Die before the n-th statement of a push; the transaction is rolled back as the database does for a dead process."""
    count = itertools.count()

    def wrapper(execute, sql, params, many, context):
        if next(count) == statement:
            raise KilledError
        return execute(sql, params, many, context)

    return wrapper


def blank(kind):
    if kind == "machine":
        return {"v": 1, "name": "Panatta"}
    return {
        "v": 1,
        "start": "2026-11-22T18:05:00",
        "entries": [{"id": "e1", "order": "a0", "exercise": "leg-press-45"}],
    }


def leaves(body):
    """Every value of a body by its path, list items by id."""

    def walk(value, path):
        if isinstance(value, dict):
            for key, inner in value.items():
                walk(inner, f"{path}.{key}")
        elif isinstance(value, list):
            for inner in value:
                walk(inner, f"{path}[{inner['id']}]")
        else:
            found_bodies[path.lstrip(".")] = value

    found_bodies = {}
    walk(msgspec.json.decode(body) if body else {}, "")
    return found_bodies


def silently_gone(revision, before, base):
    """Values that another device had stored and that are neither in the result nor named as lost."""
    seen, now = leaves(base), leaves(revision.body)
    lost = [each.path for each in revision.lost]
    return [
        (path, value)
        for path, value in leaves(before).items()
        if path != "v"  # the newer version stands, whoever wrote it
        and now.get(path) != value
        and seen.get(path) != value
        and not any(path.startswith(loss) for loss in lost)
    ]


class Phones(RuleBasedStateMachine):
    database = ""

    def __init__(self):
        super().__init__()
        self.store = DjangoStore(next(USERS), using=self.database)
        self.devices = [Device(f"device-{n}") for n in range(3)]
        self.numbers = itertools.count(1)
        # Everything that reached a server which lived long enough to store it.
        self.stored = {}

    def new_id(self):
        return str(uuid.UUID(int=next(self.numbers)))

    def change(self, n, key, edit):
        device = self.devices[n]
        raw = device.body(key)
        body = msgspec.json.decode(raw) if raw else blank(key[0])
        edit(body)
        device.write(key, msgspec.json.encode(body), self.new_id())

    @rule(n=DEVICES, key=DOCUMENTS, name=st.sampled_from(["title", "note", "gym"]), value=st.integers(0, 99))
    def edit_a_field(self, n, key, name, value):
        self.change(n, key, lambda body: body.update({name: f"{value} by {n}"}))

    @rule(n=DEVICES, key=DOCUMENTS, ident=SETS, reps=st.integers(0, 30), at=TIMES)
    def log_a_set(self, n, key, ident, reps, at):
        def edit(body):
            if key[0] == "workout" and body["v"] == 1:
                sets = body["entries"][0].setdefault("sets", [])
                body["entries"][0]["sets"] = [each for each in sets if each["id"] != ident]
                body["entries"][0]["sets"].append(
                    {"id": ident, "order": f"a{ident}", "reps": reps, "done_at": at}
                )

        self.change(n, key, edit)

    @rule(n=DEVICES, key=DOCUMENTS, ident=SETS)
    def take_a_set_away(self, n, key, ident):
        def edit(body):
            if key[0] == "workout" and body["v"] == 1:
                sets = body["entries"][0].get("sets", [])
                body["entries"][0]["sets"] = [each for each in sets if each["id"] != ident]

        self.change(n, key, edit)

    @rule(n=DEVICES, key=DOCUMENTS, exercise=EXERCISES)
    def change_the_exercise(self, n, key, exercise):
        def edit(body):
            if key[0] == "workout" and body["v"] == 1:
                body["entries"][0]["exercise"] = exercise

        self.change(n, key, edit)

    @rule(n=DEVICES, key=DOCUMENTS)
    def write_with_a_newer_iron(self, n, key):
        self.change(n, key, lambda body: body.update({"v": 2, "shape": {"of": n}}))

    @rule(n=DEVICES, key=DOCUMENTS)
    def delete(self, n, key):
        if self.devices[n].body(key) is not None:
            self.devices[n].write(key, None, self.new_id())

    @rule(
        n=DEVICES,
        order=st.randoms(use_true_random=False),
        fate=st.sampled_from(["answered", "answered", "lost", "killed", "twice"]),
        statement=st.integers(0, 6),
        at=TIMES,
    )
    def push(self, n, order, fate, statement, at):
        device = self.devices[n]
        ops = device.outgoing()
        order.shuffle(ops)
        if not ops:
            return
        if fate == "killed":
            try:
                with connections[self.database].execute_wrapper(killed_at(statement)):
                    self.store.push(ops, device.name, at + "Z")
            except KilledError:
                return
        results = self.serve(device, ops, at)
        if fate == "twice":
            results = [*results, *self.serve(device, ops, at)]
        if fate != "lost":
            for result in results:
                device.answered(result.op_id, result.document)

    def serve(self, device, ops, at):
        results = self.store.push(ops, device.name, at + "Z")
        assert "refused" not in {result.status for result in results}
        for op in ops:
            self.stored[op.op_id] = op
        return results

    @rule(n=DEVICES, limit=st.integers(1, 4))
    def pull(self, n, limit):
        device = self.devices[n]
        device.pulled(self.store.since(device.seq, limit))

    @precondition(lambda self: self.stored)
    @rule(n=DEVICES, pick=st.randoms(use_true_random=False))
    def an_old_request_arrives_again(self, n, pick):
        op = self.stored[pick.choice(sorted(self.stored))]
        before = self.store.seq(), list(self.store.all(deleted=True))
        [result] = self.store.push([op], "somewhere", "1970-01-01T00:00:00Z")
        assert result.status == "replayed"
        assert list(self.store.all(deleted=True)) == before[1]

    def teardown(self):
        for _ in range(3):
            for device in self.devices:
                while ops := device.outgoing():
                    for result in self.serve(device, ops, "2026-11-22T18:05:00"):
                        device.answered(result.op_id, result.document)
                while page := self.store.since(device.seq, 2):
                    device.pulled(page)
        server = {(document.kind, document.id): document for document in self.store.all(deleted=True)}
        for device in self.devices:
            assert device.known == server
        self.check_history(server)

    def check_history(self, server):
        pushed = {}
        for key, document in server.items():
            revisions = self.store.revisions(*key)
            assert [revision.rev for revision in revisions] == list(range(document.rev, 0, -1))
            assert revisions[0].body == document.body
            pushed |= {revision.op_id: revision.pushed for revision in revisions}
            for newer, older in itertools.pairwise(revisions):
                assert silently_gone(newer, older.body, self.base_of(newer, revisions)) == []
        assert pushed == {op_id: op.body for op_id, op in self.stored.items()}
        assert len({each.seq for each in server.values()}) == len(server)

    def base_of(self, revision, revisions):
        """What the device had seen when it made this edit."""
        made_on = self.stored[revision.op_id].base_op
        found_bodies = [
            each.pushed for each in revisions if made_on and each.op_id == made_on and each.pushed is not None
        ]
        return (found_bodies or [each.body for each in revisions if each.rev == revision.base] or [None])[0]


def test_all_phones_end_with_what_the_server_has_and_nothing_pushed_is_lost(journal_database):
    Phones.database = journal_database
    run_state_machine_as_test(
        Phones,
        settings=settings(
            # What merges is the same; only the statements differ, and each random life sends all of them.
            max_examples=120 if journal_database == "journal-sqlite" else 40,
            stateful_step_count=40,
            suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
        ),
    )


@pytest.mark.parametrize("statement", range(6))
def test_a_server_killed_at_any_statement_stores_all_or_nothing(journal_database, statement):
    phone = Device("phone")
    store = DjangoStore(next(USERS), using=journal_database)
    phone.write(
        ("workout", "w1"), msgspec.json.encode(blank("workout")), "00000000-0000-7000-8000-0000000000aa"
    )
    with connections[journal_database].execute_wrapper(killed_at(statement)):
        try:
            store.push(phone.outgoing(), "phone", "2026-11-22T18:05:00Z")
        except KilledError:
            assert (store.seq(), list(store.all()), store.revisions("workout", "w1")) == (0, [], [])
    [result] = store.push(phone.outgoing(), "phone", "2026-11-22T18:05:00Z")
    phone.answered(result.op_id, result.document)
    assert (phone.outgoing(), len(store.revisions("workout", "w1"))) == ([], 1)
