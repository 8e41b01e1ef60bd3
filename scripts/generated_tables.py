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
    Table("iron.records.body_values.MAX_REPS", "MOST_REPS"),
    Table("iron.records.body_values.MAX_LOAD_KG", "MOST_LOAD_KG"),
    Table("iron.records.measuring.MASS_KG", "MASS_BOUNDS_KG"),
    Table("iron.records.measuring.GIRTH_CM", "GIRTH_BOUNDS_CM"),
    Table("iron.records.measuring.FAT_PERCENT", "FAT_BOUNDS_PERCENT"),
    Table("iron.records.own_exercises.edits.WORTH_OFFERING"),
    Table("iron.training.history.sets.CUT_FAULT"),
    Table("iron.training.history.sets.OUT_OF_RECORDS"),
    Table("iron.training.history.sets.CONFIRMED"),
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
    Table("iron.training.plan.day_minutes.READY_S"),
    Table("iron.training.plan.day_minutes.REP_S"),
    Table("iron.training.plan.day_minutes.USUAL_REST_S"),
    Table("iron.training.plan.blocks.RIR_FALL"),
    Table("iron.training.plan.blocks.DELOAD_EASE"),
    Table("iron.training.plan.blocks.MOST_RIR"),
    Table("iron.training.plan.blocks.DELOAD_AFTER"),
    Table("iron.training.plan.blocks.LEAST_WEEKS"),
    Table("iron.training.plan.blocks.MOST_WEEKS"),
    Table("iron.training.plan.blocks.FOOT_POSITIONS"),
    Table("iron.training.plan.next_day.MISSED_DAYS"),
    Table("iron.training.plan.next_day.AHEAD_DAYS"),
    Table("iron.training.plan.next_day.DONE_SHARE"),
    Table("iron.training.plan.coach_needs.DAYS", "COACH_DAYS"),
    Table("iron.training.strength.curve.FAMILY_K", any_key=True),
    Table("iron.training.strength.curve.DEFAULT_K"),
    Table("iron.training.strength.state.DAY_SD"),
    Table("iron.training.strength.state.LEVEL_SD"),
    Table("iron.training.strength.state.LEVEL_SD_MOST"),
    Table("iron.training.strength.state.MODEL_SD"),
    Table("iron.training.strength.state.TREND_MEAN"),
    Table("iron.training.strength.state.TREND_SD"),
    Table("iron.training.strength.state.TREND_WALK"),
    Table("iron.training.strength.state.TREND_KEEP"),
    Table("iron.training.strength.state.BIAS_SD"),
    Table("iron.training.strength.state.FATIGUE_SD"),
    Table("iron.training.strength.state.TAU_SETUP"),
    Table("iron.training.strength.state.TAU_MACHINE"),
    Table("iron.training.strength.state.ONE_SIDE"),
    Table("iron.training.strength.state.CUT_MEAN"),
    Table("iron.training.strength.state.CUT_SD"),
    Table("iron.training.strength.state.EFFORT_RIR"),
    Table("iron.training.strength.state.FAILED_EVIDENCE"),
    Table("iron.training.strength.state.SAID_EVIDENCE"),
    Table("iron.training.strength.state.SLOW_SHARE"),
    Table("iron.training.strength.state.IMPLAUSIBLE"),
    Table("iron.training.strength.state.MOST_REPS", "MOST_SET_REPS"),
    Table("iron.training.strength.curve.K_LOG_SD"),
    Table("iron.training.strength.curve.BANK_STEPS"),
    Table("iron.training.prescription.model.LEAST_CHANCE"),
    Table("iron.training.prescription.model.SAFE_CHANCE"),
    Table("iron.training.prescription.model.SURE_CHANCE"),
    Table("iron.training.prescription.model.SHOWN_CHANCES"),
    Table("iron.training.prescription.model.RECENT_DAYS"),
    Table("iron.training.prescription.model.EVIDENCE_SD"),
    Table("iron.training.prescription.model.LATER_SHARE"),
    Table("iron.training.prescription.model.AWAY_DAYS"),
    Table("iron.training.prescription.model.STREAK"),
    Table("iron.training.prescription.model.USUAL_OVER"),
    Table("iron.training.prescription.model.FAILS"),
    Table("iron.training.prescription.model.FAILS_DROP"),
    Table("iron.training.prescription.model.FALL_REPS"),
    Table("iron.training.prescription.model.STEP_SHARE"),
    Table("iron.training.prescription.model.LEG_PRESS_STEP_KG"),
    Table("iron.training.prescription.model.RETURN_STEP_SHARE"),
    Table("iron.training.prescription.model.CUT_LEAST"),
    Table("iron.training.prescription.model.CUT_MOST"),
    Table("iron.training.prescription.model.DELOAD_SHARE"),
    Table("iron.training.prescription.model.SPARE_REPS"),
    Table("iron.training.prescription.model.BIG_STEP"),
    Table("iron.training.prescription.model.MORE_REPS"),
    Table("iron.training.prescription.model.MOST_REPS", "MOST_RANGE_REPS"),
    Table("iron.training.prescription.model.NEW_LINE_SHARE"),
    Table("iron.training.prescription.model.MOST_AT_ONCE"),
    Table("iron.training.prescription.model.UNKNOWN_RIR"),
    Table("iron.training.history.measures.PACE_FROM_M"),
    Table("iron.training.history.measures.RECENT", "BODY_SESSIONS"),
    Table("iron.training.history.measures.LAP_NAMES", any_key=True),
    Table("iron.training.history.measures.LAP_METRES", any_key=True),
    Table("iron.training.history.set_records.SAME_DISTANCE"),
    Table("iron.training.measured.steps.STEPS_KNOWN", "MEASURED_STEPS"),
    Table("iron.training.measured.steps.LOOK_BACK", "MEASURED_LOOK_BACK"),
    Table("iron.training.measured.steps.SAME_SHARE", "MEASURED_SAME"),
    Table("iron.training.measured.steps.USUAL_SETS", "MEASURED_SETS"),
    Table("iron.training.prescription.shape.SAME", "SAME_LOG"),
    Table("iron.training.prescription.shape.RAMP_SHARE"),
    Table("iron.training.prescription.shape.BUILD_SHARE"),
    Table("iron.training.prescription.shape.OPEN_REPS"),
    Table("iron.training.prescription.patterns.PERIODS"),
    Table("iron.training.prescription.patterns.ALIKE"),
    Table("iron.training.prescription.patterns.APART"),
    Table("iron.training.prescription.patterns.APART_REPS"),
    Table("iron.training.prescription.easy_weeks.LIGHT"),
    Table("iron.training.prescription.easy_weeks.FAR_LIGHT"),
    Table("iron.training.prescription.easy_weeks.LIGHT_MOST"),
    Table("iron.training.prescription.easy_weeks.EASY_WEEK"),
    Table("iron.training.prescription.easy_weeks.EASY_DAYS"),
    Table("iron.training.prescription.easy_weeks.LIGHT_DAYS"),
    Table("iron.training.prescription.patterns.STEP_SHARE", "OWN_STEP_SHARE"),
    Table("iron.training.prescription.patterns.STEP_MOST"),
    Table("iron.training.prescription.target.USUAL_SETS"),
    Table("iron.training.prescription.target.FIRST_LOW"),
    Table("iron.training.prescription.target.REPS_OFF"),
    Table("iron.journal.journal.UNIT_WORKOUTS"),
    Table("iron.training.prescription.target.USUAL_RANGE"),
    Table("iron.training.prescription.reserve.RESERVE_MISS"),
    Table("iron.training.prescription.reserve.RESERVE_SLACK"),
    Table("iron.training.prescription.doubt.LEVEL_SD", "DOUBT_SD"),
    Table("iron.training.prescription.doubt.NEW_SD"),
    Table("iron.training.prescription.doubt.GATE", "DOUBT_GATE"),
    Table("iron.training.prescription.doubt.LOOK_BACK"),
    Table("iron.training.prescription.doubt.AGREES"),
    Table("iron.training.strength.state.YOUNG"),
    Table("iron.training.prescription.doubt.ASK_SESSIONS"),
    Table("iron.training.prescription.doubt.DIGIT_CLOSE"),
    Table("iron.training.prescription.settle.FAR_STEP"),
    Table("iron.training.prescription.settle.FEWEST"),
    Table("iron.training.prescription.special.BREAK_DAYS"),
    Table("iron.training.prescription.special.SAFE_BACK"),
    Table("iron.training.prescription.special.FIRST_WEEKS"),
    Table("iron.training.prescription.special.BACK_SESSIONS"),
    Table("iron.training.prescription.away.CARE_PER_WEEK"),
    Table("iron.training.prescription.away.CARE_MOST"),
    Table("iron.training.prescription.away.BACK_SHARE"),
    Table("iron.training.prescription.away.BACK_LEAST"),
    Table("iron.training.prescription.away.BACK_MOST"),
    Table("iron.training.prescription.rules.LITTLE"),
    Table("iron.training.prescription.within.DROP_MOST"),
    Table("iron.training.prescription.within.SHORT_RIR"),
    Table("iron.training.prescription.within.SILENT_RIR"),
    Table("iron.training.prescription.within.SHORT_WIDTH"),
    Table("iron.training.prescription.build.NOMINAL_BODY_KG"),
    Table("iron.training.prescription.build.SESSIONS", "KEPT_SESSIONS"),
    Table("iron.training.prescription.build.CAP_DAYS"),
    Table("iron.training.prescription.loads.STEPS", "LOAD_STEPS"),
    Table("iron.training.prescription.loads.USUAL", "USUAL_STEPS", any_key=True),
    Table("iron.training.prescription.loads.FINEST", "FINEST_STEPS", any_key=True),
    Table("iron.values.plates.USUAL_BAR"),
    Table("iron.training.prescription.loads.ON_GRID"),
    Table("iron.training.prescription.loads.MOSTLY_ON_GRID"),
    Table("iron.training.prescription.loads.FINE", "FINE_STEP"),
    Table("iron.training.prescription.loads.ENOUGH"),
    Table("iron.training.prescription.stored.ENGINE"),
    Table("iron.training.strength.state.LEVEL_WALK"),
    Table("iron.training.strength.state.BIAS_MEAN"),
    Table("iron.training.strength.state.FATIGUE_MEAN"),
    Table("iron.training.strength.state.FATIGUE_KEEP"),
    Table("iron.training.strength.state.REST_REFERENCE_S"),
    Table("iron.training.strength.state.TRUSTED_RIR"),
    Table("iron.training.strength.state.GATE", "SET_GATE"),
    Table("iron.training.strength.state.BOUND_GATE"),
    Table("iron.training.strength.state.BOUND_MARGIN"),
    Table("iron.training.strength.state.GAP_FREE_WEEKS"),
    Table("iron.training.strength.state.GAP_LOSS"),
    Table("iron.training.strength.state.GAP_SCALE"),
)


def tables_file() -> str:
    """Return the text of tables.ts."""
    head = "/** Constants of the Python rules: written by scripts/write_generated.py, do not edit. */\n"
    before, text = "", head
    for table in TABLES:
        module = table.place.rpartition(".")[0]
        text += ("" if module == before else "\n") + _declaration(table)
        before = module
    return text


def _declaration(table: Table) -> str:
    module, _, constant = table.place.rpartition(".")
    value = _plain(getattr(import_module(module), constant))
    name = table.name or constant
    kind = "" if isinstance(value, str | int | float) else f": {_type(value, any_key=table.any_key)}"
    line = f"export const {name}{kind} = {_literal(value)}"
    if len(line) > LIMIT:
        line = f"export const {name}{kind} = {_broken(value)}"
    elif len(f"{line} // {table.place}") <= LIMIT:
        return f"{line} // {table.place}\n"
    return f"/** {table.place} */\n{line}\n"


def _broken(value: object) -> str:
    """Return a literal over several lines: the entries of a list of objects one a line, all others filled."""
    text = _literal(value)
    if isinstance(value, list) and value and isinstance(value[0], dict):
        parts = [f"{_literal(item)}," for item in value]
    else:
        parts = textwrap.wrap(text[1:-1].strip() + ",", LIMIT - 2, break_long_words=False)
    return f"{text[0]}\n" + "".join(f"  {part}\n" for part in parts) + text[-1]


def _plain(value: object) -> object:
    """Return lists and dicts for what is like one, whole floats as integers."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, frozenset | set):
        return [_plain(item) for item in sorted(value)]
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if hasattr(value, "items"):
        return {key: _plain(item) for key, item in value.items()}
    return value


def _type(value: object, *, any_key: bool) -> str:
    if isinstance(value, dict):
        return f"Readonly<Record<{_keys(value, any_key=any_key)}, {_union(list(value.values()))}>>"
    if isinstance(value, list):
        if _is_row(value):
            return f"readonly [{', '.join(_type(item, any_key=any_key) for item in value)}]"
        item = _union(value)
        return f"readonly ({item})[]" if " " in item else f"readonly {item}[]"
    return {str: "string", bool: "boolean", type(None): "null"}.get(type(value), "number")


def _keys(value: Mapping[str, object], *, any_key: bool) -> str:
    if any_key or len(value) > _MOST_KEYS:
        return "string"
    return " | ".join(f"'{key}'" for key in value)


def _is_row(value: list[object]) -> bool:
    """Return whether a list is a pair, such as bounds, and no list of any length."""
    return len(value) == 2 and all(isinstance(item, int | float | None) for item in value)


def _union(values: list[object]) -> str:
    kinds = list(dict.fromkeys(_type(item, any_key=True) for item in values))
    pairs = [kind for kind in kinds if kind.startswith("readonly [")]
    if len(pairs) > 1:
        return "readonly [number, number | null]"
    return " | ".join(kinds)


def _literal(value: object) -> str:
    if isinstance(value, str):
        return f"'{value}'"
    if isinstance(value, list):
        return f"[{', '.join(_literal(item) for item in value)}]"
    if isinstance(value, dict):
        inner = ", ".join(
            f"{key if key.isidentifier() else repr(key)}: {_literal(item)}" for key, item in value.items()
        )
        return f"{{ {inner} }}"
    return "null" if value is None else repr(value)
