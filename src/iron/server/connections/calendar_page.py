"""``/calendar/<token>.ics``: the planned days of a lifter for calendars that subscribe; no sign-in, no cookie."""

from __future__ import annotations

import time
from collections import OrderedDict, deque
from threading import Lock
from typing import TYPE_CHECKING, Final

from allauth.account.adapter import get_adapter
from django.http import HttpResponse
from django.views.decorators.http import require_safe

from iron.server.api.account import VERSION
from iron.server.api.own_journal import journal_of, lifters_now
from iron.server.connections import calendar_links
from iron.server.gateway.fairness import network_of
from iron.server.pages.origin import origin_of

if TYPE_CHECKING:
    from django.http import HttpRequest

PER_MINUTE: Final = 30
"""Readings a minute of one client; a guess, calendars ask every few hours. In memory: it protects this process."""
_MOST_CLIENTS: Final = 10_000
_read_at: OrderedDict[str, deque[float]] = OrderedDict()
_lock = Lock()


@require_safe
def calendar(request: HttpRequest, token: str) -> HttpResponse:
    """Answer the planned days as iCalendar (RFC 5545); 404 for an address that was ended."""
    if not _may_read(network_of(get_adapter().get_client_ip(request) or "")):
        return _plain("Too many readings. Try again in a minute.", 429, **{"Retry-After": "60"})
    link = calendar_links.find(token)
    if link is None:
        return _plain("This calendar address is not known or was revoked. Make a new one in Iron.", 404)
    with journal_of(link.user_id) as journal:
        now = lifters_now(journal)
        tag = f'"{VERSION}-{journal.store.seq()}-{now[:10]}"'
        if request.headers.get("If-None-Match") == tag:
            response = HttpResponse(status=304)
        else:
            from iron.journal.questions.files.calendar import calendar_text

            text = calendar_text(journal, now, address=f"{origin_of(request)}/app/plan")
            response = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    calendar_links.note_read(link)
    response.headers["ETag"] = tag
    response.headers["Cache-Control"] = "private, no-cache"
    response.headers["Content-Disposition"] = 'inline; filename="iron.ics"'
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _may_read(client: str) -> bool:
    now = time.monotonic()
    with _lock:
        reads = _read_at.pop(client, None) or deque(maxlen=PER_MINUTE)
        _read_at[client] = reads
        while len(_read_at) > _MOST_CLIENTS:
            _read_at.popitem(last=False)
        if len(reads) == PER_MINUTE and now - reads[0] < 60:
            return False
        reads.append(now)
        return True


def _plain(sentence: str, status: int, **headers: str) -> HttpResponse:
    return HttpResponse(
        f"{sentence}\n", status=status, content_type="text/plain; charset=utf-8", headers=headers
    )
