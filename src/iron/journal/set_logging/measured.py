"""A measurement of the body that somebody reports outside the app."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from iron.records.documents import check_body

if TYPE_CHECKING:
    from collections.abc import Mapping


def measurement(values: Mapping[str, Any]) -> dict[str, Any]:
    """The body of a measurement document from its values by name; None is not recorded.

    Raises:
        BadDocumentError: the unit does not fit, or nobody measures that much or that little.
    """
    body = {"v": 1, **{name: value for name, value in values.items() if value is not None}}
    check_body("measurement", body)
    return body
