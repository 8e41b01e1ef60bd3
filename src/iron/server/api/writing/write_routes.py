"""The plain writes in the route table."""

from __future__ import annotations

from typing import Final

from iron.server.api.route import Parameter, Route
from iron.server.api.writing import log

_DRY_RUN: Final = Parameter(
    "dry_run", {"type": "integer", "enum": [0, 1]}, "1 says what would be logged and stores nothing"
)

WRITE_ROUTES: Final = (
    Route(
        "POST",
        "sets",
        log.sets,
        "Log sets of one exercise; they join the workout that runs, else a new one begins",
        account=True,
        takes=log.SetsIn,
        gives=log.LoggedOut,
        query=(_DRY_RUN,),
        lane="slow",
        once="stored",
    ),
    Route(
        "POST",
        "body",
        log.body,
        "Log a measurement of the body",
        account=True,
        takes=log.MeasurementIn,
        gives=log.MeasurementLogged,
        query=(_DRY_RUN,),
        once="stored",
    ),
)
