### What the screens of Me say (web/src/screens/me).

## The e-mail address of the account

mail-title = E-mail address
mail-what-for = For a link to set a new password, should you forget yours, and for a note when it was changed. You do not sign in with it, and other lifters do not see it.
mail-remove = Remove
mail-not-confirmed = not confirmed yet
mail-open-link = Open the link that was sent there. It works for a day.
mail-open-link-instead = Open the link that was sent there. It works for a day. Then it takes the place of { $email }.
mail-sent = A link was sent to { $email }.
mail-send-again = Send the link again
mail-address = Address
mail-new-address = New address
mail-confirm = Send a link to confirm it
mail-change = Change the address

## Photos are in no copy

photos-left-out = A copy has no photos: { $count ->
    [one] your photo is on this phone only.
   *[other] your { $count } photos are on this phone only.
 }
photos-save = { $count ->
    [one] Save { $count } photo
   *[other] Save { $count } photos
 }
