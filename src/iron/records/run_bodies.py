"""The shape of a run of a program (`docs/documents.md`)."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from iron.records.body_values import Day, Identity, Mass, MassUnit, Moment, Name, Offset


class TypedNumberBody(Struct):
    """What the lifter answered about a lift after the start of a run."""

    id: Identity
    at: Moment
    lift: Identity
    value: Mass
    offset: Offset | None = None


class RevisedTextBody(Struct):
    """Another text of the program, in force from a moment; ``id`` is the proposal that it came by."""

    at: Moment
    text: dict[str, Any]
    offset: Offset | None = None
    id: Identity | None = None


class RunBody(Struct):
    """A program of format 2 that the lifter runs (docs/programs.md)."""

    name: Name
    text: dict[str, Any]
    start: Day
    unit: MassUnit
    program: str | None = None
    asked: dict[str, Mass] | None = None
    typed: list[TypedNumberBody] | None = None
    revised: list[RevisedTextBody] | None = None
    gym: str | None = None
    ended: Day | None = None
