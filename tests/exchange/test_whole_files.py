"""Files that once were refused whole: other languages, other words, other dates."""

from datetime import datetime

import pytest
from reading import read, sets

from iron.exchange.options import ReadOptions

GERMAN = "Datum,Workout-Name,Dauer,Name der Übung,Reihenfolge festlegen,Gewicht,Wiederh.,Entfernung,Sekunden,Notizen,Workout-Notizen,RPE"
S3 = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE"
HEVY = "title,start_time,end_time,exercise_title,set_index,set_type,weight_kg,reps"


@pytest.mark.parametrize("word", ["Ruhezeit", "Minuterie de repos", "休息计时器", "Temporizador", "ТАЙМЕР"])
@pytest.mark.parametrize("header", [GERMAN, S3])
def test_a_rest_row_is_known_in_any_language_by_what_it_holds(header: str, word: str) -> None:
    rows = ""
    for number in (1, 2):
        rows += f"2025-03-04 18:05:07,Beine,1h,Squat,{number},60.0,8.0,0,0.0,,,\n"
        rows += f"2025-03-04 18:05:07,Beine,1h,Squat,{word},0,0.0,0,90.0,,,\n"
    foreign = read(f"{header}\n{rows}")
    assert [(each.load, each.reps, each.rest_s, each.duration_s) for each in sets(foreign)] == [
        (60, 8, 90, None)
    ] * 2
    assert (foreign.rest_rows, foreign.skipped) == (2, ())


@pytest.mark.parametrize("word", ["Notiz", "Remarque", "备注"])
def test_a_note_row_is_known_in_any_language(word: str) -> None:
    foreign = read(
        f"{GERMAN}\n2025-03-04 18:05:07,Beine,1h,Squat,1,60.0,8.0,0,0.0,,,\n2025-03-04 18:05:07,Beine,1h,Squat,{word},0,0.0,0,0.0,tief,,\n"
    )
    assert (foreign.note_rows, foreign.set_count, foreign.workouts[0].blocks[0].note) == (1, 1, "tief")


@pytest.mark.parametrize(
    ("word", "kind", "failure"),
    [
        ("WARM_UP", "warm-up", False),
        ("warm-up", "warm-up", False),
        ("WARMUP", "warm-up", False),
        ("w", "warm-up", False),
        ("DROP_SET", "drop", False),
        ("DropSet", "drop", False),
        ("d", "drop", False),
        ("FAILURE", "working", True),
        ("To Failure", "working", True),
        ("f", "working", True),
        ("NORMAL", "working", False),
        ("NORMAL_SET", "working", False),
        ("REST_PAUSE", "rest-pause", False),
        ("Myo Reps", "rest-pause", False),
        ("Aufwärmsatz", "warm-up", False),
        ("Calentamiento", "warm-up", False),
    ],
)
@pytest.mark.parametrize("app", ["strong", "hevy"])
def test_words_for_kinds_of_sets_are_known_in_any_case(app: str, word: str, kind: str, failure: bool) -> None:
    text = {
        "strong": f"{S3}\n2025-03-04 18:05:07,Legs,1h,Squat,{word},60,8,0,0,,,\n",
        "hevy": f"{HEVY}\nLegs,2025-03-04 18:05,,Squat,0,{word},60,8\n",
    }[app]
    [only_set] = sets(read(text))
    assert (only_set.kind, only_set.failure) == (kind, failure)


@pytest.mark.parametrize("word", ["REST_TIMER", "Rest timer", "rest"])
def test_rest_rows_in_other_spellings_are_rests(word: str) -> None:
    foreign = read(
        f"{S3}\n2025-03-04 18:05:07,L,1h,Squat,1,60,8,0,0,,,\n2025-03-04 18:05:07,L,1h,Squat,{word},0,0,0,90,,,\n"
    )
    assert (foreign.rest_rows, foreign.set_count) == (1, 1)


DATES = [
    ("Apr 12, 2026, 12:29 PM", datetime(2026, 4, 12, 12, 29)),
    ("Apr 13, 2026, 12:05 AM", datetime(2026, 4, 13, 0, 5)),
    ("April 13, 2026 at 6:05 PM", datetime(2026, 4, 13, 18, 5)),
    ("13 Apr 2026 6:05 p.m.", datetime(2026, 4, 13, 18, 5)),
    ("2026-04-13 06:05 PM", datetime(2026, 4, 13, 18, 5)),
    ("13.04.2026 18:05", datetime(2026, 4, 13, 18, 5)),
    ("13/04/2026 18:05", datetime(2026, 4, 13, 18, 5)),
    ("13-04-2026 18:05:09", datetime(2026, 4, 13, 18, 5, 9)),
    ("4/13/26 6:05 PM", datetime(2026, 4, 13, 18, 5)),
    ("13/4/26 18:05", datetime(2026, 4, 13, 18, 5)),
    ("2026/4/13 18:05", datetime(2026, 4, 13, 18, 5)),
    ("46125.7534722222", datetime(2026, 4, 13, 18, 5)),
    ("13 апр. 2026 г., 18:05", datetime(2026, 4, 13, 18, 5)),
    ("2026年4月13日 18:05", datetime(2026, 4, 13, 18, 5)),
    ("2026年4月13日 下午6:05", datetime(2026, 4, 13, 18, 5)),
    ("2026. 4. 13. 오후 6:05", datetime(2026, 4, 13, 18, 5)),
    ("13 dub 2026, 18:05", datetime(2026, 4, 13, 18, 5)),
    ("13. dubna 2026 18:05", datetime(2026, 4, 13, 18, 5)),
    ("2026. ápr. 13. 18:05", datetime(2026, 4, 13, 18, 5)),
    ("13 thg 4, 2026, 18:05", datetime(2026, 4, 13, 18, 5)),
    ("13 เม.ย. 2569 18:05", datetime(2026, 4, 13, 18, 5)),
    ("13 huhtik. 2026 klo 18.05", datetime(2026, 4, 13, 18, 5)),
    ("13 avr. 2026 à 18 h 05", datetime(2026, 4, 13, 18, 5)),
    ("13 אפר׳ 2026, 18:05", datetime(2026, 4, 13, 18, 5)),
]


@pytest.mark.parametrize(("text", "moment"), DATES)
@pytest.mark.parametrize("app", ["strong", "hevy"])
def test_dates_are_read_as_apps_and_spreadsheets_write_them(app: str, text: str, moment: datetime) -> None:
    quoted = f'"{text}"'
    file = {
        "strong": f"{S3}\n{quoted},Legs,1h,Squat,1,60,8,0,0,,,\n",
        "hevy": f"{HEVY}\nLegs,{quoted},,Squat,0,normal,60,8\n",
    }[app]
    foreign = read(file)
    assert (foreign.workouts[0].start, foreign.date_question) == (moment, None)


def test_day_and_month_are_asked_for_where_no_row_tells_them_apart() -> None:
    file = f"{S3}\n03/04/2021 10:41,L,1h,Squat,1,60,8,0,0,,,\n05/06/2021 10:41,L,1h,Squat,1,60,8,0,0,,,\n"
    assert read(file).date_question.example == "03/04/2021 10:41"
    assert [w.start.month for w in read(file, ReadOptions(date_order="mdy")).workouts] == [3, 5]
    assert [w.start.month for w in read(file, ReadOptions(date_order="dmy")).workouts] == [4, 6]


def test_what_stands_behind_a_time_is_not_thrown_away() -> None:
    foreign = read(
        f"{S3}\n2025-03-04 18:05:07,L,1h,Squat,1,60,8,0,0,,,\n2025-03-04 18:05 someday,L,1h,Squat,2,60,8,0,0,,,\n"
    )
    [skipped] = foreign.skipped
    assert (skipped.line, skipped.column, skipped.value) == (3, "Date", "2025-03-04 18:05 someday")
    assert skipped.way_out.startswith("Write it as YYYY-MM-DD")


@pytest.mark.parametrize(
    ("codec", "name"),
    [
        ("cp1252", "Übung für Füße"),
        ("mac_roman", "Übung für Füße"),
        ("cp1250", "Przysiad ze sztangą, ćwiczenie"),
        ("cp1251", "Приседания со штангой"),
        ("cp1253", "Άσκηση και επαναλήψεις"),
        ("cp932", "運動種目"),
        ("gb18030", "动作名称训练"),
        ("cp949", "운동 이름 횟수"),
    ],
)
def test_national_encodings_are_told_from_the_words(codec: str, name: str) -> None:
    foreign = read(f'{S3}\n2025-03-04 18:05:07,L,1h,"{name}",1,60,8,0,0,,,\n'.encode(codec))
    assert foreign.workouts[0].blocks[0].name == name
    assert "is not UTF-8" in foreign.warnings[0]
