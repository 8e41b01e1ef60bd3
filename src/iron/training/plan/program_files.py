"""Programs as plain text files: those of ``content/programs`` and those that a coach writes and shares.

A file is checked before anybody trains by it; what is wrong is told with its line and key. The twin for the phone is
``web/src/core/rules/plan/program-text.ts``; cases: ``spec/programs.json``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from iron.training.plan.blocks import check_program
from iron.training.programs.checks.reading import check_text, is_format_2, read_toml
from iron.values.errors import BadContentError, BadDocumentError

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

    from iron.knowledge import Library

_PROGRAM: Final = ("name", "note", "weeks", "days")
_DAY: Final = ("weekday", "name", "slots")
_SLOT: Final = ("exercise", "sets", "reps_low", "reps_high", "rir", "rotate", "setup", "note")
_PLACE: Final = re.compile(r"days\[(\d+)\](?:\.slots\[(\d+)\])?(?:\.(.+))?")


def read(library: Library) -> dict[str, dict[str, Any]]:
    """The programs of format 1 by id (the file name): those that blocks are made of."""
    return {ident: body for ident, body in read_all(library).items() if not is_format_2(body)}


def read_shelf(library: Library) -> dict[str, dict[str, Any]]:
    """The programs of format 2 by id (the file name): those that are run day by day (docs/programs.md)."""
    return {ident: body for ident, body in read_all(library).items() if is_format_2(body)}


def read_all(library: Library) -> dict[str, dict[str, Any]]:
    """All programs by id (the file name), of both formats.

    Raises:
        BadContentError: a file breaks the shape of docs/training.md or docs/programs.md, or names an exercise that is
            not there.
    """
    slots: dict[str, dict[str, Any]] = {}
    problems: list[str] = []
    for file in sorted((library.root / "programs").glob("*.toml")):
        try:
            slots[file.stem] = parse(file.read_text(encoding="utf-8"), library.exercises)
        except BadDocumentError as problem:
            problems.append(f"{file.name}: {problem.sentence}")
    if problems:
        raise BadContentError(problems)
    return slots


def parse(text: str, exercises: Container[str]) -> dict[str, Any]:
    """The program that a text holds, as the body of a document.

    Args:
        text: TOML as in docs/training.md, or of format 2 as in docs/programs.md.
        exercises: ids that may be named.

    Raises:
        BadDocumentError: the sentence begins with line and key of the first thing that is wrong; ``where`` is its
            key path.
    """
    body = read_toml(text)
    if is_format_2(body):
        check_text(text, body, exercises)
        return {"v": 1, **body}
    try:
        _check_keys(body)
        check_program(body)
        _check_exercises(body, exercises)
    except BadDocumentError as problem:
        key = problem.where.rpartition(".")[2]
        raise BadDocumentError(
            f"Line {line_of(text, problem.where)}, {key}: {problem.sentence}", where=problem.where
        ) from None
    return {"v": 1, **body}


def line_of(text: str, where: str) -> int:
    """The line of a key path such as ``days[1].slots[0].sets``, from 1; where the key is not, the head of its table."""
    match_ = _PLACE.fullmatch(where)
    day, slot, key = (match_.group(1), match_.group(2), match_.group(3)) if match_ else (None, None, where)
    wanted = (-1 if day is None else int(day), -1 if slot is None else int(slot))
    here, best = [-1, -1], 1
    assigned = re.compile(rf"{re.escape(key or '')}\s*=")
    for number, raw in enumerate(text.splitlines(), start=1):
        line = raw.strip()
        if re.match(r"\[\[\s*days\s*\]\]", line):
            here = [here[0] + 1, -1]
        elif re.match(r"\[\[\s*days\s*\.\s*slots\s*\]\]", line):
            here[1] += 1
        elif not (key and tuple(here) == wanted and assigned.match(line)):
            continue
        else:
            return number
        if tuple(here) == wanted:
            best = number
    return best


def _check_keys(body: Mapping[str, Any]) -> None:
    _known(body, _PROGRAM, "a program", "")
    for at, day in enumerate(_tables(body, "days", "")):
        _known(day, _DAY, "a day", f"days[{at}].")
        for place, slot in enumerate(_tables(day, "slots", f"days[{at}].")):
            _known(slot, _SLOT, "a slot", f"days[{at}].slots[{place}].")


def _tables(of: Mapping[str, Any], key: str, where: str) -> list[Mapping[str, Any]]:
    value = of.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        name = "days" if key == "days" else "days.slots"
        raise BadDocumentError(f"Write [[{name}]] above each of them.", where=f"{where}{key}")
    return value


def _known(of: Mapping[str, Any], keys: tuple[str, ...], what: str, where: str) -> None:
    for key in of:
        if key not in keys:
            raise BadDocumentError(
                f"“{key}” is not a key of {what}: {', '.join(keys)}.", where=f"{where}{key}"
            )


def _check_exercises(body: Mapping[str, Any], exercises: Container[str]) -> None:
    for at, day in enumerate(body["days"]):
        for place, slot in enumerate(day["slots"]):
            if slot["exercise"] not in exercises:
                raise BadDocumentError(
                    f"There is no exercise “{slot['exercise']}”: use the id in its address in the library.",
                    where=f"days[{at}].slots[{place}].exercise",
                )
