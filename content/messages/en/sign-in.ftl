### What the screens of sign-in say (web/src/screens/sign-in).

over = Me
name = Name
code = Code
code-of-app = Enter the six digits from your authenticator app, or a recovery code.
code-of-link = The last part of your invitation link.
code-of-owner = The one-time code that Iron printed in the terminal at its first start. This account will own the server.
continue-on = Continue
continue-with = Continue with { $provider }
open-log = Open the log of { $name }
sign-in-as = Sign in as { $name }
looking-at-link = Looking at the link …
to-security = Password and passkeys
signup-closed = Sign-up is closed on this server. Ask its owner for an invitation link.
sign-in = Sign in
sign-in-again = Sign in again
sign-up = Sign up
two-steps = Two-step sign-in

## Sign in or sign up

in-or-up = Sign in or sign up
signed-in-as = You are signed in as { $name }.
back-to-me = Back to Me
ended = Your sign-in on this device has ended. Nothing is lost: the journal of { $name } is here, and what waits is sent after you sign in.
server-knows = You are signed in to the server as { $name }.
link-incomplete = This invitation link is not complete. Copy the whole link, or ask for a new one.
invited = You are invited. Choose a name and a password.
with-passkey = Sign in with a passkey
forgotten = Forgot your password?
forgotten-no-mail = Forgot your password? This server sends no e-mail. Its owner can set a new one with this command:
guest = Workouts you logged on this device as a guest move to your account. Demo data does not.

## The field of a password

password = Password
password-show = Show
password-hide = Hide
password-show-named = Show the password
password-hide-named = Hide the password
password-shortest = At least { $count } characters.

## Confirm an address

confirm-title = Confirm your address
confirmed = { $email } is confirmed. If { $name } forgets the password, a link to set a new one goes there.
confirm-question = Is { $email } your address, and { $name } your account?
confirm = Confirm
done = Done

## A forgotten password

link-sent = If an account on this server has confirmed the address { $email }, a link is on its way. It works once, within an hour.
link-not-there = Nothing after a few minutes? Look into the spam folder, then try another address. Without a confirmed address, the owner of this server can set a new password.
another-address = Try another address
no-mail = This server sends no e-mail. Its owner can set a new password with this command:
which-address = Enter the e-mail address that you confirmed for your account. You get a link to set a new password.
address = E-mail address
send-link = Send the link
back-to-sign-in = Back to sign-in

## A new password

new-password-title = Set a new password
new-password-for = A new password for { $name }. Every device is signed out; passkeys and two-step sign-in stay.
new-password-set = Set the password
new-password-done = The new password is set, and every device was signed out. Sign in with it.
new-link = Ask for a new link

## Journals of other lifters on this phone

unsent = { $count ->
    [one] { $count } change of { $name } was not sent before the sign-out.
   *[other] { $count } changes of { $name } were not sent before the sign-out.
 } The journal is still on this device, and is sent when { $name } signs in here.
other-title = This device has the log of { $name }
other-unsent = You signed in as { $other }. { $count ->
    [one] { $count } change of { $name } has not reached the server: the journal stays on this device and is sent when { $name } signs in here again.
   *[other] { $count } changes of { $name } have not reached the server: the journal stays on this device and is sent when { $name } signs in here again.
 }
other-sent = You signed in as { $other }. The log of { $name } is safe on the server and will be removed from this device.
sign-in-as-instead = Sign in as { $name } instead

## Back from a provider of sign-in

refused =
    .cancelled = You stopped before the sign-in was complete. Nothing was changed.
    .signup_closed = Sign-up is closed on this server. Ask its owner for an invitation link.
    .connected_other = This sign-in already belongs to another account on this server.
    .reauthentication_required = Some time has passed. Enter your password again, then connect once more.
    .first = The first account of this server needs a password. Sign up with the one-time code that Iron printed, then connect this sign-in under “Password and passkeys”.
    .unknown = The sign-in did not work. Try again, or sign in another way.
connected = Connected. You can now sign in this way.
choose-name = Choose a name
new-account-name = You are new here. This name is yours on this server; others may see it.
back-to-security = Back to password and passkeys
another-way = Sign in another way
signing-in = Signing in …

## Messages after signing in

no-cookies = The browser did not save the sign-in. Allow cookies for this address, then try again.
signed-in-again = Signed in again as { $name }. Unsynced changes are being sent.
welcome = Welcome, { $name }. Everything on this device came along.
