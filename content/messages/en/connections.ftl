### What the connections say: assistants, the calendar, webhooks (web/src/screens/connections).

## Assistants

assistants = Assistants
assistants-why = An assistant that speaks MCP can read your log, and log sets if you let it. Add
assistants-steps = as a remote MCP server in the assistant; the assistant then opens Iron and asks you.
access-remove-named = Remove the access of { $name }
access-remove = Remove access
access-removed = { $name } has no access any more.

## The calendar

calendar = Calendar of planned days
calendar-why = Subscribe to this address in your calendar app. It shows the days of your plan with their exercises, and which ones you did. Nothing else of your log is in it.
calendar-stopped = The old address stopped working, because the server’s secret key changed.
copy-address = Copy address
new-address = Create a new address
revoke-address = Revoke address
create-address = Create calendar address
address-copied = Calendar address copied.
copy-refused = The browser blocked copying. Select the address and copy it yourself.

## All connections

title = Connections
keys-for = Scripts, and assistants that take a key, use
keys = API keys
account-why = Connections need an account, because other services reach your log through the server.
sign-in = Sign in

## Webhooks

webhook-named = Webhook { $url }
resume = Resume
send-test = Send test
webhook-delete = Delete the webhook { $url }
delete-button = Delete
last-delivered = last delivered { $day }
nothing-delivered = nothing delivered yet
webhooks = Webhooks
webhooks-why = Iron sends a signed message to an address of yours, such as Home Assistant, when something happens. What is not delivered is tried again for three days.
secret-of = Secret of the webhook for { $url }:
secret-once = This secret is shown only once. The receiver checks the signature with it.
done = Done
address = Address
address-example = https://home.example/hook
events = Events
create-webhook = Create webhook
test-sent = A test message is on its way.
calendar-read = Created { $made }, last read { $day }. Anyone who has the address can read the calendar.
calendar-unread = Created { $made }, not read yet. Anyone who has the address can read the calendar.
read = Read
read-and-log = Read and log
program = program { $name }
connected = connected { $day }
used = used { $day }
not-used = not used yet

## The head of the screen: the link back and the line below the title

me = Me
subtitle = Assistants, calendars, home automation

## The state of a webhook

webhook-stopped = Stopped.
webhook-retry = The last try failed. Iron will try again.
webhook-waiting = { $count } waiting

## What a webhook reports

event =
    .finished = Workout finished
    .record = New record
    .plan = Plan changed
