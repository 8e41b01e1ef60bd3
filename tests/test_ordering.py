import pytest
from hypothesis import given
from hypothesis import strategies as st

from iron.values.errors import BadInputError
from iron.values.ordering import key_between, n_keys_between


@pytest.mark.parametrize(
    ("low", "high", "key"),
    [
        # Answers of fractional-indexing 3 on npm.
        (None, None, "a0"),
        (None, "a0", "Zz"),
        (None, "Zz", "Zy"),
        ("a0", None, "a1"),
        ("a0", "a1", "a0V"),
        ("a0V", "a1", "a0l"),
        ("a1", "a2", "a1V"),
        ("Zz", "a0", "ZzV"),
        ("Zz", "a1", "a0"),
        (None, "Y00", "Xzzz"),
        ("bzz", None, "c000"),
        ("a0", "a0V", "a0G"),
        (None, "a0V", "a0"),
        ("a0", "b125", "a1"),
        ("zzzzzzzzzzzzzzzzzzzzzzzzzzz", None, "zzzzzzzzzzzzzzzzzzzzzzzzzzzV"),
    ],
)
def test_a_key_is_the_one_the_app_makes(low: str | None, high: str | None, key: str) -> None:
    assert key_between(low, high) == key


def test_many_keys_follow_each_other_from_a0() -> None:
    keys = n_keys_between(None, None, 64)
    assert keys[:3] == ["a0", "a1", "a2"]
    assert keys[61:] == ["az", "b00", "b01"]


@given(st.lists(st.integers(0, 10_000), max_size=80))
def test_any_insertions_keep_keys_sorted_and_different(places: list[int]) -> None:
    keys: list[str] = []
    for number in places:
        place = number % (len(keys) + 1)
        low = keys[place - 1] if place else None
        high = keys[place] if place < len(keys) else None
        keys.insert(place, key_between(low, high))
    assert keys == sorted(set(keys))


@given(st.integers(0, 200))
def test_n_keys_between_fit_between_their_ends(count: int) -> None:
    keys = n_keys_between("a0", "a1", count)
    assert len(keys) == count
    assert ["a0", *keys, "a1"] == sorted({"a0", *keys, "a1"})


@pytest.mark.parametrize(
    ("low", "high"),
    [
        ("a1", "a0"),
        ("a0", "a0"),
        ("a0", "A" + 26 * "0"),
        (None, ""),
        (None, "a"),
        ("a00", "a1"),
        ("1", "a0"),
        ("a!", "a1"),
    ],
)
def test_nothing_is_put_before_a_bad_key_and_the_sentence_names_it(low: str | None, high: str) -> None:
    with pytest.raises(BadInputError, match="rder key"):
        key_between(low, high)


@given(st.text())
def test_a_new_item_finds_its_place_after_whatever_another_program_wrote(text: str) -> None:
    first, second = n_keys_between(text, None, 2)
    assert text < first < second
