# Two commands: `make build` makes everything, `make test` proves it. Each sets itself up.

PYTHON ?= python3
BIN := .venv/bin

.PHONY: build test unit check lint bench lock clean

build: .venv/ready
	$(BIN)/takeabreath build

check: .venv/ready
	$(BIN)/takeabreath check

test: .venv/ready-for-tests
	$(BIN)/python tests/real_clients.py --install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest -n auto --dist loadscope

unit: .venv/ready-for-tests
	$(BIN)/pytest -n auto -m "not client and not thorough"

lint: .venv/ready-for-tests
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/mypy

bench: .venv/ready-for-tests
	$(BIN)/python benchmarks/run.py
	$(BIN)/python benchmarks/quiz.py
	$(BIN)/python benchmarks/print.py

lock:
	uv pip compile -q pyproject.toml --universal --python-version 3.11 --generate-hashes --no-header --no-annotate -o requirements.lock
	uv pip compile -q pyproject.toml --extra test --extra bench -c requirements.lock --universal --python-version 3.11 --generate-hashes --no-header --no-annotate -o requirements-test.lock

clean:
	rm -rf .venv

.venv/ready: requirements.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install -q --disable-pip-version-check --no-deps -e .
	touch $@

.venv/ready-for-tests: requirements-test.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r requirements-test.lock
	$(BIN)/pip install -q --disable-pip-version-check --no-deps -e .
	touch $@ .venv/ready
