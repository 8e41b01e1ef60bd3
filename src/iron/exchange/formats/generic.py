"""Any table with a date, an exercise and a number; its columns are told by their words and by what stands in them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from msgspec import structs

from iron.exchange.assemble import ParsedRow
from iron.exchange.reading import cells, kinds, roles, row_reading
from iron.exchange.reading.cells import RowProblemError
from iron.exchange.reading.cells_above import Above
from iron.exchange.reading.columns import Columns, Place, fold_header, split_unit
from iron.exchange.reading.numbers import MASS_WORDS
from iron.exchange.reading.packed import Packed, unpack
from iron.exchange.reading.roles import Roles
from iron.exchange.reading.sheet import Sheet, make_set, sheet
from iron.values.errors import BadFileError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from iron.exchange.foreign import Foreign, ForeignSet, SetKind
    from iron.exchange.options import ReadOptions
    from iron.exchange.reading.sheet import Loaded
    from iron.exchange.reading.table import Row, Table
    from iron.values.units import MassUnit

NAME: Final = "generic"

_NOT_DONE: Final = frozenset(
    [
        "notstarted",
        "not",
        "started",
        "skipped",
        "planned",
        "pending",
        "todo",
        "open",
        "false",
        "no",
        "0",
        "incomplete",
        "not",
        "done",
        "nicht",
        "übersprungen",
        "offen",
        "missed",
        "cancelled",
        "canceled",
    ]
)
_LEFT: Final = frozenset(
    [
        "left",
        "l",
        "links",
        "gauche",
        "izquierda",
        "izquierdo",
        "sinistra",
        "sinistro",
        "esquerda",
        "esquerdo",
        "lewa",
        "sol",
        "лево",
        "vänster",
        "venstre",
        "左",
    ]
)
_RIGHT: Final = frozenset(
    [
        "right",
        "r",
        "rechts",
        "droite",
        "derecha",
        "derecho",
        "destra",
        "destro",
        "direita",
        "direito",
        "prawa",
        "sağ",
        "право",
        "höger",
        "højre",
        "右",
    ]
)
_MOST_SETS: Final = 50


@dataclass(slots=True)
class _Reader:
    """What rows of one file share."""

    sheet: Sheet
    roles: Roles
    side_by_side: tuple[tuple[int | None, int, Sheet], ...] = ()
    above: Above | None = None

    def text(self, row: Row, role: str) -> str:
        """Return the cell of a role, empty where the table has none."""
        place = self.roles.at.get(role)
        return row.cells[place].strip() if place is not None else ""


def detect(table: Table, options: ReadOptions | None = None) -> float:
    """Return 0.1 for a table with a date, an exercise and a number, so that every known format wins over this."""
    proposed = roles.roles_of(table, options.knows if options else None, columns_said(table, options))
    return 0.1 if not proposed.missing else 0.0


def columns_said(table: Table, options: ReadOptions | None) -> Mapping[str, str]:
    """Return the columns that the lifter named, now or for a table with the same header before."""
    if options is None:
        return {}
    return options.columns or options.remembered.get(signature(table), {})


def signature(table: Table) -> str:
    """Return what two tables with the same columns have in common."""
    return "|".join(cell.strip().casefold() for cell in table.header)


def read(table: Table, options: ReadOptions) -> Foreign:
    """Read a table: one row a set, sets side by side, or one column a lift; rows of one date and title a workout."""
    column_names = columns_said(table, options)
    proposed = roles.roles_of(table, options.knows, column_names)
    prepared = _prepared(table, proposed, options)
    named = ", ".join(
        f"“{table.header[place].strip()}” as {role.replace('_', ' ')}" for role, place in proposed.at.items()
    )
    prepared.remarks.add(f"Iron does not know this app; columns were read by their names: {named}.", 1)
    above = Above.of(table, proposed)
    if above is not None:
        prepared.remarks.add("A blank date or exercise was read as the one above it.", 1)
    reader = _Reader(prepared, proposed, _parts(prepared, proposed), above)
    load = prepared.columns.find("load")
    foreign = row_reading.read_rows(
        prepared,
        lambda row: _rows(row, reader),
        app=NAME,
        layout="generic-wide" if proposed.lifts else "generic",
        unit=MASS_WORDS.get(load[0].unit) if load else None,
        experimental=not column_names,
    )
    chosen = {role: table.header[place].strip() for role, place in proposed.at.items()}
    return replace(foreign, columns=chosen, header=signature(table))


def _prepared(table: Table, proposed: Roles, options: ReadOptions) -> Sheet:
    """Return the sheet with its columns named by role."""
    by_name = {
        role: (Place(place, table.header[place].strip(), split_unit(fold_header(table.header[place]))[1]),)
        for role, place in proposed.at.items()
    }
    dated = "date" in proposed.at
    prepared = sheet(
        table,
        options=options,
        when=lambda row: _when(row, proposed) if dated and len(row.cells) >= len(table.header) else None,
    )
    header = tuple(cell.strip() for cell in table.header)
    return replace(prepared, columns=Columns(header, by_name))


def _when(row: Row, proposed: Roles) -> str:
    day = row.cells[proposed.at["date"]].strip()
    clock = row.cells[proposed.at["time"]].strip() if "time" in proposed.at else ""
    return f"{day} {clock}".strip() if clock and ":" not in day else day


def _rows(row: Row, reader: _Reader) -> list[ParsedRow] | ParsedRow:
    prepared, proposed = reader.sheet, reader.roles
    row_reading.require_width(row, len(prepared.table.header))
    if reader.above is not None:
        row = reader.above.fill(row)
    start = prepared.dates.read(_when(row, proposed), prepared.table.header[proposed.at["date"]].strip())
    status = re.sub(r"[\s_]+", " ", reader.text(row, "status").casefold())
    header = (
        prepared.table.header[proposed.at["status"]].strip().casefold() if "status" in proposed.at else ""
    )
    if status and (status in _NOT_DONE) != (header == "skipped"):
        raise RowProblemError(
            header,
            status,
            "The table marks this set as not done.",
            "Nothing to do: it is not one of your sets.",
        )
    if proposed.lifts:
        return _lifts(row, reader, start)
    title = reader.text(row, "title")
    base = ParsedRow(
        key=(start.date() if _dated_only(reader, row) else start, title),
        start=start,
        end=_end(row, reader),
        title=title,
        workout_note=prepared.note(row, "workout_note"),
        exercise=prepared.exercise(row, "exercise"),
        number=prepared.whole(row, "set_number") if "set_number" in proposed.at else None,
        group=reader.text(row, "group")[:20] or None,
        what=make_set(row),
    )
    sets = _side_by_side(row, reader) if proposed.sets else None
    if sets is not None:
        return [structs.replace(base, what=each) for each in sets]
    return _one_or_more(row, reader, base)


def _dated_only(reader: _Reader, row: Row) -> bool:
    return ":" not in _when(row, reader.roles)


def _end(row: Row, reader: _Reader) -> datetime | None:
    return reader.sheet.moment_or_none(row, "end") if "end" in reader.roles.at else None


def _one_or_more(row: Row, reader: _Reader, base: ParsedRow) -> list[ParsedRow] | ParsedRow:
    prepared, proposed = reader.sheet, reader.roles
    for role in ("reps", "sets", "load"):
        text = reader.text(row, role)
        if role == "load" and prepared.number_or_none(text) is not None:
            continue
        if role in proposed.at and (
            packed := unpack(text, has_load="load" in proposed.at and role != "load")
        ):
            if len(packed) == 1 and role != "load" and packed[0].load is None:
                continue
            load = (
                prepared.load(row, "load", unit_names=("unit",))
                if role != "load" and "load" in proposed.at
                else None
            )
            return [structs.replace(base, what=_packed_set(row, each, load, reader)) for each in packed]
    kind = _kind(row, reader)
    what = make_set(
        row,
        load=prepared.load(row, "load", unit_names=("unit",)),
        reps=prepared.reps(row, "reps"),
        seconds=prepared.seconds(row, "seconds"),
        distance=prepared.distance(row, "distance", unit_names=("distance_unit",)),
        kind=kind,
        rpe=prepared.rpe(row, "rpe") or prepared.rir(row, "rir"),
        note=prepared.note(row, "note"),
    )
    side = reader.text(row, "side").casefold()
    what = structs.replace(what, side="left" if side in _LEFT else "right" if side in _RIGHT else None)
    count = prepared.whole(row, "sets") or 1
    if not 1 < count <= _MOST_SETS:
        return structs.replace(base, what=what)
    prepared.remarks.add(f"the row says {count} sets; it was read as {count} equal sets.", row.line)
    return [structs.replace(base, what=what)] * count


def _packed_set(row: Row, packed: Packed, load: Loaded | None, reader: _Reader) -> ForeignSet:
    of_cell: Loaded = (
        (packed.load, packed.unit or _header_unit(reader), ()) if packed.load else (None, None, ())
    )
    return make_set(
        row,
        load=load or of_cell,
        reps=(packed.reps, ()),
        kind=_kind(row, reader),
        rpe=reader.sheet.rpe(row, "rpe"),
        note=reader.sheet.note(row, "note"),
    )


def _header_unit(reader: _Reader) -> MassUnit | None:
    load = reader.sheet.columns.find("load")
    return MASS_WORDS.get(load[0].unit) if load else None


def _kind(row: Row, reader: _Reader) -> tuple[SetKind, bool]:
    """Return the kind of set; a column called warm-up says yes or no."""
    word = reader.text(row, "kind")
    if not word:
        return "working", False
    header = re.sub(r"[\W_]+", "", reader.sheet.table.header[reader.roles.at["kind"]].casefold())
    if kinds.is_yes(word) and kinds.kind_of(header.removeprefix("is")) == ("warm-up", False):
        return "warm-up", False
    if word.casefold() in {"true", "yes", "1"}:
        return "warm-up", False
    return reader.sheet.kind(row, "kind")


def _parts(prepared: Sheet, proposed: Roles) -> tuple[tuple[int | None, int, Sheet], ...]:
    """Return, for sets that stand side by side, the sheet that reads each of them."""
    header = prepared.table.header
    parts: list[tuple[int | None, int, Sheet]] = []
    for load_place, reps_place in proposed.sets:
        single: dict[str, tuple[Place, ...]] = {"reps": (Place(reps_place, header[reps_place].strip(), ""),)}
        if load_place is not None:
            unit = split_unit(fold_header(header[load_place]))[1]
            single["load"] = (Place(load_place, header[load_place].strip(), unit),)
        columns = Columns(prepared.columns.header, {**prepared.columns.by_name, **single})
        parts.append((load_place, reps_place, replace(prepared, columns=columns)))
    return tuple(parts)


def _side_by_side(row: Row, reader: _Reader) -> list[ForeignSet]:
    """Return the sets that stand side by side in a row; empty cells are no sets."""
    prepared = reader.sheet
    sets: list[ForeignSet] = []
    shared = prepared.load(row, "load", unit_names=("unit",)) if "load" in reader.roles.at else None
    for load_place, reps_place, part in reader.side_by_side:
        text = row.cells[reps_place].strip()
        if not text or text == "-":
            continue
        if packed := unpack(text, has_load=load_place is not None or shared is not None):
            sets += [_packed_set(row, each, shared, reader) for each in packed]
            continue
        sets.append(
            make_set(
                row,
                load=part.load(row, "load", unit_names=("unit",)),
                reps=part.reps(row, "reps"),
                note=prepared.note(row, "note"),
            )
        )
    if not sets:
        raise RowProblemError(
            "", row.raw[:80], "No set of this row was done.", "Nothing to do: it is not one of your sets."
        )
    return sets


def _lifts(row: Row, reader: _Reader, start: datetime) -> list[ParsedRow]:
    """Return the sets of a row that has one column a lift."""
    parsed = []
    for place in reader.roles.lifts:
        text = row.cells[place].strip()
        if not text:
            continue
        header = reader.sheet.table.header[place].strip()
        packed = unpack(text, has_load=False)
        if packed is None:
            number = reader.sheet.number_or_none(text)
            if number is None or not 0 < number <= cells.MOST_LOAD:
                raise RowProblemError(
                    header,
                    text[:80],
                    f"“{text[:80]}” is not a list of sets that Iron can read; write 60x8 or 3x10@60kg.",
                )
            packed = [Packed(number, None, 1.0)]
        unit = MASS_WORDS.get(split_unit(fold_header(header))[1])
        title = reader.text(row, "title")
        for each in packed:
            what = make_set(row, load=(each.load, each.unit or unit, ()), reps=(each.reps, ()))
            parsed.append(ParsedRow(key=(start, title), start=start, title=title, exercise=header, what=what))
    if not parsed:
        raise RowProblemError(
            "", row.raw[:80], "The row has no set.", "Nothing to do: it is not one of your sets."
        )
    return parsed


class UnmappedTableError(BadFileError):
    """A table whose columns do not say what they are; the lifter can.

    Attributes:
        header: its columns.
        sample: its first rows.
        proposed: header by role, as far as known.
        missing: roles without which nothing can be read.
    """

    code = "unmapped_table"

    def __init__(self, table: Table, proposed: Roles) -> None:
        self.header = tuple(cell.strip() for cell in table.header)
        self.sample = tuple(tuple(cell[:80] for cell in row.cells) for row in table.sample[:5])
        self.proposed = {role: self.header[place] for role, place in proposed.at.items()}
        self.missing = proposed.missing
        shown = ", ".join(f"“{name[:40]}”" for name in self.header[:12] if name)
        lacking = " and ".join(self.missing)
        super().__init__(
            f"Iron does not know this file and finds no column for {lacking} among {shown}. "
            'Say which column it is, for example --column "exercise=NAME OF THE COLUMN".',
            where="line 1",
        )


def unmapped(table: Table, options: ReadOptions) -> UnmappedTableError:
    """Return the error that asks for the columns of a table."""
    return UnmappedTableError(table, roles.roles_of(table, options.knows, columns_said(table, options)))
