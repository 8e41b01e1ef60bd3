"""Garmin FIT activities of strength training, read with Garmin's SDK (docs/formats.md#garmin-fit): experimental."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from garmin_fit_sdk import Decoder as FitReader
from garmin_fit_sdk import Profile, Stream

from iron.exchange.reading.records import Records
from iron.values.errors import BadFileError

if TYPE_CHECKING:
    from iron.exchange.foreign import Foreign
    from iron.exchange.options import ReadOptions

_UNSET: Final = 0xFFFF
# A day with a record each second is 2 MB; the reader takes seconds for each. A guess.
_MOST_BYTES: Final = 4 * 1024 * 1024


def read(data: bytes, options: ReadOptions) -> Foreign:
    """Read a FIT activity; rest sets become the rest after the set above.

    Raises:
        BadFileError: broken, or no strength training.
    """
    if len(data) > _MOST_BYTES:
        raise BadFileError(
            f"The FIT file has {len(data) / 1024 / 1024:.0f} MB, more than an activity. Export the strength activity."
        )
    try:
        messages, _ = FitReader(Stream.from_byte_array(bytearray(data))).read()
    except Exception as error:  # noqa: BLE001 - the SDK raises many kinds on damaged files
        raise BadFileError(
            f"The FIT file cannot be read ({type(error).__name__}). Export the activity again."
        ) from None
    sets: list[Any] = list(messages.get("set_mesgs") or [])
    if not sets:
        raise BadFileError(
            "This Garmin FIT activity holds no sets: it is not strength training. Export a strength activity."
        )
    records = Records(options)
    titles = {
        str(title.get("wkt_step_name_index", title.get("message_index"))): _first(title.get("wkt_step_name"))
        for title in messages.get("exercise_title_mesgs") or []
    }
    session = (messages.get("session_mesgs") or [{}])[0]
    start = _moment(session.get("start_time") or sets[0].get("start_time"))
    for set_ in sets:
        if _first(set_.get("set_type")) in ("rest", 0):
            records.rest(start, start, _number(set_, "duration"))
            continue
        records.dates.utc += 1
        records.add(
            start,
            start,
            titles.get(str(set_.get("wkt_step_index"))) or _name(set_),
            load=_number(set_, "weight"),
            unit="kg",
            reps=_number(set_, "repetitions"),
            seconds=_number(set_, "duration") if _number(set_, "repetitions") is None else None,
        )
    return records.foreign("garmin", "garmin-fit", "kg", experimental=True)


def _name(set_: dict[str, Any]) -> str:
    """Return the movement in Garmin's words; without a kind only its category, and an unset kind is no kind."""
    category, kind = _first(set_.get("category")), _first(set_.get("category_subtype"))
    if not isinstance(category, str) or category == "unknown":
        return "Garmin strength set"
    if isinstance(kind, int) and kind != _UNSET:
        kind = Profile["types"].get(f"{category}_exercise_name", {}).get(kind)
    words = kind if isinstance(kind, str) else category
    return words.replace("_", " ")


def _number(set_: dict[str, Any], key: str) -> float | None:
    value = _first(set_.get(key))
    return float(value) if isinstance(value, (int, float)) and value != _UNSET else None


def _first(value: object) -> object:
    return value[0] if isinstance(value, list) and value else value


def _moment(value: object) -> datetime:
    if isinstance(value, datetime):
        return value if value.tzinfo else value.replace(tzinfo=UTC)
    raise BadFileError("The FIT activity has no start time. Export it again.")
