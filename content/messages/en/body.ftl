### What the screens of the body say (web/src/screens/body).

## Measurements

title = Body
photos = Photos
time-shown = Time shown
trend-method = How the trend is calculated
trend-why = The trend line follows a tenth of each day's difference (an exponential average with a factor of 0.9 a day, from J. Walker, The Hacker's Diet). Salt, water and dinner hardly move the line, and a real change shows a week late. “Likely” is an 80 % interval of a straight line through the days of the last four weeks. Four weeks and five days are our choice.
no-values = No values yet. Five values in four weeks make a trend.
values = Values
value-delete = Delete { $value } of { $day }
older = Show older values
span-quarter = 12 weeks
span-year = 12 months
span-all = All time
value-deleted = { $value } of { $day } deleted.

## A new value

measure = Measure
side = Side
unit = Unit
day = Day
save = Save
less = A little less
more = A little more
other-measure = Other measure, unit or day
left = Left
right = Right
no-side = Not set
value-saved = { $measure } { $value } saved.

## Photos

measurements = Measurements
photos-here = Photos are on this device only. They are never sent to the server and are not part of a saved copy.
photos-save = Save them as files regularly.
taken-on = Taken on
seen-from = Seen from
photo-clean = Location, camera and time are removed from the file before it is saved.
show = Show
side-by-side = Side by side
days-apart = { $days ->
    [one] 1 day
   *[other] { $days } days
 } apart
photo-alt = You on { $name }
all-photos = All photos
photo-delete = Delete the photo of { $name }
delete-button = Delete
photos-zip = { $count ->
    [one] Save the photo
   *[other] Save all { $count } photos
 } as a zip file
no-photos = No photos yet. Use the same light, place and pose each time to make photos comparable.
photo-day = Choose the day the photo was taken, today or before.
photo-saved = Photo of { $day } saved on this device.
photo-deleted = Photo of { $day } deleted.
photos-lost = If you lose the device or clear the browser, your photos are deleted.
photos-lost-account = If you lose the device, sign out or clear the browser, your photos are deleted.

## The head of the screen: the link back and the line below the title

me = Me
subtitle = Weight and measurements.
subtitle-weight = Weight and measurements. Your weight on the day counts in pull-ups, dips and push-ups.

## Short labels of inputs, columns and buttons

value = Value
trend-column = Trend
undo = Undo
front = Front
back-view = Back
saving = Saving…

## Photos

photo-add = Add a photo
all = All
photo-left = Left photo
photo-right = Right photo

## The chart

measured = Measured
other-pose = Other
trend-now = Trend { $amount }.

## The line below the chart

first-value = One value so far. The second one shows a difference.
change-since = { $change } since { $day }, { $days } days measured.
no-change-since = No change since { $day }, { $days } days measured.
