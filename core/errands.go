package core

import "sync"

// errands is a queue of short works on the disk, done one after the other on
// one goroutine, so that commands return at once and keep their order.
type errands struct {
	mu     sync.Mutex
	change *sync.Cond
	works  []func()
	closed bool
}

func newErrands() *errands {
	e := &errands{}
	e.change = sync.NewCond(&e.mu)
	return e
}

// add queues a work. After close it is dropped.
func (e *errands) add(work func()) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if !e.closed {
		e.works = append(e.works, work)
		e.change.Signal()
	}
}

// close takes no further work; run does what is queued and returns.
func (e *errands) close() {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.closed = true
	e.change.Signal()
}

func (e *errands) run() {
	e.mu.Lock()
	defer e.mu.Unlock()
	for {
		for len(e.works) == 0 && !e.closed {
			e.change.Wait()
		}
		if len(e.works) == 0 {
			return
		}
		work := e.works[0]
		e.works = e.works[1:]
		e.mu.Unlock()
		work()
		e.mu.Lock()
	}
}
