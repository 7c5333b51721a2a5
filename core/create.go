package core

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"edusmart/core/document"
	"edusmart/core/generate"
	"edusmart/core/model"
	"edusmart/core/privacy"
	"edusmart/core/story"
)

// Request is what a story is made from.
type Request struct {
	Path    string        // the document; empty where ID says all
	ID      string        // a story to go on with; empty: found by the document and the options
	Options story.Options // not looked at where ID is given
	// Again makes a new story even when this document with these options has
	// one already.
	Again bool
	// Steer is what the teacher says while it is made; nil: nothing.
	Steer <-chan generate.Steering
	// Warn is told in one sentence, before anything is sent, of what looks like
	// pupils' personal data in the document; nil: the teacher has been asked
	// already.
	Warn func(say string)
}

// CreateNow makes a story, or goes on with one, and waits for it. The same
// document with the same options gives the story that is there already,
// finished where it was cut off. report may be nil. The story comes back even
// with an error when some of it was made.
func (a *App) CreateNow(ctx context.Context, req Request, report func(generate.Progress)) (*story.Story, error) {
	if err := a.service.wait(ctx); err != nil {
		return nil, err
	}
	m, err := a.begin(ctx, req)
	if err != nil {
		return nil, err
	}
	defer m.unlock()
	m.steer, m.warn = req.Steer, req.Warn
	return m.run(ctx, report)
}

// making is a story that is being made and locked by us.
type making struct {
	app    *App
	story  *story.Story
	path   string // of the document, where known
	steer  <-chan generate.Steering
	warn   func(say string)
	unlock func()
	fresh  bool // has never been saved
}

// begin finds or lays out the story of a request and locks it.
func (a *App) begin(ctx context.Context, req Request) (*making, error) {
	if req.ID != "" {
		return a.resume(req)
	}
	sum, err := document.Sum(ctx, req.Path)
	if err != nil {
		return nil, err
	}
	o := a.settle(req.Options)
	id := idOf(sum, o)
	if req.Again {
		id = a.library.FreeID(id)
	}
	m := &making{app: a, path: req.Path}
	if err := m.lock(id); err != nil {
		return nil, err
	}
	if s, err := a.library.Load(id); err == nil && s.Source.SHA256 == sum {
		tryGaps(s)
		m.story = s
		return m, nil
	}
	m.fresh = true
	m.story = &story.Story{
		ID: id, Created: now(), Status: story.Making, Grade: o.Grade, Language: o.Language, Options: o,
		Source: story.Source{Name: filepath.Base(req.Path), SHA256: sum},
	}
	return m, nil
}

// resume takes up a story of the library.
func (a *App) resume(req Request) (*making, error) {
	m := &making{app: a, path: req.Path}
	if _, err := a.library.Load(req.ID); err != nil {
		return nil, err
	}
	if err := m.lock(req.ID); err != nil {
		return nil, err
	}
	s, err := a.library.Load(req.ID)
	if err != nil {
		m.unlock()
		return nil, err
	}
	m.story = s
	if len(req.Steer) == 0 {
		tryGaps(s)
	}
	return m, nil
}

// tryGaps has what failed or was left out made again. What is missing of a page
// that the teacher has changed is spoken alone, after the job.
func tryGaps(s *story.Story) {
	for i := range s.Pages {
		for _, p := range []*story.Part{&s.Pages[i].Parts.Picture, &s.Pages[i].Parts.Voice} {
			if p.State == story.Failed || p.State == story.Skipped {
				*p = story.Part{State: story.Pending}
				s.Status = story.Making
			}
		}
	}
}

func (m *making) lock(id string) error {
	unlock, held, err := m.app.library.LockSoon(m.app.ctx, id)
	if err != nil {
		return err
	}
	if !held {
		return model.Errorf("make story", model.Device, "This story is being made already. Wait for it, or stop it first.", nil)
	}
	m.unlock = unlock
	return nil
}

// run makes what is missing.
func (m *making) run(ctx context.Context, report func(generate.Progress)) (*story.Story, error) {
	if report == nil {
		report = func(generate.Progress) {}
	}
	if m.story.Status == story.Done && len(m.steer) == 0 {
		report(generate.Resting(m.story))
		return m.story, nil
	}
	err := generate.Run(ctx, generate.Job{
		Story: m.story, Library: m.app.library, Read: m.read, Report: report, Steer: m.steer,
		Makers: m.app.service.makers(), Reference: m.app.makers.narrator, Parallel: m.parallel(),
	})
	if err == nil {
		err = m.app.library.Sweep(m.story)
	} else if m.fresh {
		// A document that gave nothing leaves nothing behind.
		err = errors.Join(err, m.app.library.Discard(m.story.ID))
	}
	return m.story, err
}

// sideBySide is how many parts are begun at once where a service makes any:
// all of a story's, since the models' own pace holds them.
const sideBySide = 2*MaxPages + 1

// parallel gives how many parts are begun at once; 0: as many as this computer
// bears.
func (m *making) parallel() int {
	if !m.leaves() {
		return 0
	}
	return sideBySide
}

// leaves reports whether any part is asked of the service.
func (m *making) leaves() bool {
	o := m.story.Options
	return m.app.service.ready() && (o.Writer != story.Device || o.Illustrator != story.Device || o.Narrator != story.Device)
}

// read reads the document, from where the teacher has it or from the copy in
// the story, and keeps a copy, so that the story can be gone on with and
// checked against it later.
func (m *making) read(ctx context.Context) (*story.Document, model.Scan, error) {
	s := m.story
	path := m.path
	if sum, err := document.Sum(ctx, path); err != nil || sum != s.Source.SHA256 {
		if path = m.app.library.Path(s.ID, s.Source.File); path == "" {
			return nil, model.Scan{}, model.Errorf("read document", model.Input,
				"The document “"+s.Source.Name+"” is not where it was. Drop it on the window again.", err)
		}
	}
	var scan model.Scan
	doc, err := document.ReadIn(ctx, path, s.Options.Language, s.Options.From, s.Options.To)
	if pages, scanned := document.IsScanned(err); scanned && m.sees() {
		doc, scan, err = document.ReadScan(ctx, path, pages, s.Options.From, s.Options.To)
	}
	if err != nil {
		return nil, scan, err
	}
	if m.warn != nil && m.leaves() {
		if found := privacy.Look(doc); !found.Empty() {
			m.warn(found.Say)
		}
	}
	doc.Name = s.Source.Name
	if s.Options.Language != "" {
		doc.Language = s.Options.Language
	}
	if s.Source.File == "" {
		s.Source.File, err = m.app.library.PutFile(s.ID, path, s.Source.SHA256, endingOf(path))
	}
	return doc, scan, err
}

// sees reports whether the text can be asked of a model that reads
// photographs.
func (m *making) sees() bool { return m.story.Options.Writer != story.Device && m.app.service.ready() }

// endingOf gives a file's ending as an asset may have it.
func endingOf(path string) string {
	ending := strings.ToLower(strings.TrimPrefix(filepath.Ext(path), "."))
	for _, r := range ending {
		if (r < 'a' || r > 'z') && (r < '0' || r > '9') {
			return "bin"
		}
	}
	if ending == "" || len(ending) > 8 {
		return "bin"
	}
	return ending
}

// tidyOptions brings every option into its range.
func tidyOptions(o story.Options) story.Options {
	if o.Pages == 0 {
		o.Pages = firstPages
	}
	o.Pages = min(max(o.Pages, MinPages), MaxPages)
	o.Grade = min(max(o.Grade, MinGrade), MaxGrade)
	for _, m := range []*story.Maker{&o.Writer, &o.Illustrator, &o.Narrator} {
		if *m == "" {
			*m = story.Auto
		}
	}
	if !(o.Speed >= MinSpeed && o.Speed <= MaxSpeed) {
		o.Speed = 1
	}
	return o
}

// settle tidies the options and says who makes what where that was left open:
// the service where there is one.
func (a *App) settle(o story.Options) story.Options {
	o = tidyOptions(o)
	auto := story.Device
	if a.service.ready() {
		auto = story.Gemini
	}
	for _, m := range []*story.Maker{&o.Writer, &o.Illustrator, &o.Narrator} {
		if *m == story.Auto {
			*m = auto
		}
	}
	return o
}

// idOf derives a story's id from its document and options, so that the same
// request finds its story again, after a crash too. How fast it is played does
// not make another story.
func idOf(sum string, o story.Options) string {
	h := sha256.Sum256(fmt.Appendf(nil, "%s\x00%d\x00%d\x00%s\x00%d\x00%d\x00%s\x00%s\x00%s\x00%s\x00%s", sum,
		o.Grade, o.Pages, o.Language, o.From, o.To, o.Voice, o.Style, o.Writer, o.Illustrator, o.Narrator))
	return hex.EncodeToString(h[:8])
}
