"""Days marked as illness, travel or pain are left out of trends, stalls and advice, and it is said."""

from __future__ import annotations

import pytest

from iron.journal.journal import Journal
from iron.journal.snapshot.snapshot import snapshot_of
from iron.records.store import MemoryStore

SETTINGS = "00000000-0000-7000-8000-000000000001"


def workout(number: int, day: str, load: float, reps: int) -> tuple:
    sets = [
        {"id": f"s{number}{at}", "order": f"a{at}", "load": {"value": load, "unit": "kg"}, "reps": reps, "rir": 1}
        for at in range(3)
    ]  # fmt: skip
    entry = {"id": f"e{number}", "order": "a0", "exercise": "bench-press", "sets": sets}
    return (
        "workout",
        f"00000000-0000-7000-9000-{number:012x}",
        {"v": 1, "start": f"{day}T18:00:00", "entries": [entry]},
    )


WELL = [workout(n, day, 80 + 2.5 * n, 8) for n, day in enumerate(("2026-10-26", "2026-11-02", "2026-11-09"))]
ILL = [workout(10, "2026-11-16", 70, 4)]


def journal(cause: str | None) -> Journal:
    made = Journal(MemoryStore())
    marked = {} if cause is None else {"marked": {"2026-11-14": {"to": "2026-11-20", "cause": cause}}}
    rows = [*WELL, *ILL, ("settings", SETTINGS, {"v": 1, **marked})]
    ids = (f"00000000-0000-7000-8000-{number:012x}" for number in range(1, len(rows) + 1))
    made.commit(rows, device="00000000-0000-7000-8000-000000000000", at="2026-11-30T00:00:00Z", op_ids=ids)
    return made


def test_unmarked_the_bad_week_counts():
    row = journal(None).next("bench-press", at="2026-11-23")[0]
    assert row.load["value"] < 85
    assert row.note is None


@pytest.mark.parametrize(
    ("cause", "sentence"),
    [("illness", "you were ill"), ("pain", "stop, and see someone who can examine you")],
)
def test_marked_advice_goes_on_from_the_week_before_and_says_so(cause, sentence):
    row = journal(cause).next("bench-press", at="2026-11-23")[0]
    assert row.load["value"] >= 85
    assert row.last["date"] == "2026-11-16"
    assert sentence in row.note["sentence"]
    assert "14 November 2026 to 20 November 2026" in row.note["sentence"]


def test_the_trend_and_the_belief_leave_marked_days_out():
    at = "2026-11-23T09:00:00"
    line = "bench-press|-|both|pause=unknown"
    open_, marked = (snapshot_of(journal(cause).view, at)["lines"][line] for cause in (None, "travel"))
    assert len(open_["trend"]) == len(marked["trend"]) + 1
    assert marked["capacity"]["kg"] > open_["capacity"]["kg"]


def test_marking_a_week_later_refits_what_was_known():
    at = "2026-11-23T09:00:00"
    view = journal(None).view
    before = snapshot_of(view, at)
    marked = {"v": 1, "marked": {"2026-11-14": {"to": "2026-11-20", "cause": "illness"}}}
    assert view.apply([("settings", SETTINGS, marked)])
    assert before != snapshot_of(view, at) == snapshot_of(journal("illness").view, at)
