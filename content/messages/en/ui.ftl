### What the parts of every screen say (web/src/ui): sheets, messages, tables, plates. In the first load.
close = Close
close-message = Close message
back = Back
part-missing = This part is not on this device yet. Open it once while you are online.
body-picture = Body picture: { $muscles }.
empty-set = empty set
to-failure = to failure
failed = failed
reps-alone = { $reps ->
    [one] 1 rep
   *[other] { $reps } reps
 }
day-today = today
day-yesterday = yesterday
days-ago = { $days } days ago
show-more = Show { $count } more of { $total }
on-each-side = On each side: { $plates } a side
on-each-side-none = On each side: no plates
on-pin = On the pin: { $plates }
a-side = { $plates } a side
no-plates = no plates
in-reserve = { $reps } in reserve (RPE { $rpe })
five-or-more = 5 or more
warm-up-sets = + { $count } warm-up
help = help

## Months and weekdays, in full and short

month =
    .january = January
    .february = February
    .march = March
    .april = April
    .may = May
    .june = June
    .july = July
    .august = August
    .september = September
    .october = October
    .november = November
    .december = December
month-short =
    .january = Jan
    .february = Feb
    .march = Mar
    .april = Apr
    .may = May
    .june = Jun
    .july = Jul
    .august = Aug
    .september = Sep
    .october = Oct
    .november = Nov
    .december = Dec
weekday =
    .sunday = Sunday
    .monday = Monday
    .tuesday = Tuesday
    .wednesday = Wednesday
    .thursday = Thursday
    .friday = Friday
    .saturday = Saturday

## How long something was: a break, a workout

about-years = about { $years } years
weeks-long = { $weeks } weeks
minutes-long = { $minutes } min
hours-long = { $hours } h { $minutes } min

## An exercise whose name is not on this phone

own-exercise = Own exercise
own-rep-range = Your rep range

## A workout was discarded

workout-discarded = Workout discarded.
undo = Undo
