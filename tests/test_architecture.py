"""The walls that import-linter and ESLint do not see: rooms stay small, names have a subject, nothing leaks a machine."""

from __future__ import annotations

import ast
import functools
import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PYTHON = sorted(p for p in (ROOT / "src").rglob("*.py") if "migrations" not in p.parts)
WEB = sorted(p for p in (ROOT / "web" / "src").rglob("*") if p.suffix in {".ts", ".svelte"})
JUNK_DRAWERS = {"utils", "util", "helpers", "helper", "common", "misc"}


@functools.cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text())


@functools.cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    """Every node of a file: walking costs more than parsing."""
    return tuple(ast.walk(parsed(path)))


def test_python_files_stay_below_400_lines():
    too_long = {str(p.relative_to(ROOT)): n for p in PYTHON if (n := p.read_text().count("\n")) > 400}
    assert too_long == {}


def test_functions_stay_below_50_lines_without_their_docstring():
    too_long = {}
    for path in PYTHON:
        for node in nodes(path):
            if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                continue
            assert node.end_lineno is not None
            doc = ast.get_docstring(node)
            lines = node.end_lineno - node.lineno + 1 - (doc.count("\n") + 2 if doc else 0)
            if lines > 50:
                too_long[f"{path.relative_to(ROOT)}:{node.name}"] = lines
    assert too_long == {}


def test_types_are_decoded_by_what_was_built_at_import():
    """msgspec crashes when two threads meet a type for the first time (docs/msgspec_race.md)."""
    guilty = []
    for path in PYTHON:
        if path.stem == "decoding":
            continue
        for node in nodes(path):
            if not isinstance(node, ast.Call):
                continue
            called = ast.unparse(node.func)
            typed = len(node.args) > 1 or any(word.arg == "type" for word in node.keywords)
            if called in {
                "msgspec.convert",
                "convert",
                "msgspec.json.Decoder",
                "msgspec.msgpack.Decoder",
                "Decoder",
            } or (called.startswith("msgspec.") and called.endswith(".decode") and typed):
                guilty.append(f"{path.relative_to(ROOT)}:{node.lineno} {called}")
    assert guilty == []


def test_converters_are_made_at_import():
    guilty = []
    for path in PYTHON:
        for function in nodes(path):
            if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
                guilty += [
                    f"{path.relative_to(ROOT)}:{node.lineno}"
                    for node in ast.walk(function)
                    if isinstance(node, ast.Call)
                    and ast.unparse(node.func) in {"converter", "json_decoder", "msgpack_decoder"}
                ]
    assert guilty == []


FACES = ("assistant", "cli", "server")
CLOCKS = {"datetime.now", "datetime.today", "datetime.utcnow", "date.today", "time.time", "time.time_ns"}


def test_below_the_faces_a_moment_is_an_argument():
    """Only `iron.values.clock` reads the clock there, and import-linter keeps it from the rooms."""
    guilty = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in PYTHON
        if path.relative_to(ROOT / "src" / "iron").parts[0] not in FACES and path.stem != "clock"
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Call) and ast.unparse(node.func) in CLOCKS
    ]
    assert guilty == []


def test_every_room_has_a_subject():
    assert [str(p) for p in [*PYTHON, *WEB] if p.stem in JUNK_DRAWERS] == []


def test_the_package_has_at_most_ten_rooms():
    beside = {"__init__.py", "__pycache__", "py.typed"}
    rooms = sorted(p.name for p in (ROOT / "src" / "iron").iterdir() if p.name not in beside)
    assert len(rooms) <= 10, rooms
    assert all((ROOT / "src" / "iron" / name / "__init__.py").is_file() for name in rooms)


def test_no_python_folder_holds_more_than_20_source_files():
    folders = Counter(p.parent for p in PYTHON if p.name != "__init__.py")
    assert {str(p.relative_to(ROOT)): n for p, n in folders.items() if n > 20} == {}


def test_every_python_module_says_what_it_is():
    assert [str(p.relative_to(ROOT)) for p in PYTHON if not ast.get_docstring(parsed(p))] == []


def test_no_web_folder_holds_more_than_20_source_files():
    # The messages of a screen are generated, a file for each: nobody reads that folder to find something.
    aside = ("messages-",)
    folders = Counter(
        p.parent for p in WEB if not p.name.endswith(".test.ts") and not p.name.startswith(aside)
    )
    assert {str(p.relative_to(ROOT)): n for p, n in folders.items() if n > 20} == {}


def test_no_commit_names_a_registry_host_or_a_path_of_a_machine():
    try:
        listed = subprocess.run(
            ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
        ).stdout
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("not a git checkout")
    words = [
        "pypi" + ".org",
        "registry.npmjs" + ".org",
        "files.pythonhosted" + ".org",
        "/work" + "/main",
        "/work" + "/shared",
    ]
    guilty = []
    for name in listed.splitlines():
        path = ROOT / name
        if not path.is_file() or path.stat().st_size > 2_000_000:
            continue
        text = path.read_bytes()
        guilty += [f"{name}: {word}" for word in words if word.encode() in text]
    assert guilty == []


WIRE_NAMES = {  # fields that are named as in a file or an answer
    ("src/iron/exchange/takeback.py", "kept"),
    ("src/iron/journal/questions/asking.py", "done"),
    ("src/iron/knowledge/model.py", "found"),
    ("src/iron/server/api/reads.py", "done"),
}
RIDDLES = frozenset(
    {
        "one",
        "found",
        "told",
        "kept",
        "did",
        "done",
        "said",
        "worked",
        "took",
        "gave",
        "meant",
        "door",
        "sort_out",
    }
)
STANDARD_WORDS = ("src/iron", "benchmarks", "scripts", "tests")


PLACED = (ast.expr, ast.stmt, ast.arg)


def test_names_say_what_a_value_is():
    """`one`, `found`, `told` name nothing; the words to use are in docs/nomenclature.md."""
    riddles = []
    for folder in STANDARD_WORDS:
        for path in sorted((ROOT / folder).rglob("*.py")):
            where = str(path.relative_to(ROOT))
            for node in nodes(path):
                name = (
                    node.id
                    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
                    else node.arg
                    if isinstance(node, ast.arg)
                    else node.name
                    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
                    else None
                )
                if (
                    name
                    and name.strip("_").lower() in RIDDLES
                    and isinstance(node, PLACED)
                    and (where, name) not in WIRE_NAMES
                ):
                    riddles.append(f"{where}:{node.lineno} {name}")
    assert riddles == []


# Where a test may sleep or read a clock: loops that wait for a state and give up at the end, and imagined people who
# pause for a random time.
WAITING = {
    "browser/conftest.py": {"kill_browser", "start_server", "wait_for", "wait_for_value", "wait_until"},
    "browser/engines.py": {"_address", "wait"},
    "exchange/test_bounded_work.py": {"cpu"},
    "packaging/test_wheel.py": {"_wait_for"},
    "postgres.py": {"_wait"},
    "server/test_gateway.py": {"client_disconnect"},
    "serving.py": {"wait_for"},
    "soak/lives.py": {"chaos", "kill_phones", "life", "state"},
    "soak/machines.py": {"ready"},
    "soak/runner.py": {"soak"},
    "soak/times.py": {"_wait_until_unused"},
}
CLOCKED = {"sleep", "wait_for_timeout", "perf_counter", "monotonic", "process_time"}


def test_no_test_sleeps_for_a_fixed_time_or_holds_a_machine_to_a_clock():
    """A fixed time is too short on a loaded machine and too long on any other: wait for what is waited for."""
    guilty = []
    for path in sorted((ROOT / "tests").rglob("*.py")):
        allowed = WAITING.get(str(path.relative_to(ROOT / "tests")), set())
        functions = [node for node in nodes(path) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
        spared = {id(node) for each in functions if each.name in allowed for node in ast.walk(each)}
        guilty += [
            f"{path.relative_to(ROOT)}:{node.lineno} {ast.unparse(node.func)}"
            for node in nodes(path)
            if isinstance(node, ast.Call)
            and ast.unparse(node.func).rpartition(".")[2] in CLOCKED
            and id(node) not in spared
        ]
    assert guilty == []


def test_no_test_reads_the_clock_while_it_is_imported():
    """A run that crosses midnight would compare yesterday's "today" with the app's."""
    guilty = []
    for path in sorted((ROOT / "tests").rglob("*.py")):
        late = {
            id(node)
            for each in nodes(path)
            if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
            for node in _in_body(each)
        }
        guilty += [
            f"{path.relative_to(ROOT)}:{node.lineno} {ast.unparse(node.func)}"
            for node in nodes(path)
            if isinstance(node, ast.Call) and ast.unparse(node.func) in CLOCKS and id(node) not in late
        ]
    assert guilty == []


def _stamps(call: ast.Call) -> bool:
    """Whether a call writes the time into what it packs: two workers would collect other tests."""
    return ast.unparse(call.func) == "gzip.compress" and not any(key.arg == "mtime" for key in call.keywords)


def _in_body(function: ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) -> Iterator[ast.AST]:
    """All nodes that run when the function is called; its defaults run at import."""
    body = [function.body] if isinstance(function, ast.Lambda) else function.body
    return (node for each in body for node in ast.walk(each))


# Rules of which every sentence is a code with typed values (content/messages).
RULES_WITHOUT_PROSE = ("history", "loads", "measured", "prescription", "strength", "programs")
# The checker of program files is a tool for those who write them.
CHECKER = ("checks", "files", "checking", "fights", "rule-checks", "shape", "compiling")
PROSE = re.compile(r"[A-Za-z]{2,},? [a-z]+ [A-Za-z]+")
TYPESCRIPT_TEXT = re.compile(r"'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`")
TYPESCRIPT_ASIDE = re.compile(r"/\*.*?\*/|(?<!:)//[^\n]*|throw new \w+\((?:[^()]|\([^()]*\))*\)", re.DOTALL)


def written(text: ast.JoinedStr) -> str:
    """The text of an f-string, ``{}`` for what is put in."""
    return "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in text.values)


def python_prose(tree: ast.Module) -> list[str]:
    """Texts of three words and more, other than docstrings and errors."""
    aside = {
        id(part)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr | ast.Raise)
        for part in ast.walk(node)
        if isinstance(node, ast.Raise) or part is node.value
    }
    texts = (
        node.value if isinstance(node, ast.Constant) else written(node)
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant | ast.JoinedStr) and id(node) not in aside
    )
    return [text for text in texts if isinstance(text, str) and PROSE.search(text)]


def typescript_prose(source: str) -> list[str]:
    """Texts of three words and more, other than comments and errors."""
    return [text for text in TYPESCRIPT_TEXT.findall(TYPESCRIPT_ASIDE.sub("", source)) if PROSE.search(text)]


def test_prose_is_seen_where_code_makes_it():
    made = 'def say(line):\n    """What it says."""\n    return f"First time with {line}"\n'
    assert python_prose(ast.parse(made)) == ["First time with {}", "First time with "]
    assert python_prose(ast.parse('raise ValueError("This is not a line")')) == []
    assert typescript_prose("// says a few words\nreturn `First time with ${line}`") == [
        "`First time with ${line}`"
    ]
    assert typescript_prose("throw new RangeError(`There is no line ${key(line)}`)") == []


def test_rules_answer_with_codes_and_values_and_make_no_english_sentences():
    guilty = {}
    for room in RULES_WITHOUT_PROSE:
        for folder in ("src/iron/training", "web/src/core/rules"):
            for path in sorted((ROOT / folder / room).rglob("*.*")):
                parts = {path.stem, *path.relative_to(ROOT / folder).parts} if room == "programs" else set()
                if parts & {*CHECKER} or path.name.endswith(".test.ts"):
                    continue
                if path.suffix == ".py":
                    guilty[str(path.relative_to(ROOT))] = python_prose(parsed(path))
                elif path.suffix == ".ts":
                    guilty[str(path.relative_to(ROOT))] = typescript_prose(path.read_text())
    assert len(guilty) > 60
    assert {path: texts for path, texts in guilty.items() if texts} == {}
