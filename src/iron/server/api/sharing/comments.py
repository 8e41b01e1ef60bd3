"""Comments on what somebody shares with the caller."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iron.server.accounts.models import User
from iron.server.api.request_handler import MIB, answer, lifter, parse, read
from iron.server.api.sharing.shapes import CommentIn
from iron.server.sharing import commenting
from iron.values.decoding import json_decoder

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

MOST_BYTES: Final = MIB // 64
_READ: Final = json_decoder(CommentIn)


def comment(request: HttpRequest, share_id: str) -> HttpResponse:
    """Comment on a workout of a lifter who shares his training."""
    viewer = User.objects.get(pk=lifter(request))
    asked = parse(read(request, MOST_BYTES), _READ)
    body: dict[str, object] = {"workout": asked.workout}
    more = {"entry": asked.entry, "set": asked.set, "offset": asked.offset}
    body |= {key: value for key, value in more.items() if value is not None}
    commenting.comment(viewer, share_id, asked.op_id, asked.id, {**body, "text": asked.text, "at": asked.at})
    return answer({"stored": True})


def take_back(request: HttpRequest, share_id: str, comment_id: str) -> HttpResponse:
    """Delete an own comment."""
    commenting.take_back(User.objects.get(pk=lifter(request)), share_id, comment_id)
    return answer({"deleted": True})
