### What the screens of growth say (web/src/screens/growth).

## What changed

earlier-changes = { $count } earlier changes
changed-on = What changed on { $day }

## One exercise

growth = Growth
time-shown = Time shown
three-months = 3 months
twelve-months = 12 months
three-years = 3 years
all-time = All time
no-sets = No sets yet. Log your first set to see your progress here.
log-it = Log it
lines = Lines
chart = Chart
chart-shows = What the chart shows
load = Load
no-sets-then = No sets in this period. Choose a longer one.
not-compared = Different machines and foot positions are shown together, but not compared.
more-of = More of this exercise
records = Records
guide = Guide
offline = You are offline.
lines-shown = { $count ->
    [one] 1 line
   *[other] { $count } lines
 } side by side
single-line = One line: { $name }
lines-all = All lines

## The list

silent =
    .body_mass = needs your body weight
    .load = its load is not known
    .sets = no set with full reps yet
no-workouts = No workouts yet. Log one, or import your history from another app.
start-logging = Start logging
import-history = Import history
more = More
change-since = { $change } since { $day }

## The number of a line

strength = Strength on this line
best-on = Your best set on { $day }.
sets-of-line = { $count ->
    [one] 1 set
   *[other] { $count } sets
 } with this setup.
from-workout = From your workout of { $day }.
from-workout-offline = From your workout of { $day }. The range appears when you are online.
ten-needs = To estimate your 10RM, Iron needs sets with reps.
ten-needs-body = To estimate your 10RM, Iron needs sets with reps and your body weight (under Me).
range-from = { $why } The range is from { $time }.
range-from-newer = { $why } The range is from { $time }; { $count ->
    [one] 1 newer workout
   *[other] { $count } newer workouts
 } shown as points only.

## Best load by reps

best-by-reps = Best load by reps
reps = Reps
best-why = Full depth only. Warm-ups do not count.

## The list of exercises

growth-subtitle = Your strength in each exercise, for the setup you used last.
search = Search exercises
sort-by = Sort by
sorts =
    .recent = Most recent
    .name = Name
    .often = Most trained
    .change = Biggest gain
body-part = Body part
all-parts = All body parts
overview = Overview
all-records = All records
no-match = No trained exercise matches. Change the search or the filter.
calculating = Calculating…

## While there is nothing to show

none-yet = No workouts yet.
range-coming = Calculating the range…

## Choices of what the chart shows

view-reps = Reps
view-best = Best
by-weight = By weight

## Names of charts

volume = Volume
most-reps = Most reps
longest-set = Longest set
farthest = Farthest
fastest = Fastest
most-at-weight = Most reps at each weight

## Columns of the tables

day = Day
line = Line
hard-sets = Hard sets
week-column = Week of
load-reps = Load × reps
hard-sets-why = Hard sets a week: no warm-ups, and at most 4 reps in reserve or no effort logged.
set = Set
note = Note

## Captions and lines below charts

table-of = Table of { $count }
of-each-workout = { $best } of each workout.
heaviest-in = Heaviest load, in { $unit },
reps-at = Reps at { $load } { $unit }, best set of each workout.

## Under the headline number: the last workout, and what was compared

last-workout = Your last workout, { $day }, says { $load }.
last-workout-pause = Your last workout, { $day }, says { $load }. The estimate for today is lower after a break of { $pause }.
at-least = at least { $load }
headline-since = { $change } since { $day }.
sets-compared = { $count ->
    [one] 1 set compared.
   *[other] { $count } sets compared.
 }
sets-compared-cut = { $count ->
    [one] 1 set compared
   *[other] { $count } sets compared
 }, { $cut } with cut depth (hollow).

## A week of the volume chart; the table of all sets

week-of = Week of { $day }: { $sets ->
    [one] 1 hard set
   *[other] { $sets } hard sets
 }, { $load }.
all-sets = { $count ->
    [one] the only set
   *[other] all { $count } sets
 }
