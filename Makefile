# Every chore. "make" alone lists them.
SHELL := /bin/bash
PYTHON := .venv/bin/python
PORT ?= 5005
# Without telemetry, progress bars and the warnings of Rasa's old dependencies.
QUIET := RASA_TELEMETRY_ENABLED=false TQDM_DISABLE=1 SQLALCHEMY_SILENCE_UBER_WARNING=1 TF_CPP_MIN_LOG_LEVEL=3
# Rasa's own commands.
RASA := $(QUIET) $(PYTHON) -m careerbot.rasa

.DEFAULT_GOAL := help
.PHONY: help setup run chat facts feedback train validate lint test test-quick test-nlu test-stories test-live web web-check test-web bench-hint3 bench-nlu bench-rest lock clean

help:  ## list the chores
	@grep -hE '^[a-z0-9-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

setup:  ## make .venv with exactly the packages of requirements.lock
	@scripts/setup

run: setup  ## set everything up and start the assistant (PORT=5005)
	@$(PYTHON) -m careerbot run --port $(PORT)

chat: setup  ## talk to the assistant in this terminal (rasa shell)
	@$(PYTHON) -m careerbot chat

facts: setup  ## check the files in facts/ and build the fact base
	@$(PYTHON) -m careerbot.facts

feedback: setup  ## how often the answers helped, and the newest ones that did not
	@$(PYTHON) -m careerbot.feedback

train: setup  ## bring the fact base and the model up to date
	@$(PYTHON) -m careerbot train

lint: setup  ## style, types
	@$(PYTHON) -m ruff check . && $(PYTHON) -m ruff format --check . && $(PYTHON) -m mypy

validate: setup  ## Rasa's own check of domain, data and config
	@$(RASA) data validate --fail-on-warnings

test-quick: setup  ## unit tests and data lint: no model, no server
	@$(PYTHON) -m pytest tests --ignore=tests/live --ignore=tests/web -q

test-stories: train  ## rasa test on tests/test_stories.yml
	@$(PYTHON) -m tests.tools.stories

test-nlu: train  ## held-out questions and conversations (tests/*_test.yml) against the thresholds
	@$(PYTHON) -m tests.tools.understanding
	@$(PYTHON) -m tests.tools.in_context
	@$(PYTHON) -m tests.tools.leaning

test-live: train  ## conversations with the started assistant, over REST
	@$(PYTHON) -m pytest tests/live -q

web:  ## build the widget into web/dist (needs Node.js)
	@scripts/setup-web --no-browser
	@cd web && npx --no-install vite build --logLevel warn

web-check:  ## the widget's types, unit tests, size, and that web/dist is what web/src builds into
	@scripts/setup-web --no-browser
	@cd web && npx --no-install vitest run
	@scripts/check-web

test-web: train web-check  ## the widget in a real browser
	@scripts/setup-web
	@$(PYTHON) -m pytest tests/web -q

test: lint facts validate test-quick test-stories test-nlu test-live test-web  ## everything that CI runs
	@echo "all tests passed"

bench-hint3: setup  ## our understanding beside five platforms on three other bots (HINT3_DIR=..., five minutes)
	@$(QUIET) $(PYTHON) -m benchmarks.hint3

bench-nlu: train  ## our understanding beside the one of "rasa init", on the same data (hours; EXAMPLES=10 or EPOCHS=2: half an hour)
	@$(QUIET) $(PYTHON) -m benchmarks.nlu $(if $(EXAMPLES),--examples $(EXAMPLES)) $(if $(EPOCHS),--epochs $(EPOCHS))

bench-rest: train  ## the assistant beside the bot of "rasa init", over REST (ten minutes)
	@$(QUIET) $(PYTHON) -m benchmarks.rest

lock:  ## resolve pyproject.toml into requirements.lock again (needs uv)
	uv pip compile --python-version 3.10 --universal --generate-hashes --all-extras \
		--no-emit-index-url --no-annotate -o requirements.lock pyproject.toml

clean:  ## remove models, databases and results, keep .venv
	rm -rf models var results .rasa
