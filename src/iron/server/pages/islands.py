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


def _sentences() -> tuple[str, ...]:
    """The model in words, as `iron build-content` wrote them: the model itself needs numpy, which the server spares."""
    rules = library.rules("press")
    if rules is not None:
        return tuple(rules.data["sentences"])
    from iron.mechanics import summary

    return summary.sentences()
