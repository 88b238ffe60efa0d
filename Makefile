# `make demo` and `make test` set up all they need, in .venv, from a bare clone with Python 3.11 or newer.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# The version is pinned because a range would take a build for graphics cards of several gigabytes.
TORCH := torch==2.13.0

.PHONY: demo test lint format bench clean help
help:
	@echo "make demo    check the sample article, write reports/ukraine-offensive.en.html"
	@echo "make test    run every test"
	@echo "make lint    ruff and mypy"
	@echo "make bench   measure speed and quality (minutes)"

demo: $(VENV)/.demo
	$(BIN)/qa check seeds/ukraine-offensive.en.txt || test $$? -eq 1

test: $(VENV)/.test browser
	$(BIN)/python -m pytest

lint: $(VENV)/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(VENV)/.test
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# Proposals are measured on texts that are named: benchmarks/suggest.py says how.
bench: $(VENV)/.bench browser
	for script in $(filter-out benchmarks/suggest.py,$(wildcard benchmarks/*.py)); do echo "== $$script"; $(BIN)/python $$script || exit 1; done

# The report is tested in a real browser.
.PHONY: browser
browser:
	@command -v chromium >/dev/null || { \
	  echo "installing chromium for the tests of the report"; \
	  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium; \
	} || { echo "the tests need the browser chromium: install it, then run make test again" >&2; exit 1; }

$(VENV)/.base:
	$(PYTHON) -c 'import sys; sys.exit("qa needs Python 3.11 or newer") if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	touch $@

$(VENV)/.demo: $(VENV)/.base pyproject.toml
	$(BIN)/python -m pip install --quiet --editable '.[embedded]'
	touch $@

$(VENV)/.test: $(VENV)/.base pyproject.toml
	$(BIN)/python -m pip install --quiet '$(TORCH)'
	$(BIN)/python -m pip install --quiet --editable '.[all,dev]'
	touch $@ $(VENV)/.demo

# What only the measuring needs: libraries of others to compare with.
$(VENV)/.bench: $(VENV)/.test
	$(BIN)/python -m pip install --quiet --editable '.[bench]'
	touch $@

clean:
	rm -rf $(VENV) dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
