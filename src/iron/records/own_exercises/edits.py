"""The lifter's own exercises: found by any name, renamed, merged into another one and taken out again.

Every function answers with a body to store or refuses in one sentence; nothing here stores. No set is ever rewritten.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from iron.knowledge import Library
from iron.records.own_exercises.merged import Merged
from iron.values.errors import BadInputError, ConflictError, NotFoundError
from iron.values.ids import fold

Body = dict[str, Any]
Own = Mapping[str, Body]

WORTH_OFFERING: Final = 0.6
"""Near names below this score were mostly nonsense (`iron.exchange.names.naming`); offered, never taken."""


def names_of(body: Mapping[str, Any]) -> list[str]:
    """Every name that an own exercise answers to, each once, its own first."""
    names = (body.get("name"), *body.get("names", ()), body.get("imported_name"))
    return list(dict.fromkeys(name for name in names if name))


def find(own: Own, words: str) -> str:
    """Return the id of an own exercise by id or by any of its names.

    Raises:
        NotFoundError: there is none of that name.
        ConflictError: several bear it and none is called so.
    """
    if words in own:
        return words
    folded = fold(words)
    called = [ident for ident, body in own.items() if fold(str(body.get("name", ""))) == folded]
    matches = called or [ident for ident, body in own.items() if folded in map(fold, names_of(body))]
    if len(matches) == 1:
        return matches[0]
    if matches:
        raise ConflictError(
            f"{len(matches)} exercises are called “{words}”. Give the id: {', '.join(sorted(matches))}."
        )
    known = ", ".join(sorted(str(body.get("name", "")) for body in own.values())) or "none yet"
    raise NotFoundError(f"There is no exercise “{words}” of your own. Yours: {known}.")


def target_of(own: Own, library: Library, words: str) -> str:
    """Return the id of the exercise that a merge goes into: an own one or the library's, by id or by name.

    Raises:
        NotFoundError: nobody knows it; the sentence names the nearest.
    """
    if words in own or words in library.exercises:
        return words
    if resolved := library.resolve(words):
        return resolved.exercise
    try:
        return find(own, words)
    except NotFoundError:
        near = ", ".join(ident for ident, _ in library.suggest(words, 3))
        hint = f" Did you mean {near}?" if near else ""
        raise NotFoundError(f"There is no exercise “{words}” to merge into.{hint}") from None


def renamed(own: Own, ident: str, name: str) -> Body:
    """Give an exercise another name; the old one stays as a further name, so that imports and search know it.

    Raises:
        BadInputError: the name is empty.
        ConflictError: another own exercise is called so.
    """
    name = name.strip()
    if not name:
        raise BadInputError("The new name is empty. Enter a name.", where="name")
    merged = Merged(own.items())
    for other, body in own.items():
        if other != ident and fold(body["name"]) == fold(name) and merged.target(other).exercise == other:
            raise ConflictError(
                f"You already have an exercise named “{body['name']}”. Choose another name, or merge the two."
            )
    body = own[ident]
    return _with_names({**body, "name": name}, [*body.get("names", ()), body["name"]])


def also_called(own: Own, ident: str, name: str) -> Body:
    """Give an exercise a further name.

    Raises:
        BadInputError: the name is empty.
    """
    if not name.strip():
        raise BadInputError("The name is empty. Enter a name.", where="name")
    return _with_names(own[ident], [*own[ident].get("names", ()), name.strip()])


def merged_into(own: Own, library: Library, ident: str, target: str, fill: Mapping[str, Any]) -> Body:
    """Let an own exercise count as another one, with all of its history.

    Args:
        own: all own exercises by id.
        library: the exercise library.
        ident: the exercise that is merged.
        target: id of the one that its sets count as.
        fill: machine, side and setup of sets that do not say them; empty values are left out.

    Raises:
        ConflictError: into itself, or into one that counts as this one already.
        NotFoundError: the target is not there or was deleted.
    """
    name = own[ident]["name"]
    if target == ident:
        raise ConflictError(f"“{name}” cannot be merged into itself. Choose another exercise.")
    if target not in own and target not in library.exercises:
        raise NotFoundError(
            f"There is no exercise “{target}” to merge “{name}” into: it is unknown or was deleted."
        )
    if Merged(own.items()).target(target).exercise == ident:
        raise ConflictError(
            f"“{own[target]['name']}” is already merged into “{name}”. Undo that merge first."
        )
    body = {**unmerged(own, ident, strict=False), "alias_of": target}
    if filled := {key: value for key, value in fill.items() if value}:
        body["alias_with"] = filled
    return body


def unmerged(own: Own, ident: str, *, strict: bool = True) -> Body:
    """Take a merge back: the body as it was before.

    Raises:
        NotFoundError: it is not merged, and ``strict``.
    """
    body = own[ident]
    if strict and not body.get("alias_of"):
        raise NotFoundError(
            f"“{body['name']}” is not merged into another exercise. There is nothing to take back."
        )
    return {key: value for key, value in body.items() if key not in {"alias_of", "alias_with"}}


def check_deletable(own: Own, ident: str, workouts: Iterable[Mapping[str, Any]]) -> None:
    """Refuse to delete an exercise that history or another exercise hangs on.

    Raises:
        ConflictError: the sentence says what would lose its name and what to do instead.
    """
    name = own[ident]["name"]
    held = sum(
        any(entry.get("exercise") == ident for entry in body.get("entries") or ()) for body in workouts
    )
    if held:
        workouts_held = "1 workout" if held == 1 else f"{held} workouts"
        raise ConflictError(
            f"“{name}” is in {workouts_held}, so it cannot be deleted. Merge it into another exercise instead."
        )
    merged = Merged(own.items())
    for other, body in own.items():
        if body.get("alias_of") == ident and merged.target(other).exercise != other:
            raise ConflictError(f"“{body['name']}” is merged into “{name}”. Undo that merge first.")


def looks_like(own: Own, library: Library, ident: str, limit: int = 3) -> list[tuple[str, float]]:
    """Library exercises whose names are near to this one's, with a score, best first; for a person to choose from."""
    best: dict[str, float] = {}
    for name in names_of(own[ident]):
        for near, score in library.suggest(name, limit):
            best[near] = max(score, best.get(near, 0.0))
    ranked = sorted(best.items(), key=lambda item: (-item[1], item[0]))
    return [(near, score) for near, score in ranked if score >= WORTH_OFFERING][:limit]


def overview(own: Own, library: Library, workouts: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Every own exercise by name: its history, what it counts as, and library names that look alike.

    Returns:
        ``{"id", "name", "names", "counts_as", "counts_as_name", "workouts", "sets", "looks_like": [{"id", "name",
        "score"}]}``; ``counts_as`` is None where it stands on its own.
    """
    merged = Merged(own.items())
    set_counts: dict[str, list[int]] = {}
    for body in workouts:
        for exercise, sets in _sets_of(body).items():
            set_counts.setdefault(exercise, []).append(sets)
    rows = []
    for ident, body in sorted(
        own.items(), key=lambda item: (str(item[1].get("name", "")).casefold(), item[0])
    ):
        target = merged.target(ident).exercise
        near = looks_like(own, library, ident)
        rows.append(
            {
                "id": ident,
                "name": body.get("name", ""),
                "names": names_of(body)[1:],
                "counts_as": target if target != ident else None,
                "counts_as_name": _name(own, library, target) if target != ident else None,
                "workouts": len(set_counts.get(ident, ())),
                "sets": sum(set_counts.get(ident, ())),
                "looks_like": [
                    {"id": i, "name": _name(own, library, i), "score": round(s, 2)} for i, s in near
                ],
            }
        )
    return rows


def _name(own: Own, library: Library, exercise: str) -> str:
    if exercise in own:
        return str(own[exercise].get("name", exercise))
    known = library.exercises.get(exercise)
    return known.name if known else exercise


def _sets_of(body: Mapping[str, Any]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for entry in body.get("entries") or ():
        exercise = entry.get("exercise", "")
        counts[exercise] = counts.get(exercise, 0) + len(entry.get("sets") or ())
    return counts


def _with_names(body: Body, names: Iterable[str]) -> Body:
    """Write further names, each once and never the exercise's own."""
    others: list[str] = []
    seen = {fold(body["name"])}
    for name in names:
        if fold(name) not in seen:
            seen.add(fold(name))
            others.append(name)
    rest = {key: value for key, value in body.items() if key != "names"}
    return {**rest, "names": others} if others else rest
