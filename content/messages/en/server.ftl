### What the app says about its server: no connection, an answer it cannot use, signing in (web/src/data/server). In the first load.

unreachable = The server cannot be reached.
unreachable-log-on = The server cannot be reached. You can keep logging offline.
down = The server does not answer ({ $status }). What you logged stays on this device, and Iron tries again.
no-reason = The server refused this without a reason ({ $status }).
change-refused = The server refused this change without a reason.
answer-empty = The server sent an empty answer. Try again.
sync-stopped = Sync stopped because of an error. Iron will try again.
needs-server = The server makes this file. Try again when you are online.

## Refused sign-in, by the server’s answer

signed-out = You were signed out. Sign in again.
sign-up-closed = Sign-up is closed on this server. Ask the owner for an invitation link.
signed-in-already = You are already signed in.
sign-in-expired = The sign-in has expired. Sign in again.
too-many-tries = Too many tries. Wait a minute, then try again.

## Passkeys

passkeys-need-https = Passkeys need HTTPS, or localhost on the server itself. This address is neither.
passkeys-need-name = Passkeys need a host name. Open Iron as http://localhost instead of 127.0.0.1.
passkeys-unsupported = This browser does not support passkeys.
passkey-unused = No passkey was used. The window was closed, or this device has no passkey for Iron.

## A link from an e-mail

mail-off = This server cannot send e-mail now, so the link does not work. Ask the owner of the server.

## Comments and proposals that wait to be sent to another lifter

sent-later = Saved. It is sent when you are online.
not-sent = Not sent: { $reason }
not-sent-yet = Not sent yet. It is sent when you are online.

## The notification at the end of a rest

rest-over = Rest is over
