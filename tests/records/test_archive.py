"""A journal as one file: it reads back to the same journal, and a file that is not right stores nothing."""

import hashlib
import itertools
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iron.records import archive
from iron.records.revisions import Op
from iron.records.store import MemoryStore
from iron.values.errors import BadFileError, BadInputError, ConflictError

AT = "2026-11-22T18:05:00Z"
ANNA = "anna"


def ident(n):
    return f"01900000-0000-7000-8000-{n:012d}"


def op_ids(first=0):
    return (f"01911111-0000-7000-8000-{n:012d}" for n in itertools.count(first))


def copy(store, owner=ANNA, *, history=False):
    return archive.write(store, owner=owner, at=AT, iron="0.1.0", history=history)


def put_back(data, store, first=500_000):
    plan = archive.plan(archive.read(data), store)
    return archive.restore(store, plan, device="copy", at=AT, op_ids=op_ids(first))


def journal(store):
    return {(document.kind, document.id): document.body for document in store.all(deleted=True)}


def histories(store):
    return {
        (document.kind, document.id): [
            (past.op_id, past.rev, past.base, past.at, past.device, past.body, past.pushed, past.status)
            for past in store.revisions(document.kind, document.id)
        ]
        for document in store.all(deleted=True)
    }


def workout(title="Legs", **more):
    return json.dumps(
        {"v": 1, "start": "2026-11-22T18:05:00", "title": title, "entries": [], **more}
    ).encode()


def filled(*bodies, kind="workout"):
    store = MemoryStore()
    ids = op_ids()
    store.push([Op(next(ids), kind, ident(n), 0, body) for n, body in enumerate(bodies)], "phone", AT)
    return store


def signed(value):
    """A file that a program wrote by the rule of the page, whatever stands in it."""
    text = json.dumps({**value, "sha256": "0" * 64}, separators=(",", ":")).encode()
    return text.replace(b"0" * 64, hashlib.sha256(text).hexdigest().encode(), 1)


# Bodies as they may come: any JSON, spelled in any way, of kinds and with keys that nobody knows.
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["a", "ä", "id", "1"]), inner, max_size=3),
    max_leaves=6,
)  # fmt: skip
bodies = st.builds(
    lambda value, indent, ascii_only: json.dumps(
        {"v": 1, "x": value}, indent=indent, ensure_ascii=ascii_only
    ).encode(),
    values,
    st.sampled_from([None, 1, "\t"]),
    st.booleans(),
)
edits = st.lists(
    st.tuples(st.sampled_from(["machine-of-tomorrow", "program"]), st.integers(0, 3), st.none() | bodies,
              st.integers(0, 3), st.sampled_from(["phone", "laptop"])),
    max_size=12,
)  # fmt: skip


def lived(steps):
    store = MemoryStore()
    for n, (kind, doc, body, base, device) in enumerate(steps):
        op = Op(f"01922222-0000-7000-8000-{n:012d}", kind, ident(doc), base, body)
        store.push([op], device, f"2026-11-22T18:{n:02d}:00Z")
    return store


@given(edits)
def test_a_copy_reads_back_to_the_same_journal_byte_for_byte(steps):
    store, empty = lived(steps), MemoryStore()
    put_back(copy(store), empty)
    assert journal(empty) == journal(store)


@given(edits)
def test_with_history_the_copy_brings_every_revision_back(steps):
    store, empty = lived(steps), MemoryStore()
    put_back(copy(store, history=True), empty)
    assert journal(empty) == journal(store)
    assert histories(empty) == histories(store)


@given(edits, st.integers(0, 10_000), st.integers(0, 255))
def test_no_byte_of_a_copy_can_change_unseen(steps, place, byte):
    data = bytearray(copy(lived(steps)))
    place %= len(data)
    changed = bytes(data[:place]) + bytes([byte]) + bytes(data[place + 1 :])
    if changed != bytes(data):
        with pytest.raises(BadFileError):
            archive.read(changed)


@given(edits, st.integers(1, 10_000))
def test_a_file_that_is_cut_off_is_refused_in_one_sentence(steps, missing):
    data = copy(lived(steps)).rstrip()
    with pytest.raises(BadFileError, match=r"cut off|broken|changed"):
        archive.read(data[: max(0, len(data) - missing)])


def test_reading_a_copy_twice_adds_nothing():
    store = filled(workout("A"), workout("B"))
    data = copy(store)
    assert put_back(data, store) == 0
    assert store.seq() == 2


def test_an_old_copy_takes_no_newer_edit_back():
    store = filled(workout("A"))
    data = copy(store)
    store.push([Op(ident(90), "workout", ident(0), 1, workout("B"))], "phone", AT)
    assert put_back(data, store) == 0
    assert store.get("workout", ident(0)).body == workout("B")


def test_what_was_deleted_since_the_copy_comes_back():
    store = filled(workout("A"))
    data = copy(store)
    store.push([Op(ident(90), "workout", ident(0), 1, None)], "phone", AT)
    plan = archive.plan(archive.read(data), store)
    assert (len(plan.new), len(plan.back), len(plan.merged), plan.same) == (0, 1, 0, 0)
    assert put_back(data, store) == 1
    assert store.get("workout", ident(0)).body == workout("A")


def test_a_deletion_in_the_copy_deletes_nothing_here_and_is_remembered_in_an_empty_journal():
    store = filled(workout("A"))
    there = filled(workout("A"))
    there.push([Op(ident(90), "workout", ident(0), 1, None)], "phone", AT)
    assert put_back(copy(there), store) == 0
    assert store.get("workout", ident(0)).body == workout("A")
    empty = MemoryStore()
    put_back(copy(there), empty)
    assert empty.get("workout", ident(0)).deleted


def test_two_states_of_one_document_are_merged_and_what_lost_stays_in_the_history():
    store = filled(workout("here", note="only here"))
    put_back(copy(filled(workout("copy", extra="only in the copy"))), store)
    body = store.get("workout", ident(0)).read()
    assert (body["title"], body["note"], body["extra"]) == ("copy", "only here", "only in the copy")
    assert [(item.path, item.value) for item in store.revisions("workout", ident(0))[0].lost] == [
        ("title", "here")
    ]


def test_the_dry_run_says_how_many_from_when_and_whose():
    store = filled(workout("A"), workout("B", start="2019-03-01T07:00:00"))
    store.push(
        [Op(ident(90), "workout", ident(1), 1, workout("C", start="2020-03-01T07:00:00"))], "phone", AT
    )
    plan = archive.plan(archive.read(copy(store)), MemoryStore())
    assert plan.as_json() == {
        "owner": "anna",
        "at": AT,
        "documents": 2,
        "workouts": 2,
        "span": ("2020-03-01", "2026-11-22"),
        "new": 2,
        "back": 0,
        "merged": 0,
        "same": 0,
    }


def test_a_document_that_cannot_be_stored_stores_nothing_at_all():
    no_version = {"start": "2026-11-22T18:05:00", "end": "2026-11-22T19:00:00"}
    rows = [
        {"kind": "workout", "id": ident(0), "rev": 1, "body": json.loads(workout())},
        {"kind": "workout", "id": ident(1), "rev": 1, "body": no_version},
    ]
    data = signed({"format": "iron-archive", "version": 1, "at": AT, "owner": None, "iron": "9",
                   "counts": {"documents": 2, "deleted": 0}, "documents": rows})  # fmt: skip
    empty = MemoryStore()
    with pytest.raises(BadInputError, match=r"cannot be stored, so nothing was.*its version"):
        put_back(data, empty)
    assert (journal(empty), empty.seq()) == ({}, 0)


def test_an_operation_of_the_history_that_means_something_else_here_takes_the_whole_restore_back():
    data = copy(filled(workout("A"), workout("B")), history=True)
    store = MemoryStore()
    store.push([Op(next(op_ids(1)), "workout", ident(77), 0, workout("C"))], "phone", AT)
    before = journal(store)
    with pytest.raises(ConflictError, match="Nothing was restored"):
        put_back(data, store)
    assert (journal(store), store.seq()) == (before, 1)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "not a copy of an Iron journal"),
        (b"Date,Workout Name\n", "not a copy of an Iron journal"),
        (b"\xff\xfe", "not a copy of an Iron journal"),
        (b"[" * 100_000, "not a copy of an Iron journal"),
        (b'{"v":1,"app":"iron"}', "Choose one that"),
        (signed({"format": "iron-archive", "version": 2}), "A newer Iron wrote this copy"),
        (signed({"format": "iron-archive", "version": 1}), "broken"),
        (
            signed({"format": "iron-archive", "version": 1, "at": AT, "counts": {"documents": 3}, "documents": []}),
            "does not hold what its header counts",
        ),
        (
            signed({"format": "iron-archive", "version": 1, "at": AT, "counts": {"documents": 1},
                    "documents": [{"kind": "workout", "id": "../x", "body": {"v": 1}}]}),
            "has no id or no body",
        ),
    ],
)  # fmt: skip
def test_a_broken_file_is_refused_in_one_sentence(data, sentence):
    with pytest.raises(BadFileError, match=sentence):
        archive.read(data)


def test_where_both_know_their_account_the_ids_decide_and_not_the_names():
    store = filled(workout())
    data = archive.write(store, owner="anna", owner_id="a1", at=AT, iron="0.1.0")
    anna = archive.read(data)
    assert anna.owner_id == "a1"
    archive.check_owner(anna, "anna-renamed", "a1")
    archive.check_owner(anna, "anna", None)
    with pytest.raises(archive.OtherLifterError, match="another account named anna"):
        archive.check_owner(anna, "anna", "a2")
    archive.check_owner(anna, "anna", "a2", empty=True)  # a new server, nothing there to mix up
    with pytest.raises(archive.OtherLifterError, match="anna's and this is the journal of ben"):
        archive.check_owner(anna, "ben", "a2")
    archive.check_owner(archive.read(copy(store, "anna")), "anna", "a2")  # of an older Iron


def test_another_persons_copy_asks_first_and_a_guests_copy_is_anybodys():
    store = filled(workout())
    ben = archive.read(copy(store, "ben"))
    with pytest.raises(archive.OtherLifterError, match="ben's and this is the journal of anna"):
        archive.check_owner(ben, ANNA)
    with pytest.raises(archive.OtherLifterError, match="a journal without an account"):
        archive.check_owner(ben, None)
    archive.check_owner(ben, "Ben")
    archive.check_owner(archive.read(copy(store, None)), ANNA)
