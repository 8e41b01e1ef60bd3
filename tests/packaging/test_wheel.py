"""The package that people install: sdist and wheel are built from this checkout and used from another folder.

Installing needs the packages that Iron depends on, from uv's cache or the package index. Run it with `make test-wheel`.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import tarfile
import time
import urllib.error
import urllib.request
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SECONDS_TO_BUILD = 240
SECONDS_TO_INSTALL = 400
SECONDS_TO_START = 90

STRONG = """Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;RPE;Distance;Distance Unit;Seconds;Notes
2024-01-03 18:00:00;Legs;Leg Press;1;160;kg;12;;0;;0;
2024-01-03 18:00:00;Legs;Leg Press;2;160;kg;11;;0;;0;
"""

pytestmark = pytest.mark.wheel


def run(*command: object, cwd: Path, seconds: int, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=seconds,
    )


def build(root: Path, out: Path) -> subprocess.CompletedProcess[str]:
    return run(
        sys.executable, "-m", "build", "--no-isolation", "--outdir", out, cwd=root, seconds=SECONDS_TO_BUILD
    )


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("packages")
    built = build(ROOT, out)
    assert built.returncode == 0, built.stdout + built.stderr
    return out


@pytest.fixture(scope="module")
def wheel(packages: Path) -> Path:
    [built] = packages.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bin folder of an environment that holds the wheel and what it depends on, at the versions of run.txt."""
    place = tmp_path_factory.mktemp("clean") / "venv"
    made = run(sys.executable, "-m", "venv", "--without-pip", place, cwd=place.parent, seconds=60)
    assert made.returncode == 0, made.stderr
    pins = place.parent / "pins.txt"
    lines = (ROOT / "requirements" / "run.txt").read_text(encoding="utf-8").splitlines()
    pins.write_text("\n".join(line.removesuffix(" \\") for line in lines if re.match(r"\w", line)))
    process = run(
        *(sys.executable, "-m", "uv", "pip", "install", "--quiet"),
        *("--python", place / "bin" / "python", "--constraint", pins, wheel),
        cwd=place.parent,
        seconds=SECONDS_TO_INSTALL,
    )
    assert process.returncode == 0, process.stderr
    return place / "bin"


@pytest.fixture
def person(tmp_path: Path) -> dict[str, str]:
    """The environment of somebody with a home folder of his own and no setting of Iron."""
    for name in ("home", "elsewhere"):
        (tmp_path / name).mkdir()
    return {"HOME": str(tmp_path / "home"), "XDG_DATA_HOME": str(tmp_path / "home" / "data"), "IRON_HOME": ""}


def test_the_wheel_holds_app_and_content_and_no_test_or_case_writer(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for name in (
        "iron/server/dist/app/index.html",
        "iron/server/dist/app/sw.js",
        "iron/server/dist/app/content/leg-press-45.json",
        "iron/content/exercises/leg-press-45.md",
        "iron/py.typed",
    ):
        assert name in names
    assert [name for name in names if "spec" in Path(name).parts or "tests" in Path(name).parts] == []


def test_the_sdist_holds_the_built_app_so_that_a_wheel_can_be_made_of_it(packages: Path) -> None:
    [sdist] = packages.glob("*.tar.gz")
    with tarfile.open(sdist) as file:
        names = {name.partition("/")[2] for name in file.getnames()}
    assert {"src/iron/server/dist/app/index.html", "content/muscles.toml", "Makefile"} <= names
    assert not [name for name in names if "node_modules" in name or name.startswith(("var/", ".venv/"))]


def test_without_the_built_app_the_build_fails_and_says_what_to_run(tmp_path: Path) -> None:
    bare = tmp_path / "checkout"
    (bare / "src" / "iron").mkdir(parents=True)
    (bare / "scripts").mkdir()
    for name in ("pyproject.toml", "README.md", "LICENSE", "scripts/build_hook.py", "src/iron/__init__.py"):
        shutil.copy(ROOT / name, bare / name)
    for kind in ("--sdist", "--wheel"):
        failed = run(
            *(sys.executable, "-m", "build", "--no-isolation", kind, "--outdir", tmp_path / "out"),
            cwd=bare,
            seconds=SECONDS_TO_BUILD,
        )
        assert failed.returncode != 0
        assert "make setup" in failed.stdout + failed.stderr
    assert list((tmp_path / "out").glob("*")) == []


def test_installed_it_imports_a_log_and_keeps_it_in_the_users_data_folder(
    installed: Path, person: dict[str, str], tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere"
    (elsewhere / "strong.csv").write_text(STRONG)
    first = run(
        installed / "iron", "import", "strong.csv", "--unit", "kg", cwd=elsewhere, seconds=60, **person
    )
    assert first.returncode == 0, first.stderr
    assert "1 workouts added" in first.stdout
    data = tmp_path / "home" / "data" / "iron"
    assert f"Your data is kept in {data}." in first.stderr
    assert (data / "iron.sqlite3").is_file()
    assert list(elsewhere.iterdir()) == [elsewhere / "strong.csv"]
    again = run(
        installed / "iron", "import", "strong.csv", "--unit", "kg", cwd=elsewhere, seconds=60, **person
    )
    assert "Nothing new" in again.stdout
    assert "Your data is kept in" not in again.stderr


def test_a_part_that_is_not_installed_says_how_to_add_it(
    installed: Path, person: dict[str, str], tmp_path: Path
) -> None:
    refused = run(installed / "iron", "mcp", cwd=tmp_path / "elsewhere", seconds=60, **person)
    assert refused.returncode == 6
    assert "pip install 'iron-log[mcp]'" in refused.stderr


def test_installed_it_serves_the_app_and_opens_a_guide(
    installed: Path, person: dict[str, str], tmp_path: Path
) -> None:
    port = _free_port()
    server = subprocess.Popen(
        [installed / "iron", "serve", "--port", str(port)],
        cwd=tmp_path / "elsewhere",
        env={**os.environ, **person, "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        _wait_for(f"http://127.0.0.1:{port}/", server)
        app = _get(port, "/app/")
        assert re.search(r'<script type="module"[^>]* src="/app/assets/', app)
        guide = _get(port, "/exercises/leg-press-45/")
        assert "data-claim=" in guide
        assert "45° leg press" in guide
        assert '"leg-press-45"' in _get(port, "/app/content/index.json")
        assert '"openapi"' in _get(port, "/api/v1/openapi.json")
    finally:
        server.send_signal(signal.SIGINT)
        try:
            server.wait(timeout=20)
        except subprocess.TimeoutExpired:
            server.kill()


def _free_port() -> int:
    import socket

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(url: str, server: subprocess.Popen[str]) -> None:
    end = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < end:
        if server.poll() is not None:
            assert server.stdout is not None
            pytest.fail(f"The server ended: {server.stdout.read()}")
        try:
            urllib.request.urlopen(url, timeout=5).close()
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
        else:
            return
    pytest.fail(f"Nothing answered on {url} for {SECONDS_TO_START} s")


def _get(port: int, path: str) -> str:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=30) as refused:
        assert refused.status == 200
        return str(refused.read(), "utf-8")
