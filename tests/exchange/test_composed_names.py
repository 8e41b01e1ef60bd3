"""Names that no list holds are composed of their words, in fifteen languages, and never guessed."""

import pytest

from iron.exchange.names.composition import compose, heads
from iron.exchange.names.name_meanings import MachineWords, meaning
from iron.exchange.reading.lexicons import read_all
from iron.journal.content import library

LIBRARY = library()
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
    rules = {each for head in heads().values() for each in head.rules.values()}
    assert rules - LIBRARY.exercises.keys() == set()
    first_heads = {target.split(" + ")[0] for lists in read_all().values() for target in lists["heads"]}
    assert first_heads - heads().keys() == set()


@pytest.mark.parametrize(
    ("name", "resolved"),
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
def test_equipment_position_grip_and_endings_are_understood(name: str, resolved: str) -> None:
    assert exercise(name) == resolved


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
    head = meaning("Seated Shoulder Press (Barbell)", LIBRARY.resolve, NONE)
    assert head.composed
    assert "“seated” is not kept" in head.note


def test_what_trains_calves_on_a_leg_press_is_no_leg_press() -> None:
    assert compose("Leg Press Calf Raise") is None


# Equipment, benches, machines and grips, as lifters of a language add them to a movement.
MORE = {
    "de": [
        ("Bankdrücken an der Multipresse", "smith-bench-press"),
        ("Brustpresse Maschine", "chest-press-machine"),
        ("Arnold Press", "arnold-press"),
        ("Assistierte Klimmzüge", "assisted-pull-up"),
        ("Rudern an der Maschine", "seated-row-machine"),
        ("Kniebeuge an der Multipresse", "smith-squat"),
        ("Wadenheben an der Beinpresse", "calf-press-sled"),
        ("Kabelcurls", "cable-curl"),
        ("Kreuzheben mit gestreckten Beinen", "stiff-leg-deadlift"),
        ("Step-ups Kurzhantel", "dumbbell-step-up"),
        ("Seitheben Maschine", "lateral-raise-machine"),
    ],
    "fr": [
        ("Développé couché Smith machine", "smith-bench-press"),
        ("Tractions assistées machine", "assisted-pull-up"),
        ("Rowing assis machine", "seated-row-machine"),
        ("Curl barre EZ", "barbell-curl"),
        ("Fentes barre", "barbell-lunge"),
        ("Presse horizontale", "leg-press-horizontal"),
        ("Développé Arnold", "arnold-press"),
        ("Planche latérale", "side-plank"),
        ("Écarté incliné haltères", "incline-dumbbell-fly"),
        ("Crunch à la poulie", "cable-crunch"),
        ("Vélo elliptique", "elliptical"),
    ],
    "es": [
        ("Press de banca en multipower", "smith-bench-press"),
        ("Press de pecho en máquina", "chest-press-machine"),
        ("Dominadas asistidas", "assisted-pull-up"),
        ("Remo en máquina", "seated-row-machine"),
        ("Curl con barra Z", "barbell-curl"),
        ("Zancadas con barra", "barbell-lunge"),
        ("Peso muerto piernas rígidas", "stiff-leg-deadlift"),
        ("Gemelos en prensa", "calf-press-sled"),
        ("Sentadilla en multipower", "smith-squat"),
        ("Patada de tríceps", "triceps-kickback"),
        ("Crunch en polea", "cable-crunch"),
    ],
    "it": [
        ("Panca declinata con bilanciere", "decline-bench-press"),
        ("Shoulder press machine", "shoulder-press-machine"),
        ("Trazioni assistite", "assisted-pull-up"),
        ("Curl ai cavi", "cable-curl"),
        ("Curl su panca inclinata con manubri", "incline-curl"),
        ("Affondi camminati", "dumbbell-lunge"),
        ("Calf alla pressa", "calf-press-sled"),
        ("Squat al multipower", "smith-squat"),
        ("Pullover con manubrio", "dumbbell-pullover"),
        ("Crunch ai cavi", "cable-crunch"),
        ("Tapis roulant", "treadmill"),
    ],
    "pt": [
        ("Supino declinado com barra", "decline-bench-press"),
        ("Supino máquina", "chest-press-machine"),
        ("Desenvolvimento Arnold", "arnold-press"),
        ("Puxada com triângulo", "lat-pulldown"),
        ("Remada máquina", "seated-row-machine"),
        ("Rosca barra W", "barbell-curl"),
        ("Stiff", "stiff-leg-deadlift"),
        ("Panturrilha no leg press", "calf-press-sled"),
        ("Agachamento no Smith", "smith-squat"),
        ("Pulôver com halter", "dumbbell-pullover"),
        ("Tríceps banco", "bench-dip"),
    ],
    "nl": [
        ("Bankdrukken smith machine", "smith-bench-press"),
        ("Schouderpers machine", "shoulder-press-machine"),
        ("Roeien machine", "seated-row-machine"),
        ("EZ curl", "barbell-curl"),
        ("Lopende lunges", "dumbbell-lunge"),
        ("Beenpers horizontaal", "leg-press-horizontal"),
        ("Zijplank", "side-plank"),
        ("Crosstrainer", "elliptical"),
        ("Stiff leg deadlift", "stiff-leg-deadlift"),
        ("Been curl liggend", "lying-leg-curl"),
        ("Dumbbell pullover", "dumbbell-pullover"),
    ],
    "pl": [
        ("Wyciskanie na maszynie Smitha", "smith-bench-press"),
        ("Wyciskanie na maszynie siedząc", "chest-press-machine"),
        ("Podciąganie z obciążeniem", "pull-up"),
        ("Uginanie ramion na wyciągu", "cable-curl"),
        ("Uginanie ramion z hantlami na ławce skośnej", "incline-curl"),
        ("Wykroki chodzone", "dumbbell-lunge"),
        ("Martwy ciąg z hantlami", "dumbbell-deadlift"),
        ("Wspięcia na palce na suwnicy", "calf-press-sled"),
        ("Wznosy bokiem na wyciągu", "cable-lateral-raise"),
        ("Bieżnia", "treadmill"),
        ("Przenoszenie hantla za głowę", "dumbbell-pullover"),
    ],
    "ru": [
        ("Жим лежа в Смите", "smith-bench-press"),
        ("Жим в тренажере сидя", "chest-press-machine"),
        ("Подтягивания с весом", "pull-up"),
        ("Тяга верхнего блока обратным хватом", "lat-pulldown"),
        ("Подъем EZ-штанги на бицепс", "barbell-curl"),
        ("Выпады со штангой", "barbell-lunge"),
        ("Мертвая тяга", "stiff-leg-deadlift"),
        ("Приседания в Смите", "smith-squat"),
        ("Боковая планка", "side-plank"),
        ("Эллипс", "elliptical"),
        ("Скручивания на блоке", "cable-crunch"),
    ],
    "tr": [
        ("Smith Machine Bench Press", "smith-bench-press"),
        ("Göğüs Press (Makine)", "chest-press-machine"),
        ("Destekli Barfiks", "assisted-pull-up"),
        ("Oturarak Kürek (Makine)", "seated-row-machine"),
        ("EZ Bar Curl", "barbell-curl"),
        ("Yürüyerek Lunge", "dumbbell-lunge"),
        ("Goblet Squat", "goblet-squat"),
        ("Yan Plank", "side-plank"),
        ("Eliptik Bisiklet", "elliptical"),
        ("Tek Kol Kablo Row", "single-arm-cable-row"),
        ("Ayakta Baldır Kaldırma (Makine)", "standing-calf-raise-machine"),
    ],
    "ja": [
        ("スミスマシンベンチプレス", "smith-bench-press"),
        ("チェストプレス", "chest-press-machine"),
        ("アシスト懸垂", "assisted-pull-up"),
        ("ラットプルダウン ナロー", "lat-pulldown"),
        ("EZバーカール", "barbell-curl"),
        ("バーベルランジ", "barbell-lunge"),
        ("ルーマニアンデッドリフト ダンベル", "dumbbell-romanian-deadlift"),
        ("スミススクワット", "smith-squat"),
        ("サイドプランク", "side-plank"),
        ("ダンベルプルオーバー", "dumbbell-pullover"),
        ("アーノルドプレス", "arnold-press"),
    ],
    "ko": [
        ("스미스머신 벤치프레스", "smith-bench-press"),
        ("체스트 프레스 머신", "chest-press-machine"),
        ("어시스트 풀업", "assisted-pull-up"),
        ("와이드 그립 랫풀다운", "lat-pulldown"),
        ("이지바 컬", "barbell-curl"),
        ("바벨 런지", "barbell-lunge"),
        ("덤벨 루마니안 데드리프트", "dumbbell-romanian-deadlift"),
        ("스미스머신 스쿼트", "smith-squat"),
        ("사이드 플랭크", "side-plank"),
        ("덤벨 풀오버", "dumbbell-pullover"),
        ("아놀드 프레스", "arnold-press"),
    ],
    "zh": [
        ("史密斯卧推", "smith-bench-press"),
        ("坐姿推胸机", "chest-press-machine"),
        ("辅助引体向上", "assisted-pull-up"),
        ("窄握高位下拉", "lat-pulldown"),
        ("曲杆弯举", "barbell-curl"),
        ("杠铃弓步", "barbell-lunge"),
        ("哑铃罗马尼亚硬拉", "dumbbell-romanian-deadlift"),
        ("史密斯深蹲", "smith-squat"),
        ("侧平板支撑", "side-plank"),
        ("椭圆机", "elliptical"),
        ("阿诺德推举", "arnold-press"),
    ],
    "sv": [
        ("Bänkpress smithmaskin", "smith-bench-press"),
        ("Axelpress maskin", "shoulder-press-machine"),
        ("Viktade chins", "chin-up"),
        ("Sittande rodd maskin", "seated-row-machine"),
        ("EZ-curl", "barbell-curl"),
        ("Utfall skivstång", "barbell-lunge"),
        ("Rumänska marklyft hantlar", "dumbbell-romanian-deadlift"),
        ("Sidolyft kabel", "cable-lateral-raise"),
        ("Löpband", "treadmill"),
        ("Hantel pullover", "dumbbell-pullover"),
        ("Lutande hantelflyes", "incline-dumbbell-fly"),
    ],
    "no": [
        ("Benkpress smith", "smith-bench-press"),
        ("Skulderpress maskin", "shoulder-press-machine"),
        ("Nedtrekk smalt grep", "lat-pulldown"),
        ("Kabelcurl", "cable-curl"),
        ("Utfall stang", "barbell-lunge"),
        ("Rumensk markløft manualer", "dumbbell-romanian-deadlift"),
        ("Sidehev kabel", "cable-lateral-raise"),
        ("Tredemølle", "treadmill"),
        ("Manual pullover", "dumbbell-pullover"),
        ("Skrå flies manualer", "incline-dumbbell-fly"),
        ("Step up manualer", "dumbbell-step-up"),
    ],
    "cs": [
        ("Bench press na multipressu", "smith-bench-press"),
        ("Tlaky na ramena na stroji", "shoulder-press-machine"),
        ("Shyby se závažím", "pull-up"),
        ("Bicepsový zdvih na kladce", "cable-curl"),
        ("Výpady s velkou činkou", "barbell-lunge"),
        ("Rumunský mrtvý tah s jednoručkami", "dumbbell-romanian-deadlift"),
        ("Dřep na multipressu", "smith-squat"),
        ("Boční plank", "side-plank"),
        ("Pullover s jednoručkou", "dumbbell-pullover"),
        ("Rozpažky na šikmé lavici", "incline-dumbbell-fly"),
        ("Výstupy na bednu", "step-up"),
    ],
    "en": [
        ("Incline Smith Press", "smith-incline-press"),
        ("Plate Loaded Chest Press", "chest-press-plate-loaded"),
        ("Neutral Grip Pulldown", "lat-pulldown"),
        ("Chest Supported Row DB", "chest-supported-dumbbell-row"),
        ("EZ Bar Curls", "barbell-curl"),
        ("Barbell Walking Lunges", "barbell-lunge"),
        ("DB RDL", "dumbbell-romanian-deadlift"),
        ("Machine Lateral Raises", "lateral-raise-machine"),
        ("Cable Crunches", "cable-crunch"),
        ("Horizontal Leg Press", "leg-press-horizontal"),
        ("Deficit Deadlift", "deadlift"),
    ],
}


@pytest.mark.parametrize("language", MORE)
def test_a_language_says_equipment_bench_and_grip_in_its_own_words(language: str) -> None:
    assert {name: exercise(name) for name, _ in MORE[language]} == dict(MORE[language])


@pytest.mark.parametrize(
    ("name", "resolved"),
    [
        ("Hantelrodd", "dumbbell-row"),
        ("Kabelflyes", "cable-fly"),
        ("Langhantelkniebeuge", "back-squat"),
        ("Kurzhantelkreuzheben", "dumbbell-deadlift"),
        ("Manualcurl", "dumbbell-curl"),
    ],
)
def test_compound_words_are_read_by_their_two_parts(name: str, resolved: str) -> None:
    assert exercise(name) == resolved


@pytest.mark.parametrize("name", ["Kurzhantelxyz", "Beindrücken", "Hantel", "Kelebek press"])
def test_a_compound_with_an_unknown_part_stays_unknown(name: str) -> None:
    assert exercise(name) is None


def test_accents_say_which_language_a_name_is_in_where_languages_disagree() -> None:
    assert exercise("Curl biceps haltères") == "dumbbell-curl"
    assert exercise("Ön squat") == "front-squat"


@pytest.mark.parametrize(
    "name", ["Lunges", "Ausfallschritte", "Выпады", "シュラッグ", "Shoulder Press", "Leg Curl"]
)
def test_a_name_that_leaves_the_equipment_open_says_so(name: str) -> None:
    assert "does not say with what" in meaning(name, LIBRARY.resolve, NONE).note


@pytest.mark.parametrize("name", ["Walking Dumbbell Lunge", "Barbell Shrug", "Bench Press"])
def test_a_name_that_says_the_equipment_has_no_such_note(name: str) -> None:
    assert "does not say with what" not in (meaning(name, LIBRARY.resolve, NONE).note or "")
