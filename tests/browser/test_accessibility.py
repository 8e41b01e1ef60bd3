"""axe finds nothing on any screen or sheet: phone and desktop, light and dark, guest and account."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from axe import found_by_axe
from conftest import Lend, Server, at_rest, open_app, wait_until
from lent_devices import A_DESK, A_PHONE
from lifter import finish, log_set, open_press, sign_up
from playwright.sync_api import BrowserContext, Locator, Page, expect

# A router's address pattern and what stands for it here. What is not named below fails test_no_screen_is_forgotten.
WORKOUT, ROUTINE, MACHINE = "{workout}", "{program}", "{machine}"
SCREENS = (
    *("", "log", "history", f"history/{WORKOUT}", f"workout/{WORKOUT}", "history?view=calendar"),
    *("growth", "growth/leg-press-45", "records", "records/leg-press-45", "overview"),
    *("library", "library/leg-press-45", "library/hack-squat", "builder", "program"),
    *("choose", "compare/leg-press-45/hack-squat-machine", "plan", f"routine/{ROUTINE}", "import", "demo"),
    *("machines", "machines/new?exercise=leg-press-45", f"machines/{MACHINE}", "machines/gym/new"),
    *("exercises", "exercises/new", "body", "body/photos", "share/open", f"share/{WORKOUT}"),
    *(
        "me",
        "me/account",
        "me/forgot",
        "me/new-password",
        "me/email",
        "me/provider?error=cancelled",
        "me/comfort",
        "me/keys",
        "me/marked",
    ),
    *("me/sharing", "lifters", "shared", "assistant", "proposals"),
    *("groups", "groups/new", "groups/join"),
)
SIGNED_IN = (
    "me",
    "me/account",
    "me/security",
    "me/devices",
    "me/keys",
    "me/connections",
    "assistant",
    "me/sharing",
    "lifters",
    "groups",
    "groups/new",
    "groups/join",
    f"history/{WORKOUT}/versions",
)
# Own exercises are made and merged in test_own_exercises.py, an invitation's page is the account page;
# what a coach proposes is looked at in test_proposal_screens.py, a group's board in test_group_screens.py.
ELSEWHERE = {
    *("exercises/:id/merge", "join/:token", "propose", "propose/block/:id", "proposals/:id"),
    *("groups/:id", "groups/:id/settings"),
}
PAGES = ("/", "/exercises/", "/exercises/leg-press-45/", "/exercises/hack-squat/", "/api/docs")

Open = Callable[[Page], Locator]


def button(name: str) -> Open:
    """The button of exactly this name, or, after ^, of this beginning."""
    match = re.compile(name) if name.startswith("^") else name
    return lambda page: page.get_by_role("button", name=match).first


# Where it is opened, what opens it, the dialog's name.
SHEETS: tuple[tuple[str, Open, str], ...] = (
    ("log", button("Add exercise"), "Add exercises"),
    ("log", button("45° leg press"), "45° leg press"),
    ("log", button("^Feet"), "Setup for the coming sets"),
    ("log", button("^More for"), "45° leg press"),
    ("log", button("^Set 1:"), ""),
    ("log", button("^.*Rest settings"), "Rest"),
    ("history", button("Past workout"), "Add a past workout"),
    (f"history/{WORKOUT}", button("Date and name"), "Date and name"),
    (f"history/{WORKOUT}", button("Copy to a day"), "Copy to a day"),
    ("plan", button("Block options"), ""),
    ("plan", button("^45° leg press:"), ""),
    ("plan", button("^Add an exercise to"), ""),
    ("me", button("Restore a copy"), "Restore a copy"),
)

STORED = """async () => {
  const found = {}
  for (const { name } of await indexedDB.databases()) {
    if (!name || !name.startsWith('iron-')) continue
    const db = await new Promise((ok) => { const r = indexedDB.open(name); r.onsuccess = () => ok(r.result) })
    if (db.objectStoreNames.contains('documents')) {
      const all = await new Promise((ok) => {
        const r = db.transaction('documents').objectStore('documents').getAll(); r.onsuccess = () => ok(r.result)
      })
      for (const row of all) if (row.body && (row.kind !== 'workout' || row.body.end)) found[row.kind] = row.id
    }
    db.close()
  }
  return found
}"""


@pytest.fixture(params=["phone", "desktop"])
def context(request: pytest.FixtureRequest, lend: Lend) -> BrowserContext:
    """A device whose pages axe may look into (the content security policy forbids foreign scripts)."""
    shape = A_DESK if request.param == "desktop" else A_PHONE
    return lend({**shape, "bypass_csp": True})


def visit(page: Page, url: str, path: str) -> None:
    page.goto(f"{url}/app/{path}")
    expect(page.get_by_role("main").first).to_be_visible()
    at_rest(page)


def look(page: Page, url: str, paths: tuple[str, ...], ids: dict[str, str]) -> list[str]:
    problems_seen = []
    for path in paths:
        visit(page, url, path.format(**ids))
        problems_seen += found_by_axe(page, path)
    return problems_seen


def prepare(page: Page, url: str) -> dict[str, str]:
    """The demo lifter, a running workout with a set, a block from today and a routine; ids by kind."""
    page.goto(f"{url}/app/demo")
    expect(page.get_by_text("Demo data").first).to_be_visible()
    wait_until(page, f"({STORED})().then((found) => 'workout' in found)")
    ids = dict(page.evaluate(STORED))
    visit(page, url, f"history/{ids['workout']}")
    page.get_by_role("button", name="Save as a routine").click()
    wait_until(page, f"({STORED})().then((found) => 'program' in found)")
    visit(page, url, "plan")
    if page.get_by_role("button", name="Block options").count() == 0:
        page.get_by_role("button", name="Start Leg press first", exact=True).click()
        page.get_by_role("button", name="Start this block").click()
        expect(page.get_by_role("button", name="Block options")).to_be_visible()
    open_press(page, url)
    log_set(page, "180", "12")
    return dict(page.evaluate(STORED))


def test_axe_finds_nothing_on_any_screen(context: BrowserContext, server: Server):
    page = open_app(context, server)
    ids = prepare(page, server.url)
    result = look(page, server.url, SCREENS, ids)
    for path in PAGES:
        page.goto(server.url + path)
        result += found_by_axe(page, path)
    assert result == []


def test_axe_finds_nothing_in_any_sheet(context: BrowserContext, server: Server):
    page = open_app(context, server)
    ids = prepare(page, server.url)
    problems_seen = []
    for path, opener, name in SHEETS:
        visit(page, server.url, path.format(**ids))
        opener(page).click()
        sheet = page.get_by_role("dialog", name=name) if name else page.get_by_role("dialog")
        expect(sheet.first).to_be_visible()
        problems_seen += found_by_axe(page, f"{path}, {name or 'sheet'}")
    assert problems_seen == []


def test_axe_finds_nothing_in_an_account(context: BrowserContext, own_server: Server):
    page = open_app(context, own_server)
    open_press(page, own_server.url)
    log_set(page, "180", "12")
    finish(page)
    sign_up(page, own_server.url, "mara", "leg-day-by-the-rail-45", own_server.code)
    wait_until(page, f"({STORED})().then((found) => 'workout' in found)")
    result = look(page, own_server.url, SIGNED_IN, dict(page.evaluate(STORED)))
    page.goto(f"{own_server.url}/app/me")
    for name, title in (("Delete account", "Delete account"), ("Sign out", "Sign out?")):
        page.get_by_role("button", name=name).click()
        expect(page.get_by_role("dialog", name=title)).to_be_visible()
        result += found_by_axe(page, f"me, {title}")
        page.keyboard.press("Escape")
    assert result == []


def fits(pattern: str, address: str) -> bool:
    """Whether a router's pattern (`growth/:exercise?`) takes an address."""
    parts = [
        "(/[^/]+)?" if part.endswith("?") else "/[^/]+" if part[:1] == ":" else f"/{part}"
        for part in pattern.split("/")
    ]
    return re.fullmatch("".join(parts), f"/{address}") is not None


def test_no_screen_is_forgotten():
    """Every address that the app knows is looked at above, or named as looked at elsewhere."""
    shown = {path.partition("?")[0] for path in (*SCREENS, *SIGNED_IN)}
    sources = (Path(__file__).parents[2] / "web" / "src" / "screens").glob("*/routes.ts")
    known = [path for each in sources for path in re.findall(r"path: '([^']*)'", each.read_text())]
    assert len(known) > 20
    missed = [path for path in known if path not in ELSEWHERE and not any(fits(path, each) for each in shown)]
    assert missed == []
