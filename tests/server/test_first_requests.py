"""The first requests after a start may all come at once: every phone retries when its server is back."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
# `make races` asks for the long form: 20 rounds of every endpoint.
ROUNDS = int(os.environ.get("IRON_RACE_ROUNDS", "1"))


def test_16_simultaneous_first_requests_to_each_endpoint_crash_nothing(iron_home):
    process = subprocess.run(
        [sys.executable, str(HERE / "first_requests.py"), str(ROUNDS)],
        env={
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "iron.server.settings",
            "PYTHONPATH": os.pathsep.join([str(HERE), str(HERE.parents[1] / "src")]),
        },
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert process.returncode == 0, process.stderr
    answer = json.loads(process.stdout.splitlines()[-1])
    assert answer["failures"] == {}, process.stderr[-4000:]
    assert answer["asked"] >= 25 * ROUNDS


def test_a_type_that_was_not_built_before_the_threads_crashes():
    """The control: without it the test above could pass because nothing races. Bounded: 30 processes."""
    code = (HERE.parents[1] / "docs" / "msgspec_race.md").read_text().split("```python\n")[1].split("```")[0]
    ends = (
        subprocess.run([sys.executable, "-c", code], check=False, stderr=subprocess.DEVNULL).returncode
        for _ in range(30)
    )
    assert any(end < 0 for end in ends)
