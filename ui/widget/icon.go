package widget

import (
	"fmt"
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Icon is the name of a drawing on a grid of 24 by 24, in lines 1.8 wide with
// round ends. The zero value draws nothing.
type Icon string

// The icons.
const (
	IconLibrary   Icon = "library"
	IconNewStory  Icon = "plus-square"
	IconActivity  Icon = "activity"
	IconSettings  Icon = "settings"
	IconWifi      Icon = "wifi"
	IconSearch    Icon = "search"
	IconPlus      Icon = "plus"
	IconMinus     Icon = "minus"
	IconMonitor   Icon = "monitor"
	IconMore      Icon = "more"
	IconDown      Icon = "chevron-down"
	IconUp        Icon = "chevron-up"
	IconLeft      Icon = "chevron-left"
	IconRight     Icon = "chevron-right"
	IconFile      Icon = "file"
	IconBook      Icon = "book"
	IconClose     Icon = "x"
	IconLock      Icon = "lock"
	IconLaptop    Icon = "laptop"
	IconImage     Icon = "image"
	IconLines     Icon = "lines"
	IconWave      Icon = "waveform"
	IconPlay      Icon = "play"
	IconPause     Icon = "pause"
	IconPrevious  Icon = "prev"
	IconNext      Icon = "next"
	IconRepeat    Icon = "repeat"
	IconSpeaker   Icon = "speaker"
	IconMuted     Icon = "muted"
	IconCheck     Icon = "check"
	IconUndo      Icon = "undo"
	IconRedo      Icon = "redo"
	IconTrash     Icon = "trash"
	IconPencil    Icon = "pencil"
	IconBox       Icon = "box"
	IconImport    Icon = "import"
	IconExport    Icon = "export"
	IconRetry     Icon = "retry"
	IconExpand    Icon = "expand"
	IconShrink    Icon = "shrink"
	IconSun       Icon = "sun"
	IconMoon      Icon = "moon"
	IconFolder    Icon = "folder"
	IconEye       Icon = "eye"
	IconInfo      Icon = "info"
	IconQuestion  Icon = "question"
	IconClock     Icon = "clock"
	IconGrid      Icon = "grid"
	IconHome      Icon = "home"
	IconText      Icon = "text"
	IconStop      Icon = "stop"
	IconClipboard Icon = "clipboard"
	IconKeyboard  Icon = "keyboard"
	IconShield    Icon = "shield"
	IconKey       Icon = "key"
	IconCloud     Icon = "cloud"
	IconOffline   Icon = "wifi-off"
	IconMic       Icon = "microphone"
	IconDivide    Icon = "divide"
	IconHand      Icon = "hand"
	IconSwap      Icon = "swap"
	IconBlack     Icon = "black"
	IconFreeze    Icon = "snowflake"
	IconNextMark  Icon = "dot" // a part whose turn has not come
	MarkReady     Icon = "mark-check"
	MarkWeak      Icon = "mark-half"
	MarkAbsent    Icon = "mark-struck"
	MarkFailed    Icon = "mark-cross"
	MarkInfo      Icon = "mark-info"
)

const iconStroke = 1.8 // on the grid of 24

// drawings holds what is drawn with the pen; "C" stands for the colour where
// a part is filled with it.
var drawings = map[Icon]string{
	IconLibrary:   `<path d="M4.2 3.8h4.4v16.4H4.2zM12.2 5l3.8-1 4 15.2-3.8 1z"/>`,
	IconNewStory:  `<rect x="4" y="4" width="16" height="16" rx="4"/><path d="M12 8.6v6.8M8.6 12h6.8"/>`,
	IconActivity:  `<path d="M2.8 12h4.4l3-7.6 4.2 15.2 3-7.6h3.8"/>`,
	IconSettings:  `<path d="M3.5 7.5h9M18.5 7.5h2M3.5 16.5h3M12.5 16.5h8"/><circle cx="15.5" cy="7.5" r="2.7"/><circle cx="9.5" cy="16.5" r="2.7"/>`,
	IconWifi:      `<path d="M3 9.4c5.2-4.6 12.8-4.6 18 0M6.3 13c3.3-2.8 8.1-2.8 11.4 0M9.4 16.4c1.6-1.2 3.6-1.2 5.2 0"/><circle cx="12" cy="19.4" r="0.6" fill="C"/>`,
	IconSearch:    `<circle cx="10.8" cy="10.8" r="6.6"/><path d="M15.7 15.7l4.8 4.8"/>`,
	IconPlus:      `<path d="M12 4.8v14.4M4.8 12h14.4"/>`,
	IconMinus:     `<path d="M4.8 12h14.4"/>`,
	IconMonitor:   `<rect x="3" y="4.2" width="18" height="12.4" rx="2"/><path d="M12 16.6v3.4M8 20.2h8"/>`,
	IconMore:      `<circle cx="5.4" cy="12" r="1.2" fill="C"/><circle cx="12" cy="12" r="1.2" fill="C"/><circle cx="18.6" cy="12" r="1.2" fill="C"/>`,
	IconDown:      `<path d="M6 9.4l6 6 6-6"/>`,
	IconUp:        `<path d="M6 14.6l6-6 6 6"/>`,
	IconLeft:      `<path d="M14.8 5.6L8.4 12l6.4 6.4"/>`,
	IconRight:     `<path d="M9.2 5.6l6.4 6.4-6.4 6.4"/>`,
	IconFile:      `<path d="M6 3.2h8l5 5v12.6H6z"/><path d="M13.6 3.4v5.2h5.2"/>`,
	IconBook:      `<path d="M12 6.4c-2.4-1.6-5.4-2-9-1.8v13.8c3.6-.2 6.6.2 9 1.8 2.4-1.6 5.4-2 9-1.8V4.6c-3.6-.2-6.6.2-9 1.8z"/><path d="M12 6.4v13.8"/>`,
	IconClose:     `<path d="M6 6l12 12M18 6L6 18"/>`,
	IconLock:      `<rect x="5" y="10.6" width="14" height="9.8" rx="2.2"/><path d="M8.2 10.4V7.8c0-5 7.6-5 7.6 0v2.6"/>`,
	IconLaptop:    `<rect x="4.6" y="5" width="14.8" height="10.6" rx="1.8"/><path d="M2.2 19h19.6"/>`,
	IconImage:     `<rect x="3.2" y="4.4" width="17.6" height="15.2" rx="2.4"/><circle cx="8.6" cy="9.6" r="1.7"/><path d="M4 17.6l5.2-4.4 3.2 2.6 3.6-3.8 4.4 4.4"/>`,
	IconLines:     `<path d="M4 6.4h16M4 12h16M4 17.6h10"/>`,
	IconWave:      `<path d="M3 10.4v3.2M7.5 7v10M12 4v16M16.5 7.6v8.8M21 10.4v3.2"/>`,
	IconPlay:      `<path d="M7.4 5.2v13.6L18.8 12z" fill="C"/>`,
	IconPause:     `<path d="M8.4 5.6v12.8M15.6 5.6v12.8" stroke-width="3.6" stroke-linecap="butt"/>`,
	IconPrevious:  `<path d="M18 5.8v12.4L8.6 12z" fill="C"/><path d="M6 5.4v13.2"/>`,
	IconNext:      `<path d="M6 5.8v12.4l9.4-6.2z" fill="C"/><path d="M18 5.4v13.2"/>`,
	IconRepeat:    `<path d="M4.4 11.4V9.6c0-1.6 1.2-2.8 2.8-2.8h12M16 3.4l3.4 3.4L16 10.2M19.6 12.6v1.8c0 1.6-1.2 2.8-2.8 2.8h-12M8 20.6l-3.4-3.4L8 13.8"/>`,
	IconSpeaker:   `<path d="M4 9.4v5.2h3.6l5 4.2V5.2l-5 4.2z"/><path d="M16 9c1.6 1.8 1.6 4.2 0 6M18.6 6.4c3 3.2 3 8 0 11.2"/>`,
	IconMuted:     `<path d="M4 9.4v5.2h3.6l5 4.2V5.2l-5 4.2z"/><path d="M16.2 9.4l5 5.2M21.2 9.4l-5 5.2"/>`,
	IconCheck:     `<path d="M5 12.6l4.6 4.6L19.2 7.4"/>`,
	IconUndo:      `<path d="M8 4.6L3.8 8.8 8 13M4.2 8.8h9.6c7.6 0 7.6 10.8 0 10.8H8.6"/>`,
	IconRedo:      `<path d="M16 4.6l4.2 4.2L16 13M19.8 8.8h-9.6c-7.6 0-7.6 10.8 0 10.8h5.2"/>`,
	IconDivide:    `<path d="M12 3.6v16.8M9 8L4.6 12 9 16M15 8l4.4 4L15 16"/>`,
	IconMic:       `<rect x="8.8" y="3" width="6.4" height="11.4" rx="3.2"/><path d="M5.4 11.4c0 8.2 13.2 8.2 13.2 0M12 17.6V21M8.8 21h6.4"/>`,
	IconTrash:     `<path d="M4 6.6h16M9.2 6.2V3.8h5.6v2.4M6 6.8l.9 13.6h10.2L18 6.8M10 10.6v6M14 10.6v6"/>`,
	IconPencil:    `<path d="M4.4 19.6l1-4.4L16.2 4.4l3.4 3.4L8.8 18.6zM13.6 7l3.4 3.4"/>`,
	IconBox:       `<path d="M12 3l8 4.4v9.2L12 21l-8-4.4V7.4zM4.2 7.6L12 12l7.8-4.4M12 12v8.8"/>`,
	IconImport:    `<path d="M12 3.6v11.2M7.4 10.4L12 15l4.6-4.6M4.4 15.6v4.8h15.2v-4.8"/>`,
	IconExport:    `<path d="M12 15V3.8M7.4 8.2L12 3.6l4.6 4.6M4.4 15.6v4.8h15.2v-4.8"/>`,
	IconRetry:     `<path d="M19.6 12a7.6 7.6 0 1 1-2.4-5.5M19.8 3.6v4.6h-4.6"/>`,
	IconExpand:    `<path d="M4.4 9.4v-5h5M14.6 4.4h5v5M19.6 14.6v5h-5M9.4 19.6h-5v-5"/>`,
	IconShrink:    `<path d="M9.4 4.4v5h-5M19.6 9.4h-5v-5M14.6 19.6v-5h5M4.4 14.6h5v5"/>`,
	IconSun:       `<circle cx="12" cy="12" r="4"/><path d="M12 2.8v2M12 19.2v2M2.8 12h2M19.2 12h2M5.5 5.5l1.4 1.4M17.1 17.1l1.4 1.4M5.5 18.5l1.4-1.4M17.1 6.9l1.4-1.4"/>`,
	IconMoon:      `<path d="M19.8 14.6A8.4 8.4 0 1 1 9.4 4.2a6.8 6.8 0 0 0 10.4 10.4z"/>`,
	IconFolder:    `<path d="M3.4 5.2h6l2.2 2.6h9v11H3.4z"/>`,
	IconEye:       `<path d="M2.6 12c4.4-7.6 14.4-7.6 18.8 0-4.4 7.6-14.4 7.6-18.8 0z"/><circle cx="12" cy="12" r="2.9"/>`,
	IconInfo:      `<circle cx="12" cy="12" r="8.6"/><path d="M12 11.2v5"/><circle cx="12" cy="7.9" r="0.5" fill="C"/>`,
	IconQuestion:  `<circle cx="12" cy="12" r="8.6"/><path d="M9.4 9.8c.2-3.4 5.4-3.2 5.2 0-.1 1.9-2.5 1.9-2.6 3.9"/><circle cx="12" cy="16.6" r="0.5" fill="C"/>`,
	IconClock:     `<circle cx="12" cy="12" r="8.6"/><path d="M12 7v5.2l3.4 2.2"/>`,
	IconGrid:      `<rect x="4" y="4" width="6.4" height="6.4" rx="1.6"/><rect x="13.6" y="4" width="6.4" height="6.4" rx="1.6"/><rect x="4" y="13.6" width="6.4" height="6.4" rx="1.6"/><rect x="13.6" y="13.6" width="6.4" height="6.4" rx="1.6"/>`,
	IconHome:      `<path d="M4 10.8L12 4l8 6.8v9.4h-5.4v-5.6H9.4v5.6H4z"/>`,
	IconText:      `<path d="M5 7V4.8h14V7M12 4.8v14.4M9.4 19.2h5.2"/>`,
	IconStop:      `<rect x="6.4" y="6.4" width="11.2" height="11.2" rx="1.4" fill="C"/>`,
	IconClipboard: `<path d="M8.6 5H5.4v15.6h13.2V5h-3.2"/><rect x="8.6" y="3.2" width="6.8" height="3.8" rx="1.2"/>`,
	IconKeyboard:  `<rect x="2.6" y="6" width="18.8" height="12" rx="2.2"/><path d="M6.4 10h0M10.1 10h0M13.9 10h0M17.6 10h0M8 14.2h8"/>`,
	IconShield:    `<path d="M12 3l7.4 2.8v5.6c0 4.8-3 8-7.4 9.8-4.4-1.8-7.4-5-7.4-9.8V5.8z"/><path d="M8.6 12l2.4 2.4 4.4-4.6"/>`,
	IconKey:       `<circle cx="7.6" cy="16" r="3.9"/><path d="M10.5 13.1l9.1-9.3M15.8 7.7l3.4 3.3M13.2 10.4l2 2"/>`,
	IconCloud:     `<path d="M7.4 18.8C4.8 18.8 2.8 16.9 2.8 14.4C2.8 12.1 4.5 10.3 6.8 10C7.4 7.1 9.6 5.2 12.4 5.2C15.5 5.2 17.9 7.4 18.2 10.4C20.3 10.7 21.6 12.4 21.6 14.5C21.6 16.9 19.8 18.8 17.4 18.8Z"/>`,
	IconOffline:   `<path d="M4.4 3.6l15.6 16.4M3 9.4c1.4-1.2 2.9-2.1 4.5-2.7M11.2 6c3.4-.2 6.9.9 9.8 3.4M6.3 13c1.3-1.1 2.8-1.8 4.3-2M9.4 16.4c1.6-1.2 3.6-1.2 5.2 0"/><circle cx="12" cy="19.4" r="0.6" fill="C"/>`,
	IconHand:      `<path d="M8 12.4V5.6c0-1.9 2.7-1.9 2.7 0v5.2M10.7 10.6V4.2c0-1.9 2.7-1.9 2.7 0v6.4M13.4 10.8V5.4c0-1.9 2.7-1.9 2.7 0v6M16.1 11.6V8.2c0-1.8 2.6-1.8 2.6 0v6.6c0 3.6-2.2 6-5.7 6-3 0-4.5-1.2-5.9-3.8l-2.5-4.6c-.8-1.7 1.2-2.7 2.3-1.4l1.1 1.6"/>`,
	IconSwap:      `<path d="M4 8.6h15.4M16 5.2l3.4 3.4L16 12M20 15.4H4.6M8 12l-3.4 3.4L8 18.8"/>`,
	IconBlack:     `<rect x="3.4" y="5" width="17.2" height="14" rx="1.8" fill="C"/>`,
	IconFreeze:    `<path d="M12 3v18M4.2 7.5l15.6 9M19.8 7.5l-15.6 9M9.4 4.6L12 7.2l2.6-2.6M9.4 19.4l2.6-2.6 2.6 2.6"/>`,
	IconNextMark:  `<circle cx="12" cy="12" r="3.4"/>`,
}

// marks holds the solid status marks; "C" stands for the colour and "G" for
// what shows through, the ground.
var marks = map[Icon]string{
	MarkReady:  `<circle cx="12" cy="12" r="10.4" fill="C"/><path d="M7.2 12.4l3.3 3.3 6.3-6.5" fill="none" stroke="G" stroke-width="2.4" stroke-linecap="round" stroke-linejoin="round"/>`,
	MarkWeak:   `<circle cx="12" cy="12" r="9.2" fill="none" stroke="C" stroke-width="2.4"/><path d="M12 2.8a9.2 9.2 0 0 0 0 18.4z" fill="C"/>`,
	MarkAbsent: `<circle cx="12" cy="12" r="9.2" fill="none" stroke="C" stroke-width="2.4"/><path d="M5.8 18.2L18.2 5.8" stroke="C" stroke-width="2.4"/>`,
	MarkFailed: `<circle cx="12" cy="12" r="10.4" fill="C"/><path d="M8.4 8.4l7.2 7.2M15.6 8.4l-7.2 7.2" stroke="G" stroke-width="2.4" stroke-linecap="round"/>`,
	MarkInfo:   `<circle cx="12" cy="12" r="10.4" fill="C"/><path d="M12 11v5.6M12 7.6v.2" stroke="G" stroke-width="2.4" stroke-linecap="round"/>`,
}

// Resource gives the drawing in a colour of the current look.
func (i Icon) Resource(t Token) fyne.Resource { return i.in(RGBA(t), RGBA(Surface)) }

// in gives the drawing in a colour; ground shows through a solid mark.
func (i Icon) in(c, ground color.NRGBA) fyne.Resource {
	const head = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">`
	name := fmt.Sprintf("%s-%s-%s.svg", i, cssColor(c), cssColor(ground))
	if solid, ok := marks[i]; ok {
		return fyne.NewStaticResource(name, []byte(head+paint(solid, c, ground)+`</svg>`))
	}
	lines := fmt.Sprintf(`<g fill="none" stroke="%s" stroke-width="%g" stroke-linecap="round" stroke-linejoin="round">%s</g></svg>`,
		cssColor(c), iconStroke, paint(drawings[i], c, ground))
	return fyne.NewStaticResource(name, []byte(head+lines))
}

func paint(drawing string, c, ground color.NRGBA) string {
	return strings.NewReplacer(`"C"`, `"`+cssColor(c)+`"`, `"G"`, `"`+cssColor(ground)+`"`).Replace(drawing)
}

func cssColor(c color.NRGBA) string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }

// iconImage is an icon on the canvas; set changes what it shows.
type iconImage struct {
	*canvas.Image
	icon  Icon
	color color.NRGBA
}

func newIconImage(i Icon, t Token) *iconImage {
	img := &iconImage{Image: &canvas.Image{FillMode: canvas.ImageFillContain}}
	img.set(i, t)
	return img
}

// set shows an icon in a colour of the look.
func (img *iconImage) set(i Icon, t Token) { img.setColor(i, RGBA(t)) }

// setColor shows an icon in a colour; nothing is drawn anew when both stay.
func (img *iconImage) setColor(i Icon, c color.NRGBA) {
	img.Hidden = i == ""
	if img.Hidden {
		return
	}
	if img.icon == i && img.color == c && img.Resource != nil {
		return
	}
	img.icon, img.color = i, c
	img.Translucency = 1 - float64(c.A)/0xFF
	img.Resource = i.in(c, RGBA(Surface))
	img.Refresh()
}

// place puts the icon into the middle of a box.
func (img *iconImage) place(x, y, width, height, size float32) {
	img.Resize(fyne.NewSquareSize(size))
	img.Move(fyne.NewPos(x+(width-size)/2, y+(height-size)/2))
}
