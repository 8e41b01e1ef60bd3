"""After Back, and after the arrow of a page, a list stands where it was left, as searched and as filtered."""

from __future__ import annotations

import re

import pytest
from conftest import Server, at_rest, wait_for_value
from lifter import WRITE
from playwright.sync_api import Locator, Page, expect
from test_kinds_of_set import kg, past

LIFTS = (
    "back-squat", "bench-press", "deadlift", "overhead-press", "barbell-row", "front-squat", "leg-press-45",
    "hack-squat", "leg-extension", "lying-leg-curl", "lat-pulldown", "barbell-curl", "triceps-pushdown",
    "lateral-raise", "pec-deck", "romanian-deadlift", "hip-thrust", "dumbbell-row", "t-bar-row", "goblet-squat",
)  # fmt: skip


@pytest.fixture
def trained(page: Page, server: Server) -> Page:
    """A lifter with four workouts of each of twenty exercises: their lists are longer than the phone."""
    expect(page.get_by_role("heading").first).to_be_visible()
    rows = [
        past(exercise, {"load": kg(40 + 5 * n), "reps": 8, "rir": 1}, days=20 * n + at)
        for at, exercise in enumerate(LIFTS)
        for n in range(1, 5)
    ]
    page.evaluate(WRITE, rows)
    return page


def top_of(link: Locator) -> int:
    """Where a row stands in the window [px]."""
    return round(link.evaluate("(row) => row.getBoundingClientRect().top"))


def scrolled_to(page: Page, name: str) -> tuple[Locator, int]:
    """The last row of that name, which the page was scrolled down to, and where it stands then."""
    row = page.get_by_role("main").get_by_role("link", name=re.compile(name, re.IGNORECASE)).last
    expect(row).to_be_visible()
    at_rest(page)
    row.evaluate("(row) => row.scrollIntoView({ block: 'center' })")
    assert page.evaluate("scrollY") > 300
    return row, top_of(row)


@pytest.mark.parametrize(
    ("path", "row"),
    [
        ("history", "deadlift"),
        ("growth", "^T-bar row"),
        ("records", "^T-bar row$"),
        ("library", "^Back squat"),
    ],
)
@pytest.mark.parametrize("way", ["browser", "arrow"])
def test_the_row_that_was_tapped_is_where_it_was(
    trained: Page, server: Server, path: str, row: str, way: str
):
    trained.goto(f"{server.url}/app/{path}")
    link, before = scrolled_to(trained, row)
    link.click()
    expect(trained.get_by_role("button", name="Back")).to_be_visible()
    if way == "browser":
        trained.go_back()
    else:
        trained.get_by_role("button", name="Back").click()
    expect(link).to_be_visible()
    at_rest(trained)
    wait_for_value(trained, lambda: top_of(link), before)


def test_forward_after_back_stands_where_the_page_was_left(trained: Page, server: Server):
    trained.goto(f"{server.url}/app/library")
    trained.get_by_role("navigation", name="Main").get_by_role("link", name="History").click()
    row, before = scrolled_to(trained, "deadlift")
    trained.go_back()
    expect(trained.get_by_role("heading", name="Library")).to_be_visible()
    at_rest(trained)
    trained.go_forward()
    expect(row).to_be_visible()
    wait_for_value(trained, lambda: top_of(row), before)


# Back while the tap is answered, and while the frame with its answer is on its way.
BACK_AT_ONCE = "history.back()"
BACK_IN_FRAME = "requestAnimationFrame(() => setTimeout(() => history.back()))"


@pytest.mark.parametrize("back", [BACK_AT_ONCE, BACK_IN_FRAME])
def test_back_within_the_frame_of_a_tap_leaves_the_page_that_the_tap_asked_for(
    trained: Page, server: Server, back: str
):
    trained.goto(f"{server.url}/app/library")
    trained.get_by_role("navigation", name="Main").get_by_role("link", name="History").click()
    _, before = scrolled_to(trained, "deadlift")
    trained.get_by_role("navigation", name="Main").get_by_role("link", name="Growth").evaluate(
        f"""(link) => new Promise((ok) => {{
            addEventListener('popstate', ok, {{ once: true }})
            link.click()
            {back}
        }})"""
    )
    expect(trained).to_have_url(f"{server.url}/app/history")
    at_rest(trained)
    row = trained.get_by_role("main").get_by_role("link", name=re.compile("deadlift", re.IGNORECASE)).last
    wait_for_value(trained, lambda: top_of(row), before)
    trained.go_back()
    expect(trained.get_by_role("heading", name="Library")).to_be_visible()


def back_from(page: Page, link: Locator) -> None:
    address = page.url
    link.click()
    expect(page).not_to_have_url(address)  # it is written after the tap's frame
    expect(page.get_by_role("button", name="Back")).to_be_visible()
    page.go_back()


def test_growth_is_searched_sorted_and_filtered_as_it_was_left_and_fresh_on_a_new_visit(
    trained: Page, server: Server
):
    trained.goto(f"{server.url}/app/growth")
    main = trained.get_by_role("main")
    trained.get_by_role("searchbox").fill("squat")
    trained.get_by_label("Sort by").select_option("name")
    trained.get_by_label("Body part").select_option("legs")
    expect(main.get_by_role("listitem").first).to_contain_text("Back squat")
    back_from(trained, main.get_by_role("link", name=re.compile("^Goblet squat")))
    expect(trained.get_by_role("searchbox")).to_have_value("squat")
    expect(trained.get_by_label("Sort by")).to_have_value("name")
    expect(trained.get_by_label("Body part")).to_have_value("legs")
    trained.get_by_role("link", name="Today").click()
    trained.get_by_role("link", name="Growth", exact=True).click()
    expect(trained.get_by_role("searchbox")).to_have_value("")
    expect(trained.get_by_label("Sort by")).to_have_value("recent")


def test_a_page_of_growth_shows_the_time_and_the_chart_that_were_chosen(trained: Page, server: Server):
    trained.goto(f"{server.url}/app/growth/back-squat")
    trained.get_by_label("Time shown").select_option("36")
    trained.get_by_role("button", name="Volume").click()
    back_from(trained, trained.get_by_role("main").get_by_role("link", name="Records"))
    expect(trained.get_by_label("Time shown")).to_have_value("36")
    expect(trained.get_by_role("button", name="Volume")).to_have_attribute("aria-pressed", "true")


def test_records_are_searched_as_they_were_left(trained: Page, server: Server):
    trained.goto(f"{server.url}/app/records")
    trained.get_by_role("searchbox").fill("curl")
    back_from(trained, trained.get_by_role("link", name="Barbell curl", exact=True))
    expect(trained.get_by_role("searchbox")).to_have_value("curl")
    expect(trained.get_by_role("link", name="Back squat", exact=True)).to_have_count(0)


def test_the_library_has_its_words_and_filters_again(trained: Page, server: Server):
    trained.goto(f"{server.url}/app/library")
    trained.get_by_label("Equipment").select_option("barbell")
    trained.get_by_role("searchbox").fill("squat")
    back_from(trained, trained.get_by_role("link", name=re.compile("^Front squat")))
    expect(trained.get_by_label("Equipment")).to_have_value("barbell")
    expect(trained.get_by_role("searchbox")).to_have_value("squat")
