"""The cases of spec/choosing.json: choosing, comparing, what carries over. Exercises and claims are invented."""

from __future__ import annotations

import math
from dataclasses import asdict
from itertools import permutations, product
from typing import Any

import msgspec

from iron.knowledge.selection.carryover import CarryOver, link
from iron.knowledge.selection.choosing import Rules, choose
from iron.knowledge.selection.comparing import compare, read_facts, read_names
from iron.knowledge.selection.finding import Findable, _word_score, find, findable
from iron.training.strength.first_load import Known, first_load

Cases = dict[str, list[dict[str, Any]]]

MUSCLES = {"quads": {"name": "Quads"}, "glutes": {"name": "Glutes"}, "lats": {"name": "Lats"}}
TOOLS = {"sled": {"name": "Sled", "kind": "machine"}, "bar": {"name": "Barbell", "kind": "free"}}


def _muscle(key: str, credit: float, low: float, high: float) -> dict[str, Any]:
    return {"id": key, "credit": credit, "low": low, "high": high}


EXERCISES: list[dict[str, Any]] = [
    {
        "id": "sled-press",
        "name": "Sled press",
        "equipment": "sled",
        "movement": "leg_press",
        "load_meaning": "plates",
        "primary": ["quads"],
        "muscles": [_muscle("quads", 1, 1, 1), _muscle("glutes", 0.5, 0.25, 0.75)],
        "variables": [{"id": "foot_height", "name": "Foot height"}],
        "faults": [{"id": "heels_up", "name": "Heels lift"}, {"id": "cut", "name": "Cut range"}],
        "machine": {"base_low": 35, "base_high": 75.5},
        "skill": "little",
        "setup_cost": "some",
    },
    {
        "id": "bar-squat",
        "name": "Bar squat",
        "equipment": "bar",
        "movement": "squat",
        "load_meaning": "barbell",
        "primary": ["quads", "glutes"],
        "muscles": [_muscle("quads", 1, 1, 1), _muscle("glutes", 1, 1, 1), _muscle("back", 0.25, 0, 0.5)],
        "faults": [{"id": "heels_up", "name": "Heels lift"}],
        "bodyweight_share": 0.85,
        "skill": "much",
        "setup_cost": "much",
    },
    {
        "id": "bell-lunge",
        "name": "Bell lunge",
        "equipment": "bells",
        "movement": "squat",
        "load_meaning": "dumbbell",
        "implements": 2,
        "unilateral": True,
        "primary": ["glutes"],
        "muscles": [_muscle("glutes", 1, 1, 1), _muscle("quads", 0.5, 0.25, 0.75)],
    },
    {
        "id": "pull-up",
        "name": "Pull-up",
        "equipment": "bar",
        "movement": "vertical_pull",
        "load_meaning": "added",
        "primary": ["lats"],
        "muscles": [_muscle("lats", 1, 1, 1)],
        "bodyweight_share": 1,
    },
    {
        "id": "odd-throw",
        "name": "Odd throw",
        "equipment": "rope",
        "movement": "throw",
        "load_meaning": "kettlebell",
        "primary": ["quads", "lats"],
        "muscles": [],
    },
]

RULES: dict[str, Any] = {
    "weights": {"strong": 4, "moderate": 3, "weak": 2, "mechanics": 2, "opinion": 1, "contested": 0},
    "questions": [
        {"id": "aim", "words": "?", "values": [{"id": "growth", "name": ""}, {"id": "jump", "name": ""}]},
        {"id": "limit", "words": "?", "values": [{"id": "none", "name": ""}, {"id": "back", "name": ""}]},
        {
            "id": "equipment",
            "words": "?",
            "values": [{"id": "everything", "name": ""}, {"id": "bar", "name": ""}],
        },
    ],
    "candidates": [
        {"exercise": "sled-press", "name": "Sled press", "needs": "sled"},
        {"exercise": "bar-squat", "name": "Bar squat", "needs": "bar"},
        {"exercise": "bar-lunge", "name": "Bar lunge", "needs": "bar"},
    ],
    "reasons": [
        {"question": q, "answer": a, "exercise": e, "favours": f, "claim": c, "text": f"{c}.", "grade": g}
        for q, a, e, f, c, g in (
            ("aim", "growth", "sled-press", True, "grows", "moderate"),
            ("aim", "growth", "sled-press", True, "grows-too", "weak"),
            ("aim", "growth", "bar-squat", True, "grows-as-well", "strong"),
            ("aim", "jump", "bar-squat", True, "jumps", "moderate"),
            ("aim", "jump", "sled-press", False, "no-jump", "moderate"),
            ("limit", "back", "bar-squat", False, "back-works", "mechanics"),
            ("limit", "back", "sled-press", True, "back-spared", "contested"),
            ("limit", "back", "bar-lunge", True, "light", "opinion"),
        )
    ],
}

CARRY: dict[str, Any] = {
    "measured": [
        {
            "a": "sled-press",
            "b": "bar-squat",
            "slope": 0.4,
            "kg": 2.5,
            "log_sd": 0.25,
            "source": "one-2001",
            "label": "One 2001",
            "n": 12,
            "address": "https://example.org/one",
        }
    ],
    "guess": {"same_movement": 0.4, "other_movement": 0.5},
    "movement": {"squat": 1.0, "leg_press": 2.0},
    "equipment": {"bar": 1.0, "bells": 0.75, "sled": 1.1},
    "exercise": {"sled-press": 2.2},
}


THINGS: list[dict[str, Any]] = [
    {
        "id": "leg-press",
        "name": "45° leg press",
        "aliases": ["Leg Press (45°)", "Beinpresse", "Prensa de piernas", "腿举"],
        "tags": ["quads", "Oberschenkel"],
        "rank": 1,
    },
    {"id": "leg-curl", "name": "Seated leg curl", "aliases": ["Beinbeuger sitzend"], "tags": ["leg biceps"]},
    {"id": "calf-press", "name": "Calf press on the sled", "aliases": ["Leg Press Calf Raise"]},
    {
        "id": "bench",
        "name": "Bench press",
        "aliases": ["Bankdrücken", "Développé couché", "Supino reto"],
        "tags": ["chest", "Brust"],
        "rank": 2,
    },
    {
        "id": "close-bench",
        "name": "Close-grip bench press",
        "aliases": [],
        "tags": ["chest", "Brust", "triceps"],
    },
    {"id": "fly", "name": "Cable fly", "aliases": [], "tags": ["chest", "Brust", "胸"]},
    {"id": "crunch", "name": "Crunch", "aliases": [], "tags": ["abs", "Bauch"]},
    {"id": "ab-wheel", "name": "Wheel", "aliases": ["Labstand"], "tags": ["abs", "Bauch"], "rank": 0},
    {"id": "row", "name": "Row", "aliases": ["Rudern"]},
    {"id": "rower", "name": "Rowing machine", "aliases": ["Rower"]},
    {"id": "clean", "name": "Power clean", "aliases": []},
]


def _findable() -> list[Findable]:
    """The things as the library's rows: each with a muscle of its own that has the thing's words."""
    ranked = sorted((each["rank"], each["id"]) for each in THINGS if "rank" in each)
    return findable(
        [{**each, "primary": [each["id"]]} for each in THINGS],
        {each["id"]: each["aliases"] for each in THINGS},
        {each["id"]: each.get("tags", []) for each in THINGS},
        [key for _, key in ranked],
    )


TYPED = (
    "",
    "leg press",
    "press leg",
    "LEG-PRES",
    "lge press",
    "beinprese",
    "bankdrucken",
    "bankdrcken",
    "developpe",
    "腿举",
    "cu",
    "curl seated",
    "bnch",
    "bech pres",
    "rows",
    "rower",
    "rowr",
    "xyz",
    "supino ret",
    "press",
    "benchpres",
    "bench pres",
    "abs",
    "brust",
    "chest press",
    "chest fly",
    "oberschenkel",
    "ab",
    "胸",
    "cablefly",
)


def choosing_cases() -> Cases:
    """Cases of choosing, comparing and carry-over."""
    rules = msgspec.convert(RULES, Rules)
    carry = msgspec.convert(CARRY, CarryOver)
    names = read_names({"muscles": MUSCLES, "equipment": TOOLS})
    answers = [
        {"aim": aim, "limit": limit, "equipment": equipment}
        for aim, limit, equipment in product(("growth", "jump"), ("none", "back"), ("everything", "bar"))
    ]
    pairs = [*permutations(EXERCISES, 2), (EXERCISES[0], EXERCISES[0])]
    known = [(200.0, 190.0, 210.0), (60.0, 60.0, 60.0), (12.5, 9.0, 20.0), (80.0, 0.0, 90.0), (0.0, 0.0, 0.0)]
    lines = [
        (0.354, 2.235, 0.25, (1, 1), 2.5),
        (0.83, 0.0, 0.15, (1, 2), 2.0),
        (1.133, -86.331, 0.2, (1, 1), 2.5),
    ]
    return {
        "choose": [
            {
                "in": [RULES, chosen_answers],
                "out": [asdict(exercise) for exercise in choose(rules, chosen_answers)],
            }
            for chosen_answers in answers
        ],
        "compare": [
            {
                "in": [a, b, asdict(names)],
                "out": msgspec.to_builtins(compare(read_facts(a), read_facts(b), names)),
            }
            for a, b in pairs
        ],
        "link": [
            {
                "in": [CARRY, a, b],
                "out": msgspec.to_builtins(link(carry, read_facts(a), read_facts(b))),
            }
            for a, b in pairs
        ],
        "word_fits": [
            {"in": [typed, word], "out": _word_score(typed, word) < math.inf}
            for typed in ("press", "pres", "prses", "rpess", "xyz", "lge", "legs", "bankdruck")
            for word in ("press", "leg", "pressing", "bankdrucken")
        ],
        "find": [
            {
                "in": [typed, THINGS],
                "out": find(typed, _findable()),
            }
            for typed in TYPED
        ],
        "first_load": [
            {
                "in": [dict(zip(("kg", "low", "high"), each, strict=True)), *line],
                "out": msgspec.to_builtins(first_load(Known(*each), *line)),
            }
            for each in known
            for line in lines
        ],
    }
