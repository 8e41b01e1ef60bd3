"""The checker of content/: what single files cannot see. All problems at once, with file and line."""

from __future__ import annotations

import re
from functools import partial
from html import unescape
from typing import TYPE_CHECKING, Final

from iron.knowledge import trust, words
from iron.knowledge.figures.reading import read_movements
from iron.knowledge.library import Library, load
from iron.knowledge.model import Problem
from iron.knowledge.selection import carryover, choosing_file
from iron.knowledge.tables import File
from iron.knowledge.translations import reading as translating
from iron.knowledge.translations.checking import check_translation
from iron.values.ids import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from iron.knowledge.model import Alias, Claim, Exercise

    Say = Callable[[tuple[str | int, ...], str], None]

_NEEDS_NO_SOURCE: Final = frozenset({"opinion", "mechanics"})
_REPS: Final = re.compile(r"(\d+)\s*(?:–|-|to)\s*(\d+)\s+(?:reps|repetitions)\b")
_KNEE_BEND: Final = re.compile(r"(\d+)°\s+of\s+knee\s+bend")
_TAG: Final = re.compile(r"<[^>]+>")
_BLOCK_END: Final = re.compile(r"</(?:p|li|h\d)>")
_SENTENCE: Final = re.compile(r"(?<=[.!?])\s+")
_NEEDS_END_STEP: Final = frozenset(
    {"barbell", "trap_bar", "smith_machine", "sled_press", "plate_machine", "assisted_machine"}
)
_STEP: Final = re.compile(r"<li>(.*?)</li>", re.DOTALL)
_END_STEP: Final = re.compile(r"last rep|<strong>(?:Rack|Out|Lock|Back)\b")
# Below this, a knee angle in the text speaks of the top of the rep and not of its depth.
_DEEP_DEG: Final = 60


def check(root: Path | None = None) -> list[Problem]:
    """Return everything that is wrong in content/, in the order of files and lines; an empty list is good."""
    return examine(load(root))


def examine(library: Library) -> list[Problem]:
    """As ``check``, of a library that was read already."""
    problems = list(library.problems)
    for exercise in library.exercises.values():
        file = File(
            f"exercises/{exercise.id}.md", problems, partial(_front_matter, library.root, exercise.id)
        )
        _check_references(exercise, library, file.report)
        _check_muscles(exercise, library, file.report)
        for claim in exercise.claims.values():
            _check_claim(claim, exercise, library, file.report)
        _check_numbers(exercise, file)
        _check_end_step(exercise, file.report)
    _check_names(library, problems)
    _check_aliases(library, problems)
    languages = translating.read_languages(library.root, problems)
    for translation in translating.read_translations(library, languages, problems):
        problems.extend(check_translation(translation, library.exercises[translation.exercise]))
    read_movements(library, problems)
    choosing_file.read_rules(library, problems)
    carryover.read_carryover(library, problems)
    return sorted(set(problems), key=lambda each: (each.file, each.line, each.sentence))


def _check_end_step(exercise: Exercise, say: Say) -> None:
    """Where a bar or a sled is set free, the last step says how it is put back."""
    if exercise.equipment not in _NEEDS_END_STEP:
        return
    execution = next((section.html for section in exercise.sections if section.id == "execution"), "")
    steps = _STEP.findall(execution.partition("</ol>")[0])
    if steps and not _END_STEP.search(steps[-1]):
        say(
            ("equipment",),
            "The last step of the execution does not say how the set ends; add one that begins with "
            "“After the last rep”, for example how the bar goes back or the sled is locked.",
        )


def _front_matter(root: Path, exercise_id: str) -> tuple[str, int]:
    return (root / "exercises" / f"{exercise_id}.md").read_text("utf-8").split("+++")[1], 1


def _check_references(exercise: Exercise, library: Library, say: Say) -> None:
    if exercise.equipment and exercise.equipment not in library.equipment:
        say(("equipment",), f"“{exercise.equipment}” is not in equipment.toml.")
    for credit in exercise.muscles:
        for source in credit.sources:
            if source not in library.sources:
                say(
                    ("muscles",), f"Source “{source}” of the muscle “{credit.muscle}” is not in sources.toml."
                )
    for kind, ids in (
        ("variables", [each.id for each in exercise.variables]),
        ("faults", [each.id for each in exercise.faults]),
    ):
        for key in sorted({key for key in ids if ids.count(key) > 1}):
            say((kind,), f"“{key}” stands twice in {kind}.")


def _check_muscles(exercise: Exercise, library: Library, say: Say) -> None:
    ids = [credit.muscle for credit in exercise.muscles]
    for index, credit in enumerate(exercise.muscles):
        if credit.muscle not in library.muscles:
            say(("muscles", index), f"“{credit.muscle}” is not in muscles.toml.")
        if ids.count(credit.muscle) > 1:
            say(("muscles", index), f"“{credit.muscle}” stands twice in muscles.")
    for muscle in exercise.primary:
        match_ = next((credit for credit in exercise.muscles if credit.muscle == muscle), None)
        if match_ is None:
            say(("primary",), f"The primary muscle “{muscle}” has no credit in muscles.")
        elif not match_.credit:
            say(("primary",), f"The primary muscle “{muscle}” has a credit of 0.")
    if exercise.muscles and not exercise.primary:
        say(("primary",), "An exercise with muscles has at least one primary muscle.")


def _check_claim(claim: Claim, exercise: Exercise, library: Library, say: Say) -> None:
    path = ("claims", claim.id)
    known = [library.sources[key] for key in claim.sources if key in library.sources]
    for key in claim.sources:
        if key not in library.sources:
            say((*path, "sources"), f"Source “{key}” of claim “{claim.id}” is not in sources.toml.")
    if not claim.sources and claim.grade and claim.grade not in _NEEDS_NO_SOURCE:
        say(
            path,
            f"Claim “{claim.id}” is graded {claim.grade} and names no source; add one or call it opinion.",
        )
    if sentence := trust.exceeds(claim, known):
        say((*path, "grade"), sentence)
    for key in trust.without_size(known):
        sentence = (
            f"Source “{key}” of claim “{claim.id}” does not say how many took part; give its n or sample."
        )
        say((*path, "sources"), sentence)
    for other in claim.contradicts:
        if other not in exercise.claims:
            say((*path, "contradicts"), f"Claim “{claim.id}” contradicts “{other}”, which does not exist.")
        elif not claim.note and not exercise.claims[other].note:
            say(
                path,
                f"Claims “{claim.id}” and “{other}” contradict each other; a note must say how to read that.",
            )


def _check_numbers(exercise: Exercise, file: File) -> None:
    """Numbers of the prose must agree with the front matter: named rep ranges and the depth."""
    ranges = {each.name.lower(): (each.low, each.high) for each in exercise.rep_ranges}
    for sentence in _sentences(exercise):
        lower = sentence.lower()
        named = {ranges[name] for name in ranges if re.search(rf"\b{re.escape(name)}\b", lower)}
        for match_ in _REPS.finditer(sentence):
            pair = (int(match_.group(1)), int(match_.group(2)))
            if named and pair not in named:
                wanted = " or ".join(f"{low}–{high}" for low, high in sorted(named))
                file.report(
                    ("rep_ranges",), f"The text says “{match_.group()}” where rep_ranges says {wanted}."
                )
        for match_ in _KNEE_BEND.finditer(sentence):
            angle, depth = int(match_.group(1)), exercise.depth
            if depth and depth.values and angle >= _DEEP_DEG and angle not in depth.values:
                file.report(
                    ("depth",), f"The text says “{match_.group()}”, which is not one of the depth values."
                )


def _sentences(exercise: Exercise) -> Iterator[str]:
    for section in exercise.sections:
        if section.id != words.EVIDENCE[0]:
            text = unescape(_TAG.sub("", _BLOCK_END.sub(". ", section.html)))
            yield from _SENTENCE.split(text)
    for fault in exercise.faults:
        yield from _SENTENCE.split(f"{fault.cause} {fault.cure}")


def _check_names(library: Library, problems: list[Problem]) -> None:
    owners: dict[str, str] = {}
    for exercise in library.exercises.values():
        own: set[str] = set()
        for name in (exercise.name, *exercise.aliases, exercise.id):
            folded = fold(name)
            owner = owners.setdefault(folded, exercise.id)
            if owner != exercise.id:
                sentence = f"The name “{name}” belongs to {owner} already; a name has one owner."
                problems.append(_name_problem(library.root, exercise.id, name, sentence))
            elif folded in own and name != exercise.id:
                sentence = f"The name “{name}” stands twice in this file."
                problems.append(_name_problem(library.root, exercise.id, name, sentence))
            own.add(folded)
    seen: dict[tuple[str, str], int] = {}
    for alias, line in zip(library.aliases, library.alias_lines, strict=True):
        first = seen.setdefault((fold(alias.name), alias.app), line)
        if first != line:
            sentence = f"The alias “{alias.name}” stands in line {first} already."
            problems.append(Problem("aliases.toml", line, sentence))
        known = owners.get(fold(alias.name))
        if known and known != alias.exercise:
            sentence = (
                f"The alias “{alias.name}” means {alias.exercise} here and {known} in its exercise file."
            )
            problems.append(Problem("aliases.toml", line, sentence))


def _name_problem(root: Path, exercise_id: str, name: str, sentence: str) -> Problem:
    file = f"exercises/{exercise_id}.md"
    lines = (root / file).read_text("utf-8").splitlines()
    line = next((number for number, text in enumerate(lines, 1) if f'"{name}"' in text), 1)
    return Problem(file, line, sentence)


def _check_aliases(library: Library, problems: list[Problem]) -> None:
    for alias, line in zip(library.aliases, library.alias_lines, strict=True):
        faults = _alias_faults(alias, library)
        problems.extend(Problem("aliases.toml", line, sentence) for sentence in faults)


def _alias_faults(alias: Alias, library: Library) -> Iterator[str]:
    exercise = library.exercises.get(alias.exercise)
    if exercise is None:
        yield f"The alias “{alias.name}” names the exercise “{alias.exercise}”, which does not exist."
        return
    for key, value in alias.setup.items():
        variable = exercise.variable(key)
        if variable is None:
            yield f"The alias “{alias.name}” sets “{key}”, which {exercise.id} does not have."
        elif variable.type == "choice" and value not in [choice.id for choice in variable.values]:
            yield f"The alias “{alias.name}” sets {key} to “{value}”, which is not one of its values."
        elif variable.type == "number" and not isinstance(value, int | float):
            yield f"The alias “{alias.name}” sets {key} to “{value}”, which is not a number."
