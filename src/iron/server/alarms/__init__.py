"""Alarms that reach a phone whose screen is off: the end of a rest, by Web Push (RFC 8030) from this server.

`service` says what is due on which phone, `waker` waits for it, `delivery` encrypts and sends it.
"""
