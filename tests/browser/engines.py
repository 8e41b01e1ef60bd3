"""Firefox over WebDriver BiDi and WebKit over WebDriver, with the few verbs that the flows need.

Both come from Debian packages: ``firefox-esr``, and ``webkit2gtk-driver`` with the MiniBrowser of WebKitGTK, which needs
a display (``xvfb``). WebKitGTK has the JavaScript, storage and page cache of Safari, not its touch screen.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import time
from abc import ABC, abstractmethod
from pathlib import Path
from typing import Any

import websocket
from selenium.webdriver import WebKitGTK, WebKitGTKOptions
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.webkitgtk.service import Service

WIDTH, HEIGHT = 390, 844
MINI_BROWSERS = ("/usr/lib/*/webkit2gtk-4.1/MiniBrowser", "/usr/lib/*/webkit2gtk-4.0/MiniBrowser")

# Finds one visible element by role and accessible name; `name` is a regular expression.
FIND = """
  const ROLES = { button: 'button, [role=button], a.button', link: 'a', radio: '[role=radio], input[type=radio]',
                  heading: 'h1, h2, h3', field: 'input, textarea, select' }
  const nameOf = (e) => (e.getAttribute('aria-label') ?? e.labels?.[0]?.innerText ?? e.innerText ?? '').trim()
  const find = (role, name) => [...document.querySelectorAll(ROLES[role])]
    .filter((e) => e.getClientRects().length > 0 && new RegExp(name).test(nameOf(e)))
    .sort((a, b) => Number(!!b.closest('dialog, form')) - Number(!!a.closest('dialog, form')))[0]
"""


class Engine(ABC):
    """One browser with one profile and some tabs."""

    url: str

    @abstractmethod
    def goto(self, address: str) -> None:
        """Navigate the current tab and wait until the page is loaded."""

    @abstractmethod
    def js(self, body: str, *args: object) -> Any:
        """Run the body of an async function in the page; what it returns must be JSON."""

    @abstractmethod
    def click(self, role: str, name: str) -> None:
        """Press an element with the pointer, not with a call."""

    @abstractmethod
    def choose_file(self, path: Path) -> None:
        """Choose a file in the only file field of the page."""

    @abstractmethod
    def tab(self) -> str:
        """Open another tab, go on in it, and return the handle of the one before."""

    @abstractmethod
    def use(self, handle: str) -> str:
        """Go on in another tab; returns the handle of the one before."""

    @abstractmethod
    def quit(self) -> None:
        """End the browser."""

    def open(self, path: str) -> None:
        """Open an address of the server."""
        self.goto(self.url + path)

    def wait(self, expression: str, what: str = "", seconds: float = 60) -> None:
        """Wait until an expression (may be a promise) is true in the page."""
        deadline = time.monotonic() + seconds
        while not self.js(f"{FIND}; return !!(await ({expression}))"):
            if time.monotonic() > deadline:
                seen = self.js("return (document.body?.innerText ?? '').slice(0, 600)")
                raise AssertionError(f"Still not true after {seconds:g} s: {what or expression}\n{seen}")
            time.sleep(0.05)

    def see(self, text: str) -> None:
        """Wait until a text is on the page."""
        self.wait(f"(document.body?.innerText ?? '').includes({json.dumps(text)})", f"the text “{text}”")

    def press(self, role: str, name: str) -> None:
        """Wait for an element and press it."""
        target = f"find({json.dumps(role)}, {json.dumps(name)})"
        self.wait(target, f"{role} {name}")
        if role == "radio":
            # A strip moves while it is chosen from, so a pointer might hit the neighbour.
            self.js(f"{FIND}; {target}.click()")
        else:
            self.click(role, name)

    def fill(self, label: str, text: str) -> None:
        """Write into the field with this label."""
        self.wait(f"find('field', {json.dumps(label)})", f"field {label}")
        self.js(
            f"{FIND}; const field = find('field', args[0]); field.focus(); field.value = args[1];"
            "field.dispatchEvent(new Event('input', { bubbles: true }))",
            label,
            text,
        )


def firefox_path() -> str | None:
    """Where Firefox is, if it is installed."""
    return shutil.which("firefox-esr") or shutil.which("firefox")


class Firefox(Engine):
    """Firefox, spoken to directly over its BiDi socket."""

    PREFS = (
        ("browser.shell.checkDefaultBrowser", "false"),
        ("browser.aboutwelcome.enabled", "false"),
        ("datareporting.policy.dataSubmissionEnabled", "false"),
        ("app.update.enabled", "false"),
        ("dom.storageManager.prompt.testing", "true"),
        ("dom.storageManager.prompt.testing.allow", "false"),
        ("fission.bfcacheInParent", "true"),
    )

    def __init__(self, url: str, folder: Path) -> None:
        self.url = url
        profile = folder / "firefox"
        profile.mkdir()
        prefs = "".join(f'user_pref("{name}", {value});\n' for name, value in self.PREFS)
        (profile / "user.js").write_text(prefs)
        log = folder / "firefox.log"
        command = [firefox_path() or "firefox", "--headless", "--no-remote", "--profile", str(profile)]
        with log.open("w") as out:
            self.process = subprocess.Popen(
                [*command, "--remote-debugging-port", "0", "about:blank"],
                stdout=out,
                stderr=subprocess.STDOUT,
                env={**os.environ, "HOME": str(folder)},
            )
        self.count = 0
        self.socket = websocket.create_connection(
            self._address(log) + "/session", timeout=60, suppress_origin=True
        )
        self.send("session.new", capabilities={})
        self.context = self.send("browsingContext.getTree")["contexts"][0]["context"]
        self._size()

    def _address(self, log: Path) -> str:
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            match = re.search(r"ws://\S+", log.read_text())
            if match:
                return match.group(0)
            time.sleep(0.1)
        raise AssertionError(f"Firefox opened no BiDi socket:\n{log.read_text()}")

    def _size(self) -> None:
        viewport = {"width": WIDTH, "height": HEIGHT}
        self.send("browsingContext.setViewport", context=self.context, viewport=viewport)

    def send(self, method: str, **params: object) -> dict[str, Any]:
        """One command and its answer; events in between are ignored."""
        self.count += 1
        self.socket.send(json.dumps({"id": self.count, "method": method, "params": params}))
        while True:
            message = json.loads(self.socket.recv())
            if message.get("id") != self.count:
                continue
            assert message["type"] == "success", f"{method}: {message}"
            return dict(message["result"])

    def goto(self, address: str) -> None:
        self.send("browsingContext.navigate", context=self.context, url=address, wait="complete")

    def _call(self, function: str, *args: dict[str, Any], awaits: bool = True) -> dict[str, Any]:
        answer = self.send(
            "script.callFunction",
            functionDeclaration=function,
            awaitPromise=awaits,
            target={"context": self.context},
            arguments=list(args),
        )
        assert answer["type"] == "success", answer.get("exceptionDetails")
        return dict(answer["result"])

    def js(self, body: str, *args: object) -> Any:
        text = {"type": "string", "value": json.dumps(args)}
        result = self._call(
            f"async (json) => {{ const args = JSON.parse(json);"
            f"return JSON.stringify((await (async () => {{ {body} }})()) ?? null) }}",
            text,
        )
        return json.loads(result["value"])

    def _element(self, expression: str) -> dict[str, Any]:
        node = self._call(
            f"async () => {{ {FIND}; const e = {expression}; e.scrollIntoView({{ block: 'nearest' }});"
            "await new Promise((ok) => requestAnimationFrame(() => requestAnimationFrame(ok))); return e }"
        )
        return {"sharedId": node["sharedId"]}

    def click(self, role: str, name: str) -> None:
        origin = {
            "type": "element",
            "element": self._element(f"find({json.dumps(role)}, {json.dumps(name)})"),
        }
        actions = [
            {"type": "pointerMove", "x": 0, "y": 0, "origin": origin},
            {"type": "pointerDown", "button": 0},
            {"type": "pointerUp", "button": 0},
        ]
        pointer = {"type": "pointer", "id": "finger", "actions": actions}
        self.send("input.performActions", context=self.context, actions=[pointer])

    def choose_file(self, path: Path) -> None:
        element = self._element("document.querySelector('input[type=file]')")
        self.send("input.setFiles", context=self.context, element=element, files=[str(path)])

    def tab(self) -> str:
        before = self.context
        self.context = self.send("browsingContext.create", type="tab")["context"]
        self._size()
        return before

    def use(self, handle: str) -> str:
        before, self.context = self.context, handle
        self.send("browsingContext.activate", context=handle)
        return before

    def quit(self) -> None:
        self.socket.close()
        self.process.terminate()
        self.process.wait(timeout=20)


def mini_browser() -> str | None:
    """Where WebKitGTK's small browser is, if driver and browser are installed."""
    if not (shutil.which("WebKitWebDriver") and shutil.which("Xvfb")):
        return None
    result = [path for pattern in MINI_BROWSERS for path in Path("/").glob(pattern.lstrip("/"))]
    return str(result[0]) if result else None


class WebKit(Engine):
    """WebKitGTK's MiniBrowser with the page cache on, under a display of its own."""

    def __init__(self, url: str, folder: Path) -> None:
        self.url = url
        reading, writing = os.pipe()
        self.display = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x1024x24", "-nolisten", "tcp"],
            pass_fds=[writing],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(writing)
        with os.fdopen(reading) as answer:
            number = answer.readline().strip()
        options = WebKitGTKOptions()
        options.binary_location = mini_browser() or ""
        options.add_argument("--automation")
        options.add_argument("--enable-page-cache=TRUE")
        # Its sandbox needs user namespaces, which containers and CI machines often lack.
        env = {
            **os.environ,
            "DISPLAY": f":{number}",
            "HOME": str(folder),
            "LANG": "en_GB.UTF-8",
            "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1",
        }
        service = Service(shutil.which("WebKitWebDriver"), log_output=str(folder / "webkit.log"), env=env)
        try:
            self.driver = WebKitGTK(options=options, service=service)
        except BaseException:
            self.display.terminate()
            raise
        self.driver.set_script_timeout(60)
        self.driver.set_window_size(WIDTH, HEIGHT)

    def goto(self, address: str) -> None:
        self.driver.get(address)

    def js(self, body: str, *args: object) -> Any:
        result = self.driver.execute_async_script(
            "const done = arguments[arguments.length - 1]; const args = JSON.parse(arguments[0]);"
            f"(async () => {{ {body} }})().then("
            "(value) => done(JSON.stringify([value ?? null])), (problem) => done('!' + problem))",
            json.dumps(args),
        )
        assert result.startswith("["), result
        return json.loads(result)[0]

    def _element(self, expression: str) -> WebElement:
        result = self.driver.execute_script(f"{FIND}; return {expression}")
        assert isinstance(result, WebElement), expression
        return result

    def click(self, role: str, name: str) -> None:
        self._element(f"find({json.dumps(role)}, {json.dumps(name)})").click()

    def choose_file(self, path: Path) -> None:
        self._element("document.querySelector('input[type=file]')").send_keys(str(path))

    def tab(self) -> str:
        before = self.driver.current_window_handle
        self.driver.switch_to.new_window("tab")
        return str(before)

    def use(self, handle: str) -> str:
        before = self.driver.current_window_handle
        self.driver.switch_to.window(handle)
        return str(before)

    def quit(self) -> None:
        self.driver.quit()
        self.display.terminate()
        self.display.wait(timeout=20)
