"""The library: everything in content/, read once and asked many times."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from iron.knowledge import reading
from iron.knowledge.name_index import NearNames, exact_names, near_names
from iron.values.errors import NotFoundError
from iron.values.ids import fold

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from iron.knowledge.model import (
        Alias,
        Equipment,
        Exercise,
        Muscle,
        Problem,
        Resolved,
        Source,
        Variable,
    )


@dataclass(frozen=True, eq=False)
class Library:
    """What Iron knows. Two readings are two libraries: what is computed from one can be stored under it.

    Attributes:
        root: the content/ folder it was read from.
        exercises: by id, in the order of ids.
        common: the exercises that lifters log most, the most common first.
        variables: the shared ones; an exercise's own stand in ``exercise.variables``.
        read_problems: what could not be read so far; a guide adds its problems when it is rendered.
    """

    root: Path
    exercises: Mapping[str, Exercise]
    common: tuple[str, ...]
    muscles: Mapping[str, Muscle]
    equipment: Mapping[str, Equipment]
    variables: Mapping[str, Variable]
    sources: Mapping[str, Source]
    aliases: tuple[Alias, ...]
    alias_lines: tuple[int, ...]
    read_problems: list[Problem]

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What could not be read, the text of every guide included; ``check`` finds more."""
        for exercise in self.exercises.values():
            _ = exercise.written
        return tuple(self.read_problems)

    def exercise(self, exercise_id: str) -> Exercise:
        """Return the exercise of this id.

        Raises:
            NotFoundError: there is none; the sentence names the nearest.
        """
        if result := self.exercises.get(exercise_id):
            return result
        near = ", ".join(key for key, _ in self.suggest(exercise_id, 3))
        hint = f" Did you mean {near}?" if near else ""
        raise NotFoundError(f"Iron knows no exercise “{exercise_id}”.{hint}")

    def resolve(self, name: str) -> Resolved | None:
        """Say what a name means, exactly: ids, names and aliases, compared after folding. None when unknown.

        >>> load().resolve("Leg Press (45°)").exercise  # doctest: +SKIP
        'leg-press-45'
        """
        return self._exact.get(fold(name))

    def suggest(self, name: str, limit: int = 5) -> list[tuple[str, float]]:
        """Return near misses as (exercise id, score 0 to 1), best first; for a person to choose from."""
        return self._near.suggest(name, limit)

    @cached_property
    def _exact(self) -> dict[str, Resolved]:
        return exact_names(self.exercises.values(), self.aliases)

    @cached_property
    def _near(self) -> NearNames:
        return near_names(self._exact)


def load(root: Path | None = None) -> Library:
    """Read content/: the facts of every exercise. A third of a second for 343: keep the answer.

    Files that cannot be read are left out and stand in ``problems``; they hide no other. Guides are rendered when they
    are first asked for.

    Args:
        root: the content folder; None finds the one of the checkout or of the wheel.

    Raises:
        NotFoundError: there is no content folder.
    """
    place = reading.content_root(root)
    problems: list[Problem] = []
    variables = reading.read_variables(place, problems)
    sources = reading.read_sources(place, problems)
    aliases = reading.read_aliases(place, problems)
    exercises = reading.read_exercises(place, problems, variables, sources)
    return Library(
        root=place,
        exercises=exercises,
        common=reading.read_common(place, problems, exercises),
        muscles=reading.read_muscles(place, problems),
        equipment=reading.read_equipment(place, problems),
        variables=variables,
        sources=sources,
        aliases=tuple(alias for alias, _ in aliases),
        alias_lines=tuple(line for _, line in aliases),
        read_problems=problems,
    )
