"""Serve Iron for development: the server restarts when its code changes, Vite reloads the app.

Run it with ``make dev``. Pages and API are at PORT; the app to work on is at the address that Vite prints, which hands
requests of the API on to PORT.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def main() -> None:
    """Start both, and stop both when one of them ends or somebody presses Ctrl-C."""
    port = os.environ.get("PORT", "8000")
    tools = Path(sys.executable).parent
    serve = f"{tools / 'iron'} serve --port {port}"
    watch = [str(tools / "watchfiles"), "--filter", "python", "--target-type", "command", serve]
    running = [
        subprocess.Popen([*watch, str(ROOT / "src" / "iron")], cwd=ROOT, start_new_session=True),
        subprocess.Popen(["npm", "run", "--silent", "dev"], cwd=ROOT / "web", start_new_session=True),
    ]
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        while all(process.poll() is None for process in running):
            time.sleep(0.3)
    except KeyboardInterrupt:
        print("Stopping.")
    finally:
        # A second Ctrl-C must not leave one of them running.
        for which in (signal.SIGINT, signal.SIGTERM):
            signal.signal(which, signal.SIG_IGN)
        for process in running:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGTERM)
        for process in running:
            process.wait(timeout=15)


if __name__ == "__main__":
    main()
