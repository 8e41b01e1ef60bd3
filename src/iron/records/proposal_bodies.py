"""The shape of a proposal: a program or a change of plan that a coach offers the lifter (`docs/documents.md`)."""

from __future__ import annotations

from typing import Annotated, Any, Final, Literal

from msgspec import Meta, Struct

from iron.records.body_values import Identity, Moment, Name, Reps, Rir, Word
from iron.values.errors import BadDocumentError

MAX_EDITS: Final = 200
"""Changes of a block in one proposal; a guess at what nobody reads through any more."""
Note = Annotated[str, Meta(max_length=2000)]


class SlotValuesBody(Struct):
    """What a change gives a slot of a block; an addition gives all but the setup."""

    exercise: Identity | None = None
    sets: Annotated[int, Meta(ge=1, le=100)] | None = None
    reps_low: Reps | None = None
    reps_high: Reps | None = None
    rir: Rir | None = None
    setup: dict[str, str | float | bool] | None = None


class PlanEditBody(Struct):
    """One change of a block, from its own week alone or (``ahead``) in the later weeks too.

    ``change`` and ``remove`` name a ``slot``; ``add`` names a ``day`` and the ``key`` of the new slot.
    """

    do: Literal["change", "add", "remove"]
    ahead: bool
    slot: Identity | None = None
    day: Identity | None = None
    key: Word | None = None
    values: SlotValuesBody | None = None


class ProposalBody(Struct):
    """What a coach proposes, and what the lifter answered.

    ``program`` has a ``text``; ``run`` a new ``text`` for the running program ``target``; ``block`` the ``edits`` of
    the block ``target``. ``before`` is the block as it was when the lifter accepted, for taking that back.
    """

    what: Literal["program", "run", "block"]
    name: Name
    at: Moment
    text: dict[str, Any] | None = None
    target: Identity | None = None
    edits: Annotated[list[PlanEditBody], Meta(min_length=1, max_length=MAX_EDITS)] | None = None
    note: Note | None = None
    by: Identity | None = None
    author: Name | None = None
    answer: Literal["accepted", "declined"] | None = None
    answered_at: Moment | None = None
    reply: Note | None = None
    before: dict[str, Any] | None = None


def check_proposal(proposal: ProposalBody) -> None:
    """Refuse a proposal that lacks what it proposes.

    Raises:
        BadDocumentError: the sentence says what is missing.
    """
    needed = {"program": ("text",), "run": ("text", "target"), "block": ("edits", "target")}
    for key in needed[proposal.what]:
        if getattr(proposal, key) is None:
            raise BadDocumentError(
                f"This proposal of a {proposal.what} cannot be stored without {key}. Send it.", where=key
            )
    for n, edit in enumerate(proposal.edits or ()):
        _check_edit(edit, f"edits[{n}]")


def _check_edit(edit: PlanEditBody, where: str) -> None:
    needed = {"change": ("slot", "values"), "remove": ("slot",), "add": ("day", "key", "values")}
    for key in needed[edit.do]:
        if getattr(edit, key) is None:
            raise BadDocumentError(f"A change of the plan lacks its {key}. Send it.", where=f"{where}.{key}")
    values = edit.values
    if edit.do == "add" and values is not None:
        for key in ("exercise", "sets", "reps_low", "reps_high", "rir"):
            if getattr(values, key) is None:
                raise BadDocumentError(
                    f"An added exercise lacks its {key}. Send it.", where=f"{where}.values.{key}"
                )
