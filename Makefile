# make demo   the main job on the real frameworks, from nothing
# make test   all tests, from nothing
# make study  the study on disclosure again, from this code, and its gates with all their draws (once built: tables three minutes, gates fifteen)
# make plugins   what the plugins in Plugins/ need to run
CONFIG ?= release
PREFIX ?= /usr/local
DESTDIR ?=
BINARY = .build/$(CONFIG)/waymark
SHARE = $(DESTDIR)$(PREFIX)/share

.PHONY: demo test lint format bench docs install binary plugins study study-tables study-gates

demo: ## check, sample, score, publish, compare; leaves reports in demo/
	@bash .ci/setup build
	@$(MAKE) --no-print-directory binary
	@bash .ci/demo $(BINARY)

binary:
	@echo "Building Waymark ($(CONFIG)); a first build takes some minutes."
	swift build -c $(CONFIG) --product waymark

test: ## installs what is missing, then all tests
	@bash .ci/setup test
	@bash .ci/test

plugins: ## bubblewrap, and each plugin's own packages
	@bash .ci/setup plugins
	@bash .ci/plugins

lint: ## formatting
	git ls-files -z '*.swift' | xargs -0 swift format lint --strict --parallel

format:
	git ls-files -z '*.swift' | xargs -0 swift format --in-place --parallel

bench: ## figures beside a peer, in one run
	@bash .ci/setup test
	@bash Benchmarks/run

study: ## docs/reference/disclosure-study.md, from this code; then the gates with all their draws
	@bash .ci/setup test
	@bash .ci/study

study-tables study-gates: ## one half of `make study`
	@bash .ci/setup test
	@bash .ci/study $(@:study-%=%)

docs: ## the pages that are made from the declarations
	@$(MAKE) --no-print-directory binary CONFIG=debug
	.build/debug/waymark reference --output docs/reference

install: binary ## PREFIX=/usr/local: binary, completions, manual page, frameworks, policies
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(SHARE)/waymark" "$(SHARE)/man/man1" \
	  "$(SHARE)/bash-completion/completions" "$(SHARE)/zsh/site-functions" "$(SHARE)/fish/vendor_completions.d"
	install -m 755 $(BINARY) "$(DESTDIR)$(PREFIX)/bin/waymark"
	$(BINARY) --generate-completion-script bash >"$(SHARE)/bash-completion/completions/waymark"
	$(BINARY) --generate-completion-script zsh >"$(SHARE)/zsh/site-functions/_waymark"
	$(BINARY) --generate-completion-script fish >"$(SHARE)/fish/vendor_completions.d/waymark.fish"
	$(BINARY) manual >"$(SHARE)/man/man1/waymark.1"
	cp -R Frameworks Registry "$(SHARE)/waymark/"
	mkdir -p "$(SHARE)/waymark/Plugins"
	cp -R Plugins/* "$(SHARE)/waymark/Plugins/"
	@echo "Installed $(DESTDIR)$(PREFIX)/bin/waymark"
