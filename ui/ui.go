// Package ui is the window: one file a screen, a theme, and the shell that
// navigates between the screens. It shows core's snapshots and sends core's
// commands; it decides nothing of its own.
//
// Called by main. May import core and what its snapshots are made of.
package ui

import (
	"context"
	"os"
	"path/filepath"
	"runtime/debug"
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"edusmart/assets"
	"edusmart/core"
	"edusmart/core/typeset"
	"edusmart/ui/widget"
)

// Options say how the window opens.
type Options struct {
	File string // opened as if it had been dropped; may be empty
}

// The size of the window, in Fyne's units. The least is what a laptop of
// 1366 x 768 leaves at a scale of 1.25, with a bar of the system's.
const (
	minWidth, minHeight     = 960, 560
	firstWidth, firstHeight = 1366, 768
)

// EmojiFont gives the font with the figures for drawn scenes.
func EmojiFont() []byte { return theme.DefaultEmojiFont().Content() }

// ReadingFont gives the font that stories are set in.
func ReadingFont() []byte { return theme.DefaultTextFont().Content() }

// App is the toolkit, started, without a window yet.
type App struct {
	app     fyne.App
	warm    sync.WaitGroup
	garbage int // the collector's setting, which rests until the window is there
}

// checkThreads is the variable of the environment with which the toolkit looks,
// at every object that is drawn anew, whether it is on its own goroutine, and
// complains where it is not. The tests of the real window set it. Otherwise it
// is a third of the time of a page turn.
const checkThreads = "EDUSMART_CHECK_THREADS"

// Start starts the toolkit, and has it look through the system's fonts beside
// what its caller does next: that takes as long as opening core and a window.
// Run must follow; CheckDisplay goes before.
func Start() *App {
	const id = "app.edusmart.EduSmart"
	app.SetMetadata(fyne.AppMetadata{ID: id, Name: "EduSmart", Version: assets.Version, Migrations: map[string]bool{"fyneDo": os.Getenv(checkThreads) == ""}})
	a := &App{app: app.NewWithID(id), garbage: debug.SetGCPercent(-1)}
	a.warm.Go(func() {
		fyne.MeasureText("a", theme.TextSize(), fyne.TextStyle{})
		widget.WarmFonts()
	})
	return a
}

// Run opens the window over core and returns when it is closed, or soon after
// ctx ends.
func (u *App) Run(ctx context.Context, c *core.App, o Options) {
	a := u.app
	defer u.warm.Wait()
	a.SetIcon(fyne.NewStaticResource("icon.png", assets.Icon))
	settings := c.Settings()
	a.Settings().SetTheme(widget.NewTheme(lookOf(settings)))
	window := a.NewWindow("EduSmart")
	window.SetPadded(false)
	width, height := settings.Width, settings.Height
	if width < minWidth || height < minHeight {
		width, height = firstWidth, firstHeight
	}
	window.Resize(fyne.NewSize(float32(width), float32(height))) // before there is anything to lay out

	loader := widget.NewIdleLoader()
	defer loader.Close()
	loader.KeepSmall(filepath.Join(c.Places().Cache, "pictures"))
	fonts := sync.OnceValue(func() *typeset.Fonts { return storyFonts(c.Places().Cache) })
	defer func() { fonts().Close() }()

	var s *shell
	decode := sync.OnceFunc(loader.Start)
	content := &atFirst{make: func() {
		s = newShell(c, a, window, loader, fonts)
		if l := c.Library(); l.Loaded {
			s.update(l) // so that the first frame has its cards
			if len(l.Cards) > 0 {
				decode()
			}
		}
		if o.File != "" {
			s.take(o.File)
		}
	}}
	window.SetContent(container.New(content))
	window.SetMaster()
	window.SetCloseIntercept(func() {
		s.keepSize()
		window.Close()
	})

	pumping, stop := context.WithCancel(ctx)
	pumped := make(chan struct{})
	var open sync.Once
	go func() {
		defer close(pumped)
		c.Watch(pumping, func(e core.Event) {
			show(pumping, func() { s.update(e) })
			open.Do(func() { // the window is drawn
				decode()
				debug.SetGCPercent(u.garbage)
			})
		})
	}()
	stopWatching := context.AfterFunc(ctx, func() { fyne.Do(a.Quit) })
	content.due = true
	window.ShowAndRun()
	stopWatching()
	stop()
	<-pumped
}

// atFirst is the layout of a window that has no content yet. The toolkit first
// makes the window, which takes longer than anything else, and then asks how
// large its content is: only then is the content made, by when the fonts have
// been read beside that.
type atFirst struct {
	make func()
	due  bool // the window is being shown
}

func (l *atFirst) MinSize([]fyne.CanvasObject) fyne.Size {
	if l.due {
		l.due = false
		l.make()
	}
	return fyne.Size{}
}

func (l *atFirst) Layout([]fyne.CanvasObject, fyne.Size) {}

// storyFonts gives the fonts that stories are set in.
func storyFonts(cache string) *typeset.Fonts {
	fonts, err := typeset.NewFonts(ReadingFont(), filepath.Join(cache, "fonts"))
	if err != nil {
		panic(err) // the reading font is part of the program
	}
	return fonts
}

// show runs f on the toolkit's goroutine and waits until it has run or ctx
// ends: functions still queued when the window closes never run.
func show(ctx context.Context, f func()) {
	done := make(chan struct{})
	fyne.Do(func() {
		defer close(done)
		f()
	})
	select {
	case <-done:
	case <-ctx.Done():
	}
}

// lookOf gives the look that the settings ask for.
func lookOf(s core.Settings) widget.Look {
	return widget.Look{Mode: widget.Mode(s.Theme), LessMotion: s.LessMotion, EasyReading: s.EasyReading}
}
