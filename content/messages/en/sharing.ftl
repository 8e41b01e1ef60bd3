### What the screens say that share a log and show shared ones (web/src/screens/sharing).

## A lifter whose log is shared

open-log = Open the log of { $name }
needs-of = What needs you in the log of { $name }
needs-nothing = Nothing needs you.
remove-log = Remove the log of { $name }
remove = Remove
waiting = Waiting for your answer
paused-pain = Plan paused for pain
since = since { $day }
missed = Missed: { $day }
no-workout-for = No workout for { $days ->
    [one] 1 day
   *[other] { $days } days
 }
stalled = Stalled: { $name }
new-record = New PR: { $name }
no-workouts = No workouts yet
trained-today = Trained today
last-workout = Last workout { $days ->
    [one] 1 day
   *[other] { $days } days
 } ago

## All lifters

lifters = Lifters
invitation-from = Invitation from { $name }
invitation-text = { $name } wants to share a log with you
accept = Accept
decline = Decline
marked-not-shared = Days marked for illness, travel or pain are not shared, so they do not show here. A plan that is paused for pain shows where plans are shared.
offline-copy = What you opened stays on this device for reading offline, apart from your own log. It is deleted when sharing ends or you sign out.
share-own = Share your own log

## Share a log

share-log = Share your log
share-with = Share with
what-read = What they can read
how-long = How long
until-stopped = Until I stop it
one-week = 1 week
thirty-days = 30 days
ninety-days = 90 days
one-year = 1 year
shared-title = A shared log
try-again = Try again
opening = Opening…
title = Sharing
your-link = Your link
link-once = The link is shown only once. Whoever has it can read what you chose.
copy-link = Copy link
done = Done
who-can-see = Who can see your log
nobody = Nobody but you.
by-link = , link
stop-sharing = Stop sharing with { $name }
stop-warning = When you stop, nothing new can be read, and the copy on the other device is deleted the next time it is online.
account-why = Sharing needs an account, because others read your log through the server.
sign-in = Sign in
proposals-where = What others propose for your plan:
lifters-where = Logs that others share with you:
proposals = Proposals
link-copied = Link copied.
copy-refused = The browser blocked copying. Select the link and copy it yourself.
last-read = last read { $day }
not-read = not read yet
not-accepted = not accepted yet
not-sent = Not sent to { $name }
sharing-ended = Sharing ended before this could be sent.
save-program = Save the program
copy = Copy
delete-button = Delete
copy-refused-text = The browser blocked copying. Select the text and copy it yourself.
program-saved = Saved to your programs.

## Lists: loading, opening

loading = Loading…
open = Open

## The line below the title, and empty lists

lifters-subtitle = Logs that others share with you.
nobody-signed-out = Open a link somebody sent you, or sign in to see what is shared with your account.

## The form: with whom to share, and the name of a link

person = A person here
person-name = Their name on this server
link-name = Name of the link, for you
link-example = Physio
share = Share
create-link = Create link

## The line below the title of Sharing

sharing-subtitle = Let a coach or a training partner read your log.

## Buttons and messages

stop = Stop
copied = Copied.

## What can be shared

part-training = Training
part-training-note = Workouts and notes, your exercises, machines and gyms
part-plans = Plans
part-plans-note = Programs and plans
part-body = Body data
part-body-note = Weight and measurements. Photos never leave your device.

## How long a share lasts

no-end = no end date
ended = ended { $day }
until = until { $day }

## Empty lists, and links

nobody-shares = Nobody shares a log with you yet. Another lifter on this server can share with you under Me, Sharing.
anyone-link = Anyone with a link
