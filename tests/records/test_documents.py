import copy
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from iron.records import packing
from iron.records.documents import Document, Step, check_body, parse_body, upgrade
from iron.values.errors import BadDocumentError, BadInputError

# The example of docs/documents.md, whole.
WORKOUT: dict[str, Any] = {
    "v": 1,
    "start": "2026-11-22T18:05:00",
    "offset": 60,
    "end": "2026-11-22T19:10:00",
    "title": "Legs A",
    "entries": [
        {
            "id": "e1",
            "order": "a0",
            "exercise": "leg-press-45",
            "machine": {"id": "m1", "name": "Panatta", "gym": "Keller", "base_kg": 55, "angle_deg": 45},
            "group": "A",
            "rest_s": 180,
            "sets": [
                {
                    "id": "s1",
                    "order": "a0",
                    "kind": "working",
                    "load": {"value": 180, "unit": "kg"},
                    "as_lifted": {"value": 20, "unit": "kg"},
                    "reps": 12,
                    "duration_s": 40,
                    "distance": {"value": 400, "unit": "m"},
                    "side": "both",
                    "rir": 2.5,
                    "failure": True,
                    "setup": {"foot_height": "low", "toe_out": 15, "back_pad": 3},
                    "depth": {"value": 98, "how": "knee_angle", "class": "full"},
                    "tempo": "3-1-1",
                    "faults": ["cut_range"],
                    "done_at": "2026-11-22T18:20:11",
                    "target": {
                        "load": {"value": 180, "unit": "kg"},
                        "reps_low": 8,
                        "reps_high": 12,
                        "rir": 2,
                    },
                    "source": {"line": 12, "name": "Leg Press (Machine)", "raw": "…"},
                }
            ],
        }
    ],
}


def changed(path, value):
    body = copy.deepcopy(WORKOUT)
    place: Any = body
    for part in path[:-1]:
        place = place[part]
    place[path[-1]] = value
    return body


SET = ("entries", 0, "sets", 0)


def test_the_example_of_the_contract_passes():
    check_body("workout", WORKOUT)
    check_body("workout", changed((*SET, "mood"), {"new": ["key"]}))
    check_body("dream", {"v": 1, "anything": True})
    check_body(
        "measurement", {"v": 1, "at": "2026-11-22T07:00:00", "what": "body_mass", "value": 81.2, "unit": "kg"}
    )


def test_a_body_of_a_newer_iron_is_not_looked_into():
    check_body("workout", {"v": 2, "start": 12, "entries": "renamed"})


@pytest.mark.parametrize(
    ("path", "value", "where"),
    [
        (("v",), None, "v"),
        (("v",), True, "v"),
        (("v",), 0, "v"),
        (("start",), "22.11.2026", "start"),
        (("start",), "2026-02-30T10:00:00", "start"),
        (("start",), "1969-12-31T23:59:59", "start"),
        (("start",), "2070-01-01T00:00:00", "start"),
        (("end",), "2026-11-22T18:04:59", "end"),
        (("offset",), 900, "offset"),
        ((*SET, "reps"), -3, "entries[0].sets[0].reps"),
        ((*SET, "reps"), 1001, "entries[0].sets[0].reps"),
        ((*SET, "reps"), "12", "entries[0].sets[0].reps"),
        ((*SET, "load"), {"value": -20, "unit": "kg"}, "entries[0].sets[0].load.value"),
        ((*SET, "load"), {"value": 1000.5, "unit": "kg"}, "entries[0].sets[0].load.value"),
        ((*SET, "load"), {"value": 2205, "unit": "lb"}, "entries[0].sets[0].load.value"),
        ((*SET, "load"), {"value": 20, "unit": "stone"}, "entries[0].sets[0].load.unit"),
        ((*SET, "side"), "middle", "entries[0].sets[0].side"),
        ((*SET, "depth"), {"class": "half"}, "entries[0].sets[0].depth.class"),
        ((*SET, "done_at"), "2071-01-01T00:00:00", "entries[0].sets[0].done_at"),
        (("entries", 0, "sets"), [{"id": "s1"}, {"id": "s1"}], "entries[0].sets"),
        (("entries", 0, "sets"), [{"reps": 12}], "entries[0].sets[0]"),
        (("entries", 0, "exercise"), "", "entries[0].exercise"),
        (("entries", 0, "plan"), {"sets": 0}, "entries[0].plan.sets"),
        (("block",), {"id": "b"}, "block"),
        (("entries", 0, "plan"), {"setup": {"foot_height": ["low"]}}, "entries[0].plan.setup[...]"),
        (("entries", 0, "plan"), {"deload": "yes"}, "entries[0].plan.deload"),
    ],
)
def test_nonsense_is_refused_with_the_place(path, value, where):
    with pytest.raises(BadDocumentError) as caught:
        check_body("workout", changed(path, value))
    assert caught.value.where == where
    assert caught.value.sentence.endswith(".")


def test_the_sentence_shows_the_value_that_was_wrong():
    with pytest.raises(BadDocumentError, match=r"reps is '-3'.*>= 0"):
        check_body("workout", changed((*SET, "reps"), -3))


def test_an_imported_load_over_1000_kg_is_kept_with_its_flag():
    heavy = changed((*SET, "load"), {"value": 1200, "unit": "kg"})
    heavy["entries"][0]["sets"][0]["flags"] = ["load_over_1000"]
    check_body("workout", heavy)


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"[]",
        b"null",
        b'{"v":1,',
        b'{"v":1,"a":"\xff"}',
        b'{"v":1,"a":"\\ud800"}',
        b'{"v":1,"a":1e999}',
        b'{"v":1,"a":NaN}',
        b'{"v":1,"a":' + b"[" * 70 + b"]" * 70 + b"}",
        b'{"v":1,"a":' + b"[" * 100_000 + b"]" * 100_000 + b"}",
        b'{"v":1,"a":["x\\u0000y"]}',
        b'{"v":1,"x\\u0000y":1}',
    ],
)
def test_what_no_database_could_hold_is_refused(raw):
    with pytest.raises(BadDocumentError):
        parse_body(raw)


def test_an_escaped_backslash_before_u0000_is_no_nul():
    assert parse_body(rb'{"a":"\\u0000"}') == {"a": "\\u0000"}


def test_an_older_body_is_read_through_its_steps_and_the_stored_one_stays():
    steps = {
        ("machine", 1): Step("name the gym", lambda body: {**body, "gym": "?"}),
        ("machine", 2): Step("sled to base", lambda body: {**body, "base_kg": body["sled_kg"]}),
    }
    old = {"v": 1, "sled_kg": 40}
    assert upgrade("machine", old, steps) == {"v": 3, "sled_kg": 40, "gym": "?", "base_kg": 40}
    assert old == {"v": 1, "sled_kg": 40}
    assert upgrade("workout", old, steps) is old


def test_a_deleted_document_reads_as_nothing():
    assert Document("workout", "w", 3, 2, deleted=True, body=None).read() == {}


@given(st.lists(st.one_of(st.none(), st.binary(max_size=200)), max_size=60))
def test_a_packed_history_unpacks_to_what_went_in(bodies):
    previous = None
    packed = []
    for rev, body in enumerate(bodies, 1):
        packed.append(None if body is None else packing.pack(body, rev, previous))
        previous = body
    previous = None
    for body, row in zip(bodies, packed, strict=True):
        previous = packing.unpack_row(row, None, previous)[1]
        assert previous == body


def test_a_changed_set_costs_bytes_and_not_kilobytes():
    body = msgspec.json.encode([{**WORKOUT["entries"][0]["sets"][0], "id": f"s{n}"} for n in range(20)])
    after = body.replace(b'"reps":12', b'"reps":11', 1)
    assert len(body) > 9_000
    assert len(packing.pack(after, 2, body)) < 150
    assert packing.stands_alone(packing.pack(after, 17, body))


def test_a_damaged_history_says_so():
    packed = packing.pack(b'{"a":1}' * 9, 2, b'{"a":2}')
    with pytest.raises(BadInputError, match="missing"):
        packing.unpack(packed, None)
    with pytest.raises(BadInputError, match="damaged"):
        packing.unpack(b"F\xff\xff", None)


@pytest.mark.parametrize(
    ("body", "where"),
    [
        ({"v": 1}, "name"),
        ({"v": 1, "name": "Keller", "bars": [0]}, "bars"),
        ({"v": 1, "name": "Keller", "unit": "stone"}, "unit"),
        ({"v": 1, "name": "Keller", "dumbbells": ["ten"]}, "dumbbells"),
    ],
)
def test_a_gym_that_no_reader_could_use_is_refused(body, where):
    with pytest.raises(BadDocumentError, match=where):
        check_body("gym", body)


def test_a_gym_with_its_bars_is_stored_and_a_workout_may_name_it():
    check_body("gym", {"v": 1, "name": "Keller", "unit": "lb", "bars": [45, 35], "plates": {"45": 6}})
    entry = {**WORKOUT["entries"][0], "bar": {"value": 15, "unit": "kg"}}
    check_body("workout", {**WORKOUT, "gym": "Keller", "entries": [entry]})


def block(**slot):
    given = {
        "id": "w0d0s0",
        "exercise": "leg-press-45",
        "sets": 4,
        "reps_low": 8,
        "reps_high": 10,
        "rir": 1.5,
        **slot,
    }
    day = {"id": "w0d0", "date": "2026-11-23", "name": "Heavy", "slots": [given]}
    return {
        "v": 1,
        "name": "Legs 1",
        "program": "legs",
        "start": "2026-11-23",
        "weeks": [{"id": "w0", "days": [day]}],
    }


def test_a_block_passes_and_one_without_sense_is_refused_with_the_place():
    check_body("block", {**block(), "later": [1], "ended": "2026-12-01"})
    for body, where in (
        (block(sets=0), "weeks[0].days[0].slots[0].sets"),
        (block(exercise=""), "weeks[0].days[0].slots[0].exercise"),
        ({**block(), "start": "23.11.2026"}, "start"),
        ({**block(), "weeks": {}}, "weeks"),
    ):
        with pytest.raises(BadDocumentError) as caught:
            check_body("block", body)
        assert caught.value.where == where


def test_friction_of_a_machine_is_a_share_with_how_it_was_measured():
    sled = {"v": 1, "name": "Blue sled", "friction": {"mu": 0.047, "how": "pull_test"}}
    check_body("machine", sled)
    for bad, where in (
        ({"mu": 0.31, "how": "pull_test"}, "friction.mu"),
        ({"mu": 0.05, "how": "felt"}, "friction.how"),
        ({"mu": 0.05}, "friction"),
    ):
        with pytest.raises(BadDocumentError) as caught:
            check_body("machine", {**sled, "friction": bad})
        assert caught.value.where == where
