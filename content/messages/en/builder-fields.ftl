### The fields of the program builder (web/src/screens/builder): labels beside inputs, choices in lists, names of new parts.

## Labels of the inputs of the program itself

program =
    .name = Name
    .note = Description
    .goal = Goal
    .level = Level
    .evidence = What the evidence says
    .equipment = Equipment
    .weeks = Weeks per cycle
    .cycles = Number of cycles
    .days_per_week = Days per week
    .schedule = Schedule
    .round = Round loads
    .muscle_limits = Maximum sets per week, by muscle
    .sources = Sources
    .unknown = Open questions

## Labels of the inputs of a source

source =
    .title = Title
    .address = Address
    .read = Date read

## Labels of the inputs of a question asked after a session

question =
    .id = Short ID
    .words = Question
    .answers = Answers

## Labels of the inputs of a lift

lift =
    .id = Short ID
    .name = Name on screen
    .exercise = Exercise
    .ladder = Ladder, easiest first
    .keeps = Progression is based on
    .ask = Starting number
    .take = Start at (% of the starting number)
    .start = Default starting number
    .round = Round loads
    .warm_up = Warm-up sets
    .muscle = Muscle
    .setup = Technique setup
    .alternatives = Alternatives

## Labels of the inputs of a day

day =
    .name = Name of the day
    .weeks = Only in these weeks
    .weekday = Weekday
    .note = Note
    .slots = Exercises

## Labels of the inputs of an exercise of a day

slot =
    .id = Short ID
    .lift = Lift
    .exercise = Other exercise
    .name = Name on screen
    .sets = Sets
    .scheme = Scheme
    .weeks = Scheme for each week
    .stages = Scheme for each stage
    .rest = Rest (s)
    .group = Superset
    .setup = Technique setup
    .setups = Rotate these setups
    .rotate = Change foot position each cycle
    .alternatives = Alternatives
    .note = Note
    .counts = Rules count this exercise
    .optional = Optional

## Labels of the inputs of a set

set =
    .count = Sets
    .reps = Reps
    .amrap = As many reps as possible
    .cap = Maximum reps
    .seconds = Seconds
    .percent = Load (%)
    .of = Percentage of
    .plus = Plus a fixed load
    .kg = Load (kg)
    .lb = Load (lb)
    .rir = Reps in reserve (RIR)
    .rpe = RPE
    .load = Load from
    .rest = Rest (s)
    .kind = Kind of set
    .minutes = Minutes
    .velocity_loss = Stop at velocity loss (%)
    .optional = Optional

## Labels of the inputs of a rule

rule =
    .name = Name of the rule
    .lifts = For the lifts
    .slots = Only for these exercises
    .at = Check after each
    .when = When
    .then = Then

## Labels of the inputs of a condition of a rule

when =
    .made = All sets completed
    .topped = Top of the rep range reached
    .set = Look at set
    .reps_at_least = Reps at least
    .reps_at_most = Reps at most
    .over_at_least = Reps over target at least
    .over_at_most = Reps over target at most
    .sum_at_least = Total reps at least
    .sum_at_most = Total reps at most
    .rir_at_least = Reps in reserve at least
    .rir_at_most = Reps in reserve at most
    .failed = Sessions missed in a row
    .made_in_a_row = Sessions completed in a row
    .stage = At stage
    .week = In week
    .sets_at_least = Sets at least
    .sets_at_most = Sets at most
    .velocity_loss_at_least = Velocity loss at least (%)
    .question = Question
    .answer = Answer

## Labels of the inputs of an action of a rule

then =
    .add = Add
    .add_percent = Add (%)
    .deload = Take off (%)
    .per_rep = Add for each rep over target
    .most_reps = Count at most this many reps
    .table = Table of reps
    .by = The table counts
    .set_max = Set the lift’s number to (%)
    .from = Percentage of
    .stage = Go to stage
    .stage_load = With the last load of that stage
    .sets = Add sets (minus for fewer)
    .sets_reset = Reset the number of sets
    .most = Maximum sets
    .least = Minimum sets
    .rung = Move on the ladder by
    .test = Test in the next session
    .hold = Change nothing

## Labels of the inputs of a row of a table of reps

row =
    .reps = Reps (from, to)
    .add = Add
    .add_percent = Add (%)

## Choices in lists: the first part of the name is the label’s

choices =
    .program-schedule-sequence = The next day waits for you
    .program-schedule-weekdays = Fixed weekdays
    .program-round-nearest = To the nearest load
    .program-round-down = Down
    .lift-round-nearest = To the nearest load
    .lift-round-down = Down
    .lift-keeps-load = Working load
    .lift-ask-load = Working load
    .lift-warm_up-standard = Suggested by Iron
    .set-load-engine = Iron’s suggestion
    .set-kind-emom = EMOM
    .rule-at-cycle = Cycle
    .then-by-over = Reps over target
    .then-by-sum = Total reps
    .then-from-lifted = The load lifted
    .then-from-estimate = The estimated 1RM
all = All
none = None

## Buttons that add a part

add-set = Add a set
add-slot = Add an exercise
add-row = Add a row
add-lift = Add a lift
add-day = Add a day
add-rule = Add a rule
add-question = Add a question
add-source = Add a source

## Labels of the lists of further inputs

more-program = Add a detail to the program
more-set = Add a detail to this set
more-slot = Add a detail to this exercise
more-row = Add a detail to this row
more-lift = Add a detail to this lift
more-day = Add a detail to this day
more-rule = Add a detail to this rule
more-question = Add a detail to this question
more-source = Add a detail to this source
more-when = Add a condition
more-then = Add an action

## What a new program and its new parts are called until they are renamed

new-program = My program
new-first-day = Day A
new-day = Day
new-rule = All sets completed
new-top-rule = Top of the rep range reached
new-question = How did you sleep?
new-answer-good = well
new-answer-bad = badly
