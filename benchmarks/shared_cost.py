"""What others' reading of a lifter's journal costs: the snapshot lent to a coach, and a group's weekly board.

Run: .venv/bin/python benchmarks/shared_cost.py [sets of a journal] [members of the group]
On SQLite in a folder of its own. Each is asked for the first time in a process, again with nothing changed, and after
one more workout of one lifter; CPU of the process and wall time [ms].
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
AT = "2026-11-22T20:00:00"


def timed(name: str, do: Callable[[], Any]) -> Any:
    """Call, and print what it took."""
    cpu, wall = time.process_time(), time.perf_counter()
    result = do()
    spent = (time.process_time() - cpu) * 1000, (time.perf_counter() - wall) * 1000
    print(f"{name:<46}{spent[0]:>9.1f} ms CPU{spent[1]:>9.1f} ms wall", flush=True)
    return result


def measure(sets: int, members: int) -> None:
    """Fill journals, share them, and ask."""
    from training_years import ops

    from iron.server.accounts.models import User
    from iron.server.sharing import board, groups, reading, shares
    from iron.server.sharing.permission import AccountViewer
    from iron.server.storage.django_store import DjangoStore

    users = [User.objects.create_user(f"lifter-{number}") for number in range(members)]
    pushes = ops(sets // 20 + 2)
    for user in users:
        DjangoStore(user.pk).push(pushes[:-2], "benchmark", "2026-11-22T18:05:00Z")
    owner, coach = users[0], users[1]
    share = shares.accept(coach.pk, shares.give_account(owner, coach.username, ["training"], None).share_id)
    viewer = AccountViewer(coach.pk)
    snapshot = lambda: reading.read_snapshot(viewer, share, AT)  # noqa: E731
    print(f"Journals of {sets:,} sets; a group of {members}\n")
    timed("lent snapshot, first", snapshot)
    timed("lent snapshot, nothing changed", snapshot)
    DjangoStore(owner.pk).push(pushes[-2:-1], "benchmark", "2026-11-22T18:05:00Z")
    timed("lent snapshot, one workout more", snapshot)
    group = groups.make(owner, "Class", "Ada", ["days", "sets", "goal"])
    code, _ = groups.invite(owner, group.group.group_id, 7)
    for user in users[1:]:
        groups.join(user, code, user.username, ["days", "sets", "goal"])
    seen = groups.seen_by(owner, group.group.group_id)
    show = lambda: board.board(seen)  # noqa: E731
    timed("board, first", show)
    timed("board, nothing changed", show)
    DjangoStore(owner.pk).push(pushes[-1:], "benchmark", "2026-11-22T18:05:00Z")
    timed("board, one workout more of one member", show)


def main(sets: int, members: int) -> None:
    """Run in a data folder of its own."""
    sys.path.insert(0, str(HERE.parent / "tests" / "server"))
    with tempfile.TemporaryDirectory(prefix="iron-shared-") as home:
        os.environ["IRON_HOME"] = home
        from iron.server import boot

        boot.start()
        measure(sets, members)


if __name__ == "__main__":
    numbers = [int(argument) for argument in sys.argv[1:]]
    main(*(numbers + [50_000, 50][len(numbers) :]))
