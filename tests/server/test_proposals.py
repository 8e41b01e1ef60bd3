"""What a coach proposes to a lifter who shares plans: stored under his name, answered by the lifter alone."""

from __future__ import annotations

import json
from uuid import uuid4

import pytest
from test_sharing import accept, ada, bob, browser, pages, share, store
from training_years import workout_id

from iron.records.revisions import Op
from iron.server.accounts import service
from iron.server.accounts.models import User
from iron.server.sharing import proposing
from iron.server.storage.django_store import DjangoStore
from iron.values import clock

__all__ = ["ada", "bob"]

pytestmark = pytest.mark.django_db(transaction=True)
AT = "2026-11-22T18:05:00"
PROGRAM = {"format": 2, "name": "Three squats", "days": []}
BLOCK_ID = workout_id(3)
CHANGE = {"do": "change", "ahead": True, "slot": "w1d0s0", "values": {"sets": 5}}


@pytest.fixture
def coach(ada, bob):
    """bob, who may read ada's plans; with the id of the share."""
    share(browser(ada), to="bob", what=["training", "plans"])
    client = browser(bob)
    return client, accept(client)


def propose(client, share_id, **more):
    """Propose something; the answer and what was sent."""
    sent = {
        "op_id": str(uuid4()),
        "id": str(uuid4()),
        "what": "program",
        "name": "Three squats",
        "at": AT,
        "text": PROGRAM,
    }
    sent = {key: value for key, value in {**sent, **more}.items() if value is not None}
    path = f"/api/v1/shares/{share_id}/proposals"
    return client.post(path, sent, content_type="application/json"), sent


def proposals_of(user):
    rows = DjangoStore(user.pk).all("proposal")
    return [body for row in rows if (body := json.loads(row.body))["v"] == 1]


def answer(user, ident, **words):
    """The lifter's phone stores what he says."""
    row = DjangoStore(user.pk).get("proposal", ident)
    body = {**json.loads(row.body), **words}
    op = Op(clock.fresh_id(), "proposal", ident, row.rev, json.dumps(body).encode())
    [result] = DjangoStore(user.pk).push([op], "phone", f"{AT}Z")
    assert result.error is None, result.error


def test_a_coach_proposes_a_program_under_his_own_name_and_the_lifter_syncs_it(ada, bob, coach):
    client, share_id = coach
    answered, sent = propose(client, share_id, note="Your squat needs it")
    assert answered.json() == {"stored": True}
    [proposal] = proposals_of(ada)
    about = {key: sent[key] for key in ("what", "name", "at", "text", "note")}
    assert proposal == {"v": 1, **about, "by": service.account_id(bob), "author": "bob"}
    pulled = browser(ada).get("/api/v1/sync/pull").json()["docs"]
    assert proposal in [doc["body"] for doc in pulled]
    read, _, _ = pages(client, f"shares/{share_id}/documents")
    assert ("proposal", proposal) in read


def test_a_proposal_changes_no_plan_by_itself(ada, coach):
    client, share_id = coach
    store(ada, "block", {"v": 1, "name": "Legs", "start": "2026-11-23"}, BLOCK_ID)
    before = {kind: [row.body for row in DjangoStore(ada.pk).all(kind)] for kind in ("block", "run", "program")}  # fmt: skip
    answered, _ = propose(client, share_id, what="block", target=BLOCK_ID, text=None, edits=[CHANGE])
    assert answered.status_code == 200
    assert {kind: [row.body for row in DjangoStore(ada.pk).all(kind)] for kind in before} == before


def test_a_proposal_sent_again_is_there_once_also_after_the_answer(ada, coach):
    client, share_id = coach
    _, sent = propose(client, share_id)
    answer(ada, sent["id"], answer="declined", answered_at=AT, reply="Too much")
    again, _ = propose(client, share_id, op_id=sent["op_id"], id=sent["id"])
    other, _ = propose(client, share_id, id=sent["id"], name="Something else")
    assert [again.status_code, other.status_code] == [200, 200]
    [proposal] = proposals_of(ada)
    assert (proposal["name"], proposal["answer"], proposal["reply"]) == (
        "Three squats",
        "declined",
        "Too much",
    )


def test_a_coach_withdraws_a_proposal_until_it_is_answered(ada, coach):
    client, share_id = coach
    _, first = propose(client, share_id)
    path = f"/api/v1/shares/{share_id}/proposals"
    assert client.delete(f"{path}/{first['id']}").json() == {"deleted": True}
    assert client.delete(f"{path}/{first['id']}").json() == {"deleted": True}
    assert proposals_of(ada) == []
    _, second = propose(client, share_id)
    answer(ada, second["id"], answer="accepted", answered_at=AT)
    refused = client.delete(f"{path}/{second['id']}")
    assert refused.status_code == 409
    assert "answered already" in refused.json()["error"]["sentence"]
    assert len(proposals_of(ada)) == 1


def test_an_answer_given_without_signal_outlives_a_withdrawal(ada, coach):
    client, share_id = coach
    _, sent = propose(client, share_id)
    row = DjangoStore(ada.pk).get("proposal", sent["id"])
    client.delete(f"/api/v1/shares/{share_id}/proposals/{sent['id']}")
    body = {**json.loads(row.body), "answer": "accepted", "answered_at": AT}
    late = Op(clock.fresh_id(), "proposal", sent["id"], row.rev, json.dumps(body).encode())
    [result] = DjangoStore(ada.pk).push([late], "phone", f"{AT}Z")
    assert result.error is None
    assert proposals_of(ada) == [body]


def test_nobody_changes_or_withdraws_the_proposal_of_another(ada, coach):
    client, share_id = coach
    _, sent = propose(client, share_id)
    share(browser(ada), to=User.objects.create_user("carl").username, what=["plans"])
    second = browser(User.objects.get(username="carl"))
    second_id = accept(second)
    assert propose(second, second_id, id=sent["id"])[0].status_code == 403
    assert second.delete(f"/api/v1/shares/{second_id}/proposals/{sent['id']}").status_code == 403
    assert [proposal["author"] for proposal in proposals_of(ada)] == ["bob"]


def test_who_reads_no_plans_cannot_propose(ada, bob):
    share(browser(ada), to="bob", what=["training", "body"])
    client = browser(bob)
    share_id = accept(client)
    refused, sent = propose(client, share_id)
    assert (refused.status_code, refused.json()["error"]["code"]) == (410, "share_ended")
    assert client.delete(f"/api/v1/shares/{share_id}/proposals/{sent['id']}").status_code == 410
    assert proposals_of(ada) == []


def test_a_coach_who_was_removed_proposes_nothing_and_what_he_proposed_stays(ada, coach):
    client, share_id = coach
    _, sent = propose(client, share_id)
    browser(ada).delete(f"/api/v1/shares/{share_id}")
    assert propose(client, share_id)[0].status_code == 410
    assert client.delete(f"/api/v1/shares/{share_id}/proposals/{sent['id']}").status_code == 410
    assert len(proposals_of(ada)) == 1


def test_so_many_proposals_wait_and_no_more(ada, coach):
    client, share_id = coach
    for _ in range(proposing.MOST_OPEN):
        _, sent = propose(client, share_id)
    refused, _ = propose(client, share_id)
    assert refused.status_code == 409
    assert "Withdraw one of them first" in refused.json()["error"]["sentence"]
    answer(ada, sent["id"], answer="declined", answered_at=AT)
    assert propose(client, share_id)[0].status_code == 200


@pytest.mark.parametrize(
    ("wrong", "status", "sentence"),
    [
        ({"op_id": "x"}, 400, "not a UUID"),
        ({"id": "x"}, 400, "not a UUID"),
        ({"text": None}, 400, "without text"),
        ({"name": ""}, 400, "name"),
        ({"note": "x" * 2001}, 400, "note"),
        ({"at": "2026-13-99T00:00:00"}, 400, "not a date and time"),
        ({"what": "advice"}, 400, "what"),
        ({"by": "somebody"}, 400, "by"),
        ({"answer": "accepted"}, 400, "answer"),
        ({"what": "run", "target": str(uuid4())}, 404, "was deleted meanwhile"),
        ({"what": "run"}, 400, "without target"),
        ({"what": "block", "text": None, "target": BLOCK_ID}, 400, "without edits"),
        ({"what": "block", "text": None, "target": BLOCK_ID, "edits": []}, 400, "edits"),
        ({"what": "block", "target": BLOCK_ID, "edits": [{**CHANGE, "values": None}]}, 400, "lacks its values"),
        ({"what": "block", "target": BLOCK_ID, "edits": [{**CHANGE, "values": {"sets": 0}}]}, 400, "sets"),
        ({"what": "block", "target": BLOCK_ID, "edits": [{"do": "remove", "ahead": True}]}, 400, "lacks its slot"),
        (
            {
                "what": "block",
                "target": BLOCK_ID,
                "edits": [{"do": "add", "ahead": True, "day": "w0d0", "key": "x", "values": {"sets": 3}}],
            },
            400,
            "lacks its exercise",
        ),
    ],
)  # fmt: skip
def test_a_proposal_that_cannot_be_kept_is_refused(ada, coach, wrong, status, sentence):
    client, share_id = coach
    store(ada, "block", {"v": 1, "name": "Legs", "start": "2026-11-23"}, BLOCK_ID)
    refused, _ = propose(client, share_id, **wrong)
    assert refused.status_code == status, refused.content
    assert sentence in refused.json()["error"]["sentence"]
    assert proposals_of(ada) == []
