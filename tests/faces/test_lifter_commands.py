"""The lifter's commands in one process each way: log, undo, what was trained, growth, volume, records, SQL, keys."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date

import commands
import pytest
from typer.testing import CliRunner

from iron.cli.app import app
from iron.journal.importing import read
from iron.journal.journal import Journal
from iron.records.store import MemoryStore
from iron.values import clock

STRONG = """Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE
2026-03-02 18:00:00,"Legs",1h,"Leg Press (45°)",1,180.0,12,0,0,"slow","",8
2026-03-02 18:00:00,"Legs",1h,"Leg Press (45°)",2,180.0,11,0,0,,,9
2026-03-09 18:00:00,"Legs",1h,"Leg Press (45°)",1,190.0,12,0,0,"","",9
2026-03-09 18:00:00,"Legs",1h,"Bench Press (Barbell)",1,80.0,8,0,0,"","",9
"""


@pytest.fixture
def journal(tmp_path, monkeypatch) -> Journal:
    file = tmp_path / "strong.csv"
    file.write_text(STRONG, encoding="utf-8")
    made = read(file, unit="kg")
    monkeypatch.setattr("iron.server.opening.open_journal", lambda *_: made)
    return made


@pytest.fixture
def empty(monkeypatch) -> Journal:
    made = Journal(MemoryStore())
    monkeypatch.setattr("iron.server.opening.open_journal", lambda *_: made)
    return made


def run(*words: str):
    return CliRunner().invoke(app, list(words), catch_exceptions=False)


def answer(*words: str):
    return json.loads(run(*words, "--json").stdout)


def sets_of(journal: Journal, exercise: str):
    return [(each.load_kg, each.reps, each.rir) for each in journal.sets_of(exercise)]


def test_a_line_becomes_sets_of_a_new_workout(empty):
    reply = answer("log", "leg", "press", "180x12", "@2", "feet", "low;", "x10", "--at", "2026-04-01T18:00")
    assert reply["new_workout"]
    assert reply["exercise"] == "leg-press-45"
    assert reply["line"] == "leg-press-45|-|both|foot_height=low|stance=unknown"
    assert sets_of(empty, "leg-press-45") == [(180, 12, 2), (180, 10, None)]


def test_sets_of_the_same_visit_join_it_and_those_of_the_next_day_do_not(empty):
    first = answer("log", "leg press 180x12", "--at", "2026-04-01T18:00")
    second = answer("log", "bench press 80x8", "--at", "2026-04-01T18:40")
    third = answer("log", "leg press x9", "--at", "2026-04-02T18:00")
    assert first["workout"] == second["workout"] != third["workout"]
    assert not second["new_workout"]
    assert third["new_workout"]


def test_sets_join_a_workout_that_runs_in_the_app(empty):
    body = {"v": 1, "start": "2026-04-01T17:30:00", "entries": []}
    empty.commit(
        [("workout", "01920000-0000-7000-8000-000000000001", body)],
        device="phone",
        at="2026-04-01T17:30:00Z",
        op_ids=["01920000-0000-7000-8000-0000000000aa"],
    )
    reply = answer("log", "leg press 180x12", "--at", "2026-04-01T18:40")
    assert reply["workout"] == "01920000-0000-7000-8000-000000000001"
    assert "end" not in empty.store.get("workout", reply["workout"]).read()


def test_a_new_line_and_a_record_are_said(journal):
    new = answer("log", "leg press 200x8 feet low", "--at", "2026-04-01T18:00")
    assert "First time with foot height low" in new["new_line"]
    record = answer("log", "bench press 85x8", "--at", "2026-04-01T18:10")
    assert record["records"] == ["Heaviest for 8–10 reps: 85 kg × 8."]
    assert record["new_line"] is None


def test_undo_takes_back_one_line_at_a_time(empty):
    run("log", "leg press 180x12; x11", "--at", "2026-04-01T18:00")
    run("log", "leg press x10", "--at", "2026-04-01T18:05")
    assert answer("undo")["undone"] == ["45° leg press × 10"]
    assert sets_of(empty, "leg-press-45") == [(180, 12, None), (180, 11, None)]
    assert answer("undo")["undone"] == ["45° leg press 180 kg × 12", "45° leg press 180 kg × 11"]
    assert empty.sets_of("leg-press-45") == ()


def test_undo_leaves_imported_sets_alone(journal):
    with pytest.raises(Exception, match="Nothing was logged yet"):
        run("undo")
    assert len(journal.sets) == 4


def test_a_dry_run_stores_nothing(empty):
    assert "Dry run" in run("log", "leg press 180x12", "--dry-run").stdout
    assert empty.sets == ()


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("leg pres 180x12", "leg-press-45"),
        ("leg press", "says no sets"),
        ("leg press 180x12 feet sideways", "low, middle, high"),
        ("leg press 1800x12", "at most 1000"),
    ],
)
def test_a_line_that_is_not_understood_is_a_sentence(empty, line, says):
    with pytest.raises(Exception, match=says):
        run("log", line)
    assert empty.sets == ()


def test_workouts_are_newest_first_with_their_notes(journal):
    reply = answer("workouts")
    assert [row["start"][:10] for row in reply] == ["2026-03-09", "2026-03-02"]
    assert reply[1]["sets"][0]["entry_note"] == "slow"
    assert reply[1]["sets"][0]["load"] == {"value": 180, "unit": "kg"}
    assert [row["start"][:10] for row in answer("workouts", "bench press")] == ["2026-03-09"]
    assert "190 kg × 12 @1" in run("workouts", "--limit", "1").stdout


def test_loads_are_told_in_pounds_on_request(journal):
    assert answer("workouts", "--unit", "lb", "--limit", "1")[0]["sets"][0]["load"] == {
        "value": 418.88,
        "unit": "lb",
    }


def test_records_have_their_line_and_sentence(journal):
    [record] = answer("records", "leg press")
    assert (record["date"], record["load"], record["reps"]) == (
        "2026-03-09",
        {"value": 190, "unit": "kg"},
        12,
    )
    assert answer("records", "leg press", "--since", "2026-03-10") == []


def test_volume_is_by_week_and_muscle(journal):
    rows = answer("volume", "quads", "--since", "2026-03-01")
    assert [(row["week"], row["sets"]) for row in rows] == [("2026-03-09", 1.0), ("2026-03-02", 2.0)]
    with pytest.raises(Exception, match="It knows: "):
        run("volume", "quadz")


def test_growth_is_drawn_without_colours(journal):
    text = run("growth", "leg press", "--at", "2026-03-20").stdout
    assert "80 % interval" in text
    assert "\x1b" not in text
    assert "2026-03-02" in text


def test_show_says_lines_bests_and_a_section_of_the_guide(journal):
    card = answer("show", "leg press")
    assert [line["sets"] for line in card["lines"]] == [3]
    assert card["lines"][0]["bests"][0]["load"] == {"value": 190, "unit": "kg"}
    guide = answer("show", "leg press", "--guide", "overview")["text"]
    assert "<" not in guide
    assert len(guide) > 200
    with pytest.raises(Exception, match="It has: overview"):
        run("show", "leg press", "--guide", "nope")


def test_body_weight_is_logged_in_the_unit_that_was_typed(empty):
    reply = answer("body", "181,5lb", "--at", "2026-03-01")
    [row] = reply["measurements"]
    assert (row["what"], row["value"], row["unit"]) == ("body_mass", 82.33, "kg")
    assert empty.body_mass.on("2026-03-02") == pytest.approx(82.327, abs=0.001)
    assert answer("undo")["undone"] == ["body mass 181.5"]
    assert empty.body_mass.kg == ()


def test_sql_asks_a_copy(journal):
    [row] = answer("sql", "select count(*) as n, max(load) as most from sets where exercise = 'leg-press-45'")
    assert row == {"n": 3, "most": 190}
    assert "setup_" not in run("sql", "select 1").stdout
    run("sql", "delete from sets")
    assert len(journal.sets) == 4
    with pytest.raises(Exception, match="SQLite reports"):
        run("sql", "select nope from sets")


def test_today_without_a_plan_offers_what_rested_longest(journal):
    reply = answer("today", "--at", "2026-03-12")
    assert "Nothing is planned" in reply["sentence"]
    assert {row["exercise"] for row in reply["planned"][0]["exercises"]} == {"leg-press-45", "bench-press"}


def test_today_shows_the_day_of_a_block_on_its_line(journal):
    from iron.training.plan.blocks import block_from

    slot = {"exercise": "leg-press-45", "sets": 3, "reps_low": 8, "reps_high": 12, "rir": 2}
    program = {"name": "Legs", "days": [{"name": "A", "weekday": 3, "slots": [slot]}]}
    block = block_from("p", program, date(2026, 3, 9))
    journal.commit(
        [("block", "01920000-0000-7000-8000-000000000009", block)],
        device="phone",
        at="2026-03-09T08:00:00Z",
        op_ids=["01920000-0000-7000-8000-0000000000ab"],
    )
    reply = answer("today", "--at", "2026-03-12")
    [row] = reply["planned"][0]["exercises"]
    assert (row["exercise"], row["sets"]) == ("leg-press-45", 3)
    assert row["load"]["unit"] == "kg"


def test_every_command_in_the_help_is_there_and_says_what_it_does():
    from iron.cli.commands import COMMANDS

    overview = run("--help").stdout
    for command in COMMANDS:
        assert f" {command.name} " in overview
        help_text = run(command.name, "-h")
        assert help_text.exit_code == 0
        assert "Usage" in help_text.stdout


def iron(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return commands.iron(*words, **{"COLUMNS": "100", **environment})


def test_a_settings_file_gives_defaults_and_refuses_what_it_does_not_know(iron_home, tmp_path):
    settings = tmp_path / "config.toml"
    settings.write_text(f'home = "{iron_home}"\nunit = "lb"\n[workouts]\nlimit = 1\n')
    logged = iron("log", "leg press 400x12", "--json", IRON_CONFIG=str(settings))
    assert json.loads(logged.stdout)["sets"][0]["load"] == {"value": 400, "unit": "lb"}
    settings.write_text('units = "lb"\n')
    refused = iron("version", IRON_CONFIG=str(settings))
    assert refused.returncode == 2
    assert "“units” is not a setting" in refused.stderr


def test_errors_have_an_exit_code_by_kind_and_an_object_with_json(iron_home):
    home = {"IRON_HOME": str(iron_home)}
    missing = iron("show", "no such lift", "--json", **home)
    assert missing.returncode == 3
    assert json.loads(missing.stdout)["error"]["code"] == "not_found"
    assert iron("log", "leg press 180", **home).returncode == 2
    assert iron("-V").returncode == 0


def test_keys_are_made_listed_and_ended(iron_home):
    home = {"IRON_HOME": str(iron_home)}
    made = json.loads(iron("key", "make", "laptop", "--json", **home).stdout)
    assert made["key"].startswith("iron_")
    listed = json.loads(iron("key", "list", "--json", **home).stdout)
    assert [(row["name"], row["writes"]) for row in listed] == [("laptop", False)]
    assert iron("key", "revoke", str(made["id"]), **home).returncode == 0
    assert json.loads(iron("key", "list", "--json", **home).stdout) == []


def test_the_help_loads_no_command_and_a_journal_opens_without_the_web_half_of_django(iron_home):
    seen = "print(sorted(m for m in ('django', 'numpy', 'rich.markdown', 'iron.cli.lifter.log') if m in sys.modules))"
    helped = subprocess.run(
        [
            sys.executable,
            "-c",
            f"import sys; from iron.cli.app import app; app(['--help'], standalone_mode=False); {seen}",
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    assert helped.stdout.endswith("[]\n")
    heavy = ("django.urls", "allauth.account.models", "numpy", "garmin_fit_sdk")
    opened = subprocess.run(
        [
            sys.executable,
            "-c",
            (
                "import sys; from iron.cli.app import app; app(['workouts'], standalone_mode=False); "
                f"print([m for m in {heavy!r} if m in sys.modules])"
            ),
        ],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "IRON_HOME": str(iron_home)},
    )
    assert opened.stdout.endswith("[]\n")


def test_undo_knows_two_lines_apart_that_were_logged_in_one_millisecond(empty, monkeypatch):
    monkeypatch.setattr(clock, "now_ms", lambda: 1_775_000_000_000)
    run("log", "leg press 180x12; x11", "--at", "2026-04-01T18:00")
    run("log", "leg press x10", "--at", "2026-04-01T18:05")
    assert answer("undo", "--old")["undone"] == ["45° leg press × 10"]
    assert sets_of(empty, "leg-press-45") == [(180, 12, None), (180, 11, None)]


def test_the_next_load_of_a_band_is_the_same_band_not_0_kg(empty):
    run("log", "band pull-apart x15; x15", "--at", "2026-04-01T18:00")
    reply = run("next", "--at", "2026-04-03T18:00").stdout
    assert "same band × 15" in reply
    assert "Stay at the same band" in reply
    assert "0 kg" not in reply
