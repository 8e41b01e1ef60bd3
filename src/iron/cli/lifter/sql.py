"""``iron sql``: questions to the journal in SQL, on a copy in memory."""

from __future__ import annotations

import sqlite3
import sys
from typing import Annotated

import typer

from iron.cli.answers import print_json, say, table
from iron.cli.options import AsJson, Lifter, Unit
from iron.values.errors import BadInputError

_MOST = 50


def sql(
    query: Annotated[
        str | None,
        typer.Argument(
            help="An SQL query, or - to read the query from standard input. Without a query, the tables are listed."
        ),
    ] = None,
    limit: Annotated[
        int, typer.Option(min=1, help="Maximum number of rows. --json and --csv print all.")
    ] = _MOST,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print CSV.")] = False,
    unit: Unit = None,
    lifter: Lifter = None,
    as_json: AsJson = False,
) -> None:
    """Query the journal with SQL (SQLite). The tables are a copy, so a query cannot change the journal.

    iron sql "select name, count(*) from sets group by 1 order by 2 desc"
    """
    from iron.journal.questions.tables import in_memory
    from iron.server.opening import open_journal
    from iron.values.units import check_mass_unit

    check_mass_unit(unit)
    connection = in_memory(open_journal(lifter), unit=unit)
    text = sys.stdin.read() if query == "-" else query
    if text is None:
        _tables(connection, as_json=as_json)
        return
    try:
        cursor = connection.execute(text)
        rows = cursor.fetchall()
    except (sqlite3.Error, sqlite3.Warning) as problem:
        raise BadInputError(
            f"SQLite reports: {problem}. Run `iron sql` to list the tables.", where="query"
        ) from None
    names = [column[0] for column in cursor.description or ()]
    if as_json:
        print_json([dict(zip(names, row, strict=True)) for row in rows])
    elif as_csv:
        import csv

        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(names)
        writer.writerows(rows)
    else:
        table(names, [[_cell(value) for value in row] for row in rows[:limit]])
        if len(rows) > limit:
            say(f"… and {len(rows) - limit} more rows. Show them with --limit.")


def _tables(connection: sqlite3.Connection, *, as_json: bool) -> None:
    tables = {
        name: [column[1] for column in connection.execute(f"pragma table_info({name})")]
        for (name,) in connection.execute("select name from sqlite_master where type = 'table' order by 1")
    }
    if as_json:
        print_json(tables)
        return
    for name, columns in tables.items():
        say(f"{name}({', '.join(columns)})")


def _cell(value: object) -> str:
    if value is None:
        return ""
    return f"{value:g}" if isinstance(value, float) and abs(value) < 1e6 else str(value)
