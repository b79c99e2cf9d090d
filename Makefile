# Lintel: every verb a person needs. `make run` and `make test` do all of their own set-up.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

export JAVA_HOME := $(shell src/main/sh/find-jdk25)
MVN := mvn -B -q
LINTEL := ./lintel
# Air-gapped sites name a folder with the model files; a checkout beside ../shared uses its mirror.
export LINTEL_MODEL_MIRROR ?= $(wildcard $(abspath ../shared/models))
APP := target/quarkus-app/quarkus-run.jar
LAB := lab/target/built
NATIVE := target/native/lintel
SOURCES := pom.xml $(shell find src/main config -type f)

.PHONY: help run test real-pictures-test bench bench-peers evaluate lab train-liveness models native native-test bench-native package install-test vm-test soak fuzz outdated fmt clean setup

help: ## show this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 18

run: models ## build, fetch the models, and start Lintel (demo clips when there is no camera)
	$(LINTEL) serve

test: setup models ## all tests and checks
	@src/main/sh/setup test
	mvn -B -ntp -f lab/reactor.xml verify -DskipITs
	src/main/sh/aot-cache $(LINTEL) $(dir $(APP))
	mvn -B -ntp failsafe:integration-test failsafe:verify

real-pictures-test: models ## the tests on pictures of real people, which no repository holds: LINTEL_SHARED names the folder that has them in data/
	mvn -B -ntp -f lab/reactor.xml test-compile surefire:test -Dtest=RealPicturesTest -Dsurefire.failIfNoSpecifiedTests=false

bench: models $(LAB) ## measure stages, frames per second, gallery search, and the pages with 1,000 people and 1,000,000 log rows
	$(LINTEL) bench
	lab/run pages
	lab/run screens
	lab/run log

bench-peers: models $(LAB) ## Lintel beside dlib, OpenCV, human, face-api, FAISS and bare ONNX Runtime; writes the table in docs/MEASUREMENTS.md (lab/peers/README.md)
	@src/main/sh/setup peers
	@$(LINTEL) models fetch yunet_s_dynamic >/dev/null 2>&1 || true
	lab/peers/build
	lab/run peers --document docs/MEASUREMENTS.md $(ARGS)

evaluate: models $(LAB) ## measure on the labelled pictures in DATA: attack detection, or ARGS="--json ..."; recognition with ARGS=--recognition; strangers with ARGS=--strangers
	lab/run evaluate $(if $(filter --recognition,$(ARGS)),--data,$(if $(filter --strangers,$(ARGS)),--strangers,--pad)) "$(DATA)" $(filter-out --recognition --strangers,$(ARGS))

train-liveness: models ## train the liveness network that Lintel ships, on the pictures in DATA (models/training/README.md); about two hours
	models/training/train-liveness "$(DATA)" $(SCALE)

lab: $(LAB) ## build the laboratory: what measures Lintel and is no part of it (lab/README.md)

models: $(APP) ## fetch the face models and import them to ONNX (does nothing when they are in place)
	@$(LINTEL) models check --quiet || $(LINTEL) models fetch

native: $(NATIVE) ## build the native binary (needs a GraalVM 25; six minutes and 5 GB of memory)

$(NATIVE): $(SOURCES) | setup
	@src/main/sh/setup native
	home=$$(src/main/sh/find-graalvm) && GRAALVM_HOME=$$home $(MVN) package -Dnative -DskipTests -DskipITs
	mv target/lintel-*-runner $@
	@touch $@
	@ls -lh $@

native-test: setup models ## the integration tests on both editions, side by side (says so where there is no GraalVM 25)
	src/test/sh/native-test $(TEST) || [ $$? = 77 ]

bench-native: $(NATIVE) models ## native against JVM: start, memory, idle CPU, frames a second, in one run
	src/main/sh/aot-cache $(LINTEL) $(dir $(APP))
	src/test/bench/editions $(ROUNDS)

package: models ## release folder, tarball and Debian package in target/release (EDITION=jvm: with a Java runtime instead of a native binary)
	[ "$(EDITION)" = jvm ] || $(MAKE) native
	src/main/sh/package $(or $(EDITION),native)

install-test: ## install, upgrade and remove on clean Debian roots (says so where none can be made)
	@src/main/sh/setup roots
	src/test/dist/install-test || [ $$? = 77 ]

vm-test: ## the box in a virtual machine: TEST=essential (default), door, "cuts 50", long (says so where it cannot run)
	@src/main/sh/setup vm
	@ls target/release/*/install.sh >/dev/null 2>&1 || $(MAKE) package EDITION=jvm
	src/test/vm/vm-test $(TEST) || [ $$? = 77 ]

soak: ## run the released Lintel for MINUTES (60) with a fault each minute; figures and a plot in target/soak
	@ls target/release/*/install.sh >/dev/null 2>&1 || $(MAKE) package EDITION=jvm
	src/test/soak/soak $(or $(MINUTES),60) $$(ls -d target/release/*/ | sed -n '$$p') target/soak || [ $$? = 77 ]

outdated: setup ## which libraries have newer versions
	mvn -B -ntp versions:display-property-updates '-Dmaven.version.ignore=.*[-.](?i)(alpha|beta|rc|cr|m)[-.]?\d*.*' | grep -- '->' || echo "none"

fuzz: $(LAB) ## Jazzer on every parser, SECONDS (60) each; TARGET=Calendar for some (docs/decisions/0192)
	lab/fuzz $(or $(SECONDS),60) $(TARGET)

fmt: setup ## format the code
	$(MVN) spotless:apply

clean: ## delete what was built; models and data stay
	rm -rf target

setup:
	@src/main/sh/setup

$(APP): $(SOURCES) | setup
	@echo "building Lintel (the first time fetches its libraries: a minute or two)"
	$(MVN) package -DskipTests -DskipITs
	@touch $@

$(LAB): $(APP) lab/pom.xml lab/reactor.xml $(shell find lab/src/main -type f)
	$(MVN) -f lab/reactor.xml package -DskipTests -DskipITs
	@touch $@ $(APP)
