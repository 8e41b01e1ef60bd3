### Sentences of the engine, in English. One file for Python and TypeScript; format: https://projectfluent.org
###
### Values come ready for the lifter: loads with their unit ("62.5 kg", "body weight + 5 kg"), ranges of reps
### ("8–10 reps"), chances ("8 in 10"), dates ("12 November"). Numbers stay numbers, so that plurals work.
### Where a sentence has { $weeks }, { $time } says them as people do: "11 weeks", "about 3 years".

## Next load: no history or nothing to go on from

next-start-unknown = Not enough data yet: take a weight that you could lift about { $probe } times, stop at { $low }, and log how many reps you had in reserve.
next-start-body-reps = Body weight, { $reps }.
next-start-body-help = Start with a band or an assisted machine for { $reps }: a rep at body weight alone is not likely today.
next-start-lighter = Take a weight lighter than { $last } for { $reps } today, and log how many reps you had in reserve.
next-help-start-lighter = Take more help than { $last } for { $reps } today, and log how many reps you had in reserve.
next-band-start-lighter = Take an easier band than last time for { $reps } today, and log how many reps you had in reserve.
next-start-new-setup = First time with this setup: { $load } for { $reps }, from what you did with other setups of this exercise.
next-start-other-range = { $load } for { $reps }: worked out from your sets in other rep ranges.

## Going on: more load

next-up-own-steps = Up to { $load } for { $reps }: your own steps, { $step } a session, { $streak ->
    [one] once so far
   *[other] { $streak } in a row
 }. Chance of { $low } or more: { $chance }.
next-up-scheme = Up to { $load } for { $reps }: all sets at { $from } were complete. Chance of { $low } or more: { $chance }.
next-up-open-set = Up to { $load } for { $reps }: your open last set at { $from } had room. Chance of { $low } or more: { $chance }.
next-up-range-done = Up to { $load }: every set at { $from } reached the top of the range. Chance of { $low } or more: { $chance }.
next-up-easy = Up to { $load }: at { $from } you still had { $spare } reps in reserve. Chance of { $low } or more: { $chance }.
next-up-back-again = Up to { $load }: coming back is faster than the first time. About { $back_weeks ->
    [one] one more week
   *[other] { $back_weeks } more weeks
 } to { $peak }.
next-up-away = { $load } to start again after { $time } away.
next-up-line-again = { $load } for { $reps }: you have grown stronger with other setups since { $date }.
next-up-after-light = { $load } again for { $reps }, as on { $date }: the last session was a light one.
next-up-new-setup = { $load } for { $reps }, from what you did with other setups of this exercise.
next-up-other-unit = { $load } for { $reps }: the nearest weight to { $from }.
next-up-other-range = { $load } for { $reps }: worked out from your sets in other rep ranges.

## Going on: the same load

next-stay-more-reps = Stay at { $load } and add reps: { $high } in every set, then more weight.
next-stay-once-more = Stay at { $load }: every set reached { $high } once. Do it again, or log your reps in reserve.
next-stay-missed = Stay at { $load }: the weakest set was { $weakest }. Get { $low } in every set first.
next-stay-back-off-missed = Stay at { $load }: the back-off sets fell short last time.
next-stay-broken-off = Stay at { $load }: last time { $done } of { $planned } sets were done.
next-stay-big-step = Stay at { $load } and go up to { $high } reps: the next weight is { $next }, about { $cost } reps harder.
next-stay-reserve = Stay at { $load }: leave { $rir } in reserve here first, then more weight.
next-stay-unsure = Stay at { $load }: { $next } would be too much today. Chance of { $low } or more at { $load }: { $chance }.
next-stay-no-more = Stay at { $load }: there is no heavier weight. Add reps or sets.
next-stay-own-steps = Stay at { $load } for { $reps }.
next-stay-scheme = Stay at { $load } for { $reps }.
next-stay-open-set = Stay at { $load } for { $reps }, and leave the last set open.
next-stay-range-done = Stay at { $load } for { $reps }.
next-stay-easy = Stay at { $load } for { $reps }.
next-stay-line-again = Stay at { $load } for { $reps }: this setup rested since { $date }, the exercise did not.
next-stay-away = Stay at { $load } for the first session after { $time } away, and stop early if it feels heavy.
next-stay-after-light = Stay at { $load } for { $reps }.
next-stay-body-reps = Stay at { $load }: { $reps } in every set.
next-stay-body-more = Stay at { $load }: every set reached { $weakest }, so aim for { $reps }.
next-stay-body-few = Stay at { $load }: { $reps } a set. A band or an assisted machine lets you do more reps and get there faster.
next-stay-away-body = Stay at { $load } with fewer reps: { $reps } after { $time } away. About { $back_weeks } weeks and you are back.
next-stay-deload = Stay at { $load } and do half the sets: a lighter week drops fatigue; it is not known to add muscle.
next-stay-depth = Stay at { $load }, to full depth.
next-stay-back-again = Stay at { $load } for { $reps }.
next-stay-too-heavy = Stay at { $load } for { $reps }. Chance of { $low } or more: { $chance }.
next-stay-other-range = Stay at { $load } for { $reps }: worked out from your sets in other rep ranges.
next-stay-missed-often = Stay at { $load }: { $sessions } sessions fell short and there is no lighter weight. Aim for { $reps }.

## Going on: less load

next-less-missed-often = { $load }, less than last time: { $sessions } sessions at { $from } fell short. Build up again from here.
next-less-too-heavy = { $load }, less than last time: { $low } reps at { $last } are not likely today. Chance at { $load }: { $chance }.
next-less-reserve-unknown = { $load }, less than last time: { $low } reps at { $from } would hardly leave { $rir } in reserve, as planned. Log your reps in reserve to be sure.
next-less-reserve = { $load }, less than last time, so that { $low } reps leave { $rir } in reserve, as planned.
next-less-away = { $load }, less than last time, after { $time } away. About { $back_weeks ->
    [one] one week
   *[other] { $back_weeks } weeks
 } and you are back at { $from }.
next-less-depth = { $load }, less than last time, to full depth: { $cut } was cut short, and cut reps do not count.
next-less-deload = { $load }, less than last time, and half the sets: a lighter week drops fatigue; it is not known to add muscle.
next-less-other-range = { $load }, less than last time, for { $reps }: worked out from your sets in other rep ranges.
next-less-other-unit = { $load } for { $reps }: the nearest weight to { $from }.
next-less-after-light = { $load } for { $reps }.
next-less-line-again = { $load } for { $reps }: this setup rested since { $date }.

## Within a workout: the set after the last one

next-less-set-first = { $load } for { $reps } first: set 1 of { $planned }, as in your last sessions. The top set is { $top }.
next-stay-set-first = { $load } for { $reps } first: set 1 of { $planned }, as in your last sessions. The top set is { $top }.
next-up-set-first = { $load } for { $reps } first: set 1 of { $planned }, as in your last sessions. The top set is { $top }.
next-stay-set-same = { $load } again for { $reps }. Fatigue costs reps, so fewer in reserve than after the last set are normal.
next-stay-set-enough = { $count ->
    [one] One set is done
   *[other] { $count } sets are done
 }. If you want one more: { $load } for { $reps }.
next-less-set-enough = { $count ->
    [one] One set is done
   *[other] { $count } sets are done
 }. If you want one more: { $load } for { $reps }.
next-stay-set-pattern = { $load } for { $reps }: set { $number } of { $planned }, as in your last sessions.
next-up-set-pattern = Up to { $load } for { $reps }: set { $number } of { $planned }, as in your last sessions.
next-less-set-pattern = Down to { $load } for { $reps }: set { $number } of { $planned }, as in your last sessions.
next-less-set-short = Down to { $load }: the last set ended at { $done ->
    [one] 1 rep
   *[other] { $done } reps
 }. Chance of { $low } or more: { $chance }.
next-less-set-hard = Down to { $load }: { $low } more reps at { $last } are not likely. Chance at { $load }: { $chance }.
next-less-set-reserve = Down to { $load }: the last set left { $spare } in reserve, and { $rir } are planned. Chance of { $low } or more: { $chance }.
next-less-set-cut = Down to { $load }, to full depth: cut reps do not count.
next-stay-set-cut = Stay at { $load }, to full depth: cut reps do not count.
next-up-set-easy = Up to { $load }: the last set left { $spare } in reserve. Chance of { $low } or more: { $chance }.
next-stay-set-hard = Stay at { $load } for { $reps }. Chance of { $low } or more: { $chance }.
next-help-up-set-easy = { $load } for { $reps }, less help: the last set left { $spare } in reserve. Chance of { $low } or more: { $chance }.
next-help-less-set-short = { $load } for { $reps }, more help: the last set ended at { $done ->
    [one] 1 rep
   *[other] { $done } reps
 }. Chance of { $low } or more: { $chance }.
next-help-less-set-hard = { $load } for { $reps }, more help than the last set. Chance of { $low } or more: { $chance }.
next-help-less-set-reserve = { $load } for { $reps }, more help: the last set left { $spare } in reserve, and { $rir } are planned.
next-help-less-set-cut = { $load } for { $reps } to full depth, more help than the last set: cut reps do not count.

## A rotation of the lifter's own: heavy and light days, the weeks of 5/3/1

next-up-rotation = { $load } for { $reps }: next in your rotation of { $period }. Last time on this day: { $from } on { $date }. Chance of { $low } or more: { $chance }.
next-stay-rotation = { $load } for { $reps }: next in your rotation of { $period }. Last time on this day: { $from } on { $date }.
next-less-rotation = { $load } for { $reps }: next in your rotation of { $period }. Last time on this day: { $from } on { $date }.

## A load that the lifter's program sets

next-up-program = { $load } for { $reps }, set by your program. Chance of { $low } or more: { $chance }.
next-stay-program = { $load } for { $reps }, set by your program. Chance of { $low } or more: { $chance }.
next-less-program = { $load } for { $reps }, set by your program. Chance of { $low } or more: { $chance }.
next-start-program = { $load } for { $reps }, set by your program.

## Where a reason and a direction meet that need no words of their own

next-up = { $load } for { $reps }. Chance of { $low } or more: { $chance }.
next-stay = Stay at { $load } for { $reps }. Chance of { $low } or more: { $chance }.
next-less = { $load } for { $reps }, less than last time. Chance of { $low } or more: { $chance }.
next-start = { $load } for { $reps } to start with.

## Assistance: the number helps, so less of it is harder

next-help-up = { $load } for { $reps }, less help than last time. Chance of { $low } or more: { $chance }.
next-help-stay-more-reps = Stay at { $load } and add reps: { $high } in every set, then less help.
next-help-stay-no-more = Stay at { $load }: there is no smaller amount of help. Add reps or sets.
next-help-stay = Stay at { $load } for { $reps }. Chance of { $low } or more: { $chance }.
next-help-less = { $load } for { $reps }, more help than last time. Chance of { $low } or more: { $chance }.
next-help-less-other-unit = { $load } for { $reps }: the nearest to { $from }.
next-help-up-other-unit = { $load } for { $reps }: the nearest to { $from }.
next-help-less-away = { $load } for { $reps }, more help than last time, after { $time } away.

## Holds, times, distances, paces and carries: only the lifter's own steps are continued

next-start-measured = Not enough data yet: do what feels easy to repeat and log { $kind ->
    [carry] the load and the distance
    [pace] distance and time
    [distance] the distance
   *[other] the time
 }.
next-up-measured-along = { $aim } next: your own steps, { $step } at a time.
next-up-measured-across = { $aim } next: your own steps, { $step } at a time.
next-stay-measured-again = { $aim } again: your best was { $best } on { $date }.
next-stay-measured-unknown = { $aim } again, as last time. How you step up is not known yet: { $missing ->
    [one] one more session beyond your best shows it
   *[other] { $missing } sessions beyond your best show it
 }.
next-stay-measured-away = { $aim } at most, after { $time } away. How much a break costs here is not known, so stop early.
next-stay-measured-deload = { $aim } and half the sets: a lighter week drops fatigue; it is not known to add muscle.

## Questions to the lifter

ask-check-load = { $load } × { $done } on { $date }? Your last { $count } sets were { $usual ->
    [one] all { $usual_low }
   *[other] { $usual_low } to { $usual_high }
 }. It is kept apart until you confirm it.
ask-typed = { $load } × { $done }? Your last { $count } sets were { $usual ->
    [one] all { $usual_low }
   *[other] { $usual_low } to { $usual_high }
 }.
ask-body-mass = This exercise moves your body. Enter your body weight once, and growth and chances become exact.

## Days that the lifter marked: left out of trends, stalls and advice

note-marked-illness = Your sets of { $from } to { $to } are left out: you were ill.
note-marked-travel = Your sets of { $from } to { $to } are left out: you were travelling.
note-marked-pain = Your sets of { $from } to { $to } are left out: you had pain. If it is still there, stop, and see someone who can examine you.
note-marked-deload = Your sets of { $from } to { $to } are left out: a lighter week.
note-marked-rotation = Your sets of { $from } to { $to } are left out: a planned change of position.
note-marked-other = Your sets of { $from } to { $to } are left out, as you marked them.

## Stalls and lighter weeks

stall-fatigue = This and other lifts for the same muscle are down together. That is fatigue: take a lighter week.
stall-adaptation = No best for { $weeks } weeks of hard sets: change the rep range, or add two sets a week if you do fewer than ten.
stall-adaptation-feet = No best for { $weeks } weeks of hard sets: change the rep range or the foot position, or add two sets a week if you do fewer than ten.
stall-plan = You stopped at { $usual } reps again and again, and no set says that it was hard. Go for { $more }, or take the next weight, and log your reps in reserve.
deload-down = { $lifts } lifts for one muscle are down two sessions running. A lighter week helps: half the sets, 10 % less weight. It drops fatigue; it is not known to add muscle.
deload-weeks = { $weeks } hard weeks are done. A lighter week helps: half the sets, 10 % less weight. It drops fatigue; it is not known to add muscle.

## Words

body-weight = body weight
body-weight-plus = body weight + { $load }
help = { $load } of help
band = the { $load } band
band-same = the same band
time-weeks = { $weeks ->
    [one] one week
   *[other] { $weeks } weeks
 }
time-years = about { $years } years
chance-low = under 1 in 10
chance-high = over 9 in 10
chance = { $tenths } in 10
reps = { $count ->
    [one] 1 rep
   *[other] { $count } reps
 }
reps-range = { $low }–{ $high } reps
parts = { $parts }, { $part }
line-machine-this = this machine
line-machine-other = another machine
line-machine-none = no machine recorded
line-side-left = the left side
line-side-right = the right side
line-side-both = both sides
line-side-single = one side at a time
line-setup = { $variable } { $value }
line-setup-unknown = { $variable } not recorded
seconds = { $time } s
minutes = { $time } min
hours = { $time } h
aim-load = { $load }
aim-duration = { $duration }
aim-distance = { $distance }
aim-load-duration = { $load } for { $duration }
aim-load-distance = { $load } over { $distance }
aim-distance-duration = { $distance } in { $duration }

## Growth: the one number of a line

growth-ten = { $value } for ten reps ({ $low } to { $high })
growth-reps = { $value ->
    [one] 1 rep
   *[other] { $value } reps
 } in one set
growth-reps-body = { $value ->
    [one] 1 rep
   *[other] { $value } reps
 } at body weight
growth-hold = { $time }, the longest set
growth-distance = { $value } { $unit }, the farthest set
growth-pace = { $time } per { $lap }
growth-carry = { $load } carried
growth-ten-last = { $value } for ten reps, by the last workout
growth-none = { $count ->
    [one] 1 set
   *[other] { $count } sets
 } logged

## What a 10RM stands on

basis-no-body-mass = Not known yet: this exercise moves your body. Enter your body weight once to see it.
basis-no-set = Not known yet: log a working set with load and reps here.
basis-other-lines = A guess from your other setups of this exercise: nothing was done here yet.
basis-bound = The low end is what you did. No set says how near failure it was, so the high end is a guess.
basis-stale = From { $count ->
    [one] 1 set
   *[other] { $count } sets
 } with reps in reserve. The last was { $time } ago, so the high end is a guess.
basis-measured = From { $count ->
    [one] 1 set with reps in reserve,
   *[other] { $count } sets with reps in reserve, the last
 } { $days ->
    [0] today
    [1] yesterday
   *[other] { $days } days ago
 }.

## Two lines compared

compare-lines = Stronger with { $line } than with { $other }: { $chance }. Ratio of the 10RMs { $ratio } ({ $low } to { $high }), everything that moves counted.
compare-lines-help = Stronger with { $line } than with { $other }: { $chance }. Ratio of the 10RMs { $ratio } ({ $low } to { $high }), everything that moves counted. Less help is stronger.
compare-lines-counted = Stronger with { $line } than with { $other }: { $chance }. Ratio of the 10RMs { $ratio } ({ $low } to { $high }), everything that moves counted. As you count: { $first } and { $second }.
compare-lines-counted-help = Stronger with { $line } than with { $other }: { $chance }. Ratio of the 10RMs { $ratio } ({ $low } to { $high }), everything that moves counted. As you count: { $first } and { $second }. Less help is stronger.

## Exercises instead of another one, for an assistant

alternative = { $id }: { $name }, { $equipment }, { $share } % of the work in common
alternative-logged = { $id }: { $name }, { $equipment }, { $share } % of the work in common, { $sets } of your sets

## What would happen at a load, in the first set of a day

what-if-unknown = Nothing is known about { $load } here yet.
what-if = { $load }: about { $middle } reps to failure, { $low } to { $high }.
what-if-reps = { $load }: about { $middle } reps to failure, { $low } to { $high }. Chance of { $reps } or more: { $chance }.

## The body: the trend of the weight

body-none = No body weight is logged yet.
body-smoothed = { $load } smoothed, last weighed on { $date }. { $trend }
body-few = Too few days to speak of a trend: { $fewest } in four weeks, over ten days or more, are enough.
body-flat = No clear change in four weeks: between { $low } and { $high } { $unit } a week.
body-up = Up about { $by } { $unit } a week over four weeks, likely { $low } to { $high }.
body-down = Down about { $by } { $unit } a week over four weeks, likely { $low } to { $high }.

## A line without history, and the line that stands in for it

line-new = First time with { $now }. “Last time” here was with { $before }: compare with care.

## Programs: what a session changed

change-training-max = training max { $old } → { $new }
change-training-max-first = training max set to { $new }
change-one-rm = 1RM { $old } → { $new }
change-one-rm-first = 1RM set to { $new }
change-load = load { $old } → { $new }
change-load-first = load set to { $new }
change-stage = stage { $old } → { $new }
change-sets = sets { $old } → { $new }
change-rung = rung { $old } → { $new }
change-test = test of { $new } next
change-why = { $lift }: { $change } ({ $rule })
change-why-sets = { $lift }: { $change } ({ $rule }; { $sets })
change-set = set { $set }: { $reps } of { $asked }
change-set-load = set { $set }: { $reps } of { $asked } at { $load }
change-set-slot = { $slot } set { $set }: { $reps } of { $asked }
change-set-slot-load = { $slot } set { $set }: { $reps } of { $asked } at { $load }

## Programs: who made a change that no rule of the program made, and what a set may bring

rule-as-lifted = the load that you lifted counts
rule-typed = you typed it
outlook-any = Any result: { $changes }
outlook-fewer = Fewer than { $reps }: { $changes }
outlook-exact = { $low }: { $changes }
outlook-range = { $low }–{ $high }: { $changes }
outlook-more = { $low } or more: { $changes }
outlook-nothing = nothing changes
outlook-week = { $change }, end of week { $week }
outlook-cycle = { $change }, end of cycle { $cycle }
outlook-next = { $changes }, next { $sets }

## Programs: where the load of a set comes from

target-log = from your log
target-fixed = fixed
target-choice = as you choose
target-reserve = by reps in reserve
target-instead = your own load: the program counts it for nothing
target-unset = no working load yet: choose a load, and the program goes on from it
target-whole = { $base }
target-whole-more = { $base } + { $by }
target-whole-less = { $base } − { $by }
target-share = { $percent } % of { $base }
target-share-more = { $percent } % of { $base } + { $by }
target-share-less = { $percent } % of { $base } − { $by }
target-base-training-max = training max
target-base-one-rm = 1RM
target-base-load = working load
target-base-number = number
target-base-set = set { $of }
target-base-lift = number of { $of }
target-rounded = { $source } = { $exact }, on the plates { $load }

## Programs: a session with its targets

program-ended = The program has ended.
program-day = Cycle { $cycle }, week { $week }: { $day }
program-day-planned = Cycle { $cycle }, week { $week }: { $day }, planned for { $planned }
program-slot = { $name }: { $sets }
program-slot-done = { $name }: { $sets }; done { $results }
program-instead = or { $names }, at a load of your own
program-set-test = test of { $reps } reps
program-set-every = a set every { $seconds } s
program-set-speed = ends at { $loss } % less speed
program-set-optional = may be left out
program-change = → { $lift }: { $what } { $old } → { $new } ({ $rule })
program-run = { $name } ({ $run }), since { $start }, { $sessions ->
    [one] 1 session
   *[other] { $sessions } sessions
 }
program-numbers-training-max = Training max [{ $unit }]: { $numbers }
program-numbers-one-rm = 1RM [{ $unit }]: { $numbers }
program-numbers-load = Load [{ $unit }]: { $numbers }
program-number-unknown = { $lift } unknown

## Programs: the chance of finishing, from what the log says

forecast-left-out = Left out, not in your log yet: { $names }.
forecast-left-out-why = Left out: { $name }. { $reason }
forecast-unknown = So the chance of finishing is not known yet.
forecast-chance = Chance of finishing week { $weeks } without being set back: { $chance }.
forecast-break = Week { $week }: { $share } % break here, first { $lifts }.
forecast-too-much = Even 70 % of these maxes do not make it likely: the program asks for more than your log shows.
forecast-scaled = With { $scale } % of these maxes it is { $chance }.
forecast-maxes = Maxes used [{ $unit }]: { $maxes }.
forecast-maxes-none = Maxes used [{ $unit }]: none.

## Programs: made-up lifters who train a program

simulation-title = Simulated for { $length ->
    [one] 1 week
   *[other] { $length } weeks
 }; every lifter has a 1RM of { $maximum } in every lift.
simulation-lifter = { $lifter ->
    [lucky] Lucky
    [unlucky] Unlucky
   *[average] Average
 } lifter: { $missed ->
    [0] no lift missed in any week
    [one] 1 lift missed in a week
   *[other] { $missed } lifts missed in a week
 }; { $back } set back by a rule.
simulation-lifter-missed = { $lifter ->
    [lucky] Lucky
    [unlucky] Unlucky
   *[average] Average
 } lifter: { $missed ->
    [one] 1 lift missed in a week
   *[other] { $missed } lifts missed in a week
 }, the first in week { $first }; { $back } set back by a rule.
simulation-week = Week { $week }: { $parts }
simulation-top = { $lift } { $load } × { $reps } (does { $done })
simulation-top-open = { $lift } { $load } × { $reps }+ (does { $done })
simulation-more-lifts = { $count } more
simulation-no-load = no load from the program
simulation-chance = chance for { $lift } { $chance }
simulation-missed = missed { $lifts }
simulation-minutes = A day takes { $shortest } to { $longest } minutes, { $mean } on average.
simulation-muscles = Hard sets a week (the evidence supports { $low } to { $high }): { $sets }.
simulation-no-muscles = Hard sets a week (the evidence supports { $low } to { $high }): none.
simulation-muscle-inside = { $muscle } { $sets }
simulation-muscle-below = { $muscle } { $sets } (fewer)
simulation-muscle-above = { $muscle } { $sets } (more)
simulation-warning = Warning: { $warning }
simulation-impossible = Weeks { $week } and { $after }: hardly anybody makes { $lift }.
simulation-hard = Week 1: few make { $lift } (chance { $chance }).
simulation-many-sets = { $muscle }: up to { $sets } sets a week, more than { $most }.
simulation-long-day = The longest day takes about { $minutes } minutes.

## Programs: the number that a lift begins with

question-1rm = 1RM
question-training-max = training max
question-load = first working load
question-test = { $reps }RM

## A block: what the answer to a stall changed

block-deload = The next week is a deload: half the sets, 10 % less load.
block-feet = From the next week on the feet take the next position.
block-effort = From the next week on its sets end one rep nearer to failure: log what you had left.
block-range = From the next week on it is done for { $reps }.

## Today: dates as YYYY-MM-DD, as the command line and programs read them

today-planned = Planned for { $date }: { $names }.
today-missed = Missed: { $name } (planned for { $date }).
today-no-more = Nothing more is planned for { $date }.
today-ahead = Next: { $name } on { $date }.
today-rested = Nothing is planned for { $date }. These rested longest of what you trained in the last four weeks.
today-nothing = Nothing is planned for { $date }, and there is no workout of the last four weeks to go on from.

## Records of a line

record-load = Heaviest for { $range } reps: { $load } × { $done }.
record-load-help = Least help for { $range } reps: { $load } × { $done }.
record-load-duration = Heaviest hold: { $done }.
record-load-duration-help = Least help in a hold: { $done }.
record-load-distance = Heaviest carry: { $done }.
record-load-distance-help = Least help over a distance: { $done }.
record-duration = Longest: { $done }.
record-duration-load = Longest at this load or harder: { $done }.
record-distance = Farthest: { $done }.
record-distance-load = Farthest at this load or harder: { $done }.
record-pace = Fastest over this distance or more: { $done }, { $time } per { $lap }.
record-reps = Most reps at { $load } or harder: { $done }.
record-reps-help = Most reps at { $load } of help or harder: { $done }.

## In brief

brief-load = { $load }
brief-aim = { $aim }
brief-next-aim = Next time: { $aim }.
brief-next = Next time: { $load } for { $reps }.
brief-next-reps = Next time: { $reps }.

## Growth: where a new line began, what is known about such a change, and what the sets say

line-began = { $changes }: a new line began.
line-change-side = sides from { $before ->
    [left] the left
    [right] the right
    [single] one at a time
   *[both] both
 } to { $now ->
    [left] the left
    [right] the right
    [single] one at a time
   *[both] both
 }
line-change-machine = from { $before } to { $now }
line-change-machine-first = { $now }, no machine recorded before
line-change-machine-gone = the machine is no longer recorded
line-change-value = { $variable } from { $before } to { $now }
line-change-value-first = { $variable } { $now }, not recorded before
line-change-value-gone = { $variable } no longer recorded
growth-why-stance = No known study compared growth between stances. Three studies of muscle activity found no difference in the quads.
growth-why-first = No value was recorded before. It may be the same as now.
growth-why-gone = A value is no longer recorded. It may be the same as before.
growth-why-stack = Levers, cables and friction differ between machines, so the same mark may be another load.
growth-why-plates = Levers, rails and friction differ between machines, so the same plates may be another load.
growth-why-flat = On a rail so flat friction decides, so the two machines do not compare by their sleds.
growth-why-empty = { $load } on { $before } push less than { $now } does empty: { $because }.
growth-why-push = { $load } on { $before } push like { $same } on { $now }: { $because }.
growth-why-range = { $load } on { $before } push like { $low } to { $high } on { $now }: the mass of { $guess ->
    [both] both sleds
    [old] the old sled
   *[new] the new sled
 } is a guess.
growth-why-up-to = { $load } on { $before } push like anything up to { $high } on { $now }: the mass of { $guess ->
    [both] both sleds
    [old] the old sled
   *[new] the new sled
 } is a guess.
sled-old = the old sled
sled-new = the new one
sled-heavier = its sled is { $load } heavier
sled-lighter = its sled is { $load } lighter
sled-steeper = its rail is { $angle }° steeper, so { $share } of what slides pushes, not { $earlier }
sled-flatter = its rail is { $angle }° flatter, so { $share } of what slides pushes, not { $earlier }
sled-and-rail = { $sled } and { $rail }
sled-same = according to your notes, sled and rail are the same
growth-numbers-none = Not enough sessions before and after to say how this changed your load.
growth-numbers = Your sets suggest { $middle } for 10 reps (80 % interval { $low } to { $high } %), first { $sessions } sessions against the last { $sessions }. The reason is not known.
growth-numbers-open = Your sets suggest { $middle } for 10 reps, first { $sessions } sessions against the last { $sessions }. Anything from { $low } % less to { $high } % more is possible. The reason is not known.
growth-numbers-at-least = Sessions without a noted effort count as “at least”.
growth-same = the same { $what ->
    [help] help
   *[load] load
 }
growth-more = { $share } % more { $what ->
    [help] help
   *[load] load
 }
growth-less = { $share } % less { $what ->
    [help] help
   *[load] load
 }

## Mail that the server sends

mail-confirm-subject = Confirm your e-mail address
mail-confirm =
    Hello { $name },

    You entered this e-mail address for your account at { $server }. Open this link within { $hours } hours to confirm the address:

    { $link }

    If this was not you, ignore this e-mail. Iron uses the address only after you open the link.
mail-reset-subject = Set a new password
mail-reset =
    Hello { $name },

    Someone asked for a new password for your account at { $server }. Open this link within { $minutes } minutes to set a new password. The link works once:

    { $link }

    If this was not you, ignore this e-mail. Your password stays as it is.
mail-password-changed-subject = Your password was changed
mail-password-changed =
    Hello { $name },

    The password of your account at { $server } was changed from the network address { $address }. All other devices were signed out.

    If this was not you, set a new password with “Forgot your password?” on the sign-in screen, and tell the owner of the server.
mail-address-changed-subject = Your e-mail address was changed
mail-address-changed =
    Hello { $name },

    The e-mail address of your account at { $server } was changed from the network address { $address }. This is the last e-mail to your old address.

    If this was not you, tell the owner of the server.
mail-invitation-subject = You are invited to Iron
mail-invitation =
    Hello,

    The owner of { $server } invites you to keep your training log there. Open this link within { $days } days to choose a name and a password. The link works for one account:

    { $link }
mail-test-subject = Test e-mail from Iron
mail-test =
    This is a test. The Iron server at { $server } can send e-mail to you.
