"""Reads content/: each file becomes typed values, or problems with file and line."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from iron.knowledge import trust, words
from iron.knowledge.exercise import read_exercise
from iron.knowledge.model import (
    READ,
    SIDES,
    Alias,
    Equipment,
    Muscle,
    Problem,
    ReadStatus,
    Side,
    Source,
    Variable,
)
from iron.knowledge.tables import File, Table, read_toml
from iron.knowledge.variables import read_variable
from iron.values.errors import NotFoundError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from typing import TypeVar

    from iron.knowledge.model import Exercise

    T = TypeVar("T")

_SNAKE: Final = re.compile(r"^[a-z][a-z0-9_]*$")
_KEBAB: Final = re.compile(r"^[a-z0-9]+(?:-[a-z0-9]+)*$")
# The end of the name of a translated guide, such as leg-press-45.de.
_TRANSLATED: Final = re.compile(r"\.[a-z]{2}$")
# Texts whose bytes were decoded with the wrong code page, and characters that stand for lost ones.
_MOJIBAKE: Final = re.compile(
    r"[ÃÂ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€|ï»¿|Ð[\u0080-\u00bf]|[\ufffd\ufeff\u0080-\u009f]"
)


def content_root(root: Path | None = None) -> Path:
    """Return the content/ folder: the one given, the one of the checkout, or the one inside the wheel.

    Raises:
        NotFoundError: there is no such folder.
    """
    package = Path(__file__).resolve().parents[1]
    places = [root] if root else [package / "content", package.parents[1] / "content"]
    for place in places:
        if (place / "muscles.toml").is_file():
            return place
    tried = " or ".join(str(place) for place in places)
    raise NotFoundError(f"No content/ with a muscles.toml in {tried}. Run from a checkout or reinstall Iron.")


def read_text(root: Path, name: str, problems: list[Problem]) -> str | None:
    """Read one file as UTF-8; None (and a problem) when it is missing or not UTF-8. Mojibake is reported."""
    try:
        text = (root / name).read_bytes().decode("utf-8")
    except FileNotFoundError:
        problems.append(Problem(name, 0, "This file is missing."))
        return None
    except UnicodeDecodeError as error:
        problems.append(Problem(name, 0, f"This is not UTF-8 (byte {error.start}); save it as UTF-8."))
        return None
    if _MOJIBAKE.search(text):
        for number, line in enumerate(text.splitlines(), 1):
            if match_ := _MOJIBAKE.search(line):
                sentence = f"“{match_.group()}” looks like a wrong encoding; type the character again."
                problems.append(Problem(name, number, sentence))
    return text


def read_muscles(root: Path, problems: list[Problem]) -> dict[str, Muscle]:
    """Read muscles.toml."""

    def read_one_muscle(key: str, table: Table) -> Muscle:
        views = table.words("views", must=True)
        for view in views:
            if view not in words.VIEWS:
                table.report("views", f"“{view}” is not a view; use front or back.")
        return Muscle(
            key,
            table.text("name", must=True),
            table.text("latin", must=True),
            table.choice("region", words.REGIONS),
            views,
            table.text("note"),
            table.words("words"),
        )

    return _read_tables(root, "muscles.toml", problems, _SNAKE, read_one_muscle)


def read_common(root: Path, problems: list[Problem], known: Mapping[str, object]) -> tuple[str, ...]:
    """Read common.toml, the exercises that lifters log most; without the file there are none."""
    name = "common.toml"
    if not (root / name).is_file():
        return ()
    text = read_text(root, name, problems)
    if text is None:
        return ()
    file = File(name, problems)
    table = Table(file, read_toml(file, text))
    listed = table.words("exercises", must=True)
    for exercise in listed:
        if exercise not in known:
            table.report("exercises", f"“{exercise}” is not an exercise of the library.")
    return listed


def read_equipment(root: Path, problems: list[Problem]) -> dict[str, Equipment]:
    """Read equipment.toml."""

    def read_one_item(key: str, table: Table) -> Equipment:
        kind = table.choice("kind", words.EQUIPMENT_KINDS)
        return Equipment(key, table.text("name", must=True), kind, table.text("note"))

    return _read_tables(root, "equipment.toml", problems, _SNAKE, read_one_item)


def read_variables(root: Path, problems: list[Problem]) -> dict[str, Variable]:
    """Read variables.toml."""
    return _read_tables(root, "variables.toml", problems, _SNAKE, read_variable)


def read_sources(root: Path, problems: list[Problem]) -> dict[str, Source]:
    """Read sources.toml and sources/*.toml; a source has an address and says how far it was read."""

    def read_one_source(key: str, table: Table) -> Source:
        doi, url = table.text("doi"), table.text("url")
        if not doi and not url:
            table.report("doi", f"Source “{key}” has no address; give its doi or url.")
        for field, fault in (("doi", trust.doi_fault(doi)), ("url", trust.address_fault(url))):
            if fault:
                table.report(field, fault)
        n = table.number("n", low=1) if "n" in table else None
        kind = table.choice("kind", words.SOURCE_KINDS)
        return Source(
            id=key,
            authors=table.text("authors", must=True),
            year=_year(table, kind),
            title=table.text("title", must=True),
            journal=table.text("journal", must=True),
            kind=kind,
            read=cast("ReadStatus", table.choice("read", READ)),
            sample=table.text("sample"),
            n=None if n is None else int(n),
            volume=table.text("volume"),
            pages=table.text("pages"),
            doi=doi,
            url=url,
            found=table.text("found", must=True),
        )

    sources = _read_tables(root, "sources.toml", problems, _KEBAB, read_one_source)
    for path in sorted((root / "sources").glob("*.toml")):
        name = f"sources/{path.name}"
        for key, source in _read_tables(root, name, problems, _KEBAB, read_one_source).items():
            if key in sources:
                problems.append(
                    Problem(name, 0, f"Source “{key}” stands in another file already; name it once.")
                )
            sources[key] = source
    return sources


def read_aliases(root: Path, problems: list[Problem]) -> list[tuple[Alias, int]]:
    """Read aliases.toml, each alias with its line; the file may be absent."""
    name = "aliases.toml"
    if not (root / name).is_file():
        return []
    text = read_text(root, name, problems)
    if text is None:
        return []
    file = File(name, problems)
    top = Table(file, read_toml(file, text))
    aliases = []
    for table in top.tables("alias"):
        side = table.choice("side", SIDES, must=False) or None
        alias = Alias(
            name=table.text("name", must=True),
            exercise=table.text("exercise", must=True),
            side=cast("Side | None", side),
            setup=_setup(table),
            machine=table.text("machine"),
            app=table.text("app"),
            lang=table.text("lang"),
        )
        table.report_unused()
        aliases.append((alias, file.line_of(table.path)))
    top.report_unused()
    return aliases


def read_exercises(
    root: Path, problems: list[Problem], variables: dict[str, Variable], sources: dict[str, Source]
) -> dict[str, Exercise]:
    """Read exercises/*.md in the order of their names; a file that cannot be read hides no other."""
    exercises = {}
    for path in sorted((root / "exercises").glob("*.md")):
        name = f"exercises/{path.name}"
        if _TRANSLATED.search(path.stem):
            continue  # read by iron.knowledge.translations
        if not _KEBAB.match(path.stem):
            problems.append(
                Problem(name, 0, "A file name is an id: small letters, digits and hyphens, then .md.")
            )
        text = read_text(root, name, problems)
        if text is None:
            continue
        exercise = read_exercise(File(name, problems), path.stem, text, variables, sources)
        if exercise is not None:
            exercises[exercise.id] = exercise
    return exercises


def _year(table: Table, kind: str) -> int | None:
    """A page may show no year; everything else has one."""
    if kind == "page" and "year" not in table:
        return None
    return int(table.number("year", low=1900, high=2100))


def _setup(table: Table) -> dict[str, str | float]:
    value = table.raw("setup")
    if value is None:
        return {}
    if not isinstance(value, dict):
        table.report("setup", '“setup” must be a table of variables, e.g. { foot_height = "high" }.')
        return {}
    return dict(value)


def _read_tables(
    root: Path,
    name: str,
    problems: list[Problem],
    pattern: re.Pattern[str],
    read_row: Callable[[str, Table], T],
) -> dict[str, T]:
    text = read_text(root, name, problems)
    if text is None:
        return {}
    file = File(name, problems)
    return dict(_each(Table(file, read_toml(file, text)), pattern, read_row))


def _each(
    top: Table, pattern: re.Pattern[str], read_row: Callable[[str, Table], T]
) -> Iterator[tuple[str, T]]:
    for key, table in top.items():
        if not pattern.match(key):
            top.report(key, f"“{key}” cannot be an id; see content/README.md for how ids look.")
        value = read_row(key, table)
        table.report_unused()
        yield key, value
