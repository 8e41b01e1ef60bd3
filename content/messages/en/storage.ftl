### What the phone’s storage says when a change cannot be saved (web/src/data/store, web/src/data/phone). In the first load.

deleted-meanwhile = This was deleted meanwhile. Go back and open it again.
log-of-another = This is another lifter’s log. You can read it, but not change it.
newer = A newer version of Iron wrote this. Reload Iron to change it.
storage-full = This device’s storage is full, so your last change is not saved. Free up some space, or save a copy now.
storage-stuck = This device’s storage has not answered for 30 seconds, so your last change may not be saved. Close other tabs of Iron, then reload.
signed-out-elsewhere = You signed out in another tab, so this log is no longer on this device. Reload Iron, then sign in again.
storage-failed = Your last change could not be saved on this device. Save a copy, then reload Iron.

## Buttons beside these sentences

save-copy = Save a copy
reload = Reload
