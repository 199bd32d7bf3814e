# `make demo` and `make test` need only Python 3.11+, its venv module and make.
PYTHON ?= python3
JOBS ?= 2
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check

.PHONY: help demo test check format lint types contracts unit fuzz bench lock clean

help: ## Show this list
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "summarizer needs Python 3.11 or newer; say which with: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { echo "Python's venv module is missing; on Debian and Ubuntu: apt install python3-venv"; exit 1; }

# The lock is its own constraint: without it, an older pip takes "coverage[toml]>=7", which a pinned package asks for, to
# be about another package than the pinned coverage, and refuses the day a newer one is out.
$(VENV)/.demo: requirements/embedded.lock pyproject.toml | $(VENV)/bin/python
	@echo "Installing what requirements/embedded.lock pins into $(VENV) …"
	@$(PIP) install --quiet --require-hashes -r requirements/embedded.lock -c requirements/embedded.lock
	@$(PIP) install --quiet --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: requirements/dev.lock pyproject.toml | $(VENV)/bin/python
	@echo "Installing what requirements/dev.lock pins into $(VENV) …"
	@$(PIP) install --quiet --require-hashes -r requirements/dev.lock -c requirements/dev.lock
	@$(PIP) install --quiet --no-deps --no-build-isolation -e .
	@touch $@ $(VENV)/.demo

demo: $(VENV)/.demo ## Install, fetch the embedded model, summarise the example article
	@mkdir -p demo-output
	@$(BIN)/summarizer model fetch
	@echo "Summarising examples/c5plus1/article.de.txt with the embedded model: a minute or three …"
	@$(BIN)/summarizer summarize examples/c5plus1/article.de.txt --model embedded -o demo-output/c5plus1.md --show; \
	  code=$$?; if [ $$code -gt 1 ]; then exit $$code; fi

test: check ## Everything that must hold: format, lint, types, import contracts, tests

check: format lint types contracts unit

format: $(VENV)/.dev
	$(BIN)/ruff format --check .

lint: $(VENV)/.dev
	$(BIN)/ruff check .

types: $(VENV)/.dev
	$(BIN)/mypy

contracts: $(VENV)/.dev
	$(BIN)/lint-imports

unit: $(VENV)/.dev
	$(BIN)/pytest -n $(JOBS) --dist loadfile --cov --cov-report=term

fuzz: $(VENV)/.dev ## Random input for readers, figures, check and replies, ten minutes (SECONDS=600)
	$(BIN)/python -m tests.fuzz --seconds $(or $(SECONDS),600) --found tests/cases/fuzz

# Some ask for nothing, some for the folder of third-party data, some for a model, another tool or somebody's reading:
# these say at their beginning how they are run. tests/test_bench.py holds that each of them is in one of the lists.
BENCH := startup own_work tokens sentences figures_speed long_article translation_reading batch_throughput batch_kills faults
BENCH_FIGBENCH := checking_figbench checking_cases checking_chance
BENCH_SEGMENTS := checking_speed figures_parallel
BENCH_SPECS := figures_specs
BENCH_BY_HAND := checking_peers deals deal_texts figures_peers figures_rows inputs_pages translation_plain translation_repair
RUN_BENCH = printf '\n== %s\n' "$$each"; $(BIN)/python -m benchmarks.$$each

bench: $(VENV)/.dev ## Every benchmark that asks for nothing (BENCH_SHARED=folder of third-party data: those on it, too)
	@set -e; for each in $(BENCH); do $(RUN_BENCH); done
	@[ -z "$(BENCH_SHARED)" ] || { set -e; \
	  for each in $(BENCH_FIGBENCH); do $(RUN_BENCH) "$(BENCH_SHARED)/figbench"; done; \
	  for each in $(BENCH_SEGMENTS); do $(RUN_BENCH) "$(BENCH_SHARED)/figbench/segments.jsonl"; done; \
	  for each in $(BENCH_SPECS); do $(RUN_BENCH) "$(BENCH_SHARED)/specs"; done; }

lock: ## Pin every dependency by hash (needs uv)
	uv pip compile pyproject.toml --extra embedded --group build --universal --python-version 3.11 \
	  --generate-hashes --no-emit-index-url --no-annotate --no-header -q -o requirements/embedded.lock
	uv pip compile pyproject.toml --extra embedded --extra ray --group dev --universal --python-version 3.11 \
	  --generate-hashes --no-emit-index-url --no-annotate --no-header -q -o requirements/dev.lock

clean: ## Remove what the commands above made
	rm -rf $(VENV) demo-output .mypy_cache .ruff_cache .pytest_cache .coverage dist build
