"""Equal cells are read once: a log of a million rows holds few different dates, names, loads and numbers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import wraps
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Concatenate, Final, ParamSpec, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable

    from iron.exchange.reading.numbers import DecimalMark
    from iron.exchange.reading.sheet import Sheet
    from iron.exchange.reading.table import Row

P = ParamSpec("P")
T = TypeVar("T")

# So many different texts of one column are remembered; a column with more is no column of repeated values.
_MOST: Final = 65_536
_NEW: Final = object()


@dataclass(slots=True)
class Marks:
    """The decimal mark of a file, for all that read it.

    Attributes:
        known: the file was looked through for it.
        decimal: what it is, None = nobody can tell.
    """

    known: bool = False
    decimal: DecimalMark | None = None


class Remembered:
    """What the cells of one set of columns were read as.

    Attributes:
        cells: takes these cells out of a row.
        known: what they were read as, by text.
    """

    __slots__ = ("cells", "known")

    def __init__(self, sheet: Sheet, names: tuple[str, ...], unit_names: tuple[str, ...]) -> None:
        places = (*sheet.columns.find(*names), *(sheet.columns.find(*unit_names) if unit_names else ()))
        self.cells: Callable[[list[str]], Any] = (
            itemgetter(*(place.index for place in places)) if places else _no_cell
        )
        self.known: dict[Any, Any] = {}


def _no_cell(_: list[str]) -> None:
    return None


def once_per_text(
    read: Callable[Concatenate[Sheet, Row, P], T],
) -> Callable[Concatenate[Sheet, Row, P], T]:
    """Make a method of a sheet remember what it read out of equal cells.

    What it remarks on, or cannot read, is read again each time, so that every such row is counted.
    """

    @wraps(read)
    def remembering(sheet, row, *names, unit=None, unit_names=()):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN002, ANN202
        asked = (read, names, unit, unit_names)
        remembered = sheet.remembered.get(asked)
        if remembered is None:
            remembered = sheet.remembered[asked] = Remembered(sheet, names, unit_names)
        text = remembered.cells(row.cells)
        value = remembered.known.get(text, _NEW)
        if value is _NEW:
            remarks = sheet.remarks.total
            more = {"unit": unit, "unit_names": unit_names} if unit or unit_names else {}
            value = read(sheet, row, *names, **more)
            if sheet.remarks.total == remarks and len(remembered.known) < _MOST:
                remembered.known[text] = value
        return value

    return cast("Callable[Concatenate[Sheet, Row, P], T]", remembering)
