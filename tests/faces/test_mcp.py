"""An assistant that speaks MCP reads the journal; it is offered no tool that writes."""

from __future__ import annotations

import asyncio
import json
import re

import pytest
from mcp.server.mcpserver.exceptions import ToolError

from iron.assistant import tools
from iron.journal.journal import Journal
from iron.records.revisions import Op
from iron.records.store import MemoryStore


@pytest.fixture
def journal():
    store = MemoryStore()
    one = {"id": "s1", "order": "a0", "load": {"value": 180, "unit": "kg"}, "reps": 10, "rir": 1}
    entry = {"id": "e1", "order": "a0", "exercise": "leg-press-45", "sets": [one]}
    body = {"v": 1, "start": "2026-03-02T18:00:00", "end": "2026-03-02T19:00:00", "entries": [entry]}
    workout = "018f0000-0000-7000-8000-000000000001"
    op = Op("018f0000-0000-7000-8000-00000000000a", "workout", workout, 0, json.dumps(body).encode())
    store.push([op], "018f0000-0000-7000-8000-00000000000b", "2026-03-02T20:00:00Z")
    return Journal(store)


@pytest.fixture
def face(journal):
    return tools.face(journal)


def call(face, tool, **arguments):
    result = asyncio.run(face.call_tool(tool, arguments))
    return result.structured_content


def test_the_tools_only_read(face):
    names = {tool.name for tool in asyncio.run(face.list_tools())}
    assert names == {
        "find_exercise",
        "exercise_guide",
        "own_exercises",
        "workouts",
        "exercise_lines",
        "line_records",
        "what_next",
        "programs",
    }


def test_a_merged_exercise_is_found_and_asked_for_by_its_old_name_and_counts_as_the_other(journal):
    store = journal.store
    own = "018f0000-0000-7000-8000-0000000000aa"
    body = {"v": 1, "name": "Leg Press Technogym", "alias_of": "leg-press-45"}
    op = Op("018f0000-0000-7000-8000-0000000000ab", "exercise", own, 0, json.dumps(body).encode())
    store.push([op], "018f0000-0000-7000-8000-00000000000b", "2026-03-03T20:00:00Z")
    face = tools.face(journal)
    (row,) = call(face, "own_exercises")["result"]
    assert (row["name"], row["counts_as"], row["looks_like"][0]["id"]) == (
        body["name"],
        "leg-press-45",
        "leg-press-45",
    )
    assert call(face, "find_exercise", name="leg press technogym")["exercise"] == "leg-press-45"
    (line,) = call(face, "exercise_lines", exercise=own)["result"]
    assert line["line"].startswith("leg-press-45|-|both")


def test_lines_come_with_their_interval(face):
    (line,) = call(face, "exercise_lines", exercise="leg-press-45")["result"]
    assert line["line"].startswith("leg-press-45|-|both")
    assert line["capacity"]["low"] < line["capacity"]["kg"] < line["capacity"]["high"]


def test_a_name_that_is_nearly_right_is_offered_and_not_taken(face):
    found = call(face, "find_exercise", name="leg pres 45")
    assert found["exercise"] is None
    assert found["near"][0]["id"] == "leg-press-45"


def test_workouts_come_newest_first(face):
    (workout,) = call(face, "workouts")["result"]
    assert workout["entries"][0]["sets"][0]["reps"] == 10


@pytest.mark.parametrize(
    ("tool", "asked", "says"),
    [
        ("workouts", {"since": "yesterday"}, "Write it like 2026-11-22"),
        (
            "line_records",
            {"exercise": "leg-press-45", "line": "leg press"},
            "Its lines: leg-press-45|-|both|",
        ),
        ("what_next", {"exercise": "leg press"}, "There is no exercise “leg press”"),
    ],
)
def test_what_is_not_there_is_said_and_no_empty_answer(face, tool, asked, says):
    with pytest.raises(ToolError, match=re.escape(says)):
        call(face, tool, **asked)
