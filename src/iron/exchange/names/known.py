"""What the journal holds already, as far as an import asks."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from iron.values.ids import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Key = tuple[str, str]


@dataclass(slots=True)
class _Imports:
    """What the import documents remember."""

    digests: dict[str, set[str]] = field(default_factory=dict)
    contents: dict[str, set[str]] = field(default_factory=dict)
    columns: dict[str, Mapping[str, str]] = field(default_factory=dict)

    def note(self, body: Mapping[str, Any]) -> None:
        """Take what one import remembers."""
        for listed, written in (*body.get("digests", {}).items(), *body.get("updated", {}).items()):
            self.digests.setdefault(listed, set()).add(written)
        for listed, written in body.get("contents", {}).items():
            self.contents.setdefault(listed, set()).add(written)
        if body.get("columns") and body.get("header"):
            self.columns[body["header"]] = body["columns"]


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
        workouts: bodies of workouts by id.
        digests: fingerprints of documents as imports wrote them, by id: what has another one was changed since.
        contents: what the files said of a workout, by its id (`iron.exchange.comparing.fingerprint`).
        columns: header by role that the lifter gave for a table, by its signature.
    """

    there: frozenset[Key] = frozenset()
    gone: frozenset[Key] = frozenset()
    aliases: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    exercises: Mapping[str, str] = field(default_factory=dict)
    machines: Mapping[tuple[str, str], tuple[str, Mapping[str, Any]]] = field(default_factory=dict)
    workouts: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    digests: Mapping[str, set[str]] = field(default_factory=dict)
    contents: Mapping[str, set[str]] = field(default_factory=dict)
    columns: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    @classmethod
    def of(cls, documents: Iterable[tuple[str, str, Mapping[str, Any] | None]]) -> KnownDocuments:
        """Collect what an import asks from documents.

        Args:
            documents: (kind, id, body) of at least the kinds workout, alias, exercise, machine and import; the body
                is None for a deleted document, and {} for one of which only the id counts.
        """
        there: set[Key] = set()
        gone: set[Key] = set()
        taken_back: set[Key] = set()
        aliases: dict[str, Mapping[str, Any]] = {}
        exercises: dict[str, str] = {}
        machines: dict[tuple[str, str], tuple[str, Mapping[str, Any]]] = {}
        workouts: dict[str, Mapping[str, Any]] = {}
        imports = _Imports()
        for kind, key, body in documents:
            if body is None:
                gone.add((kind, key))
                continue
            there.add((kind, key))
            if not body:
                continue
            if kind == "workout":
                workouts[key] = body
            elif kind == "import":
                imports.note(body)
                if body.get("taken_back"):
                    there.discard((kind, key))
                    taken_back.update((listed[0], listed[1]) for listed in body.get("documents", ()))
            elif kind == "alias":
                aliases[fold(body["name"])] = body
            elif kind == "exercise":
                further = (body.get("imported_name"), *body.get("names", ()))
                # A name that two of them bear belongs to the one that is called so.
                for name in filter(None, further):
                    exercises.setdefault(fold(name), key)
                exercises[fold(body["name"])] = key
            elif kind == "machine":
                machines[body.get("exercise", ""), fold(body["name"])] = (key, body)
        return cls(
            frozenset(there),
            frozenset(gone - taken_back),
            aliases,
            exercises,
            machines,
            workouts,
            imports.digests,
            imports.contents,
            imports.columns,
        )

    def is_untouched(self, key: str, digest: str) -> bool:
        """Return whether a document stands as an import wrote it."""
        return digest in self.digests.get(key, ())
