package typeset

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"maps"
	"os"
	"slices"
	"sync"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/fontscan"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
)

// Limits on what a hostile text can make Fonts remember or look for.
const (
	maxMissing = 4096 // letters known to be in no font
	maxWanted  = 256  // letters looked for in one go
)

// Fonts finds a face for every letter: the reading face first, then the
// fonts of the system. The system's fonts are opened only when a text needs
// them, beside the caller, who is told when they are there.
//
// Its methods may be called from any goroutine.
type Fonts struct {
	cacheDir string
	ctx      context.Context
	cancel   context.CancelFunc

	mu      sync.Mutex // guards the rest, and shaping, since faces keep caches
	primary *Face
	shaper  shaping.HarfbuzzShaper
	chains  map[chainKey][]*Face
	missing map[rune]bool // in no font of this computer
	wanted  map[want]bool
	idle    chan struct{} // closed while nothing is being looked for
	closed  bool
	onLoad  map[int]func()
	nextID  int

	// system and faces belong to the goroutine that looks for fonts; there
	// is one at most, and idle orders one after the other.
	system *fontscan.FontMap
	faces  map[*font.Face]*Face
}

// Face is one font face. Faces of one Fonts can be compared.
type Face struct {
	face *font.Face
	// ascent and descent are in ems, both positive.
	ascent, descent float32
}

// chainKey is what the choice of a family depends on.
type chainKey struct {
	script language.Script
	han    string // which of the Han traditions; "" where it does not matter
}

type want struct {
	chain chainKey
	r     rune
}

// NewFonts makes a Fonts whose first choice is the face in reading, a
// TrueType or OpenType font. The index of the system's fonts is kept under
// cacheDir; with an empty cacheDir in the user's cache folder.
// Close ends what it started.
func NewFonts(reading []byte, cacheDir string) (*Fonts, error) {
	face, err := font.ParseTTF(bytes.NewReader(reading))
	if err != nil {
		return nil, fmt.Errorf("open the reading font: %w", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	idle := make(chan struct{})
	close(idle)
	return &Fonts{
		cacheDir: cacheDir, ctx: ctx, cancel: cancel,
		primary: newFace(face),
		chains:  map[chainKey][]*Face{}, missing: map[rune]bool{}, wanted: map[want]bool{},
		faces: map[*font.Face]*Face{}, idle: idle, onLoad: map[int]func(){},
	}, nil
}

func newFace(f *font.Face) *Face {
	made := &Face{face: f, ascent: 1, descent: 0.3}
	if e, ok := f.FontHExtents(); ok && f.Upem() > 0 {
		made.ascent = e.Ascender / float32(f.Upem())
		made.descent = -e.Descender / float32(f.Upem())
	}
	return made
}

func (f *Face) has(r rune) bool {
	_, ok := f.face.NominalGlyph(r)
	return ok
}

// OnLoad has notify called each time that fonts which a Paragraph missed have
// been looked for, from a goroutine of Fonts, until stop is called. A caller
// that shows a pending layout then makes it again.
func (f *Fonts) OnLoad(notify func()) (stop func()) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.nextID++
	id := f.nextID
	f.onLoad[id] = notify
	return func() {
		f.mu.Lock()
		defer f.mu.Unlock()
		delete(f.onLoad, id)
	}
}

// Settle waits until all fonts that were missed have been looked for, or ctx
// ends, and gives ctx's error. Those who can wait make the paragraph again
// after it.
func (f *Fonts) Settle(ctx context.Context) error {
	f.mu.Lock()
	idle := f.idle
	f.mu.Unlock()
	select {
	case <-idle:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// Close ends the search for fonts and waits for its end. Nobody is notified
// after it; texts can still be set with the faces that are there.
func (f *Fonts) Close() {
	f.cancel()
	f.mu.Lock()
	f.closed = true
	idle := f.idle
	f.mu.Unlock()
	<-idle
}

// faceFor gives the face for the letters of one cluster, the base letter
// first. A nil face means that one is being looked for.
// The caller holds f.mu.
func (f *Fonts) faceFor(chain chainKey, cluster []rune) *Face {
	if hasAll(f.primary, cluster) {
		return f.primary
	}
	for _, face := range f.chains[chain] {
		if hasAll(face, cluster) {
			return face
		}
	}
	// No face has all: one that has the base letter and, of the marks, what
	// it has, once the rest is known to be nowhere.
	for _, r := range cluster {
		if !ignorable(r) && !f.known(chain, r) && f.look(chain, r) {
			return nil
		}
	}
	for _, face := range append([]*Face{f.primary}, f.chains[chain]...) {
		if face.has(cluster[0]) {
			return face
		}
	}
	return f.primary
}

func hasAll(face *Face, cluster []rune) bool {
	for _, r := range cluster {
		if !ignorable(r) && !face.has(r) {
			return false
		}
	}
	return true
}

// known reports whether it is known where r is, or that it is nowhere.
func (f *Fonts) known(chain chainKey, r rune) bool {
	if f.missing[r] || f.primary.has(r) {
		return true
	}
	for _, face := range f.chains[chain] {
		if face.has(r) {
			return true
		}
	}
	return false
}

// look has r looked for and reports whether that is under way.
func (f *Fonts) look(chain chainKey, r rune) bool {
	if f.closed || len(f.missing) >= maxMissing {
		return false
	}
	if len(f.wanted) < maxWanted {
		f.wanted[want{chain, r}] = true
	}
	select {
	case <-f.idle:
		f.idle = make(chan struct{})
		go f.search(f.idle)
	default:
	}
	return true
}

// search looks for the wanted letters until there are no more, tells those
// who asked to be told, and ends.
func (f *Fonts) search(done chan struct{}) {
	for {
		f.mu.Lock()
		batch := f.wanted
		f.wanted = map[want]bool{}
		if len(batch) == 0 || f.closed {
			var notify []func()
			if !f.closed {
				notify = slices.Collect(maps.Values(f.onLoad))
			}
			close(done)
			f.mu.Unlock()
			for _, tell := range notify {
				tell()
			}
			return
		}
		f.mu.Unlock()
		if err := f.openSystem(); err != nil {
			f.giveUp(batch)
			continue
		}
		for w := range batch {
			if f.ctx.Err() != nil {
				break
			}
			f.find(w)
		}
	}
}

// openSystem reads the index of the system's fonts, once.
func (f *Fonts) openSystem() error {
	if f.system != nil {
		return nil
	}
	if f.cacheDir != "" {
		if err := os.MkdirAll(f.cacheDir, 0o700); err != nil {
			return err
		}
	}
	system := fontscan.NewFontMap(log.New(io.Discard, "", 0))
	if err := system.UseSystemFonts(f.cacheDir); err != nil {
		return err
	}
	f.system = system
	return f.ctx.Err()
}

// giveUp marks letters as found nowhere.
func (f *Fonts) giveUp(batch map[want]bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	for w := range batch {
		f.missing[w.r] = true
	}
}

// find looks for one letter in the system's fonts.
func (f *Fonts) find(w want) {
	f.mu.Lock()
	known := f.known(w.chain, w.r)
	f.mu.Unlock()
	if known {
		return
	}
	f.system.SetQuery(fontscan.Query{
		Families: families(w.chain),
		Aspect:   font.Aspect{Style: font.StyleNormal, Weight: font.WeightNormal, Stretch: font.StretchNormal},
	})
	found, err := f.resolve(w.r)
	f.mu.Lock()
	defer f.mu.Unlock()
	if err != nil {
		f.missing[w.r] = true
		return
	}
	f.chains[w.chain] = append(f.chains[w.chain], found)
}

var errNoFont = errors.New("no font has this letter")

func (f *Fonts) resolve(r rune) (*Face, error) {
	found := f.system.ResolveFace(r)
	if found == nil {
		return nil, errNoFont
	}
	if _, ok := found.NominalGlyph(r); !ok {
		return nil, errNoFont
	}
	if made, ok := f.faces[found]; ok {
		return made, nil
	}
	made := newFace(found)
	f.faces[found] = made
	return made, nil
}
