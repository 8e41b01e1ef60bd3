"""A short run of the fault runner (`make soak` runs it as long as one likes); bounded by its number of runs."""

import asyncio
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

from oracle import Doc, Lifter, SetFacts, judge  # noqa: E402
from runner import Plan, soak  # noqa: E402


def test_no_set_is_lost_doubled_or_different_anywhere_in_eight_random_lives(migrated, tmp_path):
    if not (HERE.parents[1] / "web/node_modules/.bin/vite").exists() or not shutil.which("node"):
        pytest.skip("The phone runs in Node: run make setup.")
    # Two servers that meet an empty folder are test_upgrade.py's matter.
    shutil.copytree(migrated, tmp_path / "var")
    counts = asyncio.run(soak(Plan(seed=11, runs=8, steps=12), tmp_path))
    assert (counts.runs, counts.wrong) == (8, 0)


def facts(**sets):
    return Lifter(
        docs={"w": Doc(begun=True, titles={"t"})},
        sets={key: SetFacts("w", {5}, **more) for key, more in sets.items()},
    )


def body(*sets, title="t"):
    return {"title": title, "entries": [{"sets": [{"id": each, "reps": 5} for each in sets]}]}


def phone(documents, unsynced=0, guest=0):
    return {"documents": documents, "unsynced": unsynced, "refused": [], "guest": guest}


@pytest.mark.parametrize(
    ("lifter", "server", "phones", "word"),
    [
        (facts(a={}), {"w": body()}, [], "lost: set a"),
        (facts(a={}), {}, [], "lost: workout w"),
        (facts(a={}), {"w": body("a", "a")}, [], "doubled"),
        (facts(a={"taken_away": True}), {"w": body("a")}, [], "came back: set a"),
        (facts(), {"w": body()}, [phone({"w": body(title="other")})], "diverged"),
        (facts(), {"w": body(title="never typed")}, [], "made up"),
        (facts(), {"w": body()}, [phone({"w": body()}, unsynced=1)], "stuck: phone 0"),
        (facts(), {"w": body()}, [phone({"w": body()}, guest=1)], "stuck: the guest"),
        (facts(), {"w": body()}, [{**phone({}), "broken": "killed"}], "broken: phone 0"),
    ],
)
def test_the_oracle_sees_what_is_wrong(lifter, server, phones, word):
    assert any(word in line for line in judge(lifter, server, phones))


def test_the_oracle_has_nothing_to_say_about_a_good_run():
    good = facts(a={}, b={"taken_away": True}, c={"maybe": True})
    assert judge(good, {"w": body("a")}, [phone({"w": body("a")})]) == []


def test_a_repeated_request_that_was_carried_out_twice_is_seen_unless_the_database_went_back():
    lifter = facts(a={"server_only": True}, b={})
    lifter.notes.add("program 1")
    server = {"w": body("a", "b")}
    for one_set in server["w"]["entries"][0]["sets"]:
        one_set["note"] = "program 1"
    assert judge(lifter, server, []) == ["doubled: 2 sets 'program 1'"]
    lifter.go_back()
    assert judge(lifter, server, []) == []


def test_a_set_that_only_the_server_had_may_be_gone_after_it_went_back_and_a_phones_may_not():
    lifter = facts(a={"server_only": True}, b={})
    lifter.go_back()
    assert judge(lifter, {"w": body()}, []) == ["lost: set b of w"]


def test_the_oracle_knows_no_code_of_iron():
    check = "import sys; sys.path.insert(0, sys.argv[1]); import oracle; print([m for m in sys.modules if m.startswith('iron')])"
    process = subprocess.run(
        [sys.executable, "-c", check, str(HERE)], capture_output=True, text=True, check=True
    )
    assert process.stdout.strip() == "[]"
    assert random.Random(1).random() == random.Random(1).random()  # noqa: S311  (a seed repeats a run)
