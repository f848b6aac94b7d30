# make lab       set everything up, open your copy of the first lesson; LESSON=3 for another
# make renew     bring newer lessons into your copies, with what you wrote; LESSON=3 for one
# make doctor    before class: is this computer ready, and if not, what is to be done;
#                CLASS=1: to grade one, too
# make gpu       once, after the set-up: TensorFlow for an NVIDIA GPU on Linux (gigabytes);
#                tests/gpu_check.sh then proves in minutes that the lessons run on it
# make check     style, rules, unit tests, exercises that train nothing: two minutes
# make test      all of that, every exercise and every notebook; LESSON=3 for one lesson
# make lint      style of code and notebooks only
# make outputs   execute the lessons and store their outputs; LESSON=3 for one
# make site      the course as a web site, in site/out/; LIVE=1: with lessons that run there;
#                LANGUAGE=de: only the pages in German, in site/out/de/
# make translation LANGUAGE=de  translated lessons as notebooks, in translated/de/; LESSON=8c
# make messages LANGUAGE=de LESSON=8c  what there is to translate, in translations/de/
# make slides    a deck for each lesson, in slides/ (minutes, once); LESSON=3 for one
# make test-site build both, and test their pages in Chromium
# make test-class  thirty learners on one server at once, sixty submissions on a cluster;
#                LEARNERS=5 for five
# make html      the lessons as pages for a browser, in html/; LESSON=3 for one
# make assignment LESSON=3  the lesson to hand out, in assignments/; NBGRADER=1: for nbgrader
# make grade SUBMISSIONS=folder  run and check what was handed in; one table
# make gradebook SUBMISSIONS=folder ROSTER=file.csv  that table as Moodle or Canvas imports it
# make scheduler  start to share work over computers, which each type: make worker SCHEDULER=address
# make bench     ratios within one run (minutes); QUESTION=speed for one
# make bench-long  the long experiments (an hour), stored in data/results; QUESTION=depth for one;
#                SCHEDULER=address: shared over computers
# make clean     remove what the set-up made
#
# A lesson is called 3, 03 or 3b, wherever LESSON stands.
# Another Python than the first suitable one: make lab PYTHON=/path/to/python3.12

VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready
READY_SITE := $(VENV)/ready-site
READY_CLASS := $(VENV)/ready-class
READY_GPU := $(VENV)/ready-gpu
READY_CLUSTER := $(VENV)/ready-cluster
READY_HUB := $(VENV)/ready-hub
PROXY := classroom/node_modules/.package-lock.json
LIBRARIES := site/node_modules/.package-lock.json
PYTHON := python3 python3.13 python3.12 python3.11 python
IS_SUPPORTED := import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))
ITS_PATH := import sys; print(sys.executable)
# JupyterLab's news and update pop-ups need a network and cover the lesson.
ANNOUNCEMENTS := @jupyterlab/apputils-extension:announcements
LESSON :=
LANGUAGE := # a shell's own LANGUAGE is for programs, not for this
QUESTION :=
SUBMISSIONS :=
ROSTER :=
NBGRADER :=
LEARNERS := 30
LIVE :=
CLASS :=
SCHEDULER :=
CLUSTERFLAGS :=

# Jupyter, Matplotlib and others keep files at home; where that is nowhere, as for some
# users of schools and containers, they get a place here.
ifneq ($(shell [ -d "$$HOME" ] && [ -w "$$HOME" ] && echo yes),yes)
export HOME := $(CURDIR)/$(VENV)/home
endif

# Compiled modules are kept: every lesson's Python would compile all of them again.
export PYTHONDONTWRITEBYTECODE :=

NO_PYTHON := This course needs Python 3.11, 3.12 or 3.13, because TensorFlow runs on no other, and none of these is one: $(or $(strip $(PYTHON)),(none named)). Install one, or name it: make $(or $(firstword $(MAKECMDGOALS)),lab) PYTHON=/path/to/python3.12
NO_CUDA := TensorFlow runs on an NVIDIA GPU under Linux (WSL 2 too) on x86-64 only, and this is $(shell uname -sm): the lessons need no GPU, so go on without.
NO_NPM := What this needs of JavaScript comes by npm, which is not here: install Node.js 20 or newer with npm (on Debian: apt install nodejs npm), then type this again.
# Sets $python to the first suitable one; the first try is for a path with spaces.
FIND_PYTHON = for candidate in "$(PYTHON)" $(PYTHON); do \
	  if "$$candidate" -c '$(IS_SUPPORTED)' >/dev/null 2>&1; then python=$$candidate; break; fi; \
	done

SPHINX = $(BIN)/python -m sphinx --quiet --fail-on-warning --keep-going --jobs auto -c site

# Adds what a file of requirements names, and says so by the target's stamp.
INSTALL = set -e; \
	if command -v uv >/dev/null 2>&1; then \
	  uv pip install --quiet --compile-bytecode --python $(BIN)/python -r $(1); \
	else \
	  $(BIN)/python -m pip install --quiet --disable-pip-version-check -r $(1); \
	fi; \
	touch $@

.PHONY: lab renew doctor gpu imports check test test-class lint outputs html site slides test-site messages \
	translation assignment grade gradebook scheduler worker bench bench-long clean

lab: imports
	@$(BIN)/python -m tools.lab "$(LESSON)" $(LABFLAGS)

renew: $(READY)
	@$(BIN)/python -m tools.renew "$(LESSON)"

# Its own environment, else any suitable Python, else any: it says what is wrong with it.
doctor:
	@if $(BIN)/python -c '' >/dev/null 2>&1; then python=$(BIN)/python; else $(FIND_PYTHON); fi; \
	if [ -z "$$python" ] && python3 -c '' >/dev/null 2>&1; then python=python3; fi; \
	if [ -z "$$python" ]; then echo "$(NO_PYTHON)" >&2; exit 1; fi; \
	exec "$$python" tools/doctor.py $(if $(CLASS),--class)

gpu: $(READY_GPU)

# Whether anything hides what the lessons import.
imports: $(READY)
	@$(BIN)/python tools/check_imports.py >/dev/null

check: imports lint
	$(BIN)/python -m pytest tests -m "not long"

# Without npm there is no hub to test, and its tests say so.
test: imports lint $(READY_CLASS) $(READY_CLUSTER) $(READY_HUB) $(if $(shell command -v npm),$(PROXY))
	$(BIN)/python -m pytest $(if $(LESSON),--lesson "$(LESSON)")

test-class: imports $(READY_CLUSTER) $(READY_HUB) $(PROXY)
	LEARNERS=$(LEARNERS) $(BIN)/python -m pytest -n0 tests/classroom tests/tools/test_grading_on_a_cluster.py

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

outputs: imports
	@set -e; notebooks=$$($(BIN)/python -m tools.lessons "$(LESSON)"); set -x; \
	$(BIN)/ruff format $$notebooks; \
	$(BIN)/jupyter nbconvert --log-level WARN --to notebook --inplace --execute \
	  --NotebookExporter.preprocessors=nbconvert.preprocessors.CoalesceStreamsPreprocessor \
	  --CoalesceStreamsPreprocessor.enabled=True \
	  --KernelManager.transport_encryption=auto $$notebooks; \
	$(BIN)/nbstripout --keep-output --keep-count --keep-id \
	  --extra-keys "metadata.language_info.version metadata.widgets" $$notebooks; \
	$(BIN)/python -m tools.stored_widgets $$notebooks; \
	$(BIN)/python -m tools.stored_pictures $$notebooks; \
	$(BIN)/python -m tools.thumbnails $$notebooks

html: $(READY)
	@set -e; notebooks=$$($(BIN)/python -m tools.lessons "$(LESSON)"); set -x; \
	$(BIN)/python -m nbconvert --log-level WARN --to html --output-dir html \
	  --HTMLExporter.preprocessors=tools.readable_html.ReadableFigures $$notebooks

# Nothing is executed: pages show what the notebooks store. Any warning stops it. It is made
# anew each time, since nothing tells Sphinx what an extension of ours would now do otherwise.
# Then the lessons that are translated, in a folder for each language.
site: $(READY_SITE) $(LIBRARIES)
	@set -e; languages=$$($(BIN)/python -m tools.translating.languages "$(LANGUAGE)"); \
	if [ -z "$(LANGUAGE)" ]; then \
	  rm -rf site/out site/work site/jupyter_execute; mkdir -p site/work; \
	  $(SPHINX) $(if $(LIVE),--tag live) -d site/work/doctrees site/work site/out; \
	fi; \
	for language in $$languages; do \
	  work=site/translated/$$language; \
	  rm -rf $$work site/out/$$language; mkdir -p $$work; \
	  $(SPHINX) --tag translated -D language=$$language -d $$work/doctrees $$work site/out/$$language; \
	  rm -rf site/out/jupyter_execute; \
	done; \
	if [ -z "$(LANGUAGE)" ]; then touch site/work/ready; fi

messages: $(READY_SITE)
	@$(BIN)/python -m tools.translating.messages "$(LANGUAGE)" "$(LESSON)"

translation: $(READY_SITE)
	@$(BIN)/python -m tools.translating.write "$(LANGUAGE)" "$(LESSON)"

# A lesson runs once; what it showed is kept until something of it changes.
slides: $(READY_SITE) $(LIBRARIES)
	@PYTHONPATH=site $(BIN)/python -m course_slides.build "$(LESSON)"

test-site: slides
	node --test tests/play/*.test.mjs
	$(BIN)/python -m pytest -m "not long" tests/site tests/play tests/translating

assignment: $(READY) $(if $(NBGRADER),$(READY_CLASS))
	@$(BIN)/python -m tools.$(if $(NBGRADER),nbgrader_source,assignment) "$(LESSON)"

grade: $(READY) $(if $(findstring --scheduler,$(GRADEFLAGS)),$(READY_CLUSTER))
	@$(BIN)/python -m tools.grade --lesson "$(LESSON)" $(GRADEFLAGS) "$(SUBMISSIONS)"

gradebook: $(READY)
	@$(BIN)/python -m tools.gradebook $(GRADEFLAGS) "$(SUBMISSIONS)" "$(ROSTER)"

scheduler: $(READY_CLUSTER)
	@$(BIN)/python -m tools.cluster.start scheduler $(CLUSTERFLAGS)

worker: $(READY_CLUSTER)
	@$(BIN)/python -m tools.cluster.start worker "$(SCHEDULER)" $(CLUSTERFLAGS)

bench: $(READY)
	$(BIN)/python -m tests.benchmarks "$(QUESTION)"

bench-long: $(READY) $(if $(SCHEDULER),$(READY_CLUSTER))
	$(BIN)/python -m tests.benchmarks --long $(if $(SCHEDULER),--scheduler "$(SCHEDULER)") "$(QUESTION)"

clean:
	rm -rf $(VENV)

# The stamp is written last, so an interrupted set-up is taken up again.
$(READY): requirements.txt pyproject.toml
	@$(FIND_PYTHON); \
	if [ -z "$$python" ]; then echo "$(NO_PYTHON)" >&2; exit 1; fi; \
	set -e; \
	"$$python" tools/check_computer.py >/dev/null; \
	echo "Setting up $(VENV) with $$("$$python" --version) (once; a minute or two) ..."; \
	if command -v uv >/dev/null 2>&1; then \
	  uv venv --quiet --allow-existing --python "$$("$$python" -c '$(ITS_PATH)')" $(VENV); \
	  uv pip install --quiet --compile-bytecode --python $(BIN)/python -r requirements.txt; \
	else \
	  "$$python" -m venv $(VENV); \
	  $(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt; \
	fi; \
	$(BIN)/jupyter labextension disable --level=sys_prefix $(ANNOUNCEMENTS) >/dev/null 2>&1; \
	touch $@

# What the site, nbgrader, a cluster and a hub need besides; learners never install it.
$(READY_SITE): $(READY) requirements-site.txt
	@$(call INSTALL,requirements-site.txt)

$(READY_CLASS): $(READY) requirements-class.txt
	@$(call INSTALL,requirements-class.txt)

# Two editions of TensorFlow are one folder: the other's is taken away first.
$(READY_GPU): $(READY) requirements-gpu.txt
	@[ "$$(uname -sm)" = "Linux x86_64" ] || { echo "$(NO_CUDA)" >&2; exit 1; }
	@if command -v uv >/dev/null 2>&1; then \
	  uv pip uninstall --quiet --python $(BIN)/python tensorflow-cpu tensorflow; \
	else \
	  $(BIN)/python -m pip uninstall --quiet --yes tensorflow-cpu tensorflow; \
	fi
	@$(call INSTALL,requirements-gpu.txt)

$(READY_CLUSTER): $(READY) requirements-cluster.txt
	@$(call INSTALL,requirements-cluster.txt)

$(READY_HUB): $(READY) requirements-hub.txt
	@$(call INSTALL,requirements-hub.txt)

$(PROXY): classroom/package.json classroom/package-lock.json
	@command -v npm >/dev/null 2>&1 || { echo "$(NO_NPM)" >&2; exit 1; }
	cd classroom && npm ci --silent
	@touch $@

$(LIBRARIES): site/package.json site/package-lock.json
	@command -v npm >/dev/null 2>&1 || { echo "$(NO_NPM)" >&2; exit 1; }
	cd site && npm ci --silent
	@touch $@
