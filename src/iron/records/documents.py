"""Documents: what one is, which bodies are taken, and how an older body is read.

Contract: `docs/documents.md`. A body is kept byte for byte as it came; this module only looks at it.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import msgspec

from iron.records.bodies import BODIES, ExerciseBody, SetBody, WorkoutBody
from iron.records.body_values import MAX_LOAD_KG, Moment
from iron.records.measuring import check_measurement
from iron.records.proposal_bodies import ProposalBody, check_proposal
from iron.records.run_bodies import RunBody
from iron.values import units
from iron.values.decoding import converter
from iron.values.errors import BadDocumentError
from iron.values.moments import FIRST_YEAR, LAST_YEAR

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

Body = dict[str, Any]

VERSION: Final = 1
KINDS: Final = (
    "workout",
    "machine",
    "gym",
    "exercise",
    "alias",
    "program",
    "block",
    "run",
    "advice",
    "import",
    "measurement",
    "comment",
    "proposal",
    "dismissal",
    "settings",
)
# Deeper bodies are no training log; parsers of both databases stop far below a thousand.
MAX_DEPTH: Final = 64

_KIND: Final = re.compile(r"[a-z][a-z0-9_-]{0,31}")
_WHERE: Final = re.compile(r" - at `\$\.?(.*)`$")
_UUID: Final = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_SHAPES: Final[dict[str, type[msgspec.Struct]]] = {**BODIES, "run": RunBody}
_READERS: Final = {kind: converter(shape) for kind, shape in _SHAPES.items()}


@dataclass(frozen=True, slots=True)
class Document:
    """One document as the store holds it.

    Attributes:
        kind: what it is, one of `KINDS` or a kind that a newer Iron made.
        id: its id, made by the client.
        seq: the lifter's change counter when it last changed.
        rev: counts the revisions of this document from 1.
        deleted: it was deleted; the body is None then.
        body: JSON text in UTF-8, byte for byte as it came.
        made_by: names the operation that made this revision, as this database stored it (`name_of`). Two revisions
            with the same number are the same revision only if they have the same name. Each database gives its own,
            so documents are compared without it.
    """

    kind: str
    id: str
    seq: int
    rev: int
    deleted: bool
    body: bytes | None
    made_by: str = field(default="", compare=False)

    def read(self) -> Body:
        """Return the body as a value of today's version, without nulls; {} for a deleted document.

        A null says what an absent key says: not recorded. Writers leave it out, and readers never meet one.
        """
        if self.body is None:
            return {}
        body: Body = msgspec.json.decode(self.body)
        # Only the kinds of the contract: what an advice stores of its question is nobody's to change.
        nulls = self.kind in BODIES and b"null" in self.body
        return upgrade(self.kind, without_nulls(body) if nulls else body)


def readable(documents: Iterable[Document]) -> Iterator[tuple[Document, Body]]:
    """Yield each document with its body, without those that are deleted or that a newer Iron wrote.

    A newer body is kept and synced whole, but what its keys mean is not known here.
    """
    for document in documents:
        body = document.read()
        if not document.deleted and not is_newer(body):
            yield document, body


def bodies(documents: Iterable[Document]) -> Iterator[Body]:
    """Yield the bodies of `readable` documents."""
    return (body for _, body in readable(documents))


def without_nulls(value: Any) -> Any:
    """Return a JSON value without its nulls, at any depth; a null in a list goes too."""
    if isinstance(value, dict):
        return {key: without_nulls(inner) for key, inner in value.items() if inner is not None}
    if isinstance(value, list):
        return [without_nulls(inner) for inner in value if inner is not None]
    return value


def name_of(op_id: str, stamp: int) -> str:
    """Name a revision: the operation that made it, and the stamp of the push that stored it.

    Args:
        op_id: the operation's id.
        stamp: a random number of 32 bits, one for each push. The same operation stored again, after the database
            went back in time, has another stamp, because it may have met another document.
    """
    return f"{op_id}.{stamp:08x}"


class Step(NamedTuple):
    """One named step that reads a body of version ``v`` of a kind as version ``v + 1``."""

    name: str
    run: Callable[[Body], Body]


# Keyed by (kind, version it reads). Empty while there is only version 1.
STEPS: Final[Mapping[tuple[str, int], Step]] = {}


def upgrade(kind: str, body: Body, steps: Mapping[tuple[str, int], Step] = STEPS) -> Body:
    """Read an older body as today's: run the steps of its kind in turn, each raising ``v`` by one.

    A body that no step reads (today's, a newer one, an unknown kind) is returned as it is.
    """
    version = body.get("v")
    while isinstance(version, int) and (step := steps.get((kind, version))):
        version += 1
        body = {**step.run(body), "v": version}
    return body


def is_newer(body: Mapping[str, Any]) -> bool:
    """Say whether a newer Iron wrote this body: it is stored and shown, never merged."""
    version = body.get("v")
    return isinstance(version, int) and version > VERSION


def is_uuid(text: str) -> bool:
    """Say whether a text is a UUID in lower case with hyphens."""
    return _UUID.fullmatch(text) is not None


def parse_body(raw: bytes) -> Body:
    """Decode a body and refuse what no database and no reader of Iron could hold.

    Raises:
        BadDocumentError: no JSON object, nested deeper than `MAX_DEPTH`, or a text with a NUL character.
    """
    try:
        body = msgspec.json.decode(raw)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as problem:
        raise BadDocumentError(
            f"The body is not JSON that Iron can read ({problem}). Send it again."
        ) from None
    if not isinstance(body, dict):
        raise BadDocumentError("The body must be a JSON object. Send an object with the key v.")
    _check_depth(body)
    if b"\\u0000" in raw:
        _check_no_nul(body, "")
    return body


def write_json(value: Any) -> bytes:
    """Encode a JSON value that was read from a body, whatever stands in it."""
    try:
        return msgspec.json.encode(value)
    except OverflowError:
        # msgspec reads whole numbers beyond 64 bits and does not write them.
        return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def check_body(kind: str, body: Mapping[str, Any]) -> None:
    """Check a parsed body against the contract; unknown kinds, unknown keys and newer bodies pass.

    Raises:
        BadDocumentError: the sentence says what is wrong, ``where`` is the key path inside the body.
    """
    if not _KIND.fullmatch(kind):
        raise BadDocumentError(
            f"“{kind[:40]}” is not a kind of document. Use a short word in lower case.", where="kind"
        )
    version = body.get("v")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise BadDocumentError("The body does not say its version. Write v, a number from 1.", where="v")
    read = _READERS.get(kind)
    if read is None or version > VERSION:
        return
    try:
        typed = read(body)
    except msgspec.ValidationError as problem:
        raise _as_sentence(kind, body, str(problem)) from None
    if isinstance(typed, WorkoutBody):
        _check_workout(typed)
    elif isinstance(typed, ExerciseBody):
        _check_exercise(typed)
    else:
        _check_moment(getattr(typed, "at", None), "at")
    if isinstance(typed, ProposalBody):
        _check_moment(typed.answered_at, "answered_at")
        check_proposal(typed)
    if kind == "measurement":
        check_measurement(body)


def check_merge(kind: str, ident: str, body: Mapping[str, Any]) -> None:
    """Refuse an exercise that is merged into itself; what others say of each other is settled on reading.

    Raises:
        BadDocumentError: ``alias_of`` is the document's own id.
    """
    if kind == "exercise" and body.get("alias_of") == ident:
        raise BadDocumentError(
            f"“{str(body.get('name', ''))[:60]}” cannot be merged into itself. Choose another exercise.",
            where="alias_of",
        )


def _as_sentence(kind: str, body: Mapping[str, Any], problem: str) -> BadDocumentError:
    match_ = _WHERE.search(problem)
    where = match_.group(1) if match_ else ""
    reason = (problem[: match_.start()] if match_ else problem).replace("`", "")
    got = _at(body, where)
    shown = "" if isinstance(got, dict | list) or got is None else f" is {str(got)[:60]!r}"
    place = where or "body"
    return BadDocumentError(
        f"This {kind} cannot be stored: {place}{shown}: {reason}. Correct it.", where=where
    )


def _at(body: Any, where: str) -> Any:
    for part in re.findall(r"[^.\[\]]+", where):
        try:
            body = body[int(part)] if isinstance(body, list) else body[part]
        except (KeyError, IndexError, ValueError, TypeError):
            return None
    return body


def _check_workout(workout: WorkoutBody) -> None:
    start = _check_moment(workout.start, "start")
    end = _check_moment(workout.end, "end")
    if start and end and end < start:
        raise BadDocumentError(
            f"The workout ends at {workout.end}, before its start {workout.start}. Correct one of them.",
            where="end",
        )
    _check_unique([entry.id for entry in workout.entries], "entries", "entries")
    for n, entry in enumerate(workout.entries):
        _check_unique([set_.id for set_ in entry.sets], f"entries[{n}].sets", "sets")
        for m, set_ in enumerate(entry.sets):
            _check_set(set_, f"entries[{n}].sets[{m}]")


def _check_set(set_: SetBody, where: str) -> None:
    _check_moment(set_.done_at, f"{where}.done_at")
    if set_.load is None or (set_.load.value <= MAX_LOAD_KG and set_.load.unit == "kg"):
        return
    if units.mass_kg(set_.load.value, set_.load.unit) > MAX_LOAD_KG and "load_over_1000" not in (
        set_.flags or ()
    ):
        raise BadDocumentError(
            f"A load of {set_.load.value:g} {set_.load.unit} is over 1,000 kg. Check the number and type it again.",
            where=f"{where}.load.value",
        )


def _check_exercise(own: ExerciseBody) -> None:
    for n, variable in enumerate(own.variables or ()):
        _check_unique([value.id for value in variable.values or ()], f"variables[{n}].values", "values")
        if variable.type == "choice" and not variable.values:
            raise BadDocumentError(
                f"“{variable.name}” has nothing to choose. Write its values, or make it a number.",
                where=f"variables[{n}].values",
            )
    _check_unique([variable.id for variable in own.variables or ()], "variables", "technique variables")
    _check_unique([fault.id for fault in own.faults or ()], "faults", "faults")
    span = own.rep_range
    if span and span.high < span.low:
        raise BadDocumentError(
            f"The reps go from {span.low:g} to {span.high:g}. Write the smaller number first.",
            where="rep_range",
        )


def _check_moment(text: Moment | None, where: str) -> datetime | None:
    if text is None:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise BadDocumentError(
            f"“{text}” is not a date and time. Write YYYY-MM-DDTHH:MM:SS.", where=where
        ) from None
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise BadDocumentError(
            f"The year {moment.year} is outside {FIRST_YEAR} to {LAST_YEAR}. Correct the date.", where=where
        )
    return moment


def _check_unique(ids: list[str], where: str, what: str) -> None:
    if len(set(ids)) < len(ids):
        twice = next(ident for n, ident in enumerate(ids) if ident in ids[:n])
        raise BadDocumentError(f"Two {what} have the id {twice}. Give each its own.", where=where)


def _check_depth(body: Body) -> None:
    level: list[Any] = [body]
    for _ in range(MAX_DEPTH):
        # A decoder makes plain dicts and lists; `isinstance` took three times as long on every push.
        level = [
            inner
            for outer in level
            for inner in (outer.values() if type(outer) is dict else outer)
            if type(inner) is dict or type(inner) is list
        ]
        if not level:
            return
    raise BadDocumentError(f"The body is nested deeper than {MAX_DEPTH} levels. Send it flatter.")


def _check_no_nul(value: Any, where: str) -> None:
    if isinstance(value, str) and "\x00" in value:
        raise BadDocumentError("A text holds a NUL character. Take it out and save again.", where=where)
    if isinstance(value, dict):
        for key, inner in value.items():
            _check_no_nul(key, where)
            _check_no_nul(inner, f"{where}.{key}".lstrip("."))
    if isinstance(value, list):
        for n, inner in enumerate(value):
            _check_no_nul(inner, f"{where}[{n}]")
