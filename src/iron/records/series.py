"""The series: what growth and advice read of a workout, one packed value per exercise. Derived, always rebuildable."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Any, Final

import msgspec

from iron.errors import BadInputError
from iron.records.documents import is_newer

if TYPE_CHECKING:
    from collections.abc import Mapping

# What growth and advice never read; it would be two thirds of the bytes.
_LEFT_OUT: Final = frozenset({"id", "order", "note", "source", "target", "done_at", "tempo"})
# What a set usually looks like: a preset dictionary (RFC 1950) makes a row a tenth of its JSON. zlib keeps a checksum
# of it in every row, so that rows packed with another dictionary say so instead of lying; then `iron rebuild` helps.
_DICTIONARY: Final = (
    b'"distance":{"value":400,"unit":"m"},"duration_s":60,"as_lifted":{"value":20,"unit":"kg"},"unit":"lb"},"failure":true'
    b'"kind":"warm-up","kind":"drop","side":"left","side":"right","faults":["cut_range"],"how":"judged","class":"cut"}'
    b'"flags":["load_over_1000"],"rest_s":180,"rest_s":120}]}]'
    b'[{"machine":{"id":"0192f000-0000-7000-8000-000000000000","base_kg":55,"angle_deg":45},"sets":['
    b'{"kind":"working","load":{"value":180,"unit":"kg"},"reps":10,"side":"both","rir":2,"setup":{"foot_height":"low",'
    b'"stance":"shoulder","toe_out":15,"back_pad":3},"depth":{"value":98,"how":"knee_angle","class":"full"}},'
    b'{"load":{"value":182.5,"unit":"kg"},"reps":12,"rir":1.5,"setup":{"foot_height":"middle","stance":"wide"},'
    b'"depth":{"value":100,"how":"knee_angle"},"rest_s":170},{"load":{"value":100,"unit":"kg"},"reps":8}]}]'
)
_MACHINE: Final = ("id", "base_kg", "angle_deg")


def series_of(workout: Mapping[str, Any]) -> dict[str, bytes]:
    """Return the entries of a workout by exercise, as growth reads them.

    Each value is JSON text: a list of entries ``{"machine"?: {id, base_kg, angle_deg}, "sets": [set, …]}`` in the order
    of the workout, each set as in the document without ids, order keys, notes and sources. A body of a newer Iron has
    no series.
    """
    entries = workout.get("entries")
    if is_newer(workout) or not isinstance(entries, list):
        return {}
    found: dict[str, list[dict[str, Any]]] = {}
    for entry in sorted(entries, key=_place):
        sets = [_slim(one) for one in sorted(entry.get("sets") or (), key=_place)]
        if sets:
            machine = entry.get("machine") or {}
            worn = {key: machine[key] for key in _MACHINE if key in machine}
            found.setdefault(entry["exercise"], []).append(
                {"machine": worn, "sets": sets} if worn else {"sets": sets}
            )
    return {exercise: msgspec.json.encode(rows) for exercise, rows in found.items()}


def pack(rows: bytes) -> bytes:
    """Pack one value of `series_of` for its row."""
    deflate = zlib.compressobj(6, zdict=_DICTIONARY)
    return deflate.compress(rows) + deflate.flush()


def unpack(packed: bytes) -> bytes:
    """Unpack a row into the JSON text that `series_of` made.

    Raises:
        BadInputError: the row is damaged or was packed by another Iron.
    """
    inflate = zlib.decompressobj(zdict=_DICTIONARY)
    try:
        return inflate.decompress(packed) + inflate.flush()
    except zlib.error as problem:
        raise BadInputError(f"A row of the series cannot be read ({problem}). Run `iron rebuild`.") from None


def _slim(one: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in one.items() if key not in _LEFT_OUT}


def _place(item: Mapping[str, Any]) -> tuple[str, str]:
    return item.get("order") or "", item["id"]
