package widget

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Picture shows a picture from a file, cropped to fill it or fitted whole on
// a quiet ground. It is decoded beside the window at the very pixels that it
// takes, so that showing it costs no more than handing it to the screen;
// until then the ground is shown, or the picture before it.
//
// Like every widget it belongs to the toolkit's goroutine.
type Picture struct {
	widget.BaseWidget

	// Turns is set for the picture of a page: one stays until the next is
	// decoded, and then gives way to it. Without it the ground is shown
	// meanwhile, as befits a card that is used again for another story.
	Turns bool

	loader  *Loader
	ground  func() color.Color
	corners Corners
	path    string
	whole   bool

	back   *canvas.Rectangle // the ground
	old    *canvas.Raster    // the picture before, while it gives way
	front  *canvas.Raster
	ticker *canvas.Rectangle // refreshed to have a frame drawn, at no cost

	shown    *image.RGBA // in front
	shownKey PictureKey
	before   *image.RGBA // in old
	wanted   PictureKey  // being loaded
	cancel   func()
	failed   PictureKey // could not be decoded
	fade     *fyne.Animation
	pixels   image.Point // device pixels that the widget took last
	scale    float32     // device pixels to a pixel
}

// NewPicture makes an empty picture. ground, usually Sunken, is asked for at
// each refresh, so that it may follow the theme.
func NewPicture(loader *Loader, corners Corners, ground func() color.Color) *Picture {
	p := &Picture{
		loader: loader, corners: corners, ground: ground, scale: 1,
		back: canvas.NewRectangle(ground()), ticker: canvas.NewRectangle(color.Transparent),
	}
	p.front = canvas.NewRaster(p.drawFront)
	p.old = canvas.NewRaster(p.drawOld)
	p.front.ScaleMode, p.old.ScaleMode = canvas.ImageScaleFastest, canvas.ImageScaleFastest
	p.old.Hide()
	p.back.TopLeftCornerRadius, p.back.TopRightCornerRadius = corners.TopLeft, corners.TopRight
	p.back.BottomLeftCornerRadius, p.back.BottomRightCornerRadius = corners.BottomLeft, corners.BottomRight
	p.ExtendBaseWidget(p)
	return p
}

// SetFile shows a file; an empty path shows the ground. whole fits it whole
// instead of cropping it.
func (p *Picture) SetFile(path string, whole bool) {
	if path == p.path && whole == p.whole {
		return
	}
	p.path, p.whole = path, whole
	p.failed = PictureKey{}
	p.stopLoading()
	p.want()
	if p.shownKey.Path != path && (path == "" || !p.Turns) {
		p.turn(nil, PictureKey{})
	}
}

// Shown reports whether the picture that was asked for last is on view.
func (p *Picture) Shown() bool { return p.path != "" && p.shown != nil && p.shownKey.Path == p.path }

// Prefetch decodes the pictures that may be shown next in this place, the
// first first.
func (p *Picture) Prefetch(next ...NextPicture) { p.loader.Prefetch(p.Keys(next...)...) }

// Keys names pictures as they would be shown in this place, for
// Loader.Prefetch; none before the place has a size.
func (p *Picture) Keys(next ...NextPicture) []PictureKey {
	keys := make([]PictureKey, 0, len(next))
	for _, n := range next {
		if n.Path != "" && p.pixels.X > 0 {
			keys = append(keys, p.key(n.Path, n.Whole))
		}
	}
	return keys
}

// NextPicture is a picture that may be shown next.
type NextPicture struct {
	Path  string
	Whole bool
}

func (p *Picture) key(path string, whole bool) PictureKey {
	c := p.corners
	s := p.scale
	return PictureKey{
		Path: path, Width: p.pixels.X, Height: p.pixels.Y, Whole: whole,
		Corners: Corners{c.TopLeft * s, c.TopRight * s, c.BottomRight * s, c.BottomLeft * s},
	}
}

// want shows the picture if it is decoded, and has it decoded if not.
func (p *Picture) want() {
	if p.path == "" || p.pixels.X <= 0 || p.pixels.Y <= 0 {
		return
	}
	key := p.key(p.path, p.whole)
	if key == p.shownKey || key == p.failed || (p.cancel != nil && key == p.wanted) {
		return
	}
	p.stopLoading()
	if img := p.loader.Cached(key); img != nil {
		p.turn(img, key)
		return
	}
	p.wanted = key
	p.cancel = p.loader.Load(key, func(img *image.RGBA, err error) {
		fyne.Do(func() { p.loaded(key, img, err) })
	})
}

func (p *Picture) stopLoading() {
	if p.cancel != nil {
		p.cancel()
		p.cancel = nil
	}
}

func (p *Picture) loaded(key PictureKey, img *image.RGBA, err error) {
	if p.cancel == nil || key != p.wanted {
		return // another one was asked for meanwhile
	}
	p.cancel = nil
	if err != nil {
		fyne.LogError("show "+key.Path, err)
		p.failed = key
		p.turn(nil, PictureKey{})
		return
	}
	p.turn(img, key)
}

// turn brings a picture to the front. The one before gives way to it, unless
// it is the same at another size.
func (p *Picture) turn(img *image.RGBA, key PictureKey) {
	if img == p.shown {
		return
	}
	p.stopFading()
	p.before = p.shown
	fades := p.Turns && img != nil && key.Path != p.shownKey.Path
	p.shown, p.shownKey = img, key
	if !fades {
		p.settle()
		p.front.Refresh()
		return
	}
	if key.Whole || p.before == nil {
		p.back.Show()
	}
	p.old.Show()
	p.old.Refresh()
	p.front.Refresh()
	p.fade = crossFade(func(done float32) {
		p.front.Translucency = float64(1 - done)
		p.old.Translucency = 0
		if key.Whole { // what lies beside it must go too
			p.old.Translucency = float64(done)
		}
		p.ticker.Refresh()
	}, p.settle)
}

// settle ends the giving way.
func (p *Picture) settle() {
	p.before = nil
	p.front.Translucency = 0
	p.old.Hide()
	// A picture that fills its place hides the ground, whose edge would shine
	// through the smoothed corners.
	if p.shown != nil && !p.shownKey.Whole {
		p.back.Hide()
	} else {
		p.back.Show()
	}
}

func (p *Picture) stopFading() {
	if p.fade != nil {
		p.fade.Stop()
		p.fade = nil
	}
}

// drawFront is called by the toolkit with the device pixels that the picture
// takes.
func (p *Picture) drawFront(w, h int) image.Image {
	if at := image.Pt(w, h); at != p.pixels && p.Size().Width > 0 {
		p.pixels, p.scale = at, float32(w)/p.Size().Width
		p.want()
	}
	return orNothing(p.shown)
}

func (p *Picture) drawOld(_, _ int) image.Image { return orNothing(p.before) }

var nothing = image.NewRGBA(image.Rect(0, 0, 1, 1))

func orNothing(img *image.RGBA) image.Image {
	if img == nil {
		return nothing
	}
	return img
}

// Refresh shows the look's present ground.
func (p *Picture) Refresh() {
	p.back.FillColor = p.ground()
	p.BaseWidget.Refresh()
}

// CreateRenderer is part of fyne.Widget.
func (p *Picture) CreateRenderer() fyne.WidgetRenderer {
	return &pictureRenderer{picture: p, objects: []fyne.CanvasObject{p.back, p.old, p.front, p.ticker}}
}

type pictureRenderer struct {
	picture *Picture
	objects []fyne.CanvasObject
}

func (r *pictureRenderer) Layout(size fyne.Size) {
	for _, o := range r.objects[:3] {
		o.Resize(size)
	}
}

func (r *pictureRenderer) MinSize() fyne.Size { return fyne.NewSize(1, 1) }

func (r *pictureRenderer) Refresh() { r.picture.back.Refresh() }

func (r *pictureRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *pictureRenderer) Destroy() {
	r.picture.stopLoading()
	r.picture.stopFading()
}
