"""Foreign logs for a journal: planned for one that is there, or read into a new one in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any, Final, cast

from iron.exchange import plan_view, planning
from iron.exchange.answers import answers_of
from iron.exchange.names.known import KnownDocuments
from iron.exchange.names.naming import Choice
from iron.exchange.plan import Answers, ImportPlan
from iron.journal.content import library, machine_words
from iron.journal.journal import Body, Journal
from iron.records import archive
from iron.records.documents import Document, is_newer
from iron.records.store import MemoryStore
from iron.values import ids
from iron.values.errors import BadFileError, BadInputError
from iron.values.units import MassUnit, check_mass_unit

_ANY_DAY: Final = "2100-01-01T00:00:00"
"""Local time of a read without a journal: late enough that no row lies after it."""
_ARCHIVE: Final = f'{{"format":"{archive.FORMAT}"'.encode()
_DEVICE: Final = ids.uuid7(0, bytes(10))
_numbers: Final = count()
_LEAST_KG: Final = 20.0
_MOST_KG: Final = 400.0


def read(
    path: str | Path,
    *,
    unit: str | None = None,
    body_mass: float | None = None,
    date_order: str | None = None,
    clock: Callable[[], str] | None = None,
) -> Journal:
    """Read a foreign log, or a copy that Iron wrote, into a journal in memory.

    Args:
        path: a file that Strong, Hevy or another app exported, or an archive of Iron.
        unit: ``kg`` or ``lb`` where the file does not say.
        body_mass: body mass [kg] where the file has none: squats and pull-ups move it.
        date_order: ``dmy`` or ``mdy`` where day and month cannot be told apart.
        clock: the local time of questions that name no moment (`iron.journal.journal.Journal`).

    Raises:
        BadFileError: the file is no log, or leaves open what was not given.
    """
    file = Path(path)
    try:
        data = file.read_bytes()
    except OSError as problem:
        raise BadFileError(f"{file} cannot be read: {problem.strerror}. Check the path.") from None
    journal = Journal(MemoryStore(), clock=clock)
    rows: list[tuple[str, str, Body]] = []
    if data.startswith(_ARCHIVE):
        chosen = archive.plan(archive.read(data), journal.store)
        archive.restore(journal.store, chosen, device=_DEVICE, at=f"{_ANY_DAY}Z", op_ids=_op_ids())
    else:
        rows = _foreign(journal, data, file.name, unit, date_order)
    if body_mass is not None:
        rows.append(_weight(body_mass))
    journal.commit(rows, device=_DEVICE, at=f"{_ANY_DAY}Z", op_ids=_op_ids())
    return journal


def _op_ids() -> Iterator[str]:
    """Operation ids of a journal in memory: nobody else will ever see them."""
    number = next(_numbers)
    while True:
        yield ids.uuid7(0, number.to_bytes(10, "big"))
        number = next(_numbers)


def _foreign(
    journal: Journal, data: bytes, file_name: str, unit: str | None, date_order: str | None
) -> list[tuple[str, str, Body]]:
    answers = answers_of(date_order=date_order) if date_order else None
    plan = journal.plan_import(data, file_name=file_name, unit=unit, at=_ANY_DAY, answers=answers)
    if plan.needs_columns:
        raise BadFileError(plan.needs_columns.sentence)
    if plan.needs_unit:
        raise BadFileError(f'{plan.needs_unit.sentence} Give unit="kg" or unit="lb".')
    if plan.needs_date_order:
        raise BadFileError(f'{plan.needs_date_order.sentence} Give date_order="dmy" or date_order="mdy".')
    return list(plan.documents)


def _weight(body_mass: float) -> tuple[str, str, Body]:
    if not _LEAST_KG <= body_mass <= _MOST_KG:
        raise BadInputError(f"{body_mass:g} kg is not a body mass. Give 20 to 400 kg.", where="body_mass")
    body = {"v": 1, "at": "1970-01-01T00:00:00", "what": "body_mass", "value": body_mass, "unit": "kg"}
    return "measurement", ids.measurement_id("library", "body_mass", str(body["at"])), body


def demo(*, clock: Callable[[], str] | None = None) -> Journal:
    """The journal of an invented lifter: 18 months of training, the same at every call."""
    from iron.journal.demo import documents

    journal = Journal(MemoryStore(), clock=clock)
    rows = documents()
    journal.commit(rows, device=_DEVICE, at=f"{_ANY_DAY}Z", op_ids=_op_ids())
    return journal


@contextmanager
def empty_journal() -> Iterator[Journal]:
    """Open a journal in memory that holds nothing yet: a guest's."""
    yield Journal(MemoryStore())


def plan_json(plan: ImportPlan) -> dict[str, Any]:
    """The plan of an import as the API answers it; ``documents`` holds what to commit."""
    return {**plan_view.plan_json(plan), "documents": [list(row) for row in plan.documents]}


def _known(document: Document) -> Body:
    """What an import may know of a document: nothing but that it is there where a newer Iron wrote it."""
    body = document.read()
    return {} if is_newer(body) else body


def plan_for(
    data: bytes,
    file_name: str,
    unit: str | None,
    known: Iterable[Document],
    at: str,
    answers: Answers | None,
) -> ImportPlan:
    """Plan an import beside documents that are known, deleted ones too; nothing is stored."""
    check_mass_unit(unit)
    rows = [(doc.kind, doc.id, None if doc.deleted else _known(doc)) for doc in known]
    own = {key: body for kind, key, body in rows if kind == "exercise" and body is not None}

    def load_meaning(exercise: str) -> str | None:
        if exercise in own:
            return own[exercise].get("load_meaning")
        listed = library().exercises.get(exercise)
        return listed.load_meaning if listed else None

    return planning.plan_import(
        data,
        file_name=file_name,
        resolve=library().resolve,
        suggest=library().suggest,
        machine_words=machine_words(),
        known=KnownDocuments.of(rows),
        at=at,
        load_meaning=load_meaning,
        answers=replace(answers or Answers(), unit=cast("MassUnit | None", unit)),  # checked above
    )


__all__ = ["Answers", "Choice", "answers_of", "demo", "empty_journal", "plan_for", "plan_json", "read"]
