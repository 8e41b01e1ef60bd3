"""What an import would do: the plan that the lifter looks at before anything is stored."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, overload

from iron.exchange.comparing import ChangedWorkout, fingerprint
from iron.exchange.options import NO_OPTIONS, ReadOptions
from iron.exchange.takeback import digest
from iron.exchange.totals import Totals
from iron.exchange.units_asked import UnitQuestion
from iron.exchange.workout_bodies import Origin, workout_body

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from iron.exchange.foreign import ForeignWorkout, Skipped
    from iron.exchange.names.naming import Choice, ProposedMachine
    from iron.exchange.reading.date_order import DateQuestion
    from iron.values.units import MassUnit

Body = dict[str, Any]
Document = tuple[str, str, Body]


@dataclass(frozen=True, slots=True)
class ExerciseFound:
    """One exercise name of the file.

    Attributes:
        name: as written.
        id: exercise id, None = Iron does not know the name and makes an exercise of the lifter's own.
        sets: how many sets it has.
        suggestions: (exercise id, score 0..1) to choose from, best first.
        machine: name of the machine it goes to.
        note: a sentence about how the name was read.
        how: ``known``, ``composed`` of words, ``chosen`` by the lifter, or ``new``.
        totals: its check sums.
    """

    name: str
    id: str | None
    sets: int
    suggestions: tuple[tuple[str, float], ...] = ()
    machine: str | None = None
    note: str | None = None
    how: str = "known"
    totals: Totals = field(default_factory=Totals)


@dataclass(frozen=True, slots=True)
class ColumnQuestion:
    """A table of no known app whose columns do not say what they are.

    Attributes:
        sentence: the question.
        header: its columns.
        sample: its first rows.
        proposed: header by role, as far as known.
        missing: roles without which nothing can be read.
    """

    sentence: str
    header: tuple[str, ...]
    sample: tuple[tuple[str, ...], ...]
    proposed: Mapping[str, str]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answers:
    """What the lifter says about an import.

    Attributes:
        unit: unit of loads; a unit that the file states wins over it.
        choices: what he chose for names, over everything else.
        options: how to read the file.
        update: take workouts that grew or were corrected.
        keep_doubles: bring in workouts too that the journal has from another app.
    """

    unit: MassUnit | None = None
    choices: Mapping[str, Choice] = field(default_factory=dict)
    options: ReadOptions = NO_OPTIONS
    update: bool = False
    keep_doubles: bool = False


def _no_documents() -> Documents:
    return Documents()


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What an import would do.

    Attributes:
        app: source app.
        format: layout of the file.
        file_name: as given.
        sha256: of the file.
        unit: unit of its loads; None = it has to be asked.
        needs_unit: the question, where the file leaves it open and nobody said; no documents are made then.
        needs_date_order: the question, where day and month cannot be told apart; no documents are made then.
        needs_columns: the question, where the table does not say what its columns are; nothing is read then.
        in_utc: the file writes its times in UTC; saying the time zone corrects them.
        columns: header by role, for a table of no known app.
        workouts: in the file.
        sets: in the file.
        totals: check sums over every set of the file.
        rest_rows: rest timers, kept as rest times.
        note_rows: rows that were notes.
        data_rows: rows below the header: sets, rest_rows, note_rows and skipped together.
        span: first and last local start, None for no workout.
        exercises: names, most sets first.
        machines: machines that would be made.
        skipped: rows not understood.
        warnings: sentences.
        new: workouts that would be added.
        unchanged: workouts that are there already.
        changed: workouts that the file tells otherwise than the journal.
        same_elsewhere: (start, id here) of workouts that the journal has from another app or under another title.
        stay_deleted: workouts that the lifter deleted and that stay deleted.
        measurements: body masses that would be added.
        documents: what would be written, the import document last; empty when there is nothing new.
    """

    app: str
    format: str
    file_name: str
    sha256: str
    unit: MassUnit | None = None
    needs_unit: UnitQuestion | None = None
    needs_date_order: DateQuestion | None = None
    needs_columns: ColumnQuestion | None = None
    in_utc: bool = False
    columns: Mapping[str, str] | None = None
    workouts: int = 0
    sets: int = 0
    totals: Totals = field(default_factory=Totals)
    rest_rows: int = 0
    note_rows: int = 0
    data_rows: int = 0
    span: tuple[str, str] | None = None
    exercises: tuple[ExerciseFound, ...] = ()
    machines: tuple[ProposedMachine, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    warnings: tuple[str, ...] = ()
    new: int = 0
    unchanged: int = 0
    changed: tuple[ChangedWorkout, ...] = ()
    same_elsewhere: tuple[tuple[str, str], ...] = ()
    stay_deleted: int = 0
    measurements: int = 0
    documents: Documents = field(default_factory=_no_documents)


class Documents(Sequence[Document]):
    """The documents of an import. Bodies of workouts are made when they are read, so that a large log stays small."""

    def __init__(
        self,
        others: tuple[Document, ...] = (),
        workouts: tuple[tuple[str, ForeignWorkout], ...] = (),
        origin: Origin | None = None,
        import_document: Callable[[Written], Document] | None = None,
    ) -> None:
        self._others = others
        self._workouts = workouts
        self._origin = origin
        self._import_document = import_document

    def __len__(self) -> int:
        count = len(self._others) + len(self._workouts)
        return count + 1 if self._import_document else count

    @overload
    def __getitem__(self, index: int) -> Document: ...
    @overload
    def __getitem__(self, index: slice) -> list[Document]: ...
    def __getitem__(self, index: int | slice) -> Document | list[Document]:
        return list(self)[index]

    def __eq__(self, other: object) -> bool:
        return list(self) == list(other) if isinstance(other, (Documents, list, tuple)) else NotImplemented

    def __hash__(self) -> int:
        return hash((self._others, self._workouts))

    def __iter__(self) -> Iterator[Document]:
        written = Written()
        for document in self._others:
            written.note(document)
            yield document
        if self._origin is not None:
            for key, workout in self._workouts:
                document = ("workout", key, workout_body(key, workout, self._origin))
                written.note(document)
                yield document
        if self._import_document is not None:
            yield self._import_document(written)


@dataclass(slots=True)
class Written:
    """What the import document remembers of the documents before it."""

    listed: list[list[str]] = field(default_factory=list)
    digests: dict[str, str] = field(default_factory=dict)
    contents: dict[str, str] = field(default_factory=dict)
    workouts: int = 0
    sets: int = 0

    def note(self, document: Document) -> None:
        """Take one document."""
        kind, key, body = document
        self.listed.append([kind, key])
        self.digests[key] = digest(body)
        if kind == "workout":
            self.contents[key] = fingerprint(body)
            self.workouts += 1
            self.sets += sum(len(entry["sets"]) for entry in body["entries"])
