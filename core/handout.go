package core

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"time"
	"unicode"

	"edusmart/core/export"
	"edusmart/core/export/content"
	"edusmart/core/library"
	"edusmart/core/model"
	"edusmart/core/story"
	"edusmart/core/typeset"
)

// FormatInfo is what the teacher is told of a format.
type FormatInfo struct {
	Name, Ending string
	Title, Use   string
	Group        FormatGroup
	Missing      string // one sentence where it cannot be made here; ""
}

// FormatGroup says what a format is for.
type FormatGroup string

// The groups of formats, in the order in which they are shown.
const (
	ToRead   FormatGroup = "To read and listen"
	OnPaper  FormatGroup = "On paper"
	ForQuiz  FormatGroup = "Quiz"
	ToShow   FormatGroup = "Slides and video"
	AsText   FormatGroup = "Captions and text"
	ToPassOn FormatGroup = "To pass on"
)

// StoryFormat is the story file, which another EduSmart takes in.
const StoryFormat = "story"

// handed says of each format what it is for, and what its file is called
// beside the story's title: several have the same ending.
var handed = map[string]struct {
	group FormatGroup
	label string
}{
	"html": {ToRead, ""}, "epub": {ToRead, ""}, "epub-fixed": {ToRead, "fixed pages"},
	"pdf": {OnPaper, "handout"}, "pdf-letter": {OnPaper, "handout, Letter"},
	"gift": {ForQuiz, "Moodle quiz"}, "kahoot": {ForQuiz, "Kahoot quiz"}, "csv": {ForQuiz, "Wayground quiz"},
	"qti": {ForQuiz, "QTI quiz"}, "anki": {ForQuiz, "Anki cards"},
	"pptx": {ToShow, "slides"}, "video": {ToShow, "video"},
	"vtt": {AsText, "captions"}, "srt": {AsText, "captions"}, "text": {AsText, "text"},
	StoryFormat: {ToPassOn, ""},
}

// Formats are all forms in which a story can be handed on.
func Formats() []FormatInfo {
	all := make([]FormatInfo, 0, len(export.Formats)+1)
	for _, f := range export.Formats {
		all = append(all, FormatInfo{Name: f.Name, Ending: f.Ending, Title: f.Title, Use: f.Use, Group: handed[f.Name].group, Missing: f.Missing()})
	}
	return append(all, FormatInfo{
		Name: StoryFormat, Ending: library.Ending, Title: "Story file", Group: ToPassOn,
		Use: "Another teacher opens it in EduSmart, to show it or to change it.",
	})
}

// HandOutStage tells how far a file has come.
type HandOutStage string

// The stages of a file that is handed on.
const (
	HandOutWaiting  HandOutStage = "waiting"
	HandOutWorking  HandOutStage = "working"
	HandOutDone     HandOutStage = "done"
	HandOutFailed   HandOutStage = "failed"
	HandOutCanceled HandOutStage = "canceled"
)

// HandOutItem is one file of a class pack.
type HandOutItem struct {
	Format, Title string
	Path          string
	State         HandOutStage
	Done, Of      int    // steps; Of 0: not known
	Err           string // of a failed one: one sentence
	Bytes         int64  // of a done one
	Note          string // of a done one: what of the story it has no room for; ""
}

// HandOutState is the class pack that is made, or was made last.
type HandOutState struct {
	Story   string // id; "" where there was none yet
	Dir     string // the folder with the files
	Items   []HandOutItem
	Running bool
	Started time.Time
}

func (HandOutState) topic() string { return "handout" }

// handOut is the work on a class pack.
type handOut struct {
	state  HandOutState
	place  func(*story.Story) (folder string, err error) // of the files
	cancel context.CancelFunc
}

// HandOut writes a story in some formats to a folder of its title in dir, one
// after the other, and tells of it as HandOutState. Each file is written whole
// or not at all; one that fails does not stop the others.
func (a *App) HandOut(id string, formats []string, dir string) {
	items := make([]HandOutItem, len(formats))
	for i, name := range formats {
		items[i] = HandOutItem{Format: name, Title: formatTitle(name), State: HandOutWaiting}
	}
	a.startPack(HandOutState{Story: id, Items: items}, func(s *story.Story) (string, error) {
		folder := filepath.Join(dir, FileName(s.Title))
		if err := os.MkdirAll(folder, 0o755); err != nil {
			return "", model.Errorf("hand out", model.Device, "The folder "+folder+" cannot be made. Choose another place, or make room there.", err)
		}
		return folder, nil
	})
}

// SaveAs writes a story in one format to path, and tells of it as
// HandOutState.
func (a *App) SaveAs(id, format, path string) {
	item := HandOutItem{Format: format, Title: formatTitle(format), Path: path, State: HandOutWaiting}
	a.startPack(HandOutState{Story: id, Items: []HandOutItem{item}},
		func(*story.Story) (string, error) { return filepath.Dir(path), nil })
}

// RetryHandOut makes the files of the last class pack again that failed or
// were stopped; "": all of them.
func (a *App) RetryHandOut(format string) {
	a.mu.Lock()
	defer a.mu.Unlock()
	p := &a.pack
	again := false
	for i := range p.state.Items {
		it := &p.state.Items[i]
		if (format == "" || it.Format == format) && (it.State == HandOutFailed || it.State == HandOutCanceled) {
			*it = HandOutItem{Format: it.Format, Title: it.Title, Path: it.Path, State: HandOutWaiting}
			again = true
		}
	}
	if again && !p.state.Running {
		p.state.Running = true
		a.goPackLocked()
	}
	a.publishPackLocked()
}

// startPack begins a class pack; place gives the folder of its files.
func (a *App) startPack(state HandOutState, place func(*story.Story) (folder string, err error)) {
	a.mu.Lock()
	busy := a.pack.state.Running
	if !busy {
		state.Running, state.Started = true, now()
		a.pack = handOut{state: state, place: place}
		a.goPackLocked()
		a.publishPackLocked()
	}
	a.mu.Unlock()
	if busy {
		a.tell(Message{Bad: true, Text: "Files are being made. Wait until they are done, or stop them."})
	}
}

// goPackLocked makes the files that wait. a.mu is held.
func (a *App) goPackLocked() {
	ctx, cancel := context.WithCancel(a.ctx)
	a.pack.cancel = cancel
	if a.ctx.Err() != nil {
		return // the application is being closed
	}
	id, place := a.pack.state.Story, a.pack.place
	a.wg.Go(func() {
		defer cancel()
		a.fail("hand out", a.makePack(ctx, id, place))
	})
}

// CancelHandOut stops the making of a class pack. What is written stays.
func (a *App) CancelHandOut() {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.pack.cancel != nil {
		a.pack.cancel()
	}
}

func formatTitle(name string) string {
	for _, f := range Formats() {
		if f.Name == name {
			return f.Title
		}
	}
	return name
}

// publishPackLocked tells of the class pack as it stands. a.mu is held.
func (a *App) publishPackLocked() {
	s := a.pack.state
	s.Items = append([]HandOutItem(nil), s.Items...)
	a.hub.publish(s)
}

func (a *App) changePack(change func(*HandOutState)) {
	a.mu.Lock()
	defer a.mu.Unlock()
	change(&a.pack.state)
	a.publishPackLocked()
}

// makePack makes the files that wait, one after the other, and those that are
// asked for again meanwhile.
func (a *App) makePack(ctx context.Context, id string, place func(*story.Story) (string, error)) error {
	s, err := a.library.Load(id)
	folder := ""
	if err == nil {
		folder, err = place(s)
	}
	if err != nil {
		say := model.Sentence(err)
		a.changePack(func(p *HandOutState) {
			p.Running = false
			for i := range p.Items {
				p.Items[i].State, p.Items[i].Err = HandOutFailed, say
			}
		})
		return err
	}
	a.changePack(func(p *HandOutState) { p.Dir = folder })
	for {
		i, item, ok := a.nextInPack(ctx, s.Title, folder)
		if !ok {
			return nil
		}
		update := func(change func(*HandOutItem)) {
			a.changePack(func(p *HandOutState) { change(&p.Items[i]) })
		}
		err := a.exportStory(ctx, s, item.Format, item.Path, func(done, of int) {
			update(func(it *HandOutItem) { it.Done, it.Of = done, of })
		})
		update(func(it *HandOutItem) { it.end(ctx, s, err) })
		if err != nil && ctx.Err() == nil {
			a.log.Error("hand out "+item.Format, "err", err)
		}
	}
}

// nextInPack takes up the first file that waits; where there is none, or all
// was stopped, the work is over.
func (a *App) nextInPack(ctx context.Context, title, folder string) (i int, item HandOutItem, ok bool) {
	a.changePack(func(p *HandOutState) {
		for i = range p.Items {
			it := &p.Items[i]
			if it.State != HandOutWaiting {
				continue
			}
			if ctx.Err() != nil {
				it.State = HandOutCanceled
				continue
			}
			if it.Path == "" {
				it.Path = filepath.Join(folder, FileOf(title, it.Format))
			}
			it.State = HandOutWorking
			item, ok = *it, true
			return
		}
		p.Running = false
	})
	return i, item, ok
}

func (it *HandOutItem) end(ctx context.Context, s *story.Story, err error) {
	switch {
	case err == nil:
		it.State, it.Note = HandOutDone, NoteOf(s, it.Format)
		if info, err := os.Stat(it.Path); err == nil {
			it.Bytes = info.Size()
		}
	case ctx.Err() != nil || errors.Is(err, context.Canceled):
		it.State = HandOutCanceled
	default:
		it.State, it.Err = HandOutFailed, model.Sentence(err)
	}
}

// NoteOf says what of a story a format has no room for, such as a quiz's fifth
// option; "" where all of it goes in.
func NoteOf(s *story.Story, format string) string {
	f, _ := export.Find(format)
	return f.Note(s)
}

// FileOf is the name of a story's file in a format.
func FileOf(title, format string) string {
	name, ending := FileName(title), library.Ending
	if f, ok := export.Find(format); ok {
		ending = f.Ending
	}
	if label := handed[format].label; label != "" {
		name += " - " + label
	}
	return name + "." + ending
}

// FileName makes a title fit for the name of a file on any system, without
// its ending.
func FileName(title string) string {
	name := strings.Map(func(r rune) rune {
		if strings.ContainsRune(`/\:*?"<>|`, r) || unicode.IsControl(r) {
			return ' '
		}
		return r
	}, title)
	const most = 60 // letters; with the longest label far below what file systems take
	letters := []rune(strings.Join(strings.Fields(name), " "))
	name = strings.Trim(string(letters[:min(len(letters), most)]), " .")
	if name == "" {
		return "Story"
	}
	return name
}

// ExportNow writes a story in a format as one file and waits for it. progress
// may be nil.
func (a *App) ExportNow(ctx context.Context, id, format, path string, progress func(done, of int)) error {
	s, err := a.library.Load(id)
	if err != nil {
		return err
	}
	return a.exportStory(ctx, s, format, path, progress)
}

func (a *App) exportStory(ctx context.Context, s *story.Story, format, path string, progress content.Progress) error {
	if format == StoryFormat {
		return a.exportFile(ctx, s.ID, path)
	}
	f, ok := export.Find(format)
	if !ok {
		return model.Errorf("export", model.Input, "There is no format called “"+format+"”.", nil)
	}
	fonts, err := typeset.NewFonts(a.reading, filepath.Join(a.places.Cache, "fonts"))
	if err != nil {
		return err
	}
	defer fonts.Close()
	work, end := a.beginWork()
	defer end()
	c := &content.Content{
		Story: s, Fonts: fonts, Work: work,
		Asset: func(rel string) ([]byte, error) { return a.library.ReadAsset(s.ID, rel) },
	}
	return f.Write(ctx, c, path, progress)
}

// exportFile writes a story as a story file.
func (a *App) exportFile(ctx context.Context, id, path string) error {
	work, end := a.beginWork()
	defer end()
	return a.library.Export(ctx, id, path, work)
}
