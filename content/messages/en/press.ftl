### What the leg-press picture says of a change (web/src/core/press/press-words.ts). Numbers come rounded.

## The share of the hip in the work

hip-same = the same hip work, however you push
hip-more = { $most ->
    [one] 1 point
   *[other] { $most } points
 } more hip work, depending on how you push
hip-more-range = { $least } to { $most ->
    [one] 1 point
   *[other] { $most } points
 } more hip work, depending on how you push
hip-less = { $most ->
    [one] 1 point
   *[other] { $most } points
 } less hip work, depending on how you push
hip-less-range = { $least } to { $most ->
    [one] 1 point
   *[other] { $most } points
 } less hip work, depending on how you push
hip-either = anything from { $less ->
    [one] 1 point
   *[other] { $less } points
 } less to { $more } more hip work: how you push decides
expect = For every 5 cm the model expects { $change }.

## What was changed

feet =
    .more = feet { $by } cm higher
    .less = feet { $by } cm lower
depth =
    .more = { $by }° deeper
    .less = { $by }° less deep
plates =
    .more = { $by } kg more on
    .less = { $by } kg less on
sled =
    .more = sled { $by } kg heavier
    .less = sled { $by } kg lighter
rail =
    .more = rail { $by }° steeper
    .less = rail { $by }° flatter
back-pad =
    .more = back pad { $by }° steeper
    .less = back pad { $by }° flatter
height =
    .more = { $by } cm taller
    .less = { $by } cm shorter
mass =
    .more = { $by } kg heavier body
    .less = { $by } kg lighter body
pressure =
    .more = pressure { $by } cm nearer the toes
    .less = pressure { $by } cm nearer the heel
top =
    .more = stopping { $by }° earlier
    .less = stopping { $by }° nearer to straight
push =
    .more = the push assumed nearer to the hip
    .less = the push assumed nearer to the rail

## What the change does

does = { $changes }: { $hip }.
does-assumption = { $changes }: the press is the same, and so are the bands. Only the mark inside them moves; no scale on the machine can tell where it belongs.
does-nothing = { $changes }: on a rail so flat or so empty the sled takes next to nothing, and shares of it mean nothing.
bottom = At the bottom { $bends }.
hip =
    .more = the hip bends { $by }° more
    .less = the hip bends { $by }° less
ankle =
    .more = the ankle bends { $by }° more
    .less = the ankle bends { $by }° less
rail-force =
    .more = { $by } kg more along the rail
    .less = { $by } kg less along the rail
work =
    .more = { $by } J more into the sled a press
    .less = { $by } J less into the sled a press
