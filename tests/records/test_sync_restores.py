"""Phones and a store that is put back to earlier moments: every set that was logged is everywhere in the end."""

import copy
import itertools
import uuid

import msgspec
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test

from iron.records.revisions import Op
from iron.records.store import MemoryStore

AT = "2026-11-22T18:05:00Z"
PHONES = st.integers(0, 2)
DOCS = st.sampled_from(["w1", "w2"])
BLANK = {"v": 1, "start": "2026-11-22T18:05:00", "entries": [{"id": "e", "order": "a0", "exercise": "squat"}]}


class Phone:
    """What docs/documents.md asks of a client, in its shortest form: one edit a document, waiting or sent."""

    def __init__(self):
        self.epoch, self.seq = 0, 0
        self.rows = {}  # what the screen shows
        self.seen = {}  # what the server last said of a document
        self.was = {}  # the revision that a deletion deleted
        self.box = {}  # what has to go out
        self.sent = {}

    def write(self, doc, body, op_id):
        self.rows[doc] = body
        base = self.box[doc] if doc in self.box else self.base(doc)
        self.box[doc] = {**base, "op_id": op_id, "body": body}

    def base(self, doc):
        seen = self.seen.get(doc)
        if doc in self.sent:
            return {"base": None, "name": None, "base_op": None}  # its answer decides
        return {"base": seen.rev if seen else 0, "name": seen.made_by if seen else None, "base_op": None}

    def begin_again(self, epoch, new_id):
        self.epoch, self.seq = epoch, 0
        for doc, body in self.rows.items():
            if doc in self.box or doc in self.sent:
                continue
            seen = self.seen.get(doc) if body is not None else self.was.get(doc)
            self.box[doc] = {"op_id": new_id(), "body": body, "base": seen.rev if seen else 0, "name": seen.made_by if seen else None, "base_op": None}  # fmt: skip

    def outgoing(self):
        for doc in [doc for doc in self.box if doc not in self.sent]:
            self.sent[doc] = self.box.pop(doc)
        return [
            Op(sent["op_id"], "workout", doc, sent["base"], sent["body"] and msgspec.json.encode(sent["body"]), sent["base_op"], sent["name"])
            for doc, sent in self.sent.items()
        ]  # fmt: skip

    def answered(self, result):
        doc = next((doc for doc, sent in self.sent.items() if sent["op_id"] == result.op_id), None)
        if doc is None:
            return
        mine, document = self.sent.pop(doc), result.document
        self.remember(doc, document)
        if doc not in self.box:
            self.rows[doc] = read(document)
        elif read(document) == mine["body"]:
            self.box[doc] |= {"base": document.rev, "name": document.made_by, "base_op": None}
        else:
            self.box[doc] |= {"base": mine["base"], "name": mine["name"], "base_op": mine["op_id"]}

    def remember(self, doc, document):
        before = self.seen.get(doc)
        if document.body is None and before is not None and before.body is not None:
            self.was[doc] = before
        self.seen[doc] = document

    def pulled(self, documents):
        for document in documents:
            if document.id not in self.box and document.id not in self.sent:
                self.remember(document.id, document)
                self.rows[document.id] = read(document)
            self.seq = document.seq


def read(document):
    return None if document.body is None else msgspec.json.decode(document.body)


def sets_of(body):
    return [set_["id"] for set_ in (body or BLANK)["entries"][0].get("sets", [])]


class Restores(RuleBasedStateMachine):
    def __init__(self):
        super().__init__()
        self.store, self.saved, self.epoch = MemoryStore(), MemoryStore(), 0
        self.phones = [Phone() for _ in range(3)]
        self.numbers = itertools.count(1)
        self.logged = {"w1": set(), "w2": set()}
        self.deleted = set()

    def new_id(self):
        return str(uuid.UUID(int=next(self.numbers)))

    @rule(n=PHONES, doc=DOCS)
    def log_a_set(self, n, doc):
        body = copy.deepcopy(self.phones[n].rows.get(doc) or BLANK)
        ident = self.new_id()
        body["entries"][0].setdefault("sets", []).append({"id": ident, "order": f"a{ident[-8:]}"})
        self.phones[n].write(doc, body, self.new_id())
        self.logged[doc].add(ident)

    @rule(n=PHONES, doc=DOCS)
    def delete(self, n, doc):
        if self.phones[n].rows.get(doc):
            self.phones[n].write(doc, None, self.new_id())
            self.deleted.add(doc)

    @rule(n=PHONES, lost=st.booleans())
    def push(self, n, lost):
        phone = self.phones[n]
        if phone.epoch != self.epoch:
            phone.begin_again(self.epoch, self.new_id)
        for result in self.store.push(phone.outgoing(), "phone", AT):
            assert result.error is None
            if not lost:
                phone.answered(result)

    @rule(n=PHONES)
    def pull(self, n):
        phone = self.phones[n]
        if phone.epoch != self.epoch:
            phone.begin_again(self.epoch, self.new_id)
        phone.pulled(self.store.since(phone.seq, 1000))

    @rule()
    def back_up(self):
        self.saved = copy.deepcopy(self.store)

    @rule()
    def restore(self):
        self.store, self.epoch = copy.deepcopy(self.saved), self.epoch + 1
        # Stamps are random on a server; here they only must not come again.
        self.store._pushes = 1_000_000 * self.epoch

    def teardown(self):
        for _ in range(4):
            for n in range(3):
                self.push(n, lost=False)
                self.push(n, lost=False)
                self.pull(n)
        server = {document.id: read(document) for document in self.store.all(deleted=True)}
        for phone in self.phones:
            assert not phone.box
            assert not phone.sent
            assert phone.rows == server
        for doc, logged in self.logged.items():
            there = sets_of(server.get(doc))
            assert len(there) == len(set(there))
            assert doc in self.deleted or set(there) == logged


def test_every_set_is_on_every_phone_however_often_the_store_was_put_back():
    run_state_machine_as_test(
        Restores,
        settings=settings(max_examples=150, stateful_step_count=40, suppress_health_check=list(HealthCheck)),
    )
