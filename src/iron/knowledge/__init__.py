"""What an exercise, a muscle, a variable, a claim is; reads, checks and builds content/.

The door of the room: ``load`` once and keep the library, ``check`` for all problems, ``build`` for what
the app loads.
The file format is `content/README.md`.
"""

from iron.knowledge.building import build, exercise_json, index_json
from iron.knowledge.checking import check, examine
from iron.knowledge.choosing import Answers, choose, read_answers
from iron.knowledge.comparing import Comparison, compare
from iron.knowledge.library import Library, load
from iron.knowledge.model import (
    GRADE_MEANINGS,
    GRADES,
    Alias,
    Choice,
    Claim,
    Credit,
    Depth,
    Equipment,
    Exercise,
    Fault,
    Grade,
    MachineDefaults,
    Muscle,
    Problem,
    Question,
    RepRange,
    Resolved,
    Section,
    Side,
    Source,
    Variable,
    Written,
)
from iron.knowledge.rendering import badge, evidence_html, source_label

__all__ = [
    "GRADES",
    "GRADE_MEANINGS",
    "Alias",
    "Answers",
    "Choice",
    "Claim",
    "Comparison",
    "Credit",
    "Depth",
    "Equipment",
    "Exercise",
    "Fault",
    "Grade",
    "Library",
    "MachineDefaults",
    "Muscle",
    "Problem",
    "Question",
    "RepRange",
    "Resolved",
    "Section",
    "Side",
    "Source",
    "Variable",
    "Written",
    "badge",
    "build",
    "check",
    "choose",
    "compare",
    "evidence_html",
    "examine",
    "exercise_json",
    "index_json",
    "load",
    "read_answers",
    "source_label",
]
