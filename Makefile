# Needs only Python 3.11 or newer, pip and make. Everything is installed into .venv, nothing outside this folder.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready
DEMO   := demo
KG      = $(BIN)/kg

.PHONY: help demo test lint format docs screenshots clean

help: ## Show what can be made
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

demo: $(READY) ## Build a graph from seeds/, ask it a question, write it as Turtle and GEXF into demo/
	rm -rf $(DEMO) && mkdir -p $(DEMO)
	$(KG) build seeds --store $(DEMO)/kg.store
	$(KG) ask who attended Shenzhen forum --store $(DEMO)/kg.store
	$(KG) export $(DEMO)/graph.ttl --store $(DEMO)/kg.store
	$(KG) export $(DEMO)/graph.gexf --store $(DEMO)/kg.store

test: $(READY) ## Run the tests, the linter, the formatter's check and the type checker
	$(BIN)/python -m pytest
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

lint: $(READY) ## Only the linter, the formatter's check and the type checker
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(READY) ## Lay out the code and mend what the linter can mend
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

docs: demo ## Write docs/cli.md anew from the commands' --help, and the README's example from the demo
	$(BIN)/python -m kg.cli.reference docs/cli.md
	PATH="$(BIN):$$PATH" $(BIN)/python docs/paste_demo.py
	$(BIN)/python docs/paste_console.py docs/frames.md docs/eval.md

screenshots: demo ## Make the pictures of the explorer anew (needs Chromium and its driver)
	PYTHONPATH=. $(BIN)/python docs/screenshots.py $(DEMO)/kg.store

clean: ## Remove what make has made
	rm -rf $(VENV) $(DEMO) .mypy_cache .pytest_cache .ruff_cache

# The stamp is newer than pyproject.toml once everything in it is installed, so a second run installs nothing.
$(READY): pyproject.toml kg/serve/npm/package-lock.json
	@$(PYTHON) -c 'import sys; sys.exit("kg needs Python 3.11 or newer; name one with: make PYTHON=python3.12 …" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@
