# `make site` builds the demonstration site, `make test` checks everything; both do all the set-up they need.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
PEERS := $(VENV)/.peers
CHECKER := $(VENV)/checkers/node_modules/.bin/html-validate
AS_ROOT := $(if $(filter 0,$(shell id -u)),,sudo)
APT := DEBIAN_FRONTEND=noninteractive $(AS_ROOT) apt-get

.DEFAULT_GOAL := help
.PHONY: help site serve test lint types imports unit browser bench scoreboard bench-pages picture clean

help:
	@echo "make site         build the demonstration site into site/"
	@echo "make serve        preview it, following every change"
	@echo "make test         check everything, as CI does"
	@echo "make bench        measure how well it does and what it costs (bench-pages: what pages cost)"
	@echo "make scoreboard   the same, and write it down for the method page"
	@echo "make picture      take the picture in the README again"
	@echo "make clean        remove what was built"

site: $(READY)
	$(BIN)/variorum build
	@echo
	@echo "The site is in $(CURDIR)/site; its front page is site/index.html."
	@echo "To read it as visitors do:        $(BIN)/python -m http.server --directory site 8000"
	@echo "To see changes as you make them:  $(BIN)/variorum serve"
	@echo "and then open http://localhost:8000/ in a browser."

serve: $(READY)
	$(BIN)/variorum serve

# Everything that CI checks, the quick checks first.
test: lint types imports unit browser

lint: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(READY)
	$(BIN)/mypy

imports: $(READY)
	$(BIN)/lint-imports

# Unit, golden, law and doc tests, on every core.
unit: $(READY) java
	$(BIN)/pytest -q -n auto -m "not browser"

# A browser is its own crowd of processes: these run one after another.
browser: $(READY) $(CHECKER) chromium java
	$(BIN)/pytest -q -m browser

# Labelled texts are looked for beside the checkout, or where VARIORUM_SHARED says; VARIORUM_PASSIM names an interpreter
# that has passim, VARIORUM_TEXTACY one that has textacy, with a colon and the package of a spaCy pipeline behind it; VARIORUM_LARGE=1 measures an archive of 100,000 articles too.
bench: $(PEERS)
	$(BIN)/python tests/bench/scoreboard.py

scoreboard: $(PEERS)
	$(BIN)/python tests/bench/scoreboard.py --write

bench-pages: $(READY)
	$(BIN)/python tests/bench/bench_pages.py

picture: $(READY) chromium
	$(BIN)/python tests/browser/take_picture.py docs/claim.png

clean:
	rm -rf site build dist

# Installed once, and again when the requirements change.
$(READY): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' || \
	  { echo "Python 3.11 to 3.13 is needed, $(PYTHON) is not: name one with make PYTHON=..."; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { $(APT) update && $(APT) install -y python3-venv; }
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --editable . --group dev
	@touch $@

# The browser tests ask html-validate, which Node runs; Node itself came as a wheel. Without it one test is skipped.
$(CHECKER): $(READY)
	@PATH="$(CURDIR)/$(BIN):$$PATH" npm install --silent --no-audit --no-fund --prefix $(VENV)/checkers html-validate@11 || \
	  echo "html-validate could not be installed: its test is skipped."
	@touch -c $@

# What benchmarks run beside us.
$(PEERS): $(READY)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[spark]' --group bench
	@touch $@

.PHONY: chromium
chromium:
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || \
	  { $(APT) update && $(APT) install -y --no-install-recommends chromium; }

# Spark and the Nu checker run on it; only their tests need it.
.PHONY: java
java:
	@command -v java >/dev/null || { $(APT) update && { $(APT) install -y --no-install-recommends openjdk-17-jre-headless || \
	  $(APT) install -y --no-install-recommends openjdk-21-jre-headless; }; }
