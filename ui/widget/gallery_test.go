package widget

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

// dress gives a test application one of our looks.
func dress(t *testing.T, m Mode) fyne.App {
	t.Helper()
	a := test.NewTempApp(t)
	a.Settings().SetTheme(NewTheme(Look{Mode: m}))
	return a
}

// theatre shows objects at their places in a window of a size.
func theatre(t *testing.T, width, height float32, objects ...fyne.CanvasObject) fyne.Canvas {
	t.Helper()
	w := test.NewTempWindow(t, nil)
	w.SetPadded(false)
	w.SetContent(container.NewStack(canvas.NewRectangle(Color(Canvas)), container.NewWithoutLayout(objects...), NewLayer()))
	w.Resize(fyne.NewSize(width, height))
	return w.Canvas()
}

func at(o fyne.CanvasObject, x, y, width, height float32) fyne.CanvasObject {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(width, height))
	return o
}

// natural puts an object at a place in the size it wants.
func natural(o fyne.CanvasObject, x, y float32) fyne.CanvasObject {
	size := o.MinSize()
	return at(o, x, y, size.Width, size.Height)
}

// TestGallery draws every control, for looking at.
func TestGallery(t *testing.T) {
	for _, m := range []Mode{Light, Dark, HighContrast} {
		t.Run(string(m), func(t *testing.T) {
			dress(t, m)
			c := theatre(t, 1366, 768, gallery()...)
			keep(t, c, "gallery-"+string(m))
		})
	}
}

func gallery() []fyne.CanvasObject {
	var all []fyne.CanvasObject
	put := func(o ...fyne.CanvasObject) { all = append(all, o...) }
	put(natural(NewText(ScreenTitle, "Controls"), 24, 22))
	put(at(NewCard(nil, 0), 24, 68, 536, 264), natural(NewText(Caption, "Buttons: 40 high, radius 10").SetToken(Ink2), 42, 84))
	x := float32(42)
	for _, state := range []func(*Button){
		func(*Button) {},
		func(b *Button) { b.hovered = true },
		func(b *Button) { b.pressed = true },
		func(b *Button) { b.focused = true },
		func(b *Button) { b.Disable() },
	} {
		primary, plain := NewButton(Primary, "", "Make", nil), NewButton(Plain, IconMonitor, "Teach", nil)
		state(primary)
		state(plain)
		put(natural(primary, x, 110), natural(plain, x, 182))
		x += 105
	}
	put(natural(NewButton(Quiet, "", "Open", nil), 42, 254), natural(NewButton(QuietInk, "", "Stop", nil), 145, 254),
		natural(NewButton(Danger, "", "Delete", nil), 252, 254), natural(NewButton(DangerQuiet, "", "Delete", nil), 363, 254),
		natural(NewButton(Plain, IconPlay, "", nil), 468, 254), natural(NewButton(Tonal, "", "Play", nil).SetSize(Small), 516, 254))
	put(at(NewCard(nil, 0), 24, 346, 536, 84))
	chosen := NewCheck("Chosen", true, nil)
	chosen.focused = true
	put(natural(NewSwitch("On", true, nil), 42, 385), natural(NewSwitch("Off", false, nil), 130, 385),
		natural(chosen, 219, 385), natural(NewCheck("Not", false, nil), 312, 385))

	put(at(NewCard(nil, 0), 574, 68, 377, 450))
	field, focused, bad, locked := NewField(""), NewField(""), NewField(""), NewField("Not to be changed now")
	field.SetText("How a volcano erupts")
	focused.SetText("Focused")
	focused.entry.focused = true
	bad.SetText("21")
	bad.SetError("The document has 14 pages. Choose up to 14.")
	locked.Disable()
	put(at(field, 592, 104, 341, 40), at(focused, 592, 156, 341, 40), at(NewSearchField("Search titles and words", "Ctrl F"), 592, 208, 341, 40),
		at(bad, 592, 260, 341, 64), at(locked, 592, 334, 341, 40), at(NewSelect([]string{"Grade 5"}, 0, nil), 592, 386, 341, 40))
	put(natural(NewSegmented([]string{"Gemini", "This computer"}, 0, nil).SetSize(Small), 592, 440),
		natural(NewSegmented([]string{"7", "8", "9"}, 1, nil).SetSize(Small), 830, 440))

	put(at(NewCard(nil, 0), 965, 68, 377, 158))
	chip := NewChip("All 11", nil)
	chip.Set("All 11", true)
	put(natural(chip, 983, 110), natural(NewChip("Drafts 2", nil), 1047, 110), natural(NewChip("Grade", nil).SetOpens(), 1128, 110))
	put(natural(NewTag(MarkReady, Ok, OkSoft, "Ready offline"), 983, 154), natural(NewTag(MarkWeak, Amber, AmberSoft, "1 picture missing"), 1104, 154),
		natural(NewTag(MarkFailed, Red, RedSoft, "Failed"), 983, 188), natural(NewTag(IconLaptop, Ink2, Sunken, "This computer"), 1062, 188))
	put(at(NewCard(nil, 0), 965, 240, 377, 216))
	y := float32(258)
	for _, s := range []*Status{NewStatus(MarkReady, Ok, "Ready"), NewStatus(MarkWeak, Amber, "Weak"), NewStatus(MarkAbsent, Ink, "Not in the document"), NewStatus(MarkFailed, Red, "Retry"), NewStatus(IconNextMark, Ink3, "Next")} {
		put(natural(s, 983, y))
		y += 27
	}
	bar := NewProgress()
	bar.Set(0.7)
	put(at(NewSpinner(), 983, y, 18, 18), natural(NewText(SmallText, "Drawing").SetToken(Accent), 1009, y), at(bar, 983, 430, 340, 6))

	y = 532
	for i, k := range []NoticeKind{NoticeInfo, NoticeAmber, NoticeOk, NoticeRed} {
		icon := []Icon{IconBook, IconClock, MarkReady, MarkFailed}[i]
		put(at(NewNotice(k, icon, "You made a story from this file on 12 November.", func() {}, NoticeAction{Text: "Open that story"}), 24, y, 650, 48))
		y += 56
	}
	menu := newMenu([]MenuItem{{Icon: IconPencil, Text: "Rename", Shortcut: "F2"}, {Icon: IconBox, Text: "Export"}, {}, {Icon: IconTrash, Text: "Delete", Shortcut: "Del", Danger: true}}, 220)
	menu.current = 1
	put(natural(menu.onCard(), 700, 540))
	x, y = 965, 470
	for _, i := range allIcons() {
		put(at(NewIconView(i, Ink, 22), x, y, 22, 22))
		if x += 34; x > 1320 {
			x, y = 965, y+34
		}
	}
	y += 34
	for i, s := range []string{"كيف ينفجر البركان 3 مرات", "ज्वालामुखी कैसे फटता है", "火山是如何爆发的", "Cómo entra en erupción un volcán de España y Italia"} {
		put(at(NewText(CardTitle, s).Truncate(), 965, y+float32(i)*22, 228, 22))
		put(at(NewText(SmallText, s).Wrap(2), 1210, y+float32(i)*36, 130, 36))
	}
	return all
}

func allIcons() []Icon {
	return []Icon{
		IconLibrary, IconNewStory, IconActivity, IconSettings, IconWifi, IconSearch, IconPlus, IconMinus, IconMonitor, IconMore, IconDown, IconUp,
		IconLeft, IconRight, IconFile, IconBook, IconClose, IconLock, IconLaptop, IconImage, IconLines, IconWave, IconPlay, IconPause, IconPrevious,
		IconNext, IconRepeat, IconSpeaker, IconMuted, IconCheck, IconUndo, IconTrash, IconPencil, IconBox, IconImport, IconExport, IconRetry,
		IconExpand, IconShrink, IconSun, IconMoon, IconFolder, IconEye, IconInfo, IconQuestion, IconClock, IconGrid, IconHome, IconText, IconStop,
		IconClipboard, IconKeyboard, IconShield, IconKey, IconCloud, IconOffline, IconNextMark, MarkReady, MarkWeak, MarkAbsent, MarkFailed, MarkInfo,
	}
}
