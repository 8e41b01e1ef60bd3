"""The body picture as a PNG: what link previews show of an exercise."""

from __future__ import annotations

import struct
import subprocess
import zlib

import pytest

from iron.cli.developer.changes import changes
from iron.journal.content import library
from iron.knowledge.picture import HEIGHT, WIDTH, draw, lit, mark, read_bodies

ROOT = library().root


@pytest.fixture(scope="module")
def bodies():
    return read_bodies(ROOT)


def chunks(png: bytes) -> dict[bytes, bytes]:
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    pieces, at = {}, 8
    while at < len(png):
        (size,) = struct.unpack(">I", png[at : at + 4])
        kind, data = png[at + 4 : at + 8], png[at + 8 : at + 8 + size]
        assert struct.unpack(">I", png[at + 8 + size : at + 12 + size])[0] == zlib.crc32(kind + data)
        pieces[kind] = data
        at += 12 + size
    return pieces


def colours(png: bytes) -> set[tuple[int, ...]]:
    parts = chunks(png)
    pixels = zlib.decompress(parts[b"IDAT"])
    assert len(pixels) == HEIGHT * (WIDTH + 1)
    return {tuple(parts[b"PLTE"][3 * index : 3 * index + 3]) for index in set(pixels)}


HOT, HALF = (255, 122, 77), (192, 104, 75)


def test_the_picture_has_the_size_that_it_says_and_whole_chunks(bodies):
    head = chunks(draw(bodies, {}))[b"IHDR"]
    assert struct.unpack(">IIBBBBB", head) == (WIDTH, HEIGHT, 8, 3, 0, 0, 0)


def test_a_muscle_lights_up_by_how_much_of_a_set_counts(bodies):
    assert HALF not in colours(draw(bodies, {"quads": "full"}))
    assert HALF in colours(draw(bodies, {"quads": "half"}))
    assert [lit(credit) for credit in (0, 0.25, 0.5, 0.75, 1)] == ["none", "little", "half", "half", "full"]


def test_two_muscles_are_drawn_in_different_places(bodies):
    assert draw(bodies, {"quads": "full"}) != draw(bodies, {"chest": "full"})


def test_every_muscle_that_has_a_view_has_a_shape(bodies):
    assert {key for key, each in library().muscles.items() if each.views} <= set(bodies.muscles)


def test_without_drawings_there_is_no_picture(tmp_path):
    assert mark(tmp_path) == ""
    assert read_bodies(tmp_path) is None


@pytest.fixture
def repository(tmp_path):
    """A content folder with two guides, committed on two days."""
    folder = tmp_path / "content" / "exercises"
    folder.mkdir(parents=True)

    def git(*words: str, day: str = "2026-01-01") -> None:
        when = {"GIT_AUTHOR_DATE": f"{day}T12:00:00+02:00", "GIT_COMMITTER_DATE": f"{day}T12:00:00+02:00"}
        who = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
        subprocess.run(
            ["git", *who, *words],
            cwd=tmp_path,
            env=when | {"PATH": "/usr/bin:/bin"},
            check=True,
            capture_output=True,
        )

    git("init", "-q")
    for name, day in (("old", "2026-01-01"), ("new", "2026-02-03")):
        (folder / f"{name}.md").write_text(name, "utf-8")
        git("add", ".")
        git("commit", "-q", "-m", name, day=day)
    return tmp_path / "content"


def test_a_guide_changed_when_its_file_was_last_committed(repository, tmp_path):
    assert changes(repository, tmp_path / "none.json") == {
        "v": 1,
        "changed": {"old": "2026-01-01T10:00:00Z", "new": "2026-02-03T10:00:00Z"},
    }


def test_without_history_an_earlier_answer_stays_and_none_is_invented(tmp_path):
    (tmp_path / "content" / "exercises").mkdir(parents=True)
    before = tmp_path / "changed.json"
    assert changes(tmp_path / "content", before) == {"v": 1, "changed": {}}
    before.write_text('{"v":1,"changed":{"press":"2026-01-01T10:00:00Z"}}', "utf-8")
    assert changes(tmp_path / "content", before)["changed"] == {"press": "2026-01-01T10:00:00Z"}
