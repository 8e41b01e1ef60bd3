"""Exchange: other apps' logs in and out. Bytes come in, values go out; nothing is written here."""

from __future__ import annotations

from iron.exchange.names.known import KnownDocuments
from iron.exchange.names.name_meanings import MachineWords, parse_machine_words
from iron.exchange.names.naming import Choice
from iron.exchange.options import ReadOptions
from iron.exchange.plan import Answers, ExerciseFound, ImportPlan
from iron.exchange.plan_view import plan_json
from iron.exchange.planning import plan_import
from iron.exchange.takeback import TakeBack, plan_take_back

__all__ = [
    "Answers",
    "Choice",
    "ExerciseFound",
    "ImportPlan",
    "KnownDocuments",
    "MachineWords",
    "ReadOptions",
    "TakeBack",
    "parse_machine_words",
    "plan_import",
    "plan_json",
    "plan_take_back",
]
