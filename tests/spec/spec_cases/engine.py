"""Cases for the engine rules that run on the phone: today's capacity after a set, chances, the next load.

Numbers are rounded to nine digits: the twin must agree to 1e-6, its normal distribution and exponentials included.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Any, Final

from iron.training.advice.advice import advise
from iron.training.advice.next_set import next_set
from iron.training.advice.question import Did, Question
from iron.training.strength.curve import bank, load_share, reps_lost, step_fits
from iron.training.strength.line_belief import LineBelief, after_set, for_today
from iron.training.strength.state import fatigue_share, noise_reps

Case = dict[str, Any]

_GRID: Final = tuple(float(load) for load in range(0, 301, 5))


def engine_cases() -> dict[str, list[Case]]:
    """All cases of the engine, by the name of their rule."""
    return {
        "curve": _curves(),
        "set_noise": _noise(),
        "after_set": _after(),
        "belief": _chances(),
        "next_set": _next(),
        "advice": _advice(),
    }


def _belief(sd: float = 0.04, *, low: bool = False) -> LineBelief:
    """A round belief: 10RM of 255 kg moved (200 on a 55 kg sled) at the leg press's curve."""
    k, log_weight = bank(45.0)
    mean = 5.541263545158426
    return LineBelief(
        k=tuple(round(one, 6) for one in k.tolist()),
        weight=tuple(round(2.718281828459045**one, 6) for one in log_weight.tolist()),
        mean=(mean,) * 7,
        sd=(sd,) * 7,
        low=(mean - 0.01,) * 7 if low else None,
        soft=0.03 if low else 0.0,
        fatigue=0.068,
        bias=0.95,
        bias_sd=0.7,
        cut=0.288,
    )


def _question(**changes: Any) -> Question:
    given: dict[str, Any] = {
        "line": "leg-press-45|-|both|foot_height=low|stance=wide", "on": "2026-11-22", "family": "leg_press", "curve_k": 45.0,
        "implements": 1, "base_kg": 55.0, "assists": False, "sets": 3, "reps_low": 8, "reps_high": 12, "rir": 2, "grid": _GRID,
        "belief": _belief(), "known": True, "last": (Did(190, 12, 2),) * 3, "before": (Did(190, 11, 2),) * 3, "days_since": 7,
        "raised_days": 14, "best_kg": 200.0, **changes,
    }  # fmt: skip
    return Question(**given)


def _curves() -> list[Case]:
    return [
        {
            "name": f"{reps} reps at K {k:g}, {step:g} on {load:g} kg",
            "in": {"reps": reps, "k": k, "load": load, "step": step, "width": 2},
            "out": {"load_share": _round(load_share(reps, k)), "reps_lost": _round(reps_lost(load, step, reps, k)), "fits": step_fits(load, step, reps, 2, k)},
        }
        for reps, k, load, step in ((1, 45, 100, 5), (5, 31, 100, 2.5), (10, 45, 130, 5), (10, 45, 136, 5), (12, 35,
        60, 2.5), (25, 45, 190, 10))
    ]  # fmt: skip


def _noise() -> list[Case]:
    return [
        {
            "name": f"{reps} reps, {rir:g} left, set {position + 1}, rest {rest}",
            "in": {"reps": reps, "rir": rir, "position": position, "rest_s": rest},
            "out": {"noise": _round(noise_reps(reps, rir)), "fatigue": _round(fatigue_share(position, rest))},
        }
        for reps, rir, position, rest in (
            (3, 0, 0, None),
            (12, 0, 1, None),
            (10, 2, 2, 60),
            (20, 1, 3, 300),
            (8, 4, 1, 10),
        )
    ]


def _after() -> list[Case]:
    cases = []
    for name, low, moved, reps, rir, position, failed in (
        ("as expected", False, 255.0, 8, 1.0, 0, False),
        ("a strong set", False, 255.0, 12, 2.0, 0, False),
        ("a failed set", False, 255.0, 7, 0.0, 1, True),
        ("nothing left, not failed", False, 255.0, 9, 0.0, 1, False),
        ("no RIR below the level changes nothing", True, 205.0, 8, None, 0, False),
        ("no RIR above the level raises it", True, 265.0, 11, None, 0, False),
        ("more than four left is a bound", True, 255.0, 12, 6.0, 0, False),
        ("a typo changes nothing", False, 2055.0, 10, 2.0, 0, False),
    ):
        before = for_today(_belief(low=low))
        after = after_set(before, moved, reps, rir, position, failed=failed)
        given = {
            "belief": _plain(before),
            "moved_kg": moved,
            "reps": reps,
            "rir": rir,
            "position": position,
            "failed": failed,
        }
        cases.append({"name": name, "in": given, "out": _plain(after)})
    return cases


def _chances() -> list[Case]:
    cases = []
    for name, belief in (("measured", _belief()), ("wide, with a bound", _belief(0.12, low=True))):
        for moved in (155.0, 245.0, 255.0, 300.0):
            out = {
                "quantiles": [_round(one) for one in belief.quantile((0.1, 0.5, 0.9))],
                "chances": [_round(one) for one in belief.chances(moved, (1, 6, 8, 10, 12, 20), 0.5)],
                "reps_with": list(belief.reps_with(moved, 12, 1.0)),
            }
            given = {
                "belief": _plain(belief),
                "moved_kg": moved,
                "reps": [1, 6, 8, 10, 12, 20],
                "tired": 0.5,
                "target": 12,
                "rir": 1.0,
            }
            cases.append({"name": f"{name}, {moved:g} kg moved", "in": given, "out": out})
    return cases


def _next() -> list[Case]:
    given = [
        ("as planned", _question(), (Did(190, 10, 2),)),
        ("a bad day", _question(), (Did(200, 5, 0),)),
        ("very easy", _question(), (Did(190, 14, 4),)),
        ("very easy, nothing logged", _question(), (Did(190, 14),)),
        ("cut short", _question(), (Did(240, 10, 1, cut=True),)),
        ("all done", _question(), (Did(190, 10, 2),) * 3),
        ("half of a deload done", _question(deload=True), (Did(170, 10, 5),) * 2),
        ("easy in a deload", _question(deload=True, sets=4), (Did(170, 12, 5),)),
        ("nothing known", _question(belief=None), (Did(100, 10),)),
        (
            "help, a bad day",
            _question(base_kg=80.0, assists=True, belief=None, grid=(10.0, 20.0, 30.0)),
            (Did(20, 5),),
        ),
    ]
    return [
        {
            "name": name,
            "in": {"question": _plain(question), "done": [asdict(one) for one in done]},
            "out": _plain(next_set(question, done)),
        }
        for name, question, done in given
    ]


def _advice() -> list[Case]:
    given = [
        ("top reached", _question()),
        ("one short", _question(last=(Did(190, 12, 2), Did(190, 11, 1)))),
        ("no RIR, once", _question(last=(Did(190, 12),) * 3)),
        ("no RIR, twice", _question(last=(Did(190, 12),) * 3, before=(Did(190, 12),) * 3)),
        ("raised three days ago", _question(raised_days=3)),
        ("five weeks away", _question(days_since=35)),
        ("cut last time", _question(last=(Did(240, 12, 2, cut=True),))),
        ("deload", _question(deload=True)),
        ("new line", _question(known=False, last=(), before=(), days_since=None, best_kg=None)),
        ("another rep range", _question(reps_low=20, reps_high=25, rir=1)),
        (
            "meant for another range",
            _question(reps_low=12, reps_high=15, rir=1, elsewhere=True, deload=True, days_since=20),
        ),
        (
            "meant for another range, nothing believed",
            _question(reps_low=12, reps_high=15, elsewhere=True, belief=None),
        ),
        (
            "meant for another range, all cut",
            _question(last=(Did(240, 12, 2, cut=True),), elsewhere=True, belief=None),
        ),
        ("step too large", _question(reps_high=9, grid=(190.0, 220.0), last=(Did(190, 9, 2),) * 3)),
        ("machine ends", _question(grid=(180.0, 190.0))),
        ("no loads", _question(grid=())),
        (
            "nothing known",
            _question(belief=None, known=False, last=(), before=(), days_since=None, best_kg=None),
        ),
    ]
    return [
        {"name": name, "in": _plain(question), "out": _plain(advise(question))} for name, question in given
    ]


def _plain(value: Any) -> Any:
    """A value as JSON, numbers rounded; advice keeps loads and sentences as they are."""
    return _rounded(asdict(value))


def _rounded(value: Any) -> Any:
    if isinstance(value, float):
        return _round(value)
    if isinstance(value, dict):
        return {name: _rounded(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [_rounded(one) for one in value]
    return value


def _round(value: float) -> float:
    return float(f"{value:.9g}")
