### What the demo says (web/src/screens/demo).
title = Demo
guests-only = The demo is only available without an account. Sign out to try it as a guest.
own-training = The demo is only for an empty log, so that made-up workouts never mix with yours. To try it, open Iron in a private window.
to-today = Go to Today
not-loaded = The demo could not be loaded. Try again when you are online.
try-again = Try again

## While the demo is loading

loading = Loading 18 months of made-up training…
