"""Advice: the load and reps of the next session on a line, with rule, chances and one sentence.

`advise` is a pure function of a `Question`; an advice document stores the question, so the answer can be replayed bit
for bit (`replay`). Rules and caps: docs/evidence.md#next-load. The engine works on moved mass; the sentence speaks of
the load as the lifter counts it.
"""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from iron.training.advice.question import Question, question_from
from iron.training.strength.curve import load_share, reps_lost
from iron.training.strength.line_belief import LineBelief, for_today

if TYPE_CHECKING:
    from collections.abc import Mapping

VERSION: Final = 1
SAFE: Final = 0.80  # docs/evidence.md#next-load: chance of the lower end of the range in the first set
FAR_SHORT: Final = 0.05  # the same: chance of more than two reps short
STEP_SHARE: Final = 0.05  # caps of docs/evidence.md#next-load: +5 % or the smallest step
LEG_PRESS_STEP_KG: Final = 10.0  # docs/evidence.md#next-load: leg press +10 kg at most
RAISE_DAYS: Final = 6  # docs/evidence.md#next-load: never twice within 6 days
BEST_SHARE: Final = 1.05  # docs/evidence.md#next-load: never above 1.05 × the best load of the line
DROP_SHARE: Final = 0.10  # docs/evidence.md#next-load: -10 % at most outside gap, deload and depth
GAP_DAYS: Final = 14  # docs/evidence.md#next-load
GAP_PER_WEEK: Final = 0.025  # docs/evidence.md#next-load: -2.5 % per week away
GAP_MOST: Final = 0.15  # docs/evidence.md#next-load: up to -15 %
CUT_LEAST: Final = 0.20  # docs/evidence.md#depth-and-feet: 20-30 % less after cut depth
CUT_MOST: Final = 0.30
NEW_LINE_SHARE: Final = 0.20  # docs/evidence.md#depth-and-feet: lower 20th percentile of predicted capacity
DELOAD_SHARE: Final = 0.10  # docs/evidence.md#deload: half the sets, load -10 %


@dataclass(frozen=True, slots=True)
class Advice:
    """One piece of advice.

    Attributes:
        rule: id of the rule that decided.
        load_kg: load as counted [kg], None when Iron does not know.
        reps_low: lower end of the reps to do.
        reps_high: upper end of the reps to do.
        rir: reps to leave.
        sets: sets to do.
        chance: probability of the lower end at that load with a rep in reserve for each of ``rir``, or None.
        low_reps: 10th percentile of the reps possible, None without a belief.
        high_reps: 90th percentile.
        sentence: the reason, one sentence.
    """

    rule: str
    load_kg: float | None
    reps_low: int
    reps_high: int
    rir: float
    sets: int
    chance: float | None
    low_reps: int | None
    high_reps: int | None
    sentence: str


def advise(question: Question) -> Advice:
    """The advice for the next session, by the first rule of docs/evidence.md#next-load that applies."""
    checked = _refusal(question)
    if checked is not None:
        return checked
    for rule in _RULES:
        found = rule(question)
        if found is not None:
            return found
    return _unknown(question)


def document(question: Question, advice: Advice) -> dict[str, Any]:
    """The body of an advice document: question, answer and version, JSON ready."""
    return {
        "v": VERSION,
        "line": question.line,
        "on": question.on,
        "inputs": asdict(question),
        **asdict(advice),
    }


def replay(body: Mapping[str, Any]) -> Advice:
    """Answer the stored question again; equals the stored answer while the rules are the same."""
    return advise(question_from(body["inputs"]))


def _refusal(question: Question) -> Advice | None:
    if not (
        1 <= question.reps_low <= question.reps_high <= 100 and question.sets >= 1 and 0 <= question.rir <= 10
    ):
        said = "This slot asks for reps or sets that make no sense: edit it in the plan."
        return _answer(question, "bad-slot", None, said)
    if not question.steps():
        said = "I do not know which loads this machine has: enter its plates or its stack."
        return _answer(question, "no-loads", None, said)
    return None


def _unknown(question: Question) -> Advice:
    reps = question.reps_low + 4
    return _answer(
        question,
        "unknown",
        None,
        f"I do not know yet: take a weight you would do for about {reps}, stop at {question.reps_low} "
        "and log what you had left.",
    )


def _depth(question: Question) -> Advice | None:
    """Depth was cut last time: 20-30 % less moved mass, by what this lifter's cuts are worth."""
    cut = [one for one in question.last if one.cut]
    if not cut or question.elsewhere:
        return None
    share = 1.0 - math.exp(-question.belief.cut) if question.belief else 0.25
    share = min(CUT_MOST, max(CUT_LEAST, share))
    top = max(cut, key=lambda one: question.moved(one.load_kg))
    load = _at_most(question, question.moved(top.load_kg) * (1.0 - share))
    full = _kg(load)
    return _answer(
        question,
        "depth",
        load,
        f"{full} to full depth: last time {_kg(top.load_kg)} was cut short, and cut kilos do not count.",
    )


def _deload(question: Question) -> Advice | None:
    if not question.deload or not question.followed:
        return None
    load = _at_most(question, _top(question) * (1.0 - DELOAD_SHARE))
    sentence = f"{_kg(load)} and half the sets: this drops fatigue; it is not known to add muscle."
    return _answer(question, "deload", load, sentence)


def _gap(question: Question) -> Advice | None:
    if question.days_since is None or question.days_since <= GAP_DAYS or not question.followed:
        return None
    share = min(GAP_MOST, GAP_PER_WEEK * question.days_since / 7.0)
    load = _at_most(question, _top(question) * (1.0 - share))
    weeks = round(question.days_since / 7)
    sentence = f"{_kg(load)} after {weeks} weeks away: {share:.0%} less to start, and you will be back soon."
    return _answer(question, "gap", load, sentence)


def _new_line(question: Question) -> Advice | None:
    """First session of a position or machine: a load done on eight days of ten."""
    if question.known or question.belief is None:
        return None
    wanted = question.reps_high + question.rir
    load = _at_most(question, for_today(question.belief).load_for(wanted, NEW_LINE_SHARE))
    return _answer(
        question,
        "new-line",
        load,
        f"I do not know yet: first time with this setup. Start at {_kg(load)}, a weight you would do for "
        f"{question.reps_high} on 8 days of 10.",
    )


def _from_curve(question: Question) -> Advice | None:
    """No session near this rep range: the other ranges speak through the curve."""
    near = [one for one in question.last if question.reps_low - 3 <= one.reps <= question.reps_high + 3]
    if not question.last or (near and not question.elsewhere):
        return None
    if question.belief is None:
        return _by_curve(question) if question.elsewhere else None
    best = None if question.best_kg is None else BEST_SHARE * question.moved(question.best_kg)
    options = [
        (pair, _chances(question, pair[0]))
        for pair in question.steps()
        if best is None or pair[0] <= best + 1e-9
    ]
    safe = [(chance["aim"], -moved, load) for (moved, load), chance in options if _safe(chance)]
    if not safe:
        return _by_curve(question) if question.elsewhere else None
    return _from_other(question, max(safe)[2])


def _by_curve(question: Question) -> Advice | None:
    """What the weakest full set of another rep range is worth at the top of this one, the reserve kept."""
    full = [one for one in question.last if not one.cut and one.reps >= 1]
    if not full:
        return None
    told = [question.moved(one.load_kg) / load_share(one.reps + (one.rir or 0.0), question.k) for one in full]
    wanted = min(told) * load_share(question.reps_high + question.rir, question.k)
    return _from_other(question, _at_most(question, wanted))


def _from_other(question: Question, load: float) -> Advice:
    low, high = question.reps_low, question.reps_high
    sentence = f"{_kg(load)} for {low}–{high}: your sets in other rep ranges say so; log what you had left."
    return _answer(question, "from-curve", load, sentence)


def _double(question: Question) -> Advice | None:
    """Double progression: first the reps, then the load, by a step that fits the range."""
    if not question.followed:
        return None
    hardest = max(question.moved(one.load_kg) for one in question.last)
    worst = min(one.reps for one in question.last if question.moved(one.load_kg) >= hardest - 1e-9)
    top = _at_most(question, hardest)
    stay = f"Stay at {_kg(top)}"
    if worst < question.reps_low - 2 and question.belief is not None:
        return _lighter(question, top, worst)
    if worst < question.reps_high:
        return _answer(question, "reps-first", top, _reps_first(question, top, worst))
    if not _gate(question, top):
        said = "you log no reps in reserve, so two sessions decide"
        sentence = f"{stay}: every set reached {question.reps_high}; do it once more, {said}."
        return _answer(question, "once-more", top, sentence)
    if question.raised_days is not None and question.raised_days < RAISE_DAYS:
        ago = f"{question.raised_days} day{'s' if question.raised_days != 1 else ''} ago"
        return _answer(
            question, "too-soon", top, f"{stay}: the load went up {ago}, and one step a week is enough."
        )
    return _step_up(question, top)


def _reps_first(question: Question, load: float, worst: float) -> str:
    missing = question.reps_high - worst
    if worst < question.reps_low:
        return (
            f"Stay at {_kg(load)}: the weakest set was {worst:g}; get all sets to {question.reps_low} first."
        )
    more = "one more rep comes" if missing == 1 else f"{missing:g} more reps come"
    return f"Stay at {_kg(load)}: the weakest set was {worst:g} of {question.reps_high}; {more} before more load."


def _lighter(question: Question, load: float, worst: float) -> Advice:
    """More than two reps short: the heaviest load that is safe again, at most 10 % less."""
    least = question.moved(load) * (1.0 - DROP_SHARE)
    steps = [pair for pair in question.steps() if least - 1e-9 <= pair[0] < question.moved(load) - 1e-9]
    safe = [counted for moved, counted in steps if _safe(_chances(question, moved))]
    chosen = safe[-1] if safe else (steps[0][1] if steps else load)
    if not steps:
        return _answer(question, "reps-first", load, _reps_first(question, load, worst))
    sentence = f"{_kg(chosen)}: {_kg(load)} stopped at {worst:g}, more than two short of {question.reps_low}."
    return _answer(question, "lighter", chosen, sentence)


def _gate(question: Question, load: float) -> bool:
    """Every set reached the top last time; two sessions running for who logs no RIR.

    See docs/evidence.md#next-load, rule 2.
    """
    if any(one.rir is not None for one in question.last):
        return True
    same = [one for one in question.before if question.moved(one.load_kg) >= question.moved(load) - 1e-9]
    return bool(same) and min(one.reps for one in same) >= question.reps_high


def _step_up(question: Question, load: float) -> Advice:
    now = question.moved(load)
    up = [pair for pair in question.steps() if pair[0] > now + 1e-9]
    if not up:
        return _answer(
            question, "no-more", load, f"Stay at {_kg(load)}: the machine has no more; add reps or sets."
        )
    width = question.reps_high - question.reps_low
    cost = reps_lost(now, up[0][0] - now, question.reps_high, question.k)
    if cost > width + 1e-9:
        return _widen(question, load, up[0][1], cost)
    limit = _limit(question, now, up[0][0])
    judged = [
        (moved, counted, _chances(question, moved))
        for moved, counted in up
        if moved <= limit + 1e-9
        and reps_lost(now, moved - now, question.reps_high, question.k) <= width + 1e-9
    ]
    safe = [(chance["aim"], -moved, counted) for moved, counted, chance in judged if _safe(chance)]
    if not safe:
        return _answer(question, "unsure", load, _unsure(question, load, up[0]))
    chosen = max(safe)[2]
    chance = f"a {_chances(question, question.moved(chosen))['low']:.0%}" if question.belief else "a good"
    sentence = (
        f"Load {_kg(chosen)} ({_signed(chosen - load)}): every set of {_kg(load)} reached {question.reps_high} "
        f"last time, and {_kg(chosen)} leaves you {chance} chance of {question.reps_low} or more."
    )
    return _answer(question, "step-up", chosen, sentence)


def _limit(question: Question, now: float, smallest: float) -> float:
    """The most moved mass that one step may reach: the caps of docs/evidence.md#next-load, rule 3."""
    most = max(STEP_SHARE * now, smallest - now)
    if question.family == "leg_press":
        most = min(most, max(LEG_PRESS_STEP_KG * question.implements, smallest - now))
    if question.best_kg is None:
        return now + most
    return min(now + most, max(BEST_SHARE * question.moved(question.best_kg), smallest))


def _widen(question: Question, load: float, step: float, cost: float) -> Advice:
    width = question.reps_high - question.reps_low
    wider = replace(question, reps_high=question.reps_high + math.ceil(cost - width))
    sentence = (
        f"Stay at {_kg(load)} and go up to {wider.reps_high} reps: the next step of {_kg(abs(step - load))} costs "
        f"about {cost:.0f} reps, more than {question.reps_low}–{question.reps_high} holds."
    )
    return _answer(wider, "widen", load, sentence)


def _unsure(question: Question, load: float, step: tuple[float, float]) -> str:
    chance = _chances(question, step[0])["low"]
    return (
        f"Stay at {_kg(load)}: {_kg(step[1])} leaves only a {chance:.0%} chance of {question.reps_low} or more; "
        "log reps in reserve and I can be surer."
    )


_RULES: Final = (_depth, _deload, _gap, _new_line, _from_curve, _double)


def _chances(question: Question, moved: float) -> dict[str, float]:
    """Chances at a load: of the lower end, of more than two short, and of ending in the range at the RIR wanted."""
    if question.belief is None:
        return {"low": 1.0, "short": 0.0, "aim": 0.0}
    low, high, left = question.reps_low, question.reps_high, question.rir
    # Rule of docs/evidence.md#next-load: low <= reps <= high at the RIR target ± 1, told in reps to failure.
    reached, short, first, past = for_today(question.belief).chances(
        moved, (low, low - 2, low + max(0.0, left - 1.0), high + left + 2.0)
    )
    return {"low": reached, "short": 1.0 - short, "aim": first - past}


def _safe(chance: Mapping[str, float]) -> bool:
    return chance["low"] >= SAFE and chance["short"] <= FAR_SHORT


def _answer(question: Question, rule: str, load: float | None, sentence: str) -> Advice:
    today = None if question.belief is None else for_today(question.belief)
    return answered(question, rule, load, today, sentence)


def answered(
    question: Question,
    rule: str,
    load: float | None,
    today: LineBelief | None,
    sentence: str,
    tired: float = 0.0,
) -> Advice:
    """Advice with the chance of the low end of the range and the 80 % interval of reps, where a belief tells them.

    Args:
        question: what was asked.
        rule: id of the rule that decided.
        load: load as counted [kg], None when no load is advised.
        today: what is believed today, None when nothing is known.
        sentence: the reason.
        tired: share of the load that earlier sets have cost [-].
    """
    chance = low = high = None
    if load is not None and today is not None and question.moved(load) > 0:
        told = today.chances(question.moved(load), range(1, 61), tired)
        chance = told[min(60, question.reps_low) - 1]
        low, high = sum(one >= 0.9 for one in told), sum(one >= 0.1 for one in told)
    return Advice(
        rule,
        load,
        question.reps_low,
        question.reps_high,
        question.rir,
        question.to_do,
        chance,
        low,
        high,
        sentence,
    )


def _top(question: Question) -> float:
    return max(question.moved(one.load_kg) for one in question.last if not one.cut)


def _at_most(question: Question, moved: float) -> float:
    """The hardest load of the grid that moves no more than this; the lightest when all move more."""
    steps = question.steps()
    return next((load for mass, load in reversed(steps) if mass <= moved + 1e-9), steps[0][1])


def _kg(load: float) -> str:
    return f"{round(load, 2):g} kg"


def _signed(step: float) -> str:
    return f"{'+' if step >= 0 else '−'}{abs(round(step, 2)):g}"
