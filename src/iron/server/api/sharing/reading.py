"""Another lifter's journal, for an account that accepted a share and for holders of a link."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from iron.server.accounts.models import User
from iron.server.api.own_journal import local_time
from iron.server.api.request_handler import answer, lifter, number
from iron.server.api.sharing.given import received_out
from iron.server.api.sharing.shapes import SharedDocument, SharedPage
from iron.server.sharing import coaching, shares
from iron.server.sharing.permission import AccountViewer, LinkViewer
from iron.server.sharing.reading import read_page, read_snapshot

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from iron.server.sharing.models import Share
    from iron.server.sharing.permission import Viewer

DEFAULT: Final = 200
MOST: Final = 500
HEADER: Final = "Iron-Share"


def account_reads(request: HttpRequest, share_id: str) -> HttpResponse:
    """A page of what a lifter shares with the caller."""
    viewer = AccountViewer(lifter(request))
    return _page(request, viewer, shares.received(viewer.user_id, share_id))


def snapshot(request: HttpRequest, share_id: str) -> HttpResponse:
    """The snapshot of what a lifter shares with the caller."""
    viewer = AccountViewer(lifter(request))
    share = shares.received(viewer.user_id, share_id)
    return answer(read_snapshot(viewer, share, local_time(request.GET.get("at"))))


def lifters(request: HttpRequest) -> HttpResponse:
    """Who shares a journal with the caller, and what needs him."""
    coach = User.objects.get(pk=lifter(request))
    rows = coaching.lifters(coach, local_time(request.GET.get("at")))
    return answer({"lifters": [row.as_json() for row in rows]})


def link(request: HttpRequest) -> HttpResponse:
    """Say whose log a link opens, what of it and until when."""
    share = shares.of_link(_secret(request))
    return answer(received_out(share, User.objects.get(pk=share.user_id).username))


def link_reads(request: HttpRequest) -> HttpResponse:
    """A page of what a link shares."""
    secret = _secret(request)
    return _page(request, LinkViewer(secret), shares.of_link(secret))


def _page(request: HttpRequest, viewer: Viewer, share: Share) -> HttpResponse:
    limit = number(request, "limit", DEFAULT, 1, MOST)
    page = read_page(viewer, share, request.GET.get("place", ""), limit)
    documents = [
        SharedDocument(
            document.kind, document.id, document.rev, document.deleted, msgspec.Raw(document.body or b"null")
        )
        for document in page.documents
    ]
    return answer(SharedPage(documents, page.place, page.more, page.whole))


def _secret(request: HttpRequest) -> str:
    return str(request.headers.get(HEADER, ""))
