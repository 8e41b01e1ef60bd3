"""Two rules that fight: both may hold at the same moment and both change the same thing of one lift."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from iron.training.programs.checks.shape import Problem
from iron.training.programs.compiling import read_when

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from iron.training.programs.model import Span, When

_CHANGES: Final = {
    "the number": ("add", "add_percent", "deload", "per_rep", "table", "set_max", "stage_load"),
    "the stage": ("stage",),
    "the sets": ("sets", "sets_reset"),
    "the rung": ("rung",),
}


def fights(body: Mapping[str, Any]) -> Iterator[Problem]:
    """A problem for each rule that fights an earlier one."""
    rules = list(body.get("rules", ()))
    lifts = [row["id"] for row in body.get("lifts", ())]
    for at, rule in enumerate(rules):
        for earlier in rules[:at]:
            shared = _lifts(rule, lifts) & _lifts(earlier, lifts)
            what = _both_change(rule, earlier)
            if shared and what and _meet(rule, earlier):
                yield Problem(
                    f"rules[{at}].when",
                    f"“{rule['name']}” and “{earlier['name']}” can hold at the same time and both change {what} of "
                    f"“{min(shared)}”: let their conditions exclude each other, such as made = true and "
                    "made = false, or join them in one rule with a table.",
                )
                break


def _lifts(rule: Mapping[str, Any], every: list[str]) -> set[str]:
    return set(every) if rule["lifts"] == ["all"] else set(rule["lifts"])


def _both_change(first: Mapping[str, Any], other: Mapping[str, Any]) -> str:
    for what, keys in _CHANGES.items():
        if any(key in first["then"] for key in keys) and any(key in other["then"] for key in keys):
            return what
    return ""


def _meet(first: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    if first.get("at", "session") != other.get("at", "session"):
        return False
    slots = set(first.get("slots", ())), set(other.get("slots", ()))
    if slots[0] and slots[1] and not slots[0] & slots[1]:
        return False
    return not _exclude(read_when(first.get("when", {})), read_when(other.get("when", {})))


def _exclude(first: When, other: When) -> bool:
    """Whether the conditions can never hold together, as far as their words say."""
    if _opposite(_made(first), _made(other)) or _opposite(first.topped, other.topped):
        return True
    if first.weeks and other.weeks and not set(first.weeks) & set(other.weeks):
        return True
    if first.stages and other.stages and not set(first.stages) & set(other.stages):
        return True
    if first.question and first.question == other.question and not set(first.answers) & set(other.answers):
        return True
    if _apart(first.sum, other.sum) or _apart(first.sets, other.sets):
        return True
    if first.set != other.set:
        return False
    return _apart(first.reps, other.reps) or _apart(first.over, other.over) or _rir_apart(first, other)


def _made(when: When) -> bool | None:
    if when.made is not None:
        return when.made
    if when.topped or when.made_in_a_row is not None:
        return True
    return False if when.failed is not None else None


def _opposite(first: bool | None, other: bool | None) -> bool:  # noqa: FBT001
    return first is not None and other is not None and first != other


def _apart(first: Span | None, other: Span | None) -> bool:
    return first is not None and other is not None and (first.high < other.low or other.high < first.low)


def _rir_apart(when: When, other: When) -> bool:
    for first, second in ((when, other), (other, when)):
        if first.rir_high is not None and second.rir_low is not None and first.rir_high < second.rir_low:
            return True
    return False
