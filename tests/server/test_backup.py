"""The whole server as one file while it runs, and back; one journal as a file, on the command line."""

from __future__ import annotations

import contextlib
import http.cookiejar
import json
import shutil
import sqlite3
import threading
import urllib.request
import zipfile
from pathlib import Path

import commands
import pytest
from serving import serving
from training_years import op_id, workout, workout_id

from iron.server import backup
from iron.server.home import DATABASE_FILE, KEY_FILE
from iron.values.errors import BadFileError, ConflictError, NotFoundError

ROOT = Path(__file__).resolve().parents[2]
AT = "2026-11-22T18:05:00Z"
PASSWORD = "sled-and-rail-45"
_TABLES = ("document", "history", "accounts_user")


def iron(home, *arguments, code=0):
    process = commands.iron(*arguments, IRON_HOME=str(home))
    assert process.returncode == code, process.stdout + process.stderr
    return process.stdout + process.stderr


class Phone:
    """A signed-in browser over real HTTP."""

    def __init__(self, port):
        self.base = f"http://127.0.0.1:{port}"
        self.jar = http.cookiejar.CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.jar))
        self.opener.open(f"{self.base}/api/v1/me", timeout=10).read()

    def post(self, path, value):
        token = next(cookie.value for cookie in self.jar if cookie.name == "csrftoken")
        headers = {"Content-Type": "application/json", "X-CSRFToken": token, "Origin": self.base}
        request = urllib.request.Request(self.base + path, json.dumps(value).encode(), headers)
        return json.load(self.opener.open(request, timeout=20))

    def log(self, n):
        op = {"op_id": op_id(n), "kind": "workout", "id": workout_id(n), "base": 0, "body": workout(n % 500)}
        [result] = self.post("/api/v1/sync/push", {"device": "phone", "ops": [op]})["results"]
        assert result["status"] == "applied"


def rows(home, table):
    with contextlib.closing(sqlite3.connect(home / DATABASE_FILE)) as database:
        return sorted(map(repr, database.execute(f"SELECT * FROM {table}")))  # noqa: S608


def clocks(home):
    """Change counters without their epochs: a restore begins new ones."""
    with contextlib.closing(sqlite3.connect(home / DATABASE_FILE)) as database:
        return sorted(database.execute("SELECT user_id, seq FROM clock"))


def epochs(home):
    with contextlib.closing(sqlite3.connect(home / DATABASE_FILE)) as database:
        return sorted(database.execute("SELECT user_id, epoch, renewed FROM clock"))


def owner_code(home):
    with contextlib.closing(sqlite3.connect(home / DATABASE_FILE)) as database:
        return database.execute("SELECT code FROM accounts_ownercode").fetchone()[0]


def test_a_backup_while_a_phone_pushes_restores_to_the_same_journals_and_the_phone_stays_signed_in(
    nobodys_home, tmp_path
):
    home, elsewhere, file = nobodys_home, tmp_path / "elsewhere", tmp_path / "iron.zip"
    with serving(home) as port:
        phone = Phone(port)
        phone.post("/_allauth/browser/v1/auth/signup", {"username": "anna", "password": PASSWORD, "code": owner_code(home)})  # fmt: skip
        logged, ten, enough = [], threading.Event(), threading.Event()

        def train():
            while not enough.is_set() and len(logged) < 400:
                phone.log(len(logged))
                logged.append(workout_id(len(logged)))
                if len(logged) == 10:
                    ten.set()

        trainer = threading.Thread(target=train)
        trainer.start()
        try:
            assert ten.wait(60)
            before = len(logged)
            sentence = iron(home, "backup", file)
            after = len(logged)
        finally:
            enough.set()
            trainer.join(timeout=20)
    assert after > before, "the phone went on pushing meanwhile"
    assert "1 accounts" in sentence
    assert "MB, checked" in sentence
    iron(elsewhere, "restore", file)
    rows_kept = rows(elsewhere, "document")
    # One moment: the first so many workouts, whole, and every table of the same moment.
    assert before <= len(rows_kept) <= after + 1
    assert rows_kept == [row for row in rows(home, "document") if row in set(rows_kept)]
    assert len(rows(elsewhere, "history")) == len(rows_kept)
    assert clocks(elsewhere) == [(1, len(rows_kept))]
    assert rows(elsewhere, "accounts_user") == rows(home, "accounts_user")
    assert (elsewhere / KEY_FILE).read_text() == (home / KEY_FILE).read_text()
    with serving(elsewhere) as port:
        phone.base = f"http://127.0.0.1:{port}"
        phone.log(len(rows_kept))  # the same session, the same journal, the next revision
    assert len(rows(elsewhere, "document")) == len(rows_kept) + 1


@pytest.fixture(scope="module")
def _trained(tmp_path_factory):
    folder = tmp_path_factory.mktemp("trained") / "var"
    csv = folder.with_name("strong.csv")
    csv.write_text(
        "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE\n"
        '2024-01-03 18:00:00,"Legs",1h,"Leg Press",1,100,10,0,0,,,\n'
        '2024-02-03 18:00:00,"Legs",1h,"Sissy Thing",1,20,12,0,0,,,\n',
        encoding="utf-8",
    )
    iron(folder, "import", csv, "--unit", "kg")
    return folder


@pytest.fixture
def home(_trained, tmp_path):
    """An Iron that is not running, with an owner who has one own exercise."""
    return shutil.copytree(_trained, tmp_path / "var")


def test_a_stopped_server_is_backed_up_into_a_folder_and_all_tables_come_back(home, tmp_path):
    iron(home, "backup", tmp_path)
    [file] = tmp_path.glob("iron-*.zip")
    assert file.stat().st_mode & 0o777 == 0o600
    elsewhere = tmp_path / "elsewhere"
    iron(elsewhere, "restore", file)
    assert {table: rows(elsewhere, table) for table in _TABLES} == {
        table: rows(home, table) for table in _TABLES
    }
    assert clocks(elsewhere) == clocks(home)
    assert {path for path in [elsewhere, *elsewhere.rglob("*")] if path.stat().st_mode & 0o077} == set()
    assert [path.name for path in tmp_path.glob(".iron-*")] == []


def test_a_restore_begins_a_new_epoch_of_every_journal_also_of_one_that_was_empty(home, tmp_path):
    with contextlib.closing(sqlite3.connect(home / DATABASE_FILE)) as database, database:
        database.execute(
            "INSERT INTO accounts_user (id, password, username, is_owner, is_active, date_joined) "
            "VALUES (77, '', 'eve', 0, 1, '2026-01-01')"
        )
    iron(home, "backup", tmp_path)
    [file] = tmp_path.glob("iron-*.zip")
    iron(home, "restore", file, "--replace")
    first = epochs(home)
    assert [(user, renewed) for user, _, renewed in first] == [(1, 1), (77, 1)]
    iron(home, "restore", file, "--replace")
    second = epochs(home)
    assert not {epoch for _, epoch, _ in first} & {epoch for _, epoch, _ in second}


def test_a_backup_of_an_iron_without_epochs_gets_one_that_says_it_was_restored(home, tmp_path):
    with contextlib.closing(sqlite3.connect(home / DATABASE_FILE)) as database, database:
        database.execute("DROP VIEW every_set")
        for column in ("clock.epoch", "clock.renewed", "document.made_by", "history.stamp"):
            table, name = column.split(".")
            database.execute(f"ALTER TABLE {table} DROP COLUMN {name}")
        database.execute("DROP TABLE answered")
        database.execute("DROP INDEX history_lost")
        database.execute("DELETE FROM django_migrations WHERE app = 'storage' AND name >= '0005'")
    iron(home, "backup", tmp_path)
    [file] = tmp_path.glob("iron-*.zip")
    elsewhere = tmp_path / "elsewhere"
    iron(elsewhere, "restore", file)
    iron(elsewhere, "undo-import")  # the first command brings the tables to the present
    [(user, epoch, renewed)] = epochs(elsewhere)
    assert (user, len(epoch), renewed) == (1, 16, 1)
    with contextlib.closing(sqlite3.connect(elsewhere / DATABASE_FILE)) as database:
        names = database.execute(
            "SELECT made_by, (SELECT op_id FROM history WHERE doc_id = id) FROM document"
        )
        assert {name == f"{op}.00000000" for name, op in names} == {True}


def test_restore_touches_no_iron_that_is_there_unless_told_and_then_sets_it_aside(home, tmp_path):
    file = tmp_path / "b.zip"
    iron(home, "backup", file)
    before = rows(home, "document")
    assert "--replace to move the old data aside" in iron(home, "restore", file, code=5)
    iron(home, "restore", "--replace", file)
    assert rows(home, "document") == before
    assert len(list(home.glob(f"{DATABASE_FILE}.before-*"))) == 1


def test_a_running_iron_is_not_replaced(home, tmp_path, monkeypatch):
    file = tmp_path / "b.zip"
    iron(home, "backup", file)
    monkeypatch.setenv("IRON_HOME", str(home))
    with contextlib.closing(sqlite3.connect(home / DATABASE_FILE)) as server:
        server.execute("SELECT count(*) FROM document").fetchone()
        with pytest.raises(ConflictError, match="Iron is running"):
            backup.restore(file, replace=True, at=AT)
        assert server.execute("SELECT count(*) FROM document").fetchone()[0] > 0


def _cut(data):
    return data[: len(data) // 2]


def _rewritten(change):
    def run(data, tmp=None):
        import io

        source, target = zipfile.ZipFile(io.BytesIO(data)), io.BytesIO()
        with zipfile.ZipFile(target, "w") as made:
            for name in source.namelist():
                for new_name, content in change(name, source.read(name)):
                    made.writestr(new_name, content)
        return target.getvalue()

    return run


def _torn(name, content):
    middle = len(content) // 2
    changed = content[:middle] + bytes([content[middle] ^ 0xFF]) + content[middle + 1 :]
    return [(name, changed if name == DATABASE_FILE else content)]


def _smuggled(name, content):
    if name != backup.MANIFEST:
        return [(name, content)]
    manifest = json.loads(content)
    manifest["sha256"]["../evil"] = "0"
    return [(name, json.dumps(manifest)), ("../evil", b"x")]


def _newer(name, content):
    return [(name, content.replace(b'"version": 1', b'"version": 2') if name == backup.MANIFEST else content)]


@pytest.mark.parametrize(
    ("damage", "sentence"),
    [
        (_cut, "not an Iron backup, or it is incomplete"),
        (lambda _: b"Date,Workout Name", "not an Iron backup"),
        (_rewritten(_torn), "damaged: the checksum is wrong"),
        (_rewritten(_smuggled), "files that are not from Iron"),
        (_rewritten(_newer), "A newer version of Iron wrote this backup"),
        (_rewritten(lambda name, content: [(f"other-{name}", content)]), "not an Iron backup"),
    ],
)
def test_a_damaged_backup_changes_nothing(home, tmp_path, monkeypatch, damage, sentence):
    monkeypatch.setenv("IRON_HOME", str(home))
    file, _ = backup.backup(tmp_path / "b.zip", at=AT, iron="1")
    file.write_bytes(damage(file.read_bytes()))
    before = sorted(path.name for path in home.iterdir())
    with pytest.raises(BadFileError, match=sentence):
        backup.restore(file, replace=True, at=AT)
    assert sorted(path.name for path in home.iterdir()) == before
    assert not (tmp_path / "evil").exists()


def test_a_damaged_database_is_said_when_it_is_backed_up(home, tmp_path, monkeypatch):
    monkeypatch.setenv("IRON_HOME", str(home))
    database = home / DATABASE_FILE
    data = bytearray(database.read_bytes())
    for page in range(20, len(data) // 4096):
        data[page * 4096 : page * 4096 + 64] = b"\xa5" * 64
    database.write_bytes(data)
    with pytest.raises(BadFileError, match=r"damaged|cannot be read") as refused:
        backup.backup(tmp_path / "b.zip", at=AT, iron="1")
    assert "iron restore FILE --replace" in refused.value.sentence
    assert "Choose another backup" not in refused.value.sentence
    assert not (tmp_path / "b.zip").exists()


def test_what_cannot_be_backed_up_is_a_sentence(tmp_path, monkeypatch):
    monkeypatch.setenv("IRON_HOME", str(tmp_path / "none"))
    with pytest.raises(NotFoundError, match="no Iron at"):
        backup.backup(tmp_path / "b.zip", at=AT, iron="1")
    with pytest.raises(BadFileError, match="cannot be read"):
        backup.restore(tmp_path / "missing.zip", replace=False, at=AT)


def documents(home):
    with contextlib.closing(sqlite3.connect(home / DATABASE_FILE)) as database:
        return sorted(database.execute("SELECT kind, id, deleted, body FROM document"))


def test_a_journal_goes_out_and_comes_back_on_the_command_line(home, tmp_path):
    file, elsewhere = tmp_path / "me.json", tmp_path / "elsewhere"
    sentence = iron(home, "export", file, "--history")
    assert "2024-01-03 to 2024-02-03" in sentence
    assert file.stat().st_mode & 0o777 == 0o600
    dry = iron(elsewhere, "restore-journal", file, "--dry-run")
    assert "nothing was saved" in dry
    assert documents(elsewhere) == []
    iron(elsewhere, "restore-journal", file)
    assert documents(elsewhere) == documents(home)
    assert len(rows(elsewhere, "history")) == len(rows(home, "history"))
    sentence = iron(
        elsewhere, "restore-journal", file, code=5
    )  # workouts are here now, and it is another account
    assert "another account named me" in sentence
    assert "0 documents restored" in iron(elsewhere, "restore-journal", file, "--other-lifter")


def test_another_lifters_journal_needs_the_flag_and_a_broken_one_is_one_sentence(home, tmp_path):
    file, elsewhere = tmp_path / "ben.json", tmp_path / "elsewhere"
    script = (
        "from iron.server import boot; boot.start()\n"
        "from iron.server.accounts.models import User; User.objects.create_user('ben')"
    )
    assert commands.python(script, IRON_HOME=str(home)).returncode == 0
    iron(home, "export", file, "--lifter", "ben")
    sentence = iron(elsewhere, "restore-journal", file, code=5)
    assert "This copy is ben's and this is the journal of me" in sentence
    assert "--other-lifter" in sentence
    iron(elsewhere, "restore-journal", file, "--other-lifter")
    file.write_bytes(file.read_bytes()[:-40])
    sentence = iron(elsewhere, "restore-journal", file, "--other-lifter", code=2)
    assert sentence.count("\n") == 1
    assert "cut off" in sentence
