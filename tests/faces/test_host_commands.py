"""What a host does from the command line: accounts, quotas, the doctor, backups that rotate."""

from __future__ import annotations

import json
import os
import sqlite3
from datetime import UTC, datetime, timedelta

import commands
import pytest
from allauth.usersessions.models import UserSession
from django.test import Client
from typer.testing import CliRunner

from iron.cli import app
from iron.server import backup, home
from iron.server.accounts import quota, tokens
from iron.server.accounts.models import User
from iron.server.storage.django_store import DjangoStore
from iron.server.watching import doctor, schedule
from iron.values.errors import BadInputError, NotFoundError

pytestmark = pytest.mark.django_db
ID = "0192f000-0000-7000-8000-000000000001"


def run(*command, **more):
    return CliRunner().invoke(app, command, **more)


@pytest.fixture
def ada():
    return User.objects.create_user("ada", "a long password")


def push(client, number, note="", **op):
    body = {"v": 1, "start": "2026-11-22T18:05:00", "note": note, "entries": []}
    operation = {
        "op_id": f"0192f000-0000-7000-9000-{number:012x}", "kind": "workout",
        "id": f"0192f000-0000-7000-8000-{number:012x}", "base": 0, **(op or {"body": body}),
    }  # fmt: skip
    return client.post(
        "/api/v1/sync/push", {"device": ID, "ops": [operation]}, content_type="application/json"
    )


def program(user, **more):
    _, key = tokens.make(user, "laptop", **{"writes": True, **more})
    return Client(headers={"host": "localhost", "Authorization": f"Bearer {key}"})


def test_the_list_says_what_each_account_stores(ada):
    push(program(ada), 1, "x" * 5000)
    [row] = json.loads(run("user", "list", "--json").stdout)
    assert (row["name"], row["active"], row["documents"], row["keys"], row["quota_mib"]) == (
        "ada",
        True,
        1,
        1,
        None,
    )
    assert row["used_bytes"] > 5000
    assert "ada" in run("user", "list").stdout


def test_a_disabled_account_is_out_at_once_and_comes_back_with_its_journal(ada):
    writer = program(ada)
    push(writer, 1)
    browser = Client(headers={"host": "localhost"})
    browser.force_login(ada)
    UserSession.objects.create(
        user=ada, session_key=browser.session.session_key, ip="192.0.2.7", user_agent="x"
    )
    assert "1 devices signed out" in run("user", "disable", "ADA").stdout
    assert [caller.get("/api/v1/sync/pull").status_code for caller in (writer, browser)] == [401, 401]
    run("user", "enable", "ada")
    assert len(writer.get("/api/v1/sync/pull").json()["docs"]) == 1


def test_an_account_is_deleted_only_by_its_name(ada):
    push(program(ada), 1)
    assert run("user", "delete", "ada", input="bert\n").exit_code == 2
    assert DjangoStore(ada.pk).seq() == 1
    assert "1 documents are deleted" in run("user", "delete", "ada", input="ada\n").stdout
    assert not User.objects.exists()
    assert DjangoStore(ada.pk).seq() == 0


def test_a_quota_refuses_what_is_over_it_whole_and_takes_deletions(ada, monkeypatch):
    monkeypatch.setattr(quota.quotas, "_used", type(quota.quotas._used)())
    run("user", "quota", "ada", "1")
    writer = program(ada)
    assert push(writer, 1, "x" * 600_000).status_code == 200
    refused = push(writer, 2, "x" * 600_000)
    assert (refused.status_code, refused.json()["error"]["code"]) == (507, "quota")
    assert "of 1 MiB" in refused.json()["error"]["sentence"]
    assert DjangoStore(ada.pk).seq() == 1
    assert (
        push(writer, 1, op_id="0192f000-0000-7000-9000-0000000000ff", delete=True, base=1).status_code == 200
    )
    run("user", "quota", "ada", "none")
    assert push(writer, 2, "x" * 600_000).status_code == 200


def test_the_servers_quota_holds_for_accounts_without_their_own(ada, settings):
    settings.IRON_QUOTA_MIB = 3
    assert quota.limit_of(ada) == 3 * 1024 * 1024
    ada.quota_mib = 0
    assert quota.limit_of(ada) == 0
    settings.IRON_QUOTA_MIB = None
    ada.quota_mib = None
    assert quota.limit_of(ada) is None


@pytest.mark.parametrize("limit", ["-1", "1.5", "lots", "10000000", "٣"])
def test_a_quota_that_is_no_number_is_a_sentence(ada, limit):
    process = run("user", "quota", "ada", "--", limit)
    assert isinstance(process.exception, BadInputError)
    ada.refresh_from_db()
    assert ada.quota_mib is None


@pytest.mark.parametrize("command", [("disable",), ("enable",), ("delete", "--yes"), ("quota", "5")])
def test_an_unknown_account_is_a_sentence_with_the_names_there_are(ada, command):
    process = run("user", command[0], "nobody", *command[1:])
    assert isinstance(process.exception, NotFoundError)
    assert "Accounts: ada" in process.exception.sentence


def test_the_doctor_finds_nothing_wrong_with_a_new_installation(empty_home, tmp_path, settings):
    home.make_home()
    settings.IRON_BACKUPS = None
    states = {finding.what: finding.state for finding in doctor.examine(reach=False)}
    assert "wrong" not in states.values()
    assert states["backups"] == "warning"


def test_the_doctor_says_what_is_wrong_and_the_cure(empty_home, tmp_path, settings, monkeypatch):
    home.make_home().chmod(0o755)
    settings.IRON_BACKUPS = tmp_path
    settings.IRON_PROXIES, settings.IRON_ORIGIN = 1, ""
    monkeypatch.setattr(doctor, "integrity", lambda: "The database is damaged (page 3).")
    later = (datetime.now(UTC) + timedelta(days=3)).strftime("%Y-%m-%dT%H:%M:%SZ")
    DjangoStore(User.objects.create_user("ada").pk).push([op()], "device", later)
    result = {finding.what: finding for finding in doctor.examine(reach=False) if finding.state == "wrong"}
    assert set(result) == {"permissions", "integrity", "clock", "backups"}
    assert "chmod" in result["permissions"].sentence
    assert "with NTP" in result["clock"].sentence
    assert f"iron backup {tmp_path}" in result["backups"].sentence


def op():
    from iron.records.revisions import Op

    return Op(ID, "workout", ID, 0, b'{"v":1,"start":"2026-11-22T18:05:00","entries":[]}')


def test_the_doctor_notices_a_proxy_that_does_not_say_https(settings, monkeypatch):
    settings.IRON_ORIGIN = "https://iron.example.org"

    class Answer:
        def __enter__(self):
            return self

        def __exit__(self, *_):
            return False

        def read(self, *_):
            return b'{"user": null, "server": {"version": "1", "https": false, "signup": "invite"}}'

    monkeypatch.setattr(doctor.urllib.request, "urlopen", lambda *_, **__: Answer())
    [result] = doctor._address()
    assert result.state == "wrong"
    assert "X-Forwarded-Proto" in result.sentence


def test_old_backups_go_after_a_good_one_and_nothing_else_does(iron_home, tmp_path):
    folder = tmp_path / "backups"
    folder.mkdir()
    names = [f"iron-2026010{day}000000.zip" for day in range(1, 6)]
    for name in [*names, "iron-mine.zip", "notes.txt", "iron-20260101.zip"]:
        (folder / name).touch()
    assert schedule.take(folder, 3)
    left = sorted(path.name for path in folder.iterdir())
    assert left[:3] == ["iron-20260101.zip", *names[3:]]
    assert left[-2:] == ["iron-mine.zip", "notes.txt"]
    assert backup.newest_in(folder).name == left[3]
    assert backup.newest_in(folder).stat().st_size > 0


def test_a_backup_that_failed_deletes_no_older_one(empty_home, tmp_path):
    old = tmp_path / "iron-20260101000000.zip"
    old.touch()
    assert not schedule.take(tmp_path, 1)
    assert old.exists()


def test_a_backup_is_due_after_a_day(tmp_path):
    assert schedule.is_due(tmp_path, 1e9)
    made = tmp_path / "iron-20260101000000.zip"
    made.touch()
    os.utime(made, (1e9, 1e9))
    assert not schedule.is_due(tmp_path, 1e9 + 86_399)
    assert schedule.is_due(tmp_path, 1e9 + 86_400)


def test_a_list_without_accounts_says_how_the_first_one_is_made(tmp_path):
    process = commands.iron("user", "list", IRON_HOME=str(tmp_path / "var"))
    assert (process.returncode, process.stdout) == (
        0,
        "No accounts yet. `iron serve` prints a one-time code to create the first account.\n",
    )


def test_an_earlier_iron_gets_the_new_columns_and_keeps_its_accounts(iron_home):
    with sqlite3.connect(iron_home / home.DATABASE_FILE) as database:
        database.execute("ALTER TABLE accounts_token DROP COLUMN origins")
        database.execute("ALTER TABLE accounts_user DROP COLUMN quota_mib")
        database.execute("ALTER TABLE accounts_invitation DROP COLUMN when_closed")
        database.execute("DELETE FROM django_migrations WHERE app = 'accounts' AND name > '0004'")
        before = database.execute("SELECT id, username FROM accounts_user").fetchall()
    assert commands.iron("user", "list").returncode == 0
    with sqlite3.connect(iron_home / home.DATABASE_FILE) as database:
        assert database.execute("SELECT id, username FROM accounts_user").fetchall() == before
        assert database.execute("SELECT COUNT(quota_mib) FROM accounts_user").fetchone() == (0,)
