"""Names of a file turned into exercises, machines, aliases and the lifter's own exercises."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

from iron.exchange.names import name_meanings as meanings
from iron.exchange.names.name_meanings import MachineName, NameMeaning
from iron.exchange.reading.cells import MOST_LETTERS
from iron.values import ids
from iron.values.errors import BadFileError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from iron.exchange.foreign import Foreign, ForeignSet
    from iron.exchange.names.known import KnownDocuments
    from iron.exchange.names.name_meanings import MachineWords
    from iron.knowledge.model import Resolved
    from iron.values.units import MassUnit

Body = dict[str, Any]

# Below this score near names were mostly nonsense in the two logs this was tried on. A guess.
_WORTH_OFFERING: Final = 0.6
_FIELDS: Final = ("load", "reps", "duration", "distance")
# The exercise with help that a load below zero turns these into.
_ASSISTED: Final = {
    "pull-up": "assisted-pull-up",
    "chin-up": "assisted-pull-up",
    "dip": "assisted-dip",
}


@dataclass(frozen=True, slots=True)
class Choice:
    """What the lifter chose for a name.

    Attributes:
        exercise: id of a library or own exercise; None = an exercise of his own.
        machine: name of a machine; empty = none, None = as the import proposes.
        side: both, left or right.
        setup: technique variables.
    """

    exercise: str | None = None
    machine: str | None = None
    side: str | None = None
    setup: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ProposedMachine:
    """A machine that the import would make."""

    id: str
    name: str
    exercise: str
    gym: str | None
    unit: MassUnit | None


@dataclass(frozen=True, slots=True)
class Named:
    """One name of the file with all that follows from it.

    Attributes:
        name: as written.
        exercise: id of the exercise its entries get.
        is_known: the exercise existed before.
        sets: how many sets the name has.
        log: what its sets record.
        suggestions: near exercises (id, score).
        machine: a machine to be made.
        machine_name: name of the machine, new or known.
        note: a sentence about how the name was read.
        remember: an alias document should keep the meaning.
        entry_head: keys of its entries.
        set_head: keys of its sets.
        how: ``known``, ``composed`` of words, ``chosen`` by the lifter, or ``new``.
        helped_by: exercise of its sets with a load below zero, None = none has help.
    """

    name: str
    exercise: str
    is_known: bool
    sets: int
    log: tuple[str, ...]
    suggestions: tuple[tuple[str, float], ...]
    machine: ProposedMachine | None
    machine_name: str | None
    note: str | None
    remember: bool
    entry_head: Body
    set_head: Body
    how: str = "known"
    helped_by: str | None = None


MOST_NAMES: Final = 2000
"""Different exercise names of one file; a lifter of ten years has a few hundred. A guess with a wide margin."""
MOST_LOOKED_UP: Final = 150
"""Unknown names for which near ones are looked up, 4 ms each; nobody chooses for more at one sitting. A guess."""
MOST_TRIED: Final = 3000
"""Different cells that are tried as names while the columns of a file are not known. A guess: 60 columns of 50."""


class Composer:
    """Says what a name means, each name once: by the library, by machine words, by the words it is made of."""

    def __init__(self, resolve: Callable[[str], Resolved | None], words: MachineWords) -> None:
        self.resolve = resolve
        self.words = words
        self._meanings: dict[str, NameMeaning] = {}
        self._tried = 0

    def knows(self, cell: str) -> bool:
        """Say whether a cell of any column names an exercise; False for all new ones after `MOST_TRIED` of them."""
        if len(cell) > MOST_LETTERS or not any(map(str.isalpha, cell)):
            return False
        if ids.fold(cell) not in self._meanings:
            if self._tried >= MOST_TRIED:
                return False
            self._tried += 1
        return self.meaning(cell).exercise is not None

    def meaning(self, name: str) -> NameMeaning:
        """Return what a name means without regard to the journal."""
        folded = ids.fold(name)
        if folded not in self._meanings:
            self._meanings[folded] = meanings.meaning(name, self.resolve, self.words)
        return self._meanings[folded]


def name_all(
    foreign: Foreign,
    composer: Composer,
    *,
    known: KnownDocuments,
    choices: Mapping[str, Choice],
    unit: MassUnit | None,
    suggest: Callable[[str], list[tuple[str, float]]] | None,
    load_meaning: Callable[[str], str | None] | None = None,
) -> dict[str, Named]:
    """Say what every name of a file means: choices, then aliases, own exercises, library and machine words."""
    counts: dict[str, int] = {}
    logs: dict[str, set[str]] = {}
    for workout in foreign.workouts:
        for block in workout.blocks:
            counts[block.name] = counts.get(block.name, 0) + len(block.sets)
            fields = logs.setdefault(block.name, set())
            if len(fields) < len(_FIELDS):
                for set_ in block.sets:
                    _note_fields(set_, fields)
    if len(counts) > MOST_NAMES:
        raise BadFileError(
            f"The file names {len(counts):,} different exercises, and one import takes at most {MOST_NAMES:,}. Is the "
            "exercise in another column? Else split the file."
        )
    chosen = {ids.fold(name): choice for name, choice in choices.items()}
    result = {}
    looked_up = 0
    for name, number in counts.items():
        meaning, remember, how = _meaning(name, composer, known, chosen)
        near: list[tuple[str, float]] = []
        if meaning.exercise is None and looked_up < MOST_LOOKED_UP:
            looked_up += 1
            near = _near(name, composer.resolve, suggest)
        log = tuple(field for field in _FIELDS if field in logs[name])
        named = _named(name, meaning, number, log, near, known, unit, remember=remember)
        result[name] = replace(named, how=how, helped_by=_helped_by(named, load_meaning))
    return result


def _helped_by(named: Named, load_meaning: Callable[[str], str | None] | None) -> str | None:
    """Return the exercise of sets with a load below zero: itself where its load is help, else its assisted twin."""
    if load_meaning is None or not named.is_known:
        return None
    if load_meaning(named.exercise) == "assistance":
        return named.exercise
    return _ASSISTED.get(named.exercise)


def proposed(names: Mapping[str, Named]) -> tuple[ProposedMachine, ...]:
    """Return the machines that would be made, each once."""
    return tuple({named.machine.id: named.machine for named in names.values() if named.machine}.values())


def documents(
    names: Mapping[str, Named], used: set[str], known: KnownDocuments
) -> list[tuple[str, str, Body]]:
    """Return the machine, exercise and alias documents that the used names need and the journal lacks.

    An alias that the lifter chose another exercise for takes the place of the one that is there.
    """
    bodies: dict[tuple[str, str], Body] = {}
    for name, named in names.items():
        if name not in used:
            continue
        if named.machine is not None:
            bodies.setdefault(("machine", named.machine.id), _machine_body(named.machine))
        if not named.is_known:
            body: Body = {"v": 1, "name": name, "log": list(named.log or ("reps",)), "imported_name": name}
            bodies.setdefault(("exercise", named.exercise), body)
        if named.remember:
            bodies.setdefault(("alias", ids.alias_id(name)), _alias_body(named))
    changed = {
        ids.alias_id(name)
        for name, named in names.items()
        if named.how == "chosen" and known.aliases.get(ids.fold(name)) not in (None, _alias_body(named))
    }
    return [
        (kind, key, body)
        for (kind, key), body in bodies.items()
        if (kind, key) not in known.there or (kind == "alias" and key in changed)
    ]


def _note_fields(set_: ForeignSet, fields: set[str]) -> None:
    if set_.load:
        fields.add("load")
    if set_.reps:
        fields.add("reps")
    if set_.duration_s:
        fields.add("duration")
    if set_.distance:
        fields.add("distance")


def _meaning(
    name: str, composer: Composer, known: KnownDocuments, chosen: Mapping[str, Choice]
) -> tuple[NameMeaning, bool, str]:
    """Return the meaning of a name, whether an alias should remember it, and how it was found."""
    folded = ids.fold(name)
    read = composer.meaning(name)
    if choice := chosen.get(folded):
        machine = (
            read.machine
            if choice.machine is None
            else (MachineName(choice.machine) if choice.machine else None)
        )
        if choice.exercise is None:
            return NameMeaning(None), False, "new"
        return NameMeaning(choice.exercise, None, machine, choice.side, choice.setup), True, "chosen"
    if alias := known.aliases.get(folded):
        machine_id = alias.get("machine")
        meaning = NameMeaning(alias["exercise"], machine_id, None, alias.get("side"), alias.get("setup", {}))
        return meaning, False, "known"
    if own := known.exercises.get(folded):
        return NameMeaning(own), False, "known"
    how = "new" if read.exercise is None else "composed" if read.composed else "known"
    return read, read.machine is not None, how


def _near(
    name: str,
    resolve: Callable[[str], Resolved | None],
    suggest: Callable[[str], list[tuple[str, float]]] | None,
) -> list[tuple[str, float]]:
    if suggest is None:
        return meanings.suggestions(name, resolve)
    calf = meanings.is_calf(name)
    return [
        (key, score)
        for key, score in suggest(name)
        if score >= _WORTH_OFFERING and calf == meanings.is_calf(key)
    ][:3]


def _named(
    name: str,
    meaning: NameMeaning,
    count: int,
    log: tuple[str, ...],
    near: list[tuple[str, float]],
    known: KnownDocuments,
    unit: MassUnit | None,
    *,
    remember: bool,
) -> Named:
    exercise = meaning.exercise or ids.exercise_id(name)
    entry_head: Body = {"exercise": exercise}
    worn, new = _machine(exercise, meaning, known, unit)
    if worn:
        entry_head["machine"] = worn
    set_head: Body = {}
    if meaning.side and meaning.side != "both":
        set_head["side"] = meaning.side
    if meaning.setup:
        set_head["setup"] = dict(meaning.setup)
    return Named(
        name=name,
        exercise=exercise,
        is_known=meaning.exercise is not None,
        sets=count,
        log=log,
        suggestions=tuple(near),
        machine=new,
        machine_name=worn.get("name") if worn else None,
        note=meaning.note,
        remember=remember,
        entry_head=entry_head,
        set_head=set_head,
    )


def _machine(
    exercise: str, meaning: NameMeaning, known: KnownDocuments, unit: MassUnit | None
) -> tuple[Body, ProposedMachine | None]:
    """Return the copy of the machine that entries carry, and the machine to be made, if any."""
    if meaning.machine_id is not None:
        there = next((body for key, body in known.machines.values() if key == meaning.machine_id), None)
        return (_worn(meaning.machine_id, there) if there is not None else {}), None
    if meaning.machine is None:
        return {}, None
    name = meaning.machine.name
    if existing := known.machines.get((exercise, ids.fold(name))):
        return _worn(*existing), None
    key = ids.machine_id(f"{exercise}|{name}")
    new = ProposedMachine(key, name, exercise, meaning.machine.gym, unit)
    return _worn(key, _machine_body(new)), new


def _worn(key: str, body: Mapping[str, Any]) -> Body:
    copied = {field: body[field] for field in ("name", "gym", "base_kg", "angle_deg") if field in body}
    return {"id": key, **copied}


def _machine_body(machine: ProposedMachine) -> Body:
    body: Body = {"v": 1, "name": machine.name, "exercise": machine.exercise}
    if machine.gym:
        body["gym"] = machine.gym
    if machine.unit:
        body["unit"] = machine.unit
    return body


def _alias_body(named: Named) -> Body:
    body: Body = {"v": 1, "name": named.name, "exercise": named.exercise}
    if machine := named.entry_head.get("machine"):
        body["machine"] = machine["id"]
    return {**body, **named.set_head}
