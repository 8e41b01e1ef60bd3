"""The guide below the front matter: Markdown sections, claims in brackets, headings tied to the log."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.attrs import attrs_plugin

from iron.knowledge import words
from iron.knowledge.model import Question, Section
from iron.knowledge.rendering import badge, claim_open, heading

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from iron.knowledge.tables import File

_TIE: Final = re.compile(r"\s*\{(fault|variable|tip)=([a-z0-9_-]+)\}\s*$")
_MARK: Final = re.compile(r"\]\{claim=([^}\s]*)\}")
# No guide has a picture of another site, html or a horizontal rule; not looking for them saves a tenth of a check.
_UNUSED: Final = (
    "reference",
    "lheading",
    "code",
    "hr",
    "html_block",
    "html_inline",
    "autolink",
    "image",
    "blockquote",
)
_CLAIM_ID: Final = re.compile(r"^[a-z0-9]+(?:-[a-z0-9]+)*$")


@dataclass(frozen=True, slots=True)
class ClaimText:
    """A claim as it stands in the text, without marks, and its line."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Guide:
    """What the prose of one exercise holds."""

    sections: tuple[Section, ...] = ()
    questions: tuple[Question, ...] = ()
    claims: Mapping[str, ClaimText] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Marks:
    """What the front matter says about the marks in the prose.

    Attributes:
        exercise_id: for the links to the log.
        grades: grade by claim id, for the badges.
        faults: ids that headings may be tied to.
        variables: ids that headings may be tied to; ``depth`` where the exercise has one.
    """

    exercise_id: str
    grades: Mapping[str, str]
    faults: frozenset[str]
    variables: frozenset[str]


@dataclass(slots=True)
class _Reader:
    """One guide while it is read."""

    file: File
    first_line: int
    marks: Marks
    claims: dict[str, ClaimText] = field(default_factory=dict)
    tied: set[tuple[str, str]] = field(default_factory=set)

    def line(self, token: Token) -> int:
        return self.first_line + (token.map[0] if token.map else 0)

    def report(self, token: Token, sentence: str) -> None:
        self.file.report_at(self.line(token), sentence)


def read_guide(body: str, file: File, first_line: int, marks: Marks) -> Guide:
    """Read the Markdown below the front matter.

    Args:
        body: the Markdown; empty when there is no guide.
        file: takes the problems.
        first_line: line of the file on which ``body`` begins.
        marks: what claims and tied headings refer to.
    """
    if not body.strip():
        return Guide()
    reader = _Reader(file, first_line, marks)
    tokens = _parser().parse(body)
    claims = _claims(tokens, body, reader)
    reader.claims.update(claims)
    sections = []
    questions: list[Question] = []
    for section_id, part in _split(tokens, reader):
        part_tokens = [*_rendered(part, reader)]
        sections.append(Section(section_id, words.SECTIONS[section_id], _html(part_tokens)))
        if section_id == "questions":
            questions.extend(_questions(part_tokens))
    _check_order([section.id for section in sections], file, first_line)
    return Guide(tuple(sections), tuple(questions), claims)


@cache
def _parser() -> MarkdownIt:
    plain = MarkdownIt("commonmark", {"html": False}).disable(list(_UNUSED))
    return plain.use(attrs_plugin, spans=True, after=(), allowed=("claim",))


def _html(tokens: Sequence[Token]) -> str:
    parser = _parser()
    html: str = parser.renderer.render(tokens, parser.options, {})
    return html


def _split(tokens: Sequence[Token], reader: _Reader) -> Iterator[tuple[str, list[Token]]]:
    section_id = ""
    headed = False
    part: list[Token] = []
    skip = 0
    for index, token in enumerate(tokens):
        if skip:
            skip -= 1
            continue
        if token.type == "heading_open" and token.tag in {"h1", "h2"}:
            if section_id:
                yield section_id, part
            part, skip, headed = [], 2, True
            section_id = _section_id(token, tokens[index + 1].content, reader)
        elif section_id:
            part.append(token)
        elif not headed:
            reader.report(token, "Text stands before the first section; begin with ## overview.")
            headed = True
    if section_id:
        yield section_id, part


def _section_id(token: Token, content: str, reader: _Reader) -> str:
    section_id = content.strip().lower()
    if token.tag == "h2" and section_id in words.SECTIONS:
        return section_id
    known = ", ".join(words.SECTIONS)
    reader.report(token, f"“{content}” is not a section; use ## and one of: {known}.")
    return ""


def _check_order(ids: list[str], file: File, line: int) -> None:
    order = [key for key in words.SECTIONS if key in ids]
    if ids != order:
        file.report_at(line, f"Sections must come once each and in this order: {', '.join(order)}.")


def _claims(tokens: Sequence[Token], body: str, reader: _Reader) -> dict[str, ClaimText]:
    lines: dict[str, int] = {}
    for number, text in enumerate(body.splitlines(), reader.first_line):
        for mark in _MARK.finditer(text):
            key = mark.group(1)
            if key in lines:
                reader.file.report_at(
                    number, f"Claim “{key}” stands twice in the text; give each sentence its own."
                )
            elif not _CLAIM_ID.match(key):
                reader.file.report_at(
                    number, f"“{key}” cannot be a claim id; use small letters, digits and hyphens."
                )
            lines.setdefault(key, number)
    claims = {}
    for token in tokens:
        for key, text in _marked(token.children or []):
            claims[key] = ClaimText(text, lines.get(key, reader.line(token)))
    for key, number in lines.items():
        if key not in claims:
            reader.file.report_at(number, f"The brackets of claim “{key}” do not close in one paragraph.")
    return claims


def _marked(children: Sequence[Token]) -> Iterator[tuple[str, str]]:
    open_claims: list[tuple[str, list[str]]] = []
    for child in children:
        if child.type == "span_open":
            open_claims.append((str(child.attrs.get("claim", "")), []))
        elif child.type == "span_close" and open_claims:
            key, parts = open_claims.pop()
            yield key, "".join(parts).strip()
        elif child.type in {"text", "code_inline"}:
            for _, parts in open_claims:
                parts.append(child.content)
        elif child.type == "softbreak":
            for _, parts in open_claims:
                parts.append(" ")


def _rendered(tokens: Sequence[Token], reader: _Reader) -> Iterator[Token]:
    """Turn claim spans and tied headings into their html."""
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if token.type == "heading_open":
            inline = tokens[index + 1]
            tie = _TIE.search(inline.content)
            if tie:
                yield _tied(token, inline, tie, reader)
                index += 3
                continue
        if token.type == "inline":
            _mark_claims(token, reader)
        yield token
        index += 1


def _mark_claims(token: Token, reader: _Reader) -> None:
    stack: list[str] = []
    children = []
    for child in token.children or []:
        if child.type == "span_open":
            stack.append(str(child.attrs.get("claim", "")))
            children.append(_raw(claim_open(stack[-1], reader.marks.grades.get(stack[-1], ""))))
        elif child.type == "span_close" and stack:
            key = stack.pop()
            children.append(_raw(" " + badge(reader.marks.grades.get(key, ""), key) + "</span>"))
        else:
            children.append(child)
    token.children = children


def _tied(token: Token, inline: Token, tie: re.Match[str], reader: _Reader) -> Token:
    kind, target = tie.group(1), tie.group(2)
    known = {"fault": reader.marks.faults, "variable": reader.marks.variables}
    if kind in known and target not in known[kind]:
        reader.report(token, f"The {kind} “{target}” of this heading is not in the front matter.")
    if (kind, target) in reader.tied:
        reader.report(token, f"Two headings are tied to the {kind} “{target}”; anchors must be unique.")
    reader.tied.add((kind, target))
    title = _parser().renderInline(inline.content[: tie.start()])
    return _raw(heading(title, kind, target, reader.marks.exercise_id), block=True)


def _raw(html: str, *, block: bool = False) -> Token:
    return Token("html_block" if block else "html_inline", "", 0, content=html)


def _questions(tokens: Sequence[Token]) -> Iterator[Question]:
    starts = [index for index, token in enumerate(tokens) if token.type == "heading_open"]
    for start, end in pairwise([*starts, len(tokens)]):
        yield Question(tokens[start + 1].content, _html(tokens[start + 3 : end]).strip())
