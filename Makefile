# The doors for people who work on magdit. Each target sets itself up first; done before, that takes no time.
.SILENT:
.ONESHELL:
.SHELLFLAGS := -euo pipefail -c
SHELL := bash
.DEFAULT_GOAL := help

bin := .venv/bin
python := $(bin)/python
PYTEST_ARGS ?=
# Tests start many processes; each would compile all modules again where the environment forbids keeping that.
export PYTHONDONTWRITEBYTECODE :=
# As many workers as cores: tests/workers.py. PYTEST_ARGS="-n 0" asks for one process, which -s and --pdb need.
on_every_core := -n auto --dist worksteal
# What the register keeps is tried on both databases; pytest on everything, with SQLite, comes last.
on_postgresql := scripts/postgres.sh $(python) -m pytest $(on_every_core) -p tests.on_postgresql tests/areas tests/journeys tests/server

.PHONY: help setup demo test test-fast test-full test-wordpress test-clauses lint format check bench words pages english lock wheel clean

help: ## Toon deze lijst
	sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1|\2/p' Makefile | while IFS='|' read -r name text; do
	    printf '  %-16s %s\n' "$$name" "$$text"
	done

setup: ## Maak .venv klaar: bibliotheken uit het slot, magdit zelf en het gezichtsmodel
	scripts/setup.sh

demo: setup ## Zie magdit aan het werk: eerst een bericht met foto's, dan vijf scholen op localhost:8000 (SERVE=0: zonder)
	$(python) -m magdit.demo
	[ "$${SERVE:-1}" = 0 ] || exec $(python) -m magdit.demo.web

test: lint ## Alles wat goed moet zijn, in de korte vorm; het register op twee databases (dit draait ook .ci/run)
	scripts/browser.sh
	$(on_postgresql)
	$(python) -m pytest $(on_every_core) $(PYTEST_ARGS)

test-fast: setup ## Alleen de tests op SQLite zonder browser, en stoppen bij de eerste fout; vraagt alleen Python
	$(python) -m pytest -q -x --ff --ignore tests/web/browser $(PYTEST_ARGS)

test-full: lint ## Ook de lange tests: meer voorbeelden, meer gevallen
	scripts/browser.sh
	MAGDIT_TESTS=full $(on_postgresql) -m "full or not full"
	MAGDIT_TESTS=full $(python) -m pytest $(on_every_core) -m "full or not full" $(PYTEST_ARGS)

test-wordpress: setup ## Plaats en verwijder berichten in een echte WordPress, die daarvoor zolang draait
	scripts/wordpress.sh $(python) -m pytest -p no:cacheprovider tests/wordpress

test-clauses: setup ## Haal elk onderdeel een keer uit elk protocol; de uitslag staat in de README van elk pakket
	$(python) scripts/clause_mutation.py

lint: setup ## Stijl, opmaak, typen en verdiepingen
	$(bin)/ruff check --quiet
	$(bin)/ruff format --check --quiet || { $(bin)/ruff format --check; exit 1; }
	$(bin)/mypy --no-error-summary
	floors=$$($(bin)/lint-imports 2>&1) || { printf '%s\n' "$$floors"; exit 1; }
	echo "stijl, opmaak, typen en verdiepingen: in orde"

format: setup ## Zet de opmaak recht
	$(bin)/ruff check --quiet --fix --exit-zero
	$(bin)/ruff format

check: lint ## Alles wat een beoordelaar zou draaien: lint, gevallen, documentatie en tests
	scripts/browser.sh
	$(bin)/magdit protocol test
	$(on_postgresql)
	$(python) -m pytest $(on_every_core) $(PYTEST_ARGS)

bench: setup ## Meet, en schrijf de cijfers naar bench/results.md
	$(python) -m bench

words: setup ## Maak docs/words.md en het schema van een handeling opnieuw uit de woorden en feiten
	$(python) scripts/words_page.py

pages: setup ## Maak docs/protocollen opnieuw: elk protocol, naast de bron te lezen
	$(python) scripts/protocol_pages.py

english: setup ## Verzamel de zinnen van de pagina's in het Engels, en zeg wat nog geen Engels heeft
	$(python) scripts/english.py

lock: setup ## Maak requirements.lock opnieuw uit pyproject.toml (alleen wat nodig is schuift op)
	$(bin)/uv --quiet pip compile pyproject.toml --output-file requirements.lock \
	    --universal --python-version 3.11 --fork-strategy fewest --generate-hashes \
	    --all-extras --group dev --no-emit-index-url --custom-compile-command "make lock"

wheel: setup ## Bouw een wheel met het gezichtsmodel erin, in dist/
	$(bin)/uv --quiet build --wheel --no-build-isolation --python $(python) --out-dir dist

clean: ## Gooi weg wat make heeft gemaakt (het gezichtsmodel mag blijven)
	rm -rf .venv .local build dist demo-uit .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find src tests scripts bench -name __pycache__ -type d -prune -exec rm -rf {} +
