"""Which exercise somebody means: by id, by any name, the lifter's own first; never a silent guess."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from iron.records.own_exercises import edits
from iron.values.errors import BadInputError, ConflictError, NotFoundError

if TYPE_CHECKING:
    from iron.journal.journal import Journal

# Below this a near name is no help: a guess.
_NEAR: Final = 0.5
_COUNT: Final = re.compile(r"(?:^|\s)(?:\+?\d|[x×]\s*\d|@|bw\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ExerciseMeaning:
    """What a name means.

    Attributes:
        exercise: id of what its sets count as.
        side: a side that the name says, None for none ("single leg press").
        setup: technique variables that the name says ("wide stance leg press").
    """

    exercise: str
    side: str | None = None
    setup: Mapping[str, Any] = field(default_factory=dict)


def find_exercise(journal: Journal, words: str) -> ExerciseMeaning:
    """What a name means, exactly after folding.

    Raises:
        NotFoundError: nobody knows it; the sentence offers the nearest names.
    """
    match_ = _exactly(journal, words)
    if match_ is not None:
        return match_
    near = near_names(journal, words)
    hint = f" Did you mean {', '.join(near)}?" if near else " `iron show` and the app list what there is."
    raise NotFoundError(f"Iron knows no exercise “{words[:60]}”.{hint}", where="exercise")


def near_names(journal: Journal, words: str, limit: int = 3) -> list[str]:
    """Ids of exercises whose names are near, best first; empty where none is."""
    return [ident for ident, score in journal.library.suggest(words, limit) if score >= _NEAR]


def split_line(journal: Journal, line: str) -> tuple[ExerciseMeaning, str]:
    """Part a typed line into the exercise and the sets: ``leg press 180x12 @2; x10``.

    The longest beginning that is a name counts, so that "45 leg press" and "leg press 45" are names.

    Raises:
        BadInputError: nothing is left for sets.
        NotFoundError: no beginning is a name.
    """
    words = line.split()
    for count in range(len(words), 0, -1):
        match_ = _exactly(journal, " ".join(words[:count]).rstrip(":,"))
        if match_ is None:
            continue
        rest = line.strip()
        for word in words[:count]:
            rest = rest[len(word) :].lstrip()
        if not rest:
            raise BadInputError(
                f"“{line.strip()[:60]}” says no sets. Write them after the name, such as 180x12 @2; x10."
            )
        return match_, rest
    name = _COUNT.split(line, maxsplit=1)[0].strip() or line.strip()
    return find_exercise(journal, name), ""


def _exactly(journal: Journal, words: str) -> ExerciseMeaning | None:
    if words in journal.facts:
        return ExerciseMeaning(journal.merged.target(words).exercise)
    try:
        return ExerciseMeaning(journal.merged.target(edits.find(journal.own, words)).exercise)
    except (NotFoundError, ConflictError):
        pass
    match_ = journal.library.resolve(words)
    return None if match_ is None else ExerciseMeaning(match_.exercise, match_.side, dict(match_.setup or {}))
