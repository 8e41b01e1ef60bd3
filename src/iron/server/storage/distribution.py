"""Spreading the journals' tables over machines with Citus, by the lifter; the accounts stay on the coordinator.

Each table becomes a distributed table with ``user_id`` as its distribution column, all of them colocated: the rows of a
lifter are in shards that move together, and a push is one transaction on one machine. `broken_rules` asks the catalogue
of any PostgreSQL whether the tables may be distributed so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from iron.values.errors import BadInputError, ConflictError, IronError, NotFoundError

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper
    from django.db.backends.utils import CursorWrapper

TABLES: Final = ("clock", "document", "history", "answered")
"""Tables of the journals; the others are colocated with the first one."""
COLUMN: Final = "user_id"
SHARDS: Final = 32
"""Citus' own default of `citus.shard_count`."""
OLDEST_CITUS: Final = 11
"""The first one in which shards move under load without an Enterprise licence (release notes of Citus 11.0)."""

_VERSION: Final = (
    "SELECT current_setting('server_version'), (SELECT default_version FROM pg_available_extensions "
    "WHERE name = 'citus'), (SELECT extversion FROM pg_extension WHERE extname = 'citus')"
)
_OTHERS: Final = (
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() "
    "AND backend_type = 'client backend'"
)
_DISTRIBUTED: Final = "SELECT table_name::text, distribution_column, colocation_id FROM citus_tables"
# Unique indexes are what primary keys and unique constraints are made of.
_UNIQUE: Final = (
    "SELECT i.indexrelid::regclass::text FROM pg_index i WHERE i.indrelid = to_regclass(%s) AND i.indisunique "
    "AND NOT EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = i.indrelid AND a.attname = %s "
    "AND a.attnum = ANY (i.indkey::smallint[]))"
)
_FOREIGN: Final = (
    "SELECT conname FROM pg_constraint WHERE contype = 'f' AND to_regclass(%s) IN (conrelid, confrelid)"
)
_TRIGGERS: Final = "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgrelid = to_regclass(%s)"
_COUNTED: Final = (
    "SELECT a.attname FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum "
    "WHERE a.attrelid = to_regclass(%s) AND a.attnum > 0 "
    "AND (a.attidentity <> '' OR pg_get_expr(d.adbin, d.adrelid) LIKE 'nextval(%%')"
)


class NoCitusError(NotFoundError):
    """The database server has no Citus, or one that is too old."""

    code = "no_citus"


@dataclass(frozen=True, slots=True)
class Plan:
    """What is there and what is missing.

    Attributes:
        postgres: version of the server.
        citus: version of the extension, as installed or as it would be installed.
        distributed: tables that are distributed already.
        statements: what is to be run, in order; empty when all is done.
    """

    postgres: str
    citus: str
    distributed: tuple[str, ...]
    statements: tuple[str, ...]


def plan(connection: BaseDatabaseWrapper, shards: int = SHARDS) -> Plan:
    """Find out what is missing; changes nothing.

    Args:
        connection: the database of Iron, migrated.
        shards: shards of each table. More than 2 to 4 for each core of all workers gain nothing at first; the number
            bounds how many machines the journals can be spread over later.

    Raises:
        BadInputError: the database is SQLite.
        NoCitusError: the server has no Citus, or an old one.
        ConflictError: the tables break a rule, or are distributed in another way.
    """
    if connection.vendor != "postgresql":
        raise BadInputError(
            "Only PostgreSQL with Citus spreads over machines, and this server uses SQLite. "
            "Set IRON_DATABASE_URL to the coordinator of a Citus cluster."
        )
    with connection.cursor() as cursor:
        postgres, citus, installed = _citus(cursor)
        broken = broken_rules(cursor)
        if broken:
            raise ConflictError(f"The tables cannot be distributed: {' '.join(broken)}")
        distributed = _distributed(cursor) if installed else ()
    missing = [table for table in TABLES if table not in distributed]
    statements = [] if installed else ["CREATE EXTENSION citus"]
    statements += [_statement(table, shards) for table in missing]
    return Plan(postgres, citus, distributed, tuple(statements))


def distribute(connection: BaseDatabaseWrapper, shards: int = SHARDS) -> Plan:
    """Do what is missing; safe to call again after a run that was stopped.

    Raises:
        ConflictError: another program uses the database: between two tables a push would find half of them.
        IronError: Citus did something else than it was asked; nothing stored is lost then.
        BadInputError, NoCitusError: as `plan`.
    """
    wanted = plan(connection, shards)
    if not wanted.statements:
        return wanted
    with connection.cursor() as cursor:
        cursor.execute(_OTHERS)
        others = cursor.fetchone()[0]
        if others:
            raise ConflictError(
                f"{others} other connections use this database. Stop every `iron serve` and whatever else is "
                "connected, and run this again."
            )
        for statement in wanted.statements:
            cursor.execute(statement)
        left = [table for table in TABLES if table not in _distributed(cursor)]
    if left:
        raise IronError(f"Citus did not distribute {', '.join(left)}. See the log of PostgreSQL.")
    return wanted


def broken_rules(cursor: CursorWrapper) -> list[str]:
    """Return a sentence for each rule that a table of the journals breaks; works on any PostgreSQL."""
    sentences = []
    for table in TABLES:
        cursor.execute("SELECT to_regclass(%s) IS NULL", [table])
        if cursor.fetchone()[0]:
            sentences.append(f"There is no table {table}: start this Iron once.")
            continue
        for sql, parameters, sentence in (
            (_UNIQUE, [table, COLUMN], "has a key without user_id"),
            (_FOREIGN, [table], "is at an end of a foreign key"),
            (_TRIGGERS, [table], "has a trigger"),
            (_COUNTED, [table], "has a column that the database counts"),
        ):
            cursor.execute(sql, parameters)
            sentences += [f"{table} {sentence}: {name}." for (name,) in cursor.fetchall()]
    return sentences


def _citus(cursor: CursorWrapper) -> tuple[str, str, str | None]:
    """Versions of PostgreSQL and Citus, and of what of Citus is installed in this database."""
    cursor.execute(_VERSION)
    postgres, available, installed = cursor.fetchone()
    if available is None:
        raise NoCitusError(
            f"PostgreSQL {postgres} has no extension citus, so the tables stay on one machine. Install Citus "
            f"{OLDEST_CITUS} or newer on the coordinator and on each worker, with citus first in "
            "shared_preload_libraries, and run this again."
        )
    version = installed or available
    number = re.match(r"\d+", version)
    if number is None or int(number.group()) < OLDEST_CITUS:
        raise NoCitusError(
            f"Citus {version} cannot move shards under load. Upgrade to {OLDEST_CITUS} or newer."
        )
    return postgres, version, installed


def _distributed(cursor: CursorWrapper) -> tuple[str, ...]:
    """The tables that are distributed as they should be.

    Raises:
        ConflictError: one is distributed by another column, or away from the others.
    """
    cursor.execute(_DISTRIBUTED)
    rows = {name: (column, group) for name, column, group in cursor.fetchall() if name in TABLES}
    wrong = [name for name, (column, _) in rows.items() if column != COLUMN]
    if wrong:
        raise ConflictError(
            f"{', '.join(wrong)} is distributed by another column than {COLUMN}. Run SELECT "
            f"undistribute_table('{wrong[0]}') in psql and this again."
        )
    if len({group for _, group in rows.values()}) > 1:
        raise ConflictError(
            "The tables are distributed, but not colocated: the shards of a lifter may be on different machines. "
            f"Run SELECT undistribute_table(name) in psql for each of {', '.join(rows)}, and this again."
        )
    return tuple(table for table in TABLES if table in rows)


def _statement(table: str, shards: int) -> str:
    how = f"shard_count => {int(shards)}" if table == TABLES[0] else f"colocate_with => '{TABLES[0]}'"
    return f"SELECT create_distributed_table('{table}', '{COLUMN}', {how})"
