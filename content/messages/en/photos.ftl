### Why a photo cannot be added (web/src/data/store/photos.ts).

not-stored = The photo could not be saved. This device’s storage may be full.
unreadable = The browser cannot read this file as a picture. Choose a JPEG, PNG or WebP.
not-drawn = The browser cannot open this picture. Choose a smaller one.
