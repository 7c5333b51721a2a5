package ui

import (
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"fyne.io/fyne/v2"

	"edusmart/core"
	"edusmart/core/story"
	"edusmart/ui/widget"
)

// openSettings shows the settings at the section of the service.
func openSettings(t *testing.T, service core.ServiceState) (*settingsScreen, *calls) {
	t.Helper()
	lit(t)
	c := &calls{prices: priceTable}
	s := newSettingsScreen(c, core.Places{})
	showAt(t, s.Object(), 1282, 768)
	s.Update(atHome())
	s.Update(spent(ten))
	s.Update(service)
	return s, c
}

func TestAKeyIsTypedKeptAndThenShownByItsTailOnly(t *testing.T) {
	s, c := openSettings(t, core.ServiceState{})
	if s.showService() != s.key.field.Focus() {
		t.Error("the keyboard is not where the key goes")
	}
	mustSay(t, s.Object(), termsText)
	const key = "AQ.secret-of-a-teacher-7Qk4"
	s.key.field.SetText("  " + key + "\n")
	press(t, s.Object(), "Keep the key")
	if got := c.take(); got != "key "+key {
		t.Errorf("%q", got)
	}
	s.Update(core.ServiceState{Key: core.KeyState{Busy: true}})
	if s.key.field.Text() == "" {
		t.Error("the key is gone before it is kept")
	}
	s.Update(keyed())
	texts := said(s.Object())
	if !slices.Contains(texts, "7Qk4") || slices.ContainsFunc(texts, func(x string) bool { return strings.Contains(x, "secret") }) {
		t.Errorf("the screen says %q", texts)
	}
	if s.key.field.Text() != "" {
		t.Error("the key stays in the field")
	}
	mustSay(t, s.Object(), "Kept in this computer’s keyring. It is never written to a story or a log.")
}

func TestAKeyThatIsNotKeptIsSaidAndStaysToBeMended(t *testing.T) {
	s, c := openSettings(t, core.ServiceState{})
	s.key.field.SetText("wrong")
	s.key.send()
	c.take()
	s.Update(core.ServiceState{Key: core.KeyState{Err: "The key was not accepted. Nothing was charged. Check the key."}})
	mustSay(t, s.Object(), "The key was not accepted. Nothing was charged. Check the key.")
	if s.key.field.Text() != "wrong" || !s.key.field.Visible() {
		t.Error("what was typed is gone")
	}
	s.Hide()
	if s.key.field.Text() != "" {
		t.Error("what was typed is kept when the teacher leaves")
	}
}

func TestAnEmptyKeyIsNotSent(t *testing.T) {
	s, c := openSettings(t, core.ServiceState{})
	s.key.field.SetText("   ")
	s.key.send()
	if got := c.take(); got != "" {
		t.Errorf("%q", got)
	}
}

func TestAKeyIsReplacedTestedAndRemoved(t *testing.T) {
	s, c := openSettings(t, keyed())
	press(t, s.Object(), "Test the key")
	press(t, s.Object(), "Remove the key")
	press(t, s.Object(), "Replace")
	if got := c.take(); got != "test key; remove key" {
		t.Errorf("%q", got)
	}
	if !s.key.field.Focused() {
		t.Error("the keyboard is not in the field for the new key")
	}
	press(t, s.Object(), "Cancel")
	if s.key.field.Visible() {
		t.Error("the field stays")
	}
	env := keyed()
	env.Key.Where = "environment"
	s.Update(env)
	if texts := said(s.Object()); slices.Contains(texts, "Remove the key") {
		t.Error("a key of the environment can be removed here")
	}
}

func TestTheTestSaysOfEachModelHowItStands(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s, c := openSettings(t, tested(time.Now()))
		mustSay(t, s.Object(), "Works, 0.8 s", "Busy, tries again in 4 s", "This key may not use it")
		press(t, s.Object(), "Use this computer")
		if c.changed.Makers[story.Voice] != story.Device {
			t.Errorf("kept: %v", c.changed.Makers)
		}
		state := atHome()
		state.Settings.Makers = c.changed.Makers
		s.Update(state)
		mustSay(t, s.Object(), "Made on this computer", "Use Gemini")
	})
}

func TestAModelIsChosenAndTheCapAndTheNetworkToo(t *testing.T) {
	s, c := openSettings(t, keyed())
	s.key.roles[0].model.OnChanged(1)
	if c.changed.Models[story.Text] != "gemini-3.5-flash-lite" {
		t.Errorf("models: %v", c.changed.Models)
	}
	var only *widget.Switch
	for _, o := range visibleObjects(s.scroll.Content) {
		if sw, ok := o.(*widget.Switch); ok {
			only = sw
		}
	}
	only.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	if !c.changed.Only {
		t.Error("“this computer only” is not kept")
	}
}

func TestACapIsReadAsTeachersWriteIt(t *testing.T) {
	for text, want := range map[string]float64{"5": 5, "$ 7.50": 7.5, "$1,000": 1000, "": 0, "0": 0} {
		if got, ok := parseCap(text); !ok || got != want {
			t.Errorf("%q is %v, %v", text, got, ok)
		}
	}
	for _, text := range []string{"five", "-1", "NaN", "1e9", "5 €"} {
		if got, ok := parseCap(text); ok {
			t.Errorf("%q is taken as %v", text, got)
		}
	}
}

func TestThePricesAreDatedAndListed(t *testing.T) {
	s, _ := openSettings(t, keyed())
	mustSay(t, s.Object(), "gemini-nano-banana-2.1", "$0.0336", "$0.10")
	if texts := said(s.Object()); !slices.ContainsFunc(texts, func(x string) bool { return strings.Contains(x, "as of 1 November 2026") }) {
		t.Errorf("the card says %q", texts)
	}
}
