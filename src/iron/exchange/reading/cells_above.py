"""Tables that write a day or an exercise once, above the rows that it is for: merged cells, and the habit of lists."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from msgspec import structs

from iron.exchange.reading.roles import NUMBERS

if TYPE_CHECKING:
    from iron.exchange.reading.roles import Roles
    from iron.exchange.reading.table import Row, Table

# A table writes a day once if so many of its rows with figures have none. Fewer are rows that lack it. A guess.
_LEAST_SHARE: Final = 0.25
# What belongs to a day and is left blank with it.
_OF_A_DAY: Final = ("date", "time", "title", "workout_note")


@dataclass(slots=True)
class Above:
    """The cells of the rows above that a blank one stands for.

    Attributes:
        date: column of the date.
        day: columns of a day, that of the date first; empty where every row has its date.
        exercise: column of the exercise, None where every row has its own.
        figures: columns of which a row has one: without a figure it is no set, and nothing is filled in.
    """

    date: int
    day: tuple[int, ...]
    exercise: int | None
    figures: tuple[int, ...]
    _last: list[str] | None = None

    @classmethod
    def of(cls, table: Table, roles: Roles) -> Above | None:
        """Return what a table leaves blank, by its first rows; None where it leaves nothing."""
        at = roles.at
        sides = [place for pair in roles.sets for place in pair if place is not None]
        figures = (*(at[role] for role in (*NUMBERS, "sets") if role in at), *sides, *roles.lifts)
        rows = [row.cells for row in table.sample if len(row.cells) >= len(table.header)]
        rows = [cells for cells in rows if any(cells[place].strip() for place in figures)]

        def leaves_blank(role: str) -> bool:
            blank = sum(not cells[at[role]].strip() for cells in rows) if role in at else 0
            return blank >= max(1, _LEAST_SHARE * len(rows))

        day = tuple(at[role] for role in _OF_A_DAY if role in at) if leaves_blank("date") else ()
        exercise = at["exercise"] if leaves_blank("exercise") else None
        return cls(at["date"], day, exercise, figures) if day or exercise is not None else None

    def fill(self, row: Row) -> Row:
        """Return a row with what stands above it; an exercise goes on only within its day."""
        above = self._last
        self._last = cells = list(row.cells)
        if above is not None and cells[self.date].strip() in {"", above[self.date].strip()}:
            for place in (*self.day, *(() if self.exercise is None else (self.exercise,))):
                cells[place] = cells[place] if cells[place].strip() else above[place]
        return structs.replace(row, cells=cells) if any(row.cells[n].strip() for n in self.figures) else row
