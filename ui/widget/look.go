package widget

import (
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Token names a colour by its role, so that light, dark and high contrast
// share one set of drawings.
type Token string

// The colours of the interface. Ink, Ink2 and Ink3 are text from strong to
// hint; an ...Soft token is the ground of a mark or a notice in that colour.
const (
	Canvas        Token = "canvas"
	Surface       Token = "surface" // cards, fields
	Sunken        Token = "sunken"  // the rail, tracks
	Hover         Token = "hover"
	Raised        Token = "raised" // menus, dialogs
	Line          Token = "line"   // decoration only: too faint to carry meaning
	Edge          Token = "edge"   // of fields and switches
	Ink           Token = "ink"
	Ink2          Token = "ink2"
	Ink3          Token = "ink3"
	Accent        Token = "accent"
	AccentHover   Token = "accent-hover"
	AccentPressed Token = "accent-pressed"
	OnAccent      Token = "on-accent"
	AccentSoft    Token = "accent-soft" // a selection
	AccentMid     Token = "accent-mid"  // the longer bar behind one in Accent
	Ok            Token = "ok"
	OkSoft        Token = "ok-soft"
	Amber         Token = "amber" // waiting, weak
	AmberFill     Token = "amber-fill"
	AmberSoft     Token = "amber-soft"
	Red           Token = "red" // failed, delete
	RedHover      Token = "red-hover"
	OnRed         Token = "on-red"
	RedSoft       Token = "red-soft"
	Page          Token = "page"
	PageInk       Token = "page-ink"
	PageInk2      Token = "page-ink2" // a page's second language
	LitSentence   Token = "lit-sentence"
	EasyPage      Token = "easy-page"
	Shade         Token = "shade" // what shadows are made of
	Scrim         Token = "scrim" // over the window, behind a dialog
)

// Look is how everything is drawn.
type Look struct {
	Mode        Mode
	LessMotion  bool // no movement at all
	EasyReading bool // story pages on cream, wider spacing
}

// Mode chooses the colours.
type Mode string

// The modes. FollowSystem takes the system's light or dark; HighContrast
// takes it too and strengthens every line and hint.
const (
	FollowSystem Mode = "system"
	Light        Mode = "light"
	Dark         Mode = "dark"
	HighContrast Mode = "contrast"
)

// Looker is a Fyne theme that carries a Look.
type Looker interface {
	fyne.Theme
	Look() Look
}

// CurrentLook is the look of the running application.
func CurrentLook() Look {
	if l, ok := fyne.CurrentApp().Settings().Theme().(Looker); ok {
		return l.Look()
	}
	return Look{Mode: Light}
}

// IsDark reports whether the current colours are light on dark.
func IsDark() bool { return dark(CurrentLook().Mode, fyne.CurrentApp().Settings().ThemeVariant()) }

func dark(m Mode, system fyne.ThemeVariant) bool {
	switch m {
	case Light:
		return false
	case Dark:
		return true
	}
	return system == theme.VariantDark
}

// Color gives a colour of the current look.
func Color(t Token) color.Color { return RGBA(t) }

// RGBA gives the same with its parts.
func RGBA(t Token) color.NRGBA {
	return colorOf(t, CurrentLook().Mode, fyne.CurrentApp().Settings().ThemeVariant())
}

// strengthened says what a token becomes in high contrast.
var strengthened = map[Token]Token{Line: Edge, Edge: Ink, Ink2: Ink, Ink3: Ink, PageInk2: PageInk}

func colorOf(t Token, m Mode, system fyne.ThemeVariant) color.NRGBA {
	if stronger, ok := strengthened[t]; ok && m == HighContrast {
		t = stronger
	}
	c := palette[t]
	if dark(m, system) {
		return c.dark
	}
	return c.light
}

// pair is one token's colours.
type pair struct{ light, dark color.NRGBA }

func rgb(v uint32) color.NRGBA {
	return color.NRGBA{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), A: 0xFF}
}

var palette = map[Token]pair{
	Canvas:        {rgb(0xF5F2EC), rgb(0x171614)},
	Surface:       {rgb(0xFFFEFB), rgb(0x211F1D)},
	Sunken:        {rgb(0xEBE7DF), rgb(0x100F0E)},
	Hover:         {rgb(0xF3EFE7), rgb(0x2B2926)},
	Raised:        {rgb(0xFFFEFB), rgb(0x35322E)},
	Line:          {rgb(0xDDD7CB), rgb(0x383531)},
	Edge:          {rgb(0x8C8475), rgb(0x7F786E)},
	Ink:           {rgb(0x211E1A), rgb(0xF2EEE7)},
	Ink2:          {rgb(0x544E44), rgb(0xC2BBAF)},
	Ink3:          {rgb(0x696256), rgb(0xA1998D)},
	Accent:        {rgb(0x1F4B82), rgb(0x9CC2F5)},
	AccentHover:   {rgb(0x183D6B), rgb(0xB6D3F9)},
	AccentPressed: {rgb(0x122F54), rgb(0x83AEE8)},
	OnAccent:      {rgb(0xFFFFFF), rgb(0x0F2340)},
	AccentSoft:    {rgb(0xE1EAF5), rgb(0x22344D)},
	AccentMid:     {rgb(0xC4D3EA), rgb(0x365478)},
	Ok:            {rgb(0x266648), rgb(0x86CBA3)},
	OkSoft:        {rgb(0xE1EFE6), rgb(0x1C3428)},
	Amber:         {rgb(0x7F4B00), rgb(0xEDB95C)},
	AmberFill:     {rgb(0xB5740C), rgb(0xEDB95C)},
	AmberSoft:     {rgb(0xFAEDD0), rgb(0x3A2D15)},
	Red:           {rgb(0xA8281D), rgb(0xFF9F93)},
	RedHover:      {rgb(0x8C1F16), rgb(0xFFB7AE)},
	OnRed:         {rgb(0xFFFEFB), rgb(0x2A0E0B)},
	RedSoft:       {rgb(0xFAE4E0), rgb(0x46211D)},
	Page:          {rgb(0xFFFDF7), rgb(0x131211)},
	PageInk:       {rgb(0x1B1916), rgb(0xF5F1EA)},
	PageInk2:      {rgb(0x4E483F), rgb(0xD3CCC1)},
	LitSentence:   {rgb(0xDDE8F6), rgb(0x26395A)},
	EasyPage:      {rgb(0xFBF3DF), rgb(0x131211)},
	Shade:         {rgb(0x46381E), rgb(0x000000)},
	Scrim:         {color.NRGBA{R: 0x21, G: 0x1E, B: 0x1A, A: 0x5C}, color.NRGBA{A: 0x99}},
}

// faint gives a colour at a share of its strength, 0 to 1.
func faint(c color.NRGBA, share float64) color.NRGBA {
	c.A = uint8(float64(c.A)*share + 0.5)
	return c
}

// Radii of corners, in pixels.
const (
	RadiusSmall   float32 = 8 // small buttons
	RadiusControl float32 = 10
	RadiusPicture float32 = 12 // notices, menus, pictures
	RadiusCard    float32 = 16
	RadiusDialog  float32 = 20
)

// Heights of controls, in pixels.
const (
	HeightSmall  float32 = 32
	HeightNormal float32 = 40
	HeightLarge  float32 = 48
)

// Durations of movement; Motion gives what is left of one.
const (
	MotionPress  = 90 * time.Millisecond
	MotionSelect = 140 * time.Millisecond
	MotionPanel  = 220 * time.Millisecond
	MotionArc    = 1200 * time.Millisecond // one turn of the working arc
)

// Motion gives d, or 0 where the teacher wants less motion.
func Motion(d time.Duration) time.Duration {
	if CurrentLook().LessMotion {
		return 0
	}
	return d
}
