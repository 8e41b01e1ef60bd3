"""Answers as rows: a tuple that a notebook shows as a table and that becomes a data frame."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from html import escape
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

from iron.values.errors import BadInputError, IronError

if TYPE_CHECKING:
    import polars as pl

Row = TypeVar("Row")

_SHOWN: Final = 20
_LEFT_OUT: Final = frozenset({"journal"})


class Rows(tuple[Row, ...], Generic[Row]):
    """Rows of one kind, in the order of the answer. Called with filters, rows that can be asked again are."""

    __slots__ = ()

    def to_frame(self, kind: str = "polars") -> pl.DataFrame:
        """A data frame with a column for each field.

        Args:
            kind: ``polars``, or ``pandas``.
        """
        made: pl.DataFrame = frame([record(row) for row in self], kind)
        return made

    def _repr_html_(self) -> str:
        """A table for a notebook, the first rows of it."""
        return html_table([record(row) for row in self[:_SHOWN]], len(self))


class AskableRows(Rows[Row]):
    """Rows that may be asked again with filters: ``journal.workouts(since="2026-01-01")``."""

    ask: Callable[..., Rows[Row]]

    def __call__(self, **filters: Any) -> Rows[Row]:
        """The rows that pass the filters."""
        return self.ask(**filters)


def record(row: Any) -> dict[str, Any]:
    """A row as a mapping of its fields; what is nested stays a value."""
    if isinstance(row, Mapping):
        return dict(row)
    if is_dataclass(row):
        return {each.name: getattr(row, each.name) for each in fields(row) if each.name not in _LEFT_OUT}
    return {"value": row}


def frame(records: Iterable[Mapping[str, Any]], kind: str = "polars") -> Any:
    """A data frame of records that all have the same keys.

    Raises:
        BadInputError: no kind of frame.
        IronError: the package is not installed.
    """
    rows = [{key: _plain(value) for key, value in each.items()} for each in records]
    try:
        if kind == "polars":
            import polars as pl

            return pl.DataFrame(rows, infer_schema_length=None)
        if kind == "pandas":
            import pandas as pd  # type: ignore[import-untyped,unused-ignore]

            return pd.DataFrame(rows)
    except ModuleNotFoundError:
        raise IronError(
            f"A frame of {kind} needs the package {kind}: pip install 'iron-log[frames]' or {kind}."
        ) from None
    raise BadInputError(f"“{kind[:20]}” is not a kind of frame. Use polars or pandas.", where="kind")


def html_table(records: Iterable[Mapping[str, Any]], count: int) -> str:
    """Records as an HTML table, with a line that says how many there are."""
    rows = list(records)
    if not rows:
        return "<p>No rows.</p>"
    names = [name for name in rows[0] if any(row.get(name) not in (None, (), {}) for row in rows)]
    head = "".join(f"<th>{escape(name.replace('_', ' '))}</th>" for name in names)
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(_cell(row.get(name)))}</td>" for name in names) + "</tr>"
        for row in rows
    )
    more = f"<p>{len(rows)} of {count} rows</p>" if count > len(rows) else ""
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}"


def _plain(value: Any) -> Any:
    """What a column of a frame can hold."""
    if isinstance(value, Mapping):
        return ", ".join(f"{key}={inner}" for key, inner in value.items()) or None
    if isinstance(value, tuple):
        return " ".join(str(inner) for inner in value) or None
    return value


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.4g}"
    return str(_plain(value) or "")
