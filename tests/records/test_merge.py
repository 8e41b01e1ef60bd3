import copy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iron.records.merge import Lost, merge, same

SCALARS = st.one_of(
    st.none(), st.booleans(), st.integers(-5, 5), st.sampled_from(["", "a", "b"]), st.just(1.5)
)
KEYS = st.sampled_from(["a", "b", "c", "order", "id"])
# Weird on purpose: ids that are numbers, lists with one id twice, null, nests of everything.
JSON = st.recursive(
    SCALARS,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(KEYS, inner, max_size=4)),
    max_leaves=12,
)
OBJECTS = st.dictionaries(KEYS, JSON, max_size=4)


def sets(**reps):
    return [{"id": key, "order": f"a{n}", "reps": count} for n, (key, count) in enumerate(reps.items())]


def test_fields_changed_on_different_devices_both_stay():
    merged, lost = merge({"a": 1, "b": 1}, {"a": 2, "b": 1}, {"a": 1, "b": 3})
    assert (merged, lost) == ({"a": 2, "b": 3}, ())


def test_the_same_field_changed_twice_takes_the_later_arrival_and_names_the_loser():
    assert merge({"a": 1}, {"a": 2}, {"a": 3}) == ({"a": 2}, (Lost("a", 3),))


def test_sets_added_on_two_devices_stand_in_their_order():
    base = {"sets": [{"id": "x", "order": "a1"}]}
    incoming = {"sets": [{"id": "x", "order": "a1"}, {"id": "p", "order": "a2"}]}
    current = {"sets": [{"id": "q", "order": "a0"}, {"id": "x", "order": "a1"}]}
    merged, lost = merge(base, incoming, current)
    assert ([set_["id"] for set_ in merged["sets"]], lost) == (["q", "x", "p"], ())


def test_a_set_deleted_on_one_side_and_untouched_on_the_other_is_gone():
    base = {"sets": sets(x=12, y=11), "note": "-"}
    merged, lost = merge(base, {"sets": sets(x=12), "note": "-"}, {**base, "note": "tired"})
    assert ([set_["id"] for set_ in merged["sets"]], merged["note"], lost) == (["x"], "tired", ())


@pytest.mark.parametrize("deleted_by_the_later", [True, False])
def test_an_edited_set_survives_its_deletion_on_the_other_side(deleted_by_the_later):
    base, edited, deleted = {"sets": sets(x=12, y=11)}, {"sets": sets(x=12, y=9)}, {"sets": sets(x=12)}
    merged, lost = merge(base, deleted, edited) if deleted_by_the_later else merge(base, edited, deleted)
    assert ([set_["reps"] for set_ in merged["sets"]], lost) == ([12, 9], ())


def test_a_field_cleared_on_one_side_and_edited_on_the_other_keeps_the_edit():
    assert merge({"note": "a"}, {}, {"note": "b"}) == ({"note": "b"}, ())
    assert merge({"note": "a"}, {"note": "b"}, {}) == ({"note": "b"}, ())


def test_a_list_of_plain_values_is_one_value():
    base = {"faults": ["heels_up"]}
    merged, lost = merge(base, {"faults": []}, {"faults": ["heels_up", "cut_range"]})
    assert (merged, lost) == ({"faults": []}, (Lost("faults", ["heels_up", "cut_range"]),))


def test_an_empty_base_joins_what_both_sides_have():
    merged, lost = merge(None, {"name": "Panatta", "gym": "Keller"}, {"name": "Panatta", "base_kg": 55})
    assert (merged, lost) == ({"name": "Panatta", "base_kg": 55, "gym": "Keller"}, ())


def test_items_without_order_keys_keep_their_places_whoever_came_first():
    base = [{"id": "m"}, {"id": "n"}]
    first, other = [{"id": "m"}, {"id": "p"}, {"id": "n"}], [{"id": "m"}, {"id": "q"}, {"id": "n"}]
    assert [item["id"] for item in merge(base, first, other)[0]] == ["m", "p", "q", "n"]
    assert [item["id"] for item in merge(base, other, first)[0]] == ["m", "p", "q", "n"]


def test_an_item_without_an_order_key_that_was_put_first_stays_first():
    base = [{"id": "m"}, {"id": "n"}]
    first, more = [{"id": "a"}, *base], [*base, {"id": "z"}]
    assert [item["id"] for item in merge(base, first, more)[0]] == ["a", "m", "n", "z"]
    assert [item["id"] for item in merge(base, more, first)[0]] == ["a", "m", "n", "z"]


@pytest.mark.parametrize("wrap", [lambda value: {"x": value}, lambda value: [{"id": "x", "y": value}]])
def test_what_is_nested_deeper_than_any_body_is_one_value_of_the_later_arrival(wrap):
    base, incoming, current = {}, {"mine": 1}, {"theirs": 2}
    for _ in range(100):
        base, incoming, current = ({"in": wrap(each)} for each in (base, incoming, current))
    merged, lost = merge(base, incoming, current)
    assert merged == incoming
    assert len(lost) == 1


def test_true_is_not_one():
    assert not same({"failure": True}, {"failure": 1})
    assert merge({"a": 1}, {"a": True}, {"a": 1}) == ({"a": True}, ())


@given(JSON, JSON, JSON)
def test_no_json_makes_it_raise_and_the_inputs_stay_as_they_were(base, incoming, current):
    before = copy.deepcopy((base, incoming, current))
    assert merge(base, incoming, current) == merge(base, incoming, current)
    assert (base, incoming, current) == before


@given(OBJECTS, OBJECTS)
def test_a_device_that_changed_nothing_changes_nothing(base, current):
    assert merge(base, base, current) == (current, ())


@given(OBJECTS, OBJECTS)
def test_where_nobody_else_was_the_incoming_one_stands(base, incoming):
    assert merge(base, incoming, base) == (incoming, ())


@given(OBJECTS, OBJECTS, OBJECTS)
def test_merging_the_same_again_changes_nothing(base, incoming, current):
    merged, _ = merge(base, incoming, current)
    assert same(merge(base, incoming, merged)[0], merged)


def leaves(value, path=""):
    """Every scalar with its path, list items by id where they have one."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, f"{path}.{key}")
    elif isinstance(value, list):
        for inner in value:
            yield from leaves(inner, f"{path}[]")
    else:
        yield path, repr(value)


@given(OBJECTS, OBJECTS, OBJECTS)
def test_no_value_disappears_unseen(base, incoming, current):
    merged, lost = merge(base, incoming, current)
    survivors = {leaf for _, leaf in leaves(merged)} | {
        leaf for item in lost for _, leaf in leaves(item.value)
    }
    known = {leaf for _, leaf in leaves(base)}
    for side in (incoming, current):
        gone = {leaf for _, leaf in leaves(side)} - survivors - known
        assert gone == set()


@st.composite
def workouts(draw):
    ids = draw(st.lists(st.sampled_from("pqrstuvw"), unique=True, min_size=1, max_size=6))
    return {key: {"id": key, "order": f"a{key}", "reps": draw(st.integers(1, 9)), "rir": 1} for key in ids}


@given(workouts(), st.data())
def test_edits_of_different_sets_commute(base, data):
    keys = sorted(base)
    mine = set(data.draw(st.lists(st.sampled_from(keys), unique=True)))

    def edited(own, letters):
        sets = {key: dict(set_) for key, set_ in base.items()}
        for key in own:
            what = data.draw(st.sampled_from(["edit", "delete", "leave"]))
            if what == "edit":
                sets[key]["reps"] = data.draw(st.integers(10, 19))
            if what == "delete":
                del sets[key]
        for letter in data.draw(st.lists(st.sampled_from(letters), unique=True)):
            sets[letter] = {"id": letter, "order": f"b{letter}", "reps": 20}
        return {"sets": list(sets.values())}

    whole = {"sets": list(base.values())}
    mine_edited, other = edited(mine, "ABC"), edited(set(keys) - mine, "XYZ")
    first, second = merge(whole, mine_edited, other), merge(whole, other, mine_edited)
    assert (first[1], second[1]) == ((), ())
    assert {item["id"]: item for item in first[0]["sets"]} == {item["id"]: item for item in second[0]["sets"]}
