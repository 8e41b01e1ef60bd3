"""A program of format 2 from its text, with the line of everything that is wrong."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any, Final

from iron.training.programs.checks.checking import problems_of
from iron.training.programs.checks.positions import line_of, positions
from iron.values.errors import BadDocumentError

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

    from iron.training.programs.checks.shape import Problem

MOST_BYTES: Final = 256 * 1024  # a guess, several times the longest program that comes with Iron


def is_format_2(body: Mapping[str, Any]) -> bool:
    """Whether a program says that it is of format 2; today's files say nothing."""
    return "format" in body


def read_toml(text: str) -> dict[str, Any]:
    """Read TOML.

    Raises:
        BadDocumentError: the text is no TOML; the sentence begins with the line.
    """
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as problem:
        at = re.search(r"at line (\d+)", str(problem))
        line = int(at.group(1)) if at else max(1, len(text.splitlines()))
        sentence = "this is not TOML: write key = value, texts in quotes, [[days]] and [[days.slots]] above their keys."
        raise BadDocumentError(f"Line {line}: {sentence}", where="") from None


def sentences(text: str, body: Mapping[str, Any], exercises: Container[str]) -> list[tuple[Problem, str]]:
    """Every problem of a program with its sentence, which begins with line and key."""
    problems = problems_of(body, exercises)
    lines = positions(text) if problems else {}
    return [(problem, _sentence(lines, text, problem)) for problem in problems]


def check_text(text: str, body: Mapping[str, Any], exercises: Container[str]) -> None:
    """Refuse a text that is no program of format 2.

    Raises:
        BadDocumentError: one sentence for each problem, each with line and key; ``where`` is the first key path.
    """
    problems = sentences(text, body, exercises)
    if problems:
        raise BadDocumentError("\n".join(sentence for _, sentence in problems), where=problems[0][0].where)


def _sentence(lines: Mapping[str, int], text: str, problem: Problem) -> str:
    key = re.sub(r"\[\d+\]$", "", problem.where).rpartition(".")[2]
    line = lines.get(problem.where) or line_of(text, problem.where)
    sentence = problem.sentence.removeprefix(f"{key}: ")
    return f"Line {line}, {key}: {sentence}"
