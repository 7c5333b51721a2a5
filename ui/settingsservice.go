package ui

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"edusmart/core"
	"edusmart/ui/widget"
)

// servicePage is about the service that makes parts elsewhere: whether it may
// be used, the key, the models, what it may cost, and what is sent.
func (s *settingsScreen) servicePage() *settingsPage {
	s.key = newKeyCard(s)
	return &settingsPage{name: "AI service", icon: widget.IconCloud, cards: []settingsCard{
		s.onlyCard(), s.key.card(), beside(s.capCard(), s.serviceVoiceCard()), leavesCard(), s.pricesCard(),
	}}
}

// onlyCard is the switch that forbids the network.
func (s *settingsScreen) onlyCard() settingsCard {
	only := widget.NewSwitch("", false, func(on bool) {
		s.change(func(set *core.Settings) { set.Only = on })
	})
	s.updates = append(s.updates, func() { only.Set(s.state.Settings.Only) })
	laptop := widget.NewIconView(widget.IconLaptop, widget.Ink2, 24)
	title := widget.NewText(widget.CardTitle, "This computer only")
	text := widget.NewText(widget.SmallText, "No network at all. Text comes from the document’s own sentences, pictures from its figures or its words, the voice from this computer.").
		SetToken(widget.Ink2).Wrap(0)
	words := func(width float32) float32 { return width - 62 - 88 }
	height := func(width float32) float32 { return 16 + 22 + text.HeightFor(words(width)) + 16 }
	object := container.New(placing(func(_ []fyne.CanvasObject, size fyne.Size) {
		put(laptop, 20, (size.Height-24)/2, 24, 24)
		put(title, 62, 16, words(size.Width), 22)
		put(text, 62, 38, words(size.Width), size.Height-54)
		put(only, size.Width-64, (size.Height-32)/2, 44, 32)
	}), laptop, title, text, only)
	return settingsCard{object: widget.NewCard(object, 0), height: height}
}

// beside puts two cards side by side where there is room, else one below the
// other.
func beside(left, right settingsCard) settingsCard {
	const room = 700
	half := func(width float32) float32 { return (width - settingsGap) / 2 }
	return settingsCard{
		object: container.New(placing(func(_ []fyne.CanvasObject, size fyne.Size) {
			if size.Width >= room {
				put(left.object, 0, 0, half(size.Width), size.Height)
				put(right.object, half(size.Width)+settingsGap, 0, half(size.Width), size.Height)
				return
			}
			first := left.height(size.Width)
			put(left.object, 0, 0, size.Width, first)
			put(right.object, 0, first+settingsGap, size.Width, right.height(size.Width))
		}), left.object, right.object),
		height: func(width float32) float32 {
			if width >= room {
				return max(left.height(half(width)), right.height(half(width)))
			}
			return left.height(width) + settingsGap + right.height(width)
		},
	}
}

// capCard is the month's cap on cost.
func (s *settingsScreen) capCard() settingsCard {
	title := widget.NewText(widget.CardTitle, "Monthly cap")
	field := widget.NewField("No cap")
	say := widget.NewText(widget.SmallText, "").SetToken(widget.Ink2).Wrap(2)
	used := widget.NewProgress()
	words := widget.NewText(widget.SmallText, "").SetToken(widget.Ink2).Tabular()
	show := func() {
		limit := s.state.Settings.Cap
		spent := s.usage.Month.Cost
		say.SetToken(widget.Ink2)
		say.SetText("At the cap, what is still to come is made on this computer.")
		words.SetText(dollars(spent) + " used")
		if limit > 0 {
			words.SetText(dollars(spent) + " of " + dollars(limit) + " used")
			used.Set(float32(spent / limit))
		}
		visible(used, limit > 0)
		used.SetToken(widget.Accent)
		if s.usage.Near {
			used.SetToken(widget.AmberFill)
		}
	}
	take := func(string) {
		limit, ok := parseCap(field.Text())
		field.SetWrong(!ok)
		if !ok {
			say.SetToken(widget.Red)
			say.SetText("Type an amount of dollars, such as 5. Leave it empty for no cap.")
			return
		}
		show()
		if limit != s.state.Settings.Cap {
			s.change(func(set *core.Settings) { set.Cap = limit })
		}
	}
	field.OnSubmitted = take
	field.OnLeft = func() { take("") }
	s.updates = append(s.updates, func() {
		if !field.Focused() {
			field.SetText(capText(s.state.Settings.Cap))
		}
		show()
	})
	inside := container.New(placing(func(_ []fyne.CanvasObject, size fyne.Size) {
		put(title, 0, 0, size.Width, 22)
		put(field, 0, 32, 104, 36)
		put(say, 116, 32+(36-say.HeightFor(size.Width-116))/2, size.Width-116, say.HeightFor(size.Width-116))
		put(words, 0, 82, size.Width, 18)
		put(used, 0, 106, size.Width, 6)
	}), title, field, say, words, used)
	return settingsCard{object: widget.NewCard(inside, settingsPadding), height: func(float32) float32 { return 120 + 2*settingsPadding }}
}

func capText(limit float64) string {
	if limit <= 0 {
		return ""
	}
	return "$ " + groupedCents(limit)
}

// parseCap reads an amount of dollars; nothing is no cap.
func parseCap(text string) (limit float64, ok bool) {
	text = strings.NewReplacer("$", "", " ", "", ",", "").Replace(text)
	if text == "" {
		return 0, true
	}
	limit, err := strconv.ParseFloat(text, 64)
	return limit, err == nil && limit >= 0 && limit <= 10_000
}

// serviceVoiceCard is the service's voice: which, how fast, and in what
// manner.
func (s *settingsScreen) serviceVoiceCard() settingsCard {
	title := widget.NewText(widget.CardTitle, "Voice of Gemini")
	voice := widget.NewSelect(nil, 0, nil).SetPlaceholder("No voice yet")
	speed := widget.NewSelect(speedNames(), nearestSpeed(1), func(i int) {
		s.change(func(set *core.Settings) { set.Speed = speeds[i] })
	})
	chosen := func() string { return serviceVoiceID(s.service.Voices, s.state.Settings.Voice, "") }
	hear := widget.NewButton(widget.Plain, widget.IconPlay, "", func() {
		s.commands.PreviewVoice(chosen(), "en", s.state.Settings.Speed)
	}).SetHelp("Hear it")
	label := widget.NewText(widget.SmallText, "How it speaks").SetToken(widget.Ink2)
	style := widget.NewField("warmly and calmly")
	keep := func(string) {
		if text := strings.TrimSpace(style.Text()); text != s.state.Settings.Style {
			s.change(func(set *core.Settings) { set.Style = text })
		}
	}
	style.OnSubmitted = keep
	style.OnLeft = func() { keep("") }
	voice.OnChanged = func(i int) {
		id := s.service.Voices[i].ID
		s.change(func(set *core.Settings) { set.Voice = with(set.Voice, serviceVoice(""), id) })
	}
	s.updates = append(s.updates, func() {
		names, at := make([]string, len(s.service.Voices)), -1
		for i, v := range s.service.Voices {
			names[i] = v.Name
			if v.ID == chosen() {
				at = i
			}
		}
		voice.SetOptions(names, at)
		speed.Select(nearestSpeed(s.state.Settings.Speed))
		if !style.Focused() {
			style.SetText(s.state.Settings.Style)
		}
		for _, c := range []fyne.Disableable{voice, hear} {
			if s.service.Ready() && len(names) > 0 {
				c.Enable()
			} else {
				c.Disable()
			}
		}
	})
	inside := container.New(placing(func(_ []fyne.CanvasObject, size fyne.Size) {
		w := size.Width
		put(title, 0, 0, w, 22)
		put(voice, 0, 32, w-144, 36)
		put(speed, w-136, 32, 92, 36)
		put(hear, w-36, 32, 36, 36)
		put(label, 0, 93, 104, 18)
		put(style, 108, 84, w-108, 36)
	}), title, voice, speed, hear, label, style)
	return settingsCard{object: widget.NewCard(inside, settingsPadding), height: func(float32) float32 { return 120 + 2*settingsPadding }}
}

// leavesCard says what leaves this computer.
func leavesCard() settingsCard {
	shield := widget.NewIconView(widget.IconShield, widget.Ok, 20)
	head := widget.NewText(widget.SmallStrong, "What leaves this computer")
	text := widget.NewText(widget.SmallText, "The words of the pages you choose, and short descriptions of pictures. Never the file itself, unless its pages are "+
		"photographs: then these pages. Never a pupil’s answer. On Google’s free tier, what is sent may be read by people and used to train its models; on the paid tier it is not.").
		SetToken(widget.Ink2).Wrap(0)
	return settingsCard{
		object: container.New(placing(func(_ []fyne.CanvasObject, size fyne.Size) {
			put(shield, 6, 2, 20, 20)
			put(head, 38, 2, size.Width-58, 18)
			put(text, 38, 22, size.Width-58, size.Height-22)
		}), shield, head, text),
		height: func(width float32) float32 { return 22 + text.HeightFor(width-58) },
	}
}

// pricesCard is the table that costs are reckoned by.
func (s *settingsScreen) pricesCard() settingsCard {
	prices := s.commands.Prices()
	title := widget.NewText(widget.CardTitle, "Prices")
	say := "No prices are known yet."
	if len(prices.Models) > 0 {
		say = "US dollars for a million tokens, as of " + prices.Date.Format("2 January 2006") + ". Each is a picture, or a minute of speech."
		if prices.File != "" {
			say += " Change them in " + prices.File + "."
		}
	}
	note := widget.NewText(widget.SmallText, say).SetToken(widget.Ink2).Wrap(3)
	objects := []fyne.CanvasObject{title, note}
	table := newLedgerTable(ledgerColumn{"Role", 0, 86}, ledgerColumn{"Model", 86, 0}, ledgerColumn{"Prompt", -196, 0}, ledgerColumn{"Answer", -104, 0}, ledgerColumn{"Each", 0, 0})
	table.side = settingsPadding
	rows := make([]ledgerRow, 0, len(prices.Models))
	for i, p := range prices.Models {
		role := roleName(p.Role)
		if i > 0 && prices.Models[i-1].Role == p.Role {
			role = ""
		}
		rows = append(rows, ledgerRow{{text: role, strong: true}, {text: p.Model}, {text: price(p.In)}, {text: price(p.Out)}, {text: price(p.Each)}})
	}
	table.set(rows)
	visible(table.object, len(rows) > 0)
	objects = append(objects, table.object)
	height := func(width float32) float32 {
		tall := 28 + note.HeightFor(width-2*settingsPadding) + 2*settingsPadding
		if len(rows) > 0 {
			tall += 8 + table.height() - settingsPadding + 6
		}
		return tall
	}
	inside := container.New(placing(func(_ []fyne.CanvasObject, size fyne.Size) {
		put(title, 20, 20, size.Width-40, 22)
		tall := note.HeightFor(size.Width - 40)
		put(note, 20, 48, size.Width-40, tall)
		put(table.object, 0, 56+tall, size.Width, table.height())
	}), objects...)
	return settingsCard{object: widget.NewCard(inside, 0), height: height}
}

// modelNames gives a role's models to choose from: the one in use among them.
func modelNames(r core.RoleState) []string {
	names := slices.Clone(r.Choices)
	for _, m := range r.Models {
		if !slices.Contains(names, m) {
			names = append(names, m)
		}
	}
	return names
}
