### Parts of plans and programs that several screens show (web/src/ui/plan).
in-reserve = { $rir } in reserve
added = Added: { $name }, { $asked }
removed = Removed: { $name }, { $asked }
deload-week = deload week
week = week { $week }
weeks-range = weeks { $first } to { $last }
weeks = weeks { $weeks }
changes-in-plan = What changes in the plan
changes = What changes
no-changes = Nothing in the plan changes.
newer-program = A newer version of Iron wrote this program. Nothing is lost. Reload Iron to continue it.
last-session = Last session:
program-does = What the program does
not-imported = Not imported
remembers = Numbers the program keeps
rules = Rules
three-weeks-label = What changes in the next three weeks
three-weeks = The next three weeks
three-weeks-why = This is what happens if you complete every session as planned. Logged workouts stay as they are.
not-planned = not planned
left-out = left out
three-weeks-same = No target changes in the next three weeks.
short-title = Short on time
minutes = Minutes
left-out-title = Left out
all-sets = all sets
short-why = Exercises that train the most muscles stay. Times are estimates: 4 seconds for each rep, your rest times, and 3 minutes to set up each exercise.
short-start = Start the short version
running-program = Running program { $name }
weeks-a-round = { $days }, { $weeks } a round, { $rounds }
line-of = Line { $line }, { $what }:
schemes = { $count } schemes
why-for = Why? A note for { $owner } (optional)
send-to = Send proposal to { $owner }
send-why = { $owner } sees what would change and accepts or declines it. Nothing changes until then.
session = Session { $number }: { $day }
short-ask = { $name } takes about { $minutes } minutes. How many minutes do you have?
short-does = You do, about { $minutes } minutes

## A lift on one line, behind its name: the number that the program keeps of it

keeps =
    .load = working load
    .training-max = training max

## Sets on one line: “3 × 5 at 85 %”, “1 × 8+ with 60 kg”

sets-at-percent = { $sets } at { $percent } %
sets-at-percent-of = { $sets } at { $percent } % of { $of }
sets-with-load = { $sets } with { $load }
sets-in-reserve = { $sets }, { $rir } in reserve
sets-at-rpe = { $sets } @ RPE { $rpe }
sets-of-week = { $sets } (week { $week })
sets-of-stage = { $sets } (stage { $stage })

## Parts of a program that have no name of their own

part-day = Day { $number }
part-rule = Rule { $number }
part-source = Source { $number }
part-row = Row { $number }
