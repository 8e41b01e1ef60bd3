### The sheets of the rest and the interval timer, and the notification of the rest: they load after the log.

## The rest

rest-title = Rest
rest-kind = After sets of this kind
rest-scope = For which exercises
rest-all = All exercises
rest-none = Off
rest-own = Other rest, such as 2:45
rest-set = Set
rest-begin = Start rest
rest-intervals = Interval timer: EMOM, Tabata, work and rest
rest-sound = Sound at the end
rest-vibration = Vibration at the end
rest-awake = Keep the screen on during workouts
rest-awake-why = Uses more battery. It ends with the workout and when you leave Iron.
rest-asleep = The rest stays right while the device sleeps. With the screen off, a web page cannot make a sound.
rest-alarm = Alarm with the screen off
rest-alarm-off = Your server sends a notification at the end of the rest, with Log and +30 s.
rest-alarm-by = { $carrier } carries it, encrypted, and cannot read it. Needs signal.
rest-alarm-refused = The browser or its push service said no. Allow notifications for this page, then try again.
rest-alarm-guest = An alarm with the screen off needs an account: your server sends it.
rest-alarm-no-push = This browser takes no alarm while the screen is off.
rest-alarm-iphone = For an alarm with the screen off, add Iron to the home screen (iOS 16.4 or newer).
not-rest = “{ $typed }” is not a rest. Type seconds or minutes, such as 2:45.
note = Rest on the lock screen
note-why = One quiet line while Iron is away, where the device allows it.
note-refused = The browser said no. Allow notifications for this page in its settings.
note-until = Rest until { $time }
note-then = Then { $set }
note-over = Rested

## The interval timer

intervals-title = Interval timer
intervals-kind = Kind of timer
intervals-name =
    .emom = EMOM
    .tabata = Tabata
    .work-rest = Work / rest
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
