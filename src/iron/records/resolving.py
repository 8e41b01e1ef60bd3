"""What a merge field by field may not take apart, and what happens where its result breaks the contract.

Two devices may each write a good body whose fields do not fit together: one moves a workout to the evening, the other
corrects its end in the afternoon. Such fields are taken together from the device that arrived later; what the other
one had is reported as lost and stays in the history.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from iron.records.documents import check_body
from iron.records.merge import ABSENT, Lost, same
from iron.values.errors import BadDocumentError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from iron.records.documents import Body

# A change of the first key changes what the others say: a number goes with its unit.
_GOES_WITH: Final[Mapping[str, tuple[tuple[str, ...], ...]]] = {
    "measurement": (("what", "value", "unit", "side"), ("unit", "value", "what", "side")),
    "machine": (("unit", "plates", "stack"),),
    "gym": (("unit", "plates", "bars", "dumbbells"),),
}
# One value where the fields do not fit together.
_TOGETHER: Final[Mapping[str, tuple[tuple[str, ...], ...]]] = {"workout": (("start", "offset", "end"),)}
_PART: Final = re.compile(r"[^.\[\]]+")


def resolve(
    kind: str, merged: Body, incoming: Body, stored: Body, lost: tuple[Lost, ...]
) -> tuple[Body, tuple[Lost, ...]]:
    """Return the merged body as one that passes the checks, and everything that lost.

    Args:
        kind: of the document.
        merged: what `iron.records.merge.merge` made of both sides.
        incoming: the body that arrives; it passes the checks.
        stored: the body that was there.
        lost: what lost the merge.
    """
    value, more = dict(merged), list(lost)
    for keys in _GOES_WITH.get(kind, ()):
        if not _alike(incoming, stored, keys[:1]) and not _alike(incoming, stored, keys[1:]):
            _take(value, incoming, stored, keys, more)
    tried: set[str] = set()
    for keys in _TOGETHER.get(kind, ()):
        if _problem(kind, value) is not None:
            _take(value, incoming, stored, keys, more)
    while (where := _problem(kind, value)) is not None:
        if where in tried or not _take_place(value, incoming, stored, where, more):
            return incoming, (Lost("", stored),)
        tried.add(where)
    return value, tuple(more)


def _problem(kind: str, value: Body) -> str | None:
    try:
        check_body(kind, value)
    except BadDocumentError as problem:
        return problem.where
    return None


def _alike(first: Body, other: Body, keys: tuple[str, ...]) -> bool:
    return all(same(first.get(key, ABSENT), other.get(key, ABSENT)) for key in keys)


def _take(value: Body, incoming: Body, stored: Body, keys: tuple[str, ...], lost: list[Lost]) -> None:
    """Take some keys from the incoming side alone."""
    for key in keys:
        mine, theirs = incoming.get(key, ABSENT), stored.get(key, ABSENT)
        known = any(item.path == key for item in lost)
        if theirs is not ABSENT and not same(mine, theirs) and not known:
            lost.append(Lost(key, theirs))
        if mine is ABSENT:
            value.pop(key, None)
        else:
            value[key] = mine


def _take_place(value: Body, incoming: Body, stored: Body, where: str, lost: list[Lost]) -> bool:
    """Take the item of a list, or else the key, in which a problem stands from one side alone; say whether it could."""
    parts = _PART.findall(where)
    if not parts:
        return False
    holder: Any = value
    sides: list[Any] = [incoming, stored]
    path, place = "", None
    for part in parts:
        if isinstance(holder, list):
            item = holder[int(part)] if part.isdigit() and int(part) < len(holder) else None
            if not isinstance(item, dict) or "id" not in item:
                break
            sides = [_item(side, item["id"]) for side in sides]
            path = f"{path}[{item['id']}]"
            place = (holder, int(part), path, list(sides))
            holder = item
        elif isinstance(holder, dict):
            sides = [side.get(part, ABSENT) if isinstance(side, dict) else ABSENT for side in sides]
            path = f"{path}.{part}".lstrip(".")
            holder = holder.get(part)
        else:
            break
    if place is None:
        _take(value, incoming, stored, (parts[0],), lost)
        return True
    items, at, path, (mine, theirs) = place
    chosen = theirs if mine is ABSENT else mine
    if chosen is ABSENT or same(items[at], chosen):
        return False
    if chosen is mine and theirs is not ABSENT:
        lost.append(Lost(path, theirs))
    items[at] = chosen
    return True


def _item(side: Any, ident: str) -> Any:
    if not isinstance(side, list):
        return ABSENT
    return next((item for item in side if isinstance(item, dict) and item.get("id") == ident), ABSENT)
