"""Account names that cannot be taken for somebody else's (Unicode Technical Standard 39, sections 4 and 5)."""

from __future__ import annotations

import unicodedata
from typing import Final

from iron.values.errors import BadInputError

# Scripts that are written together.
_EAST_ASIAN: Final = frozenset({"CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO"})


def check_name(name: str) -> None:
    """Check that a name looks like no other one.

    Raises:
        BadInputError: it has full-width or other compatibility letters, letters of several scripts, or letters of
            another script that all look like Latin ones.
    """
    if name.isascii():
        return
    if (plain := unicodedata.normalize("NFKC", name)) != name:
        raise BadInputError(f"“{name}” has unusual forms of letters. Write “{plain}”.")
    scripts = {_script(letter) for letter in name if letter.isalpha()}
    if len(scripts) > 1:
        raise BadInputError(f"“{name}” mixes letters of several alphabets. Use letters of one alphabet.")
    if scripts and scripts != {"LATIN"} and (latin := _latin_look(name)) is not None:
        raise BadInputError(f"“{name}” looks like “{latin}” in Latin letters. Choose another name.")


def _script(letter: str) -> str:
    """The script of a letter: the first word of its Unicode name, such as LATIN, or CJK for all East Asian ones."""
    script = unicodedata.name(letter, "UNKNOWN").split()[0]
    return "CJK" if script in _EAST_ASIAN else script


def _latin_look(name: str) -> str | None:
    """The ASCII text that a name looks like, None where a letter of it looks like none."""
    # Its tables take 40 ms to load, and few names need them.
    from confusable_homoglyphs import confusables

    look = ""
    for letter in name:
        if letter.isascii():
            look += letter
            continue
        alike = confusables.is_confusable(letter, greedy=True, preferred_aliases=["latin"]) or []
        shown = [
            other["c"] for character in alike for other in character["homoglyphs"] if other["c"].isascii()
        ]
        if not shown:
            return None
        look += shown[0]
    return look
