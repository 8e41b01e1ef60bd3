"""Checks what a report says: the setup against the exercise's variables, the machine against the lifter's."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from iron.journal.set_logging.setup_words import VariableNames, known_words, of_library, of_own
from iron.knowledge.selection.finding import fold
from iron.records.documents import readable
from iron.values.errors import BadInputError, NotFoundError

if TYPE_CHECKING:
    from iron.journal.journal import Journal, Row
    from iron.journal.set_logging.log_sets import Report

_COPIED = ("name", "gym", "base_kg", "angle_deg")


def variables_of(journal: Journal, exercise: str) -> tuple[VariableNames, ...]:
    """The technique variables of an exercise, the library's or the lifter's own."""
    known = journal.library.exercises.get(exercise)
    return of_library(known.variables) if known is not None else of_own(journal.own.get(exercise, {}))


def checked_setup(variables: Sequence[VariableNames], setup: Mapping[str, Any]) -> dict[str, str | float]:
    """A setup in the ids of the exercise's variables.

    Args:
        variables: the exercise's.
        setup: by id or name of a variable, the id or name of a value, or a number.

    Raises:
        BadInputError: there is no such variable or value; the sentence names those there are.
    """
    values: dict[str, str | float] = {}
    for name, value in setup.items():
        folded = fold(str(name))
        variable = next(
            (
                each
                for each in variables
                if folded in {fold(each.id), fold(each.name), fold(each.short or "")}
            ),
            None,
        )
        if variable is None:
            choices = known_words(variables) or "none"
            raise BadInputError(
                f"“{str(name)[:40]}” is not a setup of this exercise. Its setup: {choices}.", where="setup"
            )
        values[variable.id] = _checked(variable, value)
    return values


def _checked(variable: VariableNames, value: Any) -> str | float:
    if variable.values:
        wanted = fold(str(value))
        for ident, name in variable.values:
            if wanted in {fold(ident), fold(name)}:
                return ident
        known = ", ".join(ident for ident, _ in variable.values)
        raise BadInputError(
            f"“{str(value)[:40]}” is no {variable.label} of this exercise. Choose one of: {known}.",
            where=f"setup.{variable.id}",
        )
    try:
        number = float(value)
    except (TypeError, ValueError):
        raise BadInputError(
            f"“{str(value)[:40]}” is not a number for {variable.label}.", where=f"setup.{variable.id}"
        ) from None
    return int(number) if number.is_integer() else number


def machine_of(
    journal: Journal, exercise: str, report: Report, new_id: Callable[[], str]
) -> tuple[dict[str, Any], list[Row]]:
    """The machine as an entry carries it, and the document to store where it is new.

    Raises:
        NotFoundError: the lifter has no such machine and did not ask to add it.
    """
    words = str(report.machine)
    mine = {
        document.id: body
        for document, body in readable(journal.store.all("machine"))
        if not body.get("exercise") or journal.merged.target(str(body["exercise"])).exercise == exercise
    }
    for ident, body in mine.items():
        if words == ident or fold(words) == fold(str(body.get("name", ""))):
            return {"id": ident, **{key: body[key] for key in _COPIED if key in body}}, []
    if not report.new_machine:
        known = ", ".join(sorted(str(body.get("name", "")) for body in mine.values())) or "none yet"
        raise NotFoundError(
            f"You have no machine “{words[:40]}” for {journal.name_of(exercise)}. Yours: {known}. "
            "A new machine has to be asked for.",
            where="machine",
        )
    fresh = {"v": 1, "name": words.strip()[:200], "exercise": exercise}
    if report.gym:
        fresh["gym"] = report.gym
    ident = new_id()
    return {"id": ident, "name": fresh["name"]}, [("machine", ident, fresh)]
