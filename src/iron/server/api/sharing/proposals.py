"""Proposals to a lifter who shares plans with the caller."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iron.server.accounts.models import User
from iron.server.api.request_handler import MIB, answer, lifter, parse, read
from iron.server.api.sharing.shapes import ProposalIn
from iron.server.sharing import proposing
from iron.values.decoding import json_decoder

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

# A program has at most 256 KiB as text (docs/programs.md); as JSON it is somewhat longer.
MOST_BYTES: Final = MIB
_READ: Final = json_decoder(ProposalIn)


def propose(request: HttpRequest, share_id: str) -> HttpResponse:
    """Propose a program or a change of plan."""
    viewer = User.objects.get(pk=lifter(request))
    asked = parse(read(request, MOST_BYTES), _READ)
    body: dict[str, object] = {"what": asked.what, "name": asked.name, "at": asked.at}
    more = {"text": asked.text, "target": asked.target, "edits": asked.edits, "note": asked.note}
    body |= {key: value for key, value in more.items() if value is not None}
    proposing.propose(viewer, share_id, asked.op_id, asked.id, body)
    return answer({"stored": True})


def withdraw(request: HttpRequest, share_id: str, proposal_id: str) -> HttpResponse:
    """Withdraw an own proposal that is not answered."""
    proposing.withdraw(User.objects.get(pk=lifter(request)), share_id, proposal_id)
    return answer({"deleted": True})
