package core

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"log/slog"
	"os"
	"slices"
	"sync"
	"time"

	"edusmart/core/disk"
	"edusmart/core/model"
	"edusmart/core/model/gemini"
	"edusmart/core/secret"
	"edusmart/core/story"
	"edusmart/core/usage"
)

// service is all that stands between the App and Gemini: the way out, the key,
// the ledger, and the desk whose makers the jobs use. Its methods may be
// called from several goroutines.
type service struct {
	network *network
	store   *secret.Store
	ledger  *usage.Ledger
	device  makers
	log     *slog.Logger
	changed func()             // the state is another; called without a lock
	moved   func(model.Change) // a role moved on to another model
	keep    func(model.Memory) // what was learnt is to be kept
	loaded  chan struct{}      // closed when the key has been looked for

	mu     sync.Mutex
	only   bool
	first  map[story.PartKind]string // the models the teacher wants first
	key    secret.Key
	where  secret.Where
	client *gemini.Client // nil: no key, or only this computer
	desk   *model.Desk
	memory model.Memory
	busy   bool   // the key is being kept or tested
	keyErr string // one sentence
	tests  map[story.PartKind]ModelTest
	online int
	build  error // why there is no client though there is a key
}

// The sentences for why the service is not there.
const (
	sayNoKey = "There is no Gemini key, so it was made on this computer. Add a key in the settings."
	sayOnly  = "“This computer only” is switched on, so it was made on this computer."
)

// roles are the parts in the order in which they are shown.
var roles = [3]story.PartKind{story.Text, story.Picture, story.Voice}

// configure takes in what the settings say of the service.
func (s *service) configure(set Settings) {
	s.network.setShut(set.Only)
	s.ledger.SetCap(set.Cap)
	s.mu.Lock()
	s.only = set.Only
	s.first = set.Models
	s.rebuild()
	s.mu.Unlock()
	s.changed()
}

// rebuild makes the client and the desk anew. mu is held.
func (s *service) rebuild() {
	if s.desk != nil {
		s.memory = s.desk.Memory()
	}
	if s.client != nil {
		s.client.Close()
	}
	s.client, s.build = nil, nil
	config := model.DeskConfig{
		Missing: sayNoKey, Meter: meter{s.ledger, s}, Ladders: s.ladders(), Memory: s.memory,
		Keep: s.learn, Tell: s.moved, Log: s.log,
		Device: model.Makers{Writer: s.device.writer, Illustrator: s.device.illustrator, Narrator: s.device.narrator, Rewriter: s.device.rewriter},
	}
	if s.only {
		config.Missing = sayOnly
	} else if !s.key.Empty() {
		s.client, s.build = gemini.New(context.Background(), gemini.Config{
			Key: s.key.Reveal(), Transport: s.network, Log: s.log, Retiring: s.retiring,
		})
		if s.build == nil {
			config.Service = s.client
		} else {
			s.log.Error("build service", "err", s.build)
			config.Missing = model.Sentence(s.build)
		}
	}
	s.desk = model.NewDesk(config)
}

// retiring tells that the service has announced the end of a model.
func (s *service) retiring(name, notice string, at time.Time) {
	say := "Google will shut down " + name
	if !at.IsZero() {
		say += " on " + at.Format("2 January 2006")
	}
	s.log.Warn("model retires", "model", name, "at", at, "notice", notice)
	s.moved(model.Change{From: name, Say: say + ". EduSmart then asks its successor."})
}

// close keeps what was learnt and ends the connections.
func (s *service) close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.keep(s.desk.Memory())
	if s.client != nil {
		s.client.Close()
	}
	return s.ledger.Close()
}

// ladders gives the models of each role, the teacher's choice first.
func (s *service) ladders() map[story.PartKind][]string {
	ladders := gemini.DefaultLadders()
	for role, name := range s.first {
		if name == "" {
			continue
		}
		ladder := []string{name}
		for _, other := range ladders[role] {
			if other != name {
				ladder = append(ladder, other)
			}
		}
		ladders[role] = ladder
	}
	return ladders
}

// learn takes in what the desk has learnt.
func (s *service) learn(m model.Memory) {
	s.mu.Lock()
	s.memory = m
	s.mu.Unlock()
	s.keep(m)
	s.changed()
}

// makers gives who makes the parts now.
func (s *service) makers() *model.Desk {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.desk
}

// ready reports whether parts can be asked of the service.
func (s *service) ready() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.client != nil
}

// loadKey looks for the key: in the environment, in the keyring, in the file.
func (s *service) loadKey(ctx context.Context) {
	defer close(s.loaded)
	key, where := secret.FromEnvironment(os.Getenv), secret.Environment
	var err error
	if key.Empty() {
		key, where, err = s.store.Load(ctx)
	}
	if err != nil {
		s.log.Warn("load key", "err", err)
	}
	s.mu.Lock()
	s.key, s.where = key, where
	if err != nil {
		s.keyErr = model.Sentence(err)
	}
	s.rebuild()
	s.mu.Unlock()
	s.changed()
}

// wait returns when the key has been looked for, or ctx ends.
func (s *service) wait(ctx context.Context) error {
	select {
	case <-s.loaded:
		return nil
	case <-ctx.Done():
		return context.Cause(ctx)
	}
}

// setKey keeps a key and uses it; an empty one is forgotten.
func (s *service) setKey(ctx context.Context, key secret.Key) {
	s.setBusy(true)
	var where secret.Where
	var err error
	if key.Empty() {
		err = s.store.Remove(ctx)
	} else {
		where, err = s.store.Save(ctx, key)
	}
	s.mu.Lock()
	s.busy, s.keyErr = false, ""
	if err != nil {
		s.keyErr = model.Sentence(err)
		s.log.Error("keep key", "err", err)
	} else {
		s.key, s.where, s.tests = key, where, nil
		s.rebuild()
	}
	s.mu.Unlock()
	s.changed()
}

func (s *service) setBusy(on bool) {
	s.mu.Lock()
	s.busy = on
	s.mu.Unlock()
	s.changed()
}

// meter counts in the ledger and hears from it whether the service answers.
type meter struct {
	*usage.Ledger
	service *service
}

// Begin implements model.Meter.
func (m meter) Begin(ctx context.Context, name string) (func(model.Use) error, error) {
	done, err := m.Ledger.Begin(ctx, name)
	if err != nil {
		return nil, err
	}
	return func(u model.Use) error {
		switch u.Kind {
		case model.Canceled, model.Local:
		case model.Offline:
			m.service.setOnline(-1)
		default:
			m.service.setOnline(1)
		}
		return done(u)
	}, nil
}

func (s *service) setOnline(online int) {
	s.mu.Lock()
	changed := s.online != online
	s.online = online
	s.mu.Unlock()
	if changed {
		s.changed()
	}
}

// state gives what may be shown.
func (s *service) state() ServiceState {
	s.mu.Lock()
	defer s.mu.Unlock()
	state := ServiceState{
		Only: s.only, Online: s.online, Voices: gemini.Voices(),
		Key: KeyState{Set: !s.key.Empty(), Tail: s.key.Tail(), Where: string(s.where), Busy: s.busy, Err: s.keyErr},
	}
	known := gemini.DefaultLadders()
	for i, role := range roles {
		state.Roles[i] = RoleState{Role: role, Models: s.ladders()[role], Choices: known[role], Test: s.tests[role]}
	}
	for _, m := range s.desk.States() {
		for i := range state.Roles {
			if r := &state.Roles[i]; r.Role == m.Role {
				r.fill(m)
			}
		}
	}
	return state
}

// openService opens the ledger and the desk. The key follows: see loadKey.
func (a *App) openService() error {
	a.prices = usage.LoadPrices(a.places.Prices, a.log)
	ledger, err := usage.Open(a.places.Ledger, a.prices, a.log)
	if err != nil {
		return err
	}
	a.service = &service{
		network: newNetwork(), store: secret.New(a.places.Key), ledger: ledger, device: a.makers, log: a.log,
		changed: a.publishService,
		moved:   func(c model.Change) { a.tell(Message{Text: c.Say}) },
		keep:    a.keepMemory,
		loaded:  make(chan struct{}),
		memory:  loadMemory(a.places.Models, a.log),
	}
	a.service.configure(a.settings)
	return nil
}

// maxMemory bounds the file of what was learnt, in bytes.
const maxMemory = 1 << 20

// loadMemory reads what earlier runs learnt of the models; without it all is
// learnt anew.
func loadMemory(path string, log *slog.Logger) (m model.Memory) {
	data, err := disk.ReadLimited(path, maxMemory)
	if err == nil {
		err = json.Unmarshal(data, &m)
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		log.Warn("read what was learnt", "err", err)
		return model.Memory{}
	}
	return m
}

// keepMemory writes down what was learnt.
func (a *App) keepMemory(m model.Memory) {
	data, err := json.MarshalIndent(m, "", " ")
	if err == nil {
		err = disk.WriteWhole(a.places.Models, 0o600, func(w io.Writer) error {
			_, err := w.Write(data)
			return err
		})
	}
	if err != nil {
		a.log.Warn("keep what was learnt", "err", err)
	}
}

// refuseKey says why a key was not taken.
func (s *service) refuseKey(say string) {
	s.mu.Lock()
	s.keyErr = say
	s.mu.Unlock()
	s.changed()
}

// fill takes in how the model of a role stands.
func (r *RoleState) fill(m model.State) {
	if m.Model != "" {
		r.Models = append([]string{m.Model}, slices.DeleteFunc(r.Models, func(name string) bool {
			return name == m.Model || name == m.InsteadOf
		})...)
	}
	if m.InsteadOf != "" {
		r.Instead = "instead of " + m.InsteadOf + ", which is shut down"
	}
	r.Until, r.Why = m.Until, m.Why
	if m.Closed {
		r.Until = m.Reset
	}
}
