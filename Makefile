# Two commands do all the set-up on a machine with Python 3.11+ and make: `make demo` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test bench bench-scans fuzz corpus clean

demo: $(VENV)/installed
	@mkdir -p build
	$(BIN)/difftool compare corpus/zhuzhou-2024-budget.pdf corpus/zhuzhou-2024-final.pdf -o build/report.html
	@echo "The report is ready: open build/report.html in a browser."

test: $(VENV)/tested
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/pytest -n auto --dist worksteal -rs

# How fast PDFs are read and whole commands run, beside other libraries on the same files, and how cost grows with
# pages and facts; FILES names other files or folders.
bench: $(VENV)/bench-tools
	$(BIN)/python -m tests.bench.reading $(FILES)
	$(BIN)/python -m tests.bench.commands $(FILES)
	$(BIN)/python -m tests.bench.growth

# Thousands of damaged documents of every format, an hour or less; each must give facts or a declared error.
fuzz: $(VENV)/tested
	$(BIN)/python -m tests.fuzz.run --count 5000

# How well scans are read: pictures of the PDFs of corpus/, askew, sealed and spoiled, against their text.
bench-scans: $(VENV)/ocr-tools
	$(BIN)/python -m tests.bench.scans $(FILES)

# The documents of corpus/ are committed; this makes them anew from their figures.
corpus: $(VENV)/corpus-tools
	$(BIN)/python corpus/make.py

$(VENV)/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "difftool needs Python 3.11 or newer; try: make PYTHON=python3.11")'
	$(PYTHON) -m venv $(VENV)
	touch $@

$(VENV)/installed: $(VENV)/python setup.cfg pyproject.toml
	@echo "Installing difftool and what it needs into $(VENV)/: a minute or two the first time."
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

$(VENV)/tested: $(VENV)/installed
	@echo "Installing what the tests need into $(VENV)/."
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[test,browser]"
	touch $@

$(VENV)/bench-tools: $(VENV)/tested
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[bench]"
	touch $@

$(VENV)/ocr-tools: $(VENV)/tested
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[ocr]"
	touch $@

$(VENV)/corpus-tools: $(VENV)/tested
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[corpus]"
	touch $@

clean:
	rm -rf $(VENV) build
