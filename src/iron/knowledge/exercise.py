"""One exercise file: TOML front matter between `+++` lines, the guide below."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, Final, cast

from iron.knowledge import effort, words
from iron.knowledge.claim_checks import read_checks
from iron.knowledge.model import (
    GRADES,
    Claim,
    Credit,
    Depth,
    Exercise,
    Fault,
    Grade,
    MachineDefaults,
    RepRange,
    Section,
    Source,
    Variable,
    Written,
)
from iron.knowledge.rendering import evidence_html
from iron.knowledge.tables import File, Table, read_toml
from iron.knowledge.variables import read_variables_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from iron.knowledge.guide import Guide

_FENCE: Final = re.compile(r"^\+\+\+[ \t]*$", re.MULTILINE)
_SECTION: Final = re.compile(rf"^##[ \t]+(?:{'|'.join(words.SECTIONS)})[ \t]*$", re.MULTILINE | re.IGNORECASE)
_DEFAULT_BAND: Final = 0.25


def read_exercise(
    file: File, exercise_id: str, text: str, variables: Mapping[str, Variable], sources: Mapping[str, Source]
) -> Exercise | None:
    """Read one exercise; None when its front matter cannot be read at all."""
    fences = list(_FENCE.finditer(text))
    if len(fences) < 2 or text[: fences[0].start()].strip():
        file.report_at(1, "An exercise file begins with +++, TOML, and a second +++.")
        return None
    data = read_toml(file, text[fences[0].end() : fences[1].start()], first_line=1)
    if not data:
        return None
    table = Table(file, data)
    body = text[fences[1].end() :]
    first_line = text.count("\n", 0, fences[1].end()) + 1
    own = tuple(read_variables_of(table, variables))
    depth = _depth(table)
    table.raw("claims")  # read with the guide

    def write() -> Written:
        # The Markdown parser costs an eighth of a second and 8 MiB: who never reads a guide never pays.
        from iron.knowledge.guide import Marks, read_guide  # noqa: PLC0415

        marks = Marks(
            exercise_id=exercise_id,
            grades={key: str(each.get("grade", "")) for key, each in _named(data.get("claims"))},
            faults=frozenset(str(each.get("id")) for each in _dicts(data.get("faults"))),
            variables=frozenset({each.id for each in own} | ({"depth"} if depth else set())),
        )
        return _written(table, read_guide(body, file, first_line, marks), sources)

    exercise = replace(
        _exercise(table, exercise_id),
        variables=own,
        depth=depth,
        guide=bool(_SECTION.search(body)),
        write=write,
    )
    table.report_unused()
    return exercise


def _written(table: Table, guide: Guide, sources: Mapping[str, Source]) -> Written:
    claims = dict(_claims(table, guide))
    sections = guide.sections
    if sections and claims:
        evidence = evidence_html(claims.values(), sources)
        sections = (*sections, Section(words.EVIDENCE[0], words.EVIDENCE[1], evidence))
    return Written(sections, guide.questions, claims)


def _exercise(table: Table, exercise_id: str) -> Exercise:
    family = table.choice("family", words.FAMILIES)
    return Exercise(
        id=exercise_id,
        name=table.text("name", must=True),
        aliases=table.words("aliases"),
        equipment=table.text("equipment", must=True),
        movement=table.choice("movement", words.MOVEMENTS),
        family=family,
        curve_k=table.number("curve_k", words.CURVE_K.get(family, 35), low=10, high=120),
        load_meaning=table.choice("load_meaning", words.LOAD_MEANINGS),
        implements=int(table.number("implements", 1, low=1, high=2)),
        bodyweight_share=table.number("bodyweight_share", 0, low=0, high=1),
        unilateral=table.flag("unilateral"),
        log=_log(table),
        primary=table.words("primary", must=True),
        muscles=tuple(_credits(table)),
        faults=tuple(_faults(table)),
        rep_ranges=tuple(_rep_ranges(table)),
        machine=_machine(table),
        skill=table.choice("skill", effort.LEVELS, must=False),
        setup_cost=table.choice("setup_cost", effort.LEVELS, must=False),
        searched=_day(table),
    )


def _day(table: Table) -> str:
    """The day in ``searched``, as ``2026-11-28``; empty where it is absent or no day."""
    text = table.text("searched")
    if not text:
        return ""
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        table.report("searched", f"“{text}” is not a date; write it as 2026-11-28.")
        return ""


def _log(table: Table) -> tuple[str, ...]:
    log = table.words("log") or ("load", "reps")
    for word in log:
        if word not in words.LOG_FIELDS:
            table.report("log", f"A set cannot record “{word}”; use {', '.join(words.LOG_FIELDS)}.")
    return log


def _credits(table: Table) -> Iterator[Credit]:
    for each in table.tables("muscles"):
        credit = each.number("credit", low=0, high=1)
        band = 0 if credit == 1 else _DEFAULT_BAND
        low = each.number("low", max(0, credit - band), low=0, high=1)
        high = each.number("high", min(1, credit + band), low=0, high=1)
        if not low <= credit <= high:
            each.report("credit", f"The credit {credit:g} lies outside its band {low:g} to {high:g}.")
        muscle = each.text("id", must=True)
        yield Credit(muscle, credit, low, high, each.text("note"), each.words("sources"))
        each.report_unused()


def _depth(table: Table) -> Depth | None:
    each = table.table("depth")
    if each is None:
        return None
    depth = Depth(
        how=each.choice("how", words.DEPTH_HOW),
        unit=each.text("unit", must=True),
        default=each.number("default"),
        measure=each.text("measure", must=True),
        values=each.numbers("values"),
    )
    if depth.values and depth.default not in depth.values:
        each.report("default", f"The default depth {depth.default:g} is not one of its values.")
    each.report_unused()
    return depth


def _faults(table: Table) -> Iterator[Fault]:
    for each in table.tables("faults"):
        fields = (each.text(key, must=True) for key in ("id", "name", "cause", "cure"))
        yield Fault(*fields)
        each.report_unused()


def _rep_ranges(table: Table) -> Iterator[RepRange]:
    for each in table.tables("rep_ranges"):
        reps = RepRange(
            name=each.text("name", must=True),
            low=int(each.number("low", low=1, high=100)),
            high=int(each.number("high", low=1, high=100)),
            rir_low=each.number("rir_low", low=0, high=10),
            rir_high=each.number("rir_high", low=0, high=10),
        )
        if reps.low > reps.high or reps.rir_low > reps.rir_high:
            each.report("low", f"The range “{reps.name}” runs backwards; low comes first.")
        yield reps
        each.report_unused()


def _machine(table: Table) -> MachineDefaults | None:
    each = table.table("machine")
    if each is None:
        return None
    machine = MachineDefaults(
        base_kg=each.number("base_kg", low=0, high=500),
        base_low=each.number("base_low", low=0, high=500),
        base_high=each.number("base_high", low=0, high=500),
        angle_deg=each.number("angle_deg", low=0, high=90) if "angle_deg" in each else None,
        plates=each.numbers("plates"),
        sides=int(each.number("sides", 2, low=1, high=2)),
        note=each.text("note"),
    )
    if not machine.base_low <= machine.base_kg <= machine.base_high:
        band = f"{machine.base_low:g} to {machine.base_high:g}"
        each.report("base_kg", f"The base of {machine.base_kg:g} kg lies outside its band {band}.")
    each.report_unused()
    return machine


def _claims(table: Table, guide: Guide) -> Iterator[tuple[str, Claim]]:
    claims = table.table("claims")
    listed = set()
    for key, each in claims.items() if claims else ():
        listed.add(key)
        if "grade" not in each:
            each.report("grade", f"Claim “{key}” has no grade; use one of: {', '.join(GRADES)}.")
            grade = each.text("grade")
        else:
            grade = each.choice("grade", GRADES)
        text = guide.claims.get(key)
        if text is None:
            mark = f"[ … ]{{claim={key}}}"
            each.report(
                "grade", f"Claim “{key}” is not in the text; mark its sentence with {mark} or drop it."
            )
        claim = Claim(
            id=key,
            grade=cast("Grade", grade),
            text=text.text if text else "",
            sources=each.words("sources"),
            note=each.text("note"),
            contradicts=each.words("contradicts"),
            about=each.choice("about", ("growth", "strength", "activity", "safety"), must=False),
            checks=tuple(read_checks(each, text.text if text else "", each.text("note"))),
        )
        each.report_unused()
        yield key, claim
    for key, named in guide.claims.items():
        if key not in listed:
            table.file.report_at(named.line, f"Claim “{key}” has no [claims.{key}] with a grade.")


def _dicts(value: Any) -> list[dict[str, Any]]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def _named(value: Any) -> list[tuple[str, dict[str, Any]]]:
    return (
        [(key, each) for key, each in value.items() if isinstance(each, dict)]
        if isinstance(value, dict)
        else []
    )
