"""The server's own pages without a server, and the app beside the worker that serves them."""

from __future__ import annotations

import pytest
from axe import nothing_found_by_axe
from conftest import APP_CONTROLS, Server, at_rest, kept_offline, open_app, wait_until
from lifter import sign_up
from playwright.sync_api import BrowserContext, Page, expect

SITE_CONTROLS = "navigator.serviceWorker?.controller?.scriptURL.endsWith('/site-worker.js')"
IN_CACHE = f"{SITE_CONTROLS} && caches.match(location.href).then(Boolean)"
SITE_ACTIVE = (
    "navigator.serviceWorker.getRegistration('/').then((site) => site?.active?.state === 'activated')"
)
KEPT_PICTURES = """Promise.all([...document.images].map(({ src }) => caches.match(src)))
  .then((kept) => kept.length === 2 && kept.every(Boolean))"""
LANDING = "The training log that knows the exercise"
SCOPES = """navigator.serviceWorker.getRegistrations().then((all) =>
  all.map(({ scope }) => new URL(scope).pathname).sort())"""
# What the worker of the site has put away.
SITE_FILES = """(async () => (await (await caches.open('iron-guides-1')).keys())
  .map(({ url }) => new URL(url).pathname).sort())()"""


@pytest.fixture
def phone(new_phone: BrowserContext) -> BrowserContext:
    """A phone that never met Iron: it has no worker yet, of the app or of the site."""
    return new_phone


def visit(page: Page, address: str) -> None:
    """Open a page of the site, and wait until the phone keeps it."""
    page.goto(address)
    wait_until(page, IN_CACHE)


def test_pages_that_were_opened_stay_readable(phone: BrowserContext, own_server: Server):
    page = phone.new_page()
    visit(page, f"{own_server.url}/")
    wait_until(page, KEPT_PICTURES)
    visit(page, f"{own_server.url}/api/docs")
    own_server.kill()

    page.goto(f"{own_server.url}/")
    expect(page.get_by_role("heading", name=LANDING)).to_be_visible()
    page.reload()
    expect(page.get_by_role("heading", name=LANDING)).to_be_visible()
    assert page.evaluate("getComputedStyle(document.querySelector('.options')).display") == "grid"
    pictures = page.locator("figure img")
    expect(pictures).to_have_count(2)
    for picture in pictures.all():
        picture.scroll_into_view_if_needed()
    wait_until(page, "[...document.images].every(({ naturalWidth }) => naturalWidth > 0)")
    page.goto(f"{own_server.url}/api/docs")
    expect(page.get_by_text("/api/v1/sync/push").first).to_be_visible()


def test_a_page_that_was_never_opened_says_so_and_the_app_is_told_to_be_missing(
    phone: BrowserContext, own_server: Server
):
    page = phone.new_page()
    visit(page, f"{own_server.url}/exercises/leg-press-45/")
    own_server.kill()

    for address in ("/api/docs", "/choose/leg-press-or-squat/", "/nothing-here", "/join/token"):
        page.goto(own_server.url + address)
        expect(page.get_by_role("heading", name="No connection")).to_be_visible()
        expect(page.get_by_text("this page was not opened on this device before")).to_be_visible()
    nothing_found_by_axe(page)
    page.goto(f"{own_server.url}/app/log")
    expect(page.get_by_text("the app is not on this device yet")).to_be_visible()
    expect(page.get_by_role("link", name="in the app")).to_have_count(0)
    # The landing page came with the worker.
    page.get_by_role("link", name="Home page").click()
    expect(page.get_by_role("heading", name=LANDING)).to_be_visible()
    # Its pictures did not: they go with their captions.
    page.evaluate("document.querySelector('#looks')?.scrollIntoView()")
    expect(page.locator("figure img")).to_have_count(0)
    expect(page.get_by_role("heading", name="What you see in the gym")).to_have_count(0)


def test_who_opened_the_app_alone_finds_the_way_back_to_it(phone: BrowserContext, own_server: Server):
    page = open_app(phone, own_server)
    assert page.evaluate(SCOPES) == ["/app/"], "a first visit loads nothing of the site"
    kept_offline(page)
    page.reload()
    wait_until(page, SITE_ACTIVE)
    wait_until(page, "caches.match('/').then(Boolean)")
    own_server.kill()

    page.goto(f"{own_server.url}/")
    expect(page.get_by_role("heading", name=LANDING)).to_be_visible()
    page.goto(f"{own_server.url}/nothing-here")
    page.get_by_role("link", name="Open the app").click()
    expect(page.get_by_role("button", name="Start logging")).to_be_visible()
    assert page.evaluate(APP_CONTROLS)


def test_the_app_gets_its_own_worker_where_that_of_the_site_was_first(
    phone: BrowserContext, own_server: Server
):
    page = phone.new_page()
    visit(page, f"{own_server.url}/")
    page.goto(f"{own_server.url}/app/")
    wait_until(page, APP_CONTROLS)
    at_rest(page)
    # The app's worker was waiting for a moment, and was no new version.
    expect(page.get_by_text("A new version is ready.")).to_have_count(0)
    kept_offline(page)
    own_server.kill()
    page.goto(f"{own_server.url}/app/log")
    expect(page.get_by_role("button", name="Start a workout")).to_be_visible()
    assert page.evaluate(SCOPES) == ["/", "/app/"]


def test_the_worker_of_the_guides_alone_goes_and_what_it_kept_stays(
    phone: BrowserContext, own_server: Server
):
    page = phone.new_page()
    page.goto(f"{own_server.url}/robots.txt")
    # As earlier versions registered it.
    page.evaluate("navigator.serviceWorker.register('/site-worker.js', { scope: '/exercises/' })")
    page.goto(f"{own_server.url}/exercises/leg-press-45/")
    wait_until(page, f"{SCOPES}.then((scopes) => scopes.join() === '/')")
    # A worker that becomes active while a page is on its way does not take that page over.
    wait_until(page, SITE_ACTIVE)
    visit(page, f"{own_server.url}/exercises/back-squat/")
    own_server.kill()
    page.goto(f"{own_server.url}/exercises/leg-press-45/")
    expect(page.get_by_role("heading", name="45° leg press", level=1)).to_be_visible()


def test_nothing_of_a_lifter_is_put_away_and_no_call_of_the_api_is_answered_by_the_worker(
    phone: BrowserContext, own_server: Server
):
    page = phone.new_page()
    visit(page, f"{own_server.url}/")
    # A first visit of the app, below the worker of the site.
    sign_up(page, own_server.url, "Ada", "sled-and-rail-45", own_server.code)
    visit(page, f"{own_server.url}/exercises/")
    assert "Ada" in page.evaluate("fetch('/api/v1/me').then((answer) => answer.text())")
    for address in ("/api/v1/me", "/api/v1/table/strong?unit=kg"):
        page.evaluate("(address) => fetch(address, { headers: { Accept: 'text/html' } })", address)
    answer = page.goto(f"{own_server.url}/api/v1/me")
    assert answer
    assert not answer.from_service_worker
    page.goto(f"{own_server.url}/app/me")
    wait_until(page, APP_CONTROLS)
    files = page.evaluate(SITE_FILES)
    assert {"/", "/exercises/"} <= set(files)
    assert [each for each in files if not each.startswith(("/exercises/", "/static/"))] == ["/"]
