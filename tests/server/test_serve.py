"""Starting and stopping the server as a person does, and the folder it writes to."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import stat
import subprocess
import sys
import urllib.request
from pathlib import Path

import brotli
import commands
import pytest
from serving import ask, free_port, wait_for

from iron.server import home, serve
from iron.server.compress import compress
from iron.values.errors import BadInputError


def started(port, folder):
    script = f"from iron.server.serve import serve; serve(port={port})"
    return subprocess.Popen(
        [sys.executable, "-c", script],
        env={**os.environ, "IRON_HOME": str(folder), "PYTHONPATH": "src"},
        cwd=Path(__file__).resolve().parents[2],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def test_the_server_starts_says_where_it_is_and_stops_on_ctrl_c(tmp_path):
    port, folder = free_port(), tmp_path / "var"
    process = started(port, folder)
    try:
        wait_for(port, process)
        assert ask(port, "/robots.txt")[0] == 200
    finally:
        process.send_signal(signal.SIGINT)
        output, _ = process.communicate(timeout=20)
    assert process.returncode == 0, output
    assert f"Iron is at http://localhost:{port}" in output
    assert "One-time code for the first account: " in output
    assert "Traceback" not in output
    assert {path.name.split("-")[0] for path in folder.iterdir()} <= {
        "iron.sqlite3",
        "secret.key",
        "content.good",
    }


def test_a_taken_port_is_a_sentence():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(BadInputError, match=r"cannot listen on 127\.0\.0\.1 port"):
            serve.serve(port=taken.getsockname()[1])


def test_half_a_certificate_is_a_sentence(tmp_path):
    with pytest.raises(BadInputError, match="needs both files"):
        serve.serve(tls_cert=tmp_path / "cert.pem")
    with pytest.raises(BadInputError, match="There is no file"):
        serve.serve(tls_cert=tmp_path / "cert.pem", tls_key=tmp_path / "key.pem")


def test_on_all_addresses_the_machine_answers_to_its_names():
    names = serve._names("0.0.0.0")  # noqa: S104
    assert names[0] == "localhost"
    assert any(name.endswith(".local") for name in names)
    assert serve._names("127.0.0.1") == ["localhost"]


def test_the_secret_key_is_made_once_and_closed_to_others(empty_home):
    first = home.secret_key()
    assert len(first) >= 50
    assert home.secret_key() == first
    mode = stat.S_IMODE((empty_home / home.KEY_FILE).stat().st_mode)
    assert mode == 0o600
    assert [path.name for path in empty_home.iterdir()] == [home.KEY_FILE]


def test_an_empty_secret_key_is_made_anew(empty_home, capsys):
    first = home.secret_key()
    (empty_home / home.KEY_FILE).write_text("\n")
    second = home.secret_key()
    assert len(second) >= 50
    assert second not in {first, ""}
    assert home.secret_key() == second
    assert "everybody has to sign in again" in capsys.readouterr().err


def test_a_secret_key_that_is_no_text_is_a_sentence(empty_home):
    home.secret_key()
    (empty_home / home.KEY_FILE).write_bytes(b"\xff\x00" * 40)
    with pytest.raises(BadInputError, match="cannot be read: it holds no plain text"):
        home.secret_key()


@pytest.mark.parametrize("command", [["serve", "--port", "0"], ["export", "-"], ["exercise", "list"]])
def test_a_torn_database_is_one_sentence_with_the_way_out(iron_home, command):
    database = iron_home / home.DATABASE_FILE
    data = bytearray(database.read_bytes())
    data[8192 : 8192 + 40 * 1024] = b"\xff" * (40 * 1024)
    database.write_bytes(data)
    process = commands.iron(*command)
    assert process.returncode in {1, 6}
    assert "is damaged" in process.stderr
    assert "iron restore" in process.stderr
    assert "Traceback" not in process.stderr


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("postgres://iron:geheim@localhost:1/iron", "PostgreSQL at localhost does not answer: "),
        ("postgres://iron:geheim@localhost/iron?host=/nowhere", "PostgreSQL at /nowhere does not answer: "),
        ("postgres://iron:geheim@db.invalid/iron", "PostgreSQL at db.invalid does not answer: "),
        ("postgress://iron:geheim@localhost/iron", "IRON_DATABASE_URL is not a PostgreSQL address. "),
    ],
)
def test_an_address_of_the_database_with_a_typo_ends_the_server_with_one_sentence(
    nobodys_home, address, words
):
    process = commands.iron(
        "serve", "--port", str(free_port()), IRON_HOME=str(nobodys_home), IRON_DATABASE_URL=address
    )
    assert process.returncode == 1
    [sentence] = process.stderr.splitlines()
    assert sentence.startswith(words)
    assert "geheim" not in sentence
    assert "IRON_DATABASE_URL" in sentence


def test_compression_keeps_what_is_worth_it_and_removes_what_is_stale(tmp_path):
    text = "the same words again and again; " * 40
    (tmp_path / "a.js").write_text(text, encoding="utf-8")
    (tmp_path / "tiny.js").write_text("1", encoding="utf-8")
    (tmp_path / "tiny.js.br").write_bytes(b"old")
    (tmp_path / "icon.png").write_bytes(b"\x89PNG" * 200)
    finished, saved = compress(tmp_path)
    assert (finished, saved > 500) == (1, True)
    assert brotli.decompress((tmp_path / "a.js.br").read_bytes()).decode() == text
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "a.js",
        "a.js.br",
        "a.js.gz",
        "icon.png",
        "tiny.js",
    ]


def test_a_missing_folder_to_compress_is_a_sentence(tmp_path):
    with pytest.raises(BadInputError, match="Build the app first"):
        compress(tmp_path / "none")


def test_a_data_folder_that_others_could_read_is_closed_at_the_next_start(migrated, tmp_path):
    folder = tmp_path / "var"
    folder.mkdir(mode=0o755)
    shutil.copy(migrated / "content.good", folder)
    names = ["iron.sqlite3", "secret.key", "iron-20260101.zip", "iron.sqlite3.before-20260101000000"]
    for name in names[1:]:
        (folder / name).write_text("x" * 60)
        (folder / name).chmod(0o644)
    old = os.umask(0o022)
    try:
        port = free_port()
        process = started(port, folder)
        wait_for(port, process)
        assert ask(port, "/robots.txt")[0] == 200
        # While it runs SQLite's log is there too.
        urllib.request.urlopen(f"http://127.0.0.1:{port}/api/v1/me", timeout=20).close()
        modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()}
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=20)
    finally:
        os.umask(old)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {name for name, mode in modes.items() if mode != 0o600} == set()
    assert modes.keys() >= {*names, "iron.sqlite3-wal", "iron.sqlite3-shm"}


def test_a_server_at_rest_has_not_loaded_numpy(tmp_path):
    script = (
        "import sys, iron.server.run as run; run._application([], 'http://localhost', None);"
        "sys.exit('numpy is loaded' if 'numpy' in sys.modules else 0)"
    )
    process = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "IRON_HOME": str(tmp_path / "var"), "PYTHONPATH": "src"},
        cwd=Path(__file__).resolve().parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    assert process.returncode == 0, process.stderr
