# Everything a newcomer needs: `make demo`, `make test`. `make help` lists the rest.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
TEST_STAMP := $(VENV)/.installed-dev
PEERS := $(VENV)/peers
PEERS_STAMP := $(PEERS)/.installed
ASSETS := src/luoshi/web/vendor/vendor/manifest.json
# Jinja2's are not for djade
PAGES := $(shell find src/luoshi/web/templates -name '*.html')
WEB := $(shell find src/luoshi/web -name '*.html' -o -path '*/templatetags/*.py' 2>/dev/null)

.DEFAULT_GOAL := help
.PHONY: help demo assets test check unit fix gold docs bench bench-web fuzz lock wheel clean

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 10

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "需要 Python 3.11 或更高版本（用 make PYTHON=… 指定）。"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(STAMP): requirements/run.txt pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(TEST_STAMP): requirements/dev.txt $(STAMP)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@

$(PEERS_STAMP): requirements/bench.txt | $(VENV)/bin/python
	$(BIN)/python -m venv $(PEERS)
	$(PEERS)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/bench.txt
	@touch $@

$(ASSETS): assets/package-lock.json assets/__main__.py $(WEB) | $(STAMP)
	$(BIN)/python -m assets

assets: $(ASSETS) ## bring the style sheet and icons of the pages from npm

demo: $(STAMP) $(ASSETS) ## read the demo city's documents, then open its register in the browser (Ctrl-C stops)
	@$(BIN)/python -m demo
	@$(BIN)/python -m demo.serve

test: check unit ## all checks and all tests

check: $(TEST_STAMP) ## style, types, layers
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/djade --check $(PAGES)
	LUOSHI_HOME=$(VENV)/home $(BIN)/mypy
	$(BIN)/lint-imports --no-cache

unit: $(TEST_STAMP) $(ASSETS) ## the tests, those of records on PostgreSQL too
	$(BIN)/python -m pytest -q -n auto --dist loadfile
	$(BIN)/python -m tests.postgresql -q -n auto --dist loadfile tests/records tests/web

fix: $(TEST_STAMP) ## put style right where a machine can
	$(BIN)/ruff check --fix
	$(BIN)/ruff format
	$(BIN)/djade $(PAGES) || true  # it ends with 1 where it changed something

gold: $(TEST_STAMP) ## what was read of the reference documents, facet by facet (LUOSHI_SHARED)
	$(BIN)/python -m tests.gold.report

docs: $(TEST_STAMP) ## write the pages that are made from the program
	$(BIN)/python -m docs

bench: $(TEST_STAMP) $(PEERS_STAMP) ## ratios of time and memory; what others find in the same sentences
	$(BIN)/python -m tests.bench
	PYTHONPATH=src $(PEERS)/bin/python -W ignore -m tests.bench.quantities

bench-web: $(TEST_STAMP) $(ASSETS) ## how fast the register's pages come, at 100,000 and 1,000,000 tasks, and beside Redmine
	PYTHONPATH=src $(BIN)/python -W ignore -m tests.bench.web

fuzz: $(TEST_STAMP) ## a long run of mutated documents (LUOSHI_FUZZ=100000)
	LUOSHI_FUZZ=$${LUOSHI_FUZZ:-100000} $(BIN)/python -m pytest -q tests/properties -k mutat

lock: $(TEST_STAMP) ## pin the newest versions that fit, with hashes
	$(BIN)/uv pip compile -q --universal --generate-hashes --no-emit-index-url --no-header --group build pyproject.toml -o requirements/run.txt
	$(BIN)/uv pip compile -q --universal --generate-hashes --no-emit-index-url --no-header --group build --group dev pyproject.toml -o requirements/dev.txt
	$(BIN)/uv pip compile -q --universal --generate-hashes --no-emit-index-url --no-header --group bench -o requirements/bench.txt

wheel: $(TEST_STAMP) $(ASSETS) ## build the wheel into dist/ (tests/unit/test_wheel.py installs it elsewhere)
	$(BIN)/python -m build --no-isolation --wheel --outdir dist

clean: ## remove what was made
	rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis
