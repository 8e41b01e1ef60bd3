"""What Python computes for the app: the import plan and the snapshot. Nothing here is stored."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iron.server.api.own_journal import local_time, own_journal
from iron.server.api.request_handler import MIB, answer, check_length, parse, read
from iron.server.api.tagged import tagged
from iron.server.api.wire import ChoiceIn, ComputeIn
from iron.values.decoding import json_decoder
from iron.values.errors import BadFileError, BadInputError

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from iron.journal.importing import Answers, Choice

PLAN_LIMIT: Final = 12 * MIB
# 50,000 sets are about 17 MiB of documents.
COMPUTE_LIMIT: Final = 32 * MIB
# The form's other fields and the multipart borders.
FORM_ROOM: Final = 64 * 1024
PLAN_FIELDS: Final = frozenset(
    {"file", "unit", "at", "date_order", "zone", "columns", "choices", "update", "keep_doubles"}
)
"""Fields of the form of an import plan."""
_UNITS: Final = ("kg", "lb")
_READ_COMPUTE: Final = json_decoder(ComputeIn)
_READ_CHOICES: Final = json_decoder(dict[str, ChoiceIn])
_READ_COLUMNS: Final = json_decoder(dict[str, str])


def plan(request: HttpRequest) -> HttpResponse:
    """Read a foreign log and answer what an import would do. Stores nothing, needs no account."""
    from iron.journal.importing import empty_journal, plan_json

    check_length(request, PLAN_LIMIT + FORM_ROOM)
    _check_fields(request)
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
        raise BadInputError(f"“{str(unit)[:20]}” is not a unit of load. Use kg or lb.", where="unit")
    at, answers = local_time(request.POST.get("at")), _answers(request)
    with own_journal(request) if request.user.is_authenticated else empty_journal() as journal:
        planned = journal.plan_import(
            upload.read(), file_name=upload.name or "", unit=unit, at=at, answers=answers
        )
    return answer(plan_json(planned))


def _check_fields(request: HttpRequest) -> None:
    """Refuse a field that the form does not have: an answer that is misspelt must not be left out in silence."""
    unknown = sorted({*request.POST, *request.FILES} - PLAN_FIELDS)
    if unknown:
        name = unknown[0][:40]
        raise BadInputError(
            f"“{name}” is not a field of this form. Use: {', '.join(sorted(PLAN_FIELDS))}.", where=name
        )


def _answers(request: HttpRequest) -> Answers:
    """What the lifter says about the file, from the other fields of the form."""
    from iron.journal.importing import answers_of

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
    from iron.journal.importing import Choice

    text = request.POST.get("choices")
    chosen = parse(text.encode(), _READ_CHOICES) if text else {}
    return {
        name: Choice(choice.exercise, choice.machine, choice.side, choice.setup)
        for name, choice in chosen.items()
    }


def compute(request: HttpRequest) -> HttpResponse:
    """Answer the snapshot of the documents that a guest sends. Stores nothing, needs no account."""
    from iron.journal.guest import snapshot_of_documents

    asked = parse(read(request, COMPUTE_LIMIT), _READ_COMPUTE)
    return answer(snapshot_of_documents(asked.documents, local_time(asked.at)))


def stored_snapshot(request: HttpRequest) -> HttpResponse:
    """Answer the snapshot of the signed-in lifter; 304 where nothing changed since the one that he has."""
    at = local_time(request.GET.get("at"))
    # What it says changes with the day; the app sends the second.
    return tagged(request, lambda journal: journal.snapshot(at), also=at[:10], query=False)
