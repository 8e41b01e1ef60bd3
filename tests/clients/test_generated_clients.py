"""Clients generated from the OpenAPI document compile and work: TypeScript and Python, against a served Iron.

The generators stand apart from Iron's own packages (`.stamps/clients` in the Makefile): they ask for other versions.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from serving import ROOT, ask, make_key, serving

HERE = Path(__file__).parent
PYTHON = ROOT / ".venv-clients" / "bin"
NODE = HERE / "node_modules"
pytestmark = pytest.mark.skipif(
    not (PYTHON / "openapi-python-client").exists() and os.environ.get("CI") != "true",
    reason="the generators are not installed: make .stamps/clients",
)


def run(*command, cwd, **environment):
    process = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert process.returncode == 0, f"{process.stdout}\n{process.stderr}"
    return process.stdout


@pytest.fixture
def served(iron_home, tmp_path):
    """A running Iron with an account: its address, a key that writes, and its OpenAPI document as a file."""
    key = make_key(iron_home)
    with serving(iron_home) as port:
        file = tmp_path / "openapi.json"
        file.write_bytes(ask(port, "/api/v1/openapi.json")[1])
        yield f"http://127.0.0.1:{port}", key, file


def test_a_typescript_client_compiles_and_works(served, tmp_path):
    address, key, file = served
    (tmp_path / "node_modules").symlink_to(NODE)
    (tmp_path / "package.json").write_text('{"type": "module"}')
    shutil.copy(HERE / "program.ts", tmp_path)
    # What has a default may be left out of a body.
    defaults = "--default-non-nullable=false"
    run(NODE / ".bin" / "openapi-typescript", file, defaults, "-o", "api.ts", cwd=tmp_path)
    # The declarations of the packages are not ours to check; api.ts and program.ts are.
    options = {"strict": True, "skipLibCheck": True, "target": "es2022", "module": "nodenext"}
    options |= {"lib": ["es2022", "dom"], "types": []}
    config = {"compilerOptions": options, "files": ["program.ts"]}
    (tmp_path / "tsconfig.json").write_text(json.dumps(config))
    run(NODE / ".bin" / "tsc", "--project", tmp_path, cwd=tmp_path)
    answer = json.loads(run("node", "program.js", address, key, cwd=tmp_path))
    assert answer == {"sets": [["leg-press-45", 180, 12]], "kinds": ["workout"], "refused": "since"}


def test_a_python_client_type_checks_and_works(served, tmp_path):
    address, key, file = served
    path = f"{PYTHON}{os.pathsep}{os.environ['PATH']}"
    out = ("--output-path", "iron_client", "--meta", "none")
    printed = run(PYTHON / "openapi-python-client", "generate", "--path", file, *out, cwd=tmp_path, PATH=path)
    assert "Warning" not in printed, printed
    shutil.copy(HERE / "program.py", tmp_path)
    # The one file that does not come from the document passes *args to httpx, which mypy does not take.
    (tmp_path / "mypy.ini").write_text(
        "[mypy]\nstrict = True\n[mypy-iron_client.client]\nignore_errors = True\n"
    )
    # What mypy knows of httpx, attrs and an unchanged client stays from run to run: it compares the files themselves.
    cache = ("--cache-dir", PYTHON.parent / "mypy-cache")
    run(PYTHON / "mypy", *cache, "iron_client", "program.py", cwd=tmp_path)
    answer = json.loads(run(PYTHON / "python", "program.py", address, key, cwd=tmp_path))
    assert answer == {"sets": [["leg-press-45", 180, 12]], "kinds": ["workout"], "refused": "since"}
