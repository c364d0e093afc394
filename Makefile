# The commands of whoever works on this project; `make check` is what has to hold before a commit.
.PHONY: check format lint types test readme notebooks picture answers build golden

check: lint types
	coverage erase
	COVERAGE_FILE=$(CURDIR)/.coverage COVERAGE_PROCESS_START=$(CURDIR)/pyproject.toml python -m pytest
	coverage combine --quiet
	coverage report

format:
	ruff format
	ruff check --fix
	biome check --write graph/page

lint:
	ruff format --check
	ruff check
	biome check graph/page
	lint-imports
	validate-pyproject pyproject.toml

types:
	mypy

test:
	python -m pytest

# Run the examples of both READMEs and write what they print into them.
readme:
	python -m tests.readme

# Write down what is read from the texts of the tests, as trees and as statements; read what changes.
golden:
	python -m tests.text_trees
	python -m tests.golden

# Run every notebook and store with it what it shows.
notebooks:
	python -m tests.notebooks

# Take the picture of the page that the READMEs show.
picture:
	python -m tests.page.picture

# Write down what the questions of the library answer on the shipped regulation; read what changes.
answers:
	python -m tests.pinned

build:
	python build_graph.py
