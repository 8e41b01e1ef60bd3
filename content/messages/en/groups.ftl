### What the groups say (web/src/screens/groups).

## The board

you = , you
this-week = This week
last-week = Last week
shows-nothing = Shows nothing
settings = Settings
refresh = Refresh
board-offline = You are offline, and this board has not been loaded on this device yet.
try-again = Try again
groups = Groups
board-loading = Loading the board…
board-name = Your name on the board
board-shows = What the board shows of you
board-why = Choose nothing, and only your name is shown. Members see this week and last week, and nothing else of your log.

## The settings of a group

you-on-board = You on the board
members = Members
remove-named = Remove { $name }
remove = Remove
board = Board
group-loading = Loading the group…
remove-warning = What { $name } shows is deleted at once, and the open invitation ends.
delete-warning = The group and all that members show in it are deleted at once, for everybody.
leave-warning = What you show is deleted at once. To come back you need a new invitation.
removed = { $name } was removed.

## All groups

no-groups = You are not in a group yet.
create = Create a group
join = Join a group
groups-why = Each member chooses what the board shows of them, or to show nothing. The board is ordered by name, and shows this week and last week only.

## Invite and join

invite = Invite
code-label = Code:
invitation-once = Shown only once. Whoever has an account here and the link or the code can join until { $time }.
copy-link = Copy link
copy-code = Copy code
end-invitation = End invitation
invitation-open = An invitation is open until { $time }. A new one ends it.
ends-after = Ends after
one-day = 1 day
one-week = 1 week
thirty-days = 30 days
create-invitation = Create invitation
copied = { $what } copied.
copy-refused = The browser blocked copying. Select the text and copy it yourself.
your-invitation = Your invitation
code = Code
code-example = 7KXM-Q2PA-9DTR-WB4E
new-group = New group
your-group = Your group
group-name = Name of the group
group-example = Tuesday class
account-why = Groups need an account, because members see each other’s board through the server.
sign-in = Sign in
board-at = As of { $time }. Weeks and goals are each member’s own.
board-at-offline = Offline, as of { $time }. Weeks and goals are each member’s own.

## Titles, buttons and questions

group = Group
saved = Saved.
delete-group = Delete group
leave-group = Leave group
remove-question = Remove { $name }?
delete-question = Delete the group?
leave-question = Leave the group?

## The line below the title

subtitle = A gym, a class or friends, with a weekly board.
link = Link

## What a member shows on the board

shown-days = Training days
shown-sets = Working sets
shown-goal = Week goal reached
shares-nothing = Nothing
goal-reached = goal reached

## Facts about a group

created-by-you = created by you

## Without a connection: “Leaving a group needs a connection …”

needs-connection = { $what } needs a connection. Try again when you are online.
day-and-time = { $day }, { $time }
changing = Changing a group
deleting = Deleting a group
leaving = Leaving a group
joining = Joining a group
creating = Creating a group
