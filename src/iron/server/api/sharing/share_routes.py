"""Shares in the route table. What is shared goes to people who signed in, or hold a link.

A key makes, changes and opens no share. It reads one thing: who of the lifters who share with its account needs it.
"""

from __future__ import annotations

from typing import Final

from iron.server.api import wire
from iron.server.api.route import Parameter, Route, deletion, signed_in
from iron.server.api.sharing import comments, given, proposals, reading, shapes
from iron.server.api.snapshot_types import SnapshotOut

_SECRET: Final = Parameter(
    reading.HEADER, {"type": "string"}, "the link's secret: what stands behind the # of its address", "header"
)
_AT: Final = Parameter(
    "at", {"type": "string", "pattern": wire.AT_PATTERN}, "the caller's local time, YYYY-MM-DDTHH:MM:SS"
)
_PAGE: Final = (
    Parameter("place", {"type": "string"}, "the place of the last answer; from the start without one"),
    Parameter(
        "limit",
        {"type": "integer", "minimum": 1, "maximum": reading.MOST},
        f"documents a page, {reading.DEFAULT} if not given",
    ),
)

SHARE_ROUTES: Final = (
    signed_in(
        "GET",
        "shares",
        given.show,
        "Who may read the own journal, and whose journals are shared with the caller",
        gives=shapes.SharesOut,
    ),
    signed_in(
        "POST",
        "shares",
        given.make,
        "Let an account or a link's holders read; a link is shown once, an account's share replaces the one before",
        takes=shapes.ShareIn,
        gives=shapes.ShareMade,
        most_bytes=given.MOST_BYTES,
        once="secret",
    ),
    deletion(
        "shares/<str:share_id>",
        given.end,
        "End a share at once: revoke one's own, decline or give back another's",
    ),
    signed_in(
        "POST",
        "shares/<str:share_id>/accept",
        given.accept,
        "Accept what a lifter shares",
        gives=shapes.ShareReceived,
        once="stored",
    ),
    signed_in(
        "GET",
        "shares/<str:share_id>/documents",
        reading.account_reads,
        "What a lifter shares with the caller, page by page; 410 share_ended once it is not shared any more",
        gives=shapes.SharedPage,
        query=_PAGE,
    ),
    signed_in(
        "GET",
        "shares/<str:share_id>/snapshot",
        reading.snapshot,
        "The snapshot of what a lifter shares with the caller, for accounts that read training",
        gives=SnapshotOut,
        query=(_AT,),
        lane="slow",
    ),
    Route(
        "GET",
        "lifters",
        reading.lifters,
        "Who shares a journal with the caller, and what of it needs him: whoever needs most first",
        account=True,
        gives=shapes.LiftersOut,
        query=(_AT,),
        lane="slow",
    ),
    signed_in(
        "POST",
        "shares/<str:share_id>/comments",
        comments.comment,
        "Comment on a workout, an exercise or a set of a lifter who shares his training",
        takes=shapes.CommentIn,
        gives=dict[str, bool],
        most_bytes=comments.MOST_BYTES,
        once="stored",
    ),
    deletion(
        "shares/<str:share_id>/comments/<str:comment_id>",
        comments.take_back,
        "Delete an own comment",
    ),
    signed_in(
        "POST",
        "shares/<str:share_id>/proposals",
        proposals.propose,
        "Propose a program or a change of plan to a lifter who shares his plans",
        takes=shapes.ProposalIn,
        gives=dict[str, bool],
        most_bytes=proposals.MOST_BYTES,
        once="stored",
    ),
    deletion(
        "shares/<str:share_id>/proposals/<str:proposal_id>",
        proposals.withdraw,
        "Withdraw an own proposal that is not answered yet",
    ),
    Route(
        "GET",
        "shared",
        reading.link,
        "Whose log a link opens, what of it and until when",
        account=False,
        gives=shapes.ShareReceived,
        query=(_SECRET,),
        tokens=False,
    ),
    Route(
        "GET",
        "shared/documents",
        reading.link_reads,
        "What a link shares, page by page; 410 share_ended once it has ended",
        account=False,
        gives=shapes.SharedPage,
        query=(_SECRET, *_PAGE),
        tokens=False,
    ),
)
