"""What the columns of an unknown table mean: by their words in many languages, then by what stands in them."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Final

from iron.exchange.reading.cells import RowProblemError
from iron.exchange.reading.columns import fold_header, split_unit
from iron.exchange.reading.dates import date_reader
from iron.exchange.reading.packed import unpack

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from iron.exchange.reading.table import Table

NUMBERS: Final = ("load", "reps", "seconds", "distance")
_NUMBERED: Final = re.compile(
    r"(?:set|satz|serie|série|s)?\s*#?\s*(\d{1,2})\s*[-:]?\s*(.*)|(.*?)\s*#?\s*(\d{1,2})"
)
# A column of exercises repeats its names: fewer different texts than this share of the rows. A guess.
_REPEATS: Final = 0.8
_KNOWN_SHARE: Final = 0.5
# So many different texts of a column say whether it holds exercises: a lifter has tens of them. A guess.
_MOST_TRIED: Final = 50


@dataclass(frozen=True, slots=True)
class Roles:
    """The roles of the columns of a table.

    Attributes:
        at: index of the column by role.
        sets: (index of load or None, index of reps) of sets side by side, in order.
        lifts: indexes of columns that are an exercise each.
    """

    at: Mapping[str, int]
    sets: tuple[tuple[int | None, int], ...] = ()
    lifts: tuple[int, ...] = ()

    @property
    def missing(self) -> tuple[str, ...]:
        """Return the roles without which nothing can be read."""
        lacking = [role for role in ("date", "exercise") if role not in self.at]
        if self.lifts:
            return tuple(role for role in lacking if role != "exercise")
        if not self.sets and not any(role in self.at for role in NUMBERS):
            lacking.append("reps")
        return tuple(lacking)


@cache
def words() -> dict[str, tuple[str, ...]]:
    """Return the header words by role."""
    text = files("iron.exchange.reading").joinpath("words/headers.toml").read_text(encoding="utf-8")
    return {role: tuple(map(fold_header, listed)) for role, listed in tomllib.loads(text).items()}


def roles_of(
    table: Table, knows: Callable[[str], bool] | None = None, headers: Mapping[str, str] | None = None
) -> Roles:
    """Propose what the columns of a table mean.

    Args:
        table: the file.
        knows: whether a text is the name of an exercise.
        headers: header by role, as the lifter says; an empty header = the table has no such column.
    """
    # Asked where a file is looked at, and again where it is read or refused: the cells are gone through once.
    asked = (knows, tuple(sorted((headers or {}).items())))
    if asked not in table.proposals:
        table.proposals[asked] = _propose(table, knows, headers or {})
    return table.proposals[asked]


def _propose(table: Table, knows: Callable[[str], bool] | None, headers: Mapping[str, str]) -> Roles:
    folded = [fold_header(cell).replace(".", "") for cell in table.header]
    bases = [split_unit(name)[0] or name for name in folded]
    at: dict[str, int] = {}
    taken: set[int] = set()
    for role, header in headers.items():
        if role in words() and header and fold_header(header).replace(".", "") in folded:
            at[role] = folded.index(fold_header(header).replace(".", ""))
            taken.add(at[role])
    for role, listed in words().items():
        if role in at or headers.get(role) == "":
            continue
        for word in listed:
            place = _place(word, folded, bases, taken)
            if place is not None:
                at[role] = place
                taken.add(place)
                break
    _by_content(table, at, taken, knows, headers)
    _count_or_number(table, at)
    if not any(role in at for role in NUMBERS) and "sets" in at and _is_packed(table, at["sets"]):
        at["reps"] = at.pop("sets")
    sets = _side_by_side(folded, taken) if not {"reps"} & at.keys() else ()
    lifts: tuple[int, ...] = ()
    if "exercise" not in at and "date" in at and not {"reps", "load"} & at.keys() and knows is not None:
        lifts = tuple(
            n
            for n, cell in enumerate(table.header)
            if n not in taken and cell.strip() and _lift(table, n, knows)
        )
    return Roles(at, sets, lifts)


def _place(word: str, folded: list[str], bases: list[str], taken: set[int]) -> int | None:
    for names in (folded, bases):
        for place, name in enumerate(names):
            if place not in taken and name == word.replace(".", ""):
                return place
    return None


def _by_content(
    table: Table,
    at: dict[str, int],
    taken: set[int],
    knows: Callable[[str], bool] | None,
    headers: Mapping[str, str],
) -> None:
    """Find date and exercise by what stands in the columns where no header word says it."""
    if "exercise" in at and "exercise" not in headers and knows is not None:
        # "Name" may be the name of the workout: another column may hold the exercises.
        best = _exercise_column(table, set(), knows)
        if (
            best is not None
            and fold_header(table.header[at["exercise"]]) == "name"
            and best != at["exercise"]
        ):
            taken.discard(at["exercise"])
            at["exercise"] = best
            taken.add(best)
    for place in range(len(table.header)):
        if (
            "date" not in at
            and headers.get("date") != ""
            and place not in taken
            and _dated(_values(table, place))
        ):
            at["date"] = place
            taken.add(place)
    if "exercise" not in at and headers.get("exercise") != "" and knows is not None:
        best = _exercise_column(table, taken, knows)
        if best is not None:
            at["exercise"] = best
            taken.add(best)


def _exercise_column(table: Table, taken: set[int], knows: Callable[[str], bool]) -> int | None:
    best, most = None, _KNOWN_SHARE
    for place in range(len(table.header)):
        values = [value for value in _values(table, place) if not value.replace(".", "").isdigit()]
        if place in taken or not values:
            continue
        tried = set(islice(dict.fromkeys(values), _MOST_TRIED))
        values = [value for value in values if value in tried]
        share = sum(map(knows, values)) / len(values)
        if share > most:
            best, most = place, share
    return best


def _values(table: Table, place: int) -> list[str]:
    return [
        row.cells[place].strip()
        for row in table.sample
        if len(row.cells) > place and row.cells[place].strip()
    ]


def _dated(values: list[str]) -> bool:
    values = values[:_MOST_TRIED]
    if not values or all(value.replace(".", "").isdigit() for value in values):
        return False
    if sum(any(map(str.isdigit, value)) for value in values) < 0.9 * len(values):
        # A date has a number in it: columns of words are not tried as dates of fifteen languages.
        return False
    reader = date_reader(dict.fromkeys(values))
    good = 0
    for value in values:
        try:
            reader.read(value, "")
        except RowProblemError:
            continue
        good += 1
    return good >= 0.9 * len(values)


def _count_or_number(table: Table, at: dict[str, int]) -> None:
    """Tell a column that counts sets from one that numbers them: numbers run 1, 2, 3 within an exercise."""
    for role, other in (("sets", "set_number"), ("set_number", "sets")):
        if role not in at or other in at or "exercise" not in at:
            continue
        rows = [row.cells for row in table.sample if len(row.cells) > max(at.values())]
        pairs = [
            (before[at[role]].strip(), after[at[role]].strip())
            for before, after in pairwise(rows)
            if before[at["exercise"]] == after[at["exercise"]]
        ]
        rising = sum(a.isdecimal() and b.isdecimal() and int(b) == int(a) + 1 for a, b in pairs)
        runs = bool(pairs) and rising > len(pairs) / 2
        repeated = [cells[at[role]].strip() for cells in rows]
        counts = not runs and any(value.isdecimal() and int(value) > 1 for value in repeated)
        if (role == "sets" and runs) or (
            role == "set_number" and counts and not _starts_at_one(rows, at, role)
        ):
            at[other] = at.pop(role)
        return


def _starts_at_one(rows: list[list[str]], at: dict[str, int], role: str) -> bool:
    firsts = [
        after[at[role]].strip()
        for before, after in zip([[""] * 200, *rows], rows, strict=False)
        if before[at["exercise"]] != after[at["exercise"]]
    ]
    return sum(first in {"0", "1", "W", "w"} for first in firsts) > len(firsts) / 2


def _is_packed(table: Table, place: int) -> bool:
    """Return whether the cells of a column hold whole sets: ``3x10@60kg``."""
    values = _values(table, place)
    return (
        bool(values) and sum(unpack(value, has_load=False) is not None for value in values) > len(values) / 2
    )


def _side_by_side(folded: list[str], taken: set[int]) -> tuple[tuple[int | None, int], ...]:
    """Return the columns of sets that stand side by side: ``Set 1 Weight, Set 1 Reps`` or ``Set 1``."""
    reps: dict[int, int] = {}
    loads: dict[int, int] = {}
    for place, name in enumerate(folded):
        if place in taken:
            continue
        match_ = _NUMBERED.fullmatch(name.strip("() "))
        if not match_:
            continue
        number, what = (int(match_[1]), match_[2]) if match_[1] else (int(match_[4]), match_[3])
        what = what.strip(" ()-_/")
        base, unit = split_unit(what)
        if not what or base in words()["reps"] or base in words()["sets"] or base in words()["set_number"]:
            reps[number] = place
        elif base in words()["load"] or (unit and not base):
            loads[number] = place
    return tuple((loads.get(number), place) for number, place in sorted(reps.items()))


def _lift(table: Table, place: int, knows: Callable[[str], bool]) -> bool:
    values = _values(table, place)
    return (
        bool(values)
        and knows(table.header[place].strip())
        and all(any(sign.isdigit() for sign in v) for v in values[:20])
    )
