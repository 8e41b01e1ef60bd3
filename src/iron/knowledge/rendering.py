"""How a claim, its grade and its sources look in html: one place, so that page and app show the same.

A claim is ``<span class="claim" data-claim="ID" data-grade="GRADE">sentence BADGE</span>`` with BADGE
``<a class="grade" data-grade="GRADE" href="#claim-ID">GRADE</a>``, which leads to the claim in the section "evidence".
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from iron.knowledge.model import GRADE_MEANINGS, GRADES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from iron.knowledge.model import Claim, Source

# Where the app takes a link from a guide: /app/log?exercise=…&fault=… (or variable=…, tip=…).
LOG_ADDRESS: Final = "/app/log"

_LOG_WORDS: Final = {
    "fault": "Mark it in the log",
    "variable": "Set it in the log",
    "tip": "Try it in the log",
}
_READ_WORDS: Final = {
    "full": "read in full",
    "abstract": "abstract read",
    "second-hand": "known second-hand only",
}


def badge(grade: str, claim_id: str) -> str:
    """The badge of a grade, leading to what the claim rests on."""
    known = grade if grade in GRADES else "opinion"
    return f'<a class="grade" data-grade="{known}" href="#claim-{escape(claim_id)}">{known}</a>'


def claim_open(claim_id: str, grade: str) -> str:
    """The opening tag of a claim."""
    return f'<span class="claim" data-claim="{escape(claim_id)}" data-grade="{escape(grade)}">'


def heading(title: str, kind: str, target: str, exercise_id: str) -> str:
    """A heading that is tied to a variable, fault or tip, with its anchor and its way to the log.

    Args:
        title: inner html of the heading.
        kind: ``fault``, ``variable`` or ``tip``.
        target: id of the thing.
        exercise_id: the exercise that is logged.
    """
    query = escape(f"exercise={exercise_id}&{kind}={target}")  # ids need no quoting
    tie = f'data-{kind}="{escape(target)}"'
    link = f'<a class="to-log" {tie} href="{LOG_ADDRESS}?{query}">{_LOG_WORDS[kind]}</a>'
    return f'<h3 id="{kind}-{escape(target)}" {tie}>{title}</h3>\n<p class="log-link">{link}</p>\n'


def evidence_html(claims: Iterable[Claim], sources: Mapping[str, Source], *, note_language: str = "") -> str:
    """What every claim rests on: grade, sentence, note, links to its sources; then the sources.

    Args:
        claims: in the order of the guide.
        sources: all that the claims may name.
        note_language: language of the notes where it is not that of the page, such as ``en``.
    """
    used: dict[str, None] = {}
    rows = []
    for claim in claims:
        used.update(dict.fromkeys(claim.sources))
        rows.append(_claim_row(claim, sources, note_language))
    meanings = "".join(
        f'<dt><span class="grade" data-grade="{grade}">{grade}</span></dt>'
        f"<dd>{escape(GRADE_MEANINGS[grade])}</dd>"
        for grade in GRADES
    )
    listed = "".join(_source_row(sources[key]) for key in sorted(used) if key in sources)
    return (
        f'<dl class="grades">{meanings}</dl>\n<h3>Claims</h3>\n<ul class="claims">{"".join(rows)}</ul>\n'
        f'<h3>Sources</h3>\n<ul class="sources">{listed}</ul>\n'
    )


def whole(text: str) -> str:
    """A claim standing alone: a claim may be a part of its sentence, so it gets a capital and a full stop.

    >>> whole("a cut squat is lighter work")
    'A cut squat is lighter work.'
    """
    ended = text if text.endswith((".", "!", "?", "…")) else text.rstrip(",;:") + "."
    return ended[:1].upper() + ended[1:]


def source_label(source: Source) -> str:
    """How a source is named in short: first author and year."""
    first = source.authors.split(",")[0].strip()
    more = " et al." if "," in source.authors else ""
    return " ".join(part for part in (first + more, _year(source)) if part)


def _year(source: Source) -> str:
    return str(source.year) if source.year else ""


def _claim_row(claim: Claim, sources: Mapping[str, Source], note_language: str) -> str:
    links = ", ".join(
        f'<a href="#source-{escape(key)}">{escape(source_label(sources[key]))}</a>'
        for key in claim.sources
        if key in sources
    )
    note = f" {escape(claim.note)}" if claim.note else ""
    if note and note_language:
        note = f' <span lang="{escape(note_language)}">{escape(claim.note)}</span>'
    return (
        f'<li id="claim-{escape(claim.id)}"><span class="grade" data-grade="{escape(claim.grade)}">'
        f"{escape(claim.grade)}</span> {escape(whole(claim.text))}{note}{f' ({links})' if links else ''}</li>"
    )


def _source_row(source: Source) -> str:
    place = " ".join(part for part in (source.journal, source.volume) if part)
    place += f":{source.pages}" if source.pages else ""
    year = f" ({_year(source)})" if source.year else ""
    parts = [f"{source.authors}{year}. {source.title}. {place}."]
    if source.sample:
        parts.append(f"{source.sample}.")
    address = source.address
    shown = source.doi or address.split("//", 1)[-1]
    return (
        f'<li id="source-{escape(source.id)}">{escape(" ".join(parts))} '
        f'<a href="{escape(address)}" rel="noopener">{escape(shown)}</a> '
        f'<span class="read" data-read="{source.read}">{_READ_WORDS.get(source.read, "")}</span></li>'
    )
