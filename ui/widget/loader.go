package widget

import (
	"container/list"
	"image"
	"sync"
)

// Corners are the radii of a picture's corners, in pixels.
type Corners struct{ TopLeft, TopRight, BottomRight, BottomLeft float32 }

// Round gives four corners of one radius.
func Round(radius float32) Corners { return Corners{radius, radius, radius, radius} }

// PictureKey names a picture as it is shown: a file at a size in device
// pixels.
type PictureKey struct {
	Path          string
	Width, Height int
	Whole         bool    // fitted whole, not cropped to fill
	Corners       Corners // in device pixels
}

// The bounds of a Loader.
const (
	pictureCacheBytes = 128 << 20
	pictureWorkers    = 2
	maxAhead          = 64 // prefetches in waiting
)

// Loader decodes and scales pictures beside the window and keeps the latest
// ones. What is to be shown now goes before what may be shown next.
//
// Its methods may be called from any goroutine.
type Loader struct {
	mu     sync.Mutex
	wake   *sync.Cond
	closed bool
	now    []*request // the newest last
	ahead  []PictureKey
	works  map[PictureKey]*request // waiting and at work
	cache  pictureCache
	own    map[string][]byte // pictures of the program, by the paths they go by
	small  smallPictures
	done   sync.WaitGroup
}

// request is one picture that is wanted, by nobody when it is only decoded
// ahead.
type request struct {
	key     PictureKey
	waiters map[*func(*image.RGBA, error)]bool
}

// NewLoader starts a loader. Close ends it.
func NewLoader() *Loader {
	l := NewIdleLoader()
	l.Start()
	return l
}

// Start has an idle loader serve what it was asked for, and what it will be.
func (l *Loader) Start() {
	for range pictureWorkers {
		l.done.Go(l.work)
	}
}

// NewIdleLoader makes a loader that does nothing until Start.
func NewIdleLoader() *Loader {
	l := &Loader{works: map[PictureKey]*request{}, cache: newPictureCache(pictureCacheBytes), own: map[string][]byte{}}
	l.wake = sync.NewCond(&l.mu)
	return l
}

// Own makes a picture that is part of the program known by name, and gives
// the path that it goes by.
func (l *Loader) Own(name string, data []byte) (path string) {
	path = "own:" + name
	l.mu.Lock()
	defer l.mu.Unlock()
	l.own[path] = data
	return path
}

// KeepSmall keeps small pictures of stories in a folder of the cache, so that
// a shelf of them is shown without decoding the large ones again.
func (l *Loader) KeepSmall(dir string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.small = smallPictures(dir)
	l.done.Go(l.small.prune)
}

// Close ends the loader and waits for what it is decoding. Nobody is called
// back any more.
func (l *Loader) Close() {
	l.mu.Lock()
	l.closed = true
	l.mu.Unlock()
	l.wake.Broadcast()
	l.done.Wait()
}

// Cached gives a picture that is ready to be shown, nil when it is not.
// Nobody may change it.
func (l *Loader) Cached(key PictureKey) *image.RGBA {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.cache.get(key)
}

// Load calls back with the picture, from a goroutine of the loader, unless
// cancel is called before. A picture that nobody waits for any more is not
// decoded.
func (l *Loader) Load(key PictureKey, back func(*image.RGBA, error)) (cancel func()) {
	l.mu.Lock()
	defer l.mu.Unlock()
	r, ok := l.works[key]
	if !ok {
		r = &request{key: key, waiters: map[*func(*image.RGBA, error)]bool{}}
		l.works[key] = r
		l.now = append(l.now, r)
	}
	waiter := &back
	r.waiters[waiter] = true
	l.wake.Signal()
	return func() {
		l.mu.Lock()
		defer l.mu.Unlock()
		delete(r.waiters, waiter)
	}
}

// Prefetch decodes pictures that may be shown next, the first first, when
// there is nothing else to do. It replaces what was asked for before.
func (l *Loader) Prefetch(keys ...PictureKey) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.ahead = append(l.ahead[:0], keys[:min(len(keys), maxAhead)]...)
	l.wake.Broadcast()
}

// work serves requests until the loader is closed.
func (l *Loader) work() {
	for {
		r := l.next()
		if r == nil {
			return
		}
		l.mu.Lock()
		own, small := l.own[r.key.Path], l.small
		l.mu.Unlock()
		img, err := small.read(r.key, own)
		l.finish(r, img, err)
	}
}

// next waits for something to do; nil once the loader is closed.
func (l *Loader) next() *request {
	l.mu.Lock()
	defer l.mu.Unlock()
	for !l.closed {
		for len(l.now) > 0 {
			r := l.now[len(l.now)-1]
			l.now = l.now[:len(l.now)-1]
			if len(r.waiters) > 0 {
				return r
			}
			delete(l.works, r.key) // all who waited have turned away
		}
		for len(l.ahead) > 0 {
			key := l.ahead[0]
			l.ahead = l.ahead[1:]
			if l.works[key] == nil && l.cache.get(key) == nil {
				r := &request{key: key, waiters: map[*func(*image.RGBA, error)]bool{}}
				l.works[key] = r
				return r
			}
		}
		l.wake.Wait()
	}
	return nil
}

// finish keeps a picture and hands it to those who wait for it.
func (l *Loader) finish(r *request, img *image.RGBA, err error) {
	l.mu.Lock()
	delete(l.works, r.key)
	if err == nil {
		l.cache.put(r.key, img)
	}
	waiters := r.waiters
	if l.closed {
		waiters = nil
	}
	l.mu.Unlock()
	for back := range waiters {
		(*back)(img, err)
	}
}

// pictureCache keeps the pictures used last, up to a number of bytes.
type pictureCache struct {
	limit, bytes int
	order        *list.List // of *cachedPicture, the latest first
	at           map[PictureKey]*list.Element
}

type cachedPicture struct {
	key PictureKey
	img *image.RGBA
}

func newPictureCache(limit int) pictureCache {
	return pictureCache{limit: limit, order: list.New(), at: map[PictureKey]*list.Element{}}
}

func (c *pictureCache) get(key PictureKey) *image.RGBA {
	e, ok := c.at[key]
	if !ok {
		return nil
	}
	c.order.MoveToFront(e)
	return e.Value.(*cachedPicture).img
}

func (c *pictureCache) put(key PictureKey, img *image.RGBA) {
	if e, ok := c.at[key]; ok {
		c.drop(e)
	}
	c.at[key] = c.order.PushFront(&cachedPicture{key, img})
	c.bytes += len(img.Pix)
	for c.bytes > c.limit && c.order.Len() > 1 {
		c.drop(c.order.Back())
	}
}

func (c *pictureCache) drop(e *list.Element) {
	old := c.order.Remove(e).(*cachedPicture)
	delete(c.at, old.key)
	c.bytes -= len(old.img.Pix)
}
