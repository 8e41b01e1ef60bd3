"""The lifter's own journal as a file, back from a file, and the end of an account."""

from __future__ import annotations

import secrets
import time
from typing import TYPE_CHECKING, Any, Final

from allauth.account.authentication import get_authentication_records
from django.contrib.auth import logout
from django.http import HttpResponse

from iron.records import archive
from iron.server.accounts import service
from iron.server.accounts.models import User
from iron.server.api.account import VERSION
from iron.server.api.request_handler import MIB, answer, flag, lifter, read
from iron.server.api.sync import now
from iron.server.storage.django_store import DjangoStore
from iron.values import ids
from iron.values.errors import NotAllowedError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.http import HttpRequest

# 50,000 sets are about 17 MiB of documents; with their history a few times that.
RESTORE_LIMIT: Final = 64 * MIB
FRESH_S: Final = 5 * 60
"""How long after a password or passkey an account may be deleted [s]; a choice, long enough to read a warning."""

_DEVICE: Final = "00000000-0000-7000-8000-00000000a7c4"
"""A restored copy as a device in the history."""


def table(request: HttpRequest, app: str) -> HttpResponse:
    """Answer the sets as the CSV that another app reads; ``?unit=lb`` writes pounds."""
    # The room with the foreign formats is loaded when somebody leaves.
    from iron.journal.journal import Journal

    name, text = Journal(DjangoStore(lifter(request))).table(app, request.GET.get("unit", "kg"))
    response = HttpResponse(text, content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["Cache-Control"] = "private, no-store"
    return response


class AskAgainError(NotAllowedError):
    """The password or the passkey is wanted once more, now."""

    code = "ask_again"


def save(request: HttpRequest) -> HttpResponse:
    """Answer the whole journal as one file (docs/documents.md, Archive); ``?history=1`` adds every revision."""
    store, at = DjangoStore(lifter(request)), now()
    user = User.objects.get(pk=lifter(request))
    data = archive.write(
        store,
        owner=user.username,
        owner_id=service.account_id(user),
        at=at,
        iron=VERSION,
        history=flag(request, "history"),
    )
    response = HttpResponse(data, content_type="application/json")
    # A fixed name: an account's may hold letters that a header cannot.
    response.headers["Content-Disposition"] = f'attachment; filename="iron-{at[:10]}.json"'
    response.headers["Cache-Control"] = "private, no-store"
    return response


def restore(request: HttpRequest) -> HttpResponse:
    """Read a copy back into the own journal; ``?dry_run=1`` stores nothing, ``?other=1`` takes another lifter's."""
    store = DjangoStore(lifter(request))
    found = archive.read(read(request, RESTORE_LIMIT))
    dry_run = flag(request, "dry_run")
    if not dry_run and not flag(request, "other"):
        user = User.objects.get(pk=lifter(request))
        empty = next(iter(store.all("workout")), None) is None
        archive.check_owner(found, user.username, service.account_id(user), empty=empty)
    chosen = archive.plan(found, store)
    said: dict[str, Any] = {**chosen.as_json(), "stored": 0}
    if not dry_run:
        said["stored"] = archive.restore(store, chosen, device=_DEVICE, at=now(), op_ids=_op_ids())
    return answer(said)


def leave(request: HttpRequest) -> HttpResponse:
    """Delete the account with everything; only right after its password or passkey was given."""
    user = User.objects.get(pk=lifter(request))
    records = get_authentication_records(request, user)
    newest = max((float(one.get("at", 0)) for one in records), default=0.0)
    if time.time() - newest >= FRESH_S:
        raise AskAgainError(
            "Deleting an account needs your password or passkey once more. Give it and try again."
        )
    service.delete_account(user)
    logout(request)
    return answer({"deleted": True})


def _op_ids() -> Iterator[str]:
    while True:
        yield ids.uuid7(time.time_ns() // 1_000_000, secrets.token_bytes(10))
