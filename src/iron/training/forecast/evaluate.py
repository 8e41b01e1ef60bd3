"""Scores the engine on a log by the protocol of docs/evidence.md#forecast-protocol, beside paper and two formulas.

Prequential: every session from the sixth on is forecast before it is learnt. Working sets only, exercise names with
six or more sessions. The truth is what people did, not what they could have done.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from statistics import median
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from iron.training.forecast.forecast import Forecaster, session_of
from iron.training.forecast.intention import Session, at, same_load
from iron.training.history.sets import ExerciseFacts
from iron.training.strength.curve import family_k

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

FIRST_SCORED: Final = 5  # sessions before the first that is scored (docs/evidence.md#forecast-protocol)
_BEST_OF: Final = 3  # sessions whose best e1RM the formulas use (docs/evidence.md#forecast-protocol)
_MOST: Final = 40


@dataclass(frozen=True, slots=True)
class Log:
    """One exercise of one lifter, oldest session first; ``family`` as in docs/evidence.md#forecast-protocol."""

    name: str
    family: str
    sessions: tuple[Session, ...]
    curve_k: float | None = None


@dataclass(frozen=True, slots=True)
class Score:
    """Errors of one model on one subset.

    Attributes:
        model: name of the model.
        subset: name of the subset.
        sets: number of sets scored.
        mae: mean absolute error [reps].
        within_one: share within one rep.
        cover: share inside the 80 % interval, None where the model gives none.
        width: mean width of that interval [reps].
    """

    model: str
    subset: str
    sets: int
    mae: float
    within_one: float
    cover: float | None = None
    width: float | None = None


@dataclass(frozen=True, slots=True)
class LoadScore:
    """Errors of loads for given reps: relative errors, median and mean, and the share within 5 %."""

    model: str
    subset: str
    sets: int
    median: float
    mean: float
    within_5: float


@dataclass(frozen=True, slots=True)
class Gain:
    """Error of a model less that of "same as last time", and its 90 % bootstrap interval over series [reps]."""

    model: str
    subset: str
    mean: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Accuracy:
    """Everything that `iron evaluate` prints."""

    reps: tuple[Score, ...]
    loads: tuple[LoadScore, ...]
    series: int
    sessions: int
    gains: tuple[Gain, ...] = ()
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One forecast beside what was done: name of the exercise, date, place of the set, load, reps, forecasts."""

    exercise: str
    day: str
    place: int
    load: float
    reps: int
    ahead: tuple[float, float, float]
    within: tuple[float, float, float]
    same: float


@dataclass(slots=True)
class _ScoredSet:
    """One scored set: the reps that were lifted and what each model predicted."""

    reps: int
    subset: tuple[str, ...]
    series: int
    predictions: dict[str, tuple[float, float, float] | float]
    loads: tuple[float, float, float]
    differs: bool
    name: str = ""
    day: int = 0
    place: int = 0


def evaluate(logs: Iterable[Log]) -> Accuracy:
    """Score every eligible log; an empty result when none has six sessions."""
    scored: list[_ScoredSet] = []
    series = sessions = 0
    for log in logs:
        if len(log.sessions) <= FIRST_SCORED:
            continue
        series += 1
        sessions += len(log.sessions) - FIRST_SCORED
        scored.extend(_walk(log, series))
    return Accuracy(
        _rep_scores(scored), _load_scores(scored), series, sessions, _gains(scored), _rows(scored)
    )


def _rows(scored: Sequence[_ScoredSet]) -> tuple[Row, ...]:
    rows = []
    for row in scored:
        ahead, within, same = (
            row.predictions[model] for model in ("Iron, ahead", "Iron, in session", "same as last time")
        )
        if isinstance(ahead, tuple) and isinstance(within, tuple) and isinstance(same, float):
            day = date.fromordinal(row.day).isoformat()
            rows.append(Row(row.name, day, row.place + 1, row.loads[0], row.reps, ahead, within, same))
    return tuple(rows)


def logs_from(
    workouts: Iterable[tuple[str, Mapping[str, Any]]], facts: Mapping[str, ExerciseFacts]
) -> list[Log]:
    """Logs from raw workout bodies, by the exercise name of the file (else the exercise id).

    Warm-up, drop and rest-pause sets are left out, and exercises whose load helps, is a band or is none
    (docs/evidence.md#forecast-protocol). Loads stay in the unit in which they were written.

    Args:
        workouts: (id, body) of workout documents, any order.
        facts: facts by exercise id.
    """
    series: dict[str, tuple[ExerciseFacts, dict[str, list[tuple[float, float]]], dict[str, str]]] = {}
    for workout, body in workouts:
        start = str(body.get("start", ""))
        for entry in body.get("entries") or ():
            known = facts.get(entry.get("exercise", ""), ExerciseFacts(str(entry.get("exercise", ""))))
            if known.load_meaning in _UNSCORED:
                continue
            for set_ in entry.get("sets") or ():
                load = (set_.get("load") or {}).get("value")
                if set_.get("kind", "working") != "working" or not load or not set_.get("reps"):
                    continue
                name = (set_.get("source") or {}).get("name") or known.id
                _, sets, starts = series.setdefault(name, (known, {}, {}))
                sets.setdefault(workout, []).append((float(load), float(set_["reps"])))
                starts[workout] = start
    logs = []
    for name, (known, sets, starts) in sorted(series.items()):
        order = sorted(sets, key=lambda workout: (starts[workout], workout))
        sessions = [
            session_of(date.fromisoformat(starts[workout][:10]).toordinal(), sets[workout])
            for workout in order
        ]
        usable = tuple(session for session in sessions if session is not None)
        logs.append(Log(name, known.family, usable, known.curve_k))
    return logs


_SUBSETS: Final = ("all sets", "load changed", "load never used", "leg press", "leg press, load changed")
_DRAWS: Final = 2000
_SEED: Final = 1  # of the bootstrap: the same log gives the same interval
_UNSCORED: Final = frozenset({"assistance", "band", "none"})


def table(accuracy: Accuracy) -> list[str]:
    """The scores as lines of Markdown, reps first, then loads."""
    lines = [
        "| subset | model | sets | MAE reps | within 1 | 80 % interval covers | width |",
        "|---|---|---|---|---|---|---|",
    ]
    for score in accuracy.reps:
        cover = "–" if score.cover is None else f"{score.cover:.1%}"
        width = "–" if score.width is None else f"{score.width:.2f}"
        lines.append(
            f"| {score.subset} | {score.model} | {score.sets} | {score.mae:.2f} | {score.within_one:.0%} "
            f"| {cover} | {width} |"
        )
    lines += [
        "",
        "| load for given reps | model | sets | median error | mean error | within 5 % |",
        "|---|---|---|---|---|---|",
    ]
    lines += [
        f"| {score.subset} | {score.model} | {score.sets} "
        f"| {score.median:.1%} | {score.mean:.1%} | {score.within_5:.0%} |"
        for score in accuracy.loads
    ]
    if accuracy.gains:
        lines += ["", "| subset | model | MAE less same as last time | 90 % interval |", "|---|---|---|---|"]
        lines += [
            f"| {gain.subset} | {gain.model} | {gain.mean:+.2f} | {gain.low:+.2f} to {gain.high:+.2f} |"
            for gain in accuracy.gains
        ]
    return lines


def _walk(log: Log, series: int) -> list[_ScoredSet]:
    engine = Forecaster(family_k(log.family, log.curve_k))
    scored: list[_ScoredSet] = []
    for number, session in enumerate(log.sessions):
        if number >= FIRST_SCORED:
            scored.extend(_session(engine, log, number, series))
        engine.learn(session)
    return scored


def _session(engine: Forecaster, log: Log, number: int, series: int) -> list[_ScoredSet]:
    session, history = log.sessions[number], log.sessions[:number]
    last, recent = history[-1], history[-_BEST_OF:]
    ahead = engine.reps(session.loads)
    loads = engine.loads(session.reps)
    scored = []
    for place, (load, reps) in enumerate(zip(session.loads, session.reps, strict=True)):
        now = engine.next_reps(session.loads[: place + 1], session.reps[:place])
        last_load = last.loads[min(place, len(last.loads) - 1)]
        changed = not same_load(last_load, load)
        subset = ["all sets"]
        if changed:
            subset.append("load changed")
            used = any(same_load(past_load, load) for before in history for past_load in before.loads)
            subset += [] if used else ["load never used"]
        if log.family == "leg_press":
            subset += ["leg press", "leg press, load changed"] if changed else ["leg press"]
        scored.append(
            _ScoredSet(
                reps=reps,
                subset=tuple(subset),
                series=series,
                predictions={
                    "Iron, ahead": (ahead[place].reps, ahead[place].low, ahead[place].high),
                    "Iron, in session": (now.reps, now.low, now.high),
                    "same as last time": float(at(last, place)),
                    "Epley": epley_reps(recent, load),
                    "Brzycki": brzycki_reps(recent, load),
                },
                loads=(load, loads[place], last_load),
                differs=at(last, place) != reps,
                name=log.name,
                day=session.day,
                place=place,
            )
        )
    return scored


def epley_reps(sessions: Sequence[Session], load: float) -> float:
    """Reps at a load by Epley, 1RM = w (1 + r / 30), from the best 1RM of the sessions; 1 to 40."""
    best = _best(sessions, lambda weight, reps: weight * (1 + reps / 30))
    return float(min(_MOST, max(1, round(30 * (best / load - 1)))))


def brzycki_reps(sessions: Sequence[Session], load: float) -> float:
    """Reps at a load by Brzycki, 1RM = 36 w / (37 − r) for at most 36 reps; 1 to 36."""
    best = _best(sessions, lambda weight, reps: 36 * weight / (37 - min(reps, 36)))
    return float(min(36, max(1, round(37 - 36 * load / best))))


def _best(sessions: Sequence[Session], formula: Callable[[float, int], float]) -> float:
    return max(
        formula(load, reps)
        for session in sessions
        for load, reps in zip(session.loads, session.reps, strict=True)
    )


def _rep_scores(scored: Sequence[_ScoredSet]) -> tuple[Score, ...]:
    scores: list[Score] = []
    for subset in _SUBSETS:
        chosen = [row for row in scored if subset in row.subset]
        models = chosen[0].predictions if chosen else {}
        scores.extend(
            _score(model, subset, [(row.reps, row.predictions[model]) for row in chosen]) for model in models
        )
    return tuple(scores)


def _gains(scored: Sequence[_ScoredSet]) -> tuple[Gain, ...]:
    """The gain over paper by subset; series are drawn, not sets, because the sets of one series are alike."""
    gains = []
    for subset in _SUBSETS:
        for model in ("Iron, ahead", "Iron, in session"):
            by_series: dict[int, list[float]] = {}
            for row in scored:
                if subset in row.subset:
                    forecast, paper = row.predictions[model], row.predictions["same as last time"]
                    if isinstance(forecast, tuple) and isinstance(paper, float):
                        error = abs(forecast[0] - row.reps) - abs(paper - row.reps)
                        by_series.setdefault(row.series, []).append(error)
            if not by_series:
                continue
            sums = np.array([(sum(errors), len(errors)) for errors in by_series.values()])
            drawn = np.random.default_rng(_SEED).integers(0, len(sums), (_DRAWS, len(sums)))
            means = np.sort(sums[drawn, 0].sum(axis=1) / sums[drawn, 1].sum(axis=1))
            low, high = np.quantile(means, (0.05, 0.95)).tolist()
            gains.append(Gain(model, subset, float(sums[:, 0].sum() / sums[:, 1].sum()), low, high))
    return tuple(gains)


def _score(model: str, subset: str, pairs: Sequence[tuple[int, tuple[float, float, float] | float]]) -> Score:
    errors, held, widths = [], 0, 0.0
    for reps, forecast in pairs:
        if isinstance(forecast, float):
            errors.append(abs(forecast - reps))
            continue
        middle, low, high = forecast
        errors.append(abs(middle - reps))
        held += low <= reps <= high
        widths += high - low
    count = len(pairs)
    interval = isinstance(pairs[0][1], tuple)
    return Score(
        model,
        subset,
        count,
        sum(errors) / count,
        sum(error <= 1 for error in errors) / count,
        held / count if interval else None,
        widths / count if interval else None,
    )


def _load_scores(scored: Sequence[_ScoredSet]) -> tuple[LoadScore, ...]:
    scores = []
    for subset in ("all sets", "reps differ"):
        chosen = [row.loads for row in scored if subset == "all sets" or row.differs]
        if not chosen:
            continue
        for model, column in (("Iron", 1), ("same load as last time", 2)):
            errors = [abs(loads[column] / loads[0] - 1) for loads in chosen]
            within = sum(error <= 0.05 for error in errors) / len(errors)
            scores.append(
                LoadScore(model, subset, len(errors), median(errors), sum(errors) / len(errors), within)
            )
    return tuple(scores)
