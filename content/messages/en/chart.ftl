### What charts say (web/src/ui/chart).
missing = The chart is not on this device yet. Open it once while you are online. The table below shows all numbers.
unsupported = The chart does not work in this browser. The table below shows all numbers.
chart = chart
read-by-keys = { $summary } Arrow keys read the points one by one.
