"""``iron volume``: hard sets for each muscle, week by week."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated

import typer

from iron.cli.answers import day, print_json, say, table, title
from iron.cli.charts import bar
from iron.cli.options import AsJson, Lifter, Since, Until
from iron.values import clock

_WEEKS = 4
_WIDTH = 24


def volume(
    muscle: Annotated[
        str | None, typer.Argument(metavar="[MUSCLE]", help="One muscle, such as quads.")
    ] = None,
    since: Since = None,
    until: Until = None,
    lifter: Lifter = None,
    as_json: AsJson = False,
) -> None:
    """Show hard sets per muscle and week, by default of the last four weeks. For growth, aim for 10 to 20 a week."""
    from iron.journal.questions.volume_rows import volume_rows
    from iron.server.opening import open_journal

    on = clock.today()
    begin = day(since, "since", on) or (on - timedelta(weeks=_WEEKS - 1)).isoformat()
    rows = volume_rows(open_journal(lifter), since=begin, until=day(until, "until", on), muscle=muscle)
    if as_json:
        print_json([row.as_json() for row in rows])
        return
    if not rows:
        say(f"No hard sets since {begin}.")
        return
    most = max(row.sets for row in rows)
    for week in dict.fromkeys(row.week for row in rows):
        title(f"Week of {week}")
        cells = [
            [row.name, f"{row.sets:g}", bar(row.sets, most, _WIDTH), f"{row.standing} 10–20"]
            for row in rows
            if row.week == week
        ]
        table(["muscle", "sets", "", ""], cells, right=(1,))
