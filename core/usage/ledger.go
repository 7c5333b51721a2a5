package usage

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"time"

	"edusmart/core/model"
)

var _ model.Meter = (*Ledger)(nil)

// near is the part of the cap from which on a warning is due.
const near = 0.8

// Ledger counts every attempt. Its methods may be called from several
// goroutines at once.
type Ledger struct {
	file    *journal
	process string // begins the ids of this process
	changed chan struct{}
	log     *slog.Logger

	mu      sync.Mutex
	prices  Prices
	cap     float64 // US dollars a month; 0: none
	book    *book
	decode  *decoder
	live    map[string]float64   // what is reserved for the attempts under way
	dearest map[modelKey]float64 // what an attempt has cost at most
	next    int
	closed  bool
}

// Open opens the ledger at path, a file of JSON lines that only its owner can
// read, and makes it where there is none. Damaged lines are counted and passed
// over. A file over 64 MB is compacted first: months before the last become
// totals by story, role and model, and the file as it was is kept beside it
// under a dated name. An error is a *model.Error of kind Device. log may be
// nil.
func Open(path string, prices Prices, log *slog.Logger) (*Ledger, error) {
	const op = "open ledger"
	log = logger(log)
	now := time.Now()
	err := os.MkdirAll(filepath.Dir(path), 0o700)
	if err == nil {
		err = compact(path, maxFile, now)
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		log.Warn("compact ledger", "err", err) // the long file serves as well
	}
	file, err := openJournal(path)
	if err != nil {
		return nil, model.Errorf(op, model.Device, cannotKeep, err)
	}
	l := &Ledger{
		file:    file,
		process: processID(),
		changed: make(chan struct{}, 1),
		log:     log,
		prices:  prices.clone(),
		book:    newBook(held(now)),
		decode:  newDecoder(),
		live:    map[string]float64{},
		dearest: map[modelKey]float64{},
	}
	if err := file.read(true, l.count); err != nil {
		return nil, model.Errorf(op, model.Device, cannotKeep, errors.Join(err, file.close()))
	}
	if l.book.damaged > 0 {
		log.Warn("read ledger", "damaged lines", l.book.damaged)
	}
	for i := range l.book.held {
		l.seen(&l.book.held[i])
	}
	return l, nil
}

const cannotKeep = "What is sent to services cannot be written down. Check that the disk has room and that you may write to your folders."

// held is the time from which on attempts are held one by one: the month
// before the present one, so that latencies are known on the first of a month.
func held(now time.Time) time.Time {
	y, m, _ := now.Date()
	return time.Date(y, m-1, 1, 0, 0, 0, 0, now.Location())
}

func processID() string {
	var b [6]byte
	_, _ = rand.Read(b[:]) // never fails
	return hex.EncodeToString(b[:]) + "-"
}

// count counts a line of the file that this process did not write.
func (l *Ledger) count(data []byte) {
	if len(data) == 0 && data != nil {
		return
	}
	var one line
	switch {
	case data == nil || !l.decode.decode(data, &one):
		l.book.damaged++
	case strings.HasPrefix(one.Begin+one.End, l.process):
	default:
		l.book.add(&one)
	}
}

// catchUp counts what another process has written meanwhile.
func (l *Ledger) catchUp() {
	if l.closed {
		return
	}
	if err := l.file.read(false, l.count); err != nil {
		l.log.Warn("read ledger", "err", err)
	}
}

// Changed tells that there is something new to summarise. Changes that come
// together are told once. It is never closed.
func (l *Ledger) Changed() <-chan struct{} { return l.changed }

func (l *Ledger) tell() {
	select {
	case l.changed <- struct{}{}:
	default:
	}
}

// SetCap sets what a calendar month may cost at most, in US dollars. 0: no
// cap.
func (l *Ledger) SetCap(usd float64) {
	if !(usd > 0) || math.IsInf(usd, 0) {
		usd = 0
	}
	l.mu.Lock()
	l.cap = usd
	l.mu.Unlock()
	l.tell()
}

// SetPrices replaces the table of prices. What was counted before keeps its
// cost.
func (l *Ledger) SetPrices(p Prices) {
	l.mu.Lock()
	l.prices = p.clone()
	l.mu.Unlock()
}

// Near reports whether over 80 % of the month's cap is spent.
func (l *Ledger) Near() bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.near(l.spent(time.Now()))
}

func (l *Ledger) near(spent float64) bool { return l.cap > 0 && spent > near*l.cap }

// spent is what the month that holds now has cost.
func (l *Ledger) spent(now time.Time) float64 { return l.book.tally(ThisMonth, now).sum.Cost }

// Begin implements model.Meter. It writes down that an attempt is about to be
// sent and reserves the most that one of its role and model is expected to
// cost, or has ever cost. It fails with kind Capped where what was spent this
// month, what is reserved and this would together be over the cap, and with
// kind Device where nothing can be written.
//
// done writes down how the attempt ended and sets its cost; it fills in the
// story, role, page and model of the context's Call where they are missing.
// It returns when a billed attempt is on the disk. Where it fails the attempt
// still counts against the cap, and is written down with the next. An attempt
// of kind Local was never sent: it is not counted.
func (l *Ledger) Begin(ctx context.Context, name string) (done func(model.Use) error, err error) {
	call := model.CallOf(ctx)
	begun := line{Use: model.Use{Time: time.Now(), Story: call.Story, Role: call.Role, Page: call.Page, Model: name}}
	if err := l.reserve(&begun); err != nil {
		return nil, err
	}
	data, err := begun.encode()
	if err == nil {
		_, err = l.file.append(data, false)
	}
	if err != nil {
		l.release(begun.Begin)
		return nil, model.Errorf("count attempt", model.Device, cannotKeep, err)
	}
	var once sync.Once
	return func(u model.Use) (err error) {
		once.Do(func() { err = l.end(&begun, u) })
		return err
	}, nil
}

// reserve gives the attempt its id and its reservation.
func (l *Ledger) reserve(begun *line) error {
	const op = "reserve cost"
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.closed {
		return model.Errorf(op, model.Device, "EduSmart is closing.", errClosed)
	}
	l.catchUp()
	if begun.Role == "" {
		price, _ := l.prices.Of("", begun.Model)
		begun.Role = price.Role
	}
	begun.Cost = max(l.prices.Reserve(begun.Role, begun.Model), l.dearest[modelKey{begun.Role, begun.Model}])
	all := l.spent(begun.Time) + begun.Cost
	for _, usd := range l.live {
		all += usd
	}
	if l.cap > 0 && all > l.cap {
		say := fmt.Sprintf("This could pass the limit of $%.2f that you set for a month. Raise the limit in Settings, or make the rest on this computer.", l.cap)
		e := model.Errorf(op, model.Capped, say, fmt.Errorf("$%.4f with what is under way, the cap is $%.4f", all, l.cap))
		e.Model, e.Reset = begun.Model, nextMonth(begun.Time)
		return e
	}
	l.next++
	begun.Begin = l.process + strconv.Itoa(l.next)
	l.live[begun.Begin] = begun.Cost
	return nil
}

func nextMonth(now time.Time) time.Time {
	y, m, _ := now.Date()
	return time.Date(y, m+1, 1, 0, 0, 0, 0, now.Location())
}

func (l *Ledger) release(id string) {
	l.mu.Lock()
	delete(l.live, id)
	l.mu.Unlock()
}

// end counts how an attempt ended and writes it down.
func (l *Ledger) end(begun *line, u model.Use) error {
	const op = "count attempt"
	fill(&u, &begun.Use)
	ended := line{End: begun.Begin, Use: u}
	l.mu.Lock()
	if u.Kind == model.Local {
		ended.Unsent, ended.Cost = true, 0
	} else {
		usd, known := l.prices.Cost(u)
		ended.Cost, ended.Guess = usd, !known && usd > 0
	}
	if !ended.sound() {
		ended.tidy(begun)
	}
	delete(l.live, begun.Begin)
	l.book.add(&ended)
	l.seen(&attempt{Use: ended.Use, guess: ended.Guess})
	l.mu.Unlock()
	defer l.tell()

	data, err := ended.encode()
	var number uint64
	if err == nil {
		number, err = l.file.append(data, true)
	}
	if err == nil && ended.Cost > 0 {
		err = l.file.sync(number)
	}
	if err != nil {
		return model.Errorf(op, model.Device, cannotKeep, err)
	}
	return nil
}

// fill completes u by what was known when it began.
func fill(u *model.Use, begun *model.Use) {
	if u.Time.IsZero() {
		u.Time = begun.Time
	}
	if u.Model == "" {
		u.Model = begun.Model
	}
	if u.Role == "" {
		u.Role, u.Story, u.Page = begun.Role, begun.Story, begun.Page
	}
}

// seen learns from an attempt how dear one can be.
func (l *Ledger) seen(a *attempt) {
	if a.lost || a.guess {
		return
	}
	key := modelKey{a.Role, a.Model}
	l.dearest[key] = max(l.dearest[key], a.Cost)
}

// Summary tells what was used in the period that holds now, up to its end, in
// now's time zone. Attempts are known one by one since the beginning of the
// month before the ledger was opened: now is the present.
func (l *Ledger) Summary(p Period, now time.Time) Summary {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.catchUp()
	s := l.book.tally(p, now).summary(now, l.book.instead)
	s.Quotas = l.book.quotas(now)
	s.Month = l.spent(now)
	s.Cap, s.Near = l.cap, l.near(s.Month)
	s.Damaged = l.book.damaged
	return s
}

// OfStory tells what a story has cost since it was begun, whenever that was.
func (l *Ledger) OfStory(id string) StoryUse {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.catchUp()
	return l.book.ofStory(id)
}

// Close waits until all is on the disk and closes the file. Attempts that
// have not ended count as lost. An error is a *model.Error of kind Device.
func (l *Ledger) Close() error {
	l.mu.Lock()
	l.closed = true
	l.mu.Unlock()
	if err := l.file.close(); err != nil {
		return model.Errorf("close ledger", model.Device, cannotKeep, err)
	}
	return nil
}
