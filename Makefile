# The same commands for people and for CI. `make help` lists them.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT := 8501
PYTEST = $(BIN)/pytest -n 2 --dist loadfile -rs $(if $(CI),--durations=25)
# What runs side by side is printed one after the other, where `make` can.
TOGETHER := $(if $(filter output-sync,$(.FEATURES)),--output-sync=target)
# LHC-Forms, which our FHIR file is tried in: as it is built, without the packages that it was built from.
LFORMS := $(VENV)/lforms-40.1.3
# The W3C's checker of HTML, a program in Java.
CHECKER := $(VENV)/vnu-jar-26.9.27
# Debian keeps nginx where a person's PATH may not reach, a Mac keeps Chrome in a folder of its own.
export PATH := $(PATH):/usr/sbin:/usr/local/sbin:/Applications/Google Chrome.app/Contents/MacOS

.PHONY: help run serve test quick units lint style types layers check journeys engines system chromium nginx bench load screenshots clean
.DEFAULT_GOAL := help

help: ## list these commands
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 24

run: $(VENV)/run.stamp ## set up and open the aid at http://localhost:8501
	@echo "The aid opens at http://localhost:$(PORT). Ctrl-C ends it."
	@$(BIN)/streamlit run app.py --server.address localhost --server.port $(PORT) --server.headless $(if $(CI),true,false)

serve: $(VENV)/dev.stamp nginx ## serve as a clinic would: files compressed, two replicas behind nginx at http://localhost:8600
	$(BIN)/python -m deploy.paper
	$(BIN)/python -m deploy.compress
	$(BIN)/python -m deploy.replicas --replicas 2 --port 8600

# What the browser tests need is fetched while the others run.
test: ALSO = $(LFORMS) $(CHECKER)
test: system quick journeys ## set up what tests need and run everything; SYSTEM=no installs no program

quick: $(VENV)/dev.stamp ## all that needs no browser: style, types, layers, content and units, side by side
	@$(MAKE) --no-print-directory --keep-going --jobs=2 $(TOGETHER) units lint check $(ALSO)

units: $(VENV)/dev.stamp ## the tests of single parts, and of the content check
	$(PYTEST) --no-loadscope-reorder tests/unit tests/content

# The slow files first, so that small ones fill up the end.
journeys: $(VENV)/dev.stamp chromium $(LFORMS) $(CHECKER) ## the tests that walk through the pages, without a browser and in Chromium
	$(PYTEST) --no-loadscope-reorder tests/browser tests/journeys

engines: $(VENV)/engines.stamp ## the way in Firefox and in WebKit, on a phone's and a laptop's width; SYSTEM=no installs no program
	@sh scripts/system.sh firefox webkit xorg xdotool
	$(PYTEST:loadfile=loadgroup) tests/engines

system: ## Chromium and nginx: says what is missing and installs it; SYSTEM=no only lists it
	@sh scripts/system.sh chromium nginx

chromium nginx:
	@sh scripts/system.sh $@

check: $(VENV)/dev.stamp ## check the content: every fault with its file and line
	$(BIN)/python -m decision_aid.content

lint: style types layers ## style, types and layers

style: $(VENV)/dev.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/dev.stamp
	$(BIN)/mypy

layers: $(VENV)/dev.stamp
	$(BIN)/lint-imports

bench: $(VENV)/dev.stamp chromium ## how fast and how heavy, beside an empty Streamlit page: about twenty minutes on a quiet machine, prints tables
	$(BIN)/python -m deploy.compress
	$(BIN)/python -m benchmarks first_sight --visits 5
	$(BIN)/python -m benchmarks first_sight --poor
	@set -e; for name in settled reruns sessions cold_start exports way worst_link; do $(BIN)/python -m benchmarks $$name; done

load: $(VENV)/dev.stamp nginx ## many people at once, while replicas are killed and come back; and a thousand idle tabs
	$(BIN)/python -m benchmarks load
	$(BIN)/python -m benchmarks idle_tabs

screenshots: $(VENV)/dev.stamp chromium ## the pictures of README and docs/screenshots.md, taken anew
	$(BIN)/python -m tests.browser.screenshots

clean: ## remove the environment
	rm -rf $(VENV)

# pip compiles all that it installs, on one processor, which takes half of its time. Here all processors do, and leave
# out the tests that packages bring. What cannot be compiled is told when it is read.
define install
	$(BIN)/pip install --quiet --disable-pip-version-check --no-compile -r $(1)
	@$(BIN)/python -m compileall -qq -j 0 -x '/tests/' $(VENV)/lib || true
endef

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/run.stamp: requirements.txt | $(VENV)/bin/python
	$(call install,requirements.txt)
	touch $@

$(VENV)/dev.stamp: requirements.txt requirements-dev.txt | $(VENV)/bin/python
	$(call install,requirements-dev.txt)
	touch $@ $(VENV)/run.stamp

$(VENV)/engines.stamp: requirements-engines.txt $(VENV)/dev.stamp
	$(call install,requirements-engines.txt)
	touch $@

$(LFORMS) $(CHECKER): PACKAGE = $(shell echo $(notdir $@) | sed 's/-\([0-9.]*\)$$/@\1/')
$(LFORMS) $(CHECKER): | $(VENV)/bin/python
	@mkdir -p $@.part && (cd $@.part && tar -xzf "$$(npm pack --silent $(PACKAGE))") && mv $@.part $@ \
	  || echo "Without npm, or where it brings nothing, the tests with $(PACKAGE) are skipped."
