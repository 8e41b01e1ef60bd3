import threading

import postgres
import pytest
from django.db import IntegrityError, connections

from iron.server.storage.group_commit import WRITER, GroupCommit


@pytest.fixture
def group(database):
    return GroupCommit(database)


@pytest.fixture
def database(tmp_path, django_db_blocker):
    """The alias of an empty SQLite database with a table of numbers, each of which may lean on another one."""
    alias = "group-commit"
    with django_db_blocker.unblock():
        connections.settings[alias] = connections.configure_settings(
            {"default": {}, alias: postgres.sqlite(tmp_path / "group.sqlite3")}
        )[alias]
        with connections[alias].cursor() as cursor:
            cursor.execute(
                "CREATE TABLE number (n INTEGER PRIMARY KEY, "
                "leans_on INTEGER REFERENCES number (n) DEFERRABLE INITIALLY DEFERRED)"
            )
        yield alias
        connections[alias].close()
        del connections[alias], connections.settings[alias]


def adds(n, leans_on=None):
    """Work that stores one number and returns the cursor that it was given: one for each transaction."""

    def work(cursor):
        cursor.execute("INSERT INTO number VALUES (%s, %s)", [n, leans_on])
        return cursor

    return work


def fails(n):
    def work(cursor):
        adds(n)(cursor)
        raise ValueError(f"number {n}")

    return work


def together(group, alias, *works):
    """Store works that all wait before the first one runs; their results or errors, in no order."""
    results = []

    def store(work):
        try:
            results.append(group.store(work))
        except Exception as error:  # noqa: BLE001 - told to the test's own thread
            results.append(error)
        connections[alias].close()

    threads = [threading.Thread(target=store, args=(work,)) for work in works]
    with WRITER[alias]:
        for thread in threads:
            thread.start()
        while len(group._waiting) < len(works):
            threading.Event().wait(0.001)
    for thread in threads:
        thread.join()
    return results


def numbers(alias):
    with connections[alias].cursor() as cursor:
        cursor.execute("SELECT n FROM number ORDER BY n")
        return [n for (n,) in cursor.fetchall()]


def test_works_that_wait_together_share_one_transaction(group, database):
    cursors = together(group, database, adds(1), adds(2), adds(3))
    assert len(set(map(id, cursors))) == 1
    assert numbers(database) == [1, 2, 3]


def test_a_work_that_fails_takes_back_what_it_did_and_nothing_of_the_others(group, database):
    results = together(group, database, adds(1), fails(2), adds(3))
    assert [str(each) for each in results if isinstance(each, Exception)] == ["number 2"]
    assert numbers(database) == [1, 3]


def test_a_statement_that_the_database_refuses_fails_its_own_work_alone(group, database):
    group.store(adds(2))
    results = together(group, database, adds(1), adds(2), adds(3))
    assert [type(each) for each in results if isinstance(each, Exception)] == [IntegrityError]
    assert numbers(database) == [1, 2, 3]


def test_a_commit_that_fails_is_told_to_all_of_its_group_and_stores_nothing(group, database):
    results = together(group, database, adds(1, leans_on=99), adds(2))
    assert [type(each) for each in results] == [IntegrityError, IntegrityError]
    assert numbers(database) == []
    group.store(adds(3))
    assert numbers(database) == [3]


def test_a_failure_of_one_alone_is_raised_as_it_is_and_the_next_work_is_stored(group, database):
    with pytest.raises(ValueError, match="number 1"):
        group.store(fails(1))
    group.store(adds(2))
    assert numbers(database) == [2]


def test_works_that_come_while_others_are_stored_are_stored_next(group, database):
    started, go_on = threading.Event(), threading.Event()

    def slow(cursor):
        started.set()
        assert go_on.wait(60)
        return adds(1)(cursor)

    def store(work):
        group.store(work)
        connections[database].close()

    first = threading.Thread(target=store, args=(slow,))
    first.start()
    assert started.wait(60)
    later = [threading.Thread(target=store, args=(adds(n),)) for n in (2, 3)]
    for thread in later:
        thread.start()
    while len(group._waiting) < 2:
        threading.Event().wait(0.001)
    go_on.set()
    for thread in (first, *later):
        thread.join()
    assert numbers(database) == [1, 2, 3]


class Stopped:
    """A lock whose taker is stopped while it waits."""

    def __enter__(self):
        raise KeyboardInterrupt

    def __exit__(self, *_):
        raise AssertionError("never entered")


def test_a_leader_that_is_stopped_before_it_writes_holds_nobody_up(group, database, monkeypatch):
    with monkeypatch.context() as patched:
        patched.setitem(WRITER, database, Stopped())
        with pytest.raises(KeyboardInterrupt):
            group.store(adds(1))
    group.store(adds(2))
    assert numbers(database) == [2]
