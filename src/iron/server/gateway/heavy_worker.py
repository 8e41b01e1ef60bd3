"""The program of a heavy process: ``python -m iron.server.gateway.heavy_worker``. It ends with its pipe."""

from __future__ import annotations

import contextlib
import os
import resource
import sys
from typing import TYPE_CHECKING, Final

import msgspec

from iron.server.gateway.frames import HEAD, HeavyAnswer, read_job
from iron.server.gateway.wsgi_call import call

if TYPE_CHECKING:
    from typing import BinaryIO

NICENESS: Final = 10
"""A tenth of the processor time of a process of normal priority, when both want it (Linux, sched(7))."""
MOST_MEMORY: Final = 1 << 30
"""Most data of the process [bytes]; an import of 12 MiB takes about 300 MiB."""


def main() -> None:
    """Answer jobs from standard input until it ends."""
    with contextlib.suppress(ValueError, OSError):  # a smaller limit of the host stays
        resource.setrlimit(resource.RLIMIT_DATA, (MOST_MEMORY, MOST_MEMORY))
    inbox, outbox = sys.stdin.buffer, os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    # What a library prints must not get between the answers.
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    import django

    django.setup()
    from iron.journal.content import machine_words
    from iron.server.wsgi import application

    # Most of what a job would wait for, at the usual priority; what is computed then is not urgent.
    machine_words()
    os.nice(NICENESS)
    while (raw := _frame(inbox)) is not None:
        job = read_job(raw)
        answer = call(application, job.environ, job.body)
        encoded = msgspec.msgpack.encode(HeavyAnswer(answer.status, answer.headers, answer.body))
        outbox.write(HEAD.pack(len(encoded)) + encoded)
        outbox.flush()
        del raw, job, answer, encoded


def _frame(inbox: BinaryIO) -> bytes | None:
    head = inbox.read(HEAD.size)
    return inbox.read(HEAD.unpack(head)[0]) if len(head) == HEAD.size else None


if __name__ == "__main__":
    # The server ends it by its pipe; Ctrl-C at a terminal reaches both.
    with contextlib.suppress(KeyboardInterrupt, BrokenPipeError):
        main()
