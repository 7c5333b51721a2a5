package core

import (
	"cmp"
	"io"
	"maps"
	"slices"
	"time"

	"edusmart/core/model"
	"edusmart/core/secret"
	"edusmart/core/story"
	"edusmart/core/usage"
)

// SetKey keeps the service's key, makes use of it and tries it.
func (a *App) SetKey(text string) {
	key, err := secret.Parse(text)
	if err != nil {
		a.service.refuseKey(model.Sentence(err))
		return
	}
	a.wg.Go(func() {
		a.service.setKey(a.ctx, key)
		a.service.test(a.ctx)
	})
}

// RemoveKey forgets the key.
func (a *App) RemoveKey() {
	a.wg.Go(func() { a.service.setKey(a.ctx, secret.Key{}) })
}

// TestKey asks each role's model for the smallest thing it can make.
func (a *App) TestKey() { a.wg.Go(func() { a.service.test(a.ctx) }) }

// Service gives the service as it stands.
func (a *App) Service() ServiceState { return a.service.state() }

// Price is what a model of the service costs, in US dollars.
type Price struct {
	Role    story.PartKind
	Model   string
	In, Out float64 // a million tokens of the prompt, of the answer
	// Each is what one of what it makes costs by that: a picture, or a minute
	// of speech; 0 for text.
	Each float64
}

// Prices is the table that costs are reckoned by.
type Prices struct {
	Date   time.Time // as of when; zero: not known
	Models []Price   // by role, text first
	File   string    // where it can be changed
}

// What one picture and one minute of speech are counted for
// (ai.google.dev/gemini-api/docs/tokens).
const (
	tokensOfPicture = 1290
	tokensOfMinute  = 60 * 25
)

// Prices gives the table that costs are reckoned by.
func (a *App) Prices() Prices {
	p := Prices{File: a.places.Prices}
	if date, err := time.Parse("2006-01", a.prices.Date); err == nil {
		p.Date = date
	}
	for _, name := range slices.Sorted(maps.Keys(a.prices.Models)) {
		known := a.prices.Models[name]
		price := Price{Role: known.Role, Model: name, In: known.In, Out: known.Out}
		switch known.Role {
		case story.Picture:
			price.Each = cmp.Or(known.Image, known.Out*tokensOfPicture/1e6)
		case story.Voice:
			price.Each = known.Out * tokensOfMinute / 1e6
		}
		p.Models = append(p.Models, price)
	}
	slices.SortStableFunc(p.Models, func(x, y Price) int {
		return slices.Index(roles[:], x.Role) - slices.Index(roles[:], y.Role)
	})
	return p
}

// Estimate says what a story with these options may cost and take. words is
// how many the chosen pages hold, scanned how many of them are photographs.
func (a *App) Estimate(o story.Options, words, scanned int) usage.Estimate {
	state := a.service.state()
	model := func(role int, asked story.Maker) string {
		if asked == story.Device || !state.Ready() || len(state.Roles[role].Models) == 0 {
			return ""
		}
		return state.Roles[role].Models[0]
	}
	return a.service.ledger.Estimate(usage.EstimateInput{
		Words: words, Scanned: scanned, Pages: tidyOptions(o).Pages,
		Text: model(0, o.Writer), Picture: model(1, o.Illustrator), Voice: model(2, o.Narrator),
	})
}

// Spent says what a story has cost.
func (a *App) Spent(id string) usage.StoryUse { return a.service.ledger.OfStory(id) }

// ExportUsage writes every attempt of the last two months as CSV.
func (a *App) ExportUsage(path string) {
	a.wg.Go(func() {
		now := time.Now()
		from := time.Date(now.Year(), now.Month()-1, 1, 0, 0, 0, 0, now.Location())
		work, end := a.beginWork()
		defer end()
		err := work.WriteWhole(path, 0o600, func(w io.Writer) error { return a.service.ledger.CSV(w, from, now) })
		if err != nil {
			a.fail("export usage", model.Errorf("export usage", model.Device, "The file cannot be written. Choose another folder.", err))
			return
		}
		a.tell(Message{Text: "The calls are saved as " + path + "."})
	})
}

// logLines is how many of the latest attempts the Activity screen lists: more
// than a busy month has.
const logLines = 5000

// publishUsage publishes what was used.
func (a *App) publishUsage() {
	l, now := a.service.ledger, time.Now()
	month := l.Summary(usage.ThisMonth, now)
	a.hub.publish(UsageState{
		Today: l.Summary(usage.Today, now), Month: month, Cap: month.Cap, Near: month.Near, Log: l.Recent(logLines),
	})
}

// usagePace bounds how often the usage is summed up.
const usagePace = 250 * time.Millisecond

// watchUsage publishes the usage whenever it has changed, until the
// application ends.
func (a *App) watchUsage() {
	for {
		a.publishUsage()
		select {
		case <-a.service.ledger.Changed():
		case <-a.ctx.Done():
			return
		}
		select {
		case <-time.After(usagePace):
		case <-a.ctx.Done():
			return
		}
	}
}

// publishService publishes how it stands with the service.
func (a *App) publishService() { a.hub.publish(a.service.state()) }
