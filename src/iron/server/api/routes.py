"""Every address of the API, once: the URLs and the OpenAPI document are made from this table."""

from __future__ import annotations

from typing import Final

from iron.server.alarms.requests import ALARM_ROUTES
from iron.server.api import (
    account,
    advice,
    data,
    derived,
    growth,
    runs,
    sessions,
    sync,
    tokens,
    wire,
)
from iron.server.api.connecting.connect_routes import CONNECT_ROUTES
from iron.server.api.read_routes import READ_ROUTES
from iron.server.api.route import FIT, ZIP, Parameter, Route, deletion, signed_in
from iron.server.api.sharing.group_routes import GROUP_ROUTES
from iron.server.api.sharing.share_routes import SHARE_ROUTES
from iron.server.api.snapshot_types import SnapshotOut
from iron.server.api.writing.write_routes import WRITE_ROUTES

_TEXT: Final = {"type": "string"}
_FLAG: Final = {"type": "integer", "enum": [0, 1]}
_UNIT: Final = {"type": "string", "enum": ["kg", "lb"]}
_AT: Final = {"type": "string", "pattern": wire.AT_PATTERN}

ROUTES: Final = (
    Route(
        "GET", "me", account.me, "Who is signed in, and what this server is", account=False, gives=wire.MeOut
    ),
    deletion(
        "me",
        data.leave,
        "Delete the account and everything in it, within five minutes of giving its password or passkey",
    ),
    signed_in(
        "GET",
        "tokens",
        tokens.tokens,
        "The keys of programs",
        gives=list[wire.TokenOut],
    ),
    signed_in(
        "POST",
        "tokens",
        tokens.make,
        "Make a key for a program; it is shown once",
        takes=tokens.TokenIn,
        gives=wire.TokenMade,
        once="secret",
    ),
    deletion(
        "tokens/<int:token_id>",
        tokens.end,
        "End a key at once",
    ),
    signed_in(
        "GET",
        "sessions",
        sessions.sessions,
        "Where the account is signed in, this browser first",
        gives=list[wire.SessionOut],
    ),
    signed_in(
        "DELETE",
        "sessions",
        sessions.end_others,
        "Sign out everywhere but here",
        gives=wire.SessionsEnded,
    ),
    signed_in(
        "DELETE",
        "sessions/<int:session_id>",
        sessions.end,
        "Sign one browser out",
        gives=wire.SessionsEnded,
    ),
    Route(
        "GET",
        "archive",
        data.save,
        "The own journal as one file with a checksum",
        account=True,
        gives=wire.ARCHIVE_FILE,
        query=(Parameter("history", _FLAG, "1 adds every revision of every document"),),
        lane="slow",
    ),
    Route(
        "GET",
        "table/<str:app>",
        data.table,
        "The sets as the CSV that another app reads: strong or hevy (the archive keeps everything, this does not)",
        account=True,
        gives=str,
        query=(Parameter("unit", _UNIT, "kg or lb, kg if not given"),),
        lane="slow",
    ),
    Route(
        "GET",
        "activities",
        data.activities,
        "Every workout as a FIT activity of strength training, in one ZIP archive (docs/formats.md)",
        account=True,
        gives=ZIP,
        lane="slow",
    ),
    Route(
        "GET",
        "activities/<str:workout>",
        data.activity,
        "One workout as a FIT activity of strength training",
        account=True,
        gives=FIT,
        lane="slow",
    ),
    Route(
        "POST",
        "archive",
        data.restore,
        "Read such a file back, in one transaction; what is here and newer stays",
        account=True,
        takes=wire.ARCHIVE_FILE,
        gives=wire.RestoreOut,
        query=(
            Parameter("dry_run", _FLAG, "1 says what would happen and stores nothing"),
            Parameter("other", _FLAG, "1 takes the file although it is another lifter's"),
        ),
        lane="slow",
        most_bytes=data.RESTORE_LIMIT,
        once="stored",
    ),
    Route(
        "POST",
        "sync/push",
        sync.push,
        "Send operations; each is answered with what its document now is. Sending one again is harmless",
        account=True,
        takes=wire.PushIn,
        gives=wire.PushOut,
        most_bytes=sync.PUSH_LIMIT,
    ),
    Route(
        "GET",
        "sync/pull",
        sync.pull,
        "What changed after a sequence number, deleted documents too",
        account=True,
        gives=wire.PullOut,
        query=(
            Parameter(
                "since",
                {"type": "integer", "minimum": 0, "maximum": sync.LAST_SEQ},
                "the seq of the last answer, 0 at first",
            ),
            Parameter(
                "limit",
                {"type": "integer", "minimum": 1, "maximum": sync.PULL_MOST},
                f"documents a page, {sync.PULL_DEFAULT} if not given",
            ),
            Parameter("epoch", _TEXT, "the epoch last told; another one now is a 409 new_epoch"),
            Parameter("seen", _TEXT, "made_by of the newest revision that was told, on push or pull"),
        ),
    ),
    Route(
        "GET",
        "history/<str:kind>/<str:doc_id>",
        sync.history,
        "The revisions of one document, newest first, with what lost a merge",
        account=True,
        gives=list[wire.RevisionOut],
    ),
    Route(
        "POST",
        "import/plan",
        derived.plan,
        "A dry run of an import: fields file, and unit (kg or lb) where the file does not say",
        account=False,
        takes="form",
        lane="heavy",
        most_bytes=derived.PLAN_LIMIT + derived.FORM_ROOM,
    ),
    Route(
        "POST",
        "compute",
        derived.compute,
        "The snapshot of the documents that are sent",
        account=False,
        takes=wire.ComputeIn,
        gives=SnapshotOut,
        lane="heavy",
        most_bytes=derived.COMPUTE_LIMIT,
    ),
    Route(
        "GET",
        "snapshot",
        derived.stored_snapshot,
        "The snapshot of the signed-in lifter: lines, capacity, trends",
        account=True,
        gives=SnapshotOut,
        query=(Parameter("at", _AT, "the lifter's local time, YYYY-MM-DDTHH:MM:SS"),),
        lane="slow",
    ),
    Route(
        "GET",
        "growth/<str:exercise>",
        growth.growth,
        "Growth of one exercise: its lines with a point a workout, capacity, trend and records",
        account=True,
        query=(
            Parameter(
                "at", _AT, "only what was started before it counts, YYYY-MM-DDTHH:MM:SS; now if absent"
            ),
            Parameter("unit", _UNIT, "kg or lb; the lifter's own if absent"),
        ),
        gives=growth.GrowthOut,
        lane="slow",
    ),
    Route(
        "GET",
        "runs",
        runs.runs,
        "Runs of programs: state, next session with its targets, every change with its evidence",
        account=True,
        gives=runs.RunsOut,
        lane="slow",
    ),
    Route(
        "GET",
        "advice/<str:doc_id>",
        advice.advice,
        "A stored advice, and whether it is solved the same way again from what it stores",
        account=True,
        gives=advice.AdviceOut,
        lane="slow",
    ),
    *READ_ROUTES,
    *WRITE_ROUTES,
    *CONNECT_ROUTES,
    *SHARE_ROUTES,
    *GROUP_ROUTES,
    *ALARM_ROUTES,
)
