"""Three-way merge of JSON values: what two devices made of one base becomes one value, and nothing is lost unseen.

Objects merge field by field, but a number and what it means (its unit, how it was measured) are one value. Lists of
objects with an ``id`` merge by id: what either side added is kept, an edit beats a deletion, an item deleted on one
side and untouched on the other goes. Everything else is a value. Where both sides changed the same value, the incoming
one (it arrived later) wins and the other is reported as `Lost`.

Pure and deterministic; takes any JSON and never raises. No clock decides anything.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable


class _Absent:
    def __repr__(self) -> str:
        return "ABSENT"


# An absent key is a state of its own: null is a value.
ABSENT: Final = _Absent()
# Below this depth a value is taken whole, so that no input exhausts the stack (bodies stop at 64).
_MAX_DEPTH: Final = 100
# 180 kg here and 200 lb there never make 200 kg: an object with one of these pairs of keys is one value.
_ONE_VALUE: Final = ({"value", "unit"}, {"value", "how"}, {"mu", "how"}, {"low", "high"})


@dataclass(frozen=True, slots=True)
class Lost:
    """A value that lost a merge.

    Attributes:
        path: key path inside the body; list items by id: ``entries[<id>].sets[<id>].reps``. Empty = the whole body.
        value: what the losing side had there.
    """

    path: str
    value: Any


def merge(base: Any, incoming: Any, current: Any) -> tuple[Any, tuple[Lost, ...]]:
    """Merge what a device sends into what is stored.

    Args:
        base: the value that the device had last seen; None when it had seen none (an empty object then).
        incoming: what the device sends; it arrives later, so it wins where both changed the same value.
        current: what is stored now.

    Returns:
        The merged value, and the values of ``current`` that lost.

    >>> merge({"a": 1, "b": 1}, {"a": 2, "b": 1}, {"a": 1, "b": 3})
    ({'a': 2, 'b': 3}, ())
    >>> merge({"a": 1}, {"a": 2}, {"a": 3})
    ({'a': 2}, (Lost(path='a', value=3),))
    """
    lost: list[Lost] = []
    return _merge({} if base is None else base, incoming, current, "", lost, 0), tuple(lost)


def same(first: Any, other: Any) -> bool:
    """Say whether two JSON values are the same; unlike Python, true is not 1."""
    if isinstance(first, bool) or isinstance(other, bool):
        return first is other
    if isinstance(first, dict) and isinstance(other, dict):
        return first.keys() == other.keys() and all(same(first[key], other[key]) for key in first)
    if isinstance(first, list) and isinstance(other, list):
        return len(first) == len(other) and all(map(same, first, other))
    return bool(first == other)


def _merge(base: Any, incoming: Any, current: Any, path: str, lost: list[Lost], depth: int) -> Any:
    if depth > _MAX_DEPTH:
        return _value(incoming, current, path, lost)
    if same(incoming, base) or same(incoming, current):
        return current
    if same(current, base):
        return incoming
    # From here on both sides changed. An edit beats a deletion, on either side.
    if incoming is ABSENT:
        return current
    if current is ABSENT:
        return incoming
    if isinstance(incoming, dict) and isinstance(current, dict):
        if path and any(pair <= incoming.keys() | current.keys() for pair in _ONE_VALUE):
            return _value(incoming, current, path, lost)
        return _objects(base if isinstance(base, dict) else {}, incoming, current, path, lost, depth)
    mine, theirs = _by_id(incoming), _by_id(current)
    if mine is not None and theirs is not None and (mine or theirs):
        return _lists(_by_id(base) or {}, mine, theirs, path, lost, depth)
    return _value(incoming, current, path, lost)


def _value(incoming: Any, current: Any, path: str, lost: list[Lost]) -> Any:
    lost.append(Lost(path, current))
    return incoming


def _objects(
    base: Any, incoming: Any, current: Any, path: str, lost: list[Lost], depth: int
) -> dict[str, Any]:
    merged = {}
    for key in _union(current, incoming):
        inner = f"{path}.{key}" if path else key
        sides = (base.get(key, ABSENT), incoming.get(key, ABSENT), current.get(key, ABSENT))
        value = _merge(*sides, inner, lost, depth + 1)
        if value is not ABSENT:
            merged[key] = value
    return merged


def _lists(base: Any, incoming: Any, current: Any, path: str, lost: list[Lost], depth: int) -> list[Any]:
    merged: dict[str, Any] = {}
    for key in _union(current, incoming):
        sides = (base.get(key, ABSENT), incoming.get(key, ABSENT), current.get(key, ABSENT))
        value = _merge(*sides, f"{path}[{key}]", lost, depth + 1)
        if value is not ABSENT:
            merged[key] = value
    if all(isinstance(item.get("order"), str) for item in merged.values()):
        return sorted(merged.values(), key=lambda item: (item["order"], item["id"]))
    return [merged[key] for key in _in_order(list(base), list(incoming), list(current)) if key in merged]


def _in_order(base: list[str], incoming: list[str], current: list[str]) -> list[str]:
    """Order items without order keys: the side that moved something leads, what the other added follows its place."""
    known = set(base)
    moved = [key for key in incoming if key in known] != [key for key in base if key in set(incoming)]
    leader, other = (incoming, current) if moved else (current, incoming)
    placed = list(leader)
    seen = set(leader)
    before = None
    for key in other:
        if key not in seen:
            place = placed.index(before) + 1 if before in seen else 0
            # Additions of both sides behind one item stand in order of id, whoever came first.
            while place < len(placed) and placed[place] not in known and placed[place] < key:
                place += 1
            placed.insert(place, key)
            seen.add(key)
        before = key
    return placed


def _by_id(value: Any) -> dict[str, Any] | None:
    """Return the items of a list by id, or None where it is not a list of objects with ids of their own."""
    if not isinstance(value, list):
        return None
    items: dict[str, Any] = {}
    for item in value:
        key = item.get("id") if isinstance(item, dict) else None
        if not isinstance(key, str) or key in items:
            return None
        items[key] = item
    return items


def _union(first: Iterable[str], second: Iterable[str]) -> list[str]:
    return list(dict.fromkeys([*first, *second]))
