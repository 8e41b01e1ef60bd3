"""Sharing a journal: who may read what, until when, and what happens when it ends."""

from __future__ import annotations

import json
import re
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from test_oauth import connected
from training_years import workout, workout_id

from iron.records.documents import KINDS
from iron.records.revisions import Op
from iron.server.accounts import service, tokens
from iron.server.accounts.models import User
from iron.server.api.routes import ROUTES
from iron.server.sharing import groups, shares
from iron.server.sharing.models import LifterGroup, Share
from iron.server.sharing.permission import PARTS, AccountViewer, LinkViewer, may_read, may_write
from iron.server.storage.django_store import DjangoStore
from iron.values import clock

pytestmark = pytest.mark.django_db(transaction=True)
AT = "2026-11-22T18:05:00Z"
DAY_S = 86_400

# Every address of the API, by whose data it may show: nobody's, the caller's own, or a lifter's who shares it.
OPEN = {("GET", "me"), ("POST", "providers/<str:provider>"), ("POST", "import/plan"), ("POST", "compute")}
BY_ACCOUNT = {("GET", "shares/<str:share_id>/documents"), ("GET", "shares/<str:share_id>/snapshot")}
# Names and numbers of who shares with the caller (tests/server/test_coach_list.py), of which no document of ada has any.
NEEDS = {("GET", "lifters")}
BY_COACH = {
    ("POST", "shares/<str:share_id>/comments"),
    ("DELETE", "shares/<str:share_id>/comments/<str:comment_id>"),
    ("POST", "shares/<str:share_id>/proposals"),
    ("DELETE", "shares/<str:share_id>/proposals/<str:proposal_id>"),
}
BY_LINK = {("GET", "shared"), ("GET", "shared/documents")}
# What members show each other: numbers, never a document. Which caller may do what is walked in test_groups.py.
BY_MEMBER = {
    ("GET", "groups/<str:group_id>/board"), ("POST", "groups/<str:group_id>/me"),
    ("DELETE", "groups/<str:group_id>/me"), ("DELETE", "groups/<str:group_id>/members/<str:member_id>"),
    ("POST", "groups/<str:group_id>/invitation"), ("DELETE", "groups/<str:group_id>/invitation"),
    ("DELETE", "groups/<str:group_id>"), ("POST", "groups/join"),
}  # fmt: skip
OWN = {
    ("DELETE", "me"), ("GET", "tokens"), ("POST", "tokens"), ("DELETE", "tokens/<int:token_id>"),
    ("GET", "sessions"), ("DELETE", "sessions"), ("DELETE", "sessions/<int:session_id>"),
    ("GET", "archive"), ("POST", "archive"), ("GET", "table/<str:app>"),
    ("GET", "activities"), ("GET", "activities/<str:workout>"),
    ("POST", "sync/push"), ("GET", "sync/pull"), ("GET", "history/<str:kind>/<str:doc_id>"),
    ("GET", "snapshot"), ("GET", "growth/<str:exercise>"), ("GET", "runs"), ("GET", "advice/<str:doc_id>"),
    ("GET", "sets"), ("GET", "workouts"), ("GET", "records"), ("GET", "volume"), ("GET", "body"), ("GET", "next"),
    ("GET", "today"), ("POST", "sets"), ("POST", "body"),
    ("GET", "calendar"), ("POST", "calendar"), ("DELETE", "calendar"),
    ("GET", "assistants"), ("DELETE", "assistants/<int:assistant_id>"),
    ("GET", "assistants/request"), ("POST", "assistants/answer"),
    ("GET", "webhooks"), ("POST", "webhooks"), ("DELETE", "webhooks/<int:webhook_id>"),
    ("POST", "webhooks/<int:webhook_id>/test"), ("POST", "webhooks/<int:webhook_id>/resume"),
    ("GET", "shares"), ("POST", "shares"), ("DELETE", "shares/<str:share_id>"),
    ("POST", "shares/<str:share_id>/accept"), ("GET", "groups"), ("POST", "groups"),
    ("GET", "alarms"), ("POST", "alarms"), ("POST", "alarms/stop"), ("POST", "alarms/again"),
}  # fmt: skip


def browser(user=None):
    client = Client(raise_request_exception=False, headers={"host": "localhost"})
    if user is not None:
        client.force_login(user)
    return client


def share(client, **asked):
    answered = client.post("/api/v1/shares", {"what": ["training"], **asked}, content_type="application/json")
    assert answered.status_code == 200, answered.content
    return answered.json()


def accept(client):
    [waiting] = client.get("/api/v1/shares").json()["received"]
    assert client.post(f"/api/v1/shares/{waiting['id']}/accept").status_code == 200
    return waiting["id"]


def store(user, kind, body, ident=None):
    op = Op(clock.fresh_id(), kind, ident or clock.fresh_id(), 0, json.dumps(body).encode())
    [result] = DjangoStore(user.pk).push([op], "phone", AT)
    assert result.error is None, result.error


def pages(client, path, limit=200, place="", **headers):
    """All documents that an address answers, as kind and body, and the place where it ended."""
    documents, more, whole = [], True, None
    while more:
        answered = client.get(f"/api/v1/{path}", {"limit": limit, "place": place}, headers=headers)
        assert answered.status_code == 200, answered.content
        page = answered.json()
        documents += [(doc["kind"], doc["body"]) for doc in page["docs"]]
        place, more = page["place"], page["more"]
        whole = page["whole"] if whole is None else whole
    return documents, place, whole


def secret_of(kind):
    return f"secret of the {kind}"


@pytest.fixture
def ada(user):
    """A lifter with a document of every kind; each holds a sentence by which an answer gives it away."""
    for kind in KINDS:
        # A body of a newer version passes every check.
        store(user, kind, {"v": 99, "note": secret_of(kind)})
    store(user, "workout", {**workout(0), "note": secret_of("workout")}, workout_id(0))
    return user


@pytest.fixture
def bob(db):
    return User.objects.create_user("bob")


@pytest.fixture
def callers(ada, bob):
    """Everybody who may ask, each with his client, the share that he names, and the kinds that he may read."""
    owner, coach = browser(ada), browser(bob)
    former = browser(User.objects.create_user("former"))
    waiting = browser(User.objects.create_user("waiting"))
    late = browser(User.objects.create_user("late"))
    for name in ("bob", "former", "waiting", "late"):
        share(owner, to=name, what=["training", "body"], days=1)
    ids = {"coach": accept(coach), "former coach": accept(former), "too late": accept(late)}
    ids["not accepted"] = waiting.get("/api/v1/shares").json()["received"][0]["id"]
    owner.delete(f"/api/v1/shares/{ids['former coach']}")
    Share.objects.filter(share_id=ids["too late"]).update(ends_at=shares.now_s() - 1)
    link = share(owner, label="Physio", what=["plans"], days=7)["address"].partition("#")[2]
    old = share(owner, label="Old", what=["plans"], days=7)
    Share.objects.filter(share_id=old["share"]["id"]).update(ends_at=shares.now_s() - 1)
    mate = User.objects.create_user("mate")
    group = groups.make(ada, "Tuesday class", "Ada", ["days", "sets", "goal"]).group.group_id
    groups.join(mate, groups.invite(ada, group, 1)[0], "Mate", [])
    training_and_body = PARTS["training"] | PARTS["body"]
    return {
        "owner": (owner, ids["coach"], "", frozenset()),
        "coach": (coach, ids["coach"], "", training_and_body),
        "former coach": (former, ids["former coach"], "", frozenset()),
        "not accepted": (waiting, ids["not accepted"], "", frozenset()),
        "too late": (late, ids["too late"], "", frozenset()),
        "stranger": (browser(User.objects.create_user("eve")), ids["coach"], "", frozenset()),
        "group member": (browser(mate), ids["coach"], "", frozenset()),
        "nobody": (browser(), ids["coach"], "", frozenset()),
        "link holder": (browser(), ids["coach"], link, PARTS["plans"]),
        "old link": (browser(), ids["coach"], old["address"].partition("#")[2], frozenset()),
        "guessed link": (browser(), ids["coach"], "x" * 32, frozenset()),
    }


def ask(client, route, share_id, secret):
    parts = {"app": "strong", "provider": "x", "kind": "workout", "doc_id": workout_id(0), "workout": workout_id(0), "exercise": "leg-press-45"}  # fmt: skip
    path = re.sub(r"<int:\w+>", "1", route.path)
    path = re.sub(
        r"<str:(\w+)>",
        lambda part: {
            **parts,
            "share_id": share_id,
            "comment_id": workout_id(0),
            "proposal_id": workout_id(0),
            "group_id": LifterGroup.objects.values_list("group_id", flat=True).first() or workout_id(0),
            "member_id": workout_id(0),
        }[part[1]],
        path,
    )
    return client.generic(
        route.method,
        f"/api/v1/{path}",
        b"{}",
        content_type="application/json",
        headers={"Iron-Share": secret},
    )


def test_every_address_is_listed_here_with_whose_data_it_may_show():
    assert {
        (route.method, route.path) for route in ROUTES
    } == OPEN | OWN | NEEDS | BY_ACCOUNT | BY_LINK | BY_COACH | BY_MEMBER


@pytest.mark.parametrize(
    "caller",
    ["coach", "former coach", "not accepted", "too late", "stranger", "group member", "nobody", "link holder", "old link", "guessed link"],
)  # fmt: skip
def test_nobody_reads_or_changes_at_any_address_what_is_not_shared_with_him(caller, callers, ada):
    client, share_id, secret, kinds = callers[caller]
    before = DjangoStore(ada.pk).seq()
    statuses = {}
    # What ends or accepts something comes last: it changes what the others tell.
    for route in sorted(ROUTES, key=lambda route: route.method == "DELETE" or "accept" in route.path):
        text = ask(client, route, share_id, secret).content.decode()
        statuses[route.method, route.path] = {kind for kind in KINDS if secret_of(kind) in text}
    reading = BY_LINK if secret else BY_ACCOUNT
    reached = set().union(*(statuses[route] for route in reading))
    assert reached == kinds
    assert {route: seen for route, seen in statuses.items() if seen and route not in reading} == {}
    assert DjangoStore(ada.pk).seq() == before


def test_the_owner_reads_every_kind_so_the_walk_would_see_one_that_leaks(callers):
    owner, _, _, _ = callers["owner"]
    text = owner.get("/api/v1/sync/pull").content.decode()
    assert {kind for kind in KINDS if secret_of(kind) in text} == set(KINDS)
    assert secret_of("workout") in owner.get("/api/v1/workouts").content.decode()


def test_one_function_says_who_may_read_which_kind_until_when(ada, bob):
    share(browser(ada), to="bob", what=["training"], days=1)
    now = shares.now_s()
    assert not may_read(AccountViewer(bob.pk), ada.pk, "workout", now)
    accept(browser(bob))
    assert may_read(AccountViewer(bob.pk), ada.pk, "workout", now)
    assert not may_read(AccountViewer(bob.pk), ada.pk, "measurement", now)
    assert not may_read(AccountViewer(bob.pk), ada.pk, "workout", now + 2 * DAY_S)
    assert not may_read(AccountViewer(ada.pk), bob.pk, "workout", now)
    assert not may_read(LinkViewer(""), ada.pk, "workout", now)
    assert {kind for kind in KINDS if may_read(AccountViewer(ada.pk), ada.pk, kind, now)} == set(KINDS)
    assert {kind for kind in KINDS if may_write(AccountViewer(bob.pk), ada.pk, kind, now)} == {"comment"}


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_is_in_one_part_or_is_never_shared(kind):
    parts = [part for part, kinds in PARTS.items() if kind in kinds]
    never = {"settings", "advice", "import", "alias", "dismissal"}
    assert len(parts) == (0 if kind in never else 1)


def test_a_coach_reads_in_pages_and_then_only_what_changed(ada, bob):
    share(browser(ada), to="bob")
    coach = browser(bob)
    path = f"shares/{accept(coach)}/documents"
    first, place, whole = pages(coach, path, limit=2)
    assert whole is True
    assert sorted(kind for kind, _ in first) == [
        "comment",
        "exercise",
        "gym",
        "machine",
        "workout",
        "workout",
    ]
    assert pages(coach, path, place=place)[0] == []
    store(ada, "measurement", {"v": 99})
    store(ada, "gym", {"v": 99, "note": "new"})
    later, _, whole = pages(coach, path, place=place)
    assert (later, whole) == ([("gym", {"v": 99, "note": "new"})], False)


def test_a_place_says_nothing_about_how_much_else_the_lifter_does(ada, bob):
    share(browser(ada), to="bob")
    coach = browser(bob)
    answered = coach.get(f"/api/v1/shares/{accept(coach)}/documents").json()
    assert set(answered["docs"][0]) == {"kind", "id", "rev", "deleted", "body"}
    assert not re.fullmatch(r"[0-9]+", answered["place"])
    secret = share(browser(ada), label="L", what=["training"], days=1)["address"].partition("#")[2]
    _, _, whole = pages(browser(), "shared/documents", place=answered["place"], **{"Iron-Share": secret})
    assert whole is True, "the place of one share is good for no other one"


def test_when_other_parts_are_shared_the_coach_begins_again(ada, bob):
    share(browser(ada), to="bob", what=["training", "body"])
    coach = browser(bob)
    share_id = accept(coach)
    _, place, _ = pages(coach, f"shares/{share_id}/documents")
    assert share(browser(ada), to="BOB", what=["training"])["share"]["id"] == share_id
    documents, _, whole = pages(coach, f"shares/{share_id}/documents", place=place)
    assert whole is True
    assert {kind for kind, _ in documents} == {"workout", "exercise", "machine", "gym", "comment"}


@pytest.mark.parametrize("place", ["nonsense", "é", "%00", "gAAAA" + "x" * 400, "17"])
def test_a_place_that_is_not_the_servers_begins_again(ada, bob, place):
    share(browser(ada), to="bob")
    coach = browser(bob)
    _, _, whole = pages(coach, f"shares/{accept(coach)}/documents", place=place)
    assert whole is True


def test_what_ended_is_a_410_with_a_cure_and_what_never_was_the_same(ada, bob):
    owner, coach = browser(ada), browser(bob)
    share(owner, to="bob")
    share_id = accept(coach)
    assert owner.delete(f"/api/v1/shares/{share_id}").json() == {"ended": True}
    answers = [coach.get(f"/api/v1/shares/{each}/documents") for each in (share_id, str(uuid4()), "x")]
    assert {answered.status_code for answered in answers} == {410}
    assert {answered.json()["error"]["sentence"] for answered in answers} == {
        "This log is not shared with you any more. Ask its owner to share it again."
    }
    assert owner.delete(f"/api/v1/shares/{share_id}").status_code == 404


def test_a_coach_declines_or_gives_back(ada, bob):
    owner, coach = browser(ada), browser(bob)
    share(owner, to="bob")
    [waiting] = coach.get("/api/v1/shares").json()["received"]
    assert (waiting["owner"], waiting["state"], waiting["what"]) == ("ada", "waiting", ["training"])
    assert coach.delete(f"/api/v1/shares/{waiting['id']}").json() == {"ended": True}
    assert owner.get("/api/v1/shares").json()["given"] == []
    assert coach.post(f"/api/v1/shares/{waiting['id']}/accept").status_code == 410


def test_a_stranger_ends_no_share_of_others(ada, bob):
    made = share(browser(ada), to="bob")
    eve = browser(User.objects.create_user("eve"))
    assert eve.delete(f"/api/v1/shares/{made['share']['id']}").status_code == 404
    assert eve.post(f"/api/v1/shares/{made['share']['id']}/accept").status_code == 410
    assert len(browser(ada).get("/api/v1/shares").json()["given"]) == 1


def test_a_link_says_whose_log_it_opens_and_is_stored_as_a_digest_alone(ada):
    owner = browser(ada)
    made = share(owner, label="Physio", what=["training", "plans"], days=7)
    address, _, secret = made["address"].partition("#")
    assert address == "http://localhost/app/shared"
    assert secret not in [str(value) for value in Share.objects.values_list().get()]
    guest = browser()
    statuses = guest.get("/api/v1/shared", headers={"Iron-Share": secret}).json()
    assert (statuses["owner"], statuses["what"], statuses["state"]) == (
        "ada",
        ["training", "plans"],
        "active",
    )
    assert guest.get("/api/v1/shared/documents", headers={"Iron-Share": secret}).status_code == 200
    assert owner.get("/api/v1/shares").json()["given"][0]["read_on"] == clock.utc_now()[:10]
    owner.delete(f"/api/v1/shares/{made['share']['id']}")
    refused = guest.get("/api/v1/shared", headers={"Iron-Share": secret})
    assert refused.status_code == 410
    assert refused.json()["error"]["sentence"] == "This link has ended. Ask who sent it to you for a new one."


@pytest.mark.parametrize(
    ("asked", "status", "sentence"),
    [
        ({"to": "ADA"}, 400, "your own name"),
        ({"to": "nobody"}, 404, "Check the spelling, or make a link"),
        ({"to": "bob", "what": []}, 400, "at least one thing"),
        ({"to": "bob", "label": "L"}, 400, "send one of them"),
        ({}, 400, "send one of them"),
        ({"label": "L"}, 400, "Say after how many"),
        ({"label": "L", "days": 367}, 400, "Say after how many"),
        ({"label": " ", "days": 3}, 400, "Give the link a name"),
        ({"to": "bob", "days": 0}, 400, "days"),
        ({"to": "bob", "what": ["settings"]}, 400, "what"),
    ],
)
def test_what_cannot_be_shared_is_refused_with_a_cure(ada, bob, asked, status, sentence):
    body = {"what": ["training"], **asked}
    answered = browser(ada).post("/api/v1/shares", body, content_type="application/json")
    assert answered.status_code == status
    assert sentence in answered.json()["error"]["sentence"]
    assert not Share.objects.exists()


def test_names_are_not_tried_out_by_the_dozen(ada, bob):
    owner = browser(ada)
    statuses = [
        owner.post("/api/v1/shares", {"what": ["training"], "to": name}, content_type="application/json").status_code
        for name in [*(f"guess{n}" for n in range(11)), "bob"]
    ]  # fmt: skip
    assert statuses == [404] * 10 + [403, 403]


def test_no_more_than_fifty_shares(ada, bob):
    owner = browser(ada)
    made = share(owner, to="bob")["share"]
    for n in range(shares.MOST - 1):
        share(owner, label=f"L{n}", days=1)
    body = {"what": ["training"], "label": "one more", "days": 1}
    assert owner.post("/api/v1/shares", body, content_type="application/json").status_code == 409
    assert share(owner, to="bob", what=["body"])["share"]["id"] == made["id"], "a change is no further share"


def test_a_disabled_account_neither_reads_nor_shows(ada, bob):
    share(browser(ada), to="bob")
    coach = browser(bob)
    path = f"/api/v1/shares/{accept(coach)}/documents"
    User.objects.filter(pk=ada.pk).update(is_active=False)
    assert coach.get(path).status_code == 410
    User.objects.filter(pk=ada.pk).update(is_active=True)
    assert coach.get(path).status_code == 200


@pytest.mark.parametrize("who", ["ada", "bob"])
def test_a_deleted_account_leaves_no_share_on_either_side(ada, bob, who):
    share(browser(ada), to="bob")
    share(browser(bob), to="ada")
    service.delete_account(User.objects.get(username=who))
    assert not Share.objects.exists()


def test_sharing_is_in_the_audit_log_without_secrets(ada, bob, caplog):
    caplog.set_level("INFO", logger="iron.audit")
    owner, coach = browser(ada), browser(bob)
    share(owner, to="bob")
    share_id = accept(coach)
    secret = share(owner, label="Physio", days=1)["address"].partition("#")[2]
    coach.delete(f"/api/v1/shares/{share_id}")
    lines = [row.getMessage() for row in caplog.records if row.name == "iron.audit"]
    events = [line.split()[0] for line in lines]
    assert [event for event in events if event.startswith("share")] == [
        "share-made", "share-accepted", "share-link-made", "share-given-back"
    ]  # fmt: skip
    assert secret not in "".join(lines)


def say(client, share_id, text="Feet lower", **more):
    """Comment on the lifter's workout; the answer."""
    sent = {
        "op_id": str(uuid4()),
        "id": str(uuid4()),
        "workout": workout_id(0),
        "text": text,
        "at": AT[:-1],
        **more,
    }
    path = f"/api/v1/shares/{share_id}/comments"
    return client.post(path, sent, content_type="application/json"), sent


def comments_of(user):
    rows = DjangoStore(user.pk).all("comment")
    return [body for row in rows if (body := json.loads(row.body))["v"] == 1]


def test_a_coach_comments_under_his_own_name_and_the_lifter_syncs_it(ada, bob):
    share(browser(ada), to="bob")
    coach = browser(bob)
    share_id = accept(coach)
    answered, sent = say(coach, share_id, entry="e", set="s", offset=60)
    assert answered.json() == {"stored": True}
    [comment] = comments_of(ada)
    about = {key: sent[key] for key in ("workout", "entry", "set", "text", "at", "offset")}
    assert comment == {"v": 1, **about, "by": service.account_id(bob), "author": "bob"}
    pulled = browser(ada).get("/api/v1/sync/pull").json()["docs"]
    assert comment in [doc["body"] for doc in pulled]
    read, _, _ = pages(coach, f"shares/{share_id}/documents")
    assert ("comment", comment) in read


def test_a_comment_sent_again_is_there_once_and_its_writer_takes_it_back(ada, bob):
    share(browser(ada), to="bob")
    coach = browser(bob)
    share_id = accept(coach)
    _, sent = say(coach, share_id)
    again, _ = say(coach, share_id, op_id=sent["op_id"], id=sent["id"])
    assert again.status_code == 200
    assert len(comments_of(ada)) == 1
    path = f"/api/v1/shares/{share_id}/comments/{sent['id']}"
    assert [coach.delete(path).json(), coach.delete(path).json()] == [{"deleted": True}] * 2
    assert comments_of(ada) == []


def test_nobody_changes_or_deletes_the_comment_of_another(ada, bob):
    share(browser(ada), to="bob")
    other = User.objects.create_user("carl")
    share(browser(ada), to="carl")
    coach, second = browser(bob), browser(other)
    _, sent = say(coach, accept(coach))
    second_id = accept(second)
    assert say(second, second_id, id=sent["id"])[0].status_code == 403
    assert second.delete(f"/api/v1/shares/{second_id}/comments/{sent['id']}").status_code == 403
    store(ada, "comment", {"v": 1, "workout": workout_id(0), "text": "mine", "at": AT[:-1]}, workout_id(7))
    assert second.delete(f"/api/v1/shares/{second_id}/comments/{workout_id(7)}").status_code == 403
    assert sorted(comment["text"] for comment in comments_of(ada)) == ["Feet lower", "mine"]


def test_a_coach_who_was_removed_while_he_wrote_is_told_so(ada, bob):
    owner, coach = browser(ada), browser(bob)
    share(owner, to="bob")
    share_id = accept(coach)
    _, sent = say(coach, share_id)
    owner.delete(f"/api/v1/shares/{share_id}")
    refused, _ = say(coach, share_id, "too late")
    assert (refused.status_code, refused.json()["error"]["code"]) == (410, "share_ended")
    assert coach.delete(f"/api/v1/shares/{share_id}/comments/{sent['id']}").status_code == 410
    assert [comment["text"] for comment in comments_of(ada)] == ["Feet lower"]


@pytest.mark.parametrize("change", ["revoked", "expired", "other parts", "disabled"])
@pytest.mark.parametrize("write", ["comment", "take back"])
def test_what_ends_between_the_check_and_the_write_stores_nothing(ada, bob, monkeypatch, change, write):
    share(browser(ada), to="bob")
    coach = browser(bob)
    share_id = accept(coach)
    _, before = say(coach, share_id)
    rows = Share.objects.filter(share_id=share_id)
    get = DjangoStore.get

    def lifter_is_faster(self, kind, ident):
        if change == "revoked":
            rows.delete()
        elif change == "expired":
            rows.update(ends_at=shares.now_s() - 1)
        elif change == "other parts":
            rows.update(parts="body")
        else:
            User.objects.filter(pk=bob.pk).update(is_active=False)
        return get(self, kind, ident)

    monkeypatch.setattr(DjangoStore, "get", lifter_is_faster)
    if write == "comment":
        refused, _ = say(coach, share_id, "too late")
    else:
        refused = coach.delete(f"/api/v1/shares/{share_id}/comments/{before['id']}")
    assert (refused.status_code, refused.json()["error"]["code"]) == (410, "share_ended")
    assert [comment["text"] for comment in comments_of(ada)] == ["Feet lower"]


@pytest.mark.parametrize(
    "caller",
    [
        "owner",
        "former coach",
        "not accepted",
        "too late",
        "stranger",
        "group member",
        "nobody",
        "link holder",
    ],
)
def test_nobody_but_a_coach_writes_into_a_journal_whatever_he_sends(caller, callers, ada):
    coach, coach_share, _, _ = callers["coach"]
    _, sent = say(coach, coach_share)
    client, share_id, secret, _ = callers[caller]
    seq = DjangoStore(ada.pk).seq()
    proposal = {
        "op_id": str(uuid4()),
        "id": str(uuid4()),
        "what": "program",
        "name": "x",
        "at": AT[:-1],
        "text": {},
    }
    comment = {
        "op_id": str(uuid4()),
        "id": str(uuid4()),
        "workout": workout_id(0),
        "text": "x",
        "at": AT[:-1],
    }
    asked = [
        ("POST", "comments", comment),
        # As an offline phone sends it that knew the share when it was written.
        ("POST", "comments", {**sent, "text": "another text"}),
        ("POST", "proposals", proposal),
        ("DELETE", f"comments/{sent['id']}", {}),
        ("DELETE", f"proposals/{sent['id']}", {}),
    ]
    for method, path, body in asked:
        refused = client.generic(
            method,
            f"/api/v1/shares/{share_id}/{path}",
            json.dumps(body),
            content_type="application/json",
            headers={"Iron-Share": secret},
        )
        assert refused.status_code in {401, 410}, (path, refused.content)
    assert DjangoStore(ada.pk).seq() == seq


def key_of(user, *, writes):
    _, key = tokens.make(user, "laptop", writes=writes)
    return Client(headers={"host": "localhost", "Authorization": f"Bearer {key}"})


def allowed_by(user):
    """A remote assistant with the access token of a lifter who allowed it to read and to log."""
    _, issued = connected(browser(user), Client(headers={"host": "localhost"}))
    return Client(headers={"host": "localhost", "Authorization": f"Bearer {issued['access_token']}"})


def mcp(client, method, **params):
    """One call to the assistant's address; what it answers as text."""
    body = {"jsonrpc": "2.0", "id": 1, "method": method, "params": params}
    accepts = {"accept": "application/json, text/event-stream"}
    return client.post("/mcp", body, content_type="application/json", headers=accepts).content.decode()


ADAS_DAY = "2016-01-04"  # of her workout: in every answer that shows it


def told_by_tools(client):
    """Names of the tools of an assistant whose answers show a document of ada's, whatever they are asked."""
    tools = json.loads(mcp(client, "tools/list"))["result"]["tools"]
    assert len(tools) > 5
    values = {
        "exercise": "leg-press-45",
        "name": "leg press",
        "id": workout_id(0),
        "workout": workout_id(0),
        "sql": "SELECT * FROM sets",
    }
    names = set()
    for tool in tools:
        properties = tool["inputSchema"].get("properties", {})
        for arguments in ({}, {name: values[name] for name in properties if name in values}):
            text = mcp(client, "tools/call", name=tool["name"], arguments=arguments)
            if any(sign in text for sign in (ADAS_DAY, *map(secret_of, KINDS))):
                names.add(tool["name"])
    return names


def told_by_routes(client, share_id):
    """The addresses of the API whose answers show a document of ada's."""
    texts = {
        (route.method, route.path): ask(client, route, share_id, "").content.decode() for route in ROUTES
    }
    return {route for route, text in texts.items() if any(secret_of(kind) in text for kind in KINDS)}


# A writing key opens every address and tool that a reading one opens, and more of them.
@pytest.mark.parametrize("name", ["bob", "former", "waiting", "late", "eve", "mate"])
def test_a_key_and_an_assistant_of_another_show_nothing_of_a_journal_not_even_of_what_is_shared(
    callers, ada, name
):
    _, share_id, _, _ = callers["coach"]
    client = key_of(User.objects.get(username=name), writes=True)
    seq = DjangoStore(ada.pk).seq()
    assert told_by_routes(client, share_id) == set()
    assert told_by_tools(client) == set()
    assert DjangoStore(ada.pk).seq() == seq


@pytest.mark.parametrize("name", ["bob", "former", "eve"])
def test_an_assistant_that_another_allowed_shows_nothing_of_a_journal_not_even_of_what_is_shared(
    callers, ada, name
):
    _, share_id, _, _ = callers["coach"]
    client = allowed_by(User.objects.get(username=name))
    seq = DjangoStore(ada.pk).seq()
    assert told_by_routes(client, share_id) == set()
    assert told_by_tools(client) == set()
    assert DjangoStore(ada.pk).seq() == seq


def test_an_assistant_that_the_owner_allowed_reads_by_its_tools_and_by_no_other_address(callers, ada):
    _, share_id, _, _ = callers["coach"]
    client = allowed_by(ada)
    assert told_by_routes(client, share_id) == set()
    needing = [route for route in ROUTES if route.account]
    assert {ask(client, route, share_id, "").status_code for route in needing} == {401}
    assert {"sets", "workouts"} <= told_by_tools(client)


def test_the_walk_of_the_assistants_tools_would_see_a_workout(ada):
    assert told_by_tools(key_of(ada, writes=True))


def test_who_reads_no_training_cannot_comment(ada, bob):
    share(browser(ada), to="bob", what=["body"])
    coach = browser(bob)
    assert say(coach, accept(coach))[0].status_code == 410
    assert comments_of(ada) == []


@pytest.mark.parametrize(
    ("wrong", "status", "sentence"),
    [
        ({"workout": str(uuid4())}, 404, "was deleted meanwhile"),
        ({"workout": "x"}, 400, "not a UUID"),
        ({"op_id": "x"}, 400, "not a UUID"),
        ({"text": ""}, 400, "text"),
        ({"text": "x" * 2001}, 400, "text"),
        ({"at": "yesterday"}, 400, "at"),
        ({"at": "2026-13-99T00:00:00"}, 400, "at"),
        ({"by": "somebody"}, 400, "by"),
        ({"offset": 1500}, 400, "offset"),
    ],
)
def test_a_comment_that_cannot_be_kept_is_refused(ada, bob, wrong, status, sentence):
    share(browser(ada), to="bob")
    coach = browser(bob)
    refused, _ = say(coach, accept(coach), **wrong)
    assert refused.status_code == status
    assert sentence in refused.json()["error"]["sentence"]
    assert comments_of(ada) == []


def test_the_snapshot_of_what_is_shared_is_that_of_the_owner_without_marked_days(ada, bob):
    share(browser(ada), to="bob", what=["training", "body"])
    coach = browser(bob)
    path = f"/api/v1/shares/{accept(coach)}/snapshot?at={AT[:-1]}"
    shared, own = coach.get(path).json(), browser(ada).get(f"/api/v1/snapshot?at={AT[:-1]}").json()
    assert list(shared["lines"]) != []
    assert shared == own


def test_the_lent_snapshot_follows_each_change_and_reads_only_that(ada, bob):
    share(browser(ada), to="bob", what=["training", "body"])
    coach = browser(bob)
    path = f"/api/v1/shares/{accept(coach)}/snapshot?at={AT[:-1]}"
    coach.get(path)
    row = next(row for row in DjangoStore(ada.pk).all("workout") if b'"entries"' in row.body)
    body = json.loads(row.body)
    body["entries"][0]["sets"] = [{**each, "reps": each["reps"] + 3} for each in body["entries"][0]["sets"]]
    DjangoStore(ada.pk).push(
        [Op(clock.fresh_id(), "workout", row.id, row.rev, json.dumps(body).encode())], "phone", AT
    )
    with CaptureQueriesContext(connection) as seen:
        shared = coach.get(path).json()
    assert shared == browser(ada).get(f"/api/v1/snapshot?at={AT[:-1]}").json()
    assert not [query for query in seen if "ORDER BY kind, id" in query["sql"]]  # nothing was read whole


def test_who_reads_no_training_gets_no_snapshot(ada, bob):
    share(browser(ada), to="bob", what=["body", "plans"])
    coach = browser(bob)
    assert coach.get(f"/api/v1/shares/{accept(coach)}/snapshot").status_code == 410
