"""The lifter's own journal as a file, back from a file, and the end of an account."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, Final

from allauth.account.authentication import get_authentication_records
from django.contrib.auth import logout
from django.http import HttpResponse

from iron.journal import copies
from iron.journal.questions.files.activities import activities_archive, activity_of
from iron.server.accounts import by_mail, service
from iron.server.accounts.models import User
from iron.server.api.account import VERSION
from iron.server.api.own_journal import own_journal
from iron.server.api.request_handler import MIB, answer, flag, lifter, read
from iron.server.api.route import FIT, ZIP
from iron.server.watching.events import address_of
from iron.server.watching.watch import audit
from iron.values import clock
from iron.values.errors import NotAllowedError

if TYPE_CHECKING:
    from django.http import HttpRequest

# 50,000 sets are about 17 MiB of documents; with their history a few times that.
RESTORE_LIMIT: Final = 64 * MIB
FRESH_S: Final = 5 * 60
"""How long after a password or passkey an account may be deleted [s]; a choice, long enough to read a warning."""

_DEVICE: Final = "00000000-0000-7000-8000-00000000a7c4"
"""A restored copy as a device in the history."""


def table(request: HttpRequest, app: str) -> HttpResponse:
    """Answer the sets as the CSV that another app reads; ``?unit=lb`` writes pounds."""
    with own_journal(request) as journal:
        name, text = journal.table(app, request.GET.get("unit", "kg"))
    audit("exported", request.user.get_username(), address_of(request), form=app)
    return _download(text, name, "text/csv; charset=utf-8")


def activities(request: HttpRequest) -> HttpResponse:
    """Answer every workout as a FIT activity, in one ZIP archive."""
    with own_journal(request) as journal:
        data, _ = activities_archive(journal)
    audit("exported", request.user.get_username(), address_of(request), form="fit")
    return _download(data, "activities.zip", ZIP.media_type)


def activity(request: HttpRequest, workout: str) -> HttpResponse:
    """Answer one workout as a FIT activity."""
    with own_journal(request) as journal:
        name, data = activity_of(journal, workout)
    audit("exported", request.user.get_username(), address_of(request), form="fit")
    return _download(data, name, FIT.media_type)


def _download(data: bytes | str, name: str, media_type: str) -> HttpResponse:
    """A file to save; ``name`` holds ASCII only, as a header needs."""
    response = HttpResponse(data, content_type=media_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["Cache-Control"] = "private, no-store"
    return response


class AskAgainError(NotAllowedError):
    """The password or the passkey is wanted once more, now."""

    code = "ask_again"


def save(request: HttpRequest) -> HttpResponse:
    """Answer the whole journal as one file (docs/documents.md, Archive); ``?history=1`` adds every revision."""
    at, history = clock.utc_now(), flag(request, "history")
    user = User.objects.get(pk=lifter(request))
    account = service.account_id(user)
    email = by_mail.confirmed_address(user.pk)
    with own_journal(request) as journal:
        data = copies.write_copy(
            journal, owner=user.username, owner_id=account, email=email, at=at, iron=VERSION, history=history
        )
    audit("exported", user.username, address_of(request), form="archive")
    # A fixed name: an account's may hold letters that a header cannot.
    return _download(data, f"iron-{at[:10]}.json", "application/json")


def restore(request: HttpRequest) -> HttpResponse:
    """Read a copy back into the own journal; ``?dry_run=1`` stores nothing, ``?other=1`` takes another lifter's."""
    dry_run, other = flag(request, "dry_run"), flag(request, "other")
    with own_journal(request) as journal:
        copy = copies.read_copy(read(request, RESTORE_LIMIT))
        if not dry_run and not other:
            user = User.objects.get(pk=lifter(request))
            copies.check_owner(journal, copy, user.username, service.account_id(user))
        plan = copies.plan_restore(journal, copy)
        summary: dict[str, Any] = {**plan.as_json(), "stored": 0}
        if not dry_run:
            summary["stored"] = copies.restore_copy(
                journal, plan, device=_DEVICE, at=clock.utc_now(), op_ids=clock.op_ids()
            )
    if not dry_run:
        audit("archive-read", request.user.get_username(), address_of(request), stored=summary["stored"])
    return answer(summary)


def leave(request: HttpRequest) -> HttpResponse:
    """Delete the account with everything; only right after its password or passkey was given."""
    user = User.objects.get(pk=lifter(request))
    records = get_authentication_records(request, user)
    newest = max((float(record.get("at", 0)) for record in records), default=0.0)
    if time.time() - newest >= FRESH_S:
        raise AskAgainError(
            "Deleting an account needs your password or passkey once more. Give it and try again."
        )
    name = user.username
    service.delete_account(user)
    audit("account-deleted", name, address_of(request))
    logout(request)
    return answer({"deleted": True})
