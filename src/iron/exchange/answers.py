"""The answers of a lifter about a file, as command line and API take them: texts in, checked values out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from iron.exchange.names.naming import Choice
from iron.exchange.options import ReadOptions
from iron.exchange.plan import Answers
from iron.exchange.reading import roles
from iron.exchange.reading.date_order import ORDERS
from iron.values.errors import BadInputError, NotFoundError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from iron.knowledge.model import Resolved

_KEEP: Final = "utc"


def answers_of(
    *,
    date_order: str | None = None,
    zone: str | None = None,
    columns: Mapping[str, str] | None = None,
    choices: Mapping[str, Choice] | None = None,
    update: bool = False,
    keep_doubles: bool = False,
) -> Answers:
    """Check answers.

    Args:
        date_order: ``dmy`` or ``mdy``.
        zone: IANA name of a time zone, e.g. ``Europe/Berlin``.
        columns: header by role.
        choices: exercise by name of the file.
        update: take workouts that grew or were corrected.
        keep_doubles: bring in workouts too that the journal has from another app.

    Raises:
        BadInputError: an order, zone or role that Iron does not know.
    """
    order = next((known for known in ORDERS if known == date_order), None)
    if date_order and order is None:
        raise BadInputError(
            f"“{date_order[:20]}” is not an order of dates. Use dmy or mdy.", where="date_order"
        )
    for role in columns or {}:
        if role not in roles.words():
            known_roles = ", ".join(roles.words())
            raise BadInputError(
                f"“{role[:20]}” is nothing that a column can be. Use one of {known_roles}.", where="columns"
            )
    options = ReadOptions(date_order=order, zone=_zone(zone), columns=dict(columns or {}))
    return Answers(choices=dict(choices or {}), options=options, update=update, keep_doubles=keep_doubles)


def _zone(name: str | None) -> ZoneInfo | None:
    if not name:
        return None
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise BadInputError(
            f"“{name[:40]}” is not a time zone. Write it like Europe/Berlin or America/New_York.",
            where="zone",
        ) from None


def pairs(texts: Iterable[str], where: str) -> dict[str, str]:
    """Split texts like ``Name=exercise`` at their last ``=``.

    Raises:
        BadInputError: a text without it.
    """
    result = {}
    for text in texts:
        name, sign, value = text.rpartition("=")
        if not sign or not name.strip():
            raise BadInputError(f"“{text[:60]}” has no “=”. Write it as NAME=VALUE.", where=where)
        result[name.strip()] = value.strip()
    return result


def choices_of(
    mapped: Mapping[str, str],
    exercises: Mapping[str, object],
    resolve: Callable[[str], Resolved | None],
    suggest: Callable[[str], list[tuple[str, float]]],
) -> dict[str, Choice]:
    """Turn ``Name=exercise`` into choices: the exercise by its id or any name; ``own`` is one of the lifter's own.

    Args:
        mapped: exercise by name of the file.
        exercises: known exercises by id, the lifter's own included.
        resolve: the library's exact answer for a name.
        suggest: near names.

    Raises:
        NotFoundError: an exercise that nobody knows.
    """
    choices = {}
    for name, target in mapped.items():
        if target in exercises:
            choices[name] = Choice(target)
        elif target.casefold() in {"", "own", "new"}:
            choices[name] = Choice(None)
        elif resolved := resolve(target):
            choices[name] = Choice(resolved.exercise, side=resolved.side, setup=resolved.setup)
        else:
            near = ", ".join(key for key, _ in suggest(target)[:3])
            hint = f" Did you mean {near}?" if near else ""
            raise NotFoundError(
                f"Iron knows no exercise “{target[:60]}” for “{name[:60]}”.{hint}", where="map"
            )
    return choices
