### What may stand over any screen, and the screens that are none.

## Notices

notices = Notices
new-version = A new version is ready.
reload = Reload
storage-slow =
    This device's storage does not respond. Close other Iron tabs. If that does not help, restart the browser.
signed-out = You were signed out. Your log stays on this device.
sign-in = Sign in
values-replaced = { $values ->
    [one] One value was replaced.
   *[other] { $values } values were replaced.
 }
see-values = See what
commented = { $author } commented on a workout of yours.
see-comment = See comment
proposes-program = { $author } proposes a program.
proposes-change = { $author } proposes a change of your plan.
see-proposal = See proposal
somebody = Somebody
demo-data = Demo data: made-up training, never synced.
remove = Remove

## The running workout

running = Running workout
running-open = Running workout: { $name }. Open the log
rest-over = Rest over
rest-left = Rest { $time }

## Another lifter's log

whose = Whose log this is
read-only = { $owner }’s log, read only
as-of = As of { $time }
offline-as-of = Offline, as of { $time }
body = Body
close = Close

## The tabs

main = Main
tab =
    .today = Today
    .history = History
    .growth = Growth
    .plan = Plan
    .library = Library
    .me = Me

## Screens that cannot be shown

not-here = This screen is not on this device yet
not-here-why = Open it once while you are online. Logging works offline.
not-found = Page not found
not-found-why = This address does not exist in Iron.
to-today = Go to Today
stopped = This screen stopped
stopped-why = Something went wrong in the app. What you logged is stored. Open the screen again; if it stops again, report the text below.
open-again = Open again
