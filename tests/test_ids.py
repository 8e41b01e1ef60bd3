from uuid import NAMESPACE_URL, UUID, uuid5

import pytest

from iron.values import ids


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Leg Press 45º (Máquina)", "leg press 45° (máquina)"),
        ("LEG  PRESS\t45° (MA\u0301QUINA) ", "leg press 45° (máquina)"),
        ("Maße", "masse"),
        ("Leg\u00a0Press", "leg press"),
        ("ﬁt", "fit"),
    ],
)
def test_names_that_read_the_same_fold_to_the_same(name: str, folded: str) -> None:
    assert ids.fold(name) == folded


def test_a_workout_id_is_the_uuid5_of_app_start_title_and_ordinal() -> None:
    namespace = uuid5(NAMESPACE_URL, "https://iron.invalid/import")
    expected = uuid5(namespace, "strong|2024-01-02T18:05:00|Legs A|0")
    assert ids.workout_id("strong", "2024-01-02T18:05:00", "Legs A", 0) == str(expected)


def test_entries_and_sets_hang_on_their_workout() -> None:
    workout = ids.workout_id("strong", "2024-01-02T18:05:00", "Legs A", 0)
    entry = ids.entry_id(workout, 2)
    assert entry == str(uuid5(UUID(workout), "entry|2"))
    assert ids.set_id(entry, 0) == str(uuid5(UUID(entry), "set|0"))


def test_both_degree_signs_name_one_machine_exercise_and_alias() -> None:
    for make in (ids.machine_id, ids.exercise_id, ids.alias_id):
        assert make("Leg Press 45º") == make("leg press 45°")
    assert ids.machine_id("Keller") != ids.exercise_id("Keller")


def test_an_import_is_known_by_app_and_file() -> None:
    assert ids.import_id("strong", "ab") != ids.import_id("hevy", "ab")
