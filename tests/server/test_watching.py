"""What the host sees from outside: health, figures, logs."""

from __future__ import annotations

import json
import logging
import urllib.error
import urllib.request

import commands
import pytest
from django.db import OperationalError
from django.test import Client
from serving import make_key, serving

from iron.server.accounts import tokens
from iron.server.accounts.models import User
from iron.server.environment import secret
from iron.server.watching import health, logs, metrics, watch
from iron.values.errors import BadInputError

OP = {
    "op_id": "0192f000-0000-7000-9000-000000000001", "kind": "workout", "id": "0192f000-0000-7000-8000-000000000001",
    "base": 0, "body": {"v": 1, "start": "2026-11-22T18:05:00", "note": "private words", "entries": []},
}  # fmt: skip


@pytest.fixture(autouse=True)
def _fresh_health(monkeypatch):
    monkeypatch.setattr(health, "_KEEP_S", 0)


@pytest.mark.django_db(transaction=True)
def test_a_good_server_is_healthy_under_any_host_name():
    answered = Client().get("/healthz", headers={"host": "10.0.0.7:1234"})
    assert answered.status_code == 200
    assert answered.json() == {
        "status": "ok", "process": "ok", "database": "ok", "migrations": "ok", "disk": "ok",
    }  # fmt: skip


@pytest.mark.django_db(transaction=True)
def test_a_check_that_fails_is_503_and_its_sentence_is_in_the_log_alone(monkeypatch, caplog):
    monkeypatch.setattr(health, "LEAST_FREE", 2**80)
    answered = Client().get("/healthz")
    assert (answered.status_code, answered.json()["disk"]) == (503, "failed")
    assert "MiB" not in answered.content.decode()
    assert "MiB are free" in caplog.text


@pytest.mark.django_db(transaction=True)
def test_a_database_that_takes_no_writes_is_not_healthy(monkeypatch):
    def locked(*_, **__):
        raise OperationalError("attempt to write a readonly database")

    monkeypatch.setattr(health.connection, "cursor", locked)
    assert "readonly" in health.database()


@pytest.mark.django_db(transaction=True)
def test_the_tables_of_a_newer_iron_are_not_healthy():
    with health.connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('storage', '9999_later', '2026-01-01')"
        )
        try:
            assert "newer version of Iron made these tables (9999_later)" in health.migrations()
        finally:
            cursor.execute("DELETE FROM django_migrations WHERE name = '9999_later'")


def test_figures_are_off_unless_asked_for():
    assert watch.metrics is None
    assert Client().get("/metrics").status_code == 404


def test_a_served_iron_counts_requests_and_pushes_and_logs_them_as_json(iron_home, tmp_path):
    key = make_key(iron_home)
    token = tmp_path / "token"
    token.write_text("a token\n")
    wanted = {"IRON_METRICS_TOKEN_FILE": str(token), "IRON_LOG_FORMAT": "json", "IRON_ACCESS_LOG": "1"}
    printed: list[str] = []
    with serving(iron_home, printed, **wanted) as port:
        for _ in range(2):
            ask(port, "/api/v1/sync/push", key, {"device": OP["id"], "ops": [OP]})
        ask(port, f"/api/v1/history/workout/{OP['id']}", key)
        ask(port, "/api/v1/archive", key)
        with pytest.raises(urllib.error.HTTPError, match="401"):
            ask(port, "/metrics", "wrong")
        with pytest.raises(urllib.error.HTTPError, match="404"):
            ask(port, "/calendar/secret-address.ics", key)
        text = ask(port, "/metrics", "a token")
    assert 'iron_push_operations_total{status="applied"} 1.0' in text
    assert 'iron_push_operations_total{status="replayed"} 1.0' in text
    assert 'iron_requests_total{method="POST",route="sync/push",status="2xx"} 2.0' in text
    assert 'route="history/<str:kind>/<str:doc_id>"' in text
    assert "iron_accounts 2.0" in text
    assert OP["id"] not in text
    [logged] = printed
    assert "GET /calendar/" in logged
    assert "secret-address" not in logged


def ask(port, path, key, body=None):
    headers = {"Authorization": f"Bearer {key}", "Content-Type": "application/json"}
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(f"http://127.0.0.1:{port}{path}", data, headers)
    with urllib.request.urlopen(request, timeout=20) as answer:
        return answer.read().decode()


@pytest.mark.django_db
def test_the_audit_log_says_who_did_what_and_nothing_of_the_journal(caplog, monkeypatch):
    monkeypatch.setattr(logging.getLogger("iron.audit"), "propagate", True)
    user = User.objects.create_user("ada", "a long password")
    client = Client(headers={"host": "localhost"}, REMOTE_ADDR="192.0.2.7")
    client.force_login(user)
    with caplog.at_level(logging.INFO, "iron.audit"):
        made = client.post(
            "/api/v1/tokens", {"name": 'lap"top', "writes": True}, content_type="application/json"
        )
        client.get("/api/v1/archive")
        client.get("/api/v1/table/strong")
        client.delete(f"/api/v1/tokens/{made.json()['token']['id']}")
    sentence = list(dict.fromkeys(record.getMessage() for record in caplog.records))
    assert sentence == [
        'key-made account="ada" address="192.0.2.7" key="lap\\"top" writes=true',
        'exported account="ada" address="192.0.2.7" form="archive"',
        'exported account="ada" address="192.0.2.7" form="strong"',
        f'key-ended account="ada" address="192.0.2.7" number={made.json()["token"]["id"]}',
    ]
    assert made.json()["key"] not in caplog.text


def test_a_line_of_json_carries_the_fields_of_an_event():
    record = logging.LogRecord("iron.audit", logging.INFO, "", 0, "key-made %s", ("x",), None)
    record.fields = {"event": "key-made", "account": "ädä"}
    line = json.loads(logs.Json().format(record))
    assert (line["level"], line["logger"], line["message"], line["account"]) == (
        "INFO", "iron.audit", "key-made x", "ädä",
    )  # fmt: skip
    assert line["time"].endswith("Z")


def test_counters_name_routes_and_never_documents():
    figures = metrics.Metrics()
    figures.request("GET", "history/<str:kind>/<str:doc_id>", "quick", 200, 0.004)
    figures.request("GET", "page", "quick", 404, 0.004)
    text = figures.render({"quick": 3}, 4096, 2).decode()
    assert 'status="2xx"} 1.0' in text
    assert 'status="404"} 1.0' in text
    assert 'iron_requests_waiting{lane="quick"} 3.0' in text


def test_a_secret_comes_from_its_file(tmp_path, monkeypatch):
    file = tmp_path / "url"
    file.write_text("postgres://iron@db/iron\n")
    monkeypatch.setenv("IRON_DATABASE_URL_FILE", str(file))
    assert secret("IRON_DATABASE_URL") == "postgres://iron@db/iron"
    monkeypatch.setenv("IRON_DATABASE_URL", "postgres://other/iron")
    with pytest.raises(BadInputError, match="both set"):
        secret("IRON_DATABASE_URL")
    monkeypatch.delenv("IRON_DATABASE_URL")
    monkeypatch.setenv("IRON_DATABASE_URL_FILE", str(tmp_path / "none"))
    with pytest.raises(BadInputError, match="cannot be read: No such file"):
        secret("IRON_DATABASE_URL")


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("IRON_LOG_LEVEL", "LOUD", "Use one of: DEBUG, INFO, WARNING, ERROR"),
        ("IRON_LOG_FORMAT", "xml", "Use one of: text, json"),
        ("IRON_PROXIES", "one", "how many proxies"),
        ("IRON_DATABASE_URL", "postgres://iron@db:port/iron", "port"),
        ("IRON_DATABASE_URL", "mysql://db/iron", "is not a PostgreSQL address"),
        ("IRON_DATABASE_URL_FILE", "/nowhere", "cannot be read"),
        ("IRON_SECRET_KEY_FILE", "/nowhere", "cannot be read"),
    ],
)
def test_a_slip_in_the_environment_is_one_sentence(iron_home, name, value, says):
    process = commands.iron("invite", **{name: value})
    assert process.returncode == 2
    assert says in process.stderr
    assert "Traceback" not in process.stderr


@pytest.mark.django_db
def test_a_key_of_a_disabled_account_and_its_session_are_nobodys(settings):
    user = User.objects.create_user("ada", "a long password")
    _, key = tokens.make(user, "laptop", writes=False)
    browser = Client(headers={"host": "localhost"})
    browser.force_login(user)
    user.is_active = False
    user.save()
    assert browser.get("/api/v1/sync/pull").status_code == 401
    program = Client(headers={"host": "localhost", "Authorization": f"Bearer {key}"})
    assert program.get("/api/v1/sync/pull").status_code == 401
