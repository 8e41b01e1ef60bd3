"""Backups of a PostgreSQL database with its own programs: pg_dump, pg_restore and psql.

A dump and its counts are of one moment (an exported snapshot). A restore is one transaction: the tables that are there
move into a schema of their own, the dump is read, and every journal gets a new epoch; whatever fails, nothing changed.
Source: postgresql.org/docs/current/app-pgdump.html, functions-admin.html (pg_export_snapshot).
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, Any, Final

from iron.values.errors import BadFileError, BadInputError, ConflictError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    import psycopg

DUMP_FILE: Final = "iron.pgdump"
_SCHEMA: Final = "public"
_BLOCK: Final = 1 << 20
_COPY: Final = re.compile(rb'^COPY (?:"?\w+"?\.)?"?(\w+)"? \(')
_NEW_EPOCH: Final = "left(replace(gen_random_uuid()::text, '-', ''), 16)"
_EPOCHS: Final = (
    f"UPDATE {_SCHEMA}.clock SET epoch = {_NEW_EPOCH}, renewed = TRUE;\n"  # noqa: S608  (constants)
    # An account that had logged nothing yet may have logged since.
    f"INSERT INTO {_SCHEMA}.clock (user_id, seq, epoch, renewed) SELECT id, 0, {_NEW_EPOCH}, TRUE "
    f"FROM {_SCHEMA}.accounts_user WHERE id NOT IN (SELECT user_id FROM {_SCHEMA}.clock);\n"
)


def dump(url: str, to: Path, counted: Sequence[str]) -> dict[str, int]:
    """Write the whole database into a file while it runs; returns how many rows some tables have in it.

    Args:
        url: IRON_DATABASE_URL.
        to: the file.
        counted: tables to count.

    Raises:
        BadInputError: the database or the programs cannot be used; the sentence says why.
    """
    with _connected(url) as connection:
        connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        snapshot = _value(connection, "SELECT pg_export_snapshot()")
        counts = {
            name: int(_value(connection, f"SELECT count(*) FROM {_SCHEMA}.{name}"))  # noqa: S608  (constants)
            for name in counted
            if _value(connection, "SELECT to_regclass(%s)", f"{_SCHEMA}.{name}") is not None
        }
        options = ["--format=custom", "--no-owner", "--no-privileges", f"--table={_SCHEMA}.*"]
        _run(url, "pg_dump", *options, f"--snapshot={snapshot}", f"--file={to}")
    return counts


def count(file: Path, counted: Sequence[str]) -> dict[str, int]:
    """Read a dump from end to end and count rows of some tables; those that it lacks are left out.

    Raises:
        BadFileError: it is damaged.
    """
    counts: dict[str, int] = {}
    command = [_program("pg_restore"), "--data-only", "--file=-", str(file)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:  # noqa: S603
        assert process.stdout is not None  # noqa: S101  (asked for as pipes)
        assert process.stderr is not None  # noqa: S101
        name = None
        for line in process.stdout:
            # In COPY's text form a row is a line: line ends inside values are escaped.
            if name is not None and line == b"\\.\n":
                name = None
            elif name is not None:
                counts[name] += 1
            elif start := _COPY.match(line):
                name = start.group(1).decode()
                counts[name] = 0
        problem = process.stderr.read()
    if process.returncode:
        raise BadFileError(
            f"The database in this backup cannot be read ({_first_line(problem)}). Choose an earlier backup; "
            "nothing was changed."
        )
    return {table: counts[table] for table in counted if table in counts}


def is_there(url: str) -> bool:
    """Say whether the database has Iron's tables."""
    with _connected(url) as connection:
        return _value(connection, "SELECT to_regclass(%s)", f"{_SCHEMA}.clock") is not None


def restore(url: str, file: Path, at: str) -> None:
    """Put a dump back in one transaction; tables that are there move into the schema ``before_<time>``.

    Args:
        url: IRON_DATABASE_URL.
        file: what `dump` wrote.
        at: now; its digits name the schema.

    Raises:
        ConflictError: somebody uses the database. Nothing was changed.
        BadInputError: it failed. Nothing was changed.
    """
    with _connected(url) as connection:
        others = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND "
        if _value(connection, f"{others} backend_type = 'client backend' AND pid <> pg_backend_pid()"):
            raise ConflictError(
                "Iron or another program is connected to the database. Stop the server first. Nothing was changed."
            )
        aside = "before_" + "".join(letter for letter in at if letter.isdigit())
        moves = _moves(connection, aside)
    _read_in(url, file, moves)


def _moves(connection: psycopg.Connection[Any], aside: str) -> str:
    """SQL that moves all tables and views of Iron's schema into another one; indexes and sequences go along."""
    rows = connection.execute(
        "SELECT CASE relkind WHEN 'v' THEN 'VIEW' ELSE 'TABLE' END, quote_ident(relname) FROM pg_class "
        "WHERE relnamespace = %s::regnamespace AND relkind IN ('r', 'p', 'v')",
        [_SCHEMA],
    ).fetchall()
    if not rows:
        return ""
    moves = "".join(f"ALTER {kind} {_SCHEMA}.{name} SET SCHEMA {aside};\n" for kind, name in rows)
    return f"CREATE SCHEMA {aside};\n{moves}"


def _read_in(url: str, file: Path, before: str) -> None:
    # Without COMMIT at the end psql leaves everything as it was, so a dump that breaks off changes nothing.
    target, environment = _target(url)
    reading = [_program("pg_restore"), "--no-owner", "--no-privileges", "--file=-", str(file)]
    writing = [_program("psql"), "--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", f"--dbname={target}"]
    pipe = subprocess.PIPE
    with (
        subprocess.Popen(reading, stdout=pipe, stderr=pipe) as dumped,  # noqa: S603
        subprocess.Popen(  # noqa: S603
            writing, stdin=pipe, stdout=subprocess.DEVNULL, stderr=pipe, env=environment
        ) as psql,
    ):
        assert dumped.stdout is not None  # noqa: S101  (asked for as pipes)
        assert psql.stdin is not None  # noqa: S101
        problem = _feed(psql.stdin, dumped, before)
        _, complaint = psql.communicate()
    if problem or psql.returncode:
        raise BadInputError(
            f"The backup was not put back, and nothing was changed: {problem or _first_line(complaint)}. "
            "psql and pg_restore must be of the server's version, and Iron's account must own its tables and may "
            "create a schema."
        )


def _feed(to: IO[bytes], dumped: subprocess.Popen[bytes], before: str) -> str:
    """Send the whole transaction; what went wrong with the dump, or an empty text."""
    assert dumped.stdout is not None  # noqa: S101
    assert dumped.stderr is not None  # noqa: S101
    try:
        to.write(f"BEGIN;\n{before}".encode())
        shutil.copyfileobj(dumped.stdout, to, _BLOCK)
        problem = dumped.stderr.read()
        if dumped.wait():
            return _first_line(problem)
        to.write(f"{_EPOCHS}COMMIT;\n".encode())
        to.flush()
    except BrokenPipeError:
        dumped.kill()  # psql stopped at an error, which it says itself
    return ""


def _run(url: str, program: str, *options: str) -> None:
    target, environment = _target(url)
    command = [_program(program), f"--dbname={target}", *options]
    process = subprocess.run(command, env=environment, capture_output=True, check=False)  # noqa: S603
    if process.returncode:
        raise BadInputError(
            f"{program} failed: {_first_line(process.stderr)}. It must be at least of the server's version."
        )


def _program(name: str) -> str:
    path = shutil.which(name)
    if path is None:
        raise BadInputError(
            f"{name} is not installed, and backups of PostgreSQL need it. Install PostgreSQL's client programs "
            "(Debian: postgresql-client)."
        )
    return path


def _target(url: str) -> tuple[str, dict[str, str]]:
    """The address for libpq's programs, and their environment with the password, which no process list shows."""
    from psycopg.conninfo import conninfo_to_dict, make_conninfo

    parts: dict[str, Any] = conninfo_to_dict(url)
    parts.setdefault("dbname", "iron")
    password = parts.pop("password", None)
    return make_conninfo(**parts), {**os.environ, **({"PGPASSWORD": str(password)} if password else {})}


@contextmanager
def _connected(url: str) -> Iterator[psycopg.Connection[Any]]:
    try:
        import psycopg
    except ImportError:
        raise BadInputError("PostgreSQL needs one more package: pip install 'iron-log[postgres]'.") from None
    name = psycopg.conninfo.conninfo_to_dict(url).get("dbname") or "iron"
    try:
        with psycopg.connect(url, dbname=name) as connection:
            yield connection
    except psycopg.Error as problem:
        raise BadInputError(
            f"The database of IRON_DATABASE_URL does not answer this: {_first_line(str(problem).encode())}."
        ) from None


def _value(connection: psycopg.Connection[Any], sql: str, *parameters: object) -> Any:
    row = connection.execute(sql.encode(), parameters or None).fetchone()
    return None if row is None else row[0]


def _first_line(raw: bytes) -> str:
    lines = raw.decode(errors="replace").strip().splitlines()
    return " ".join((lines[0] if lines else "no reason given").split()).rstrip(".")
