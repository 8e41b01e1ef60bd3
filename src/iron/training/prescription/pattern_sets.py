"""The sets of a day that is more than one load: pyramids, top sets with back-offs, ascending sets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from iron.training.prescription.patterns import track_of
from iron.training.prescription.settle import nearest

if TYPE_CHECKING:
    from iron.training.prescription.model import Case, Lift, Prescription
    from iron.training.prescription.shape import Shape

Kind = Literal["back-offs", "pyramid", "ascending"]


@dataclass(frozen=True, slots=True)
class PatternSets:
    """The working sets of a day, in order.

    Attributes:
        kind: ``back-offs`` after a top set, ``pyramid`` (reps fall as the load rises), ``ascending``.
        sets: (load as counted [kg], reps) of each.
    """

    kind: Kind
    sets: tuple[tuple[float, int], ...]


def pattern_sets(case: Case, answer: Prescription) -> PatternSets | None:
    """The pattern of the lifter's last day carried to the new top load; None for straight sets.

    Only where at least two of his last three days looked like that.
    """
    track = track_of(case.sessions, case.k, helps=case.assists)
    if track is None or answer.load_kg is None or not case.steps():
        return None
    kinds = [_kind(work.shape) for work in track.works[-3:]]
    kind = _kind(track.last.shape)
    if kind is None or (kinds.count(kind) < 2 and len(kinds) > 1):
        return None
    shape = track.last.shape
    ratio = case.moved(answer.load_kg) / shape.moved_kg
    sets = [
        *(_carried(case, lift, ratio) for lift in shape.build),
        *((answer.load_kg, answer.reps_low) for _ in shape.tops),
        *(_carried(case, lift, ratio) for lift in shape.back),
    ]
    return PatternSets(kind, tuple(sets))


def _kind(shape: Shape) -> Kind | None:
    if shape.build:
        return "pyramid" if shape.build[0].reps > shape.tops[0].reps else "ascending"
    return "back-offs" if shape.back else None


def _carried(case: Case, lift: Lift, ratio: float) -> tuple[float, int]:
    return nearest(case, lift.moved_kg * ratio), round(lift.reps)
