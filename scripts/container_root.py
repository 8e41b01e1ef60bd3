"""Makes the root of Iron's container: what serving needs, and nothing else. Runs in the first stage of Containerfile.

    python3 container_root.py VENV ROOT

Python, its standard library, the shared libraries that any of it loads (as ``ldd`` says), certificates and names of
users; no shell, no package manager.
"""

from __future__ import annotations

import pickle
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import Final

# Parts of packages that no server loads: Django's other apps, numpy's compiler and headers, colours for source code.
UNUSED: Final = (
    *(f"django/contrib/{app}" for app in ("admin", "admindocs", "flatpages", "gis", "redirects", "sitemaps")),
    *("numpy/f2py", "numpy/_core/include", "numpy/_core/lib", "numpy/_pyinstaller", "pygments/lexers"),
)
# Imports read months, weekdays and patterns of dates in every language; names of currencies, countries, units and
# time zones are most of the data of babel.
LOCALE_NAMES: Final = (
    *("currency_names", "currency_names_plural", "currency_symbols", "territories", "scripts", "variants"),
    *("unit_display_names", "unit_patterns", "compound_unit_patterns", "time_zones", "meta_zones"),
)
# Libraries that hold symbols for debuggers. Those of numpy and psycopg were patched for their wheels, and are broken
# by strip (“ELF load command address/offset not page-aligned”).
STRIPPED: Final = ("_brotli.*.so", "cryptography/hazmat/bindings/_rust.abi3.so")
UNUSED_STDLIB: Final = frozenset(
    (
        "test",
        "idlelib",
        "tkinter",
        "turtledemo",
        "ensurepip",
        "lib2to3",
        "pydoc_data",
        "dist-packages",
        "site-packages",
    )
)
CERTIFICATES: Final = Path("/etc/ssl/certs/ca-certificates.crt")
USER: Final = 10001


def main(venv: Path, root: Path) -> None:
    """Trim the environment and put the root together."""
    trim(venv)
    root.mkdir(parents=True)
    shutil.copytree(venv, root / venv.relative_to("/"), symlinks=True)
    python = Path(sys.executable).resolve()
    place(python, root)
    for link in (venv / "bin").iterdir():  # python3 -> /usr/bin/python3 -> python3.13
        follow(link, root)
    stdlib = Path(sysconfig.get_path("stdlib"))
    for path in (stdlib, Path(sysconfig.get_path("platstdlib"))):
        shutil.copytree(path, root / path.relative_to("/"), symlinks=True, ignore=_unused, dirs_exist_ok=True)
    for library in libraries([python, *venv.rglob("*.so*"), *stdlib.rglob("*.so")], venv):
        place(library, root)
    place(CERTIFICATES, root)
    _names(root)


def trim(venv: Path) -> None:
    """Take out of an environment what serving does not need."""
    packages = Path(sysconfig.get_path("purelib", vars={"base": str(venv)}, scheme="venv"))
    for part in UNUSED:
        shutil.rmtree(packages / part)
    for folder in [
        path for path in venv.rglob("*") if path.name in {"tests", "__pycache__"} and path.is_dir()
    ]:
        shutil.rmtree(folder, ignore_errors=True)
    for suffix in ("mo", "po", "pyi", "a", "pxd", "h", "exe"):
        for file in venv.rglob(f"*.{suffix}"):
            file.unlink()
    for file in (packages / "babel" / "locale-data").glob("*.dat"):
        data = pickle.loads(file.read_bytes())  # noqa: S301 - babel's own
        for name in LOCALE_NAMES:
            data.pop(name, None)
        if file.stem != "en":
            data.pop("languages", None)
        file.write_bytes(pickle.dumps(data, pickle.HIGHEST_PROTOCOL))
    for library in [library for part in STRIPPED for library in packages.glob(part)]:
        subprocess.run(["strip", "--strip-unneeded", library], check=True)


def libraries(loaded: list[Path], venv: Path) -> list[Path]:
    """Return the shared libraries of the system that these files need, and the loader of programs."""
    result: set[str] = set()
    for file in loaded:
        sentence = subprocess.run(["ldd", file], capture_output=True, text=True, check=False).stdout
        result.update(re.findall(r"(/\S+) \(0x", sentence))
    return sorted(Path(path) for path in result if not path.startswith(str(venv)))


def place(file: Path, root: Path) -> None:
    """Copy a file to the same address below the root; a link as what it leads to."""
    goal = root / file.relative_to("/")
    goal.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy2(file.resolve(), goal)


def follow(link: Path, root: Path) -> None:
    """Copy a chain of links."""
    while link.is_symlink():
        target = Path(link.parent, link.readlink())
        copy = root / target.relative_to("/")
        if not copy.is_symlink() and not copy.exists():
            copy.parent.mkdir(parents=True, exist_ok=True)
            if target.is_symlink():
                copy.symlink_to(target.readlink())
            else:
                shutil.copy2(target, copy)
        link = target


def _unused(_folder: str, names: list[str]) -> set[str]:
    is_unused = {name for name in names if name in UNUSED_STDLIB or name == "__pycache__"}
    return is_unused | {name for name in names if name.startswith("config-") or name.endswith(".a")}


def _names(root: Path) -> None:
    """Who runs it, how names of hosts are looked up, and the two folders that are written to."""
    etc = root / "etc"
    etc.mkdir(exist_ok=True)
    (etc / "passwd").write_text(f"root:x:0:0::/:/none\niron:x:{USER}:{USER}::/data:/none\n", encoding="utf-8")
    (etc / "group").write_text(f"root:x:0:\niron:x:{USER}:\n", encoding="utf-8")
    (etc / "nsswitch.conf").write_text("hosts: files dns\n", encoding="utf-8")
    for name in ("hosts", "hostname", "resolv.conf"):  # the engine mounts its own
        (etc / name).touch()
    (root / "tmp").mkdir(mode=0o777)
    (root / "tmp").chmod(0o1777)
    data = root / "data"
    data.mkdir(mode=0o700)
    shutil.chown(data, USER, USER)
    for folder in ("dev", "proc", "sys", "run"):  # the engine mounts them
        (root / folder).mkdir(exist_ok=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
