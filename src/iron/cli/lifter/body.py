"""``iron body``: the weight of the body, listed or logged."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from iron.cli.answers import day, out, print_json, say, table
from iron.cli.operations import DEVICE
from iron.cli.options import AsJson, Lifter, Since, Unit
from iron.values import clock
from iron.values.errors import BadInputError


def body(
    weight: Annotated[
        str | None,
        typer.Argument(
            metavar="[WEIGHT]",
            help="Body weight to log, such as 82.4 or 181.5lb. Without a weight, the list is shown.",
        ),
    ] = None,
    at: Annotated[str | None, typer.Option(help="Day of the measurement. Default: today.")] = None,
    since: Since = None,
    limit: Annotated[int, typer.Option(min=1, help="Maximum number of rows.")] = 10,
    unit: Unit = None,
    lifter: Lifter = None,
    as_json: AsJson = False,
) -> None:
    """Show your body weight and its trend, or log it. `iron undo` removes the last entry."""
    from iron.journal.questions.body_rows import BODY_MASS, body_rows, body_trend
    from iron.server.opening import open_journal
    from iron.values.units import check_mass_unit

    check_mass_unit(unit)
    journal = open_journal(lifter)
    shown_in = unit or journal.unit
    if weight is not None:
        value, named_unit = _weight(weight, shown_in)
        moment = f"{day(at, 'at', clock.today())}T12:00:00" if at else clock.local_now()
        document = {"v": 1, "at": moment, "what": BODY_MASS, "value": value, "unit": named_unit}
        rows = [("measurement", clock.fresh_ids()(), document)]
        for result in journal.commit(rows, device=DEVICE, at=clock.utc_now(), op_ids=clock.op_ids()):
            if result.error is not None:
                raise result.error
        if not as_json:
            say(f"Logged: {value:g} {named_unit} on {moment[:10]}.")
    entries = body_rows(journal, since=day(since, "since", clock.today()), unit=unit)
    masses = [row for row in entries if row.what == BODY_MASS]
    trend = body_trend(masses, clock.today(), shown_in)
    if as_json:
        print_json({"trend": trend.as_json(), "measurements": [row.as_json() for row in entries[:limit]]})
        return
    say(trend.sentence)
    by_day = {row.at[:10]: row.value for row in reversed(masses)}
    if len(by_day) > 2:
        from iron.cli.charts import line_chart

        days = [date.fromisoformat(text) for text in by_day]
        say(line_chart(days, list(by_day.values()), width=out.width))
    if entries and weight is None:
        cells = [
            [row.at[:10], row.what.replace("_", " "), f"{row.value:g} {row.unit}"] for row in entries[:limit]
        ]
        table(["day", "what", ""], cells, right=(2,))


def _weight(text: str, unit: str) -> tuple[float, str]:
    import re

    match_ = re.fullmatch(r"(\d+(?:[.,]\d+)?)\s*(kgs?|lbs?)?", text.strip().lower())
    if match_ is None:
        raise BadInputError(
            f"“{text[:20]}” is not a weight. Write a weight like 82.4 or 181.5lb.", where="weight"
        )
    named_unit = unit if match_[2] is None else "kg" if match_[2].startswith("k") else "lb"
    return float(match_[1].replace(",", ".")), named_unit
