"""The command line as a person and a script meet it: a process, its words, its exit code."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import commands
import pytest

STRONG = """Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE
2026-03-02 18:00:00,"Legs",1h,"Leg Press (45°)",1,180.0,12,0,0,"","",8
2026-03-02 18:00:00,"Legs",1h,"Leg Press (45°)",2,180.0,11,0,0,,,9
2026-03-02 18:00:00,"Legs",1h,"Deadmill",1,0,0,0,60,"",,
2026-03-09 18:00:00,"Legs",1h,"Leg Press (45°)",1,185.0,10,0,0,"","",
2026-03-09 18:00:00,"Legs",1h,"Leg Press (45°)",2,185.0,ten,0,0,"","",
"""


@pytest.fixture
def strong(tmp_path: Path) -> Path:
    file = tmp_path / "strong.csv"
    file.write_text(STRONG, encoding="utf-8")
    return file


def iron(home: Path, *arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    return commands.iron(*arguments, stdin=stdin, IRON_HOME=str(home), COLUMNS="100")


def test_a_dry_run_says_what_would_happen_and_stores_nothing(iron_home, strong):
    answer = json.loads(iron(iron_home, "import", str(strong), "--unit", "kg", "--dry-run", "--json").stdout)
    assert (answer["format"], answer["unit"], answer["workouts"], answer["sets"]) == ("strong-s3", "kg", 2, 4)
    assert answer["span"] == ["2026-03-02T18:00:00", "2026-03-09T18:00:00"]
    names = {row["name"]: (row["id"], row["sets"]) for row in answer["exercises"]}
    assert names == {"Leg Press (45°)": ("leg-press-45", 3), "Deadmill": (None, 1)}
    assert [(row["line"], row["column"], row["value"]) for row in answer["skipped"]] == [(6, "Reps", "ten")]
    again = json.loads(iron(iron_home, "import", str(strong), "--unit", "kg", "--dry-run", "--json").stdout)
    assert again["new"] == 2


def test_the_same_file_again_adds_nothing_and_an_import_can_be_taken_back(iron_home, strong):
    assert "2 workouts added" in iron(iron_home, "import", str(strong), "--unit", "kg").stdout
    assert "Nothing new: all 2 workouts" in iron(iron_home, "import", str(strong), "--unit", "kg").stdout
    listed = iron(iron_home, "undo-import").stdout
    assert "strong.csv: 2 workouts, 4 sets" in listed
    taken = iron(iron_home, "undo-import", listed.split()[0])
    assert taken.returncode == 0, taken.stderr
    twice = iron(iron_home, "undo-import", listed.split()[0])
    assert "already undone" in twice.stdout
    assert "2 workouts added" in iron(iron_home, "import", str(strong), "--unit", "kg").stdout


def test_without_a_unit_and_nobody_to_ask_it_exits_with_2_and_a_suggestion(iron_home, strong):
    process = iron(iron_home, "import", str(strong))
    assert process.returncode == 2
    assert "does not say kg or lb" in process.stderr
    assert "Run it again with --unit" in process.stderr
    assert "Traceback" not in process.stderr


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"", "empty"), (b"\x89PNG\r\n\x1a\n\0\0", "log"), (b"hello world\n", "log"), (None, "cannot be read")],
)
def test_a_file_that_is_no_log_is_told_so_in_a_sentence(iron_home, tmp_path, content, words):
    file = tmp_path / "no.csv"
    if content is not None:
        file.write_bytes(content)
    process = iron(iron_home, "import", str(file), "--unit", "kg")
    assert process.returncode == 2
    assert words in process.stderr.lower()
    assert "Traceback" not in process.stderr


def test_an_unknown_lifter_is_told_which_accounts_there_are(iron_home, strong):
    process = iron(iron_home, "import", str(strong), "--unit", "kg", "--lifter", "nobody")
    assert process.returncode == 3
    assert "There is no account “nobody”" in process.stderr


def test_press_answers_one_object_a_line_and_goes_on_after_a_bad_one(iron_home):
    process = iron(iron_home, "press", "--json", stdin='{"plates_kg": 145}\n{"h_m": 9}\nnonsense}\n{}\n')
    lines = [json.loads(line) for line in process.stdout.splitlines()]
    assert [sorted(line) == ["error"] for line in lines] == [False, True, True, False]
    assert lines[0]["rail_force_n"] == pytest.approx(1386.9, abs=0.1)
    assert len(lines[0]["samples"]) == 201
    assert process.returncode == 2
    assert "2 answers have errors" in process.stderr


def test_press_ends_well_when_every_object_was_answered(iron_home):
    assert iron(iron_home, "press", "--json", stdin='{"plates_kg": 145}\n').returncode == 0


def test_the_content_that_ships_passes_its_checker(iron_home):
    process = iron(iron_home, "check-content")
    assert process.returncode == 0, process.stderr
    assert "no problems" in process.stdout


def test_reading_a_log_as_a_library_needs_no_server(strong):
    import iron as library

    line = library.read(strong, unit="kg").lines("leg-press-45")[0]
    answer = line.capacity()
    assert len(line.sets) == 3
    assert answer.low < answer.kg < answer.high
    assert 150 < answer.kg < 260


def test_the_help_of_press_says_the_units(iron_home):
    process = iron(iron_home, "press", "--help").stdout
    assert "Plates [kg]" in process
    assert "Your height [m]" in process


def test_an_invitation_is_a_whole_link_where_the_address_is_known(iron_home, monkeypatch):
    path = iron(iron_home, "invite")
    assert path.stdout.startswith("/join/")
    assert "Put the address of your server in front" in path.stderr
    monkeypatch.setenv("IRON_ORIGIN", "https://iron.example.org")
    link = iron(iron_home, "invite")
    assert link.stdout.startswith("https://iron.example.org/join/")
    assert link.stderr == ""


def test_a_damaged_database_is_a_sentence_that_says_the_cure(iron_home):
    iron_home.mkdir(exist_ok=True)
    (iron_home / "iron.sqlite3").write_bytes(b"no database at all\n")
    process = iron(iron_home, "undo-import")
    assert process.returncode == 6
    assert "is damaged: file is not a database" in process.stderr
    assert "iron restore FILE --replace" in process.stderr
    assert "Traceback" not in process.stderr


def test_a_data_folder_that_cannot_be_made_is_a_sentence(tmp_path):
    file = tmp_path / "file"
    file.write_text("in the way")
    process = iron(file / "home", "undo-import")
    assert process.returncode == 2
    assert "cannot be made" in process.stderr
    assert "Traceback" not in process.stderr


def test_evaluate_asks_for_the_unit_in_the_words_of_the_command_line(iron_home, strong):
    process = iron(iron_home, "evaluate", str(strong))
    assert process.returncode == 2
    assert "strong.csv: " in process.stderr
    assert "--unit kg or --unit lb" in process.stderr


def test_a_password_for_nobody_is_refused_before_it_is_asked_for(iron_home):
    process = iron(iron_home, "password", "nobody")
    assert process.returncode == 3
    assert "There is no account named “nobody”" in process.stderr
    assert "New password" not in process.stdout + process.stderr


DELETING = """
from iron.server import boot
boot.start()
from pathlib import Path
from django.conf import settings
from iron.records.revisions import Op
from iron.server.accounts import service
from iron.server.storage.django_store import DjangoStore
user = service.ensure_owner()
ident = "018f0000-0000-7000-8000-00000000000a"
body = b'{"v":1,"start":"2026-03-02T18:00:00","note":"my knee hurts","entries":[]}'
DjangoStore(user.pk).push([Op(ident, "workout", ident, 0, body)], ident, "2026-03-02T20:00:00Z")
database = Path(settings.DATABASES["default"]["NAME"])
files = [database, database.with_name(database.name + "-wal")]
held = lambda: sum(file.read_bytes().count(b"my knee hurts") for file in files)
before = held()
service.delete_account(user)
print(before > 0, held())
"""


def test_what_a_deleted_account_wrote_is_in_no_file_of_the_database(iron_home):
    process = commands.python(DELETING, IRON_HOME=str(iron_home))
    assert process.stdout.split() == ["True", "0"], process.stderr


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("IRON_DATABASE_URL", "mysql://x", "is not a PostgreSQL address"),
        ("IRON_SIGNUP", "maybe", "IRON_SIGNUP"),
    ],
)
def test_a_setting_that_is_not_understood_is_a_sentence(iron_home, monkeypatch, name, value, says):
    monkeypatch.setenv(name, value)
    process = iron(iron_home, "undo-import")
    assert process.returncode == 2
    assert says in process.stderr
    assert "Traceback" not in process.stderr


def test_the_command_line_starts_without_numpy():
    seen = "import sys, iron.cli; print('numpy' in sys.modules, 'django' in sys.modules)"
    process = subprocess.run([sys.executable, "-c", seen], capture_output=True, text=True, check=True)
    assert process.stdout.split() == ["False", "False"]
