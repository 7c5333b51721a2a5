package usage

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"maps"
	"math"
	"os"
	"strings"

	"edusmart/core/disk"
	"edusmart/core/model"
	"edusmart/core/story"
)

// Price is what a model asks, in US dollars.
type Price struct {
	Role  story.PartKind `json:"role"`
	In    float64        `json:"in"`              // per million tokens of the prompt
	Out   float64        `json:"out,omitempty"`   // per million tokens of the answer, thoughts included
	Image float64        `json:"image,omitempty"` // per picture, where Out is not given or nothing was counted
}

// Prices is the table of prices. The zero value knows no model.
type Prices struct {
	Date   string           `json:"date"` // when they were looked up, "2026-11"
	Models map[string]Price `json:"models"`
}

const (
	maxPricesFile = 1 << 20 // bytes
	perMillion    = 1e6
)

// DefaultPrices gives the paid tier's prices as Google published them in
// November 2026 (ai.google.dev/gemini-api/docs/pricing).
func DefaultPrices() Prices {
	return Prices{
		Date: "2026-11",
		Models: map[string]Price{
			"gemini-2.0-flash-lite": {Role: story.Text, In: 0.075, Out: 0.30},
			"gemini-2.5-flash-lite": {Role: story.Text, In: 0.10, Out: 0.40},
			"gemini-3.1-flash-lite": {Role: story.Text, In: 0.25, Out: 1.50},
			"gemini-3.5-flash-lite": {Role: story.Text, In: 0.30, Out: 2.50},

			"gemini-2.5-flash-image": {Role: story.Picture, In: 0.30, Out: 30, Image: 0.039},
			"gemini-nano-banana-2.1": {Role: story.Picture, In: 1.50, Image: 0.0336},

			"gemini-2.5-flash-preview-tts": {Role: story.Voice, In: 0.50, Out: 10},
			"gemini-3.8-flash-lite-tts":    {Role: story.Voice, In: 0.50, Out: 6},
			"gemini-3.8-flash-tts":         {Role: story.Voice, In: 0.50, Out: 9},
		},
	}
}

// LoadPrices decodes the file onto DefaultPrices: a model that the file names
// has the file's price. No file: the defaults. A broken file is set aside
// under another name and the defaults stand; the log says so.
func LoadPrices(path string, log *slog.Logger) Prices {
	p := DefaultPrices()
	data, err := disk.ReadLimited(path, maxPricesFile)
	if errors.Is(err, fs.ErrNotExist) {
		return p
	}
	if err == nil {
		err = json.Unmarshal(data, &p)
	}
	if err == nil {
		err = p.check()
	}
	if err != nil {
		aside := path + ".broken"
		logger(log).Error("read prices", "err", err, "aside", aside, "rename", os.Rename(path, aside))
		return DefaultPrices()
	}
	if p.Models == nil { // the file said null
		p.Models = DefaultPrices().Models
	}
	return p
}

// check finds a price that is none.
func (p Prices) check() error {
	for name, price := range p.Models {
		for _, usd := range []float64{price.In, price.Out, price.Image} {
			if !(usd >= 0) || math.IsInf(usd, 0) {
				return fmt.Errorf("the price of %q is %v", name, usd)
			}
		}
		switch price.Role {
		case story.Text, story.Picture, story.Voice:
		default:
			return fmt.Errorf("the role of %q is %q", name, price.Role)
		}
	}
	return nil
}

// Save keeps the prices that differ from DefaultPrices in the file, written
// whole: what the teacher did not change follows the defaults of a later
// version. An error is a *model.Error of kind Input for a price below zero or
// an unknown role, of kind Device where the file cannot be written.
func (p Prices) Save(path string) error {
	const op = "save prices"
	if err := p.check(); err != nil {
		return model.Errorf(op, model.Input, "A price must be a number of dollars that is not below zero.", err)
	}
	changed := Prices{Date: p.Date, Models: map[string]Price{}}
	defaults := DefaultPrices()
	for name, price := range p.Models {
		if known, ok := defaults.Models[name]; !ok || known != price {
			changed.Models[name] = price
		}
	}
	data, err := json.MarshalIndent(changed, "", " ")
	if err == nil {
		err = disk.WriteWhole(path, 0o644, func(w io.Writer) error {
			_, err := w.Write(append(data, '\n'))
			return err
		})
	}
	if err != nil {
		return model.Errorf(op, model.Device, "The prices cannot be saved. Check that the disk has room.", err)
	}
	return nil
}

// Of gives the price of a model in a role. A model that the table does not
// know is priced as the dearest known of its role, and known is false.
func (p Prices) Of(role story.PartKind, name string) (price Price, known bool) {
	if price, known = p.Models[strings.TrimPrefix(name, "models/")]; known {
		return price, true
	}
	price.Role = role
	for _, other := range p.Models {
		if other.Role == role || role == "" {
			price.In = max(price.In, other.In)
			price.Out = max(price.Out, other.Out)
			price.Image = max(price.Image, other.Image)
		}
	}
	return price, false
}

// Cost gives what an attempt costs in US dollars. known is false where the
// price or the count had to be guessed.
func (p Prices) Cost(u model.Use) (usd float64, known bool) {
	price, known := p.Of(u.Role, u.Model)
	out := u.Tokens.Out + u.Tokens.Thought
	usd = float64(u.Tokens.In) * price.In / perMillion
	switch {
	case price.Out > 0 && out > 0:
		usd += float64(out) * price.Out / perMillion
	case price.Image > 0 && (u.Kind == "" || out > 0):
		usd += price.Image
	case u.Kind == "" && u.Tokens == (model.Tokens{}):
		return price.reserve(), false
	}
	return usd, known
}

// Reserve gives the most that one attempt is expected to cost, in US dollars.
func (p Prices) Reserve(role story.PartKind, name string) float64 {
	price, _ := p.Of(role, name)
	return price.reserve()
}

func (p Price) reserve() float64 {
	t := reserved[p.Role]
	usd := float64(t.In) * p.In / perMillion
	if p.Out > 0 {
		return usd + float64(t.Out)*p.Out/perMillion
	}
	return usd + p.Image
}

// reserved is the most that an attempt of a role is expected to use: for text
// a document of 120 scanned pages (258 tokens each) or 25,000 words, and the
// longest answer that is asked for, its thoughts included; for a picture 1,290
// tokens out, and up to three reference pictures in; for a voice two minutes
// at 25 tokens a second.
var reserved = map[story.PartKind]model.Tokens{
	story.Text:    {In: 40_000, Out: 32_768},
	story.Picture: {In: 5_000, Out: 1_500},
	story.Voice:   {In: 1_000, Out: 3_000},
	"":            {In: 40_000, Out: 32_768},
}

// clone gives a table that shares nothing with p.
func (p Prices) clone() Prices {
	p.Models = maps.Clone(p.Models)
	return p
}

func logger(log *slog.Logger) *slog.Logger {
	if log == nil {
		return slog.New(slog.DiscardHandler)
	}
	return log
}
