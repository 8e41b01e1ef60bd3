"""The demo lifter is invented, whole and the same every time."""

from __future__ import annotations

from iron.journal import content, demo
from iron.records.documents import check_body


def test_the_demo_lifter_trains_only_exercises_that_the_library_knows():
    assert demo.exercises() <= set(content.library().exercises)


def test_every_demo_document_keeps_the_contract():
    for kind, _, body in demo.documents():
        check_body(kind, body)


def test_the_same_seed_gives_the_same_journal():
    assert demo.as_json_object(45) == demo.as_json_object(45)
    assert demo.as_json_object(45) != demo.as_json_object(46)


def test_eighteen_months_hold_three_foot_positions_two_machines_and_some_cut_sets():
    presses = [
        (entry, each)
        for kind, _, body in demo.documents()
        if kind == "workout"
        for entry in body["entries"]
        if entry["exercise"] == "leg-press-45"
        for each in entry["sets"]
        if each.get("kind") != "warm-up"
    ]
    assert {each["setup"]["foot_height"] for _, each in presses} == {"low", "middle", "high"}
    assert len({entry["machine"]["id"] for entry, _ in presses}) == 2
    assert 0 < sum("cut_range" in each.get("faults", []) for _, each in presses) < len(presses) / 5
