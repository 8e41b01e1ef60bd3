"""Messages of the screens as TypeScript: content/messages/en/log.ftl becomes core/generated/messages-log.ts of the app.

A message is a constant, or a function of its values; one with attributes is an object of them. Nothing is parsed on the
phone, and a name or a value that does not exist is an error of the compiler. The part of Fluent that is read: text,
``{ $value }`` and a choice by a value; anything else is refused with its line.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from fluent.syntax import FluentParser, ast

FOLDER: Final = Path(__file__).resolve().parents[1] / "content" / "messages" / "en"
_HEAD: Final = "/** Written by `make generated` from content/messages/en/{name}.ftl: change that file. */\n"
_VALUE: Final = "type Value = string | number\n"
_SINGULAR: Final = "import { isSingular } from './plural'\n\n"
# Made once for all screens: making the rules takes milliseconds on a slow phone.
_PLURAL: Final = """/** Written by `make generated`: whether a message speaks of a single thing. */

const RULES = new Intl.PluralRules('en-GB')

/** Whether a value takes the singular; a number that is already text never does. */
export function isSingular(value: string | number): boolean {
  return typeof value === 'number' && RULES.select(value) === 'one'
}
"""
_WIDTH: Final = 110
_RESERVED: Final = re.compile(
    "await|break|case|catch|class|const|continue|debugger|default|delete|do|else|enum|export|extends|false|finally|for|"
    "function|if|import|in|instanceof|let|new|null|return|static|super|switch|this|throw|true|try|typeof|var|void|"
    "while|with|yield"
)
_ESCAPES: Final = (("\\", "\\\\"), ("`", "\\`"), ("$", "\\$"))


class UnreadableMessageError(ValueError):
    """A message that cannot become TypeScript; the text says which one and why."""


def messages_files() -> dict[str, str]:
    """Return the TypeScript of every screen's messages by its file name, and the one that all of them share."""
    return {"plural.ts": _PLURAL} | {
        f"messages-{path.stem}.ts": messages_file(path.stem, path.read_text(encoding="utf-8"))
        for path in sorted(FOLDER.glob("*.ftl"))
    }


def messages_file(name: str, fluent: str) -> str:
    """Return the TypeScript of one file of messages.

    Raises:
        UnreadableMessageError: the file is not Fluent, has a message twice, or uses what is not read here.
    """
    constants: dict[str, str] = {}
    for entry in FluentParser(with_spans=True).parse(fluent).body:
        if isinstance(entry, ast.Message):
            constant = _camel(entry.id.name)
            if _RESERVED.fullmatch(constant):
                raise UnreadableMessageError(
                    f"{name}.ftl: “{constant}” is a word of TypeScript: choose another id."
                )
            if constant in constants:
                raise UnreadableMessageError(f"{name}.ftl has {entry.id.name} twice.")
            constants[constant] = _value(entry, f"{name}.ftl, {entry.id.name}")
        elif not isinstance(entry, ast.BaseComment):
            start = entry.span.start if entry.span else 0
            raise UnreadableMessageError(f"{name}.ftl: this is no message: {fluent[start:][:60]!r}")
    lines = [f"export const {constant} = {value}\n" for constant, value in constants.items()]
    helpers = "".join(_wrapped(line) + "\n" for line in "".join(lines).splitlines())
    helper = _SINGULAR if "isSingular(" in helpers else ""
    value = _VALUE if ": Value" in helper + helpers else ""
    return _HEAD.format(name=name) + "\n" + helper + value + ("\n" if value else "") + helpers


def _wrapped(line: str) -> str:
    """Break a line of TypeScript at spaces; a text that is broken is joined by a plus."""
    broken: list[str] = []
    current = ""
    spaces: list[
        tuple[int, bool]
    ] = []  # places after a space of the current line, and whether they are in a text
    opened: list[str] = []
    for sign in re.findall(r"\\.|\$\{|.", line):
        current += sign
        in_text = opened[-1:] == ["`"]
        if sign == "`":
            opened.pop() if in_text else opened.append(sign)
        elif sign == "${":
            opened.append(sign)
        elif sign == "}" and opened[-1:] == ["${"]:
            opened.pop()
        elif sign == " " and (opened or current.endswith("; ")) and len(current) <= _WIDTH - 3:
            spaces.append((len(current), in_text))
        if len(current) > _WIDTH and spaces:
            at, in_text = spaces[-1]
            broken.append(current[:at] + "` +" if in_text else current[:at].rstrip())
            current = ("    `" if in_text else "    ") + current[at:]
            spaces = []
    return "\n".join([*broken, current])


def _camel(name: str) -> str:
    first, *others = name.split("-")
    return first + "".join(part[:1].upper() + part[1:] for part in others)


def _value(message: ast.Message, place: str) -> str:
    if not message.attributes:
        if message.value is None:
            raise UnreadableMessageError(f"{place} says nothing.")
        return _pattern(message.value, place)
    if message.value is not None:
        raise UnreadableMessageError(f"{place} has a text and attributes: choose one.")
    parts = [
        f"  '{each.id.name}': {_pattern(each.value, f'{place}.{each.id.name}')},\n"
        for each in message.attributes
    ]
    return "{\n" + "".join(parts) + "} as const"


def _pattern(pattern: ast.Pattern, place: str) -> str:
    values: dict[str, str] = {}
    text = _template(pattern, values, place)
    if not values:
        return text
    fields = "; ".join(f"{name}: {kind}" for name, kind in values.items())
    return f"({{ {', '.join(values)} }}: {{ {fields} }}) =>\n  {text}"


def _template(pattern: ast.Pattern, values: dict[str, str], place: str) -> str:
    return "`" + "".join(_element(each, values, place) for each in pattern.elements) + "`"


def _element(element: ast.TextElement | ast.Placeable, values: dict[str, str], place: str) -> str:
    if isinstance(element, ast.TextElement):
        return _escaped(element.value)
    inner = element.expression
    if isinstance(inner, ast.StringLiteral):
        return _escaped(inner.parse()["value"])
    if isinstance(inner, ast.VariableReference):
        values.setdefault(inner.id.name, "Value")
        return f"${{{inner.id.name}}}"
    if isinstance(inner, ast.SelectExpression) and isinstance(inner.selector, ast.VariableReference):
        return f"${{{_choice(inner, inner.selector.id.name, values, place)}}}"
    raise UnreadableMessageError(f"{place}: only text, {{ $value }} and a choice by a value are read here.")


def _escaped(text: str) -> str:
    for sign, escaped in _ESCAPES:
        text = text.replace(sign, escaped)
    return text


def _choice(choice: ast.SelectExpression, value: str, values: dict[str, str], place: str) -> str:
    values.setdefault(value, "Value")
    usual = next(variant for variant in choice.variants if variant.default)
    tests = "".join(
        f"{_test(value, variant)} ? {_template(variant.value, values, place)} : "
        for variant in choice.variants
        if not variant.default
    )
    return tests + _template(usual.value, values, place)


def _test(value: str, variant: ast.Variant) -> str:
    """Whether a value chooses a variant: a number, a word, or `one`, which is Fluent's name of the singular."""
    if isinstance(variant.key, ast.NumberLiteral):
        return f"{value} === {variant.key.value}"
    return f"isSingular({value})" if variant.key.name == "one" else f"{value} === '{variant.key.name}'"
