### What the log says. `make generated` writes it as TypeScript for the app (scripts/generated_messages.py).
### Times, loads and names come ready for the lifter; counts come as numbers, so that plurals work.

## Where the numbers of the next set come from

source =
    .chosen = Your choice
    .last-time = Same as last time
    .today = Same as last set
    .nowhere = { "" }

## The button below the numbers

log-set = Log { $set }
log-opening = Log
add-this = Add { $set }
add-set = Add a set
one-more = One more: { $set }
choose =
    .load = Choose a load
    .reps = Choose the reps
    .duration = Choose a time
    .distance = Choose a distance

## What the short names mean, in full

effort =
    .RIR = Reps in reserve
    .RPE = Effort (RPE)

## The list of exercises and sets

add-exercise = Add exercise
all-done = All planned sets done
done = Done
finish = Finish
finish-workout = Finish workout
first-time = First time with this setup: nothing to compare with yet.
more-setup = More
next-exercise = Next exercise
next-named = Next: { $name }
no-gym = Choose gym
no-sets = No sets yet
note = Note
other-load = You chose another load.
record = PR
today = Today
this-workout = This workout
last-time = Last time
nearest = Similar line
set = Set
aim = Aim: { $aim }
aim-reps = { $reps } reps
reps-up-to = up to { $high }
sets-of-planned = { $done } of { $planned }
sets-done = { $count ->
    [one] 1 set
   *[other] { $count } sets
 }

## A workout of a program

program-instead = In place of { $name }. Choose the load yourself; these sets do not change the program.
program-swap = Sets of another exercise are logged, but the program does not count them.
program-outside = This exercise is not in your program. Its sets do not change the program.
program-timer = Start the timer: { $rounds } × { $seconds } s

## The rest

rest-title = Rest
rest-kind = After sets of this kind
rest-scope = For which exercises
rest-all = All exercises
rest-none = Off
rest-off = Rest off
rest-own = Other rest, such as 2:45
rest-set = Set
rest-start = Start
rest-begin = Start rest
rest-pause = Pause the rest
rest-resume = Resume the rest
rest-intervals = Interval timer: EMOM, Tabata, work and rest
rest-sound = Sound at the end
rest-vibration = Vibration at the end
rest-awake = Keep the screen on
rest-awake-why = Uses more battery. It ends when you leave Iron.
rest-asleep = The rest stays right while the phone sleeps. With the screen off, a web page cannot make a sound.
rest-alarm = Alarm with the screen off
rest-alarm-off = Your server sends a notification at the end of the rest, with Log and +30 s.
rest-alarm-by = { $carrier } carries it, encrypted, and cannot read it. Needs signal.
rest-alarm-refused = The browser or its push service said no. Allow notifications for this page, then try again.
rest-alarm-guest = An alarm with the screen off needs an account: your server sends it.
rest-alarm-no-push = This browser takes no alarm while the screen is off.
rest-alarm-iphone = For an alarm with the screen off, add Iron to the home screen (iOS 16.4 or newer).
rest-of = Rest { $time }
rest-paused = Paused at { $time }
rest-over = Rest over, +{ $time }

## The interval timer

intervals-title = Interval timer
intervals-kind = Kind of timer
intervals-work-rest = Work / rest
intervals-every = A round every
intervals-work = Work
intervals-rest = Rest
intervals-rounds = Rounds
intervals-done = Done
intervals-pause = Pause the timer
intervals-resume = Resume the timer
intervals-stop = Stop the timer
intervals-what =
    .emom = Every minute on the minute: do your reps, rest until the next round begins.
    .tabata = Short and hard: 20 seconds of work, 10 seconds of rest.
    .work-rest = Your own times.
intervals-phase =
    .ready = Get ready
    .work = Work
    .rest = Rest
    .over = All rounds
intervals-round = round { $at } of { $all }
intervals-start = Start, { $length } in all

## The stopwatch

hold-start = Start the stopwatch
hold-countdown = Start a countdown of { $time }
hold-stop = Stop at { $time }
