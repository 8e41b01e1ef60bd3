"""The settings file of the command line: defaults for its options, in TOML.

```toml
home = "/data/iron"     # as IRON_HOME
lifter = "anna"         # as --lifter, for every command that has it
unit = "lb"             # as --unit, for what is shown and logged; never for what a file leaves open

[serve]                 # options of one command by their names
port = 9000
```
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, Final

import platformdirs

from iron.values.errors import BadFileError

_ENVIRONMENT: Final = "IRON_CONFIG"
# What a file leaves open is never answered by a setting: nothing is guessed in silence.
_UNIT_COMMANDS: Final = ("log", "today", "next", "growth", "records", "workouts", "show", "body", "sql")
_SHARED: Final = {"home", "lifter", "unit"}


def config_file() -> Path:
    """The settings file: IRON_CONFIG, else ``iron/config.toml`` in the user's folder for settings."""
    if chosen := os.environ.get(_ENVIRONMENT):
        return Path(chosen)
    return platformdirs.user_config_path("iron", appauthor=False) / "config.toml"


def defaults(commands: tuple[str, ...]) -> dict[str, Any]:
    """Read the settings file and set IRON_HOME where it says so; defaults by command, as Click takes them.

    Args:
        commands: names of all commands.

    Raises:
        BadFileError: the file cannot be read, or says what Iron does not know.
    """
    file = config_file()
    given = _read(file)
    unknown = sorted(given.keys() - _SHARED - set(commands))
    if unknown:
        raise BadFileError(
            f"{file}: “{unknown[0]}” is not a setting. Use home, lifter, unit, or a table named after a command.",
            where=unknown[0],
        )
    if "home" in given:
        os.environ.setdefault("IRON_HOME", str(given["home"]))
    settings: dict[str, Any] = {}
    for name in commands:
        own = dict(given.get(name) or {})
        if "lifter" in given:
            own.setdefault("lifter", given["lifter"])
        if "unit" in given and name in _UNIT_COMMANDS:
            own.setdefault("unit", given["unit"])
        settings[name] = {key.replace("-", "_"): value for key, value in own.items()}
    return settings


def _read(file: Path) -> dict[str, Any]:
    import tomllib

    try:
        with file.open("rb") as opened:
            return tomllib.load(opened)
    except FileNotFoundError:
        if _ENVIRONMENT in os.environ:
            raise BadFileError(f"There is no settings file {file}. {_ENVIRONMENT} names it.") from None
        return {}
    except OSError as problem:
        raise BadFileError(f"The settings file {file} cannot be read: {problem.strerror}.") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise BadFileError(f"The settings file {file} is not valid TOML: {problem}.") from None
