"""What an exercise, a muscle, a variable, a claim is; reads, checks and builds content/.

The interface of the room: ``load`` once and keep the library, ``check`` for all problems, ``build`` for what
the app loads.
The file format is `content/README.md`.
"""

from iron.knowledge.building import build, exercise_json, index_json
from iron.knowledge.checking import check, examine
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
from iron.knowledge.selection.carryover import CarryOver, Link, carryover_rules, link
from iron.knowledge.selection.choosing import Rules, choose, read_answers
from iron.knowledge.selection.choosing_file import choosing_rules
from iron.knowledge.selection.comparing import Comparison, compare, read_facts, read_names

__all__ = [
    "GRADES",
    "GRADE_MEANINGS",
    "Alias",
    "CarryOver",
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
    "Link",
    "MachineDefaults",
    "Muscle",
    "Problem",
    "Question",
    "RepRange",
    "Resolved",
    "Rules",
    "Section",
    "Side",
    "Source",
    "Variable",
    "Written",
    "badge",
    "build",
    "carryover_rules",
    "check",
    "choose",
    "choosing_rules",
    "compare",
    "evidence_html",
    "examine",
    "exercise_json",
    "index_json",
    "link",
    "load",
    "read_answers",
    "read_facts",
    "read_names",
    "source_label",
]
