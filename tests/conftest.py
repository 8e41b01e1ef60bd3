"""Every test run has an IRON_HOME of its own, set before Django's settings are read."""

from __future__ import annotations

import fcntl
import gc
import os
import shutil
import tempfile
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import commands
import pytest
from hypothesis import settings
from postgres import _journals, _postgres, journal_database, postgres_journal  # noqa: F401  (fixtures)

settings.register_profile("iron", deadline=None)  # a loaded machine fails no property
settings.load_profile("iron")

_HOME = tempfile.TemporaryDirectory(prefix="iron-test-")
os.environ["IRON_HOME"] = _HOME.name
os.environ.pop("IRON_DATABASE_URL", None)

# `make test-dates`: below faketime 0.9.10 time.sleep fails (clock_nanosleep, EINVAL); waiting for an event does not.
if "FAKETIME" in os.environ:

    def _sleep(seconds: Any) -> None:
        threading.Event().wait(seconds)

    time.sleep = _sleep


def pytest_configure() -> None:
    """Give Django in this process a quick hasher, and no built app: each client would read its thousand files.

    What is loaded and collected stays, so nobody looks for unreachable objects in it until all of it is there.
    """
    gc.disable()
    from django.conf import settings as server

    server.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    server.IRON_DIST = Path(_HOME.name) / "no-app"
    _write_no_permissions()


def _write_no_permissions() -> None:
    """Keep Django from writing its permissions, which Iron does not use, each time that a test's tables are emptied.

    It costs 35 ms of a processor, the emptying 2 ms.
    """
    from django.contrib.auth.management import create_permissions
    from django.contrib.contenttypes.management import create_contenttypes
    from django.db.models.signals import post_migrate

    assert post_migrate.disconnect(dispatch_uid=f"{create_permissions.__module__}.create_permissions")
    assert post_migrate.disconnect(create_contenttypes)


def pytest_collection_finish() -> None:
    """What was loaded and collected stays: the search for unreachable objects leaves it out, and comes less often."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)
    gc.enable()


MIGRATED = """
from iron.server import boot, content, home
boot.start()
content.vet(memory=home.make_home() / "content.good")
"""
OWNED = """
from iron.server import boot
boot.start()
from iron.server.accounts import service
service.ensure_owner()
"""


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """A folder that the first process of a test run makes and all of them read, or copy."""
    own = factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    place, unfinished = shared / name, shared / f"{name}.unfinished"
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not place.exists():
            shutil.rmtree(unfinished, ignore_errors=True)
            make(unfinished)
            unfinished.rename(place)
    return place


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with its tables and nobody in it that knows the library is sound, to be copied."""
    return made_once(tmp_path_factory, "migrated", partial(_run, MIGRATED))


@pytest.fixture(scope="session")
def _ready(migrated: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with the owner that the command line makes."""

    def make(home: Path) -> None:
        shutil.copytree(migrated, home)
        _run(OWNED, home)

    return made_once(tmp_path_factory, "ready", make)


def _run(code: str, home: Path) -> None:
    finished = commands.python(code, IRON_HOME=str(home))
    assert finished.returncode == 0, finished.stderr


@pytest.fixture(scope="session")
def built_content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `iron build-content` writes of the library that ships, to be copied: it takes seconds to write."""
    from iron.journal.content import library
    from iron.knowledge import build

    return made_once(tmp_path_factory, "built-content", partial(build, library()))


@pytest.fixture
def nobodys_home(migrated: Path, tmp_path: Path) -> Path:
    """A data folder with its tables and no account, for tests that make their own."""
    return Path(shutil.copytree(migrated, tmp_path / "nobodys"))


@pytest.fixture
def empty_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder that is not there yet: what a new machine has."""
    home = tmp_path / "new"
    monkeypatch.setenv("IRON_HOME", str(home))
    return home


@pytest.fixture
def iron_home(_ready: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder with the owner that the command line makes and no workout, for tests that start Iron as a process."""
    home = tmp_path / "var"
    shutil.copytree(_ready, home)
    monkeypatch.setenv("IRON_HOME", str(home))
    return home


@pytest.fixture
def user(db: None) -> Any:
    """An account, ada."""
    from iron.server.accounts.models import User

    return User.objects.create_user("ada", "a long password")
