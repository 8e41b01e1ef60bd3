"""What Python computes for the app: the import plan and the snapshot. Nothing here is stored."""

from __future__ import annotations

import re
from collections import OrderedDict
from datetime import datetime
from threading import Lock
from typing import TYPE_CHECKING, Any, Final

from django.http import HttpResponse

from iron.records.documents import FIRST_YEAR, LAST_YEAR, check_body, is_newer, readable, without_nulls
from iron.server.api.account import VERSION
from iron.server.api.request_handler import MIB, answer, check_length, lifter, parse, read
from iron.server.api.sync import now
from iron.server.api.wire import AT_PATTERN, ChoiceIn, ComputeIn
from iron.server.storage.django_store import DjangoStore
from iron.values.decoding import json_decoder
from iron.values.errors import BadFileError, BadInputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from django.http import HttpRequest

    from iron.exchange.names.naming import Choice
    from iron.exchange.plan import Answers
    from iron.journal.view import View
    from iron.records.documents import Document

PLAN_LIMIT: Final = 12 * MIB
# 50,000 sets are about 17 MiB of documents.
COMPUTE_LIMIT: Final = 32 * MIB
MOST_DOCUMENTS: Final = 10_000
"""Documents of one computation: ten years of training are about 3,000. A guess with a wide margin."""
# The form's other fields and the multipart borders.
FORM_ROOM: Final = 64 * 1024
_AT: Final = re.compile(AT_PATTERN)
_UNITS: Final = ("kg", "lb")
# Views of the lifters who asked last: the next answer takes in only what changed since. They can always be built anew.
_MOST_KEPT: Final = 8
_PAGE: Final = 500  # documents read at once
_views: Final[OrderedDict[tuple[str, int], tuple[int, View]]] = OrderedDict()
_lock: Final = Lock()
_READ_COMPUTE: Final = json_decoder(ComputeIn)
_READ_CHOICES: Final = json_decoder(dict[str, ChoiceIn])
_READ_COLUMNS: Final = json_decoder(dict[str, str])


def plan(request: HttpRequest) -> HttpResponse:
    """Read a foreign log and answer what an import would do. Stores nothing, needs no account."""
    from iron.journal.journal import plan_import

    check_length(request, PLAN_LIMIT + FORM_ROOM)
    upload = request.FILES.get("file")
    if upload is None:
        raise BadFileError(
            "No file came with the request. Choose the export of your app and send it as file.", where="file"
        )
    if (upload.size or 0) > PLAN_LIMIT:
        raise BadFileError(
            f"The file is larger than {PLAN_LIMIT // MIB} MiB, more than a log. Is it the right one?",
            where="file",
        )
    unit = request.POST.get("unit") or None
    if unit not in {None, *_UNITS}:
        raise BadInputError(f"“{str(unit)[:20]}” is no unit of load. Use kg or lb.", where="unit")
    known: Iterable[Document] = ()
    if request.user.is_authenticated:
        # Deleted ones too: a workout deleted by hand stays deleted.
        known = DjangoStore(request.user.pk).all(deleted=True)
    at = local_time(request.POST.get("at"))
    return answer(plan_import(upload.read(), upload.name or "", unit, known, at, _answers(request)))


def _answers(request: HttpRequest) -> Answers:
    """What the lifter says about the file, from the other fields of the form."""
    from iron.exchange.answers import answers_of

    columns = request.POST.get("columns")
    return answers_of(
        date_order=request.POST.get("date_order") or None,
        zone=request.POST.get("zone") or None,
        columns=parse(columns.encode(), _READ_COLUMNS) if columns else None,
        choices=_choices(request),
        update=request.POST.get("update") == "1",
        keep_doubles=request.POST.get("keep_doubles") == "1",
    )


def _choices(request: HttpRequest) -> dict[str, Choice]:
    """What the lifter chose for names of the file: {"Name": {"exercise": …}} as JSON in the field ``choices``."""
    # The room with the foreign formats is loaded when somebody imports: a tenth of a start.
    from iron.exchange.names.naming import Choice

    text = request.POST.get("choices")
    chosen = parse(text.encode(), _READ_CHOICES) if text else {}
    return {name: Choice(one.exercise, one.machine, one.side, one.setup) for name, one in chosen.items()}


def compute(request: HttpRequest) -> HttpResponse:
    """Answer the snapshot of the documents that a guest sends. Stores nothing, needs no account."""
    from iron.journal.journal import snapshot

    asked = parse(read(request, COMPUTE_LIMIT), _READ_COMPUTE)
    if len(asked.documents) > MOST_DOCUMENTS:
        raise BadInputError(
            f"{len(asked.documents):,} documents are more than one computation takes ({MOST_DOCUMENTS:,}). Send the "
            "newest years, or sign in: a signed-in journal is computed step by step.",
            where="documents",
        )
    for n, one in enumerate(asked.documents):
        try:
            check_body(one.kind, one.body)
        except BadInputError as problem:
            where = f"documents[{n}].body.{problem.where}".rstrip(".")
            raise BadInputError(problem.sentence, where=where) from None
    documents = (
        (one.kind, one.id, without_nulls(one.body)) for one in asked.documents if not is_newer(one.body)
    )
    return answer(snapshot(documents, local_time(asked.at)))


def stored_snapshot(request: HttpRequest) -> HttpResponse:
    """Answer the snapshot of the signed-in lifter; 304 where nothing changed since the one that he has."""
    from iron.journal.snapshot.snapshot import snapshot_of

    store = DjangoStore(lifter(request))
    at = local_time(request.GET.get("at"))
    # Growth changes with the documents, with the day and with Iron.
    tag = f'"{VERSION}-{store.seq()}-{at[:10]}"'
    if request.headers.get("If-None-Match") == tag:
        return HttpResponse(status=304, headers={"ETag": tag})
    with _lock:
        response = answer(snapshot_of(_view(store), at))
    response.headers["ETag"] = tag
    response.headers["Cache-Control"] = "private, no-cache"
    return response


def _view(store: DjangoStore) -> View:
    """The lifter's documents read for training, brought up to date; call with the lock held."""
    from iron.journal.journal import library
    from iron.journal.view import View

    key = (store.using, store.user_id)
    seq = store.seq()
    held, view = _views.pop(key, (0, None))
    # A store that was emptied or restored counts anew.
    if view is not None and (held > seq or not view.apply(_changes(store, held))):
        view = None
    if view is None:
        view = View.of(((one.kind, one.id, body) for one, body in readable(store.all())), library())
    _views[key] = (seq, view)
    while len(_views) > _MOST_KEPT:
        _views.popitem(last=False)
    return view


def _changes(store: DjangoStore, seq: int) -> Iterator[tuple[str, str, dict[str, Any] | None]]:
    """Documents that changed after a moment of the store; deleted ones without a body."""
    while documents := store.since(seq, _PAGE):
        for one in documents:
            body = one.read()
            yield one.kind, one.id, None if one.deleted or is_newer(body) else body
        seq = documents[-1].seq


def local_time(text: str | None) -> str:
    """The lifter's local time as he sent it, or the server's (UTC) where he did not."""
    if text is None:
        return now()[:-1]
    try:
        at = datetime.fromisoformat(text) if _AT.fullmatch(text) else None
    except ValueError:
        at = None
    if at is None:
        raise BadInputError(f"“{text[:32]}” is no date and time. Write YYYY-MM-DDTHH:MM:SS.", where="at")
    if not FIRST_YEAR <= at.year <= LAST_YEAR:
        raise BadInputError(f"The year {at.year} is outside {FIRST_YEAR} to {LAST_YEAR}.", where="at")
    return at.isoformat(timespec="seconds")
