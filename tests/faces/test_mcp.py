"""The twelve questions of a lifter, asked through the official SDK; the answers are fixed, small and in his unit."""

from __future__ import annotations

import asyncio
import json
from datetime import date
from typing import Any

import pytest
from mcp import Client
from mcp.types import TextContent

from iron.assistant import tools
from iron.assistant.program_starting import planned
from iron.journal import content
from iron.journal.importing import demo
from iron.journal.journal import Journal
from iron.records.store import MemoryStore
from iron.training.plan import program_files
from iron.values import clock

READS = {
    "today", "next", "why", "sets", "workouts", "volume", "growth", "records", "stalls", "compare", "choose", "body",
    "program_list", "program_state", "find_exercise", "guide", "own_exercises",
}  # fmt: skip
WRITES = {"log_sets", "log_body", "undo", "program_start"}
RED, BLUE = "018f0000-0000-7000-8000-0000000000a1", "018f0000-0000-7000-8000-0000000000a2"


def press(day, load, reps, *, machine=None, feet="low", rir=1):
    sets = [
        {"id": f"{day}-{n}", "order": f"a{n}", "load": {"value": load, "unit": "lb"}, "reps": each, "rir": rir,
         "setup": {"foot_height": feet}}
        for n, each in enumerate(reps)
    ]  # fmt: skip
    entry: dict[str, Any] = {"id": f"e{day}", "order": "a0", "exercise": "leg-press-45", "sets": sets}
    if machine:
        entry["machine"] = {"id": machine, "name": "Red" if machine == RED else "Blue", "base_kg": 50}
    return {
        "v": 1,
        "start": f"2026-11-{day:02d}T18:00:00",
        "end": f"2026-11-{day:02d}T19:00:00",
        "entries": [entry],
    }


@pytest.fixture
def journal(monkeypatch):
    monkeypatch.setattr(clock, "today", lambda: date(2026, 11, 28))
    monkeypatch.setattr("iron.values.clock.local_now", lambda: "2026-11-28T18:00:00")
    made = Journal(MemoryStore())
    rows = [
        ("settings", "00000000-0000-7000-8000-000000000001", {"v": 1, "unit": "lb"}),
        ("machine", RED, {"v": 1, "name": "Red", "exercise": "leg-press-45", "base_kg": 50}),
        ("machine", BLUE, {"v": 1, "name": "Blue", "exercise": "leg-press-45", "base_kg": 50}),
    ]
    for n, day in enumerate(range(2, 26, 3)):
        machine, load = (RED, 400) if n % 2 else (BLUE, 300)
        body = press(day, load + 10 * (n // 2), (12, 10), machine=machine)
        rows.append(("workout", f"018f0000-0000-7000-8000-0000000000b{n}", body))
    rows += [
        ("measurement", f"018f0000-0000-7000-8000-0000000000c{n}",
         {"v": 1, "at": f"2026-11-{2 + 3 * n:02d}T07:00:00", "what": "body_mass", "value": 180 - n, "unit": "lb"})
        for n in range(9)
    ]  # fmt: skip
    ids = [f"018f0000-0000-7000-8000-{n:012x}" for n in range(1, len(rows) + 1)]
    made.commit(rows, device="phone", at="2026-11-25T20:00:00Z", op_ids=ids)
    return made


@pytest.fixture
def ask(journal):
    face = tools.face(journal, writes=True)

    def call(tool, **arguments):
        text, is_error = asyncio.run(_call(face, tool, arguments))
        assert not is_error, text
        assert len(text.encode()) <= 8_192
        return json.loads(text)

    return call


def refused(journal, tool, **arguments):
    text, is_error = asyncio.run(_call(tools.face(journal, writes=True), tool, arguments))
    assert is_error
    return text


async def _call(face, tool, arguments):
    async with Client(face) as client:
        result = await client.call_tool(tool, arguments)
    [content] = result.content
    assert isinstance(content, TextContent)
    return content.text, result.is_error


async def _list(face):
    async with Client(face) as client:
        return (await client.list_tools()).tools


def test_tools_are_described_once_and_answer_from_the_journal_of_each_face(journal, monkeypatch):
    tools.face(journal, writes=True)

    def describe_again(*_, **__):
        raise AssertionError("a tool was described for a second journal")

    monkeypatch.setattr(tools.Tool, "from_function", describe_again)
    faces = [tools.face(each, writes=True) for each in (journal, Journal(MemoryStore()))]
    answers = [asyncio.run(_call(face, "sets", {"exercise": "leg press"}))[0] for face in faces]
    assert [json.loads(text)["count"] > 0 for text in answers] == [True, False]


def test_programs_are_read_once_and_a_started_one_is_the_lifters_own(journal, monkeypatch):
    before = json.dumps(content.programs())
    monkeypatch.setattr(program_files, "read_all", lambda _: pytest.fail("the programs were read again"))
    text, _ = asyncio.run(_call(tools.face(journal), "program_list", {}))
    assert "smolov-jr: " in text
    (_, run), _ = planned(journal, "smolov-jr", "2026-11-30", None, {"bench": 100}, "kg")
    run["text"].clear()
    assert json.dumps(content.programs()) == before


def test_1_what_did_i_press_last_week_feet_low(ask):
    answer = ask("sets", exercise="leg press", since="2026-11-20", setup="feet low")
    assert answer["sets"] == [
        "2026-11-23 45° leg press [Red]: 430 lb × 10 @1, feet low",
        "2026-11-23 45° leg press [Red]: 430 lb × 12 @1, feet low",
        "2026-11-20 45° leg press [Blue]: 330 lb × 10 @1, feet low",
        "2026-11-20 45° leg press [Blue]: 330 lb × 12 @1, feet low",
    ]
    assert ask("sets", exercise="leg press", setup="feet high")["count"] == 0
    assert ask("sets", exercise="leg press", machine="red")["count"] == 8


def test_2_what_should_i_do_today(ask):
    answer = ask("today")
    assert answer["sentence"].startswith("Nothing is planned for 2026-11-28.")
    [session] = answer["planned"]
    assert session["exercises"][0]["load"]["unit"] == "lb"
    assert {row["machine"] for row in ask("next", exercise="leg press")["next"]} == {"Red", "Blue"}


def test_3_log_180_by_12_with_low_feet(ask, journal):
    shown = ask("log_sets", exercise="leg press", line="440x12 @1 feet low", machine="Red", request_id="abc")
    assert shown["stored"] is False
    assert len(journal.sets) == 16
    answer = ask(
        "log_sets",
        exercise="leg press",
        line="440x12 @1 feet low",
        machine="Red",
        request_id="abc",
        confirmed=True,
    )
    assert answer["logged"][:2] == ["45° leg press (Red, feet low)", "  440 lb × 12 @1, feet low"]
    assert answer["new_line"] is None
    assert answer["records"] == ["Heaviest for 11–15 reps: 440 lb × 12."]
    again = ask(
        "log_sets",
        exercise="leg press",
        line="440x12 @1 feet low",
        machine="Red",
        request_id="abc",
        confirmed=True,
    )
    assert (again["already"], again["workout"]) == (True, answer["workout"])
    assert len(journal.sets) == 17
    joined = ask("log_sets", exercise="bench press", sets=[{"load": 150, "reps": 8, "side": "both", "kind": "warm-up",
                 "note": "easy", "rest_s": 90}], confirmed=True)  # fmt: skip
    assert (joined["workout"], joined["new_workout"]) == (answer["workout"], False)


def test_4_why_that_load(ask):
    answer = ask("why", exercise="leg press")
    assert "lb" in answer["advice"]
    assert answer["why"].endswith(".")
    assert answer["last"]["load"] == {"value": 430, "unit": "lb"}
    assert "reps to failure" in answer["if_heavier"]


def test_5_quads_volume_against_last_month(ask):
    answer = ask("volume", muscle="quads")
    assert answer["weeks"][0] == "2026-11-23 Quads: 2 sets (below 10–20)"
    assert answer["a_week"] == {"last_4_weeks": 4.0, "4_weeks_before": 0.0}


def test_6_did_i_set_a_record(ask):
    answer = ask("records", exercise="leg press", since="2026-11-20")
    assert (
        answer["records"]
        == [
            "2026-11-23 45° leg press (Red, feet low): Heaviest for 8–10 reps: 430 lb × 10.",
            "2026-11-23 45° leg press (Red, feet low): Heaviest for 11–15 reps: 430 lb × 12.",
            "2026-11-20 45° leg press (Blue, feet low): Heaviest for 8–10 reps: 330 lb × 10.",
            "2026-11-20 45° leg press (Blue, feet low): Heaviest for 11–15 reps: 330 lb × 12.",
        ]
        or len(answer["records"]) == 2
    )


def test_7_what_could_i_do_instead(ask, journal):
    answer = ask("choose", instead_of="leg press", equipment="barbell")
    assert answer["exercises"][0].startswith("back-squat: Back squat, Barbell")
    assert "It knows: " in refused(journal, "choose", instead_of="leg press", equipment="jetpack")


def test_8_make_me_a_four_week_block(ask, journal):
    assert "leg-press-first: Leg press first, a block" in ask("program_list")["programs"]
    shown = ask("program_start", program="leg-press-first", weeks=4)
    assert (shown["stored"], shown["weeks"]) == (False, 5)
    ask("program_start", program="leg-press-first", weeks=4, confirmed=True)
    [block] = journal.store.all("block")
    assert block.read()["start"] == "2026-11-30"
    assert "Block" in ask("program_state")["running"][0]
    assert "program_list" in refused(journal, "program_start", program="nope")


def test_9_the_leg_press_on_two_machines(ask, journal):
    answer = ask("compare", exercise="leg press", first="Red", second="Blue")
    assert (answer["line"], answer["other"], answer["unit"]) == ("Red, feet low", "Blue, feet low", "lb")
    assert answer["chance"] > 0.9
    assert answer["low"] < answer["ratio"] < answer["high"]
    assert "The lines: " in refused(journal, "compare", exercise="leg press", first="Green")


def test_10_am_i_stalled(ask):
    assert ask("stalls") == {"stalls": [], "deload": "No deload is due."}


def test_11_how_is_my_weight_going(ask, journal):
    answer = ask("body")
    assert answer["measurements"][0] == "2026-11-26 body mass 172 lb"
    assert "Down about 2.33 lb a week" in answer["trend"]
    assert ask("log_body", weight=171.5)["logged"] == "171.5 lb on 2026-11-28"
    assert journal.body[0].value == 171.5


def test_12_undo_that(ask, journal):
    ask("log_sets", exercise="leg press", line="440x12; x10", confirmed=True)
    assert ask("undo")["done"] is False
    assert len(journal.sets) == 18
    assert ask("undo", confirmed=True)["takes_back"] == [
        "45° leg press: 440 lb × 12",
        "45° leg press: 440 lb × 10",
    ]
    assert len(journal.sets) == 16


def test_a_machine_is_added_only_when_asked_for(ask, journal):
    assert "You have no machine “Green”" in refused(
        journal, "log_sets", exercise="leg press", line="440x12", machine="Green"
    )
    ask("log_sets", exercise="leg press", line="440x12", machine="Green", new_machine=True, confirmed=True)
    assert {doc.read()["name"] for doc in journal.store.all("machine")} == {"Red", "Blue", "Green"}


@pytest.mark.parametrize(
    ("tool", "asked", "says"),
    [
        ("log_sets", {"exercise": "leg press", "sets": [{"reps": 5, "setup": {"foot_height": "very low"}}]}, "low, middle, high"),
        ("log_sets", {"exercise": "leg press", "sets": [{"reps": 5, "weight": 100}]}, "weight"),
        ("sets", {"since": "2022-1299"}, "is not a date"),
        ("next", {"exercise": "leg pres"}, "Did you mean leg-press-45"),
        ("guide", {"exercise": "leg press", "section": "nope"}, "It has: overview"),
        ("volume", {"muscle": "quadz"}, "It knows: "),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_in_a_sentence_and_nothing_is_stored(journal, tool, asked, says):
    assert says in refused(journal, tool, **asked)
    assert len(journal.sets) == 16


def test_the_tools_say_whether_they_read_add_or_take_away(journal):
    reading = asyncio.run(_list(tools.face(journal)))
    assert {tool.name for tool in reading} == READS
    writing = {tool.name: tool for tool in asyncio.run(_list(tools.face(journal, writes=True)))}
    assert set(writing) == READS | WRITES
    assert all(writing[name].annotations.read_only_hint for name in READS)
    assert not any(writing[name].annotations.read_only_hint for name in WRITES)
    assert writing["undo"].annotations.destructive_hint
    assert writing["log_sets"].annotations.idempotent_hint


def test_no_answer_about_a_long_history_is_longer_than_8_kb(monkeypatch):
    monkeypatch.setattr(clock, "today", lambda: date(2026, 11, 20))
    monkeypatch.setattr("iron.values.clock.local_now", lambda: "2026-11-20T21:00:00")
    face = tools.face(demo())
    asked = [
        ("today", {}), ("workouts", {"limit": 20}), ("sets", {"limit": 5000}), ("volume", {"since": "2025-01-01"}),
        ("records", {"limit": 5000}), ("growth", {"exercise": "leg press"}), ("next", {"exercise": "leg press"}),
        ("choose", {"instead_of": "leg press"}), ("guide", {"exercise": "leg press", "section": "all"}),
        ("body", {}), ("stalls", {}), ("program_list", {}), ("find_exercise", {"name": "leg press"}),
    ]  # fmt: skip
    for tool, arguments in asked:
        text, is_error = asyncio.run(_call(face, tool, arguments))
        assert not is_error, (tool, text)
        assert len(text.encode()) <= 8_192, tool
    text, _ = asyncio.run(_call(face, "sets", {"limit": 5000}))
    assert "more" in json.loads(text)["left_out"]


def test_an_exercise_of_the_lifters_own_is_found_by_its_old_name(journal, ask):
    own = "018f0000-0000-7000-8000-0000000000aa"
    body = {"v": 1, "name": "Leg Press Technogym", "alias_of": "leg-press-45"}
    journal.commit([("exercise", own, body)], device="phone", at="2026-11-25T20:00:00Z",
                   op_ids=["018f0000-0000-7000-8000-0000000000ab"])  # fmt: skip
    [row] = ask("own_exercises")["exercises"]
    assert (row["name"], row["counts_as"]) == (body["name"], "leg-press-45")
    assert ask("find_exercise", name="leg press technogym")["exercise"] == "leg-press-45"
    assert ask("find_exercise", name="leg pres 45")["near"][0]["id"] == "leg-press-45"
