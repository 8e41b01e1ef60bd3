"""What Iron knows, as frozen values: muscles, variables, exercises, claims, sources.

The file format is `content/README.md`; the words are `docs/nomenclature.md`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Final, Literal, get_args

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from iron.knowledge.claim_checks import ClaimCheck

Grade = Literal["strong", "moderate", "weak", "contested", "opinion", "mechanics"]
VariableType = Literal["choice", "number"]
Side = Literal["both", "left", "right", "single"]
ReadStatus = Literal["full", "abstract", "second-hand"]

GRADES: Final[tuple[Grade, ...]] = get_args(Grade)
SIDES: Final[tuple[Side, ...]] = get_args(Side)
READ: Final[tuple[ReadStatus, ...]] = get_args(ReadStatus)

# What each grade means, in the words of the guide (`content/README.md`).
GRADE_MEANINGS: Final[dict[Grade, str]] = {
    "strong": "several trials, or a review of them, measured the thing itself and agree",
    "moderate": "one good trial, or several studies that agree within limits",
    "weak": "few people, one study, something beside the point was measured, or known second-hand",
    "contested": "studies disagree with each other, or with the lore",
    "opinion": "no study found: coaching sense",
    "mechanics": "follows from geometry and force, not from a trial",
}


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong in content/, with its place.

    Attributes:
        file: path below content/.
        line: line in the file, from 1; 0 when the whole file is meant.
        sentence: what is wrong and what to do.
    """

    file: str
    line: int
    sentence: str

    def __str__(self) -> str:
        return f"content/{self.file}:{self.line}: {self.sentence}"


@dataclass(frozen=True, slots=True)
class Muscle:
    """A muscle that sets are counted for; ``views`` are the body pictures it shows on, ``words`` find its exercises."""

    id: str
    name: str
    latin: str
    region: str
    views: tuple[str, ...]
    note: str = ""
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Equipment:
    """What an exercise is done with."""

    id: str
    name: str
    kind: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a technique variable of type ``choice``."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Variable:
    """A technique variable: something a lifter chooses in an exercise.

    Attributes:
        short: name on the setup chip.
        values: the choices; empty for a number.
        default: id of a choice, or a number in ``unit``. Shown as a start, never assumed for a set.
        splits: sets of different value are not compared (`docs/documents.md`, "Line key"); only of a choice.
        measure: how to measure it, for the lifter.
        step, minimum, maximum: of a number, in ``unit``.
    """

    id: str
    name: str
    short: str
    type: VariableType
    default: str | float
    splits: bool
    measure: str
    values: tuple[Choice, ...] = ()
    unit: str = ""
    step: float = 0
    minimum: float = 0
    maximum: float = 0


@dataclass(frozen=True, slots=True)
class Credit:
    """How much of a set counts for a muscle, 0 to 1, with its band ``low`` to ``high``."""

    muscle: str
    credit: float
    low: float
    high: float
    note: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Depth:
    """How depth is measured in an exercise; ``how`` as in `docs/documents.md`, numbers in ``unit``."""

    how: str
    unit: str
    default: float
    measure: str
    values: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Fault:
    """A mistake that can be marked on a set, why it happens and what to do."""

    id: str
    name: str
    cause: str
    cure: str


@dataclass(frozen=True, slots=True)
class RepRange:
    """A named range of repetitions with its range of reps in reserve."""

    name: str
    low: int
    high: int
    rir_low: float
    rir_high: float


@dataclass(frozen=True, slots=True)
class MachineDefaults:
    """What a new machine starts with until the lifter says better; masses in kg, angle in degrees."""

    base_kg: float
    base_low: float
    base_high: float
    angle_deg: float | None
    plates: tuple[float, ...]
    sides: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence of a guide that can be true or false, with how well it is supported."""

    id: str
    grade: Grade
    text: str
    sources: tuple[str, ...] = ()
    note: str = ""
    contradicts: tuple[str, ...] = ()
    about: str = ""
    checks: tuple[ClaimCheck, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """Where a claim stands: study, review or page, and how far it was read."""

    id: str
    authors: str
    year: int | None
    title: str
    journal: str
    kind: str
    read: ReadStatus
    sample: str = ""
    n: int | None = None
    volume: str = ""
    pages: str = ""
    doi: str = ""
    url: str = ""
    found: str = ""

    @property
    def address(self) -> str:
        """The link to follow: the DOI where there is one, else the page."""
        # Old DOIs have angle brackets, which no address may have.
        doi = self.doi.replace("<", "%3C").replace(">", "%3E")
        return f"https://doi.org/{doi}" if doi else self.url


@dataclass(frozen=True, slots=True)
class Section:
    """One section of a guide: heading and rendered html."""

    id: str
    title: str
    html: str


@dataclass(frozen=True, slots=True)
class Question:
    """One question of a guide and its answer as html."""

    q: str
    html: str


@dataclass(frozen=True, slots=True)
class Written:
    """What the prose of an exercise holds: its sections, questions and claims."""

    sections: tuple[Section, ...] = ()
    questions: tuple[Question, ...] = ()
    claims: Mapping[str, Claim] = field(default_factory=dict)


@dataclass(frozen=True)
class Exercise:
    """A movement with its implement. Its guide is rendered when somebody first asks for it.

    Attributes:
        load_meaning: what the lifter counts: ``plates``, ``stack``, ``dumbbell``, …
        implements: how many of that load move at once.
        bodyweight_share: share of body mass that moves too, 0 to 1.
        log: what a set records: ``load``, ``reps``, ``duration``, ``distance``.
        family, curve_k: which load-reps curve holds (`docs/training.md`).
        skill, setup_cost: ``little``, ``some`` or ``much``; empty where ``iron.knowledge.effort`` has to say.
        searched: day on which studies of this exercise were looked for and none was found; empty otherwise.
        guide: whether there is a guide to read.
        write: renders it; ``written`` keeps the answer.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    equipment: str
    movement: str
    family: str
    curve_k: float
    load_meaning: str
    implements: int
    bodyweight_share: float
    unilateral: bool
    log: tuple[str, ...]
    primary: tuple[str, ...]
    muscles: tuple[Credit, ...]
    variables: tuple[Variable, ...] = ()
    depth: Depth | None = None
    faults: tuple[Fault, ...] = ()
    rep_ranges: tuple[RepRange, ...] = ()
    machine: MachineDefaults | None = None
    skill: str = ""
    setup_cost: str = ""
    searched: str = ""
    guide: bool = False
    write: Callable[[], Written] = field(default=Written, compare=False, repr=False)

    @cached_property
    def written(self) -> Written:
        """The guide, rendered once. Rendering all of them costs two thirds of a second, and few are ever asked for."""
        return self.write()

    @property
    def sections(self) -> tuple[Section, ...]:
        """The sections of the guide in their order."""
        return self.written.sections

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions of the guide with their answers."""
        return self.written.questions

    @property
    def claims(self) -> Mapping[str, Claim]:
        """The claims of the guide by id."""
        return self.written.claims

    @property
    def splitting(self) -> tuple[str, ...]:
        """Ids of the variables that split lines, in the order of the file."""
        return tuple(variable.id for variable in self.variables if variable.splits)

    def variable(self, variable_id: str) -> Variable | None:
        """The technique variable of this id, or None."""
        return next((each for each in self.variables if each.id == variable_id), None)


@dataclass(frozen=True, slots=True)
class Alias:
    """A name of another app that says more than the exercise (`content/aliases.toml`)."""

    name: str
    exercise: str
    side: Side | None = None
    setup: Mapping[str, str | float] = field(default_factory=dict)
    machine: str = ""
    app: str = ""
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a name means: the exercise and what the alias carries. Absent parts were not said."""

    exercise: str
    side: Side | None = None
    setup: Mapping[str, str | float] = field(default_factory=dict)
    machine: str = ""
