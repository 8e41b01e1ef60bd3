"""Which small bugs in the important rules do a room's own tests notice? A seeded sample, in copies of the tree.

Run: make mutants (SEED=1 COUNT=96 ROOM=values). Each mutant changes one place of one rule (a comparison turned, a
number moved, a sign changed; the operators of Cosmic Ray) and is killed when a test of the room fails. The shared cases
of spec/ do not count: that they are stale says that something changed, not that it is wrong.
"""

from __future__ import annotations

import argparse
import ast
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import Queue

from cosmic_ray.ast import ast_nodes, get_ast_from_path
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator, operator_names

ROOT = Path(__file__).parents[1]
RULES = Path("src/iron")
STRENGTH = ("belief", "capacity", "curve", "filter_step", "stalls", "state")
PRESCRIPTION = ("easy_weeks", "loads", "progress", "rules", "within")
# Room: its rules, and the tests that are asked about them.
ROOMS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "merge": (
        ("records/merge.py", "records/revisions.py"),
        ("tests/records/test_merge.py", "tests/records/test_rules_of_sync.py"),
    ),
    "strength": (
        tuple(f"training/strength/{name}.py" for name in STRENGTH),
        tuple(
            f"tests/training/test_{name}.py"
            for name in (
                "filter_by_hand",
                "belief_by_hand",
                "capacity_by_hand",
                "stalls_by_hand",
                "strength_by_hand",
                "strength",
                "blocks",
            )
        ),
    ),
    "prescription": (
        tuple(f"training/prescription/{name}.py" for name in PRESCRIPTION),
        (
            *(
                f"tests/training/test_{name}_by_hand.py"
                for name in ("easy_weeks", "loads", "progress", "prescription_rules", "next_set")
            ),
            "tests/advice",
        ),
    ),
    "values": (
        ("values/ordering.py", "values/plates.py", "values/units.py"),
        ("tests/values", "tests/plates", "tests/test_ordering.py"),
    ),
}
# Changes that mean the same in Python, or that only a type checker reads.
SILENT = ("RemoveDecorator", "Variable", "_Is", "ExceptionReplacer")
TIMEOUT_S = 600


@dataclass(frozen=True)
class Mutant:
    """One operator of Cosmic Ray at one place of one file."""

    room: str
    path: str
    line: int
    operator: str
    occurrence: int


def main() -> int:
    """Draw, run and print; returns 1 when the share killed is below the aim."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=96)
    parser.add_argument("--aim", type=float, default=0.9)
    parser.add_argument("--room", choices=ROOMS)
    options = parser.parse_args()
    rooms = [options.room] if options.room else list(ROOMS)
    sample = [mutant for room in rooms for mutant in drawn(room, options.count // len(rooms), options.seed)]
    with tempfile.TemporaryDirectory(prefix="iron-mutants-") as folder:
        trees: Queue[Path] = Queue()
        for n in range(os.cpu_count() or 1):
            trees.put(here := tree(Path(folder) / f"tree-{n}"))
        for room in rooms:
            if fails(here, ROOMS[room][1]):
                sys.exit(f"The tests of {room} fail before anything is changed: mend them first.")
        with ThreadPoolExecutor(trees.qsize()) as workers:
            killed = list(workers.map(lambda mutant: is_killed(mutant, trees), sample))
    for room in rooms:
        dead = [gone for mutant, gone in zip(sample, killed, strict=True) if mutant.room == room]
        print(f"{room:<14}{sum(dead):>4} of {len(dead):>3} killed  {sum(dead) / len(dead):>5.0%}")
    print(f"{'all':<14}{sum(killed):>4} of {len(killed):>3} killed  {sum(killed) / len(killed):>5.0%}")
    return int(sum(killed) < options.aim * len(killed))


def drawn(room: str, count: int, seed: int) -> list[Mutant]:
    """A seeded sample: places are drawn, then one of the operators that fit there."""
    places: dict[tuple[str, tuple[int, int]], list[Mutant]] = {}
    for path in ROOMS[room][0]:
        for start, mutant in mutants_of(room, path):
            places.setdefault((path, start), []).append(mutant)
    dice = random.Random(f"{seed} {room}")  # noqa: S311  (repeatable, not secret)
    chosen = dice.sample(sorted(places), min(count, len(places)))
    return [dice.choice(places[place]) for place in chosen]


def mutants_of(room: str, path: str) -> Iterator[tuple[tuple[int, int], Mutant]]:
    """All mutants of a file with the place where each begins; types and decorators are left out."""
    unread = types_and_decorators(ast.parse((ROOT / RULES / path).read_text()))
    tree = get_ast_from_path(ROOT / RULES / path)
    for name in operator_names():
        operator_class = get_operator(name)
        if any(part in name for part in SILENT) or operator_class.arguments():
            continue
        operator = operator_class()
        positions = [place for node in ast_nodes(tree) for place in operator.mutation_positions(node)]
        for occurrence, (start, _) in enumerate(positions):
            if not any(begin <= start < end for begin, end in unread):
                yield start, Mutant(room, path, start[0], name, occurrence)


def types_and_decorators(module: ast.Module) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Where types and decorators stand: begin and end of each, as (line, column)."""
    places: list[ast.expr] = []
    for node in ast.walk(module):
        if isinstance(node, ast.arg | ast.AnnAssign) and node.annotation is not None:
            places.append(node.annotation)
        elif isinstance(node, ast.FunctionDef) and node.returns is not None:
            places.append(node.returns)
        elif isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            places.append(node.test)
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            places += node.decorator_list
    return [
        ((each.lineno, each.col_offset), (each.end_lineno or 0, each.end_col_offset or 0)) for each in places
    ]


def tree(folder: Path) -> Path:
    """A copy of the sources with all else that tests read linked beside it."""
    shutil.copytree(ROOT / "src", folder / "src", ignore=shutil.ignore_patterns("__pycache__", "dist"))
    for name in ("content", "spec", "tests", "pyproject.toml", "docs"):
        (folder / name).symlink_to(ROOT / name)
    return folder


def is_killed(mutant: Mutant, trees: Queue[Path]) -> bool:
    """Run the room's tests on the mutant; a survivor is printed with its line."""
    here = trees.get()
    file = here / RULES / mutant.path
    whole = file.read_text()
    try:
        changed = mutate_code(whole, get_operator(mutant.operator)(), mutant.occurrence)
        if changed is None:
            raise LookupError(f"{mutant} is not there")
        file.write_text(changed)
        dead = fails(here, ROOMS[mutant.room][1])
    finally:
        file.write_text(whole)
        trees.put(here)
    if not dead:
        line = next(
            new for old, new in zip(whole.splitlines(), changed.splitlines(), strict=False) if old != new
        )
        print(f"survived  {mutant.path}:{mutant.line}  {line.strip()}", flush=True)
    return dead


def fails(here: Path, tests: tuple[str, ...]) -> bool:
    """Whether the tests fail, or never end."""
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", "-p", "no:xdist", *tests]
    environment = {**os.environ, "PYTHONPATH": str(here / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        process = subprocess.run(
            command, cwd=here, env=environment, timeout=TIMEOUT_S, capture_output=True, check=False
        )
    except subprocess.TimeoutExpired:
        return True
    return process.returncode != 0


if __name__ == "__main__":
    raise SystemExit(main())
