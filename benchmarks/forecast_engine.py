"""The product's forecast engine behind three plain functions, unchanged and without tuning per file.

``history`` is ``[{"date": "YYYY-MM-DD", "sets": [{"load", "reps", "rpe"}]}]``, oldest first; ``done`` today's sets so
far; ``meta`` ``{"family", "days_since_last", "exercise"}``. Loads are in the log's own unit. A forecaster is kept for
a history that only grows: a cache and nothing else, the same history gives the same answer in any order of calls.
"""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from iron.training.forecast.forecast import Forecaster, is_load, session_of
from iron.training.strength.curve import family_k

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iron.training.forecast.mixture import Forecast

Day = tuple[str, tuple[tuple[float, float], ...]]

_MOST_REPS = 100.0  # of a set done today; more is a slip
_SERIES = 128  # series kept at once
_cache: OrderedDict[tuple[float, Day | None], tuple[list[Day], Forecaster]] = OrderedDict()


def predict(
    history: Sequence[Mapping], loads: Sequence[float], meta: Mapping | None = None
) -> list[dict[str, float]]:
    """Reps of each working set of the next session with an 80 % interval."""
    return [_answer(rep) for rep in _engine(history, meta).reps([_number(load) for load in _items(loads)])]


def predict_in(
    history: Sequence[Mapping], done_sets: Sequence[Mapping], load: float, meta: Mapping | None = None
) -> dict[str, float]:
    """Reps of the next set of a running session with an 80 % interval.

    Sets in ``done`` that cannot be read are left out; where ``load`` cannot be read, the load of the set before counts.
    """
    pairs = [(_number(_get(item, "load")), _number(_get(item, "reps"))) for item in _items(done_sets)]
    usable = [(weight, round(reps)) for weight, reps in pairs if is_load(weight) and 0.5 < reps <= _MOST_REPS]
    wanted = _number(load)
    if not is_load(wanted) and usable:
        wanted = usable[-1][0]
    return _answer(
        _engine(history, meta).next_reps(
            [*(weight for weight, _ in usable), wanted], [max(1, reps) for _, reps in usable]
        )
    )


def predict_load(history: Sequence[Mapping], reps: Sequence[int], meta: Mapping | None = None) -> list[float]:
    """Load of each working set of the next session from its reps, always one for each and always above 0.

    Reps that cannot be read count as ten, reps beyond 1 to 40 as the nearest of these. Without any usable set in the
    history each load is `NO_LOAD_KNOWN` (20, an empty bar in kilograms): a guess, not a forecast.
    """
    wanted = [_number(item) for item in _items(reps)]
    return _engine(history, meta).loads(
        [round(min(max(number, 1.0), _MOST_REPS)) if math.isfinite(number) else 10 for number in wanted]
    )


def _engine(history: Sequence[Mapping], meta: Mapping | None) -> Forecaster:
    days = [_day(item) for item in _items(history)]
    if any(days[at][0] > days[at + 1][0] for at in range(len(days) - 1)):
        days.sort(key=lambda day: day[0])
    k = family_k(str(_get(meta, "family")))
    key = (k, days[0] if days else None)
    known, engine = _cache.pop(key, ([], Forecaster(k)))
    if known != days[: len(known)]:
        known, engine = [], Forecaster(k)
    for day, sets in days[len(known) :]:
        session = session_of(_ordinal(day), sets)
        if session is not None:
            engine.learn(session)
    _cache[key] = days, engine
    if len(_cache) > _SERIES:
        _cache.popitem(last=False)
    return engine


def _day(session: Mapping) -> Day:
    sets = _items(_get(session, "sets"))
    return str(_get(session, "date")), tuple(
        (_number(_get(set_, "load")), _number(_get(set_, "reps"))) for set_ in sets
    )


def _items(values: Any) -> Any:
    return () if values is None else values


def _get(item: object, name: str) -> Any:
    return item.get(name) if isinstance(item, Mapping) else None


def _ordinal(day: str) -> int:
    try:
        return date.fromisoformat(day[:10]).toordinal()
    except ValueError:
        return 1


def _number(value: object) -> float:
    """A number, or infinity for what is none: unlike NaN it equals itself, so that the cache knows it again."""
    try:
        number = float(value)  # type: ignore[arg-type]  # what is none is caught
    except (TypeError, ValueError, OverflowError):
        return math.inf
    return math.inf if math.isnan(number) else number


def _answer(forecast: Forecast) -> dict[str, float]:
    return {"reps": forecast.reps, "lo": forecast.low, "hi": forecast.high}
