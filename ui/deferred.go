package ui

import (
	"reflect"

	"edusmart/core"
)

// deferred is a screen that is built when it is first needed, so that the
// window opens with no more than it shows. Until then it keeps the latest
// snapshots.
type deferred[S screen] struct {
	build  func() S
	screen S
	built  bool
	latest map[any]core.Event
}

func newDeferred[S screen](build func() S) *deferred[S] {
	return &deferred[S]{build: build, latest: map[any]core.Event{}}
}

// get gives the screen, in step with what is.
func (d *deferred[S]) get() S {
	if d.built {
		return d.screen
	}
	d.screen, d.built = d.build(), true
	for _, e := range d.latest {
		d.screen.Update(e)
	}
	d.latest = nil
	return d.screen
}

// update shows a snapshot, or keeps it for later.
func (d *deferred[S]) update(e core.Event) {
	if d.built {
		d.screen.Update(e)
		return
	}
	var topic any = reflect.TypeOf(e)
	if s, ok := e.(core.StoryState); ok {
		topic = s.ID
	}
	d.latest[topic] = e
}

// is reports whether this is the screen that is shown.
func (d *deferred[S]) is(shown screen) bool { return d.built && shown == screen(d.screen) }
