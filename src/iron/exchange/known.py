"""What the journal holds already, as far as an import asks."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from iron.values.ids import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class KnownDocuments:
    """What the journal holds already.

    Attributes:
        there: (kind, id) of documents that exist.
        gone: (kind, id) of documents that the lifter deleted by hand; an import does not bring workouts back.
        aliases: alias bodies by folded name.
        exercises: exercise id by folded name of the lifter's own exercises. A merged one gives itself: its sets count
            as the other exercise on reading, and leave it again when the merge is taken back.
        machines: (id, body) of machines by (exercise, folded name).
    """

    there: frozenset[Key] = frozenset()
    gone: frozenset[Key] = frozenset()
    aliases: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    exercises: Mapping[str, str] = field(default_factory=dict)
    machines: Mapping[tuple[str, str], tuple[str, Mapping[str, Any]]] = field(default_factory=dict)

    @classmethod
    def of(cls, documents: Iterable[tuple[str, str, Mapping[str, Any] | None]]) -> KnownDocuments:
        """Collect what an import asks from documents.

        Args:
            documents: (kind, id, body) of at least the kinds workout, alias, exercise, machine and import; the body
                is None for a deleted document, and may be {} for a workout, of which only the id counts.
        """
        there: set[Key] = set()
        gone: set[Key] = set()
        taken_back: set[Key] = set()
        aliases: dict[str, Mapping[str, Any]] = {}
        exercises: dict[str, str] = {}
        machines: dict[tuple[str, str], tuple[str, Mapping[str, Any]]] = {}
        for kind, key, body in documents:
            if body is None:
                gone.add((kind, key))
                continue
            there.add((kind, key))
            if kind == "import" and body.get("taken_back"):
                there.discard((kind, key))
                taken_back.update((listed[0], listed[1]) for listed in body.get("documents", ()))
            elif kind == "alias":
                aliases[fold(body["name"])] = body
            elif kind == "exercise":
                further = {
                    fold(name): key for name in (body.get("imported_name"), *body.get("names", ())) if name
                }
                # A name that two of them bear belongs to the one that is called so.
                exercises = {**further, **exercises, fold(body["name"]): key}
            elif kind == "machine":
                machines[body.get("exercise", ""), fold(body["name"])] = (key, body)
        return cls(frozenset(there), frozenset(gone - taken_back), aliases, exercises, machines)
