### What the plan says: blocks, programs and the sheets that change them (web/src/screens/plan).

## A block and its options

block-options = Block options
name = Name
feet-next = Next foot position
feet-why = Changes the foot position from the shown week on, for variety. No study has shown that a foot position makes one region grow more.
deload-next = Make next week a deload
deload-why = Half the sets, 10 % less load. A deload reduces fatigue. No study has shown that it adds muscle.
save-as-program = Save as a program
share-file = Share as a file
end-block = End block today
delete-block = Delete block
saved-as-program = Saved to your programs.
block-deleted = Block deleted. Your workouts stay.
plan = Plan
weeks = Weeks
pause = Pause
deload-week-why = Deload week: half the sets, 10 % less load, to reduce fatigue.
week-of = Week { $week } of { $weeks }, from { $date }
loads-later = Iron chooses loads for the next day only. Loads of later days depend on the sets you log before them.
week = Week { $week }
exercise-removed = { $name } removed.
exercise-added = { $name } added.
exercise-swapped = Swapped to { $name }.

## A day of the plan

date-of = Date of { $day }
slot-change = { $name }: { $aim }. Change
start-day = Start { $day }
short-day = Short on time: { $day }
exercise-add = Add an exercise to { $day }
exercise = Exercise
slot-aim = { $sets } of { $reps }, { $rir } in reserve

## Somebody else's plan

propose-program = Propose a program
proposals = Proposals
propose-change-of = Propose a change of { $name }
propose-change = Propose a change
own-program = Own program · { $days ->
    [one] 1 day
   *[other] { $days } days
 } a week
day-skipped = , skipped
day-not-done = , not done
propose-copy = You change a copy. { $owner } decides whether it goes into the plan.
change-named = { $name }. Change
undo-last = Undo the last change
plan-deleted = This plan was deleted meanwhile.

## Start a block

start = Start
first-week = First week
start-week = or in the week of
block-length = { $count ->
    [one] 1 week
   *[other] { $count } weeks
 }, then a deload week that ends on { $date }.
start-block = Start this block
this-week = This week
next-week = Next week
block-starts = { $name } starts in the week of { $date }.

## Choose an exercise

which-weeks = Which weeks
search-exercises = Search exercises
search = Search
same-muscles = For the same muscles
all = All
no-library = The library is not on this device yet. Open it once while you are online.

## Programs

days-a-week = Days a week
delete-named = Delete { $name }
delete-button = Delete
preview-named = Preview { $name }
start-named = Start { $name }
no-programs = The programs are not on this device yet. Open this page once while you are online.
build-program = Build a program
open-program = Open a shared or Liftosaur program
write-program = Write or import a program (text)
past-blocks = Past blocks
resume-named = Resume { $name }
resume = Resume
repeat-named = Repeat { $name }
repeat = Repeat
program-deleted = { $name } deleted.
popular = Popular programs
popular-why = Weights and reps follow the published rules of each program and adjust to what you lift.
search-programs = Search by name, goal, level or days
search-example = 4 days, strength, beginner

## A running program

weekdays-optional = Weekdays (optional)
weekdays = Weekdays
needs = Needs: { $equipment }.
starting-numbers = Your starting numbers [{ $unit }]
number-from-log = From your log: about { $value } { $unit } ({ $low }–{ $high }).
number-use = | ask.lift|Use { $value } for { $name }
use = Use
first-sessions = The first sessions
program-started = { $name } started. Its first session is on Today.
running-program = Running program { $name }
warm-up = Warm-up { $number }: { $target }
set = Set { $number }: { $target } · { $source }
or-instead = Or: { $names }.
program-completed = Program completed. Start it again or choose another program.
number-change = Change the number of { $name }
change = Change
save = Save
number-share = The program uses { $percent } % of the number you enter.
what-changed = What changed, and why
edit-program = Edit program
end-program = End program
program-ended = { $name } ended. Your workouts stay.

## Share a program

copy-link = Copy link
show-code = Show QR code
code-too-long = This program is too long for a QR code. Share the link or the file.
code-of = QR code with the whole program { $name }
code-why = Another device reads the whole program from this code, without a server.
link-copied = Link copied.
copy-refused = The browser does not allow copying. Use the QR code or the file.

## One exercise of a day

deload-keeps = Deload weeks keep their own sets and reps in reserve.
sets = Sets
reps-minimum = Reps: minimum
reps-fewest = Fewest reps
reps-maximum = Reps: maximum
reps-most = Most reps
reserve = Reps in reserve
reserve-help = With the same load in every set, the last set leaves fewer reps in reserve than the first: fatigue costs reps.
swap-exercise = Swap exercise
remove = Remove
done = Done

## A program as text

program-text = Program as text
open-file = Open a file
or-write = or write it here
save-program = Save program
program-added = { $name } added to your programs.

## Sets per muscle

volume = Volume of the week
volume-title = Sets per muscle this week
picture = Picture
planned = planned
trained = trained
muscle-untrained = No sets for this muscle this week yet.
growth-range = Range for growth: { $low }–{ $high } sets per muscle a week (Baz-Valle 2022, Schoenfeld 2017). Pale bars are planned, full bars are trained.
volume-of-muscle = Planned { $sets } ({ $low }–{ $high } by what is known about how much of a set counts): { $standing } the range for growth.
press-days = { $count ->
    [one] 1 leg-press day
   *[other] { $count } leg-press days
 } this week. Iron's programs have one or two.

## Facts on one line

sets-of = { $state }: { $done } of { $planned ->
    [one] 1 set
   *[other] { $planned } sets
 }
date-start = from { $start }
date-range = from { $start }, ended { $end }
own-program-label = Yours
days-of-week = { $days ->
    [one] 1 day
   *[other] { $days } days
 } a week
weeks-long = { $weeks ->
    [one] 1 week
   *[other] { $weeks } weeks
 }
about-minutes = about { $minutes } min
since = Since { $date }
sessions-done = { $count ->
    [one] 1 session
   *[other] { $count } sessions
 } done
round-of = round { $cycle } of { $cycles }
next-day = Next: { $day }
next-day-week = Next: { $day }, week { $week }
last-change = Last change: { $change }. { $rule }.
last-change-sets = Last change: { $change }. { $rule } ({ $sets }).

## Days, order and pauses of a block

blocks = Blocks of four to six weeks
start-another = Start another program
blocks-help = A block puts its days on your calendar and ends with a deload. You can change every day and exercise.
build-title = Build your own
build = Build your own routine
new-routine = New routine
in-progress = In progress
day-done = Done
broken-off = Cut short, still to do
missed = Missed. Start it now, move it to another day or skip it.
fell-in-pause = This day fell in your pause. Start it now, move it to another day or skip it.
skipped-day = Skipped.
skip-day = Skip
unskip-day = Unskip
short-on-time = Short on time
reminders =
    .log-rir = Log your reps in reserve.
deload-note = Deload: half the sets, 3 more reps in reserve
day-moved = { $day } moved to { $to }.
skipped-named = { $day } skipped.
day-back = { $day } is back in the plan.
empty-week = Nothing planned this week. You can move a day here from another week.
day-order = Order of the days
day-orders =
    .weekdays = By weekday
    .sequence = In sequence
order-help =
    .weekdays = Each day has its date. A missed day is offered for six days.
    .sequence = Days have no fixed date. The next day waits until you train it.
order-changed =
    .weekdays = Days follow the calendar.
    .sequence = The next day now waits for you.
pause-block = Pause this block
pause-help = When you resume, the days you did not do move by whole weeks. A pause does not count as missed days.
paused = Block paused ({ $cause }).
paused-now = { $cause }: paused since { $since }.
pain = Stop what hurts, and see someone who can examine you.
resume-block = Resume
resumed = Block resumed.
deload-exercise = Deload this exercise
deload-end = End the deload of this exercise
deload-help = Half the sets and 3 more reps in reserve, for this exercise only, this week.
deload-help-ahead = Half the sets and 3 more reps in reserve, for this exercise only, from this week to the end of the block.

## Messages after a change of a block

feet-changed = Foot position changed from this week on.
deload-added = Next week is a deload. Later weeks move back one week.
block-ended = Block ended. Your workouts stay.

## Buttons, tabs and short titles

undo = Undo
deload = Deload
week-number = Week { $week }
week-deload = Week { $week }, deload
add-exercise = Add an exercise
no-plan = No plan yet.

## Starting a block, and for which weeks a change counts

monday = Monday
from-here = From here on
only-week = Only this week
same-as-last = Same as last time

## The list of programs

your-program = Your program
choose-program = Choose a program
any-days = Any days
close-preview = Close preview
preview = Preview

## Weekdays of a running program

mon = Mon
tue = Tue
wed = Wed
thu = Thu
fri = Fri
sat = Sat
sun = Sun

## A running program and its starting numbers

edit = Edit
own-version = Build your own version
training-max = training max
first-load = first working load
numbers = Numbers
your-numbers = Your numbers
not-known = Not known yet
working-load = Working load
no-match = No program matches your search.

## Sets per muscle

planned-title = Planned
trained-title = Trained

## Causes of a pause

illness = Illness
pain-or-injury = Pain or injury
travel = Travel
other-cause = Other

## Starting a program: weekdays, gym, numbers

without-weekdays = Without weekdays, the next session waits until you train.
with-weekdays = Each session keeps its weekday. The first session is on the earliest one.
choose-more = Choose { $count } more.
choose-fewer = Choose { $count } fewer.
gym-of-program = Gym: Iron plans loads you can make there
usual-plates = Usual plates
program-takes = The program starts at { $percent } % of this number.
day-number = Day { $number }
enter-numbers = { $count ->
    [one] Enter one more number
   *[other] Enter { $count } more numbers
 }
