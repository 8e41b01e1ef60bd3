"""Random bodies of every kind that the checker takes: made from the types of the contract, with explicit nulls, unknown keys
and newer versions. Shared by the tests of what push accepts and what readers read."""

from __future__ import annotations

import msgspec
from hypothesis import strategies as st
from msgspec import inspect

from iron.records.bodies import BODIES
from iron.records.documents import KINDS, check_body
from iron.values.errors import BadDocumentError

EXERCISES = (
    "leg-press-45",
    "bench-press-barbell",
    "lat-pulldown",
    "plank",
    "11111111-1111-7111-8111-111111111111",
)
WORDS = st.sampled_from(
    ["", "a", "Legs", "=SUM(A1)", "ä ö 💪", "\u202e", "-1", "2026-01-01", "kg", "\ud7ff", "x" * 60]
)
NUMBERS = st.sampled_from([0, 1, 2.5, 8, 60, 99.9])
ANYTHING = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-(2**53), 2**53), st.floats(-1e9, 1e9), WORDS),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(WORDS, inner, max_size=2),
    max_leaves=4,
)
SECONDS = st.integers(0, 59).map("{:02d}".format)
MOMENTS = st.builds(
    "20{}-{}-{}T1{}:{}:{}".format,
    *(st.sampled_from(["10", "11", "12"]),) * 3,
    st.integers(0, 9),
    SECONDS,
    SECONDS,
)
DAYS = MOMENTS.map(lambda text: text[:10])


def _struct(shape: type) -> inspect.StructType:
    info = inspect.type_info(shape)
    assert isinstance(info, inspect.StructType)
    return info


def bodies(kind: str) -> st.SearchStrategy[dict]:
    """Bodies of a kind that `check_body` takes."""
    shape = BODIES.get(kind)
    known = fields(_struct(shape)) if shape else st.dictionaries(WORDS, ANYTHING, max_size=3)
    unknown = st.dictionaries(
        st.sampled_from(["digests", "names", "later", "muscles", "v2", "source"]), ANYTHING, max_size=2
    )
    version = st.sampled_from([1, 1, 1, 1, 2, 99])
    made = st.builds(lambda more, body, v: {**more, **body, "v": v}, unknown, known, version)
    return made.filter(lambda body: is_taken(kind, body))


def newer(kind: str) -> st.SearchStrategy[dict]:
    """Bodies of a newer Iron: anything at all under the keys that are known today."""
    shape = BODIES.get(kind)
    names = [field.encode_name for field in _struct(shape).fields] if shape else ["a", "b"]
    return st.dictionaries(st.sampled_from(names), ANYTHING, max_size=4).map(lambda body: {**body, "v": 2})


def is_taken(kind: str, body: dict) -> bool:
    try:
        check_body(kind, body)
    except BadDocumentError:
        return False
    return True


def fields(shape: inspect.StructType) -> st.SearchStrategy[dict]:
    must = {
        field.encode_name: value(field.type, field.encode_name) for field in shape.fields if field.required
    }
    may = {
        field.encode_name: value(field.type, field.encode_name)
        for field in shape.fields
        if not field.required
    }
    return st.fixed_dictionaries(must, optional=may)


def value(kind: inspect.Type, name: str) -> st.SearchStrategy:
    """Values of one type of msgspec."""
    match kind:
        case inspect.UnionType(types=types):
            return st.one_of(*(value(type_, name) for type_ in types))
        case inspect.StructType():
            return fields(kind)
        case inspect.NoneType():
            return st.none()
        case inspect.BoolType():
            return st.booleans()
        case inspect.LiteralType(values=values):
            return st.sampled_from(values)
        case inspect.IntType() | inspect.FloatType():
            return number(kind)
        case inspect.ListType(item_type=item):
            return st.lists(value(item, name), max_size=3)
        case inspect.TupleType(item_types=items):
            return st.tuples(*(value(item, name) for item in items)).map(list)
        case inspect.DictType(value_type=inner):
            return st.dictionaries(WORDS, value(inner, name), max_size=3)
        case inspect.StrType():
            return text(kind, name)
    return ANYTHING


def number(kind: inspect.IntType | inspect.FloatType) -> st.SearchStrategy:
    low = kind.ge if kind.ge is not None else kind.gt
    high = kind.le if kind.le is not None else kind.lt
    ends = [each for each in (kind.ge, kind.le) if each is not None]
    inside = NUMBERS.filter(lambda each: (low is None or each > low) and (high is None or each < high))
    numbers = st.one_of(inside, *([st.sampled_from(ends)] if ends else []))
    return numbers.map(int) if isinstance(kind, inspect.IntType) else numbers


def text(kind: inspect.StrType, name: str) -> st.SearchStrategy[str]:
    if kind.pattern and "T" in kind.pattern:
        return MOMENTS
    if kind.pattern and "\\d{4}" in kind.pattern:
        return DAYS
    if kind.pattern:
        return st.sampled_from(["a", "b-1", "foot_height"])
    if name in {"exercise", "alias_of"}:
        return st.sampled_from(EXERCISES)
    if name == "id":
        return st.uuids(version=4).map(str)
    return WORDS.filter(lambda each: (kind.min_length or 0) <= len(each) <= (kind.max_length or 1000))


def journals() -> st.SearchStrategy[list[tuple[str, dict]]]:
    """A few documents of every kind."""
    document = st.sampled_from(KINDS).flatmap(
        lambda kind: st.tuples(st.just(kind), st.one_of(bodies(kind), bodies(kind), newer(kind)))
    )
    workout = bodies("workout").map(lambda body: ("workout", body))
    return st.lists(st.one_of(workout, document), min_size=1, max_size=8)


def as_json(body: dict) -> bytes:
    return msgspec.json.encode(body)
