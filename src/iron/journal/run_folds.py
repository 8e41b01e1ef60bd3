"""The fold of a run over its workouts, played again only from what is new."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cache
from operator import itemgetter
from threading import Lock
from typing import Any, Final, NamedTuple

from iron.records.documents import Document, is_newer
from iron.training.prescription.rack import Equipment, place_loads
from iron.training.programs.compiling import read_program
from iron.training.programs.fold import Fold, Setting
from iron.training.programs.model import Place, Program
from iron.training.programs.rounding import MOST, Grid, Rack, tidy, usual_grid
from iron.training.programs.state import Performed, Session, Typed
from iron.values.ids import fold
from iron.values.units import mass_in, mass_kg, shown

Body = Mapping[str, Any]

_WARM_UP: Final = "warm-up"
_COPY_EACH: Final = (
    64  # sessions between two remembered copies: at most so many are played again before a change
)
_MOST_RUNS: Final = 8  # runs of a process; ten years of one run are some 10 MB


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a run needs besides its own document and the workouts.

    Attributes:
        meanings: what the load of an exercise means, by exercise.
        names: names by exercise.
        machines: bodies of machine documents by id.
        gyms: bodies of gym documents by folded name.
    """

    meanings: Mapping[str, str]
    names: Mapping[str, str]
    machines: Mapping[str, Body]
    gyms: Mapping[str, Body]


def folded_gym(name: Any) -> str:
    """The name of a gym as gyms are compared; "" where none is named."""
    return fold(str(name or ""))


def fold_run(ident: str, body: Body, workouts: Iterable[Document], around: Surroundings) -> Fold:
    """The fold of a run over the workouts of a journal, whatever order they arrive in.

    The process remembers the folds of the last runs with what they rest on. An event is played again only when
    itself or an earlier one is new: a set of today costs one session, an old set the sessions after it until the state
    is that of before the edit. Nothing of this is stored, and a fold without memory gives the same.

    Args:
        ident: id of the run.
        body: its document.
        workouts: documents of workouts; those of other runs are left out.
        around: exercises, machines and gyms.
    """
    with _lock:
        known = _remembered.pop(ident, None)
    if known is None or known.body != body or known.around != around:
        program = read_program(body["text"])
        known = _Remembered(body, around, Fold(program, _setting(body, program, around)))
    fold = known.play(ident, workouts)
    with _lock:
        _remembered[ident] = known
        while len(_remembered) > _MOST_RUNS:
            del _remembered[next(iter(_remembered))]
    return fold


class _Event(NamedTuple):
    """What a fold takes, in the order of time: another text, a typed number or a workout."""

    at: datetime
    kind: int
    id: str
    source: Any


class _Remembered:
    """A run with the events that were played and copies of the fold on the way."""

    def __init__(self, body: Body, around: Surroundings, begin: Fold) -> None:
        self.body = body
        self.around = around
        self._events: list[_Event] = []
        self._copies: list[tuple[int, Fold]] = [(0, begin)]
        self._starts: dict[str, tuple[bytes, datetime | None]] = {}
        self._racks: dict[str, Rack] = {}

    def play(self, ident: str, workouts: Iterable[Document]) -> Fold:
        """The fold after all events of today."""
        events = self._sorted(ident, workouts)
        old = self._events
        same = next(
            (at for at, (stored, other) in enumerate(zip(old, events, strict=False)) if stored != other),
            min(len(old), len(events)),
        )
        later = {at: copy for at, copy in self._copies if at > same} if _is_edit(old, events, same) else {}
        while self._copies[-1][0] > same:
            self._copies.pop()
        at, copy = self._copies[-1]
        fold = copy.copy()
        for place in range(at, len(events)):
            self._take(fold, events[place])
            taken = place + 1
            if taken % _COPY_EACH == 0 or len(events) - taken in {0, 1}:
                self._copies.append((taken, fold.copy()))
                if taken in later and fold.goes_on_like(later[taken]):
                    fold = self._join(fold, taken, later)
                    break
        self._copies = [row for row in self._copies if row[0] % _COPY_EACH == 0 or len(events) - row[0] < 2]
        self._events = events
        return fold

    def _join(self, fold: Fold, taken: int, later: Mapping[int, Fold]) -> Fold:
        """Go on with the folds of before an edit from where it no longer matters; what it changed stays changed."""
        known = len(later[taken].changes)
        for at, copy in later.items():
            if at > taken:
                again = copy.copy()
                again.changes = [*fold.changes, *copy.changes[known:]]
                self._copies.append((at, again))
        return self._copies[-1][1].copy()

    def _sorted(self, ident: str, workouts: Iterable[Document]) -> list[_Event]:
        rows = [_Event(_at(row), 0, "", row["text"]) for row in self.body.get("revised") or ()]
        rows += [_Event(_at(row), 1, row["id"], row) for row in self.body.get("typed") or ()]
        starts: dict[str, tuple[bytes, datetime | None]] = {}
        for document in workouts:
            source = document.body
            if document.deleted or source is None:
                continue
            known = self._starts.get(document.id)
            if known is None or known[0] != source:
                known = (source, _start_in(ident, document))
            starts[document.id] = known
            if known[1] is not None:
                rows.append(_Event(known[1], 2, document.id, source))
        self._starts = starts
        return sorted(rows, key=_in_time)

    def _take(self, fold: Fold, event: _Event) -> None:
        if event.kind == 0:
            fold.revise(read_program(event.source))
        elif event.kind == 1:
            fold.typed(Typed(event.id, event.source["lift"], float(event.source["value"])))
        else:
            workout = Document("workout", event.id, 0, 0, deleted=False, body=event.source).read()
            rack = self._rack_in(workout.get("gym"))
            fold.session(_session(event.id, workout, self.body["unit"], self.around, rack))

    def _rack_in(self, gym: Any) -> Rack | None:
        """The loads of the gym of a workout; None where it names none."""
        name = folded_gym(gym)
        if not name:
            return None
        if name not in self._racks:
            self._racks[name] = _rack(self.around.gyms.get(name, {}), self.body["unit"], self.around)
        return self._racks[name]


def _is_edit(old: list[_Event], events: list[_Event], same: int) -> bool:
    """Whether one event is another one and all others are those of before."""
    return len(old) == len(events) and old[same + 1 :] == events[same + 1 :]


_remembered: Final[dict[str, _Remembered]] = {}
_lock: Final = Lock()
_OTHER_SIDE: Final = {"left": "right", "right": "left"}
_in_time: Final = itemgetter(slice(3))


def _start_in(ident: str, document: Document) -> datetime | None:
    """When a workout of a run began; None for a workout of another run, and for what a newer Iron wrote."""
    if document.body is None or ident.encode() not in document.body:
        return None
    workout = document.read()
    if is_newer(workout) or (workout.get("run") or {}).get("id") != ident:
        return None
    return _at(workout, "start")


def _setting(body: Body, program: Program, around: Surroundings) -> Setting:
    asked = {lift: float(value) for lift, value in (body.get("asked") or {}).items()}
    gym = around.gyms.get(folded_gym(body.get("gym")))
    if not gym:
        return Setting(body["unit"], asked, around.meanings)
    rack = _rack(gym, body["unit"], around)
    slots = [slot for day in program.days for slot in day.slots]
    exercises = {name for slot in slots for name in (slot.exercise, *program.lifts[slot.lift].ladder)}
    return Setting(body["unit"], asked, around.meanings, {exercise: rack(exercise) for exercise in exercises})


def _rack(gym: Body, unit: str, around: Surroundings) -> Rack:
    """The loads of a gym, worked out once for each kind of load; usual ones where it says nothing."""

    @cache
    def grid_of_kind(meaning: str) -> Grid:
        return _grid(Equipment({}, gym, None, meaning), unit) or usual_grid(meaning, unit)

    return lambda exercise: grid_of_kind(around.meanings.get(exercise, "barbell"))


def _grid(equipment: Equipment, unit: str) -> Grid | None:
    """The loads that the equipment has, in the unit of the run; None where nobody said."""
    loads = place_loads(equipment, unit, MOST[unit])
    return None if loads is None else tuple(shown(load) for load in loads)


def _at(row: Body, key: str = "at") -> datetime:
    """The instant of a local time with its zone offset."""
    return datetime.fromisoformat(row[key]) - timedelta(minutes=row.get("offset") or 0)


def _session(ident: str, workout: Body, unit: str, around: Surroundings, rack: Rack | None) -> Session:
    run = workout["run"]
    results: dict[str, list[Performed]] = {}
    grids: dict[str, Grid] = {}
    for entry in sorted(workout.get("entries") or (), key=_order):
        slot = entry.get("slot")
        if not slot:
            continue
        sets = [row for row in sorted(entry.get("sets") or (), key=_order) if row.get("kind") != _WARM_UP]
        results.setdefault(slot, []).extend(_performed_in(sets, unit, entry["exercise"]))
        machine = around.machines.get(str((entry.get("machine") or {}).get("id", "")), {})
        if machine or entry.get("bar"):
            # A machine that says no place stands where the workout was.
            gym = around.gyms.get(folded_gym(machine.get("gym") or workout.get("gym")), {})
            meaning = around.meanings.get(entry["exercise"], "barbell")
            grid = _grid(Equipment(machine, gym, None, meaning, entry.get("bar")), unit)
            if grid:
                grids[entry["exercise"]] = grid
    place = Place(int(run["cycle"]), int(run["week"]), int(run["day"]))
    known = {slot: sets for slot, sets in results.items() if sets}
    return Session(ident, place, known, run.get("answers") or {}, grids, str(workout["start"])[:10], rack)


def _order(row: Body) -> tuple[str, str]:
    return str(row.get("order", "")), str(row.get("id", ""))


def _performed_in(rows: Iterable[Body], unit: str, exercise: str) -> list[Performed]:
    """Sets as the lifter counts them: a left and a right one are one set, which did what the weaker side did."""
    sets: list[Performed] = []
    waiting: dict[str, list[int]] = {"left": [], "right": []}
    for row in rows:
        performed, other = _performed(row, unit, exercise), _OTHER_SIDE.get(str(row.get("side")))
        if other and waiting[other]:
            first = waiting[other].pop(0)
            sets[first] = _weaker(sets[first], performed)
            continue
        if other:
            waiting[str(row["side"])].append(len(sets))
        sets.append(performed)
    return sets


def _weaker(first: Performed, second: Performed) -> Performed:
    weak = second if second.reps < first.reps else first
    loads = [side.load for side in (first, second) if side.load is not None]
    reserves = [side.rir for side in (first, second) if side.rir is not None]
    return replace(weak, load=min(loads, default=None), rir=min(reserves, default=None))


def _performed(row: Body, unit: str, exercise: str) -> Performed:
    reps = row.get("duration_s") if row.get("reps") is None else row.get("reps")
    load = row.get("load")
    value = None
    if load is not None:
        value = float(load["value"])
        if load["unit"] != unit:
            value = tidy(mass_in(mass_kg(value, load["unit"]), unit))
    ident, kind = str(row.get("id", "")), str(row.get("kind", "working"))
    return Performed(int(reps or 0), value, row.get("rir"), None, ident, kind, exercise)
