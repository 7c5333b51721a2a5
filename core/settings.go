package core

import (
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"log/slog"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"edusmart/core/disk"
	"edusmart/core/model"
	"edusmart/core/story"
)

// Settings is what the teacher chose once and for all. It is one JSON file,
// written whole.
type Settings struct {
	Theme       string            `json:"theme"`           // "light", "dark", "contrast", or "system" for the system's
	Grade       int               `json:"grade"`           // of the next story, 0 to 12
	Pages       int               `json:"pages"`           // of the next story, 5 to 10
	Voice       map[string]string `json:"voice,omitempty"` // voice ID by language
	Speed       float64           `json:"speed"`           // 0.5 to 2
	Volume      float64           `json:"volume"`          // 0 to 1
	LessMotion  bool              `json:"less_motion,omitempty"`
	EasyReading bool              `json:"easy_reading,omitempty"`
	Width       int               `json:"width,omitempty"` // of the window, in Fyne's units
	Height      int               `json:"height,omitempty"`
	Sort        string            `json:"sort,omitempty"` // of the library: "", "title", "created", "grade", "length"
	// Library is the folder that the teacher chose for the stories; "": the
	// usual one.
	Library string `json:"library,omitempty"`

	// Only is "this computer only": no part of the application may use the
	// network.
	Only bool `json:"this_computer_only,omitempty"`
	// Makers say who makes the parts of the next story; a missing one is Auto.
	Makers map[story.PartKind]story.Maker `json:"makers,omitempty"`
	// Models are the models that the teacher wants tried first.
	Models map[story.PartKind]string `json:"models,omitempty"`
	// Cap is the most that a month may cost, in US dollars; 0: no cap.
	Cap float64 `json:"monthly_cap_usd"`
	// Room is how far the last row sits from the screen, in heights of the
	// picture on the wall, 2 to 12.
	Room float64 `json:"room_heights"`
	// RoomDepth and ScreenHeight are the metres that Room was worked out from;
	// 0: it was chosen itself.
	RoomDepth    float64 `json:"room_metres,omitempty"`
	ScreenHeight float64 `json:"screen_metres,omitempty"`
	// BeamWidth and BeamHeight are the size of the projector's window, in
	// Fyne's units; BeamFull: it fills its screen.
	BeamWidth  int  `json:"beam_width,omitempty"`
	BeamHeight int  `json:"beam_height,omitempty"`
	BeamFull   bool `json:"beam_full,omitempty"`
	// Drafts lets pages be projected that the teacher has not passed.
	Drafts bool `json:"project_drafts,omitempty"`
	// Steps has the voice stop after each sentence, Echo leave as long as the
	// sentence took for the class to say it.
	Steps bool `json:"sentence_steps,omitempty"`
	Echo  bool `json:"echo_reading,omitempty"`
	// Hear is which language of a story with two is heard.
	Hear Hear `json:"hear,omitempty"`
	// Style is how the service's voice speaks, such as "warmly and calmly".
	Style string `json:"narration_style,omitempty"`
	// Pack are the formats of the class pack, PackDir the folder that it was
	// put into last; nil and "": nothing was chosen yet.
	Pack    []string `json:"class_pack,omitempty"`
	PackDir string   `json:"class_pack_folder,omitempty"`
}

// The range and the first value of what is chosen for a story.
const (
	MinPages   = 5
	MaxPages   = 10
	firstPages = 8
	MinGrade   = 0
	MaxGrade   = 12
	firstGrade = 5
	// firstTheme: ink on paper. What the system wants cannot be known on every
	// desktop, and a dark guess would greet most teachers wrongly.
	firstTheme = "light"
	// firstCap lets a teacher make about ten stories before being asked.
	firstCap = 5.0
	maxCap   = 10_000.0
	maxStyle = 200 // bytes
	// firstRoom: reading text is for up to six image heights away (AVIXA's
	// 4/6/8 rule).
	firstRoom        = 6.0
	minRoom, maxRoom = 2.0, 12.0
	MinSpeed         = 0.5
	MaxSpeed         = 2.0

	maxSettingsFile = 1 << 20 // bytes
)

func defaultSettings() Settings {
	return Settings{Theme: firstTheme, Grade: firstGrade, Pages: firstPages, Speed: 1, Volume: 1, Cap: firstCap, Room: firstRoom}
}

// tidy brings every value into its range.
func (s *Settings) tidy() {
	s.Grade = min(max(s.Grade, MinGrade), MaxGrade)
	s.Pages = min(max(s.Pages, MinPages), MaxPages)
	if !(s.Speed >= MinSpeed && s.Speed <= MaxSpeed) {
		s.Speed = 1
	}
	if !(s.Volume >= 0 && s.Volume <= 1) {
		s.Volume = 1
	}
	if !(s.Cap >= 0 && s.Cap <= maxCap) {
		s.Cap = firstCap
	}
	if !(s.Room >= minRoom && s.Room <= maxRoom) {
		s.Room = firstRoom
	}
	if s.Hear != HearSecond && s.Hear != HearBoth {
		s.Hear = HearFirst
	}
	if len(s.Style) > maxStyle {
		s.Style = ""
	}
}

// loadSettings decodes the file onto the defaults. A broken file is set aside
// under another name, never thrown away.
func loadSettings(path string, log *slog.Logger) Settings {
	s := defaultSettings()
	data, err := disk.ReadLimited(path, maxSettingsFile)
	if errors.Is(err, fs.ErrNotExist) {
		return s
	}
	if err == nil {
		err = json.Unmarshal(data, &s)
	}
	if err != nil {
		s = defaultSettings()
		aside := path + ".broken"
		log.Error("read settings", "err", err, "aside", aside, "rename", os.Rename(path, aside))
	}
	s.tidy()
	return s
}

func saveSettings(path string, s Settings) error {
	data, err := json.MarshalIndent(s, "", " ")
	if err == nil {
		err = os.MkdirAll(filepath.Dir(path), 0o755)
	}
	if err == nil {
		err = disk.WriteWhole(path, 0o644, func(w io.Writer) error {
			_, err := w.Write(append(data, '\n'))
			return err
		})
	}
	if err != nil {
		return model.Errorf("save settings", model.Device, "Your choices cannot be saved. Check that the disk has room.", err)
	}
	return nil
}

// Change alters the settings and keeps them. f must not call the App.
func (a *App) Change(f func(*Settings)) {
	a.mu.Lock()
	before := a.settings
	s := before.clone()
	f(&s)
	s.tidy()
	a.settings = s
	a.mu.Unlock()
	a.publishSettings()
	if s.Only != before.Only || s.Cap != before.Cap || !maps.Equal(s.Models, before.Models) {
		a.service.configure(s)
	}
	if s.Steps != before.Steps || s.Echo != before.Echo {
		a.configurePlayer(s)
	}
	if s.Hear != before.Hear {
		a.rehear()
	}
	a.queue.add(func() {
		a.mu.Lock()
		latest := a.settings
		a.mu.Unlock()
		a.fail("save settings", saveSettings(a.places.Settings, latest))
	})
}

// Settings gives the settings as they stand.
func (a *App) Settings() Settings {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.settings.clone()
}

// clone gives a copy whose maps may be changed.
func (s Settings) clone() Settings {
	s.Voice, s.Makers, s.Models = cloned(s.Voice), cloned(s.Makers), cloned(s.Models)
	s.Pack = slices.Clone(s.Pack)
	return s
}

func cloned[K comparable, V any](m map[K]V) map[K]V {
	if m == nil {
		return map[K]V{}
	}
	return maps.Clone(m)
}

func (a *App) publishSettings() {
	s := SettingsState{Settings: a.Settings()}
	a.mu.Lock()
	s.Voices = a.voices
	a.mu.Unlock()
	if len(s.Voices) == 0 {
		s.VoiceHelp = a.makers.narrator.Help()
	}
	a.hub.publish(s)
}

// listVoices asks the computer for its voices, once.
func (a *App) listVoices() {
	voices, err := a.makers.narrator.Voices(a.ctx)
	if err != nil {
		a.log.Warn("list voices", "err", err)
	}
	a.mu.Lock()
	a.voices = voices
	a.mu.Unlock()
	a.publishSettings()
}
