package ui

import (
	"edusmart/core"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

type activityScreen struct{ root *fyne.Container }

func newActivityScreen(c any, n any) *activityScreen {
	return &activityScreen{container.NewWithoutLayout()}
}
func (s *activityScreen) Object() fyne.CanvasObject { return s.root }
func (s *activityScreen) Show()                     {}
func (s *activityScreen) Hide()                     {}
func (s *activityScreen) Key(*fyne.KeyEvent) bool   { return false }
func (s *activityScreen) Update(core.Event)         {}
