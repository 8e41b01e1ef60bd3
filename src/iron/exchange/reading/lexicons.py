"""The word lists that compose exercise names, one file a language (`words/names/*.toml`)."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def read_all() -> dict[str, dict[str, Any]]:
    """Return the word lists by language code."""
    folder = files("iron.exchange.reading").joinpath("words/names")
    return {
        entry.name.removesuffix(".toml"): tomllib.loads(entry.read_text(encoding="utf-8"))
        for entry in sorted(folder.iterdir(), key=lambda entry: entry.name)
        if entry.name.endswith(".toml")
    }


def known_words() -> set[str]:
    """Return every word of the lists in lower case, to recognise an encoding by."""
    result: set[str] = set()
    for lists in read_all().values():
        for section in lists.values():
            if isinstance(section, dict):
                phrases = (phrase for listed in section.values() for phrase in listed)
                result.update(word.strip("*") for phrase in phrases for word in phrase.casefold().split())
    return result
