"""Tools that read: what was done, what is next and why, how it grew, what else there is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

from iron.assistant import answers
from iron.assistant.answers import fitted, span
from iron.journal.questions.finding import find_exercise, near_names
from iron.journal.questions.set_rows import line_words, machine_names, set_rows, set_words
from iron.records.documents import bodies
from iron.values import clock
from iron.values.errors import BadInputError, NotFoundError
from iron.values.ids import fold

if TYPE_CHECKING:
    from iron.journal.journal import Journal
    from iron.journal.line import Line
    from iron.journal.next_sets import Next

MOST_WORKOUTS: Final = 20
_POINTS: Final = 12
_WEEKS: Final = 4


@dataclass(frozen=True)
class ReadingTools:
    """Tools that change nothing; the docstrings are what an assistant reads."""

    journal: Journal

    def find_exercise(self, name: str) -> dict[str, Any]:
        """Find an exercise by any name, the lifter's own first; near misses are offered and never taken."""
        try:
            meaning = find_exercise(self.journal, name)
        except NotFoundError:
            near = [
                {"id": ident, "name": self.journal.name_of(ident)}
                for ident in near_names(self.journal, name, 5)
            ]
            return {"exercise": None, "near": near}
        from iron.journal.questions.exercise_card import exercise_card

        card = exercise_card(self.journal, meaning.exercise)
        answer = {
            "exercise": meaning.exercise,
            "name": card["name"],
            "setup": card["setup"],
            "guide": card["guide"],
        }
        return {**answer, "muscles": {each["name"]: each["credit"] for each in card["muscles"]}, "near": []}

    def guide(self, exercise: str, section: str = "overview") -> dict[str, Any]:
        """One section of an exercise's guide as text, claims with their grades. find_exercise lists the sections."""
        from iron.journal.questions.exercise_card import guide_text

        ident = self.journal.exercise_id(exercise)
        text, cut = answers.clipped(guide_text(self.journal, ident, section))
        return {"exercise": ident, "section": section, "text": text, "cut": cut}

    def own_exercises(self) -> dict[str, Any]:
        """The lifter's own exercises: names, history, what each counts as, and library names that look alike."""
        from iron.records.own_exercises import edits

        journal = self.journal
        rows = edits.overview(journal.own, journal.library, bodies(journal.store.all("workout")))
        return fitted({"exercises": rows}, "exercises")

    def today(self) -> dict[str, Any]:
        """What is planned today with loads, what was done already; without a plan what rested longest."""
        from iron.journal.questions.today import today_json

        return fitted(today_json(self.journal, clock.local_now()), "planned")

    def next(self, exercise: str) -> dict[str, Any]:
        """What to lift next on each line of an exercise: load, reps, reserve, chance, the reason, a question to ask."""
        rows = [row.as_json() for row in self.journal.next(exercise, at=clock.local_now())]
        keys = (
            "line",
            "machine",
            "load",
            "body_weight",
            "sets",
            "reps_low",
            "reps_high",
            "rir",
            "chance",
            "pattern",
            "aim",
        )
        answer = [
            {
                **{key: row[key] for key in keys},
                "why": row["sentence"],
                "last": row["last"],
                "ask": _question(row),
            }
            for row in rows
        ]
        name = self.journal.name_of(self.journal.exercise_id(exercise))
        return fitted({"exercise": name, "next": [_without_none(row) for row in answer]}, "next")

    def why(self, exercise: str) -> dict[str, Any]:
        """Why the next load of an exercise is what it is: rule, sentence, what stands behind it, and a heavier load."""
        rows = self.journal.next(exercise, at=clock.local_now())
        if not rows:
            return {"why": "Nothing is advised yet: no working set is logged for this exercise."}
        row = rows[0]
        line = self._line(row.exercise, row.line)
        answer: dict[str, Any] = {
            "advice": _advice(row),
            "why": row.sentence,
            "rule": row.rule,
            "chance": row.chance,
            "expected_reps": row.expected,
            "last": row.last,
            "strength": line.capacity(clock.today()).basis if line and row.reps_low is not None else None,
            "ask": None if row.question is None else row.question["sentence"],
        }
        if row.load is not None and line is not None and row.reps_low is not None:
            heavier = round(row.load["value"] * 1.05 * 2) / 2
            answer["if_heavier"] = line.what_if(heavier, reps=row.reps_low, unit=row.load["unit"]).sentence
        return _without_none(answer)

    def sets(
        self,
        exercise: str = "",
        since: str = "",
        until: str = "",
        setup: str = "",
        machine: str = "",
        limit: int = 60,
    ) -> dict[str, Any]:
        """Sets, newest first, one line each. ``setup`` and ``machine`` filter by words, such as "feet low" or "Red"."""
        journal = self.journal
        ident = journal.exercise_id(exercise) if exercise else None
        rows = set_rows(journal, exercise=ident, **span(since, until))
        wanted, on = fold(setup), fold(machine)
        lines = []
        for row in reversed(rows):
            words = set_words(journal, row)
            if (wanted and wanted not in fold(words)) or (on and on not in fold(row.machine or "")):
                continue
            place = f" [{row.machine}]" if row.machine else ""
            note = f" “{row.note}”" if row.note else ""
            lines.append(f"{row.date} {row.name}{place}: {words}{note}")
        answer = {"unit": journal.unit, "count": len(lines), "sets": lines[: max(1, limit)]}
        return fitted(answer, "sets")

    def workouts(self, since: str = "", until: str = "", limit: int = 5) -> dict[str, Any]:
        """Workouts, newest first: time, title, gym, exercises with their sets in one line each."""
        from iron.journal.questions.workout_rows import workout_rows

        rows = workout_rows(self.journal, **span(since, until), limit=max(1, min(limit, MOST_WORKOUTS)))
        answer = []
        for row in rows:
            sets: dict[str, list[str]] = {}
            for each in row.sets:
                sets.setdefault(each.name, []).append(set_words(self.journal, each))
            head = {"id": row.id, "start": row.start, "end": row.end, "title": row.title, "gym": row.gym}
            answer.append(
                _without_none(head) | {"exercises": {name: "; ".join(texts) for name, texts in sets.items()}}
            )
        return fitted({"unit": self.journal.unit, "workouts": answer}, "workouts")

    def volume(self, muscle: str = "", since: str = "", until: str = "") -> dict[str, Any]:
        """Hard sets for each muscle and week, the last eight weeks; for one muscle also four weeks against four."""
        from iron.journal.questions.volume_rows import muscle_id, volume_rows

        on = clock.today()
        days = span(since or (on - timedelta(weeks=2 * _WEEKS)).isoformat(), until)
        chosen = muscle_id(self.journal, muscle) if muscle else None
        rows = volume_rows(self.journal, **days, muscle=chosen)
        lines = [f"{row.week} {row.name}: {row.sets:g} sets ({row.standing} 10–20)" for row in rows]
        answer: dict[str, Any] = {"weeks": lines}
        if chosen is not None:
            means = self._four_weeks(chosen, on)
            answer["a_week"] = {"last_4_weeks": means[0], "4_weeks_before": means[1]}
        return fitted(answer, "weeks")

    def _four_weeks(self, muscle: str, on: date) -> list[float]:
        """Mean of hard sets a week in the last 28 days, and in the 28 days before."""
        from iron.training.history.volume import muscle_weeks

        means = []
        for back in (0, 1):
            last = on - timedelta(days=28 * back)
            chosen = [set_ for set_ in self.journal.sets if last - timedelta(days=28) < set_.date <= last]
            weeks = muscle_weeks(chosen, self.journal.facts)
            means.append(round(sum(week.sets for week in weeks if week.muscle == muscle) / _WEEKS, 1))
        return means

    def growth(self, exercise: str) -> dict[str, Any]:
        """How an exercise has grown on each line: 10RM with its 80 % interval, and a few points of its past."""
        journal = self.journal
        grown = journal.growth(exercise, at=clock.local_now())
        machines = machine_names(journal)
        answer = [
            {
                "line": line["line"],
                "name": line_words(journal, line["line"], machines),
                "sets": line["sets"],
                "last": line["last"],
                "summary": line["headline"]["sentence"],
                "basis": line["headline"].get("basis"),
                "past": [
                    f"{day}: {value:g} ({low:g}–{high:g})"
                    for day, value, low, high in _thinned(line["trend"])
                ],
            }
            for line in grown["lines"]
        ]
        return fitted({"exercise": grown["exercise"], "unit": grown["unit"], "lines": answer}, "lines")

    def records(self, exercise: str = "", since: str = "", limit: int = 20) -> dict[str, Any]:
        """Records, newest first; the first workout of a line sets the mark and makes none."""
        rows = self.journal.records(exercise or None, since=since or None)
        lines = [
            f"{row.date} {row.name}{'' if row.line_name == 'all sets' else f' ({row.line_name})'}: {row.sentence}"
            for row in rows[: max(1, limit)]
        ]
        return fitted({"count": len(rows), "records": lines}, "records")

    def stalls(self) -> dict[str, Any]:
        """What is stalled today, with the cause and the chance; and whether a deload week is offered."""
        from iron.journal.questions.stall_rows import stalls_of

        stalled = stalls_of(self.journal, clock.today())
        rows = [
            {"exercise": row.name, "line": row.line_name, "since": row.since.isoformat(), "cause": row.cause,
             "chance": round(row.chance, 2), "advice": row.sentence}
            for row in stalled.rows
        ]  # fmt: skip
        return fitted({"stalls": rows, "deload": stalled.deload or "No deload is due."}, "stalls")

    def compare(self, exercise: str, first: str = "", second: str = "") -> dict[str, Any]:
        """Compare two lines of an exercise (setups, machines, sides) with the chance that the first is stronger.

        ``first`` and ``second`` are words of the lines, such as "Red" and "Blue" or "feet low" and "feet high"; without
        them the two lines with the most sets.
        """
        lines = self.journal.lines(exercise)
        machines = machine_names(self.journal)
        names = {line.key: line_words(self.journal, line.key, machines) for line in lines}
        if len(lines) < 2:
            raise NotFoundError(
                f"There is only one line of {self.journal.name_of(self.journal.exercise_id(exercise))} so far: "
                "nothing to compare.",
                where="exercise",
            )
        first_line = _pick(lines, names, first, None)
        other = _pick(lines, names, second, first_line)
        answer = first_line.compare(other, on=clock.today()).as_json()
        answer |= {"line": names[first_line.key], "other": names[other.key]}
        answer["lines"] = [f"{names[line.key]} ({len(line.sets)} sets)" for line in lines]
        return fitted(answer, "lines")

    def choose(self, instead_of: str, equipment: str = "") -> dict[str, Any]:
        """Exercises that train what another one trains, those of the lifter's history first; and what guides say."""
        from iron.journal.questions.alternatives import alternatives

        ident = self.journal.exercise_id(instead_of)
        return fitted(alternatives(self.journal, ident, equipment), "exercises")

    def body(self, since: str = "", limit: int = 14) -> dict[str, Any]:
        """The body weight: its trend with an interval, and the newest measurements."""
        from iron.journal.questions.body_rows import body_rows, body_trend

        rows = body_rows(self.journal, **span(since, None))
        trend = body_trend(rows, clock.today(), self.journal.unit)
        lines = [
            f"{row.at[:10]} {row.what.replace('_', ' ')} {row.value:g} {row.unit}" for row in rows[:limit]
        ]
        return fitted({"trend": trend.sentence, "measurements": lines}, "measurements")

    def program_list(self) -> dict[str, Any]:
        """Programs that can be started: blocks of four to six weeks, and known programs with their own rules."""
        from iron.journal.content import programs
        from iron.training.programs.checks.reading import is_format_2

        every = programs().items()
        rows = [f"{ident}: {body['name']}, a block" for ident, body in every if not is_format_2(body)]
        rows += [f"{ident}: {body['name']}" for ident, body in every if is_format_2(body)]
        return fitted({"programs": rows}, "programs")

    def program_state(self) -> dict[str, Any]:
        """Programs that are running: next session with its loads, training maxes, and why each number changed last."""
        from iron.journal.runs import runs
        from iron.training.programs.showing import run_lines

        rows = ["\n".join(run_lines(row)) for row in runs(self.journal)]
        blocks = [
            f"Block {body.get('name')}, from {body.get('start')}, {len(body.get('weeks') or ())} weeks"
            for body in bodies(self.journal.store.all("block"))
        ]
        return fitted({"running": [*rows, *blocks]}, "running")

    def _line(self, exercise: str, key: str) -> Line | None:
        return next((line for line in self.journal.lines(exercise) if line.key == key), None)


def _pick(lines: list[Line], names: dict[str, str], words: str, taken: Line | None) -> Line:
    """The line with the most sets whose words hold the words asked for."""
    left = [line for line in lines if line is not taken]
    if not words:
        return left[0]
    wanted = fold(words)
    for line in left:
        if wanted == fold(line.key) or wanted in fold(names[line.key]):
            return line
    known = "; ".join(names.values())
    raise BadInputError(f"No line has the words “{words[:40]}”. The lines: {known[:400]}.", where="line")


def _thinned(trend: list[Any]) -> list[Any]:
    """At most so many points, the first and the last among them."""
    if len(trend) <= _POINTS:
        return trend
    step = (len(trend) - 1) / (_POINTS - 1)
    return [trend[round(step * number)] for number in range(_POINTS)]


def _advice(row: Next) -> str:
    if row.reps_low is None:
        return f"{row.sets} × {row.aim_words or 'not known yet'}"
    load = "body weight" if row.load is None else f"{row.load['value']:g} {row.load['unit']}"
    return f"{row.sets} × {row.reps_low}–{row.reps_high} with {load}"


def _question(row: dict[str, Any]) -> str | None:
    return None if row["question"] is None else str(row["question"]["sentence"])


def _without_none(row: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in row.items() if value is not None}
