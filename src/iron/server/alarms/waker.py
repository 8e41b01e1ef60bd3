"""Waits for the next alarm and sends it: one thread a process, asleep while nothing is due."""

from __future__ import annotations

import logging
import time
from concurrent.futures import ThreadPoolExecutor
from threading import Event, Thread
from typing import Final

from django.db import DatabaseError, InterfaceError, connection

from iron.server.alarms import delivery, service
from iron.server.alarms.models import Alarm

# Another process may have been asked to put an alarm off, or have died: while alarms wait, look again after this [s].
_LOOK_S: Final = 20
# A slow push service holds up no other phone.
_AT_ONCE: Final = 4

_log = logging.getLogger("iron.alarms")


class Waker:
    """The thread of one process; `wake` when an alarm was set."""

    def __init__(self) -> None:
        self._changed = Event()
        self._pool = ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="iron-alarm")

    def start(self) -> None:
        """Begin, in a thread that ends with the process."""
        Thread(target=self._run, name="iron-alarms", daemon=True).start()

    def wake(self) -> None:
        """Look at the alarms again."""
        self._changed.set()

    def _run(self) -> None:
        while True:
            self._changed.clear()
            self._changed.wait(self._send_due())

    def _send_due(self) -> float | None:
        """Send what is due; return how long until there is more [s], None for not known yet."""
        try:
            for alarm in service.take_due(time.time()):
                self._pool.submit(ring, alarm)
            due = service.next_due()
        except (DatabaseError, InterfaceError):
            _log.exception("The alarms cannot be read")
            return _LOOK_S
        finally:
            # Asleep for minutes or days: no connection is kept for that.
            connection.close()
        return None if due is None else min(max(due - time.time(), 0.0), _LOOK_S)


def ring(alarm: Alarm) -> None:
    """Send one alarm; one that its service does not take is lost, and the log says so without naming the phone."""
    message = {"title": alarm.title, "text": alarm.text, "token": service.answer_token(alarm)}
    try:
        delivery.send(alarm, message)
    except delivery.NotSentError as problem:
        _log.warning("An alarm was not delivered. %s", problem.sentence)


WAKER: Final = Waker()
