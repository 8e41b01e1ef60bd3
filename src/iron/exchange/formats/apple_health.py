"""Apple Health's export, read as a stream (docs/formats.md#apple-health): it keeps body masses, and no sets at all."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, Final
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse

from iron.exchange.foreign import ForeignMass
from iron.exchange.reading.cells import RowProblemError
from iron.exchange.reading.numbers import MASS_WORDS
from iron.exchange.reading.records import Records
from iron.values.errors import BadFileError

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from iron.exchange.foreign import Foreign
    from iron.exchange.options import ReadOptions

_STRENGTH: Final = ("TraditionalStrengthTraining", "FunctionalStrengthTraining", "CoreTraining")
_MASS: Final = "HKQuantityTypeIdentifierBodyMass"


def read(stream: IO[bytes], options: ReadOptions) -> Foreign:
    """Read the body masses of an export; its strength sessions are counted and said to hold no sets.

    Raises:
        BadFileError: broken, or without any body mass.
    """
    records = Records(options)
    sessions = 0
    try:
        parents: list[Element] = []
        for event, element in iterparse(stream, events=("start", "end"), forbid_dtd=False):
            if event == "start":
                parents.append(element)
                continue
            parents.pop()
            if element.tag == "Record" and element.get("type") == _MASS:
                _mass(records, element.get("startDate"), element.get("value"), element.get("unit"))
            elif element.tag == "Workout":
                sessions += any(kind in (element.get("workoutActivityType") or "") for kind in _STRENGTH)
            if parents:  # what was read is let go, so that a file of any length takes little memory
                parents[-1].remove(element)
    except (ParseError, DefusedXmlException):
        raise BadFileError("The Apple Health export cannot be read to its end. Export it again.") from None
    if not records.masses:
        raise BadFileError(
            "Apple Health keeps no exercises, sets or loads, and this export no body mass either. "
            "Export the log as CSV in your training app.",
            where="line 1",
        )
    if sessions:
        records.remarks.add(
            f"{sessions:,} strength sessions hold no exercises, sets or loads; they were left out.", 1
        )
    return records.foreign("apple-health", "apple-health", None, experimental=True)


def _mass(records: Records, at: str | None, value: str | None, unit: str | None) -> None:
    named_unit = MASS_WORDS.get((unit or "").casefold())
    try:
        amount = float(value or "")
        moment = records.moment(at, "startDate")
    except (ValueError, RowProblemError):
        return
    if named_unit is not None and 20 <= amount <= 700:
        records.masses.append(ForeignMass(moment.replace(tzinfo=None), amount, named_unit))
