"""A lifter shares a log; a coach accepts, reads it with and without signal, and forgets it when it ends."""

from __future__ import annotations

import re

from axe import nothing_found_by_axe
from coach import ADDRESS, PASSWORD, coach_of, lifter_with_a_workout, share_with
from conftest import Server, open_app, wait_until
from lifter import JOURNALS, all_sent, invite, join
from playwright.sync_api import BrowserContext, Page, expect

# Loads of all sets in the databases whose names begin so.
LOADS = """async (beginning) => {
  const loads = []
  for (const { name } of await indexedDB.databases()) {
    if (!name.startsWith(beginning)) continue
    const db = await new Promise((ok) => { const r = indexedDB.open(name); r.onsuccess = () => ok(r.result) })
    const all = await new Promise((ok) => {
      const r = db.transaction('documents').objectStore('documents').getAll(); r.onsuccess = () => ok(r.result)
    })
    db.close()
    for (const doc of all) if (doc.kind === 'workout' && doc.body)
      loads.push(...doc.body.entries.flatMap((entry) => entry.sets).map((set) => set.load.value))
  }
  return loads.sort()
}"""


def lent(page: Page) -> list[str]:
    return [name for name in page.evaluate(JOURNALS) if name.startswith("iron-lent-")]


def own(page: Page) -> str:
    [name] = [name for name in page.evaluate(JOURNALS) if re.match("iron-[0-9a-f]{8}-", name)]
    return name


def test_a_coach_reads_a_log_online_and_offline_until_it_is_revoked(
    own_server: Server, phone: BrowserContext, new_phone: BrowserContext
):
    anna = lifter_with_a_workout(phone, own_server)
    coach = open_app(new_phone, own_server)
    join(coach, own_server.url, invite(own_server), "bert", PASSWORD)
    share_with(anna, own_server, "berd")
    expect(anna.get_by_role("alert")).to_contain_text("Check the spelling, or make a link")
    anna.get_by_label("Their name on this server").fill("bert")
    anna.get_by_role("button", name="Share", exact=True).click()
    given = anna.get_by_role("article", name="bert")
    expect(given).to_contain_text("Training · not accepted yet · no end date")
    nothing_found_by_axe(anna)

    coach.goto(f"{own_server.url}/app/lifters")
    expect(coach.get_by_text("anna wants to share a log with you")).to_be_visible()
    coach.get_by_role("button", name="Accept").click()
    nothing_found_by_axe(coach)
    coach.get_by_role("button", name="Open the log of anna").click()
    coach.wait_for_url(ADDRESS)
    bar = coach.get_by_role("complementary", name="Whose log this is")
    expect(bar).to_contain_text("anna’s log, read only")
    expect(coach.get_by_role("button", name="Past workout")).to_have_count(0)
    nothing_found_by_axe(coach)
    coach.get_by_role("link", name=re.compile("45° leg press")).click()
    expect(coach.get_by_text("180 kg × 12")).to_be_visible()
    expect(coach.get_by_role("link", name="Edit")).to_have_count(0)
    expect(coach.get_by_role("button", name="Delete")).to_have_count(0)
    coach.get_by_role("heading", name="45° leg press").get_by_role("link").click()
    expect(coach.get_by_role("heading", name="45° leg press", level=1)).to_be_visible()
    assert "/app/lifter/" in coach.url
    expect(coach.get_by_role("link", name="Log it")).to_have_count(0)
    expect(coach.get_by_role("region", name="Chart")).to_be_visible()

    # Apart from his own journal, which has no set.
    assert coach.evaluate(LOADS, "iron-lent-") == [180]
    assert coach.evaluate(LOADS, own(coach)) == []

    new_phone.set_offline(True)
    coach.get_by_role("link", name="History").click()
    expect(bar).to_contain_text("Offline, as of")
    expect(coach.get_by_role("link", name=re.compile("45° leg press"))).to_be_visible()
    new_phone.set_offline(False)

    bar.get_by_role("link", name="Close").click()
    coach.get_by_role("link", name="History").click()
    expect(coach.get_by_text("No workouts yet")).to_be_visible()

    anna.reload()
    expect(given).to_contain_text("last read")
    given.get_by_role("button", name="Stop sharing with bert").click()
    expect(anna.get_by_text("Nobody but you.")).to_be_visible()
    coach.goto(f"{own_server.url}/app/lifters")
    expect(coach.get_by_text("Nobody shares a log with you")).to_be_visible()
    assert lent(coach) == []


def test_what_a_coach_has_of_others_is_gone_when_he_signs_out(
    own_server: Server, phone: BrowserContext, new_phone: BrowserContext
):
    anna = lifter_with_a_workout(phone, own_server)
    coach = coach_of(anna, new_phone, own_server)
    assert len(lent(coach)) == 1
    coach.goto(f"{own_server.url}/app/me")
    coach.get_by_role("button", name="Sign out").click()
    coach.get_by_role("dialog", name="Sign out?").get_by_role("button", name="Sign out").click()
    expect(coach.get_by_text("Signed out")).to_be_visible()
    assert lent(coach) == []


def test_a_link_opens_a_log_without_an_account_until_it_is_revoked(
    own_server: Server, phone: BrowserContext, new_phone: BrowserContext
):
    anna = lifter_with_a_workout(phone, own_server)
    anna.goto(f"{own_server.url}/app/me/sharing")
    anna.get_by_role("button", name="Anyone with a link").click()
    anna.get_by_label("Name of the link, for you").fill("Physio")
    anna.get_by_role("button", name="Create link").click()
    address = anna.locator(".address").inner_text()
    assert address.startswith(f"{own_server.url}/app/shared#")
    expect(anna.get_by_role("article", name="Physio")).to_contain_text("not read yet")

    guest = open_app(new_phone, own_server)
    guest.goto(address)
    guest.wait_for_url(ADDRESS)
    expect(guest.get_by_role("complementary", name="Whose log this is")).to_contain_text(
        "anna’s log, read only"
    )
    expect(guest.get_by_role("link", name=re.compile("45° leg press"))).to_be_visible()

    anna.get_by_role("button", name="Stop sharing with Physio").click()
    expect(anna.get_by_text("Nobody but you.")).to_be_visible()
    guest.reload()
    guest.wait_for_url("**/app/lifters")
    wait_until(
        guest, "async () => !(await indexedDB.databases()).some(({ name }) => name.startsWith('iron-lent-'))"
    )
    guest.goto(address)
    expect(guest.get_by_role("alert")).to_have_text(
        "This link has ended. Ask who sent it to you for a new one."
    )


def test_coach_and_lifter_comment_on_a_set_and_answer(
    own_server: Server, phone: BrowserContext, new_phone: BrowserContext
):
    anna = lifter_with_a_workout(phone, own_server)
    coach = coach_of(anna, new_phone, own_server)
    coach.get_by_role("link", name=re.compile("45° leg press")).click()
    coach.get_by_label("About").select_option("45° leg press, set 1")

    # Without signal it is kept here, and sent when there is one.
    new_phone.set_offline(True)
    coach.get_by_label("Your comment").fill("Feet lower next time?")
    coach.get_by_role("button", name="Send").click()
    expect(coach.get_by_text("Saved. It is sent when you are online.")).to_be_visible()
    expect(coach.get_by_role("article", name="Comment by You")).to_contain_text("45° leg press, set 1")
    new_phone.set_offline(False)
    all_sent(coach)

    anna.goto(f"{own_server.url}/app/")
    anna.get_by_role("link", name="See comment").click()
    sentence = anna.get_by_role("article", name="Comment by bert")
    expect(sentence).to_contain_text("Feet lower next time?")
    expect(anna.get_by_role("link", name="See comment")).to_have_count(0)
    nothing_found_by_axe(anna)
    anna.get_by_label("Your answer").fill("Yes, on Friday.")
    anna.get_by_role("button", name="Send").click()
    expect(anna.get_by_role("article", name="Comment by You")).to_contain_text("Yes, on Friday.")
    all_sent(anna)

    # His list says what waits, and without signal too.
    workout = coach.url
    coach.goto(f"{own_server.url}/app/lifters")
    waiting = coach.get_by_role("list", name="What needs you in the log of anna")
    expect(waiting).to_contain_text("Yes, on Friday.")
    nothing_found_by_axe(coach)
    new_phone.set_offline(True)
    coach.get_by_role("link", name="Today").click()
    expect(coach).to_have_url(f"{own_server.url}/app/")  # written after the tap's own frame
    coach.go_back()
    waiting.get_by_role("link", name=re.compile("Waiting for your answer")).click()
    expect(coach.get_by_role("article", name="Comment by anna")).to_contain_text("Yes, on Friday.")
    new_phone.set_offline(False)

    coach.goto(workout)
    expect(coach.get_by_role("article", name="Comment by anna")).to_contain_text("Yes, on Friday.")
    expect(coach.get_by_role("button", name="Delete the comment by anna")).to_have_count(0)
    coach.get_by_role("button", name="Delete the comment by You").click()
    expect(coach.get_by_role("article", name="Comment by You")).to_have_count(0)
    anna.reload()
    expect(sentence).to_have_count(0)
    # Apart from his own journal, which has no comment to sync.
    assert coach.evaluate(LOADS, own(coach)) == []


def test_a_comment_that_was_not_sent_before_sharing_ended_is_still_there_for_its_writer(
    own_server: Server, phone: BrowserContext, new_phone: BrowserContext
):
    anna = lifter_with_a_workout(phone, own_server)
    coach = coach_of(anna, new_phone, own_server)
    coach.get_by_role("link", name=re.compile("45° leg press")).click()
    new_phone.set_offline(True)
    coach.get_by_label("Your comment").fill("Feet lower next time?")
    coach.get_by_role("button", name="Send").click()
    expect(coach.get_by_role("article", name="Comment by You")).to_contain_text("Not sent yet")
    anna.get_by_role("button", name="Stop sharing with bert").click()
    expect(anna.get_by_text("Nobody but you.")).to_be_visible()
    new_phone.set_offline(False)
    coach.wait_for_url("**/app/lifters")
    unsent = coach.get_by_role("region", name="Not sent to anna")
    expect(unsent).to_contain_text("Feet lower next time?")
    nothing_found_by_axe(coach)
    unsent.get_by_role("button", name="Delete").click()
    expect(unsent).to_have_count(0)
    assert lent(coach) == []
