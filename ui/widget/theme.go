package widget

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Theme dresses what Fyne itself draws (text cursors, scroll bars, the file
// dialog) and carries the Look for everything else.
type Theme struct{ look Look }

var _ Looker = (*Theme)(nil)

// NewTheme makes the theme of a look.
func NewTheme(l Look) *Theme { return &Theme{look: l} }

// Look implements Looker.
func (t *Theme) Look() Look { return t.look }

// fyneColors says which of our colours stands for each of Fyne's.
var fyneColors = map[fyne.ThemeColorName]Token{
	theme.ColorNameBackground:          Canvas,
	theme.ColorNameButton:              Hover,
	theme.ColorNameDisabled:            Ink3,
	theme.ColorNameDisabledButton:      Sunken,
	theme.ColorNameError:               Red,
	theme.ColorNameFocus:               AccentSoft,
	theme.ColorNameForeground:          Ink,
	theme.ColorNameForegroundOnError:   OnRed,
	theme.ColorNameForegroundOnPrimary: OnAccent,
	theme.ColorNameForegroundOnSuccess: OnAccent,
	theme.ColorNameForegroundOnWarning: Ink,
	theme.ColorNameHeaderBackground:    Sunken,
	theme.ColorNameHover:               Hover,
	theme.ColorNameHyperlink:           Accent,
	theme.ColorNameInputBackground:     Surface,
	theme.ColorNameInputBorder:         Edge,
	theme.ColorNameMenuBackground:      Raised,
	theme.ColorNameOverlayBackground:   Surface,
	theme.ColorNamePlaceHolder:         Ink3,
	theme.ColorNamePressed:             AccentSoft,
	theme.ColorNamePrimary:             Accent,
	theme.ColorNameScrollBar:           Edge,
	theme.ColorNameSelection:           AccentSoft,
	theme.ColorNameSeparator:           Line,
	theme.ColorNameSuccess:             Ok,
	theme.ColorNameWarning:             AmberFill,
}

// Color implements fyne.Theme.
func (t *Theme) Color(n fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	switch n {
	case theme.ColorNameShadow, theme.ColorNameScrollBarBackground:
		return color.Transparent // our own surfaces cast the two shadows there are
	case theme.ColorNameScrollBar:
		return faint(colorOf(Edge, t.look.Mode, v), 0.7)
	}
	if token, ok := fyneColors[n]; ok {
		return colorOf(token, t.look.Mode, v)
	}
	return theme.DefaultTheme().Color(n, v)
}

// Font implements fyne.Theme.
func (t *Theme) Font(s fyne.TextStyle) fyne.Resource {
	switch {
	case s.Symbol || s.Monospace:
		return theme.DefaultTheme().Font(s)
	case s.Bold:
		return fonts().strong
	}
	return fonts().regular
}

// Icon implements fyne.Theme.
func (t *Theme) Icon(n fyne.ThemeIconName) fyne.Resource {
	if icon, ok := fyneIcons[n]; ok {
		return icon.Resource(Ink)
	}
	return theme.DefaultTheme().Icon(n)
}

// fyneIcons are those that the file dialog shows.
var fyneIcons = map[fyne.ThemeIconName]Icon{
	theme.IconNameCancel:        IconClose,
	theme.IconNameConfirm:       IconCheck,
	theme.IconNameDocument:      IconFile,
	theme.IconNameFile:          IconFile,
	theme.IconNameFileText:      IconFile,
	theme.IconNameFolder:        IconFolder,
	theme.IconNameFolderNew:     IconFolder,
	theme.IconNameFolderOpen:    IconFolder,
	theme.IconNameGrid:          IconGrid,
	theme.IconNameHome:          IconHome,
	theme.IconNameList:          IconLines,
	theme.IconNameMoreVertical:  IconMore,
	theme.IconNameSearch:        IconSearch,
	theme.IconNameSettings:      IconSettings,
	theme.IconNameArrowDropDown: IconDown,
	theme.IconNameNavigateBack:  IconLeft,
	theme.IconNameNavigateNext:  IconRight,
}

// Size implements fyne.Theme.
func (t *Theme) Size(n fyne.ThemeSizeName) float32 {
	switch n {
	case theme.SizeNameText:
		return 14
	case theme.SizeNameCaptionText:
		return 12
	case theme.SizeNameHeadingText:
		return 26
	case theme.SizeNameSubHeadingText:
		return 16
	case theme.SizeNamePadding:
		return 6
	case theme.SizeNameInnerPadding:
		return 10
	case theme.SizeNameInputRadius, theme.SizeNameSelectionRadius:
		return RadiusControl
	case theme.SizeNameScrollBar:
		return 10
	case theme.SizeNameScrollBarSmall:
		return 4
	case theme.SizeNameScrollBarRadius:
		return 5
	}
	return theme.DefaultTheme().Size(n)
}
