"""Where a command writes: streams stay streams, links are followed, and no file is replaced unasked."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from iron.cli.output_file import write_output
from iron.values.errors import BadFileError, ConflictError


def test_a_new_file_is_the_owners_alone(tmp_path):
    write_output(tmp_path / "a.json", b"one")
    assert (tmp_path / "a.json").read_bytes() == b"one"
    assert stat.S_IMODE((tmp_path / "a.json").stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["a.json"]


def test_a_file_that_is_there_needs_replace(tmp_path):
    (tmp_path / "a.json").write_bytes(b"one")
    with pytest.raises(ConflictError, match="--replace"):
        write_output(tmp_path / "a.json", b"two")
    assert (tmp_path / "a.json").read_bytes() == b"one"
    write_output(tmp_path / "a.json", b"two", replace=True)
    assert (tmp_path / "a.json").read_bytes() == b"two"


def test_a_symbolic_link_stays_and_its_file_is_replaced(tmp_path):
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "a.json").write_bytes(b"one")
    (tmp_path / "link").symlink_to("there/a.json")
    (tmp_path / "dangling").symlink_to("there/b.json")
    write_output(tmp_path / "link", b"two", replace=True)
    write_output(tmp_path / "dangling", b"three")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "there" / "a.json").read_bytes() == b"two"
    assert (tmp_path / "there" / "b.json").read_bytes() == b"three"


def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    got = []
    reader = threading.Thread(target=lambda: got.append((tmp_path / "pipe").read_bytes()))
    reader.start()
    write_output(tmp_path / "pipe", b"x" * 200_000)
    reader.join(10)
    assert got == [b"x" * 200_000]
    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)


def test_a_folder_and_a_place_that_is_not_there_are_sentences(tmp_path):
    for file in (tmp_path, tmp_path / "none" / "a.json"):
        with pytest.raises(BadFileError, match="cannot be written"):
            write_output(file, b"one")


@pytest.mark.parametrize("name", ["-", "/dev/stdout"])
def test_export_streams_to_the_standard_output(iron_home, tmp_path, name):
    environment = {**os.environ, "IRON_HOME": str(iron_home)}
    with (tmp_path / "out.json").open("wb") as out:
        process = subprocess.run(
            [sys.executable, "-m", "iron.cli", "export", name],
            env=environment,
            stdout=out,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert process.returncode == 0, process.stderr
    assert b"documents of me" in process.stderr
    from iron.records import archive

    assert archive.read((tmp_path / "out.json").read_bytes()).owner == "me"
    # The device itself is what it was.
    assert Path("/dev/stdout").is_symlink()
