# Everything by one name: the same by hand, in the hook and in CI. Needs python3 (3.11 to 3.13), make and a package registry.
VENV := .venv
BIN := $(VENV)/bin
COMPILE := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--custom-compile-command "make lock" $(ARGS)
# The first of these that fits makes the virtual environment; `make PYTHON=/path/to/python3.12 …` chooses another.
PYTHON := python3 python3.13 python3.12 python3.11

.PHONY: help run test check format-check lint types contracts habits spelling format bench fuzz ablation lock gazetteer
.DEFAULT_GOAL := help

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-13s %s\n", $$1, $$2}' Makefile

run: $(VENV)/.runtime ## start the bot; without Slack tokens: digest a sample article, then chat
	@$(BIN)/dateline

test: $(VENV)/.dev ## the whole test suite, with its coverage
	@$(BIN)/pytest -n 2 --cov --cov-report=term:skip-covered $(ARGS)

check: format-check lint types contracts habits spelling ## all that must hold before a commit
	@echo "check: all holds"

format-check: $(VENV)/.dev
	@$(BIN)/ruff format --check --quiet --diff .

lint: $(VENV)/.dev
	@$(BIN)/ruff check --quiet .

types: $(VENV)/.dev
	@$(BIN)/mypy --no-error-summary

contracts: $(VENV)/.dev
	@$(BIN)/lint-imports --no-logo

habits: $(VENV)/.dev
	@$(BIN)/pytest -q tests/habits

spelling: $(VENV)/.dev
	@$(BIN)/codespell

format: $(VENV)/.dev ## put the code into shape
	@$(BIN)/ruff check --quiet --fix-only .
	@$(BIN)/ruff format --quiet .

bench: $(VENV)/.dev ## the promised figures, measured as ratios in one run
	@$(BIN)/python -m tests.bench $(ARGS)

fuzz: $(VENV)/.dev ## hostile pages, texts and addresses for ten minutes; ARGS="--minutes 60" for longer
	@$(BIN)/python -m tests.bench.fuzz $(ARGS)

ablation: $(VENV)/.dev ## on how many articles each rule of the extractors acts; ARGS="FILE.jsonl ..."
	@$(BIN)/python -m tools.ablation $(ARGS)

lock: $(VENV)/.bootstrap ## pin all requirements with hashes; ARGS=--upgrade for newer ones
	@echo "uv" | $(COMPILE) - -o requirements/bootstrap.txt > /dev/null
	@$(COMPILE) pyproject.toml -o requirements/runtime.txt > /dev/null
	@$(COMPILE) pyproject.toml --group dev -c requirements/runtime.txt -o requirements/dev.txt > /dev/null

gazetteer: $(VENV)/.dev ## rebuild the country data from its sources
	@$(BIN)/python -m tools.gazetteer

$(VENV)/.bootstrap: requirements/bootstrap.txt requirements/install.py
	@for python in $(PYTHON); do \
		"$$python" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2> /dev/null && \
		exec "$$python" requirements/install.py bootstrap; done; \
	echo "Dateline needs Python 3.11, 3.12 or 3.13, and found none of them as: $(PYTHON)." >&2; \
	echo "Install one, or name it: make PYTHON=/path/to/python3.12 run" >&2; exit 1

$(VENV)/.runtime: $(VENV)/.bootstrap requirements/runtime.txt pyproject.toml
	@$(BIN)/python requirements/install.py runtime

$(VENV)/.dev: $(VENV)/.bootstrap requirements/dev.txt pyproject.toml
	@$(BIN)/python requirements/install.py dev
