### What the library says (web/src/screens/library).

## Guides kept offline

guides-some = { $done } of { $count } guides kept.
offline-guides = Guides kept
guides-all = All { $count } guides are on this device.
guides-failed = { $count ->
    [one] 1 guide
   *[other] { $count } guides
 } could not be downloaded. Try again when you are online.
guides-size = 1 MB download, 4 MB on this device.

## The list

title = Library
yours = Yours
search = Search exercises
muscle = Muscle
all-muscles = All muscles
equipment = Equipment
all-equipment = All equipment
movement = Movement
all-movements = All movements
press-or-squat = Leg press or squat?
not-here-yet = The library is not on this device yet. Open this page once while you are online. Logging works offline.
exercise-missing = Not here?
create = Create “{ $name }”
show-all = Show all { $count }
your-own = Your own
tap-muscle = Tap a muscle
tap-muscle-chosen = Tap a muscle: { $muscle }

## Guides kept for offline use

guides-old = The guides on this device are an older version.
guides-opened = Guides you have opened work offline.
guides-update = Update guides
guides-download = Download all guides
