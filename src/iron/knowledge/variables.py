"""Technique variables: the shared ones and what an exercise makes of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from iron.knowledge import words
from iron.knowledge.model import Choice, Variable, VariableType

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from iron.knowledge.tables import Table


def read_variable(key: str, table: Table) -> Variable:
    """Read one whole definition; its default must lie within its values or limits."""
    kind = cast("VariableType", table.choice("type", words.VARIABLE_TYPES))
    default: Any = table.raw("default")
    variable = Variable(
        id=key,
        name=table.text("name", must=True),
        short=table.text("short", must=True),
        type=kind,
        default=default if isinstance(default, str | int | float) else "",
        splits=table.flag("splits"),
        measure=table.text("measure", must=True),
        values=tuple(_choices(table)),
    )
    if kind == "number":
        variable = replace(
            variable,
            unit=table.text("unit", must=True),
            step=table.number("step", low=0.001),
            minimum=table.number("min"),
            maximum=table.number("max"),
        )
    _check(variable, table)
    return variable


def read_variables_of(table: Table, shared: Mapping[str, Variable]) -> Iterator[Variable]:
    """Yield the variables of an exercise: an id, an id with overrides, or a whole definition of its own."""
    for part in table.mixed("variables"):
        if isinstance(part, str):
            if part in shared:
                yield shared[part]
            else:
                table.report(
                    "variables", f"“{part}” is not in variables.toml; add it there or define it here."
                )
            continue
        key = part.text("id", must=True)
        if key in shared:
            variable = _overridden(shared[key], part)
        elif "type" in part:
            variable = read_variable(key, part)
        else:
            part.report("id", f"“{key}” is not in variables.toml; add it there or define all of it here.")
            continue
        part.report_unused()
        yield variable


def _overridden(variable: Variable, table: Table) -> Variable:
    default = table.raw("default")
    variable = replace(
        variable,
        name=table.text("name") or variable.name,
        short=table.text("short") or variable.short,
        unit=table.text("unit") or variable.unit,
        measure=table.text("measure") or variable.measure,
        splits=table.flag("splits", default=variable.splits),
        default=variable.default if default is None else default,
        values=tuple(_choices(table)) or variable.values,
        step=table.number("step", variable.step),
        minimum=table.number("min", variable.minimum),
        maximum=table.number("max", variable.maximum),
    )
    _check(variable, table)
    return variable


def _choices(table: Table) -> Iterator[Choice]:
    for value in table.tables("values"):
        yield Choice(value.text("id", must=True), value.text("name", must=True))
        value.report_unused()


def _check(variable: Variable, table: Table) -> None:
    if variable.type == "choice":
        ids = [choice.id for choice in variable.values]
        if not ids:
            table.report("values", f"“{variable.id}” is a choice and needs values.")
        elif variable.default not in ids:
            table.report("default", f"The default “{variable.default}” is not one of {', '.join(ids)}.")
        if len(set(ids)) < len(ids):
            table.report("values", f"“{variable.id}” has the same value twice.")
        return
    if variable.splits:
        table.report("splits", f"“{variable.id}” is a number; degrees and notches never split a line.")
    inside = isinstance(variable.default, int | float) and (
        variable.minimum <= variable.default <= variable.maximum
    )
    if variable.type == "number" and not inside:
        limits = f"{variable.minimum:g} to {variable.maximum:g}"
        table.report("default", f"The default “{variable.default}” lies outside {limits}.")
