"""The rules of docs/documents.md, Sync, one by one, on the store in memory."""

import itertools
import uuid

import msgspec
import pytest

from iron.records.documents import check_body
from iron.records.merge import merge
from iron.records.revisions import Op
from iron.records.store import MemoryStore

AT = "2026-11-22T18:05:00Z"
ID = "0192f000-0000-7000-8000-000000000001"
NUMBERS = itertools.count(1)


@pytest.fixture
def store():
    return MemoryStore()


def push(store, body, base=None, *, kind="workout", number_only=False, **more):
    """Push a body made on a revision (a document as it was answered), None for none."""
    raw = None if body is None else msgspec.json.encode(body)
    rev, name = (0, None) if base is None else (base.rev, None if number_only else base.made_by)
    op = Op(str(uuid.UUID(int=next(NUMBERS))), kind, ID, rev, raw, base_made_by=name, **more)
    [result] = store.push([op], "phone", AT)
    assert result.status != "refused", result.error
    return result.document


def body_of(document):
    return None if document.body is None else msgspec.json.decode(document.body)


def one_set(ident, **more):
    return {"id": ident, "order": f"a{ident}", "reps": 10, **more}


def workout(*sets, **more):
    entry = {"id": "e1", "order": "a0", "exercise": "leg-press-45", "sets": list(sets)}
    return {"v": 1, "start": "2026-11-22T18:05:00", "entries": [entry], **more}


def sets_of(document):
    return [set_["id"] for entry in body_of(document)["entries"] for set_ in entry.get("sets", [])]


def test_a_revision_of_the_same_number_and_another_name_is_no_base(store):
    first = push(store, workout(one_set("a")))
    push(store, workout(one_set("a"), one_set("b")), first)
    other = MemoryStore()
    other.push([Op("x", "workout", ID, 0, None)], "elsewhere", AT)
    fits_by_chance = push(other, workout(one_set("a")))
    assert fits_by_chance.rev == 2
    after = push(store, workout(one_set("a"), one_set("c")), fits_by_chance)
    assert sets_of(after) == ["a", "b", "c"]


@pytest.mark.parametrize("times", [1, 2, 5])
def test_a_deleted_document_stays_deleted_however_often_it_is_sent_again(store, times):
    imported = workout(one_set("a"), title="Legs")
    push(store, None, push(store, imported))
    for _ in range(times):
        assert push(store, imported).body is None


def test_an_import_repeated_brings_nothing_back_although_it_was_edited_before_it_was_deleted(store):
    imported = workout(one_set("a"), title="Legs")
    edited = push(store, {**imported, "title": "Legs, heavy"}, push(store, imported))
    push(store, None, edited)
    assert push(store, imported).body is None


def test_an_import_repeated_takes_no_edit_back(store):
    imported = workout(one_set("a"), title="Legs")
    push(store, {**imported, "title": "Legs, heavy"}, push(store, imported))
    assert body_of(push(store, imported))["title"] == "Legs, heavy"


def test_a_document_deleted_twice_comes_back_whole_with_what_is_new(store):
    whole = workout(one_set("a"), title="Legs", note="slow", gym="Keller")
    first = push(store, whole)
    push(store, None, first)
    push(store, None, first)  # another device deleted it too
    back = push(store, workout(one_set("a"), one_set("b"), title="Legs"))
    assert sets_of(back) == ["a", "b"]
    assert (body_of(back)["note"], body_of(back)["gym"]) == ("slow", "Keller")


def test_an_edit_of_a_deleted_document_that_changes_nothing_says_nothing_new(store):
    first = push(store, workout(one_set("a"), title="Legs"))
    second = push(store, workout(one_set("a"), title="Legs, heavy"), first)
    push(store, None, second)
    assert push(store, body_of(first), first).body is None


def test_undo_of_a_deletion_brings_back_exactly_what_is_written(store):
    whole = workout(one_set("a"), note="slow")
    gone = push(store, None, push(store, whole))
    assert body_of(push(store, whole, gone)) == whole


def test_a_set_that_an_edit_removed_stays_removed_when_its_operation_is_named(store):
    there = push(store, workout(one_set("theirs")))
    op_id = str(uuid.UUID(int=next(NUMBERS)))
    mine = msgspec.json.encode(workout(one_set("x"), one_set("y")))
    [merged] = store.push([Op(op_id, "workout", ID, 0, mine)], "phone", AT)
    assert sets_of(merged.document) == ["theirs", "x", "y"]
    assert there.rev < merged.document.rev
    after = push(store, workout(one_set("x")), base_op=op_id)
    assert sets_of(after) == ["theirs", "x"]


def test_a_set_that_an_edit_removed_and_another_device_changed_meanwhile_stays(store):
    op_id = str(uuid.UUID(int=next(NUMBERS)))
    mine = msgspec.json.encode(workout(one_set("x"), one_set("y")))
    [made] = store.push([Op(op_id, "workout", ID, 0, mine)], "phone", AT)
    push(store, workout(one_set("x"), one_set("y", rir=1)), made.document)
    assert sets_of(push(store, workout(one_set("x")), base_op=op_id)) == ["x", "y"]


def test_times_that_do_not_fit_together_are_taken_from_the_later_arrival_and_everybody_can_edit_on(store):
    first = push(store, workout(start="2026-11-22T18:05:00", end="2026-11-22T19:00:00"))
    push(store, {**body_of(first), "start": "2026-11-22T19:30:00", "end": "2026-11-22T20:10:00"}, first)
    merged = push(store, {**body_of(first), "end": "2026-11-22T19:10:00"}, first)
    assert (body_of(merged)["start"], body_of(merged)["end"]) == (
        "2026-11-22T18:05:00",
        "2026-11-22T19:10:00",
    )
    assert {item.path for item in store.revisions("workout", ID)[0].lost} == {"start", "end"}
    assert push(store, {**body_of(merged), "note": "goes on"}, merged).body is not None


def test_a_load_and_its_unit_are_one_value():
    base, kilos, pounds = (
        {"load": {"value": v, "unit": u}} for v, u in ((180, "kg"), (185, "kg"), (180, "lb"))
    )
    assert merge(base, kilos, pounds)[0] == kilos
    assert merge(base, pounds, kilos)[0] == pounds


def test_a_measure_and_its_unit_are_one_value(store):
    made = {"v": 1, "at": "2026-11-22T07:00:00", "what": "body_mass", "value": 81, "unit": "kg"}
    first = push(store, made, kind="measurement")
    push(store, {**made, "value": 178, "unit": "lb"}, first, kind="measurement")
    after = push(store, {**made, "value": 82, "note": "fasted"}, first, kind="measurement")
    assert (body_of(after)["value"], body_of(after)["unit"], body_of(after)["note"]) == (82, "kg", "fasted")


def test_a_merged_set_that_breaks_the_contract_is_taken_whole_from_the_later_arrival(store):
    light = one_set("a", load={"value": 100, "unit": "kg"})
    first = push(store, workout(light, one_set("b")))
    push(
        store,
        workout({**light, "load": {"value": 1200, "unit": "kg"}, "flags": ["load_over_1000"]}, one_set("b")),
        first,
    )
    after = push(store, workout({**light, "flags": ["date_uncertain"]}, one_set("b", rir=2)), first)
    check_body("workout", body_of(after))
    assert sets_of(after) == ["a", "b"]


def test_bodies_of_different_versions_merge_by_the_keys_that_both_have(store):
    first = push(store, workout(one_set("a")))
    newer = {**workout(one_set("a"), one_set("b")), "v": 2, "mood": {"of": "today"}}
    push(store, newer, first)
    after = body_of(push(store, workout(one_set("a"), one_set("c")), first))
    assert (after["v"], after["mood"]) == (2, {"of": "today"})
    assert [set_["id"] for set_ in after["entries"][0]["sets"]] == ["a", "b", "c"]


def test_of_two_versions_the_loser_is_named_with_every_value_but_the_version(store):
    first = push(store, workout(one_set("a"), title="Legs"))
    push(store, {**workout(one_set("a"), title="Heavy"), "v": 2}, first)
    push(store, workout(one_set("a"), title="Light"), first)
    newest = max(store.revisions("workout", ID), key=lambda revision: revision.rev)
    assert [(lost.path, lost.value) for lost in newest.lost] == [("title", "Heavy")]


def test_what_another_device_removed_from_the_first_revision_does_not_come_back(store):
    first = push(store, workout(one_set("a"), one_set("b")))
    push(store, workout(one_set("a")), first)
    assert sets_of(push(store, workout(one_set("a"), one_set("b"), one_set("c")), first)) == ["a", "c"]


@pytest.mark.parametrize("year", ["1969", "2071", "0001", "9999"])
def test_a_wrong_clock_holds_no_set_back(store, year):
    wrong = workout(
        one_set("a", done_at="2026-11-22T18:10:00"), one_set("b", done_at=f"{year}-01-01T00:00:00")
    )
    after = push(store, wrong)
    first, other = body_of(after)["entries"][0]["sets"]
    assert first["done_at"] == "2026-11-22T18:10:00"
    assert ("done_at" in other, other["flags"]) == (False, ["date_uncertain"])
    assert msgspec.json.decode(store.revisions("workout", ID)[0].pushed) == wrong


def test_a_workout_begun_by_a_wrong_clock_begins_when_the_server_takes_it_and_can_be_edited_on(store):
    wrong = workout(
        one_set("a", done_at="2071-01-01T00:05:00"),
        start="2071-01-01T00:00:00",
        offset=60,
        end="2071-01-01T01:00:00",
    )
    after = push(store, wrong)
    assert (body_of(after)["start"], body_of(after)["end"]) == ("2026-11-22T19:05:00", "2026-11-22T19:05:00")
    assert body_of(after)["flags"] == ["date_uncertain"]
    assert sets_of(push(store, workout(*body_of(after)["entries"][0]["sets"], one_set("b")), after)) == [
        "a",
        "b",
    ]


def test_an_end_before_the_start_holds_no_set_back_and_is_the_moment_of_the_last_set(store):
    set_back = workout(one_set("a", done_at="2026-11-22T18:20:00"), one_set("b"), end="2026-11-22T17:05:00")
    after = push(store, set_back)
    assert sets_of(after) == ["a", "b"]
    assert (body_of(after)["end"], body_of(after)["flags"]) == ("2026-11-22T18:20:00", ["date_uncertain"])
    assert msgspec.json.decode(store.revisions("workout", ID)[0].pushed) == set_back


def test_an_end_before_the_start_without_moments_of_sets_is_the_start(store):
    after = push(store, workout(one_set("a"), end="2026-11-21T23:59:59"))
    assert body_of(after)["end"] == "2026-11-22T18:05:00"


def test_an_operation_that_changed_nothing_cannot_undo_a_later_edit_when_it_arrives_again(store):
    first = push(store, workout(one_set("a"), title="Legs"))
    same = Op(str(uuid.UUID(int=next(NUMBERS))), "workout", ID, 0, msgspec.json.encode(body_of(first)))
    [unchanged] = store.push([same], "second phone", AT)
    edited = push(store, workout(one_set("a"), title="Push"), unchanged.document)
    [again] = store.push([same], "second phone", AT)
    assert (again.status, again.document) == ("replayed", edited)


def test_true_where_a_1_was_is_a_change(store):
    first = push(store, workout(one_set("a"), mark=1))
    assert push(store, workout(one_set("a"), mark=True), first).rev == 2


def test_an_edit_and_its_undo_in_one_push_are_both_kept(store):
    first = push(store, workout(one_set("a")))
    bodies = (workout(one_set("a"), title="Legs"), workout(one_set("a")))
    ops = [
        Op(str(uuid.UUID(int=next(NUMBERS))), "workout", ID, first.rev, msgspec.json.encode(body))
        for body in bodies
    ]
    store.push(ops, "phone", AT)
    assert len(store.revisions("workout", ID)) == 3
