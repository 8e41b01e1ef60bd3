### What Today says.

## The next day of the plan

next = Next workout
plan = Plan
deload = deload
start = Start
short = Short on time
start-workout = Start a workout
start-other = Start another workout
paused = Plan paused
paused-since = { $block } is paused ({ $cause }) since { $since }.
cause =
    .illness = illness
    .pain = pain
    .travel = travel
    .other = other reason
see-someone = If it does not get better, see someone who can examine you.
resume-plan = Resume plan

## When it is

when-today = Planned for today
when-waiting = Next in your plan
when-missed = Missed on { $weekday }, { $day }
when-broken-off = Cut short on { $weekday }, { $day }: { $sets } of { $planned } sets
when-paused = Planned for { $weekday }, { $day }, during your pause
when-ahead = Next: { $weekday }, { $day }

## The next session of a running program

run-optional = (optional)
run-skip-to = Skip to { $name }, planned for { $day }
run-skip-to-today = Skip to { $name }, planned for today
run-skipped = { $count ->
    [1] That leaves out the missed session
   *[other] That leaves out the sessions before it
 }. A session that you leave out does not count as a miss.

## Routines

routines = Routines
new-routine = New routine
empty-routine = No exercises yet

## A workout that runs, and those of late

title = Today
running = Workout in progress
resume = Resume
no-sets = No sets yet
no-exercise = No exercise
other-running = Another workout has been running since { $weekday }, { $time }. Finish it or resume it. Both workouts are saved.
left-open = The workout of { $weekday }, { $day } was never finished: { $sets }. When you start another one, Iron ends it at its last set.
left-open-blank = You started a workout on { $weekday }, { $day } and logged nothing. When you start another one, Iron discards it.
discard-it = Discard it
finish-it = Finish it
resume-it = Resume it
recent = Recent
repeat = Repeat
repeat-named = Repeat this workout: { $name }

## Nothing is here yet

start-title = The training log that knows the exercise.
start-why = Log your setup with every set: foot position, depth, machine. Iron only compares sets that are alike, so the progress you see is real.
option-log = Start logging
option-log-why = No account needed. Works offline.
option-program = Choose a program
option-program-why = Ready-made plans, or a routine you build yourself.
option-import = Import your history
option-import-why = A file from Strong, Hevy, FitNotes or another app. You see a preview before anything is saved.
option-demo = Try a demo
option-demo-why = 18 months of made-up training. Remove it any time.
start-private = Your log stays on this device until you sign in.

## What Iron noticed

coach-would = What changes: { $change }
coach-not-now = Not now
coach-noted = Noted. Iron will not ask again.

## More of the day

iron = Iron
start-named = Start { $name }
run-next = Next session of { $name }
safety = Safety of your log
safety-browser = This browser may delete your log
safety-phone = Your log is only on this device
safety-why = { $risk } Save a copy once a week, or create an account.
save-copy = Save a copy
create-account = Create an account
tour = How Iron works, { $number } of { $count }
skip = Skip
tour-next = Next
got-it = Got it
tour-tap = One tap is one set
tour-fair = Fair comparisons
tour-data = Your data, online or offline
two-weeks = The last two weeks
two-weeks-sum = Last two weeks: { $days ->
    [one] 1 training day
   *[other] { $days } training days
 }, { $sets ->
    [one] 1 set
   *[other] { $sets } sets
 }
overview = Overview
sets-per-day = Sets per day, the last { $days } days
round = Round { $cycle } of { $cycles }
round-week = Round { $cycle } of { $cycles }, week { $week } of { $weeks }
tour-tap-text = The big numbers are your next set. Did it go as planned? Tap the button. If not, tap a number and slide to change it.
tour-fair-text = Feet low or high, narrow or wide: each setup has its own chart. A set with cut depth never counts as a PR, so the chart shows real strength.
tour-data-text = Every set is saved on this device at once. Sign in to see your log on other devices too, or export everything as one file.

## A stalled lift and the suggestion of a deload

stalled = Stalled lift
deload-offer = Deload suggestion
lighter-week = A lighter week?
change-plan = Change the plan
plan-deload = Plan a deload
dismissed = Dismissed.
undo = Undo

## The reminder to save the log

synced-safe = Everything that is synced is safe on the server. Only unsynced changes are at risk.
save-why = A saved file or an account protects your log.
not-now = Not now
