"""``iron check-content``, ``build-content``, ``site``: the library, checked, written for the app, or as a site."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import msgspec
import typer
from rich.console import Console

from iron.values.errors import BadContentError

out = Console()


def check_content(
    root: Annotated[Path | None, typer.Option(help="Folder to check instead of Iron's own content.")] = None,
    report: Annotated[bool, typer.Option("--report", help="Print coverage as well.")] = False,
) -> None:
    """Check every file of the exercise library and print all problems at once."""
    from iron import knowledge

    library = knowledge.load(root)
    problems = knowledge.examine(library)
    if problems:
        raise BadContentError([str(problem) for problem in problems])
    guides = [exercise for exercise in library.exercises.values() if exercise.guide]
    out.print(
        f"{len(library.exercises)} exercises, {len(guides)} with a guide: no problems.", highlight=False
    )
    if report:
        from iron.cli.developer.report import print_coverage

        print_coverage(out, library)


def build_content(
    to: Annotated[Path, typer.Option("--out", help="Folder to write the JSON files to.")],
) -> None:
    """Write one index and one JSON per exercise, and the demo lifter, for site and app."""
    from iron import knowledge
    from iron.cli.developer.changes import changes
    from iron.journal import demo
    from iron.journal.runs import facts_of
    from iron.mechanics import summary
    from iron.training.plan import program_files
    from iron.training.programs.simulation.shelf import shelf_row

    library = knowledge.load()
    dated = changes(library.root, to / "changed.json")
    knowledge.build(library, to)
    (to / "programs.json").write_bytes(msgspec.json.encode(program_files.read(library)))
    (to / "programs").mkdir(exist_ok=True)
    shelf = program_files.read_shelf(library)
    facts, meanings = facts_of(library), {ident: row.load_meaning for ident, row in library.exercises.items()}
    rows = [shelf_row(ident, body, facts, meanings) for ident, body in shelf.items()]
    (to / "programs" / "shelf.json").write_bytes(msgspec.json.encode(rows))
    for ident, body in shelf.items():
        (to / "programs" / f"{ident}.json").write_bytes(msgspec.json.encode(body))
    (to / "changed.json").write_bytes(msgspec.json.encode(dated))
    modelled = {"v": 1, "sentences": summary.sentences(), "models": summary.model_cards()}
    (to / "press.json").write_bytes(msgspec.json.encode(modelled))
    (to / "demo.json").write_bytes(msgspec.json.encode(demo.as_json_object()))
    out.print(f"{len(library.exercises)} exercises written.", highlight=False)


def site(
    to: Annotated[
        Path, typer.Option("--out", help="Folder to write the site to: new, empty, or an older site.")
    ],
    base_url: Annotated[str, typer.Option(help="Address of the site, such as https://example.org/iron.")],
    iron_url: Annotated[
        str, typer.Option(help="Address of the Iron server for the “Log it” links. Default: no such links.")
    ] = "",
) -> None:
    """Write the whole library as a static website: guides, lists, comparisons, pictures and search.

    The pages open from a disk, too.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "iron.server.settings")
    import django

    django.setup()
    from iron.server.site.writing import write_site

    result = write_site(to, base_url, iron_url, lambda line: out.print(line, highlight=False))
    out.print(
        f"{result.pages} pages, {result.files} files, {result.size / 1e6:.1f} MB in {to}.", highlight=False
    )
