package usage

import (
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"edusmart/core/model"
	"edusmart/core/story"
)

func TestCost(t *testing.T) {
	use := func(role story.PartKind, name string, kind model.Kind, tokens model.Tokens) model.Use {
		return model.Use{Role: role, Model: name, Kind: kind, Tokens: tokens}
	}
	p := DefaultPrices()
	tests := []struct {
		name  string
		use   model.Use
		usd   float64
		known bool
	}{
		{"thoughts count as out", use(story.Text, writer, "", model.Tokens{In: 1e6, Out: 1e6, Thought: 1e6}), 0.10 + 2*0.40, true},
		{"a picture by its tokens", use(story.Picture, illustrator, "", model.Tokens{In: 1000, Out: 1290}), 0.0003 + 0.0387, true},
		{"a picture that nobody counted", use(story.Picture, illustrator, "", model.Tokens{}), 0.039, true},
		{"a picture with a price of its own", use(story.Picture, "gemini-nano-banana-2.1", "", model.Tokens{In: 1000, Out: 1120}), 0.0015 + 0.0336, true},
		{"a picture that could not be used", use(story.Picture, "gemini-nano-banana-2.1", model.Unusable, model.Tokens{In: 1000, Out: 1120}), 0.0015 + 0.0336, true},
		{"a refused picture", use(story.Picture, "gemini-nano-banana-2.1", model.Refused, model.Tokens{In: 1000}), 0.0015, true},
		{"a rejection", use(story.Picture, illustrator, model.Quota, model.Tokens{}), 0, true},
		{"20 s of speech", use(story.Voice, narrator, "", model.Tokens{In: 100, Out: 500}), 0.00005 + 0.005, true},
		{"the model's full name", use(story.Voice, "models/"+narrator, "", model.Tokens{Out: 500}), 0.005, true},
		{"an unknown text model", use(story.Text, "gemini-9", "", model.Tokens{In: 1e6, Out: 1e6}), 0.30 + 2.50, false},
		{"an unknown picture model", use(story.Picture, "gemini-9-image", "", model.Tokens{In: 1e6, Out: 1e6}), 1.50 + 30, false},
		{"an answer that nobody counted", use(story.Voice, narrator, "", model.Tokens{}), p.Reserve(story.Voice, narrator), false},
	}
	for _, test := range tests {
		if usd, known := p.Cost(test.use); !closeTo(usd, test.usd) || known != test.known {
			t.Errorf("%s costs %v (known: %v), want %v (%v)", test.name, usd, known, test.usd, test.known)
		}
	}
}

func TestAnUnknownPriceIsFlagged(t *testing.T) {
	l := openLedger(t, ledgerPath(t))
	send(t, l, model.Use{Role: story.Text, Model: "gemini-9", N: 1, Of: 6, Final: true, Tokens: model.Tokens{In: 1e6}})
	send(t, l, model.Use{Role: story.Text, Model: writer, N: 1, Of: 6, Final: true, Tokens: model.Tokens{In: 1e6}})
	for _, m := range l.Summary(Today, time.Now()).Models {
		if m.Guessed != (m.Model == "gemini-9") {
			t.Errorf("%s is guessed: %v", m.Model, m.Guessed)
		}
	}
}

func TestEveryReserveIsThere(t *testing.T) {
	p := DefaultPrices()
	for name, price := range p.Models {
		if usd := p.Reserve(price.Role, name); !(usd > 0.001 && usd < 0.2) {
			t.Errorf("%s reserves %v", name, usd)
		}
	}
}

func TestPricesAreKept(t *testing.T) {
	path := filepath.Join(t.TempDir(), "prices.json")
	p := DefaultPrices()
	p.Models[writer] = Price{Role: story.Text, In: 0.2, Out: 0.8}
	p.Models["mine"] = Price{Role: story.Voice, Out: 3}
	if err := p.Save(path); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil || strings.Contains(string(data), narrator) {
		t.Errorf("what nobody changed is in the file (%v):\n%s", err, data)
	}
	got := LoadPrices(path, nil)
	if got.Models[writer] != p.Models[writer] || got.Models["mine"] != p.Models["mine"] || got.Models[narrator] != p.Models[narrator] || len(got.Models) != len(p.Models) {
		t.Errorf("%+v was saved, %+v was loaded", p, got)
	}
}

func TestABrokenFileOfPricesIsSetAside(t *testing.T) {
	for _, broken := range []string{
		"{", `[]`, `{"models":{"m":{"role":"text","in":-1}}}`, `{"models":{"m":{"role":"cook","in":1}}}`, `{"models":{"m":null}}`, `{"models":{"m":{"role":"text","in":1e999}}}`,
		strings.Repeat(" ", maxPricesFile+1),
	} {
		path := filepath.Join(t.TempDir(), "prices.json")
		if err := os.WriteFile(path, []byte(broken), 0o644); err != nil {
			t.Fatal(err)
		}
		if got := LoadPrices(path, nil); len(got.Models) != len(DefaultPrices().Models) {
			t.Errorf("%.40q gives %+v", broken, got)
		}
		if aside, err := os.ReadFile(path + ".broken"); err != nil || string(aside) != broken {
			t.Errorf("%.40q was not set aside: %v", broken, err)
		}
	}
	if got := LoadPrices(filepath.Join(t.TempDir(), "none.json"), nil); got.Date != DefaultPrices().Date {
		t.Errorf("without a file: %+v", got)
	}
}

func TestAPriceThatIsNoneIsNotSaved(t *testing.T) {
	for _, usd := range []float64{-1, math.NaN(), math.Inf(1)} {
		p := DefaultPrices()
		p.Models[writer] = Price{Role: story.Text, In: usd}
		if err := p.Save(filepath.Join(t.TempDir(), "prices.json")); kindOf(err) != model.Input {
			t.Errorf("%v: Save says %v", usd, err)
		}
	}
}
