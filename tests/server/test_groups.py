"""Groups: who sees which board, what each member shows of his weeks, and what is gone when it ends."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest
from django.test import Client

from iron.records.revisions import Op
from iron.server.accounts import service
from iron.server.accounts.models import User
from iron.server.sharing import groups, shares
from iron.server.sharing.models import GroupMember, LifterGroup
from iron.server.sharing.permission import membership
from iron.server.storage.django_store import DjangoStore
from iron.values import clock

pytestmark = pytest.mark.django_db(transaction=True)
ALL = ["days", "sets", "goal"]
TODAY = "2026-11-26T18:00:00"
MONDAY = date(2026, 11, 23)
NOTHING = {"days": None, "sets": None, "goal_reached": None}


def browser(user=None):
    client = Client(raise_request_exception=False, headers={"host": "localhost"})
    if user is not None:
        client.force_login(user)
    return client


def post(client, path, **body):
    return client.post(f"/api/v1/{path}", body, content_type="application/json")


def refusal(answered):
    error = answered.json()["error"]
    return answered.status_code, error["code"], error["sentence"]


def make(client, name="Tuesday class", shown_as="Ada", shows=ALL):
    answered = post(client, "groups", name=name, shown_as=shown_as, shows=shows)
    assert answered.status_code == 200, answered.content
    return answered.json()["id"]


def invite(client, group, days=7):
    answered = post(client, f"groups/{group}/invitation", days=days)
    assert answered.status_code == 200, answered.content
    return answered.json()["code"]


def join(client, code, shown_as="Bob", shows=ALL):
    return post(client, "groups/join", code=code, shown_as=shown_as, shows=shows)


def board(client, group):
    answered = client.get(f"/api/v1/groups/{group}/board")
    assert answered.status_code == 200, answered.content
    return answered.json()


def rows(client, group):
    return {row["name"]: (row["this_week"], row["last_week"]) for row in board(client, group)["rows"]}


def store(user, kind, body, ident=None):
    op = Op(clock.fresh_id(), kind, ident or clock.fresh_id(), 0, json.dumps({"v": 1, **body}).encode())
    [result] = DjangoStore(user.pk).push([op], "phone", clock.utc_now())
    assert result.error is None, result.error


def train(user, day, *kinds, note="secret of the workout"):
    """A workout on a day with a set of each kind."""
    sets = [
        {"id": f"s{n}", "order": f"a{n}", "kind": kind, "reps": 8, "load": {"value": 77.25, "unit": "kg"}}
        for n, kind in enumerate(kinds)
    ]
    entry = {"id": "e", "order": "a", "exercise": "leg-press-45", "sets": sets}
    store(user, "workout", {"start": f"{day.isoformat()}T00:00:01", "note": note, "entries": [entry]})


@pytest.fixture(autouse=True)
def today(monkeypatch):
    """Where the lifters are it is a Thursday."""
    monkeypatch.setattr("iron.server.sharing.board.local_now", lambda utc_offset: TODAY)


@pytest.fixture
def ada(db):
    return User.objects.create_user("ada-account")


@pytest.fixture
def bob(db):
    return User.objects.create_user("bob-account")


@pytest.fixture
def group(ada, bob):
    """A group that ada made and bob joined."""
    made = make(browser(ada))
    assert join(browser(bob), invite(browser(ada), made)).status_code == 200
    return made


def test_the_board_counts_days_working_sets_and_the_own_goal_of_this_week_and_the_last(ada, bob, group):
    train(ada, MONDAY, "warm-up", "working", "working")
    train(ada, MONDAY - timedelta(days=7), "working", "drop")
    train(ada, MONDAY - timedelta(days=6), "working")
    train(ada, MONDAY - timedelta(days=8), "working")
    store(
        ada, "settings", {"week_goal": {"count": 2, "what": "days"}}, "00000000-0000-7000-8000-000000000001"
    )
    assert rows(browser(bob), group) == {
        "Ada": (
            {"days": 1, "sets": 2, "goal_reached": False},
            {"days": 2, "sets": 3, "goal_reached": True},
        ),
        "Bob": ({"days": 0, "sets": 0, "goal_reached": False},) * 2,
    }


def test_a_workout_more_is_on_the_board_at_once(ada, bob, group):
    assert rows(browser(bob), group)["Ada"][0]["sets"] == 0
    train(ada, MONDAY, "working")
    assert rows(browser(bob), group)["Ada"][0]["sets"] == 1


@pytest.mark.parametrize(
    ("shows", "week"),
    [
        ([], None),
        (["days"], {**NOTHING, "days": 1}),
        (["sets"], {**NOTHING, "sets": 2}),
        (["goal"], {**NOTHING, "goal_reached": True}),
        (["sets", "days"], {**NOTHING, "sets": 2, "days": 1}),
    ],
)
def test_each_member_shows_what_he_chose_and_no_more(ada, bob, group, shows, week):
    train(ada, MONDAY, "working", "working")
    store(
        ada, "settings", {"week_goal": {"count": 2, "what": "sets"}}, "00000000-0000-7000-8000-000000000001"
    )
    changed = post(browser(ada), f"groups/{group}/me", shown_as="A.", shows=shows)
    assert set(changed.json()["shows"]) == set(shows)
    assert rows(browser(bob), group)["A."][0] == week


def test_a_member_reads_nothing_else_of_another(ada, bob, group):
    train(ada, MONDAY, "working")
    answered = json.dumps(board(browser(bob), group)["rows"])
    for secret in (
        "secret of the workout",
        "77.25",
        "leg-press-45",
        ada.username,
        bob.username,
        str(MONDAY),
    ):
        assert secret not in answered
    assert set(board(browser(bob), group)["rows"][0]) == {
        "member", "name", "is_you", "is_maker", "this_week", "last_week"
    }  # fmt: skip


def test_the_board_is_in_the_order_of_names_whoever_trained_more(ada, bob, group):
    train(bob, MONDAY, "working", "working")
    zoe, carl = User.objects.create_user("z"), User.objects.create_user("c")
    code = invite(browser(ada), group)
    join(browser(zoe), code, "zoe")
    join(browser(carl), code, "Carl")
    seen = board(browser(carl), group)
    assert [row["name"] for row in seen["rows"]] == ["Ada", "Bob", "Carl", "zoe"]
    assert [row["is_you"] for row in seen["rows"]] == [False, False, True, False]
    assert [row["is_maker"] for row in seen["rows"]] == [True, False, False, False]


def test_stranger_former_member_member_and_maker_may_do_what_is_theirs_at_every_address(ada, bob, group):
    former, stranger = User.objects.create_user("former"), User.objects.create_user("eve")
    join(browser(former), invite(browser(ada), group), "Former")
    browser(former).delete(f"/api/v1/groups/{group}/me")
    bobs = GroupMember.objects.get(user_id=bob.pk).member_id
    member = {"shown_as": "New", "shows": []}
    walk = [
        ("GET", f"groups/{group}/board", {}),
        ("POST", f"groups/{group}/me", member),
        ("POST", f"groups/{group}/invitation", {"days": 1}),
        ("DELETE", f"groups/{group}/invitation", {}),
        ("DELETE", f"groups/{group}/members/{bobs}", {}),
        ("DELETE", f"groups/{group}", {}),
        ("DELETE", f"groups/{group}/me", {}),
    ]

    def statuses(user):
        client = browser(user)
        return [
            client.generic(method, f"/api/v1/{path}", json.dumps(body), content_type="application/json").status_code
            for method, path, body in walk
        ]  # fmt: skip

    assert statuses(None) == [401] * 7
    assert statuses(stranger) == [410] * 7
    assert statuses(former) == [410] * 7
    assert GroupMember.objects.count() == 2, "nothing was changed by them"
    assert statuses(bob) == [200, 200, 403, 403, 403, 403, 200]
    assert statuses(ada) == [200, 200, 200, 200, 404, 200, 410]


def test_one_function_says_who_sees_a_group(ada, bob, group):
    stranger = User.objects.create_user("eve")
    assert membership(stranger.pk, group) is None
    seen, made = membership(bob.pk, group), membership(ada.pk, group)
    assert seen is not None
    assert made is not None
    assert (seen.is_maker, made.is_maker) == (False, True)
    User.objects.filter(pk=bob.pk).update(is_active=False)
    assert membership(bob.pk, group) is None
    made = membership(ada.pk, group)
    assert made is not None
    assert [row.shown_as for row in made.members] == ["Ada"], "a disabled account shows nothing"


def test_who_is_not_in_it_gets_the_same_410_for_a_group_that_is_there_and_one_that_never_was(ada, bob, group):
    eve = browser(User.objects.create_user("eve"))
    paths = (group, clock.fresh_id(), "x")
    assert {refusal(eve.get(f"/api/v1/groups/{path}/board")) for path in paths} == {
        (410, "group_ended", "You are not in this group any more. To come back, ask for an invitation.")
    }


def test_leaving_removes_at_once_what_was_shown(ada, bob, group):
    assert browser(bob).delete(f"/api/v1/groups/{group}/me").json() == {"left": True}
    assert set(rows(browser(ada), group)) == {"Ada"}
    assert not GroupMember.objects.filter(user_id=bob.pk).exists()
    assert browser(bob).get("/api/v1/groups").json() == {"groups": []}


def test_who_was_removed_does_not_come_back_by_the_same_code(ada, bob, group):
    code = invite(browser(ada), group)
    [row] = [row for row in board(browser(ada), group)["rows"] if row["name"] == "Bob"]
    path = f"/api/v1/groups/{group}/members/{row['member']}"
    assert browser(ada).delete(path).json() == {"removed": True}
    assert browser(ada).delete(path).status_code == 404
    assert browser(bob).get(f"/api/v1/groups/{group}/board").status_code == 410
    assert join(browser(bob), code).status_code == 404


def test_deleting_a_group_leaves_nothing_of_it(ada, bob, group):
    code = invite(browser(ada), group)
    assert browser(ada).delete(f"/api/v1/groups/{group}").json() == {"deleted": True}
    assert not GroupMember.objects.exists()
    assert not LifterGroup.objects.exists()
    assert join(browser(bob), code).status_code == 404


def test_who_made_a_group_deletes_it_instead_of_leaving(ada, group):
    own = GroupMember.objects.get(user_id=ada.pk).member_id
    for path in ("me", f"members/{own}"):
        assert refusal(browser(ada).delete(f"/api/v1/groups/{group}/{path}")) == (
            409, "conflict", "You made this group, so it cannot go on without you. Delete it instead."
        )  # fmt: skip


@pytest.mark.parametrize(("shown_as", "left"), [("Ada", 0), ("Bob", 1)])
def test_a_deleted_account_is_in_no_group_and_what_it_made_is_gone(ada, bob, group, shown_as, left):
    service.delete_account(User.objects.get(pk=GroupMember.objects.get(shown_as=shown_as).user_id))
    assert (GroupMember.objects.count(), LifterGroup.objects.count()) == (left, left)


def test_an_invitation_is_a_code_and_a_link_stored_as_a_digest_alone_and_ends(ada, bob):
    owner = browser(ada)
    group = make(owner)
    made = post(owner, f"groups/{group}/invitation", days=7).json()
    assert made["address"] == f"http://localhost/app/groups/join#{made['code']}"
    stored = " ".join(str(value) for value in LifterGroup.objects.values_list().get())
    assert made["code"] not in stored
    assert made["code"].replace("-", "") not in stored
    assert board(owner, group)["invites_until"] == made["ends_at"]
    typed = f" {made['code'].lower().replace('-', ' ')} "
    assert join(browser(bob), typed).status_code == 200
    assert board(browser(bob), group)["invites_until"] is None, "who made it alone sees that it is open"
    LifterGroup.objects.update(invites_until=shares.now_s())
    assert board(owner, group)["invites_until"] is None
    late = browser(User.objects.create_user("late"))
    assert refusal(join(late, made["code"], "Late")) == (
        404, "not_found", "This invitation has ended, or the code is wrong. Check it, or ask for a new one."
    )  # fmt: skip


def test_a_new_invitation_ends_the_one_before_and_one_can_be_ended(ada, bob):
    owner = browser(ada)
    group = make(owner)
    old, new = invite(owner, group), invite(owner, group)
    assert join(browser(bob), old).status_code == 404
    assert owner.delete(f"/api/v1/groups/{group}/invitation").json() == {"ended": True}
    assert join(browser(bob), new).status_code == 404
    assert join(browser(bob), "").status_code == 400


def test_joining_twice_changes_nothing(ada, bob, group):
    again = join(browser(bob), invite(browser(ada), group), "Bobby", [])
    assert (again.status_code, again.json()["shown_as"], again.json()["members"]) == (200, "Bob", 2)


def test_codes_are_not_tried_out_by_the_dozen(ada, bob):
    code = invite(browser(ada), make(browser(ada)))
    client = browser(bob)
    assert [join(client, f"GUESS-{n}").status_code for n in range(11)] == [404] * 10 + [403]
    assert refusal(join(client, code)) == (
        403, "not_allowed", "Too many codes that open no group. Try again in an hour."
    )  # fmt: skip


def test_no_two_members_have_one_name(ada, bob, group):
    eve = browser(User.objects.create_user("eve"))
    taken = (409, "conflict", "Somebody in this group has that name. Choose another one.")
    assert refusal(join(eve, invite(browser(ada), group), " bOB ")) == taken
    assert refusal(post(browser(ada), f"groups/{group}/me", shown_as="Bob", shows=[])) == taken
    assert post(browser(bob), f"groups/{group}/me", shown_as="BOB", shows=[]).status_code == 200


@pytest.mark.parametrize(
    "body",
    [
        {"name": "", "shown_as": "A", "shows": []},
        {"name": " ", "shown_as": "A", "shows": []},
        {"name": "x" * 61, "shown_as": "A", "shows": []},
        {"name": "G", "shown_as": "two\nlines", "shows": []},
        {"name": "G", "shown_as": "x" * 41, "shows": []},
        {"name": "G", "shown_as": "A", "shows": ["body"]},
        {"name": "G", "shown_as": "A"},
        {"name": "G", "shown_as": "A", "shows": [], "ranking": True},
    ],
)
def test_a_group_that_cannot_be_is_refused_and_nothing_stored(ada, body):
    answered = post(browser(ada), "groups", **body)
    assert answered.status_code == 400
    assert answered.json()["error"]["sentence"]
    assert not LifterGroup.objects.exists()
    assert not GroupMember.objects.exists()


def test_quotas_are_refused_with_what_to_do(ada, bob, monkeypatch):
    monkeypatch.setattr(groups, "MOST_MADE", 2)
    monkeypatch.setattr(groups, "MOST_JOINED", 1)
    monkeypatch.setattr(groups, "MOST_MEMBERS", 2)
    owner = browser(ada)
    first = make(owner, "First")
    asked = {"shown_as": "A", "shows": []}
    assert refusal(post(owner, "groups", name="Second", **asked)) == (
        409, "conflict", "You are in 1 groups already. Leave one of them first."
    )  # fmt: skip
    monkeypatch.setattr(groups, "MOST_JOINED", 9)
    make(owner, "Second")
    assert refusal(post(owner, "groups", name="Third", **asked)) == (
        409, "conflict", "You made 2 groups already. Delete one of them first."
    )  # fmt: skip
    code = invite(owner, first)
    assert join(browser(bob), code).status_code == 200
    assert refusal(join(browser(User.objects.create_user("eve")), code, "Eve")) == (
        409, "conflict", "This group has 2 members, and no more fit in."
    )  # fmt: skip
    assert LifterGroup.objects.count() == 2


def test_groups_are_not_made_and_deleted_without_end(ada):
    owner = browser(ada)
    for _ in range(20):
        owner.delete(f"/api/v1/groups/{make(owner)}")
    answered = post(owner, "groups", name="G", shown_as="A", shows=[])
    assert refusal(answered)[0] == 403
    assert "tomorrow" in refusal(answered)[2]


def test_groups_are_in_the_audit_log_without_codes_and_numbers(ada, bob, caplog):
    caplog.set_level("INFO", logger="iron.audit")
    owner = browser(ada)
    group = make(owner)
    code = invite(owner, group)
    join(browser(bob), code)
    browser(bob).delete(f"/api/v1/groups/{group}/me")
    join(browser(bob), code)
    member = GroupMember.objects.get(user_id=bob.pk).member_id
    owner.delete(f"/api/v1/groups/{group}/members/{member}")
    owner.delete(f"/api/v1/groups/{group}/invitation")
    owner.delete(f"/api/v1/groups/{group}")
    lines = [row.getMessage() for row in caplog.records if row.name == "iron.audit"]
    assert [line.split()[0] for line in lines] == [
        "group-made", "group-invitation-made", "group-joined", "group-left", "group-joined",
        "group-member-removed", "group-invitation-ended", "group-deleted",
    ]  # fmt: skip
    assert code not in "".join(lines)


def test_no_key_touches_groups(ada, group):
    key = post(browser(ada), "tokens", name="laptop", writes=True).json()["key"]
    answered = browser().get("/api/v1/groups", headers={"Authorization": f"Bearer {key}"})
    assert answered.status_code == 403
