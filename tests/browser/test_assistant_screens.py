"""An assistant asks for access: the lifter signs in, reads what it asks for, decides, and takes the access away."""

from __future__ import annotations

import json
import urllib.request
from urllib.parse import parse_qs, urlencode, urlsplit

from axe import nothing_found_by_axe
from conftest import Lend, Server, open_app
from lent_devices import A_PHONE
from lifter import sign_up
from playwright.sync_api import BrowserContext, Page, expect

PASSWORD = "sled-and-rail-45"
BACK = "http://127.0.0.1:9/callback"


def request_of_an_assistant(server: Server, name: str = "Training helper", back: str = BACK) -> str:
    """Register an assistant and return the address that it opens in the browser."""
    asked = json.dumps({"client_name": name, "redirect_uris": [back]}).encode()
    request = urllib.request.Request(
        f"{server.url}/register", asked, {"Content-Type": "application/json"}, method="POST"
    )
    with urllib.request.urlopen(request) as response:
        client_id = json.load(response)["client_id"]
    query = {
        "response_type": "code",
        "client_id": client_id,
        "redirect_uri": back,
        "code_challenge": "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
        "code_challenge_method": "S256",
        "state": "a-state",
    }
    return f"{server.url}/authorize?{urlencode(query)}"


def answer_of(page: Page, button: str) -> dict[str, str]:
    """Tap a button of the question and return what the browser takes to the assistant."""
    page.route(f"{BACK}*", lambda route: route.fulfill(body="<h1>Back at the assistant</h1>"))
    page.get_by_role("button", name=button, exact=True).click()
    expect(page.get_by_text("Back at the assistant")).to_be_visible()
    return {name: values[0] for name, values in parse_qs(urlsplit(page.url).query).items()}


def test_an_assistant_is_allowed_to_log_is_listed_and_taken_away(own_server: Server, lend: Lend):
    page = open_app(lend({**A_PHONE, "bypass_csp": True}), own_server)
    sign_up(page, own_server.url, "anna", PASSWORD, own_server.code)
    address = request_of_an_assistant(own_server)
    page.goto(address)
    question = page.get_by_role("main")
    expect(question.get_by_role("heading", name="Training helper")).to_be_visible()
    expect(question).to_contain_text("the training log of anna")
    expect(question).to_contain_text("a program on this computer")
    nothing_found_by_axe(page)
    expect(question).to_contain_text("It cannot change anything")
    page.get_by_role("button", name="Read and log").click()
    expect(question).to_contain_text("It can log sets")
    answer = answer_of(page, "Allow")
    assert set(answer) == {"code", "state", "iss"}
    assert (answer["state"], answer["iss"]) == ("a-state", own_server.url)

    exchange(own_server, parse_qs(urlsplit(address).query)["client_id"][0], answer["code"])
    page.goto(f"{own_server.url}/app/me/connections")
    card = page.get_by_role("region", name="Assistants")
    expect(card.get_by_role("article", name="Training helper")).to_contain_text("Read and log · 127.0.0.1")
    nothing_found_by_axe(page)
    card.get_by_role("button", name="Remove the access of Training helper").click()
    expect(card.get_by_role("article")).to_have_count(0)


def exchange(server: Server, client_id: str, code: str) -> None:
    """Exchange the code as the assistant does; the verifier is the example of RFC 7636, appendix B."""
    asked = {
        "grant_type": "authorization_code",
        "client_id": client_id,
        "code": code,
        "redirect_uri": BACK,
        "code_verifier": "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk",
    }
    urllib.request.urlopen(f"{server.url}/token", urlencode(asked).encode()).close()


def test_who_is_signed_out_signs_in_first_and_may_say_no(
    own_server: Server, phone: BrowserContext, lend: Lend
):
    page = open_app(phone, own_server)
    sign_up(page, own_server.url, "anna", PASSWORD, own_server.code)
    other = open_app(lend(A_PHONE), own_server)
    other.goto(request_of_an_assistant(own_server))
    other.get_by_role("button", name="Sign in").click()
    other.get_by_label("Name").fill("anna")
    other.get_by_label("Password").fill(PASSWORD)
    other.locator("form").get_by_role("button", name="Sign in", exact=True).click()
    expect(other.get_by_role("heading", name="Training helper")).to_be_visible()
    assert answer_of(other, "Do not allow")["error"] == "access_denied"


def test_a_request_that_is_not_complete_says_what_to_do(own_server: Server, phone: BrowserContext):
    page = open_app(phone, own_server)
    sign_up(page, own_server.url, "anna", PASSWORD, own_server.code)
    page.goto(f"{own_server.url}/app/assistant?request=cut")
    expect(page.get_by_role("alert")).to_contain_text("Connect again from the assistant")


def test_a_program_with_a_scheme_of_its_own_is_named_and_opened(own_server: Server, lend: Lend):
    page = open_app(lend(A_PHONE), own_server)
    sign_up(page, own_server.url, "anna", PASSWORD, own_server.code)
    back = "cursor://anysphere.cursor-mcp/oauth/callback"
    page.goto(request_of_an_assistant(own_server, "Cursor", back))
    question = page.get_by_role("main")
    expect(question).to_contain_text("Your answer opens the program cursor on this device.")
    expect(question).to_contain_text("in a program of yours on this device")
    page.get_by_role("button", name="Allow", exact=True).click()
    expect(question).to_contain_text("Your answer goes to the program cursor on this device. Continue there.")
    nothing_found_by_axe(page)
    opens = page.get_by_role("link", name="Open cursor").get_attribute("href") or ""
    assert opens.startswith(f"{back}?code=")
