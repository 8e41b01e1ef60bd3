"""FitNotes, Liftosaur, Fitbod, StrongLifts, GymBook, RepCount, LiftLog and hand-made tables, as invented rows."""

from datetime import datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iron.exchange import KnownDocuments, MachineWords, plan_import
from iron.exchange.options import ReadOptions
from iron.exchange.reading import dates
from iron.exchange.reading.sniff import TABLES, read_file
from iron.exchange.reading.table import parse
from iron.records.documents import check_body
from iron.values.errors import BadFileError
from iron.values.units import Load, as_lifted

F0 = """Date,Exercise,Category,Weight (lbs),Reps,Distance,Distance Unit,Time
2017-01-02,Leg Press,Legs,400.0,12,,,
2017-01-02,Overhead Press (Each Side, Dumbbells),Shoulders,50.0,8,,,
"""
F1 = """Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time,Comment
2024-01-02,Leg Press,Legs,180.0,kgs,12,,,,""
2024-01-02,Leg Press,Legs,180.0,kgs,12,,,,"deep, slow"
2024-01-02,Overhead Press (Each Side, Dumbbells),Shoulders,20.0,kgs,8,,,,""
2024-01-03,Rowing,Cardio,,,,2000,m,0:08:00,""
2024-01-03,Plank, long,Core,,,,,,0:01:30,""
"""
F2 = """Date,Exercise,Category,Weight (kg),Weight (lbs),Reps,Distance,Distance Unit,Time,Notes,Kind
2024-01-02,Leg Press,Legs,,400,12,,,,,wr
2024-01-02,Leg Press,Legs,180,,12,,,,,wr
"""
LIFTOSAUR = """Workout DateTime,Program,Day Name,Exercise,Is Warmup Set?,Required Reps,Completed Reps,Is AMRAP?,Required RPE,Completed RPE,Log RPE?,Required Weight Value,Required Weight Unit,Completed Weight Value,Completed Weight Unit,Ask Weight?,Completed Reps Time,Target Muscles,Synergist Muscles,Notes
2024-01-02T18:05:07.123Z,5/3/1,Day 1,"Leg Press, Leverage Machine",1,5,5,0,,,0,60,kg,60,kg,0,,"Quads","Glutes, Calves",go
2024-01-02T18:05:07.123Z,5/3/1,Day 1,"Leg Press, Leverage Machine",0,5,7,1,8,9,1,100,kg,102.5,kg,0,,"Quads","Glutes, Calves",
2024-01-02T18:05:07.123Z,5/3/1,Day 1,"Leg Press, Leverage Machine",0,5,,0,,,0,100,kg,,,0,,"Quads","Glutes, Calves",
"""
FITBOD_OLD = """Date,Exercise,Sets,Reps,Weight,isWarmup,Note
2019-02-13 18:02:11 +0000,Leg Press,1,12,6.803893642,TRUE,
2019-02-13 18:02:11 +0000,Leg Press,1,12,90.71858189,,
2019-02-13 18:02:11 +0000,Leg Press,1,12,90.71858189,,
"""
FITBOD_NEW = """Date,Exercise,Reps,Weight(kg),Duration(s),Distance(m),Incline,Resistance,isWarmup,Note,multiplier
2025-02-13 18:02:11 +0000,Dumbbell Curl,12,10.0,0.0,0.0,0.0,0.0,false,,2.0
2025-02-13 18:02:11 +0000,Running,0,0.0,600.0,1500.0,0.0,0.0,false,,1.0
"""
STRONGLIFTS = """Date (yyyy/mm/dd),Workout,Workout Name,Program Name,Body Weight (KG),Exercise,Sets×Reps,Sets×Time,Top Set (Reps×KG),e1RM (KG),Reps,Volume (KG),Workout Volume (KG),Duration (hours),Start Time (h:mm),End Time (h:mm),Notes,Set 1 (Reps),Set 1 (KG),Set 2 (Reps),Set 2 (KG),Set 3 (Reps),Set 3 (KG)
2026/01/05,12,Workout A,5x5,80,Squat,5/0/-,,5×100,113,5,500,500,1.2,10:56 PM,12:08 AM,ok,5,100,0,100,0,100
2026/01/05,12,Workout A,5x5,80,Plank,,60/45,,,,,,1.2,10:56 PM,12:08 AM,,,,,,,
"""
GYMBOOK = """Data,Programma,Ora,Esercizio,Zona,Primari,Secondari,Serie / Riscaldamento / Defaticamento,Ripetizioni / Tempo,Peso / Distanza,Note,Saltato
05/01/26,Gambe,21:30,Leg Press,Gambe,Q,G,Serie,"20 ripetizioni","10,00 kg",,No
05/01/26,Gambe,18:20,Corsa,Gambe,Q,G,Serie,14 minuti,"1,50 km",,No
05/01/26,Gambe,18:10,Leg Press,Gambe,Q,G,Serie,12 ripetizioni,"182,50 kg",,Si
05/01/26,Gambe,18:05,Leg Press,Gambe,Q,G,Riscaldamento,12 ripetizioni,"82,50 kg",piano,No
"""
REPCOUNT = """Workout Start,Workout End,Exercise,Weight,Reps,Notes,Kcal,Distance,Duration,Category,Name,Bodyweight
2026-07-15 18:05,2026-07-15 19:05,Leg Press,180,12,,,,,Legs,Leg day,0
"""
LIFTLOG = """SessionId,Timestamp,Exercise,Weight,WeightUnit,Reps,TargetReps,Notes
a,2026-07-15T18:09:00,Leg Press,180,kg,12,12,
a,2026-07-15T18:05:00,Leg Press,180,kg,12,12,
"""
GENERIC = """Datum;Übung;Gewicht (kg);Wdh;Notiz
4.3.2025;Beinpresse;180,5;12;tief
4.3.2025;Beinpresse;180,5;10;
"""
SAMPLES = {
    "fitnotes-f0": F0,
    "fitnotes-f1": F1,
    "fitnotes-f2": F2,
    "liftosaur-csv": LIFTOSAUR,
    "fitbod-old": FITBOD_OLD,
    "fitbod-new": FITBOD_NEW,
    "stronglifts-2": STRONGLIFTS,
    "gymbook-csv": GYMBOOK,
    "repcount-csv": REPCOUNT,
    "liftlog-csv": LIFTLOG,
    "generic": GENERIC,
}


def read(text: str):
    return read_file(text.encode())


def sets(foreign):
    return [each for workout in foreign.workouts for block in workout.blocks for each in block.sets]


@pytest.mark.parametrize("name", SAMPLES)
def test_every_format_is_known_by_its_header_and_by_no_other_reader(name: str) -> None:
    assert read(SAMPLES[name]).format == name
    table = parse(SAMPLES[name].encode())
    formats: list[Any] = list(TABLES)
    sure = [format_.NAME for format_ in formats if format_.detect(table) > 0.1]
    assert sure == ([] if name == "generic" else [name.split("-", maxsplit=1)[0]])


@pytest.mark.parametrize("name", ["fitnotes-f2", "repcount-csv", "liftlog-csv", "generic"])
def test_a_reader_built_without_a_real_file_says_so(name: str) -> None:
    foreign = read(SAMPLES[name])
    assert foreign.experimental
    assert any("experimental" in sentence for sentence in foreign.warnings)


@pytest.mark.parametrize("name", [name for name in SAMPLES if name != "stronglifts-2"])
def test_every_row_is_a_set_or_skipped(name: str) -> None:
    foreign = read(SAMPLES[name])
    assert (
        foreign.set_count + foreign.rest_rows + foreign.note_rows + len(foreign.skipped) == foreign.data_rows
    )


def test_fitnotes_names_with_a_comma_are_put_back_together() -> None:
    for text in (F0, F1):
        names = [block.name for workout in read(text).workouts for block in workout.blocks]
        assert "Overhead Press (Each Side, Dumbbells)" in names
    foreign = read(F1)
    assert foreign.workouts[1].blocks[1].name == "Plank, long"
    assert any("had a comma" in sentence and "2 rows" in sentence for sentence in foreign.warnings)
    assert foreign.skipped == ()


def test_fitnotes_days_are_workouts_and_straight_sets_repeat() -> None:
    foreign = read(F1)
    assert [workout.start for workout in foreign.workouts] == [datetime(2024, 1, 2), datetime(2024, 1, 3)]
    first, second, *_ = sets(foreign)
    assert (
        (first.load, first.load_unit, first.reps)
        == (second.load, second.load_unit, second.reps)
        == (180, "kg", 12)
    )
    assert second.note == "deep, slow"
    rowing = sets(foreign)[3]
    assert (rowing.distance, rowing.distance_unit, rowing.duration_s, rowing.reps) == (2000, "m", 480, None)


def test_fitnotes_2_takes_the_filled_weight_column() -> None:
    assert [(each.load, each.load_unit) for each in sets(read(F2))] == [(400, "lb"), (180, "kg")]


def test_liftosaur_takes_completed_numbers_and_lists_planned_sets_as_skipped() -> None:
    foreign = read(LIFTOSAUR)
    warm_up, working = sets(foreign)
    assert (warm_up.kind, working.kind) == ("warm-up", "working")
    assert (working.load, working.load_unit, working.reps, working.rpe) == (102.5, "kg", 7, 9)
    assert foreign.workouts[0].blocks[0].name == "Leg Press, Leverage Machine"
    assert [(skipped.line, skipped.reason) for skipped in foreign.skipped] == [
        (4, "The set was planned and not done.")
    ]


def test_fitbod_is_kilograms_that_were_lifted_in_pounds() -> None:
    warm_up, first, second = sets(read(FITBOD_OLD))
    assert warm_up.kind == "warm-up"
    assert as_lifted(warm_up.load, "kg") == Load(15, "lb")
    assert (first.load, first.reps) == (second.load, second.reps)
    curl, run = sets(read(FITBOD_NEW))
    assert curl.load == 10
    assert (run.duration_s, run.distance, run.distance_unit, run.reps) == (600, 1500, "m", None)


def test_equal_days_and_clocks_of_stronglifts_are_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    texts: list[str] = []
    taken_apart = dates._taken_apart

    def counted(text: str, language: str | None) -> Any:
        texts.append(text)
        return taken_apart(text, language)

    monkeypatch.setattr(dates, "_taken_apart", counted)
    head, _, rows = STRONGLIFTS.partition("\n")
    assert (
        read_file(f"{head}\n{rows * 20}".encode()).set_count == 20 * read_file(STRONGLIFTS.encode()).set_count
    )
    # Each of the two files has its own reader.
    assert texts
    assert max(map(texts.count, texts)) <= 2


def test_stronglifts_tells_failed_from_not_done_and_reads_night_workouts() -> None:
    foreign = read(STRONGLIFTS)
    [workout] = foreign.workouts
    assert (workout.start, workout.end) == (datetime(2026, 1, 5, 22, 56), datetime(2026, 1, 6, 0, 8))
    squat, plank = workout.blocks
    assert [(each.load, each.load_unit, each.reps) for each in squat.sets] == [(100, "kg", 5), (100, "kg", 0)]
    assert [each.duration_s for each in plank.sets] == [60, 45]


def test_gymbook_words_come_from_its_header_and_a_gap_ends_the_session() -> None:
    foreign = read(GYMBOOK)
    assert [(workout.start, workout.end) for workout in foreign.workouts] == [
        (datetime(2026, 1, 5, 18, 5), datetime(2026, 1, 5, 18, 20)),
        (datetime(2026, 1, 5, 21, 30), datetime(2026, 1, 5, 21, 30)),
    ]
    warm_up, run, late = sets(foreign)
    assert (warm_up.kind, warm_up.load, warm_up.load_unit, warm_up.note) == ("warm-up", 82.5, "kg", "piano")
    assert (run.duration_s, run.distance, run.distance_unit, run.reps) == (840, 1.5, "km", None)
    assert late.reps == 20
    assert [skipped.line for skipped in foreign.skipped] == [4]


def test_repcount_asks_for_its_unit() -> None:
    foreign = read(REPCOUNT)
    assert (foreign.workouts[0].title, foreign.workouts[0].end) == ("Leg day", datetime(2026, 7, 15, 19, 5))
    assert sets(foreign)[0].load_unit is None


def test_a_liftlog_session_starts_with_its_first_set() -> None:
    [workout] = read(LIFTLOG).workouts
    assert workout.start == datetime(2026, 7, 15, 18, 5)


def test_a_hand_made_table_is_read_by_the_names_of_its_columns() -> None:
    foreign = read(GENERIC)
    [workout] = foreign.workouts
    assert workout.start == datetime(2025, 3, 4)
    assert [(each.load, each.reps, each.note) for each in sets(foreign)] == [
        (180.5, 12, "tief"),
        (180.5, 10, None),
    ]
    assert foreign.unit == "kg"
    assert "“Übung” as exercise" in foreign.warnings[0]


def test_set_types_of_a_hand_made_table_are_kinds() -> None:
    head = "Date,Workout,Exercise,Set Type,Weight (lbs),Reps\n"
    rows = "".join(
        f"2025-03-04,Legs,Leg Press,{kind},400,12\n" for kind in ("Warm-up", "Normal", "Drop Set", "Failure")
    )
    result = sets(read(head + rows))
    assert [each.kind for each in result] == ["warm-up", "working", "drop", "working"]
    assert [each.failure for each in result] == [False, False, False, True]
    assert result[0].load_unit == "lb"


def test_a_date_that_can_be_read_two_ways_is_settled_by_another_row_or_asked() -> None:
    head = "date,exercise,reps\n"
    assert read(head + "3/4/2025,Squat,5\n3/25/2025,Squat,5\n").workouts[0].start == datetime(2025, 3, 4)
    assert read(head + "3/4/2025,Squat,5\n25/3/2025,Squat,5\n").workouts[1].start == datetime(2025, 4, 3)
    question = read(head + "3/4/2025,Squat,5\n").date_question
    assert question.sentence.startswith("“3/4/2025” can be read in two ways")
    sentence = read_file((head + "3/4/2025,Squat,5\n").encode(), ReadOptions(date_order="mdy"))
    assert (sentence.workouts[0].start, sentence.date_question) == (datetime(2025, 3, 4), None)


DAMAGE = st.one_of(
    st.text(max_size=6),
    st.sampled_from(["1e308", "9" * 20, "2070", "-1", "nan", '"', "\n", "23:00", "-23Z", "²", "99999h"]),
)


@settings(max_examples=300)
@given(st.sampled_from(sorted(SAMPLES)), st.integers(0, 2000), DAMAGE)
def test_damage_anywhere_gives_documents_that_hold_the_contract_or_a_sentence(
    name: str, place: int, damage: str
) -> None:
    text = SAMPLES[name]
    at = place % len(text)
    data = (text[:at] + damage + text[at + len(damage) :]).encode("utf-8", "replace")
    try:
        plan = plan_import(
            data,
            file_name="f",
            unit="kg",
            resolve=lambda _: None,
            machine_words=MachineWords(),
            known=KnownDocuments(),
            at="2026-11-22T10:00:00",
        )
    except BadFileError as error:
        sentence = error.sentence
        plan = None
    if plan is None:
        assert sentence.endswith((".", "?"))
        return
    for kind, _, body in plan.documents:
        check_body(kind, body)
