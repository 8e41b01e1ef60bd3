"""The files under deploy/: what can be checked of them without a registry of images."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import container_root
import django
import pytest

DEPLOY = Path(__file__).resolve().parents[2] / "deploy"
HOSTING = DEPLOY.parent / "docs" / "hosting.md"
SETTINGS = DEPLOY.parent / "src" / "iron"


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not installed")
def test_systemd_understands_the_unit_and_finds_it_closed(tmp_path: Path) -> None:
    # The user and the program are not on this machine.
    text = (DEPLOY / "iron.service").read_text().replace("/opt/iron/bin/iron", "/bin/true")
    unit = tmp_path / "iron.service"
    unit.write_text(re.sub(r"^(User|Group)=iron$", r"\1=bin", text, flags=re.MULTILINE))
    verified = subprocess.run(
        ["systemd-analyze", "verify", unit], capture_output=True, text=True, check=False
    )
    complaints = [line for line in verified.stderr.splitlines() if "iron.service" in line]
    assert complaints == []
    rated = subprocess.run(
        ["systemd-analyze", "security", "--offline=true", unit], capture_output=True, text=True, check=False
    )
    level = re.search(r"Overall exposure level for .*: ([\d.]+)", rated.stdout)
    assert level is not None, rated.stdout + rated.stderr
    assert float(level[1]) <= 2.0


def test_every_variable_that_iron_reads_is_in_the_table_of_the_host() -> None:
    names = {
        name
        for path in SETTINGS.rglob("*.py")
        for name in re.findall(
            r"(?:environ\.get\(|environ\[|secret\()\s*\"(IRON_[A-Z_]+)\"", path.read_text()
        )
    }
    inner = {"IRON_TLS", "IRON_SKIPPED"}  # set by `iron serve` for its own worker
    assert names - inner - set(re.findall(r"`(IRON_[A-Z_]+)`", HOSTING.read_text())) == set()


def test_the_container_is_not_root_and_writes_to_its_volume_alone() -> None:
    text = (DEPLOY / "Containerfile").read_text()
    assert re.search(r"^USER 10001$", text, re.MULTILINE)
    assert re.search(r"^VOLUME /data$", text, re.MULTILINE)
    assert "--require-hashes" in text
    assert "/healthz" in text


def pins(name: str) -> set[str]:
    text = (DEPLOY.parent / "requirements" / name).read_text()
    return set(re.findall(r"^[a-z0-9._-]+==[^ \\]+", text, re.MULTILINE))


def test_the_container_has_the_locked_packages_and_those_of_postgresql_alone() -> None:
    more = {pin.partition("==")[0] for pin in pins("image.txt") - pins("run.txt")}
    assert pins("run.txt") <= pins("image.txt")
    assert more == {"psycopg", "psycopg-binary"}


def test_the_parts_that_the_container_leaves_out_exist() -> None:
    packages = Path(django.__file__).parent.parent
    assert [part for part in container_root.UNUSED if not (packages / part).is_dir()] == []
