# One word per task, the same for people and CI: setup, run, dev, test, lint, bench, lock, release, screenshots.
# Everything is written below this folder (and IRON_HOME), apart from the package managers' caches.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

export IRON_HOME ?= $(CURDIR)/var
export PORT ?= 8000
PYTHON ?= python3
BIN := .venv/bin
DIST := src/iron/server/dist/app
export PATH := $(CURDIR)/.venv/bin:$(PATH)
# Containers often forbid Python to keep what it compiles: every process would then compile Django and the tests anew.
unexport PYTHONDONTWRITEBYTECODE

CONTENT_SRC := $(shell find content src/iron/knowledge src/iron/training/programs -type f -not -name '*.pyc' 2>/dev/null) src/iron/journal/demo.py
WEB_SRC := $(shell find web/src content/messages web/public web/index.html web/*.ts web/*.json -type f -not -path "web/public/content/*" 2>/dev/null)
step = @printf '\033[1m→ %s\033[0m\n'

.PHONY: help setup run dev hooks test test-dates test-python test-web test-browser test-engines test-wheel test-container coverage lint spec generated races soak bench lock mutants
.PHONY: release referees screenshots clean

help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 14

setup: .stamps/web ## install and build everything; the command line is .venv/bin/iron

run: .stamps/web ## build what changed, migrate and serve on http://localhost:$PORT
	@exec $(BIN)/iron serve --port $(PORT)

dev: .stamps/dev .stamps/web ## serve with reload on $PORT, and the app with hot reload (Vite prints its address)
	@PORT=$(PORT) $(BIN)/python scripts/dev.py

hooks: .stamps/dev ## check style, types and content before every commit (pre-commit)
	@$(BIN)/pre-commit install

test: lint test-python test-web test-browser test-wheel ## all checks and tests
	$(step) 'All of it passed.'

lint: .stamps/dev .stamps/node ## style, types, walls, content
	$(step) 'Style, types and walls'
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/mypy
	@$(BIN)/mypy --config-file tests/mypy.ini
	@MYPYPATH=tests/browser $(BIN)/mypy --config-file tests/mypy.ini tests/browser/*.py tests/packaging/*.py benchmarks/*.py scripts/*.py
	@$(BIN)/lint-imports --no-cache > .stamps/walls.log 2>&1 || { cat .stamps/walls.log; exit 1; }
	@cd web && npm run --silent check
	@$(BIN)/iron check-content

# Not to collect the browser's tests saves each process seconds.
PYTHON_TESTS := -m 'not browser and not wheel' --ignore=tests/browser -n 2 --dist worksteal

test-python: .stamps/dev .stamps/content ## the rule book, without a browser
	$(step) 'Python tests'
	@$(BIN)/pytest $(PYTHON_TESTS)

ifeq ($(CI),true)
test-python coverage: .stamps/referees .stamps/clients
endif

test-web: .stamps/node .stamps/content ## the twin, the outbox, the types of the app
	$(step) 'Web tests'
	@cd web && npm run --silent test

# Browser tests wait for pages more than they compute: two a core keep two cores busy.
BROWSERS ?= 4
# In CI a browser test that fails runs once more, and the summary lists it: a fault to look into (CONTRIBUTING.md).
RETRY := $(if $(filter true,$(CI)),--reruns 1 --rerun-show-tracebacks -rR)

test-browser: .stamps/dev .stamps/web ## the app in a real Chromium
	$(step) 'Browser tests'
	@$(BIN)/pytest -m browser tests/browser -n $(BROWSERS) --dist worksteal $(RETRY)

test-wheel: .stamps/dev .stamps/web ## the package, built and installed into a clean environment
	$(step) 'The package'
	@$(BIN)/pytest -m wheel tests/packaging

coverage: .stamps/dev .stamps/content ## test-python, with the share of lines and branches that the tests run
	@$(BIN)/pytest $(PYTHON_TESTS) --cov=iron --cov-branch --cov-report=term:skip-covered

soak: .stamps/dev .stamps/node ## random faults between phones and servers: MINUTES=10 SEED=1 (POSTGRES=1 for PostgreSQL)
	@$(BIN)/python tests/soak/runner.py --minutes $(or $(MINUTES),10) --seed $(or $(SEED),1) --at-once 30 $(if $(POSTGRES),--postgres)

DATED := tests/test_demo.py tests/test_snapshot_goes_on.py tests/faces/test_coach.py tests/faces/test_lifter_commands.py \
	tests/faces/test_marked_days.py tests/server/test_sign_in_limits.py tests/server/test_sync_derived.py tests/server/test_tokens.py

# Growth, the overview, the plan, the history and body weight, on a phone and on a server of that day.
DATED_SCREENS := $(addprefix tests/browser/test_,growth_screens.py overview.py plan_screens.py past.py body.py)

test-dates: .stamps/dev .stamps/web ## tests whose answers move with the day, 40 and 200 days from now (Debian: faketime)
	$(step) 'Moved dates'
	@for days in 40 200; do FAKETIME_DONT_FAKE_MONOTONIC=1 faketime -f "+$${days}d" \
		$(BIN)/pytest -q -m 'browser or not browser' -n $(BROWSERS) --dist worksteal $(RETRY) $(DATED) $(DATED_SCREENS) || exit 1; done

mutants: .stamps/mutants ## small bugs in the important rules, and the share that tests notice: COUNT=96 SEED=1 ROOM=values
	@$(BIN)/python scripts/mutants.py --count $(or $(COUNT),96) --seed $(or $(SEED),1) $(if $(ROOM),--room $(ROOM))

test-engines: .stamps/dev .stamps/web ## the main flows in Firefox and WebKit (Debian: firefox-esr webkit2gtk-driver xvfb)
	$(step) 'Firefox and WebKit'
	@IRON_ENGINES=all $(BIN)/pytest -m browser tests/browser/test_engines.py -n 2 --dist worksteal

test-container: .stamps/dev .stamps/web ## build the container, run compose.yaml's arrangement (root; Debian: buildah debootstrap caddy docker-compose postgresql)
	$(step) 'The container'
	@scripts/test_container.sh

spec: .stamps/dev generated ## write the cases that Python and TypeScript share
	@$(BIN)/python scripts/write_spec.py

generated: .stamps/dev ## write the types and tables that the app takes from Python
	@$(BIN)/python scripts/write_generated.py

races: .stamps/dev ## 16 simultaneous first requests to each endpoint, 20 times, each in a fresh process
	@IRON_RACE_ROUNDS=20 $(BIN)/pytest tests/server/test_first_requests.py

bench: .stamps/dev .stamps/web ## measure, as ratios to a limit of the same run (never timed tests)
	@for file in benchmarks/*.py; do case $$file in */forecast_engine.py|*/bench_*) ;; *) echo; echo "== $$file"; $(BIN)/python $$file || exit 1;; esac; done

screenshots: .stamps/dev .stamps/web ## pictures of the README and the first page; contact sheets of each screen in var/contact-sheets
	@$(BIN)/python scripts/screenshots.py

release: .stamps/dev .stamps/web ## VERSION=1.2.0: changelog section, packages and their test, commit and tag
	@$(BIN)/python scripts/release.py $(VERSION)

referees: .stamps/referees ## MuJoCo and Pinocchio, for the tests of the mechanics

lock: .stamps/venv ## pin versions and hashes anew (no registry host is written)
	@$(BIN)/uv pip compile -q --generate-hashes --no-emit-index-url --universal --python-version 3.11 pyproject.toml -o requirements/run.txt
	@$(BIN)/uv pip compile -q --generate-hashes --no-emit-index-url --universal --python-version 3.11 --extra postgres --constraint requirements/run.txt pyproject.toml -o requirements/image.txt
	@$(BIN)/uv pip compile -q --generate-hashes --no-emit-index-url --universal --python-version 3.11 --extra dev --constraint requirements/run.txt pyproject.toml -o requirements/dev.txt
	@$(BIN)/uv pip compile -q --generate-hashes --no-emit-index-url --universal --python-version 3.11 --extra dev --extra referees --constraint requirements/run.txt pyproject.toml -o requirements/referees.txt
	@$(BIN)/uv pip compile -q --generate-hashes --no-emit-index-url --universal --python-version 3.11 --extra dev --extra mutants --constraint requirements/dev.txt pyproject.toml -o requirements/mutants.txt
	@$(BIN)/uv pip compile -q --generate-hashes --no-emit-index-url --universal --python-version 3.11 tests/clients/requirements.in -o requirements/clients.txt

clean: ## remove what was built (your data in IRON_HOME stays)
	rm -rf .venv .venv-clients .stamps web/node_modules tests/clients/node_modules web/public/content src/iron/server/dist

.stamps:
	@mkdir -p .stamps

.stamps/venv: requirements/run.txt pyproject.toml | .stamps
	$(step) 'Python packages (1 of 4)'
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check uv==0.13.9
	@$(BIN)/uv pip install --python $(BIN)/python --require-hashes -r requirements/run.txt
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps -e .
	@touch $@

.stamps/dev: requirements/dev.txt .stamps/venv | .stamps
	$(step) 'Test packages'
	@$(BIN)/uv pip install --python $(BIN)/python --require-hashes -r requirements/dev.txt
	@touch $@

.stamps/referees: requirements/referees.txt .stamps/dev | .stamps
	$(step) 'Referees of the mechanics'
	@$(BIN)/uv pip install --python $(BIN)/python --require-hashes -r requirements/referees.txt
	@touch $@

.stamps/mutants: requirements/mutants.txt .stamps/dev | .stamps
	$(step) 'Cosmic Ray'
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements/mutants.txt
	@touch $@

.stamps/clients: requirements/clients.txt tests/clients/package-lock.json .stamps/node | .stamps
	$(step) 'Generators of clients'
	@$(BIN)/uv venv --quiet --clear --python $(BIN)/python .venv-clients
	@$(BIN)/uv pip install --quiet --python .venv-clients/bin/python --require-hashes -r requirements/clients.txt
	@cd tests/clients && npm ci --no-progress --loglevel=error
	@touch $@

.stamps/node: web/package-lock.json web/.npmrc .stamps/venv | .stamps
	$(step) 'Web packages (2 of 4)'
	@scripts/ensure-node.sh
	@cd web && npm ci --no-progress --loglevel=error
	@touch $@

.stamps/content: $(CONTENT_SRC) .stamps/venv | .stamps
	$(step) 'Exercise library (3 of 4)'
	@$(BIN)/iron build-content --out web/public/content
	@touch $@

.stamps/web: $(WEB_SRC) .stamps/node .stamps/content | .stamps
	$(step) 'The app (4 of 4)'
	@cd web && npm run --silent build
	@$(BIN)/python -m iron.server.compress $(DIST)
	@touch $@
