"""Errors as programs get them: problem details of RFC 9457, with the sentence that people read."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final

from iron.values.errors import IronError

if TYPE_CHECKING:
    from collections.abc import Iterator

MEDIA_TYPE: Final = "application/problem+json"
DESCRIBED_AT: Final = "/api/docs#problem-"


def details(status: int, code: str, sentence: str, where: str = "") -> dict[str, Any]:
    """Return the members of RFC 9457 and Iron's own: ``code``, ``where``, and ``error`` as older clients read it.

    Args:
        status: HTTP status.
        code: machine-readable kind of the problem (`IronError.code`).
        sentence: what is wrong and what to do, for people.
        where: the place in the input, or an empty text.
    """
    return {
        "type": f"{DESCRIBED_AT}{code}",
        "title": _title(status),
        "status": status,
        "detail": sentence,
        "code": code,
        "where": where,
        "error": {"code": code, "sentence": sentence, "where": where},
    }


def _title(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "Error"


def kinds() -> list[dict[str, Any]]:
    """Return every kind of problem that an answer can name: code, status and meaning, sorted by code."""
    by_code = {kind.code: kind for kind in _kinds(IronError)}
    return [
        {"code": code, "status": kind.status, "about": (kind.__doc__ or "").partition("\n")[0]}
        for code, kind in sorted(by_code.items())
    ]


def _kinds(kind: type[IronError]) -> Iterator[type[IronError]]:
    for each in kind.__subclasses__():
        yield from _kinds(each)
    yield kind
