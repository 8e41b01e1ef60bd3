"""Growth of one exercise, from its packed series. Derived; what a process worked out is kept and taken further."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING, Any, Final

import msgspec
from django.http import HttpResponse

from iron.server.api.account import VERSION
from iron.server.api.request_handler import answer, lifter
from iron.server.storage.django_store import DjangoStore
from iron.values.errors import NotFoundError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.http import HttpRequest

    from iron.journal.growth import Growth, Worked
    from iron.records.own_exercises.merged import Merged

# One lifter looks at a few exercises; the largest (2,500 workouts) is about 2 MB.
_MOST_KEPT: Final = 24
# After more changes than this the whole exercise is read again: an import, a long time away.
_MOST_CHANGES: Final = 100


class GrowthOut(msgspec.Struct):
    """Growth of one exercise; the lines are described in docs/documents.md."""

    v: int
    exercise: str
    seq: int
    lines: list[dict[str, Any]]


@dataclass
class _Kept:
    """What a process knows of one lifter's exercise: the change it stands at, and the growth until then."""

    seq: int
    growth: Growth
    merged: Merged


_kept: Final[OrderedDict[tuple[str, int, str], _Kept]] = OrderedDict()
_lock: Final = Lock()


def growth(request: HttpRequest, exercise: str) -> HttpResponse:
    """Answer the growth of the signed-in lifter in one exercise; 304 where nothing changed since the one he has."""
    store = DjangoStore(lifter(request))
    seq = store.seq()
    tag = f'"{VERSION}-{seq}-{exercise}"'
    if request.headers.get("If-None-Match") == tag:
        return HttpResponse(status=304, headers={"ETag": tag})
    with _lock:
        # Encoded inside: another thread may take the next workout into the same lines.
        now = _now(store, exercise, seq)
        response = answer(GrowthOut(1, now.facts.id, seq, now.told()))
    response.headers["ETag"] = tag
    response.headers["Cache-Control"] = "private, no-cache"
    return response


def _now(store: DjangoStore, exercise: str, seq: int) -> Growth:
    key = (store.using, store.user_id, exercise)
    kept = _kept.pop(key, None)
    if kept is None or (kept.seq != seq and not _caught_up(kept, store, seq)):
        kept = _from_start(store, exercise, seq)
    kept.seq = seq
    _kept[key] = kept
    while len(_kept) > _MOST_KEPT:
        _kept.popitem(last=False)
    return kept.growth


def _caught_up(kept: _Kept, store: DjangoStore, seq: int) -> bool:
    """Take in what is new; False where something that growth stands on was changed."""
    changed = store.changed(kept.seq, _MOST_CHANGES + 1) if kept.seq < seq else None
    if changed is None or len(changed) > _MOST_CHANGES:
        return False
    if any(kind in {"exercise", "measurement", "settings"} for kind, _ in changed):
        return False
    workouts = [ident for kind, ident in changed if kind == "workout"]
    if any(ident in kept.growth.workouts for ident in workouts):
        return False
    return all(kept.growth.take(row) for row in _worked(store, kept.growth.facts.id, kept.merged, workouts))


def _from_start(store: DjangoStore, asked: str, seq: int) -> _Kept:
    from iron.journal.body_mass import BodyMass
    from iron.journal.facts import of_library, of_own
    from iron.journal.growth import grow
    from iron.journal.journal import library
    from iron.records.own_exercises.merged import Merged

    own = {document.id: document.read() for document in store.all("exercise")}
    merged = Merged(own.items())
    exercise = merged.target(asked).exercise
    known = library().exercises.get(exercise)
    if known is None and exercise not in own:
        raise NotFoundError(
            f"There is no exercise “{exercise[:64]}”. Take an id of the library or of your own."
        )
    facts = of_library(known) if known else of_own(exercise, own[exercise])
    mass = BodyMass.of(document.read() for document in store.all("measurement"))
    references = next((document.read().get("reference_depth") for document in store.all("settings")), None)
    return _Kept(seq, grow(_worked(store, exercise, merged, None), facts, mass, references), merged)


def _worked(
    store: DjangoStore, exercise: str, merged: Merged, workouts: Sequence[str] | None
) -> list[Worked]:
    """The series of an exercise and of what is merged into it, in order of start, then workout id."""
    from iron.journal.growth import Worked
    from iron.records.series import series_of

    rows = {row.workout_id: Worked(*row) for row in store.series(exercise, workouts)}
    sources = merged.sources(exercise)
    for source in sources:
        for row in store.series(source, workouts):
            entries = merged.series(source, row.entries)
            if row.workout_id in rows:
                # Both in one workout: only the workout itself knows which entry came first.
                document = store.get("workout", row.workout_id)
                entries = series_of(merged.workout(document.read() if document else {}))[exercise]
            rows[row.workout_id] = Worked(row.workout_id, row.start, entries)
    found = list(rows.values())
    return sorted(found, key=lambda one: (one.start, one.workout_id)) if sources else found
