package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Picked gives the ids of the picked cards, in the order shown.
func (g *CardGrid) Picked() []string {
	var ids []string
	for _, id := range g.ids {
		if g.picked[id] {
			ids = append(ids, id)
		}
	}
	return ids
}

// Unpick leaves no card picked.
func (g *CardGrid) Unpick() {
	if len(g.picked) > 0 {
		g.picked = map[string]bool{}
		g.repick()
	}
}

// PickAll picks every card.
func (g *CardGrid) PickAll() {
	for _, id := range g.ids {
		g.picked[id] = true
	}
	g.repick()
}

// toggle picks a card, or no longer.
func (g *CardGrid) toggle(i int) {
	if i < 0 || i >= len(g.ids) {
		return
	}
	id := g.ids[i]
	if g.picked[id] {
		delete(g.picked, id)
	} else {
		g.picked[id] = true
	}
	g.anchor = i
	g.repick()
}

// stretch picks the cards from the anchor to i.
func (g *CardGrid) stretch(i int) {
	i = min(max(i, 0), len(g.ids)-1)
	g.anchor = min(g.anchor, len(g.ids)-1)
	for k := min(i, g.anchor); k <= max(i, g.anchor); k++ {
		g.picked[g.ids[k]] = true
	}
	g.repick()
}

func (g *CardGrid) repick() {
	g.lay()
	if g.OnPick != nil {
		g.OnPick()
	}
}

// pressed is told that card i was pressed with the given keys held.
func (g *CardGrid) pressed(i int, with fyne.KeyModifier) {
	if len(g.picked) == 0 && with&(fyne.KeyModifierShift|fyne.KeyModifierShortcutDefault) == 0 {
		g.pick(i)
		g.open(i)
		return
	}
	if with&fyne.KeyModifierShift != 0 {
		if len(g.picked) == 0 {
			g.anchor = g.chosen
		}
		g.stretch(i)
	} else {
		g.toggle(i)
	}
	g.pick(i)
}

// extend moves with Shift, which picks the cards on the way. It reports
// whether the key was one of these.
func (g *CardGrid) extend(e *fyne.KeyEvent) bool {
	d, ok := fyne.CurrentApp().Driver().(desktop.Driver)
	if !ok || d.CurrentKeyModifiers()&fyne.KeyModifierShift == 0 {
		return false
	}
	by := map[fyne.KeyName]int{fyne.KeyRight: 1, fyne.KeyLeft: -1, fyne.KeyDown: g.Columns(), fyne.KeyUp: -g.Columns()}[e.Name]
	if by == 0 {
		return false
	}
	if len(g.picked) == 0 {
		g.anchor = g.chosen
	}
	g.pick(g.chosen + by)
	g.stretch(g.chosen)
	return true
}

// TypedRune implements fyne.Focusable: X picks the card where the keyboard is.
func (g *CardGrid) TypedRune(r rune) {
	if r == 'x' || r == 'X' {
		g.toggle(g.chosen)
	}
}

// TypedShortcut implements fyne.Shortcutable: all is picked here, everything
// else is the window's.
func (g *CardGrid) TypedShortcut(s fyne.Shortcut) {
	if _, ok := s.(*fyne.ShortcutSelectAll); ok {
		g.PickAll()
		return
	}
	if c, ok := fyne.CurrentApp().Driver().CanvasForObject(g).(fyne.Shortcutable); ok {
		c.TypedShortcut(s)
	}
}
