### What the screens of Me say (web/src/screens/me).

## The e-mail address of the account

mail-title = E-mail address
mail-purpose = For a link to set a new password if you forget yours, and for a note when your password was changed. You do not use this address to sign in, and other lifters do not see it.
mail-remove = Remove
mail-not-confirmed = not confirmed yet
mail-open-link = Open the link that was sent to this address. The link works for a day.
mail-open-link-instead = Open the link that was sent to this address. The link works for a day. The new address then replaces { $email }.
mail-sent = A link was sent to { $email }.
mail-send-again = Send the link again
mail-address = Address
mail-new-address = New address
mail-confirm = Send a link to confirm it
mail-change = Change the address

## Photos are in no copy

photos-left-out = A copy has no photos: { $count ->
    [one] your photo is on this device only.
   *[other] your { $count } photos are on this device only.
 }

## The account

owner = , owner of this server
session-ended = Nothing is lost. Unsynced changes are sent when you sign in again.
sign-in-again = Sign in again
security = Password and passkeys
devices = Devices
keys = API keys
connections = Connections
sign-out = Sign out
no-account = No account needed
no-account-why = Your log is on this device. With an account it syncs to your other devices and is safe if you lose the device.
sign-in-or-up = Sign in or sign up
sign-out-question = Sign out?
all-synced-sign-out = Everything is synced. Signing out removes your log from this device.
sign-in-and-sync = Sign in again and sync
sync-now = Sync now
sign-out-keep = Sign out and keep them on this device
save-copy = Save a copy
server-unreachable = The server cannot be reached. Your changes stay on this device.
signed-out-kept = Signed out. Your log stays on this device and syncs when you sign in here again.
signed-out = Signed out. Your log was removed from this device.
signed-out-open = Signed out. Iron is still open in another tab. Close all tabs to remove your log from this device.

## Display and input

comfort = Display and input
text-size = Text size
text-size-short = Text
handedness = Handedness
handedness-note = side of the main buttons
handedness-short = Hand
decimals = Decimals
effort = Effort
effort-note = how hard a set was
vibration = Vibration
vibration-note = set saved, rest over
shortcuts = Keyboard shortcuts
shortcuts-note = single keys
settings-where = You can type a comma or a point anywhere. Unit, theme and week start are under
me = Me
install = Install the app
installed = Iron is installed on this device and works offline.
install-why = Iron opens like any app, works offline, and the browser keeps its data longer.
install-iron = Install Iron
intro-again = Show the intro again
shortcuts-show = Show keyboard shortcuts
intro-shown = The intro shows again on Today.

## Restore a copy

restore = Restore a copy
copy-file = A file saved with “Save a copy”
copy-on-phone = Or a copy on this device:
copy-new = { $count ->
    [one] 1 document
   *[other] { $count } documents
 } not here yet
copy-deleted = { $count } deleted since then, would be restored
copy-same = { $count } already here
copy-differ = { $count } different on this device, kept unchanged
copy-replace = Replace them with the copy
copy-add = Add it to this log anyway
copy-unreadable = The browser could not read this file. Choose it again.
copy-restored = { $count ->
    [one] 1 item
   *[other] { $count } items
 } restored.

## Your data

data = Your data
unsynced-changes = { $count ->
    [one] 1 change is on this device only.
   *[other] { $count } changes are on this device only.
 }
changes-syncing = { $count ->
    [one] Syncing 1 change…
   *[other] Syncing { $count } changes…
 }
all-synced = Everything is synced.
server-restored = The server was restored to an earlier state ({ $time }). This device sends its data again: { $count ->
    [one] 1 document
   *[other] { $count } documents
 }.
data-only-on-phone = Saved on this device only. { $risk } Save a copy regularly, or use an account.
rolling-copies = This device also keeps an automatic copy of your last { $count ->
    [one] training day
   *[other] { $count } training days
 }.
export-why = Moving to another app? Export your sets as a table, without setup and machines:
or = or
for-strong = for Strong
for-hevy = for Hevy
fit-why = For a watch or an activity site: every workout as a FIT file, without notes and setup.
fit-save = Save FIT activities
delete-account = Delete account
backup-none = Last backup: none yet.
last-synced = Last synced { $time }.
backup-file = Last backup: the file you saved, { $time }.
syncing = Syncing…
offline = You are offline.
offline-later = You are offline. Your log is saved here and syncs later.
signed-out-elsewhere = You were signed out. Nothing is lost: unsynced changes are sent when you sign in again.
today-at = today at { $time }

## Devices

not-signed-in = You are not signed in.
sign-in = Sign in
device-sign-out = Sign out { $name }
sign-out-others = Sign out all other devices
device-unknown = Is there a device you do not know? Sign it out and change your password.
device-keys = Scripts and apps with a key have a list of their own.
change-password = Change password
device-signed-out = { $name } signed out.

## API keys

keys-account = API keys need an account, because scripts read your log through the server.
key-named = API key “{ $name }”
key-once = This key is shown only once. Anyone who has the key can use it until you revoke it.
copy = Copy
done = Done
key-new = New API key
name = Name
key-example = laptop script
access = Access
key-origins = Web pages that may use it, if any
key-origins-example = https://charts.example
key-origins-why = Only needed for a key that a page of another site uses in your browser. Enter addresses without a path, separated by spaces.
key-create = Create key
key-revoke-named = Revoke the key “{ $name }”
key-revoke = Revoke
key-mcp = Address for an assistant with MCP:
key-header = Its header, followed by your key:
key-docs = Description of the API:
key-limits = A key cannot change your account or other keys.
key-copied = API key copied.
copy-refused = The browser blocked copying. Select the key and copy it yourself.

## Delete the account

delete-warning = All workouts with their history, your machines, the photos on this device and your sign-in are deleted, on the server and on this device.
delete-final = This cannot be undone.
save-copy-first = Save a copy first
password = Password
delete-no-password = Your account has no password. Delete it within five minutes of signing in; otherwise sign out and in again first.
delete-all = Delete everything
delete-all-passkey = Use a passkey and delete everything
account-deleted = Your account and all its data were deleted, on this device and on the server.

## Other services

linked = Other ways to sign in
linked-why = Sign in to Iron with your account of another service. Iron stores only your name and id there.
remove = Remove
connect = Connect { $name }

## Marked days

marked = Illness, travel, pain
marked-why = Sets of these days stay in your history and records. Advice, trends and stalls leave them out and say so.
first-day = First day
last-day = Last day
marked-cause = Why
pain = If it still hurts: stop, and see someone who can examine you.
leave-out = Leave these days out
count-again = Count them again
cause-deload = Lighter week
cause-rotation = Planned change of position
cause-other = Something else
days-missing = Choose the first and the last day.
days-reversed = The last day comes before the first one.
days-counted = These days count again.

## Me

plain-http = This address uses plain HTTP, so offline use and passkeys are not available. Open Iron over HTTPS, or as localhost on the server itself.
about = About Iron
body-note = Weight, measurements and photos
machines-note = Plates, bars, sled weight and angle
comfort-note = Text size, handedness, plate colours, install
marked-note = Days that advice and trends leave out
exercises = Your exercises
exercises-note = Custom exercises and merges
sharing-note = Who can read your log
lifters-note = Logs that others share with you
groups-note = A weekly board with your gym or class
import-history = Import your history
import-note = From Strong, Hevy, FitNotes and others, with undo

## Colours of plates

plates = Plates
plate-colour-now = Colour of the { $size } { $unit } plate, { $colour }
plate-colour = Colour of the { $size } { $unit } plate
plates-reset = Reset all colours
plates-why = Standard colours are those of weightlifting: 25 kg red, 20 kg blue, 15 kg yellow, 10 kg green.

## A change that the server refused

refused = Only on this device ({ $what }): { $error }
refused-help = Edit this again to send it again, or go back to the version on the server.
refused-back = Use the server's version

## Sign-in

passkeys = Passkeys
passkeys-why = Sign in with your fingerprint, face or screen lock instead of a password. A passkey works only at this address.
passkey-add = Add a passkey
passkey = Passkey
passkey-rename = Rename the passkey “{ $name }”
passkey-remove = Remove the passkey “{ $name }”
rename = Rename
save = Save
two-step = Two-step sign-in
two-step-on = On. After your password, Iron asks for a code from your authenticator app.
turn-off = Turn off
two-step-steps = Scan this code with your authenticator app, or enter the key there. Then enter the six digits that the app shows.
two-step-code = QR code of the key below
two-step-open = Open in an authenticator app on this device
six-digits = Six digits
turn-on = Turn on
two-step-off = Off. With two-step sign-in, a stolen password alone is useless.
set-up = Set up
recovery = Recovery codes
recovery-why = Each code works once instead of the six digits. Keep the codes in a safe place, on paper for example.
codes-show = Show codes
codes-replace = Replace all codes
password-current = Current password
password-new = New password
password-confirm = Confirm your password
password-confirm-why = You are changing how you sign in. Please enter your password again.
continue-on = Continue

## Settings

settings = Settings
unit = Unit
theme = Theme
week-starts = Week starts
rest = Rest between sets
body-weight = Body weight
height = Height
height-why = for the leg-press model
centimetres = cm
body-weight-odd = { $value } { $unit } cannot be a body weight. Enter your weight again.
body-weight-saved = Body weight { $value } { $unit } saved.
height-odd = Enter your height in centimetres, from 100 to 250.

## Facts on one line

copy-of-day = , saved { $day }: { $count ->
    [one] 1 workout
   *[other] { $count } workouts
 }.
copy-of-range = , saved { $day }: { $count ->
    [one] 1 workout
   *[other] { $count } workouts
 }, { $start } to { $end }.
this-device = This device
last-used = Last used { $time }
signed-in = signed in { $time }
device-signs-in-again = The device has to sign in again. Unsynced workouts stay on the device and sync after that.
devices-sign-in-again = These devices have to sign in again. Unsynced workouts stay on the device and sync after that.
access-read = Read
access-write = Read and write
created = created { $day }
used = used { $day }
never-used = never used
for-pages = for pages of { $pages }
delete-elsewhere = Backups that the host made earlier still hold your journal until the host deletes them. Other devices keep their copies until they are cleared.
delete-elsewhere-owner = You own this server. At its next start it prints a code for a new owner. Backups that the host made earlier still hold your journal until the host deletes them. Other devices keep their copies until they are cleared.
version = Iron { $version }
plate-standard = standard colour
changes-unreached = { $count ->
    [one] 1 change has
   *[other] { $count } changes have
 } not reached the server.
send-or-keep = Send them first, or keep them on this device until you sign in here again.
sign-in-or-keep = Sign in again to send them, or keep them on this device until you sign in here again.
photos-deleted = { $count ->
    [one] 1 photo on this device is deleted too
   *[other] { $count } photos on this device are deleted too
 }
photos-only-copy = { $count ->
    [one] , and is nowhere else.
   *[other] , and are nowhere else.
 }

## The account card: who is signed in, and signing out

signed-in-as = Signed in as
sign-out-delete = Sign out and delete them
sync-changes = Sync { $changes }
signed-out-log = You were signed out. The log on this device belongs to

## The line below “Display and input”

comfort-subtitle = Text size, handedness, vibration, shortcuts

## Choices of display and input

text-normal = Normal
text-big = Big
hand-left = Left
hand-right = Right
two-in-reserve = 2 in reserve
on = On
off = Off

## Restoring a copy

reading = Reading…
copy-no-account = A device without an account
nothing-to-restore = Nothing to restore
restore-now = Restore
restore-items = Restore { $items }
copy-namesake = This copy belongs to another account that is also named { $name }.
copy-of-other = This copy belongs to { $owner }. You are signed in as { $name }.
copy-of-other-guest = This copy belongs to { $owner }. You are not signed in.

## Devices and API keys

devices-subtitle = Where you are signed in
sign-out-devices = Sign out { $devices }?
devices-signed-out = { $devices } signed out.
keys-subtitle = For scripts, spreadsheets and assistants
key-read = Read
key-write = Read and write

## Causes of marked days

illness = Illness
cause-pain = Pain
travel = Travel
marked-subtitle = Days that do not count
undo = Undo

## What a device is

phone = Phone
computer = Computer

## Password

password-changed = Password changed. Other devices were signed out.
password-set = Password set.
password-set-now = Set a password
password-change = Change password

## Settings

look-auto = Auto
look-light = Light
look-dark = Dark
for-pull-ups = for pull-ups and dips

## Links of Me

body = Body
machines = Machines
sharing = Sharing
lifters = Lifters
groups = Groups

## Weekdays that a week may start on

mon = Mon
sat = Sat
sun = Sun
