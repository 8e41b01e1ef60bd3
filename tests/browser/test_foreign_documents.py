"""Whatever push accepts, every screen shows: documents of other programs and of a newer Iron, as the contract allows them."""

from __future__ import annotations

from conftest import Server, at_rest, open_app
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from lifter import WRITE, log_set, open_press, stored_sets
from playwright.sync_api import BrowserContext, Page, expect
from random_bodies import bodies, newer

from iron.records.documents import KINDS

SEED = 9
SCREENS = (
    *("", "log", "history", "history?view=calendar", "growth", "growth/leg-press-45", "records", "overview"),
    *("plan", "import", "machines", "machines/new?exercise=leg-press-45", "exercises", "body", "library"),
    *("library/leg-press-45", "me", "me/comfort", "me/marked", "program"),
)
DETAILS = {
    "workout": ("history", "workout"),
    "machine": ("machines",),
    "program": ("routine",),
}
# Programs and runs have no shape in the contract: anything may be there.
PROGRAMS = (
    {"v": 1, "format": 2},
    {"v": 1, "format": 2, "name": 5, "days": 3},
    {"v": 1, "routine": True, "name": "x", "days": [{}]},
    {"v": 1, "name": "x", "days": [{"slots": [None]}]},
)
RUNS = ({"v": 1}, {"v": 1, "name": "x", "text": {"name": "x", "format": 2, "days": 5}, "unit": "kg"})


def documents() -> list[tuple[str, dict]]:
    """A body of each kind, some more workouts, and one of each kind from a newer Iron; the same in each run."""
    of_today = (st.tuples(st.just(kind), bodies(kind)) for kind in (*KINDS, "workout", "workout", "workout"))
    of_later = (st.tuples(st.just(kind), newer(kind)) for kind in KINDS)
    made: list[tuple[str, dict]] = []

    @seed(SEED)
    @settings(
        max_examples=2,
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
        database=None,
        deadline=None,
    )
    @given(st.tuples(*of_today, *of_later))
    def collect(drawn: tuple[tuple[str, dict], ...]) -> None:
        # The first example is the simplest of all and holds next to nothing.
        made[:] = drawn

    collect()
    return [*made, *(("program", body) for body in PROGRAMS), *(("run", body) for body in RUNS)]


def faults(page: Page, url: str, paths: list[str]) -> list[str]:
    """Errors that the screens throw, and words that no screen may say."""
    wrong: list[str] = []
    path = ""
    page.on("pageerror", lambda error: wrong.append(f"{path}: {error}"))
    for path in paths:
        page.goto(f"{url}/app/{path}")
        expect(page.get_by_role("main").first).not_to_be_empty()
        at_rest(page)
        text = page.locator("body").inner_text()
        wrong += [f"{path}: says {word}" for word in ("undefined", "NaN", "[object") if word in text]
    return wrong


def test_every_screen_opens_on_documents_of_other_programs(server: Server, phone: BrowserContext):
    page = open_app(phone, server, "/app/log")
    rows = [
        {"kind": kind, "id": f"0192f000-0000-7000-8000-{n:012x}", "rev": 1, "seq": n, "body": body}
        for n, (kind, body) in enumerate(documents(), 1)
    ]
    page.evaluate(WRITE, rows)
    paths = [f"{place}/{row['id']}" for row in rows for place in DETAILS.get(str(row["kind"]), ())]
    assert len(paths) > 15
    assert faults(page, server.url, [*SCREENS, *paths]) == []


def test_a_set_is_logged_into_a_workout_of_another_program(server: Server, phone: BrowserContext):
    page = open_app(phone, server, "/app/log")
    entry = {"id": "0192f000-0000-7000-8000-0000000000e1", "exercise": "leg-press-45", "order": "2nd"}
    logged = {"id": "0192f000-0000-7000-8000-0000000000d1", "order": "last", "reps": 9, "rir": None}
    logged |= {"load": {"value": 170, "unit": "kg"}}
    bare = {"id": "0192f000-0000-7000-8000-0000000000e2", "exercise": "plank", "machine": None}
    start = page.evaluate("new Date(Date.now() - 60000).toLocaleString('sv').replace(' ', 'T')")
    body = {"v": 1, "start": start, "title": None, "entries": [{**entry, "sets": [logged]}, bare]}
    row = {"kind": "workout", "id": "0192f000-0000-7000-8000-0000000000a1", "rev": 1, "seq": 1, "open": 1}
    page.evaluate(WRITE, [{**row, "start": start, "lifted": [f"leg-press-45|{start}"], "body": body}])
    open_press(page, server.url)
    log_set(page, "180", "12")
    assert [(each["load"]["value"], each["reps"]) for each in stored_sets(page)] == [(170, 9), (180, 12)]
    assert {each["workout"] for each in stored_sets(page)} == {row["id"]}
