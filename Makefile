# make run    install what is missing, build, and open the window
# make test   install what is missing, then run every check and test
# make package  make a package for Debian and Ubuntu in out/
# make bench  print the figures that README.md claims
# make soak   longer: the race detector over every package, kill -9 many times
#             over, every fault of the service at every call and at random, half
#             an hour of playing beside a busy processor, and every fuzz target
#             for a while

GO      ?= go
BINARY  := bin/edusmart
LINT    := github.com/golangci/golangci-lint/v2/cmd/golangci-lint@v2.15.0
FUZZFOR ?= 30s
SEEDS   ?= 200
MINUTES ?= 30
export CGO_ENABLED := 1

.PHONY: run build package test check race unit window bench soak fuzz packages-run packages-test

run: packages-run build
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname)" != Linux ]; then \
		exec $(BINARY); \
	else \
		echo "There is no display here: making the story of the sample lesson without a window."; \
		exec $(BINARY) create assets/samples/volcano.docx; \
	fi

build:
	@$(GO) build -trimpath -o $(BINARY) .

package: packages-run
	@mkdir -p out
	@$(GO) build -trimpath -ldflags '-s -w' -o out/edusmart .
	@.ci/deb out/edusmart out

packages-run:
	@.ci/packages run

packages-test:
	@.ci/packages test

test: packages-test build check unit race window

# The tests below are built without vet: it has looked at them here.
check:
	@test -z "$$(gofmt -l $$(git ls-files '*.go'))" || { echo "not formatted:"; gofmt -l $$(git ls-files '*.go'); exit 1; }
	$(GO) vet ./...
	@test -x bin/golangci-lint || GOBIN=$(CURDIR)/bin $(GO) install $(LINT)
	bin/golangci-lint run ./...

# Those that take longest come first, so that no processor is idle at the end.
SLOW := edusmart/core edusmart/ui edusmart/core/document edusmart/core/cli edusmart/core/generate

unit:
	$(GO) test -vet=off $(SLOW) $$($(GO) list ./... | grep -v /windowtest | grep -vxF "$$(printf '%s\n' $(SLOW))")

# Where goroutines share something; make soak has the detector look at the rest.
# The two lists take about as long, each on a processor of its own.
RACE := $(GO) test -vet=off -race -short -timeout 30m -p 1

race:
	@{ $(RACE) -run 'StoryIsMade|StoppedStory|SameFile|Renamed|Deleted|ThisComputerOnly' ./core && \
		$(RACE) ./core/library ./core/usage ./core/secret ./core/microphone ./core/typeset ./ui/widget; } & beside=$$!; \
	$(RACE) ./core/generate ./core/model ./core/model/gemini ./core/player; here=$$?; \
	wait $$beside && exit $$here

window: build
	EDUSMART_BINARY=$(CURDIR)/$(BINARY) EDUSMART_SHOTS=$(CURDIR)/out/shots $(GO) test -vet=off -count=1 -v ./ui/windowtest

bench: build
	EDUSMART_BINARY=$(CURDIR)/$(BINARY) $(GO) test -run '^$$' -bench . -benchtime 1x ./ui/windowtest ./core/document ./core/evidence ./core/typeset ./core/speech ./core/model ./core/usage ./core/spelling ./core/export/video ./core/export/print ./core/export/web ./core/export/sound ./ui ./ui/widget
	$(GO) test -run '^$$' -bench Library -benchtime 1x ./core
	$(GO) test -count=1 -v -run 'FirstPageIsPlayable|AsFastAsTheQuota' ./core/generate | grep 'at most'

soak: build
	$(GO) test -race -short -timeout 60m $$($(GO) list ./core/... ./ui/... | grep -v /windowtest)
	EDUSMART_BINARY=$(CURDIR)/$(BINARY) EDUSMART_KILLS=200 $(GO) test -count=1 -run Kill -timeout 60m ./core/cli
	EDUSMART_SEEDS=$(SEEDS) EDUSMART_KILLS=1000 $(GO) test -count=1 -run 'Kill|TwoComputers' -timeout 60m ./core/library
	EDUSMART_KILLS=500 $(GO) test -count=1 -run Kill -timeout 60m ./core/editing
	EDUSMART_KILLS=40 $(GO) test -count=1 -run Kill -timeout 60m ./core
	EDUSMART_SEEDS=$(SEEDS) $(GO) test -race -count=1 -run 'Fault|StoppedAnywhere' -timeout 60m ./core/generate
	EDUSMART_SEEDS=$(SEEDS) $(GO) test -count=1 -run 'Model|Speed' -timeout 60m ./core/player
	EDUSMART_PLAY_MINUTES=$(MINUTES) $(GO) test -count=1 -v -run Underrun -timeout 90m ./core/player
	$(MAKE) fuzz

fuzz:
	@for p in $$($(GO) list ./core/...); do \
		for f in $$($(GO) test -list '^Fuzz' $$p | grep '^Fuzz'); do \
			echo "$$p $$f"; $(GO) test -run '^$$' -fuzz "^$$f\$$" -fuzztime $(FUZZFOR) $$p || exit 1; \
		done; \
	done
