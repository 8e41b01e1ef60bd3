"""TypeScript tables from the constants of the Python rules, each with the place it comes from."""

from __future__ import annotations

import textwrap
from importlib import import_module
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

LIMIT: Final = 110
_MOST_KEYS: Final = 12


class Table(NamedTuple):
    """A constant of Python by its dotted place; ``name`` in TypeScript where it differs."""

    place: str
    name: str = ""
    any_key: bool = False
    """Whether the app asks with keys that may not be there."""


TABLES: Final = (
    Table("iron.values.units.KG", "KG_OF"),
    Table("iron.values.units.METRES", "METRES_OF"),
    Table("iron.values.units.GRID", "UNIT_GRID"),
    Table("iron.values.units.GRID_TOLERANCE", "UNIT_GRID_TOLERANCE"),
    Table("iron.values.units.STANDARD_GRAVITY_MPS2"),
    Table("iron.values.plates.USUAL_PLATES"),
    Table("iron.values.ordering.DIGITS", "ORDER_DIGITS"),
    Table("iron.records.bodies.MAX_REPS", "MOST_REPS"),
    Table("iron.records.bodies.MAX_LOAD_KG", "MOST_LOAD_KG"),
    Table("iron.records.measuring.MASS_KG", "MASS_BOUNDS_KG"),
    Table("iron.records.measuring.GIRTH_CM", "GIRTH_BOUNDS_CM"),
    Table("iron.records.measuring.FAT_PERCENT", "FAT_BOUNDS_PERCENT"),
    Table("iron.records.own_exercises.edits.WORTH_OFFERING"),
    Table("iron.training.history.sets.CUT_FAULT"),
    Table("iron.training.history.sets.OUT_OF_RECORDS"),
    Table("iron.training.history.bests.REP_RANGES"),
    Table("iron.training.history.lines.UNKNOWN"),
    Table("iron.training.history.lines.NO_MACHINE"),
    Table("iron.training.history.lines.FULL_SHARE"),
    Table("iron.training.history.lines.REFERENCE_SETS"),
    Table("iron.training.history.lines.COST_UNKNOWN"),
    Table("iron.training.history.lines.COST_VALUE"),
    Table("iron.training.history.lines.COST_UNKNOWN_MACHINE"),
    Table("iron.training.history.lines.COST_MACHINE"),
    Table("iron.training.history.lines.COST_SIDE"),
    Table("iron.training.history.volume.HARD_RIR"),
    Table("iron.training.history.volume.BAND_LOW"),
    Table("iron.training.history.volume.BAND_HIGH"),
    Table("iron.training.history.volume.ONE_SIDE", "ONE_SIDE_COUNTS"),
    Table("iron.training.history.volume.PRESSES"),
    Table("iron.training.history.volume.HIP_MUSCLES"),
    Table("iron.training.history.volume.FEET_MOVE"),
    Table("iron.training.plan.blocks.RIR_FALL"),
    Table("iron.training.plan.blocks.DELOAD_EASE"),
    Table("iron.training.plan.blocks.MOST_RIR"),
    Table("iron.training.plan.blocks.DELOAD_AFTER"),
    Table("iron.training.plan.blocks.LEAST_WEEKS"),
    Table("iron.training.plan.blocks.MOST_WEEKS"),
    Table("iron.training.plan.blocks.FOOT_POSITIONS"),
    Table("iron.training.strength.curve.FAMILY_K", any_key=True),
    Table("iron.training.strength.curve.DEFAULT_K"),
    Table("iron.training.strength.state.DAY_SD"),
)


def tables_file() -> str:
    """Return the text of tables.ts."""
    head = "/** Constants of the Python rules: written by scripts/write_generated.py, do not edit. */\n"
    return head + "".join(_declaration(table) for table in TABLES)


def _declaration(table: Table) -> str:
    module, _, constant = table.place.rpartition(".")
    value = _plain(getattr(import_module(module), constant))
    name = table.name or constant
    kind = "" if isinstance(value, str | int | float) else f": {_type(value, any_key=table.any_key)}"
    line = f"export const {name}{kind} = {_literal(value)}"
    if len(line) > LIMIT:
        line = f"export const {name}{kind} = {_broken(value)}"
    return f"\n/** {table.place} */\n{line}\n"


def _broken(value: object) -> str:
    """Return a literal over several lines: the entries of a list of objects one a line, all others filled."""
    text = _literal(value)
    if isinstance(value, list) and value and isinstance(value[0], dict):
        parts = [f"{_literal(one)}," for one in value]
    else:
        parts = textwrap.wrap(text[1:-1].strip() + ",", LIMIT - 2, break_long_words=False)
    return f"{text[0]}\n" + "".join(f"  {part}\n" for part in parts) + text[-1]


def _plain(value: object) -> object:
    """Return lists and dicts for what is like one, whole floats as integers."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, frozenset | set):
        return [_plain(one) for one in sorted(value)]
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    if hasattr(value, "items"):
        return {key: _plain(one) for key, one in value.items()}
    return value


def _type(value: object, *, any_key: bool) -> str:
    if isinstance(value, dict):
        return f"Readonly<Record<{_keys(value, any_key=any_key)}, {_union(list(value.values()))}>>"
    if isinstance(value, list):
        if _is_row(value):
            return f"readonly [{', '.join(_type(one, any_key=any_key) for one in value)}]"
        item = _union(value)
        return f"readonly ({item})[]" if " " in item else f"readonly {item}[]"
    return {str: "string", bool: "boolean", type(None): "null"}.get(type(value), "number")


def _keys(value: Mapping[str, object], *, any_key: bool) -> str:
    if any_key or len(value) > _MOST_KEYS:
        return "string"
    return " | ".join(f"'{key}'" for key in value)


def _is_row(value: list[object]) -> bool:
    """Return whether a list is a pair, such as bounds, and no list of any length."""
    return len(value) == 2 and all(isinstance(one, int | float | None) for one in value)


def _union(values: list[object]) -> str:
    kinds = list(dict.fromkeys(_type(one, any_key=True) for one in values))
    pairs = [kind for kind in kinds if kind.startswith("readonly [")]
    if len(pairs) > 1:
        return "readonly [number, number | null]"
    return " | ".join(kinds)


def _literal(value: object) -> str:
    if isinstance(value, str):
        return f"'{value}'"
    if isinstance(value, list):
        return f"[{', '.join(_literal(one) for one in value)}]"
    if isinstance(value, dict):
        inner = ", ".join(
            f"{key if key.isidentifier() else repr(key)}: {_literal(one)}" for key, one in value.items()
        )
        return f"{{ {inner} }}"
    return "null" if value is None else repr(value)
