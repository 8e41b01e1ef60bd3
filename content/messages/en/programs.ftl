### What the app says of a program's targets (web/src/core/logic/programs/target-words.ts).

## One set

up-to = { $set } up to { $cap }
with-reserve = { $set } RIR { $rir }
with-load = { $sets } with { $load }
name-with-number = { $name } ({ $nth })

## How a set of a special kind is done

test = Test: the most that you can lift for { $reps ->
    [one] 1 rep.
   *[other] { $reps } reps.
 }
kind =
    .drop = Drop set: take load off and go on at once.
    .rest-pause = Rest-pause: the same load again after a short rest.
    .myo-rep = Myo-reps: the same load again after a few breaths.
    .back-off = Back-off set: lighter than the top set.
    .cluster = Cluster: rack the weight for a few breaths between small groups of reps.
emom-minutely = EMOM: begin a set every minute; the time that is left is rest.
emom-minutely-for = EMOM: begin a set every minute for { $minutes } minutes; the time that is left is rest.
emom = EMOM: begin a set every { $seconds } seconds; the time that is left is rest.
emom-for = EMOM: begin a set every { $seconds } seconds for { $minutes } minutes; the time that is left is rest.
speed = End the set when a rep is { $loss } % slower than the first.
optional = This set may be left out.

## What stands beside the sets of an exercise

instead = In place of { $name }, which { $gym } does not have.
replaces-in-gym = In place of { $name }, which this gym does not have.
unlikely = Your log gives the heaviest set a chance of { $chance }.
unlikely-next = Next time: { $name }, { $sets }. { $unlikely }

## The next session of a program, on a card of an exercise

next-in-program = Next in the program ({ $when }): { $sets }.
day-of-week = { $day }, week { $week }
