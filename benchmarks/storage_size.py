"""Bytes on disk of 50,000 sets pushed one by one, with their whole history. Limits: 60 MB in all, 30 MB history.

Run: .venv/bin/python benchmarks/storage_size.py [sets]
The ratio is to the bare JSON of the same documents. A MB is 1,000,000 bytes.
"""

from __future__ import annotations

import os
import sqlite3
import sys
import tempfile
import time
from pathlib import Path

import msgspec

HOME = tempfile.TemporaryDirectory(prefix="iron-size-")
os.environ |= {"IRON_HOME": HOME.name, "DJANGO_SETTINGS_MODULE": "iron.server.settings"}
sys.path.insert(0, str(Path(__file__).parent.parent / "tests" / "server"))

LIMIT_MB = 60
HISTORY_LIMIT_MB = 30
SETS_A_WORKOUT = 20
DEVICE = "0192f000-0000-7000-8000-00000000dddd"


def main(sets: int) -> None:
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection, transaction

    from iron.server.storage.django_store import DjangoStore

    call_command("migrate", verbosity=0)
    store = DjangoStore(1)
    began = time.process_time()
    plain = 0
    for number in range(sets // SETS_A_WORKOUT):
        # One transaction a workout only to spare the benchmark the flushes; each set is a push of its own.
        with transaction.atomic():
            plain += push_set_by_set(store, number)
    cpu_ms = (time.process_time() - began) / sets * 1000
    name = connection.settings_dict["NAME"]
    connection.close()
    with sqlite3.connect(name) as raw:
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    whole = Path(name).stat().st_size
    history = share_of(name, "history")
    print(
        f"{sets:,} sets, each its own push, {SETS_A_WORKOUT} a workout; {cpu_ms:.2f} ms CPU a push in the store\n"
    )
    print(f"{'':<22}{'MB':>8}{'limit':>8}{'of limit':>10}{'of plain JSON':>15}")
    for label, size, limit in (
        ("on disk", whole, LIMIT_MB),
        ("history", history, HISTORY_LIMIT_MB),
        ("documents", share_of(name, "document"), None),
        ("plain JSON", plain, None),
    ):
        mb = size / 1e6
        goal = f"{limit:>8}{mb / limit:>10.2f}" if limit else " " * 18
        print(f"{label:<22}{mb:>8.1f}{goal}{size / plain:>15.2f}")


def push_set_by_set(store, number: int) -> int:
    """Log a workout as a lifter does, a push after every set; return the bytes of its last body."""
    from training_years import op_id, workout, workout_id

    from iron.records.revisions import Op

    body = workout(number, SETS_A_WORKOUT)
    entries = body["entries"]
    raw = b""
    for set_number in range(1, SETS_A_WORKOUT + 1):
        so_far = []
        left = set_number
        for entry in entries:
            if left > 0:
                so_far.append({**entry, "sets": entry["sets"][:left]})
            left -= len(entry["sets"])
        raw = msgspec.json.encode({**body, "entries": so_far})
        op = Op(op_id(number * 100 + set_number), "workout", workout_id(number), set_number - 1, raw)
        [result] = store.push([op], DEVICE, "2026-11-22T18:05:00Z")
        assert result.status == "applied"
    return len(raw)


def share_of(name: str | Path, table: str) -> int:
    """Bytes that go away with a table: its rows and its indexes."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy.sqlite3"
        with sqlite3.connect(name) as source, sqlite3.connect(copy) as target:
            source.backup(target)
            # The copy is born in WAL mode, whose file grows later than its rows.
            target.execute("PRAGMA journal_mode=DELETE")
            target.execute("DROP VIEW IF EXISTS every_set")
            target.commit()
            target.execute("VACUUM")
            before = copy.stat().st_size
            target.execute(f"DROP TABLE {table}")
            target.commit()
            target.execute("VACUUM")
        return before - copy.stat().st_size


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 50_000)
    HOME.cleanup()
