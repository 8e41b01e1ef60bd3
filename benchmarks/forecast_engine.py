"""The product's forecast engine behind three plain functions, unchanged and without tuning per file.

``history`` is ``[{"date": "YYYY-MM-DD", "sets": [{"load", "reps", "rpe"}]}]``, oldest first; ``done`` today's sets so
far; ``meta`` ``{"family", "days_since_last", "exercise"}``. Loads are in the log's own unit. A forecaster is kept for
a history that only grows: a cache and nothing else, the same history gives the same answer in any order of calls.
"""

from __future__ import annotations

import math
from collections import OrderedDict
from datetime import date
from typing import TYPE_CHECKING, Any

from iron.training.curve import family_k
from iron.training.forecast import Forecaster, session_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from iron.training.mixture import Forecast

Day = tuple[str, tuple[tuple[Any, Any], ...]]

_KEPT = 32
_cache: OrderedDict[tuple[float, Day | None], tuple[list[Day], Forecaster]] = OrderedDict()


def predict(
    history: Sequence[Mapping], loads: Sequence[float], meta: Mapping | None = None
) -> list[dict[str, float]]:
    """Reps of each working set of the next session with an 80 % interval."""
    return [_answer(one) for one in _engine(history, meta).reps([_number(load) for load in loads])]


def predict_in(
    history: Sequence[Mapping], done: Sequence[Mapping], load: float, meta: Mapping | None = None
) -> dict[str, float]:
    """Reps of the next set of a running session with an 80 % interval."""
    engine = _engine(history, meta)
    pairs = [(_number(one.get("load")), _number(one.get("reps"))) for one in done]
    usable = [(weight, round(reps)) for weight, reps in pairs if weight > 0 and 1 <= reps <= 100]
    wanted = _number(load)
    if not wanted > 0:
        wanted = usable[-1][0] if usable else wanted
    return _answer(
        engine.next_reps([*(weight for weight, _ in usable), wanted], [reps for _, reps in usable])
    )


def predict_load(history: Sequence[Mapping], reps: Sequence[int], meta: Mapping | None = None) -> list[float]:
    """Load of each working set of the next session from its reps; empty without a history."""
    return _engine(history, meta).loads([round(one) if math.isfinite(_number(one)) else 10 for one in reps])


def _engine(history: Sequence[Mapping], meta: Mapping | None) -> Forecaster:
    days = [_day(one) for one in history]
    if any(days[at][0] > days[at + 1][0] for at in range(len(days) - 1)):
        days.sort(key=lambda day: day[0])
    k = family_k(str((meta or {}).get("family", "other")))
    key = (k, days[0] if days else None)
    known, engine = _cache.pop(key, ([], Forecaster(k)))
    if known != days[: len(known)]:
        known, engine = [], Forecaster(k)
    for day, sets in days[len(known) :]:
        session = session_of(_ordinal(day), [(_number(load), _number(reps)) for load, reps in sets])
        if session is not None:
            engine.learn(session)
    _cache[key] = days, engine
    if len(_cache) > _KEPT:
        _cache.popitem(last=False)
    return engine


def _day(session: Mapping) -> Day:
    sets = tuple((one.get("load"), one.get("reps")) for one in session.get("sets") or ())
    return str(session.get("date", "")), sets


def _ordinal(day: str) -> int:
    try:
        return date.fromisoformat(day[:10]).toordinal()
    except ValueError:
        return 0


def _number(value: object) -> float:
    try:
        return float(value)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return math.nan


def _answer(forecast: Forecast) -> dict[str, float]:
    return {"reps": forecast.reps, "lo": forecast.low, "hi": forecast.high}
