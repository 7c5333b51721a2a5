package core

import (
	"cmp"
	"context"
	"slices"
	"sync"
)

// hub hands events from whoever publishes to whoever watches. It keeps the
// latest event of each topic, so publishers never block and a slow watcher
// skips states but never ends on a stale one. The zero value is ready.
type hub struct {
	mu       sync.Mutex
	topics   map[string]entry
	count    uint64 // events published so far
	watchers map[chan struct{}]bool
}

type entry struct {
	event  Event
	number uint64 // of the publication
}

// publish replaces the topic's event.
func (h *hub) publish(e Event) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.topics == nil {
		h.topics = map[string]entry{}
	}
	h.count++
	h.topics[e.topic()] = entry{e, h.count}
	for w := range h.watchers {
		select {
		case w <- struct{}{}:
		default:
		}
	}
}

// latest gives a topic's event; nil where there is none.
func (h *hub) latest(topic string) Event {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.topics[topic].event
}

// forget drops a topic: later watchers do not see it.
func (h *hub) forget(topic string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	delete(h.topics, topic)
}

// watch calls f with every topic's latest event and then with every change,
// the library first, since its cards are what a window opens with, then oldest
// publication first, until ctx ends.
func (h *hub) watch(ctx context.Context, f func(Event)) {
	wake := make(chan struct{}, 1)
	wake <- struct{}{}
	h.mu.Lock()
	if h.watchers == nil {
		h.watchers = map[chan struct{}]bool{}
	}
	h.watchers[wake] = true
	h.mu.Unlock()
	defer func() {
		h.mu.Lock()
		delete(h.watchers, wake)
		h.mu.Unlock()
	}()
	var seen uint64
	for {
		select {
		case <-ctx.Done():
			return
		case <-wake:
		}
		for _, e := range h.since(seen) {
			if ctx.Err() != nil {
				return
			}
			f(e.event)
			seen = max(seen, e.number)
		}
	}
}

// since gives the events published after number seen that are still the
// latest of their topic.
func (h *hub) since(seen uint64) []entry {
	h.mu.Lock()
	defer h.mu.Unlock()
	var fresh []entry
	for _, e := range h.topics {
		if e.number > seen {
			fresh = append(fresh, e)
		}
	}
	library := LibraryState{}.topic()
	slices.SortFunc(fresh, func(a, b entry) int {
		if first := a.event.topic() == library; first != (b.event.topic() == library) {
			if first {
				return -1
			}
			return 1
		}
		return cmp.Compare(a.number, b.number)
	})
	return fresh
}
