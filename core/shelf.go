package core

import (
	"cmp"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"edusmart/core/disk"
	"edusmart/core/editing"
	"edusmart/core/library"
	"edusmart/core/model"
	"edusmart/core/story"
)

// openLibrary opens the library's folder: the one that was asked for, or the
// one that the teacher chose, or the usual one.
func (a *App) openLibrary(asked string) error {
	if chosen := a.settings.Library; asked == "" && chosen != "" {
		if info, err := os.Stat(chosen); err == nil && info.IsDir() {
			a.places.Library = chosen
		} else {
			a.tell(Message{Bad: true, Text: "The library folder " + chosen + " is not there. Until it is, the stories of the usual folder are shown."})
		}
	}
	lib, err := library.Open(a.places.Library)
	if err != nil {
		return err
	}
	lib.SavedBy(a.thisComputer())
	a.library = lib
	a.editor = &editing.Editor{Library: lib, Voices: &editing.Cache{Dir: filepath.Join(a.places.Cache, "spoken")}}
	a.index = lib.OpenIndex(a.indexFile())
	a.opened = readOpened(a.places.Opened)
	return nil
}

// indexFile names the cache file of a library's index.
func (a *App) indexFile() string {
	sum := sha256.Sum256([]byte(a.library.Root()))
	return filepath.Join(a.places.Cache, "library-"+hex.EncodeToString(sum[:6])+".index")
}

// thisComputer tells this computer from others that share the library: by a
// number that was drawn once, and by its name, since folders of settings are
// copied from computer to computer.
func (a *App) thisComputer() library.Computer {
	const most = 100 // bytes of the file
	drawn, err := disk.ReadLimited(a.places.Computer, most)
	if err != nil || len(drawn) == 0 {
		drawn = []byte(rand.Text())
		err = os.MkdirAll(filepath.Dir(a.places.Computer), 0o755)
		if err == nil {
			err = writeFile(a.places.Computer, drawn)
		}
		if err != nil {
			a.log.Warn("keep the computer's number", "err", err)
		}
	}
	name, err := os.Hostname()
	if err != nil {
		name = ""
	}
	sum := sha256.Sum256(fmt.Appendf(nil, "%s\x00%s", drawn, name))
	return library.Computer{ID: hex.EncodeToString(sum[:6]), Name: name, Kept: a.places.Kept}
}

func writeFile(path string, data []byte) error {
	return disk.WriteWhole(path, 0o644, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
}

// How often the folder is looked at again, for what comes from other
// computers: at least so often, and so seldom that it takes little time.
const (
	lookAgain     = 20 * time.Second
	lookShare     = 200 // of the time
	maxOpenedFile = 8 << 20
	maxOpened     = 50_000 // stories whose opening is remembered
)

// watchLibrary shows the library as the index knows it, at once, then as it
// is, and then whatever changes in its folder, until the App is closed.
func (a *App) watchLibrary() {
	if a.showIndex(a.shelf()) {
		select { // looking at every folder would slow the window's opening
		case <-a.seen:
		case <-a.ctx.Done():
			return
		}
	}
	for {
		begun := time.Now()
		err := a.updateCards(a.shelf())
		if a.ctx.Err() != nil {
			return
		}
		a.fail("read library", err)
		if a.unsealChanged() {
			a.refreshCards()
		}
		a.findTwins()
		if err := a.shelf().Save(); err != nil {
			a.log.Warn("keep library index", "err", err)
		}
		wait := time.NewTimer(max(lookAgain, lookShare*time.Since(begun)))
		select {
		case <-a.ctx.Done():
			wait.Stop()
			return
		case <-a.again:
			wait.Stop()
		case <-wait.C:
		}
	}
}

// findTwins publishes the duplicates among the cards, and that all was read.
func (a *App) findTwins() {
	a.mu.Lock()
	cards := a.cardsInOrder()
	a.mu.Unlock()
	found := FindTwins(cards)
	same := func(x, y Twins) bool {
		return x.SameText == y.SameText && slices.EqualFunc(x.Cards, y.Cards, func(c, d Card) bool { return c.ID == d.ID })
	}
	a.mu.Lock()
	news := !a.loaded || !slices.EqualFunc(found, a.twins, same)
	a.twins, a.loaded = found, true
	a.mu.Unlock()
	if news {
		a.publishLibrary()
	}
}

func (a *App) shelf() *library.Index {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.index
}

// showIndex publishes what the index knows, and reports whether it knows
// anything.
func (a *App) showIndex(index *library.Index) bool {
	known := index.Digests()
	if len(known) == 0 {
		return false
	}
	a.mu.Lock()
	for _, d := range known {
		if _, ok := a.cards[d.ID]; !ok {
			a.cards[d.ID] = a.cardOf(d)
		}
	}
	a.loaded = true
	a.mu.Unlock()
	a.publishLibrary()
	return true
}

// updateCards brings the cards to the state of the folder.
func (a *App) updateCards(index *library.Index) error {
	return index.Update(a.ctx, func(changed []library.Digest, gone []string) {
		elsewhere := ""
		a.mu.Lock()
		for _, id := range gone {
			if a.jobs[id] == nil {
				delete(a.cards, id)
			}
		}
		for _, d := range changed {
			if a.jobs[d.ID] != nil {
				continue
			}
			old, c := a.cards[d.ID], a.cardOf(d)
			if d.ID == a.open && (!c.Modified.Equal(old.Modified) || c.Search != old.Search) {
				elsewhere = d.ID
			}
			a.cards[d.ID] = c
		}
		a.mu.Unlock()
		a.publishLibrary()
		if elsewhere != "" {
			a.queue.add(func() { a.reshow(elsewhere) })
		}
	})
}

// LookAgain looks at the library's folder now, for what came from other
// computers.
func (a *App) LookAgain() {
	select {
	case a.again <- struct{}{}:
	default: // it is about to be done
	}
}

// cardOf makes the card of a story. App.mu is held where the App is running.
func (a *App) cardOf(d library.Digest) Card {
	c := Card{
		ID: d.ID, Title: d.Title, Grade: d.Grade, Language: d.Language, Also: d.Also, Pages: d.Pages, Seconds: d.Seconds,
		Created: d.Created, Opened: d.Opened, Modified: d.Modified, Unfinished: d.Making, Passed: d.Passed,
		Tags: d.Tags, Archived: d.Archived, Arriving: d.Arriving, VersionOf: d.VersionOf, Damaged: d.Damaged,
		SourceSHA256: d.SourceSHA256, Source: d.SourceFile != "", TextSum: d.TextSum, Search: d.Search,
	}
	if at := a.opened[d.ID]; at.After(c.Opened) {
		c.Opened = at
	}
	if d.Picture != "" {
		c.Picture = a.library.Path(d.ID, d.Picture)
	}
	if !d.Making {
		c.Missing = missing(d)
	}
	c.Ready = a.isReady(c)
	return c
}

// missing says what a finished story lacks: "1 picture missing".
func missing(d library.Digest) string {
	var lacks []string
	for _, g := range []struct {
		n         int
		one, many string
	}{{d.NoText, "text", "texts"}, {d.NoPicture, "picture", "pictures"}, {d.NoVoice, "voice", "voices"}, {d.Lacking, "file", "files"}} {
		switch {
		case g.n == 1:
			lacks = append(lacks, "1 "+g.one)
		case g.n > 1:
			lacks = append(lacks, fmt.Sprintf("%d %s", g.n, g.many))
		}
	}
	if len(lacks) == 0 {
		return ""
	}
	return strings.Join(lacks, ", ") + " missing"
}

// setCard replaces a story's card.
func (a *App) setCard(d library.Digest) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.cards[d.ID] = a.cardOf(d)
}

// putCard replaces a story's card and publishes the library.
func (a *App) putCard(s *story.Story) {
	a.setCard(library.Brief(s))
	a.publishLibrary()
}

func (a *App) publishLibrary() {
	a.mu.Lock()
	// Published under the lock, so that an older list never follows a newer.
	a.hub.publish(LibraryState{
		Loaded: a.loaded, Dir: a.library.Root(), Deleted: a.deleted, Cards: a.cardsInOrder(), Twins: a.twins, Storage: a.storage, Moving: a.moving,
	})
	a.mu.Unlock()
}

// Library gives the library as it was published last, for a window that is to
// open with its cards.
func (a *App) Library() LibraryState {
	l, _ := a.hub.latest(LibraryState{}.topic()).(LibraryState)
	return l
}

// cardsInOrder gives the cards, last opened first. App.mu is held.
func (a *App) cardsInOrder() []Card {
	type place struct {
		at time.Time
		id string
	}
	order := make([]place, 0, len(a.cards))
	for id, c := range a.cards {
		order = append(order, place{latest(c), id})
	}
	slices.SortFunc(order, func(x, y place) int { return cmp.Or(y.at.Compare(x.at), strings.Compare(x.id, y.id)) })
	cards := make([]Card, len(order))
	for i, o := range order {
		cards[i] = a.cards[o.id]
		cards[i].Making = a.jobs[o.id] != nil
	}
	return cards
}

// Cards brings the cards to the state of the folder and waits for it: last
// opened first.
func (a *App) Cards() ([]Card, error) {
	a.mu.Lock()
	for _, d := range a.index.Digests() {
		a.cards[d.ID] = a.cardOf(d)
	}
	a.mu.Unlock()
	if err := a.updateCards(a.shelf()); err != nil {
		return nil, err
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.cardsInOrder(), nil
}

// noteOpened remembers that a story was opened just now. It is remembered
// here, not in the story, which would be another edit on each computer.
func (a *App) noteOpened(id string) {
	a.mu.Lock()
	a.opened[id] = now()
	if c, ok := a.cards[id]; ok {
		c.Opened = a.opened[id]
		a.cards[id] = c
	}
	if len(a.opened) > maxOpened {
		for old := range a.opened {
			if _, ok := a.cards[old]; !ok {
				delete(a.opened, old)
			}
		}
	}
	data, err := json.Marshal(a.opened)
	a.mu.Unlock()
	a.publishLibrary()
	if err == nil {
		err = writeFile(a.places.Opened, data)
	}
	if err != nil {
		a.log.Warn("remember what was opened", "err", err)
	}
}

func readOpened(path string) map[string]time.Time {
	opened := map[string]time.Time{}
	data, err := disk.ReadLimited(path, maxOpenedFile)
	if errors.Is(err, fs.ErrNotExist) || err != nil || json.Unmarshal(data, &opened) != nil || opened == nil {
		return map[string]time.Time{} // the stories then stand by when they were made
	}
	return opened
}

// errBusy says that the library cannot be moved now.
var errBusy = model.Errorf("move library", model.Input, "A story is being made. Wait for it, or stop it, and then choose the folder.", nil)
