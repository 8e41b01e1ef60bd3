"""Sentences from codes and typed values: one message file (content/messages), one renderer for every face.

The engine never writes prose. It answers with a code and values; each value says what it is, so that a renderer can
put it into the lifter's unit and language:

- ``{"type": "load", "value": 62.5, "unit": "kg", "on": "load" | "body" | "help" | "band"}``: ``body`` is hung on the
  body (0 is body weight alone), ``help`` is taken off it, ``band`` is the number on a band (0 without one).
- ``{"type": "reps", "low": 8, "high": 10}``, ``{"type": "chance", "value": 0.8}``, ``{"type": "date", "value": "…"}``.
- ``{"type": "aim", "load": load | None, "duration": {"low", "high"} | None, "distance": {"low", "high", "unit"} |
  None}``: what to do where no repetition counts: hold, carry, run; seconds, and a distance in its unit.
- ``{"type": "change", "value": -0.25}``: a number with its sign.
- ``{"type": "duration", "low": 45, "high": 50}`` in seconds.
- ``{"type": "line", "machine": "this" | "other" | "none" | None, "side": "left" | None, "setup": [["stance",
  "wide"]]}``: what tells a line from another one; values of the setup are ids, ``unknown`` where not recorded.
- ``{"type": "messages", "of": [{"code", "values"}]}``: other messages within the sentence, one at least.
- plain numbers and text; ``weeks`` give ``time`` besides: weeks, or years from two on.

Format: Fluent (docs/decisions.md), which the app reads too (`web/src/core/rules/prescription/messages.ts`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache, reduce
from pathlib import Path
from threading import Lock
from typing import Any, Final

from babel.dates import format_date
from fluent.runtime import FluentBundle, FluentResource

from iron.knowledge.reading import content_root
from iron.values.errors import NotFoundError
from iron.values.units import shown

LANGUAGE: Final = "en"
WEEKS_A_YEAR: Final = 52
MINUTE_S: Final = 60
HOUR_S: Final = 3600


# Reading takes long enough that all threads which ask first would do it: `functools.cache` alone lets them.
_reading: Final = Lock()


def _bundle(language: str, screen: str = "") -> FluentBundle:
    with _reading:
        return _read(language, screen)


@cache
def _read(language: str, screen: str) -> FluentBundle:
    path = content_root() / "messages" / (f"{language}/{screen}.ftl" if screen else f"{language}.ftl")
    if not path.is_file():
        raise NotFoundError(f"Iron has no sentences in “{language}”. It has: {LANGUAGE}.")
    # Isolation marks are for mixed directions; they would show up in files and terminals.
    bundle = FluentBundle([language], use_isolating=False)
    bundle.add_resource(FluentResource(Path(path).read_text(encoding="utf-8")))
    return bundle


def render(code: str, values: Mapping[str, Any], language: str = LANGUAGE) -> str:
    """The sentence of a code, which begins with a capital; see `phrase`."""
    text = phrase(code, values, language)
    return text[:1].upper() + text[1:]


def phrase(code: str, values: Mapping[str, Any], language: str = LANGUAGE) -> str:
    """The words of a code as they stand within a sentence.

    Args:
        code: id of the message.
        values: typed values, see the module.
        language: which message file.

    Raises:
        NotFoundError: the file has no such message.
    """
    bundle = _bundle(language)
    if not bundle.has_message(code):
        raise NotFoundError(f"Iron has no sentence “{code}”.")
    words = {name: _words(bundle, value) for name, value in values.items() if value is not None}
    if isinstance(weeks := values.get("weeks"), int | float):
        words["time"] = _time(bundle, weeks)
    sentence, problems = bundle.format_pattern(_pattern(bundle, code), words)
    if problems:
        raise ValueError(f"{code}: {problems[0]}")
    return str(sentence)


def on_screen(
    screen: str, code: str, values: Mapping[str, str | int | float], language: str = LANGUAGE
) -> str:
    """The words of a message of a screen (content/messages/en/<screen>.ftl), as the app says them.

    Args:
        screen: name of the file.
        code: id of the message.
        values: texts and numbers.
        language: which folder of message files.
    """
    bundle = _bundle(language, screen)
    return _say(bundle, code, **{name: _words(bundle, value) for name, value in values.items()})


def has(code: str, language: str = LANGUAGE) -> bool:
    """Whether there is a sentence for a code."""
    return bool(_bundle(language).has_message(code))


def chance_words(value: float, language: str = LANGUAGE) -> str:
    """A chance as people say it, from "under 1 in 10" to "over 9 in 10": nothing is certain in training.

    Args:
        value: the chance, 0 to 1.
        language: which message file.
    """
    return _chance(_bundle(language), value)


def load(value: float, unit: str, on: str = "load") -> dict[str, Any]:
    """A load as a typed value."""
    return {"type": "load", "value": value, "unit": unit, "on": on}


def duration(seconds: float) -> dict[str, Any]:
    """A time as a typed value, in whole seconds."""
    whole = int(seconds + 0.5)
    return {"type": "duration", "low": whole, "high": whole}


def _words(bundle: FluentBundle, value: Any) -> Any:
    if not isinstance(value, Mapping):
        return int(value) if isinstance(value, float) and value.is_integer() else value
    kind = value.get("type")
    if kind == "load":
        return _load(bundle, value)
    if kind == "chance":
        return _chance(bundle, float(value["value"]))
    if kind == "reps":
        low, high = value["low"], value["high"]
        return (
            _say(bundle, "reps", count=low) if low == high else _say(bundle, "reps-range", low=low, high=high)
        )
    if kind == "change":
        change = float(value["value"])
        return f"{'−' if change < 0 else ''}{abs(change):g}"
    if kind == "duration":
        return _duration(bundle, int(value["low"]), int(value["high"]))
    if kind == "aim":
        return _aim(bundle, value)
    if kind == "messages":
        return _joined(
            bundle, [phrase(part["code"], part["values"], bundle.locales[0]) for part in value["of"]]
        )
    if kind == "line":
        return _line(bundle, value)
    if kind == "date":
        day = date.fromisoformat(str(value["value"])[:10])
        return str(format_date(day, "d MMMM y", locale=LANGUAGE))
    return str(value.get("value", ""))


def _load(bundle: FluentBundle, value: Mapping[str, Any]) -> str:
    number = f"{round(float(value['value']), 2):g} {value['unit']}"
    if value.get("on") == "body":
        return (
            _say(bundle, "body-weight-plus", load=number) if value["value"] else _say(bundle, "body-weight")
        )
    if value.get("on") == "help":
        return _say(bundle, "help", load=number) if value["value"] else _say(bundle, "body-weight")
    if value.get("on") == "band":
        return _say(bundle, "band", load=number) if value["value"] else _say(bundle, "band-same")
    return number


def _aim(bundle: FluentBundle, value: Mapping[str, Any]) -> str:
    """A load, a time and a distance together; the message is named for those that there are."""
    words: dict[str, str] = {}
    if value.get("load"):
        words["load"] = _load(bundle, value["load"])
    if value.get("distance"):
        distance = value["distance"]
        ends = dict.fromkeys(shown(float(distance[end])) for end in ("low", "high"))
        words["distance"] = f"{'–'.join(f'{end:g}' for end in ends)} {distance['unit']}"
    if value.get("duration"):
        words["duration"] = str(_words(bundle, {"type": "duration", **value["duration"]}))
    return _say(bundle, "-".join(["aim", *words]), **words)


def _line(bundle: FluentBundle, value: Mapping[str, Any]) -> str:
    """What tells a line from another one: "this machine, foot height low, stance not recorded"."""
    named = [_say(bundle, f"line-{what}-{value[what]}") for what in ("machine", "side") if value[what]]
    for variable, chosen in value["setup"]:
        name = variable.replace("_", " ")
        named.append(
            _say(bundle, "line-setup-unknown", variable=name)
            if chosen == "unknown"
            else _say(bundle, "line-setup", variable=name, value=chosen.replace("_", " "))
        )
    return _joined(bundle, named)


def _joined(bundle: FluentBundle, named: Sequence[str]) -> str:
    return reduce(lambda before, part: _say(bundle, "parts", parts=before, part=part), named)


def _duration(bundle: FluentBundle, low: int, high: int) -> str:
    """A time or a range of times: "45–50 s", "4:30 min", "1:05:00 h"."""
    hours, minutes = high >= HOUR_S, high >= MINUTE_S

    def clock(seconds: int) -> str:
        if hours:
            return f"{seconds // HOUR_S}:{seconds % HOUR_S // MINUTE_S:02}:{seconds % MINUTE_S:02}"
        return f"{seconds // MINUTE_S}:{seconds % MINUTE_S:02}" if minutes else str(seconds)

    text = "–".join(dict.fromkeys((clock(low), clock(high))))
    return _say(bundle, "hours" if hours else "minutes" if minutes else "seconds", time=text)


def _chance(bundle: FluentBundle, value: float) -> str:
    tenths = round(value * 10)
    if tenths >= 10 or value > 0.9:
        return _say(bundle, "chance-high")
    return _say(bundle, "chance-low") if value < 0.1 else _say(bundle, "chance", tenths=tenths)


def _time(bundle: FluentBundle, weeks: float) -> str:
    years = round(weeks / WEEKS_A_YEAR)
    if years >= 2:
        return _say(bundle, "time-years", years=years)
    return _say(bundle, "time-weeks", weeks=round(weeks))


def _say(bundle: FluentBundle, code: str, **values: Any) -> str:
    text, _ = bundle.format_pattern(_pattern(bundle, code), values)
    return str(text)


def _pattern(bundle: FluentBundle, code: str) -> Any:
    return bundle.get_message(code).value
