"""Writes what the app loads: one index and one JSON per exercise (`docs/documents.md`, "Knowledge files")."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any, Final

import msgspec

from iron.knowledge import effort, picture
from iron.knowledge.basis import guide_basis, library_basis
from iron.knowledge.figures.drawing import draw, working_segments
from iron.knowledge.figures.reading import read_movements
from iron.knowledge.figures.thumbnail import thumbnail
from iron.knowledge.selection.carryover import carryover_rules
from iron.knowledge.selection.choosing_file import choosing_rules
from iron.knowledge.translations import reading as translating
from iron.knowledge.translations.building import translation_json
from iron.knowledge.translations.checking import check_translation
from iron.values.errors import BadContentError

if TYPE_CHECKING:
    from pathlib import Path

    from iron.knowledge.figures.movement import Movement
    from iron.knowledge.library import Library
    from iron.knowledge.model import Exercise, Problem, Variable
    from iron.knowledge.translations.model import Translation


# What a log of sets does not need: nine tenths of the bytes of an exercise with a guide.
_GUIDE_KEYS: Final = ("sections", "questions", "claims", "sources", "picture", "basis", "languages", "figure")


def build(library: Library, out_dir: Path) -> list[Path]:
    """Write the index, aliases, rules, small drawings, ``<id>.json`` and, for a guide, ``<id>.facts.json``.

    Stale files go. The same content gives the same bytes; ``built`` in the index is a hash of all of them.

    Returns:
        The files written, the index first.

    Raises:
        BadContentError: the library has problems that kept files from being read.
    """
    if library.problems:
        raise BadContentError([str(problem) for problem in library.problems])
    out_dir.mkdir(parents=True, exist_ok=True)
    translations = _translations(library)
    problems: list[Problem] = []
    movements = read_movements(library, problems)
    if problems:
        raise BadContentError([str(problem) for problem in problems])
    files = _exercise_files(library, movements, translations, _pictures(library, out_dir / "pictures"))
    digest = hashlib.sha256(b"".join(files[name] for name in sorted(files))).hexdigest()[:16]
    aliases = {key: list(each.aliases) for key, each in library.exercises.items() if each.aliases}
    muscles = {key: list(each.words) for key, each in library.muscles.items() if each.words}
    named = {"v": 1, "built": digest, "aliases": aliases, "muscles": muscles}
    choose = {"v": 1, **msgspec.to_builtins(choosing_rules(library))}
    small = {
        key: thumbnail(each, _working(library.exercises[key], library)) for key, each in movements.items()
    }
    linked = {"v": 1, **msgspec.to_builtins(carryover_rules(library))}
    files = {
        "index.json": _encode(_with_languages(index_json(library, digest), translations)),
        "aliases.json": _encode(named),
        "choose.json": _encode(choose),
        "carryover.json": _encode(linked),
        "compare.json": _encode(compare_json(library, digest)),
        "figures.json": _encode({"v": 1, "built": digest, "figures": small}),
        **files,
    }
    for stale in out_dir.glob("*.json"):
        if stale.name not in files:
            stale.unlink()
    for name, data in files.items():
        (out_dir / name).write_bytes(data)
    return [out_dir / name for name in files]


def _exercise_files(
    library: Library,
    movements: dict[str, Movement],
    translations: dict[str, list[Translation]],
    pictures: dict[str, str],
) -> dict[str, bytes]:
    """The files of each exercise: whole, without its guide, and in other languages."""
    files: dict[str, bytes] = {}
    for key, each in library.exercises.items():
        whole = exercise_json(each, library)
        if key in pictures:
            whole["picture"] = f"pictures/{pictures[key]}"
        if key in movements:
            drawn = draw(movements[key], _working(each, library))
            whole["figure"] = {"svg": drawn, "says": movements[key].says}
        if translated := translations.get(key, []):
            whole["languages"] = {
                translation.language.code: translation.language.name for translation in translated
            }
        for translation in translated:
            translated_json = translation_json(translation, whole, each, library.sources)
            files[f"{key}.{translation.language.code}.json"] = _encode(translated_json)
        files[f"{key}.json"] = _encode(whole)
        if each.guide:
            files[f"{key}.facts.json"] = _encode(_without(whole, *_GUIDE_KEYS))
    return files


def _working(exercise: Exercise, library: Library) -> frozenset[str]:
    return working_segments((muscle, library.muscles[muscle].region) for muscle in exercise.primary)


def _with_languages(index: dict[str, Any], translations: dict[str, list[Translation]]) -> dict[str, Any]:
    """The index, where a translated guide says in which languages it can be read."""
    for row in index["exercises"]:
        if row["id"] in translations:
            row["languages"] = [translation.language.code for translation in translations[row["id"]]]
    return index


def _translations(library: Library) -> dict[str, list[Translation]]:
    """Translated guides by exercise; the checker has said what is wrong with them."""
    problems: list[Problem] = []
    by_exercise: dict[str, list[Translation]] = {}
    languages = translating.read_languages(library.root, problems)
    for translation in translating.read_translations(library, languages, problems):
        problems += check_translation(translation, library.exercises[translation.exercise])
        by_exercise.setdefault(translation.exercise, []).append(translation)
    if problems:
        raise BadContentError([str(problem) for problem in problems])
    return by_exercise


def _pictures(library: Library, folder: Path) -> dict[str, str]:
    """Write the pictures for link previews that are not there yet; file names by exercise id, shared by many."""
    mark = picture.mark(library.root)
    if not mark:
        return {}
    bodies: picture.Bodies | None = None
    folder.mkdir(exist_ok=True)
    names: dict[str, str] = {}
    for key, each in library.exercises.items():
        steps = {muscle.muscle: picture.lit(muscle.credit) for muscle in each.muscles if muscle.credit}
        text = ",".join(f"{muscle}={step}" for muscle, step in sorted(steps.items()))
        names[key] = f"{hashlib.sha256(f'{mark}|{text}'.encode()).hexdigest()[:16]}.png"
        if not (folder / names[key]).is_file():
            bodies = bodies or picture.read_bodies(library.root)
            if bodies:
                (folder / names[key]).write_bytes(picture.draw(bodies, steps))
    for stale in folder.glob("*.png"):
        if stale.name not in names.values():
            stale.unlink()
    return names


def index_json(library: Library, built: str) -> dict[str, Any]:
    """The index of all exercises, with the muscles, equipment and shared variables."""
    return {
        "v": 1,
        "built": built,
        "basis": library_basis(library),
        "exercises": [row_json(each) for each in library.exercises.values()],
        "common": list(library.common),
        "muscles": {
            key: {"name": each.name, "region": each.region, "views": list(each.views)}
            for key, each in library.muscles.items()
        },
        "equipment": {key: {"name": each.name, "kind": each.kind} for key, each in library.equipment.items()},
        "variables": {key: variable_json(each) for key, each in library.variables.items()},
    }


def compare_json(library: Library, built: str) -> dict[str, Any]:
    """What a comparison needs beyond the rows of the index, of every exercise: so the app compares without signal."""
    return {
        "v": 1,
        "built": built,
        "exercises": {key: _beside(each) for key, each in library.exercises.items()},
    }


def _beside(exercise: Exercise) -> dict[str, Any]:
    machine = exercise.machine
    result = {
        "muscles": [
            {"id": e.muscle, "credit": e.credit, "low": e.low, "high": e.high} for e in exercise.muscles
        ],
        "variables": [{"id": each.id, "name": each.name} for each in exercise.variables],
        "faults": [{"id": each.id, "name": each.name} for each in exercise.faults],
        "machine": {"base_low": machine.base_low, "base_high": machine.base_high} if machine else None,
        "skill": effort.skill_of(exercise),
        "setup_cost": effort.setup_cost_of(exercise),
    }
    return {key: value for key, value in result.items() if value}


def row_json(exercise: Exercise) -> dict[str, Any]:
    """The row of one exercise in the index."""
    row: dict[str, Any] = {
        "id": exercise.id,
        "name": exercise.name,
        "equipment": exercise.equipment,
        "movement": exercise.movement,
        "primary": list(exercise.primary),
        "log": list(exercise.log),
        "load_meaning": exercise.load_meaning,
        "implements": exercise.implements,
        "bodyweight_share": exercise.bodyweight_share,
        "unilateral": exercise.unilateral,
        "family": exercise.family,
        "splitting": list(exercise.splitting),
        "credits": {each.muscle: each.credit for each in exercise.muscles},
        "guide": exercise.guide,
    }
    return row


def variable_json(variable: Variable) -> dict[str, Any]:
    """One technique variable; a choice has values, a number has unit, step, min and max."""
    data: dict[str, Any] = {
        "id": variable.id,
        "name": variable.name,
        "short": variable.short,
        "type": variable.type,
        "default": variable.default,
        "splits": variable.splits,
        "measure": variable.measure,
    }
    if variable.type == "choice":
        data["values"] = [{"id": each.id, "name": each.name} for each in variable.values]
        return data
    limits = {"unit": variable.unit, "step": variable.step, "min": variable.minimum, "max": variable.maximum}
    return {**data, **limits}


def exercise_json(exercise: Exercise, library: Library) -> dict[str, Any]:
    """One exercise with its guide, its claims and the sources that they name."""
    used = {key for claim in exercise.claims.values() for key in claim.sources}
    used |= {key for credit in exercise.muscles for key in credit.sources}
    return {
        "v": 1,
        **row_json(exercise),
        "aliases": list(exercise.aliases),
        "curve_k": exercise.curve_k,
        "skill": effort.skill_of(exercise),
        "setup_cost": effort.setup_cost_of(exercise),
        "muscles": [_plain(each, muscle="id") for each in exercise.muscles],
        "variables": [variable_json(each) for each in exercise.variables],
        "depth": _plain(exercise.depth) if exercise.depth else None,
        "faults": [_plain(each) for each in exercise.faults],
        "rep_ranges": [_plain(each) for each in exercise.rep_ranges],
        "machine": _plain(exercise.machine) if exercise.machine else None,
        "sections": [_plain(each) for each in exercise.sections],
        "questions": [_plain(each) for each in exercise.questions],
        "basis": guide_basis(exercise.claims.values(), exercise.searched) if exercise.guide else None,
        # How a printed number is computed is for the tests, not for readers.
        "claims": {key: _without(_plain(each), "id", "checks") for key, each in exercise.claims.items()},
        "sources": {
            key: {
                **_without(_plain(library.sources[key]), "id", "found"),
                "address": library.sources[key].address,
            }
            for key in sorted(used)
            if key in library.sources
        },
    }


def _plain(value: Any, **renamed: str) -> dict[str, Any]:
    """A frozen value as a JSON object without empty texts and absent numbers."""
    fields = msgspec.to_builtins(value)
    return {renamed.get(key, key): part for key, part in fields.items() if part not in ("", None)}


def _without(fields: dict[str, Any], *keys: str) -> dict[str, Any]:
    return {key: value for key, value in fields.items() if key not in keys}


def _encode(value: dict[str, Any]) -> bytes:
    present = {key: part for key, part in value.items() if part is not None}
    return msgspec.json.encode(present) + b"\n"
