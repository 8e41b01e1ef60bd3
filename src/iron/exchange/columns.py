"""Columns found by name, for formats whose header can be trusted."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from iron.exchange import cells
from iron.exchange.foreign import ForeignSet

if TYPE_CHECKING:
    from collections.abc import Mapping

    from iron.exchange.foreign import SetKind
    from iron.exchange.table import Row, Table
    from iron.values.units import LengthUnit, MassUnit


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the columns of a table stand, by lower-case header.

    Attributes:
        places: index by header; of equal headers the first.
        width: number of columns.
    """

    places: Mapping[str, int]
    width: int

    def text(self, row: Row, *names: str) -> str:
        """Return the trimmed cell of the first of these columns that the table has, or an empty text."""
        for name in names:
            if name in self.places:
                return row.cells[self.places[name]].strip()
        return ""

    def amount(self, row: Row, what: str, *names: str, most: float = math.inf) -> float | None:
        """Return the number of the first of these columns that the table has; see `cells.positive`."""
        name = next((name for name in names if name in self.places), None)
        return None if name is None else cells.positive(row.cells[self.places[name]], name, what, most)

    def figures(
        self,
        row: Row,
        *,
        load: tuple[str, ...],
        load_unit: MassUnit | None,
        reps: str = "reps",
        seconds: float | None = None,
        distance: str = "distance",
        distance_unit: LengthUnit | None = None,
        kind: SetKind = "working",
        rpe: float | None = None,
        note: str | None = None,
    ) -> ForeignSet:
        """Return the set of a row whose numbers stand in these columns; zero loads and distances mean none."""
        lifted = cells.or_none(self.amount(row, "A load", *load, most=cells.MOST_LOAD))
        count = self.amount(row, "Reps", reps, most=cells.MOST_REPS)
        way = cells.or_none(self.amount(row, "A distance", distance, most=cells.MOST_DISTANCE))
        timed = seconds is not None or way is not None
        return ForeignSet(
            line=row.line,
            kind=kind,
            load=lifted,
            load_unit=load_unit if lifted is not None else None,
            reps=None if timed and not count else count,
            duration_s=seconds,
            distance=way,
            distance_unit=distance_unit if way is not None else None,
            rpe=rpe,
            note=note,
            raw=row.raw,
        )


def columns(table: Table) -> Columns:
    """Find the columns of a table."""
    return Columns({name: place for place, name in reversed(list(enumerate(table.names)))}, len(table.header))
