### How Iron gets onto the home screen, and what a browser may delete (web/src/ui/device).
safari = In Safari, tap the share button, then “Add to Home Screen”. The home-screen app starts empty, because iOS gives it storage of its own. To take your log along, sign in to both, or save a copy here first and restore it there.
android = In the browser’s menu (⋮), choose “Install app” or “Add to home screen”. Iron then opens like any other app and works offline.
firefox = Firefox on a computer cannot install web apps. Iron works in this tab, online or offline.
desktop = Look for the install button in the address bar, or “Install Iron” in the browser’s menu. Iron also works offline without being installed.
risk-safari = Safari deletes your log when you use Safari for seven days without opening Iron.
risk-full = The browser may delete your log when this device runs out of storage.
