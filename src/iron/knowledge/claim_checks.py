"""The numbers of a claim that can be computed: which model or sum gives them, and how the text prints them.

A check is data. Knowledge only reads it; ``tests/content/test_claims_follow_the_model.py`` computes every one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from iron.knowledge.tables import Table

MODEL_QUANTITIES: Final = (
    "ankle_deg",
    "ankle_share",
    "ankle_share_points",
    "effective_load_kg",
    "hip_deg",
    "hip_share_points",
    "knee_share_points",
    "lockout_deg",
    "rail_force_n",
    "stroke_cm",
    "top_knee_nm",
    "vasti_share",
)
"""What a check may ask of the leg-press model."""

Inputs = Mapping[str, tuple[float, ...]]


@dataclass(frozen=True, slots=True)
class ClaimCheck:
    """One printed number of a claim and where it comes from.

    Attributes:
        says: the words of the sentence or its note that print the number or the band, for example ``58 to 86 %``.
        model: quantity of the leg-press model, one of :data:`MODEL_QUANTITIES`; empty where ``sum`` gives the number.
        at: inputs of the model by name; several values span the band.
        against: inputs that differ in the run which is subtracted (quantities that end in ``_points``).
        sum: arithmetic on numbers, with ``sin_deg`` and ``g``; empty where ``model`` gives the number.
        to: the number is printed to the nearest multiple of this; 0 means to its last printed digit.
    """

    says: str
    model: str = ""
    at: Inputs = field(default_factory=dict)
    against: Inputs = field(default_factory=dict)
    sum: str = ""
    to: float = 0.0


def read_checks(claim: Table, sentence: str, note: str) -> Iterator[ClaimCheck]:
    """Read ``check = [{ … }]`` of a claim; what is wrong is reported at its line.

    Args:
        claim: the table of the claim.
        sentence: the marked sentence of the guide.
        note: the note of the claim.
    """
    for each in claim.tables("check"):
        check = ClaimCheck(
            says=each.text("says", must=True),
            model=each.choice("model", MODEL_QUANTITIES, must=False),
            at=_inputs(each.table("at")),
            against=_inputs(each.table("against")),
            sum=each.text("sum"),
            to=each.number("to", 0, low=0, high=1000),
        )
        each.report_unused()
        if bool(check.model) == bool(check.sum):
            each.report("says", "A check names a model quantity or a sum, one of the two.")
        if check.says and check.says not in sentence and check.says not in note:
            each.report("says", f"Neither the sentence nor its note says “{check.says}”.")
        yield check


def _inputs(table: Table | None) -> Inputs:
    if table is None:
        return {}
    values = {key: _values(table, key) for key in table.keys()}  # noqa: SIM118 - a Table is no mapping
    table.report_unused()
    return values


def _values(table: Table, key: str) -> tuple[float, ...]:
    if isinstance(table.raw(key), list):
        return table.numbers(key)
    return (table.number(key, low=-1000, high=1000),)
