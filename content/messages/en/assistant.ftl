### What the question says that an assistant's sign-in asks (web/src/screens/assistant).
title = Connect an assistant
sign-in-why = An assistant asks for access to your training log. Sign in to see what it asks for, and to decide.
sign-in = Sign in
answer-goes-to = Your answer goes to the program { $program } on this device. Continue there.
open-program = Open { $program }
asks-for-access = { $assistant } asks for access to the training log of { $lifter }.
answer-opens = Your answer opens the program { $program } on this device.
access-goes-to = The access goes to { $place }.
access = Access
can-read = It can read your workouts, records, body measurements and plan.
can-log = It can log sets and body weight, start a program, and undo what it did.
cannot-change = It cannot change anything.
cannot-account = It cannot see or change your account, your password or your sharing.
name-given = The name is what the assistant calls itself.
take-away = You can remove the access at any time under Me, Connections.
allow-device = Allow it only if you started this yourself, in a program of yours on this device.
allow-computer = Allow it only if you started this yourself, on this computer.
allow-trust = Allow it only if you started this yourself and trust { $place }.
allow = Allow
refuse = Do not allow
connections = Connections
this-computer = a program on this computer

## What an assistant may do

read = Read
read-and-log = Read and log
