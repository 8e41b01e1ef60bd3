### What the picker of exercises says, and the sheet about an exercise (web/src/picker).

title = Add exercises
swap = Swap to
search = Search exercises
hint = Name or muscle
recent = Recent
common = Common
all = All
nothing = No exercise matches. Remove a filter.
no-library = The library is not on this device yet. Type a name to add an exercise of your own.
by-muscle = Filter by muscle
by-equipment = Filter by equipment
already-added = Already added
yours = yours
add-superset = Add as a superset
describe = Describe
describe-first = Describe it first: load, muscles, setup
add = { $count ->
    [one] Add 1 exercise
   *[other] Add { $count } exercises
 }
add-own = Add “{ $name }” as your own exercise
own-made = { $name } is added as your own exercise.
in-gym = In { $gym }
tick = Select { $name }

## The sheet about an exercise

about = About { $name }
guide = Read the guide
missing = The details of this exercise are not on this device yet. Open them once while you are online.

## The filters: groups of muscles and kinds of equipment

muscles =
    .chest = Chest
    .back = Back
    .quads = Quads
    .hamstrings = Hamstrings
    .glutes = Glutes
    .shoulders = Shoulders
    .biceps = Biceps
    .triceps = Triceps
    .calves = Calves
    .abs = Abs
    .forearms = Forearms
    .adductors = Adductors
equipment =
    .free = Free weights
    .machine = Machine
    .cable = Cable
    .body = Body weight
    .cardio = Cardio
