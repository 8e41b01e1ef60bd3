"""A merge is read, never written: everything derived follows it, and taking it back leaves nothing behind."""

from __future__ import annotations

import itertools

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iron.exchange.exporters.rows import export_rows
from iron.journal.content import library
from iron.journal.journal import Journal
from iron.journal.snapshot.snapshot import snapshot
from iron.records.own_exercises.merged import Merged
from iron.records.revisions import Op, check_op
from iron.records.store import MemoryStore
from iron.values.errors import BadDocumentError

PRESS = "leg-press-45"
OWN = "0192f000-0000-7000-8000-00000000000a"
OTHER = "0192f000-0000-7000-8000-00000000000b"
GONE = "0192f000-0000-7000-8000-0000000000ff"
RED = {"id": "red", "name": "Red", "base_kg": 40}
AT = "2026-11-22T20:00:00"

SETS = st.fixed_dictionaries(
    {"load": st.sampled_from([100, 120.5, 180]).map(lambda kg: {"value": kg, "unit": "kg"})},
    optional={
        "reps": st.sampled_from([6, 8, 12]),
        "rir": st.sampled_from([0, 2]),
        "side": st.sampled_from(["both", "left"]),
        "setup": st.sampled_from([{"foot_height": "high"}, {"handle": "wide"}]),
    },
)
ENTRIES = st.fixed_dictionaries(
    {"exercise": st.sampled_from([OWN, OTHER, PRESS]), "sets": st.lists(SETS, min_size=1, max_size=2)},
    optional={"machine": st.just({"id": "blue", "name": "Blue"})},
)
LOGS = st.lists(st.lists(ENTRIES, min_size=1, max_size=3), min_size=1, max_size=4)
FILLS = st.sampled_from(
    [
        None,
        {"machine": RED},
        {"side": "left", "setup": {"foot_height": "low"}},
        {"machine": RED, "side": "right"},
    ]
)
ROADS = st.dictionaries(
    st.sampled_from([OWN, OTHER, "c", "d"]),
    st.sampled_from([OWN, OTHER, "c", "d", PRESS, GONE, ""]),
    max_size=4,
)


def workout(day, entries):
    made = [
        {"id": f"e{n}", "order": f"a{n}", **entry, "sets": [
            {"id": f"s{n}{m}", "order": f"a{m}", **each} for m, each in enumerate(entry["sets"])
        ]}
        for n, entry in enumerate(entries)
    ]  # fmt: skip
    return {"v": 1, "start": f"2026-10-{day:02}T18:00:00", "entries": made}


def own(name, alias_of=None, alias_with=None, **more):
    body = {"v": 1, "name": name, "load_meaning": "plates", "muscles": {"quads": 1}, **more}
    if alias_of:
        body["alias_of"] = alias_of
    if alias_with:
        body["alias_with"] = alias_with
    return body


def journal(log, mine, other):
    store = MemoryStore()
    rows = [("exercise", OWN, mine), ("exercise", OTHER, other)]
    rows += [
        ("workout", f"0192f000-0000-7000-8000-{day:012}", workout(day, each))
        for day, each in enumerate(log, 1)
    ]
    put(store, rows)
    return store


def put(store, rows):
    for kind, ident, body in rows:
        there = store.get(kind, ident)
        op_id = f"0192f000-0000-7000-9000-{store.seq():012}"
        op = Op(op_id, kind, ident, there.rev if there else 0, msgspec.json.encode(body))
        [result] = store.push([op], "device", f"{AT}Z")
        assert result.error is None, result.error


def derived(store):
    """Everything that is made of the documents: lines, records, bests, volume, capacity, snapshot."""
    read = Journal(store)
    lines = {
        exercise: [
            (line.key, line.sets, line.records(), line.rep_bests(), line.volume_load_kg())
            for line in read.lines(exercise)
        ]
        for exercise in (OWN, OTHER, PRESS)
    }
    return lines, snapshot(((doc.kind, doc.id, doc.read()) for doc in store.all()), AT, library())


def rewritten(log, fill):
    """The same training as if the lifter had logged the press all along."""
    fill = fill or {}
    problems_seen = []
    for entries in log:
        made = []
        for entry in entries:
            if entry["exercise"] == OWN:
                sets = [
                    {
                        **({"side": fill["side"]} if "side" in fill else {}),
                        **each,
                        "setup": {**fill.get("setup", {}), **each.get("setup", {})},
                    }
                    for each in entry["sets"]
                ]
                machine = {"machine": fill["machine"]} if "machine" in fill else {}
                made.append({**machine, **entry, "exercise": PRESS, "sets": sets})
            else:
                made.append(entry)
        problems_seen.append(made)
    return problems_seen


@settings(max_examples=20)
@given(LOGS, FILLS)
def test_merged_training_is_what_it_would_be_had_the_press_been_logged_all_along(log, fill):
    merged = derived(journal(log, own("Mine", PRESS, fill), own("Other")))
    logged = derived(journal(rewritten(log, fill), own("Mine"), own("Other")))
    assert merged[1] == logged[1]
    assert merged[0][PRESS] == merged[0][OWN] == logged[0][PRESS]


@settings(max_examples=20)
@given(LOGS, FILLS, st.sampled_from([PRESS, OTHER]))
def test_merge_then_unmerge_leaves_every_derived_answer_and_every_document_as_they_were(log, fill, target):
    store = journal(log, own("Mine", names=["Meins"]), own("Other"))
    before, bodies = derived(store), {(doc.kind, doc.id): doc.body for doc in store.all()}
    untouched = {(doc.kind, doc.id): doc.rev for doc in store.all() if doc.id != OWN}
    put(store, [("exercise", OWN, own("Mine", target, fill, names=["Meins"]))])
    derived(store)
    put(store, [("exercise", OWN, own("Mine", names=["Meins"]))])
    assert derived(store) == before
    assert {(doc.kind, doc.id): doc.body for doc in store.all()} == bodies
    assert {(doc.kind, doc.id): doc.rev for doc in store.all() if doc.id != OWN} == untouched


@given(ROADS)
def test_however_merges_point_reading_ends_and_ends_at_one_place(roads):
    bodies = [(start, {"name": start, "alias_of": end}) for start, end in roads.items()]
    answers = {}
    for order in itertools.permutations(bodies):
        merged = Merged(order)
        ends = {start: merged.target(start).exercise for start in roads}
        answers.setdefault(tuple(sorted(ends.items())), merged)
        for end in ends.values():
            assert merged.target(end).exercise == end
            assert {each for each in ends if ends[each] == end and each != end} == set(merged.sources(end))
    assert len(answers) == 1  # the order in which documents come decides nothing


def test_two_devices_that_merge_in_opposite_directions_meet_at_the_smaller_id():
    merged = Merged([(OTHER, own("Other", OWN)), (OWN, own("Mine", OTHER))])
    assert merged.target(OWN).exercise == OWN
    assert merged.target(OTHER).exercise == OWN


def test_a_merge_into_an_exercise_that_was_deleted_counts_as_none():
    assert not Merged([(OWN, own("Mine", GONE))])


def test_a_push_that_merges_an_exercise_into_itself_is_refused_in_one_sentence():
    op = Op(GONE, "exercise", OWN, 0, msgspec.json.encode(own("Mine", OWN)))
    with pytest.raises(BadDocumentError, match="“Mine” cannot be merged into itself"):
        check_op(op)


@pytest.mark.parametrize(
    ("more", "where"),
    [
        ({"muscles": {"quads": 1.5}}, "muscles"),
        ({"rep_range": {"low": 12, "high": 8}}, "rep_range"),
        ({"variables": [{"id": "a|b", "name": "A", "type": "number"}]}, "variables[0].id"),
        ({"variables": [{"id": "a", "name": "A", "type": "choice"}]}, "variables[0].values"),
        ({"variables": [{"id": "a", "name": "A", "type": "number"}] * 2}, "variables"),
        ({"faults": [{"id": "x", "name": "X"}, {"id": "x", "name": "Y"}]}, "faults"),
        ({"implements": 3}, "implements"),
        ({"log": ["weight"]}, "log[0]"),
    ],
)
def test_what_no_exercise_can_be_is_refused_with_its_place(more, where):
    op = Op(GONE, "exercise", OWN, 0, msgspec.json.encode(own("Mine", **more)))
    with pytest.raises(BadDocumentError) as refused:
        check_op(op)
    assert refused.value.where.startswith(f"body.{where}")


def test_an_own_exercise_splits_lines_by_its_own_variables_and_moves_its_pair():
    body = own(
        "Machine curl",
        load_meaning="dumbbell",
        implements=2,
        variables=[
            {"id": "handle", "name": "Handle", "type": "choice", "values": [{"id": "wide", "name": "Wide"}], "splits": True},
            {"id": "seat", "name": "Seat", "type": "number", "unit": "notch"},
        ],
    )  # fmt: skip
    sets = [{"load": {"value": 10, "unit": "kg"}, "reps": 8, "setup": {"handle": "wide", "seat": 4}}]
    [line] = Journal(journal([[{"exercise": OWN, "sets": sets}]], body, own("Other"))).lines(OWN)
    assert line.key == f"{OWN}|-|both|handle=wide"
    assert line.sets[0].moved_kg == 20


def test_a_table_shows_a_merged_exercise_under_the_name_it_counts_as():
    sets = [{"reps": 8, "source": {"name": "Meine Presse"}}]
    log = [[{"exercise": OWN, "sets": sets}, {"exercise": OTHER, "sets": sets}]]
    store = journal(log, own("Mine", PRESS), own("Other"))
    read = Journal(store)
    bodies = [doc.read() for doc in store.all("workout")]
    names = {exercise: read.name_of(exercise) for exercise in (OWN, OTHER, PRESS)}
    assert names[OWN] == names[PRESS] != names[OTHER]
    rows = export_rows(bodies, "kg", names, read.merged)
    assert [row.exercise for row in rows] == [names[PRESS], "Meine Presse"]
