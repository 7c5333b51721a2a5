package widget

import "edusmart/core/typeset"

// TurnPair shows a page as SetPair does, and has the one before give way to
// it gently.
func (t *StoryText) TurnPair(first, second typeset.Text) {
	t.stopFading()
	before := t.image
	t.old.Move(t.raster.Position())
	t.old.Resize(t.raster.Size())
	t.SetPair(first, second)
	if before == nil || t.image != nil {
		return // nothing was shown, or the page is the same
	}
	t.before = before
	t.old.Show()
	t.old.Refresh()
	t.fade = crossFade(func(done float32) {
		t.raster.Translucency, t.old.Translucency = float64(1-done), float64(done)
		t.ticker.Refresh()
	}, t.stopFading)
}

func (t *StoryText) stopFading() {
	if t.fade != nil {
		t.fade.Stop()
		t.fade = nil
	}
	t.before = nil
	t.old.Hide()
	t.raster.Translucency = 0
}
