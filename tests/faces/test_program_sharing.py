"""A program travels in a link: made by the command line, read by every command that takes a file."""

from __future__ import annotations

import json
import zlib
from base64 import urlsafe_b64encode
from pathlib import Path

import pytest
from shipped_programs import shelf
from typer.testing import CliRunner

from iron.cli.app import app
from iron.training.programs.link import MOST_QR, link_of, text_of_link
from iron.training.programs.writing import program_text
from iron.values.errors import BadFileError


def iron(*words: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["program", *words])
    return result.exit_code, result.output or str(result.exception)


def test_every_program_of_the_shelf_comes_back_from_its_link():
    for body in shelf().values():
        text = program_text(body)
        assert text_of_link(link_of(text, "https://iron.example/")) == text


def test_all_but_the_longest_programs_fit_a_qr_code():
    lengths = {
        ident: len(link_of(program_text(body), "https://iron.example.org")) for ident, body in shelf().items()
    }
    assert sorted(ident for ident, length in lengths.items() if length > MOST_QR) == ["sheiko-29-32"]


def test_a_link_is_checked_like_a_file_and_drawn_as_a_qr_code(tmp_path: Path):
    code, link = iron("share", "gzclp", "--qr", str(tmp_path / "code.svg"))
    assert code == 0
    assert "<svg" in (tmp_path / "code.svg").read_text()
    code, process = iron("check", link.strip(), "--json")
    assert code == 0
    assert json.loads(process)["program"] == "GZCLP"
    code, process = iron("share", "sheiko-29-32", "--qr", str(tmp_path / "code.svg"))
    assert code != 0


def packed(raw: bytes) -> str:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return "#p1." + urlsafe_b64encode(packer.compress(raw) + packer.flush()).decode().rstrip("=")


@pytest.mark.parametrize(
    ("link", "words"),
    [
        ("#p1.", "holds no program"),
        ("#p1.a b", "holds no program"),
        ("#p1.S8svyk0s", "is damaged"),
        ("#p1.____", "is damaged"),
        (packed(b"\xff\xfe"), "is damaged"),
        (packed(b"a" * 3_000_000), "more than 256 KiB"),
    ],
)
def test_a_bad_link_is_refused_with_a_sentence(link: str, words: str):
    with pytest.raises(BadFileError, match=words):
        text_of_link(link)
