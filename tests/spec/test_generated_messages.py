"""Fluent messages of screens become TypeScript; what that cannot say is refused with its place."""

from __future__ import annotations

import pytest
from generated_messages import UnreadableMessageError, messages_file


def lines(fluent: str) -> list[str]:
    return messages_file("log", fluent).splitlines()[2:]


def test_a_text_is_a_constant_and_one_with_values_a_function_of_them() -> None:
    assert lines("add-exercise = Add exercise") == ["export const addExercise = `Add exercise`"]
    assert lines("rest-of = Rest { $time }") == [
        "type Value = string | number",
        "",
        "export const restOf = ({ time }: { time: Value }) =>",
        "  `Rest ${time}`",
    ]


def test_a_choice_is_by_the_singular_by_a_number_or_by_a_word() -> None:
    fluent = (
        "sets = { $n ->\n    [one] A set\n    [2] A pair\n    [none] Nothing\n   *[other] { $n } sets\n }"
    )
    [text] = [line for line in lines(fluent) if "A set" in line]
    assert (
        text == "  `${isSingular(n) ? `A set` : n === 2 ? `A pair` : n === 'none' ? `Nothing` : `${n} sets`}`"
    )


def test_a_long_text_goes_on_in_the_next_line() -> None:
    [first, second] = lines("long = " + "sled " * 30 + "end")
    assert max(len(first), len(second)) <= 110
    assert first.endswith("sled ` +")
    assert second.startswith("    `sled ")
    assert second.endswith("end`")


def test_signs_of_typescript_in_a_text_stay_text() -> None:
    assert lines('odd = A ` and \\ and { "$" }{ "{" }1') == [r"export const odd = `A \` and \\ and \${1`"]


def test_attributes_are_an_object_by_their_names() -> None:
    assert lines("phase =\n    .work-rest = Work\n    .over = Over") == [
        "export const phase = {",
        "  'work-rest': `Work`,",
        "  'over': `Over`,",
        "} as const",
    ]


@pytest.mark.parametrize(
    ("fluent", "why"),
    [
        ("a = { NUMBER($n) }", "log.ftl, a: only text"),
        ("a = { b }\nb = B", "log.ftl, a: only text"),
        ("a = A\n    .b = B", "log.ftl, a has a text and attributes"),
        ("a-b = A\naB = B", "has aB twice"),
        ("a = { $n", "this is no message"),
        ("-term = T", "this is no message"),
        ("delete = Delete", "word of TypeScript"),
    ],
)
def test_what_is_not_read_is_refused_with_its_place(fluent: str, why: str) -> None:
    with pytest.raises(UnreadableMessageError, match=why.replace("$", r"\$")):
        messages_file("log", fluent)
