// Package core is the application without a window: App is the one façade
// that the window, the command line and the tests use. It owns the jobs, the
// library, the player and the settings, and tells of every change through
// Watch.
//
// Called by main, core/cli and ui. May import every package below it, never
// Fyne.
package core

import (
	"context"
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"sync"
	"time"

	"github.com/adrg/xdg"

	"edusmart/core/editing"
	"edusmart/core/library"
	"edusmart/core/model"
	"edusmart/core/player"
	"edusmart/core/usage"
)

// Config says where an App lives and what it is given from above.
type Config struct {
	// Home holds all data in one folder. Empty: the system's own folders.
	Home string
	// Library is the folder of the stories. Empty: below Home.
	Library string
	// Reading is the font that stories are set in where it has their letters.
	Reading []byte
	// Emoji is a font with SVG figures (SVG-in-OpenType); nil: drawings only.
	Emoji []byte
	// Sample is the bundled sample lesson and SampleName its file name.
	Sample     []byte
	SampleName string
	Log        *slog.Logger // nil: none
	// Quiet builds no player: nothing can be played (command line).
	Quiet bool
}

// Places are the folders of an App's data.
type Places struct {
	Library  string
	Settings string // a file
	Cache    string
	Key      string // a file, where the system has no keyring
	Models   string // a file: what was learnt of the service's models
	Prices   string // a file that may be there: prices other than ours
	Ledger   string // a file: every call to the service
	Opened   string // a file: when which story was opened on this computer
	Computer string // a file: what tells this computer from others
	Kept     string // a folder: the stories as they were last saved here
}

// PlacesOf says where an App with this Config keeps its data.
func PlacesOf(c Config) Places {
	data, config, cache := filepath.Join(xdg.DataHome, "edusmart"), filepath.Join(xdg.ConfigHome, "edusmart"), filepath.Join(xdg.CacheHome, "edusmart")
	if c.Home != "" {
		data, config, cache = c.Home, c.Home, filepath.Join(c.Home, "cache")
	}
	p := Places{
		Library: filepath.Join(data, "library"), Ledger: filepath.Join(data, "calls.jsonl"),
		Settings: filepath.Join(config, "settings.json"), Prices: filepath.Join(config, "prices.json"),
		Key: filepath.Join(config, "key"), Models: filepath.Join(config, "models.json"),
		Opened: filepath.Join(data, "opened.json"), Computer: filepath.Join(config, "computer"), Kept: filepath.Join(data, "kept"),
		Cache: cache,
	}
	if c.Library != "" {
		p.Library = c.Library
	}
	return p
}

// App is EduSmart without a window. Its commands return at once, unless their
// comment says otherwise; what comes of them arrives through Watch. All of
// its methods may be called from several goroutines.
type App struct {
	places  Places
	library *library.Library
	log     *slog.Logger
	makers  makers // of this computer
	service *service
	prices  usage.Prices
	player  transport // nil on the command line
	sample  sample
	reading []byte // font

	hub     hub
	ctx     context.Context // ends with Close
	cancel  context.CancelFunc
	wg      sync.WaitGroup // everything that was started
	review  review         // has its own lock
	drilled *drilled       // has its own lock
	queue   *errands
	first   sync.Once     // for shown
	again   chan struct{} // the library is to be looked at again
	seen    chan struct{} // closed once somebody has seen something

	editor    *editing.Editor
	works     works
	figures   lastDocument
	speller   speller
	recording recording

	mu       sync.Mutex // guards what follows
	settings Settings
	voices   []model.VoiceInfo
	cards    map[string]Card
	index    *library.Index
	loaded   bool // the library has been read
	opened   map[string]time.Time
	deleted  []Card // together
	twins    []Twins
	storage  *Storage
	moving   *Moving
	jobs     map[string]*job
	speaking speaking
	document openDocument
	open     string // id of the open story
	heard    heard  // what the player plays
	preview  context.CancelFunc
	pack     handOut
	drill    drill
	messages int64
}

// transport is what the App needs of the player.
type transport interface {
	Load(story string, tracks []player.Track)
	Unload()
	Preview(pcm []int16, rate int, speed float64, unheard func())
	Play()
	Pause()
	Toggle()
	Next()
	Prev()
	GoTo(page int)
	Seek(position time.Duration)
	SetSpeed(speed float64)
	SetVolume(volume float64)
	SetAdvance(on bool)
	NextSentence()
	PrevSentence()
	RepeatSentence()
	PlaySentence(page, sentence int)
	PlayAt(page int, at time.Duration)
	SetSteps(on bool)
	SetEcho(on bool)
	Watch(ctx context.Context, f func(player.State))
	Close() error
}

type sample struct {
	data []byte
	name string
}

// Open builds the application. Close ends it.
func Open(c Config) (*App, error) {
	places := PlacesOf(c)
	if err := os.MkdirAll(places.Cache, 0o755); err != nil {
		return nil, model.Errorf("open application", model.Device, "The folder "+places.Cache+" cannot be made. Check that you may write there.", err)
	}
	if c.Log == nil {
		c.Log = slog.New(slog.DiscardHandler)
	}
	a := &App{
		places: places, log: c.Log,
		makers: newMakers(c.Emoji),
		sample: sample{c.Sample, c.SampleName}, reading: c.Reading,
		cards: map[string]Card{},
		queue: newErrands(), drilled: readDrilled(filepath.Join(places.Cache, "drilled.json")),
		jobs: map[string]*job{}, speaking: speaking{},
		again: make(chan struct{}, 1),
		seen:  make(chan struct{}),
	}
	a.ctx, a.cancel = context.WithCancel(context.Background())
	a.settings = loadSettings(places.Settings, a.log)
	if err := errors.Join(a.openLibrary(c.Library), a.openService()); err != nil {
		a.cancel()
		return nil, err
	}
	a.wg.Go(a.queue.run)
	a.wg.Go(func() { a.service.loadKey(a.ctx) })
	a.wg.Go(a.sweepTraces)
	if c.Quiet {
		return a, nil
	}
	a.wg.Go(a.watchUsage)
	a.hub.publish(LibraryState{Dir: a.library.Root()})
	a.hub.publish(DocumentState{})
	a.publishSettings()
	a.player = newPlayer()
	a.player.SetVolume(a.settings.Volume)
	a.player.SetSpeed(a.settings.Speed)
	a.player.SetSteps(a.settings.Steps)
	a.player.SetEcho(a.settings.Echo)
	a.wg.Go(func() { a.player.Watch(a.ctx, func(s player.State) { a.hub.publish(a.playback(s)) }) })
	a.wg.Go(a.watchLibrary)
	return a, nil
}

// Close stops every job, waits for all that was started, and flushes. What
// was made so far is kept.
func (a *App) Close() error {
	a.queue.close()
	a.mu.Lock() // not between shown's question and its start
	a.cancel()
	a.mu.Unlock()
	a.wg.Wait()
	err := errors.Join(a.service.close(), a.shelf().Save())
	if a.player != nil {
		err = errors.Join(err, a.player.Close())
	}
	return err
}

// Watch calls f with every topic's present state, then with every change, one
// call at a time, on the caller's goroutine, until ctx ends. A slow f skips
// states but always sees the latest.
func (a *App) Watch(ctx context.Context, f func(Event)) {
	a.hub.watch(ctx, func(e Event) {
		f(e)
		a.first.Do(a.shown)
	})
}

// shown begins what can wait until somebody has seen something: asking for the
// computer's voices starts a process, which would slow the window's opening.
func (a *App) shown() {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.player != nil && a.ctx.Err() == nil {
		close(a.seen)
		a.wg.Go(a.listVoices)
	}
}

// Places says where the data lies.
func (a *App) Places() Places {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.places
}

// tell publishes a message to the teacher.
func (a *App) tell(m Message) {
	a.mu.Lock()
	a.messages++
	m.ID = a.messages
	a.mu.Unlock()
	a.hub.publish(m)
}

// fail logs err and tells the teacher, unless it is a cancel.
func (a *App) fail(op string, err error) {
	if err == nil || model.KindOf(err) == model.Canceled || errors.Is(err, context.Canceled) {
		return
	}
	a.log.Error(op, "err", err)
	a.tell(Message{Bad: true, Text: model.Sentence(err)})
}

// now is the time of what the teacher does; stories keep it in UTC.
func now() time.Time { return time.Now().UTC().Truncate(time.Millisecond) }
