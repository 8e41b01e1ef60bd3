"""Names that no list holds are composed of their words, in fifteen languages, and never guessed."""

import pytest

from iron.exchange.names.composition import compose, heads
from iron.exchange.names.name_meanings import MachineWords, meaning
from iron.exchange.reading.lexicons import read_all
from iron.knowledge import load

LIBRARY = load()
NONE = MachineWords()

# The basics, in this order, as lifters of a language call them.
BASICS = [
    "bench-press",
    "back-squat",
    "deadlift",
    "pull-up",
    "leg-press-45",
    "leg-extension",
    "lateral-raise",
    "push-up",
    "plank",
    "running",
    "romanian-deadlift",
    "hip-thrust",
]
NAMES = {
    "de": "Bankdrücken|Kniebeuge|Kreuzheben|Klimmzüge|Beinpresse|Beinstrecker|Seitheben|Liegestütze|Unterarmstütz|Laufen|Rumänisches Kreuzheben|Hüftstoß",
    "es": "Press de banca|Sentadilla|Peso muerto|Dominadas|Prensa de piernas|Extensión de piernas|Elevaciones laterales|Flexiones|Plancha|Correr|Peso muerto rumano|Empuje de caderas",
    "it": "Distensioni su panca piana con bilanciere|Squat con bilanciere|Stacchi da terra|Trazioni|Pressa|Estensioni delle gambe|Alzate laterali|Piegamenti|Plank|Corsa|Stacco rumeno|Hip thrust con bilanciere",
    "pt": "Supino reto|Agachamento livre|Levantamento terra|Barra fixa|Leg press|Cadeira extensora|Elevação lateral|Flexões|Prancha|Corrida|Levantamento terra romeno|Elevação pélvica",
    "fr": "Développé couché|Squat|Soulevé de terre|Tractions|Presse à cuisses|Extension des jambes|Élévations latérales|Pompes|Planche|Course à pied|Soulevé de terre roumain|Poussée de hanches",
    "nl": "Bankdrukken|Kniebuiging|Deadlift|Optrekken|Beenpers|Beenstrekken|Zijwaarts heffen|Opdrukken|Plank|Hardlopen|Roemeense deadlift|Heupstoot",
    "pl": "Wyciskanie sztangi leżąc|Przysiad ze sztangą|Martwy ciąg|Podciąganie|Wyciskanie nogami|Prostowanie nóg|Wznosy bokiem|Pompki|Deska|Bieganie|Martwy ciąg rumuński|Unoszenie bioder",
    "tr": "Bench Press (Bar)|Squat (Bar)|Deadlift (Bar)|Barfiks|Bacak Presi|Bacak Açış|Yana Açış|Şınav|Plank|Koşu|Romanya Deadlift|Kalça İtiş",
    "ru": "Жим лёжа|Приседания со штангой|Становая тяга|Подтягивания|Жим ногами|Разгибание ног|Махи гантелями в стороны|Отжимания|Планка|Бег|Румынская тяга|Хип траст",
    "ja": "ベンチプレス|スクワット|デッドリフト|懸垂|レッグプレス|レッグエクステンション|サイドレイズ|腕立て伏せ|プランク|ランニング|ルーマニアンデッドリフト|ヒップスラスト",
    "ko": "벤치프레스|스쿼트|데드리프트|턱걸이|레그 프레스|레그 익스텐션|사이드 레터럴 레이즈|푸시업|플랭크|러닝|루마니안 데드리프트|힙 쓰러스트",
    "zh": "卧推|深蹲|硬拉|引体向上|腿举|腿屈伸|侧平举|俯卧撑|平板支撑|跑步|罗马尼亚硬拉|臀推",
    "sv": "Bänkpress|Knäböj|Marklyft|Räckhäv|Benpress|Benspark|Sidolyft|Armhävningar|Plankan|Löpning|Rumänska marklyft|Höftlyft",
    "no": "Benkpress|Knebøy|Markløft|Kroppsheving|Beinpress|Kneekstensjon|Sidehev|Armhevinger|Planken|Løping|Rumensk markløft|Hofteløft",
    "cs": "Bench press|Dřep|Mrtvý tah|Shyby|Leg press|Předkopávání|Upažování|Kliky|Prkno|Běh|Rumunský mrtvý tah|Zdvih pánve",
}


def exercise(name: str) -> str | None:
    return meaning(name, LIBRARY.resolve, NONE).exercise


@pytest.mark.parametrize("language", NAMES)
def test_the_basics_of_a_language_are_known(language: str) -> None:
    names = NAMES[language].split("|")
    assert {name: exercise(name) for name in names} == dict(zip(names, BASICS, strict=True))


@pytest.mark.parametrize("language", NAMES)
def test_a_language_names_fifty_movements(language: str) -> None:
    assert len(read_all()[language]["heads"]) >= 50


def test_every_rule_names_an_exercise_of_the_library_and_every_head_is_a_movement() -> None:
    rules = {found for head in heads().values() for found in head.rules.values()}
    assert rules - LIBRARY.exercises.keys() == set()
    said = {meant.split(" + ")[0] for lists in read_all().values() for meant in lists["heads"]}
    assert said - heads().keys() == set()


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Pendlay Row (Bar)", "pendlay-row"),
        ("Preacher Curl (Bar)", "preacher-curl"),
        ("Barfiks (Ağırlıklı)", "pull-up"),
        ("Shoulder Press (Dambıl)", "dumbbell-shoulder-press"),
        ("Dar Tutuş Bench Press (Bar)", "close-grip-bench-press"),
        ("Seated Shoulder Press (Barbell)", "overhead-press"),
        ("Tricep Pushdown (Rope)", "triceps-pushdown"),
        ("Reverse Grip Barbell Bent Over Row", "bent-over-row"),
        ("Standing Machine Lateral Raise", "lateral-raise-machine"),
        ("Hammer Curl (Dumbbell )", "hammer-curl"),
        ("Deadlift ( Smith Machine )", "smith-deadlift"),
        ("Curls con Manubri su Panca Inclinata", "incline-curl"),
        ("Lat Pull-Downs a Presa Larga", "lat-pulldown"),
        ("Squat OLD", "back-squat"),
        ("Empuje de Caderas (Barra)", "hip-thrust"),
    ],
)
def test_equipment_position_grip_and_endings_are_understood(name: str, found: str) -> None:
    assert exercise(name) == found


@pytest.mark.parametrize(
    "name",
    [
        "Crazy Bench Press",
        "Monday",
        "Zumba",
        "Muscle Snatch (Cable)",
        "Leg day",
        "Bench Squat",
        "X",
        "123",
        "Pulse Lunge",
    ],
)
def test_a_name_with_a_word_that_is_not_understood_stays_unknown(name: str) -> None:
    assert exercise(name) is None


def test_one_leg_without_a_side_is_marked_and_no_side_is_invented() -> None:
    assert meaning("单腿腿举 (器械)", LIBRARY.resolve, NONE).side == "single"
    assert meaning("Lat Pulldown (Single Arm, Cable)", LIBRARY.resolve, NONE).side == "single"
    assert meaning("Single Leg Press", LIBRARY.resolve, NONE).side == "single"


def test_a_composed_name_says_so_and_what_it_does_not_keep() -> None:
    meant = meaning("Seated Shoulder Press (Barbell)", LIBRARY.resolve, NONE)
    assert meant.composed
    assert "“seated” is not kept" in meant.note


def test_what_trains_calves_on_a_leg_press_is_no_leg_press() -> None:
    assert compose("Leg Press Calf Raise") is None
