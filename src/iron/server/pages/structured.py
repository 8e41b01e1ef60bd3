"""Structured data of a guide for search engines (schema.org HowTo and FAQPage), and its hash for the policy."""

from __future__ import annotations

import base64
import hashlib
import json
from html.parser import HTMLParser
from typing import Any, Final

_BLOCKS: Final = {"p", "li", "h3", "h4", "dd", "dt"}
# Badges and ways to the log are not part of the sentence.
_LEFT_OUT: Final = {"grade", "log-link", "to-log"}


class _Blocks(HTMLParser):
    """Collects the text of each block, without badges."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[tuple[str, str]] = []
        self._parts: list[str] = []
        self._open: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self._close_block("p")
        hidden = bool(_LEFT_OUT & set((dict(attrs).get("class") or "").split()))
        if tag not in {"br", "img", "hr"}:
            self._open.append((tag, hidden))

    def handle_endtag(self, tag: str) -> None:
        while self._open:
            if self._open.pop()[0] == tag:
                break
        if tag in _BLOCKS:
            self._close_block(tag)

    def handle_data(self, data: str) -> None:
        if not any(hidden for _, hidden in self._open):
            self._parts.append(data)

    def _close_block(self, tag: str) -> None:
        text = " ".join("".join(self._parts).split())
        self._parts = []
        if text:
            self.blocks.append((tag, text))

    def close(self) -> None:
        super().close()
        self._close_block("p")


def blocks(html: str) -> list[tuple[str, str]]:
    """The blocks of a piece of html as (tag, plain text), badges left out."""
    parser = _Blocks()
    parser.feed(html)
    parser.close()
    return parser.blocks


def plain(html: str) -> str:
    """The text of a piece of html."""
    return " ".join(text for _, text in blocks(html))


def summary(html: str, limit: int = 155) -> str:
    """The first sentences, at most ``limit`` characters, for search results and link previews."""
    text = plain(html)
    if len(text) <= limit:
        return text
    cut = text[:limit]
    stop = max(cut.rfind(". "), cut.rfind("? "))
    return cut[: stop + 1] if stop > limit // 3 else cut.rsplit(" ", 1)[0] + "…"


def steps(html: str) -> list[dict[str, str]]:
    """Steps of the execution section: one a heading when it has headings, else one a list item or paragraph."""
    paragraphs = blocks(html)
    if not any(tag == "h3" for tag, _ in paragraphs):
        items = [text for tag, text in paragraphs if tag == "li"] or [text for _, text in paragraphs]
        return [{"@type": "HowToStep", "text": text} for text in items]
    result: list[dict[str, str]] = []
    for tag, text in paragraphs:
        if tag == "h3":
            result.append({"@type": "HowToStep", "name": text, "text": ""})
        elif result:
            result[-1]["text"] = f"{result[-1]['text']} {text}".strip()
    return [step for step in result if step["text"]]


def guide_data(data: dict[str, Any], description: str, address: str) -> str:
    """The JSON-LD of a guide, safe to stand inside a script element."""
    graph: list[dict[str, Any]] = []
    execution = next((part["html"] for part in data.get("sections", []) if part["id"] == "execution"), "")
    how = steps(execution)
    if how:
        graph.append(
            {
                "@type": "HowTo",
                "@id": f"{address}#execution",
                "name": _how_to(data),
                "description": description,
                "step": how,
            }
        )
    questions = [
        {
            "@type": "Question",
            "name": question["q"],
            "acceptedAnswer": {"@type": "Answer", "text": plain(question["html"])},
        }
        for question in data.get("questions", [])
    ]
    if questions:
        graph.append({"@type": "FAQPage", "@id": f"{address}#questions", "mainEntity": questions})
    if not graph:
        return ""
    text = json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False)
    # "</script>" inside a string would end the element.
    return text.replace("<", "\\u003c")


def _how_to(data: dict[str, Any]) -> str:
    words = data.get("words")
    return f"{data['name']}: {words['how_to']}" if words else f"How to do the {data['name']}"


def script_hash(text: str) -> str:
    """The hash by which the content security policy allows this block."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
