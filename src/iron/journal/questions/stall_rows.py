"""What is stalled, and whether a lighter week is due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from iron.journal.questions.set_rows import line_words, machine_names
from iron.knowledge import messages
from iron.training.history.lines import parse_key
from iron.training.history.marked import unmarked

if TYPE_CHECKING:
    from iron.journal.journal import Journal


@dataclass(frozen=True, slots=True)
class StallRow:
    """A line whose strength has not grown.

    Attributes:
        exercise: id of the exercise.
        name: name of the exercise.
        line: key of the line.
        line_name: what sets the line apart, in words.
        cause: what it looks like (docs/training.md).
        chance: probability that it is stalled [0, 1].
        since: day from which on.
        sentence: the stall in words.
    """

    exercise: str
    name: str
    line: str
    line_name: str
    cause: str
    chance: float
    since: date
    sentence: str

    def as_json(self) -> dict[str, Any]:
        """The stall as JSON."""
        fields = {name: getattr(self, name) for name in self.__slots__}
        return fields | {"since": self.since.isoformat(), "chance": round(self.chance, 2)}


@dataclass(frozen=True, slots=True)
class Stalls:
    """All stalls, the one with the most to gain first, and the sentence that offers a deload week, None without."""

    rows: tuple[StallRow, ...]
    deload: str | None

    def __iter__(self) -> Any:
        """Run over the stalls."""
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)


def stalls_of(journal: Journal, on: date) -> Stalls:
    """What is stalled on a day, by the same rules as the card of the app, which shows the first."""
    from iron.journal.snapshot import stall_cards

    view = journal.view
    studied = {
        name: stall_cards.study(
            unmarked([set_ for set_ in each.sets if set_.date <= on], view.marked),
            view.fit_before(name, f"{on.isoformat()}T99").measured,
            each.facts,
            view.references,
            on,
        )
        for name, each in view.exercises.items()
    }
    stalled = stall_cards.stalled(studied, view.facts, on)
    _, deload = stall_cards.cards(studied, view.facts, on)
    machines = machine_names(journal)
    rows = []
    for stall in stalled:
        exercise = parse_key(stall.line).exercise
        words = line_words(journal, stall.line, machines)
        rows.append(
            StallRow(
                exercise,
                journal.name_of(exercise),
                stall.line,
                words,
                stall.cause,
                stall.chance,
                stall.since,
                messages.render(stall.message["code"], stall.message["values"]),
            )
        )
    offer = None if deload is None else messages.render(deload["code"], deload["values"])
    return Stalls(tuple(rows), offer)
