"""Parts of the app that stand alone on a guide's page: the picture to play with. The page works without them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from django.conf import settings

from iron.server.pages import library

_MODELLED: Final = ("leg-press-45",)
_SCRIPT: Final = "islands/press.js"
_FINDER: Final = "islands/find.js"


@dataclass(frozen=True, slots=True)
class PressIsland:
    """What the page shows of the press: the script's address, empty while the app is not built, and the short of it."""

    script: str
    sentences: tuple[str, ...]


def press_script(exercise_id: str) -> str:
    """The address of the script that draws the press on this exercise's page; empty when there is none."""
    if exercise_id not in _MODELLED or not (Path(settings.IRON_DIST) / "app" / _SCRIPT).is_file():
        return ""
    return f"/app/{_SCRIPT}"


def finder_script() -> str:
    """The address of the script that searches the list of a site without a server; empty while the app is not built."""
    return f"/app/{_FINDER}" if (Path(settings.IRON_DIST) / "app" / _FINDER).is_file() else ""


def press_island(exercise_id: str) -> PressIsland | None:
    """The picture of the press with its text for readers without scripts; None for exercises without a model."""
    if exercise_id not in _MODELLED:
        return None
    return PressIsland(press_script(exercise_id), _sentences())


@dataclass(frozen=True, slots=True)
class Bar:
    """The share of a joint as a bar, in percent of its track."""

    joint: str
    left: float
    width: float
    middle: float
    words: str


@dataclass(frozen=True, slots=True)
class Model:
    """What the page shows of a model without a picture to play with."""

    title: str
    sentences: tuple[str, ...]
    bars: tuple[Bar, ...]
    zero: float


# Ends of the track [percent of the joint work].
_LOW: Final = -20
_HIGH: Final = 100


def model(exercise_id: str) -> Model | None:
    """The card of an exercise that a model knows, as `iron build-content` wrote it; None for all others."""
    rules = library.rules("press")
    card = rules.data.get("models", {}).get(exercise_id) if rules is not None else None
    if card is None:
        return None
    bars = tuple(_bar(joint, band) for joint, band in card["bands"].items())
    return Model(card["title"], tuple(card["sentences"]), bars, _place(0))


def _bar(joint: str, band: list[float]) -> Bar:
    low, high = min(band), max(band)
    words = f"{low:.0f} to {high:.0f} %".replace("-", "−")
    return Bar(joint, _place(low), _place(high) - _place(low), _place(band[1]), words)


def _place(percent: float) -> float:
    return round(100 * (percent - _LOW) / (_HIGH - _LOW), 1)


def _sentences() -> tuple[str, ...]:
    """The model in words, as `iron build-content` wrote them: the model itself needs numpy, which the server spares."""
    rules = library.rules("press")
    if rules is not None:
        return tuple(rules.data["sentences"])
    from iron.mechanics import summary

    return summary.sentences()
