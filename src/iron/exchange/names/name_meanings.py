"""What an imported exercise name means: the lifter's word first, then the library, then machine words around it.

Nothing is guessed silently: a name that stays unknown becomes an exercise of the lifter's own, and near names are
offered with a score, never taken.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

from iron.exchange.names.composition import Composed, compose
from iron.knowledge.model import Resolved
from iron.values import ids
from iron.values.errors import BadInputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

# Stems of the calf in the languages of the exports (docs/formats.md#traps) and some more: what trains calves on a leg
# press is no leg press.
CALF_STEMS: Final = (
    "calf",
    "calves",
    "wade",
    "panturrilha",
    "gêmeos",
    "gemelo",
    "pantorrilla",
    "polpacc",
    "mollet",
    "kuit",
    "икр",
    "小腿",
)

_TOKEN: Final = re.compile(r"[^\s()\[\]{},;/]+")
_EMPTY_BRACKETS: Final = re.compile(r"[(\[{]\s*[)\]}]")
_LOOSE_ENDS: Final = re.compile(r"^[\s,;/\-–]+|[\s,;/\-–]+$")


@dataclass(frozen=True, slots=True)
class MachineWords:
    """Words that name a machine and not a movement, folded.

    Attributes:
        makers: makers and series, one to three words each.
        colours: colours, in any language.
        gyms: words of gyms and rooms.
        ask_for: exercises whose machines differ so much that the plan says when a name leaves it open.
    """

    makers: frozenset[str] = frozenset()
    colours: frozenset[str] = frozenset()
    gyms: frozenset[str] = frozenset()
    ask_for: frozenset[str] = frozenset()

    @classmethod
    def of(
        cls,
        *,
        makers: Iterable[str] = (),
        colours: Iterable[str] = (),
        gyms: Iterable[str] = (),
        ask_for: Iterable[str] = (),
    ) -> MachineWords:
        """Fold the words."""
        return cls(_folded(makers), _folded(colours), _folded(gyms), frozenset(ask_for))

    def sort_of(self, folded: str) -> str | None:
        """Return ``maker``, ``colour`` or ``gym`` for a folded word, None for any other."""
        if folded in self.makers:
            return "maker"
        if folded in self.colours:
            return "colour"
        return "gym" if folded in self.gyms else None


def parse_machine_words(text: str) -> MachineWords:
    """Read ``machine_words.toml``: lists ``makers``, ``colours``, ``gyms`` and ``ask_for``.

    Raises:
        BadInputError: no TOML, or a list that holds something else than texts.
    """
    try:
        lists = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadInputError(f"machine_words.toml is no TOML: {error}. Correct the line named.") from None
    for key in ("makers", "colours", "gyms", "ask_for"):
        if not all(isinstance(word, str) for word in lists.get(key, [])):
            raise BadInputError(f"machine_words.toml: {key} must be a list of texts.")
    return MachineWords.of(**{key: lists.get(key, []) for key in ("makers", "colours", "gyms", "ask_for")})


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(ids.fold, words))


@dataclass(frozen=True, slots=True)
class MachineName:
    """A machine as a name tells it.

    Attributes:
        name: maker, gym and colour words.
        gym: the word that names a gym.
    """

    name: str
    gym: str | None = None


@dataclass(frozen=True, slots=True)
class NameMeaning:
    """What one name of the file means.

    Attributes:
        exercise: id of a library exercise or of an own exercise, None = unknown.
        machine_id: a machine that the lifter has.
        machine: a machine that the import proposes.
        side: side that the name says.
        setup: technique variables that the name says.
        note: a sentence for the person who imports.
        composed: the words of the name say it together; no list holds the whole name.
    """

    exercise: str | None
    machine_id: str | None = None
    machine: MachineName | None = None
    side: str | None = None
    setup: Mapping[str, Any] = field(default_factory=dict)
    note: str | None = None
    composed: bool = False


def meaning(name: str, resolve: Callable[[str], Resolved | None], words: MachineWords) -> NameMeaning:
    """Return what the library and the machine words make of a name.

    Args:
        name: as the file has it.
        resolve: the library's exact answer for a name, or None.
        words: words that name machines.
    """
    resolved = _never_a_calf_press(name, resolve(name))
    if resolved is not None:
        machine = MachineName(resolved.machine) if resolved.machine else None
        return _resolved(name, resolved, machine, words)
    rest, machine = _without_machine(name, words)
    if machine is not None and rest:
        resolved = _never_a_calf_press(name, resolve(rest))
        if resolved is not None:
            return _resolved(name, resolved, machine, words)
    for text, part_of in ((name, None), (rest, machine)):
        composed = compose(text) if text else None
        if composed is not None and (text == name or part_of is not None):
            resolved = Resolved(composed.exercise, "single" if composed.single else None)
            if _never_a_calf_press(name, resolved) is not None:
                composed_meaning = _resolved(name, resolved, part_of, words)
                return replace(
                    composed_meaning,
                    composed=True,
                    note=_composed_note(name, composed, composed_meaning.note),
                )
    return NameMeaning(None)


def _composed_note(name: str, composed: Composed, note: str | None) -> str:
    left = f"; “{composed.left_over}” is not kept" if composed.left_over else ""
    read_as = f"“{name}” was read from its words as {composed.exercise}{left}."
    sentence = f"{read_as} Check it, or map it to another exercise."
    return f"{sentence} {note}" if note else sentence


def sub_names(name: str) -> list[tuple[str, float]]:
    """Return the shorter names inside a name, longest first, each with its share of the letters [0..1].

    >>> sub_names("leg press cmu")[0]
    ('leg press', 0.73)
    """
    tokens = [token.group() for token in _TOKEN.finditer(name)]
    letters = sum(map(len, tokens))
    meanings = {}
    for length in range(len(tokens) - 1, 0, -1):
        for first in range(len(tokens) - length + 1):
            part = tokens[first : first + length]
            meanings[" ".join(part)] = round(sum(map(len, part)) / letters, 2)
    return list(meanings.items())


def suggestions(
    name: str, resolve: Callable[[str], Resolved | None], limit: int = 3
) -> list[tuple[str, float]]:
    """Return exercises whose names stand inside this one, (id, score 0..1), best first; for a person to choose."""
    best: dict[str, float] = {}
    for part, share in sub_names(name):
        resolved = _never_a_calf_press(name, resolve(part))
        if resolved is not None and share > best.get(resolved.exercise, 0):
            best[resolved.exercise] = share
    return sorted(best.items(), key=lambda entry: (-entry[1], entry[0]))[:limit]


def is_calf(name: str) -> bool:
    """Return whether the name speaks of calves."""
    folded = ids.fold(name)
    return any(stem in folded for stem in CALF_STEMS)


def _never_a_calf_press(name: str, resolved: Resolved | None) -> Resolved | None:
    if resolved is not None and "leg-press" in resolved.exercise and is_calf(name):
        return None
    return resolved


def _resolved(name: str, resolved: Resolved, machine: MachineName | None, words: MachineWords) -> NameMeaning:
    sentence = None
    composed = compose(name)
    if composed is not None and composed.open and composed.exercise == resolved.exercise:
        sentence = (
            f"“{name}” does not say with what: it goes to {resolved.exercise}, the usual one. "
            "Map it to another exercise if yours is different."
        )
    if machine is None and resolved.exercise in words.ask_for:
        sentence = (
            f"“{name}” does not say which machine: it goes to {resolved.exercise} with the machine unknown. "
            "Name the machine if you know it."
        )
    return NameMeaning(resolved.exercise, None, machine, resolved.side, resolved.setup, sentence)


def _without_machine(name: str, words: MachineWords) -> tuple[str, MachineName | None]:
    """Split a name into the movement and the machine that its other words name."""
    tokens = list(_TOKEN.finditer(name))
    taken: list[tuple[str, str]] = []
    rest = name
    place = len(tokens)
    while place > 0:
        for length in (3, 2, 1):
            if length > place:
                continue
            start, end = tokens[place - length].start(), tokens[place - 1].end()
            sort = words.sort_of(ids.fold(name[start:end]))
            if sort is not None:
                taken.insert(0, (sort, name[start:end]))
                rest = rest[:start] + " " + rest[end:]
                place -= length
                break
        else:
            place -= 1
    if not taken:
        return name, None
    rest = _LOOSE_ENDS.sub("", _EMPTY_BRACKETS.sub(" ", rest))
    spoken = " ".join(word.lower() if sort == "colour" else word for sort, word in taken)
    gym = next((word for sort, word in taken if sort == "gym"), None)
    return rest, MachineName(spoken[:1].upper() + spoken[1:], gym)
